/// The methods of `asyncio.Future`, and those that tasks share with it.
enum FutureMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        guard type == m.type(.future), !m.runtime.pointee.asyncio.wasDebugUsed else {
            return m.allocateInstance(of: type)
        }
        let memory = m.newCell(size: FutureLayout.compactSize, kind: .future, type: type)
        let future = Future(pointer: memory.assumingMemoryBound(to: FutureLayout.self))
        future.flags = .compact
        return future.value
    }

    /// `Future(*, loop=None)`.
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let future = Future(a[0])
        future.pointer.pointee.loop = try m.loop(orCurrent: a[1])
        future.state = .pending
        future.flags.insert(.initialized)
        future.flags.remove(.callbackList)
        future.pointer.pointee.callbacks = .unbound
        future.pointer.pointee.detail = .unbound
        if future.loop.pointer.pointee.isDebug, !future.flags.contains(.compact) { try m.noteSource(future) }
        return .none
    }

    static func done(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(!Future(a[0]).isPending) }
    static func cancelled(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(Future(a[0]).state == .cancelled)
    }

    static func result(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.outcome(Future(a[0]))
    }

    static func exception(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let future = Future(a[0])
        switch future.state {
        case .pending: throw m.raise(.invalidStateError, "Exception is not set.")
        case .cancelled: throw m.raise(m.makeCancelledError(future))
        case .finished: return .none
        case .failed:
            m.markRetrieved(future)
            return future.pointer.pointee.result
        }
    }

    static func setResult(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let future = try m.future(a[0])
        guard future.isPending else { throw m.raise(.invalidStateError, "invalid state") }
        try m.finish(future, result: a[1])
        return .none
    }

    static func setException(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let future = try m.future(a[0])
        guard future.isPending else { throw m.raise(.invalidStateError, "invalid state") }
        var exception = a[1]
        if exception.isKind(.type), TypeRef(exception).isException { exception = try m.call(exception) }
        guard exception.isKind(.exception) else { throw m.raise(.typeError, "invalid exception object") }
        if m.isInstance(exception, .stopIteration) {
            let replacement = m.makeException(
                .runtimeError,
                m.string("StopIteration interacts badly with generators and cannot be raised into a Future"))
            Exception(replacement).pointer.pointee.cause = exception
            Exception(replacement).pointer.pointee.context = exception
            Exception(replacement).pointer.pointee.suppressContext = true
            exception = replacement
        }
        try m.fail(future, exception: exception)
        return .none
    }

    static func addCallback(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.addCallback(try m.future(a[0]), a[1], context: a[2])
        return .none
    }

    static func removeCallback(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try m.removeCallback(try m.future(a[0]), a[1]))
    }

    static func cancel(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let future = try m.future(a[0])
        let message = a[1].isUnbound ? Value.none : a[1]
        m.markRetrieved(future)
        if m.typeOf(a[0]) == m.type(.gatheringFuture) { return Value(try m.cancelGathering(future, message: message)) }
        return Value(try m.cancel(future, message: message))
    }

    static func loop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.future(a[0]).pointer.pointee.loop }

    static func makeCancelledError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.makeCancelledError(try m.future(a[0]))
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let iterator = m.record(.futureIterator, count: 2)
        iterator[0] = try m.future(a[0]).value
        return iterator.value
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.string(try m.futureText(a[0])) }

    // MARK: Attributes

    static func state(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        switch Future(value).state {
        case .pending: m.string("PENDING")
        case .finished, .failed: m.string("FINISHED")
        case .cancelled: m.string("CANCELLED")
        }
    }
    static func resultField(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Future(value).state == .finished ? Future(value).pointer.pointee.result : .none
    }
    static func exceptionField(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Future(value).state == .failed ? Future(value).pointer.pointee.result : .none
    }
    static func loopField(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Future(value).isInitialized ? Future(value).pointer.pointee.loop : .none
    }
    static func messageField(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let future = Future(value)
        switch future.state {
        case .pending: return EventLoopMethods.orNone(future.pointer.pointee.result)
        case .finished, .cancelled: return EventLoopMethods.orNone(future.pointer.pointee.detail)
        case .failed: return EventLoopMethods.orNone(m.failureDetail(future).message)
        }
    }
    static func setMessageField(_ m: Machine, _ value: Value, _ new: Value) throws(Raise) {
        let future = Future(value)
        if future.isPending { future.pointer.pointee.result = new.isNone ? .unbound : new }
        if future.state == .cancelled { future.pointer.pointee.detail = new.isNone ? .unbound : new }
    }
    static func blocking(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if Future(value).flags.contains(.notBlockable) { return .none }
        return Value(Future(value).flags.contains(.blocking))
    }
    static func setBlocking(_ m: Machine, _ value: Value, _ new: Value) throws(Raise) {
        guard new.isBound else { throw m.raise(.attributeError, "cannot delete attribute") }
        Future(value).flags.remove([.blocking, .notBlockable])
        if try m.truth(new) { Future(value).flags.insert(.blocking) }
    }
    static func logTraceback(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Value(Future(value).flags.contains(.logTraceback))
    }
    static func setLogTraceback(_ m: Machine, _ value: Value, _ new: Value) throws(Raise) {
        guard new.isBound else { throw m.raise(.attributeError, "cannot delete attribute") }
        if try m.truth(new) { throw m.raise(.valueError, "_log_traceback can only be set to False") }
        m.markRetrieved(Future(value))
    }
    static func callbacks(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let future = Future(value)
        let stored = future.pointer.pointee.callbacks
        guard future.isInitialized, stored.isBound else { return .none }
        let result = m.list()
        guard future.flags.contains(.callbackList) else {
            result.append(m, m.tuple(try waiterCallback(m, stored), try newContext(m)))
            return result.value
        }
        let entries = List(stored)
        var index = 0
        while index + 1 < entries.count {
            let context = entries[index + 1]
            let callback = context.isFalse ? try waiterCallback(m, entries[index]) : entries[index]
            result.append(m, m.tuple(callback, context.isCell ? context : try newContext(m)))
            index += 2
        }
        return result.value
    }

    private static func newContext(_ m: Machine) throws(Raise) -> Value {
        try m.call(try m.importAttribute("contextvars", "copy_context"))
    }

    /// What stands in a list of callbacks for a waiter of the machine's own: a task, a gathering future, or the loop.
    private static func waiterCallback(_ m: Machine, _ waiter: Value) throws(Raise) -> Value {
        if waiter.isKind(.eventLoop) { return try m.stoppingCallback() }
        return m.typeOf(waiter) == m.type(.gatheringFuture) ? m.childCallback(of: waiter) : m.wakeUp(of: waiter)
    }
    static func sourceTraceback(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        EventLoopMethods.orNone(Future(value).sourceTraceback)
    }

    static func classItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.makeGenericAlias(a[0], a[1].isKind(.tuple) ? a[1] : m.tuple(a[1]))
    }
}

