/// Fields of the awaitables that `asend`, `athrow`, `aclose` and `__anext__` give.
enum AsyncAwaitable {
    static let generator = 0
    /// What to send, or the exception to raise.
    static let payload = 1
    /// int: 0 not begun, 1 under way, 2 over.
    static let phase = 2
    /// int: raw value of `AsyncOperation`.
    static let operation = 3
    static let fieldCount = 4
}

/// Async generators (PEP 525).
extension Machine {
    func installAsyncGenerators() {
        define(
            .asyncGenerator,
            methods: [
                Native("__aiter__", .none, style: .slot, AsyncGeneratorMethods.aiter),
                Native("__anext__", .none, style: .slot, AsyncGeneratorMethods.anext),
                Native("asend", .one, AsyncGeneratorMethods.asend),
                Native("athrow", .positional(1, 3), AsyncGeneratorMethods.athrow),
                Native("aclose", .none, AsyncGeneratorMethods.aclose),
                Native("__repr__", .none, style: .slot, GeneratorMethods.repr),
            ], properties: GeneratorMethods.properties(prefix: .asyncGenerator))
        for type in [BuiltinType.asyncGeneratorAsend, .asyncGeneratorAthrow] {
            define(
                type,
                methods: [
                    Native("__await__", .none, style: .slot, AsyncGeneratorMethods.awaitSelf),
                    Native("send", .one, AsyncGeneratorMethods.send),
                    Native("throw", .positional(1, 3), AsyncGeneratorMethods.throw),
                    Native("close", .none, AsyncGeneratorMethods.close),
                    Native("__iter__", .none, style: .slot, AsyncGeneratorMethods.awaitSelf),
                    Native("__next__", .none, style: .slot, AsyncGeneratorMethods.next),
                ])
        }
    }

    /// The awaitable of `agen.asend(value)`; `__anext__` sends None.
    func makeAsyncSend(_ generator: Value, _ value: Value) throws(Raise) -> Value {
        try callAsyncGeneratorHooks(Generator(generator))
        let awaitable = record(.asyncGeneratorAsend, count: AsyncAwaitable.fieldCount)
        awaitable[AsyncAwaitable.generator] = generator
        awaitable[AsyncAwaitable.payload] = value
        awaitable[AsyncAwaitable.phase] = Value(small: 0)
        awaitable[AsyncAwaitable.operation] = Value(small: Int(AsyncOperation.send.rawValue))
        return awaitable.value
    }

    func makeAsyncThrow(_ generator: Value, _ exception: Value, _ operation: AsyncOperation) throws(Raise) -> Value {
        try callAsyncGeneratorHooks(Generator(generator))
        let awaitable = record(.asyncGeneratorAthrow, count: AsyncAwaitable.fieldCount)
        awaitable[AsyncAwaitable.generator] = generator
        awaitable[AsyncAwaitable.payload] = exception
        awaitable[AsyncAwaitable.phase] = Value(small: 0)
        awaitable[AsyncAwaitable.operation] = Value(small: Int(operation.rawValue))
        return awaitable.value
    }

    /// Tells the event loop of a generator that is iterated for the first time (`sys.set_asyncgen_hooks`).
    private func callAsyncGeneratorHooks(_ generator: Generator) throws(Raise) {
        guard !generator.pointer.pointee.hooksCalled else { return }
        generator.pointer.pointee.hooksCalled = true
        let finalizer = state.pointee.asyncGeneratorFinalizer
        if finalizer.isBound, !finalizer.isNone {
            generator.setExtra(self, .hook, finalizer)
            generator.value.cell.requestFinalizer()
            // One that is dropped between its `try` and `finally` is closed by the loop, which programs notice.
            if generator.pointer.pointee.code.pointee.handlerCount > 0 { watchUnfinished() }
        }
        let first = state.pointee.asyncGeneratorFirstIter
        if first.isBound, !first.isNone { _ = try call(first, generator.value) }
    }

    /// Checks that the operation of an awaitable may begin, marks it begun, and gives what is to be sent or raised. What
    /// the driver sends first takes the place of what `asend` was given.
    func beginAsyncOperation(_ awaitable: Record, sent: Value = .none) throws(Raise) -> Value {
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let operation = AsyncOperation(rawValue: UInt8(awaitable[AsyncAwaitable.operation].smallInt)) ?? .send
        try checkNotRunning(awaitable, generator, operation)
        if operation == .send {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            let payload = sent.isNone ? awaitable[AsyncAwaitable.payload] : sent
            if generator.state == .finished { throw raise(.stopAsyncIteration) }
            if generator.state == .created, !payload.isNone {
                throw raise(.typeError, "can't send non-None value to a just-started async generator")
            }
            generator.pointer.pointee.asyncRunning = true
            generator.pointer.pointee.asyncOperation = operation
            return payload
        }
        if !sent.isNone { throw raise(.runtimeError, "can't send non-None value to a just-started coroutine") }
        awaitable[AsyncAwaitable.phase] = Value(small: 2)
        let payload = try exceptionOfAwaitable(awaitable)
        generator.pointer.pointee.asyncRunning = true
        generator.pointer.pointee.asyncOperation = operation
        return payload
    }

