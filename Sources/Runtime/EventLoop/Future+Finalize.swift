/// What a future has to say before the collector frees it.
extension Machine {
    /// Called by the machine for an unreachable future with the flag `needsFinalizer`: a task that was never finished, or
    /// an exception that nobody has seen, goes to the exception handler of the loop.
    func finalizeFuture(_ value: Value) {
        let future = Future(value)
        guard future.isInitialized else { return }
        do throws(Raise) {
            if future.isPending, future.pointer.pointee.registryIndex != 0 {
                future.loop.pointer.pointee.tasks.remove(future.pointer)
                if !future.flags.contains(.silentDestruction) {
                    let context = dict()
                    set(context, "task", value)
                    set(context, "message", string("Task was destroyed but it is pending!"))
                    if future.sourceTraceback.isBound { set(context, "source_traceback", future.sourceTraceback) }
                    try reportException(future.loop, context.value)
                }
            }
            if future.state == .failed, future.flags.contains(.logTraceback) {
                future.flags.remove(.logTraceback)
                let context = dict()
                set(context, "message", string("\(plainTypeName(value)) exception was never retrieved"))
                set(context, "exception", future.pointer.pointee.result)
                set(context, "future", value)
                if future.sourceTraceback.isBound { set(context, "source_traceback", future.sourceTraceback) }
                try reportException(future.loop, context.value)
            }
        } catch {
            clearPending()
        }
    }

    /// A task has failed and nobody waits for it. Reference counting would report an exception that nobody can see any
    /// more at once; a collection does. They get rarer (the first, second, fourth, … such task) to cost next to nothing.
    func noteUnseenFailure(_ task: Future) {
        session?.noteFailure(task)
        runtime.pointee.asyncio.unseenFailures &+= 1
        let count = runtime.pointee.asyncio.unseenFailures
        let isCheap = count <= 64 && heap.pointee.liveBytes < 8 << 20
        if isCheap || count & (count &- 1) == 0 { heap.pointee.requestCollection() }
    }
}
