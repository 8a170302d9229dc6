x . . y
