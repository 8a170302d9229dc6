#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Runtime

/// The command: what its arguments ask for is done, and gives an exit status.
struct Command {
    let arguments: [String]
    init(_ arguments: [String]) { self.arguments = arguments }

    func run() -> Int32 {
        var program = Interpreter.Program.standardInput
        var options = Interpreter.Options()
        if arguments.count > 2, arguments[1] == "-c" {
            program = .text(arguments[2])
            options.arguments = ["-c"] + arguments.dropFirst(3)
            options.path = [""]
        } else if arguments.count > 1 {
            program = .file(arguments[1])
            options.arguments = Array(arguments.dropFirst())
        }
        return Int32(truncatingIfNeeded: runOnLargeStack {
            let interpreter = Interpreter(options: options)
            switch interpreter.runMain(program, commandName: "minipy") {
            case .status(let status): return Int(status)
            case .interrupted: return 130
            }
        })
    }
}
