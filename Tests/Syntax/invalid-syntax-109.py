a b
f'{"abc
