import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The descriptors that a loop watches, and whom to call when one is ready (`add_reader`, `add_writer`). All fields
/// zero is an empty table; the owner frees it with ``deallocate()``.
struct WatcherTable {
    /// A descriptor and whom to call when it can be read or written.
    struct Watcher {
        var descriptor: Int32
        /// Handles, or unbound.
        var reader: Value
        var writer: Value
    }
    private var watchers: TableMemory<Watcher>
    private(set) var count: Int

    subscript(index: Int) -> UnsafeMutablePointer<Watcher> { watchers.base + index }

    /// The entry for a descriptor, or nil.
    func find(_ descriptor: Int32) -> UnsafeMutablePointer<Watcher>? {
        for index in 0..<count where self[index].pointee.descriptor == descriptor { return self[index] }
        return nil
    }

    mutating func add(_ descriptor: Int32) -> UnsafeMutablePointer<Watcher> {
        if let found = find(descriptor) { return found }
        if count == watchers.capacity { watchers.grow() }
        count += 1
        self[count - 1].initialize(to: Watcher(descriptor: descriptor, reader: .unbound, writer: .unbound))
        return self[count - 1]
    }

    /// Forgets an entry that has neither reader nor writer.
    mutating func removeIfIdle(_ descriptor: Int32) {
        guard let entry = find(descriptor), entry.pointee.reader.isUnbound, entry.pointee.writer.isUnbound else {
            return
        }
        count -= 1
        entry.pointee = self[count].pointee
    }

    func trace(_ marker: inout Marker) {
        for index in 0..<count {
            marker.visit(self[index].pointee.reader)
            marker.visit(self[index].pointee.writer)
        }
    }

    mutating func deallocate() {
        watchers.deallocate()
        count = 0
    }
}

/// Waiting: for the next timer, for descriptors, for a signal. The operating system is asked only when there is
/// something to wait for, and waiting costs no processor time.
extension Machine {
    /// Nothing is ready: waits until a timer is due, a descriptor is ready or a signal came.
    @inline(never)
    func waitForWork(_ loop: EventLoop) throws(Raise) {
        let l = loop.pointer
        let selector = l.pointee.selector
        if selector.isBound, !selector.isNone { return try select(loop, selector) }
        guard l.pointee.timers.count > 0 else { return try poll(loop, timeout: -1) }
        let deadline = l.pointee.timers.first.deadline
        if clock.pointee.isVirtual {
            if l.pointee.watchers.count > 0 { try poll(loop, timeout: 0) }
            if hasThreads { try waitForThreads(loop) }
            if l.pointee.ready.count == 0 { clock.pointee.jump(to: deadline) }
            return
        }
        let timeout = deadline &- (try now(loop))
        if timeout > 0 {
            try poll(loop, timeout: min(timeout, 86_400_000_000_000))
        } else if l.pointee.watchers.count > 0 {
            try poll(loop, timeout: 0)
        }
    }

    /// The same with a limit that is given, in nanoseconds; negative is none.
    func waitForWork(_ loop: EventLoop, atMost timeout: Int64) throws(Raise) {
        guard clock.pointee.isVirtual, timeout > 0 else { return try poll(loop, timeout: timeout) }
        if loop.pointer.pointee.watchers.count > 0 { try poll(loop, timeout: 0) }
        if hasThreads { try waitForThreads(loop) }
        if loop.pointer.pointee.ready.count == 0 {
            clock.pointee.jump(to: clock.pointee.monotonic().addingReportingOverflow(timeout).partialValue)
        }
    }

    /// Virtual time stands still while other threads work: waits until they have something for the loop, or wait for
    /// locks themselves. One that has been in a call of the system for seconds is taken for one that waits.
    private func waitForThreads(_ loop: EventLoop) throws(Raise) {
        var patience = 2_000
        while loop.pointer.pointee.ready.count == 0, patience > 0, othersRun {
            try poll(loop, timeout: 1_000_000)
            patience -= 1
        }
    }

    /// Waits up to `timeout` nanoseconds (for ever when negative) for the watched descriptors, and schedules the handles
    /// of those that are ready. Signals end the wait.
    @inline(never)
    func poll(_ loop: EventLoop, timeout: Int64) throws(Raise) {
        let l = loop.pointer
        let count = l.pointee.watchers.count
        try withUnsafeTemporaryAllocation(of: pollfd.self, capacity: count + 1) { (buffer) throws(Raise) in
            guard let descriptors = buffer.baseAddress else { return }
            for index in 0..<count {
                let watcher = l.pointee.watchers[index].pointee
                let events = (watcher.reader.isBound ? POLLIN : 0) | (watcher.writer.isBound ? POLLOUT : 0)
                descriptors[index] = pollfd(fd: watcher.descriptor, events: Int16(events), revents: 0)
            }
            var total = count
            if hasThreads, timeout != 0 {
                loop.openWakePipe()
                descriptors[count] = pollfd(fd: l.pointee.wakeReader - 1, events: Int16(POLLIN), revents: 0)
                total += 1
                l.pointee.isWaiting = true
            }
            let ready = wait(descriptors, total, timeout)
            l.pointee.isWaiting = false
            if total > count, descriptors[count].revents != 0 { loop.drainWakePipe() }
            if state.pointee.interrupt.pointee != 0 { try safepoint() }
            guard ready > 0 else { return }
            for index in 0..<count where descriptors[index].revents != 0 {
                schedule(loop, descriptors[index].fd, Int32(descriptors[index].revents))
            }
        }
    }

    private func schedule(_ loop: EventLoop, _ descriptor: Int32, _ events: Int32) {
        guard let watcher = loop.pointer.pointee.watchers.find(descriptor) else { return }
        let failed = events & Int32(POLLERR | POLLHUP | POLLNVAL) != 0
        if watcher.pointee.reader.isBound, failed || events & Int32(POLLIN) != 0 {
            loop.pointer.pointee.ready.append(watcher.pointee.reader, .true)
        }
        if watcher.pointee.writer.isBound, failed || events & Int32(POLLOUT) != 0 {
            loop.pointer.pointee.ready.append(watcher.pointee.writer, .true)
        }
    }

    /// The system call. Signals are blocked while the machine looks whether one came, and let in by the wait itself, so
    /// that none falls between the two.
    private func wait(_ descriptors: UnsafeMutablePointer<pollfd>, _ count: Int, _ timeout: Int64) -> Int32 {
        var blocked = sigset_t()
        var before = sigset_t()
        sigfillset(&blocked)
        pthread_sigmask(SIG_SETMASK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        if state.pointee.interrupt.pointee & InterruptReason.signal != 0 { return 0 }
        return unlocked { minipy_poll(descriptors, count, timeout, &before) }
    }
}
