def f[T](x: (await y)): pass
