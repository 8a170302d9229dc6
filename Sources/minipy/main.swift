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

/// Runs a program, with a session behind it if one is asked for, and ends the process as they ask for.
func run(_ program: Interpreter.Program, _ options: Interpreter.Options) -> Never {
    Interpreter.prepareProcess()
    var hasSession = options.flags.inspect > 0
    if case .none = program { hasSession = true }
    let isInteractive = hasSession
    let status = Interpreter.onLargeStack {
        let interpreter = Interpreter(options: options)
        let session = isInteractive ? makeSession(interpreter, program, options) : nil
        switch interpreter.runMain(program, commandName: commandName, session: session) {
        case .status(let status): return Int(status)
        case .interrupted: return endsByInterrupt
        }
    }
    if status == endsByInterrupt { Interpreter.endProcessByInterrupt() }
    exit(Int32(status & 0xFF))
}

/// The session of the command: with a line editor on a terminal, else with lines as they come.
func makeSession(
    _ interpreter: Interpreter, _ program: Interpreter.Program, _ options: Interpreter.Options
) -> Session {
    var banner = ""
    if case .none = program, options.flags.quiet == 0 {
        banner = "\(Version.text); :help lists what the prompt can do, Ctrl-D leaves"
    }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
        return Session(interpreter, prompt: StreamPrompt(), banner: banner)
    }
    let editor = LineEditor(history: History())
    let session = Session(interpreter, prompt: editor, banner: banner)
    editor.completer = { [unowned session] in session.complete($0) }
    return session
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
    let isInteractive = isatty(STDIN_FILENO) == 1 || options.flags.interactive > 0
    run(isInteractive ? .none : .standardInput, options)
case .disassemble(let file):
    exit(Int32(Interpreter.onLargeStack { SourceTools.printCode(ofFile: file, commandName: commandName) }))
case .dumpTree(let files, let withSizes):
    exit(
        Int32(
            Interpreter.onLargeStack {
                SourceTools.printTrees(ofFiles: files, withSizes: withSizes, commandName: commandName)
            }))
}
