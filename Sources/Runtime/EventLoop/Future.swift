/// How far a future has come.
enum FutureState: UInt8 {
    case pending
    /// With a result.
    case finished
    /// With an exception.
    case failed
    case cancelled
}

/// The life of the coroutine that `asyncio.sleep` makes; other futures stay in `none`.
enum SleepPhase: UInt8 {
    case none
    /// Not awaited yet.
    case created
    /// Awaited with a delay of zero or less: gives way once.
    case yielding
    /// Its timer runs.
    case waiting
    /// Over: awaiting it again is an error.
    case closed
}

/// Properties of a future.
struct FutureFlags: OptionSet {
    var rawValue: UInt16
    /// `_asyncio_future_blocking`: an `await` has just yielded it.
    static let blocking = FutureFlags(rawValue: 1)
    /// It failed and nobody has looked at the exception.
    static let logTraceback = FutureFlags(rawValue: 2)
    /// `callbacks` is a list of pairs (callable, context); without it, a single task or gathering future that waits.
    static let callbackList = FutureFlags(rawValue: 4)
    /// A task that is to be cancelled at its next step.
    static let mustCancel = FutureFlags(rawValue: 8)
    /// Say nothing when a pending task is destroyed.
    static let silentDestruction = FutureFlags(rawValue: 16)
    /// The cell ends before the fields of tasks.
    static let compact = FutureFlags(rawValue: 32)
    /// A gathering future whose children's exceptions are results.
    static let returnExceptions = FutureFlags(rawValue: 64)
    /// A gathering future that was asked to cancel.
    static let cancelRequested = FutureFlags(rawValue: 128)
    /// `__init__` has run.
    static let initialized = FutureFlags(rawValue: 256)
    /// `_asyncio_future_blocking` was set to None by the script.
    static let notBlockable = FutureFlags(rawValue: 512)
}

/// What the name of a future or task is a tuple of, if it is one. Later parts may be missing.
enum FuturePart {
    static let name = 0
    /// The context of its own.
    static let context = 1
    /// Debug mode: where it was made.
    static let source = 2
    /// The dict of the attributes that the script gave to it.
    static let attributes = 3
}

/// A future, task, gathering future, or the coroutine of `asyncio.sleep` (which is the future it waits for, and its
/// timer's subject: one cell for all of it).
struct FutureLayout {
    /// `aux`: tasks: how often cancellation was requested; gathering futures: how many children are done; coroutines: the
    /// ``WaitOperation``.
    var header: CellHeader
    var state: FutureState
    var phase: SleepPhase
    var flags: FutureFlags
    /// Tasks: place in the loop's table of pending tasks plus 1, or 0.
    var registryIndex: UInt32
    var loop: Value
    /// Finished: the result. Failed: the exception. Cancelled: the CancelledError to raise first, or unbound. Tasks that
    /// are to be cancelled at their next step: the message of it. Sleeps: the result from the start; cancelled: the
    /// message.
    var result: Value
    /// Who is to be told. Sleeps before they are awaited: the delay.
    var callbacks: Value

    // Not in the cells of sleeps:

    /// Pending tasks: what is waited for, or unbound. Failed: the traceback at that moment, or a tuple of it and the
    /// message of a cancellation. Finished and cancelled: that message, or unbound.
    var detail: Value

    /// Tasks: what is run. Gathering futures: the list of the children. In compact cells: see ``attributes``.
    var coroutine: Value

    // Only in cells that are not compact:

    /// A str, or a small int N for "Task-N"; when there is more to keep, a tuple of what ``FuturePart`` tells, for plain
    /// futures, too.
    var name: Value
    /// Tasks: the order of creation. Gathering futures: how many children there are, each counted once.
    var number: Int

    /// Bytes of a cell without the fields of tasks, and of one of a sleep.
    static let compactSize = MemoryLayout<FutureLayout>.offset(of: \.name)!
    static let sleepSize = MemoryLayout<FutureLayout>.offset(of: \.detail)!

    /// What a pending task waits for, or unbound.
    @inline(__always) var waiter: Value {
        get { detail }
        set { detail = newValue }
    }
    /// What `get_context` of a task gives, or unbound.
    var context: Value { name.isKind(.tuple) ? Tuple(name)[FuturePart.context] : .unbound }
    /// Where it was made: in debug mode; or unbound.
    var sourceTraceback: Value { part(FuturePart.source) }

    /// One of the parts that only some futures have, or unbound.
    func part(_ index: Int) -> Value {
        guard phase == .none, !flags.contains(.compact), name.isKind(.tuple), Tuple(name).count > index else {
            return .unbound
        }
        return Tuple(name)[index]
    }

