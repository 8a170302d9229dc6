a b
	c
        d
