/// The fields of queues.
enum QueueField {
    /// The items; in queues of the plain kind a deque.
    static let items = 0
    /// Lists of futures in the order in which they came.
    static let getters = 1
    static let putters = 2
    static let maximum = 3
    static let unfinished = 4
    /// The event that `join` waits for, or None.
    static let finished = 5
    static let isShutDown = 6
    static let loop = 7
    static let count = 8
}

/// `asyncio.Queue`: what its coroutines do (`Wait.swift`) while its class overrides nothing. Queues of other classes take
/// the way through the language.
extension Machine {
    /// Whether a queue does all as `asyncio.Queue` does, with a deque for its items.
    @inline(__always)
    func isPlainQueue(_ queue: Record) -> Bool {
        let version = queue.pointer.pointee.header.type.pointee.version
        guard version == runtime.pointee.asyncio.plainQueueVersion && version != 0 || findPlainQueue(queue) else {
            return false
        }
        let items = queue[QueueField.items]
        return items.isCell && items.cell.type.pointer == runtime.pointee.asyncio.dequeType
            && queue[QueueField.maximum].isSmallInt
    }

    @inline(never)
    private func findPlainQueue(_ queue: Record) -> Bool {
        let type = TypeRef(queue.pointer.pointee.header.type)
        guard let plain = runtime.pointee.asyncio.queueType else { return false }
        let names: [StaticString] = ["_get", "_put", "qsize", "empty", "full", "get_nowait", "put_nowait"]
        for name in names where lookup(type, intern(name)) != lookup(plain, intern(name)) { return false }
        runtime.pointee.asyncio.plainQueueVersion = type.pointer.pointee.version
        return true
    }

    private func isFull(_ queue: Record) -> Bool {
        let maximum = queue[QueueField.maximum].smallInt
        return maximum > 0 && DequeRef(queue[QueueField.items]).count >= maximum
    }

    /// One attempt of `get` or `put`.
    func stepQueue(_ future: Future) throws(Raise) -> AwaitOutcome {
        let queue = future.subject
        guard isPlainQueue(queue) else { throw raise(.runtimeError, "the queue was changed while a task waited") }
        if future.operation == .getItem {
            if DequeRef(queue[QueueField.items]).count > 0 { return .ready(try takeItem(queue)) }
            if queue[QueueField.isShutDown].isTrue { throw raiseShutDown() }
            return try block(future, QueueField.getters, QueueField.loop)
        }
        if queue[QueueField.isShutDown].isTrue { throw raiseShutDown() }
        if isFull(queue) { return try block(future, QueueField.putters, QueueField.loop) }
        try addItem(queue, future.pointer.pointee.result)
        return .ready(.none)
    }

    private func raiseShutDown() -> Raise {
        do throws(Raise) {
            return raise(try call(try importAttribute("asyncio.queues", "QueueShutDown")))
        } catch {
            return error
        }
    }

    private func takeItem(_ queue: Record) throws(Raise) -> Value {
        let item = DequeRef(queue[QueueField.items]).popFirst()
        try wakeNext(queue[QueueField.putters])
        return item
    }

    private func addItem(_ queue: Record, _ item: Value) throws(Raise) {
        DequeRef(queue[QueueField.items]).append(self, item)
        queue[QueueField.unfinished] = Value(small: queue[QueueField.unfinished].smallInt + 1)
        let finished = queue[QueueField.finished]
        if finished.isKind(.record) { Record(finished)[LockField.value] = .false }
        try wakeNext(queue[QueueField.getters])
    }

    /// Takes waiters from the list until one is found that is not done; that one is woken.
    private func wakeNext(_ waiters: Value) throws(Raise) {
        guard waiters.isKind(.list) else { return }
        let list = List(waiters)
        while list.count > 0 {
            let first = list[0]
            removeItem(list, 0)
            if try !isWaiterDone(first) { return try wake(first, .none) }
        }
    }

    /// A wait for an item or a place was given up; a wake-up that it can't use goes on to the next one.
    func abandonQueue(_ future: Future, wasWoken: Bool) throws(Raise) {
        let queue = future.subject
        let isGet = future.operation == .getItem
        let field = isGet ? QueueField.getters : QueueField.putters
        removeWaiter(future, field)
        guard wasWoken, isPlainQueue(queue) else { return }
        if isGet ? DequeRef(queue[QueueField.items]).count > 0 : !isFull(queue) { try wakeNext(queue[field]) }
    }

