a b
1a
