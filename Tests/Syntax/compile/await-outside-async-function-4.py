async def f():
    def g(x=[a async for a in b]): pass
    def h(): await 1
