/// What asyncio keeps for an interpreter beside its loops.
struct AsyncioState {
    var clock = Clock()
    /// Tasks made so far: the N of `Task-N`.
    var taskCount = 0
    /// Tasks that failed while nobody waited for them.
    var unseenFailures = 0
    /// `set_event_loop` was called, so `get_event_loop` makes no loop by itself any more.
    var wasLoopSet = false
    /// The script has set a policy for loops.
    var hasPolicy = false
    /// A future or task of a built-in class has an attribute with the name of a method.
    var areMethodsShadowed = false
    /// A loop was in debug mode: futures get room for where they were made.
    var wasDebugUsed = false
    /// How many frames a coroutine notes of where it was made (`sys.set_coroutine_origin_tracking_depth`).
    var originDepth = 0
    /// Who wants to see what loops do.
    var observer: Unmanaged<LoopObserver>?
    /// `asyncio.run` is at work: the task that Ctrl-C cancels, or unbound, and how often it was pressed.
    var interruptTask: Value = .unbound
    var interruptCount = 0
    /// Tasks of classes of the script that run now, by their loops: a dict that is kept for ever, or unbound.
    var foreignTasks: Value = .unbound
    /// The session that the interpreter is in, which lives as long as this is set.
    var session: Unmanaged<Session>?
    /// Methods of locks and semaphores, to tell whether a class overrides them.
    var acquireLock: Value = .unbound
    var releaseLock: Value = .unbound
    var acquireSemaphore: Value = .unbound
    var releaseSemaphore: Value = .unbound
    var eventType: TypeRef?
    /// `asyncio.Queue`, the deque that it uses, and the version of the last class that was found to override nothing.
    var queueType: TypeRef?
    var dequeType: UnsafeMutablePointer<TypeLayout>?
    var plainQueueVersion: UInt32 = 0
    /// Context variables.
    var contexts = ContextState()
}
