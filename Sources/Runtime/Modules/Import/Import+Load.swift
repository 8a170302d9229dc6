import Compiler
import Parser

/// Making modules: the object, its metadata, its code run.
extension Machine {
    /// Makes a module that was found and runs it. While it runs it stands in `sys.modules`; if it fails it goes again.
    func load(_ name: Value, from origin: ModuleOrigin) throws(Raise) -> Value {
        guard let interpreter, interpreter.flags.verbose > 0 || interpreter.flags.showsImportTimes else {
            return try loadQuietly(name, from: origin)
        }
        let outer = interpreter.importTimes.begin()
        defer { interpreter.importTimes.end(self, name, outer) }
        let module = try loadQuietly(name, from: origin)
        if interpreter.flags.verbose > 0 { writeError("import \(reprText(name)) # \(origin.text(self))\n") }
        return module
    }

    private func loadQuietly(_ name: Value, from origin: ModuleOrigin) throws(Raise) -> Value {
        let module: Value
        switch origin {
        case .native(let native):
            module = makeNativeModule(native, name)
            dictSet(modules, name: name, module)
            do throws(Raise) {
                try native.initialize(self, ModuleBuilder(self, module: module, name: name))
            } catch {
                _ = dictRemove(modules, name: name)
                throw error
            }
            return module
        case .namespace(let directories):
            let path = try namespacePath(name, directories)
            module = self.module(named: name)
            describe(module, name, file: nil, path: path, origin: .none)
            dictSet(Dict(module.layout(ModuleLayout.self).pointee.dict), .__file__, .none)
            dictSet(modules, name: name, module)
            return module
        case .spec(let spec):
            let bootstrap = try importBootstrap()
            return try call(try getAttribute(bootstrap, intern("_load_unlocked")), spec)
        case .embedded(let library):
            module = self.module(named: name)
            let file = library.filename
            var path: Value = .unbound
            if library.isPackage { path = list(item: string(library.directory)) }
            describe(module, name, file: file, path: path, origin: string(file))
            return try execute(module, name, library.source, filename: file)
        case .file(let file, let directory):
            writeOutFiles(at: Array(file.utf8) + [0])
            guard let source = FileSystem.read(file) else {
                throw raiseOSError(FileSystem.lastError, filename: string(file))
            }
            module = self.module(named: name)
            describe(
                module, name, file: file, path: directory.map { list(item: string($0)) } ?? .unbound,
                origin: string(file))
            return try execute(module, name, source, filename: file)
        }
    }

    private func list(item: Value) -> Value {
        let list = list()
        list.append(self, item)
        return list.value
    }

    /// The `__path__` of a namespace package: it follows the path of its parent.
    private func namespacePath(_ name: Value, _ directories: [String]) throws(Raise) -> Value {
        let path = list()
        for directory in directories { path.append(self, string(directory)) }
        let type = try getAttribute(try importBootstrap(), intern("_NamespacePath"))
        return try call(type, name, path.value)
    }

    /// The empty module object of a native module; `sys` and `builtins` have namespaces of their own.
    private func makeNativeModule(_ native: NativeModule, _ name: Value) -> Value {
        let module = self.module(named: name)
        let layout: UnsafeMutablePointer<ModuleLayout> = module.layout()
        let own = Dict(layout.pointee.dict)
        let text = swiftString(name)
        if text == "sys" { layout.pointee.dict = runtime.pointee.sysDict }
        if text == "builtins" { layout.pointee.dict = runtime.pointee.builtins }
        let dict = Dict(layout.pointee.dict)
        if dict.pointer != own.pointer {
            for known in [KnownName.__name__, .__doc__] where dictGet(dict, known).isUnbound {
                dictSet(dict, known, dictGet(own, known))
            }
        }
        describe(module, name, file: nil, path: .unbound, origin: string("built-in"))
        return module
    }

    /// `builtins` exists before modules can be described.
    func describeBuiltins(_ module: Value) {
        guard module.isKind(.module) else { return }
        let dict = Dict(module.layout(ModuleLayout.self).pointee.dict)
        guard dictGet(dict, .__spec__).isUnbound else { return }
        describe(module, dictGet(dict, .__name__), file: nil, path: .unbound, origin: string("built-in"))
    }

