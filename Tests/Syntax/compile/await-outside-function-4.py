@(await y)
def f(): pass
