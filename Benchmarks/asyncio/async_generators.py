# Async generators: a pipeline of three, comprehensions over one, and asend by hand.
import asyncio


async def numbers(n):
    for i in range(n):
        yield i


async def squares(source):
    async for value in source:
        yield value * value


async def even(source):
    async for value in source:
        if value % 2 == 0:
            yield value


async def turning(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def echo():
    value = 0
    while True:
        value = yield value + 1


async def main(n):
    total = 0
    async for value in even(squares(numbers(n))):
        total += value
    total += sum([value async for value in numbers(n) if value % 3])
    async for value in turning(n // 5):
        total += value
    generator = echo()
    value = await anext(generator)
    for _ in range(n):
        value = await generator.asend(value)
    await generator.aclose()
    print(total, value)


asyncio.run(main(800_000))
