foo(a, b for b)
