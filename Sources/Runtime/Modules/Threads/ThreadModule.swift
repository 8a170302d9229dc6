import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `_thread`: threads, locks, and what belongs to one thread.
enum ThreadModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let lock = m.makeNativeType("lock", module: "_thread", recordSize: 3, flags: [])
        let recursive = m.makeNativeType("RLock", module: "_thread", recordSize: 3)
        let local = m.makeNativeType(
            "_local", module: "_thread", recordSize: 1, flags: [.subclassable, .customGetAttribute, .customSetAttr])
        ThreadLockMethods.define(m, lock: lock, recursive: recursive)
        ThreadLocalMethods.define(m, local)
        m.runtime.pointee.threads.lockType = lock
        if m.runtime.pointee.threads.main == nil { m.runtime.pointee.threads.main = m.state }
        module.add("lock", lock.value)
        module.add("LockType", lock.value)
        module.add("RLock", recursive.value)
        module.add("_local", local.value)
        module.add("error", m.type(.runtimeError).value)
        module.add("TIMEOUT_MAX", Value(9223372036.0))
        let start = Native("start_new_thread", .any, style: .function, startNewThread)
        module.add([
            start, Native("start_new", .any, style: .function, startNewThread),
            Native("_start", .positional(2, 2), style: .function, startWithLock),
            Native("get_ident", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.threadIdentity
            },
            Native("_is_main", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(m.isMainThread)
            },
            Native("get_native_id", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Int(truncatingIfNeeded: minipy_thread_native_identity()))
            },
            Native("_count", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(m.runtime.pointee.threads.count)
            },
            Native("allocate_lock", .none, style: .function, allocateLock),
            Native("allocate", .none, style: .function, allocateLock),
            Native("exit", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                throw m.raise(.systemExit)
            },
            Native("stack_size", .positional(0, 1), style: .function, stackSize),
            Native("interrupt_main", .positional(0, 1), style: .function, interruptMain),
            Native("daemon_threads_allowed", .none, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in .true
            },
        ])
    }

    private static func allocateLock(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let type = m.runtime.pointee.threads.lockType else { return .none }
        return m.record(type, count: 3).value
    }

    /// `start_new_thread(function, args[, kwargs])`.
    private static func startNewThread(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.keywordCount == 0, a.count >= 2, a.count <= 3 else {
            let word = a.count < 2 ? "at least 2 arguments" : "at most 3 arguments"
            throw m.raise(.typeError, "start_new_thread expected \(word), got \(a.count)")
        }
        guard m.isCallable(a[0]) else { throw m.raise(.typeError, "first arg must be callable") }
        guard a[1].isKind(.tuple) else { throw m.raise(.typeError, "2nd arg must be a tuple") }
        if a.count > 2, !a[2].isKind(.dict) {
            throw m.raise(.typeError, "optional 3rd arg must be a dictionary")
        }
        return try m.startThread(a[0], a[1], a.optional(2), done: .unbound)
    }

    /// `_start(function, lock)`: starts a thread and gives its identity; the lock is released at its end.
    private static func startWithLock(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let type = m.runtime.pointee.threads.lockType, a[1].isCell, m.typeOf(a[1]) == type else {
            throw m.raise(.typeError, "expected a lock")
        }
        return try m.startThread(a[0], m.tuple(), .unbound, done: a[1])
    }

    private static func stackSize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let old = m.runtime.pointee.threads.stackSize
        if a.count > 0 {
            let size = try m.indexInt(a[0], overflow: .overflowError)
            if size < 0 { throw m.raise(.valueError, "size must be 0 or a positive value") }
            if size > 0, size < 32768 { throw m.raise(.valueError, "size not valid: \(size) bytes") }
            m.runtime.pointee.threads.stackSize = min(size, 1 << 32)
        }
        return m.int(old)
    }

    private static func interruptMain(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let number = a.count > 0 ? try m.sizeArgument(a[0]) : Int(SIGINT)
        guard number >= 1, number <= 64 else { throw m.raise(.valueError, "signal number out of range") }
        let handlers = m.runtime.pointee.signalHandlers
        if handlers.isKind(.list) {
            // As if it had come from outside: one without a handler of the script does nothing here.
            guard List(handlers)[number].isCell else { return .none }
        } else if number != Int(SIGINT) {
            return .none
        }
        noteSignal(Int32(number))
        if m.isMainThread { try m.checkSignals() }
        return .none
    }
}

