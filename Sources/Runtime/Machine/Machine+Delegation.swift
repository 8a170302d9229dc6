import Compiler

/// What an instruction that delegates (`await`, `yield from`) does next.
enum Delegation {
    /// The awaited thing was done already.
    case value(Value)
    /// The machine runs another frame now.
    case switched
    /// The whole chain is suspended; the value goes to whoever drives it.
    case suspend(Value)
}

/// `await`, `yield from` and `async for`: handing the frame record on to another member of a chain.
extension Machine {
    /// Executes `await` or `yield from` on the awaitable or iterator.
    func delegate(
        _ frame: UnsafeMutablePointer<Frame>, _ i: Instruction, _ awaitable: Value
    ) throws(Raise) -> Delegation {
        switch awaitable.kind {
        case .generator:
            let inner = Generator(awaitable)
            if i.op == .await {
                if inner.flavor == .asyncGenerator, i.n & 0x7F == 3 { return try delegateToNext(frame, inner) }
                try checkAwaitable(inner, i.n & 0x7F)
            }
            if inner.state == .finished { return .value(.none) }
            return try switchTo(inner, from: frame, sent: .none)
        case .future where i.op == .await && !overridesAwait(awaitable):
            return try delegateToFuture(frame, awaitable)
        case .record where i.op == .await:
            let type = awaitable.cell.type
            if type == self.type(.asyncGeneratorAsend) || type == self.type(.asyncGeneratorAthrow) {
                return try delegateToAsyncGenerator(frame, Record(awaitable))
            }
        default: break
        }
        let iterator = i.op == .await ? try awaitIterator(awaitable, i.n & 0x7F) : awaitable
        if isGenerator(iterator) {
            let inner = Generator(iterator)
            if inner.state == .finished { return .value(.none) }
            return try switchTo(inner, from: frame, sent: .none)
        }
        if iterator.isKind(.future) { return try delegateToFuture(frame, iterator) }
        let current = Generator(frame.pointee.generator)
        current.pointer.pointee.delegate = iterator
        return try sendToDelegate(current, iterator, .none)
    }

    /// Awaiting a future: done ones give their result at once, without a suspension.
    private func delegateToFuture(_ frame: UnsafeMutablePointer<Frame>, _ future: Value) throws(Raise) -> Delegation {
        switch try awaitFuture(future) {
        case .ready(let result): return .value(result)
        case .suspend(let yielded):
            Generator(frame.pointee.generator).pointer.pointee.delegate = future
            return .suspend(yielded)
        }
    }

    /// Links two members of a chain and makes the frame record of the first run the innermost member behind the second.
    @inline(__always)
    private func hand(
        _ frame: UnsafeMutablePointer<Frame>, from current: Generator, to inner: Generator, at leaf: Generator,
        depth: Int
    ) {
        park(frame, current)
        current.pointer.pointee.delegate = inner.value
        inner.pointer.pointee.awaiter = current.value
        inner.pointer.pointee.chainDepth = depth
        point(frame, at: leaf)
        if leaf.pointer.pointee.handled.isBound { state.pointee.handled = leaf.pointer.pointee.handled }
    }

    /// Moves the frame record from the current member of the chain to a further one.
    private func switchTo(
        _ inner: Generator, from frame: UnsafeMutablePointer<Frame>, sent: Value
    ) throws(Raise) -> Delegation {
        let current = Generator(frame.pointee.generator)
        if inner.pointer.pointee.awaiter.isBound { forgetLeaf(above: inner) }
        let leaf = innermost(inner)
        if leaf.state == .running || inner.pointer.pointee.leaf == .true {
            throw raise(
                .valueError, inner.flavor == .coroutine ? "coroutine already executing" : "generator already executing")
        }
        let depth = current.pointer.pointee.chainDepth + 1
        if state.pointee.frame + depth >= state.pointee.recursionFrame { throw recursionError() }
        let wasCreated = leaf.state == .created
        hand(frame, from: current, to: inner, at: leaf, depth: depth)
        return try deliver(leaf, sent, wasCreated: wasCreated)
    }

