# A task made and awaited at once, again and again; then in batches of a hundred.
import asyncio


async def double(i):
    return i * 2


async def main(n):
    total = 0
    for i in range(n):
        total += await asyncio.create_task(double(i))
    for start in range(0, n, 100):
        tasks = [asyncio.create_task(double(i)) for i in range(start, start + 100)]
        for task in tasks:
            total += await task
    print(total)


asyncio.run(main(150_000))
