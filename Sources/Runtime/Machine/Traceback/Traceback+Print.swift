/// Exceptions that nobody catches, and those that can't be raised anywhere.
extension Machine {
    /// The traceback of an exception as text, as CPython prints it when nobody catches it.
    func formatException(_ exception: Value, usesColor: Bool = false, isPlain: Bool = false) -> String {
        guard exception.isKind(.exception) else { return "" }
        let pending = takePending()
        defer { state.pointee.pending = pending }
        var formatter = TracebackFormatter(self)
        formatter.usesColor = usesColor
        // The innermost frames, as many as `sys.tracebacklimit` says.
        let limit = dictGet(Dict(runtime.pointee.sysDict), name: internStatic("tracebacklimit"))
        if isInt(limit) { formatter.limit = -max(0, intValue(limit) ?? Int(Int32.max)) }
        return isPlain ? formatter.plain(exception) : formatter.format(exception)
    }

    /// Prints an exception that nobody caught, by `sys.excepthook` if the program has set one.
    func printUncaught(_ exception: Value) {
        let hook = dictGet(Dict(runtime.pointee.sysDict), name: intern("excepthook"))
        if hook.isUnbound, dictGet(Dict(runtime.pointee.sysDict), name: intern("__excepthook__")).isBound {
            printToStandardError("sys.excepthook is missing\n")
        }
        if hook.isBound, !hook.isKind(.nativeFunction), exception.isKind(.exception) {
            let traceback = Exception(exception).pointer.pointee.traceback
            do throws(Raise) {
                _ = try call(hook, typeOf(exception).value, exception, traceback.isUnbound ? .none : traceback)
                return
            } catch {
                // SystemExit goes on: the hook decides how the process ends.
                if pendingMatches(.systemExit) { return }
                let second = takePending()
                printToStandardError(
                    "Error in sys.excepthook:\n" + formatException(second) + "\nOriginal exception was:\n")
            }
        }
        printToStandardError(formatException(exception, usesColor: usesColor))
    }

    /// Prints an exception that can't be raised anywhere (`__del__`, callbacks of weak references).
    func writeUnraisable(_ exception: Value, object: Value) {
        var text = "Exception ignored"
        let finalizer = object.isBound ? lookupSpecial(object, .__del__) : .unbound
        let shown = finalizer.isBound && object.isKind(.object) ? finalizer : object
        if callUnraisableHook(exception, shown) { return }
        if shown.isBound, !shown.isNone { text += " in: \(reprText(shown))" }
        printToStandardError(text + "\n" + formatException(exception, isPlain: true))
    }

    /// Hands such an exception to the `sys.unraisablehook` that the program has set. False when it has set none.
    private func callUnraisableHook(_ exception: Value, _ object: Value) -> Bool {
        let hook = dictGet(Dict(runtime.pointee.sysDict), name: intern("unraisablehook"))
        guard hook.isBound, !hook.isNone, !hook.isKind(.nativeFunction), exception.isKind(.exception) else {
            return false
        }
        let type = dictGet(Dict(runtime.pointee.sysDict), name: intern("_UnraisableHookArgs"))
        guard type.isKind(.type) else { return false }
        let traceback = Exception(exception).pointer.pointee.traceback
        let arguments = StructSequence.make(
            self, TypeRef(type),
            [
                typeOf(exception).value, exception, traceback.isUnbound ? .none : traceback, .none,
                object.isUnbound ? .none : object,
            ])
        do throws(Raise) {
            _ = try call(hook, arguments)
        } catch {
            let second = takePending()
            printToStandardError("Exception ignored in sys.unraisablehook: \(reprText(hook))\n")
            printToStandardError(formatException(second))
        }
        return true
    }

    /// Writes to `sys.stderr`, or past it when that fails.
    func printToStandardError(_ text: String) {
        let stream = dictGet(Dict(runtime.pointee.sysDict), .stderr)
        if stream.isNone { return }
        guard stream.isBound else { return writeError(text) }
        do throws(Raise) {
            _ = try call(try getAttribute(stream, .write), string(text))
            let flush = try getAttributeIfPresent(stream, .flush)
            if flush.isBound { _ = try call(flush) }
        } catch {
            clearPending()
            writeError(text)
        }
    }
}
