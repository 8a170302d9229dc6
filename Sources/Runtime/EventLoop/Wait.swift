import Compiler

/// What a coroutine of the library that is made in Swift does when it is awaited. Each is one cell, like that of
/// `asyncio.sleep`: the coroutine, and the future that the task waits for if it has to.
enum WaitOperation: UInt32 {
    case sleep
    case acquireLock, enterLock, acquireSemaphore, enterSemaphore, release
    case awaitEvent
    case getItem, putItem
    case enterTimeout, exitTimeout

    /// The function as CPython names it.
    var name: StaticString {
        switch self {
        case .sleep: "sleep"
        case .acquireLock: "Lock.acquire"
        case .acquireSemaphore: "Semaphore.acquire"
        case .enterLock, .enterSemaphore: "_ContextManagerMixin.__aenter__"
        case .release: "_ContextManagerMixin.__aexit__"
        case .awaitEvent: "Event.wait"
        case .getItem: "Queue.get"
        case .putItem: "Queue.put"
        case .enterTimeout: "Timeout.__aenter__"
        case .exitTimeout: "Timeout.__aexit__"
        }
    }
}

extension WaitOperation {
    /// The last part of its name.
    var functionName: String {
        let name = self.name.description
        return name.split(separator: ".").last.map(String.init) ?? name
    }
}

extension Future {
    /// For cells that are coroutines, too: what they do.
    @inline(__always) var operation: WaitOperation {
        WaitOperation(rawValue: pointer.pointee.header.aux) ?? .sleep
    }
    /// The lock, queue … of a wait. It lies where tasks have what they wait for.
    @inline(__always) var subject: Record { Record(pointer.pointee.detail) }
}

extension Machine {
    /// The coroutine of an operation on a lock, event or queue; `item` is what is put.
    @inline(__always)
    func makeWait(_ operation: WaitOperation, _ subject: Value, item: Value = .unbound) -> Value {
        let memory = newCell(
            size: FutureLayout.compactSize, kind: .future, type: type(.sleep), aux: Int(operation.rawValue))
        let future = memory.assumingMemoryBound(to: FutureLayout.self)
        future.pointee.flags = .compact
        future.pointee.phase = .created
        future.pointee.result = item
        future.pointee.detail = subject
        return Value(future)
    }

    /// Says that the coroutine that was just made is not awaited when its call is a statement; `await` of a call
    /// follows it at once.
    @inline(__always)
    func checkAwaited(_ coroutine: Value) {
        if !isNextAwait { warnIfDiscarded(coroutine) }
    }

    /// Whether the script's next instruction awaits what a native function gives it.
    @inline(__always)
    var isNextAwait: Bool {
        let frame = state.pointee.frame
        return frame.pointee.function.isBound && Instruction(bits: frame.pointee.pc[0]).op == .await
    }

    // MARK: The life of a wait

    /// The first step: ready at once, or the task has to wait.
    @inline(never)
    func beginWait(_ future: Future) throws(Raise) -> AwaitOutcome {
        let f = future.pointer
        f.pointee.phase = .closed
        let subject = future.subject
        switch future.operation {
        case .sleep: return .ready(.none)
        case .acquireLock, .enterLock:
            if try takeLock(subject) { return .ready(acquired(future)) }
            return try block(future, LockField.waiters, LockField.loop)
        case .acquireSemaphore, .enterSemaphore:
            if try !isSemaphoreLocked(subject) {
                subject[LockField.value] = Value(small: subject[LockField.value].smallInt - 1)
                return .ready(acquired(future))
            }
            return try block(future, LockField.waiters, LockField.loop)
        case .release:
            try callRelease(subject.value)
            return .ready(.none)
        case .awaitEvent:
            if subject[LockField.value].isTrue { return .ready(.true) }
            return try block(future, LockField.waiters, LockField.loop)
        case .getItem, .putItem: return try stepQueue(future)
        case .enterTimeout: return .ready(try enterTimeout(subject))
        case .exitTimeout: return .ready(try exitTimeout(subject, f.pointee.result))
        }
    }

    /// What is waited for has happened, or so it seems: the result, or unbound to wait again.
    func endWait(_ future: Future) throws(Raise) -> Value {
        let f = future.pointer
        let subject = future.subject
        f.pointee.phase = .closed
        guard future.state == .finished else {
            let exception = makeCancelledError(future)
            abandonWait(future, exception)
            throw raise(exception)
        }
        switch future.operation {
        case .acquireLock, .enterLock:
            removeWaiter(future, LockField.waiters)
            subject[LockField.value] = .true
            return acquired(future)
        case .acquireSemaphore, .enterSemaphore:
            removeWaiter(future, LockField.waiters)
            while subject[LockField.value].smallInt > 0, try wakeNext(subject) {}
            return acquired(future)
        case .awaitEvent:
            removeWaiter(future, LockField.waiters)
            return .true
        case .getItem, .putItem:
            if case .ready(let value) = try stepQueue(future) { return value }
            return .unbound
        case .sleep, .release, .enterTimeout, .exitTimeout: return .none
        }
    }

