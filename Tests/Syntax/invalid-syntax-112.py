a b; f'}'
