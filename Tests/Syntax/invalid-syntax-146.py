if a else b
