a b
f'{€}'
