/// The methods of `tuple`.
enum TupleMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let cls = TypeRef(a[0])
        let isExact = cls == m.type(.tuple)
        if isExact || m.lookup(cls, .__init__) == m.lookup(m.type(.object), .__init__) {
            try m.refuseKeywords(a, "tuple")
        }
        try m.checkCount(a, "tuple", 0, 1)
        let items = a.count > 1 ? try m.tupleFromIterable(a[1]) : m.tuple()
        if isExact { return items }
        let source = Tuple(items)
        let result = m.makeTuple(count: source.count, type: cls)
        result.items.update(from: source.items, count: source.count)
        return result.value
    }

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(Tuple(a[0]).count) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let tuple = Tuple(a[0])
        if tuple.count == 0 { return m.string("()") }
        guard m.reprEnter(a[0]) else { return m.string("(...)") }
        defer { m.reprLeave(a[0]) }
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(codePoint: 0x28)
        for index in 0..<tuple.count {
            if index > 0 { builder.append(", ") }
            try m.appendRepr(tuple[index], &builder)
        }
        if tuple.count == 1 { builder.append(codePoint: 0x2C) }
        builder.append(codePoint: 0x29)
        return builder.finish(m)
    }

    /// CPython's hash of a row of hashes (xxHash's mixing), so that sets of tuples iterate in the same order.
    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try hash(m, Tuple(a[0])))
    }

    /// The hash, which the tuple keeps.
    static func hash(_ m: Machine, _ tuple: Tuple) throws(Raise) -> Int {
        let known = tuple.pointer.pointee.hash
        if known != 0 { return known }
        var mixer = HashMixer()
        var index = 0
        while index < tuple.count {
            let item = tuple[index]
            index &+= 1
            if item.isSmallInt || m.isExactString(item) {
                mixer.add(try m.keyHash(item))
            } else {
                try m.enterNative()
                defer { m.leaveNative() }
                if isUnhashed(m, item) { try hashInside(m, Tuple(item)) }
                mixer.add(try m.hash(item))
            }
        }
        let hash = mixer.finish(tuple.count)
        tuple.pointer.pointee.hash = hash
        return hash
    }

    private static func isUnhashed(_ m: Machine, _ item: Value) -> Bool {
        item.isKind(.tuple) && m.typeOf(item) == m.type(.tuple) && Tuple(item).pointer.pointee.hash == 0
    }

    /// Hashes the tuples in a tuple, innermost first, so that nesting needs no native stack. They stay alive: tuples do
    /// not change.
    private static func hashInside(_ m: Machine, _ outer: Tuple) throws(Raise) {
        var open: [(tuple: Tuple, next: Int)] = []
        var (tuple, index) = (outer, 0)
        while true {
            if index < tuple.count {
                let item = tuple[index]
                index += 1
                if isUnhashed(m, item) {
                    open.append((tuple, index))
                    (tuple, index) = (Tuple(item), 0)
                }
            } else {
                guard let last = open.popLast() else { return }
                _ = try m.keyHash(tuple.value)
                (tuple, index) = last
            }
        }
    }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let tuple = Tuple(a[0])
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: tuple.count) else {
                throw m.raise(.indexError, "tuple index out of range")
            }
            return tuple[index]
        }
        guard m.isSlice(a[1]) else {
            throw m.raise(.typeError, "tuple indices must be integers or slices, not \(m.typeName(a[1]))")
        }
        let slice = try m.sliceIndices(a[1], tuple.count)
        if slice.count == 0 { return m.tuple() }
        if slice.step == 1 {
            if slice.count == tuple.count && m.typeOf(a[0]) == m.type(.tuple) { return a[0] }
            return m.tuple(from: tuple.items + slice.start, count: slice.count)
        }
        let result = m.makeTuple(count: slice.count)
        var index = slice.start
        for number in 0..<slice.count {
            result[number] = tuple[index]
            index &+= slice.step
        }
        return result.value
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try index(m, Tuple(a[0]), a[1], from: 0, to: Int.max) >= 0)
    }

    private static func index(_ m: Machine, _ tuple: Tuple, _ item: Value, from: Int, to: Int) throws(Raise) -> Int {
        var index = from
        while index < tuple.count && index < to {
            if try m.equals(tuple[index], item) { return index }
            index += 1
        }
        return -1
    }

    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let tuple = Tuple(a[0])
        let from = try m.bound(a.optional(2), count: tuple.count, default: 0, orNone: false)
        let to = try m.bound(a.optional(3), count: tuple.count, default: Int.max, orNone: false)
        let index = try index(m, tuple, a[1], from: from, to: to)
        guard index >= 0 else { throw m.raise(.valueError, "tuple.index(x): x not in tuple") }
        return m.int(index)
    }

    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let tuple = Tuple(a[0])
        var total = 0
        for index in 0..<tuple.count where try m.equals(tuple[index], a[1]) { total += 1 }
        return m.int(total)
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.tuple) else {
            throw m.raise(.typeError, "can only concatenate tuple (not \"\(m.typeName(a[1]))\") to tuple")
        }
        return try concatenate(m, Tuple(a[0]), Tuple(a[1]))
    }

    /// A tuple of the items of both.
    static func concatenate(_ m: Machine, _ x: Tuple, _ y: Tuple) throws(Raise) -> Value {
        if x.count == 0 && m.typeOf(y.value) == m.type(.tuple) { return y.value }
        if y.count == 0 && m.typeOf(x.value) == m.type(.tuple) { return x.value }
        try m.checkItems(x.count, adding: y.count)
        let result = m.makeTuple(count: x.count + y.count)
        result.items.update(from: x.items, count: x.count)
        (result.items + x.count).update(from: y.items, count: y.count)
        return result.value
    }

    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = try m.repetitions(a[1])
        let tuple = Tuple(a[0])
        if times == 1 && m.typeOf(a[0]) == m.type(.tuple) { return a[0] }
        let total = try ListMethods.checkRepeated(m, tuple.count, times)
        if total == 0 { return m.tuple() }
        let result = m.makeTuple(count: total)
        ListMethods.fill(result.items, tuple.items, tuple.count, total)
        return result.value
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard a[1].isKind(.tuple) else { return .notImplemented }
        return try compare(m, a[0], a[1], op)
    }

    /// `a op b` for two tuples.
    static func compare(_ m: Machine, _ a: Value, _ b: Value, _ op: Comparison) throws(Raise) -> Value {
        let x = Tuple(a)
        let y = Tuple(b)
        try m.enterNative(" in comparison")
        defer { m.leaveNative() }
        let common = min(x.count, y.count)
        for index in 0..<common where !(try m.equals(x[index], y[index])) {
            if op == .equal { return .false }
            if op == .notEqual { return .true }
            return try m.compare(op, x[index], y[index])
        }
        return Value(op.holds(x.count, y.count))
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.sequenceIterator(a[0], .tupleIterator)
    }

    static func getNewArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.tuple(from: Tuple(a[0]).items, count: Tuple(a[0]).count))
    }

    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
}

