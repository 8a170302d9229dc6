# One gather of 100,000 trivial coroutines.
import asyncio


async def trivial(i):
    return i & 7


async def main():
    results = await asyncio.gather(*[trivial(i) for i in range(100_000)])
    print(len(results), sum(results))


asyncio.run(main())
