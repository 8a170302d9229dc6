break = 1
