a b
f'{a} x}'
