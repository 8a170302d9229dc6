/// Methods and attributes of `object`.
enum ObjectMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .any, style: .slot, initialize),
            Native(
                "__repr__", .none, style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in m.defaultRepr(a[0]) }),
            Native(
                "__str__", .none, style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    // What it gives is checked by the caller, as the result of `__str__`. The method may be this one.
                    try m.enterNative(" while calling a Python object")
                    defer { m.leaveNative() }
                    let method = m.lookupSpecial(a[0], .__repr__)
                    return method.isBound ? try m.callFound(method, a[0]) : m.defaultRepr(a[0])
                }),
            Native("__eq__", .one, style: .slot, equals),
            Native("__ne__", .one, style: .slot, notEquals),
            Native("__lt__", .one, style: .slot, notImplemented),
            Native("__le__", .one, style: .slot, notImplemented),
            Native("__gt__", .one, style: .slot, notImplemented),
            Native("__ge__", .one, style: .slot, notImplemented),
            Native("__hash__", .none, style: .slot, hash),
            Native("__getattribute__", .one, style: .slot, getAttribute),
            Native("__setattr__", .positional(2, 2), style: .slot, setAttribute),
            Native("__delattr__", .one, style: .slot, deleteAttribute),
            Native("__format__", .one, format),
            Native("__dir__", .none, dir),
            Native("__sizeof__", .none, { (m: Machine, _: Arguments) throws(Raise) -> Value in m.int(16) }),
            Native("__init_subclass__", .any, style: .classMethod, initSubclass),
            Native("__subclasshook__", .one, style: .classMethod, notImplemented),
        ] + ReduceMethods.methods
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("__class__", get: ObjectAttributes.class_, set: ObjectAttributes.setClass)
        ]
    }

    // MARK: Making

    /// `object.__new__(cls, …)`: refuses arguments that nobody takes.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 0 else { throw m.raise(.typeError, "object.__new__(): not enough arguments") }
        let type = TypeRef(a[0])
        if type.instanceKind != .object { throw unsafeError(m, type) }
        if a.count > 1 || a.keywordCount > 0 {
            if m.lookup(type, .__new__) != objectMethod(m, .__new__) {
                throw m.raise(
                    .typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
            }
            if m.lookup(type, .__init__) == objectMethod(m, .__init__) {
                throw m.raise(.typeError, "\(m.typeName(type))() takes no arguments")
            }
        }
        if type.flags.contains(.hasAbstractMethods) { throw try abstractError(m, type) }
        return m.allocateInstance(of: type)
    }

    /// The error for a type whose instances `object.__new__` can't make.
    private static func unsafeError(_ m: Machine, _ type: TypeRef) -> Raise {
        var base = type
        // The nearest ancestor whose `__new__` is not written in the language.
        while base.isHeapType, m.isInstance(m.lookup(base, .__new__), .staticmethod) {
            base = TypeRef(base.pointer.pointee.base)
        }
        return m.raise(
            .typeError, "object.__new__(\(m.typeName(type))) is not safe, use \(m.typeName(base)).__new__()")
    }

    private static func objectMethod(_ m: Machine, _ known: KnownName) -> Value {
        m.dictGet(m.type(.object).dict, known)
    }

    private static func abstractError(_ m: Machine, _ type: TypeRef) throws(Raise) -> Raise {
        let names = try m.listFromIterable(m.dictGet(type.dict, .__abstractmethods__))
        var texts: [String] = []
        for index in 0..<names.count { texts.append("'\(m.swiftString(try m.str(names[index])))'") }
        texts.sort()
        let plural = texts.count == 1 ? "" : "s"
        return m.raise(
            .typeError,
            "Can't instantiate abstract class \(m.typeName(type)) without an implementation for abstract method\(plural) \(texts.joined(separator: ", "))"
        )
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 1 || a.keywordCount > 0 else { return .none }
        let type = m.typeOf(a[0])
        if m.lookup(type, .__init__) != objectMethod(m, .__init__) {
            throw m.raise(
                .typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
        }
        if m.lookup(type, .__new__) == objectMethod(m, .__new__), !type.flags.contains(.disallowInstantiation) {
            throw m.raise(
                .typeError,
                "\(m.typeName(type)).__init__() takes exactly one argument (the instance to initialize)")
        }
        return .none
    }

    static func initSubclass(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type =
            a.count > 0 && a[0].isKind(.type)
            ? m.swiftString(TypeRef(a[0]).pointer.pointee.qualifiedName) : "object"
        if a.keywordCount > 0 { throw m.raise(.typeError, "\(type).__init_subclass__() takes no keyword arguments") }
        if a.count > 1 {
            throw m.raise(.typeError, "\(type).__init_subclass__() takes no arguments (\(a.count - 1) given)")
        }
        return .none
    }

    // MARK: Comparison

    static func notImplemented(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { .notImplemented }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[0] == a[1] ? .true : .notImplemented
    }

    /// The inverse of what `__eq__` says.
    static func notEquals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        // The method may be this one.
        try m.enterNative(" while calling a Python object")
        defer { m.leaveNative() }
        let method = m.lookup(m.typeOf(a[0]), .__eq__)
        guard method.isBound else { return .notImplemented }
        let result = try m.callComparison(method, a[0], a[1])
        if result.isUnbound || result.isNotImplemented { return .notImplemented }
        return Value(!(try m.truth(result)))
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(m.identityHash(a[0])) }

    // MARK: Attributes

    /// The name of an attribute, which must be a str; interned.
    static func checkedName(_ m: Machine, _ name: Value) throws(Raise) -> Value {
        guard m.isString(name) else {
            throw m.raise(.typeError, "attribute name must be string, not '\(m.typeName(name))'")
        }
        return m.internedName(name)
    }

    static func getAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try checkedName(m, a[1])
        let result = try m.findAttributeByKind(a[0], m.typeOf(a[0]), name)
        if result.isBound { return result }
        throw m.raiseNoAttribute(a[0], name)
    }

    static func setAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try checkedName(m, a[1])
        if a[0].isKind(.type) {
            throw m.raise(.typeError, "can't apply this __setattr__ to \(m.typeName(m.typeOf(a[0]))) object")
        }
        try m.storeAttributeByKind(a[0], m.typeOf(a[0]), name, a[2])
        return .none
    }

    static func deleteAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try checkedName(m, a[1])
        if a[0].isKind(.type) {
            throw m.raise(.typeError, "can't apply this __delattr__ to \(m.typeName(m.typeOf(a[0]))) object")
        }
        try m.storeAttributeByKind(a[0], m.typeOf(a[0]), name, .unbound)
        return .none
    }

    // MARK: Text

    static func format(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[1]) else {
            throw m.raise(.typeError, "__format__() argument must be str, not \(m.shortTypeName(a[1]))")
        }
        if Str(a[1]).count > 0 {
            throw m.raise(.typeError, "unsupported format string passed to \(m.typeName(a[0])).__format__")
        }
        return try m.str(a[0])
    }

    static func dir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let names = m.dict()
        if a[0].isCell, a[0].cell.hasAttributes, !m.typeOf(a[0]).flags.contains(.customGetAttribute) {
            m.forEachOwnAttribute(a[0].cell) { name, _ in m.dictSet(names, name: name, .none) }
        } else if let dict = try m.getAttributeIfPresent(a[0], .__dict__).asDict {
            addNames(m, of: dict, to: names)
        }
        let class_ = try m.getAttributeIfPresent(a[0], .__class__)
        if class_.isKind(.type) { mergeTypeNames(m, TypeRef(class_), into: names) }
        return keys(m, names)
    }

    /// Adds the names of a type and its ancestors.
    static func mergeTypeNames(_ m: Machine, _ type: TypeRef, into names: Dict) {
        let mro = type.mro
        for index in 0..<mro.count { addNames(m, of: TypeRef(mro[index]).dict, to: names) }
    }

    private static func addNames(_ m: Machine, of dict: Dict, to names: Dict) {
        for entry in dict.entries where m.isString(entry.key) { m.dictSet(names, name: entry.key, .none) }
    }

    /// The keys of a dict as a list.
    static func keys(_ m: Machine, _ dict: Dict) -> Value {
        let list = m.list(capacity: dict.count)
        for entry in dict.entries { list.append(m, entry.key) }
        return list.value
    }
}