    static func trace(_ cell: Cell, _ marker: inout Marker) {
        let future: UnsafeMutablePointer<FutureLayout> = cell.layout()
        marker.visit(future.pointee.loop)
        marker.visit(future.pointee.result)
        marker.visit(future.pointee.callbacks)
        if future.pointee.phase != .none, future.pointee.header.aux == WaitOperation.sleep.rawValue { return }
        marker.visit(future.pointee.detail)
        marker.visit(future.pointee.coroutine)
        if future.pointee.flags.contains(.compact) { return }
        marker.visit(future.pointee.name)
    }

    /// Nothing lies outside the cell. (A pending task leaves its loop's table when it is finalized.)
    static func release(_ cell: Cell) {}
}

/// A trivial reference to a future.
struct Future {
    let pointer: UnsafeMutablePointer<FutureLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) init(pointer: UnsafeMutablePointer<FutureLayout>) { self.pointer = pointer }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var loop: EventLoop { EventLoop(pointer.pointee.loop) }
    @inline(__always) var state: FutureState {
        get { pointer.pointee.state }
        nonmutating set { pointer.pointee.state = newValue }
    }
    @inline(__always) var isPending: Bool { pointer.pointee.state == .pending }
    @inline(__always) var flags: FutureFlags {
        get { pointer.pointee.flags }
        nonmutating set { pointer.pointee.flags = newValue }
    }
    @inline(__always) var isInitialized: Bool { pointer.pointee.loop.isBound }
    var sourceTraceback: Value { pointer.pointee.sourceTraceback }

    /// Whether the collector has to tell the machine before this cell goes.
    @inline(__always)
    func setNeedsFinalizer(_ needed: Bool) {
        if needed {
            Cell(UnsafeMutableRawPointer(pointer)).requestFinalizer()
        } else if !TypeRef(pointer.pointee.header.type).flags.contains(.hasFinalizer) {
            pointer.pointee.header.flags.remove(.needsFinalizer)
        }
    }
}

extension Machine {
    /// A pending future of a loop (`loop.create_future`).
    func makeFuture(_ loop: Value) -> Future {
        if EventLoop(loop).pointer.pointee.isDebug, let future = makeTracedFuture(loop) { return future }
        let memory = newCell(size: FutureLayout.compactSize, kind: .future, type: type(.future))
        let future = Future(pointer: memory.assumingMemoryBound(to: FutureLayout.self))
        future.flags = [.compact, .initialized]
        future.pointer.pointee.loop = loop
        return future
    }

    /// A future that knows where it was made.
    @inline(never)
    private func makeTracedFuture(_ loop: Value) -> Future? {
        let value = allocateInstance(of: type(.future))
        let future = Future(value)
        future.flags = .initialized
        future.pointer.pointee.loop = loop
        do throws(Raise) {
            try noteSource(future)
            return future
        } catch {
            clearPending()
            return nil
        }
    }

    /// Debug mode: notes where a future or task was made.
    func noteSource(_ future: Future) throws(Raise) {
        setPart(FuturePart.source, of: future, try sourceTraceback())
    }

    /// Sets one of the parts that only some futures have; the cell must not be compact.
    func setPart(_ index: Int, of future: Future, _ value: Value) {
        let old = future.pointer.pointee.name
        let parts = makeTuple(count: max(index + 1, old.isKind(.tuple) ? Tuple(old).count : 2))
        if old.isKind(.tuple) {
            for place in 0..<Tuple(old).count { parts[place] = Tuple(old)[place] }
        } else {
            parts[FuturePart.name] = old
        }
        parts[index] = value
        future.pointer.pointee.name = parts.value
    }

    /// Whether a value is a native future (or task); the coroutines of `asyncio.sleep` are none to the script.
    @inline(__always)
    func isNativeFuture(_ value: Value) -> Bool {
        value.isKind(.future) && Future(value).pointer.pointee.phase == .none
    }

    /// Whether a value is a task.
    @inline(__always)
    func isTask(_ value: Value) -> Bool { value.isKind(.future) && typeOf(value).isSubtype(of: type(.task)) }

    /// The future of a method's receiver, which must have been initialised.
    func future(_ value: Value) throws(Raise) -> Future {
        let future = Future(value)
        guard future.isInitialized else { throw raise(.runtimeError, "Future object is not initialized.") }
        return future
    }

    // MARK: Completion

    /// Marks a pending future finished and schedules its callbacks.
    @inline(__always)
    func finish(_ future: Future, result: Value) throws(Raise) {
        future.state = .finished
        // The message of a cancellation that the task outlived stays its `_cancel_message`.
        future.pointer.pointee.detail = future.pointer.pointee.result
        future.pointer.pointee.result = result
        if future.pointer.pointee.callbacks.isBound { try scheduleCallbacks(future) }
    }

