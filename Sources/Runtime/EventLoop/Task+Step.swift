/// A step of a task: its coroutine runs until it has to wait, or ends.
extension Machine {
    /// Goes on with a task, raising an exception in it unless that is unbound. KeyboardInterrupt and SystemExit of the
    /// coroutine pass through; all else is the task's outcome.
    func stepTask(_ value: Value, throwing given: Value) throws(Raise) {
        let task = Future(value)
        let t = task.pointer
        var exception = given
        guard t.pointee.state == .pending else { return try steppedWhenDone(task, exception) }
        if t.pointee.flags.contains(.mustCancel) {
            if exception.isUnbound || !isInstance(exception, .cancelledError) { exception = makeCancelledError(task) }
            t.pointee.flags.remove(.mustCancel)
        }
        t.pointee.waiter = .unbound
        state.pointee.currentTask = value
        let outer = state.pointee.context
        if runtime.pointee.asyncio.contexts.isUsed { _ = enterContext(of: task) }
        observe(.stepBegan(task: value))
        let result: ResumeResult
        do throws(Raise) {
            let coroutine = t.pointee.coroutine
            if coroutine.isKind(.generator) {
                if Generator(coroutine).state == .finished { throw reusedCoroutine() }
                result =
                    exception.isUnbound
                    ? try resume(generator: coroutine, send: .none)
                    : try resume(generator: coroutine, throwing: exception)
            } else {
                result = try resumeForeign(coroutine, exception)
            }
        } catch {
            state.pointee.currentTask = .unbound
            state.pointee.context = outer
            return try taskRaised(task)
        }
        state.pointee.currentTask = .unbound
        state.pointee.context = outer
        switch result {
        case .yielded(let yielded):
            if yielded.isNone {
                // A bare yield: its turn comes again in the next iteration.
                let loop = task.loop
                if loop.isClosed { throw closedError() }
                try schedule(loop, value, .unbound)
                observe(.suspended(task: value, on: yielded))
            } else {
                try taskWaits(task, yielded)
            }
        case .returned(let result):
            if t.pointee.flags.contains(.mustCancel) {
                // Cancelled during its very last step.
                t.pointee.flags.remove(.mustCancel)
                let message = t.pointee.result
                retire(task)
                try cancel(task, message: message)
            } else {
                retire(task)
                try finish(task, result: result)
            }
        }
    }

    /// What the task waits for is done: goes on, with the exception if it failed.
    func wakeTask(_ value: Value) throws(Raise) {
        let waiter = Future(value).isPending ? Future(value).pointer.pointee.waiter : .unbound
        if waiter.isKind(.future), Future(waiter).state != .finished, !Future(waiter).isPending {
            return try stepTask(value, throwing: takeException(Future(waiter)))
        }
        try stepTask(value, throwing: .unbound)
    }

    private func reusedCoroutine() -> Raise { raise(.runtimeError, "cannot reuse already awaited coroutine") }

    /// Somebody else has completed the task: that goes to the exception handler.
    @inline(never)
    private func steppedWhenDone(_ task: Future, _ exception: Value) throws(Raise) {
        let text = exception.isUnbound ? "None" : reprText(exception)
        let context = dict()
        let error = makeException(
            .invalidStateError, string("_step(): already done: \(reprText(task.value)) \(text)"))
        set(context, "message", string("Exception in callback TaskStepMethWrapper()"))
        set(context, "exception", error)
        task.loop.pointer.pointee.tasks.remove(task.pointer)
        try reportException(task.loop, context.value)
    }

    /// The coroutine of `asyncio.sleep`, or an object of the script with the methods of one.
    @inline(never)
    private func resumeForeign(_ coroutine: Value, _ exception: Value) throws(Raise) -> ResumeResult {
        if coroutine.isKind(.future) {
            if exception.isUnbound { return try resumeSleep(coroutine) }
            awaitAbandoned(coroutine, exception)
            throw raise(exception)
        }
        do throws(Raise) {
            if exception.isUnbound { return .yielded(try callMethod(coroutine, .send, .none)) }
            return .yielded(try callMethod(coroutine, .throw, exception))
        } catch {
            guard pendingMatches(.stopIteration) else { throw error }
            let value = Exception(takePending()).fields[0]
            return .returned(value.isUnbound ? .none : value)
        }
    }

