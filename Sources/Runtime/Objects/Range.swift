/// A range: a row of four ints in a cell of kind `range`, laid out like a record.
struct RangeRef {
    let record: Record
    @inline(__always) init(_ value: Value) { record = Record(value) }
    @inline(__always) var value: Value { record.value }
    @inline(__always) var start: Value { record[0] }
    @inline(__always) var stop: Value { record[1] }
    @inline(__always) var step: Value { record[2] }
    @inline(__always) var length: Value { record[3] }
    /// Whether all of it can be computed with machine words.
    @inline(__always) var isSmall: Bool {
        Value.areSmallInts(record[0], record[1]) && Value.areSmallInts(record[2], record[3])
    }
    @inline(__always) var smallStart: Int { record[0].smallInt }
    @inline(__always) var smallStep: Int { record[2].smallInt }
    @inline(__always) var smallCount: Int { record[3].smallInt }
}

extension Machine {
    /// `range(start, stop, step)` of ints, step not zero.
    func range(_ start: Value, _ stop: Value, _ step: Value) throws(Raise) -> Value {
        let size = MemoryLayout<RecordLayout>.stride + 4 * MemoryLayout<Value>.stride
        let record = Record(Value(Cell(newCell(size: size, kind: .range, type: type(.range), aux: 4))))
        record[0] = start
        record[1] = stop
        record[2] = step
        record[3] = Value(small: 0)
        if start.isSmallInt && Value.areSmallInts(stop, step) {
            let from = start.smallInt
            let to = stop.smallInt
            let by = step.smallInt
            if by > 0 {
                record[3] = from < to ? int((to - from - 1) / by + 1) : Value(small: 0)
            } else {
                record[3] = from > to ? int((from - to - 1) / (0 - by) + 1) : Value(small: 0)
            }
        } else {
            record[3] = try bigLength(start, stop, step)
        }
        return record.value
    }

    private func bigLength(_ start: Value, _ stop: Value, _ step: Value) throws(Raise) -> Value {
        let isDown = isNegative(step)
        let (low, high) = isDown ? (stop, start) : (start, stop)
        guard try compareBool(.less, low, high) else { return Value(small: 0) }
        let stride = isDown ? try unary(.negative, step) : step
        let distance = try binary(.subtract, try binary(.subtract, high, low), Value(small: 1))
        return try binary(.add, try binary(.floorDivide, distance, stride), Value(small: 1))
    }

    /// A range of machine ints, for natives.
    func range(_ start: Int, _ stop: Int, _ step: Int = 1) throws(Raise) -> Value {
        try range(int(start), int(stop), int(step))
    }
}

