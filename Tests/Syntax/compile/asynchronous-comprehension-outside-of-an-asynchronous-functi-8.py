def f():
    (x async for x in y)
    [x for x in [y async for y in z]]
