/// `generator` and `coroutine` objects (Data model, 3.3.1 and 8.2; PEP 342, 492).
extension Machine {
    func installGenerators() {
        define(
            .generator,
            methods: [
                Native("send", .one, GeneratorMethods.send),
                Native("throw", .positional(1, 3), GeneratorMethods.throw),
                Native("close", .none, GeneratorMethods.close),
                Native("__repr__", .none, style: .slot, GeneratorMethods.repr),
            ], properties: GeneratorMethods.properties(prefix: .generator))
        defineIterator(.generator, next: GeneratorMethods.next)
        define(
            .coroutine,
            methods: [
                Native("send", .one, GeneratorMethods.send),
                Native("throw", .positional(1, 3), GeneratorMethods.throw),
                Native("close", .none, GeneratorMethods.close),
                Native("__await__", .none, style: .slot, GeneratorMethods.await),
                Native("__repr__", .none, style: .slot, GeneratorMethods.repr),
            ], properties: GeneratorMethods.properties(prefix: .coroutine))
        define(
            .coroutineWrapper,
            methods: [
                Native("send", .one, GeneratorMethods.wrapperSend),
                Native("throw", .positional(1, 3), GeneratorMethods.wrapperThrow),
                Native("close", .none, GeneratorMethods.wrapperClose),
            ])
        defineIterator(.coroutineWrapper, next: GeneratorMethods.wrapperNext)
        installAsyncGenerators()
    }

    /// What `send` of a generator object gives: the item, or StopIteration with the return value.
    func item(of result: ResumeResult) throws(Raise) -> Value {
        switch result {
        case .yielded(let value): return value
        case .returned(let value): throw raiseStopIteration(value)
        }
    }

    /// Closes a generator or coroutine: raises GeneratorExit where it stands (PEP 342). Gives what it returns then.
    @discardableResult
    func closeGenerator(_ value: Value) throws(Raise) -> Value {
        let generator = Generator(value)
        switch generator.state {
        case .finished: return .none
        case .created:
            finish(generator)
            return .none
        case .running, .suspended: break
        }
        let raised = closeDelegate(of: generator)
        return try endClose(generator, with: raised.isBound ? raised : makeException(.generatorExit))
    }

    /// Closes the native generator that one delegates to, if any, as `yield from` promises (PEP 380). Gives what that
    /// raised.
    func closeDelegate(of generator: Generator) -> Value {
        let delegate = generator.pointer.pointee.delegate
        guard delegate.isKind(.generator) else { return .unbound }
        Generator(delegate).pointer.pointee.awaiter = .unbound
        generator.pointer.pointee.delegate = .unbound
        generator.pointer.pointee.leaf = .unbound
        do throws(Raise) {
            if Generator(delegate).flavor == .asyncGenerator {
                let isClose = Generator(delegate).pointer.pointee.asyncOperation == .close
                try closeAsyncStep(of: Generator(delegate), refusesItems: isClose)
            } else {
                try closeGenerator(delegate)
            }
        } catch {
            return takePending()
        }
        return .unbound
    }

    /// Ends a step of an async generator that somebody awaits no longer (`close()` of what `asend` gives).
    func closeAsyncStep(of generator: Generator, refusesItems: Bool = false) throws(Raise) {
        if generator.state == .finished {
            generator.pointer.pointee.asyncRunning = false
            return
        }
        do throws(Raise) {
            let result = try throwInto(generator.value, makeException(.generatorExit))
            if case .yielded = result, state.pointee.outcome != .asyncYielded {
                throw raise(.runtimeError, "coroutine ignored GeneratorExit")
            }
            generator.pointer.pointee.asyncRunning = false
            if case .yielded = result, refusesItems {
                throw raise(.runtimeError, "async generator ignored GeneratorExit")
            }
        } catch {
            if generator.state == .finished { generator.pointer.pointee.asyncRunning = false }
            guard
                pendingMatches(.generatorExit) || pendingMatches(.stopAsyncIteration) || pendingMatches(.stopIteration)
            else { throw error }
            clearPending()
        }
    }

    /// `throw()`: a GeneratorExit closes what the generator delegates to before it is raised there.
    func throwInto(_ value: Value, _ exception: Value) throws(Raise) -> ResumeResult {
        if isInstance(exception, .generatorExit), Generator(value).state == .suspended {
            let raised = closeDelegate(of: Generator(value))
            if raised.isBound { return try resume(generator: value, throwing: raised) }
        }
        return try resume(generator: value, throwing: exception)
    }

