/// Running a loop: iterations, `run_forever`, `run_until_complete`.
extension Machine {
    /// One iteration: wait if nothing is ready, collect what became due, then run exactly what is ready at this moment.
    @inline(__always)
    func runOnce(_ loop: EventLoop) throws(Raise) {
        let l = loop.pointer
        if l.pointee.cancelledTimers > 0 { dropCancelledTimers(loop) }
        if l.pointee.ready.count == 0, !l.pointee.isStopping {
            try waitForWork(loop)
        } else if l.pointee.watchers.count > 0 {
            try poll(loop, timeout: 0)
        }
        if l.pointee.timers.count > 0 { try collectDueTimers(loop) }
        if l.pointee.isDebug { return try runReadyInDebugMode(loop) }
        var left = l.pointee.ready.count
        while left > 0, l.pointee.ready.count > 0 {
            left &-= 1
            let entry = l.pointee.ready.removeFirst()
            if state.pointee.interrupt.pointee != 0 { try safepoint(before: entry, loop) }
            if entry.detail.isUnbound {
                if Future(entry.subject).pointer.pointee.phase != .none {
                    try fireSleep(Future(entry.subject))
                } else {
                    try stepTask(entry.subject, throwing: .unbound)
                }
            } else if entry.detail.isTrue {
                try runHandle(Handle(entry.subject))
            } else {
                try run(entry)
            }
        }
    }

    /// Does what an entry of the queue says.
    func runAny(_ entry: ReadyQueue.Entry) throws(Raise) {
        guard entry.detail.isUnbound else { return try run(entry) }
        if Future(entry.subject).pointer.pointee.phase != .none { return try fireSleep(Future(entry.subject)) }
        try stepTask(entry.subject, throwing: .unbound)
    }

    /// Does what is due between two callbacks; when that raises, the callback keeps its turn.
    @inline(never)
    func safepoint(before entry: ReadyQueue.Entry, _ loop: EventLoop) throws(Raise) {
        do throws(Raise) {
            try safepoint()
        } catch {
            loop.pointer.pointee.ready.prepend(entry)
            throw error
        }
    }

    /// Moves the timers whose time has come to the queue. The clock is read once.
    private func collectDueTimers(_ loop: EventLoop) throws(Raise) {
        let l = loop.pointer
        let now = try now(loop)
        while l.pointee.timers.count > 0, l.pointee.timers.first.deadline <= now {
            let subject = l.pointee.timers.removeFirst().subject
            if subject.cell.kind == .future {
                l.pointee.ready.append(subject, .unbound)
            } else {
                Handle(subject).record[Handle.scheduled] = .unbound
                l.pointee.ready.append(subject, .true)
            }
        }
    }

    /// The timer of a sleep: it is done, unless it was cancelled in the meantime.
    private func fireSleep(_ future: Future) throws(Raise) {
        guard future.isPending else { return }
        future.state = .finished
        if future.pointer.pointee.callbacks.isBound { try scheduleCallbacks(future) }
    }

    /// The entries that are no plain step of a task; see ``ReadyQueue/Entry``.
    @inline(never)
    private func run(_ entry: ReadyQueue.Entry) throws(Raise) {
        let detail = entry.detail
        if detail.isFalse { return try wakeTask(entry.subject) }
        if detail.isTrue { return try runHandle(Handle(entry.subject)) }
        if detail.isNone { return completeRun(Future(entry.subject)) }
        if detail.cell.kind == .exception { return try stepTask(entry.subject, throwing: detail) }
        if entry.subject.isCell, entry.subject.cell.type == type(.gatheringFuture) {
            return try childDone(Future(entry.subject), Future(detail))
        }
        do throws(Raise) {
            _ = try call(entry.subject, detail)
        } catch {
            let failed = makeHandle(
                entry.subject, argument: detail, Future(detail).pointer.pointee.loop, context: .unbound)
            try callbackFailed(Handle(failed))
        }
    }

    /// Calls the callback of a handle unless it is cancelled; its exception goes to the exception handler.
    func runHandle(_ handle: Handle) throws(Raise) {
        let record = handle.record
        do throws(Raise) {
            if record[Handle.state].isFalse {
                if record[Handle.context].isUnbound,
                    try callSimple(record[Handle.callback], record.fields + Handle.arguments)
                {
                    return
                }
                // A copy: the callback can cancel the handle or look at its arguments, which changes the field.
                _ = try withScratch(1) { (base) throws(Raise) in
                    base[0] = record[Handle.arguments]
                    try callInContext(
                        record[Handle.context], record[Handle.callback], Arguments(base: base, count: 1))
                    return .none
                }
            } else if record[Handle.arguments].isKind(.tuple) {
                let tuple = Tuple(record[Handle.arguments])
                try callInContext(
                    record[Handle.context], record[Handle.callback], Arguments(base: tuple.items, count: tuple.count))
            }
        } catch {
            try callbackFailed(handle)
        }
    }

    private func callbackFailed(_ handle: Handle) throws(Raise) {
        if isExit(pending) { throw Raise() }
        let exception = takePending()
        let context = dict()
        let text = try callbackText(
            handle.record[Handle.callback], argumentTuple(handle), handle.loop)
        set(context, "message", string("Exception in callback \(text)"))
        set(context, "exception", exception)
        set(context, "handle", handle.value)
        if handle.sourceTraceback.isBound { set(context, "source_traceback", handle.sourceTraceback) }
        try reportException(EventLoop(handle.record[Handle.loop]), context.value)
    }

    /// KeyboardInterrupt and SystemExit pass through the loop.
    @inline(__always)
    func isExit(_ exception: Value) -> Bool {
        isInstance(exception, .keyboardInterrupt) || isInstance(exception, .systemExit)
    }

