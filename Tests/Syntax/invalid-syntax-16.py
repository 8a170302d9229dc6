def f(a / *): pass