/// The methods of `range`.
enum RangeMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.refuseKeywords(a, "range")
        try m.checkCount(a, "range", 1, 3)
        if a.count == 2 { return try m.range(Value(small: 0), try m.index(a[1]), Value(small: 1)) }
        let start = try m.index(a[1])
        let stop = try m.index(a[2])
        let step = a.count > 3 ? try m.index(a[3]) : Value(small: 1)
        if step == Value(small: 0) { throw m.raise(.valueError, "range() arg 3 must not be zero") }
        return try m.range(start, stop, step)
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        let start = m.swiftString(try m.repr(range.start))
        let stop = m.swiftString(try m.repr(range.stop))
        if range.step == Value(small: 1) { return m.string("range(\(start), \(stop))") }
        return m.string("range(\(start), \(stop), \(m.swiftString(try m.repr(range.step))))")
    }

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let length = RangeRef(a[0]).length
        guard m.intValue(length) != nil else {
            throw m.raise(.overflowError, "Python int too large to convert to C ssize_t")
        }
        return length
    }

    static func truth(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(RangeRef(a[0]).length != Value(small: 0))
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        var key = m.tuple(range.length, .none, .none)
        if range.length == Value(small: 1) {
            key = m.tuple(range.length, range.start, .none)
        } else if range.length != Value(small: 0) {
            key = m.tuple(range.length, range.start, range.step)
        }
        return m.int(try m.hash(key))
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard a[1].isKind(.range), op == .equal || op == .notEqual else { return .notImplemented }
        let x = RangeRef(a[0])
        let y = RangeRef(a[1])
        var areEqual = try m.equals(x.length, y.length)
        if areEqual && x.length != Value(small: 0) {
            areEqual = try m.equals(x.start, y.start)
            if areEqual && x.length != Value(small: 1) { areEqual = try m.equals(x.step, y.step) }
        }
        return Value(areEqual == (op == .equal))
    }

    /// The item at an index that is in range.
    private static func item(_ m: Machine, _ range: RangeRef, _ index: Value) throws(Raise) -> Value {
        if range.isSmall && index.isSmallInt {
            return m.int(range.smallStart &+ index.smallInt &* range.smallStep)
        }
        return try m.binary(.add, range.start, try m.binary(.multiply, index, range.step))
    }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        if m.isIndexable(a[1]) {
            var index = try m.index(a[1])
            if m.isNegative(index) { index = try m.binary(.add, index, range.length) }
            guard !m.isNegative(index), try m.compareBool(.less, index, range.length) else {
                throw m.raise(.indexError, "range object index out of range")
            }
            return try item(m, range, index)
        }
        guard m.isSlice(a[1]) else {
            throw m.raise(.typeError, "range indices must be integers or slices, not \(m.typeName(a[1]))")
        }
        let (start, stop, step) = try SliceMethods.indices(m, Record(a[1]), length: range.length)
        let newStart = try m.binary(.add, range.start, try m.binary(.multiply, start, range.step))
        let newStop = try m.binary(.add, range.start, try m.binary(.multiply, stop, range.step))
        return try m.range(newStart, newStop, try m.binary(.multiply, step, range.step))
    }

    /// The index of an int in the range, or unbound.
    private static func find(_ m: Machine, _ range: RangeRef, _ item: Value) throws(Raise) -> Value {
        let item = m.plainInt(item)
        if range.isSmall && item.isSmallInt {
            let distance = item.smallInt - range.smallStart
            guard distance % range.smallStep == 0 else { return .unbound }
            let index = distance / range.smallStep
            return index >= 0 && index < range.smallCount ? m.int(index) : .unbound
        }
        let distance = try m.binary(.subtract, item, range.start)
        guard try m.equals(try m.binary(.modulo, distance, range.step), Value(small: 0)) else { return .unbound }
        let index = try m.binary(.floorDivide, distance, range.step)
        if m.isNegative(index) { return .unbound }
        return try m.compareBool(.less, index, range.length) ? index : .unbound
    }

    private static func isPlainInt(_ m: Machine, _ value: Value) -> Bool {
        value.isSmallInt || value.isBool || (m.isInt(value) && m.typeOf(value) == m.type(.int))
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        if isPlainInt(m, a[1]) { return Value(try find(m, range, a[1]).isBound) }
        let iterator = iterator(m, range)
        while true {
            let item = try m.next(iterator)
            if item.isUnbound { return .false }
            if try m.equals(item, a[1]) { return .true }
        }
    }

    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        if isPlainInt(m, a[1]) {
            let index = try find(m, range, a[1])
            if index.isBound { return index }
            throw m.raise(.valueError, "\(m.swiftString(try m.repr(a[1]))) is not in range")
        }
        let iterator = iterator(m, range)
        var index = 0
        while true {
            let item = try m.next(iterator)
            if item.isUnbound { throw m.raise(.valueError, "sequence.index(x): x not in sequence") }
            if try m.equals(item, a[1]) { return m.int(index) }
            index += 1
        }
    }

    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        if isPlainInt(m, a[1]) { return Value(small: try find(m, range, a[1]).isBound ? 1 : 0) }
        let iterator = iterator(m, range)
        var total = 0
        while true {
            let item = try m.next(iterator)
            if item.isUnbound { return m.int(total) }
            if try m.equals(item, a[1]) { total += 1 }
        }
    }

    // MARK: Iteration

    /// An iterator over a range: of machine words if they suffice.
    @inline(__always)
    static func iterator(_ m: Machine, _ range: RangeRef) -> Value {
        guard range.isSmall else { return longIterator(m, range.start, range.step, range.length) }
        return wordIterator(m, range.smallStart, range.smallStep, range.smallCount)
    }

    @inline(__always)
    private static func wordIterator(_ m: Machine, _ start: Int, _ step: Int, _ count: Int) -> Value {
        let memory = m.newCell(
            size: MemoryLayout<RangeIteratorLayout>.stride, kind: .rangeIterator, type: m.type(.rangeIterator))
        let layout = memory.assumingMemoryBound(to: RangeIteratorLayout.self)
        layout.pointee.next = start
        layout.pointee.step = step
        layout.pointee.remaining = count
        return Value(Cell(memory))
    }

    private static func longIterator(_ m: Machine, _ start: Value, _ step: Value, _ count: Value) -> Value {
        let record = m.record(.longrangeIterator, count: 3)
        record[0] = start
        record[1] = step
        record[2] = count
        return record.value
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { iterator(m, RangeRef(a[0])) }

    static func reversed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        if range.isSmall {
            let last = range.smallStart &+ (range.smallCount &- 1) &* range.smallStep
            return wordIterator(m, last, 0 &- range.smallStep, range.smallCount)
        }
        let last = try item(m, range, try m.binary(.subtract, range.length, Value(small: 1)))
        return longIterator(m, last, try m.unary(.negative, range.step), range.length)
    }

    static func nextWord(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<RangeIteratorLayout> = iterator.layout()
        guard layout.pointee.remaining > 0 else { return .unbound }
        let item = layout.pointee.next
        layout.pointee.remaining &-= 1
        layout.pointee.next = item &+ layout.pointee.step
        return m.int(item)
    }

    static func nextLong(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[2] != Value(small: 0) else { return .unbound }
        let item = record[0]
        record[0] = try m.binary(.add, item, record[1])
        record[2] = try m.binary(.subtract, record[2], Value(small: 1))
        return item
    }

    static func wordLengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(a[0].layout(RangeIteratorLayout.self).pointee.remaining)
    }
    static func setWordState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<RangeIteratorLayout> = a[0].layout()
        let steps = min(max(0, try m.sizeArgument(a[1])), layout.pointee.remaining)
        layout.pointee.next = layout.pointee.next &+ steps &* layout.pointee.step
        layout.pointee.remaining -= steps
        return .none
    }
    static func longLengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Record(a[0])[2] }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let range = RangeRef(a[0])
        return m.tuple(m.type(.range).value, m.tuple(range.start, range.stop, range.step))
    }
}

