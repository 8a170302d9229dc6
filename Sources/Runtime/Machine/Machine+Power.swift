/// `pow` with three arguments, which asks the types of all of them.
extension Machine {
    /// What a type has in the place of the operator: its own arithmetic, or methods of a class of the script.
    private enum PowerSlot {
        case none, int, float, complex, native, script
        /// A class of the library that takes operands of other types for all three (`Decimal`).
        case mixed
    }

    /// `pow(base, exponent, modulus)`.
    func power(_ base: Value, _ exponent: Value, _ modulus: Value) throws(Raise) -> Value {
        if modulus.isNone || modulus.isUnbound { return try binary(.power, base, exponent) }
        let first = powerSlot(of: base)
        var second = powerSlot(of: exponent)
        if second == first { second = .none }
        if second != .none, first != .none, typeOf(exponent).isSubtype(of: typeOf(base)) {
            let result = try power(by: second, of: exponent, base, exponent, modulus)
            if !result.isNotImplemented { return result }
            second = .none
        }
        var result = try power(by: first, of: base, base, exponent, modulus)
        if result.isNotImplemented { result = try power(by: second, of: exponent, base, exponent, modulus) }
        let third = powerSlot(of: modulus)
        if result.isNotImplemented, third != first, third != second {
            result = try power(by: third, of: modulus, base, exponent, modulus)
        }
        if !result.isNotImplemented { return result }
        let types = "'\(typeName(base))', '\(typeName(exponent))', '\(typeName(modulus))'"
        throw raise(.typeError, "unsupported operand type(s) for ** or pow(): \(types)")
    }

    private func powerSlot(of value: Value) -> PowerSlot {
        let order = typeOf(value).mro
        for index in 0..<order.count where TypeRef(order[index]).isHeapType {
            let dict = TypeRef(order[index]).dict
            if dictGet(dict, name: internStatic(mixedPower)).isBound { return .mixed }
            if dictGet(dict, name: name(.__pow__)).isBound || dictGet(dict, name: name(.__rpow__)).isBound {
                return .script
            }
        }
        if isInt(value) { return .int }
        if doubleValue(value) != nil { return .float }
        if value.isKind(.complex) { return .complex }
        return lookupSpecial(value, .__pow__).isBound ? .native : .none
    }

    /// The name under which a class of the library has the function of `PowerSlot.mixed`.
    private var mixedPower: StaticString { "_mixed_power" }

    /// Asks one operand's type. A class of the script is asked only if its instance is the base.
    private func power(
        by slot: PowerSlot, of operand: Value, _ base: Value, _ exponent: Value, _ modulus: Value
    ) throws(Raise) -> Value {
        switch slot {
        case .none: return .notImplemented
        case .int:
            guard isInt(base), isInt(exponent), isInt(modulus) else { return .notImplemented }
            return try call(lookup(type(.int), .__pow__), base, exponent, modulus)
        case .float:
            throw raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
        case .complex:
            for value in [base, exponent]
            where !value.isKind(.complex) && !isInt(value) && doubleValue(value) == nil {
                return .notImplemented
            }
            throw raise(.valueError, "complex modulo")
        case .mixed:
            return try call(lookup(typeOf(operand), internStatic(mixedPower)), base, exponent, modulus)
        case .native: return try call(lookup(typeOf(operand), .__pow__), base, exponent, modulus)
        case .script:
            guard powerSlot(of: base) == .script else { return .notImplemented }
            let method = lookup(typeOf(base), .__pow__)
            if method.isUnbound { throw raise(.attributeError, "__pow__") }
            if bindsPlainly(method) { return try call(method, base, exponent, modulus) }
            return try call(try bindSpecial(method, base), exponent, modulus)
        }
    }
}
