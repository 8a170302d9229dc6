return (c.real c.imag)
