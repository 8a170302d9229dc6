/// A tuple: the items lie in the cell.
struct TupleLayout {
    var header: CellHeader
    /// 0 when not computed yet.
    var hash: Int
    var count: Int
    // items follow
}

/// A trivial reference to a tuple.
struct Tuple {
    let pointer: UnsafeMutablePointer<TupleLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) init(pointer: UnsafeMutablePointer<TupleLayout>) { self.pointer = pointer }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { pointer.pointee.count }
    /// The items, inside the cell.
    @inline(__always) var items: UnsafeMutablePointer<Value> {
        UnsafeMutableRawPointer(pointer + 1).assumingMemoryBound(to: Value.self)
    }
    @inline(__always) subscript(index: Int) -> Value {
        get { items[index] }
        nonmutating set { items[index] = newValue }
    }
}
