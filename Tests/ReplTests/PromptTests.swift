import Foundation
import Testing

/// The prompt on a terminal: typing, editing, history, completion, pasting.
@Suite(.serialized) struct PromptTests {
    @Test func expressionsAndNames() throws {
        let terminal = try Terminal()
        try terminal.begin()
        #expect(terminal.screen.lines[0].hasPrefix("minipy"))
        try terminal.enter("1 + 1")
        try terminal.see("2")
        try terminal.enter("_ * 21")
        try terminal.see("42")
        try terminal.enter("word = 'abc'")
        try terminal.enter("word; word.upper()")
        try terminal.see("'abc'")
        try terminal.see("'ABC'")
        terminal.type("exit\r")
        #expect(try terminal.end() == 0)
    }

    @Test func blocksAreIndented() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        try terminal.enterBlock(["def sign(x):", "if x < 0:", "return -1", "return 1"])
        try terminal.see("...         return -1")
        try terminal.see("...     return 1")
        try terminal.enter("sign(-5), sign(5)")
        try terminal.see("(-1, 1)")
        // Backspace takes a level away, Tab adds one; brackets hold a statement open.
        try terminal.enterBlock(["for i in [", "7,", "\u{7F}]:", "if i:", "\u{7F}\tprint('seen', i)"])
        try terminal.see("seen 7")
    }

    /// Ctrl-D in a block ends the block, not the session.
    @Test func endOfInputInABlock() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        terminal.type("for i in range(2):\r")
        try terminal.wait("the continuation") { $0.line == "..." && $0.column == 8 }
        terminal.type("print('number', i)\r")
        try terminal.wait("the next line") { $0.row == 2 && $0.column == 8 }
        terminal.type("\u{15}" + Terminal.endOfInput)
        try terminal.see("number 1")
        try terminal.seeInput(">>>")
        terminal.type(Terminal.endOfInput)
        #expect(try terminal.end() == 0)
    }

    @Test func editingInTheMiddle() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        terminal.type("'ad'" + Terminal.left + Terminal.left)
        try terminal.wait("the cursor") { $0.line == ">>> 'ad'" && $0.column == 6 }
        try terminal.enter("bc")
        try terminal.see("'abcd'")
        // To the beginning, a word forward, away with the rest.
        terminal.type("1 + 2 + 3\u{1}\u{1B}f\u{B}")
        try terminal.seeInput(">>> 1")
        try terminal.enter("0")
        try terminal.see("10")
    }

    @Test func historyLasts() throws {
        let first = try Terminal(["-q"])
        try first.begin()
        try first.enter("answer = 40 + 2")
        try first.enterBlock(["for i in range(2):", "print('item', i)"])
        first.type(Terminal.endOfInput)
        #expect(try first.end() == 0)

        let file = first.home.appending(path: "state/minipy/history").path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)

        let second = try Terminal(["-q"], home: first.home)
        try second.begin()
        // A block is one entry.
        second.type(Terminal.up)
        try second.wait("the block") { $0.line == "    print('item', i)" }
        second.type(Terminal.up)
        try second.wait("the first line") { $0.line == ">>> answer = 40 + 2" }
        try second.enter("")
        try second.enter("answer")
        try second.see("42")
        // Searching.
        second.type("\u{12}40")
        try second.wait("the search") { $0.line.contains("answer = 40 + 2") }
        try second.enter("")
    }

    @Test func completion() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        try terminal.enterBlock([
            "class Thing:", "size = 3", "@property", "def danger(self):", "print('property' + ' ran')",
        ])
        try terminal.enter("thing = Thing(); table = {'alpha': 1, 'beta': 2}")
        terminal.type("thi\t")
        try terminal.seeInput(">>> thing")
        terminal.type(".da\t")
        try terminal.seeInput(">>> thing.danger")
        terminal.type("\u{15}thing.si\t")
        try terminal.seeInput(">>> thing.size")
        terminal.type("\u{15}table['al\t")
        try terminal.seeInput(">>> table['alpha']")
        terminal.type("\u{15}import asyn\t")
        try terminal.seeInput(">>> import asyncio")
        terminal.type("\u{15}from asyncio import wait_\t")
        try terminal.seeInput(">>> from asyncio import wait_for")
        terminal.type("\u{15}nonl\t")
        try terminal.seeInput(">>> nonlocal")
        // Two of the kind: they are listed.
        terminal.type("\u{15}'x'.isal\t\t")
        try terminal.wait("the candidates") { $0.lines.contains { $0.hasPrefix("isalnum(") } }
        #expect(!terminal.text.contains("property ran"))
    }

    @Test func pastedBlock() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        terminal.paste(
            "import asyncio\n\nasync def main():\n    print('one')\n\n    print('two')\n\nawait main()\n3 * 5\n")
        try terminal.enter("")
        try terminal.see("one")
        try terminal.see("two")
        try terminal.see("15")
        // What fails ends it.
        terminal.paste("print('before')\n1 / 0\nprint('after')\n")
        try terminal.enter("")
        try terminal.see("before")
        try terminal.see("  File \"<python-input-1>\", line 2, in <module>")
        try terminal.see("    1 / 0")
        #expect(!terminal.screen.lines.contains("after"))
    }

    /// Without the marks of a paste, too, lines that come at once may have empty lines among them.
    @Test func blockTypedAtOnce() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        terminal.type("def pair():\r    a = 1\r\r    return a, a\rprint(pair())\r")
        try terminal.see("(1, 1)")
    }

    /// Whatever the locale of the environment.
    @Test(arguments: ["C.UTF-8", "C", "zh_TW.Big5"]) func wideCharacters(locale: String) throws {
        let terminal = try Terminal(["-q"], environment: ["LC_ALL": locale])
        try terminal.begin()
        terminal.type("'漢字😀x'")
        try terminal.wait("the columns") { $0.line == ">>> '漢字😀x'" && $0.column == 13 }
        terminal.type(Terminal.left + Terminal.left + Terminal.left)
        try terminal.wait("the cursor before the emoji") { $0.column == 9 }
        terminal.type("\u{7F}é")
        try terminal.wait("the replaced character") { $0.line == ">>> '漢é😀x'" && $0.column == 8 }
        try terminal.enter("")
        try terminal.see("'漢é😀x'")
        try terminal.enter("變數 = 7")
        try terminal.enter("變數 + 1")
        try terminal.see("8")
    }

    @Test func longLinesAndResize() throws {
        let terminal = try Terminal(["-q"], columns: 30)
        try terminal.begin()
        terminal.type("len('" + String(repeating: "漢", count: 38))
        try terminal.wait("three rows") { $0.row == 2 && $0.column == 26 }
        terminal.resize(columns: 60)
        try terminal.enter("')")
        try terminal.see("38")
        try terminal.enter("'a' * 3")
        try terminal.see("'aaa'")
    }

    @Test func syntaxErrors() throws {
        let terminal = try Terminal(["-q"])
        try terminal.begin()
        try terminal.enter("x = = 1")
        try terminal.see("    x = = 1")
        try terminal.see("        ^")
        try terminal.see("SyntaxError: invalid syntax")
        // An open bracket is no error yet; an empty line does not end it.
        terminal.type("print((1,\r\r2))\r")
        try terminal.see("(1, 2)")
    }

    @Test func dumbTerminal() throws {
        let terminal = try Terminal(["-q"], environment: ["TERM": "dumb"])
        try terminal.begin()
        try terminal.enter("6 * 7")
        try terminal.see("42")
    }

    @Test func colours() throws {
        let terminal = try Terminal(["-q", "--color=always"], environment: ["NO_COLOR": ""])
        try terminal.begin()
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[1;35m>>> \u{1B}[0m"))
        try terminal.enter("nothing")
        try terminal.see("NameError: name 'nothing' is not defined")
    }
}
