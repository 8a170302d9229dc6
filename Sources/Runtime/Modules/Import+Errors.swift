/// What goes wrong with imports, in CPython's words.
extension Machine {
    /// ModuleNotFoundError with its `name`.
    func moduleNotFound(_ message: String, name: Value) -> Raise {
        let exception = makeException(.moduleNotFoundError, string(message))
        let fields = Exception(exception).fields
        fields[ImportErrorField.message] = Exception(exception).args[0]
        fields[ImportErrorField.name] = name
        fields[ImportErrorField.path] = .none
        fields[ImportErrorField.nameFrom] = .none
        return raise(exception)
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
            message = "cannot import name \(reprText(name)) from partially initialized module \(label) "
                + "(most likely due to a circular import)" + (origin.isBound ? " (\(swiftString(origin)))" : "")
        } else {
            message = "cannot import name \(reprText(name)) from \(label) "
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
