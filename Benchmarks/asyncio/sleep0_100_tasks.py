# A hundred tasks that take turns.
import asyncio


async def worker(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    results = await asyncio.gather(*[worker(8_000) for _ in range(100)])
    print(sum(results))


asyncio.run(main())
