/// `_imp`: what the part of the import system that is written in Python needs from the machine.
enum ImpModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("find_on_path", .positional(2, 2), style: .function, findOnPath),
            Native("find_in", .positional(3, 3), style: .function, findIn),
            Native("find_builtin", .one, style: .function, findBuiltin),
            Native("load_builtin", .one, style: .function, loadBuiltin),
            Native("read", .one, style: .function, read),
            Native("is_directory", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(FileSystem.isDirectory(FileSystem.absolute(try text(m, a[0]))))
            },
            Native("is_file", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(FileSystem.isFile(FileSystem.absolute(try text(m, a[0]))))
            },
            Native("absolute", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string(FileSystem.absolute(try text(m, a[0])))
            },
            Native("is_builtin", .one, style: .function, isBuiltin),
            Native("is_frozen", .one, style: .function) { (_: Machine, _: Arguments) throws(Raise) -> Value in .false },
            Native("_override_frozen_modules_for_tests", .one, style: .function) {
                (_: Machine, _: Arguments) throws(Raise) -> Value in .none
            },
            Native("_override_multi_interp_extensions_check", .one, style: .function) {
                (m: Machine, _: Arguments) throws(Raise) -> Value in m.int(0)
            },
            Native("extension_suffixes", .none, style: .function) {
                (m: Machine, _: Arguments) throws(Raise) -> Value in m.list().value
            },
            Native("lock_held", .none, style: .function) { (_: Machine, _: Arguments) throws(Raise) -> Value in .false
            },
            Native("acquire_lock", .none, style: .function) { (_: Machine, _: Arguments) throws(Raise) -> Value in .none
            },
            Native("release_lock", .none, style: .function) { (_: Machine, _: Arguments) throws(Raise) -> Value in .none
            },
        ])
        module.add("library", m.string(Machine.libraryPath))
        module.add("ModuleSpec", m.specType.value)
    }

    private static func last(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private static func text(_ m: Machine, _ value: Value) throws(Raise) -> String {
        guard m.isString(value) else { throw m.raise(.typeError, "expected str, got \(m.typeName(value))") }
        return m.swiftString(value)
    }

    /// `find_on_path(name, path)`: the spec of a module in the directories of a path, None for `sys.path`.
    private static func findOnPath(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try text(m, a[0])
        guard let origin = try m.findOnPath(name, last: last(name), path: a[1].isNone ? .unbound : a[1]) else {
            return .none
        }
        return try m.spec(a[0], for: origin)
    }

    /// `find_in(name, directory, wants_namespace)`: the spec of a module in one directory.
    private static func findIn(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try text(m, a[0])
        guard let origin = m.findFile(last(name), in: try text(m, a[1])) else { return .none }
        if case .namespace = origin, try !m.truth(a[2]) { return .none }
        return try m.spec(a[0], for: origin)
    }

    private static func findBuiltin(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let native = NativeModule.find(try text(m, a[0])), native.isBuiltin else { return .none }
        return try m.spec(a[0], for: .native(native))
    }

    /// Makes a module that is written in Swift, and fills it.
    private static func loadBuiltin(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = m.intern(try text(m, a[0]))
        guard let native = NativeModule.find(m.swiftString(name)) else {
            throw m.moduleNotFound("no built-in module named \(m.reprText(name))", name: name)
        }
        let known = m.dictGet(m.modules, name: name)
        // There is one of each, as there is of those that the interpreter itself needs in CPython.
        if known.isKind(.module) { return known }
        return try m.load(name, from: .native(native))
    }

    /// The bytes of a file, or of a module in the binary.
    private static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try text(m, a[0])
        guard let bytes = LibraryModule.find(filename: path)?.source ?? FileSystem.read(path) else {
            throw m.raiseOSError(FileSystem.lastError, filename: a[0])
        }
        return bytes.withUnsafeBufferPointer { m.bytes($0) }
    }

    private static func isBuiltin(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let native = NativeModule.find(try text(m, a[0])) else { return m.int(0) }
        return m.int(native.isBuiltin ? 1 : 0)
    }
}
