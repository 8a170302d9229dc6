def f():
    with x as (a, *b, *c): pass
