/// What `await` of a future does: either there is a result, or the chain of coroutines has to be suspended.
enum AwaitOutcome {
    case ready(Value)
    /// Suspend, and yield this to whoever drives the chain (the future; None for `asyncio.sleep(0)`).
    case suspend(Value)
}

extension Machine {
    /// Whether a class of the script derived from Future awaits in its own way.
    @inline(__always)
    func overridesAwait(_ value: Value) -> Bool {
        let type = value.cell.type
        return type.isHeapType && lookup(type, name(.__await__)) != lookup(self.type(.future), name(.__await__))
    }

    /// `await` of a cell of kind ``CellKind/future``. After a suspension the machine takes the result by
    /// ``futureResult(_:)``, or calls ``awaitAbandoned(_:)`` when an exception was thrown in instead.
    @inline(__always)
    func awaitFuture(_ value: Value) throws(Raise) -> AwaitOutcome {
        let future = Future(value)
        if future.pointer.pointee.phase != .none { return try awaitSleep(future) }
        switch future.state {
        case .finished: return .ready(future.pointer.pointee.result)
        case .pending:
            guard future.isInitialized else { throw raise(.runtimeError, "Future object is not initialized.") }
            future.flags.insert(.blocking)
            return .suspend(value)
        case .failed, .cancelled: throw raise(takeException(future))
        }
    }

    /// The result of a future on which an `await` was suspended, when the chain is resumed; raises what it failed with.
    /// Unbound: the chain has to wait for the same future again.
    @inline(__always)
    func futureResult(_ value: Value) throws(Raise) -> Value {
        let future = Future(value)
        if future.pointer.pointee.phase != .none {
            if future.pointer.pointee.phase == .yielding {
                future.pointer.pointee.phase = .closed
                return future.pointer.pointee.result
            }
            return try finishSleep(future)
        }
        if future.state == .finished { return future.pointer.pointee.result }
        if future.isPending { throw raise(.runtimeError, "await wasn't used with future") }
        throw raise(takeException(future))
    }

    /// An exception was thrown into a chain that waits for this future; unbound: `close` was called.
    func awaitAbandoned(_ value: Value, _ exception: Value = .unbound) {
        let future = Future(value)
        guard future.pointer.pointee.phase != .none else { return }
        if future.operation != .sleep {
            if future.pointer.pointee.phase == .waiting { return abandonWait(future, exception) }
            future.pointer.pointee.phase = .closed
            return
        }
        if future.pointer.pointee.phase == .waiting, future.isPending {
            future.state = .cancelled
            future.pointer.pointee.callbacks = .unbound
            dropTimer(future)
        }
        future.pointer.pointee.phase = .closed
    }
}

/// The iterator of `Future.__await__` for those who do not `await` it directly: `yield from future`.
enum FutureIteratorMethods {
    /// The future to wait for, or unbound with its result in the machine's `stopValue`.
    static func nextOrStop(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let record = Record(value)
        m.state.pointee.stopValue = .none
        guard record[0].isBound else { return .unbound }
        let future = Future(record[0])
        if future.isPending {
            if record[1].isBound { throw m.raise(.runtimeError, "await wasn't used with future") }
            record[1] = .true
            future.flags.insert(.blocking)
            return future.value
        }
        record[0] = .unbound
        m.state.pointee.stopValue = try m.outcome(future)
        return .unbound
    }

    static func advance(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let yielded = try nextOrStop(m, value)
        if yielded.isBound { return yielded }
        throw m.raiseStopIteration(m.state.pointee.stopValue)
    }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try advance(m, a[0]) }
    static func send(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try advance(m, a[0]) }

    /// `throw(value)` or `throw(type[, value[, traceback]])`.
    static func raise(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try GeneratorMethods.warnOfManyArguments(m, a)
        Record(a[0])[0] = .unbound
        let traceback = a.optional(3)
        if traceback.isBound, !traceback.isNone, m.typeOf(traceback) != m.type(.traceback) {
            throw m.raise(.typeError, "throw() third argument must be a traceback")
        }
        guard a[1].isKind(.exception) || a[1].isKind(.type) && TypeRef(a[1]).isException else {
            throw m.raise(
                .typeError, "exceptions must be classes deriving BaseException or instances of such a class")
        }
        throw m.raise(try GeneratorMethods.exception(m, a))
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Record(a[0])[0] = .unbound
        return .none
    }
}

extension Machine {
    /// The exception that the arguments of a `throw` method mean.
    func exceptionToThrow(_ a: Arguments) throws(Raise) -> Value {
        let first = a[0]
        if first.isKind(.exception) { return first }
        guard first.isKind(.type), TypeRef(first).isException else {
            throw raise(
                .typeError,
                "exceptions must be classes or instances deriving from BaseException, not \(typeName(first))")
        }
        let value = a.optional(1)
        if value.isKind(.exception), typeOf(value).isSubtype(of: TypeRef(first)) { return value }
        let exception =
            value.isUnbound || value.isNone
            ? try call(first)
            : value.isKind(.tuple) ? try call(first, args: value, keywords: .unbound) : try call(first, value)
        guard exception.isKind(.exception) else {
            throw raise(
                .typeError,
                "calling \(swiftString(try repr(first))) should have returned an instance of BaseException, not "
                    + typeName(exception))
        }
        return exception
    }
}
