a b
f'{x}'
)
