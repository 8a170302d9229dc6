a b
f'{1a}'