    private func endClose(_ generator: Generator, with exception: Value) throws(Raise) -> Value {
        do throws(Raise) {
            switch try resume(generator: generator.value, throwing: exception) {
            case .returned(let value): return value
            case .yielded:
                let noun = generator.flavor == .coroutine ? "coroutine" : "generator"
                throw raise(.runtimeError, "\(noun) ignored GeneratorExit")
            }
        } catch {
            if pendingMatches(.generatorExit) || pendingMatches(.stopIteration) {
                clearPending()
                return .none
            }
            throw error
        }
    }
}

/// The methods of generators and coroutines.
enum GeneratorMethods {
    static func next(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        if Generator(self).state == .finished {
            m.state.pointee.stopValue = .none
            return .unbound
        }
        switch try m.resume(generator: self, send: .none) {
        case .yielded(let value): return value
        case .returned(let value):
            m.state.pointee.stopValue = value
            return .unbound
        }
    }

    static func send(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let generator = Generator(a[0])
        if generator.state == .finished { throw finished(m, generator) }
        // Driven by the script itself, not by a loop: when it is dropped, a suspended `try` is to end soon.
        if generator.isNewCoroutine, a[0].cell.header.pointee.flags.contains(.needsFinalizer) { m.watchUnfinished() }
        return try m.item(of: try m.resume(generator: a[0], send: a[1]))
    }

    private static func finished(_ m: Machine, _ generator: Generator) -> Raise {
        generator.flavor == .coroutine
            ? m.raise(.runtimeError, "cannot reuse already awaited coroutine") : m.raise(.stopIteration)
    }

    /// The exception of `throw(value)` or the old form `throw(type, value, traceback)`.
    static func exception(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let traceback = a.optional(3)
        if traceback.isBound, !traceback.isNone, m.typeOf(traceback) != m.type(.traceback) {
            throw m.raise(.typeError, "throw() third argument must be a traceback object")
        }
        if a[1].isKind(.exception), a.count > 2, !a[2].isNone {
            throw m.raise(.typeError, "instance exception may not have a separate value")
        }
        let value: Value
        do throws(Raise) {
            value = try m.exceptionToThrow(a.dropFirst)
        } catch {
            // What goes wrong while the exception is made is thrown instead.
            guard a[1].isKind(.type), TypeRef(a[1]).isException else { throw error }
            value = m.takePending()
        }
        if traceback.isBound, !traceback.isNone { Exception(value).pointer.pointee.traceback = traceback }
        return value
    }

    /// Warns of the form with several arguments.
    static func warnOfManyArguments(_ m: Machine, _ a: Arguments, _ method: String = "throw") throws(Raise) {
        guard a.count > 2 else { return }
        try m.warn(
            .deprecationWarning,
            "the (type, exc, tb) signature of \(method)() is deprecated, use the single-arg signature instead.")
    }

    static func `throw`(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try warnOfManyArguments(m, a)
        let exception = try exception(m, a)
        let generator = Generator(a[0])
        if generator.state == .finished {
            if generator.flavor == .coroutine { throw finished(m, generator) }
            throw m.raise(exception)
        }
        return try m.item(of: try m.throwInto(a[0], exception))
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if Generator(a[0]).state == .running {
            throw m.raise(
                .valueError,
                Generator(a[0]).flavor == .coroutine ? "coroutine already executing" : "generator already executing")
        }
        return try m.closeGenerator(a[0])
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let generator = Generator(a[0])
        let noun: String
        switch generator.flavor {
        case .generator: noun = "generator object"
        case .coroutine: noun = "coroutine object"
        case .asyncGenerator: noun = "async_generator object"
        }
        let name = m.swiftString(generator.qualifiedName)
        return m.string("<\(noun) \(name) at \(m.addressText(a[0]))>")
    }

