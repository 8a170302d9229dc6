/// The values of a `super` object.
enum SuperField {
    static let type = 0
    static let object = 1
    static let objectType = 2
}

/// `super` objects.
enum SuperMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .any, style: .slot, initialize),
            Native("__getattribute__", .one, style: .slot, getAttribute),
            Native("__get__", .positional(1, 2), style: .slot, get),
            Native("__repr__", .none, style: .slot, repr),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__thisclass__", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(Record(v)[SuperField.type]) }),
            NativeProperty(
                "__self__", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(Record(v)[SuperField.object]) }),
            NativeProperty(
                "__self_class__", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(Record(v)[SuperField.objectType]) }),
        ]
    }

    private static func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.allocateInstance(of: TypeRef(a[0])) }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        if a.keywordCount > 0 { throw m.raise(.typeError, "super() takes no keyword arguments") }
        if a.count > 3 { throw m.raise(.typeError, "super() expected at most 2 arguments, got \(a.count - 1)") }
        if a.count == 1 {
            let (type, object) = try m.superArguments()
            record[SuperField.type] = type
            record[SuperField.object] = object
            record[SuperField.objectType] = try m.superCheck(TypeRef(type), object).value
            return .none
        }
        guard a[1].isKind(.type) else {
            throw m.raise(.typeError, "super() argument 1 must be a type, not \(m.typeName(a[1]))")
        }
        record[SuperField.type] = a[1]
        record[SuperField.object] = .unbound
        record[SuperField.objectType] = .unbound
        if a.count > 2, !a[2].isNone {
            record[SuperField.object] = a[2]
            record[SuperField.objectType] = try m.superCheck(TypeRef(a[1]), a[2]).value
        }
        return .none
    }

    static func getAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try ObjectMethods.checkedName(m, a[1])
        let record = Record(a[0])
        if record[SuperField.objectType].isBound, record[SuperField.type].isBound, name != m.name(.__class__) {
            let found = try m.superAttribute(
                TypeRef(record[SuperField.type]), record[SuperField.object], TypeRef(record[SuperField.objectType]),
                name)
            if found.isBound { return found }
        }
        let result = try m.findInstanceAttribute(a[0], m.typeOf(a[0]), name)
        if result.isBound { return result }
        throw m.raiseNoAttribute(a[0], name)
    }

    static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.checkGet(a)
        let record = Record(a[0])
        if a[1].isNone || record[SuperField.object].isBound { return a[0] }
        let objectType = try m.superCheck(TypeRef(record[SuperField.type]), a[1])
        let new = Record(m.allocateInstance(of: m.typeOf(a[0])))
        new[SuperField.type] = record[SuperField.type]
        new[SuperField.object] = a[1]
        new[SuperField.objectType] = objectType.value
        return new.value
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let type = record[SuperField.type].isKind(.type) ? m.typeName(TypeRef(record[SuperField.type])) : "NULL"
        guard record[SuperField.objectType].isBound else { return m.string("<super: <class '\(type)'>, NULL>") }
        return m.string(
            "<super: <class '\(type)'>, <\(m.typeName(TypeRef(record[SuperField.objectType]))) object>>")
    }
}

extension Machine {
    /// `super(type, object).name` without a super object, for the instruction; AttributeError as the object would.
    func superAttribute(_ type: Value, _ object: Value, name: Value) throws(Raise) -> Value {
        guard type.isKind(.type) else {
            throw raise(.typeError, "super() argument 1 must be a type, not \(typeName(type))")
        }
        let objectType = try superCheck(TypeRef(type), object)
        if name != self.name(.__class__) {
            let found = try superAttribute(TypeRef(type), object, objectType, name)
            if found.isBound { return found }
        }
        let record = record(.super, count: 3)
        record[SuperField.type] = type
        record[SuperField.object] = object
        record[SuperField.objectType] = objectType.value
        let result = try findInstanceAttribute(record.value, self.type(.super), name)
        if result.isBound { return result }
        throw raiseNoAttribute(record.value, name)
    }

    /// The attribute behind `type` in the mro, bound; unbound if there is none.
    func superAttribute(
        _ type: TypeRef, _ object: Value, _ objectType: TypeRef, _ name: Value
    ) throws(Raise) -> Value {
        let found = lookupAbove(type, in: objectType, name)
        guard found.isCell, found.cell.type.flags.contains(.descriptor) else { return found }
        if object == objectType.value { return try descriptorGetOnType(found, objectType) }
        return try descriptorGet(found, object, objectType)
    }

    /// The type whose mro `super(type, object)` follows.
    func superCheck(_ type: TypeRef, _ object: Value) throws(Raise) -> TypeRef {
        if object.isKind(.type), TypeRef(object).isSubtype(of: type) { return TypeRef(object) }
        let actual = typeOf(object)
        if actual.isSubtype(of: type) { return actual }
        if actual.isHeapType {
            let claimed = try getAttributeIfPresent(object, .__class__)
            if claimed.isKind(.type), TypeRef(claimed).isSubtype(of: type) { return TypeRef(claimed) }
        }
        let what = object.isKind(.type) ? "type \(typeName(TypeRef(object)))" : "instance of \(typeName(object))"
        throw raise(
            .typeError,
            "super(type, obj): obj (\(what)) is not an instance or subtype of type (\(typeName(type))).")
    }

    /// Class and first argument of the method that calls `super()`, from the frame that is running.
    func superArguments() throws(Raise) -> (Value, Value) {
        let frame = state.pointee.frame
        guard frame > state.pointee.frameBase, frame.pointee.function.isKind(.function) else {
            throw raise(.runtimeError, "super(): no current frame")
        }
        let code = frame.pointee.code
        let source = source(of: code)
        guard source.argumentCount > 0 else { throw raise(.runtimeError, "super(): no arguments") }
        var object = frame.pointee.registers[0]
        if object.isKind(.variableCell), source.cellVariables.contains(0) {
            object = object.layout(VariableCellLayout.self).pointee.content
        }
        if object.isUnbound { throw raise(.runtimeError, "super(): arg[0] deleted") }
        guard let index = source.freeNames.firstIndex(of: "__class__") else {
            throw raise(.runtimeError, "super(): __class__ cell not found")
        }
        let closure = frame.pointee.function.layout(FunctionLayout.self).pointee.closure
        guard closure.isKind(.tuple), index < Tuple(closure).count, Tuple(closure)[index].isKind(.variableCell) else {
            throw raise(.runtimeError, "super(): bad __class__ cell")
        }
        let type = Tuple(closure)[index].layout(VariableCellLayout.self).pointee.content
        if type.isUnbound { throw raise(.runtimeError, "super(): empty __class__ cell") }
        guard type.isKind(.type) else {
            throw raise(.runtimeError, "super(): __class__ is not a type (\(typeName(type)))")
        }
        return (type, object)
    }
}
