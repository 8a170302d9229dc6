# async for over an async generator, async with around every step; nothing of it needs to suspend.
import asyncio


class Span:
    depth = 0

    async def __aenter__(self):
        Span.depth += 1
        return self

    async def __aexit__(self, *error):
        Span.depth -= 1


async def numbers(n):
    for i in range(n):
        yield i


async def main(n):
    total = 0
    span = Span()
    async for i in numbers(n):
        async with span:
            total += i + Span.depth
    print(total)


asyncio.run(main(900_000))