    /// `await agen.asend(x)` and `async for`: the async generator becomes a member of the chain.
    private func delegateToAsyncGenerator(
        _ frame: UnsafeMutablePointer<Frame>, _ awaitable: Record
    ) throws(Raise) -> Delegation {
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let isSend = awaitable.value.cell.type == type(.asyncGeneratorAsend)
        if !isSend, generator.state == .finished, awaitable[AsyncAwaitable.phase].smallInt == 0 {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            return .value(.none)
        }
        let sent = try beginAsyncOperation(awaitable)
        if isSend {
            do throws(Raise) {
                return try switchTo(generator, from: frame, sent: sent)
            } catch {
                if state.pointee.frame == frame, frame.pointee.generator != generator.value {
                    generator.pointer.pointee.asyncRunning = false
                }
                throw error
            }
        }
        // athrow and aclose: enter, then raise there.
        if generator.state == .created {
            finish(generator)
            if generator.pointer.pointee.asyncOperation == .close { return .value(.none) }
            throw raise(sent)
        }
        let current = Generator(frame.pointee.generator)
        let leaf = innermost(generator)
        hand(frame, from: current, to: generator, at: leaf, depth: current.pointer.pointee.chainDepth + 1)
        throw raise(sent)
    }

    /// `async for` over an async generator: as if it awaited `__anext__()`, which nobody else gets to see.
    private func delegateToNext(
        _ frame: UnsafeMutablePointer<Frame>, _ generator: Generator
    ) throws(Raise) -> Delegation {
        if generator.state == .finished { throw raise(.stopAsyncIteration) }
        generator.pointer.pointee.asyncRunning = true
        generator.pointer.pointee.asyncOperation = .send
        do throws(Raise) {
            return try switchTo(generator, from: frame, sent: .none)
        } catch {
            if state.pointee.frame == frame, frame.pointee.generator != generator.value {
                generator.pointer.pointee.asyncRunning = false
            }
            throw error
        }
    }

    /// `async for` over an async generator that stands at a `yield`, as it does for every item but the first: goes on
    /// there at once. Instead of this instruction and the `await` that follows it; false when there is more to it.
    func switchToNext(_ frame: UnsafeMutablePointer<Frame>, _ iterator: Value) -> Bool {
        guard isGenerator(iterator) else { return false }
        let generator = Generator(iterator)
        let layout = generator.pointer
        guard layout.pointee.flavor == .asyncGenerator, standsAtYield(generator), layout.pointee.hooksCalled,
            !layout.pointee.asyncRunning, Instruction(bits: frame.pointee.pc[0]).op == .await
        else { return false }
        let current = Generator(frame.pointee.generator)
        let depth = current.pointer.pointee.chainDepth + 1
        guard state.pointee.frame + depth < state.pointee.recursionFrame else { return false }
        frame.pointee.pc += 1
        layout.pointee.asyncRunning = true
        layout.pointee.asyncOperation = .send
        hand(frame, from: current, to: generator, at: generator, depth: depth)
        frame.pointee.registers[Instruction(bits: frame.pointee.pc[-1]).a] = .none
        return true
    }

    private func checkAwaitable(_ inner: Generator, _ n: Int) throws(Raise) {
        switch inner.flavor {
        case .coroutine:
            if inner.state == .finished { throw raise(.runtimeError, "cannot reuse already awaited coroutine") }
            if inner.state != .created {
                throw raise(.runtimeError, "coroutine is being awaited already")
            }
        case .generator:
            let flags = CodeFlags(rawValue: inner.pointer.pointee.code.pointee.flags)
            if !flags.contains(.iterableCoroutine) { throw notAwaitable(inner.value, n) }
        case .asyncGenerator: throw notAwaitable(inner.value, n)
        }
    }

    /// What an awaitable is awaited by.
    func awaitableIterator(_ awaitable: Value) throws(Raise) -> Value {
        guard awaitable.isKind(.generator) else { return try awaitIterator(awaitable, 0) }
        try checkAwaitable(Generator(awaitable), 0)
        return awaitable
    }

