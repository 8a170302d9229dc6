a b
€
