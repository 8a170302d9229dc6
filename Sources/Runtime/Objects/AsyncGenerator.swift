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
        }
        let first = state.pointee.asyncGeneratorFirstIter
        if first.isBound, !first.isNone { _ = try call(first, generator.value) }
    }

    /// Checks that the operation of an awaitable may begin, marks it begun, and gives what is to be sent or raised.
    func beginAsyncOperation(_ awaitable: Record) throws(Raise) -> Value {
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let operation = AsyncOperation(rawValue: UInt8(awaitable[AsyncAwaitable.operation].smallInt)) ?? .send
        if awaitable[AsyncAwaitable.phase].smallInt != 0 {
            throw raise(
                .runtimeError,
                operation == .send
                    ? "cannot reuse already awaited __anext__()/asend()"
                    : "cannot reuse already awaited aclose()/athrow()")
        }
        if generator.pointer.pointee.asyncRunning {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            let name = operation == .send ? "anext" : operation == .throw ? "athrow" : "aclose"
            throw raise(.runtimeError, "\(name)(): asynchronous generator is already running")
        }
        awaitable[AsyncAwaitable.phase] = Value(small: 2)
        if generator.state == .finished {
            switch operation {
            case .send: throw raise(.stopAsyncIteration)
            case .throw: throw raise(awaitable[AsyncAwaitable.payload])
            case .close:
                // Nothing to close: the await gives None at once.
                throw raise(.stopAsyncIteration)
            }
        }
        let payload = awaitable[AsyncAwaitable.payload]
        if operation == .send, generator.state == .created, !payload.isNone {
            throw raise(.typeError, "can't send non-None value to a just-started async generator")
        }
        generator.pointer.pointee.asyncRunning = true
        generator.pointer.pointee.asyncOperation = operation
        return payload
    }
}

enum AsyncGeneratorMethods {
    static func aiter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }
    static func anext(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.makeAsyncSend(a[0], .none) }
    static func asend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.makeAsyncSend(a[0], a[1]) }
    static func athrow(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.makeAsyncThrow(a[0], try GeneratorMethods.exception(m, a), .throw)
    }
    static func aclose(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.makeAsyncThrow(a[0], m.makeException(.generatorExit), .close)
    }

    // MARK: The awaitables, driven by hand

    static func awaitSelf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try drive(m, Record(a[0]), .none) }
    static func send(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try drive(m, Record(a[0]), a[1]) }

    private static func drive(_ m: Machine, _ awaitable: Record, _ sent: Value) throws(Raise) -> Value {
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let isClose = awaitable[AsyncAwaitable.operation].smallInt == Int(AsyncOperation.close.rawValue)
        if isClose, generator.state == .finished || generator.state == .created,
            awaitable[AsyncAwaitable.phase].smallInt == 0
        {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            m.finish(generator)
            throw m.raiseStopIteration(.none)
        }
        do throws(Raise) {
            let result: ResumeResult
            if awaitable[AsyncAwaitable.phase].smallInt == 1 {
                result = try m.resume(generator: generator.value, send: sent)
            } else {
                let payload = try m.beginAsyncOperation(awaitable)
                awaitable[AsyncAwaitable.phase] = Value(small: 1)
                let isSend = awaitable[AsyncAwaitable.operation].smallInt == Int(AsyncOperation.send.rawValue)
                result =
                    isSend
                    ? try m.resume(generator: generator.value, send: payload)
                    : try m.resume(generator: generator.value, throwing: payload)
            }
            return try give(m, awaitable, generator, result, isClose: isClose)
        } catch {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            generator.pointer.pointee.asyncRunning = false
            if isClose, m.pendingMatches(.generatorExit) || m.pendingMatches(.stopAsyncIteration) {
                m.clearPending()
                throw m.raiseStopIteration(.none)
            }
            throw error
        }
    }

    /// Turns how the generator gave control back into what the driver of the awaitable sees.
    private static func give(
        _ m: Machine, _ awaitable: Record, _ generator: Generator, _ result: ResumeResult, isClose: Bool
    ) throws(Raise) -> Value {
        switch result {
        case .returned:
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            generator.pointer.pointee.asyncRunning = false
            throw isClose ? m.raiseStopIteration(.none) : m.raise(.stopAsyncIteration)
        case .yielded(let value):
            guard m.state.pointee.outcome == .asyncYielded else { return value }
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            generator.pointer.pointee.asyncRunning = false
            if isClose { throw m.raise(.runtimeError, "async generator ignored GeneratorExit") }
            throw m.raiseStopIteration(value)
        }
    }

    static func `throw`(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let awaitable = Record(a[0])
        let generator = Generator(awaitable[AsyncAwaitable.generator])
        let exception = try GeneratorMethods.exception(m, a)
        let isClose = awaitable[AsyncAwaitable.operation].smallInt == Int(AsyncOperation.close.rawValue)
        if awaitable[AsyncAwaitable.phase].smallInt == 2 {
            throw m.raise(
                .runtimeError,
                awaitable.value.cell.type == m.type(.asyncGeneratorAsend)
                    ? "cannot reuse already awaited __anext__()/asend()"
                    : "cannot reuse already awaited aclose()/athrow()")
        }
        try beginThrow(m, awaitable)
        do throws(Raise) {
            if generator.state == .finished { throw m.raise(exception) }
            let result = try m.throwInto(generator.value, exception)
            return try give(m, awaitable, generator, result, isClose: isClose)
        } catch {
            awaitable[AsyncAwaitable.phase] = Value(small: 2)
            generator.pointer.pointee.asyncRunning = false
            if isClose, m.pendingMatches(.generatorExit) || m.pendingMatches(.stopAsyncIteration) {
                m.clearPending()
                throw m.raiseStopIteration(.none)
            }
            throw error
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