extension Machine {
    func installFutures() {
        define(
            .future, doc: "The outcome of something that is still to be done; to be awaited.",
            methods: [
                Native("__new__", .any, style: .new, FutureMethods.new),
                Native("__init__", .signature("*, loop=None"), style: .slot, FutureMethods.initialize),
                Native("done", .none, FutureMethods.done),
                Native("cancelled", .none, FutureMethods.cancelled),
                Native("result", .none, FutureMethods.result),
                Native("exception", .none, FutureMethods.exception),
                Native("set_result", .signature("result, /"), FutureMethods.setResult),
                Native("set_exception", .signature("exception, /"), FutureMethods.setException),
                Native("add_done_callback", .signature("fn, /, *, context=None"), FutureMethods.addCallback),
                Native("remove_done_callback", .signature("fn, /"), FutureMethods.removeCallback),
                Native("cancel", .signature("msg=None"), FutureMethods.cancel),
                Native("get_loop", .none, FutureMethods.loop),
                Native("_make_cancelled_error", .none, FutureMethods.makeCancelledError),
                Native("__await__", .none, style: .slot, FutureMethods.iterator),
                Native("__iter__", .none, style: .slot, FutureMethods.iterator),
                Native("__repr__", .none, style: .slot, FutureMethods.repr),
                Native("__class_getitem__", .one, style: .classMethod, FutureMethods.classItem),
            ],
            properties: [
                NativeProperty("_state", get: FutureMethods.state),
                NativeProperty("_result", get: FutureMethods.resultField),
                NativeProperty("_exception", get: FutureMethods.exceptionField),
                NativeProperty("_loop", get: FutureMethods.loopField),
                NativeProperty("_callbacks", get: FutureMethods.callbacks),
                NativeProperty("_source_traceback", get: FutureMethods.sourceTraceback),
                NativeProperty("_cancel_message", get: FutureMethods.messageField, set: FutureMethods.setMessageField),
                NativeProperty("_asyncio_future_blocking", get: FutureMethods.blocking, set: FutureMethods.setBlocking),
                NativeProperty("_log_traceback", get: FutureMethods.logTraceback, set: FutureMethods.setLogTraceback),
            ])
        define(
            .gatheringFuture,
            properties: [
                NativeProperty("_children") { (m, value) throws(Raise) in Future(value).pointer.pointee.coroutine }
            ])
        type(.futureIterator).pointer.pointee.nativeNext = { (m, value) throws(Raise) in
            try FutureIteratorMethods.nextOrStop(m, value)
        }
        define(
            .futureIterator,
            methods: [
                Native("__iter__", .none, style: .slot, IteratorMethods.itself),
                Native("__next__", .none, style: .slot, FutureIteratorMethods.next),
                Native("send", .one, FutureIteratorMethods.send),
                Native("throw", .positional(1, 3), FutureIteratorMethods.raise),
                Native("close", .none, FutureIteratorMethods.close),
            ])
        define(
            .sleep,
            methods: [
                Native("send", .one, SleepMethods.send),
                Native("throw", .positional(1, 3), SleepMethods.raise),
                Native("close", .none, SleepMethods.close),
                Native("done", .none) { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Value(!Future(a[0]).isPending)
                },
                Native("cancelled", .none) { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Value(Future(a[0]).state == .cancelled)
                },
                Native("set_result", .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    if Future(a[0]).pointer.pointee.phase == .waiting, Future(a[0]).isPending { try m.wake(a[0], a[1]) }
                    return .none
                },
                Native("__await__", .none, style: .slot, GeneratorMethods.await),
                Native("__next__", .none, style: .slot, SleepMethods.next),
                Native("__repr__", .none, style: .slot, SleepMethods.repr),
            ],
            properties: [
                NativeProperty("__name__") { (m, value) throws(Raise) in
                    m.string(Future(value).operation.functionName)
                },
                NativeProperty("__qualname__") { (m, value) throws(Raise) in
                    m.string(Future(value).operation.name)
                },
                NativeProperty("cr_running") { (m, _) throws(Raise) in .false },
                NativeProperty("cr_suspended") { (m, value) throws(Raise) in
                    let phase = Future(value).pointer.pointee.phase
                    return Value(phase == .yielding || phase == .waiting)
                },
                NativeProperty("cr_await") { (m, _) throws(Raise) in .none },
                NativeProperty("cr_frame") { (m, _) throws(Raise) in .none },
                NativeProperty("cr_code") { (m, _) throws(Raise) in .none },
                NativeProperty("cr_origin") { (m, _) throws(Raise) in .none },
            ])
    }
}
