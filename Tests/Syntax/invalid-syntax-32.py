{a: b, **c: d}
