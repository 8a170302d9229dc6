# Many timers, set in a scattered order, some of them cancelled again.
import asyncio


async def main(n):
    loop = asyncio.get_running_loop()
    fired = 0
    done = loop.create_future()

    def fire(number):
        nonlocal fired
        fired += 1
        if fired == expected:
            done.set_result(number >= 0)

    expected = 0
    handles = []
    for i in range(n):
        handles.append(loop.call_later(i * 7919 % 1000 / 1_000_000, fire, i))
        expected += 1
    for handle in handles[::3]:
        handle.cancel()
        expected -= 1
    await done
    print(fired, expected)


asyncio.run(main(150_000))
