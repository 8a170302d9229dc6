import Compiler

/// Warnings that the runtime itself gives.
extension Machine {
    /// Warns as `warnings.warn` does, about the script's innermost frame.
    func warn(_ category: BuiltinType, _ message: String) throws(Raise) {
        if isIgnoredByDefault(category) { return }
        let module = try importModule("warnings")
        _ = try call(try getAttribute(module, internStatic("warn")), string(message), type(category).value)
    }

    /// Warns as `warnings.warn_explicit` does, about a place in a file.
    func warn(_ category: BuiltinType, _ message: String, filename: String, line: Int) throws(Raise) {
        let module = try importModule("warnings")
        let arguments = list(
            from: [string(message), type(category).value, string(filename), int(line)], count: 4)
        _ = try call(
            try getAttribute(module, internStatic("warn_explicit")), args: arguments.value, keywords: dict().value)
    }

    /// Whether the program has not asked for other than the default filters, which drop this category everywhere: that
    /// spares it the module.
    func isIgnoredByDefault(_ category: BuiltinType) -> Bool {
        guard !isWarningsModuleInUse else { return false }
        switch category {
        case .resourceWarning, .importWarning, .pendingDeprecationWarning: return true
        default: return false
        }
    }

    /// Whether the module `warnings` is there, or would be set up by options.
    var isWarningsModuleInUse: Bool {
        if let interpreter, !interpreter.warningOptions.isEmpty { return true }
        let module = dictGet(Dict(runtime.pointee.modules), name: internStatic("warnings"))
        return module.isBound && !module.isNone
    }

    /// Writes to `sys.stderr`, or straight to the descriptor when the script has none.
    func writeToStandardError(_ text: String) throws(Raise) {
        let stream = dictGet(Dict(runtime.pointee.sysDict), name: name(.stderr))
        if stream.isBound, !stream.isNone {
            let write = try getAttributeIfPresent(stream, name(.write))
            if write.isBound {
                _ = try call(write, string(text))
                return
            }
        }
        writeError(text)
    }
}
