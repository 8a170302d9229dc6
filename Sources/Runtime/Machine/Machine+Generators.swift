import Compiler

/// What a resumed generator or coroutine gave.
enum ResumeResult {
    case yielded(Value)
    case returned(Value)
}

/// Generator-style frames: making, entering, suspending, delegating.
///
/// A chain of awaiting coroutines occupies one frame record. Its root is what somebody resumed; the frame record points
/// at the member that runs. Delegation and return move the record along the links `delegate` and `awaiter`; suspension
/// and resumption go straight between the driver and the innermost member, whatever the depth.
extension Machine {
    /// A generator, coroutine or async generator of a function, its variables not yet bound.
    func makeGenerator(_ function: UnsafeMutablePointer<FunctionLayout>) -> Generator {
        let code = function.pointee.code
        let flags = CodeFlags(rawValue: code.pointee.flags)
        let flavor: GeneratorFlavor
        let type: BuiltinType
        if flags.contains(.asyncGenerator) {
            flavor = .asyncGenerator
            type = .asyncGenerator
        } else if flags.contains(.coroutine) {
            flavor = .coroutine
            type = .coroutine
        } else {
            flavor = .generator
            type = .generator
        }
        let count = Int(code.pointee.registerCount)
        let size = MemoryLayout<GeneratorLayout>.stride + count * MemoryLayout<Value>.stride
        let memory = newCell(size: size, kind: .generator, type: self.type(type), aux: count)
        let layout = memory.assumingMemoryBound(to: GeneratorLayout.self)
        layout.pointee.code = code
        layout.pointee.function = Value(function)
        layout.pointee.pc = code.pointee.words
        layout.pointee.flavor = flavor
        layout.pointee.state = .created
        // A suspended `try` or `with` must get to run its end when the generator is dropped.
        if code.pointee.handlerCount > 0, flavor != .asyncGenerator {
            if flavor == .generator { watchUnfinished() }
            Cell(UnsafeMutableRawPointer(layout)).requestFinalizer()
        }
        if flavor == .coroutine, runtime.pointee.asyncio.originDepth > 0 { noteOrigin(Generator(Value(layout))) }
        return Generator(Value(layout))
    }

    // MARK: Entering

    /// The member of a chain where a resumption of `root` goes on.
    @inline(__always)
    func innermost(_ root: Generator) -> Generator {
        isGenerator(root.pointer.pointee.delegate) ? innermostOfChain(root) : root
    }

    private func innermostOfChain(_ root: Generator) -> Generator {
        let leaf = root.pointer.pointee.leaf
        if leaf.isCell {
            let generator = Generator(leaf)
            if generator.state == .suspended, !isGenerator(generator.pointer.pointee.delegate),
                generator.pointer.pointee.awaiter.isBound
            {
                return generator
            }
        }
        var generator = root
        while isGenerator(generator.pointer.pointee.delegate) {
            let inner = Generator(generator.pointer.pointee.delegate)
            if inner.state == .finished {
                // Somebody else drove the inner one to its end.
                generator.pointer.pointee.delegate = .unbound
                break
            }
            generator = inner
        }
        return generator
    }

    @inline(__always) func isGenerator(_ value: Value) -> Bool { value.isKind(.generator) }

    /// Pushes a frame that runs `root` from where it stands. ValueError when it runs already.
    @inline(__always)
    private func enter(_ root: Generator, at leaf: Generator, kind: FrameKind, register: Int) throws(Raise) {
        if root.pointer.pointee.awaiter.isBound { forgetLeaf(above: root) }
        if leaf.state == .running || root.pointer.pointee.leaf == .true {
            let noun =
                switch root.flavor {
                case .generator: "generator"
                case .coroutine: "coroutine"
                case .asyncGenerator: "async generator"
                }
            throw raise(.valueError, "\(noun) already executing")
        }
        let s = state
        let frame = s.pointee.frame + 1
        if frame >= s.pointee.recursionFrame { throw recursionError() }
        frame.pointee.chainRoot = root.value
        frame.pointee.entryHandled = s.pointee.handled
        frame.pointee.returnRegister = Int32(truncatingIfNeeded: register)
        frame.pointee.kind = kind
        frame.pointee.savedTop = s.pointee.registerTop
        point(frame, at: leaf)
        if leaf.pointer.pointee.handled.isBound { s.pointee.handled = leaf.pointer.pointee.handled }
        s.pointee.frame = frame
        root.pointer.pointee.leaf = .true
    }

