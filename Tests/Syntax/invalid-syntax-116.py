def é(x y): pass
