a b
f'''abc
