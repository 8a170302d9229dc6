/// An iterator over a list or a tuple (kind `listIterator`).
struct ListIteratorLayout {
    var header: CellHeader
    /// Unbound once it is exhausted.
    var sequence: Value
    var index: Int
}

/// An iterator over a range of ints that fit into values (kind `rangeIterator`): `next` is the item to come while
/// `step > 0 ? next < stop : next > stop`.
struct RangeIteratorLayout {
    var header: CellHeader
    var next: Int
    var stop: Int
    var step: Int
}
