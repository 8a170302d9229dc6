a, (c.r c.i)
