x = 5x
