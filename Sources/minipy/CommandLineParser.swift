import Runtime

/// What the arguments of the command ask for.
enum Request {
    case run(Interpreter.Program, Interpreter.Options, isUnbuffered: Bool)
    /// No program was named: standard input, or a prompt if that is a terminal.
    case standardInput(Interpreter.Options, isUnbuffered: Bool)
    case help
    case version
    case disassemble(String)
    case dumpTree([String], withSizes: Bool)
    /// Wrong use: the message, and whether the usage follows.
    case wrong(String, showsUsage: Bool)

    /// Understands the arguments as Python does: options end at the program, everything behind it is the program's own.
    init(_ arguments: [String]) {
        var options = Interpreter.Options()
        var isUnbuffered = false
        var index = 1
        while index < arguments.count {
            let argument = arguments[index]
            if argument == "-" {
                options.arguments = Array(arguments[index...])
                self = .run(.standardInput, options, isUnbuffered: isUnbuffered)
                return
            }
            guard argument.hasPrefix("-") else {
                if index == 1, let tool = Request.tool(Array(arguments[1...])) {
                    self = tool
                    return
                }
                options.arguments = Array(arguments[index...])
                self = .run(.file(argument), options, isUnbuffered: isUnbuffered)
                return
            }
            index += 1
            if argument == "--" {
                guard index < arguments.count else { break }
                options.arguments = Array(arguments[index...])
                self = .run(.file(arguments[index]), options, isUnbuffered: isUnbuffered)
                return
            }
            var found: [(option: Option, shown: String, attached: String?)] = []
            if argument.hasPrefix("--") {
                let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let option = Option.find(name: String(parts[0])) else {
                    self = .wrong("unknown option \(argument)", showsUsage: true)
                    return
                }
                if parts.count > 1, option.argument == nil {
                    self = .wrong("unknown option \(argument)", showsUsage: true)
                    return
                }
                found.append((option, "--\(parts[0])", parts.count > 1 ? String(parts[1]) : nil))
            } else {
                // Letters may be joined; one with an argument takes the rest.
                var letters = argument.dropFirst()
                while let letter = letters.popFirst() {
                    guard let option = Option.find(letter: letter) else {
                        self = .wrong("Unknown option: -\(letter)", showsUsage: true)
                        return
                    }
                    guard option.argument != nil else {
                        found.append((option, "-\(letter)", nil))
                        continue
                    }
                    found.append((option, "-\(letter)", letters.isEmpty ? nil : String(letters)))
                    break
                }
            }
            for (option, shown, attached) in found {
                var value = attached
                if option.argument != nil, value == nil {
                    guard index < arguments.count else {
                        self = .wrong("Argument expected for the \(shown) option", showsUsage: true)
                        return
                    }
                    value = arguments[index]
                    index += 1
                }
                switch option.action {
                case .help:
                    self = .help
                    return
                case .version:
                    self = .version
                    return
                case .refused(let reason):
                    self = .wrong("minipy: \(shown): \(reason)", showsUsage: false)
                    return
                case .unbuffered: isUnbuffered = true
                case .warning: options.warningOptions.append(value ?? "")
                case .implementation:
                    let parts = (value ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    options.implementationOptions.append(
                        (name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil))
                case .ignored: break
                case .clock:
                    switch value {
                    case "real": options.clock = .real
                    case "virtual": options.clock = .virtual
                    default:
                        self = .wrong("minipy: --clock is 'real' or 'virtual', not '\(value ?? "")'", showsUsage: true)
                        return
                    }
                case .text:
                    options.arguments = ["-c"] + arguments[index...]
                    self = .run(.text(value ?? ""), options, isUnbuffered: isUnbuffered)
                    return
                case .module:
                    options.arguments = ["-m"] + arguments[index...]
                    self = .run(.module(value ?? ""), options, isUnbuffered: isUnbuffered)
                    return
                }
            }
        }
        self = .standardInput(options, isUnbuffered: isUnbuffered)
    }

    /// `dis FILE`, `ast FILE …`; a script of such a name is run as `./dis`.
    private static func tool(_ arguments: [String]) -> Request? {
        switch arguments[0] {
        case "dis":
            guard arguments.count == 2 else { return .wrong("minipy dis: one FILE expected", showsUsage: true) }
            return .disassemble(arguments[1])
        case "ast":
            // With --sizes several dumps can be told apart: each follows a line with its size in bytes.
            let withSizes = arguments.count > 1 && arguments[1] == "--sizes"
            let files = Array(arguments.dropFirst(withSizes ? 2 : 1))
            guard withSizes || files.count == 1 else {
                return .wrong("minipy ast: one FILE expected", showsUsage: true)
            }
            return .dumpTree(files, withSizes: withSizes)
        default:
            return nil
        }
    }
}
