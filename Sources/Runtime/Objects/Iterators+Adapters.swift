// The built-in iterators over other iterators: enumerate, zip, map, filter, reversed, iter(callable, sentinel), and the
// fallback over `__getitem__`.

/// `__length_hint__` and `__setstate__` of iterators over lists and tuples.
enum SequenceIteratorMethods {
    static var methods: [Native] {
        [
            Native("__length_hint__", .none, lengthHint),
            Native("__setstate__", .one, setState),
        ]
    }

    private static func lengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<ListIteratorLayout> = a[0].layout()
        let sequence = layout.pointee.sequence
        guard sequence.isBound else { return Value(small: 0) }
        let count = sequence.isKind(.list) ? List(sequence).count : Tuple(sequence).count
        return m.int(max(0, count - layout.pointee.index))
    }

    private static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let index = try m.sizeArgument(a[1])
        a[0].layout(ListIteratorLayout.self).pointee.index = max(0, index)
        return .none
    }
}

/// Iterators that go backwards: over a list (`list.__reversed__`) and over any sequence (`reversed`). A record of the
/// sequence, unbound at the end, and the index to look at next.
enum ReverseIteratorMethods {
    static var methods: [Native] {
        [Native("__length_hint__", .none, lengthHint), Native("__setstate__", .one, setState)]
    }

    /// Moves the iterator to an index, which is clipped to the sequence.
    private static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let index = try m.sizeArgument(a[1])
        if record[0].isBound { record[1] = m.int(max(-1, min(index, try m.length(record[0]) - 1))) }
        return .none
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let index = record[1].smallInt
        guard index >= 0 else {
            record[0] = .unbound
            return .unbound
        }
        if record[0].isKind(.list), m.typeOf(record[0]) == m.type(.list) {
            let list = List(record[0])
            guard index < list.count else {
                record[0] = .unbound
                return .unbound
            }
            record[1] = Value(small: index &- 1)
            return list[index]
        }
        do throws(Raise) {
            let item = try m.getItem(record[0], record[1])
            record[1] = Value(small: index &- 1)
            return item
        } catch {
            guard m.pendingMatches(.indexError) || m.pendingMatches(.stopIteration) else { throw error }
            m.clearPending()
            record[0] = .unbound
            return .unbound
        }
    }

    private static func lengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        guard record[0].isBound else { return Value(small: 0) }
        let left = record[1].smallInt + 1
        return m.int(try m.length(record[0]) < left ? 0 : left)
    }

    /// `reversed(sequence)`.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let cls = TypeRef(a[0])
        if m.takesNoKeywords(TypeRef(a[0]), .reversed) { try m.refuseKeywords(a, "reversed") }
        try m.checkCount(a, "reversed", 1, 1)
        let sequence = a[1]
        let method = m.lookupSpecial(sequence, .__reversed__)
        if method.isNone { throw m.raise(.typeError, "'\(m.typeName(sequence))' object is not reversible") }
        if method.isBound { return try m.callSpecial(sequence, .__reversed__) }
        guard m.isSequence(sequence) else {
            throw m.raise(.typeError, "'\(m.typeName(sequence))' object is not reversible")
        }
        let count = try m.length(sequence)
        let iterator = Record(m.allocateInstance(of: cls))
        iterator[0] = sequence
        iterator[1] = m.int(count - 1)
        return iterator.value
    }
}

