a b
x\y