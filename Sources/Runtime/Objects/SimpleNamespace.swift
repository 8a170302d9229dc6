/// `types.SimpleNamespace`: an object with the attributes that it is given.
enum SimpleNamespaceMethods {
    static var methods: [Native] {
        [
            Native(
                "__new__", .any, style: .new,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in m.allocateInstance(of: TypeRef(a[0])) }),
            Native("__init__", .any, style: .slot, initialize),
            Native("__repr__", .none, style: .slot, repr),
            Native("__eq__", .one, style: .slot, equals),
            ordering("__lt__", .less), ordering("__le__", .lessEqual),
            ordering("__gt__", .greater), ordering("__ge__", .greaterEqual),
            Native("__reduce__", .none, reduce),
            Native("__replace__", .any, replace),
        ]
    }

    static var properties: [NativeProperty] {
        [NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.refuseDict)]
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count > 2 {
            throw m.raise(
                .typeError, "\(m.typeName(m.typeOf(a[0]))) expected at most 1 argument, got \(a.count - 1)")
        }
        if a.count == 2 {
            let dict = m.dict()
            if a[1].isKind(.dict) {
                m.dictCopy(Dict(a[1]), into: dict)
            } else {
                let made = try m.call(m.type(.dict).value, a[1])
                m.dictCopy(Dict(made), into: dict)
            }
            for entry in dict.entries {
                guard m.isString(entry.key) else { throw m.raise(.typeError, "keywords must be strings") }
                m.storeSlot(a[0].cell, m.internedName(entry.key), entry.value)
            }
        }
        for index in 0..<a.keywordCount {
            m.storeSlot(a[0].cell, m.internedName(a.keywordName(index)), a.keywordValue(index))
        }
        return .none
    }

    private static func items(_ m: Machine, _ value: Value) -> Dict {
        let dict = m.dict()
        m.forEachOwnAttribute(value.cell) { name, value in m.dictSet(dict, name: name, value) }
        return dict
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = m.typeOf(a[0]) == m.type(.simpleNamespace) ? "namespace" : m.typeName(m.typeOf(a[0]))
        let stack = List(m.state.pointee.reprStack)
        for index in 0..<stack.count where stack[index] == a[0] { return m.string("\(name)(...)") }
        stack.append(m, a[0])
        defer { stack.pointer.pointee.count -= 1 }
        var text = name + "("
        var isFirst = true
        for entry in items(m, a[0]).entries where m.isString(entry.key) {
            if !isFirst { text += ", " }
            isFirst = false
            text += m.swiftString(entry.key) + "=" + m.swiftString(try m.repr(entry.value))
        }
        return m.string(text + ")")
    }

    /// `(type, (), attributes)`.
    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.typeOf(a[0]).value, m.tuple(), items(m, a[0]).value)
    }

    /// `copy.replace`: a namespace of the same type with some attributes changed.
    static func replace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count > 1 {
            throw m.raise(.typeError, "__replace__() takes no positional arguments")
        }
        let result = try m.call(m.typeOf(a[0]).value)
        guard m.isInstance(result, .simpleNamespace) else {
            throw m.raise(
                .typeError,
                "expect types.SimpleNamespace type, but \(m.typeName(a[0]))() returned '\(m.typeName(result))' object")
        }
        m.forEachOwnAttribute(a[0].cell) { name, value in m.storeSlot(result.cell, name, value) }
        for index in 0..<a.keywordCount {
            m.storeSlot(result.cell, m.internedName(a.keywordName(index)), a.keywordValue(index))
        }
        return result
    }

    /// Namespaces are compared as their dicts, which have no order.
    private static func ordering(_ name: StaticString, _ op: Comparison) -> Native {
        Native(name, .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            guard m.isInstance(a[0], .simpleNamespace), m.isInstance(a[1], .simpleNamespace) else {
                return .notImplemented
            }
            return try m.compare(op, items(m, a[0]).value, items(m, a[1]).value)
        }
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isInstance(a[1], .simpleNamespace) else { return .notImplemented }
        return try m.compare(.equal, items(m, a[0]).value, items(m, a[1]).value)
    }
}