/// `enumerate`: a record of the iterator and the next number.
enum EnumerateMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let given = a.count - 1 + a.keywordCount
        guard given == 1 || given == 2 else {
            throw m.raise(
                .typeError,
                a.count == 1
                    ? "enumerate() missing required argument 'iterable'"
                    : "enumerate() takes at most 2 arguments (\(given) given)")
        }
        var iterable = a.optional(1)
        var start = a.optional(2)
        // Two names may come in any order; the first decides what the second has to be.
        let isTurned = a.keywordCount == 2 && Str(a.keywordName(0)).equals("start")
        for index in 0..<a.keywordCount {
            let isIterable = (iterable.isUnbound && index == 0) != isTurned
            let name = a.keywordName(index)
            guard Str(name).equals(isIterable ? "iterable" : "start") else {
                throw m.raise(.typeError, "'\(m.swiftString(name))' is an invalid keyword argument for enumerate()")
            }
            if isIterable { iterable = a.keywordValue(index) } else { start = a.keywordValue(index) }
        }
        let number = start.isUnbound ? Value(small: 0) : try m.index(start)
        let iterator = try m.iterator(of: iterable)
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = iterator
        record[1] = number
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let item = try m.next(record[0])
        guard item.isBound else { return .unbound }
        let number = record[1]
        record[1] = number.isSmallInt ? m.int(number.smallInt &+ 1) : try m.binary(.add, number, Value(small: 1))
        return m.tuple(number, item)
    }

    /// The parts of the next item into two registers; the result is `.deleted`, or unbound at the end.
    static func next(_ m: Machine, _ iterator: Value, into registers: UnsafeMutablePointer<Value>) throws(Raise)
        -> Value
    {
        let record = Record(iterator)
        let item = try m.next(record[0])
        guard item.isBound else { return .unbound }
        let number = record[1]
        record[1] = number.isSmallInt ? m.int(number.smallInt &+ 1) : try m.binary(.add, number, Value(small: 1))
        registers[0] = number
        registers[1] = item
        return .deleted
    }

    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
}

/// `zip`: a record of the tuple of iterators and whether it is strict.
enum ZipMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var isStrict = false
        for index in 0..<a.keywordCount {
            let name = Str(a.keywordName(index))
            guard name.equals("strict") else {
                throw m.unexpectedKeyword("zip", name.value, among: ["strict"], given: a.keywordCount)
            }
            isStrict = try m.truth(a.keywordValue(index))
        }
        let iterators = m.makeTuple(count: a.count - 1)
        for index in 1..<max(1, a.count) { iterators[index - 1] = try m.iterator(of: a[index]) }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = iterators.value
        record[1] = Value(isStrict)
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let iterators = Tuple(record[0])
        let count = iterators.count
        if count == 0 { return .unbound }
        let result = m.makeTuple(count: count)
        var index = 0
        while index < count {
            let item = try m.next(iterators[index])
            if item.isUnbound { return record[1].isTrue ? try endStrict(m, iterators, index) : .unbound }
            result[index] = item
            index &+= 1
        }
        return result.value
    }

    /// The parts of the next item of a `zip` of two into two registers; the result is `.deleted`, or unbound at the end.
    static func next(_ m: Machine, _ iterator: Value, into registers: UnsafeMutablePointer<Value>) throws(Raise)
        -> Value
    {
        let record = Record(iterator)
        let iterators = Tuple(record[0])
        let first = try m.next(iterators[0])
        if first.isUnbound { return record[1].isTrue ? try endStrict(m, iterators, 0) : .unbound }
        let second = try m.next(iterators[1])
        if second.isUnbound { return record[1].isTrue ? try endStrict(m, iterators, 1) : .unbound }
        registers[0] = first
        registers[1] = second
        return .deleted
    }

    static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Record(a[0])[1] = Value(try m.truth(a[1]))
        return .none
    }

    /// One iterator has ended: ValueError unless it is the first one and the others have ended, too.
    private static func endStrict(_ m: Machine, _ iterators: Tuple, _ ended: Int) throws(Raise) -> Value {
        if ended > 0 { throw raiseLength(m, ended, "shorter") }
        for index in 1..<max(1, iterators.count) where try m.next(iterators[index]).isBound {
            throw raiseLength(m, index, "longer")
        }
        return .unbound
    }

    private static func raiseLength(_ m: Machine, _ index: Int, _ word: StaticString) -> Raise {
        let others = index == 1 ? " 1" : "s 1-\(index)"
        return m.raise(.valueError, "zip() argument \(index + 1) is \(word) than argument\(others)")
    }
}

/// `map`: a record of the function and the tuple of iterators.
enum MapMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.takesNoKeywords(TypeRef(a[0]), .map) { try m.refuseKeywords(a, "map") }
        if a.count < 3 { throw m.raise(.typeError, "map() must have at least two arguments.") }
        let iterators = m.makeTuple(count: a.count - 2)
        for index in 2..<a.count { iterators[index - 2] = try m.iterator(of: a[index]) }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = a[1]
        record[1] = iterators.value
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let iterators = Tuple(record[1])
        if iterators.count == 1 {
            let item = try m.next(iterators[0])
            return item.isBound ? try m.call(record[0], item) : .unbound
        }
        let arguments = m.makeTuple(count: iterators.count)
        for index in 0..<iterators.count {
            let item = try m.next(iterators[index])
            if item.isUnbound { return .unbound }
            arguments[index] = item
        }
        if arguments.count == 2 { return try m.call(record[0], arguments[0], arguments[1]) }
        return try m.call(record[0], args: arguments.value, keywords: .unbound)
    }
}

