async def f():
    async with a as b, c as d:
        yield
        return 1
