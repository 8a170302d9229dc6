a b
f'{a)}'
