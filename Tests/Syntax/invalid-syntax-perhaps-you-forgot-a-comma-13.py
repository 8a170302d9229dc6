x = (
a b
f'}'
