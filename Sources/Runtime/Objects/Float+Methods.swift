/// The methods of `float`.
enum FloatMethods {
    /// The value of the receiver.
    @inline(__always)
    static func receiver(_ m: Machine, _ value: Value) -> Double {
        value.isDouble ? value.double : m.doubleValue(value) ?? 0
    }

    /// `float(x=0.0, /)`
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = try m.classArgument(a, .float)
        if m.takesNoKeywords(type, .float) { try m.refuseKeywords(a, "float") }
        if a.count > 2 { throw m.raise(.typeError, "float expected at most 1 argument, got \(a.count - 1)") }
        return m.makeFloat(a.count == 1 ? 0 : try double(m, a[1]), type: type)
    }

    /// `float(value)`.
    static func double(_ m: Machine, _ value: Value) throws(Raise) -> Double {
        if value.isKind(.string), m.isExactString(value) { return try m.parseFloat(Str(value)) }
        if let double = try m.floatByMethods(value) { return double }
        if value.isKind(.string) { return try m.parseFloat(Str(value)) }
        if let buffer = m.byteBuffer(value) { return try m.parseFloat(buffer, source: value) }
        throw m.raise(.typeError, "float() argument must be a string or a real number, not '\(m.typeName(value))'")
    }

    // MARK: Arithmetic

    @inline(__always)
    private static func binary(_ op: BinaryOperation, _ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let y = try m.numberAsDouble(a[1]) else { return .notImplemented }
        return try m.floatBinary(op, receiver(m, a[0]), y)
    }

    @inline(__always)
    private static func reflected(_ op: BinaryOperation, _ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let x = try m.numberAsDouble(a[1]) else { return .notImplemented }
        return try m.floatBinary(op, x, receiver(m, a[0]))
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.add, m, a) }
    static func subtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.subtract, m, a) }
    static func rsubtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try reflected(.subtract, m, a) }
    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.multiply, m, a) }
    static func modulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.modulo, m, a) }
    static func rmodulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try reflected(.modulo, m, a) }
    static func divmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.divmod, m, a) }
    static func rdivmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try reflected(.divmod, m, a) }
    static func floorDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.floorDivide, m, a) }
    static func rfloorDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try reflected(.floorDivide, m, a) }
    static func trueDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.trueDivide, m, a) }
    static func rtrueDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try reflected(.trueDivide, m, a) }

    static func power(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseModulus(m, a)
        return try binary(.power, m, a)
    }
    static func rpower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseModulus(m, a)
        return try reflected(.power, m, a)
    }
    private static func refuseModulus(_ m: Machine, _ a: Arguments) throws(Raise) {
        guard a.count > 2, !a[2].isNone else { return }
        throw m.raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    }

    static func negative(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(-receiver(m, a[0])) }
    static func itself(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[0].isDouble ? a[0] : Value(receiver(m, a[0]))
    }
    static func absolute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(receiver(m, a[0]).magnitude) }
    static func truth(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(receiver(m, a[0]) != 0) }
    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.floatText(receiver(m, a[0])) }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(FloatText.hash(receiver(m, a[0])) ?? m.identityHash(a[0]))
    }

    // MARK: Comparison

    @inline(__always)
    private static func compare(_ op: Comparison, _ m: Machine, _ a: Arguments) -> Value {
        guard m.isInt(a[1]) || m.doubleValue(a[1]) != nil else { return .notImplemented }
        return Value(m.compareNumbers(op, a[0], a[1]))
    }
    static func less(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.less, m, a) }
    static func lessEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.lessEqual, m, a) }
    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.equal, m, a) }
    static func notEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.notEqual, m, a) }
    static func greater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.greater, m, a) }
    static func greaterEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.greaterEqual, m, a) }

    // MARK: To ints

    static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.truncated(receiver(m, a[0])) }
    static func floor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.truncated(receiver(m, a[0]).rounded(.down))
    }
    static func ceiling(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.truncated(receiver(m, a[0]).rounded(.up))
    }

    static func round(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = receiver(m, a[0])
        guard a.count > 1, !a[1].isNone else { return try m.truncated(value.rounded(.toNearestOrEven)) }
        let places = try m.indexInt(a[1], overflow: .clip)
        guard let result = FloatText.round(value, places: places) else {
            throw m.raise(.overflowError, "rounded value too large to represent")
        }
        return Value(result)
    }

    static func isInteger(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = receiver(m, a[0])
        return Value(value.isFinite && value == value.rounded(.towardZero))
    }

    static func asIntegerRatio(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = receiver(m, a[0])
        if value.isInfinite { throw m.raise(.overflowError, "cannot convert Infinity to integer ratio") }
        if value.isNaN { throw m.raise(.valueError, "cannot convert NaN to integer ratio") }
        let (mantissa, exponent) = FloatText.ratio(value)
        let number = m.int(mantissa, isNegative: value < 0)
        let power = try m.intBinary(.shiftLeft, Value(small: 1), m.int(Swift.abs(exponent)))
        return exponent < 0
            ? m.tuple(number, power) : m.tuple(try m.intBinary(.multiply, number, power), Value(small: 1))
    }

    // MARK: Others

    static func imaginary(_ m: Machine, _ value: Value) throws(Raise) -> Value { Value(0.0) }

    static func hex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        FloatText.hex(receiver(m, a[0])).withUnsafeBufferPointer { m.string(ascii: $0) }
    }

    static func fromHex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else { throw m.raise(.typeError, "bad argument type for built-in operation") }
        let string = Str(a[1])
        let result =
            string.isASCII
            ? FloatText.parseHex(UnsafeBufferPointer(start: string.bytes, count: string.count)) : .invalid
        switch result {
        case .value(let double):
            return a[0] == m.type(.float).value ? Value(double) : try m.call(a[0], Value(double))
        case .invalid: throw m.raise(.valueError, "invalid hexadecimal floating-point string")
        case .tooLarge: throw m.raise(.overflowError, "hexadecimal value too large to represent as a float")
        }
    }

    static func getNewArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(Value(receiver(m, a[0])))
    }

    static func getFormat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "__getformat__() argument must be str, not \(m.shortTypeName(a[1]))")
        }
        guard Str(a[1]).equals("double") || Str(a[1]).equals("float") else {
            throw m.raise(.valueError, "__getformat__() argument 1 must be 'double' or 'float'")
        }
        return m.string("IEEE, little-endian")
    }
}

