import Runtime

/// The manual page, from the same tables as the help: `minipy man > minipy.1`.
enum ManualPage {
    static var text: String {
        var page = Roff()
        page.raw(".TH MINIPY 1 \"\" \"minipy \(Version.minipy)\" \"User Commands\"")
        page.section("NAME")
        page.paragraph("minipy - a Python built around what makes a program concurrent")
        page.section("SYNOPSIS")
        page.raw(
            ".B minipy\n[\\fIoption\\fR ...] [\\-c \\fITEXT\\fR | \\-m \\fIMODULE\\fR | \\fIFILE\\fR | \\-] [\\fIARG\\fR ...]"
        )
        for tool in Tool.all {
            page.raw(".br\n.B minipy \(tool.name)" + (tool.arguments.isEmpty ? "" : "\n.I \(tool.arguments)"))
        }
        page.section("DESCRIPTION")
        page.paragraph(
            "minipy runs programs written in a subset of Python 3.13. What it accepts prints what CPython prints, "
                + "raises the same exceptions and exits with the same status; what it does not support it refuses with "
                + "an error that says so.")
        page.paragraph(
            "FILE is a program (.mpy or .py) or a directory with a __main__ in it; - is standard input. The arguments "
                + "behind it are what the program finds in sys.argv. Without a program, and with a terminal for its "
                + "standard input, minipy is a prompt: there await works, and tasks go on while the next line is being "
                + "typed. :help lists the commands of the prompt.")
        page.section("OPTIONS")
        page.paragraph(
            "Letters may be joined (-qi). The list of options ends at the program, behind -c TEXT and -m MODULE, or at --."
        )
        for option in Option.all {
            var names: [String] = []
            if let letter = option.letter { names.append("-\(letter)") }
            if let name = option.name { names.append("--\(name)") }
            page.item(
                names, option.argumentText,
                option.help + (option.variable.map { " (also the environment variable \($0))" } ?? ""))
        }
        page.raw(".SS Options of the implementation")
        page.paragraph("They follow -X, and programs find them in sys._xoptions.")
        for option in ImplementationOption.all {
            page.item(
                ["-X \(option.name)" + (option.argument.isEmpty ? "" : "=")], option.argument,
                option.help + (option.variable.map { " (also the environment variable \($0))" } ?? ""), isJoined: true)
        }
        page.section("TOOLS")
        for tool in Tool.all {
            page.item(
                [tool.name], tool.choices.isEmpty ? tool.arguments : tool.choices.joined(separator: "|"), tool.help)
        }
        page.section("THE PROMPT")
        page.paragraph(
            "Without a program, and after one with -i. await, async for and async with work at the prompt; the event "
                + "loop runs while it waits for a line. Ctrl-C clears the line, or interrupts the statement that runs; "
                + "Ctrl-D leaves. Lines are edited by readline, as the user's .inputrc says. Lines that begin with a "
                + "colon are commands:")
        for command in Session.commands {
            page.item([":\(command.name)"], command.argument ?? "", command.help)
        }
        page.section("FILES")
        page.item(
            ["~/.local/state/minipy/history"], "", "the history of the prompt; below XDG_STATE_HOME where that is set")
        page.section("ENVIRONMENT")
        page.paragraph("Variables that have no option. -E and -I turn all off but those that begin with MINIPY_.")
        for variable in Variable.all { page.item([variable.name], "", variable.help) }
        page.section("EXIT STATUS")
        page.item(["0"], "", "the program came to its end")
        page.item(["1"], "", "an exception that nobody caught was printed")
        page.item(["2"], "", "wrong arguments, or a program that can't be opened")
        page.item(["120"], "", "what the program printed could not be written at its end")
        page.item(["other"], "", "what the program gave sys.exit()")
        page.paragraph("A KeyboardInterrupt that nobody catches ends the process by SIGINT.")
        page.section("EXAMPLES")
        page.example("minipy --clock virtual timetable.py", "a program that sleeps for hours, at once")
        page.example("minipy -W error -X dev server.py", "every warning is an error, event loops check more")
        page.example(
            "minipy completions bash > ~/.local/share/bash-completion/completions/minipy", "Tab knows the options")
        page.section("SEE ALSO")
        page.raw(".BR python3 (1)")
        return page.text
    }
}

/// Writes the language of manual pages.
private struct Roff {
    private(set) var text =
        ".\\\" Made from the table of options by: minipy man\n"

    mutating func raw(_ line: String) { text += line + "\n" }

    mutating func section(_ name: String) { raw(".SH \(name)") }

    mutating func paragraph(_ words: String) { raw(".PP\n" + Roff.escaped(words)) }

    /// A term with its explanation.
    mutating func item(_ names: [String], _ argument: String, _ words: String, isJoined: Bool = false) {
        var term = names.map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: ", ")
        if !argument.isEmpty { term += (isJoined ? "" : " ") + "\\fI\(Roff.escaped(argument))\\fR" }
        raw(".TP\n\(term)\n" + Roff.escaped(words))
    }

    mutating func example(_ command: String, _ words: String) {
        raw(".TP\n.nf\n\\fB\(Roff.escaped(command))\\fR\n.fi\n" + Roff.escaped(words))
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "~": result += "\\(ti"
            case "'": result += "\\(aq"
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }
}
