# One task that gives way again and again.
import asyncio


async def main(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


print(asyncio.run(main(400_000)))
