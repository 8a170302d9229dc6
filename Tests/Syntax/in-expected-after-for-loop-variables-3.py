{a: b for c, d}
