#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Runtime

let commandName = "minipy"

/// Prints to standard error.
func complain(_ text: String) {
    text.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
}

/// Stands for an ending by SIGINT among exit statuses.
let endsByInterrupt = 1 << 16

/// Runs a program and ends the process as it asks for.
func run(_ program: Interpreter.Program, _ options: Interpreter.Options) -> Never {
    Interpreter.prepareProcess()
    let status = onLargeStack {
        let interpreter = Interpreter(options: options)
        switch interpreter.runMain(program, commandName: commandName) {
        case .status(let status): return Int(status)
        case .interrupted: return endsByInterrupt
        }
    }
    if status == endsByInterrupt { Interpreter.endProcessByInterrupt() }
    exit(Int32(status & 0xFF))
}

switch Request(CommandLine.arguments) {
case .text(let text):
    print(text, terminator: "")
case .wrong(let message, let showsUsage):
    complain(message + "\n" + (showsUsage ? Help.hint : ""))
    exit(2)
case .fatal(let message):
    complain(message)
    exit(1)
case .run(let program, let options):
    run(program, options)
case .standardInput(let options):
    if isatty(STDIN_FILENO) == 1 {
        complain("minipy: no FILE given, and there is no interactive mode yet; see minipy --help\n")
        exit(2)
    }
    run(.standardInput, options)
case .disassemble(let file):
    exit(Int32(onLargeStack { SourceTools.printCode(ofFile: file, commandName: commandName) }))
case .dumpTree(let files, let withSizes):
    exit(Int32(onLargeStack { SourceTools.printTrees(ofFiles: files, withSizes: withSizes, commandName: commandName) }))
}
