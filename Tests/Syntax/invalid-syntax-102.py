a b
f'{a]}'