    /// Makes a frame record run a generator-style frame.
    @inline(__always)
    func point(_ frame: UnsafeMutablePointer<Frame>, at generator: Generator) {
        let layout = generator.pointer
        frame.pointee.registers = generator.registers
        frame.pointee.pc = layout.pointee.pc
        frame.pointee.code = layout.pointee.code
        frame.pointee.function = layout.pointee.function
        frame.pointee.namespace = generator.extra(.namespace)
        frame.pointee.generator = generator.value
        layout.pointee.state = .running
    }

    /// A member of a suspended chain is driven from elsewhere: the root must look for its innermost member again.
    func forgetLeaf(above generator: Generator) {
        var root = generator
        while root.pointer.pointee.awaiter.isBound { root = Generator(root.pointer.pointee.awaiter) }
        if root.pointer.pointee.leaf.isCell { root.pointer.pointee.leaf = .unbound }
    }

    /// Puts what was sent to a generator that delegates to nothing where its `yield` wants it. An `await` that has given
    /// way gets None; see ``givesWay(_:_:)``.
    @inline(__always)
    private func receive(_ sent: Value, _ frame: UnsafeMutablePointer<Frame>) {
        let instruction = Instruction(bits: frame.pointee.pc[-1])
        frame.pointee.registers[instruction.a] = instruction.op == .await ? .none : sent
    }

    /// Puts what was sent where the suspended instruction wants it. The frame is the current one.
    func deliver(_ leaf: Generator, _ sent: Value, wasCreated: Bool) throws(Raise) -> Delegation {
        let frame = state.pointee.frame
        if wasCreated { return .switched }
        let delegate = leaf.pointer.pointee.delegate
        guard delegate.isBound else {
            receive(sent, frame)
            return .switched
        }
        let result = try sendToDelegate(leaf, delegate, sent)
        if case .value(let value) = result {
            frame.pointee.registers[Instruction(bits: frame.pointee.pc[-1]).a] = value
            return .switched
        }
        return result
    }

    /// Goes on with what a generator delegates to when that is no native generator: a future or any iterator.
    func sendToDelegate(_ leaf: Generator, _ delegate: Value, _ sent: Value) throws(Raise) -> Delegation {
        if delegate.isKind(.future) {
            leaf.pointer.pointee.delegate = .unbound
            let result = try futureResult(delegate)
            if result.isBound { return .value(result) }
            leaf.pointer.pointee.delegate = delegate
            return .suspend(delegate)
        }
        let item: Value
        do throws(Raise) {
            if sent.isNone {
                item = try nextOrStop(delegate)
            } else {
                item = try catchingStop { () throws(Raise) in try callMethod(delegate, .send, sent) }
            }
        } catch {
            leaf.pointer.pointee.delegate = .unbound
            throw error
        }
        if item.isUnbound {
            leaf.pointer.pointee.delegate = .unbound
            return .value(takeStopValue())
        }
        return .suspend(item)
    }

    /// The next item; unbound at the end, with the StopIteration's value to be had from `takeStopValue`.
    private func nextOrStop(_ iterator: Value) throws(Raise) -> Value {
        if iterator.isCell, iterator.cell.type.pointer.pointee.nativeNext != nil {
            state.pointee.stopValue = .none
            forgetSwallowedStop()
            let item = try next(iterator)
            if item.isUnbound {
                let stop = takeSwallowedStop(iterator)
                if stop.isBound { state.pointee.stopValue = stopValue(of: stop) ?? .none }
            }
            return item
        }
        return try catchingStop { () throws(Raise) in try callSpecial(iterator, .__next__) }
    }

