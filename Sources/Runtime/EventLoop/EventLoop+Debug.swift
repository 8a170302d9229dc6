/// The debug mode of loops: where things were made, what takes too long, who calls from the wrong thread.
extension Machine {
    /// The script's stack at this moment, as a list of `traceback.FrameSummary`.
    @inline(never)
    func sourceTraceback() throws(Raise) -> Value {
        try call(try importAttribute("asyncio.format_helpers", "extract_stack"))
    }

    /// `created at file:line` for such a stack.
    func creationText(_ stack: Value) throws(Raise) -> String? {
        guard stack.isBound, !stack.isNone, try truth(stack) else { return nil }
        let frame = try getItem(stack, Value(small: -1))
        let file = swiftString(try str(try getAttribute(frame, intern("filename"))))
        return "created at \(file):\(swiftString(try str(try getAttribute(frame, intern("lineno")))))"
    }

    /// The logger `asyncio`, as the tests of programs may replace it.
    func asyncioLogger() throws(Raise) -> Value { try importAttribute("asyncio.base_events", "logger") }

    /// Whether the program uses the module `logging`.
    var isLoggingInUse: Bool {
        let module = dictGet(Dict(runtime.pointee.modules), name: internStatic("logging"))
        return module.isBound && !module.isNone
    }

    /// `RuntimeError` when a method that is not for other threads is called from one.
    func checkThread(_ loop: EventLoop) throws(Raise) {
        guard let runner = loop.pointer.pointee.runner, runner != state else { return }
        throw raise(
            .runtimeError, "Non-thread-safe operation invoked on an event loop other than the current one")
    }

    /// Begins or ends to note where coroutines are made.
    func trackOrigins(_ loop: EventLoop, _ enabled: Bool) {
        let l = loop.pointer
        guard enabled != l.pointee.tracksOrigins else { return }
        l.pointee.tracksOrigins = enabled
        if enabled {
            l.pointee.outerOriginDepth = runtime.pointee.asyncio.originDepth
            runtime.pointee.asyncio.originDepth = 10
        } else {
            runtime.pointee.asyncio.originDepth = l.pointee.outerOriginDepth
        }
    }

    /// Runs what is ready, and reports what takes long.
    @inline(never)
    func runReadyInDebugMode(_ loop: EventLoop) throws(Raise) {
        let l = loop.pointer
        var left = l.pointee.ready.count
        while left > 0, l.pointee.ready.count > 0 {
            left &-= 1
            try runNextInDebugMode(loop)
        }
    }

    /// One entry: in a function of its own, so that the loop's memory does not hold on to it.
    @inline(never)
    private func runNextInDebugMode(_ loop: EventLoop) throws(Raise) {
        let l = loop.pointer
        let entry = l.pointee.ready.removeFirst()
        if state.pointee.interrupt.pointee != 0 { try safepoint(before: entry, loop) }
        let isHandle = entry.detail.isTrue
        if isHandle, Handle(entry.subject).isCancelled { return }
        l.pointee.currentSource = isHandle ? Handle(entry.subject).sourceTraceback : .unbound
        defer { l.pointee.currentSource = .unbound }
        let begin = try call(try getAttribute(loop.value, intern("time")))
        try runAny(entry)
        let end = try call(try getAttribute(loop.value, intern("time")))
        let duration = try binary(.subtract, end, begin)
        guard try compareBool(.greaterEqual, duration, l.pointee.slowCallbackDuration) else { return }
        let text = try call(try importAttribute("asyncio.base_events", "_format_handle"), handleOf(entry, loop))
        let warning = try getAttribute(try asyncioLogger(), intern("warning"))
        _ = try call(warning, string("Executing %s took %.3f seconds"), text, duration)
    }

    /// What stands for an entry in a report: its handle, or the task.
    private func handleOf(_ entry: ReadyQueue.Entry, _ loop: EventLoop) -> Value {
        if entry.detail.isTrue || entry.subject.isKind(.future) { return entry.subject }
        return makeHandle(entry.subject, argument: entry.detail, loop.value, context: .unbound)
    }
}
