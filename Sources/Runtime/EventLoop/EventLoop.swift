#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An event loop. The queues lie in malloc'ed memory that the cell owns.
struct EventLoopLayout {
    var header: CellHeader
    var ready: ReadyQueue
    var timers: TimerHeap
    /// Timers in the heap that were cancelled and would only be dropped.
    var cancelledTimers: Int
    var watchers: WatcherTable
    var tasks: TaskTable
    /// The exception handler set by the script, or unbound.
    var exceptionHandler: Value
    var taskFactory: Value
    var slowCallbackDuration: Value
    /// List of weak references to the async generators that were begun, or unbound.
    var asyncGenerators: Value
    var defaultExecutor: Value
    /// Hooks of async generators as they were before the loop ran.
    var outerFirstIter: Value
    var outerFinalizer: Value
    /// Signal handlers by number: a dict, or unbound.
    var signalHandlers: Value
    var isRunning: Bool
    var isStopping: Bool
    var isClosed: Bool
    var isDebug: Bool
    var wereAsyncGeneratorsShutDown: Bool
    var wasExecutorShutDown: Bool
    /// The ends of the pipe that wakes the loop from another thread, each plus one; 0 while there is none.
    var wakeReader: Int32
    var wakeWriter: Int32
    /// The loop waits, and another thread may run.
    var isWaiting: Bool
    /// What its class does in its own way, and the handles of sleeps whose timers it makes by its own methods.
    var overrides: LoopOverrides
    var sleepHandles: Value
    /// What the script lets it wait with instead of the system, or unbound.
    var selector: Value
    /// The thread that runs it.
    var runner: UnsafeMutablePointer<MachineState>?
    /// Debug mode: coroutines note where they were made, as they did not before; where the handle that runs was made.
    var tracksOrigins: Bool
    var outerOriginDepth: Int
    var currentSource: Value

    static func trace(_ cell: Cell, _ marker: inout Marker) {
        let loop: UnsafeMutablePointer<EventLoopLayout> = cell.layout()
        loop.pointee.ready.forEach { entry in
            marker.visit(entry.subject)
            marker.visit(entry.detail)
        }
        for index in 0..<loop.pointee.timers.count { marker.visit(loop.pointee.timers.subject(index)) }
        loop.pointee.watchers.trace(&marker)
        // A task that waits is not lost while its loop can still run it.
        if !loop.pointee.isClosed {
            for index in 0..<loop.pointee.tasks.count { marker.visit(loop.pointee.tasks[index].value) }
        }
        marker.visit(loop.pointee.exceptionHandler)
        marker.visit(loop.pointee.taskFactory)
        marker.visit(loop.pointee.slowCallbackDuration)
        marker.visit(loop.pointee.asyncGenerators)
        marker.visit(loop.pointee.defaultExecutor)
        marker.visit(loop.pointee.outerFirstIter)
        marker.visit(loop.pointee.outerFinalizer)
        marker.visit(loop.pointee.signalHandlers)
        marker.visit(loop.pointee.sleepHandles)
        marker.visit(loop.pointee.selector)
        marker.visit(loop.pointee.currentSource)
    }

    /// Frees the queues of a dying loop.
    static func release(_ cell: Cell) {
        let loop: UnsafeMutablePointer<EventLoopLayout> = cell.layout()
        loop.pointee.ready.deallocate()
        loop.pointee.timers.deallocate()
        loop.pointee.watchers.deallocate()
        loop.pointee.tasks.deallocate()
        EventLoop(Value(cell)).closeWakePipe()
    }
}

/// A trivial reference to an event loop.
struct EventLoop {
    let pointer: UnsafeMutablePointer<EventLoopLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var isClosed: Bool { pointer.pointee.isClosed }
    @inline(__always) var isRunning: Bool { pointer.pointee.isRunning }
}

