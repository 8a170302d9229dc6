# call_soon alone: callbacks that schedule the next one.
import asyncio


def run(n, lanes):
    loop = asyncio.new_event_loop()
    left = n

    def step(lane):
        nonlocal left
        left -= 1
        if left <= 0:
            loop.stop()
        else:
            loop.call_soon(step, lane)

    for lane in range(lanes):
        loop.call_soon(step, lane)
    loop.run_forever()
    loop.close()
    return left <= 0


print(run(1_500_000, 50))
