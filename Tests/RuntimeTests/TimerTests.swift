import Testing

@testable import Runtime

/// What the expected files of CPython can't prove: it does not promise the order of timers that are due together.
struct TimerTests {
    /// What a program prints on the virtual clock.
    private func output(of program: String) throws -> [String] {
        let lines = Lines()
        var options = Interpreter.Options()
        options.clock = .virtual
        options.output = { lines.text += $0 }
        try Interpreter(options: options).run(source: program)
        return lines.text.split(separator: "\n").map(String.init)
    }

    private final class Lines: @unchecked Sendable { var text = "" }

    @Test func timersWithOneDeadlineFireInTheOrderTheyWereSet() throws {
        let lines = try output(
            of: """
                import asyncio
                order = []
                async def main():
                    loop = asyncio.get_running_loop()
                    when = loop.time() + 1
                    for i in range(100):
                        loop.call_at(when, order.append, i)
                    await asyncio.sleep(2)
                asyncio.run(main())
                print(order == list(range(100)))
                """)
        #expect(lines == ["True"])
    }

    @Test func sleepersOfTheSameLengthWakeInTheOrderTheyFellAsleep() throws {
        let lines = try output(
            of: """
                import asyncio
                async def sleeper(n):
                    await asyncio.sleep(5)
                    return n
                async def main():
                    done = []
                    tasks = [asyncio.create_task(sleeper(n)) for n in range(50)]
                    for task in tasks:
                        task.add_done_callback(lambda t: done.append(t.result()))
                    await asyncio.gather(*tasks)
                    return done == list(range(50))
                print(asyncio.run(main()))
                """)
        #expect(lines == ["True"])
    }

    @Test func theVirtualClockJumpsToTheNextTimer() throws {
        let lines = try output(
            of: """
                import asyncio, time
                start = time.time()
                asyncio.run(asyncio.sleep(86400))
                print(round(time.time() - start))
                """)
        #expect(lines == ["86400"])
    }

    @Test func anIterationRunsWhatWasReadyWhenItBegan() throws {
        let lines = try output(
            of: """
                import asyncio
                loop = asyncio.new_event_loop()
                seen = []
                def again(n):
                    seen.append(n)
                    if n == 0:
                        loop.call_soon(loop.stop)
                        loop.call_soon(again, 1)
                loop.call_soon(again, 0)
                loop.call_soon(seen.append, 'first iteration')
                loop.run_forever()
                print(seen)
                loop.close()
                """)
        #expect(lines == ["[0, 'first iteration', 1]"])
    }
}
