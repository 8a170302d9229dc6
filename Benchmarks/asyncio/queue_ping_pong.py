# Two tasks that hand values to each other through queues with room for one, and a producer with four consumers.
import asyncio


async def ping(there, back, n):
    total = 0
    for i in range(n):
        await there.put(i)
        total += await back.get()
    await there.put(None)
    return total


async def pong(there, back):
    while (value := await there.get()) is not None:
        await back.put(value + 1)


async def produce(queue, n, consumers):
    for i in range(n):
        await queue.put(i)
    for _ in range(consumers):
        await queue.put(None)


async def consume(queue):
    total = 0
    while (value := await queue.get()) is not None:
        total += value
    return total


async def main(n):
    there, back = asyncio.Queue(1), asyncio.Queue(1)
    total, _ = await asyncio.gather(ping(there, back, n), pong(there, back))
    queue = asyncio.Queue(10)
    _, *sums = await asyncio.gather(produce(queue, n, 4), *[consume(queue) for _ in range(4)])
    print(total, sum(sums))


asyncio.run(main(120_000))
