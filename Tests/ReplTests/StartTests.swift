import Foundation
import Testing

/// How a session begins: after a program, with a start file, with the flags of the command.
@Suite(.serialized) struct StartTests {
    @Test func afterAProgram() throws {
        let home = try Terminal.makeHome()
        let file = home.appending(path: "program.py")
        try "value = 6\ndef twice(x): return 2 * x\n1 / 0\n".write(to: file, atomically: true, encoding: .utf8)
        let terminal = try Terminal(["-i", file.path], home: home)
        try terminal.begin()
        try terminal.see("ZeroDivisionError: division by zero")
        try terminal.enter("twice(value)")
        try terminal.see("12")
        try terminal.enter("import sys; sys.flags.interactive, sys.flags.inspect")
        try terminal.see("(1, 1)")
        terminal.type("sys.exit(3)\r")
        #expect(try terminal.end() == 3)
    }

    @Test func startFile() throws {
        let home = try Terminal.makeHome()
        let file = home.appending(path: "start.py")
        try "import sys\nsys.ps1 = '$ '\ngreeting = 'hello'\n".write(to: file, atomically: true, encoding: .utf8)
        let terminal = try Terminal(home: home, environment: ["PYTHONSTARTUP": file.path])
        try terminal.wait("the changed prompt") { $0.line == "$" }
        try terminal.enter("greeting", prompt: "$")
        try terminal.see("'hello'")
    }

    @Test func historyThatCannotBeWritten() throws {
        let terminal = try Terminal(["-q"], environment: ["XDG_STATE_HOME": "/dev/null"])
        try terminal.begin()
        try terminal.enter("1 + 2")
        try terminal.see("3")
        terminal.type(Terminal.endOfInput)
        #expect(try terminal.end() == 0)
    }

    @Test func helpAndExit() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        try terminal.enterBlock(["def documented(x):", "'What it does.'", "return x"])
        terminal.type("help(documented)\r")
        try terminal.see("    What it does.")
        terminal.type("quit()\r")
        #expect(try terminal.end() == 0)
    }
}
