/// Loops with a `call_soon` of their own: the steps of tasks and the callbacks of futures go through it, so that such a
/// loop can count, delay or shuffle all that is to run.
extension Machine {
    /// Puts an entry into the queue of a loop, by the loop's own `call_soon` if it has one. A task that waited is woken
    /// `by` a future.
    @inline(__always)
    func schedule(
        _ loop: EventLoop, _ subject: Value, _ detail: Value, by future: Value = .unbound
    ) throws(Raise) {
        if loop.pointer.pointee.overrides.contains(.callSoon) {
            return try scheduleByMethod(loop, subject, detail, by: future)
        }
        loop.pointer.pointee.ready.append(subject, detail)
    }

    /// Has the first step of a task scheduled by such a method.
    @inline(never)
    func startByMethod(_ task: Future) throws(Raise) {
        do throws(Raise) {
            try scheduleByMethod(task.loop, task.value, .unbound, by: .unbound)
        } catch {
            // A task that will never run is none of the loop's.
            task.loop.pointer.pointee.tasks.remove(task.pointer)
            task.pointer.pointee.registryIndex = .max
            throw error
        }
    }

    @inline(never)
    private func scheduleByMethod(
        _ loop: EventLoop, _ subject: Value, _ detail: Value, by future: Value
    ) throws(Raise) {
        var callback = subject
        var arguments = detail
        var context = Value.unbound
        if detail.isTrue {
            let handle = Handle(subject).record
            callback = handle[Handle.callback]
            arguments = handle[Handle.arguments]
            context = handle[Handle.context]
        } else if detail.isNone {
            callback = try stoppingCallback()
            arguments = subject
        } else if isTask(subject), !detail.isKind(.future) {
            callback = detail.isFalse ? wakeUp(of: subject) : step(of: subject)
            arguments = detail.isFalse ? future : detail
            context = Future(subject).pointer.pointee.context
        } else if subject.isCell, subject.cell.type == type(.gatheringFuture) {
            callback = childCallback(of: subject)
        }
        if !isContext(context) { context = try call(try importAttribute("contextvars", "copy_context")) }
        let keywords = dict()
        set(keywords, "context", context)
        let all = arguments.isBound ? tuple(callback, arguments) : tuple(callback)
        _ = try call(try getAttribute(loop.value, intern("call_soon")), args: all, keywords: keywords.value)
    }

    // MARK: What the loop does by itself, as callables

    /// `step([exception])`: the next step of a task.
    private func step(of task: Value) -> Value {
        method("TaskStepMethWrapper", of: task) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            if a.count > 0 { try m.stepTask(a[0], throwing: a.count > 1 ? a[1] : .unbound) }
            return .none
        }
    }

    /// `wake_up(future)`: goes on with a task whose future, perhaps one of the script's own making, is done.
    func wakeUp(of task: Value) -> Value {
        method("task_wakeup", of: task) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            guard a.count == 2 else { throw m.raise(.typeError, "a task's wake-up takes the future that is done") }
            if a[1].isKind(.future) {
                try m.wakeTask(a[0])
                return .none
            }
            do throws(Raise) {
                _ = try m.call(try m.getAttribute(a[1], m.intern("result")))
            } catch {
                try m.stepTask(a[0], throwing: m.takePending())
                return .none
            }
            try m.stepTask(a[0], throwing: .unbound)
            return .none
        }
    }

    /// `done(future)`: a gathering future's child is done.
    func childCallback(of outer: Value) -> Value {
        method("_done_callback", of: outer) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            guard a.count == 2, a[1].isKind(.future) else {
                throw m.raise(.typeError, "a gathering future is told of a future that is done")
            }
            try m.childDone(Future(a[0]), Future(a[1]))
            return .none
        }
    }

    /// A callable that gets `subject` before its arguments.
    private func method(_ name: StaticString, of subject: Value, _ body: @escaping NativeBody) -> Value {
        boundMethod(native(Native(name, .any, style: .function, body)), subject)
    }
}
