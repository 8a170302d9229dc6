(a, b) c