extension Value {
    /// The dict that the value is, if it is one.
    var asDict: Dict? { isKind(.dict) ? Dict(self) : nil }
}

/// `__class__` and `__dict__`, shared by many types.
enum ObjectAttributes {
    static func class_(_ m: Machine, _ object: Value) throws(Raise) -> Value { m.typeOf(object).value }

    static func setClass(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "can't delete __class__ attribute") }
        guard value.isKind(.type) else {
            throw m.raise(.typeError, "__class__ must be set to a class, not '\(m.typeName(value))' object")
        }
        let old = m.typeOf(object)
        let new = TypeRef(value)
        if old == new { return }
        let areModules = object.isKind(.module) && new.instanceKind == .module
        guard areModules || !old.flags.contains(.immutable) && !new.flags.contains(.immutable), object.isCell else {
            throw m.raise(
                .typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
        }
        let sameLayout =
            old.instanceKind == new.instanceKind
            && old.flags.contains(.hasAttributes) == new.flags.contains(.hasAttributes)
            && old.flags.contains(.slotsOnly) == new.flags.contains(.slotsOnly)
            && memberNames(m, old) == memberNames(m, new) && solidBuiltin(old) == solidBuiltin(new)
        guard areModules || sameLayout else {
            throw m.raise(
                .typeError,
                "__class__ assignment: '\(m.typeName(new))' object layout differs from '\(m.typeName(old))'")
        }
        let cell = object.cell
        if cell.hasAttributes {
            if !new.flags.contains(.slotsOnly) {
                _ = m.makeDictionary(cell)
                if let shape = new.pointer.pointee.dictionaryShape { cell.shape = shape }
            } else if let shape = new.pointer.pointee.rootShape {
                cell.shape = shape
            }
        }
        cell.header.pointee.type = new.pointer
    }

    /// The names in the `__slots__` of a class and its ancestors, by their places.
    private static func memberNames(_ m: Machine, _ type: TypeRef) -> [String] {
        var names = [String](repeating: "", count: type.pointer.pointee.rootShape?.pointee.count ?? 0)
        for index in 0..<type.mro.count {
            for entry in TypeRef(type.mro[index]).dict.entries where entry.value.isKind(.record) {
                guard m.typeOf(entry.value) == m.type(.memberDescriptor) else { continue }
                let member = Record(entry.value)
                let slot = member[MemberField.slot].isSmallInt ? member[MemberField.slot].smallInt : -1
                if names.indices.contains(slot) { names[slot] = m.swiftString(member[MemberField.name]) }
            }
        }
        return names
    }

    private static func solidBuiltin(_ type: TypeRef) -> TypeRef {
        var type = type
        while type.isHeapType { type = TypeRef(type.pointer.pointee.base) }
        return type
    }

    static func dict(_ m: Machine, _ object: Value) throws(Raise) -> Value { try m.instanceDict(object) }

    static func setDict(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "cannot delete __dict__") }
        try m.replaceInstanceDict(object, value)
    }

    /// Types whose `__dict__` stays as it is.
    static func refuseDict(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        throw m.raiseAttributeError("readonly attribute", name: m.name(.__dict__), object: object)
    }
}
