extension Machine {
    /// Gives `int`, `bool`, `float` and `complex` their methods.
    func installNumbers() {
        installIntType()
        installBoolType()
        installFloatType()
        installComplexType()
    }

    private func installIntType() {
        typealias I = IntMethods
        define(
            .int,
            doc: "An integer of any size. int(x) truncates a number or reads a text, in base 10 or in the one given.",
            methods: [
                Native("__new__", .any, style: .new, I.new),
                Native("__repr__", .none, style: .slot, I.repr),
                Native("__hash__", .none, style: .slot, I.hash),
                Native("__lt__", .one, style: .slot, I.less),
                Native("__le__", .one, style: .slot, I.lessEqual),
                Native("__eq__", .one, style: .slot, I.equal),
                Native("__ne__", .one, style: .slot, I.notEqual),
                Native("__gt__", .one, style: .slot, I.greater),
                Native("__ge__", .one, style: .slot, I.greaterEqual),
                Native("__add__", .one, style: .slot, I.add),
                Native("__radd__", .one, style: .slot, I.add),
                Native("__sub__", .one, style: .slot, I.subtract),
                Native("__rsub__", .one, style: .slot, I.rsubtract),
                Native("__mul__", .one, style: .slot, I.multiply),
                Native("__rmul__", .one, style: .slot, I.multiply),
                Native("__mod__", .one, style: .slot, I.modulo),
                Native("__rmod__", .one, style: .slot, I.rmodulo),
                Native("__divmod__", .one, style: .slot, I.divmod),
                Native("__rdivmod__", .one, style: .slot, I.rdivmod),
                Native("__pow__", .positional(1, 2), style: .slot, I.power),
                Native("__rpow__", .positional(1, 2), style: .slot, I.rpower),
                Native("__neg__", .none, style: .slot, I.negative),
                Native("__pos__", .none, style: .slot, I.itself),
                Native("__abs__", .none, style: .slot, I.absolute),
                Native("__bool__", .none, style: .slot, I.truth),
                Native("__invert__", .none, style: .slot, I.invert),
                Native("__lshift__", .one, style: .slot, I.shiftLeft),
                Native("__rlshift__", .one, style: .slot, I.rshiftLeft),
                Native("__rshift__", .one, style: .slot, I.shiftRight),
                Native("__rrshift__", .one, style: .slot, I.rshiftRight),
                Native("__and__", .one, style: .slot, I.and),
                Native("__rand__", .one, style: .slot, I.and),
                Native("__xor__", .one, style: .slot, I.xor),
                Native("__rxor__", .one, style: .slot, I.xor),
                Native("__or__", .one, style: .slot, I.or),
                Native("__ror__", .one, style: .slot, I.or),
                Native("__int__", .none, style: .slot, I.itself),
                Native("__float__", .none, style: .slot, I.float),
                Native("__floordiv__", .one, style: .slot, I.floorDivide),
                Native("__rfloordiv__", .one, style: .slot, I.rfloorDivide),
                Native("__truediv__", .one, style: .slot, I.trueDivide),
                Native("__rtruediv__", .one, style: .slot, I.rtrueDivide),
                Native("__index__", .none, style: .slot, I.itself),
                Native("conjugate", .none, doc: "The int itself: its imaginary part is 0.", I.itself),
                Native("bit_length", .none, doc: "How many bits the magnitude has.", I.bitLength),
                Native("bit_count", .none, doc: "How many bits of the magnitude are one.", I.bitCount),
                Native(
                    "to_bytes", .signature("length=1, byteorder='big', *, signed=False"),
                    doc: "The int as bytes, in two's complement if signed.", I.toBytes),
                Native(
                    "from_bytes", .signature("bytes, byteorder='big', *, signed=False"), style: .classMethod,
                    doc: "The int that bytes represent.", I.fromBytes),
                Native(
                    "as_integer_ratio", .none, doc: "A pair of ints whose quotient is the int: itself and 1.",
                    I.asIntegerRatio),
                Native("__trunc__", .none, I.itself),
                Native("__floor__", .none, I.itself),
                Native("__ceil__", .none, I.itself),
                Native("__round__", .positional(0, 1), I.round),
                Native("__getnewargs__", .none, I.getNewArguments),
                Native("__format__", .one, FormatMethods.int),
                Native("__sizeof__", .none, I.sizeOf),
                Native("is_integer", .none, doc: "True, as for floats that are integers.", I.isInteger),
            ],
            properties: [
                NativeProperty("real", get: { (m, value) throws(Raise) in m.exactInt(value) }),
                NativeProperty("imag", get: { (_, _) throws(Raise) in Value(small: 0) }),
                NativeProperty("numerator", get: { (m, value) throws(Raise) in m.exactInt(value) }),
                NativeProperty("denominator", get: { (_, _) throws(Raise) in Value(small: 1) }),
            ])
    }

    private func installBoolType() {
        typealias B = BoolMethods
        define(
            .bool, doc: "True or False. bool(x) is the truth value of x.",
            methods: [
                Native("__new__", .any, style: .new, B.new),
                Native("__repr__", .none, style: .slot, B.repr),
                Native("__invert__", .none, style: .slot, B.invert),
                Native("__and__", .one, style: .slot, B.and),
                Native("__rand__", .one, style: .slot, B.and),
                Native("__xor__", .one, style: .slot, B.xor),
                Native("__rxor__", .one, style: .slot, B.xor),
                Native("__or__", .one, style: .slot, B.or),
                Native("__ror__", .one, style: .slot, B.or),
            ])
    }
}
