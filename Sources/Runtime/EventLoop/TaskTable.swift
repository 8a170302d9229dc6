#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The tasks of a loop that are not done. The loop holds them until it is closed; the collector finalizes a pending task
/// before it goes, and that takes it out. All fields zero is an empty table.
struct TaskTable {
    private var entries: UnsafeMutablePointer<UnsafeMutablePointer<FutureLayout>>?
    private(set) var count: Int
    private var capacity: Int

    subscript(index: Int) -> Future { Future(pointer: entries.unsafelyUnwrapped[index]) }

    /// Complexity: O(1) amortised.
    @inline(__always)
    mutating func insert(_ task: UnsafeMutablePointer<FutureLayout>) {
        if count == capacity { grow() }
        entries.unsafelyUnwrapped[count] = task
        count &+= 1
        task.pointee.registryIndex = UInt32(truncatingIfNeeded: count)
    }

    /// Complexity: O(1); the last one takes the free place.
    @inline(__always)
    mutating func remove(_ task: UnsafeMutablePointer<FutureLayout>) {
        let index = Int(task.pointee.registryIndex) &- 1
        guard index >= 0, index < count else { return }
        count &-= 1
        let last = entries.unsafelyUnwrapped[count]
        entries.unsafelyUnwrapped[index] = last
        last.pointee.registryIndex = UInt32(truncatingIfNeeded: index &+ 1)
        task.pointee.registryIndex = 0
    }

    mutating func deallocate() {
        free(entries)
        entries = nil
        count = 0
        capacity = 0
    }

    @inline(never)
    private mutating func grow() {
        let new = max(16, capacity * 2)
        let size = MemoryLayout<UnsafeMutablePointer<FutureLayout>>.stride
        guard let memory = realloc(entries, new * size) else { Heap.outOfMemory() }
        entries = memory.assumingMemoryBound(to: UnsafeMutablePointer<FutureLayout>.self)
        capacity = new
    }
}
