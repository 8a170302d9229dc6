/// The methods of `int`.
enum IntMethods {
    // MARK: Construction

    /// `int(x=0, /, base=10)`
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = try m.classArgument(a, .int)
        let value = try converted(m, a)
        return type == m.type(.int) ? value : m.makeInt(value, type: type)
    }

    private static func converted(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0, a.count - 1 + a.keywordCount > 2 {
            throw m.raise(.typeError, "int() takes at most 2 arguments (\(a.count - 1 + a.keywordCount) given)")
        }
        if a.count > 3 { throw m.raise(.typeError, "int expected at most 2 arguments, got \(a.count - 1)") }
        var base = a.optional(2)
        for index in 0..<a.keywordCount {
            guard Str(a.keywordName(index)).equals("base") else {
                throw m.unexpectedKeyword("int", a.keywordName(index), among: ["base"])
            }
            if base.isBound {
                throw m.raise(.typeError, "argument for int() given by name ('base') and position (2)")
            }
            base = a.keywordValue(index)
        }
        let value = a.optional(1)
        guard value.isBound else {
            if base.isBound { throw m.raise(.typeError, "int() missing string argument") }
            return Value(small: 0)
        }
        guard base.isBound else { return try m.intFrom(value) }
        let radix = try m.indexInt(base, overflow: .clip)
        if radix != 0 && radix < 2 || radix > 36 {
            throw m.raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
        }
        if value.isKind(.string) { return try m.parseInt(Str(value), base: radix) }
        if let buffer = m.byteBuffer(value), m.isInstance(value, .bytes) || m.isInstance(value, .bytearray) {
            return try m.parseInt(buffer, base: radix, source: value)
        }
        throw m.raise(.typeError, "int() can't convert non-string with explicit base")
    }

    // MARK: Arithmetic

    @inline(__always)
    private static func binary(_ op: BinaryOperation, _ m: Machine, _ a: Value, _ b: Value) throws(Raise) -> Value {
        guard m.isInt(a), m.isInt(b) else { return .notImplemented }
        return try m.intBinary(op, a, b)
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.add, m, a[0], a[1]) }
    static func subtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.subtract, m, a[0], a[1]) }
    static func rsubtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.subtract, m, a[1], a[0]) }
    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.multiply, m, a[0], a[1]) }
    static func modulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.modulo, m, a[0], a[1]) }
    static func rmodulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.modulo, m, a[1], a[0]) }
    static func divmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.divmod, m, a[0], a[1]) }
    static func rdivmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.divmod, m, a[1], a[0]) }
    static func floorDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.floorDivide, m, a[0], a[1])
    }
    static func rfloorDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.floorDivide, m, a[1], a[0])
    }
    static func trueDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.trueDivide, m, a[0], a[1])
    }
    static func rtrueDivide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.trueDivide, m, a[1], a[0])
    }
    static func shiftLeft(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.shiftLeft, m, a[0], a[1]) }
    static func rshiftLeft(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.shiftLeft, m, a[1], a[0])
    }
    static func shiftRight(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.shiftRight, m, a[0], a[1])
    }
    static func rshiftRight(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try binary(.shiftRight, m, a[1], a[0])
    }
    static func and(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.bitAnd, m, a[0], a[1]) }
    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.bitOr, m, a[0], a[1]) }
    static func xor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try binary(.bitXor, m, a[0], a[1]) }

    static func power(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try power(m, a[0], a[1], modulus: a.optional(2))
    }
    static func rpower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try power(m, a[1], a[0], modulus: a.optional(2))
    }
    private static func power(
        _ m: Machine, _ base: Value, _ exponent: Value, modulus: Value
    ) throws(Raise) -> Value {
        if modulus.isUnbound || modulus.isNone { return try binary(.power, m, base, exponent) }
        guard m.isInt(base), m.isInt(exponent), m.isInt(modulus) else { return .notImplemented }
        return try m.intPower(base, exponent, modulus: modulus)
    }

    static func negative(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.negative(a[0]) }
    static func absolute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.absolute(a[0]) }
    static func invert(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.inverted(a[0]) }
    /// `+a`, `int(a)`, `a.__index__()`, `a.conjugate()` and the like: the int itself.
    static func itself(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.exactInt(a[0]) }
    static func truth(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(!m.isZero(a[0])) }
    static func float(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(try m.floatOfInt(a[0])) }
    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(m.hashOfInt(a[0])) }
    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.intText(a[0]) }

    // MARK: Comparison

    @inline(__always)
    private static func compare(_ op: Comparison, _ m: Machine, _ a: Arguments) -> Value {
        guard m.isInt(a[1]) else { return .notImplemented }
        return Value(op.holds(m.compareInts(a[0], a[1]), 0))
    }
    static func less(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.less, m, a) }
    static func lessEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.lessEqual, m, a) }
    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.equal, m, a) }
    static func notEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.notEqual, m, a) }
    static func greater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.greater, m, a) }
    static func greaterEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { compare(.greaterEqual, m, a) }

    // MARK: Others

    static func round(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count < 2 { return m.exactInt(a[0]) }
        return try m.roundInt(a[0], try m.index(a[1]))
    }

    static func bitLength(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(m.bitLength(a[0])) }
    static func bitCount(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(m.withMagnitude(a[0]) { limbs, count, _ in Limbs.bitCount(limbs, count) })
    }
    static func asIntegerRatio(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.exactInt(a[0]), Value(small: 1))
    }
    static func isInteger(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { .true }
    static func getNewArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.tuple(m.exactInt(a[0])) }
    static func sizeOf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        // As in CPython: 24 bytes and four for every 30 bits, at least one such digit.
        m.int(24 + 4 * max(1, (m.bitLength(a[0]) + 29) / 30))
    }

    // MARK: Bytes

    /// `int.to_bytes(length=1, byteorder='big', *, signed=False)`
    static func toBytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let length = a[1].isUnbound ? 1 : try m.sizeArgument(a[1])
        let isLittle = try isLittleEndian(m, a[2], "to_bytes")
        let isSigned = a[3].isBound ? try m.truth(a[3]) : false
        if length < 0 { throw m.raise(.valueError, "length argument must be non-negative") }
        let value = a[0]
        let isNegative = m.isNegative(value)
        if isNegative, !isSigned { throw m.raise(.overflowError, "can't convert negative int to unsigned") }
        var bits = m.bitLength(value)
        if isSigned {
            // −2ⁿ needs no bit more than 2ⁿ − 1.
            let isPower =
                isNegative
                && m.withMagnitude(value) { limbs, count, _ in Limbs.bitCount(limbs, count) == 1 }
            if !isPower, bits > 0 { bits += 1 }
        }
        // CPython lets -1 be written in no byte at all.
        if length == 0, isSigned, m.intValue(value) == -1 { bits = 0 }
        if (bits + 7) / 8 > length { throw m.raise(.overflowError, "int too big to convert") }
        let result = try m.makeBytesChecked(count: length)
        m.withMagnitude(value) { limbs, count, isNegative in
            var carry = isNegative ? 1 : 0
            for index in 0..<length {
                let limb = index >> 3
                var byte = limb < count ? Int(limbs[limb] >> UInt64((index & 7) * 8) & 0xff) : 0
                if isNegative {
                    byte = (byte ^ 0xff) + carry
                    carry = byte >> 8
                    byte &= 0xff
                }
                result.bytes[isLittle ? index : length - 1 - index] = UInt8(byte)
            }
        }
        return result.value
    }

    private static func isLittleEndian(_ m: Machine, _ value: Value, _ function: StaticString) throws(Raise) -> Bool {
        guard value.isBound else { return false }
        let order = try m.stringArgument(value, function, named: "byteorder")
        if order.equals("little") { return true }
        if order.equals("big") { return false }
        throw m.raise(.valueError, "byteorder must be either 'little' or 'big'")
    }

    /// `int.from_bytes(bytes, byteorder='big', *, signed=False)`
    static func fromBytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let isLittle = try isLittleEndian(m, a[2], "from_bytes")
        let isSigned = a[3].isBound ? try m.truth(a[3]) : false
        var source = a[1]
        if m.byteBuffer(source) == nil {
            if source.isKind(.string) || m.isInt(source) {
                throw m.raise(.typeError, "cannot convert '\(m.typeName(source))' object to bytes")
            }
            let isConvertible =
                m.lookupSpecial(source, .__bytes__).isBound || m.exportsBuffer(source)
                || m.lookupSpecial(source, .__iter__).isBound || m.lookupSpecial(source, .__getitem__).isBound
            if isConvertible { source = try m.call(m.type(.bytes).value, source) }
        }
        guard let buffer = m.byteBuffer(source) else {
            throw m.raise(.typeError, "cannot convert '\(m.typeName(source))' object to bytes")
        }
        let value = try number(m, buffer, isLittle: isLittle, isSigned: isSigned)
        return a[0] == m.type(.int).value ? value : try m.call(a[0], value)
    }

    private static func number(
        _ m: Machine, _ bytes: UnsafeBufferPointer<UInt8>, isLittle: Bool, isSigned: Bool
    ) throws(Raise) -> Value {
        let count = bytes.count
        guard count > 0 else { return Value(small: 0) }
        let top = bytes[isLittle ? count - 1 : 0]
        let isNegative = isSigned && top >= 0x80
        return try m.makeInt(room: count / 8 + 2) { room in
            let limbs = (count + 7) / 8
            var carry: UInt64 = isNegative ? 1 : 0
            for limb in 0..<limbs {
                var word: UInt64 = 0
                for place in 0..<8 {
                    let index = limb * 8 + place
                    let byte = index < count ? bytes[isLittle ? index : count - 1 - index] : isNegative ? 0xff : 0
                    word |= UInt64(byte) << UInt64(place * 8)
                }
                if isNegative {
                    let (sum, overflow) = (~word).addingReportingOverflow(carry)
                    word = sum
                    carry = overflow ? 1 : 0
                }
                room[limb] = word
            }
            return (Limbs.normalizedCount(room, limbs), isNegative)
        }
    }
}

