/// How `TypeVar`, `ParamSpec` and `TypeVarTuple` are made by a call.
extension TypeParameterMethods {
    /// `TypeVar(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
    /// infer_variance=False)`
    static func newVariable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var name = a.optional(1)
        var bound = Value.unbound
        var standard = Value.unbound
        var flags: (Value, Value, Value) = (.unbound, .unbound, .unbound)
        for index in 0..<a.keywordCount {
            let keyword = Str(a.keywordName(index))
            let value = a.keywordValue(index)
            if keyword.equals("bound") {
                bound = value
            } else if keyword.equals("default") {
                standard = value
            } else if keyword.equals("covariant") {
                flags.0 = value
            } else if keyword.equals("contravariant") {
                flags.1 = value
            } else if keyword.equals("infer_variance") {
                flags.2 = value
            } else if keyword.equals("name") {
                if name.isBound {
                    throw m.raise(.typeError, "argument for typevar() given by name ('name') and position (1)")
                }
                name = value
            } else {
                let text = m.swiftString(keyword.value)
                throw m.raise(.typeError, "typevar() got an unexpected keyword argument '\(text)'")
            }
        }
        if name.isUnbound { throw m.raise(.typeError, "typevar() missing required argument 'name' (pos 1)") }
        _ = try m.stringArgument(name, "typevar", named: "name")
        let variance = try variance(m, flags.0, flags.1, flags.2)
        if bound.isBound, !bound.isNone {
            if a.count > 2 { throw m.raise(.typeError, "Constraints cannot be combined with bound=...") }
            bound = try m.call(
                try m.typingFunction("_type_check"), bound, m.string("Bound must be a type." as StaticString))
        } else {
            bound = .unbound
        }
        if a.count == 3 { throw m.raise(.typeError, "A single constraint is not allowed") }
        let record = make(m, .typeVar, name, standard)
        record[TypeParameterField.variance] = variance
        if bound.isBound { record[TypeParameterField.bound] = m.tuple(bound) }
        if a.count > 3 {
            // Unlike a bound they are taken as they are.
            let constraints = m.makeTuple(count: a.count - 2)
            for index in 2..<a.count { constraints[index - 2] = a[index] }
            record[TypeParameterField.constraints] = m.tuple(constraints.value)
        }
        return record.value
    }

    /// `ParamSpec(name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)`
    static func newSpecification(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.stringArgument(a[1], "paramspec", named: "name")
        let variance = try variance(m, a[4], a[5], a[6])
        var bound = a[2]
        if bound.isBound, !bound.isNone {
            bound = try m.call(
                try m.typingFunction("_type_check"), bound, m.string("Bound must be a type." as StaticString))
        }
        let record = make(m, .paramSpec, a[1], a[3])
        record[TypeParameterField.variance] = variance
        if bound.isBound, !bound.isNone { record[TypeParameterField.bound] = m.tuple(bound) }
        return record.value
    }

    /// `TypeVarTuple(name, *, default=NoDefault)`
    static func newVariableTuple(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.stringArgument(a[1], "typevartuple", named: "name")
        return make(m, .typeVarTuple, a[1], a[2]).value
    }

    private static func make(_ m: Machine, _ type: BuiltinType, _ name: Value, _ standard: Value) -> Record {
        let record = m.record(type, count: TypeParameterField.count)
        record[TypeParameterField.name] = name
        record[TypeParameterField.module] = m.currentModuleName()
        if standard.isBound, m.typeName(standard) != "NoDefaultType" {
            record[TypeParameterField.default] = m.tuple(standard)
        }
        return record
    }

    private static func variance(
        _ m: Machine, _ covariant: Value, _ contravariant: Value, _ inferred: Value
    ) throws(Raise) -> Value {
        let isCovariant = covariant.isBound ? try m.truth(covariant) : false
        let isContravariant = contravariant.isBound ? try m.truth(contravariant) : false
        let isInferred = inferred.isBound ? try m.truth(inferred) : false
        if isCovariant, isContravariant { throw m.raise(.valueError, "Bivariant types are not supported.") }
        if isInferred, isCovariant || isContravariant {
            throw m.raise(.valueError, "Variance cannot be specified with infer_variance.")
        }
        if isInferred { return .unbound }
        return m.int(isCovariant ? 1 : isContravariant ? 2 : 0)
    }
}
