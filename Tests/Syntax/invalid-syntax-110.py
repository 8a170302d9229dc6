a b
f'}'
