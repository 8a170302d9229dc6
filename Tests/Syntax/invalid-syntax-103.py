a b
f'{(a}'