extension Machine {
    /// A new loop of a class derived from the built-in one.
    func makeEventLoop(_ type: TypeRef) -> Value {
        let value = allocateInstance(of: type)
        let loop = EventLoop(value)
        loop.pointer.pointee.slowCallbackDuration = Value(0.1)
        loop.pointer.pointee.overrides = findOverrides(type)
        loop.pointer.pointee.isDebug = beginsLoopsInDebugMode
        if loop.pointer.pointee.isDebug { runtime.pointee.asyncio.wasDebugUsed = true }
        return value
    }

    /// In the development mode, and when `PYTHONASYNCIODEBUG` is set, loops are in debug mode from the start.
    private var beginsLoopsInDebugMode: Bool {
        let flags = self.flags
        if flags.isDevelopmentMode || flags.ignoreEnvironment != 0 { return flags.isDevelopmentMode }
        return getenv("PYTHONASYNCIODEBUG").map { $0.pointee != 0 } ?? false
    }

    /// The loop that runs in this thread. RuntimeError when there is none.
    func runningLoop() throws(Raise) -> EventLoop {
        let loop = state.pointee.runningLoop
        if loop.isBound { return EventLoop(loop) }
        let paused = pausedLoop()
        guard paused.isBound else { throw raise(.runtimeError, "no running event loop") }
        return EventLoop(paused)
    }

    /// `asyncio.get_event_loop()`: the running loop, else the one that was set, else (once, in the main thread, with a
    /// warning) a new one.
    func currentEventLoop() throws(Raise) -> Value {
        if state.pointee.runningLoop.isBound { return state.pointee.runningLoop }
        if !runtime.pointee.asyncio.hasPolicy {
            let current = state.pointee.currentLoop
            let paused = current.isUnbound || EventLoop(current).isClosed ? pausedLoop() : .unbound
            if paused.isBound { return paused }
            if current.isBound { return current }
        }
        let policy = try call(try importAttribute("asyncio.events", "get_event_loop_policy"))
        return try call(try getAttribute(policy, intern("get_event_loop")))
    }

    /// The loop given as an argument, or the current one when it is None or missing.
    func loop(orCurrent value: Value) throws(Raise) -> Value {
        if value.isUnbound || value.isNone { return try checkedLoop(try currentEventLoop()) }
        return try checkedLoop(value)
    }

    func checkedLoop(_ value: Value) throws(Raise) -> Value {
        guard value.isKind(.eventLoop) else {
            throw raise(
                .typeError, "minipy's event loop is part of the interpreter; got '\(typeName(value))' instead of it")
        }
        return value
    }

    func checkOpen(_ loop: EventLoop) throws(Raise) {
        if loop.isClosed { throw closedError() }
    }

    // MARK: Scheduling

    /// The moment `seconds` from now.
    @inline(__always)
    func addDelay(_ loop: EventLoop, _ seconds: Double) -> Int64 {
        let (moment, overflow) = clock.pointee.monotonic().addingReportingOverflow(
            seconds > 0 ? max(1, Clock.nanoseconds(seconds)) : Clock.nanoseconds(seconds))
        return overflow ? Int64.max / 2 : moment
    }

    /// Drops cancelled timers from the top, and all of them when more than half of a large heap is cancelled.
    @inline(never)
    func dropCancelledTimers(_ loop: EventLoop) {
        let l = loop.pointer
        if l.pointee.timers.count > 100, l.pointee.cancelledTimers * 2 > l.pointee.timers.count {
            l.pointee.timers.removeAll { Machine.isCancelledTimer($0) }
            l.pointee.cancelledTimers = 0
            return
        }
        while l.pointee.timers.count > 0, Machine.isCancelledTimer(l.pointee.timers.first.subject) {
            _ = l.pointee.timers.removeFirst()
            l.pointee.cancelledTimers = max(0, l.pointee.cancelledTimers - 1)
        }
    }

    private static func isCancelledTimer(_ subject: Value) -> Bool {
        if subject.cell.kind == .future { return !Future(subject).isPending }
        let isCancelled = Handle(subject).isCancelled
        if isCancelled { Handle(subject).record[Handle.scheduled] = .unbound }
        return isCancelled
    }
}
