a b
f'{x}' (
