/// Tasks: making and cancelling them.
extension Machine {
    /// A task of the built-in class that runs a coroutine from the loop's next iteration on. `name` may be unbound.
    @inline(__always)
    func makeTask(
        _ coroutine: Value, loop: Value, name: Value = .unbound, context: Value = .unbound
    ) throws(Raise) -> Future {
        let memory = newCell(size: MemoryLayout<FutureLayout>.stride, kind: .future, type: type(.task))
        let task = Future(pointer: memory.assumingMemoryBound(to: FutureLayout.self))
        try start(task, coroutine, loop: loop, name: name, context: context)
        return task
    }

    /// Fills in a task and schedules its first step.
    @inline(__always)
    func start(_ task: Future, _ coroutine: Value, loop: Value, name: Value, context: Value) throws(Raise) {
        prepare(task, coroutine, loop: loop, name: name, context: context)
        if EventLoop(loop).pointer.pointee.overrides.contains(.callSoon) { return try startByMethod(task) }
        EventLoop(loop).pointer.pointee.ready.append(task.value, .unbound)
    }

    /// Fills in a task that is not scheduled yet.
    @inline(__always)
    func prepare(_ task: Future, _ coroutine: Value, loop: Value, name: Value, context: Value) {
        let t = task.pointer
        t.pointee.loop = loop
        t.pointee.coroutine = coroutine
        t.pointee.flags.insert(.initialized)
        runtime.pointee.asyncio.taskCount &+= 1
        t.pointee.number = runtime.pointee.asyncio.taskCount
        let earlier = t.pointee.name
        if name.isUnbound {
            t.pointee.name = Value(small: t.pointee.number)
        } else {
            // Only tasks without a name of their own are counted.
            runtime.pointee.asyncio.taskCount &-= 1
            t.pointee.name = name
        }
        if context.isBound, !context.isNone {
            t.pointee.name = tuple(t.pointee.name, context)
        } else if runtime.pointee.asyncio.contexts.isUsed {
            t.pointee.name = tuple(t.pointee.name, copyOfContext())
        }
        if earlier.isBound { keepParts(of: earlier, task) }
        EventLoop(loop).pointer.pointee.tasks.insert(t)
        task.setNeedsFinalizer(true)
        observe(.taskCreated(task: task.value))
    }

    /// What was noted of a task before it had a name: where it was made (debug mode), and attributes.
    @inline(never)
    private func keepParts(of earlier: Value, _ task: Future) {
        guard earlier.isKind(.tuple) else { return }
        for part in FuturePart.source..<max(FuturePart.source, Tuple(earlier).count) where Tuple(earlier)[part].isBound
        {
            setPart(part, of: task, Tuple(earlier)[part])
        }
    }

    /// `loop.create_task(coroutine)`: by the task factory of the loop, if it has one.
    func createTask(_ loop: EventLoop, _ coroutine: Value, name: Value, context: Value) throws(Raise) -> Value {
        try checkOpen(loop)
        let factory = loop.pointer.pointee.taskFactory
        if factory.isBound, !factory.isNone {
            let task: Value
            if context.isUnbound || context.isNone {
                task = try call(factory, loop.value, coroutine)
            } else {
                let keywords = dict()
                set(keywords, "context", context)
                task = try call(factory, args: tuple(loop.value, coroutine), keywords: keywords.value)
            }
            _ = try call(try getAttribute(task, intern("set_name")), name.isBound ? name : .none)
            return task
        }
        guard isCoroutine(coroutine) else { throw notCoroutine(coroutine) }
        let name = try taskName(name)
        if loop.pointer.pointee.isDebug {
            let task = Future(allocateInstance(of: type(.task)))
            try noteSource(task)
            try start(task, coroutine, loop: loop.value, name: name, context: context)
            return task.value
        }
        return try makeTask(coroutine, loop: loop.value, name: name, context: context).value
    }

    /// The arguments `coro, *, name=None, context=None` of a function that CPython has written in the language.
    @inline(__always)
    func taskArguments(
        _ a: Arguments, _ function: StaticString, hasSelf: Bool
    ) throws(Raise) -> (coroutine: Value, name: Value, context: Value) {
        if a.count == 1, a.keywords.isUnbound { return (a[0], .unbound, .unbound) }
        return try taskArgumentsSlowly(a, function.description, hasSelf ? 1 : 0)
    }

