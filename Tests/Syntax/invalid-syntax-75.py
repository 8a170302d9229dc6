a b
f'{a}}'