    fileprivate func getNow(_ value: Value) throws(Raise) -> Value {
        let queue = Record(value)
        if isPlainQueue(queue), DequeRef(queue[QueueField.items]).count > 0 { return try takeItem(queue) }
        return try call(try getAttribute(value, intern("_slow_get_nowait")))
    }

    fileprivate func putNow(_ value: Value, _ item: Value) throws(Raise) -> Value {
        let queue = Record(value)
        if isPlainQueue(queue), !isFull(queue), !queue[QueueField.isShutDown].isTrue {
            try addItem(queue, item)
            return .none
        }
        return try call(try getAttribute(value, intern("_slow_put_nowait")), item)
    }
}

/// The base class of `asyncio.Queue`.
enum QueueMethods {
    static func initialize(_ m: Machine, _ builder: ModuleBuilder) {
        let queue = m.makeNativeType("_Queue", module: "_asyncio", recordSize: QueueField.count)
        m.define(
            queue,
            methods: [
                Native("__new__", .any, style: .new, new),
                Native("get", .none, intrinsic: .coroutine) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    guard m.isPlainQueue(Record(a[0])) else {
                        return try m.call(try m.getAttribute(a[0], m.intern("_slow_get")))
                    }
                    let result = m.makeWait(.getItem, a[0])
                    m.checkAwaited(result)
                    return result
                },
                Native("put", .signature("item"), intrinsic: .coroutine) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    guard m.isPlainQueue(Record(a[0])) else {
                        return try m.call(try m.getAttribute(a[0], m.intern("_slow_put")), a[1])
                    }
                    let result = m.makeWait(.putItem, a[0], item: a[1])
                    m.checkAwaited(result)
                    return result
                },
                Native("get_nowait", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try m.getNow(a[0])
                },
                Native("put_nowait", .signature("item")) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try m.putNow(a[0], a[1])
                },
            ], properties: properties)
        builder.add("_Queue", queue.value)
        builder.add([
            Native("_register_queue", .positional(2, 2), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard m.isType(a[0]), m.isType(a[1]) else { throw m.raise(.typeError, "classes expected") }
                m.keepForever(a[0])
                m.runtime.pointee.asyncio.queueType = TypeRef(a[0])
                m.runtime.pointee.asyncio.dequeType = TypeRef(a[1]).pointer
                return .none
            }
        ])
    }

    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let queue = Record(m.allocateInstance(of: TypeRef(a[0])))
        queue[QueueField.items] = .none
        queue[QueueField.getters] = m.list().value
        queue[QueueField.putters] = m.list().value
        queue[QueueField.maximum] = Value(small: 0)
        queue[QueueField.unfinished] = Value(small: 0)
        queue[QueueField.finished] = .none
        queue[QueueField.isShutDown] = .false
        queue[QueueField.loop] = .none
        return queue.value
    }

    /// The fields, for the part of the class that is written in the language.
    private static var properties: [NativeProperty] {
        [
            field("_queue", QueueField.items), field("_getters", QueueField.getters),
            field("_putters", QueueField.putters), field("_maxsize", QueueField.maximum),
            field("_unfinished_tasks", QueueField.unfinished), field("_finished", QueueField.finished),
            field("_is_shutdown", QueueField.isShutDown), field("_loop", QueueField.loop),
        ]
    }

    private static func field(_ name: StaticString, _ index: Int) -> NativeProperty {
        NativeProperty(
            name, get: { (_, value) throws(Raise) in Record(value)[index] },
            set: { (m, value, new) throws(Raise) in
                switch index {
                case QueueField.unfinished where !new.isSmallInt: throw m.raise(.typeError, "an integer is required")
                case QueueField.getters, QueueField.putters:
                    Record(value)[index] = try m.listFromIterable(new).value
                case QueueField.finished where !new.isNone && !isEvent(m, new):
                    throw m.raise(.typeError, "an event is required")
                default: Record(value)[index] = new
                }
            })
    }

    /// An event of ours: `put` clears it in passing.
    private static func isEvent(_ m: Machine, _ value: Value) -> Bool {
        guard let type = m.runtime.pointee.asyncio.eventType else { return false }
        return m.typeOf(value).isSubtype(of: type)
    }
}
