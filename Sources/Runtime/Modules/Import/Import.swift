/// The import statements (Python reference, 5 and 7.11).
extension Machine {
    /// `sys.modules` as the import system sees it.
    @inline(__always) var modules: Dict { Dict(runtime.pointee.modules) }

    /// `import name` and the first half of `from name import …`.
    func importName(
        _ frame: UnsafeMutablePointer<Frame>, _ name: Value, level: Value, fromList: Value
    ) throws(Raise) -> Value {
        let function = frame.pointee.functionLayout
        let builtins = function.pointee.builtins
        let importer = builtins.isKind(.dict) ? dictGet(Dict(builtins), .__import__) : .unbound
        guard importer.isBound else { throw raise(.importError, "__import__ not found") }
        let globals = function.pointee.globals
        if importer.isKind(.nativeFunction) {
            return try importModule(name: name, globals: globals, fromList: fromList, level: level)
        }
        let locals = frame.pointee.namespace.isBound ? frame.pointee.namespace : .none
        let arguments = list(from: [name, globals, locals, fromList, level], count: 5)
        return try call(importer, args: arguments.value, keywords: dict().value)
    }

    /// `__import__(name, globals, locals, fromlist, level)`. `globals` may be unbound or None.
    func importModule(name: Value, globals: Value, fromList: Value, level: Value) throws(Raise) -> Value {
        guard isString(name) else { throw raise(.typeError, "module name must be a string") }
        var depth = 0
        if level.isBound {
            guard let value = intValue(level) else {
                throw raise(.overflowError, "Python int too large to convert to C int")
            }
            depth = value
        }
        if depth < 0 { throw raise(.valueError, "level must be >= 0") }
        var absolute = internedName(name)
        if depth > 0 {
            absolute = try resolveRelative(name, globals: globals, level: depth)
        } else if Str(name).count == 0 {
            throw raise(.valueError, "Empty module name")
        }
        let module = try importAbsolute(absolute)
        if fromList.isBound, try truth(fromList) {
            guard try hasAttribute(module, .__path__) else { return module }
            try importSubmodules(of: module, fromList)
            return module
        }
        if depth > 0, Str(name).count == 0 { return module }
        let text = swiftString(name)
        guard let dot = text.firstIndex(of: ".") else { return module }
        if depth == 0 { return try importAbsolute(intern(String(text[..<dot]))) }
        // `__import__("a.b", …, level=1)` gives the package `a` beside the importing module.
        let cut = text.utf8.distance(from: dot, to: text.endIndex)
        let top = intern(String(swiftString(absolute).utf8.dropLast(cut)) ?? "")
        let package = dictGet(modules, name: top)
        guard package.isBound else { throw raise(.keyError, "\(reprText(top)) not in sys.modules as expected") }
        return package
    }

    /// Imports a module by its dotted name, gives the module itself: for natives.
    func importModule(_ name: String) throws(Raise) -> Value { try importAbsolute(intern(name)) }

    func hasAttribute(_ object: Value, _ known: KnownName) throws(Raise) -> Bool {
        try getAttributeIfPresent(object, known).isBound
    }

    /// `from package import names`: imports those that are submodules.
    private func importSubmodules(of module: Value, _ fromList: Value) throws(Raise) {
        let names = try listFromIterable(fromList)
        for index in 0..<names.count {
            let name = names[index]
            guard isString(name) else {
                throw raise(.typeError, "Item in ``from list'' must be str, not \(typeName(name))")
            }
            if Str(name).equals("*") {
                let all = try getAttributeIfPresent(module, .__all__)
                if all.isBound {
                    let exported = try listFromIterable(all)
                    for number in 0..<exported.count { try importSubmodule(of: module, exported[number]) }
                }
            } else {
                try importSubmodule(of: module, name)
            }
        }
    }

    private func importSubmodule(of module: Value, _ name: Value) throws(Raise) {
        guard isString(name) else { return }
        if try getAttributeIfPresent(module, internedName(name)).isBound { return }
        let package = try getAttribute(module, .__name__)
        let full = intern("\(swiftString(package)).\(swiftString(name))")
        do throws(Raise) {
            _ = try importAbsolute(full)
        } catch {
            // Not a submodule: `from` itself says what is wrong.
            if pendingMatches(.moduleNotFoundError) {
                let missing = Exception(pending).fields[ImportErrorField.name]
                if isString(missing), internedName(missing) == full, dictGet(modules, name: full).isUnbound {
                    return clearPending()
                }
            }
            throw error
        }
    }

    /// One name of `from module import name`.
    func importFrom(_ module: Value, _ name: Value) throws(Raise) -> Value {
        let value = try getAttributeIfPresent(module, name)
        if value.isBound { return value }
        let moduleName = try getAttributeIfPresent(module, .__name__)
        if isString(moduleName) {
            // A submodule that a circular import has not yet made an attribute of its package.
            let full = intern("\(swiftString(moduleName)).\(swiftString(name))")
            let submodule = dictGet(modules, name: full)
            if submodule.isBound { return submodule }
        }
        throw try cannotImport(name, from: module, named: moduleName)
    }

    /// `from module import *`: the names in `__all__`, or all that do not begin with an underscore.
    func importStar(_ module: Value, into namespace: Value) throws(Raise) {
        // A function made of the code of a module has no namespace of its own.
        let namespace = namespace.isBound ? namespace : currentGlobals()
        let all = try getAttributeIfPresent(module, .__all__)
        let moduleName = try getAttributeIfPresent(module, .__name__)
        let names: List
        if all.isBound {
            names = try listFromIterable(all)
        } else {
            let dict = try getAttributeIfPresent(module, .__dict__)
            guard dict.isBound else {
                throw raise(.importError, "from-import-* object has no __dict__ and no __all__")
            }
            names = try listFromIterable(try callMethodKeys(dict))
        }
        let label = isString(moduleName) ? swiftString(moduleName) : "?"
        for index in 0..<names.count {
            let name = names[index]
            guard isString(name) else {
                let place = all.isBound ? "Item in \(label).__all__" : "Key in \(label).__dict__"
                throw raise(.typeError, "\(place) must be str, not \(typeName(name))")
            }
            if all.isUnbound, Str(name).count > 0, swiftString(name).utf8.first == 0x5F { continue }
            let key = internedName(name)
            let value = try getAttribute(module, key)
            if namespace.isKind(.dict) {
                dictSet(Dict(namespace), name: key, value)
            } else {
                try setItem(namespace, key, value)
            }
        }
    }

    private func callMethodKeys(_ mapping: Value) throws(Raise) -> Value {
        if mapping.isKind(.dict) { return mapping }
        return try call(try getAttribute(mapping, .keys))
    }
}
