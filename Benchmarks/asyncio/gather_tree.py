# A tree of gathers: six children each, six levels.
import asyncio


async def node(level):
    if level == 0:
        await asyncio.sleep(0)
        return 1
    return sum(await asyncio.gather(*[node(level - 1) for _ in range(6)]))


print(asyncio.run(node(6)))
