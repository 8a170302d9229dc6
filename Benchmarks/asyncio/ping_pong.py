# Two tasks that hand values to each other through futures.
import asyncio


class Slot:
    def __init__(self, loop):
        self.loop = loop
        self.future = loop.create_future()

    def put(self, value):
        self.future.set_result(value)

    async def get(self):
        value = await self.future
        self.future = self.loop.create_future()
        return value


async def ping(a, b, n):
    total = 0
    for i in range(n):
        a.put(i)
        total += await b.get()
    a.put(-1)
    return total


async def pong(a, b):
    while (value := await a.get()) >= 0:
        b.put(value * 2)


async def main():
    loop = asyncio.get_running_loop()
    a, b = Slot(loop), Slot(loop)
    results = await asyncio.gather(ping(a, b, 200_000), pong(a, b))
    print(results[0])


asyncio.run(main())
