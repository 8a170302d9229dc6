# 100,000 tasks asleep at once: what the process needs at its largest is what is compared.
import asyncio


async def sleeper(n):
    await asyncio.sleep(0.5)
    return n & 1


async def main():
    tasks = [asyncio.create_task(sleeper(i)) for i in range(100_000)]
    print(sum([await task for task in tasks]))


asyncio.run(main())
