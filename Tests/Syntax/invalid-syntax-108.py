a b
f'{"abc}'