extension Machine {
    /// The class that `__new__` of a built-in type was called with (`int.__new__(cls, …)`), checked.
    func classArgument(_ a: Arguments, _ builtin: BuiltinType) throws(Raise) -> TypeRef {
        guard a.count > 0 else { throw raise(.typeError, "\(typeName(type(builtin))).__new__(): not enough arguments") }
        guard isType(a[0]) else {
            let name = typeName(type(builtin))
            throw raise(.typeError, "\(name).__new__(X): X is not a type object (\(typeName(a[0])))")
        }
        let cls = TypeRef(a[0])
        guard cls.isSubtype(of: type(builtin)) else {
            let name = typeName(type(builtin))
            throw raise(.typeError, "\(name).__new__(\(typeName(cls))): \(typeName(cls)) is not a subtype of \(name)")
        }
        if builtin == .int, cls == type(.bool) {
            throw raise(.typeError, "int.__new__(bool) is not safe, use bool.__new__()")
        }
        return cls
    }

    /// `int(value)`, `float(value)`, `str(value)` or `bool(value)` for the classes themselves; unbound for others.
    @inline(__always)
    func converted(_ value: Value, to type: TypeRef) throws(Raise) -> Value {
        if type == self.type(.str) { return try str(value) }
        if type == self.type(.int) { return try intFrom(value) }
        if type == self.type(.float) {
            if value.isDouble { return value }
            return value.isSmallInt ? Value(Double(value.smallInt)) : Value(try FloatMethods.double(self, value))
        }
        if type == self.type(.bool) { return Value(try truth(value)) }
        return .unbound
    }

