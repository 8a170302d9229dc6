x,, y
