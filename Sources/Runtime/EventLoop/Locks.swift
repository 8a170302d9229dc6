/// The fields of locks, semaphores and events.
enum LockField {
    /// Lock: whether it is held. Event: whether it is set. Semaphore: how many may pass.
    static let value = 0
    /// A list of futures in the order in which they came, or None while there was none.
    static let waiters = 1
    /// The loop in which somebody had to wait first, or None.
    static let loop = 2
    /// Bounded semaphores: the most that `value` may be; others: unbound.
    static let bound = 3
    static let count = 4
}

/// Locks, semaphores and events: what their coroutines do (`Wait.swift`) and their plain methods.
extension Machine {
    /// Takes a lock that is free for everybody.
    func takeLock(_ lock: Record) throws(Raise) -> Bool {
        guard !lock[LockField.value].isTrue, try areAllCancelled(lock[LockField.waiters]) else { return false }
        lock[LockField.value] = .true
        return true
    }

    /// Wakes the first that waits for a lock.
    func wakeFirst(_ lock: Record) throws(Raise) {
        guard lock[LockField.waiters].isKind(.list), List(lock[LockField.waiters]).count > 0 else { return }
        let first = List(lock[LockField.waiters])[0]
        if try !isWaiterDone(first) { try wake(first, .true) }
    }

    /// Whether `acquire` of a semaphore has to wait.
    func isSemaphoreLocked(_ semaphore: Record) throws(Raise) -> Bool {
        if semaphore[LockField.value] == Value(small: 0) { return true }
        return try !areAllCancelled(semaphore[LockField.waiters])
    }

    /// Gives one place of a semaphore to the first that was not woken yet. False when there is none.
    func wakeNext(_ semaphore: Record) throws(Raise) -> Bool {
        guard semaphore[LockField.waiters].isKind(.list) else { return false }
        let waiters = List(semaphore[LockField.waiters])
        var index = 0
        while index < waiters.count {
            let waiter = waiters[index]
            index += 1
            if try isWaiterDone(waiter) { continue }
            semaphore[LockField.value] = Value(small: semaphore[LockField.value].smallInt - 1)
            try wake(waiter, .true)
            return true
        }
        return false
    }

    /// `release()` at the end of an `async with`, as the class has it.
    func callRelease(_ value: Value) throws(Raise) {
        let method = lookup(typeOf(value), name(.release))
        if method.isKind(.nativeFunction) {
            if method == runtime.pointee.asyncio.releaseLock { return try LockMethods.releaseLock(self, Record(value)) }
            if method == runtime.pointee.asyncio.releaseSemaphore {
                return try LockMethods.releaseSemaphore(self, Record(value))
            }
        }
        _ = try callMethod(value, .release)
    }
}

