a b
x}