extension Machine {
    /// The methods of range and its iterators.
    func installRangeType() {
        define(
            .range, doc: "The ints from start (0) to stop, stop not included, by step (1).",
            methods: [
                Native("__new__", .any, style: .new, RangeMethods.new),
                Native("__repr__", .none, style: .slot, RangeMethods.repr),
                Native("__hash__", .none, style: .slot, RangeMethods.hash),
                Native("__bool__", .none, style: .slot, RangeMethods.truth),
                Native("__len__", .none, style: .slot, RangeMethods.length),
                Native("__iter__", .none, style: .slot, RangeMethods.iterator),
                Native("__getitem__", .one, style: .slot, RangeMethods.getItem),
                Native("__contains__", .one, style: .slot, RangeMethods.contains),
                Native("__reversed__", .none, RangeMethods.reversed),
                Native("__reduce__", .none, RangeMethods.reduce),
                Native("count", .one, RangeMethods.count),
                Native("index", .one, RangeMethods.index),
            ] + comparisons(RangeMethods.compare),
            properties: [
                .member("start") { (_: Machine, r: Value) throws(Raise) -> Value in RangeRef(r).start },
                .member("stop") { (_: Machine, r: Value) throws(Raise) -> Value in RangeRef(r).stop },
                .member("step") { (_: Machine, r: Value) throws(Raise) -> Value in RangeRef(r).step },
            ])
        defineIterator(
            .rangeIterator, next: RangeMethods.nextWord,
            methods: [
                Native("__length_hint__", .none, RangeMethods.wordLengthHint),
                Native("__setstate__", .one, RangeMethods.setWordState),
            ])
        defineIterator(
            .longrangeIterator, next: RangeMethods.nextLong,
            methods: [Native("__length_hint__", .none, RangeMethods.longLengthHint)])
    }
}
