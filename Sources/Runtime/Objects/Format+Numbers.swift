/// `__format__` of the built-in types.
enum FormatMethods {
    // MARK: str

    static func string(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try format(m, Str(a[0]), spec: try specArgument(m, a[1]))
    }

    static func specArgument(_ m: Machine, _ value: Value) throws(Raise) -> Str {
        guard value.isKind(.string) else {
            throw m.raise(.typeError, "__format__() argument must be str, not \(m.shortTypeName(value))")
        }
        return Str(value)
    }

    static func format(_ m: Machine, _ string: Str, spec text: Str) throws(Raise) -> Value {
        if text.count == 0 { return try m.str(string.value) }
        let spec = try FormatSpec.of(m, text, for: string.value, defaultType: 0x73, defaultAlign: 0x3c)
        guard spec.type == 0x73 else { throw spec.unknownType(m, string.value) }
        if spec.sign == 0x20 { throw m.raise(.valueError, "Space not allowed in string format specifier") }
        if spec.sign != 0 { throw m.raise(.valueError, "Sign not allowed in string format specifier") }
        if spec.noNegativeZero {
            throw m.raise(.valueError, "Negative zero coercion (z) not allowed in string format specifier")
        }
        if spec.isAlternate {
            throw m.raise(.valueError, "Alternate form (#) not allowed in string format specifier")
        }
        if spec.align == 0x3d { throw m.raise(.valueError, "'=' alignment not allowed in string format specifier") }
        return try aligned(m, string, spec)
    }

    /// A text cut to the precision and padded to the width.
    static func aligned(_ m: Machine, _ string: Str, _ spec: FormatSpec) throws(Raise) -> Value {
        let count = spec.precision >= 0 ? min(spec.precision, string.count) : string.count
        let padding = max(0, spec.width - count)
        // The text itself, even of a subclass, if there is nothing to do.
        if padding == 0, count == string.count, count > 0 { return string.value }
        let part = m.substring(string, 0, count)
        if padding == 0 { return part }
        let before = spec.align == 0x3e || spec.align == 0x3d ? padding : spec.align == 0x5e ? padding / 2 : 0
        return try m.pad(Str(part), before: before, after: padding - before, fill: spec.fill)
    }

    // MARK: int

    static func int(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try format(m, int: a[0], spec: try specArgument(m, a[1]))
    }

    static func format(_ m: Machine, int value: Value, spec text: Str) throws(Raise) -> Value {
        if text.count == 0 { return try m.str(value) }
        let spec = try FormatSpec.of(m, text, for: value, defaultType: 0x64, defaultAlign: 0x3e)
        switch spec.type {
        case 0x62, 0x63, 0x64, 0x6f, 0x78, 0x58, 0x6e: return try format(m, int: value, spec)
        case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x25:
            return try format(m, double: try m.floatOfInt(value), value, spec)
        default: throw spec.unknownType(m, value)
        }
    }

