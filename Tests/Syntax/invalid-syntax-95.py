x = a, (c c)