    /// Marks a pending future failed and schedules its callbacks.
    func fail(_ future: Future, exception: Value) throws(Raise) {
        future.state = .failed
        let message = future.pointer.pointee.result
        future.pointer.pointee.result = exception
        let traceback = Exception(exception).pointer.pointee.traceback
        let hasMessage = message.isBound && !message.isNone
        future.pointer.pointee.detail = hasMessage ? tuple(traceback.isUnbound ? .none : traceback, message) : traceback
        future.flags.insert(.logTraceback)
        future.setNeedsFinalizer(true)
        // One that nobody waits for is told of when it goes, which the program may notice.
        let waiter = future.pointer.pointee.callbacks
        if waiter.isUnbound || future.flags.contains(.callbackList) { watchUnfinished() }
        try scheduleCallbacks(future)
    }

    /// Marks a pending future cancelled and schedules its callbacks. False when it is done already.
    @discardableResult
    func cancel(_ future: Future, message: Value) throws(Raise) -> Bool {
        future.flags.remove(.logTraceback)
        guard future.isPending else { return false }
        future.state = .cancelled
        if future.pointer.pointee.phase == .none {
            future.pointer.pointee.detail = message.isNone ? .unbound : message
            future.pointer.pointee.result = .unbound
        } else {
            future.pointer.pointee.result = message
            if future.operation == .sleep { dropTimer(future) }
        }
        try scheduleCallbacks(future)
        return true
    }

    /// `future.cancel(msg=…)` of any future-like object, as a task does with what it waits for.
    func cancelAny(_ value: Value, message: Value) throws(Raise) -> Bool {
        if value.isKind(.future) {
            let type = typeOf(value)
            if type == self.type(.future) || type == self.type(.sleep) {
                return try cancel(Future(value), message: message)
            }
            if type == self.type(.task) { return try cancelTask(Future(value), message: message) }
            if type == self.type(.gatheringFuture) { return try cancelGathering(Future(value), message: message) }
        }
        let method = try getAttribute(value, intern("cancel"))
        let keywords = dict()
        dictSet(keywords, name: intern("msg"), message.isUnbound ? .none : message)
        return try truth(try call(method, args: tuple(), keywords: keywords.value))
    }

    // MARK: Outcome

    /// The CancelledError to raise for a cancelled future; the one that ended a task is given out once.
    func makeCancelledError(_ future: Future) -> Value {
        let isSleep = future.pointer.pointee.phase != .none
        if future.state == .cancelled, !isSleep {
            let kept = future.pointer.pointee.result
            if kept.isBound {
                future.pointer.pointee.result = .unbound
                return kept
            }
        }
        let message: Value
        switch future.state {
        case .pending: message = future.pointer.pointee.result
        case .cancelled: message = isSleep ? future.pointer.pointee.result : future.pointer.pointee.detail
        case .finished: message = isSleep ? .unbound : future.pointer.pointee.detail
        case .failed: message = failureDetail(future).message
        }
        if message.isUnbound || message.isNone { return makeException(.cancelledError) }
        return makeException(.cancelledError, message)
    }

    /// The exception that looking at the outcome of a failed or cancelled future raises; counts as looked at.
    func takeException(_ future: Future) -> Value {
        if future.state == .cancelled { return makeCancelledError(future) }
        markRetrieved(future)
        let exception = future.pointer.pointee.result
        // The first time it is raised its traceback begins where it ended when the future failed; later ones begin anew.
        let (traceback, message) = failureDetail(future)
        Exception(exception).pointer.pointee.traceback = traceback
        future.pointer.pointee.detail = message.isBound ? tuple(.none, message) : .none
        return exception
    }

    /// What a failed future keeps: the traceback, and the message of a cancellation that the task outlived, or unbound.
    func failureDetail(_ future: Future) -> (traceback: Value, message: Value) {
        let detail = future.pointer.pointee.detail
        return detail.isKind(.tuple) ? (Tuple(detail)[0], Tuple(detail)[1]) : (detail, .unbound)
    }

    @inline(__always)
    func markRetrieved(_ future: Future) {
        if future.flags.contains(.logTraceback) {
            future.flags.remove(.logTraceback)
            future.setNeedsFinalizer(false)
        }
    }

    /// `future.result()`: the result, or raises.
    @inline(__always)
    func outcome(_ future: Future) throws(Raise) -> Value {
        if future.state == .finished { return future.pointer.pointee.result }
        throw missingOutcome(future)
    }

    @inline(never)
    private func missingOutcome(_ future: Future) -> Raise {
        if future.isPending { return raise(.invalidStateError, "Result is not set.") }
        return raise(takeException(future))
    }
}
