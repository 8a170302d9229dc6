import Foundation
import Testing

/// The loop of the prompt: it runs while a line is typed, and is paused while a statement is executed.
@Suite(.serialized) struct LoopTests {
    private func terminal() throws -> Terminal {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        try terminal.enter("import asyncio")
        return terminal
    }

    @Test func awaitAtThePrompt() throws {
        let terminal = try terminal()
        try terminal.enter("await asyncio.sleep(0.01, 'slept')")
        try terminal.see("'slept'")
        try terminal.enterBlock(["async def count():", "for i in range(3):", "yield i"])
        try terminal.enterBlock(["async for i in count():", "print('got', i)"])
        try terminal.see("got 2")
        try terminal.enterBlock(["async with asyncio.timeout(5):", "await asyncio.sleep(0)"])
        try terminal.enter("[i async for i in count()]")
        try terminal.see("[0, 1, 2]")
    }

    /// The session's loop is only paused, so every way to run another works.
    @Test func otherLoops() throws {
        let terminal = try terminal()
        try terminal.enterBlock(["async def main():", "await asyncio.sleep(0.01)", "return 'ran'"])
        try terminal.enter("asyncio.run(main()) + ' once'")
        try terminal.see("'ran once'")
        try terminal.enter("loop = asyncio.new_event_loop()")
        try terminal.enter("loop.run_until_complete(main()) + ' twice'")
        try terminal.see("'ran twice'")
        try terminal.enter("task = asyncio.create_task(main())")
        try terminal.enter("(await task) + ' in the background'")
        try terminal.see("'ran in the background'")
        try terminal.enter("asyncio.get_running_loop() is task.get_loop(), asyncio.current_task()")
        try terminal.see("(True, None)")
        try terminal.enter("(await asyncio.gather(main(), main())) * 2")
        try terminal.see("['ran', 'ran', 'ran', 'ran']")
    }

    @Test func backgroundOutputLeavesTheLineAlone() throws {
        let terminal = try terminal()
        try terminal.enter("go = asyncio.Event()")
        try terminal.enterBlock([
            "async def tick():", "await go.wait()", "for i in range(3):", "print('tick', i)",
            "await asyncio.sleep(0.01)",
        ])
        try terminal.enter("task = asyncio.create_task(tick())")
        try terminal.enter("asyncio.get_running_loop().call_later(0.5, go.set) and None")
        terminal.type("1 + ")
        try terminal.see("tick 2")
        try terminal.seeInput(">>> 1 +")
        #expect(terminal.screen.column == 8)
        // The half typed line is there once, below the output.
        #expect(terminal.screen.lines.filter { $0.hasPrefix(">>> 1 +") }.count == 1)
        try terminal.enter("41")
        try terminal.see("42")
    }

    @Test func failureIsReportedAtOnce() throws {
        let terminal = try terminal()
        try terminal.enterBlock(["async def fail():", "await asyncio.sleep(0.01)", "raise ValueError('soon')"])
        try terminal.enter("task = asyncio.create_task(fail())")
        terminal.type("unfinished")
        try terminal.see("Task exception was never retrieved")
        try terminal.see("    raise ValueError('soon')")
        try terminal.see("ValueError: soon")
        try terminal.seeInput(">>> unfinished")
    }

    @Test func interruptAtThePrompt() throws {
        let terminal = try terminal()
        terminal.type("not wanted")
        try terminal.seeInput(">>> not wanted")
        terminal.type(Terminal.interrupt)
        try terminal.see("KeyboardInterrupt")
        try terminal.seeInput(">>>")
        terminal.type("def f():\r")
        try terminal.wait("the continuation") { $0.line.hasPrefix("...") }
        terminal.type(Terminal.interrupt)
        try terminal.seeInput(">>>")
        try terminal.enter("2 + 2")
        try terminal.see("4")
    }

    @Test func interruptWhileCodeRuns() throws {
        let terminal = try terminal()
        terminal.type("print('begun')\r")
        try terminal.see("begun")
        // A thread says it a little later: by then the line that is to be interrupted has begun.
        try terminal.enter("from threading import Timer")
        terminal.paste("Timer(0.3, print, ['run' + 'ning']).start()\nwhile True: pass\n")
        terminal.type("\r")
        try terminal.see("running")
        terminal.type(Terminal.interrupt)
        try terminal.see("    while True: pass")
        try terminal.see("KeyboardInterrupt")
        try terminal.seeInput(">>>")
        terminal.paste("import time\nTimer(0.3, print, ['sleep' + 'ing']).start()\ntime.sleep(1000)\n")
        terminal.type("\r")
        try terminal.see("sleeping")
        terminal.type(Terminal.interrupt)
        try terminal.see("    time.sleep(1000)")
        try terminal.seeInput(">>>")
    }

