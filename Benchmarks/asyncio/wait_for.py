# wait_for around what is done at once, what takes a turn, and a task; asyncio.timeout the same.
import asyncio


async def quick(i):
    return i


async def turning(i):
    await asyncio.sleep(0)
    return i


async def main(n):
    total = 0
    for i in range(n):
        total += await asyncio.wait_for(quick(i), 10)
        total += await asyncio.wait_for(turning(i), 10)
        total += await asyncio.wait_for(asyncio.create_task(turning(i)), None)
        async with asyncio.timeout(10):
            total += await turning(i)
    print(total)


asyncio.run(main(30_000))
