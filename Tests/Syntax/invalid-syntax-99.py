a b
f'{'
