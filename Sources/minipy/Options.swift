/// One option of the command. The table below serves both parsing and `--help`.
struct Option {
    /// What an option asks for.
    enum Action {
        /// The program: all that follows is for it.
        case text, module
        case help, version
        case clock, unbuffered
        /// A filter for warnings; an option of the implementation.
        case warning, implementation
        /// An option of CPython's that changes nothing in minipy.
        case ignored
        /// An option of CPython's that minipy refuses, saying so.
        case refused(String)
    }

    /// The letter of a short option, and the long name.
    let letter: Character?
    let name: String?
    /// What its argument is called, if it has one.
    let argument: String?
    let help: String
    let action: Action

    static let all: [Option] = [
        Option(
            letter: "c", name: nil, argument: "TEXT", help: "run a program given as text (ends the list of options)",
            action: .text),
        Option(
            letter: "m", name: nil, argument: "MODULE",
            help: "run a module found on sys.path as a script (ends the list of options)", action: .module),
        Option(
            letter: nil, name: "clock", argument: "real|virtual",
            help: "the time that programs see: the system's, or one that jumps to the next timer when nothing is ready",
            action: .clock),
        Option(
            letter: "u", name: nil, argument: nil, help: "write every line of standard output at once",
            action: .unbuffered),
        Option(
            letter: "W", name: nil, argument: "FILTER",
            help: "what to do with warnings: action:message:category:module:line, as in PYTHONWARNINGS",
            action: .warning),
        Option(
            letter: "X", name: nil, argument: "NAME[=VALUE]", help: "an option that programs find in sys._xoptions",
            action: .implementation),
        Option(
            letter: "B", name: nil, argument: nil, help: "nothing: minipy never writes .pyc files", action: .ignored),
        Option(letter: "s", name: nil, argument: nil, help: "nothing: there is no user site", action: .ignored),
        Option(letter: "S", name: nil, argument: nil, help: "nothing: there is no module site", action: .ignored),
        Option(letter: "E", name: nil, argument: nil, help: "nothing: minipy looks at few variables", action: .ignored),
        Option(
            letter: "I", name: nil, argument: nil, help: "nothing: there is no site to be isolated from",
            action: .ignored),
        Option(
            letter: "O", name: nil, argument: nil, help: "leave assert statements out (not there)",
            action: .refused("minipy does not leave assert statements out")),
        Option(letter: "q", name: nil, argument: nil, help: "nothing: there is no banner", action: .ignored),
        Option(letter: "h", name: "help", argument: nil, help: "print this help and exit", action: .help),
        Option(letter: "V", name: "version", argument: nil, help: "print the version and exit", action: .version),
        Option(
            letter: "i", name: nil, argument: nil, help: "interactive after the program (not there yet)",
            action: .refused("minipy has no interactive mode yet")),
    ]

    /// What a short option's letter means; `-?` is `-h`.
    static func find(letter: Character) -> Option? {
        let letter = letter == "?" ? "h" : letter
        return all.first { $0.letter == letter }
    }

    static func find(name: String) -> Option? { all.first { $0.name == name } }

    static let usage = """
        usage: minipy [option] ... [-c TEXT | -m MODULE | FILE | -] [ARG] ...

        """

    /// The text of `--help`.
    static var help: String {
        var text = usage + "       minipy dis FILE\n       minipy ast FILE\n\nOptions:\n"
        for option in all {
            var names: [String] = []
            if let letter = option.letter { names.append("-\(letter)") }
            if let name = option.name { names.append("--\(name)") }
            var left = names.joined(separator: ", ")
            if let argument = option.argument { left += " \(argument)" }
            text += row(left, option.help)
        }
        text += "\nArguments:\n"
        text += row("FILE", "a program (.mpy or .py), or a directory with a __main__ in it")
        text += row("-", "the program comes from standard input, as it does without FILE when that is no terminal")
        text += row("ARG ...", "what the program finds in sys.argv[1:]")
        text += "\nTools:\n"
        text += row("dis FILE", "print the code that a program is compiled to, suspension points marked")
        text += row("ast FILE", "print the syntax tree of a program, as Python's ast.dump shows it")
        text += "\nEnvironment:\n"
        text += row("MINIPYPATH", "directories to search for modules after the script's own, separated by ':'")
        text += row("PYTHONWARNINGS", "filters as those of -W, separated by ','")
        text += row("MINIPY_GC=stress", "collect at every opportunity, to find mistakes in the interpreter")
        return text
    }

    /// A row of the help: two columns of 100 characters.
    private static func row(_ left: String, _ right: String) -> String {
        let indent = 22
        var lines: [String] = []
        var line = ""
        for word in right.split(separator: " ") {
            if !line.isEmpty, line.count + word.count + 1 > 100 - indent {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? "\(word)" : " \(word)"
        }
        lines.append(line)
        var text = "  \(left)"
        text += left.count + 4 > indent ? "\n" + spaces(indent) : spaces(indent - left.count - 2)
        return text + lines.joined(separator: "\n" + spaces(indent)) + "\n"
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
