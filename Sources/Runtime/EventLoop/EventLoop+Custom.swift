/// What a class derived from the loop does in its own way.
struct LoopOverrides: OptionSet {
    var rawValue: UInt8
    static let time = LoopOverrides(rawValue: 1)
    static let callLater = LoopOverrides(rawValue: 2)
    static let callAt = LoopOverrides(rawValue: 4)
    static let runOnce = LoopOverrides(rawValue: 8)
    static let createTask = LoopOverrides(rawValue: 16)
    static let runForever = LoopOverrides(rawValue: 32)
    static let callSoon = LoopOverrides(rawValue: 64)
    /// Timers go through the methods of the class.
    static let timers: LoopOverrides = [.time, .callLater, .callAt]

    static let names: [(StaticString, LoopOverrides)] = [
        ("time", .time), ("call_later", .callLater), ("call_at", .callAt), ("_run_once", .runOnce),
        ("create_task", .createTask), ("run_forever", .runForever), ("call_soon", .callSoon),
    ]
}

/// Loops of classes of the script, with a clock, timers or iterations of their own.
extension Machine {
    /// Which methods a class overrides.
    func findOverrides(_ type: TypeRef) -> LoopOverrides {
        var result: LoopOverrides = []
        guard type.isHeapType else { return result }
        for (name, flag) in LoopOverrides.names {
            let name = internStatic(name)
            if lookup(type, name) != lookup(self.type(.eventLoop), name) { result.insert(flag) }
        }
        return result
    }

    /// The time of a loop, in nanoseconds.
    @inline(__always)
    func now(_ loop: EventLoop) throws(Raise) -> Int64 {
        if loop.pointer.pointee.overrides.contains(.time) { return try ownTime(loop) }
        return clock.pointee.monotonic()
    }

    @inline(never)
    private func ownTime(_ loop: EventLoop) throws(Raise) -> Int64 {
        Clock.nanoseconds(try seconds(try call(try getAttribute(loop.value, intern("time")))))
    }

    /// One iteration, by the method of the class if it has one.
    @inline(never)
    func runOnceByMethod(_ loop: EventLoop) throws(Raise) {
        _ = try call(try getAttribute(loop.value, intern("_run_once")))
    }

    /// `run_forever` for `run_until_complete`, by the method of the class if it has one.
    func runForeverForFuture(_ loop: EventLoop) throws(Raise) {
        guard loop.pointer.pointee.overrides.contains(.runForever) else { return try runForever(loop) }
        _ = try call(try getAttribute(loop.value, intern("run_forever")))
    }

    // MARK: Tasks

    /// `loop.create_task(…)`, by the method of the class if it has one.
    @inline(__always)
    func createTaskByLoop(
        _ loop: EventLoop, _ coroutine: Value, name: Value = .unbound, context: Value = .unbound
    ) throws(Raise) -> Value {
        guard loop.pointer.pointee.overrides.contains(.createTask) else {
            return try createTask(loop, coroutine, name: name, context: context)
        }
        let keywords = dict()
        if name.isBound { set(keywords, "name", name) }
        if context.isBound { set(keywords, "context", context) }
        return try call(
            try getAttribute(loop.value, intern("create_task")), args: tuple(coroutine), keywords: keywords.value)
    }

    // MARK: Selectors

    /// Waits by a selector of the script, which may be one of those that let time fly. What wakes the loop from another
    /// thread ends the wait, if the selector lets itself be told of a descriptor.
    func select(_ loop: EventLoop, _ selector: Value) throws(Raise) {
        let l = loop.pointer
        var timeout = Value.none
        if loop.pointer.pointee.ready.count > 0 || loop.pointer.pointee.isStopping {
            timeout = Value(small: 0)
        } else if loop.pointer.pointee.timers.count > 0 {
            let left = loop.pointer.pointee.timers.first.deadline &- (try now(loop))
            timeout = left > 0 ? Value(Clock.seconds(left)) : Value(small: 0)
        }
        if hasThreads, timeout != Value(small: 0) {
            if l.pointee.wakeReader == 0 {
                loop.openWakePipe()
                let register = try getAttributeIfPresent(selector, intern("register"))
                if register.isBound { _ = try call(register, int(Int(l.pointee.wakeReader) - 1), int(1), .none) }
            }
            l.pointee.isWaiting = true
        }
        if l.pointee.watchers.count > 0 {
            // Descriptors are watched by the machine; the selector must not wait for long without them.
            try poll(loop, timeout: 0)
            if l.pointee.ready.count > 0 { timeout = Value(small: 0) } else if timeout.isNone { timeout = Value(0.01) }
        }
        defer {
            l.pointee.isWaiting = false
            if l.pointee.wakeReader > 0 { loop.drainWakePipe() }
        }
        let events = try call(try getAttribute(selector, intern("select")), timeout)
        let process = try getAttributeIfPresent(loop.value, intern("_process_events"))
        if process.isBound { _ = try call(process, events) }
    }