    private static func format(_ m: Machine, int value: Value, _ spec: FormatSpec) throws(Raise) -> Value {
        if spec.precision >= 0 {
            throw m.raise(.valueError, "Precision not allowed in integer format specifier")
        }
        if spec.noNegativeZero {
            throw m.raise(.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
        }
        if spec.type == 0x63 { return try formatCharacter(m, value, spec) }
        let base: Int
        var prefix: StaticString = ""
        switch spec.type {
        case 0x62:
            base = 2
            prefix = "0b"
        case 0x6f:
            base = 8
            prefix = "0o"
        case 0x78:
            base = 16
            prefix = "0x"
        case 0x58:
            base = 16
            prefix = "0X"
        default: base = 10
        }
        if let word = m.intValue(value), spec.grouping == 0 {
            return try formatWord(m, word, spec, base: base, prefix: spec.isAlternate ? prefix : "")
        }
        if base == 10 { try m.checkIntTextLimit(value) }
        let isUpperCase = spec.type == 0x58
        return try m.withDigits(of: value, base: base, isUpperCase: isUpperCase) { (isNegative, text) throws(Raise) in
            let layout = NumberLayout(
                isNegative: isNegative, prefix: spec.isAlternate ? prefix : "", text: text, integerDigits: text.count,
                groupSize: base == 10 ? 3 : 4)
            return try layout.render(m, spec)
        }
    }

    /// The common case: the digits of a word, without separators.
    private static func formatWord(
        _ m: Machine, _ word: Int, _ spec: FormatSpec, base: Int, prefix: StaticString
    ) throws(Raise) -> Value {
        let memory = m.heap.pointee.takeBuffer(64)
        defer { m.heap.pointee.giveBack(memory, bytes: 64) }
        let room = UnsafeMutableRawBufferPointer(start: memory, count: 64)
        var start = room.count
        if base == 10 {
            start = writeDecimal(word.magnitude, room)
        } else {
            let bits = base == 16 ? 4 : base == 8 ? 3 : 1
            let letters: UInt8 = spec.type == 0x58 ? 0x37 : 0x57
            var rest = word.magnitude
            repeat {
                start -= 1
                let digit = UInt8(truncatingIfNeeded: rest & UInt(base - 1))
                room[start] = digit < 10 ? 0x30 + digit : letters + digit
                rest >>= UInt(bits)
            } while rest > 0
        }
        let text = UnsafeRawBufferPointer(rebasing: room[start...]).bindMemory(to: UInt8.self)
        let layout = NumberLayout(isNegative: word < 0, prefix: prefix, text: text, integerDigits: text.count)
        return try layout.render(m, spec)
    }

    private static func formatCharacter(_ m: Machine, _ value: Value, _ spec: FormatSpec) throws(Raise) -> Value {
        if spec.sign != 0 { throw m.raise(.valueError, "Sign not allowed with integer format specifier 'c'") }
        if spec.isAlternate {
            throw m.raise(.valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
        }
        guard let code = m.intValue(value) else {
            throw m.raise(.overflowError, "Python int too large to convert to C long")
        }
        guard code >= 0, code < 0x110000 else { throw m.raise(.overflowError, "%c arg not in range(0x110000)") }
        return try aligned(m, Str(m.character(UInt32(code))), spec)
    }

    // MARK: float

    static func float(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.doubleValue(a[0]) ?? 0
        return try format(m, float: value, a[0], spec: try specArgument(m, a[1]))
    }

    static func format(_ m: Machine, float double: Double, _ value: Value, spec text: Str) throws(Raise) -> Value {
        if text.count == 0 { return try m.str(value) }
        let spec = try FormatSpec.of(m, text, for: value, defaultType: 0, defaultAlign: 0x3e)
        return try format(m, double: double, value, spec)
    }

    static func format(
        _ m: Machine, double: Double, _ value: Value, _ spec: FormatSpec
    ) throws(Raise) -> Value {
        let presentation: FloatText.Presentation
        var isUpperCase = false
        switch spec.type {
        case 0: presentation = .none
        case 0x65, 0x45: presentation = .exponent
        case 0x66, 0x46: presentation = .fixed
        case 0x67, 0x47, 0x6e: presentation = .general
        case 0x25: presentation = .percent
        default: throw spec.unknownType(m, value)
        }
        if spec.type == 0x45 || spec.type == 0x46 || spec.type == 0x47 { isUpperCase = true }
        if spec.precision > Int(Int32.max) { throw m.raise(.valueError, "precision too big") }
        try m.checkSize(max(spec.precision, 0) * 4)
        return try m.withText(
            of: double, as: presentation, precision: spec.precision >= 0 ? spec.precision : nil,
            isUpperCase: isUpperCase, isAlternate: spec.isAlternate, noNegativeZero: spec.noNegativeZero
        ) { (isNegative, text, integerDigits) throws(Raise) in
            let layout = NumberLayout(isNegative: isNegative, text: text, integerDigits: integerDigits)
            return try layout.render(m, spec)
        }
    }
}

extension Machine {
    /// Calls `body` with the formatted magnitude of a float: whether a minus sign belongs in front, the text, and the
    /// digits before the point.
    @inline(__always)
    func withText(
        of double: Double, as presentation: FloatText.Presentation, precision: Int?, isUpperCase: Bool,
        isAlternate: Bool, noNegativeZero: Bool = false,
        _ body: (Bool, UnsafeBufferPointer<UInt8>, Int) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        if presentation == .fixed, double.isFinite, (precision ?? 6) <= 19 {
            let memory = heap.pointee.takeBuffer(48)
            defer { heap.pointee.giveBack(memory, bytes: 48) }
            let text = memory.assumingMemoryBound(to: UInt8.self)
            if let fixed = FloatText.writeFixed(double, places: precision ?? 6, isAlternate: isAlternate, text) {
                let isNegative = double.sign == .minus && !(noNegativeZero && fixed.isZero)
                return try body(
                    isNegative, UnsafeBufferPointer(start: text, count: fixed.count), fixed.integerDigits)
            }
        }
        let formatted = FloatText.format(
            double, as: presentation, precision: precision, isUpperCase: isUpperCase, isAlternate: isAlternate,
            noNegativeZero: noNegativeZero)
        let count = formatted.text.count
        let memory = heap.pointee.takeBuffer(count)
        defer { heap.pointee.giveBack(memory, bytes: count) }
        let buffer = UnsafeMutableBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count)
        _ = buffer.initialize(from: formatted.text)
        return try body(formatted.isNegative, UnsafeBufferPointer(buffer), min(formatted.integerDigits, count))
    }
}

extension Machine {
    /// Calls `body` with the sign and the digits of an int in a base, without leading zeros.
    func withDigits(
        of value: Value, base: Int, isUpperCase: Bool = false,
        _ body: (Bool, UnsafeBufferPointer<UInt8>) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        var small: UInt64 = 0
        var isNegative = false
        let limbs: UnsafePointer<UInt64>
        var count = 1
        let memory = heap.pointee.takeBuffer(8)
        defer { heap.pointee.giveBack(memory, bytes: 8) }
        let single = memory.assumingMemoryBound(to: UInt64.self)
        if let word = intValue(value) {
            isNegative = word < 0
            small = UInt64(word.magnitude)
            single[0] = small
            limbs = UnsafePointer(single)
            if small == 0 { count = 0 }
        } else if value.isKind(.bigInt) {
            let layout: UnsafeMutablePointer<BigIntLayout> = value.layout()
            isNegative = layout.pointee.isNegative
            limbs = UnsafePointer(BigIntLayout.limbs(layout))
            count = Int(layout.pointee.header.aux)
        } else {
            single[0] = 0
            limbs = UnsafePointer(single)
            count = 0
        }
        let room = Limbs.textRoom(max(count, 1), base: base)
        let textMemory = heap.pointee.takeBuffer(room + 2)
        defer { heap.pointee.giveBack(textMemory, bytes: room + 2) }
        let text = textMemory.assumingMemoryBound(to: UInt8.self)
        let length = Limbs.toText(text, limbs, count, base: base)
        if isUpperCase {
            for index in 0..<length where text[index] >= 0x61 { text[index] &-= 0x20 }
        }
        return try body(isNegative, UnsafeBufferPointer(start: text, count: length))
    }

    /// The text of an int in a base with a prefix, as `hex`, `oct` and `bin` give it.
    func intText(_ value: Value, base: Int, prefix: StaticString) throws(Raise) -> Value {
        try withDigits(of: value, base: base) { (isNegative, text) throws(Raise) in
            var builder = StringBuilder()
            builder.reserve(text.count + 3)
            if isNegative { builder.append(codePoint: 0x2d) }
            builder.append(prefix)
            builder.append(ascii: text)
            return builder.finish(self)
        }
    }
}
