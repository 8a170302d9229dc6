a b
f'{a'
