async def f():
    [x for x in y if await z]
    (x for x in [await y])
    class A:
        await x
