return a, (c c)
