a, True = 1
