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

    /// Its capacity is a power of two, or 0.
    private var entries: TableMemory<Entry>
    private var head: Int
    private(set) var count: Int

    @inline(__always)
    mutating func append(_ subject: Value, _ detail: Value) {
        if count == entries.capacity { grow() }
        entries[(head &+ count) & (entries.capacity &- 1)] = Entry(subject: subject, detail: detail)
        count &+= 1
    }

    /// The oldest entry; only while `count > 0`.
    @inline(__always)
    mutating func removeFirst() -> Entry {
        let entry = entries[head]
        head = (head &+ 1) & (entries.capacity &- 1)
        count &-= 1
        return entry
    }

    /// Gives an entry that was taken out its place back.
    mutating func prepend(_ entry: Entry) {
        if count == entries.capacity { grow() }
        head = (head &- 1) & (entries.capacity &- 1)
        entries[head] = entry
        count &+= 1
    }

    mutating func removeAll() {
        head = 0
        count = 0
    }

    /// Calls `body` with every entry, oldest first.
    @inline(__always)
    func forEach(_ body: (Entry) -> Void) {
        for index in 0..<count { body(entries[(head &+ index) & (entries.capacity &- 1)]) }
    }

    mutating func deallocate() {
        entries.deallocate()
        head = 0
        count = 0
    }

    @inline(never)
    private mutating func grow() {
        entries.grow()
        // It was full: the entries before the head are the newest ones and follow the rest now.
        (entries.base + count).update(from: entries.base, count: head)
    }
}