    private func catchingStop(_ body: () throws(Raise) -> Value) throws(Raise) -> Value {
        do throws(Raise) {
            return try body()
        } catch {
            guard pendingMatches(.stopIteration) else { throw error }
            state.pointee.stopValue = Exception(takePending()).fields[0]
            if state.pointee.stopValue.isUnbound { state.pointee.stopValue = .none }
            return .unbound
        }
    }

    /// The value with which the generator ended that a native just drove to its end.
    func takeStopValue() -> Value {
        let value = state.pointee.stopValue
        state.pointee.stopValue = .unbound
        return value.isUnbound ? .none : value
    }

    /// A frame object for a generator-style frame that is not finished.
    func frameObject(of generator: Generator) -> Value {
        let layout = generator.pointer
        let word = max(0, layout.pointee.pc - layout.pointee.code.pointee.words - 1)
        let frame = makeFrameObject(
            code: Value(layout.pointee.code), word: Value(small: word), function: layout.pointee.function)
        Record(frame)[FrameField.generator] = generator.value
        return frame
    }

    // MARK: Driving from natives

    /// Resumes a generator or coroutine that has not finished, sending a value (None for plain iteration). Runs until it
    /// yields, must wait, or returns. Resuming costs the same at any depth of the await chain.
    func resume(generator: Value, send sent: Value) throws(Raise) -> ResumeResult {
        try enterNative()
        defer { leaveNative() }
        let root = Generator(generator)
        if standsAtYield(root) {
            try enter(root, at: root, kind: .entry, register: 0)
            let frame = state.pointee.frame
            receive(sent, frame)
            return result(try run())
        }
        let leaf = innermost(root)
        let wasCreated = leaf.state == .created
        if wasCreated, !sent.isNone, leaf.value == generator {
            let noun =
                root.flavor == .generator ? "generator" : root.flavor == .coroutine ? "coroutine" : "async generator"
            throw raise(.typeError, "can't send non-None value to a just-started \(noun)")
        }
        let entry = state.pointee.frame + 1
        try enter(root, at: leaf, kind: .entry, register: 0)
        do throws(Raise) {
            switch try deliver(leaf, sent, wasCreated: wasCreated) {
            case .suspend(let value):
                _ = suspend(entry, value, .yielded)
                return .yielded(value)
            default: break
            }
        } catch {
            if try !unwind(to: entry) { throw error }
        }
        return result(try run())
    }

    func resume(generator: Value, value: Value) throws(Raise) -> ResumeResult {
        try resume(generator: generator, send: value)
    }

    /// Raises an exception where a generator or coroutine stands, and runs on until it yields or returns.
    func resume(generator: Value, throwing exception: Value) throws(Raise) -> ResumeResult {
        try enterNative()
        defer { leaveNative() }
        let root = Generator(generator)
        let entry = state.pointee.frame + 1
        let leaf = innermost(root)
        try enter(root, at: leaf, kind: .entry, register: 0)
        let outer = (state.pointee.thrownFrame, state.pointee.thrownDepth)
        state.pointee.thrownFrame = entry
        state.pointee.thrownDepth = leaf.pointer.pointee.chainDepth
        defer { (state.pointee.thrownFrame, state.pointee.thrownDepth) = outer }
        do throws(Raise) {
            let delegate = leaf.pointer.pointee.delegate
            if delegate.isBound {
                switch try throwToDelegate(leaf, delegate, exception) {
                case .suspend(let value):
                    _ = suspend(entry, value, .yielded)
                    return .yielded(value)
                case .value(let value):
                    let instruction = Instruction(bits: entry.pointee.pc[-1])
                    entry.pointee.registers[instruction.a] = value
                case .switched: break
                }
            } else {
                if state.pointee.trace.isOn { try traceThrow(exception) }
                throw raise(exception, in: leaf)
            }
        } catch {
            if try !unwind(to: entry) { throw error }
        }
        return result(try run())
    }

    private func result(_ value: Value) -> ResumeResult {
        state.pointee.outcome == .returned ? .returned(value) : .yielded(value)
    }