    @inline(never)
    private func taskArgumentsSlowly(
        _ a: Arguments, _ function: String, _ hidden: Int
    ) throws(Raise) -> (coroutine: Value, name: Value, context: Value) {
        var values: [String: Value] = [:]
        for index in 0..<a.keywordCount {
            let key = swiftString(a.keywordName(index))
            guard key == "coro" || key == "name" || key == "context" else {
                throw raise(.typeError, "\(function)() got an unexpected keyword argument '\(key)'")
            }
            values[key] = a.keywordValue(index)
        }
        if a.count > 1 {
            let takes = hidden + 1
            throw raise(
                .typeError,
                "\(function)() takes \(takes) positional argument\(takes == 1 ? "" : "s") but \(a.count + hidden) were given"
            )
        }
        if a.count == 1, values["coro"] != nil {
            throw raise(.typeError, "\(function)() got multiple values for argument 'coro'")
        }
        guard let coroutine = a.count == 1 ? a[0] : values["coro"] else {
            throw raise(.typeError, "\(function)() missing 1 required positional argument: 'coro'")
        }
        return (coroutine, values["name"] ?? .unbound, values["context"] ?? .unbound)
    }

    func notCoroutine(_ value: Value) -> Raise {
        raise(.typeError, "a coroutine was expected, got \(reprText(value))")
    }

    /// A name given by the script as a str; unbound for None.
    func taskName(_ name: Value) throws(Raise) -> Value {
        name.isUnbound || name.isNone ? .unbound : name.isKind(.string) ? name : try str(name)
    }

    /// `asyncio.iscoroutine`: a coroutine of `async def`, of `asyncio.sleep`, or an object with all methods of one.
    @inline(__always)
    func isCoroutine(_ value: Value) -> Bool {
        if value.isKind(.generator) { return Generator(value).flavor == .coroutine }
        return isForeignCoroutine(value)
    }

    @inline(never)
    private func isForeignCoroutine(_ value: Value) -> Bool {
        guard value.isCell else { return false }
        switch value.cell.kind {
        case .future: return Future(value).pointer.pointee.phase != .none
        case .object, .record:
            let type = typeOf(value)
            return lookup(type, name(.send)).isBound && lookup(type, name(.throw)).isBound
                && lookup(type, name(.close)).isBound && lookup(type, name(.__await__)).isBound
        default: return false
        }
    }

    /// `asyncio.ensure_future`: a future as it is, a coroutine as a new task, another awaitable wrapped in a coroutine.
    func ensureFuture(_ value: Value, loop: Value) throws(Raise) -> Value {
        if isNativeFuture(value) {
            _ = try future(value)
            if loop.isBound, !loop.isNone, Future(value).pointer.pointee.loop != loop {
                throw raise(
                    .valueError, "The future belongs to a different loop than the one specified as the loop argument")
            }
            return value
        }
        var coroutine = value
        if !isCoroutine(value) {
            if try AsyncioModule.isFutureLike(self, value) {
                if loop.isBound, !loop.isNone,
                    try call(try importAttribute("asyncio.futures", "_get_loop"), value) != loop
                {
                    throw raise(
                        .valueError,
                        "The future belongs to a different loop than the one specified as the loop argument")
                }
                return value
            }
            guard value.isCell, lookup(typeOf(value), name(.__await__)).isBound else {
                throw raise(.typeError, "An asyncio.Future, a coroutine or an awaitable is required")
            }
            let wrap = try importAttribute("asyncio.tasks", "_wrap_awaitable")
            coroutine = try call(wrap, value)
        }
        let target = loop.isBound && !loop.isNone ? loop : try currentEventLoop()
        do throws(Raise) {
            return try createTaskByLoop(EventLoop(target), coroutine)
        } catch {
            if pendingMatches(.runtimeError), coroutine == value { closeQuietly(coroutine) }
            throw error
        }
    }

    /// `coroutine.close()`; the pending exception stays.
    private func closeQuietly(_ coroutine: Value) {
        let exception = takePending()
        do throws(Raise) { _ = try callMethod(coroutine, .close) } catch { clearPending() }
        state.pointee.pending = exception
    }

    /// An attribute of a library module, which is imported if need be.
    func importAttribute(_ module: String, _ name: String) throws(Raise) -> Value {
        try getAttribute(try importModule(module), intern(name))
    }

    // MARK: Cancelling

    /// `task.cancel(msg)`: asks the task to end; what it waits for is cancelled, else the next step raises.
    func cancelTask(_ task: Future, message: Value) throws(Raise) -> Bool {
        markRetrieved(task)
        guard task.isPending else { return false }
        let t = task.pointer
        t.pointee.header.aux &+= 1
        if t.pointee.waiter.isBound, try cancelAny(t.pointee.waiter, message: message) { return true }
        t.pointee.flags.insert(.mustCancel)
        t.pointee.result = message.isNone ? .unbound : message
        return true
    }

    /// Takes a task that is done out of its loop's table.
    @inline(__always)
    func retire(_ task: Future) {
        task.loop.pointer.pointee.tasks.remove(task.pointer)
        task.setNeedsFinalizer(false)
        observe(.done(task: task.value))
    }
}
