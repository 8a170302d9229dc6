(a.b c)
