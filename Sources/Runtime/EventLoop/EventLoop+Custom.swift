/// What a class derived from the loop does in its own way.
struct LoopOverrides: OptionSet {
    var rawValue: UInt8
    static let time = LoopOverrides(rawValue: 1)
    static let callLater = LoopOverrides(rawValue: 2)
    static let callAt = LoopOverrides(rawValue: 4)
    static let runOnce = LoopOverrides(rawValue: 8)
    static let createTask = LoopOverrides(rawValue: 16)
    /// Timers go through the methods of the class.
    static let timers: LoopOverrides = [.time, .callLater, .callAt]
}

/// Loops of classes of the script, with a clock, timers or iterations of their own.
extension Machine {
    /// Which methods a class overrides.
    func findOverrides(_ type: TypeRef) -> LoopOverrides {
        var result: LoopOverrides = []
        guard type.isHeapType else { return result }
        let names: [(StaticString, LoopOverrides)] = [
            ("time", .time), ("call_later", .callLater), ("call_at", .callAt), ("_run_once", .runOnce),
            ("create_task", .createTask),
        ]
        for (name, flag) in names {
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

    /// The `call_soon` that a class or an instance has instead of the loop's, or unbound.
    func ownCallSoon(_ loop: Value) throws(Raise) -> Value {
        let name = internStatic("call_soon")
        let method = try getAttribute(loop, name)
        let builtIn = lookup(type(.eventLoop), name)
        if method.isKind(.boundMethod), method.layout(BoundMethodLayout.self).pointee.function == builtIn {
            return .unbound
        }
        return method
    }

    /// Fills in a task and has its first step scheduled by such a method.
    func start(
        _ task: Future, _ coroutine: Value, loop: Value, name: Value, context: Value, callSoon: Value
    ) throws(Raise) {
        prepare(task, coroutine, loop: loop, name: name, context: context)
        let step = native(
            Native("TaskStepMethWrapper", .any, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if a.count > 0 { try m.stepTask(a[0], throwing: .unbound) }
                return .none
            })
        do throws(Raise) {
            _ = try call(callSoon, boundMethod(step, task.value))
        } catch {
            // A task that will never run is none of the loop's.
            EventLoop(loop).pointer.pointee.tasks.remove(task.pointer)
            task.pointer.pointee.registryIndex = .max
            throw error
        }
    }

    // MARK: Selectors

    /// The selector that the script gave a loop as its attribute `_selector`, or unbound.
    func ownSelector(_ loop: EventLoop) throws(Raise) -> Value {
        let cell = loop.value.cell
        guard cell.header.pointee.flags.contains(.hasAttributes) else { return .unbound }
        return try getAttributeIfPresent(loop.value, intern("_selector"))
    }

    /// Waits by such a selector, which may be one of those that let time fly.
    func select(_ loop: EventLoop, _ selector: Value) throws(Raise) {
        var timeout = Value.none
        if loop.pointer.pointee.ready.count > 0 || loop.pointer.pointee.isStopping {
            timeout = Value(small: 0)
        } else if loop.pointer.pointee.timers.count > 0 {
            let left = loop.pointer.pointee.timers.first.deadline &- (try now(loop))
            timeout = left > 0 ? Value(Clock.seconds(left)) : Value(small: 0)
        }
        let events = try call(try getAttribute(selector, intern("select")), timeout)
        let process = try getAttributeIfPresent(loop.value, intern("_process_events"))
        if process.isBound { _ = try call(process, events) }
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
