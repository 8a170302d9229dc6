a b

