# Ten thousand tasks that sleep ten times for a moment each.
import asyncio


async def sleeper(i):
    for turn in range(10):
        await asyncio.sleep((i * 7 + turn * 13) % 10 / 10_000)
    return i


async def main(n):
    print(sum(await asyncio.gather(*[sleeper(i) for i in range(n)])))


asyncio.run(main(10_000))
