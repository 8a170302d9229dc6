x = (yield = 1)