    /// The coroutine raised: the end of the task.
    @inline(never)
    private func taskRaised(_ task: Future) throws(Raise) {
        let exception = takePending()
        retire(task)
        if task.pointer.pointee.callbacks.isUnbound { noteUnseenFailure(task) }
        if isInstance(exception, .cancelledError) {
            task.flags.remove(.mustCancel)
            task.state = .cancelled
            task.pointer.pointee.detail = .unbound
            task.pointer.pointee.result = exception
            return try scheduleCallbacks(task)
        }
        try fail(task, exception: exception)
        if isExit(exception) {
            state.pointee.pending = exception
            throw Raise()
        }
    }

    /// The coroutine yielded something that is not None: it must be a future it awaits.
    @inline(__always)
    private func taskWaits(_ task: Future, _ yielded: Value) throws(Raise) {
        guard yielded.isKind(.future), Future(yielded).flags.contains(.blocking),
            Future(yielded).pointer.pointee.loop == task.pointer.pointee.loop, yielded != task.value,
            !typeOf(yielded).isHeapType
        else { return try taskYieldedStrangely(task, yielded) }
        let future = Future(yielded)
        future.flags.remove(.blocking)
        task.pointer.pointee.waiter = yielded
        try addWaiter(future, task.value)
        observe(.suspended(task: task.value, on: yielded))
        if task.flags.contains(.mustCancel) { try cancelWaiter(task) }
    }

    /// `cancel` came while the step ran.
    @inline(never)
    private func cancelWaiter(_ task: Future) throws(Raise) {
        if try cancelAny(task.pointer.pointee.waiter, message: task.pointer.pointee.result) {
            task.flags.remove(.mustCancel)
        }
    }

    /// Subclasses of Future, objects that behave like futures, and what must not be yielded at all.
    @inline(never)
    private func taskYieldedStrangely(_ task: Future, _ yielded: Value) throws(Raise) {
        let isNative = yielded.isKind(.future)
        let blocking =
            isNative
            ? (Future(yielded).flags.contains(.notBlockable) ? .none : Value(Future(yielded).flags.contains(.blocking)))
            : yielded.isCell ? try getAttributeIfPresent(yielded, name(._asyncio_future_blocking)) : .unbound
        if blocking.isUnbound || blocking.isNone {
            if yielded.isKind(.generator), Generator(yielded).flavor == .generator {
                return try refuse(
                    task,
                    "yield was used instead of yield from for generator in task \(reprText(task.value)) with \(reprText(yielded))"
                )
            }
            return try refuse(task, "Task got bad yield: \(reprText(yielded))")
        }
        let loop =
            isNative ? Future(yielded).pointer.pointee.loop : try call(try getAttribute(yielded, intern("get_loop")))
        if loop != task.pointer.pointee.loop {
            return try refuse(
                task, "Task \(reprText(task.value)) got Future \(reprText(yielded)) attached to a different loop")
        }
        if !(try truth(blocking)) {
            return try refuse(
                task, "yield was used instead of yield from in task \(reprText(task.value)) with \(reprText(yielded))")
        }
        if yielded == task.value { return try refuse(task, "Task cannot await on itself: \(reprText(task.value))") }
        if isNative {
            Future(yielded).flags.remove(.blocking)
        } else {
            try setAttribute(yielded, name(._asyncio_future_blocking), .false)
        }
        task.pointer.pointee.waiter = yielded
        if isNative,
            lookup(typeOf(yielded), intern("add_done_callback")) == lookup(type(.future), intern("add_done_callback"))
        {
            try addWaiter(Future(yielded), task.value)
        } else {
            let wakeup = wakeUp(of: task.value)
            _ = try call(try getAttribute(yielded, intern("add_done_callback")), wakeup)
        }
        observe(.suspended(task: task.value, on: yielded))
        if task.flags.contains(.mustCancel) { try cancelWaiter(task) }
    }

    /// Raises a RuntimeError in the task at its next turn.
    private func refuse(_ task: Future, _ message: String) throws(Raise) {
        let exception = makeException(.runtimeError, string(message))
        try schedule(task.loop, task.value, exception)
    }
}
