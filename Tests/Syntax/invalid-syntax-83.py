def f():
  return a, (c.real c.imag)
