a b
f'{a!}'
