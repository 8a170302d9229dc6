a = f'b{c
'