    /// Sets `__package__`, `__spec__`, `__path__`, `__file__`. `__loader__` is found through the spec.
    private func describe(_ module: Value, _ name: Value, file: String?, path: Value, origin: Value) {
        let dict = Dict(module.layout(ModuleLayout.self).pointee.dict)
        var package = name
        if path.isUnbound {
            let text = swiftString(name)
            package = text.lastIndex(of: ".").map { intern(String(text[..<$0])) } ?? runtime.pointee.emptyString
        }
        dictSet(dict, .__package__, package)
        _ = dictRemove(dict, name: self.name(.__loader__))
        let spec = makeSpec(name: name, origin: origin, path: path, hasLocation: file != nil)
        dictSet(dict, .__spec__, spec)
        if path.isBound { dictSet(dict, .__path__, path) }
        if let file {
            dictSet(dict, .__file__, string(file))
            dictSet(dict, name: intern("__cached__"), .none)
        }
    }

    /// The spec of a module that was found and is not loaded yet.
    func spec(_ name: Value, for origin: ModuleOrigin) throws(Raise) -> Value {
        switch origin {
        case .native:
            return makeSpec(name: name, origin: string("built-in"), path: .unbound, hasLocation: false)
        case .namespace(let directories):
            let path = try namespacePath(name, directories)
            return makeSpec(name: name, origin: .none, path: path, hasLocation: false)
        case .embedded(let library):
            let path = library.isPackage ? list(item: string(library.directory)) : .unbound
            return makeSpec(name: name, origin: string(library.filename), path: path, hasLocation: true)
        case .file(let file, let directory):
            let path = directory.map { list(item: string($0)) } ?? .unbound
            return makeSpec(name: name, origin: string(file), path: path, hasLocation: true)
        case .spec(let spec): return spec
        }
    }

    /// Runs the source of a module.
    private func execute(_ module: Value, _ name: Value, _ source: [UInt8], filename: String) throws(Raise) -> Value {
        let dict = Dict(module.layout(ModuleLayout.self).pointee.dict)
        dictSet(dict, .__builtins__, runtime.pointee.builtins)
        let spec = dictGet(dict, .__spec__)
        let initializing = intern("_initializing")
        dictSet(modules, name: name, module)
        do throws(Raise) {
            try setAttribute(spec, initializing, .true)
            let code = try compile(source: source, filename: filename, isFile: true)
            _ = try run(code: code, globals: dict.value, locals: dict.value)
            try setAttribute(spec, initializing, .false)
        } catch {
            let pending = takePending()
            try? setAttribute(spec, initializing, .false)
            _ = dictRemove(modules, name: name)
            state.pointee.pending = pending
            throw error
        }
        // A module may put something else in its place.
        let result = dictGet(modules, name: name)
        if result.isUnbound { throw raise(.keyError, value: name) }
        return result
    }

    /// Parses and compiles a program. SyntaxErrors become exceptions, warnings are issued. Errors and warnings of the
    /// compiler show their line only when `isFile` says that the text is that of a file, as in CPython, which reads it
    /// again. Only files and what `isBytes` says are in the encoding that they declare.
    func compile(
        source: [UInt8], filename: String, mode: Module.Mode = .exec, isFile: Bool = false, isBytes: Bool = false,
        options: Compiler.Options = Compiler.Options()
    ) throws(Raise) -> UnsafeMutablePointer<CodeLayout> {
        let shown = isFile ? source : nil
        var options = options
        if options.optimization == nil { options.optimization = flags.optimize }
        options.isTraced = isTraced(source, filename)
        noteVariables(source, filename)
        let tree: Module
        do throws(SyntaxError) {
            tree = try Parser.parse(
                source: source, filename: filename, mode: mode, isString: !isFile, isText: !isFile && !isBytes)
        } catch {
            throw raiseSyntaxError(error, filename: filename)
        }
        return try compile(tree, filename: filename, source: shown, options: options)
    }

    /// Compiles a tree. `source` is the text of its file; nil when it comes from no file.
    func compile(
        _ tree: Module, filename: String, source: [UInt8]?, options: Compiler.Options
    ) throws(Raise) -> UnsafeMutablePointer<CodeLayout> {
        let result: Compiler.Result
        do throws(SyntaxError) {
            result = try Compiler.compile(tree, filename: filename, source: source, options: options)
        } catch {
            throw raiseSyntaxError(error, filename: filename)
        }
        let warnings = tree.warnings + result.warnings
        if !warnings.isEmpty { try issue(warnings, filename: filename, source: source) }
        return code(from: result.code)
    }
}
