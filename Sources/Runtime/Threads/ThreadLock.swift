import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A `_thread.lock` or `_thread.RLock`: a record of three values.
///
///     0  how often it is held      1  who holds it (RLock)      2  list of the machines that wait, or unbound
struct ThreadLock {
    let record: Record
    @inline(__always) init(_ value: Value) { record = Record(value) }

    var count: Int {
        get { record[0].isSmallInt ? record[0].smallInt : 0 }
        nonmutating set { record[0] = Value(small: newValue) }
    }
    @inline(__always) var isHeld: Bool { count > 0 }

    /// The RLock's owner.
    func isOwned(_ m: Machine) -> Bool { isHeld && record[1] == m.threadIdentity }

    /// Waits up to so many nanoseconds (for ever when negative) until nobody holds the lock, and takes it. Handlers of
    /// signals run meanwhile.
    func acquire(_ m: Machine, _ nanoseconds: Int64) throws(Raise) -> Bool {
        if !isHeld {
            count = 1
            return true
        }
        if nanoseconds == 0 { return false }
        let deadline = nanoseconds < 0 ? 0 : Clock.system(CLOCK_MONOTONIC) &+ nanoseconds
        // A wait that ends in vain takes its time on the virtual clock, too.
        let virtualEnd = m.clock.pointee.isVirtual ? m.clock.pointee.monotonic() &+ nanoseconds : nil
        let me = Value(small: Int(bitPattern: m.state))
        while true {
            let rest = nanoseconds < 0 ? -1 : deadline &- Clock.system(CLOCK_MONOTONIC)
            if nanoseconds >= 0, rest <= 0 {
                if let virtualEnd { m.clock.pointee.jump(to: virtualEnd) }
                return false
            }
            if record[2].isUnbound { record[2] = m.list().value }
            List(record[2]).append(m, me)
            m.state.pointee.isWoken = false
            m.park(rest)
            forget(me)
            if !isHeld {
                count = 1
                return true
            }
            if m.state.pointee.interrupt.pointee & InterruptReason.signal != 0 { try m.safepoint() }
        }
    }

    private func forget(_ machine: Value) {
        let waiting = List(record[2])
        var target = 0
        for index in 0..<waiting.count where waiting[index] != machine {
            waiting[target] = waiting[index]
            target += 1
        }
        waiting.pointer.pointee.count = target
    }

    /// Nobody holds the lock any more; one of those that wait may try.
    func release(_ m: Machine) {
        count = 0
        record[1] = .unbound
        guard record[2].isBound, List(record[2]).count > 0 else { return }
        let waiting = List(record[2])
        let first = waiting[0]
        forget(first)
        if let state = UnsafeMutablePointer<MachineState>(bitPattern: first.smallInt) { m.wake(state) }
    }
}

extension Machine {
    /// `get_ident()`.
    var threadIdentity: Value { Machine.threadIdentity(minipy_thread_identity()) }

    /// An identity as a small int: addresses of the process fit.
    static func threadIdentity(_ identity: UInt64) -> Value {
        Value(small: Int(truncatingIfNeeded: identity & UInt64(Value.maxSmallInt)))
    }
}
