{x
