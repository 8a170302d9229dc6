/// The native half of `collections`.
enum CollectionsModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let type = m.makeNativeType(
            "deque", module: "collections", recordSize: 5, flags: [.subclassable, .matchesSequence])
        let forward = m.makeNativeType(
            "_deque_iterator", module: "collections", recordSize: 3, flags: [])
        let backward = m.makeNativeType(
            "_deque_reverse_iterator", module: "collections", recordSize: 3, flags: [])
        let methods = [
            Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try DequeMethods.newIterator(m, a, of: type)
            },
            Native("__length_hint__", .none, DequeMethods.lengthHint),
            Native("__reduce__", .none, DequeMethods.reduceIterator),
        ]
        m.defineIterator(
            forward,
            next: { (m: Machine, i: Value) throws(Raise) -> Value in try DequeMethods.next(m, i, isReversed: false) },
            methods: methods)
        m.defineIterator(
            backward,
            next: { (m: Machine, i: Value) throws(Raise) -> Value in try DequeMethods.next(m, i, isReversed: true) },
            methods: methods)
        m.define(
            type, doc: "A list-like sequence with fast appends and pops at both ends.",
            methods: [
                Native("__new__", .any, style: .new, DequeMethods.new),
                Native("__init__", .signature("iterable=(), maxlen=None"), style: .slot, DequeMethods.initialize),
                Native("__repr__", .none, style: .slot, DequeMethods.repr),
                Native("__len__", .none, style: .slot, DequeMethods.length),
                Native("__iter__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    DequeMethods.iterator(m, a[0], forward)
                },
                Native("__reversed__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    DequeMethods.iterator(m, a[0], backward)
                },
                Native("__getitem__", .one, style: .slot, DequeMethods.getItem),
                Native("__setitem__", .positional(2, 2), style: .slot, DequeMethods.setItem),
                Native("__delitem__", .one, style: .slot, DequeMethods.deleteItem),
                Native("__contains__", .one, style: .slot, DequeMethods.contains),
                Native("__add__", .one, style: .slot, DequeMethods.add),
                Native("__iadd__", .one, style: .slot, DequeMethods.addInPlace),
                Native("__mul__", .positional(1, 1), style: .slot, DequeMethods.multiply),
                Native("__rmul__", .positional(1, 1), style: .slot, DequeMethods.multiply),
                Native("__imul__", .positional(1, 1), style: .slot, DequeMethods.multiplyInPlace),
                Native("__copy__", .none, DequeMethods.copy),
                Native("__reduce__", .none, DequeMethods.reduce),
                Native("append", .one, DequeMethods.append),
                Native("appendleft", .one, DequeMethods.appendLeft),
                Native("clear", .none, DequeMethods.clear),
                Native("copy", .none, DequeMethods.copy),
                Native("count", .one, DequeMethods.count),
                Native("extend", .one, DequeMethods.extend),
                Native("extendleft", .one, DequeMethods.extendLeft),
                Native("index", .positional(1, 3), DequeMethods.index),
                Native("insert", .positional(2, 2), DequeMethods.insert),
                Native("pop", .none, DequeMethods.pop),
                Native("popleft", .none, DequeMethods.popLeft),
                Native("remove", .one, DequeMethods.remove),
                Native("reverse", .none, DequeMethods.reverse),
                Native("rotate", .positional(0, 1), DequeMethods.rotate),
                Native("__class_getitem__", .one, style: .classMethod, DequeMethods.classGetItem),
            ] + m.comparisons(DequeMethods.compare),
            properties: [
                NativeProperty(
                    "maxlen", get: { (_: Machine, d: Value) throws(Raise) -> Value in Record(d)[3] })
            ])
        module.add("deque", type.value)
        module.add("_deque_iterator", forward.value)
        module.add("_deque_reverse_iterator", backward.value)
        module.add("_tuplegetter", tupleGetter(m).value)
        module.add([
            Native("_count_elements", .positional(2, 2), style: .function, countElements),
            Native("_move_to_end", .positional(3, 3), style: .function, moveToEnd),
        ])
    }

    /// The descriptor of a named tuple's field: 0 the index, 1 the doc string.
    private static func tupleGetter(_ m: Machine) -> TypeRef {
        let type = m.makeNativeType(
            "_tuplegetter", module: "collections", recordSize: 2, flags: [.descriptor, .dataDescriptor])
        m.define(
            type,
            methods: [
                Native("__new__", .positional(2, 2), style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let record = m.record(TypeRef(a[0]), count: 2)
                    record[0] = m.int(try m.sizeArgument(a[1]))
                    record[1] = a[2]
                    return record.value
                },
                Native("__get__", .positional(1, 2), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    if a[1].isNone { return a[0] }
                    guard a[1].isKind(.tuple) else {
                        throw m.raise(
                            .typeError,
                            "descriptor for index '\(Record(a[0])[0].smallInt)' for tuple subclasses doesn't apply to "
                                + "'\(m.typeName(a[1]))' object")
                    }
                    let index = Record(a[0])[0].smallInt
                    guard index >= 0, index < Tuple(a[1]).count else {
                        throw m.raise(.indexError, "tuple index out of range")
                    }
                    return Tuple(a[1])[index]
                },
                Native("__set__", .positional(2, 2), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    throw m.raise(.attributeError, "can't set attribute")
                },
                Native("__delete__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    throw m.raise(.attributeError, "can't delete attribute")
                },
                Native("__reduce__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.tuple(m.typeOf(a[0]).value, m.tuple(Record(a[0])[0], Record(a[0])[1]))
                },
                Native("__repr__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let doc = m.swiftString(try m.repr(Record(a[0])[1]))
                    return m.string("_tuplegetter(\(Record(a[0])[0].smallInt), \(doc))")
                },
            ],
            properties: [
                NativeProperty(
                    "__doc__", get: { (_: Machine, g: Value) throws(Raise) -> Value in Record(g)[1] },
                    set: { (_: Machine, g: Value, doc: Value) throws(Raise) in Record(g)[1] = doc })
            ])
        return type
    }

    /// `_count_elements(mapping, iterable)`: counts the items of an iterable in a dict.
    private static func countElements(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let mapping = a[0]
        let one = Value(small: 1)
        let type = m.typeOf(mapping)
        let isPlain =
            mapping.isKind(.dict) && m.lookup(type, .get) == m.lookup(m.type(.dict), .get)
            && m.lookup(type, .__setitem__) == m.lookup(m.type(.dict), .__setitem__)
        try m.iterate(a[1]) { (key: Value) throws(Raise) -> Bool in
            guard isPlain else {
                let old = try m.callMethod(mapping, .get, key, Value(small: 0))
                try m.setItem(mapping, key, try m.binary(.add, old, one))
                return true
            }
            let hash = try m.keyHash(key)
            let entry = try m.dictFind(Dict(mapping), key, hash: hash)
            if entry < 0 {
                m.dictInsert(Dict(mapping), key, hash: hash, one)
            } else {
                let old = Dict(mapping).value(at: entry)
                try m.dictSet(Dict(mapping), key, hash: hash, try m.binary(.add, old, one))
            }
            return true
        }
        return .none
    }

    /// `_move_to_end(dict, key, last)`: makes a key the last or the first one. Complexity: O(1), O(n) for the first.
    private static func moveToEnd(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isKind(.dict) else { throw m.raise(.typeError, "expected a dict") }
        let dict = Dict(a[0])
        let isLast = try m.truth(a[2])
        let hash = try m.keyHash(a[1])
        let entry = try m.dictFind(dict, a[1], hash: hash)
        guard entry >= 0 else { throw m.raise(.keyError, value: a[1]) }
        // A key that is there already stays: a look-up that moves keys in its __eq__ comes to an end.
        let others = isLast ? (entry + 1)..<dict.used : 0..<entry
        guard others.contains(where: { dict.key(at: $0) != .deleted }) else { return .none }
        let key = dict.key(at: entry)
        let value = m.dictRemove(dict, entry: entry)
        let rest = m.dict()
        if !isLast {
            m.dictCopy(dict, into: rest)
            m.dictClear(dict)
        }
        m.dictInsert(dict, key, hash: hash, value)
        for entry in rest.entries { m.dictInsert(dict, entry.key, hash: entry.hash, entry.value) }
        return .none
    }
}
