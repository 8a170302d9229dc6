/// The native part of `functools`: `reduce`, `partial`, `cmp_to_key`. The cache of `lru_cache` is in
/// Functools+Cache.swift, everything else in Library/functools.mpy.
enum FunctoolsModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native(
                "reduce", .positional(2, 3), style: .function,
                doc: "Joins the items from the left by a function of two arguments.", reduce)
        ])
        definePartial(m, module)
        defineKey(m, module)
        defineCache(m, module)
    }

    // MARK: reduce

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let iterator: Value
        do throws(Raise) {
            iterator = try m.iterator(of: a[1])
        } catch {
            guard m.pendingMatches(.typeError) else { throw error }
            m.clearPending()
            throw m.raise(.typeError, "reduce() arg 2 must support iteration")
        }
        var result = a.optional(2)
        if result.isUnbound {
            result = try m.next(iterator)
            if result.isUnbound { throw m.raise(.typeError, "reduce() of empty iterable with no initial value") }
        }
        while true {
            let item = try m.next(iterator)
            if item.isUnbound { return result }
            result = try m.call(a[0], result, item)
        }
    }

    // MARK: partial: 0 function, 1 tuple of arguments, 2 dict of keyword arguments

    private static func definePartial(_ m: Machine, _ module: ModuleBuilder) {
        let type = m.makeNativeType(
            "partial", module: "functools", recordSize: 3, flags: [.subclassable, .hasAttributes, .descriptor])
        m.define(
            type, doc: "A function with some arguments given already.",
            methods: [
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try newPartial(m, a, type)
                },
                Native("__call__", .any, style: .slot, callPartial),
                Native("__get__", .positional(1, 2), style: .slot, getPartial),
                Native("__repr__", .none, style: .slot, reprPartial),
                Native("__reduce__", .none, reducePartial),
                Native("__setstate__", .one, setPartialState),
                Native("__class_getitem__", .one, style: .classMethod, classItem),
            ],
            properties: [
                NativeProperty("func", isMember: true, get: { (_, value) throws(Raise) in Record(value)[0] }),
                NativeProperty("args", isMember: true, get: { (_, value) throws(Raise) in Record(value)[1] }),
                NativeProperty("keywords", isMember: true, get: { (_, value) throws(Raise) in Record(value)[2] }),
                NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.setDict),
            ])
        m.dictSet(module.dict, name: m.internStatic("partial"), type.value)
    }

    /// It does not become a method yet, but CPython 3.13 says that it is going to.
    private static func getPartial(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if !a[1].isNone {
            try m.warn(
                .futureWarning,
                "functools.partial will be a method descriptor in future Python versions; "
                    + "wrap it in staticmethod() if you want to preserve the old behavior")
        }
        return a[0]
    }

    private static func classItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.genericAlias(a[0], a[1])
    }

    /// `(type, (function,), (function, args, keywords, attributes))`
    private static func reducePartial(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let attributes = try m.call(try m.getAttribute(a[0], m.intern("__getstate__")))
        return m.tuple(
            m.typeOf(a[0]).value, m.tuple(record[0]), m.tuple(record[0], record[1], record[2], attributes))
    }

    private static func setPartialState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.tuple), Tuple(a[1]).count == 4, m.isCallable(Tuple(a[1])[0]), Tuple(a[1])[1].isKind(.tuple),
            Tuple(a[1])[2].isKind(.dict) || Tuple(a[1])[2].isNone
        else { throw m.raise(.typeError, "invalid partial state") }
        let state = Tuple(a[1])
        let record = Record(a[0])
        var keywords = state[2]
        if !keywords.isExact(.dict) {
            let copy = m.dict()
            if keywords.isKind(.dict) { m.dictCopy(Dict(keywords), into: copy) }
            keywords = copy.value
        }
        record[0] = state[0]
        record[1] = try m.tupleFromIterable(state[1])
        record[2] = keywords
        let attributes = state[3].isNone ? m.dict().value : state[3]
        if attributes.isKind(.dict) { try m.setAttribute(a[0], m.name(.__dict__), attributes) }
        return .none
    }

    private static func newPartial(_ m: Machine, _ a: Arguments, _ type: TypeRef) throws(Raise) -> Value {
        guard a.count > 1 else { throw m.raise(.typeError, "type 'partial' takes at least one argument") }
        guard m.isCallable(a[1]) else { throw m.raise(.typeError, "the first argument must be callable") }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        var function = a[1]
        var arguments = m.tuple(from: a.base + 2, count: a.count - 2)
        let keywords = m.dict()
        if function.isCell, function.cell.type == type {
            // A partial of a partial is one of the function behind it.
            let inner = Record(function)
            function = inner[0]
            arguments = concatenate(m, Tuple(inner[1]), a, from: 2)
            m.dictCopy(Dict(inner[2]), into: keywords)
        }
        for index in 0..<a.keywordCount { try m.dictSet(keywords, a.keywordName(index), a.keywordValue(index)) }
        record[0] = function
        record[1] = arguments
        record[2] = keywords.value
        return record.value
    }

    private static func concatenate(_ m: Machine, _ first: Tuple, _ a: Arguments, from start: Int) -> Value {
        let total = first.count + a.count - start
        if total == 0 { return m.tuple() }
        let result = m.makeTuple(count: total)
        for index in 0..<first.count { result[index] = first[index] }
        for index in start..<a.count { result[first.count + index - start] = a[index] }
        return result.value
    }

    private static func callPartial(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let first = Tuple(record[1])
        let keywords = Dict(record[2])
        let count = first.count + a.count - 1
        if keywords.count == 0 {
            return try m.withScratch(count + a.keywordCount) { (base) throws(Raise) in
                for index in 0..<first.count { base[index] = first[index] }
                for index in 0..<(a.count - 1 + a.keywordCount) { base[first.count + index] = a.base[index + 1] }
                return try m.call(record[0], Arguments(base: base, count: count, keywords: a.keywords))
            }
        }
        let merged = m.dict()
        m.dictCopy(keywords, into: merged)
        for index in 0..<a.keywordCount { try m.dictSet(merged, a.keywordName(index), a.keywordValue(index)) }
        return try m.call(record[0], args: concatenate(m, first, a, from: 1), keywords: merged.value)
    }

    private static func reprPartial(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.reprEnter(a[0]) else { return m.string("..." as StaticString) }
        defer { m.reprLeave(a[0]) }
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        let record = Record(a[0])
        var text = m.qualifiedTypeName(m.typeOf(a[0])) + "(" + m.swiftString(try m.repr(record[0]))
        let arguments = Tuple(record[1])
        for index in 0..<arguments.count { text += ", " + m.swiftString(try m.repr(arguments[index])) }
        for keyword in Dict(record[2]).entries {
            text += ", \(m.swiftString(try m.str(keyword.key)))=\(m.swiftString(try m.repr(keyword.value)))"
        }
        return m.string(text + ")")
    }

    // MARK: cmp_to_key: 0 function, 1 object

    private static func defineKey(_ m: Machine, _ module: ModuleBuilder) {
        let type = m.makeNativeType("KeyWrapper", module: "functools", recordSize: 2, flags: .disallowInstantiation)
        func order(_ name: StaticString, _ op: Comparison) -> Native {
            Native(name, .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard a[1].isCell, a[1].cell.type == type else {
                    throw m.raise(.typeError, "other argument must be K instance")
                }
                let (x, y) = (Record(a[0]), Record(a[1]))
                guard x[1].isBound, y[1].isBound else { throw m.raise(.attributeError, "object") }
                return try m.compare(op, try m.call(x[0], x[1], y[1]), Value(small: 0))
            }
        }
        m.define(
            type,
            methods: [
                Native("__call__", .signature("obj"), style: .slot) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let key = m.record(type, count: 2)
                    key[0] = Record(a[0])[0]
                    key[1] = a[1]
                    return key.value
                },
                order("__lt__", .less), order("__le__", .lessEqual), order("__eq__", .equal),
                order("__ne__", .notEqual), order("__gt__", .greater), order("__ge__", .greaterEqual),
            ],
            properties: [
                NativeProperty(
                    "obj",
                    get: { (m, value) throws(Raise) in
                        if Record(value)[1].isUnbound { throw m.raise(.attributeError, "object") }
                        return Record(value)[1]
                    },
                    set: { (_, value, object) throws(Raise) in Record(value)[1] = object })
            ])
        module.add([
            Native("cmp_to_key", .signature("mycmp"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let key = m.record(type, count: 2)
                key[0] = a[0]
                return key.value
            }
        ])
    }
}