/// The methods of locks.
enum ThreadLockMethods {
    static func define(_ m: Machine, lock: TypeRef, recursive: TypeRef) {
        let arguments: NativeArity = .signature("blocking=True, timeout=-1")
        let enter: NativeArity = .none
        m.define(
            lock,
            methods: [
                Native("__new__", .any, style: .new, new),
                Native("acquire", arguments, acquire), Native("acquire_lock", arguments, acquire),
                Native("release", .none, release), Native("release_lock", .none, release),
                Native("locked", .none, isLocked), Native("locked_lock", .none, isLocked),
                Native("__enter__", enter, acquire),
                Native("__exit__", .positional(0, .max), release),
                Native("_at_fork_reinit", .none, reset),
                Native("__repr__", .none, style: .slot, repr),
            ])
        m.define(
            recursive,
            methods: [
                Native("__new__", .any, style: .new, new),
                Native("acquire", arguments, acquireAgain), Native("release", .none, releaseOnce),
                Native("__enter__", enter, acquireAgain), Native("__exit__", .positional(0, .max), releaseOnce),
                Native("_is_owned", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    Value(ThreadLock(a[0]).isOwned(m))
                },
                Native("_recursion_count", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.int(ThreadLock(a[0]).isOwned(m) ? ThreadLock(a[0]).count : 0)
                },
                Native("_release_save", .none, releaseSave),
                Native("_acquire_restore", .one, acquireRestore),
                Native("_at_fork_reinit", .none, reset),
                Native("__repr__", .none, style: .slot, repr),
            ])
    }

    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count > 1 || a.keywordCount > 0, TypeRef(a[0]) == m.runtime.pointee.threads.lockType {
            if a.keywordCount > 0 { throw m.raise(.typeError, "lock() takes no keyword arguments") }
            throw m.raise(.typeError, "lock expected 0 arguments, got \(a.count - 1)")
        }
        return m.allocateInstance(of: TypeRef(a[0]))
    }

    /// How long to wait, in nanoseconds, by the arguments `blocking` and `timeout`.
    private static func patience(_ m: Machine, _ a: Arguments) throws(Raise) -> Int64 {
        let blocking = a.optional(1).isBound ? try m.truth(a[1]) : true
        let timeout = a.optional(2).isBound ? try seconds(m, a[2]) : -1
        if timeout.isNaN { throw m.raise(.valueError, "Invalid value NaN (not a number)") }
        // What does not fit 64 bits of nanoseconds.
        let nanoseconds = (timeout * 1e9).rounded()
        if nanoseconds < -0x1p63 || nanoseconds >= 0x1p63 {
            let isInt = m.isInt(a[2])
            throw m.raise(
                .overflowError,
                isInt
                    ? "timestamp too large to convert to C PyTime_t" : "timestamp out of range for platform time_t")
        }
        if !blocking, timeout != -1 {
            throw m.raise(.valueError, "can't specify a timeout for a non-blocking call")
        }
        if timeout < 0, timeout != -1 { throw m.raise(.valueError, "timeout value must be a non-negative number") }
        if timeout > 9_223_372_036 { throw m.raise(.overflowError, "timeout value is too large") }
        if !blocking { return 0 }
        return timeout < 0 ? -1 : Int64((timeout * 1e9).rounded(.up))
    }

    private static func seconds(_ m: Machine, _ value: Value) throws(Raise) -> Double {
        if let double = m.doubleValue(value) { return double }
        let number = try m.index(value)
        guard let seconds = m.intValue(number) else {
            throw m.raise(.overflowError, "timestamp too large to convert to C PyTime_t")
        }
        return Double(seconds)
    }

    private static func acquire(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try ThreadLock(a[0]).acquire(m, try patience(m, a)))
    }

    private static func release(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard ThreadLock(a[0]).isHeld else { throw m.raise(.runtimeError, "release unlocked lock") }
        ThreadLock(a[0]).release(m)
        return .none
    }

    private static func isLocked(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(ThreadLock(a[0]).isHeld)
    }

    private static func reset(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        for index in 0..<3 { ThreadLock(a[0]).record[index] = .unbound }
        return .none
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let lock = ThreadLock(a[0])
        let name = m.qualifiedTypeName(m.typeOf(a[0]))
        let address = m.addressText(a[0])
        let state = lock.isHeld ? "locked" : "unlocked"
        if m.typeOf(a[0]) == m.runtime.pointee.threads.lockType {
            return m.string("<\(state) \(name) object at \(address)>")
        }
        let owner = lock.isHeld ? m.swiftString(try m.repr(lock.record[1])) : "0"
        return m.string("<\(state) \(name) object owner=\(owner) count=\(lock.count) at \(address)>")
    }

    // MARK: RLock

    private static func acquireAgain(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let lock = ThreadLock(a[0])
        let patience = try patience(m, a)
        if lock.isOwned(m) {
            lock.count += 1
            return .true
        }
        guard try lock.acquire(m, patience) else { return .false }
        lock.record[1] = m.threadIdentity
        return .true
    }

    private static func releaseOnce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let lock = ThreadLock(a[0])
        guard lock.isOwned(m) else { throw m.raise(.runtimeError, "cannot release un-acquired lock") }
        if lock.count > 1 { lock.count -= 1 } else { lock.release(m) }
        return .none
    }

    private static func releaseSave(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let lock = ThreadLock(a[0])
        guard lock.isOwned(m) else { throw m.raise(.runtimeError, "cannot release un-acquired lock") }
        let state = m.tuple(m.int(lock.count), lock.record[1])
        lock.release(m)
        return state
    }

    private static func acquireRestore(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let lock = ThreadLock(a[0])
        guard a[1].isKind(.tuple), Tuple(a[1]).count == 2, Tuple(a[1])[0].isSmallInt else {
            throw m.raise(.typeError, "expected the state of a lock")
        }
        _ = try lock.acquire(m, -1)
        lock.count = Tuple(a[1])[0].smallInt
        lock.record[1] = Tuple(a[1])[1]
        return .none
    }
}
