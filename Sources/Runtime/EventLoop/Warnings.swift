import Compiler

/// Warnings that the runtime itself gives.
extension Machine {
    /// Warns as `warnings.warn` does where the script is: by the module `warnings` if the program has imported it, else
    /// on standard error if the default filters let the category through.
    func warn(_ category: BuiltinType, _ message: String) throws(Raise) {
        let module = dictGet(Dict(runtime.pointee.modules), name: internStatic("warnings"))
        if module.isBound, !module.isNone {
            let function = try getAttributeIfPresent(module, internStatic("warn"))
            if function.isBound {
                _ = try call(function, string(message), type(category).value)
                return
            }
        }
        let frame = state.pointee.frame
        guard frame > state.pointee.frameBase else { return }
        let code = frame.pointee.code
        let isMain = swiftString(code.pointee.name) == "<module>" || isMainFunction(frame)
        switch category {
        case .resourceWarning, .importWarning, .pendingDeprecationWarning: return
        case .deprecationWarning where !isMain: return
        default: break
        }
        let word = max(0, frame.pointee.pc - code.pointee.words - 1)
        let line = source(of: code).position(at: word).map { Int($0.line) } ?? source(of: code).firstLine
        let name = swiftString(type(category).pointer.pointee.name)
        let file = swiftString(code.pointee.filename)
        var text = "\(file):\(line): \(name): \(message)\n"
        var formatter = TracebackFormatter(self)
        let sourceLine = formatter.line(file, line)
        if !sourceLine.isEmpty { text += "  \(sourceLine)\n" }
        try writeToStandardError(text)
    }

    private func isMainFunction(_ frame: UnsafeMutablePointer<Frame>) -> Bool {
        guard frame.pointee.function.isKind(.function) else { return true }
        let globals = frame.pointee.functionLayout.pointee.globals
        guard globals.isKind(.dict) else { return false }
        let module = dictGet(Dict(globals), name: name(.__name__))
        return module.isKind(.string) && swiftString(module) == "__main__"
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
