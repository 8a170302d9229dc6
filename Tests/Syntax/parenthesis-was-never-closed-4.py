def f(a
