import CLibrary

/// The memory of one of a loop's tables: room for `capacity` elements, twice as many each time it grows. All fields zero
/// is no memory yet; the owner of the table frees it with ``deallocate()``.
///
/// Large tables move without being copied, where the system can do that, and leave no holes behind: their memory is part
/// of what a pending task costs.
struct TableMemory<Element> {
    private var elements: UnsafeMutablePointer<Element>?
    private(set) var capacity: Int

    /// Only while there is room for an element.
    @inline(__always) var base: UnsafeMutablePointer<Element> { elements.unsafelyUnwrapped }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    /// Doubles the capacity; what is there stays at its indices, what is added has undefined contents.
    @inline(never)
    mutating func grow() {
        let size = MemoryLayout<Element>.stride
        let new = max(16, capacity * 2)
        guard let memory = minipy_grow_table(elements, capacity * size, new * size) else { Heap.outOfMemory() }
        elements = memory.assumingMemoryBound(to: Element.self)
        capacity = new
    }

    mutating func deallocate() {
        minipy_free_table(elements, capacity * MemoryLayout<Element>.stride)
        elements = nil
        capacity = 0
    }
}
