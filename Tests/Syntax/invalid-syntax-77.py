a b
f'x}y'
