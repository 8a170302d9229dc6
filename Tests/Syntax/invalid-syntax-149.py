else if a: pass
