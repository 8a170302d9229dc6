/// The methods that `bool` does not have from `int`.
enum BoolMethods {
    /// `bool(object=False, /)`
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.classArgument(a, .bool)
        if a.keywordCount > 0 { throw m.raise(.typeError, "bool() takes no keyword arguments") }
        if a.count > 2 { throw m.raise(.typeError, "bool expected at most 1 argument, got \(a.count - 1)") }
        return a.count == 2 ? Value(try m.truth(a[1])) : .false
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.internStatic(a[0].isTrue ? "True" : "False")
    }

    static func invert(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.warn(
            .deprecationWarning,
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."
        )
        return Value(small: a[0].isTrue ? -2 : -1)
    }

    @inline(__always)
    private static func combine(_ op: BinaryOperation, _ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (x, y) = (a[0], a[1])
        if x.isBool, y.isBool {
            switch op {
            case .bitAnd: return Value(x.isTrue && y.isTrue)
            case .bitOr: return Value(x.isTrue || y.isTrue)
            default: return Value(x.isTrue != y.isTrue)
            }
        }
        return m.isInt(y) ? try m.intBinary(op, x, y) : .notImplemented
    }

    static func and(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try combine(.bitAnd, m, a) }
    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try combine(.bitOr, m, a) }
    static func xor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try combine(.bitXor, m, a) }
}
