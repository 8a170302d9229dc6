#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `asyncio.gather`. The result is one future that counts how many of its children are done; the list of all arguments'
/// futures, in their order, lies in its field `coroutine`, the number of different ones in `number`.
extension Machine {
    /// Gathers awaitables lying in a row of memory that stays rooted.
    func gather(_ awaitables: UnsafePointer<Value>, count: Int, returnExceptions: Bool) throws(Raise) -> Value {
        guard count > 0 else {
            let future = makeFuture(try loop(orCurrent: .none))
            try finish(future, result: list().value)
            return future.value
        }
        let children = list(capacity: count)
        let memory = newCell(
            size: MemoryLayout<FutureLayout>.stride, kind: .future, type: type(.gatheringFuture))
        let outer = Future(pointer: memory.assumingMemoryBound(to: FutureLayout.self))
        outer.pointer.pointee.coroutine = children.value
        if returnExceptions { outer.flags.insert(.returnExceptions) }
        let done = list()
        var seen = IdentityTable(count: count)
        defer { seen.deallocate() }
        do throws(Raise) {
            for index in 0..<count {
                let earlier = seen.insert(awaitables[index], index)
                if earlier >= 0 {
                    children.append(self, children[earlier])
                    continue
                }
                let child = try gatherChild(awaitables[index], outer)
                children.append(self, child)
                outer.pointer.pointee.number &+= 1
                if Future(child).isPending {
                    try addWaiter(Future(child), outer.value)
                } else {
                    done.append(self, child)
                }
            }
        } catch {
            // Children that were made already report to a future that is over.
            outer.state = .cancelled
            throw error
        }
        for index in 0..<done.count { try childDone(outer, Future(done[index])) }
        return outer.value
    }

    /// The future for one argument; the first one decides on the loop.
    @inline(__always)
    private func gatherChild(_ awaitable: Value, _ outer: Future) throws(Raise) -> Value {
        let o = outer.pointer
        let child: Value
        if awaitable.isKind(.generator), Generator(awaitable).flavor == .coroutine, o.pointee.loop.isBound,
            EventLoop(o.pointee.loop).pointer.pointee.taskFactory.isUnbound, !EventLoop(o.pointee.loop).isClosed,
            !EventLoop(o.pointee.loop).pointer.pointee.isDebug,
            !EventLoop(o.pointee.loop).pointer.pointee.overrides.contains(.createTask)
        {
            child = try makeTask(awaitable, loop: o.pointee.loop).value
        } else {
            let future = try ensureFuture(awaitable, loop: o.pointee.loop)
            // What only behaves like a future is awaited by a task.
            child =
                future.isKind(.future)
                ? future
                : try makeTask(
                    try call(try importAttribute("asyncio.tasks", "_wrap_awaitable"), future),
                    loop: o.pointee.loop.isBound ? o.pointee.loop : try self.loop(orCurrent: .none)
                ).value
        }
        if o.pointee.loop.isUnbound { o.pointee.loop = Future(child).pointer.pointee.loop }
        if child != awaitable { Future(child).flags.insert(.silentDestruction) }
        return child
    }

    /// A child of a gathering future is done.
    func childDone(_ outer: Future, _ child: Future) throws(Raise) {
        let o = outer.pointer
        o.pointee.header.aux &+= 1
        guard outer.isPending else {
            if child.state == .failed { markRetrieved(child) }
            return
        }
        if !o.pointee.flags.contains(.returnExceptions) {
            if child.state == .cancelled { return try fail(outer, exception: makeCancelledError(child)) }
            if child.state == .failed {
                markRetrieved(child)
                return try fail(outer, exception: child.pointer.pointee.result)
            }
        }
        guard Int(o.pointee.header.aux) == o.pointee.number else { return }
        if o.pointee.flags.contains(.cancelRequested) {
            // Whatever the children made of their cancellation, the gather is cancelled; with the words of the last one.
            let children = List(o.pointee.coroutine)
            let last = children.count > 0 ? Future(children[children.count - 1]) : child
            return try fail(outer, exception: makeCancelledError(last))
        }
        try finish(outer, result: results(List(o.pointee.coroutine)))
    }

    private func results(_ children: List) -> Value {
        let count = children.count
        let results = list(capacity: count)
        for index in 0..<count {
            let child = Future(children[index])
            switch child.state {
            case .finished: results.append(self, child.pointer.pointee.result)
            case .failed:
                markRetrieved(child)
                results.append(self, child.pointer.pointee.result)
            case .cancelled, .pending:
                let message = child.pointer.pointee.detail
                results.append(
                    self, makeException(.cancelledError, message.isUnbound ? string("") : message))
            }
        }
        return results.value
    }

    /// `cancel` of a gathering future cancels its children; it is done when they are.
    func cancelGathering(_ outer: Future, message: Value) throws(Raise) -> Bool {
        guard outer.isPending else { return false }
        let children = List(outer.pointer.pointee.coroutine)
        var any = false
        var index = 0
        while index < children.count {
            if try cancelAny(children[index], message: message) { any = true }
            index += 1
        }
        if any { outer.flags.insert(.cancelRequested) }
        return any
    }

    // MARK: The function

    /// `gather(*coros_or_futures, return_exceptions=False)`.
    static func gather(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var returnExceptions = false
        for index in 0..<a.keywordCount {
            let name = m.swiftString(a.keywordName(index))
            guard name == "return_exceptions" else {
                throw m.raise(.typeError, "gather() got an unexpected keyword argument '\(name)'")
            }
            returnExceptions = try m.truth(a.keywordValue(index))
        }
        return try m.gather(a.base, count: a.count, returnExceptions: returnExceptions)
    }
}

/// Numbers of values by identity: open addressing in malloc'ed memory that the user frees.
private struct IdentityTable {
    private let entries: UnsafeMutablePointer<(UInt64, Int)>
    private let mask: Int

    init(count: Int) {
        var size = 8
        while size < count * 2 { size *= 2 }
        entries = .allocate(capacity: size)
        entries.initialize(repeating: (0, 0), count: size)
        mask = size - 1
    }

    func deallocate() { entries.deallocate() }

    /// Notes a value's number; gives the earlier number, or -1.
    @inline(__always)
    mutating func insert(_ value: Value, _ number: Int) -> Int {
        var index = Int(truncatingIfNeeded: (value.bits >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 24) & mask
        while entries[index].0 != 0 {
            if entries[index].0 == value.bits { return entries[index].1 }
            index = (index &+ 1) & mask
        }
        entries[index] = (value.bits, number)
        return -1
    }
}
