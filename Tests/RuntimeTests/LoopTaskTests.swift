import Testing

@testable import Runtime

/// Tasks belong to their loop until it is closed.
struct LoopTaskTests {
    @Test func aWaitingTaskThatNobodyKnowsIsKept() throws {
        let interpreter = Interpreter()
        try interpreter.run(
            source: """
                import asyncio, gc
                ended = []
                async def lonely():
                    try:
                        await asyncio.get_running_loop().create_future()
                    finally:
                        ended.append("ended")
                async def main():
                    asyncio.create_task(lonely())
                    await asyncio.sleep(0)
                    gc.collect()
                    assert ended == [] and len(asyncio.all_tasks()) == 2
                asyncio.run(main())
                assert ended == ["ended"]
                """)
    }
}