    /// Raises an exception in what a generator delegates to, when that is no native generator (PEP 380).
    private func throwToDelegate(_ leaf: Generator, _ delegate: Value, _ exception: Value) throws(Raise) -> Delegation {
        if delegate.isKind(.future) {
            leaf.pointer.pointee.delegate = .unbound
            awaitAbandoned(delegate, exception)
            if let value = stopValue(of: exception) { return .value(value) }
            throw raise(exception, in: leaf)
        }
        if isInstance(exception, .generatorExit) {
            leaf.pointer.pointee.delegate = .unbound
            let close = closeMethod(of: delegate)
            if close.isBound { _ = try call(close) }
            throw raise(exception, in: leaf)
        }
        let method = try getAttributeIfPresent(delegate, name(.throw))
        guard method.isBound else {
            leaf.pointer.pointee.delegate = .unbound
            if let value = stopValue(of: exception) { return .value(value) }
            throw raise(exception, in: leaf)
        }
        do throws(Raise) {
            let item = try catchingStop { () throws(Raise) in try call(method, exception) }
            if item.isUnbound {
                leaf.pointer.pointee.delegate = .unbound
                return .value(takeStopValue())
            }
            return .suspend(item)
        } catch {
            leaf.pointer.pointee.delegate = .unbound
            setContext(state.pointee.pending, in: leaf)
            throw error
        }
    }

    /// The method `close` of an iterator; what goes wrong while it is looked for is only reported.
    private func closeMethod(of iterator: Value) -> Value {
        do throws(Raise) {
            return try getAttributeIfPresent(iterator, name(.close))
        } catch {
            writeUnraisable(takePending(), object: iterator)
            return .unbound
        }
    }

    /// A StopIteration that is thrown where a generator delegates ends the delegation, as if the iterator had raised it.
    private func stopValue(of exception: Value) -> Value? {
        guard isInstance(exception, .stopIteration) else { return nil }
        let value = Exception(exception).fields[StopIterationField.value]
        return value.isBound ? value : .none
    }

    /// Makes pending what is thrown into a generator.
    private func raise(_ exception: Value, in generator: Generator) -> Raise {
        setContext(exception, in: generator)
        state.pointee.pending = exception
        return Raise()
    }

    /// What the caller handles is no context of an exception that is thrown into a generator, nor is what a generator
    /// handles that delegates to it; what it handles itself is.
    func setContext(_ exception: Value, in generator: Generator) {
        let handled = generator.pointer.pointee.handled
        guard handled.isBound, Instruction(bits: generator.pointer.pointee.pc[-1]).n & 0x80 != 0 else { return }
        setContext(exception, to: handled)
    }

    /// Whether a generator is suspended at a `yield` of its own, as most are: it delegates to nothing, nobody awaits it.
    @inline(__always)
    func standsAtYield(_ generator: Generator) -> Bool {
        let layout = generator.pointer
        return layout.pointee.state == .suspended && layout.pointee.delegate.isUnbound
            && layout.pointee.leaf.isUnbound && layout.pointee.awaiter.isUnbound
    }

    /// Enters a generator for a `for` loop of the current frame: its next item goes to `register`.
    func resumeForLoop(_ generator: Generator, register: Int) throws(Raise) {
        if standsAtYield(generator) {
            try enter(generator, at: generator, kind: .forIter, register: register)
            let frame = state.pointee.frame
            receive(.none, frame)
            return
        }
        if generator.state == .finished {
            let frame = state.pointee.frame
            frame.pointee.registers[Instruction(bits: frame.pointee.pc[-1]).b] = .unbound
            return
        }
        let wasCreated = generator.state == .created
        let leaf = innermost(generator)
        try enter(generator, at: leaf, kind: .forIter, register: register)
        if case .suspend(let value) = try deliver(leaf, .none, wasCreated: wasCreated) {
            _ = suspend(state.pointee.frame, value, .yielded)
        }
    }

    // MARK: Leaving

