/// `classmethod` and `staticmethod` objects: records of the wrapped callable and a dict of attributes.
enum WrapperMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .any, style: .slot, initialize),
            Native("__get__", .positional(1, 2), style: .slot, get),
            Native("__repr__", .none, style: .slot, repr),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__func__", isMember: true, get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[0] }),
            NativeProperty(
                "__wrapped__", isMember: true, get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[0] }),
            NativeProperty("__isabstractmethod__", get: isAbstract),
            NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.setDict),
            forwarded("__name__", .__name__), forwarded("__qualname__", .__qualname__),
            forwarded("__module__", .__module__), forwarded("__doc__", .__doc__),
            forwarded("__annotations__", .__annotations__),
        ]
    }

    /// An attribute of the wrapped callable, until the wrapper is given one of its own.
    private static func forwarded(_ name: StaticString, _ known: KnownName) -> NativeProperty {
        NativeProperty(
            name,
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let own = m.ownAttribute(v.cell, m.name(known))
                return own.isBound ? own : try m.getAttribute(Record(v)[0], known)
            },
            set: { (m: Machine, v: Value, value: Value) throws(Raise) in
                if value.isBound { return m.storeSlot(v.cell, m.name(known), value) }
                _ = m.dictRemove(Dict(try m.instanceDict(v)), name: m.name(known))
            })
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        Record(value)[0] = .none
        return value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 2, a.keywordCount == 0 else {
            let name = m.isInstance(a[0], .staticmethod) ? "staticmethod" : "classmethod"
            if a.keywordCount > 0 { throw m.raise(.typeError, "\(name)() takes no keyword arguments") }
            throw m.raise(.typeError, "\(name) expected 1 argument, got \(a.count - 1)")
        }
        Record(a[0])[0] = a[1]
        return .none
    }

    static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.checkGet(a)
        let function = Record(a[0])[0]
        if m.isInstance(a[0], .staticmethod) { return function }
        let type = a.count > 2 && !a[2].isNone ? a[2] : m.typeOf(a[1]).value
        return m.boundMethod(function, type)
    }

    static func callStatic(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(Record(a[0])[0], a.dropFirst)
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string("<\(m.typeName(a[0]))(\(m.swiftString(try m.repr(Record(a[0])[0]))))>")
    }

    private static func isAbstract(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let flag = try m.getAttributeIfPresent(Record(v)[0], .__isabstractmethod__)
        return flag.isBound ? Value(try m.truth(flag)) : .false
    }
}
