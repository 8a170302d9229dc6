import Foundation
import Testing

/// The command line of `minipy`: where a program comes from, and what the exit status says.
@Suite struct CommandTests {
    private func minipy(_ arguments: [String], input: String = "") throws -> ChildProcess.Finished {
        try #require(
            try ChildProcess.run(
                [Interpreter.minipyPath] + arguments, environment: Interpreter.plainEnvironment, input: input,
                timeout: .seconds(60)),
            "minipy did not end")
    }

    @Test func commandOption() throws {
        let finished = try minipy(["-c", "import sys; print(sys.argv); sys.exit(4)", "one", "-x"])
        #expect(finished.output == "['-c', 'one', '-x']\n")
        #expect(finished.status == 4)
    }

    @Test func programFromStandardInput() throws {
        for arguments in [[], ["-"]] {
            let finished = try minipy(arguments, input: "x = 20\nprint(x + 1)\n")
            #expect(finished.output == "21\n")
            #expect(finished.status == 0)
        }
        #expect(try minipy(["-", "a"], input: "import sys; print(sys.argv)").output == "['-', 'a']\n")
    }

    @Test func missingScriptGivesTwo() throws {
        let finished = try minipy(["no/such/file.mpy"])
        #expect(finished.status == 2)
        #expect(finished.error.contains("can't open file"))
        #expect(finished.error.contains("[Errno 2] No such file or directory"))
        #expect(finished.output.isEmpty)
    }

    @Test func unknownOptionGivesTwo() throws {
        let finished = try minipy(["--no-such-option"])
        #expect(finished.status == 2)
        #expect(!finished.error.isEmpty)
    }

    @Test func versionAndHelp() throws {
        for option in ["--version", "--help"] {
            let finished = try minipy([option])
            #expect(finished.status == 0)
            #expect(!finished.output.isEmpty)
            #expect(finished.error.isEmpty)
        }
    }

    @Test func uncaughtExceptionInCommandText() throws {
        let finished = try minipy(["-c", "1 / 0"])
        #expect(finished.status == 1)
        #expect(finished.error.hasSuffix("ZeroDivisionError: division by zero\n"))
        #expect(
            finished.error.hasPrefix("Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n"))
    }

    /// An hour of sleep ends in a moment, so the virtual clock was really selected.
    @Test func virtualClockDoesNotWait() throws {
        let program = "import asyncio, time; t = time.time(); asyncio.run(asyncio.sleep(3600)); "
        let finished = try minipy(["--clock", "virtual", "-c", program + "print(round(time.time() - t))"])
        #expect(finished.output == "3600\n")
    }

    /// The real clock waits, and waiting costs next to no processor time.
    @Test func realClockWaits() throws {
        let start = ContinuousClock.now
        let finished = try minipy(["-c", "import asyncio; asyncio.run(asyncio.sleep(0.3)); print('done')"])
        #expect(finished.output == "done\n")
        #expect(ContinuousClock.now - start >= .milliseconds(300))
    }

    /// A reader that goes away early ends the program without a trap.
    @Test func closedPipe() throws {
        let shell = "\(Interpreter.minipyPath) -c 'for i in range(100000): print(i)' | head -n 1"
        let finished = try #require(
            try ChildProcess.run(
                ["/bin/sh", "-c", shell], environment: Interpreter.plainEnvironment, timeout: .seconds(60)))
        #expect(finished.output == "0\n")
        #expect(!finished.error.contains("Fatal error"))
    }

    /// An uncaught KeyboardInterrupt ends the process by SIGINT itself, which a shell shows as 130.
    @Test func keyboardInterruptEndsBySignal() throws {
        let finished = try interrupted("print('ready', flush=True)\nwhile True: pass")
        #expect(finished.output == "ready\n")
        #expect(finished.status == -SIGINT)
        #expect(finished.error.hasSuffix("KeyboardInterrupt\n"))
    }

    @Test func keyboardInterruptCanBeCaught() throws {
        let finished = try interrupted(
            "try:\n    while True: pass\nexcept KeyboardInterrupt as e:\n    print('caught', repr(e))")
        #expect(finished.output == "caught KeyboardInterrupt()\n")
        #expect(finished.status == 0)
    }

    /// In `asyncio.run` Ctrl-C cancels the main task first.
    @Test func keyboardInterruptCancelsTheMainTask() throws {
        let finished = try interrupted(
            """
            import asyncio
            async def main():
                try:
                    await asyncio.sleep(100)
                except asyncio.CancelledError:
                    print('cancelled')
                    raise
            try:
                asyncio.run(main())
            except KeyboardInterrupt:
                print('interrupted')
            """)
        #expect(finished.output == "cancelled\ninterrupted\n")
        #expect(finished.status == 0)
    }

    private func interrupted(_ program: String) throws -> ChildProcess.Finished {
        try #require(
            try ChildProcess.run(
                [Interpreter.minipyPath, "-c", program], environment: Interpreter.plainEnvironment,
                interruptAfter: .seconds(1), timeout: .seconds(60)),
            "minipy did not end")
    }
}
