x = (

a b
f'}'
