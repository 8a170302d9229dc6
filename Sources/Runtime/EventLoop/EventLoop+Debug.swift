/// Debug mode: each callback is timed, and slow ones are reported. What loops report goes to the logger `asyncio`.
extension Machine {
    /// The part of an iteration that runs what is ready, in debug mode.
    @inline(never)
    func runReadyTimed(_ loop: EventLoop) throws(Raise) {
        let l = loop.pointer
        var left = l.pointee.ready.count
        while left > 0, l.pointee.ready.count > 0 {
            left &-= 1
            let entry = l.pointee.ready.removeFirst()
            if state.pointee.interrupt.pointee != 0 { try safepoint(before: entry, loop) }
            let begin = clock.pointee.monotonic()
            try runEntry(entry)
            let seconds = Clock.seconds(clock.pointee.monotonic() &- begin)
            if seconds >= (doubleValue(l.pointee.slowCallbackDuration) ?? 0.1) { try reportSlow(entry, seconds) }
        }
    }

    private func reportSlow(_ entry: ReadyQueue.Entry, _ seconds: Double) throws(Raise) {
        let subject = entry.subject
        let what: Value
        if entry.detail.isTrue || isTask(subject) || subject.isKind(.future) {
            what = subject
        } else {
            what = makeHandle(subject, tuple(entry.detail), .none, context: .unbound)
        }
        let warning = try getAttribute(try asyncioLogger(), intern("warning"))
        _ = try call(
            warning, args: tuple(string("Executing %s took %.3f seconds"), try repr(what), Value(seconds)),
            keywords: dict().value)
    }

    /// One error of the logger: a text, and the traceback of an exception if there is one. As long as the program has not
    /// imported `logging`, nothing there can be configured, and its last resort is standard error.
    func logError(_ message: String, exception: Value) throws(Raise) {
        if dictGet(modules, name: intern("logging")).isKind(.module) {
            let keywords = dict()
            if exception.isKind(.exception) { set(keywords, "exc_info", exception) }
            let error = try getAttribute(try asyncioLogger(), intern("error"))
            _ = try call(error, args: tuple(string("%s"), string(message)), keywords: keywords.value)
            return
        }
        var text = message + "\n"
        if exception.isKind(.exception) { text += tracebackText(exception) }
        try writeToStandardError(text)
    }

    private func asyncioLogger() throws(Raise) -> Value {
        try call(try importAttribute("logging", "getLogger"), string("asyncio"))
    }
}