/// Mixes the hashes of the items of a tuple or the like into one, as CPython does.
struct HashMixer {
    private static let prime1: UInt = 11_400_714_785_074_694_791
    private static let prime2: UInt = 14_029_467_366_897_019_727
    private static let prime5: UInt = 2_870_177_450_012_600_261
    private var accumulator = HashMixer.prime5

    /// Takes the next item's hash in.
    @inline(__always)
    mutating func add(_ hash: Int) {
        accumulator &+= UInt(bitPattern: hash) &* HashMixer.prime2
        accumulator = accumulator << 31 | accumulator >> 33
        accumulator = accumulator &* HashMixer.prime1
    }

    /// The hash of a tuple of `count` items, never -1.
    func finish(_ count: Int) -> Int { finish(adding: UInt(bitPattern: count) ^ (HashMixer.prime5 ^ 3_527_539)) }

    /// The hash of a fixed number of items, never -1.
    func finishUncounted() -> Int { finish(adding: 0) }

    private func finish(adding salt: UInt) -> Int {
        let result = accumulator &+ salt
        return result == UInt.max ? 1_546_275_796 : Int(bitPattern: result)
    }
}

extension Machine {
    /// The methods of tuple.
    func installTupleType() {
        define(
            .tuple,
            doc: "An immutable sequence. Without an argument it is empty, else it has the items of the iterable.",
            methods: [
                Native("__new__", .any, style: .new, TupleMethods.new),
                Native("__repr__", .none, style: .slot, TupleMethods.repr),
                Native("__hash__", .none, style: .slot, TupleMethods.hash),
                Native("__len__", .none, style: .slot, TupleMethods.length),
                Native("__iter__", .none, style: .slot, TupleMethods.iterator),
                Native("__getitem__", .one, style: .slot, TupleMethods.getItem),
                Native("__contains__", .one, style: .slot, TupleMethods.contains),
                Native("__add__", .one, style: .slot, TupleMethods.add),
                Native("__mul__", .positional(1, 1), style: .slot, TupleMethods.multiply),
                Native("__rmul__", .positional(1, 1), style: .slot, TupleMethods.multiply),
                Native("__getnewargs__", .none, TupleMethods.getNewArguments),
                Native("count", .one, doc: "Return number of occurrences of value.", TupleMethods.count),
                Native("index", .positional(1, 3), doc: "Return first index of value.", TupleMethods.index),
                Native("__class_getitem__", .one, style: .classMethod, TupleMethods.classGetItem),
            ] + comparisons(TupleMethods.compare))
        defineIterator(
            .tupleIterator,
            next: { (m: Machine, iterator: Value) throws(Raise) -> Value in m.nextOfSequence(iterator) },
            methods: SequenceIteratorMethods.methods)
        type(.tupleIterator).pointer.pointee.instanceKind = .listIterator
    }
}
