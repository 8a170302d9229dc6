/// `__reduce__` of the built-in iterators: how `copy` and `pickle` make one that goes on at the same place.
enum IteratorReduction {
    /// `(iter, (iterable,))`, with the state that `__setstate__` takes.
    private static func iter(_ m: Machine, _ iterable: Value, state: Value = .unbound) throws(Raise) -> Value {
        let function = try m.getAttribute(try m.importModule("builtins"), m.intern("iter"))
        return state.isBound ? m.tuple(function, m.tuple(iterable), state) : m.tuple(function, m.tuple(iterable))
    }

    /// Over a list or a tuple.
    static func sequence(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<ListIteratorLayout> = a[0].layout()
        guard layout.pointee.sequence.isBound else {
            return try iter(m, m.typeOf(a[0]) == m.type(.listIterator) ? m.list().value : m.tuple())
        }
        return try iter(m, layout.pointee.sequence, state: m.int(layout.pointee.index))
    }

    /// Backwards over a sequence.
    static func reversed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let isOfList = m.typeOf(a[0]) == m.type(.listReverseiterator)
        let type = isOfList ? m.type(.reversed) : m.typeOf(a[0])
        if record[0].isUnbound || isOfList && record[1].smallInt < 0 {
            return m.tuple(type.value, m.tuple(isOfList ? m.list().value : m.tuple()))
        }
        return m.tuple(type.value, m.tuple(record[0]), record[1])
    }

    /// Over a str or bytes: a record of it and the index.
    static func text(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        if record[0].isBound { return try iter(m, record[0], state: record[1]) }
        let type = m.typeOf(a[0])
        let isOfText = type == m.type(.strIterator) || type == m.type(.strAsciiIterator)
        return try iter(m, isOfText ? m.string("") : m.tuple())
    }

    static func range(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<RangeIteratorLayout> = a[0].layout()
        let step = m.int(layout.pointee.step)
        let start = m.int(layout.pointee.next)
        let distance = try m.binary(.multiply, m.int(layout.pointee.remaining), step)
        return try iter(m, try m.range(start, try m.binary(.add, start, distance), step), state: .none)
    }

    static func longRange(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let distance = try m.binary(.multiply, record[2], record[1])
        return try iter(
            m, try m.range(record[0], try m.binary(.add, record[0], distance), record[1]), state: .none)
    }

    static func setLongRangeState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        var steps = try m.index(a[1])
        if m.isNegative(steps) { steps = Value(small: 0) }
        if try m.compareBool(.greater, steps, record[2]) { steps = record[2] }
        record[0] = try m.binary(.add, record[0], try m.binary(.multiply, steps, record[1]))
        record[2] = try m.binary(.subtract, record[2], steps)
        return .none
    }

    /// Over a set or dict: the items that are left, as a list.
    static func remaining(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let size = MemoryLayout<RecordLayout>.stride + record.count * MemoryLayout<Value>.stride
        let copy = Record(
            Value(Cell(m.newCell(size: size, kind: .record, type: m.typeOf(a[0]), aux: record.count))))
        for index in 0..<record.count { copy[index] = record[index] }
        return try iter(m, try m.listFromIterable(copy.value).value)
    }

    static func callable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        guard record[0].isBound else { return try iter(m, m.tuple()) }
        let function = try m.getAttribute(try m.importModule("builtins"), m.intern("iter"))
        return m.tuple(function, m.tuple(record[0], record[1]))
    }

    static func items(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        return record[0].isBound ? try iter(m, record[0], state: record[1]) : try iter(m, m.tuple())
    }

    static func setItemsState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let index = try m.sizeArgument(a[1])
        if record[0].isBound { record[1] = m.int(max(0, index)) }
        return .none
    }

    static func setBytesState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let index = try m.sizeArgument(a[1])
        if record[0].isBound { record[1] = m.int(min(max(0, index), try m.length(record[0]))) }
        return .none
    }

    // MARK: Adapters

    /// enumerate and filter: the type with the two values of the record, in the order of the arguments.
    static func pair(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.typeOf(a[0]).value, m.tuple(Record(a[0])[0], Record(a[0])[1]))
    }

    static func zip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let type = m.typeOf(a[0]).value
        return record[1].isTrue ? m.tuple(type, record[0], .true) : m.tuple(type, record[0])
    }

    static func map(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let iterators = Tuple(record[1])
        let args = m.makeTuple(count: iterators.count + 1)
        args[0] = record[0]
        for index in 0..<iterators.count { args[index + 1] = iterators[index] }
        return m.tuple(m.typeOf(a[0]).value, args.value)
    }
}

extension Machine {
    /// Gives the built-in iterators, methods and descriptors `__reduce__`.
    func installIteratorReduction() {
        func add(_ type: BuiltinType, _ body: @escaping NativeBody, _ more: [Native] = []) {
            define(type, methods: [Native("__reduce__", .none, body)] + more)
        }
        typealias R = IteratorReduction
        add(.listIterator, R.sequence)
        add(.tupleIterator, R.sequence)
        add(.listReverseiterator, R.reversed)
        add(.reversed, R.reversed)
        add(.strIterator, R.text)
        add(.strAsciiIterator, R.text)
        add(.bytesIterator, R.text, [Native("__setstate__", .one, R.setBytesState)])
        add(.rangeIterator, R.range)
        add(.longrangeIterator, R.longRange, [Native("__setstate__", .one, R.setLongRangeState)])
        for type in [
            BuiltinType.setIterator, .dictKeyiterator, .dictValueiterator, .dictItemiterator, .dictReversekeyiterator,
            .dictReversevalueiterator, .dictReverseitemiterator,
        ] {
            add(type, R.remaining)
        }
        add(.callableIterator, R.callable)
        add(.iterator, R.items, [Native("__setstate__", .one, R.setItemsState)])
        add(.enumerate, R.pair)
        add(.filter, R.pair)
        add(.zip, R.zip)
        add(.map, R.map)
        add(.method, ReduceMethods.method)
        add(.methodWrapper, NativeMethods.reduce)
        for type in [BuiltinType.methodDescriptor, .wrapperDescriptor, .classmethodDescriptor, .getsetDescriptor] {
            add(type, ReduceMethods.descriptor)
        }
    }
}
