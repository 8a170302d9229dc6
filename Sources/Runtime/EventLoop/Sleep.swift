import Compiler

/// `asyncio.sleep`: to the script a coroutine, inside one future cell that is its own timer's subject.
extension Machine {
    /// The coroutine object of `asyncio.sleep(delay, result)`.
    @inline(__always)
    func makeSleep(delay: Value, result: Value) -> Value {
        let memory = newCell(size: FutureLayout.sleepSize, kind: .future, type: type(.sleep))
        let future = memory.assumingMemoryBound(to: FutureLayout.self)
        future.pointee.flags = .compact
        future.pointee.phase = .created
        future.pointee.result = result
        future.pointee.callbacks = delay
        return Value(future)
    }

    /// The first step of the coroutine: gives way, or sets its timer.
    @inline(__always)
    func awaitSleep(_ future: Future) throws(Raise) -> AwaitOutcome {
        let delay = future.pointer.pointee.callbacks
        guard future.pointer.pointee.phase == .created else { throw awaitedTwice(future) }
        if delay.isSmallInt {
            if delay.smallInt <= 0 {
                future.pointer.pointee.callbacks = .unbound
                future.pointer.pointee.phase = .yielding
                return .suspend(.none)
            }
            return try startTimer(future, seconds: Double(delay.smallInt))
        }
        return try awaitUnusualSleep(future, delay)
    }

    @inline(never)
    private func awaitUnusualSleep(_ future: Future, _ delay: Value) throws(Raise) -> AwaitOutcome {
        if future.operation != .sleep { return try beginWait(future) }
        future.pointer.pointee.phase = .closed
        future.pointer.pointee.callbacks = .unbound
        if try compareBool(.lessEqual, delay, Value(small: 0)) {
            future.pointer.pointee.phase = .yielding
            return .suspend(.none)
        }
        if try compareBool(.notEqual, delay, delay) { throw raise(.valueError, "Invalid delay: NaN (not a number)") }
        guard state.pointee.runningLoop.isBound else { throw raise(.runtimeError, "no running event loop") }
        return try startTimer(future, seconds: try seconds(delay))
    }

    private func startTimer(_ future: Future, seconds: Double) throws(Raise) -> AwaitOutcome {
        let value = state.pointee.runningLoop
        guard value.isBound else {
            future.pointer.pointee.phase = .closed
            throw raise(.runtimeError, "no running event loop")
        }
        let loop = EventLoop(value)
        future.pointer.pointee.loop = value
        future.pointer.pointee.callbacks = .unbound
        future.pointer.pointee.phase = .waiting
        future.flags.insert(.blocking)
        if !loop.pointer.pointee.overrides.isDisjoint(with: .timers) {
            try startOwnTimer(loop, future.value, seconds: seconds)
            return .suspend(future.value)
        }
        let deadline = addDelay(loop, seconds)
        loop.pointer.pointee.timers.insert(deadline: deadline, subject: future.value)
        observe(.timerSet(deadline: deadline))
        return .suspend(future.value)
    }

    /// The last step: the result after the timer fired, or what the sleep was cancelled with.
    @inline(never)
    func finishSleep(_ future: Future) throws(Raise) -> Value {
        guard future.pointer.pointee.phase == .waiting else { throw awaitedTwice(future) }
        if future.isPending {
            awaitAbandoned(future.value)
            throw raise(.runtimeError, "await wasn't used with future")
        }
        if future.operation != .sleep { return try endWait(future) }
        future.pointer.pointee.phase = .closed
        if future.state == .finished { return future.pointer.pointee.result }
        throw raise(makeCancelledError(future))
    }

    private func awaitedTwice(_ future: Future) -> Raise {
        raise(
            .runtimeError,
            future.pointer.pointee.phase == .closed
                ? "cannot reuse already awaited coroutine" : "coroutine is being awaited already")
    }

    /// One step of a sleep that is driven directly: as the whole of a task, or by `send`.
    func resumeSleep(_ value: Value) throws(Raise) -> ResumeResult {
        let future = Future(value)
        if future.pointer.pointee.phase == .created {
            switch try awaitFuture(value) {
            case .ready(let result): return .returned(result)
            case .suspend(let yielded): return .yielded(yielded)
            }
        }
        if future.pointer.pointee.phase == .closed { throw awaitedTwice(future) }
        let result = try futureResult(value)
        return result.isBound ? .returned(result) : .yielded(value)
    }

