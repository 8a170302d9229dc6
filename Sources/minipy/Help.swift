/// The texts of `--help` and its relatives, from the tables of options.
enum Help {
    static let usage = "usage: minipy [option] ... [-c TEXT | -m MODULE | FILE | -] [ARG] ...\n"

    /// What is printed behind a complaint about the arguments.
    static let hint = usage + "Try `minipy -h' for more information.\n"

    /// `--help`.
    static var options: String {
        var text = usage
        for tool in Tool.all { text += "       minipy " + toolText(tool) + "\n" }
        text += "\nOptions (and the environment variables that do the same):\n"
        for option in Option.all { text += row(option.shown, option.help, variable: option.variable) }
        text += "\nProgram:\n"
        text += row("FILE", "a program (.mpy or .py), or a directory with a __main__ in it")
        text += row("-", "the program comes from standard input; without a FILE, too, unless that is a terminal")
        text += row("ARG ...", "what the program finds in sys.argv[1:]")
        text += "\nTools:\n"
        for tool in Tool.all { text += row(toolText(tool), tool.help) }
        text += "\nWithout a FILE on a terminal minipy is a prompt; :help lists its commands.\n"
        return text
    }

    /// `--help-env`.
    static var environment: String {
        var text = "Environment variables that change what minipy does:\n"
        for variable in Variable.all { text += row(variable.name, variable.help) }
        text += "\nThese variables have options that do the same:\n"
        for option in Option.all {
            if let variable = option.variable { text += row(variable, optionText(option)) }
        }
        for option in ImplementationOption.all {
            if let variable = option.variable { text += row(variable, "-X \(option.name)") }
        }
        return text
    }

    /// `--help-xoptions`.
    static var implementation: String {
        var text = "Options of the implementation; programs find them in sys._xoptions:\n"
        for option in ImplementationOption.all {
            text += row("-X " + implementationText(option), option.help, variable: option.variable)
        }
        return text
    }

    static var all: String { options + "\n" + environment + "\n" + implementation }

    static func toolText(_ tool: Tool) -> String {
        let argument = tool.choices.isEmpty ? tool.arguments : tool.choices.joined(separator: "|")
        return argument.isEmpty ? tool.name : "\(tool.name) \(argument)"
    }

    static func implementationText(_ option: ImplementationOption) -> String {
        option.argument.isEmpty ? option.name : "\(option.name)=\(option.argument)"
    }

    private static func optionText(_ option: Option) -> String {
        option.letter.map { "-\($0)" } ?? "--\(option.name ?? "")"
    }

    /// A row of the help: two columns within 80 characters.
    private static func row(_ left: String, _ right: String, variable: String? = nil) -> String {
        let indent = 22
        let width = 80
        var words = right.split(separator: " ").map(String.init)
        if let variable, !words.isEmpty {
            words[words.count - 1] += ";"
            words += ["also", variable]
        }
        var lines: [String] = []
        var line = ""
        for word in words {
            if !line.isEmpty, line.count + word.count + 1 > width - indent {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " \(word)"
        }
        lines.append(line)
        let start = "  \(left)"
        return start + (left.count + 4 > indent ? "\n" + spaces(indent) : spaces(indent - start.count))
            + lines.joined(separator: "\n" + spaces(indent)) + "\n"
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
