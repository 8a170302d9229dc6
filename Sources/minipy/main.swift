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
func run(_ program: Interpreter.Program, _ options: Interpreter.Options, isUnbuffered: Bool) -> Never {
    if isUnbuffered { setenv("PYTHONUNBUFFERED", "1", 1) }
    var options = options
    if let path = getenv("MINIPYPATH"), path.pointee != 0 {
        options.path = String(cString: path).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
    if let filters = getenv("PYTHONWARNINGS"), filters.pointee != 0 {
        options.warningOptions =
            String(cString: filters).split(separator: ",").map(String.init) + options.warningOptions
    }
    Interpreter.prepareProcess()
    nonisolated(unsafe) let settings = options
    let status = onLargeStack {
        let interpreter = Interpreter(options: settings)
        switch interpreter.runMain(program, commandName: commandName) {
        case .status(let status): return Int(status)
        case .interrupted: return endsByInterrupt
        }
    }
    if status == endsByInterrupt { Interpreter.endProcessByInterrupt() }
    exit(Int32(status & 0xFF))
}

switch Request(CommandLine.arguments) {
case .help:
    print(Option.help, terminator: "")
case .version:
    print(Version.text)
case .wrong(let message, let showsUsage):
    complain(message + "\n" + (showsUsage ? Option.usage + "Try `minipy -h' for more information.\n" : ""))
    exit(2)
case .run(let program, let options, let isUnbuffered):
    run(program, options, isUnbuffered: isUnbuffered)
case .standardInput(let options, let isUnbuffered):
    if isatty(STDIN_FILENO) == 1 {
        complain("minipy: no FILE given, and there is no interactive mode yet; see minipy --help\n")
        exit(2)
    }
    run(.standardInput, options, isUnbuffered: isUnbuffered)
case .disassemble(let file):
    exit(Int32(onLargeStack { SourceTools.printCode(ofFile: file, commandName: commandName) }))
case .dumpTree(let files, let withSizes):
    exit(Int32(onLargeStack { SourceTools.printTrees(ofFiles: files, withSizes: withSizes, commandName: commandName) }))
}
