# A chain of 500 awaiting coroutines, suspended and resumed 2,000 times at its end.
import asyncio


async def chain(depth, rounds):
    if depth == 0:
        for _ in range(rounds):
            await asyncio.sleep(0)
        return rounds
    return await chain(depth - 1, rounds)


for _ in range(30):
    result = asyncio.run(chain(500, 2_000))
print(result)
