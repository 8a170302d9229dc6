x = (
a b ,

f'{a)}'
