/// The module `operator`: the operators of the language as functions, and functions that fetch attributes and items.
enum OperatorModule {
    /// `operator` has what `_operator` has.
    static func initializePublic(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let inner = try m.importModule("_operator")
        let dict = Dict(inner.layout(ModuleLayout.self).pointee.dict)
        for entry in dict.entries {
            let name = entry.key
            let isOfModule =
                m.isString(name)
                && (Str(name).equals("__name__") || Str(name).equals("__spec__") || Str(name).equals("__loader__"))
            let isPrivate = m.isString(name) && Str(name).equals("_compare_digest")
            if !isOfModule, !isPrivate { try m.dictSet(module.dict, name, entry.value) }
        }
        let names = m.list()
        for entry in module.dict.entries where m.isString(entry.key) {
            let name = Str(entry.key)
            if name.count > 0, name[0] != 0x5f { names.append(m, name.value) }
        }
        try ListMethods.sort(m, names, key: .unbound, reverse: false)
        module.add("__all__", names.value)
    }

    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("The operators as functions.")
        let binaries: [(StaticString, StaticString, BinaryOperation)] = [
            ("add", "__add__", .add), ("sub", "__sub__", .subtract), ("mul", "__mul__", .multiply),
            ("matmul", "__matmul__", .matrixMultiply), ("truediv", "__truediv__", .trueDivide),
            ("floordiv", "__floordiv__", .floorDivide), ("mod", "__mod__", .modulo), ("pow", "__pow__", .power),
            ("lshift", "__lshift__", .shiftLeft), ("rshift", "__rshift__", .shiftRight), ("and_", "__and__", .bitAnd),
            ("or_", "__or__", .bitOr), ("xor", "__xor__", .bitXor),
        ]
        for (name, special, op) in binaries {
            add(module, name, special, .positional(2, 2)) { (m, a) throws(Raise) in try m.binary(op, a[0], a[1]) }
        }
        let inplace: [(StaticString, StaticString, BinaryOperation)] = [
            ("iadd", "__iadd__", .add), ("isub", "__isub__", .subtract), ("imul", "__imul__", .multiply),
            ("imatmul", "__imatmul__", .matrixMultiply), ("itruediv", "__itruediv__", .trueDivide),
            ("ifloordiv", "__ifloordiv__", .floorDivide), ("imod", "__imod__", .modulo), ("ipow", "__ipow__", .power),
            ("ilshift", "__ilshift__", .shiftLeft), ("irshift", "__irshift__", .shiftRight),
            ("iand", "__iand__", .bitAnd), ("ior", "__ior__", .bitOr), ("ixor", "__ixor__", .bitXor),
        ]
        for (name, special, op) in inplace {
            add(module, name, special, .positional(2, 2)) { (m, a) throws(Raise) in try m.inplace(op, a[0], a[1]) }
        }
        let comparisons: [(StaticString, StaticString, Comparison)] = [
            ("lt", "__lt__", .less), ("le", "__le__", .lessEqual), ("eq", "__eq__", .equal),
            ("ne", "__ne__", .notEqual), ("ge", "__ge__", .greaterEqual), ("gt", "__gt__", .greater),
        ]
        for (name, special, op) in comparisons {
            add(module, name, special, .positional(2, 2)) { (m, a) throws(Raise) in try m.compare(op, a[0], a[1]) }
        }
        add(module, "neg", "__neg__", .one) { (m, a) throws(Raise) in try m.unary(.negative, a[0]) }
        add(module, "pos", "__pos__", .one) { (m, a) throws(Raise) in try m.unary(.positive, a[0]) }
        add(module, "inv", "__inv__", .one) { (m, a) throws(Raise) in try m.unary(.invert, a[0]) }
        add(module, "invert", "__invert__", .one) { (m, a) throws(Raise) in try m.unary(.invert, a[0]) }
        add(module, "abs", "__abs__", .one, absolute)
        module.add([Native("_compare_digest", .positional(2, 2), style: .function, HashModule.compareDigest)])
        add(module, "not_", "__not__", .one) { (m, a) throws(Raise) in Value(!(try m.truth(a[0]))) }
        add(module, "index", "__index__", .one) { (m, a) throws(Raise) in try m.index(a[0]) }
        add(module, "getitem", "__getitem__", .positional(2, 2)) { (m, a) throws(Raise) in try m.getItem(a[0], a[1]) }
        add(module, "setitem", "__setitem__", .positional(3, 3)) { (m, a) throws(Raise) in
            try m.setItem(a[0], a[1], a[2])
            return .none
        }
        add(module, "delitem", "__delitem__", .positional(2, 2)) { (m, a) throws(Raise) in
            try m.deleteItem(a[0], a[1])
            return .none
        }
        add(module, "contains", "__contains__", .positional(2, 2)) { (m, a) throws(Raise) in
            Value(try m.contains(a[0], a[1]))
        }
        add(module, "concat", "__concat__", .positional(2, 2)) { (m, a) throws(Raise) in
            try concatenate(m, a, inPlace: false)
        }
        add(module, "iconcat", "__iconcat__", .positional(2, 2)) { (m, a) throws(Raise) in
            try concatenate(m, a, inPlace: true)
        }
        add(module, "call", "__call__", .any) { (m, a) throws(Raise) in
            if a.count == 0 { throw m.raise(.typeError, "call expected at least 1 argument, got 0") }
            return try m.call(a[0], a.dropFirst)
        }
        let others = [
            Native("truth", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(try m.truth(a[0]))
            },
            Native("is_", .positional(2, 2), style: .function) { (_: Machine, a: Arguments) throws(Raise) -> Value in
                Value(a[0] == a[1])
            },
            Native("is_not", .positional(2, 2), style: .function) { (_: Machine, a: Arguments) throws(Raise) -> Value in
                Value(a[0] != a[1])
            },
            Native("countOf", .positional(2, 2), style: .function, countOf),
            Native("indexOf", .positional(2, 2), style: .function, indexOf),
            Native("length_hint", .positional(1, 2), style: .function, lengthHint),
        ]
        for native in others {
            let interned = m.internStatic(native.name)
            let function = m.makeNative(
                native, name: interned, owner: .unbound, module: m.internStatic("_operator"))
            m.dictSet(module.dict, name: interned, function)
        }
        defineGetters(m, module)
    }

    /// Adds a function under its name and that of the special method.
    private static func add(
        _ module: ModuleBuilder, _ name: StaticString, _ special: StaticString, _ arity: NativeArity,
        _ body: @escaping NativeBody
    ) {
        let interned = module.m.internStatic(name)
        let function = module.m.makeNative(
            Native(name, arity, style: .function, body), name: interned, owner: .unbound,
            module: module.m.internStatic("_operator"))
        module.m.dictSet(module.dict, name: interned, function)
        module.add(special, function)
    }

    private static func absolute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let method = m.lookupSpecial(a[0], .__abs__)
        if method.isBound { return try m.callFound(method, a[0]) }
        throw m.raise(.typeError, "bad operand type for abs(): '\(m.typeName(a[0]))'")
    }

    /// `concat(a, b)`: as the built-in sequences concatenate, whatever the right operand says; else, if both are
    /// sequences, with the operator.
    private static func concatenate(_ m: Machine, _ a: Arguments, inPlace: Bool) throws(Raise) -> Value {
        let type = m.typeOf(a[0])
        if m.isSequenceKind(a[0]) {
            let extend = m.lookup(type, .__iadd__)
            if inPlace, extend.isKind(.nativeFunction) { return try m.callFound(extend, a[0], a[1]) }
            let add = m.lookup(type, .__add__)
            if add.isKind(.nativeFunction) { return try m.callFound(add, a[0], a[1]) }
        }
        if m.isSequence(a[0]), m.isSequence(a[1]) {
            let extend = inPlace ? m.lookup(type, .__iadd__) : .unbound
            var result = extend.isBound ? try m.callFound(extend, a[0], a[1]) : .notImplemented
            if result.isNotImplemented { result = try m.binaryOrNotImplemented(.add, a[0], a[1]) }
            if !result.isNotImplemented { return result }
        }
        throw m.raise(.typeError, "'\(m.typeName(a[0]))' object can't be concatenated")
    }

    private static func iterator(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        do throws(Raise) {
            return try m.iterator(of: value)
        } catch {
            guard m.pendingMatches(.typeError) else { throw error }
            m.clearPending()
            throw m.raise(.typeError, "argument of type '\(m.typeName(value))' is not iterable")
        }
    }

    private static func countOf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var count = 0
        let wanted = a[1]
        try m.iterate(try iterator(m, a[0])) { (item) throws(Raise) in
            if try m.equals(item, wanted) { count += 1 }
            return true
        }
        return m.int(count)
    }

    private static func indexOf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var index = 0
        var isFound = false
        let wanted = a[1]
        try m.iterate(try iterator(m, a[0])) { (item) throws(Raise) in
            if try m.equals(item, wanted) {
                isFound = true
                return false
            }
            index += 1
            return true
        }
        if isFound { return m.int(index) }
        throw m.raise(.valueError, "sequence.index(x): x not in sequence")
    }

    private static func lengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var fallback = 0
        if a.count > 1 {
            guard let word = m.intValue(try m.index(a[1])) else {
                throw m.raise(.overflowError, "Python int too large to convert to C ssize_t")
            }
            fallback = word
        }
        return m.int(try m.lengthHint(a[0], default: fallback))
    }

    // MARK: Getters: 0 tuple of what to get; of a method caller: 0 name, 1 tuple of arguments, 2 dict of keywords

    private static func defineGetters(_ m: Machine, _ module: ModuleBuilder) {
        let attributes = m.makeNativeType("attrgetter", module: "operator", recordSize: 1, flags: [])
        m.define(
            attributes, doc: "A function that fetches attributes; names may have dots.",
            methods: [
                Native("__new__", .any, style: .new, newAttributeGetter),
                Native("__call__", .any, style: .slot, callAttributeGetter),
                Native("__reduce__", .none, reduceGetter),
                Native("__repr__", .none, style: .slot, reprGetter),
            ])
        let items = m.makeNativeType("itemgetter", module: "operator", recordSize: 1, flags: [])
        m.define(
            items, doc: "A function that fetches items.",
            methods: [
                Native("__new__", .any, style: .new, newItemGetter),
                Native("__call__", .any, style: .slot, callItemGetter),
                Native("__reduce__", .none, reduceGetter),
                Native("__repr__", .none, style: .slot, reprGetter),
            ])
        let methods = m.makeNativeType("methodcaller", module: "operator", recordSize: 3, flags: [])
        m.define(
            methods, doc: "A function that calls a method with the arguments given here.",
            methods: [
                Native("__new__", .any, style: .new, newMethodCaller),
                Native("__call__", .any, style: .slot, callMethodCaller),
                Native("__reduce__", .none, reduceMethodCaller),
                Native("__repr__", .none, style: .slot, reprMethodCaller),
            ])
        for type in [attributes, items, methods] { m.dictSet(module.dict, name: type.pointer.pointee.name, type.value) }
    }

    private static func checkSingle(_ m: Machine, _ a: Arguments, _ name: String) throws(Raise) {
        if a.keywordCount > 0 { throw m.raise(.typeError, "\(name)() takes no keyword arguments") }
        if a.count != 2 { throw m.raise(.typeError, "\(name) expected 1 argument, got \(a.count - 1)") }
    }

    private static func getter(_ m: Machine, _ a: Arguments, _ name: String) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "\(name)() takes no keyword arguments") }
        if a.count < 2 { throw m.raise(.typeError, "\(name) expected 1 argument, got 0") }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = m.tuple(from: a.base + 1, count: a.count - 1)
        return record.value
    }

    private static func newAttributeGetter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        for index in 1..<max(1, a.count) where !m.isString(a[index]) {
            throw m.raise(.typeError, "attribute name must be a string")
        }
        return try getter(m, a, "attrgetter")
    }

    private static func newItemGetter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try getter(m, a, "itemgetter")
    }

    /// What a getter gives: one result, or a tuple of them.
    private static func collect(
        _ m: Machine, _ a: Arguments, _ get: (Value, Value) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        let wanted = Tuple(Record(a[0])[0])
        if wanted.count == 1 { return try get(a[1], wanted[0]) }
        let result = m.list(capacity: wanted.count)
        for index in 0..<wanted.count { result.append(m, try get(a[1], wanted[index])) }
        return m.tuple(from: result.items, count: result.count)
    }

    private static func callAttributeGetter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkSingle(m, a, "attrgetter")
        return try collect(m, a) { (object, name) throws(Raise) in
            let text = Str(name)
            var start = 0
            var result = object
            for index in 0..<(text.count + 1) where index == text.count || text[index] == 0x2e {
                let part = start == 0 && index == text.count ? name : m.substring(text, start, index)
                result = try m.getAttribute(result, m.intern(part))
                start = index + 1
            }
            return result
        }
    }

    private static func callItemGetter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkSingle(m, a, "itemgetter")
        return try collect(m, a) { (object, key) throws(Raise) in try m.getItem(object, key) }
    }

    private static func reprGetter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        let wanted = Tuple(Record(a[0])[0])
        var text = ""
        for index in 0..<wanted.count {
            text += (index > 0 ? ", " : "") + m.swiftString(try m.repr(wanted[index]))
        }
        return m.string("\(m.qualifiedTypeName(m.typeOf(a[0])))(\(text))")
    }

    private static func reduceGetter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.typeOf(a[0]).value, Record(a[0])[0])
    }

    /// `(type, (name, *args))`, with keywords `(partial(type, name, **keywords), args)`.
    private static func reduceMethodCaller(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let type = m.typeOf(a[0]).value
        if Dict(record[2]).count > 0 {
            let partial = try m.getAttribute(try m.importModule("functools"), m.intern("partial"))
            let maker = try m.call(partial, args: m.tuple(type, record[0]), keywords: record[2])
            return m.tuple(maker, record[1])
        }
        let given = Tuple(record[1])
        let args = m.makeTuple(count: given.count + 1)
        args[0] = record[0]
        for index in 0..<given.count { args[index + 1] = given[index] }
        return m.tuple(type, args.value)
    }

    private static func newMethodCaller(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 1 else {
            throw m.raise(.typeError, "methodcaller needs at least one argument, the method name")
        }
        guard m.isString(a[1]) else { throw m.raise(.typeError, "method name must be a string") }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = m.intern(a[1])
        record[1] = m.tuple(from: a.base + 2, count: a.count - 2)
        let keywords = m.dict()
        for index in 0..<a.keywordCount { try m.dictSet(keywords, a.keywordName(index), a.keywordValue(index)) }
        record[2] = keywords.value
        return record.value
    }

    private static func callMethodCaller(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkSingle(m, a, "methodcaller")
        let record = Record(a[0])
        let method = try m.getAttribute(a[1], record[0])
        return try m.call(method, args: record[1], keywords: record[2])
    }

    private static func reprMethodCaller(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        let record = Record(a[0])
        var text = m.swiftString(try m.repr(record[0]))
        let arguments = Tuple(record[1])
        for index in 0..<arguments.count { text += ", " + m.swiftString(try m.repr(arguments[index])) }
        for keyword in Dict(record[2]).entries {
            text += ", \(m.swiftString(keyword.key))=\(m.swiftString(try m.repr(keyword.value)))"
        }
        return m.string("operator.methodcaller(\(text))")
    }
}
