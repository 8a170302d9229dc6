def pickle_complex(c):
    return complex, (c.real c.imag)

pickle
