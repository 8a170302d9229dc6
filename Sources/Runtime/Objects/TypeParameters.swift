/// The objects of PEP 695: type variables, type aliases, and `typing.Generic`.
enum TypeParameterMethods {
    private static func text(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Record(a[0])[TypeParameterField.name]
    }

    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, text), Native("__or__", .one, style: .slot, UnionMethods.or),
            Native("__ror__", .one, style: .slot, UnionMethods.reflectedOr),
            Native(
                "has_default", .none,
                { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Value(Record(a[0])[TypeParameterField.default].isBound)
                }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__name__", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[TypeParameterField.name] }
            ),
            NativeProperty(
                "__default__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    try computed(m, Record(v), TypeParameterField.default) ?? .none
                }),
            constant("__covariant__", .false), constant("__contravariant__", .false),
            constant("__infer_variance__", .true),
        ]
    }

    static var variableProperties: [NativeProperty] {
        [
            NativeProperty(
                "__bound__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    try computed(m, Record(v), TypeParameterField.bound) ?? .none
                }),
            NativeProperty(
                "__constraints__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    try computed(m, Record(v), TypeParameterField.constraints) ?? m.tuple()
                }),
        ]
    }

    /// `P.args` and `P.kwargs` of a parameter specification.
    static var specificationProperties: [NativeProperty] { [part("args"), part("kwargs")] }

    private static func part(_ name: StaticString) -> NativeProperty {
        NativeProperty(
            name,
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let record = m.record(.paramSpec, count: TypeParameterField.count)
                record[TypeParameterField.name] = m.string(
                    "\(m.swiftString(Record(v)[TypeParameterField.name])).\(name)")
                return record.value
            })
    }

    /// `*Ts` gives the tuple of types itself.
    static func unpack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.iterator(of: m.tuple(a[0])) }

    private static func constant(_ name: StaticString, _ value: Value) -> NativeProperty {
        NativeProperty(name, get: { (_: Machine, _: Value) throws(Raise) -> Value in value })
    }

    /// The value of a field that holds a function until it is first asked for, then a tuple of the value; nil when it
    /// is not there.
    static func computed(_ m: Machine, _ record: Record, _ field: Int) throws(Raise) -> Value? {
        let content = record[field]
        if content.isUnbound { return nil }
        if content.isKind(.tuple) { return Tuple(content)[0] }
        let value = try m.call(content)
        record[field] = m.tuple(value)
        return value
    }
}

/// The values of a type alias.
enum TypeAliasField {
    static let name = 0
    static let parameters = 1
    /// A function that computes the value, then a tuple of it.
    static let value = 2
}

/// `type Name[T] = …`.
enum TypeAliasMethods {
    static var methods: [Native] {
        [
            Native(
                "__repr__", .none, style: .slot,
                { (_: Machine, a: Arguments) throws(Raise) -> Value in Record(a[0])[TypeAliasField.name] }),
            Native("__or__", .one, style: .slot, UnionMethods.or),
            Native("__ror__", .one, style: .slot, UnionMethods.reflectedOr),
            Native("__getitem__", .one, style: .slot, getItem),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__name__", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[TypeAliasField.name] }),
            NativeProperty(
                "__value__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    try TypeParameterMethods.computed(m, Record(v), TypeAliasField.value) ?? .none
                }),
            NativeProperty("__type_params__", get: parameters), NativeProperty("__parameters__", get: parameters),
            NativeProperty(
                "__module__",
                get: { (m: Machine, _: Value) throws(Raise) -> Value in
                    let module = m.currentModuleName()
                    return module.isUnbound ? .none : module
                }),
        ]
    }

    private static func parameters(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let parameters = Record(v)[TypeAliasField.parameters]
        return parameters.isKind(.tuple) ? parameters : m.tuple()
    }

    private static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if Tuple(try parameters(m, a[0])).count == 0 {
            throw m.raise(.typeError, "Only generic type aliases are subscriptable")
        }
        return m.makeGenericAlias(a[0], a[1])
    }
}

/// `typing.Generic`, the base of classes with type parameters.
enum GenericMethods {
    static var methods: [Native] {
        [
            Native("__class_getitem__", .one, style: .classMethod, classGetItem),
            Native("__init_subclass__", .any, style: .classMethod, initSubclass),
        ]
    }

    private static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        if type == m.type(.generic) { return m.makeGenericAlias(a[0], a[1]) }
        let parameters = m.lookup(type, .__parameters__)
        let count = parameters.isKind(.tuple) ? Tuple(parameters).count : 0
        if count == 0 { throw m.raise(.typeError, "\(m.reprText(a[0])) is not a generic class") }
        let given = a[1].isKind(.tuple) ? Tuple(a[1]).count : 1
        var hasVariadic = false
        for index in 0..<count where m.typeOf(Tuple(parameters)[index]) != m.type(.typeVar) { hasVariadic = true }
        if given != count, !hasVariadic {
            throw m.raise(
                .typeError,
                "Too \(given > count ? "many" : "few") arguments for \(m.reprText(a[0])); actual \(given), expected \(count)"
            )
        }
        return m.makeGenericAlias(a[0], a[1])
    }

    /// Notes the type parameters of a new class: those of `Generic[…]` among its bases, or all that its bases have.
    private static func initSubclass(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        let bases = m.dictGet(type.dict, .__orig_bases__)
        var parameters = m.tuple()
        if bases.isKind(.tuple) {
            parameters = m.typeParameters(in: Tuple(bases))
            for index in 0..<Tuple(bases).count {
                let base = Tuple(bases)[index]
                if m.typeOf(base) == m.type(.genericAlias),
                    Record(base)[GenericAliasField.origin] == m.type(.generic).value
                {
                    parameters = Record(base)[GenericAliasField.parameters]
                }
            }
        }
        m.dictSet(type.dict, .__parameters__, parameters)
        m.typeModified(type)
        let next = m.lookupAbove(m.type(.generic), in: type, m.name(.__init_subclass__))
        if next.isBound { _ = try m.call(try m.descriptorGetOnType(next, type), a.dropFirst) }
        return .none
    }
}

extension Machine {
    func installTypeParameters() {
        for type in [BuiltinType.typeVar, .paramSpec, .typeVarTuple] {
            define(type, methods: TypeParameterMethods.methods, properties: TypeParameterMethods.properties)
        }
        define(.typeVar, properties: TypeParameterMethods.variableProperties)
        define(.paramSpec, properties: TypeParameterMethods.specificationProperties)
        define(.typeVarTuple, methods: [Native("__iter__", .none, style: .slot, TypeParameterMethods.unpack)])
        define(.typeAliasType, methods: TypeAliasMethods.methods, properties: TypeAliasMethods.properties)
        define(.generic, methods: GenericMethods.methods)
    }
}
