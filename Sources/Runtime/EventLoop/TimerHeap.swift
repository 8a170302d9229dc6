/// The timers of a loop: a binary heap by deadline, then by the order in which they were set, in memory that the owner
/// frees with ``deallocate()``. All fields zero is an empty heap.
///
/// A cancelled timer stays until it comes to the top; ``removeAll(where:)`` is for when there are too many of them.
struct TimerHeap {
    /// A timer.
    struct Entry {
        /// Nanoseconds of the monotonic clock.
        var deadline: Int64
        var sequence: UInt64
        /// A `TimerHandle`, or a future (a sleep) to be given its result.
        var subject: Value

        @inline(__always)
        static func < (a: Entry, b: Entry) -> Bool {
            a.deadline != b.deadline ? a.deadline < b.deadline : a.sequence < b.sequence
        }
    }

    private var entries: TableMemory<Entry>
    private(set) var count: Int
    private var nextSequence: UInt64

    /// The timer to fire next; only while `count > 0`.
    @inline(__always) var first: Entry { entries[0] }
    @inline(__always) func subject(_ index: Int) -> Value { entries[index].subject }

    /// When a subject's timer fires; nil when it has none. Complexity: O(n).
    func deadline(of subject: Value) -> Int64? {
        for index in 0..<count where self.subject(index) == subject { return entries[index].deadline }
        return nil
    }

    /// Complexity: O(log n), O(1) when deadlines come in order.
    mutating func insert(deadline: Int64, subject: Value) {
        if count == entries.capacity { entries.grow() }
        let entry = Entry(deadline: deadline, sequence: nextSequence, subject: subject)
        nextSequence &+= 1
        count &+= 1
        siftUp(entry, from: count &- 1)
    }

    /// Takes the first timer out. Complexity: O(log n).
    mutating func removeFirst() -> Entry {
        let result = entries[0]
        count &-= 1
        if count > 0 { siftDown(entries[count], from: 0) }
        return result
    }

    /// Takes out all timers that satisfy the condition. Complexity: O(n).
    mutating func removeAll(where condition: (Value) -> Bool) {
        var kept = 0
        for index in 0..<count where !condition(entries[index].subject) {
            entries[kept] = entries[index]
            kept += 1
        }
        count = kept
        var index = kept / 2
        while index > 0 {
            index -= 1
            siftDown(entries[index], from: index)
        }
    }

    mutating func removeAll() { count = 0 }

    mutating func deallocate() {
        entries.deallocate()
        count = 0
    }

    private func siftUp(_ entry: Entry, from start: Int) {
        let entries = self.entries.base
        var index = start
        while index > 0 {
            let parent = (index &- 1) / 2
            if !(entry < entries[parent]) { break }
            entries[index] = entries[parent]
            index = parent
        }
        entries[index] = entry
    }

    private func siftDown(_ entry: Entry, from start: Int) {
        let entries = self.entries.base
        var index = start
        while true {
            var child = index &* 2 &+ 1
            if child >= count { break }
            if child &+ 1 < count, entries[child &+ 1] < entries[child] { child &+= 1 }
            if !(entries[child] < entry) { break }
            entries[index] = entries[child]
            index = child
        }
        entries[index] = entry
    }
}
