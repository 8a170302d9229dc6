/// The methods of an event loop.
enum EventLoopMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = m.makeEventLoop(TypeRef(a[0]))
        loop.cell.requestFinalizer()
        return loop
    }
    /// What a loop that was never closed says when it goes.
    static func finalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        // The thread's own loop goes only with the program.
        guard !loop.isClosed, !loop.isRunning, m.state.pointee.currentLoop != a[0] else { return .none }
        if !m.isIgnoredByDefault(.resourceWarning) {
            _ = try m.call(try m.importAttribute("asyncio.base_events", "_warn_unclosed"), a[0])
        }
        _ = try m.call(try m.getAttribute(a[0], m.intern("close")))
        return .none
    }
    /// `__init__(selector=None)`
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[1].isBound, !a[1].isNone { EventLoop(a[0]).pointer.pointee.selector = a[1] }
        return .none
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = EventLoop(a[0]).pointer
        func word(_ flag: Bool) -> String { flag ? "True" : "False" }
        return m.string(
            "<\(m.plainTypeName(a[0])) running=\(word(loop.pointee.isRunning)) closed=\(word(loop.pointee.isClosed)) "
                + "debug=\(word(loop.pointee.isDebug))>")
    }

    // MARK: Scheduling

    /// `call_soon(callback, *args, context=None)`.
    static func callSoon(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try callSoon(m, a, "call_soon")
    }

    @inline(__always)
    private static func callSoon(_ m: Machine, _ a: Arguments, _ method: String) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        guard a.count >= 2 else { throw missing(m, a, method, ["callback"]) }
        let context = a.keywords.isUnbound ? .unbound : try contextArgument(m, a, method)
        try m.checkOpen(loop)
        if loop.pointer.pointee.isDebug {
            if method == "call_soon" { try m.checkThread(loop) }
            try checkCallback(m, a[1], method)
        }
        let handle =
            a.count == 3
            ? m.makeHandle(a[1], argument: a[2], a[0], context: context)
            : m.makeHandle(
                a[1], arguments: m.tuple(from: a.base + 2, count: a.count - 2), a[0], context: context)
        try m.noteSource(handle)
        loop.pointer.pointee.ready.append(handle, .true)
        return handle
    }

    /// `call_later(delay, callback, *args, context=None)`.
    static func callLater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count >= 3 else { throw missing(m, a, "call_later", ["delay", "callback"]) }
        let context = try contextArgument(m, a, "call_later")
        if a[1].isNone { throw m.raise(.typeError, "delay must not be None") }
        let overrides = EventLoop(a[0]).pointer.pointee.overrides
        if overrides.contains(.callAt) { return try callByMethod(m, a, context) }
        let now = try m.now(EventLoop(a[0]))
        let when = try m.binary(.add, Value(Clock.seconds(now)), a[1])
        let (sum, overflow) = now.addingReportingOverflow(Clock.nanoseconds(try m.seconds(a[1])))
        return try schedule(
            m, a, "call_at", when: when, deadline: overflow ? Int64.max / 2 : sum, context: context)
    }

    /// `call_later` of a loop with a `call_at` of its own.
    private static func callByMethod(_ m: Machine, _ a: Arguments, _ context: Value) throws(Raise) -> Value {
        let time = try m.call(try m.getAttribute(a[0], m.intern("time")))
        let arguments = m.makeTuple(count: a.count - 1)
        arguments[0] = try m.binary(.add, time, a[1])
        for index in 2..<a.count { arguments[index - 1] = a[index] }
        let keywords = m.dict()
        if context.isBound { m.set(keywords, "context", context) }
        return try m.call(
            try m.getAttribute(a[0], m.intern("call_at")), args: arguments.value, keywords: keywords.value)
    }

    /// `call_at(when, callback, *args, context=None)`.
    static func callAt(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count >= 3 else { throw missing(m, a, "call_at", ["when", "callback"]) }
        let context = try contextArgument(m, a, "call_at")
        if a[1].isNone { throw m.raise(.typeError, "when cannot be None") }
        let deadline = Clock.nanoseconds(try m.seconds(a[1]))
        return try schedule(m, a, "call_at", when: a[1], deadline: deadline, context: context)
    }

    private static func schedule(
        _ m: Machine, _ a: Arguments, _ method: String, when: Value, deadline: Int64, context: Value
    ) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        try m.checkOpen(loop)
        if loop.pointer.pointee.isDebug {
            try m.checkThread(loop)
            try checkCallback(m, a[2], "call_at")
        }
        let arguments = m.tuple(from: a.base + 3, count: a.count - 3)
        let handle = m.makeTimerHandle(when: when, a[2], arguments, a[0], context: context)
        try m.noteSource(handle)
        Handle(handle).record[Handle.scheduled] = .true
        loop.pointer.pointee.timers.insert(deadline: deadline, subject: handle)
        m.observe(.timerSet(deadline: deadline))
        return handle
    }

    /// The keyword argument `context`, the only one there is.
    private static func contextArgument(_ m: Machine, _ a: Arguments, _ method: String) throws(Raise) -> Value {
        guard a.keywords.isBound else { return .unbound }
        var context = Value.unbound
        for index in 0..<a.keywordCount {
            let name = m.swiftString(a.keywordName(index))
            guard name == "context" else {
                throw m.raise(.typeError, "BaseEventLoop.\(method)() got an unexpected keyword argument '\(name)'")
            }
            context = a.keywordValue(index)
        }
        return context
    }

    private static func missing(_ m: Machine, _ a: Arguments, _ method: String, _ names: [String]) -> Raise {
        let missing = names.dropFirst(max(0, a.count - 1)).map { "'\($0)'" }
        return m.raise(
            .typeError,
            "BaseEventLoop.\(method)() missing \(missing.count) required positional argument\(missing.count == 1 ? "" : "s"): "
                + missing.joined(separator: " and "))
    }

    private static func checkCallback(_ m: Machine, _ callback: Value, _ method: String) throws(Raise) {
        if m.isCoroutine(callback) || AsyncioModule.isCoroutineFunction(m, callback) {
            throw m.raise(.typeError, "coroutines cannot be used with \(method)()")
        }
        if !m.isCallable(callback) {
            throw m.raise(
                .typeError, "a callable object was expected by \(method)(), got \(m.reprText(callback))")
        }
    }

    static func time(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(Clock.seconds(m.clock.pointee.monotonic()))
    }

    // MARK: Futures and tasks

    static func createFuture(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.makeFuture(a[0]).value }

    /// `create_task(coro, *, name=None, context=None)`.
    static func createTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (coroutine, name, context) = try m.taskArguments(a.dropFirst, "BaseEventLoop.create_task", hasSelf: true)
        return try m.createTask(EventLoop(a[0]), coroutine, name: name, context: context)
    }

    static func setTaskFactory(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isNone || m.isCallable(a[1]) else {
            throw m.raise(.typeError, "task factory must be a callable or None")
        }
        EventLoop(a[0]).pointer.pointee.taskFactory = a[1].isNone ? .unbound : a[1]
        return .none
    }
    static func taskFactory(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        orNone(EventLoop(a[0]).pointer.pointee.taskFactory)
    }

    static func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }

    // MARK: Running

    static func runForever(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.runForever(EventLoop(a[0]))
        return .none
    }
    static func runUntilComplete(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.runUntilComplete(EventLoop(a[0]), a[1])
    }
    static func runOnce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.runOnce(EventLoop(a[0]))
        return .none
    }

    /// What waits in the queue: handles, tasks and others.
    static func ready(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let result = m.list()
        EventLoop(value).pointer.pointee.ready.forEach { result.append(m, $0.subject) }
        return result.value
    }
    static func stop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        EventLoop(a[0]).pointer.pointee.isStopping = true
        return .none
    }
    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        if loop.isRunning { throw m.raise(.runtimeError, "Cannot close a running event loop") }
        guard !loop.isClosed else { return .none }
        if loop.pointer.pointee.isDebug, m.isLoggingInUse {
            _ = try m.call(
                try m.getAttribute(try m.asyncioLogger(), m.intern("debug")), m.string("Close %r"), a[0])
        }
        if loop.pointer.pointee.signalHandlers.isBound {
            _ = try m.call(try m.importAttribute("asyncio._signals", "remove_all"), a[0])
        }
        loop.pointer.pointee.isClosed = true
        loop.pointer.pointee.ready.removeAll()
        loop.pointer.pointee.timers.removeAll()
        loop.pointer.pointee.wasExecutorShutDown = true
        loop.closeWakePipe()
        let executor = loop.pointer.pointee.defaultExecutor
        loop.pointer.pointee.defaultExecutor = .unbound
        if executor.isBound, !executor.isNone {
            let shutdown = try m.getAttribute(executor, m.intern("shutdown"))
            _ = try m.call(shutdown, .false)
        }
        let selector = loop.pointer.pointee.selector
        loop.pointer.pointee.selector = .unbound
        if selector.isBound, !selector.isNone { _ = try m.call(try m.getAttribute(selector, m.intern("close"))) }
        return .none
    }
    static func isRunning(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(EventLoop(a[0]).isRunning) }
    static func isClosed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(EventLoop(a[0]).isClosed) }
    static func getDebug(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(EventLoop(a[0]).pointer.pointee.isDebug)
    }
    static func setDebug(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        let enabled = try m.truth(a[1])
        loop.pointer.pointee.isDebug = enabled
        if enabled { m.runtime.pointee.asyncio.wasDebugUsed = true }
        if loop.isRunning { m.trackOrigins(loop, enabled) }
        return .none
    }
    static func checkClosed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.checkOpen(EventLoop(a[0]))
        return .none
    }

    // MARK: Exceptions

    static func setExceptionHandler(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isNone || m.isCallable(a[1]) else {
            throw m.raise(.typeError, "A callable object or None is expected, got \(m.reprText(a[1]))")
        }
        EventLoop(a[0]).pointer.pointee.exceptionHandler = a[1].isNone ? .unbound : a[1]
        return .none
    }
    static func exceptionHandler(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        orNone(EventLoop(a[0]).pointer.pointee.exceptionHandler)
    }
    static func callExceptionHandler(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.callExceptionHandler(EventLoop(a[0]), a[1])
        return .none
    }
    static func defaultExceptionHandler(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.defaultExceptionHandler(EventLoop(a[0]), a[1])
        return .none
    }

    // MARK: Async generators and executors

    static func firstIteration(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[1].isKind(.generator) { try m.noteAsyncGenerator(EventLoop(a[0]), a[1]) }
        return .none
    }
    static func finalizer(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.closeAsyncGeneratorSoon(EventLoop(a[0]), a[1])
        return .none
    }
    static func takeAsyncGenerators(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        EventLoop(a[0]).pointer.pointee.wereAsyncGeneratorsShutDown = true
        return m.takeAsyncGenerators(EventLoop(a[0]))
    }
    static func shutdownAsyncGenerators(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(try m.importAttribute("asyncio.base_events", "_shutdown_asyncgens"), a[0])
    }
    static func shutdownDefaultExecutor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let timeout = a.optional(1)
        let function = try m.importAttribute("asyncio.base_events", "_shutdown_default_executor")
        return try m.call(function, a[0], timeout.isBound ? timeout : .none)
    }
    static func noteExecutorShutdown(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        EventLoop(a[0]).pointer.pointee.wasExecutorShutDown = true
        return .none
    }
    static func runInExecutor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count >= 3 else { throw missing(m, a, "run_in_executor", ["executor", "func"]) }
        try m.checkOpen(EventLoop(a[0]))
        let arguments = m.tuple(from: a.base + 3, count: a.count - 3)
        return try m.call(try m.importAttribute("asyncio.threads", "_run_in_executor"), a[0], a[1], a[2], arguments)
    }
    static func setDefaultExecutor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.call(try m.importAttribute("asyncio.threads", "_check_executor"), a[1])
        EventLoop(a[0]).pointer.pointee.defaultExecutor = a[1]
        return .none
    }
    /// The default executor, None when there is none yet, False when there may be none any more.
    static func defaultExecutor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = EventLoop(a[0]).pointer
        if loop.pointee.wasExecutorShutDown { return .false }
        return orNone(loop.pointee.defaultExecutor)
    }
    static func callSoonThreadsafe(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let handle = try callSoon(m, a, "call_soon_threadsafe")
        if m.hasThreads { EventLoop(a[0]).wakeUp() }
        return handle
    }

    // MARK: Signals

    static func addSignalHandler(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count >= 3 else { throw missing(m, a, "add_signal_handler", ["sig", "callback"]) }
        let arguments = m.tuple(from: a.base + 3, count: a.count - 3)
        return try m.call(try m.importAttribute("asyncio._signals", "add"), a[0], a[1], a[2], arguments)
    }
    static func removeSignalHandler(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(try m.importAttribute("asyncio._signals", "remove"), a[0], a[1])
    }
    /// The handles by signal number.
    static func signalHandlers(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let loop = EventLoop(value).pointer
        if loop.pointee.signalHandlers.isUnbound { loop.pointee.signalHandlers = m.dict().value }
        return loop.pointee.signalHandlers
    }
    /// A signal came: its handle is run soon.
    static func runSoon(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[1].isKind(.record), m.isInstance(a[1], .handle), !Handle(a[1]).isCancelled {
            EventLoop(a[0]).pointer.pointee.ready.append(a[1], .true)
        }
        return .none
    }

    // MARK: What is not there

    /// The methods that would need sockets or processes.
    static let refusing: [(StaticString, StaticString)] = [
        ("getaddrinfo", "sockets"), ("getnameinfo", "sockets"), ("create_connection", "sockets"),
        ("create_server", "sockets"), ("sendfile", "sockets"), ("start_tls", "TLS"),
        ("create_unix_connection", "sockets"), ("create_unix_server", "sockets"),
        ("connect_accepted_socket", "sockets"), ("create_datagram_endpoint", "sockets"),
        ("connect_read_pipe", "transports for pipes"), ("connect_write_pipe", "transports for pipes"),
        ("subprocess_shell", "processes in loops"), ("subprocess_exec", "processes in loops"),
        ("sock_recv", "sockets"), ("sock_recv_into", "sockets"), ("sock_recvfrom", "sockets"),
        ("sock_recvfrom_into", "sockets"), ("sock_sendall", "sockets"), ("sock_sendto", "sockets"),
        ("sock_connect", "sockets"), ("sock_accept", "sockets"), ("sock_sendfile", "sockets"),
    ]

    static func refusal(_ name: StaticString, _ missing: StaticString) -> Native {
        Native(name, .any) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            throw m.raise(
                .notImplementedError, "loop.\(name)() is not available: minipy has no \(missing) yet")
        }
    }

    // MARK: Descriptors

    private static func descriptor(_ m: Machine, _ value: Value) throws(Raise) -> Int32 {
        var number = value
        if !m.isInt(number) {
            let method = try m.getAttributeIfPresent(value, m.intern("fileno"))
            guard method.isBound else { throw m.raise(.valueError, "Invalid file object: \(m.reprText(value))") }
            number = try m.call(method)
        }
        guard let int = m.intValue(number), int >= 0, int <= Int(Int32.max) else {
            throw m.raise(.valueError, "Invalid file descriptor: \(m.reprText(number))")
        }
        return Int32(int)
    }

    private static func watch(_ m: Machine, _ a: Arguments, reads: Bool) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        guard a.count >= 3 else {
            throw missing(m, a, reads ? "add_reader" : "add_writer", ["fd", "callback"])
        }
        try m.checkOpen(loop)
        let descriptor = try descriptor(m, a[1])
        let handle = m.makeHandle(
            a[2], arguments: m.tuple(from: a.base + 3, count: a.count - 3), a[0], context: .unbound)
        let watcher = loop.pointer.pointee.watchers.add(descriptor)
        if reads { watcher.pointee.reader = handle } else { watcher.pointee.writer = handle }
        return .none
    }

    private static func unwatch(_ m: Machine, _ a: Arguments, reads: Bool) throws(Raise) -> Value {
        let loop = EventLoop(a[0])
        let descriptor = try descriptor(m, a[1])
        guard let watcher = loop.pointer.pointee.watchers.find(descriptor) else { return .false }
        let handle = reads ? watcher.pointee.reader : watcher.pointee.writer
        guard handle.isBound else { return .false }
        Handle(handle).record[Handle.state] = .true
        if reads { watcher.pointee.reader = .unbound } else { watcher.pointee.writer = .unbound }
        loop.pointer.pointee.watchers.removeIfIdle(descriptor)
        return .true
    }

    static func addReader(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try watch(m, a, reads: true) }
    static func addWriter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try watch(m, a, reads: false) }
    static func removeReader(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try unwatch(m, a, reads: true) }
    static func removeWriter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try unwatch(m, a, reads: false) }
}
