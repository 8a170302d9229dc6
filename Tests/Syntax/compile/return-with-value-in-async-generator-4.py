def f():
    yield 1
    async def g():
        return 1
        yield
