/// Who is told when a future is done, and how. All of them run by the loop, never at once.
extension Machine {
    /// Adds a task that waits, or a gathering future whose child this is.
    @inline(__always)
    func addWaiter(_ future: Future, _ waiter: Value) throws(Raise) {
        if future.isPending {
            if future.pointer.pointee.callbacks.isUnbound {
                future.pointer.pointee.callbacks = waiter
            } else {
                // The context False marks an entry that is not the script's.
                addToList(future, waiter, context: .false)
            }
        } else {
            try scheduleWaiter(future, waiter)
        }
    }

    /// `add_done_callback`: calls `callback(future)` when the future is done, or soon when it is already.
    func addCallback(_ future: Future, _ callback: Value, context given: Value) throws(Raise) {
        var context = given
        if runtime.pointee.asyncio.contexts.isUsed, context.isUnbound || context.isNone { context = copyOfContext() }
        guard future.isPending else { return try scheduleCallback(future, callback, context: context) }
        addToList(future, callback, context: context)
    }

    private func addToList(_ future: Future, _ callback: Value, context: Value) {
        if !future.flags.contains(.callbackList) {
            let list = list(capacity: 4)
            let first = future.pointer.pointee.callbacks
            if first.isBound {
                list.append(self, first)
                list.append(self, .false)
            }
            future.pointer.pointee.callbacks = list.value
            future.flags.insert(.callbackList)
        }
        let list = List(future.pointer.pointee.callbacks)
        list.append(self, callback)
        list.append(self, context.isUnbound ? .none : context)
    }

    /// `remove_done_callback`: forgets all entries equal to `callback`; gives their number.
    func removeCallback(_ future: Future, _ callback: Value) throws(Raise) -> Int {
        guard future.flags.contains(.callbackList) else { return 0 }
        let old = List(future.pointer.pointee.callbacks)
        let kept = list(capacity: old.count)
        var removed = 0
        var index = 0
        while index < old.count {
            let entry = old[index]
            let context = old[index + 1]
            if context != .false, try equals(entry, callback) {
                removed += 1
            } else {
                kept.append(self, entry)
                kept.append(self, context)
            }
            index += 2
        }
        if removed > 0, future.flags.contains(.callbackList) {
            future.pointer.pointee.callbacks = kept.count > 0 ? kept.value : .unbound
            if kept.count == 0 { future.flags.remove(.callbackList) }
        }
        return removed
    }

    /// Puts all callbacks of a future that is done into the loop's queue, in the order in which they were added.
    func scheduleCallbacks(_ future: Future) throws(Raise) {
        let callbacks = future.pointer.pointee.callbacks
        guard callbacks.isBound else { return }
        future.pointer.pointee.callbacks = .unbound
        guard future.flags.contains(.callbackList) else { return try scheduleWaiter(future, callbacks) }
        future.flags.remove(.callbackList)
        let list = List(callbacks)
        var index = 0
        while index < list.count {
            if list[index + 1].isFalse {
                try scheduleWaiter(future, list[index])
            } else {
                try scheduleCallback(future, list[index], context: list[index + 1])
            }
            index += 2
        }
    }

    @inline(__always)
    private func scheduleWaiter(_ future: Future, _ waiter: Value) throws(Raise) {
        let loop = future.loop
        if loop.isClosed { throw closedError() }
        let type = waiter.cell.type
        if type == self.type(.gatheringFuture) {
            try schedule(loop, waiter, future.value)
        } else if waiter == loop.value {
            // `run_until_complete` waits.
            try schedule(loop, future.value, .none)
        } else {
            try schedule(loop, waiter, .false, by: future.value)
            observe(.woken(task: waiter, by: future.value))
        }
    }

    private func scheduleCallback(_ future: Future, _ callback: Value, context: Value) throws(Raise) {
        let loop = future.loop
        if loop.isClosed { throw closedError() }
        if context.isUnbound || context.isNone {
            try schedule(loop, callback, future.value)
        } else {
            let handle = makeHandle(callback, argument: future.value, loop.value, context: context)
            try schedule(loop, handle, .true)
        }
    }

    func closedError() -> Raise { raise(.runtimeError, "Event loop is closed") }
}