    /// `int(value)` without a base.
    func intFrom(_ value: Value) throws(Raise) -> Value {
        if value.isSmallInt { return value }
        if value.isDouble { return try truncated(value.double) }
        if value.isCell, value.cell.type == type(.int) { return value }
        let method = lookupSpecial(value, .__int__)
        if method.isBound { return try intResult(try callFound(method, value), .__int__) }
        if lookupSpecial(value, .__index__).isBound { return try index(value) }
        let truncate = lookupSpecial(value, .__trunc__)
        if truncate.isBound { return try intByTruncation(value, truncate) }
        if value.isKind(.string) { return try parseInt(Str(value), base: 10) }
        if let buffer = byteBuffer(value) { return try parseInt(buffer, base: 10, source: value) }
        throw raise(
            .typeError,
            "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'")
    }

    private func intByTruncation(_ value: Value, _ method: Value) throws(Raise) -> Value {
        try warn(.deprecationWarning, "The delegation of int() to __trunc__ is deprecated.")
        let result = try callFound(method, value)
        if isInt(result) { return exactInt(result) }
        guard lookupSpecial(result, .__index__).isBound else {
            throw raise(.typeError, "__trunc__ returned non-Integral (type \(typeName(result)))")
        }
        return try index(result)
    }

    private func intResult(_ result: Value, _ name: KnownName) throws(Raise) -> Value {
        guard isInt(result) else {
            throw raise(.typeError, "\(name.rawValue) returned non-int (type \(typeName(result)))")
        }
        if typeOf(result) != type(.int) {
            try warn(
                .deprecationWarning,
                "\(name.rawValue) returned non-int (type \(typeName(result))).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."
            )
        }
        return exactInt(result)
    }
}
