/// Exceptions that nobody catches: the handler of the loop, and what the default one prints.
extension Machine {
    /// Tells a loop of something that went wrong, by its method.
    func reportException(_ loop: EventLoop, _ context: Value) throws(Raise) {
        _ = try call(try getAttribute(loop.value, intern("call_exception_handler")), context)
    }

    /// `loop.call_exception_handler(context)`. What a handler raises is reported in turn; only KeyboardInterrupt and
    /// SystemExit pass.
    func callExceptionHandler(_ loop: EventLoop, _ context: Value) throws(Raise) {
        let handler = loop.pointer.pointee.exceptionHandler
        guard handler.isBound, !handler.isNone else { return try runDefaultHandler(loop, context, log: true) }
        do throws(Raise) {
            let owner = try contextOfHandler(context)
            if owner.isBound, !owner.isNone {
                _ = try call(try getAttribute(owner, intern("run")), handler, loop.value, context)
            } else {
                _ = try call(handler, loop.value, context)
            }
        } catch {
            if isExit(pending) { throw error }
            let exception = takePending()
            let second = dict()
            set(second, "message", string("Unhandled error in exception handler"))
            set(second, "exception", exception)
            set(second, "context", context)
            try runDefaultHandler(loop, second.value, log: false)
        }
    }

    /// The context in which a handler runs: that of the task or handle concerned, if it has one.
    private func contextOfHandler(_ context: Value) throws(Raise) -> Value {
        guard context.isKind(.dict) else { return .unbound }
        for key in ["task", "future", "handle"] as [StaticString] {
            let thing = dictGet(Dict(context), name: internStatic(key))
            if thing.isUnbound || thing.isNone { continue }
            if thing.isKind(.future), !Future(thing).flags.contains(.compact) {
                return Future(thing).pointer.pointee.context
            }
            let method = try getAttributeIfPresent(thing, intern("get_context"))
            return method.isBound ? try call(method) : .unbound
        }
        return .unbound
    }

    /// The default handler, or a subclass's.
    private func runDefaultHandler(_ loop: EventLoop, _ context: Value, log: Bool) throws(Raise) {
        do throws(Raise) {
            if typeOf(loop.value).isHeapType {
                _ = try call(try getAttribute(loop.value, intern("default_exception_handler")), context)
            } else {
                try defaultExceptionHandler(loop, context)
            }
        } catch {
            if isExit(pending) { throw error }
            let exception = takePending()
            let text =
                log
                ? "Exception in default exception handler"
                : "Exception in default exception handler while handling an unexpected error in custom exception handler"
            try logError(text, exception: exception)
        }
    }

    /// Logs the message, the rest of the context by key, and the exception; without the module `logging` that means to
    /// print them to standard error.
    func defaultExceptionHandler(_ loop: EventLoop, _ context: Value) throws(Raise) {
        guard context.isKind(.dict) else { throw raise(.typeError, "the context of an exception handler is a dict") }
        let details = Dict(context)
        var message = "Unhandled exception in event loop"
        let given = dictGet(details, name: internStatic("message"))
        if given.isBound, try truth(given) { message = swiftString(try str(given)) }
        if loop.pointer.pointee.currentSource.isBound,
            dictGet(details, name: internStatic("source_traceback")).isUnbound
        {
            set(details, "handle_traceback", loop.pointer.pointee.currentSource)
        }
        var lines: [(key: String, line: String)] = []
        for entry in details.entries where entry.key.isKind(.string) {
            let name = swiftString(entry.key)
            if name == "message" || name == "exception" { continue }
            lines.append((name, "\(name): \(try contextText(name, entry.value))"))
        }
        lines.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for line in lines { message += "\n" + line.line }
        try logError(message, exception: dictGet(details, name: internStatic("exception")))
    }

    /// A value of the context.
    private func contextText(_ name: String, _ value: Value) throws(Raise) -> String {
        let subject: String
        switch name {
        case "source_traceback": subject = "Object"
        case "handle_traceback": subject = "Handle"
        default: return swiftString(try repr(value))
        }
        let lines = try call(try importAttribute("traceback", "format_list"), value)
        let text = try call(try getAttribute(string(""), intern("join")), lines)
        let stripped = try call(try getAttribute(text, intern("rstrip")))
        return "\(subject) created at (most recent call last):\n\(swiftString(stripped))"
    }

    /// One record of the logger `asyncio`: the text, then the traceback of an exception if there is one.
    private func logError(_ message: String, exception: Value) throws(Raise) {
        if isLoggingInUse {
            let keywords = dict()
            var info = Value.false
            if exception.isKind(.exception) {
                let traceback = Exception(exception).pointer.pointee.traceback
                info = tuple(typeOf(exception).value, exception, traceback.isUnbound ? .none : traceback)
            }
            set(keywords, "exc_info", info)
            let error = try getAttribute(try asyncioLogger(), intern("error"))
            _ = try call(error, args: tuple(string(message)), keywords: keywords.value)
            return
        }
        var text = message + "\n"
        if exception.isKind(.exception) { text += formatException(exception) }
        try writeToStandardError(text)
    }
}
