return a, (c.real c.imag)
