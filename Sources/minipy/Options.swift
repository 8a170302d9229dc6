/// One option of the command. The table below serves parsing, `--help`, the completions of shells and the manual page.
struct Option {
    /// What an option asks for.
    enum Action {
        /// The program: all that follows is for it.
        case text, module
        case help, version
        /// Help about environment variables, about `-X`, about everything.
        case helpEnvironment, helpImplementation, helpAll
        case clock, color
        /// A filter for warnings; an option of the implementation.
        case warning, implementation
        /// One of the flags that programs find in `sys.flags`.
        case flag(Change)
        /// An option of CPython's with an argument that changes nothing in minipy.
        case hashBasedFiles
        /// An option of CPython's that minipy takes and forgets, as CPython does.
        case ignored
    }

    /// What a flag changes.
    typealias Change = @Sendable (inout Settings) -> Void

    /// The letter of a short option, and the long name.
    let letter: Character?
    let name: String?
    /// What its argument is called, if it has one.
    let argument: String?
    /// The words that its argument may be, if there are few.
    let choices: [String]
    let help: String
    /// The environment variable that does the same.
    let variable: String?
    let action: Action

    init(
        _ letter: Character?, name: String? = nil, argument: String? = nil, choices: [String] = [],
        variable: String? = nil, _ action: Action, _ help: String
    ) {
        self.letter = letter
        self.name = name
        self.argument = argument
        self.choices = choices
        self.help = help
        self.variable = variable
        self.action = action
    }

    static let all: [Option] = [
        Option(
            "b", .flag { $0.flags.bytesWarning += 1 },
            "warn about bytes that are converted to str or compared with it; -bb makes it an error"),
        Option(
            "B", variable: "PYTHONDONTWRITEBYTECODE", .flag { $0.flags.dontWriteBytecode = 1 },
            "write no .pyc files; minipy never does"),
        Option("c", argument: "TEXT", .text, "run a program given as text; ends the list of options"),
        Option(
            nil, name: "check-hash-based-pycs", argument: "WHEN", choices: ["always", "default", "never"],
            .hashBasedFiles,
            "no effect: minipy reads no .pyc files"),
        Option(
            nil, name: "clock", argument: "KIND", choices: ["real", "virtual"], .clock,
            "the time that programs see: the system's, or one that jumps to the next timer when nothing is ready"),
        Option(
            nil, name: "color", argument: "WHEN", choices: ["auto", "always", "never"], .color,
            "colour tracebacks and the prompt; auto does so on terminals, as NO_COLOR and the like say"),
        Option("d", variable: "PYTHONDEBUG", .flag { $0.flags.debug = 1 }, "no effect: the parser has no debug mode"),
        Option(
            "E", .flag { $0.flags.ignoreEnvironment = 1 },
            "look at no environment variable of Python's, nor at MINIPYPATH"),
        Option("h", name: "help", .help, "print this help and exit; also -?"),
        Option(nil, name: "help-env", .helpEnvironment, "print help about environment variables and exit"),
        Option(nil, name: "help-xoptions", .helpImplementation, "print help about the options of -X and exit"),
        Option(nil, name: "help-all", .helpAll, "print all help and exit"),
        Option(
            "i", variable: "PYTHONINSPECT",
            .flag {
                $0.flags.inspect = 1
                $0.flags.interactive = 1
            }, "a prompt after the program, with its names; without a program a prompt even when it is no terminal"),
        Option(
            "I",
            .flag {
                $0.flags.isolated = 1
                $0.flags.ignoreEnvironment = 1
                $0.flags.noUserSite = 1
                $0.flags.hasSafePath = true
            }, "isolate the program from its surroundings: as -E, -P and -s together"),
        Option("m", argument: "MODULE", .module, "run a module found on sys.path; ends the list of options"),
        Option(
            "O", variable: "PYTHONOPTIMIZE", .flag { $0.flags.optimize += 1 },
            "leave assert statements out, __debug__ is False; -OO leaves doc strings out, too"),
        Option(
            "P", variable: "PYTHONSAFEPATH", .flag { $0.flags.hasSafePath = true },
            "don't search modules beside the program"),
        Option("q", .flag { $0.flags.quiet = 1 }, "no banner before the prompt"),
        Option(
            "s", variable: "PYTHONNOUSERSITE", .flag { $0.flags.noUserSite = 1 },
            "no effect: there is no directory of the user's own modules"),
        Option("S", .flag { $0.flags.noSite = 1 }, "no effect: there is no module site"),
        Option(
            "u", variable: "PYTHONUNBUFFERED", .flag { $0.flags.isUnbuffered = true },
            "write standard output and standard error at once"),
        Option(
            "v", variable: "PYTHONVERBOSE", .flag { $0.flags.verbose += 1 },
            "tell on standard error what is imported, and from where"),
        Option("V", name: "version", .version, "print the version and exit; -VV says more"),
        Option(
            "W", argument: "FILTER", variable: "PYTHONWARNINGS", .warning,
            "what to do with warnings: action:message:category:module:line"),
        Option(
            "x", .flag { $0.flags.skipsFirstLine = true },
            "skip the first line of the program, whatever begins it"),
        Option("X", argument: "NAME[=VALUE]", .implementation, "an option of the implementation, see --help-xoptions"),
    ]