/// The base classes of `asyncio.Lock`, `Semaphore` and `Event`.
enum LockMethods {
    static func initialize(_ m: Machine, _ builder: ModuleBuilder) {
        let base = makeType(m, "_LockBase", m.type(.object))
        m.define(
            base,
            methods: [
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    make(m, TypeRef(a[0]), value: .false)
                }
            ], properties: properties)
        let lock = makeType(m, "_Lock", base)
        m.define(
            lock,
            methods: [
                Native("acquire", .none, intrinsic: .coroutine) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let result = m.makeWait(.acquireLock, a[0])
                    m.checkAwaited(result)
                    return result
                },
                Native("__aenter__", .none, intrinsic: .coroutine) { (m: Machine, a: Arguments) throws(Raise) in
                    try enter(m, a[0], .enterLock, m.runtime.pointee.asyncio.acquireLock)
                },
                Native("__aexit__", .positional(3, 3), intrinsic: .coroutine, exit),
                Native("release", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try releaseLock(m, Record(a[0]))
                    return .none
                },
                Native("locked", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[LockField.value]
                },
            ])
        let semaphore = makeType(m, "_Semaphore", base)
        m.define(
            semaphore,
            methods: [
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    make(m, TypeRef(a[0]), value: Value(small: 1))
                },
                Native("acquire", .none, intrinsic: .coroutine) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let result = m.makeWait(.acquireSemaphore, a[0])
                    m.checkAwaited(result)
                    return result
                },
                Native("__aenter__", .none, intrinsic: .coroutine) { (m: Machine, a: Arguments) throws(Raise) in
                    try enter(m, a[0], .enterSemaphore, m.runtime.pointee.asyncio.acquireSemaphore)
                },
                Native("__aexit__", .positional(3, 3), intrinsic: .coroutine, exit),
                Native("release", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try releaseSemaphore(m, Record(a[0]))
                    return .none
                },
                Native("locked", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    Value(try m.isSemaphoreLocked(Record(a[0])))
                },
            ])
        let event = makeType(m, "_Event", base)
        m.define(
            event,
            methods: [
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let event = make(m, TypeRef(a[0]), value: .false)
                    Record(event)[LockField.waiters] = m.list().value
                    return event
                },
                Native("wait", .none, intrinsic: .coroutine) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let result = m.makeWait(.awaitEvent, a[0])
                    m.checkAwaited(result)
                    return result
                },
                Native("set", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try setEvent(m, Record(a[0]))
                    return .none
                },
                Native("clear", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[LockField.value] = .false
                    return .none
                },
                Native("is_set", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[LockField.value]
                },
            ])
        builder.add("_Lock", lock.value)
        builder.add("_Semaphore", semaphore.value)
        builder.add("_Event", event.value)
        m.runtime.pointee.asyncio.eventType = event
        m.runtime.pointee.asyncio.acquireLock = m.lookup(lock, m.name(.acquire))
        m.runtime.pointee.asyncio.releaseLock = m.lookup(lock, m.name(.release))
        m.runtime.pointee.asyncio.acquireSemaphore = m.lookup(semaphore, m.name(.acquire))
        m.runtime.pointee.asyncio.releaseSemaphore = m.lookup(semaphore, m.name(.release))
    }

    private static func makeType(_ m: Machine, _ name: StaticString, _ base: TypeRef) -> TypeRef {
        m.makeNativeType(name, module: "_asyncio", recordSize: LockField.count, base: base)
    }

    private static func make(_ m: Machine, _ type: TypeRef, value: Value) -> Value {
        let record = Record(m.allocateInstance(of: type))
        record[LockField.value] = value
        record[LockField.waiters] = .none
        record[LockField.loop] = .none
        return record.value
    }

    /// What the classes written in the language, and programs that look behind the scenes, see of the fields.
    private static var properties: [NativeProperty] {
        [
            NativeProperty(
                "_locked", get: { (_, value) throws(Raise) in Record(value)[LockField.value] },
                set: { (m, value, new) throws(Raise) in Record(value)[LockField.value] = Value(try m.truth(new)) }),
            NativeProperty(
                "_value", get: { (_, value) throws(Raise) in Record(value)[LockField.value] },
                set: { (m, value, new) throws(Raise) in
                    guard new.isSmallInt || new.isBool else { throw m.raise(.typeError, "an integer is required") }
                    Record(value)[LockField.value] = new
                }),
            NativeProperty(
                "_waiters", get: { (_, value) throws(Raise) in Record(value)[LockField.waiters] },
                set: { (m, value, new) throws(Raise) in
                    Record(value)[LockField.waiters] = try m.listFromIterable(new).value
                }),
            NativeProperty(
                "_loop", get: { (_, value) throws(Raise) in Record(value)[LockField.loop] },
                set: { (_, value, new) throws(Raise) in Record(value)[LockField.loop] = new }),
            NativeProperty(
                "_bound_value", get: { (_, value) throws(Raise) in Record(value)[LockField.bound] },
                set: { (m, value, new) throws(Raise) in
                    guard new.isSmallInt else { throw m.raise(.typeError, "an integer is required") }
                    Record(value)[LockField.bound] = new
                }),
        ]
    }

    /// `async with` calls `acquire` as the class has it.
    private static func enter(
        _ m: Machine, _ value: Value, _ operation: WaitOperation, _ acquire: Value
    ) throws(Raise) -> Value {
        if m.lookup(m.typeOf(value), m.name(.acquire)) == acquire { return m.makeWait(operation, value) }
        return try m.call(try m.importAttribute("asyncio.locks", "_enter"), value)
    }

    private static func exit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.makeWait(.release, a[0]) }

    static func releaseLock(_ m: Machine, _ lock: Record) throws(Raise) {
        guard lock[LockField.value].isTrue else { throw m.raise(.runtimeError, "Lock is not acquired.") }
        lock[LockField.value] = .false
        try m.wakeFirst(lock)
    }

    static func releaseSemaphore(_ m: Machine, _ semaphore: Record) throws(Raise) {
        let value = semaphore[LockField.value].smallInt
        if semaphore[LockField.bound].isSmallInt, value >= semaphore[LockField.bound].smallInt {
            throw m.raise(.valueError, "BoundedSemaphore released too many times")
        }
        semaphore[LockField.value] = Value(small: value + 1)
        _ = try m.wakeNext(semaphore)
    }

    static func setEvent(_ m: Machine, _ event: Record) throws(Raise) {
        guard !event[LockField.value].isTrue else { return }
        event[LockField.value] = .true
        guard event[LockField.waiters].isKind(.list) else { return }
        let waiters = List(event[LockField.waiters])
        var index = 0
        while index < waiters.count {
            let waiter = waiters[index]
            index += 1
            if try !m.isWaiterDone(waiter) { try m.wake(waiter, .true) }
        }
    }
}
