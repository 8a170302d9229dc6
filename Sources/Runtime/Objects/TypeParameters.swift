/// The objects of PEP 695: type variables, type aliases, and `typing.Generic`. What is rarely needed of them is in the
/// library's module `typing`.
enum TypeParameterMethods {
    /// The name, with `+` or `-` for a variable that was declared so, `~` for one without a variance.
    private static func text(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        guard m.typeOf(a[0]) != m.type(.typeVarTuple), let variance = m.intValue(record[TypeParameterField.variance])
        else { return record[TypeParameterField.name] }
        let sign = variance == 1 ? "+" : variance == 2 ? "-" : "~"
        return m.string(sign + m.swiftString(record[TypeParameterField.name]))
    }

    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, text), Native("__or__", .one, style: .slot, or),
            Native("__ror__", .one, style: .slot, reflectedOr),
            Native("__mro_entries__", .one, mroEntries),
            Native(
                "__reduce__", .none,
                { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[TypeParameterField.name]
                }),
            Native(
                "has_default", .none,
                { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Value(Record(a[0])[TypeParameterField.default].isBound)
                }),
        ]
    }

    private static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(try m.typingFunction("_make_union"), a[0], a[1])
    }

    private static func reflectedOr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(try m.typingFunction("_make_union"), a[1], a[0])
    }

    private static func mroEntries(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.typeError, "Cannot subclass an instance of \(m.typeName(m.typeOf(a[0])))")
    }

    static var properties: [NativeProperty] {
        [
            .member("__name__") { (_: Machine, v: Value) throws(Raise) -> Value in
                Record(v)[TypeParameterField.name]
            },
            NativeProperty(
                "__default__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    if let value = try computed(m, Record(v), TypeParameterField.default) { return value }
                    return try m.typingFunction("NoDefault")
                }),
            NativeProperty(
                "__module__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    let module = Record(v)[TypeParameterField.module]
                    return module.isUnbound ? m.intern("typing" as StaticString) : module
                },
                set: { (_: Machine, v: Value, module: Value) throws(Raise) -> Void in
                    Record(v)[TypeParameterField.module] = module
                }),
        ]
    }

    /// `__covariant__`, `__contravariant__` and `__infer_variance__`.
    static var varianceProperties: [NativeProperty] {
        [variance("__covariant__", 1), variance("__contravariant__", 2), variance("__infer_variance__", -1)]
    }

    private static func variance(_ name: StaticString, _ number: Int) -> NativeProperty {
        .member(name) { (m: Machine, v: Value) throws(Raise) -> Value in
            Value((m.intValue(Record(v)[TypeParameterField.variance]) ?? -1) == number)
        }
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
    static var specificationProperties: [NativeProperty] {
        [
            part("args", "ParamSpecArgs"), part("kwargs", "ParamSpecKwargs"),
            .member("__bound__") { (m: Machine, v: Value) throws(Raise) -> Value in
                try computed(m, Record(v), TypeParameterField.bound) ?? .none
            },
        ]
    }

    private static func part(_ name: StaticString, _ maker: StaticString) -> NativeProperty {
        NativeProperty(
            name, get: { (m: Machine, v: Value) throws(Raise) -> Value in try m.call(try m.typingFunction(maker), v) })
    }

    /// `*Ts` gives `Unpack[Ts]`.
    static func unpack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.iterator(of: m.tuple(try m.getItem(try m.typingFunction("Unpack"), a[0])))
    }

    /// The methods by which arguments are put in the place of parameters, which are functions of `typing`.
    static func substitution(_ replace: StaticString?, _ prepare: StaticString) -> [Native] {
        var natives = [
            Native("__typing_prepare_subst__", .positional(2, 2)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.call(try m.typingFunction(prepare), a[0], a[1], a[2])
            }
        ]
        natives.append(
            Native("__typing_subst__", .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard let replace else {
                    throw m.raise(.typeError, "Substitution of bare TypeVarTuple is not supported")
                }
                return try m.call(try m.typingFunction(replace), a[0], a[1])
            })
        return natives
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
    static let module = 3
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
            Native("__new__", .signature("name, value, *, type_params=()"), style: .new, new),
            Native(
                "__reduce__", .none,
                { (_: Machine, a: Arguments) throws(Raise) -> Value in
                    Record(a[0])[TypeAliasField.name]
                }),
        ]
    }

    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.stringArgument(a[1], "typealias", named: "name")
        if a[3].isBound, m.typeOf(a[3]) != m.type(.tuple) { throw m.raise(.typeError, "type_params must be a tuple") }
        let alias = m.record(.typeAliasType, count: 4)
        alias[TypeAliasField.name] = a[1]
        alias[TypeAliasField.value] = m.tuple(a[2])
        if a[3].isBound { alias[TypeAliasField.parameters] = a[3] }
        alias[TypeAliasField.module] = m.currentModuleName()
        return alias.value
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
                get: { (_: Machine, v: Value) throws(Raise) -> Value in
                    let module = Record(v)[TypeAliasField.module]
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
        if m.isTypingLoaded { return try m.call(try m.typingFunction("_generic_class_getitem"), a[0], a[1]) }
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
        if m.isTypingLoaded { return try m.call(try m.typingFunction("_generic_init_subclass"), a) }
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
    /// An attribute of the module `typing`, which is imported if need be.
    func typingFunction(_ name: StaticString) throws(Raise) -> Value {
        try getAttribute(try importModule("typing"), intern(name))
    }

    /// Whether the program has imported `typing`, so that generic classes have to look as that makes them.
    var isTypingLoaded: Bool { dictGet(modules, name: intern("typing" as StaticString)).isBound }

    func installTypeParameters() {
        for type in [BuiltinType.typeVar, .paramSpec, .typeVarTuple] {
            define(type, methods: TypeParameterMethods.methods, properties: TypeParameterMethods.properties)
        }
        define(
            .typeVar,
            methods: TypeParameterMethods.substitution("_typevar_subst", "_typevar_prepare_subst")
                + [Native("__new__", .any, style: .new, TypeParameterMethods.newVariable)],
            properties: TypeParameterMethods.variableProperties + TypeParameterMethods.varianceProperties)
        define(
            .paramSpec,
            methods: TypeParameterMethods.substitution("_paramspec_subst", "_paramspec_prepare_subst")
                + [
                    Native(
                        "__new__",
                        .signature(
                            """
                            name, *, bound=None, default=None, covariant=False, contravariant=False, \
                            infer_variance=False
                            """), style: .new, TypeParameterMethods.newSpecification)
                ], properties: TypeParameterMethods.specificationProperties + TypeParameterMethods.varianceProperties)
        define(
            .typeVarTuple,
            methods: TypeParameterMethods.substitution(nil, "_typevartuple_prepare_subst")
                + [
                    Native("__iter__", .none, style: .slot, TypeParameterMethods.unpack),
                    Native(
                        "__new__", .signature("name, *, default=None"), style: .new,
                        TypeParameterMethods.newVariableTuple),
                ])
        define(.typeAliasType, methods: TypeAliasMethods.methods, properties: TypeAliasMethods.properties)
        define(.generic, methods: GenericMethods.methods)
    }
}
