/// The binary operators.
enum BinaryOperation: UInt8 {
    case add, subtract, multiply, trueDivide, floorDivide, modulo, power, matrixMultiply, shiftLeft, shiftRight, bitAnd
    case bitOr, bitXor, divmod

    /// `__add__`
    var method: KnownName {
        switch self {
        case .add: .__add__
        case .subtract: .__sub__
        case .multiply: .__mul__
        case .trueDivide: .__truediv__
        case .floorDivide: .__floordiv__
        case .modulo: .__mod__
        case .power: .__pow__
        case .matrixMultiply: .__matmul__
        case .shiftLeft: .__lshift__
        case .shiftRight: .__rshift__
        case .bitAnd: .__and__
        case .bitOr: .__or__
        case .bitXor: .__xor__
        case .divmod: .__divmod__
        }
    }

    /// `__radd__`
    var reflected: KnownName {
        switch self {
        case .add: .__radd__
        case .subtract: .__rsub__
        case .multiply: .__rmul__
        case .trueDivide: .__rtruediv__
        case .floorDivide: .__rfloordiv__
        case .modulo: .__rmod__
        case .power: .__rpow__
        case .matrixMultiply: .__rmatmul__
        case .shiftLeft: .__rlshift__
        case .shiftRight: .__rrshift__
        case .bitAnd: .__rand__
        case .bitOr: .__ror__
        case .bitXor: .__rxor__
        case .divmod: .__rdivmod__
        }
    }

    /// `__iadd__`
    var inplace: KnownName {
        switch self {
        case .add: .__iadd__
        case .subtract: .__isub__
        case .multiply: .__imul__
        case .trueDivide: .__itruediv__
        case .floorDivide: .__ifloordiv__
        case .modulo: .__imod__
        case .power: .__ipow__
        case .matrixMultiply: .__imatmul__
        case .shiftLeft: .__ilshift__
        case .shiftRight: .__irshift__
        case .bitAnd: .__iand__
        case .bitOr: .__ior__
        case .bitXor: .__ixor__
        case .divmod: .__divmod__
        }
    }

    /// The operator as messages show it.
    var symbol: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .trueDivide: "/"
        case .floorDivide: "//"
        case .modulo: "%"
        case .power: "** or pow()"
        case .matrixMultiply: "@"
        case .shiftLeft: "<<"
        case .shiftRight: ">>"
        case .bitAnd: "&"
        case .bitOr: "|"
        case .bitXor: "^"
        case .divmod: "divmod()"
        }
    }

    /// The augmented assignment as messages show it.
    var inplaceSymbol: String { self == .power ? "**=" : symbol + "=" }
}

/// The unary operators (`not` is no method).
enum UnaryOperation: UInt8 {
    case negative, positive, invert

    var method: KnownName {
        switch self {
        case .negative: .__neg__
        case .positive: .__pos__
        case .invert: .__invert__
        }
    }

    var symbol: StaticString {
        switch self {
        case .negative: "-"
        case .positive: "+"
        case .invert: "~"
        }
    }
}

/// The comparison operators.
enum Comparison: UInt8 {
    case less, lessEqual, equal, notEqual, greater, greaterEqual

    var method: KnownName {
        switch self {
        case .less: .__lt__
        case .lessEqual: .__le__
        case .equal: .__eq__
        case .notEqual: .__ne__
        case .greater: .__gt__
        case .greaterEqual: .__ge__
        }
    }

    /// The operator that says the same with the operands exchanged.
    var swapped: Comparison {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        case .equal: .equal
        case .notEqual: .notEqual
        }
    }

    var symbol: StaticString {
        switch self {
        case .less: "<"
        case .lessEqual: "<="
        case .equal: "=="
        case .notEqual: "!="
        case .greater: ">"
        case .greaterEqual: ">="
        }
    }

    /// What the operator says of two ordered things of which is known how they compare.
    @inline(__always)
    func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .less: a < b
        case .lessEqual: a <= b
        case .equal: a == b
        case .notEqual: a != b
        case .greater: a > b
        case .greaterEqual: a >= b
        }
    }
}
