#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Compiler
import Parser

extension Interpreter {
    /// What the command runs as `__main__`.
    public enum Program: Sendable {
        /// A script, or a directory with a `__main__`.
        case file(String)
        /// The text after `-c`.
        case text(String)
        case standardInput
        /// A module found on `sys.path`, after `-m`.
        case module(String)
    }

    /// How a program ended.
    public enum Ending: Equatable, Sendable {
        case status(Int32)
        /// An uncaught KeyboardInterrupt: the process should end by SIGINT.
        case interrupted
    }

    /// Runs a program as `__main__` and prints what goes wrong to standard error. `commandName` begins the messages about
    /// programs that can't be opened.
    public func runMain(_ program: Program, commandName: String) -> Ending {
        let m = machine
        m.noteNativeStack()
        m.installInterruptHandler()
        var ending = Ending.status(0)
        do throws(Raise) {
            ending = try execute(program, commandName)
        } catch {
            ending = m.endingForPending()
        }
        return m.finishStreams(ending)
    }

    private func execute(_ program: Program, _ commandName: String) throws(Raise) -> Ending {
        let m = machine
        let main = m.module(named: m.intern("__main__"))
        let dict = Dict(main.layout(ModuleLayout.self).pointee.dict)
        m.dictSet(dict, .__package__, .none)
        m.dictSet(dict, .__loader__, .none)
        m.dictSet(dict, .__spec__, .none)
        m.dictSet(dict, .__annotations__, m.dict().value)
        m.dictSet(dict, .__builtins__, try m.importModule("builtins"))
        m.dictSet(m.modules, name: m.intern("__main__"), main)
        var filename: String
        var source: [UInt8]
        switch program {
        case .text(let text):
            filename = "<string>"
            source = Array(text.utf8) + [10]
            sources[filename] = source
        case .standardInput:
            filename = "<stdin>"
            source = FileSystem.read(STDIN_FILENO) ?? []
        case .file(let path):
            filename = FileSystem.absolute(path)
            guard let bytes = FileSystem.read(path) else {
                let error = FileSystem.lastError
                m.writeError(
                    "\(commandName): can't open file '\(filename)': [Errno \(error)] \(String(cString: strerror(error)))\n")
                return .status(2)
            }
            source = bytes
            m.dictSet(dict, .__file__, m.string(filename))
            m.dictSet(dict, name: m.intern("__cached__"), .none)
        case .module:
            return .status(2)
        }
        let code = try m.compile(source: source, filename: filename)
        _ = try m.run(code: code, globals: dict.value, locals: dict.value)
        return .status(0)
    }
}

extension Machine {
    /// How the process ends for the exception that came out of the program; prints it.
    func endingForPending() -> Interpreter.Ending {
        let exception = takePending()
        if typeOf(exception).isSubtype(of: type(.systemExit)) { return ending(forExit: exception) }
        printUncaught(exception)
        return typeOf(exception).isSubtype(of: type(.keyboardInterrupt)) ? .interrupted : .status(1)
    }

    /// The status that a SystemExit asks for: none is 0, an int itself, anything else is printed and gives 1.
    private func ending(forExit exception: Value) -> Interpreter.Ending {
        let code = (try? getAttribute(exception, .code)) ?? .none
        if code.isNone { return .status(0) }
        if isInt(code) { return .status(Int32(truncatingIfNeeded: intValue(code) ?? -1)) }
        let text = try? str(code)
        if let text { writeError(swiftString(text) + "\n") }
        return .status(1)
    }

    /// Writes out what the streams still hold.
    func finishStreams(_ ending: Interpreter.Ending) -> Interpreter.Ending { ending }
}
