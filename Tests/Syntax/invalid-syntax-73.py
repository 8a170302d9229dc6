a b
f'x}'
