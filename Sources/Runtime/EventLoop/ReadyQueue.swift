#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a loop runs next, in order: a ring of two-word entries in memory that the owner frees with ``deallocate()``.
/// All fields zero is an empty queue.
struct ReadyQueue {
    /// Two words say what to do, so that the common cases need no handle object:
    ///
    ///     subject            detail
    ///     task               unbound        step the task
    ///     task               false          step the task: what it waits for is done
    ///     task               exception      step the task by raising the exception in it
    ///     gathering future   future         one of its children is done
    ///     callable           future         call it with the future (done callback)
    ///     handle             true           run the handle
    ///     future             none           end `run_until_complete` for this future
    struct Entry {
        var subject: Value
        var detail: Value
    }

    private var entries: UnsafeMutablePointer<Entry>?
    private var head: Int
    private(set) var count: Int
    /// A power of two, or 0.
    private var capacity: Int

    @inline(__always)
    mutating func append(_ subject: Value, _ detail: Value) {
        if count == capacity { grow() }
        entries.unsafelyUnwrapped[(head &+ count) & (capacity &- 1)] = Entry(subject: subject, detail: detail)
        count &+= 1
    }

    /// The oldest entry; only while `count > 0`.
    @inline(__always)
    mutating func removeFirst() -> Entry {
        let entry = entries.unsafelyUnwrapped[head]
        head = (head &+ 1) & (capacity &- 1)
        count &-= 1
        return entry
    }

    /// Gives an entry that was taken out its place back.
    mutating func prepend(_ entry: Entry) {
        if count == capacity { grow() }
        head = (head &- 1) & (capacity &- 1)
        entries.unsafelyUnwrapped[head] = entry
        count &+= 1
    }

    mutating func removeAll() {
        head = 0
        count = 0
    }

    /// Calls `body` with every entry, oldest first.
    @inline(__always)
    func forEach(_ body: (Entry) -> Void) {
        guard let entries else { return }
        for index in 0..<count { body(entries[(head &+ index) & (capacity &- 1)]) }
    }

    mutating func deallocate() {
        free(entries)
        entries = nil
        head = 0
        count = 0
        capacity = 0
    }

    @inline(never)
    private mutating func grow() {
        let new = max(64, capacity * 2)
        guard let memory = malloc(new * MemoryLayout<Entry>.stride) else { Heap.outOfMemory() }
        let fresh = memory.assumingMemoryBound(to: Entry.self)
        for index in 0..<count { fresh[index] = entries.unsafelyUnwrapped[(head &+ index) & (capacity &- 1)] }
        free(entries)
        entries = fresh
        head = 0
        capacity = new
    }
}