    /// What `athrow` or `aclose` raises; its arguments are looked at now.
    private func exceptionOfAwaitable(_ awaitable: Record) throws(Raise) -> Value {
        let payload = awaitable[AsyncAwaitable.payload]
        guard payload.isKind(.tuple) else { return payload }
        let arguments = Tuple(payload)
        return try GeneratorMethods.exception(self, Arguments(base: arguments.items, count: arguments.count))
    }

    /// An awaitable can be used once, and only while no other one of the same generator is under way.
    func checkNotRunning(
        _ awaitable: Record, _ generator: Generator, _ operation: AsyncOperation
    ) throws(Raise) {
        if awaitable[AsyncAwaitable.phase].smallInt != 0 { throw reusedAwaitable(awaitable) }
        guard generator.pointer.pointee.asyncRunning else { return }
        awaitable[AsyncAwaitable.phase] = Value(small: 2)
        let name = operation == .send ? "anext" : operation == .throw ? "athrow" : "aclose"
        throw raise(.runtimeError, "\(name)(): asynchronous generator is already running")
    }

    func reusedAwaitable(_ awaitable: Record) -> Raise {
        raise(
            .runtimeError,
            awaitable.value.cell.type == type(.asyncGeneratorAsend)
                ? "cannot reuse already awaited __anext__()/asend()"
                : "cannot reuse already awaited aclose()/athrow()")
    }

    /// `RuntimeWarning: coroutine method 'asend' of 'f' was never awaited`.
    func warnOfUnawaited(_ awaitable: Record) {
        awaitable[AsyncAwaitable.phase] = Value(small: 2)
        do throws(Raise) {
            let message = string(unawaitedText(awaitable))
            _ = try call(
                try getAttribute(try importModule("warnings"), intern("warn")), message, type(.runtimeWarning).value)
        } catch {
            writeUnraisable(takePending(), object: awaitable.value)
        }
    }

    func unawaitedText(_ awaitable: Record) -> String {
        let method: String
        switch AsyncOperation(rawValue: UInt8(awaitable[AsyncAwaitable.operation].smallInt)) ?? .send {
        case .send: method = "asend"
        case .throw: method = "athrow"
        case .close: method = "aclose"
        }
        let name = swiftString(Generator(awaitable[AsyncAwaitable.generator]).qualifiedName)
        return "coroutine method '\(method)' of '\(name)' was never awaited"
    }

    /// Whether a cell is such an awaitable that was never begun.
    func isUnawaitedAsyncOperation(_ cell: Cell) -> Bool {
        guard cell.kind == .record,
            cell.type == type(.asyncGeneratorAsend) || cell.type == type(.asyncGeneratorAthrow)
        else { return false }
        return Record(Value(cell))[AsyncAwaitable.phase] == Value(small: 0)
    }
}

