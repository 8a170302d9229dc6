#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A list: the items lie in memory that the cell owns (`Heap+Buffers.swift`).
struct ListLayout {
    var header: CellHeader
    var items: UnsafeMutablePointer<Value>?
    var count: Int
    var capacity: Int
}

/// A trivial reference to a list. Whoever calls into the script must read `items` and `count` again afterwards.
struct List {
    let pointer: UnsafeMutablePointer<ListLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) init(pointer: UnsafeMutablePointer<ListLayout>) { self.pointer = pointer }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { pointer.pointee.count }
    /// The items; only while `count > 0`.
    @inline(__always) var items: UnsafeMutablePointer<Value> { pointer.pointee.items.unsafelyUnwrapped }
    @inline(__always) subscript(index: Int) -> Value {
        get { items[index] }
        nonmutating set { items[index] = newValue }
    }

    /// Adds an item at the end. Complexity: O(1) amortised.
    @inline(__always)
    func append(_ m: Machine, _ value: Value) {
        let count = pointer.pointee.count
        if count == pointer.pointee.capacity { reserve(m, count + 1) }
        pointer.pointee.items.unsafelyUnwrapped[count] = value
        pointer.pointee.count = count &+ 1
    }

    /// Makes room for `count` items in all.
    @inline(never)
    func reserve(_ m: Machine, _ count: Int) {
        guard count > pointer.pointee.capacity else { return }
        let old = pointer.pointee.capacity
        let capacity = max(count, 4, old < 16 ? old &* 2 : old + old >> 1)
        let bytes = capacity * MemoryLayout<Value>.stride
        let memory = m.heap.pointee.resizeBuffer(
            pointer.pointee.items, from: pointer.pointee.capacity * MemoryLayout<Value>.stride, to: bytes)
        pointer.pointee.items = memory.assumingMemoryBound(to: Value.self)
        m.heap.pointee.noteExternal(bytes: (capacity - pointer.pointee.capacity) * MemoryLayout<Value>.stride)
        pointer.pointee.capacity = capacity
    }
}
