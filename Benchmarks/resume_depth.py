# What it costs to resume a coroutine at the end of a chain: the same number of suspensions at depth 1 and at depth
# 1,000. CPython walks the chain at each; where resuming takes the same time at any depth, the ratio is near 1.
import asyncio
import time


async def chain(depth, rounds):
    if depth <= 1:
        for _ in range(rounds):
            await asyncio.sleep(0)
        return
    await chain(depth - 1, rounds)


def measure(depth, rounds):
    async def main():
        await chain(depth, 1)
        start = time.perf_counter()
        await chain(depth, rounds)
        return time.perf_counter() - start

    return min(asyncio.run(main()) for _ in range(3))


def main(rounds=10_000):
    import sys

    sys.setrecursionlimit(5_000)
    shallow, deep = measure(1, rounds), measure(1_000, rounds)
    for depth, seconds in ((1, shallow), (1_000, deep)):
        print(f"depth {depth:>5}: {seconds / rounds * 1e9:>9.0f} ns a suspension")
    print(f"ratio: {deep / shallow:.2f}")


main()
