def f(a) -> pass