    /// Letters that CPython takes and forgets.
    private static let forgotten = Option("R", .ignored, "nothing")

    /// What a short option's letter means; `-?` is `-h`.
    static func find(letter: Character) -> Option? {
        if letter == "t" || letter == "R" { return forgotten }
        let letter = letter == "?" ? "h" : letter
        return all.first { $0.letter == letter }
    }

    static func find(name: String) -> Option? { all.first { $0.name == name } }

    /// `-h, --help` with the argument behind it.
    var shown: String {
        var names: [String] = []
        if let letter { names.append("-\(letter)") }
        if let name { names.append("--\(name)") }
        return names.joined(separator: ", ") + (argument == nil ? "" : " \(argumentText)")
    }

    /// The argument as help shows it: its name, or what it may be.
    var argumentText: String { choices.isEmpty ? argument ?? "" : choices.joined(separator: "|") }
}

/// A subcommand: what minipy does with a program besides running it.
struct Tool {
    let name: String
    let arguments: String
    /// The words that its argument may be, if it is no file.
    let choices: [String]
    let help: String

    static let all: [Tool] = [
        Tool(
            name: "dis", arguments: "FILE", choices: [],
            help: "print the code that a program is compiled to, suspension points marked"),
        Tool(
            name: "ast", arguments: "FILE", choices: [],
            help: "print the syntax tree of a program, as Python's ast.dump shows it"),
        Tool(
            name: "completions", arguments: "SHELL", choices: ["bash", "zsh", "fish"],
            help: "print a script that teaches a shell minipy's options"),
        Tool(name: "man", arguments: "", choices: [], help: "print the manual page, as groff reads it"),
    ]
}

/// An option of `-X`.
struct ImplementationOption {
    let name: String
    let argument: String
    let variable: String?
    let help: String

    static let all: [ImplementationOption] = [
        ImplementationOption(
            name: "cpu_count", argument: "N", variable: "PYTHON_CPU_COUNT",
            help: "what os.cpu_count() gives; default for the number of processors"),
        ImplementationOption(
            name: "dev", argument: "", variable: "PYTHONDEVMODE",
            help: "development mode: all warnings are shown, event loops are in debug mode"),
        ImplementationOption(
            name: "importtime", argument: "", variable: "PYTHONPROFILEIMPORTTIME",
            help: "tell on standard error how long each import takes"),
        ImplementationOption(
            name: "int_max_str_digits", argument: "N", variable: "PYTHONINTMAXSTRDIGITS",
            help: "how many digits an int may have when it is converted to or from str; 0 for any number"),
        ImplementationOption(
            name: "utf8", argument: "0|1", variable: "PYTHONUTF8",
            help: "no effect: minipy is always in the UTF-8 mode"),
        ImplementationOption(
            name: "warn_default_encoding", argument: "", variable: "PYTHONWARNDEFAULTENCODING",
            help: "sets the flag of this name; there are no such warnings"),
    ]
}

/// An environment variable that minipy looks at and no option stands for.
struct Variable {
    let name: String
    let help: String

    static let all: [Variable] = [
        Variable(
            name: "MINIPYPATH",
            help: "directories to search for modules after the program's own, separated by ':'"),
        Variable(name: "PYTHONSTARTUP", help: "a program to run before the first prompt of a session"),
        Variable(name: "MINIPY_GC=stress", help: "collect at every opportunity, to find mistakes in the interpreter"),
        Variable(
            name: "PYTHONASYNCIODEBUG", help: "the debug mode of event loops, when it is set and not empty"),
        Variable(
            name: "PYTHONIOENCODING",
            help: "the encoding of the standard streams, utf-8, ascii or latin-1, and ':' and the handler of errors"),
        Variable(
            name: "PYTHONHASHSEED",
            help: "checked, without effect: the hashes of strings are the same in every run"),
        Variable(name: "PYTHON_COLORS", help: "1 colours tracebacks, 0 does not"),
        Variable(name: "NO_COLOR", help: "colours nothing when it is set"),
        Variable(name: "FORCE_COLOR", help: "colours tracebacks when it is set, even where there is no terminal"),
    ]
}
