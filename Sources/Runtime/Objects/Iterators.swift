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
