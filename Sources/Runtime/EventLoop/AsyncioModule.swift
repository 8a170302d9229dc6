import Compiler

/// The native module `_asyncio`: what asyncio's modules written in the language build on.
enum AsyncioModule {
    /// The functions of the module.
    static var functions: [Native] {
        [
            Native("sleep", .any, style: .function, SleepMethods.sleep),
            Native("gather", .any, style: .function, Machine.gather),
            Native("new_event_loop", .none, style: .function, newEventLoop),
            Native("set_event_loop", .signature("loop"), style: .function, setEventLoop),
            Native("get_event_loop", .none, style: .function, getEventLoop),
            Native("get_running_loop", .none, style: .function, getRunningLoop),
            Native("_get_running_loop", .none, style: .function, runningLoopOrNone),
            Native("_set_running_loop", .one, style: .function, setRunningLoop),
            Native("create_task", .any, style: .function, createTask),
            Native("ensure_future", .signature("coro_or_future, *, loop=None"), style: .function, ensureFuture),
            Native("current_task", .signature("loop=None"), style: .function, currentTask),
            Native("all_tasks", .signature("loop=None"), style: .function, allTasks),
            Native("_tasks_in_order", .one, style: .function, tasksInOrder),
            Native("iscoroutine", .signature("obj"), style: .function, isCoroutine),
            Native("iscoroutinefunction", .signature("func"), style: .function, isCoroutineFunction),
            Native("isfuture", .signature("obj"), style: .function, isFuture),
            Native("_begin_interrupt", .one, style: .function, beginInterrupt),
            Native("_end_interrupt", .none, style: .function, endInterrupt),
        ]
    }

    /// The types of the module, by the names it has for them.
    static let types: [(StaticString, BuiltinType)] = [
        ("Future", .future), ("Task", .task), ("Handle", .handle), ("TimerHandle", .timerHandle),
        ("SelectorEventLoop", .eventLoop), ("_GatheringFuture", .gatheringFuture),
        ("CancelledError", .cancelledError), ("InvalidStateError", .invalidStateError), ("TimeoutError", .timeoutError),
    ]

    /// Fills the namespace of the module.
    static func initialize(_ m: Machine, _ builder: ModuleBuilder) throws(Raise) {
        builder.add(functions)
        for (name, type) in types { builder.add(name, m.type(type).value) }
    }

    // MARK: Loops

    static func newEventLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.makeEventLoop(m.type(.eventLoop))
    }

    static func setEventLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isNone || a[0].isKind(.eventLoop) else {
            throw m.raise(
                .typeError,
                "loop must be an instance of AbstractEventLoop or None, not '\(m.typeName(a[0]))'")
        }
        m.runtime.pointee.asyncio.wasLoopSet = true
        m.state.pointee.currentLoop = a[0].isNone ? .unbound : a[0]
        return .none
    }
    static func getEventLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.currentEventLoop() }
    static func getRunningLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.runningLoop().value }
    static func runningLoopOrNone(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        EventLoopMethods.orNone(m.state.pointee.runningLoop)
    }
    static func setRunningLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.state.pointee.runningLoop = a[0].isNone ? .unbound : try m.checkedLoop(a[0])
        return .none
    }

    // MARK: Tasks

    static func createTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (coroutine, name, context) = try m.taskArguments(a, "create_task", hasSelf: false)
        return try m.createTask(try m.runningLoop(), coroutine, name: name, context: context)
    }
    static func ensureFuture(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.ensureFuture(a[0], loop: a[1].isNone ? .unbound : a[1])
    }

    /// The task that runs in a loop, or None.
    static func currentTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = a[0].isUnbound || a[0].isNone ? try m.runningLoop().value : a[0]
        let task = m.state.pointee.currentTask
        return task.isBound && Future(task).pointer.pointee.loop == loop ? task : .none
    }

    /// The set of the tasks of a loop that are not done.
    static func allTasks(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = a[0].isUnbound || a[0].isNone ? try m.runningLoop().value : try m.checkedLoop(a[0])
        let tasks = inOrder(m, EventLoop(loop))
        let set = m.set(frozen: false)
        var index = 0
        while index < tasks.count {
            try m.setAdd(set, tasks[index])
            index += 1
        }
        return set.value
    }

    /// A list of them, oldest first.
    static func tasksInOrder(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        inOrder(m, EventLoop(try m.checkedLoop(a[0]))).value
    }

    private static func inOrder(_ m: Machine, _ loop: EventLoop) -> List {
        let count = loop.pointer.pointee.tasks.count
        let list = m.list(capacity: count)
        for index in 0..<count where loop.pointer.pointee.tasks[index].isPending {
            list.append(m, loop.pointer.pointee.tasks[index].value)
        }
        guard list.count > 1 else { return list }
        var items = UnsafeMutableBufferPointer(start: list.items, count: list.count)
        items.sort {
            Future($0).pointer.pointee.number < Future($1).pointer.pointee.number
        }
        return list
    }

    // MARK: Kinds of things

    static func isCoroutine(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(m.isCoroutine(a[0])) }
    static func isCoroutineFunction(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(isCoroutineFunction(m, a[0]))
    }

    /// Whether calling it gives a coroutine: an `async def`, a method that is one, `asyncio.sleep`.
    static func isCoroutineFunction(_ m: Machine, _ value: Value) -> Bool {
        var function = value
        while function.isKind(.boundMethod) { function = function.layout(BoundMethodLayout.self).pointee.function }
        if function.isKind(.function) {
            let code = function.layout(FunctionLayout.self).pointee.code
            return CodeFlags(rawValue: code.pointee.flags).contains(.coroutine)
        }
        guard function.isKind(.nativeFunction) else { return false }
        let native = function.layout(NativeFunctionLayout.self)
        return native.pointee.owner.isUnbound && m.swiftString(native.pointee.name) == "sleep"
            && native.pointee.module.isKind(.string) && m.swiftString(native.pointee.module) == "_asyncio"
    }

    static func isFuture(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isKind(.future) {
            return Value(m.isNativeFuture(a[0]) && !Future(a[0]).flags.contains(.notBlockable))
        }
        let name = m.name(._asyncio_future_blocking)
        guard a[0].isCell, m.lookup(m.typeOf(a[0]), name).isBound else { return .false }
        let blocking = try m.getAttributeIfPresent(a[0], name)
        return Value(blocking.isBound && !blocking.isNone)
    }

    // MARK: Ctrl-C

    /// From now on the first Ctrl-C cancels a task, the next one raises KeyboardInterrupt. Gives what `_end_interrupt`
    /// of a nested use would have to restore: whether this one counts.
    static func beginInterrupt(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.runtime.pointee.asyncio.interruptTask.isUnbound else { return .false }
        m.runtime.pointee.asyncio.interruptTask = a[0]
        m.runtime.pointee.asyncio.interruptCount = 0
        return .true
    }

    /// Ends that; gives how often Ctrl-C was pressed.
    static func endInterrupt(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.runtime.pointee.asyncio.interruptTask = .unbound
        return m.int(m.runtime.pointee.asyncio.interruptCount)
    }
}
