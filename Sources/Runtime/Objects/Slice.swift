/// The methods of `slice`, a record of start, stop and step.
enum SliceMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.refuseKeywords(a, "slice")
        try m.checkCount(a, "slice", 1, 3)
        if a.count == 2 { return m.slice(.none, a[1], .none) }
        return m.slice(a[1], a[2], a.count > 3 ? a[3] : .none)
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let slice = Record(a[0])
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append("slice(")
        try m.appendRepr(slice[0], &builder)
        builder.append(", ")
        try m.appendRepr(slice[1], &builder)
        builder.append(", ")
        try m.appendRepr(slice[2], &builder)
        builder.append(")")
        return builder.finish(m)
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let slice = Record(a[0])
        var mixer = HashMixer()
        for index in 0..<3 { mixer.add(try m.hash(slice[index])) }
        return m.int(mixer.finishUncounted())
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard m.isSlice(a[1]) else { return .notImplemented }
        let x = Record(a[0])
        let y = Record(a[1])
        if a[0] == a[1] { return Value(op.holds(0, 0)) }
        return try m.compare(op, m.tuple(x[0], x[1], x[2]), m.tuple(y[0], y[1], y[2]))
    }

    static func indices(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let length = try m.index(a[1])
        if m.isNegative(length) { throw m.raise(.valueError, "length should not be negative") }
        let (start, stop, step) = try indices(m, Record(a[0]), length: length)
        return m.tuple(start, stop, step)
    }

    /// Start, stop and step for a sequence of that length, ints of any size.
    static func indices(
        _ m: Machine, _ slice: Record, length: Value
    ) throws(Raise) -> (start: Value, stop: Value, step: Value) {
        let zero = Value(small: 0)
        let step = slice[2].isNone ? Value(small: 1) : try bound(m, slice[2])
        if step == zero { throw m.raise(.valueError, "slice step cannot be zero") }
        let isDown = m.isNegative(step)
        let low = isDown ? Value(small: -1) : zero
        let high = isDown ? try m.binary(.subtract, length, Value(small: 1)) : length
        func clip(_ value: Value) throws(Raise) -> Value {
            var value = try bound(m, value)
            if m.isNegative(value) {
                value = try m.binary(.add, value, length)
                return try m.compareBool(.less, value, low) ? low : value
            }
            return try m.compareBool(.greater, value, high) ? high : value
        }
        let start = slice[0].isNone ? (isDown ? high : low) : try clip(slice[0])
        let stop = slice[1].isNone ? (isDown ? low : high) : try clip(slice[1])
        return (start, stop, step)
    }

    private static func bound(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        guard m.isIndexable(value) else {
            throw m.raise(.typeError, "slice indices must be integers or None or have an __index__ method")
        }
        return try m.index(value)
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let slice = Record(a[0])
        return m.tuple(m.type(.slice).value, m.tuple(slice[0], slice[1], slice[2]))
    }
}

extension Machine {
    /// The methods of slice.
    func installSliceType() {
        define(
            .slice, doc: "What stands in the brackets of a[start:stop:step].",
            methods: [
                Native("__new__", .any, style: .new, SliceMethods.new),
                Native("__repr__", .none, style: .slot, SliceMethods.repr),
                Native("__hash__", .none, style: .slot, SliceMethods.hash),
                Native("__reduce__", .none, SliceMethods.reduce),
                Native("indices", .one, SliceMethods.indices),
            ] + comparisons(SliceMethods.compare),
            properties: [
                .member("start") { (_: Machine, s: Value) throws(Raise) -> Value in Record(s)[0] },
                .member("stop") { (_: Machine, s: Value) throws(Raise) -> Value in Record(s)[1] },
                .member("step") { (_: Machine, s: Value) throws(Raise) -> Value in Record(s)[2] },
            ])
    }
}