    @inline(__always)
    private func acquired(_ future: Future) -> Value {
        future.operation == .enterLock || future.operation == .enterSemaphore ? .none : .true
    }

    /// Joins the waiters of its subject.
    func block(_ future: Future, _ waiters: Int, _ loopField: Int) throws(Raise) -> AwaitOutcome {
        let subject = future.subject
        let loop = state.pointee.runningLoop
        if subject[loopField].isUnbound || subject[loopField].isNone { subject[loopField] = loop }
        guard loop.isBound else { throw raise(.runtimeError, "no running event loop") }
        guard subject[loopField] == loop else {
            throw raise(.runtimeError, "\(reprText(subject.value)) is bound to a different event loop")
        }
        let f = future.pointer
        f.pointee.loop = loop
        f.pointee.phase = .waiting
        f.pointee.state = .pending
        f.pointee.flags.insert(.blocking)
        if !subject[waiters].isKind(.list) { subject[waiters] = list().value }
        List(subject[waiters]).append(self, future.value)
        return .suspend(future.value)
    }

    /// An exception was thrown in, or the coroutine closed, while it waited.
    @inline(never)
    func abandonWait(_ future: Future, _ exception: Value) {
        let f = future.pointer
        let subject = future.subject
        let wasWoken = future.state == .finished
        f.pointee.phase = .closed
        f.pointee.callbacks = .unbound
        if future.isPending { f.pointee.state = .cancelled }
        let isCancellation = exception.isBound && isInstance(exception, .cancelledError)
        let pending = takePending()
        do throws(Raise) {
            switch future.operation {
            case .acquireLock, .enterLock:
                removeWaiter(future, LockField.waiters)
                // The turn that was meant for this task goes to the next one.
                if isCancellation, !subject[LockField.value].isTrue { try wakeFirst(subject) }
            case .acquireSemaphore, .enterSemaphore:
                removeWaiter(future, LockField.waiters)
                if isCancellation, wasWoken {
                    subject[LockField.value] = Value(small: subject[LockField.value].smallInt + 1)
                }
                while subject[LockField.value].smallInt > 0, try wakeNext(subject) {}
            case .awaitEvent: removeWaiter(future, LockField.waiters)
            case .getItem, .putItem: try abandonQueue(future, wasWoken: wasWoken)
            case .sleep, .release, .enterTimeout, .exitTimeout: break
            }
        } catch {
            clearPending()
        }
        if pending.isBound { state.pointee.pending = pending }
    }

    // MARK: Waiters

    /// Takes a wait out of the list of its subject, wherever it stands.
    func removeWaiter(_ future: Future, _ field: Int) {
        guard future.subject[field].isKind(.list) else { return }
        let list = List(future.subject[field])
        for index in 0..<list.count where list[index] == future.value { return removeItem(list, index) }
    }

    /// Takes the item at an index out of a list.
    func removeItem(_ list: List, _ index: Int) {
        let left = list.count - index - 1
        if left > 0 {
            moveBytes(list.items + index, list.items + index + 1, left * MemoryLayout<Value>.stride)
        }
        list.pointer.pointee.count -= 1
    }

    /// Whether a waiter is done: one of ours, a future, or an object that behaves like one.
    func isWaiterDone(_ waiter: Value) throws(Raise) -> Bool {
        if waiter.isKind(.future) { return !Future(waiter).isPending }
        return try truth(try call(try getAttribute(waiter, intern("done"))))
    }

    func isWaiterCancelled(_ waiter: Value) throws(Raise) -> Bool {
        if waiter.isKind(.future) { return Future(waiter).state == .cancelled }
        return try truth(try call(try getAttribute(waiter, intern("cancelled"))))
    }

    /// Sets the result of a waiter that is not done.
    func wake(_ waiter: Value, _ result: Value) throws(Raise) {
        guard waiter.isKind(.future), Future(waiter).pointer.pointee.phase != .none else {
            _ = try call(try getAttribute(waiter, intern("set_result")), result)
            return
        }
        Future(waiter).state = .finished
        if Future(waiter).pointer.pointee.callbacks.isBound { try scheduleCallbacks(Future(waiter)) }
    }

    /// Whether there are no waiters but cancelled ones.
    func areAllCancelled(_ waiters: Value) throws(Raise) -> Bool {
        guard waiters.isKind(.list) else { return true }
        let list = List(waiters)
        var index = 0
        while index < list.count {
            if try !isWaiterCancelled(list[index]) { return false }
            index += 1
        }
        return true
    }
}
