/// Methods and attributes of `type`.
enum TypeMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .any, style: .slot, initialize),
            Native("__call__", .any, style: .slot, call),
            Native("__repr__", .none, style: .slot, repr),
            Native("__getattribute__", .one, style: .slot, getAttribute),
            Native("__setattr__", .positional(2, 2), style: .slot, setAttribute),
            Native("__delattr__", .one, style: .slot, deleteAttribute),
            Native("__or__", .one, style: .slot, UnionMethods.or),
            Native("__ror__", .one, style: .slot, UnionMethods.reflectedOr),
            Native("mro", .none, mro),
            Native("__subclasses__", .none, subclasses),
            Native("__prepare__", .any, style: .classMethod, prepare),
            Native("__instancecheck__", .one, instanceCheck),
            Native("__subclasscheck__", .one, subclassCheck),
            Native("__dir__", .none, dir),
            Native("__sizeof__", .none, { (m: Machine, _: Arguments) throws(Raise) -> Value in m.int(904) }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("__name__", get: name, set: setName),
            NativeProperty("__qualname__", get: qualifiedName, set: setQualifiedName),
            NativeProperty("__bases__", get: bases, set: setBases),
            NativeProperty(
                "__mro__", get: { (_: Machine, v: Value) throws(Raise) -> Value in TypeRef(v).pointer.pointee.mro }),
            NativeProperty("__base__", isMember: true, get: base),
            NativeProperty("__module__", get: module, set: setModule),
            NativeProperty("__dict__", get: dict),
            NativeProperty("__doc__", get: doc, set: setDoc),
            NativeProperty("__annotations__", get: annotations, set: setAnnotations),
            NativeProperty("__type_params__", get: typeParameters, set: setTypeParameters),
            NativeProperty("__abstractmethods__", get: abstractMethods, set: setAbstractMethods),
            NativeProperty("__text_signature__", get: { (_: Machine, _: Value) throws(Raise) -> Value in .none }),
            NativeProperty(
                "__basicsize__", isMember: true,
                get: { (m: Machine, _: Value) throws(Raise) -> Value in m.int(16) }),
            NativeProperty("__flags__", isMember: true, get: flags),
        ]
    }

    // MARK: Making and calling

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 4 else {
            throw m.raise(.typeError, "type.__new__() takes exactly 3 arguments (\(a.count - 1) given)")
        }
        guard m.isString(a[1]) else {
            throw m.raise(.typeError, "type.__new__() argument 1 must be str, not \(m.shortTypeName(a[1]))")
        }
        guard a[2].isKind(.tuple) else {
            throw m.raise(.typeError, "type.__new__() argument 2 must be tuple, not \(m.shortTypeName(a[2]))")
        }
        guard a[3].isKind(.dict) else {
            throw m.raise(.typeError, "type.__new__() argument 3 must be dict, not \(m.shortTypeName(a[3]))")
        }
        for index in 0..<Tuple(a[2]).count where !Tuple(a[2])[index].isKind(.type) {
            if try m.getAttributeIfPresent(Tuple(a[2])[index], .__mro_entries__).isBound {
                throw m.raise(
                    .typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
            }
        }
        let metatype = TypeRef(a[0])
        let winner = try m.winningMetatype(metatype, Tuple(a[2]))
        if winner != metatype {
            let new = m.lookup(winner, .__new__)
            if !new.isKind(.nativeFunction) {
                let function = try m.descriptorGetOnType(new, winner)
                let old = a.base[0]
                a.base[0] = winner.value
                defer { a.base[0] = old }
                return try m.call(function, a)
            }
        }
        let text = Str(a[1])
        for index in 0..<text.count where text[index] == 0 {
            throw m.raise(.valueError, "type name must not contain null characters")
        }
        return try m.makeType(
            name: a[1], bases: a[2], namespace: Dict(a[3]), metatype: winner, keywords: a.keywordCount > 0 ? a : nil
        ).value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0, a.count == 2 {
            throw m.raise(.typeError, "type.__init__() takes no keyword arguments")
        }
        guard a.count == 2 || a.count == 4 else {
            throw m.raise(.typeError, "type.__init__() takes 1 or 3 arguments")
        }
        return .none
    }

    static func call(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.instantiate(TypeRef(a[0]), a.dropFirst)
    }

    static func prepare(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.dict().value }

    // MARK: Text

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string("<class '\(m.shownTypeName(TypeRef(a[0])))'>")
    }

    static func dir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let names = m.dict()
        ObjectMethods.mergeTypeNames(m, TypeRef(a[0]), into: names)
        return ObjectMethods.keys(m, names)
    }

    // MARK: Attributes

    static func getAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try ObjectMethods.checkedName(m, a[1])
        let result = try m.findTypeAttribute(a[0], m.typeOf(a[0]), name)
        if result.isBound { return result }
        throw m.raiseNoAttribute(a[0], name)
    }

    static func setAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.storeTypeAttribute(TypeRef(a[0]), m.typeOf(a[0]), try ObjectMethods.checkedName(m, a[1]), a[2])
        return .none
    }

    static func deleteAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.storeTypeAttribute(TypeRef(a[0]), m.typeOf(a[0]), try ObjectMethods.checkedName(m, a[1]), .unbound)
        return .none
    }

    static func mro(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.listFromIterable(try m.linearize(TypeRef(a[0]))).value
    }

    static func subclasses(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list()
        let type = TypeRef(a[0]).pointer
        guard let subclasses = type.pointee.subclasses else { return list.value }
        for index in 0..<type.pointee.subclassCount { list.append(m, Value(subclasses[index])) }
        return list.value
    }

    static func instanceCheck(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.isRealInstance(a[1], TypeRef(a[0])))
    }

    static func subclassCheck(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.type) else { throw m.raise(.typeError, "issubclass() arg 1 must be a class") }
        return Value(TypeRef(a[1]).isSubtype(of: TypeRef(a[0])))
    }

    private static func name(_ m: Machine, _ v: Value) throws(Raise) -> Value { TypeRef(v).pointer.pointee.name }

    private static func checkMutable(_ m: Machine, _ v: Value, _ value: Value, _ name: StaticString) throws(Raise) {
        if TypeRef(v).flags.contains(.immutable) {
            throw m.raise(.typeError, "cannot set '\(name)' attribute of immutable type '\(m.typeName(TypeRef(v)))'")
        }
        if value.isUnbound {
            throw m.raise(
                .typeError, "cannot delete '\(name)' attribute of immutable type '\(m.typeName(TypeRef(v)))'")
        }
    }

    private static func setName(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try checkMutable(m, v, value, "__name__")
        guard m.isString(value) else {
            throw m.raise(
                .typeError, "can only assign string to \(m.typeName(TypeRef(v))).__name__, not '\(m.typeName(value))'")
        }
        for index in 0..<Str(value).count where Str(value)[index] == 0 {
            throw m.raise(.valueError, "type name must not contain null characters")
        }
        for index in 0..<Str(value).count where 0xd800...0xdfff ~= Str(value)[index] {
            throw m.raise(
                m.makeException(
                    .unicodeEncodeError, m.string("utf-8"), value, m.int(index), m.int(index + 1),
                    m.string("surrogates not allowed")))
        }
        TypeRef(v).pointer.pointee.name = value
    }

    private static func qualifiedName(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        TypeRef(v).pointer.pointee.qualifiedName
    }

    private static func setQualifiedName(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try checkMutable(m, v, value, "__qualname__")
        guard m.isString(value) else {
            throw m.raise(
                .typeError,
                "can only assign string to \(m.typeName(TypeRef(v))).__qualname__, not '\(m.typeName(value))'")
        }
        TypeRef(v).pointer.pointee.qualifiedName = value
    }

    private static func bases(_ m: Machine, _ v: Value) throws(Raise) -> Value { TypeRef(v).pointer.pointee.bases }

    private static func setBases(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try checkMutable(m, v, value, "__bases__")
        let type = TypeRef(v)
        guard value.isKind(.tuple) else {
            throw m.raise(
                .typeError, "can only assign tuple to \(m.typeName(type)).__bases__, not \(m.typeName(value))")
        }
        let bases = Tuple(value)
        if bases.count == 0 {
            throw m.raise(.typeError, "can only assign non-empty tuple to \(m.typeName(type)).__bases__, not ()")
        }
        for index in 0..<bases.count {
            guard bases[index].isKind(.type) else {
                throw m.raise(
                    .typeError,
                    "\(m.typeName(type)).__bases__ must be tuple of classes, not '\(m.typeName(bases[index]))'")
            }
            if TypeRef(bases[index]).isSubtype(of: type) || descends(TypeRef(bases[index]), from: type) {
                throw m.raise(.typeError, "a __bases__ item causes an inheritance cycle")
            }
        }
        let base = try m.bestBase(bases)
        let old = TypeRef(type.pointer.pointee.base)
        let members = base.pointer.pointee.rootShape?.pointee.count ?? 0
        guard base.instanceKind == type.instanceKind,
            members == old.pointer.pointee.rootShape?.pointee.count ?? 0
        else {
            throw m.raise(
                .typeError,
                "__bases__ assignment: '\(m.typeName(base))' object layout differs from '\(m.typeName(old))'")
        }
        let oldBases = type.pointer.pointee.bases
        type.pointer.pointee.bases = value
        type.pointer.pointee.base = base.value
        do throws(Raise) {
            try updateOrder(m, type)
        } catch {
            if type.pointer.pointee.bases == value {
                type.pointer.pointee.bases = oldBases
                type.pointer.pointee.base = old.value
            }
            throw error
        }
        // A method `mro` may have assigned other bases meanwhile: those hold.
        guard type.pointer.pointee.bases == value else { return }
        let former = Tuple(oldBases)
        for index in 0..<former.count where !(0..<bases.count).contains(where: { bases[$0] == former[index] }) {
            m.removeSubclass(TypeRef(former[index]), type)
        }
        for index in 0..<bases.count {
            let listed = TypeRef(bases[index]).pointer
            var isKnown = false
            for number in 0..<listed.pointee.subclassCount where listed.pointee.subclasses?[number] == type.pointer {
                isKnown = true
            }
            if !isKnown { m.addSubclass(TypeRef(listed), type) }
        }
        m.updateFlagsBelow(type)
    }

    /// Whether a class has another above it by its first bases. While a method `mro` of the script runs, the order of
    /// resolution does not tell yet.
    private static func descends(_ type: TypeRef, from other: TypeRef) -> Bool {
        var current = type
        while true {
            if current == other { return true }
            let base = current.pointer.pointee.base
            guard base.isKind(.type) else { return false }
            current = TypeRef(base)
        }
    }

    private static func updateOrder(_ m: Machine, _ type: TypeRef) throws(Raise) {
        type.pointer.pointee.mro = try m.resolutionOrder(type)
        m.typeModified(type)
        // A method `mro` may change the list of subclasses.
        try m.enterNative()
        defer { m.leaveNative() }
        var index = 0
        while index < type.pointer.pointee.subclassCount, let subclasses = type.pointer.pointee.subclasses {
            try updateOrder(m, TypeRef(subclasses[index]))
            index += 1
        }
    }

    private static func base(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let base = TypeRef(v).pointer.pointee.base
        return base.isUnbound ? .none : base
    }

    private static func module(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let module = m.dictGet(TypeRef(v).dict, .__module__)
        // A built-in type may have a property of that name for its instances.
        if m.isString(module) || module.isBound && TypeRef(v).isHeapType { return module }
        if TypeRef(v).isHeapType { throw m.raiseAttributeError("__module__", name: m.name(.__module__), object: v) }
        return m.builtinModuleName(TypeRef(v))
    }

    private static func setModule(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try checkMutable(m, v, value, "__module__")
        m.dictSet(TypeRef(v).dict, .__module__, value)
        m.typeModified(TypeRef(v))
    }

    private static func dict(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        m.makeMappingProxy(TypeRef(v).dict.value)
    }

    private static func doc(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let doc = m.dictGet(TypeRef(v).dict, .__doc__)
        if doc.isNone || doc.isUnbound { return .none }
        // The entry of `property` and its like is the attribute of the instances.
        if doc.isKind(.box), let text = Documentation.text(m, type: TypeRef(v)) { return m.string(text) }
        return try m.descriptorGetOnType(doc, TypeRef(v))
    }

    private static func setDoc(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try checkMutable(m, v, value, "__doc__")
        m.dictSet(TypeRef(v).dict, .__doc__, value)
        m.typeModified(TypeRef(v))
    }

    private static func annotations(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let type = TypeRef(v)
        let known = m.dictGet(type.dict, .__annotations__)
        if known.isBound, known.isKind(.dict) || !type.flags.contains(.immutable) { return known }
        if type.flags.contains(.immutable) {
            throw m.raiseAttributeError(
                "type object '\(m.typeName(type))' has no attribute '__annotations__'",
                name: m.name(.__annotations__), object: v)
        }
        let dict = m.dict().value
        m.dictSet(type.dict, .__annotations__, dict)
        m.typeModified(type)
        return dict
    }

    private static func setAnnotations(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        let type = TypeRef(v)
        if type.flags.contains(.immutable) { try checkMutable(m, v, value, "__annotations__") }
        if value.isUnbound {
            if m.dictRemove(type.dict, name: m.name(.__annotations__)).isUnbound {
                throw m.raiseAttributeError("__annotations__", name: m.name(.__annotations__), object: v)
            }
        } else {
            m.dictSet(type.dict, .__annotations__, value)
        }
        m.typeModified(type)
    }

    private static func typeParameters(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let value = m.dictGet(TypeRef(v).dict, .__type_params__)
        return value.isUnbound || v == m.type(.type).value ? m.tuple() : value
    }

    private static func setTypeParameters(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try checkMutable(m, v, value, "__type_params__")
        m.dictSet(TypeRef(v).dict, .__type_params__, value)
        m.typeModified(TypeRef(v))
    }

    private static func abstractMethods(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let value = m.dictGet(TypeRef(v).dict, .__abstractmethods__)
        if value.isBound, v != m.type(.type).value { return value }
        throw m.raiseAttributeError("__abstractmethods__", name: m.name(.__abstractmethods__), object: v)
    }

    private static func setAbstractMethods(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        let type = TypeRef(v)
        if value.isUnbound {
            if m.dictRemove(type.dict, name: m.name(.__abstractmethods__)).isUnbound {
                throw m.raiseAttributeError("__abstractmethods__", name: m.name(.__abstractmethods__), object: v)
            }
        } else {
            m.dictSet(type.dict, .__abstractmethods__, value)
        }
        m.noteAbstractMethods(type)
        m.typeModified(type)
    }

    /// Some of CPython's flags: heap type, base type, abstract.
    private static func flags(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let flags = TypeRef(v).flags
        var result = 0
        if flags.contains(.matchesSequence) { result |= 1 << 5 }
        if flags.contains(.matchesMapping) { result |= 1 << 6 }
        if flags.contains(.heapType) { result |= 1 << 9 }
        if flags.contains(.subclassable) { result |= 1 << 10 }
        if flags.contains(.immutable) { result |= 1 << 8 }
        if flags.contains(.hasAbstractMethods) { result |= 1 << 20 }
        return m.int(result)
    }
}
