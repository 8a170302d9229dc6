(x
