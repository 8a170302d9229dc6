#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import CLibrary
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
        /// None: there is only a session.
        case none
    }

    /// How a program ended.
    public enum Ending: Equatable, Sendable {
        case status(Int32)
        /// An uncaught KeyboardInterrupt: the process should end by SIGINT.
        case interrupted
    }

    /// Runs a program as `__main__` and prints what goes wrong to standard error. `commandName` begins the messages about
    /// programs that can't be opened. A session, if there is one, follows the program, and has its names.
    ///
    /// `sys.argv[0]` and the first entry of `sys.path` are set as the kind of program asks for.
    public func runMain(_ program: Program, commandName: String, session: Session? = nil) -> Ending {
        let m = machine
        m.noteNativeStack()
        m.installInterruptHandler()
        var ending = Ending.status(0)
        do throws(Raise) {
            ending = try execute(program, commandName)
        } catch {
            // As in CPython: what a script has printed comes before what is said of its end.
            switch program {
            case .file, .standardInput: m.flushQuietly()
            case .text, .module, .none: break
            }
            ending = session.map { $0.report(showsExit: true) ?? .status(0) } ?? m.endingForPending()
        }
        if let session {
            if case .none = program {
                session.showBanner()
                session.runStartFile()
            }
            ending = session.run()
        }
        m.endThreads()
        m.runExitFunctions()
        let isWritten = m.flushStandardStreams()
        m.runAllFinalizers()
        let isAllWritten = m.flushStandardStreams() && isWritten
        return isAllWritten || ending == .interrupted ? ending : .status(120)
    }

    private func execute(_ program: Program, _ commandName: String) throws(Raise) -> Ending {
        let m = machine
        let dict = try makeMain()
        // Complaints about the options come before the program.
        if !warningOptions.isEmpty { _ = try m.importModule("warnings") }
        switch program {
        case .none:
            prependScriptPath("")
        case .text(let text):
            prependScriptPath("")
            let source = Array(text.utf8) + [10]
            sources["<string>"] = source
            try run(source, "<string>", in: dict)
        case .standardInput:
            prependScriptPath("")
            m.dictSet(dict, .__file__, m.string("<stdin>"))
            m.dictSet(dict, name: m.intern("__cached__"), .none)
            try run(FileSystem.read(STDIN_FILENO) ?? [], "<stdin>", in: dict)
            return .status(0)
        case .file(let path):
            let filename = FileSystem.absolute(path)
            if path.isEmpty || FileSystem.isDirectory(path) {
                guard let main = m.mainFile(in: filename) else {
                    m.writeError("\(commandName): can't find '__main__' module in '\(filename)'\n")
                    return .status(1)
                }
                prependPath(filename)
                return try runMainFile(main, package: "", name: "__main__", in: dict)
            }
            guard let source = FileSystem.read(path) else {
                let error = FileSystem.lastError
                m.writeError(
                    "\(commandName): can't open file '\(filename)': [Errno \(error)] \(String(cString: strerror(error)))\n"
                )
                return .status(2)
            }
            prependScriptPath(FileSystem.directory(of: FileSystem.resolvingLinks(filename)))
            m.dictSet(dict, .__file__, m.string(filename))
            m.dictSet(dict, name: m.intern("__cached__"), .none)
            try run(flags.skipsFirstLine ? Self.withoutFirstLine(source) : source, filename, in: dict, isFile: true)
        case .module(let name):
            prependScriptPath(FileSystem.currentDirectory)
            return try runModule(name, commandName, in: dict)
        }
        return .status(0)
    }

    /// The namespace of a new `__main__`, which is put into `sys.modules`.
    func makeMain() throws(Raise) -> Dict {
        let m = machine
        let main = m.module(named: m.intern("__main__"))
        let dict = Dict(main.layout(ModuleLayout.self).pointee.dict)
        m.dictSet(dict, .__package__, .none)
        m.dictSet(dict, .__loader__, .none)
        m.dictSet(dict, .__spec__, .none)
        m.dictSet(dict, .__annotations__, m.dict().value)
        let builtins = try m.importModule("builtins")
        m.describeBuiltins(builtins)
        m.dictSet(dict, .__builtins__, builtins)
        m.dictSet(m.modules, name: m.intern("__main__"), main)
        return dict
    }

    /// Puts a script's directory before all others, unless `-P` says that it is not to be trusted.
    func prependScriptPath(_ directory: String) {
        if !flags.hasSafePath { prependPath(directory) }
    }

    /// The text with an empty first line (`-x`); the numbers of the others stay.
    private static func withoutFirstLine(_ source: [UInt8]) -> [UInt8] {
        source.firstIndex(of: 10).map { Array(source[$0...]) } ?? []
    }

    func prependPath(_ directory: String) {
        scriptDirectory = directory
        let list = machine.list()
        list.append(machine, machine.string(directory))
        let old = machine.dictGet(Dict(machine.runtime.pointee.sysDict), .path)
        if old.isKind(.list) { for index in 0..<List(old).count { list.append(machine, List(old)[index]) } }
        machine.dictSet(Dict(machine.runtime.pointee.sysDict), .path, list.value)
    }

    /// Compiles and runs a program with `dict` for its globals.
    func run(_ source: [UInt8], _ filename: String, in dict: Dict, isFile: Bool = false) throws(Raise) {
        let code = try machine.compile(source: source, filename: filename, isFile: isFile)
        _ = try machine.run(code: code, globals: dict.value, locals: dict.value)
    }

    // MARK: -m

    private func runModule(_ name: String, _ commandName: String, in dict: Dict) throws(Raise) -> Ending {
        let m = machine
        var origin: ModuleOrigin?
        do throws(Raise) {
            origin = try m.findModule(named: name)
        } catch {
            guard m.pendingMatches(.importError) else { throw error }
            let exception = m.takePending()
            // A package on the way is missing: the same words as for the module itself.
            let missing = Exception(exception).fields[ImportErrorField.name]
            // An import in the package on the way failed for a reason of its own.
            guard m.isString(missing), (name + ".").hasPrefix(m.swiftString(missing) + ".") else {
                throw m.reraise(exception)
            }
            if m.isString(missing), name.hasPrefix(m.swiftString(missing)), m.swiftString(missing) != name {
                let text = (try? m.str(exception)).map { m.swiftString($0) } ?? ""
                m.writeError(
                    "\(commandName): Error while finding module specification for '\(name)' "
                        + "(\(m.typeName(exception)): \(text))\n")
                return .status(1)
            }
            origin = nil
        }
        switch origin {
        case .file(let path, let directory?):
            _ = path
            _ = try m.importModule(name)
            guard let main = m.mainFile(in: directory) else { return packageWithoutMain(name, commandName) }
            return try runMainFile(main, package: name, name: "\(name).__main__", in: dict)
        case .file(let path, nil):
            let package = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
            return try runMainFile(path, package: package, name: name, in: dict)
        case .embedded(let library):
            var library = library
            if library.isPackage {
                _ = try m.importModule(name)
                guard let main = LibraryModule.find("\(name).__main__") else {
                    return packageWithoutMain(name, commandName)
                }
                library = main
            }
            setScript(library.filename, package: library.package, name: name, in: dict)
            try run(library.source, library.filename, in: dict, isFile: true)
            return .status(0)
        case .namespace(let directories):
            for directory in directories {
                if let main = m.mainFile(in: directory) {
                    _ = try m.importModule(name)
                    return try runMainFile(main, package: name, name: "\(name).__main__", in: dict)
                }
            }
            return packageWithoutMain(name, commandName)
        case .native, .spec:
            m.writeError("\(commandName): No code object available for \(name)\n")
            return .status(1)
        case nil:
            m.writeError("\(commandName): No module named \(name)\n")
            return .status(1)
        }
    }

    private func packageWithoutMain(_ name: String, _ commandName: String) -> Ending {
        machine.writeError(
            "\(commandName): No module named \(name).__main__; '\(name)' is a package and cannot be directly executed\n"
        )
        return .status(1)
    }

    private func runMainFile(_ path: String, package: String, name: String, in dict: Dict) throws(Raise) -> Ending {
        let filename = FileSystem.absolute(path)
        guard let source = FileSystem.read(filename) else {
            throw machine.raiseOSError(FileSystem.lastError, filename: machine.string(filename))
        }
        setScript(filename, package: package, name: name, in: dict)
        try run(source, filename, in: dict, isFile: true)
        return .status(0)
    }

    /// Sets what a `__main__` that is found as a module knows of itself.
    private func setScript(_ filename: String, package: String, name: String, in dict: Dict) {
        let m = machine
        let argv = m.dictGet(Dict(m.runtime.pointee.sysDict), .argv)
        if argv.isKind(.list), List(argv).count > 0, Str(List(argv)[0]).equals("-m") {
            List(argv).items[0] = m.string(filename)
        }
        m.dictSet(dict, .__package__, m.intern(package))
        m.dictSet(
            dict, .__spec__,
            m.makeSpec(
                name: m.intern(name), origin: m.string(filename), path: .unbound, hasLocation: true))
        m.dictSet(dict, .__file__, m.string(filename))
        m.dictSet(dict, name: m.intern("__cached__"), .none)
    }
}

