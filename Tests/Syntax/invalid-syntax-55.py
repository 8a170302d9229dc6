while = 1
