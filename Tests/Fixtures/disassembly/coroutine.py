import asyncio


async def fetch(session, url, *, tries=3):
    for attempt in range(tries):
        try:
            async with session.get(url) as response:
                return await response.text()
        except OSError as error:
            print(f"{attempt}: {error}")
            await asyncio.sleep(2 ** attempt)