/// `filter`: a record of the function, or None, and the iterator.
enum FilterMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.takesNoKeywords(TypeRef(a[0]), .filter) { try m.refuseKeywords(a, "filter") }
        try m.checkCount(a, "filter", 2, 2)
        let iterator = try m.iterator(of: a[2])
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = a[1]
        record[1] = iterator
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        while true {
            let item = try m.next(record[1])
            if item.isUnbound { return .unbound }
            let verdict = record[0].isNone || record[0] == m.type(.bool).value ? item : try m.call(record[0], item)
            if try m.truth(verdict) { return item }
        }
    }
}

/// Iterators made by `iter`: over a callable until it returns a sentinel, and over `__getitem__` with 0, 1, 2, …; both
/// are records of two values.
enum IterMethods {
    static func nextOfCallable(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        do throws(Raise) {
            let item = try m.call(record[0])
            guard record[0].isBound else { return .unbound }
            if try !m.equals(record[1], item) { return item }
        } catch {
            guard m.pendingMatches(.stopIteration) else { throw error }
            m.clearPending()
        }
        record[0] = .unbound
        record[1] = .unbound
        return .unbound
    }

    static func nextOfSequence(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        do throws(Raise) {
            let item = try m.getItem(record[0], record[1])
            record[1] = m.int((m.intValue(record[1]) ?? 0) &+ 1)
            return item
        } catch {
            guard m.pendingMatches(.indexError) || m.pendingMatches(.stopIteration) else { throw error }
            m.clearPending()
        }
        record[0] = .unbound
        return .unbound
    }

    static func sequenceLengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        guard record[0].isBound else { return Value(small: 0) }
        guard m.lookupSpecial(record[0], .__len__).isBound else { return .notImplemented }
        return m.int(max(0, try m.length(record[0]) - record[1].smallInt))
    }
}

extension Machine {
    /// `iter(callable, sentinel)`.
    func callableIterator(_ callable: Value, _ sentinel: Value) throws(Raise) -> Value {
        guard isCallable(callable) else { throw raise(.typeError, "iter(v, w): v must be callable") }
        let record = record(.callableIterator, count: 2)
        record[0] = callable
        record[1] = sentinel
        return record.value
    }

    /// The built-in iterators over iterators.
    func installIteratorAdapters() {
        defineIterator(
            .enumerate, next: EnumerateMethods.next,
            methods: [
                Native("__new__", .any, style: .new, EnumerateMethods.new),
                Native("__class_getitem__", .one, style: .classMethod, EnumerateMethods.classGetItem),
            ])
        defineIterator(
            .zip, next: ZipMethods.next,
            methods: [
                Native("__new__", .any, style: .new, ZipMethods.new),
                Native("__setstate__", .one, ZipMethods.setState),
            ])
        defineIterator(.map, next: MapMethods.next, methods: [Native("__new__", .any, style: .new, MapMethods.new)])
        defineIterator(
            .filter, next: FilterMethods.next, methods: [Native("__new__", .any, style: .new, FilterMethods.new)])
        defineIterator(
            .reversed, next: ReverseIteratorMethods.next,
            methods: ReverseIteratorMethods.methods
                + [Native("__new__", .any, style: .new, ReverseIteratorMethods.new)])
        defineIterator(.callableIterator, next: IterMethods.nextOfCallable)
        defineIterator(
            .iterator, next: IterMethods.nextOfSequence,
            methods: [Native("__length_hint__", .none, IterMethods.sequenceLengthHint)])
    }

    /// All containers and their iterators.
    func installContainers() {
        installListType()
        installTupleType()
        installDictType()
        installSetTypes()
        installRangeType()
        installSliceType()
        installIteratorAdapters()
        installMappingProxy()
        installIteratorReduction()
    }
}
