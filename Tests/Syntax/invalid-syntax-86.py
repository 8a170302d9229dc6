(a, (c c))
