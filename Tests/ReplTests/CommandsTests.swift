import Foundation
import Testing

/// The commands of the prompt, which begin with a colon, and colours on a terminal.
@Suite(.serialized) struct CommandsTests {
    private func terminal(_ arguments: [String] = ["-q"], environment: [String: String] = [:]) throws -> Terminal {
        let terminal = try Terminal(arguments, columns: 120, environment: environment)
        try terminal.begin()
        return terminal
    }

    @Test func helpListsThemAll() throws {
        let terminal = try terminal()
        try terminal.enter(":help")
        for name in [":help", ":tasks", ":time EXPRESSION", ":dis FUNCTION"] {
            try terminal.wait(name) { $0.lines.contains { $0.hasPrefix(name + " ") } }
        }
        try terminal.enter(":nothing 1 2")
        try terminal.see("There is no command :nothing; :help lists them.")
        try terminal.enter(":")
        try terminal.see("There is no command :; :help lists them.")
        try terminal.enter("1 + 1")
        try terminal.see("2")
    }

    @Test func tasksAndWhatTheyWaitFor() throws {
        let terminal = try terminal()
        try terminal.enter(":tasks")
        try terminal.see("There are no tasks.")
        try terminal.enter(":tasks all")
        try terminal.see(":tasks takes no argument.")
        try terminal.enter("import asyncio")
        try terminal.enter("orders = asyncio.Queue()")
        try terminal.enterBlock(["async def serve():", "while True:", "print(await orders.get())"])
        try terminal.enterBlock(["async def outer(awaitable):", "return await awaitable"])
        try terminal.enter("service = asyncio.create_task(serve(), name='服務')")
        try terminal.enter("sleeper = asyncio.create_task(asyncio.sleep(1000), name='sleeper')")
        try terminal.enter("chain = asyncio.create_task(outer(outer(service)), name='chain')")
        try terminal.enter(
            "both = asyncio.create_task(outer(asyncio.gather(sleeper, asyncio.sleep(0))), name='both')")
        try terminal.enter("plain = asyncio.create_task(outer(asyncio.get_running_loop().create_future()))")
        try terminal.enter("await asyncio.sleep(0.01)")
        try terminal.enter(":tasks")
        try terminal.wait("the table") { $0.lines.contains { $0.hasPrefix("task ") && $0.hasSuffix(" at") } }
        func row(_ name: String) -> String { terminal.screen.lines.last { $0.hasPrefix(name + " ") } ?? "" }
        #expect(row("服務").contains("serve()  Queue.get()"))
        #expect(row("服務").contains(":3  print(await orders.get())"))
        #expect(row("sleeper").contains("sleep()  sleep, 16 min "))
        #expect(row("chain").contains("outer()  服務"))
        #expect(row("chain").contains(":2  return await awaitable"))
        #expect(row("both").contains("outer()  gather, 1 of 2 done"))
        #expect(terminal.screen.lines.contains { $0.hasPrefix("Task-") && $0.contains("outer()  a Future ") })
        try terminal.enter("plain.cancel(); service.cancel(); chain.cancel()")
        terminal.type("exit\r")
        #expect(try terminal.end() == 0)
    }

    @Test func time() throws {
        let terminal = try terminal()
        try terminal.enter("import asyncio")
        try terminal.enter(":time await asyncio.sleep(0.1, 'slept')")
        try terminal.see("'slept'")
        try terminal.wait("the time") { $0.lines.contains { $0.hasSuffix(" ms") } }
        try terminal.enter("_ * 2")
        try terminal.see("'sleptslept'")
        try terminal.enter(":time")
        try terminal.see(":time needs an expression: :time asyncio.sleep(1)")
        try terminal.enter(":time 1 +")
        try terminal.see("SyntaxError: invalid syntax")
        try terminal.enter(":time 1 / 0")
        try terminal.see("ZeroDivisionError: division by zero")
    }

    @Test func dis() throws {
        let terminal = try terminal()
        try terminal.enterBlock(["async def f():", "await g()"])
        try terminal.enter(":dis f")
        try terminal.wait("a suspension point") { $0.lines.contains { $0.contains("⏸") } }
        try terminal.wait("the line") { $0.lines.contains { $0.contains("await g()") && !$0.hasPrefix("...") } }
        try terminal.enter(":dis len")
        try terminal.see(":dis shows what is written in Python; len is not.")
        try terminal.enter(":dis nowhere")
        try terminal.see("NameError: name 'nowhere' is not defined")
        try terminal.enter(":dis")
        try terminal.see(":dis needs a function: :dis print_menu")
    }

    @Test func helpFromDocStrings() throws {
        let terminal = try terminal()
        try terminal.enterBlock(["def f(a, *, b=2):", "'What f does.'"])
        try terminal.enter("help(f)")
        try terminal.see("f(a, *, b=2)")
        try terminal.see("    What f does.")
        try terminal.enter("help()")
        try terminal.wait("the introduction") { $0.lines.contains { $0.hasPrefix("help(object) describes") } }
    }

    /// A terminal has colours unless something says that it has not.
    @Test(arguments: [
        ([:], [], true), (["NO_COLOR": "1"], [], false), (["TERM": "dumb"], [], false),
        (["TERM": "dumb", "FORCE_COLOR": "1"], [], true), (["PYTHON_COLORS": "0"], [], false),
        (["NO_COLOR": "1", "PYTHON_COLORS": "1"], [], true), (["NO_COLOR": "1"], ["--color=always"], true),
        (["FORCE_COLOR": "1"], ["--color=never"], false), (["NO_COLOR": "1"], ["-E"], true),
    ])
    func colors(variables: [String: String], options: [String], areThere: Bool) throws {
        let terminal = try Terminal(
            options + ["-c", "1/0"], environment: variables, unset: variables["NO_COLOR"] == nil ? ["NO_COLOR"] : [])
        #expect(try terminal.end() == 1)
        let text = String(decoding: terminal.output, as: UTF8.self)
        #expect(text.contains("ZeroDivisionError"))
        #expect(text.contains("\u{1B}[1;35mZeroDivisionError\u{1B}[0m") == areThere)
    }
}
