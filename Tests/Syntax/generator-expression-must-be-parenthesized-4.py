f(a, b for b in c if d)