extension Machine {
    func installFloatType() {
        typealias F = FloatMethods
        define(
            .float, doc: "A floating-point number of double precision. float(x) converts a number or reads a text.",
            methods: [
                Native("__new__", .any, style: .new, F.new),
                Native("__repr__", .none, style: .slot, F.repr),
                Native("__hash__", .none, style: .slot, F.hash),
                Native("__lt__", .one, style: .slot, F.less),
                Native("__le__", .one, style: .slot, F.lessEqual),
                Native("__eq__", .one, style: .slot, F.equal),
                Native("__ne__", .one, style: .slot, F.notEqual),
                Native("__gt__", .one, style: .slot, F.greater),
                Native("__ge__", .one, style: .slot, F.greaterEqual),
                Native("__add__", .one, style: .slot, F.add),
                Native("__radd__", .one, style: .slot, F.add),
                Native("__sub__", .one, style: .slot, F.subtract),
                Native("__rsub__", .one, style: .slot, F.rsubtract),
                Native("__mul__", .one, style: .slot, F.multiply),
                Native("__rmul__", .one, style: .slot, F.multiply),
                Native("__mod__", .one, style: .slot, F.modulo),
                Native("__rmod__", .one, style: .slot, F.rmodulo),
                Native("__divmod__", .one, style: .slot, F.divmod),
                Native("__rdivmod__", .one, style: .slot, F.rdivmod),
                Native("__pow__", .positional(1, 2), style: .slot, F.power),
                Native("__rpow__", .positional(1, 2), style: .slot, F.rpower),
                Native("__neg__", .none, style: .slot, F.negative),
                Native("__pos__", .none, style: .slot, F.itself),
                Native("__abs__", .none, style: .slot, F.absolute),
                Native("__bool__", .none, style: .slot, F.truth),
                Native("__int__", .none, style: .slot, F.truncate),
                Native("__float__", .none, style: .slot, F.itself),
                Native("__floordiv__", .one, style: .slot, F.floorDivide),
                Native("__rfloordiv__", .one, style: .slot, F.rfloorDivide),
                Native("__truediv__", .one, style: .slot, F.trueDivide),
                Native("__rtruediv__", .one, style: .slot, F.rtrueDivide),
                Native("conjugate", .none, doc: "The float itself: its imaginary part is 0.", F.itself),
                Native("__trunc__", .none, F.truncate),
                Native("__floor__", .none, F.floor),
                Native("__ceil__", .none, F.ceiling),
                Native("__round__", .positional(0, 1), F.round),
                Native(
                    "as_integer_ratio", .none, doc: "A pair of ints whose quotient is exactly the float.",
                    F.asIntegerRatio),
                Native(
                    "fromhex", .one, style: .classMethod, doc: "The float that a hexadecimal text stands for.",
                    F.fromHex),
                Native("hex", .none, doc: "The float as a hexadecimal text.", F.hex),
                Native("is_integer", .none, doc: "Whether the float is an integer.", F.isInteger),
                Native("__getnewargs__", .none, F.getNewArguments),
                Native("__getformat__", .one, style: .classMethod, F.getFormat),
                Native("__format__", .one, FormatMethods.float),
            ],
            properties: [
                NativeProperty("real", get: { (m, value) throws(Raise) in Value(F.receiver(m, value)) }),
                NativeProperty("imag", get: F.imaginary),
            ])
    }
}
