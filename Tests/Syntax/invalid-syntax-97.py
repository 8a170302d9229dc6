a b
f'abc
