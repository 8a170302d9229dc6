/// `property` objects.
enum PropertyMethods {
    static var methods: [Native] {
        [
            Native("__init__", .signature("fget=None, fset=None, fdel=None, doc=None"), style: .slot, initialize),
            Native("__new__", .any, style: .new, new),
            Native("__get__", .positional(1, 2), style: .slot, get),
            Native("__set__", .positional(2, 2), style: .slot, set),
            Native("__delete__", .one, style: .slot, delete),
            Native("__set_name__", .any, setName),
            Native(
                "getter", .one,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in try copy(m, a, PropertyField.get) }),
            Native(
                "setter", .one,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in try copy(m, a, PropertyField.set) }),
            Native(
                "deleter", .one,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in try copy(m, a, PropertyField.delete) }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            field("fget", PropertyField.get), field("fset", PropertyField.set), field("fdel", PropertyField.delete),
            NativeProperty(
                "__doc__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(Record(v)[PropertyField.doc]) },
                set: { (_: Machine, v: Value, doc: Value) throws(Raise) in Record(v)[PropertyField.doc] = doc }),
            NativeProperty(
                "__name__", get: name,
                set: { (_: Machine, v: Value, name: Value) throws(Raise) in Record(v)[PropertyField.name] = name }),
            NativeProperty("__isabstractmethod__", get: isAbstract),
        ]
    }

    private static func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }

    private static func field(_ name: StaticString, _ number: Int) -> NativeProperty {
        .member(name) { (_: Machine, v: Value) throws(Raise) -> Value in orNone(Record(v)[number]) }
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.allocateInstance(of: TypeRef(a[0])) }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        record[PropertyField.get] = orNone(a[1])
        record[PropertyField.set] = orNone(a[2])
        record[PropertyField.delete] = orNone(a[3])
        record[PropertyField.doc] = orNone(a[4])
        record[PropertyField.docFromGetter] = .false
        if record[PropertyField.doc].isNone, !record[PropertyField.get].isNone {
            let doc = try m.getAttributeIfPresent(record[PropertyField.get], .__doc__)
            if doc.isBound, !doc.isNone {
                record[PropertyField.doc] = doc
                record[PropertyField.docFromGetter] = .true
            }
        }
        if m.typeOf(a[0]) != m.type(.property) { try storeDoc(m, a[0]) }
        return .none
    }

    /// In an instance of a subclass the doc string is an attribute, lest that of the class hide it. Where there is no room
    /// for it, one that was given is dropped, one of the getter an error.
    private static func storeDoc(_ m: Machine, _ property: Value) throws(Raise) {
        let record = Record(property)
        do throws(Raise) {
            try m.setAttribute(property, .__doc__, record[PropertyField.doc])
        } catch {
            guard record[PropertyField.docFromGetter].isFalse, m.pendingMatches(.attributeError) else { throw error }
            m.clearPending()
        }
    }

    static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.checkGet(a)
        if a[1].isNone { return a[0] }
        let getter = Record(a[0])[PropertyField.get]
        if getter.isNone || getter.isUnbound { throw m.raisePropertyError(a[0], a[1], "getter") }
        return try m.call(getter, a[1])
    }

    static func set(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let setter = Record(a[0])[PropertyField.set]
        if setter.isNone || setter.isUnbound { throw m.raisePropertyError(a[0], a[1], "setter") }
        _ = try m.call(setter, a[1], a[2])
        return .none
    }

    static func delete(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deleter = Record(a[0])[PropertyField.delete]
        if deleter.isNone || deleter.isUnbound { throw m.raisePropertyError(a[0], a[1], "deleter") }
        _ = try m.call(deleter, a[1])
        return .none
    }

    static func setName(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 3, a.keywordCount == 0 else {
            throw m.raise(.typeError, "__set_name__() takes 2 positional arguments but \(a.count - 1) were given")
        }
        Record(a[0])[PropertyField.name] = a[2]
        return .none
    }

    /// A property like this one with another function.
    private static func copy(_ m: Machine, _ a: Arguments, _ field: Int) throws(Raise) -> Value {
        let old = Record(a[0])
        var functions = [old[0], old[1], old[2]]
        functions[field] = a[1].isNone ? functions[field] : a[1]
        let keepsDoc = old[PropertyField.docFromGetter].isFalse
        let doc = keepsDoc ? orNone(old[PropertyField.doc]) : .none
        let new = try m.call(m.typeOf(a[0]).value, functions[0], functions[1], functions[2], doc)
        if new.isKind(.record), m.isInstance(new, .property) {
            Record(new)[PropertyField.name] = old[PropertyField.name]
        }
        return new
    }

    private static func name(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let name = Record(v)[PropertyField.name]
        if name.isBound { return name }
        let getter = Record(v)[PropertyField.get]
        if getter.isBound, !getter.isNone {
            let found = try m.getAttributeIfPresent(getter, .__name__)
            if found.isBound { return found }
        }
        throw m.raiseAttributeError(
            "'property' object has no attribute '__name__'", name: m.name(.__name__), object: v)
    }

    private static func isAbstract(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        for field in [PropertyField.get, PropertyField.set, PropertyField.delete] {
            let function = Record(v)[field]
            if function.isUnbound || function.isNone { continue }
            let flag = try m.getAttributeIfPresent(function, .__isabstractmethod__)
            if flag.isBound, try m.truth(flag) { return .true }
        }
        return .false
    }
}
