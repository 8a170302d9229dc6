# Tasks that are cancelled while they sleep, before they begin, and while they await another one.
import asyncio


async def sleeper():
    await asyncio.sleep(1000)


async def careful(log):
    try:
        await sleeper()
    except asyncio.CancelledError:
        log.append(1)
        raise
    finally:
        log.append(2)


async def main(n):
    log = []
    for _ in range(n):
        tasks = [asyncio.create_task(careful(log)) for _ in range(50)]
        await asyncio.sleep(0)
        tasks.append(asyncio.create_task(sleeper()))
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        log.append(sum(isinstance(result, asyncio.CancelledError) for result in results))
    print(sum(log))


asyncio.run(main(1_500))
