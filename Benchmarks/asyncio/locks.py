# Tasks that contend for a lock, for the places of a semaphore, and wait for each other's event.
import asyncio


class Shared:
    value = 0


async def locked(lock, n):
    for _ in range(n):
        async with lock:
            value = Shared.value
            await asyncio.sleep(0)
            Shared.value = value + 1


async def limited(semaphore, n):
    for _ in range(n):
        async with semaphore:
            Shared.value += 1
            await asyncio.sleep(0)


async def alone(lock, n):
    for _ in range(n):
        async with lock:
            Shared.value += 1


async def alternate(mine, other, n):
    for _ in range(n):
        await mine.wait()
        mine.clear()
        Shared.value += 1
        other.set()


async def main(n):
    lock = asyncio.Lock()
    await asyncio.gather(*[locked(lock, n) for _ in range(5)])
    semaphore = asyncio.Semaphore(3)
    await asyncio.gather(*[limited(semaphore, n) for _ in range(10)])
    await alone(asyncio.Lock(), 10 * n)
    first, second = asyncio.Event(), asyncio.Event()
    first.set()
    await asyncio.gather(alternate(first, second, 2 * n), alternate(second, first, 2 * n))
    print(Shared.value)


asyncio.run(main(12_000))
