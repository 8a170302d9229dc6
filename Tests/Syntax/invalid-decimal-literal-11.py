1e5x
