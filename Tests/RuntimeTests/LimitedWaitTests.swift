import Testing

@testable import Runtime

/// Waits of threads with a limit. (CPython has no virtual clock on which its own could be seen.)
struct LimitedWaitTests {
    @Test func theyEndOnTheVirtualClock() throws {
        var options = Interpreter.Options()
        options.clock = .virtual
        try Interpreter(options: options).run(
            source: """
                import queue, threading, time
                start = time.monotonic()
                condition = threading.Condition()
                with condition:
                    assert not condition.wait_for(lambda: False, timeout=0.02)
                    assert not condition.wait(0.02)
                assert not threading.Event().wait(0.02)
                assert not threading.Semaphore(0).acquire(timeout=0.02)
                try:
                    queue.Queue().get(timeout=0.02)
                except queue.Empty:
                    pass
                assert time.monotonic() - start > 0.09
                """)
    }
}
