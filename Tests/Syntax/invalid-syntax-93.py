a, (c c), d