    /// A number of seconds given by the script.
    func seconds(_ value: Value) throws(Raise) -> Double {
        if value.isSmallInt { return Double(value.smallInt) }
        if let double = doubleValue(value) { return double }
        if let int = intValue(value) { return Double(int) }
        let float = try call(type(.float).value, value)
        return doubleValue(float) ?? 0
    }
}

/// The methods that make it a coroutine.
enum SleepMethods {
    static func send(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if Future(a[0]).pointer.pointee.phase == .created, !a[1].isNone {
            throw m.raise(.typeError, "can't send non-None value to a just-started coroutine")
        }
        return try step(m, a[0])
    }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try step(m, a[0]) }

    static func step(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        switch try m.resumeSleep(value) {
        case .yielded(let value): return value
        case .returned(let value): throw m.raiseStopIteration(value)
        }
    }

    static func raise(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let exception = try m.exceptionToThrow(a.dropFirst)
        throw abandon(m, a[0], exception)
    }

    /// An exception is thrown into it: its end.
    static func abandon(_ m: Machine, _ value: Value, _ exception: Value) -> Raise {
        if Future(value).pointer.pointee.phase == .closed {
            return m.raise(.runtimeError, "cannot reuse already awaited coroutine")
        }
        m.awaitAbandoned(value, exception)
        return m.raise(exception)
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.awaitAbandoned(a[0])
        return .none
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string("<coroutine object \(Future(a[0]).operation.name) at \(m.addressText(a[0]))>")
    }

    /// `asyncio.sleep(delay, result=None)`.
    static func sleep(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywords.isUnbound, a.count == 1 {
            let result = m.makeSleep(delay: a[0], result: .none)
            if !m.isNextAwait { m.warnIfDiscarded(result) }
            return result
        }
        return try sleepWithKeywords(m, a)
    }

    private static func sleepWithKeywords(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let keywords = a.keywordCount
        guard a.count <= 2 else {
            throw m.raise(
                .typeError, "sleep() takes from 1 to 2 positional arguments but \(a.count) were given")
        }
        var delay = a.optional(0)
        var result = a.optional(1)
        for index in 0..<keywords {
            let name = m.swiftString(a.keywordName(index))
            guard name == "delay" || name == "result" else {
                throw m.raise(.typeError, "sleep() got an unexpected keyword argument '\(name)'")
            }
            if name == "delay" ? delay.isBound : result.isBound {
                throw m.raise(.typeError, "sleep() got multiple values for argument '\(name)'")
            }
            if name == "delay" { delay = a.keywordValue(index) } else { result = a.keywordValue(index) }
        }
        guard delay.isBound else {
            throw m.raise(.typeError, "sleep() missing 1 required positional argument: 'delay'")
        }
        return m.makeSleep(delay: delay, result: result.isUnbound ? .none : result)
    }
}

extension Machine {
    /// Whether `asyncio.sleep` of this delay, called before an instruction, is all that the instruction awaits: then the
    /// chain of coroutines gives way without an object for it. See ``awaited(by:)``.
    @inline(__always)
    func givesWay(_ delay: Value, _ next: UnsafeMutablePointer<UInt64>) -> Bool {
        delay == Value(small: 0) && Instruction(bits: next.pointee).op == .await
    }

    /// What a suspended generator or coroutine delegates to, or unbound. One that stands at an `await` without anything
    /// has given way by `asyncio.sleep(0)`; it gets the object now.
    func awaited(by generator: Generator) -> Value {
        let layout = generator.pointer
        if layout.pointee.delegate.isUnbound, layout.pointee.state == .suspended,
            Instruction(bits: layout.pointee.pc[-1]).op == .await
        {
            let sleep = makeSleep(delay: .unbound, result: .none)
            Future(sleep).pointer.pointee.phase = .yielding
            layout.pointee.delegate = sleep
        }
        return layout.pointee.delegate
    }
}
