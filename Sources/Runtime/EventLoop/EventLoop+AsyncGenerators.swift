/// Async generators that a loop has begun: it closes those that nobody iterates any more, and all at its end.
extension Machine {
    /// What an async generator calls when it begins, and when it is dropped before its end.
    enum LoopHook { case firstIteration, finalizer }

    /// The function behind a hook, to be bound to a loop.
    func loopHook(_ hook: LoopHook) -> Value {
        switch hook {
        case .firstIteration: lookup(type(.eventLoop), internStatic("_asyncgen_firstiter_hook"))
        case .finalizer: lookup(type(.eventLoop), internStatic("_asyncgen_finalizer_hook"))
        }
    }

    /// Notes, weakly, an async generator that is iterated for the first time.
    func noteAsyncGenerator(_ loop: EventLoop, _ generator: Value) throws(Raise) {
        if loop.pointer.pointee.wereAsyncGeneratorsShutDown {
            try warn(
                .resourceWarning,
                "asynchronous generator \(reprText(generator)) was scheduled after loop.shutdown_asyncgens() call")
        }
        if loop.pointer.pointee.asyncGenerators.isUnbound { loop.pointer.pointee.asyncGenerators = list().value }
        let known = List(loop.pointer.pointee.asyncGenerators)
        if known.count >= 64, known.count & (known.count - 1) == 0 { pruneAsyncGenerators(known) }
        known.append(self, makeWeakReference(to: generator, callback: .none, type: type(.weakref)))
    }

    /// Forgets those that are finished or gone.
    private func pruneAsyncGenerators(_ known: List) {
        var kept = 0
        for index in 0..<known.count {
            let target = known[index].layout(WeakReferenceLayout.self).pointee.target
            if target.isUnbound || Generator(target).state == .finished { continue }
            known[kept] = known[index]
            kept += 1
        }
        known.pointer.pointee.count = kept
    }

    /// An async generator is unreachable, but has something left to do: the loop closes it in a task.
    func closeAsyncGeneratorSoon(_ loop: EventLoop, _ generator: Value) throws(Raise) {
        guard !loop.isClosed else { return }
        let closing = try call(try getAttribute(generator, intern("aclose")))
        let create = try getAttribute(loop.value, intern("create_task"))
        loop.pointer.pointee.ready.append(
            makeHandle(create, argument: closing, loop.value, context: .unbound), .true)
        if hasThreads { loop.wakeUp() }
    }

    /// The async generators that are still to be closed, as a list; the loop forgets them.
    func takeAsyncGenerators(_ loop: EventLoop) -> Value {
        let result = list()
        guard loop.pointer.pointee.asyncGenerators.isBound else { return result.value }
        let known = List(loop.pointer.pointee.asyncGenerators)
        for index in 0..<known.count {
            let target = known[index].layout(WeakReferenceLayout.self).pointee.target
            if target.isUnbound || Generator(target).state == .finished { continue }
            result.append(self, target)
        }
        loop.pointer.pointee.asyncGenerators = .unbound
        return result.value
    }
}
