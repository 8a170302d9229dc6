a, (c c)
