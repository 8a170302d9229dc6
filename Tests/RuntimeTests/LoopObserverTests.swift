import Testing

@testable import Runtime

/// An observer sees what a loop does, in order and with the loop's own time.
struct LoopObserverTests {
    private final class Record: @unchecked Sendable {
        var words: [String] = []
        var times: [Int64] = []
    }

    @Test func aTaskThatSleepsIsSeenFromBeginningToEnd() throws {
        var options = Interpreter.Options()
        options.clock = .virtual
        let interpreter = Interpreter(options: options)
        let record = Record()
        interpreter.machine.observeLoops(
            LoopObserver { _, event, time in
                switch event {
                case .taskCreated: record.words.append("created")
                case .stepBegan: record.words.append("step")
                case .suspended: record.words.append("suspended")
                case .woken: record.words.append("woken")
                case .timerSet: record.words.append("timer")
                case .done: record.words.append("done")
                }
                record.times.append(time)
            })
        try interpreter.run(
            source: """
                import asyncio
                async def main():
                    await asyncio.sleep(2)
                loop = asyncio.new_event_loop()
                loop.run_until_complete(main())
                loop.close()
                """)
        interpreter.machine.observeLoops(nil)
        #expect(record.words == ["created", "step", "timer", "suspended", "woken", "step", "done"])
        #expect(record.times == record.times.sorted())
        if let first = record.times.first, let last = record.times.last { #expect(last - first == 2_000_000_000) }
    }
}
