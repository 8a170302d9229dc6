// Comparisons that need no call: of numbers, strs, and tuples of these. Sorting, heaps and tables live on them.

extension Machine {
    /// Whether two different keys with the same hash are equal; nil where that takes a call.
    @inline(__always)
    func equalsAtOnce(_ a: Value, _ b: Value) -> Bool? {
        guard a.isCell, b.isCell else { return Value.areSmallInts(a, b) ? false : nil }
        if a.cell.isExact(.string) { return b.cell.isExact(.string) ? Str.equal(Str(a), Str(b)) : nil }
        guard a.cell.isExact(.tuple), b.cell.isExact(.tuple) else { return nil }
        let (x, y) = (Tuple(a), Tuple(b))
        if x.count != y.count { return false }
        var index = 0
        while index < x.count {
            let (item, other) = (x[index], y[index])
            if item != other {
                if Value.areSmallInts(item, other) { return false }
                guard isExactString(item), isExactString(other) else { return nil }
                if !Str.equal(Str(item), Str(other)) { return false }
            }
            index &+= 1
        }
        return true
    }

    /// `a op b` for numbers, strs, and tuples of these; nil where that takes a call.
    func compareAtOnce(_ op: Comparison, _ a: Value, _ b: Value) -> Bool? {
        if a.isCell, b.isCell, a.cell.isExact(.tuple), b.cell.isExact(.tuple) {
            let (x, y) = (Tuple(a), Tuple(b))
            let common = min(x.count, y.count)
            var index = 0
            while index < common {
                let (item, other) = (x[index], y[index])
                index &+= 1
                if item == other { continue }
                guard let order = order(item, other) else { return nil }
                if order != 0 { return op.holds(order, 0) }
            }
            return op.holds(x.count, y.count)
        }
        return order(a, b).map { op.holds($0, 0) }
    }

    /// Negative, zero or positive as one number or str is less than, equal to or greater than another; nil for what
    /// has no order, or one that takes a call.
    @inline(__always)
    private func order(_ a: Value, _ b: Value) -> Int? {
        if Value.areSmallInts(a, b) { return a.smallInt &- b.smallInt }
        if isExactString(a), isExactString(b) { return Str.order(Str(a), Str(b)) }
        guard a.isDouble || a.isSmallInt, b.isDouble || b.isSmallInt else { return nil }
        let (x, y) = (a.isDouble ? a.double : Double(a.smallInt), b.isDouble ? b.double : Double(b.smallInt))
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : nil
    }
}