    /// The iterator that `__await__` gives. In `async for`, whatever goes wrong is a TypeError.
    private func awaitIterator(_ awaitable: Value, _ n: Int) throws(Raise) -> Value {
        guard n == 3, lookupSpecial(awaitable, .__await__).isBound else {
            return try plainAwaitIterator(awaitable, n)
        }
        do throws(Raise) {
            return try plainAwaitIterator(awaitable, n)
        } catch {
            let cause = takePending()
            let error = notAwaitable(awaitable, n)
            Exception(state.pointee.pending).pointer.pointee.cause = cause
            Exception(state.pointee.pending).pointer.pointee.context = cause
            Exception(state.pointee.pending).pointer.pointee.suppressContext = true
            throw error
        }
    }

    private func plainAwaitIterator(_ awaitable: Value, _ n: Int) throws(Raise) -> Value {
        let method = lookupSpecial(awaitable, .__await__)
        guard method.isBound else { throw notAwaitable(awaitable, n) }
        let iterator = try callSpecial(awaitable, .__await__)
        if isGenerator(iterator), Generator(iterator).flavor == .coroutine {
            throw raise(.typeError, "__await__() returned a coroutine")
        }
        if !isGenerator(iterator), !iterator.isKind(.future), !isIterator(iterator) {
            throw raise(.typeError, "__await__() returned non-iterator of type '\(typeName(iterator))'")
        }
        return iterator
    }

    private func notAwaitable(_ value: Value, _ n: Int) -> Raise {
        let type = typeName(value)
        switch n {
        case 1:
            return raise(
                .typeError,
                "'async with' received an object from __aenter__ that does not implement __await__: \(type)")
        case 2:
            return raise(
                .typeError,
                "'async with' received an object from __aexit__ that does not implement __await__: \(type)")
        case 3:
            return raise(.typeError, "'async for' received an invalid object from __anext__: \(type)")
        default: return raise(.typeError, "object \(type) can't be used in 'await' expression")
        }
    }

    /// The iterator for `yield from`; coroutines are refused in plain generators.
    func yieldFromIterator(_ frame: UnsafeMutablePointer<Frame>, _ value: Value) throws(Raise) -> Value {
        if isGenerator(value) {
            let flags = CodeFlags(rawValue: frame.pointee.code.pointee.flags)
            if Generator(value).flavor == .coroutine,
                flags.isDisjoint(with: [.coroutine, .iterableCoroutine])
            {
                throw raise(.typeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
            }
            if Generator(value).flavor != .asyncGenerator { return value }
        }
        if value.isKind(.future), Future(value).pointer.pointee.phase != .none {
            // The coroutine of `asyncio.sleep`.
            let flags = CodeFlags(rawValue: frame.pointee.code.pointee.flags)
            if flags.isDisjoint(with: [.coroutine, .iterableCoroutine]) {
                throw raise(.typeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
            }
            return value
        }
        return try iterator(of: value)
    }

    // MARK: Async iteration

    func asyncIterator(of value: Value) throws(Raise) -> Value {
        if isGenerator(value), Generator(value).flavor == .asyncGenerator { return value }
        guard lookupSpecial(value, .__aiter__).isBound else {
            throw raise(
                .typeError, "'async for' requires an object with __aiter__ method, got \(typeName(value))")
        }
        let iterator = try callSpecial(value, .__aiter__)
        guard lookupSpecial(iterator, .__anext__).isBound else {
            throw raise(
                .typeError,
                "'async for' received an object from __aiter__ that does not implement __anext__: \(typeName(iterator))"
            )
        }
        return iterator
    }

    /// What `async for` awaits for the next item. An async generator stands for itself there.
    func asyncNext(_ iterator: Value) throws(Raise) -> Value {
        if isGenerator(iterator), Generator(iterator).flavor == .asyncGenerator {
            let layout = Generator(iterator).pointer
            if layout.pointee.hooksCalled, !layout.pointee.asyncRunning { return iterator }
            return try makeAsyncSend(iterator, .none)
        }
        guard lookupSpecial(iterator, .__anext__).isBound else {
            throw raise(
                .typeError, "'async for' requires an iterator with __anext__ method, got \(typeName(iterator))")
        }
        let next = try callSpecial(iterator, .__anext__)
        if isGenerator(next), Generator(next).flavor == .asyncGenerator { throw notAwaitable(next, 3) }
        return next
    }
}