/// The methods of async generators.
enum AsyncGeneratorMethods {
    static func aiter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }
    static func anext(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.makeAsyncSend(a[0], .none) }
    static func asend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.makeAsyncSend(a[0], a[1]) }
    static func athrow(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try GeneratorMethods.warnOfManyArguments(m, a, "athrow")
        return try m.makeAsyncThrow(a[0], m.tuple(from: a.base, count: a.count), .throw)
    }
    static func aclose(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.makeAsyncThrow(a[0], m.makeException(.generatorExit), .close)
    }

    // MARK: The awaitables, driven by hand

    static func awaitSelf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try drive(m, Record(a[0]), .none) }
    static func send(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try drive(m, Record(a[0]), a[1]) }

    private static func isClose(_ awaitable: Record) -> Bool {
        awaitable[AsyncAwaitable.operation].smallInt == Int(AsyncOperation.close.rawValue)
    }
    private static func isSend(_ awaitable: Record) -> Bool {
        awaitable[AsyncAwaitable.operation].smallInt == Int(AsyncOperation.send.rawValue)
    }

    private static func drive(_ m: Machine, _ awaitable: Record, _ sent: Value) throws(Raise) -> Value {
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let isClose = isClose(awaitable)
        if awaitable[AsyncAwaitable.phase].smallInt == 0, !isSend(awaitable) {
            if generator.state == .finished {
                awaitable[AsyncAwaitable.phase] = Value(small: 2)
                throw m.raiseStopIteration(.none)
            }
            if isClose, generator.state == .created, sent.isNone, !generator.pointer.pointee.asyncRunning {
                awaitable[AsyncAwaitable.phase] = Value(small: 2)
                m.finish(generator)
                throw m.raiseStopIteration(.none)
            }
        }
        if awaitable[AsyncAwaitable.phase].smallInt == 0, !isSend(awaitable), !sent.isNone {
            // A refusal that does not use it up.
            try m.checkNotRunning(awaitable, generator, isClose ? .close : .throw)
            throw m.raise(.runtimeError, "can't send non-None value to a just-started coroutine")
        }
        var begun = awaitable[AsyncAwaitable.phase].smallInt == 1
        do throws(Raise) {
            let result: ResumeResult
            if begun {
                result = try m.resume(generator: generator.value, send: sent)
            } else {
                let payload = try m.beginAsyncOperation(awaitable, sent: sent)
                begun = true
                awaitable[AsyncAwaitable.phase] = Value(small: 1)
                result =
                    isSend(awaitable)
                    ? try m.resume(generator: generator.value, send: payload)
                    : try m.resume(generator: generator.value, throwing: payload)
            }
            return try give(m, awaitable, generator, result, isClose: isClose)
        } catch {
            if begun { end(awaitable, generator) }
            throw begun ? quiet(m, isClose, error) : error
        }
    }

    /// The operation of an awaitable is over.
    private static func end(_ awaitable: Record, _ generator: Generator) {
        awaitable[AsyncAwaitable.phase] = Value(small: 2)
        generator.pointer.pointee.asyncRunning = false
    }

    /// `aclose` is content with a generator that ends.
    private static func quiet(_ m: Machine, _ isClose: Bool, _ error: Raise) -> Raise {
        guard isClose, m.pendingMatches(.generatorExit) || m.pendingMatches(.stopAsyncIteration) else { return error }
        m.clearPending()
        return m.raiseStopIteration(.none)
    }

    /// Turns how the generator gave control back into what the driver of the awaitable sees.
    private static func give(
        _ m: Machine, _ awaitable: Record, _ generator: Generator, _ result: ResumeResult, isClose: Bool
    ) throws(Raise) -> Value {
        switch result {
        case .returned:
            end(awaitable, generator)
            throw isClose ? m.raiseStopIteration(.none) : m.raise(.stopAsyncIteration)
        case .yielded(let value):
            guard m.state.pointee.outcome == .asyncYielded else { return value }
            end(awaitable, generator)
            if isClose { throw m.raise(.runtimeError, "async generator ignored GeneratorExit") }
            throw m.raiseStopIteration(value)
        }
    }

    static func `throw`(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try GeneratorMethods.warnOfManyArguments(m, a)
        return try raise(m, Record(a[0]), try GeneratorMethods.exception(m, a))
    }

    private static func raise(_ m: Machine, _ awaitable: Record, _ exception: Value) throws(Raise) -> Value {
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let isClose = isClose(awaitable)
        switch awaitable[AsyncAwaitable.phase].smallInt {
        case 0: try m.checkNotRunning(awaitable, generator, isSend(awaitable) ? .send : isClose ? .close : .throw)
        case 1: break
        default: throw m.reusedAwaitable(awaitable)
        }
        awaitable[AsyncAwaitable.phase] = Value(small: 1)
        generator.pointer.pointee.asyncRunning = true
        do throws(Raise) {
            if generator.state == .finished { throw m.raise(exception) }
            let result = try m.throwInto(generator.value, exception)
            return try give(m, awaitable, generator, result, isClose: isClose)
        } catch {
            end(awaitable, generator)
            throw quiet(m, isClose, error)
        }
    }

    /// An awaitable that has not begun begins with an exception.
    private static func beginThrow(_ m: Machine, _ awaitable: Record) throws(Raise) {
        guard awaitable[AsyncAwaitable.phase].smallInt == 0 else { return }
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        if generator.pointer.pointee.asyncRunning {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            let operation = AsyncOperation(rawValue: UInt8(awaitable[AsyncAwaitable.operation].smallInt)) ?? .send
            let name = operation == .send ? "anext" : operation == .throw ? "athrow" : "aclose"
            throw m.raise(.runtimeError, "\(name)(): asynchronous generator is already running")
        }
        awaitable[AsyncAwaitable.phase] = Value(small: 1)
        generator.pointer.pointee.asyncRunning = true
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let awaitable = Record(a[0])
        if awaitable[AsyncAwaitable.phase].smallInt == 2 { return .none }
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        try beginThrow(m, awaitable)
        defer {
            if !generator.pointer.pointee.asyncRunning { awaitable[AsyncAwaitable.phase] = Value(small: 2) }
        }
        let isClose = awaitable[AsyncAwaitable.operation].smallInt == Int(AsyncOperation.close.rawValue)
        try m.closeAsyncStep(of: generator, refusesItems: isClose)
        return .none
    }
}
