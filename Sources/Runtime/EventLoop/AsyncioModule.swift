import Compiler

/// The native module `_asyncio`: what asyncio's modules written in the language build on.
enum AsyncioModule {
    /// The functions of the module.
    static var functions: [Native] {
        [
            Native(
                "sleep", .any, style: .function,
                doc: "A coroutine that ends after a delay in seconds, with a result. Other tasks run meanwhile.",
                intrinsic: .sleep, SleepMethods.sleep),
            Native(
                "gather", .any, style: .function,
                doc:
                    "Runs awaitables at the same time. Awaiting it gives the list of their results, in the order given.",
                Machine.gather),
            Native(
                "new_event_loop", .none, style: .function,
                doc: "Makes an event loop.", newEventLoop),
            Native(
                "set_event_loop", .signature("loop"), style: .function,
                doc: "Makes a loop the one of this thread.", setEventLoop),
            Native(
                "get_event_loop", .none, style: .function,
                doc: "The running loop, else the one of this thread.", getEventLoop),
            Native(
                "get_running_loop", .none, style: .function,
                doc: "The loop that runs in this thread. RuntimeError when there is none.", getRunningLoop),
            Native("_get_running_loop", .none, style: .function, runningLoopOrNone),
            Native("_set_running_loop", .one, style: .function, setRunningLoop),
            Native("_current_loop", .none, style: .function, currentLoop),
            Native("_set_current_loop", .one, style: .function, setCurrentLoop),
            Native("_was_loop_set", .none, style: .function, wasLoopSet),
            Native("_set_policy", .one, style: .function, setPolicy),
            Native(
                "create_task", .any, style: .function,
                doc: "Runs a coroutine as a task of the running loop, beside the one that is running now.", createTask),
            Native(
                "ensure_future", .signature("coro_or_future, *, loop=None"), style: .function,
                doc: "A future as it is, a coroutine as a new task.", ensureFuture),
            Native(
                "current_task", .signature("loop=None"), style: .function,
                doc: "The task that is running now, or None.", currentTask),
            Native(
                "all_tasks", .signature("loop=None"), style: .function,
                doc: "The set of tasks of a loop that are not done.", allTasks),
            Native("_waiters", .one, style: .function, AwaitedBy.waiters),
            Native("_tasks_in_order", .one, style: .function, tasksInOrder),
            Native("_enter_task", .signature("loop, task"), style: .function, enterTask),
            Native("_leave_task", .signature("loop, task"), style: .function, leaveTask),
            Native("_swap_current_task", .signature("loop, task"), style: .function, swapCurrentTask),
            Native("_register_task", .signature("task"), style: .function, registerTask),
            Native("_unregister_task", .signature("task"), style: .function, unregisterTask),
            Native(
                "iscoroutine", .signature("obj"), style: .function,
                doc: "Whether an object is a coroutine.", isCoroutine),
            Native(
                "iscoroutinefunction", .signature("func"), style: .function,
                doc: "Whether calling a function gives a coroutine.", isCoroutineFunction),
            Native(
                "isfuture", .signature("obj"), style: .function,
                doc: "Whether an object is a future.", isFuture),
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
        LockMethods.initialize(m, builder)
        QueueMethods.initialize(m, builder)
        TimeoutMethods.initialize(m, builder)
    }

    // MARK: Loops

    static func newEventLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.runtime.pointee.asyncio.hasPolicy { return try m.call(try policyMethod(m, "new_event_loop")) }
        return try m.call(m.type(.eventLoop).value)
    }