    // MARK: Attributes

    /// Methods that were put on one loop only, as clocks for tests are, count like those of a class.
    func refreshOverrides(_ loop: EventLoop) {
        var overrides = findOverrides(typeOf(loop.value))
        for (name, flag) in LoopOverrides.names where ownAttribute(loop.value.cell, internStatic(name)).isBound {
            overrides.insert(flag)
        }
        loop.pointer.pointee.overrides = overrides
    }

    // MARK: Sleeping

    /// The timer of a sleep, made by the loop's own `call_later`.
    @inline(never)
    func startOwnTimer(_ loop: EventLoop, _ sleep: Value, seconds: Double) throws(Raise) {
        let wake = native(
            Native("_set_result_unless_cancelled", .any, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard a.count == 1, a[0].isKind(.future) else { return .none }
                let future = Future(a[0])
                m.forgetOwnTimer(future)
                guard future.isPending else { return .none }
                future.state = .finished
                if future.pointer.pointee.callbacks.isBound { try m.scheduleCallbacks(future) }
                return .none
            })
        let arguments = makeTuple(count: 3)
        arguments[0] = seconds == seconds.rounded() && abs(seconds) < 1e15 ? int(Int(seconds)) : Value(seconds)
        arguments[1] = wake
        arguments[2] = sleep
        let handle = try call(
            try getAttribute(loop.value, intern("call_later")), args: arguments.value, keywords: .unbound)
        if loop.pointer.pointee.sleepHandles.isUnbound { loop.pointer.pointee.sleepHandles = dict().value }
        try dictSet(Dict(loop.pointer.pointee.sleepHandles), sleepKey(Future(sleep)), handle)
    }

    private func sleepKey(_ future: Future) -> Value { int(Int(future.value.bits >> 4 & 0xFFFF_FFFF_FFFF)) }

    /// Takes the handle of a sleep's timer out of the loop's table; unbound when there is none.
    @discardableResult
    private func forgetOwnTimer(_ future: Future) -> Value {
        let handles = future.loop.pointer.pointee.sleepHandles
        guard handles.isBound else { return .unbound }
        do throws(Raise) {
            return try dictRemove(Dict(handles), sleepKey(future))
        } catch {
            clearPending()
            return .unbound
        }
    }

    /// A sleep is cancelled or abandoned: its timer will not be needed.
    @inline(__always)
    func dropTimer(_ sleep: Future) {
        if sleep.loop.pointer.pointee.overrides.isDisjoint(with: .timers) {
            // The loop finds the sleep cancelled and drops it.
            sleep.loop.pointer.pointee.cancelledTimers &+= 1
        } else {
            cancelOwnTimer(sleep)
        }
    }

    @inline(never)
    private func cancelOwnTimer(_ sleep: Future) {
        let handle = forgetOwnTimer(sleep)
        guard handle.isBound else { return }
        let exception = takePending()
        do throws(Raise) {
            _ = try call(try getAttribute(handle, intern("cancel")))
        } catch {
            clearPending()
        }
        if exception.isBound { state.pointee.pending = exception }
    }
}

/// The methods of a loop by which scripts take its clock and its waiting into their own hands.
extension EventLoopMethods {
    /// `__setattr__` and `__delattr__`.
    static func setAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = m.internedName(a[1])
        try m.storeAttributeByKind(a[0], m.typeOf(a[0]), name, a.count > 2 ? a[2] : .unbound)
        for (candidate, _) in LoopOverrides.names where m.internStatic(candidate) == name {
            m.refreshOverrides(EventLoop(a[0]))
        }
        return .none
    }

    /// `_selector`: who asks for it means to change how the loop waits.
    static func selector(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let loop = EventLoop(value).pointer
        if loop.pointee.selector.isUnbound, !loop.pointee.isClosed {
            let selector = try m.call(try m.importAttribute("asyncio.selector_events", "_make_selector"), value)
            EventLoop(value).pointer.pointee.selector = selector
        }
        return orNone(EventLoop(value).pointer.pointee.selector)
    }

    static func setSelector(_ m: Machine, _ value: Value, _ selector: Value) throws(Raise) {
        EventLoop(value).pointer.pointee.selector = selector
    }

    /// `_wait(timeout)`: waits as the loop does by itself, up to a number of seconds.
    static func wait(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let timeout = a[1].isNone ? -1 : Clock.nanoseconds(try m.seconds(a[1]))
        try m.waitForWork(EventLoop(a[0]), atMost: timeout)
        return .none
    }
}
