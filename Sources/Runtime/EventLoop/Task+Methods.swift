/// The methods of `asyncio.Task` that futures do not have, or have otherwise.
enum TaskMethods {
    /// `Task(coro, *, loop=None, name=None, context=None, eager_start=False)`.
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let task = Future(a[0])
        guard !task.flags.contains(.initialized) else {
            throw m.raise(.runtimeError, "a task can't be initialized twice")
        }
        let loop = try m.loop(orCurrent: a[2])
        guard m.isCoroutine(a[1]) else { throw m.notCoroutine(a[1]) }
        try m.checkOpen(EventLoop(loop))
        let name = try m.taskName(a[3])
        if EventLoop(loop).pointer.pointee.isDebug { try m.noteSource(task) }
        if a[5].isBound, try m.truth(a[5]), EventLoop(loop).isRunning {
            try m.startEagerly(task, a[1], loop: loop, name: name, context: a[4])
        } else {
            try m.start(task, a[1], loop: loop, name: name, context: a[4])
        }
        return .none
    }

    static func cancel(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.cancelTask(try m.future(a[0]), message: a[1].isUnbound ? .none : a[1]))
    }
    static func cancelling(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(Int(Future(a[0]).pointer.pointee.header.aux))
    }
    static func uncancel(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let task = Future(a[0])
        if task.pointer.pointee.header.aux > 0 {
            task.pointer.pointee.header.aux -= 1
            if task.pointer.pointee.header.aux == 0 { task.flags.remove(.mustCancel) }
        }
        return m.int(Int(task.pointer.pointee.header.aux))
    }
    static func getName(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.taskNameText(Future(a[0])) }
    static func setName(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.setName(Future(a[0]), a[1].isKind(.string) ? a[1] : try m.str(a[1]))
        return .none
    }
    static func coroutine(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let coroutine = Future(a[0]).pointer.pointee.coroutine
        return coroutine.isUnbound ? .none : coroutine
    }
    static func context(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let context = Future(a[0]).pointer.pointee.context
        return context.isUnbound ? .none : context
    }
    static func setResult(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.runtimeError, "Task does not support set_result operation")
    }
    static func setException(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.runtimeError, "Task does not support set_exception operation")
    }

    /// `get_stack(*, limit=None)`: the frame where the coroutine stands, or those of the exception it ended with.
    static func stack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(
            try m.importAttribute("asyncio.base_tasks", "_task_get_stack"), a[0], a[1].isUnbound ? .none : a[1])
    }
    static func printStack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(
            try m.importAttribute("asyncio.base_tasks", "_task_print_stack"), a[0], a[1].isUnbound ? .none : a[1],
            a[2].isUnbound ? .none : a[2])
    }

    /// What the task waits for. A coroutine of the library that is a future of its own shows itself as a future would.
    static func waiter(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let waiter = Future(value).isPending ? Future(value).pointer.pointee.waiter : .unbound
        guard waiter.isKind(.future), m.typeOf(waiter) == m.type(.sleep) else {
            return waiter.isUnbound ? .none : waiter
        }
        let shown = m.makeFuture(Future(value).pointer.pointee.loop)
        switch Future(waiter).state {
        case .pending: break
        case .cancelled: _ = try m.cancel(shown, message: .none)
        case .finished, .failed: try m.finish(shown, result: .none)
        }
        return shown.value
    }
    static func coroutineField(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let coroutine = Future(value).pointer.pointee.coroutine
        return coroutine.isUnbound ? .none : coroutine
    }
    static func mustCancel(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Value(Future(value).flags.contains(.mustCancel))
    }
    static func logDestroy(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Value(!Future(value).flags.contains(.silentDestruction))
    }
    static func setLogDestroy(_ m: Machine, _ value: Value, _ new: Value) throws(Raise) {
        guard new.isBound else { throw m.raise(.attributeError, "cannot delete attribute") }
        if try m.truth(new) {
            Future(value).flags.remove(.silentDestruction)
        } else {
            Future(value).flags.insert(.silentDestruction)
        }
    }
}

extension Machine {
    func installTasks() {
        define(
            .task, doc: "Runs a coroutine in an event loop.",
            methods: [
                Native(
                    "__init__", .signature("coro, *, loop=None, name=None, context=None, eager_start=False"),
                    style: .slot,
                    TaskMethods.initialize),
                Native("cancel", .signature("msg=None"), TaskMethods.cancel),
                Native("cancelling", .none, TaskMethods.cancelling),
                Native("uncancel", .none, TaskMethods.uncancel),
                Native("get_name", .none, TaskMethods.getName),
                Native("set_name", .one, TaskMethods.setName),
                Native("get_coro", .none, TaskMethods.coroutine),
                Native("get_context", .none, TaskMethods.context),
                Native("get_stack", .signature("*, limit=None"), TaskMethods.stack),
                Native("print_stack", .signature("*, limit=None, file=None"), TaskMethods.printStack),
                // Those of futures under their own names.
                Native("done", .none, FutureMethods.done),
                Native("cancelled", .none, FutureMethods.cancelled),
                Native("result", .none, FutureMethods.result),
                Native("exception", .none, FutureMethods.exception),
                Native("remove_done_callback", .signature("fn, /"), FutureMethods.removeCallback),
                Native("set_result", .one, TaskMethods.setResult),
                Native("set_exception", .one, TaskMethods.setException),
            ],
            properties: [
                NativeProperty("_coro", get: TaskMethods.coroutineField),
                NativeProperty("_fut_waiter", get: TaskMethods.waiter),
                NativeProperty("_must_cancel", get: TaskMethods.mustCancel),
                NativeProperty("_log_destroy_pending", get: TaskMethods.logDestroy, set: TaskMethods.setLogDestroy),
            ])
    }
}