extension Machine {
    /// The `__main__` of a directory.
    func mainFile(in directory: String) -> String? {
        let base = directory.hasSuffix("/") ? directory : directory + "/"
        for suffix in [".mpy", ".py"] where FileSystem.isFile("\(base)__main__\(suffix)") {
            return "\(base)__main__\(suffix)"
        }
        return nil
    }

    /// How the process ends for the exception that came out of the program; prints it.
    func endingForPending() -> Interpreter.Ending {
        let exception = takePending()
        if typeOf(exception).isSubtype(of: type(.systemExit)) { return ending(forExit: exception) }
        printUncaught(exception)
        if let exit = exitOfHook { return exit }
        return typeOf(exception).isSubtype(of: type(.keyboardInterrupt)) ? .interrupted : .status(1)
    }

    /// SystemExit that `sys.excepthook` raised.
    var exitOfHook: Interpreter.Ending? {
        guard state.pointee.pending.isBound else { return nil }
        let exception = takePending()
        return typeOf(exception).isSubtype(of: type(.systemExit)) ? ending(forExit: exception) : nil
    }

    /// The status that a SystemExit asks for: none is 0, an int itself, anything else is printed and gives 1.
    func ending(forExit exception: Value) -> Interpreter.Ending {
        let code = (try? getAttribute(exception, .code)) ?? .none
        clearPending()
        if code.isNone { return .status(0) }
        if isInt(code) { return .status(Int32(truncatingIfNeeded: intValue(code) ?? -1)) }
        do throws(Raise) {
            let text = try str(code)
            let stream = standardStream(.stderr)
            if stream.isBound, !stream.isNone { try write(stream, text) }
        } catch {
            clearPending()
        }
        printToStandardError("\n")
        return .status(1)
    }
}

extension Interpreter {
    /// Ends the process by SIGINT, as Python does after an uncaught KeyboardInterrupt.
    public static func endProcessByInterrupt() -> Never { Machine.dieByInterrupt() }
}

extension Interpreter {
    /// Sets the process up for an interpreter that has it for itself. To be called before one is made.
    public static func prepareProcess() {
        minipy_use_one_arena()
        minipy_keep_freed_memory()
    }
}
