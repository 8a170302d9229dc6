# Tasks asleep at once, 200,000 or as many as the argument says: what the process needs at its largest is compared.
import asyncio
import sys


async def sleeper(n):
    await asyncio.sleep(0.5)
    return n & 1


async def main(count):
    tasks = [asyncio.create_task(sleeper(i)) for i in range(count)]
    print(sum([await task for task in tasks]))


asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000))
