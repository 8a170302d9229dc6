/// An iterator over a list or a tuple (kind `listIterator`).
struct ListIteratorLayout {
    var header: CellHeader
    /// Unbound once it is exhausted.
    var sequence: Value
    var index: Int
}

/// An iterator over a range of machine ints (kind `rangeIterator`): `next` is the item to come while `remaining > 0`.
struct RangeIteratorLayout {
    var header: CellHeader
    var next: Int
    var remaining: Int
    var step: Int
}

extension Machine {
    /// An iterator that counts through a sequence: a record of the sequence, unbound once it is exhausted, and the
    /// index of the next item.
    @inline(__always)
    func indexIterator(_ type: TypeRef, over sequence: Value) -> Value {
        let iterator = record(type, count: 2)
        iterator[0] = sequence
        iterator[1] = Value(small: 0)
        return iterator.value
    }
}
