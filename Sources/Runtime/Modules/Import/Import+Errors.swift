/// What goes wrong with imports, in CPython's words.
extension Machine {
    /// ModuleNotFoundError with its `name`. When the name is that of a module of Python's standard library, a note says
    /// whose fault it is.
    func moduleNotFound(_ message: String, name: Value, isLibrary: Bool = false) -> Raise {
        let exception = makeException(.moduleNotFoundError, string(message))
        let fields = Exception(exception).fields
        fields[ImportErrorField.message] = Exception(exception).args[0]
        fields[ImportErrorField.name] = name
        fields[ImportErrorField.path] = .none
        fields[ImportErrorField.nameFrom] = .none
        if isLibrary, StandardLibrary.contains(swiftString(name)) {
            let notes = list()
            notes.append(self, string("minipy does not have this module of the standard library yet"))
            do throws(Raise) {
                try setAttribute(exception, self.name(.__notes__), notes.value)
            } catch {
                clearPending()
            }
        }
        return raise(exception)
    }

    /// What is wrong with `module.name`, in the words of CPython's `module_getattro`: the import may not be finished, or
    /// the module may stand before another one of its name.
    func noModuleAttribute(_ module: Value, _ name: Value) -> String {
        let dict = Dict(module.layout(ModuleLayout.self).pointee.dict)
        let moduleName = dictGet(dict, .__name__)
        guard isString(moduleName) else { return "module has no attribute '\(swiftString(name))'" }
        let text = swiftString(moduleName)
        let plain = "module '\(text)' has no attribute '\(swiftString(name))'"
        let spec = dictGet(dict, .__spec__)
        guard spec.isBound, !spec.isNone, let isInitializing = try? isInitializing(spec) else {
            clearPending()
            return plain
        }
        var origin: String?
        if let value = try? fileOrigin(of: spec), value.isBound { origin = swiftString(value) }
        clearPending()
        if let origin, isShadowing(origin) {
            if StandardLibrary.contains(text) {
                return plain
                    + " (consider renaming '\(origin)' since it has the same name as the standard library module named "
                    + "'\(text)' and the import system gives it precedence)"
            }
            if isInitializing {
                return plain
                    + " (consider renaming '\(origin)' if it has the same name as a third-party module you intended to "
                    + "import)"
            }
        }
        if isInitializing {
            let place = origin.map { " from '\($0)'" } ?? ""
            return "partially initialized module '\(text)'\(place) has no attribute '\(swiftString(name))' "
                + "(most likely due to a circular import)"
        }
        if interpreter?.loadingSubmodules.contains("\(text).\(swiftString(name))") == true {
            return "cannot access submodule '\(swiftString(name))' of module '\(text)' "
                + "(most likely due to a circular import)"
        }
        return plain
    }

    /// Whether a file lies where the script's own modules are, which are found before all others.
    private func isShadowing(_ file: String) -> Bool {
        guard let first = interpreter?.scriptDirectory else { return false }
        var directory = FileSystem.directory(of: file)
        if file.hasSuffix("/__init__.py") || file.hasSuffix("/__init__.mpy") {
            directory = FileSystem.directory(of: directory)
        }
        return directory == FileSystem.absolute(first)
    }

    /// ImportError of `from module import name`.
    func cannotImport(_ name: Value, from module: Value, named moduleName: Value) throws(Raise) -> Raise {
        let label = isString(moduleName) ? reprText(moduleName) : "'<unknown module name>'"
        let spec = try getAttributeIfPresent(module, .__spec__)
        var origin = try fileOrigin(of: spec)
        if origin.isUnbound, module.isKind(.module) {
            let file = dictGet(Dict(module.layout(ModuleLayout.self).pointee.dict), .__file__)
            if isString(file) { origin = file }
        }
        let message: String
        if try isInitializing(spec) {
            message =
                "cannot import name \(reprText(name)) from partially initialized module \(label) "
                + "(most likely due to a circular import)" + (origin.isBound ? " (\(swiftString(origin)))" : "")
        } else {
            message =
                "cannot import name \(reprText(name)) from \(label) "
                + (origin.isBound ? "(\(swiftString(origin)))" : "(unknown location)")
        }
        let exception = makeException(.importError, string(message))
        let fields = Exception(exception).fields
        fields[ImportErrorField.message] = Exception(exception).args[0]
        fields[ImportErrorField.name] = isString(moduleName) ? moduleName : .none
        fields[ImportErrorField.path] = origin.isBound ? origin : .none
        fields[ImportErrorField.nameFrom] = name
        return raise(exception)
    }

    /// `spec.origin` when the spec has a location, else unbound.
    func fileOrigin(of spec: Value) throws(Raise) -> Value {
        guard spec.isBound, !spec.isNone else { return .unbound }
        let hasLocation = try getAttributeIfPresent(spec, intern("has_location"))
        guard hasLocation.isBound, try truth(hasLocation) else { return .unbound }
        let origin = try getAttributeIfPresent(spec, intern("origin"))
        return isString(origin) ? origin : .unbound
    }

    /// Whether a module with that spec is being imported.
    func isInitializing(_ spec: Value) throws(Raise) -> Bool {
        guard spec.isBound, !spec.isNone else { return false }
        let value = try getAttributeIfPresent(spec, intern("_initializing"))
        return value.isBound ? try truth(value) : false
    }
}
