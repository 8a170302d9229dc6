/// The fields of `asyncio.Timeout`.
enum TimeoutField {
    /// The deadline in the loop's time, or None.
    static let when = 0
    /// A small int: 0 created, 1 active, 2 expiring, 3 expired, 4 finished.
    static let state = 1
    /// The handle of the timer, or None.
    static let timer = 2
    static let task = 3
    /// How often the task had been asked to cancel before.
    static let requests = 4
    static let count = 5
}

/// `async with asyncio.timeout(…)`: the way without an expiry. The rest is in the language (`asyncio/timeouts.mpy`).
extension Machine {
    /// The first and only step of `__aenter__`.
    func enterTimeout(_ timeout: Record) throws(Raise) -> Value {
        guard timeout[TimeoutField.state] == Value(small: 0) else {
            throw raise(.runtimeError, "Timeout has already been entered")
        }
        let task = state.pointee.currentTask
        guard task.isBound, let loop = plainRunningLoop() else {
            _ = try call(try getAttribute(timeout.value, intern("_enter_slowly")))
            return timeout.value
        }
        timeout[TimeoutField.task] = task
        timeout[TimeoutField.state] = Value(small: 1)
        timeout[TimeoutField.requests] = Value(small: Int(Future(task).pointer.pointee.header.aux))
        if timeout[TimeoutField.when].isNone { return timeout.value }
        let function = lookup(typeOf(timeout.value), name(._on_timeout))
        let callback = boundMethod(function, timeout.value)
        let when = timeout[TimeoutField.when]
        let deadline = Clock.nanoseconds(try seconds(when))
        if deadline <= clock.pointee.monotonic() {
            let handle = makeHandle(callback, arguments: runtime.pointee.emptyTuple, loop.value, context: .unbound)
            loop.pointer.pointee.ready.append(handle, .true)
            timeout[TimeoutField.timer] = handle
        } else {
            let handle = makeTimerHandle(
                when: when, callback, runtime.pointee.emptyTuple, loop.value, context: .unbound)
            Handle(handle).record[Handle.scheduled] = .true
            loop.pointer.pointee.timers.insert(deadline: deadline, subject: handle)
            observe(.timerSet(deadline: deadline))
            timeout[TimeoutField.timer] = handle
        }
        return timeout.value
    }

    /// The running loop, unless its class, a clock put on it or its debug mode makes handles otherwise.
    private func plainRunningLoop() -> EventLoop? {
        let value = state.pointee.runningLoop
        guard value.isBound else { return nil }
        let loop = EventLoop(value)
        let isPlain = loop.value.cell.type == type(.eventLoop) && !loop.pointer.pointee.isDebug
        return isPlain && loop.pointer.pointee.overrides.isDisjoint(with: [.timers, .callSoon]) ? loop : nil
    }

    /// The only step of `__aexit__`; `error` is the exception that leaves the block, or None.
    func exitTimeout(_ timeout: Record, _ error: Value) throws(Raise) -> Value {
        let timer = timeout[TimeoutField.timer]
        if timer.isBound, !timer.isNone {
            timeout[TimeoutField.timer] = .none
            if timer.isCell, timer.cell.type == type(.timerHandle) || timer.cell.type == type(.handle) {
                withUnsafeTemporaryArgument(timer) { arguments in _ = try? HandleMethods.cancel(self, arguments) }
            } else {
                _ = try call(try getAttribute(timer, intern("cancel")))
            }
        }
        if timeout[TimeoutField.state] == Value(small: 1) {
            timeout[TimeoutField.state] = Value(small: 4)
            return .none
        }
        return try call(try getAttribute(timeout.value, intern("_expired")), error)
    }

    private func withUnsafeTemporaryArgument(_ value: Value, _ body: (Arguments) -> Void) {
        var value = value
        withUnsafeMutablePointer(to: &value) { body(Arguments(base: $0, count: 1)) }
    }
}

/// The base class of `asyncio.Timeout`.
enum TimeoutMethods {
    static func initialize(_ m: Machine, _ builder: ModuleBuilder) {
        let timeout = m.makeNativeType("_Timeout", module: "_asyncio", recordSize: TimeoutField.count)
        m.define(
            timeout,
            methods: [
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    make(m, TypeRef(a[0])).value
                },
                Native("_after", .one, style: .classMethod) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let deadline = try deadline(m, after: a[1])
                    let timeout = make(m, TypeRef(a[0]))
                    timeout[TimeoutField.when] = deadline
                    return timeout.value
                },
                Native("__init__", .signature("when"), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[TimeoutField.when] = a[1]
                    return .none
                },
                Native("__aenter__", .none, intrinsic: .coroutine) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.makeWait(.enterTimeout, a[0])
                },
                Native("__aexit__", .positional(3, 3), intrinsic: .coroutine) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.makeWait(.exitTimeout, a[0], item: a[2])
                },
            ],
            properties: [
                field("_when", TimeoutField.when), field("_state", TimeoutField.state),
                field("_timer", TimeoutField.timer), field("_task", TimeoutField.task),
                field("_requests_before", TimeoutField.requests),
            ])
        builder.add("_Timeout", timeout.value)
    }

    private static func make(_ m: Machine, _ type: TypeRef) -> Record {
        let timeout = Record(m.allocateInstance(of: type))
        for field in 0..<TimeoutField.count { timeout[field] = .none }
        timeout[TimeoutField.state] = Value(small: 0)
        timeout[TimeoutField.requests] = Value(small: 0)
        return timeout
    }

    /// The loop's time after a delay in seconds, or None.
    private static func deadline(_ m: Machine, after delay: Value) throws(Raise) -> Value {
        if delay.isNone { return .none }
        let now = Clock.seconds(try m.now(try m.runningLoop()))
        if delay.isSmallInt { return Value(now + Double(delay.smallInt)) }
        return try m.binary(.add, Value(now), delay)
    }

    private static func field(_ name: StaticString, _ index: Int) -> NativeProperty {
        NativeProperty(
            name,
            get: { (_, value) throws(Raise) in
                let field = Record(value)[index]
                return field.isBound ? field : .none
            }, set: { (_, value, new) throws(Raise) in Record(value)[index] = new })
    }
}
