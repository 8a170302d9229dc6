def f('a'): pass
