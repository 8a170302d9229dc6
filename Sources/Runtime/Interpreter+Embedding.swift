import Compiler
import Parser

/// Running scripts from Swift:
///
///     let interpreter = Interpreter()
///     try interpreter.run(source: "def greet(name): return f'Hello, {name}!'")
///     let text = try interpreter.call("greet", .string("world"))      // .string("Hello, world!")
extension Interpreter {
    /// Runs a program; its globals stay for later calls.
    public func run(source: String, filename: String = "<string>") throws(ScriptError) {
        try protect { () throws(Raise) in
            sources[filename] = Array(source.utf8)
            try run(Array(source.utf8), filename, in: globals)
        }
    }

    /// Runs the program in a file. Modules beside it can be imported.
    public func run(file path: String) throws(ScriptError) {
        try protect { () throws(Raise) in
            let filename = FileSystem.absolute(path)
            guard let source = FileSystem.read(path) else {
                throw machine.raiseOSError(FileSystem.lastError, filename: machine.string(path))
            }
            let globals = try self.globals
            prependPath(FileSystem.directory(of: FileSystem.resolvingLinks(filename)))
            machine.dictSet(globals, .__file__, machine.string(filename))
            try run(source, filename, in: globals, isFile: true)
        }
    }

    /// The value of an expression.
    public func evaluate(_ expression: String) throws(ScriptError) -> ScriptValue {
        try result { () throws(Raise) in
            let globals = try self.globals
            let code = try machine.compile(source: Array(expression.utf8), filename: "<string>", mode: .eval)
            return try machine.run(code: code, globals: globals.value, locals: globals.value)
        }
    }

    /// A global variable of the program; nil when there is none.
    public func global(_ name: String) -> ScriptValue? {
        guard let globals = try? self.globals else { return nil }
        let value = machine.dictGet(globals, name: machine.intern(name))
        return value.isBound ? scriptValue(value) : nil
    }

    /// Sets a global variable of the program.
    public func setGlobal(_ name: String, to value: ScriptValue) throws(ScriptError) {
        try protect { () throws(Raise) in
            machine.dictSet(try globals, name: machine.intern(name), try object(value))
        }
    }

    /// Makes a Swift function a global function of the program. An error that it throws becomes a RuntimeError with the
    /// error's description.
    public func setFunction(
        _ name: String, _ body: @escaping ([ScriptValue]) throws -> ScriptValue
    ) throws(ScriptError) {
        try protect { () throws(Raise) in
            let native = Native("function", .any, style: .function) {
                [unowned self] (m: Machine, a: Arguments) throws(Raise) -> Value in
                if a.keywordCount > 0 { throw m.raise(.typeError, "\(name)() takes no keyword arguments") }
                let arguments = (0..<a.count).map { self.scriptValue(a[$0]) }
                let result: ScriptValue
                do {
                    result = try body(arguments)
                } catch {
                    throw m.raise(.runtimeError, "\(error)")
                }
                return try self.object(result)
            }
            let interned = machine.intern(name)
            let function = machine.makeNative(native, name: interned, owner: .unbound, module: .unbound)
            machine.dictSet(try globals, name: interned, function)
        }
    }

    /// Calls a global function of the program.
    public func call(_ name: String, _ arguments: ScriptValue...) throws(ScriptError) -> ScriptValue {
        try result { () throws(Raise) in
            let function = machine.dictGet(try globals, name: machine.intern(name))
            guard function.isBound else { throw machine.raise(.nameError, "name '\(name)' is not defined") }
            return try apply(function, arguments)
        }
    }

    /// Calls an object of the program.
    public func call(_ callee: ScriptObject, _ arguments: ScriptValue...) throws(ScriptError) -> ScriptValue {
        try result { () throws(Raise) in try apply(callee.value, arguments) }
    }

    private func apply(_ function: Value, _ arguments: [ScriptValue]) throws(Raise) -> Value {
        let list = machine.list()
        for argument in arguments { list.append(machine, try object(argument)) }
        return try machine.call(function, args: list.value, keywords: machine.dict().value)
    }

    // MARK: The way in and out

    /// The namespace of `__main__`.
    private var globals: Dict {
        get throws(Raise) {
            let main = machine.dictGet(machine.modules, name: machine.intern("__main__"))
            if main.isKind(.module) { return Dict(main.layout(ModuleLayout.self).pointee.dict) }
            return try makeMain()
        }
    }

    /// Runs `body`; an exception that comes out of it is thrown as an error.
    private func protect(_ body: () throws(Raise) -> Void) throws(ScriptError) {
        machine.noteNativeStack()
        do throws(Raise) {
            try body()
        } catch {
            throw scriptError(machine.takePending())
        }
    }

    private func result(_ body: () throws(Raise) -> Value) throws(ScriptError) -> ScriptValue {
        machine.noteNativeStack()
        do throws(Raise) {
            return scriptValue(try body())
        } catch {
            throw scriptError(machine.takePending())
        }
    }

    private func scriptError(_ exception: Value) -> ScriptError {
        let type = machine.typeName(exception)
        let traceback = machine.formatException(exception)
        var message = ""
        if let text = try? machine.str(exception) { message = machine.swiftString(text) }
        machine.clearPending()
        return ScriptError(type: type, message: message, traceback: traceback)
    }

    /// Sends what the script writes to a standard stream to `handler`.
    func redirect(_ stream: KnownName, to handler: @escaping (String) -> Void) {
        let m = machine
        let object = m.allocateInstance(of: m.type(.simpleNamespace))
        let write = Native("write", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            guard m.isString(a[0]) else {
                throw m.raise(.typeError, "write() argument must be str, not \(m.shortTypeName(a[0]))")
            }
            handler(m.swiftString(a[0]))
            return m.int(Str(a[0]).count)
        }
        let flush = Native("flush", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            .none
        }
        m.addSlot(object.cell, name: m.name(.write), value: m.native(write))
        m.addSlot(object.cell, name: m.name(.flush), value: m.native(flush))
        m.dictSet(Dict(m.runtime.pointee.sysDict), stream, object)
    }
}