    static func setEventLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.runtime.pointee.asyncio.hasPolicy || !(a[0].isNone || a[0].isKind(.eventLoop)) {
            return try m.call(try policyMethod(m, "set_event_loop"), a[0])
        }
        return try setCurrentLoop(m, a)
    }

    private static func policyMethod(_ m: Machine, _ name: StaticString) throws(Raise) -> Value {
        let policy = try m.call(try m.importAttribute("asyncio.events", "get_event_loop_policy"))
        return try m.getAttribute(policy, m.internStatic(name))
    }

    /// The loop that was set in this thread, or None.
    static func currentLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        EventLoopMethods.orNone(m.state.pointee.currentLoop)
    }
    static func setCurrentLoop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.runtime.pointee.asyncio.wasLoopSet = true
        m.state.pointee.currentLoop = a[0].isNone ? .unbound : a[0]
        return .none
    }
    static func wasLoopSet(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(m.runtime.pointee.asyncio.wasLoopSet)
    }
    /// Another policy: it begins with no loop.
    static func setPolicy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.runtime.pointee.asyncio.hasPolicy = !a[0].isNone
        m.runtime.pointee.asyncio.wasLoopSet = false
        m.state.pointee.currentLoop = .unbound
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
        return try m.createTaskByLoop(try m.runningLoop(), coroutine, name: name, context: context)
    }
    static func ensureFuture(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.ensureFuture(a[0], loop: a[1].isNone ? .unbound : a[1])
    }

    /// The task that runs in a loop, or None.
    static func currentTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = a[0].isUnbound || a[0].isNone ? try m.runningLoop().value : a[0]
        return try current(m, loop)
    }

    /// The set of the tasks of a loop that are not done.
    static func allTasks(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let loop = a[0].isUnbound || a[0].isNone ? try m.runningLoop().value : a[0]
        let tasks = inOrder(m, loop)
        let set = m.set(frozen: false)
        var index = 0
        while index < tasks.count {
            try m.setAdd(set, tasks[index])
            index += 1
        }
        let foreign = m.runtime.pointee.asyncio.foreignTasks
        if foreign.isBound {
            _ = try m.call(try m.importAttribute("asyncio._foreign_tasks", "add_tasks"), set.value, loop)
        }
        return set.value
    }

    // MARK: Tasks of other kinds

    /// The task that runs in a loop, or None; those that the script has entered by `_enter_task` included.
    private static func current(_ m: Machine, _ loop: Value) throws(Raise) -> Value {
        let task = m.state.pointee.currentTask
        if task.isBound, Future(task).pointer.pointee.loop == loop { return task }
        let foreign = m.runtime.pointee.asyncio.foreignTasks
        guard foreign.isBound else { return .none }
        let found = try m.dictGet(Dict(foreign), loop)
        return found.isBound ? found : .none
    }

    /// Makes a task the current one of a loop.
    private static func setCurrent(_ m: Machine, _ loop: Value, _ task: Value) throws(Raise) {
        if task.isBound, m.isTask(task), Future(task).pointer.pointee.loop == loop {
            m.state.pointee.currentTask = task
            return
        }
        let current = m.state.pointee.currentTask
        if current.isBound, Future(current).pointer.pointee.loop == loop { m.state.pointee.currentTask = .unbound }
        if m.runtime.pointee.asyncio.foreignTasks.isUnbound {
            let table = m.dict().value
            m.keepForever(table)
            m.runtime.pointee.asyncio.foreignTasks = table
        }
        let table = Dict(m.runtime.pointee.asyncio.foreignTasks)
        if task.isBound {
            try m.dictSet(table, loop, task)
        } else {
            _ = try m.dictRemove(table, loop)
        }
    }

    static func enterTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let current = try current(m, a[0])
        guard current.isNone else {
            throw m.raise(
                .runtimeError,
                "Cannot enter into task \(m.reprText(a[1])) while another task \(m.reprText(current)) is being executed."
            )
        }
        try setCurrent(m, a[0], a[1])
        return .none
    }

    static func leaveTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let current = try current(m, a[0])
        guard current == a[1] else {
            throw m.raise(
                .runtimeError,
                "Leaving task \(m.reprText(a[1])) does not match the current task \(m.reprText(current)).")
        }
        try setCurrent(m, a[0], .unbound)
        return .none
    }

    /// Another current task, or None; gives the one before.
    static func swapCurrentTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let before = try current(m, a[0])
        try setCurrent(m, a[0], a[1].isNone ? .unbound : a[1])
        return before
    }

    static func registerTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.isTask(a[0]) {
            let task = Future(a[0])
            if task.isInitialized, task.isPending, task.pointer.pointee.registryIndex == 0 {
                task.loop.pointer.pointee.tasks.insert(task.pointer)
                task.setNeedsFinalizer(true)
            }
            return .none
        }
        if m.runtime.pointee.asyncio.foreignTasks.isUnbound {
            let table = m.dict().value
            m.keepForever(table)
            m.runtime.pointee.asyncio.foreignTasks = table
        }
        return try m.call(try m.importAttribute("asyncio._foreign_tasks", "register"), a[0])
    }

    static func unregisterTask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.isTask(a[0]) {
            if Future(a[0]).isInitialized { Future(a[0]).loop.pointer.pointee.tasks.remove(Future(a[0]).pointer) }
            return .none
        }
        return try m.call(try m.importAttribute("asyncio._foreign_tasks", "unregister"), a[0])
    }

    /// A list of them, oldest first.
    static func tasksInOrder(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        inOrder(m, a[0]).value
    }

    private static func inOrder(_ m: Machine, _ value: Value) -> List {
        // Loops of other kinds have no tasks of ours.
        guard value.isKind(.eventLoop) else { return m.list() }
        let loop = EventLoop(value)
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

    /// Whether calling it gives a coroutine: an `async def`, a method that is one, what `asyncio` has built in.
    static func isCoroutineFunction(_ m: Machine, _ value: Value) -> Bool {
        var function = value
        while function.isKind(.boundMethod) { function = function.layout(BoundMethodLayout.self).pointee.function }
        if function.isKind(.function) {
            let code = function.layout(FunctionLayout.self).pointee.code
            return CodeFlags(rawValue: code.pointee.flags).contains(.coroutine)
        }
        guard function.isKind(.nativeFunction) else { return false }
        let intrinsic = function.layout(NativeFunctionLayout.self).pointee.intrinsic
        return intrinsic == .sleep || intrinsic == .coroutine
    }

    static func isFuture(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isKind(.future) {
            return Value(m.isNativeFuture(a[0]) && !Future(a[0]).flags.contains(.notBlockable))
        }
        return Value(try isFutureLike(m, a[0]))
    }

    /// Whether an object of the script says that it behaves like a future; its `__class__` counts, not its type.
    static func isFutureLike(_ m: Machine, _ value: Value) throws(Raise) -> Bool {
        guard value.isCell else { return false }
        switch value.cell.kind {
        case .object, .record, .box, .dict, .list, .tuple: break
        default: return false
        }
        let name = m.name(._asyncio_future_blocking)
        if m.lookup(m.typeOf(value), name).isUnbound {
            let type = try m.getAttribute(value, m.intern("__class__"))
            if type == m.typeOf(value).value { return false }
            if try m.getAttributeIfPresent(type, name).isUnbound { return false }
        }
        let blocking = try m.getAttributeIfPresent(value, name)
        return blocking.isBound && !blocking.isNone
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