    @Test func interruptWhileATaskIsAwaited() throws {
        let terminal = try terminal()
        try terminal.enterBlock([
            "async def wait():", "try:", "print('wait' + 'ing', flush=True)", "await asyncio.sleep(1000)",
            "\u{7F}except asyncio.CancelledError:", "print('was', 'cancelled')", "raise",
        ])
        terminal.type("await wait()\r")
        try terminal.see("waiting")
        terminal.type(Terminal.interrupt)
        try terminal.wait("the cancellation") { $0.lines.contains { $0.hasSuffix("was cancelled") } }
        try terminal.see("KeyboardInterrupt")
        try terminal.seeInput(">>>")
        try terminal.enter("'still here'")
        try terminal.see("'still here'")
    }

    @Test func endWithPendingTasks() throws {
        let terminal = try terminal()
        try terminal.enterBlock([
            "async def stay():", "try:", "await asyncio.sleep(1000)", "\u{7F}finally:", "print('cleaned', 'up')",
        ])
        try terminal.enterBlock([
            "async def stumble():", "try:", "await asyncio.sleep(1000)", "\u{7F}finally:", "raise KeyError('late')",
        ])
        try terminal.enter("tasks = [asyncio.create_task(stay()), asyncio.create_task(stumble())]")
        try terminal.enter("await asyncio.sleep(0)")
        terminal.type(Terminal.endOfInput)
        #expect(try terminal.end() == 0)
        #expect(terminal.text.contains("cleaned up"))
        #expect(terminal.text.contains("KeyError: 'late'"))
    }

    /// What is raised to end the program ends it, and is told once.
    @Test func exitInTheBackground() throws {
        let terminal = try terminal()
        try terminal.enterBlock(["async def leave():", "await asyncio.sleep(0.1)", "raise SystemExit(5)"])
        terminal.type("task = asyncio.create_task(leave())\r")
        #expect(try terminal.end() == 5)
        #expect(!terminal.text.contains("never retrieved"))
    }

    /// A task that does not give way is interrupted; the prompt goes on.
    @Test func interruptInTheBackground() throws {
        let terminal = try terminal()
        try terminal.enterBlock(["async def turn():", "print('turn' + 'ing')", "while True: pass"])
        terminal.type("task = asyncio.create_task(turn())\r")
        try terminal.see("turning")
        terminal.type(Terminal.interrupt)
        try terminal.see("KeyboardInterrupt")
        try terminal.seeInput(">>>")
        #expect(!terminal.text.contains("never retrieved"))
        try terminal.enter("task.done()")
        try terminal.see("True")
    }

    @Test func contextVariablesLast() throws {
        let terminal = try terminal()
        try terminal.enter("import contextvars; number = contextvars.ContextVar('number', default=0)")
        try terminal.enterBlock(["async def set_it():", "number.set(17)"])
        try terminal.enter("await set_it()")
        try terminal.enter("number.get() * 2")
        try terminal.see("34")
    }

    @Test func viKeys() throws {
        let home = try Terminal.makeHome()
        let file = home.appending(path: "inputrc")
        try "set editing-mode vi\n".write(to: file, atomically: true, encoding: .utf8)
        let terminal = try Terminal(["-q"], home: home, environment: ["INPUTRC": file.path])
        try terminal.begin()
        terminal.type("'xabc'\u{1B}")
        try terminal.wait("the end of insertion") { $0.line == ">>> 'xabc'" && $0.column == 9 }
        terminal.type("0lx")
        try terminal.seeInput(">>> 'abc'")
        terminal.type("A + 'd'\r")
        try terminal.see("'abcd'")
    }

    @Test func threadsPrintAboveTheLine() throws {
        let terminal = try terminal()
        try terminal.enter("import threading")
        try terminal.enter("threading.Timer(0.3, lambda: print('from', 'a thread')).start()")
        terminal.type("typed")
        try terminal.see("from a thread")
        try terminal.seeInput(">>> typed")
    }

    /// The programs of the article can be pasted whole, one after the other.
    @Test func samplesOfTheArticle() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let terminal = try terminal()
        let samples = [
            ("01_manual_loop.py", ["開始", "結束"]), ("02_asyncio_run_call.py", ["開始", "結束"]),
            ("04_three_tasks_manual.py", ["開始", "開始", "開始", "結束", "結束", "結束"]),
            ("06_semaphore.py", ["processing time: "]), ("07_future.py", []),
        ]
        for (name, expected) in samples {
            let text = try String(contentsOf: root.appending(path: "samples/article/\(name)"), encoding: .utf8)
            terminal.paste(text)
            terminal.type("\r")
            terminal.type("'end of ' + '\(name)'\r")
            try terminal.see("'end of \(name)'")
            try terminal.seeInput(">>>")
            let lines = terminal.screen.lines
            let end = try #require(lines.lastIndex(of: "'end of \(name)'"))
            var rest = lines[..<end].reversed().makeIterator()
            for line in expected.reversed() {
                var isThere = false
                while let next = rest.next() {
                    if next.hasPrefix(line) {
                        isThere = true
                        break
                    }
                }
                #expect(isThere, "\(name): \(line)")
            }
            #expect(!terminal.text.contains("Traceback"), "\(name)")
        }
    }
}
