/// Who waits for a future: what `asyncio.graph` asks. Nothing is kept for it; the answer lies in the callbacks.
enum AwaitedBy {
    /// `_waiters(future)`: the tasks and gathering futures that wait for a future, and the callables among its callbacks.
    static func waiters(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = m.list()
        guard m.isNativeFuture(a[0]) else { return result.value }
        let future = Future(a[0])
        let callbacks = future.pointer.pointee.callbacks
        guard future.isPending, callbacks.isBound else { return result.value }
        if !future.flags.contains(.callbackList) {
            if !callbacks.isKind(.eventLoop) { result.append(m, callbacks) }
            return result.value
        }
        var index = 0
        while index < List(callbacks).count {
            let waiter = List(callbacks)[index]
            if !waiter.isKind(.eventLoop) { result.append(m, waiter) }
            index += 2
        }
        return result.value
    }
}