    /// The attributes with their prefix: `gi_`, `cr_` or `ag_`.
    static func properties(prefix flavor: GeneratorFlavor) -> [NativeProperty] {
        let names: (StaticString, StaticString, StaticString, StaticString, StaticString)
        switch flavor {
        case .generator: names = ("gi_running", "gi_suspended", "gi_code", "gi_yieldfrom", "gi_frame")
        case .coroutine: names = ("cr_running", "cr_suspended", "cr_code", "cr_await", "cr_frame")
        case .asyncGenerator: names = ("ag_running", "ag_suspended", "ag_code", "ag_await", "ag_frame")
        }
        let origin: [NativeProperty] =
            flavor == .coroutine
            ? [NativeProperty("cr_origin", get: origin)] : []
        return origin + [
            NativeProperty(names.0, get: running),
            NativeProperty(names.1, get: suspended),
            NativeProperty(names.2, get: code),
            NativeProperty(names.3, get: delegate),
            NativeProperty(names.4, get: frame),
            NativeProperty("__name__", get: name, set: setName),
            NativeProperty("__qualname__", get: qualifiedName, set: setQualifiedName),
        ]
    }

    private static func origin(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        let origin = Generator(self).extra(.origin)
        return origin.isBound ? origin : .none
    }
    private static func running(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        let generator = Generator(self)
        if generator.flavor == .asyncGenerator { return Value(generator.pointer.pointee.asyncRunning) }
        return Value(generator.state == .running || generator.pointer.pointee.leaf == .true)
    }
    private static func suspended(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        Value(Generator(self).state == .suspended && Generator(self).pointer.pointee.leaf != .true)
    }
    private static func code(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        Value(Generator(self).pointer.pointee.code)
    }
    private static func delegate(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        if isExecuting(Generator(self)) { return .none }
        let awaited = m.awaited(by: Generator(self))
        return awaited.isBound ? awaited : .none
    }
    /// Whether a generator, or one that waits for it, runs at this moment.
    private static func isExecuting(_ generator: Generator) -> Bool {
        var root = generator
        while root.pointer.pointee.awaiter.isBound { root = Generator(root.pointer.pointee.awaiter) }
        return root.state == .running || root.pointer.pointee.leaf == .true
    }
    private static func frame(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        Generator(self).state == .finished ? .none : m.frameObject(of: Generator(self))
    }
    private static func name(_ m: Machine, _ self: Value) throws(Raise) -> Value { Generator(self).name }
    private static func setName(_ m: Machine, _ self: Value, _ value: Value) throws(Raise) {
        guard value.isKind(.string) else { throw m.raise(.typeError, "__name__ must be set to a string object") }
        Generator(self).setExtra(m, .name, value)
    }
    private static func qualifiedName(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        Generator(self).qualifiedName
    }
    private static func setQualifiedName(_ m: Machine, _ self: Value, _ value: Value) throws(Raise) {
        guard value.isKind(.string) else { throw m.raise(.typeError, "__qualname__ must be set to a string object") }
        Generator(self).setExtra(m, .qualifiedName, value)
    }

    // MARK: coroutine_wrapper: what `coroutine.__await__()` gives

    static func await(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let wrapper = m.record(.coroutineWrapper, count: 1)
        wrapper[0] = a[0]
        return wrapper.value
    }
    /// The coroutine of `asyncio.sleep` is none of the machine's.
    private static func isSleep(_ wrapper: Value) -> Bool { Record(wrapper)[0].isKind(.future) }

    static func wrapperNext(_ m: Machine, _ self: Value) throws(Raise) -> Value {
        if isSleep(self) {
            switch try m.resumeSleep(Record(self)[0]) {
            case .yielded(let value): return value
            case .returned(let value):
                m.state.pointee.stopValue = value
                return .unbound
            }
        }
        let generator = Generator(Record(self)[0])
        if generator.state == .finished { throw finished(m, generator) }
        return try next(m, generator.value)
    }
    static func wrapperSend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if isSleep(a[0]) { return try SleepMethods.step(m, Record(a[0])[0]) }
        let generator = Generator(Record(a[0])[0])
        if generator.state == .finished { throw finished(m, generator) }
        return try m.item(of: try m.resume(generator: generator.value, send: a[1]))
    }
    static func wrapperThrow(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try warnOfManyArguments(m, a)
        let exception = try exception(m, a)
        if isSleep(a[0]) { throw SleepMethods.abandon(m, Record(a[0])[0], exception) }
        let generator = Generator(Record(a[0])[0])
        if generator.state == .finished { throw finished(m, generator) }
        return try m.item(of: try m.throwInto(generator.value, exception))
    }
    static func wrapperClose(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if isSleep(a[0]) {
            m.awaitAbandoned(Record(a[0])[0])
            return .none
        }
        return try m.closeGenerator(Record(a[0])[0])
    }
}