    /// Sets a key of a context dict.
    func set(_ dict: Dict, _ key: StaticString, _ value: Value) { dictSet(dict, name: internStatic(key), value) }

    // MARK: run_forever

    /// Runs until `stop` is called.
    func runForever(_ loop: EventLoop) throws(Raise) {
        try checkOpen(loop)
        try checkNotRunning(loop)
        try whileRunning(loop) { () throws(Raise) in
            let isOwn = loop.pointer.pointee.overrides.contains(.runOnce)
            repeat {
                if isOwn { try runOnceByMethod(loop) } else { try runOnce(loop) }
            } while !loop.pointer.pointee.isStopping
        }
    }

    /// Makes a loop the running one for the time of `body`.
    @inline(__always)
    func whileRunning(_ loop: EventLoop, _ body: () throws(Raise) -> Void) throws(Raise) {
        let l = loop.pointer
        l.pointee.outerFirstIter = state.pointee.asyncGeneratorFirstIter
        l.pointee.outerFinalizer = state.pointee.asyncGeneratorFinalizer
        state.pointee.asyncGeneratorFirstIter = boundMethod(loopHook(.firstIteration), loop.value)
        state.pointee.asyncGeneratorFinalizer = boundMethod(loopHook(.finalizer), loop.value)
        l.pointee.isRunning = true
        l.pointee.runner = state
        state.pointee.runningLoop = loop.value
        if l.pointee.isDebug { trackOrigins(loop, true) }
        let outerTask = state.pointee.currentTask
        state.pointee.currentTask = .unbound
        defer {
            l.pointee.isStopping = false
            l.pointee.isRunning = false
            l.pointee.runner = nil
            trackOrigins(loop, false)
            state.pointee.runningLoop = .unbound
            state.pointee.currentTask = outerTask
            state.pointee.asyncGeneratorFirstIter = l.pointee.outerFirstIter
            state.pointee.asyncGeneratorFinalizer = l.pointee.outerFinalizer
        }
        try body()
    }

    private func checkNotRunning(_ loop: EventLoop) throws(Raise) {
        if loop.isRunning { throw raise(.runtimeError, "This event loop is already running") }
        if state.pointee.runningLoop.isBound {
            throw raise(.runtimeError, "Cannot run the event loop while another loop is running")
        }
    }

    // MARK: run_until_complete

    /// Runs until a future is done; gives its result or raises its exception. A coroutine becomes a task first.
    func runUntilComplete(_ loop: EventLoop, _ awaitable: Value) throws(Raise) -> Value {
        try checkOpen(loop)
        try checkNotRunning(loop)
        let isNew = !isNativeFuture(awaitable)
        let value = try ensureFuture(awaitable, loop: loop.value)
        let type = typeOf(value)
        if !value.isKind(.future)
            || type.isHeapType
                && lookup(type, intern("add_done_callback")) != lookup(self.type(.future), intern("add_done_callback"))
        {
            return try runUntilDone(loop, value)
        }
        let future = Future(value)
        if isNew { future.flags.insert(.silentDestruction) }
        // The loop itself as a waiter stands for the callback that stops it.
        try addWaiter(future, loop.value)
        do throws(Raise) {
            try runForeverForFuture(loop)
        } catch {
            if isNew, !future.isPending, future.state != .cancelled { markRetrieved(future) }
            removeLoopWaiter(future)
            throw error
        }
        removeLoopWaiter(future)
        if future.isPending { throw raise(.runtimeError, "Event loop stopped before Future completed.") }
        return try outcome(future)
    }

    /// The same for an object that only behaves like a future.
    private func runUntilDone(_ loop: EventLoop, _ future: Value) throws(Raise) -> Value {
        let callback = try stoppingCallback()
        _ = try call(try getAttribute(future, intern("add_done_callback")), callback)
        do throws(Raise) {
            try runForeverForFuture(loop)
        } catch {
            let exception = takePending()
            _ = try call(try getAttribute(future, intern("remove_done_callback")), callback)
            throw raise(exception)
        }
        _ = try call(try getAttribute(future, intern("remove_done_callback")), callback)
        if !(try truth(try call(try getAttribute(future, intern("done"))))) {
            throw raise(.runtimeError, "Event loop stopped before Future completed.")
        }
        return try call(try getAttribute(future, intern("result")))
    }

    /// The callback by which a future stops the loop that runs until it is done.
    func stoppingCallback() throws(Raise) -> Value {
        try importAttribute("asyncio.base_events", "_run_until_complete_cb")
    }

    /// The future that `run_until_complete` waits for is done: the loop stops after this iteration. Not for exceptions
    /// that have ended the loop by themselves.
    private func completeRun(_ future: Future) {
        if future.state == .failed {
            markRetrieved(future)
            if isExit(future.pointer.pointee.result) { return }
        }
        future.loop.pointer.pointee.isStopping = true
    }

    private func removeLoopWaiter(_ future: Future) {
        guard future.isPending else { return }
        let loop = future.pointer.pointee.loop
        if !future.flags.contains(.callbackList) {
            if future.pointer.pointee.callbacks == loop { future.pointer.pointee.callbacks = .unbound }
            return
        }
        let list = List(future.pointer.pointee.callbacks)
        var kept = 0
        var index = 0
        while index + 1 < list.count {
            if !(list[index] == loop && list[index + 1].isFalse) {
                list[kept] = list[index]
                list[kept + 1] = list[index + 1]
                kept += 2
            }
            index += 2
        }
        list.pointer.pointee.count = kept
    }
}
