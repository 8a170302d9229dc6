import Runtime

/// What the arguments of the command ask for.
enum Request {
    case run(Interpreter.Program, Interpreter.Options)
    /// No program was named: standard input, or a prompt if that is a terminal.
    case standardInput(Interpreter.Options)
    /// Something to print.
    case text(String)
    case disassemble(String)
    case dumpTree([String], withSizes: Bool)
    /// Wrong use: the message, and whether the usage follows.
    case wrong(String, showsUsage: Bool = true)
    /// A setting that CPython refuses: what is printed. The status is 1 then.
    case fatal(String)

    init(_ arguments: [String]) {
        if arguments.count > 1, let tool = Request.tool(Array(arguments[1...])) {
            self = tool
            return
        }
        var parser = CommandLineParser(arguments)
        do throws(CommandLineParser.Stop) {
            self = try parser.parse()
        } catch {
            self = error.request
        }
    }

    /// `dis FILE`, `ast FILE …`; a script of such a name is run as `./dis`.
    private static func tool(_ arguments: [String]) -> Request? {
        guard let tool = Tool.all.first(where: { $0.name == arguments[0] }) else { return nil }
        let wrong = Request.wrong(
            "minipy \(tool.name): "
                + (tool.arguments.isEmpty ? "no argument expected" : "one \(tool.arguments) expected"))
        switch tool.name {
        case "dis": return arguments.count == 2 ? .disassemble(arguments[1]) : wrong
        case "ast":
            // With --sizes several dumps can be told apart: each follows a line with its size in bytes.
            let withSizes = arguments.count > 1 && arguments[1] == "--sizes"
            let files = Array(arguments.dropFirst(withSizes ? 2 : 1))
            return withSizes || files.count == 1 ? .dumpTree(files, withSizes: withSizes) : wrong
        case "completions":
            guard arguments.count == 2 else { return wrong }
            guard let shell = Completions.Shell(rawValue: arguments[1]) else {
                return .wrong(
                    "minipy completions: SHELL is bash, zsh or fish, not '\(arguments[1])'", showsUsage: false)
            }
            return .text(Completions.script(for: shell))
        case "man": return arguments.count == 1 ? .text(ManualPage.text) : wrong
        default: return nil
        }
    }
}

/// Understands the arguments as Python does: options end at the program, everything behind it is the program's own.
struct CommandLineParser {
    /// Thrown where the arguments say no more.
    struct Stop: Error {
        let request: Request
    }

    private let arguments: [String]
    private var index = 1
    private var settings = Settings()
    private var versions = 0
    private var help: String?

    init(_ arguments: [String]) { self.arguments = arguments }

    mutating func parse() throws(Stop) -> Request {
        while index < arguments.count {
            let argument = arguments[index]
            if argument == "-" { return try run(.standardInput) }
            if !argument.hasPrefix("-") { return try run(.file(argument)) }
            index += 1
            if argument == "--" {
                guard index < arguments.count else { break }
                return try run(.file(arguments[index]))
            }
            if argument.hasPrefix("--") {
                if let request = try long(argument) { return request }
            } else if let request = try short(argument.dropFirst()) {
                return request
            }
        }
        if let information { return information }
        return .standardInput(try options([""]))
    }

    /// A long option, with its argument behind `=` or in the next place.
    private mutating func long(_ argument: String) throws(Stop) -> Request? {
        let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let option = Option.find(name: String(parts[0])), parts.count == 1 || option.argument != nil else {
            throw Stop(request: .wrong("unknown option \(argument)"))
        }
        return try apply(option, "--\(parts[0])", parts.count > 1 ? String(parts[1]) : nil)
    }

    /// Short options: letters may be joined; one with an argument takes the rest.
    private mutating func short(_ letters: Substring) throws(Stop) -> Request? {
        var letters = letters
        while let letter = letters.popFirst() {
            if letter == "J" { throw Stop(request: .wrong("-J is reserved for Jython")) }
            guard let option = Option.find(letter: letter) else {
                throw Stop(request: .wrong("Unknown option: -\(letter)"))
            }
            if option.argument == nil {
                if let request = try apply(option, "-\(letter)", nil) { return request }
                continue
            }
            return try apply(option, "-\(letter)", letters.isEmpty ? nil : String(letters))
        }
        return nil
    }

    private mutating func apply(_ option: Option, _ shown: String, _ attached: String?) throws(Stop) -> Request? {
        var value = attached ?? ""
        if option.argument != nil, attached == nil {
            guard index < arguments.count else {
                throw Stop(request: .wrong("Argument expected for the \(shown) option\(option.name == nil ? "" : "s")"))
            }
            value = arguments[index]
            index += 1
        }
        switch option.action {
        case .help: help = Help.options
        case .helpEnvironment: help = Help.environment
        case .helpImplementation: help = Help.implementation
        case .helpAll: help = Help.all
        case .version: versions += 1
        case .flag(let change): change(&settings)
        case .warning: settings.warnings.append(value)
        case .implementation:
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            settings.implementation.append(
                (name: String(parts.first ?? ""), value: parts.count > 1 ? String(parts[1]) : nil))
        case .ignored: break
        case .hashBasedFiles:
            guard option.choices.contains(value) else {
                throw Stop(request: .wrong("\(shown) must be one of 'default', 'always', or 'never'"))
            }
        case .clock: settings.clock = try choice(option, shown, value) == 0 ? .real : .virtual
        case .color: settings.flags.color = [.automatic, .always, .never][try choice(option, shown, value)]
        case .text: return try program(.text(value), "-c")
        case .module: return try program(.module(value), "-m")
        }
        return nil
    }

    /// Which of an option's words was given.
    private func choice(_ option: Option, _ shown: String, _ value: String) throws(Stop) -> Int {
        if let index = option.choices.firstIndex(of: value) { return index }
        let words = option.choices.map { "'\($0)'" }
        let list = words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "") + (words.last ?? "")
        throw Stop(request: .wrong("minipy: \(shown) is \(list), not '\(value)'", showsUsage: false))
    }

    /// Help or the version, if they were asked for.
    private var information: Request? {
        if let help { return .text(help) }
        switch versions {
        case 0: return nil
        case 1: return .text(Version.text + "\n")
        default: return .text(Version.longText + "\n")
        }
    }

    /// A program at the present place; the arguments from there on are its own.
    private func run(_ program: Interpreter.Program) throws(Stop) -> Request {
        if let information { return information }
        return .run(program, try options(Array(arguments[index...])))
    }

    /// The same for `-c` and `-m`.
    private func program(_ program: Interpreter.Program, _ name: String) throws(Stop) -> Request {
        if let information { return information }
        return .run(program, try options([name] + arguments[index...]))
    }

    private func options(_ arguments: [String]) throws(Stop) -> Interpreter.Options {
        do throws(Settings.Fatal) {
            return try settings.interpreterOptions(arguments: arguments)
        } catch {
            throw Stop(request: .fatal(error.text))
        }
    }
}
