/// The tasks of a loop that are not done. The loop holds them until it is closed; the collector finalizes a pending task
/// before it goes, and that takes it out. All fields zero is an empty table.
struct TaskTable {
    private var entries: TableMemory<UnsafeMutablePointer<FutureLayout>>
    private(set) var count: Int

    subscript(index: Int) -> Future { Future(pointer: entries[index]) }

    /// Complexity: O(1) amortised.
    @inline(__always)
    mutating func insert(_ task: UnsafeMutablePointer<FutureLayout>) {
        if count == entries.capacity { entries.grow() }
        entries[count] = task
        count &+= 1
        task.pointee.registryIndex = UInt32(truncatingIfNeeded: count)
    }

    /// Complexity: O(1); the last one takes the free place.
    @inline(__always)
    mutating func remove(_ task: UnsafeMutablePointer<FutureLayout>) {
        let index = Int(task.pointee.registryIndex) &- 1
        guard index >= 0, index < count else { return }
        count &-= 1
        let last = entries[count]
        entries[index] = last
        last.pointee.registryIndex = UInt32(truncatingIfNeeded: index &+ 1)
        task.pointee.registryIndex = 0
    }

    mutating func deallocate() {
        entries.deallocate()
        count = 0
    }
}