    /// Suspends the chain of the current frame. True when its driver is native code (then `value` is for it).
    func suspend(_ frame: UnsafeMutablePointer<Frame>, _ value: Value, _ outcome: ResumeOutcome) -> Bool {
        let generator = Generator(frame.pointee.generator)
        park(frame, generator)
        let root = Generator(frame.pointee.chainRoot)
        root.pointer.pointee.leaf = root.pointer == generator.pointer ? .unbound : generator.value
        state.pointee.outcome = outcome
        popFrame(frame)
        guard frame.pointee.kind == .forIter else { return true }
        let caller = frame - 1
        let instruction = Instruction(bits: caller.pointee.pc[-1])
        caller.pointee.registers[instruction.a] = value
        caller.pointee.pc += instruction.immediateC
        return false
    }

    /// Notes in a generator where its frame stands.
    @inline(__always)
    func park(_ frame: UnsafeMutablePointer<Frame>, _ generator: Generator) {
        let layout = generator.pointer
        layout.pointee.pc = frame.pointee.pc
        layout.pointee.state = .suspended
        // Inside a handler the exception is the frame's own, even if the one who resumed it handles the same.
        let isOwn =
            Instruction(bits: frame.pointee.pc[-1]).n & 0x80 != 0
            || state.pointee.handled != frame.pointee.entryHandled
        layout.pointee.handled = isOwn ? state.pointee.handled : .unbound
    }

    /// The end of a generator's life.
    func finish(_ generator: Generator) {
        let layout = generator.pointer
        layout.pointee.state = .finished
        layout.pointee.leaf = .unbound
        layout.pointee.delegate = .unbound
        layout.pointee.handled = .unbound
        layout.pointee.asyncRunning = false
        layout.pointee.header.flags.remove(.needsFinalizer)
    }

    /// Goes back from a finished (or, for an async generator, yielding) member to the one that waits for it. Gives the
    /// register that wants the result.
    @inline(__always)
    @discardableResult
    func returnToAwaiter(_ frame: UnsafeMutablePointer<Frame>, _ generator: Generator) -> Int {
        let awaiter = Generator(generator.pointer.pointee.awaiter)
        generator.pointer.pointee.awaiter = .unbound
        generator.pointer.pointee.chainDepth = 0
        generator.pointer.pointee.asyncRunning = false
        awaiter.pointer.pointee.delegate = .unbound
        point(frame, at: awaiter)
        let handled = awaiter.pointer.pointee.handled
        state.pointee.handled = handled.isBound ? handled : frame.pointee.entryHandled
        return Instruction(bits: frame.pointee.pc[-1]).a
    }

    /// `yield` of an async generator whose consumer awaits it within the chain.
    func handToConsumer(_ frame: UnsafeMutablePointer<Frame>, _ value: Value) throws(Raise) {
        let generator = Generator(frame.pointee.generator)
        park(frame, generator)
        let register = returnToAwaiter(frame, generator)
        if generator.pointer.pointee.asyncOperation == .close {
            throw raise(.runtimeError, "async generator ignored GeneratorExit")
        }
        frame.pointee.registers[register] = value
    }

    /// A StopIteration that leaves a generator becomes a RuntimeError (PEP 479).
    func convertStopIteration(_ generator: Generator) {
        let pending = state.pointee.pending
        let type = typeOf(pending)
        guard type.isHeapType || type == self.type(.stopIteration) || type == self.type(.stopAsyncIteration) else {
            return
        }
        let noun: String
        switch generator.flavor {
        case .generator: noun = "generator"
        case .coroutine: noun = "coroutine"
        case .asyncGenerator: noun = "async generator"
        }
        let isStop = isInstance(pending, .stopIteration)
        let isAsyncStop = generator.flavor == .asyncGenerator && isInstance(pending, .stopAsyncIteration)
        guard isStop || isAsyncStop else { return }
        let error = makeException(
            .runtimeError, string("\(noun) raised \(isStop ? "StopIteration" : "StopAsyncIteration")"))
        Exception(error).pointer.pointee.cause = pending
        Exception(error).pointer.pointee.context = pending
        Exception(error).pointer.pointee.suppressContext = true
        state.pointee.pending = error
    }
}
