import UnicodeData

/// A parsed format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` ("Format
/// specification mini-language" in the library reference).
struct FormatSpec {
    var fill: UInt32 = 0x20
    /// One of `<`, `>`, `=`, `^`.
    var align: UInt32
    /// `+`, `-`, space, or 0.
    var sign: UInt32 = 0
    var noNegativeZero = false
    var isAlternate = false
    /// -1 when there is none.
    var width = -1
    /// `,`, `_`, or 0.
    var grouping: UInt32 = 0
    /// -1 when there is none.
    var precision = -1
    /// The type character; 0 for none given to a float.
    var type: UInt32

    /// The specification for `value`, whose type's defaults are given. Those of a few ASCII characters are remembered.
    @inline(__always)
    static func of(
        _ m: Machine, _ spec: Str, for value: Value, defaultType: UInt32, defaultAlign: UInt32
    ) throws(Raise) -> FormatSpec {
        let count = spec.count
        guard count > 0, count <= 6, spec.isASCII, !spec.isShared else {
            return try FormatSpec(m, spec, for: value, defaultType: defaultType, defaultAlign: defaultAlign)
        }
        // A cell has room for eight bytes at least.
        let text = UnsafeRawPointer(spec.base).load(as: UInt64.self) & (1 << UInt64(count &* 8) &- 1)
        let key = text | UInt64(count) << 48 | UInt64(defaultType) << 56
        let known = m.runtime.pointee.formatSpecs + Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 60)
        if known.pointee.key == key { return known.pointee.spec }
        let parsed = try FormatSpec(m, spec, for: value, defaultType: defaultType, defaultAlign: defaultAlign)
        known.pointee = Known(key: key, spec: parsed)
        return parsed
    }

    /// A parsed specification with the text it came from, packed with the default type; 0 for none.
    struct Known {
        var key: UInt64
        var spec: FormatSpec

        static let count = 16
        static func makeTable() -> UnsafeMutablePointer<Known> {
            let table = UnsafeMutablePointer<Known>.allocate(capacity: count)
            table.initialize(repeating: Known(key: 0, spec: FormatSpec(align: 0, type: 0)), count: count)
            return table
        }
    }

    private init(align: UInt32, type: UInt32) {
        self.align = align
        self.type = type
    }

    /// Parses the specification for `value`, whose type's defaults are given.
    init(_ m: Machine, _ spec: Str, for value: Value, defaultType: UInt32, defaultAlign: UInt32) throws(Raise) {
        align = defaultAlign
        type = defaultType
        let end = spec.count
        var position = 0
        @inline(__always) func isAlign(_ code: UInt32) -> Bool {
            code == 0x3c || code == 0x3e || code == 0x3d || code == 0x5e
        }
        func next() -> UInt32 { position < end ? spec[position] : 0xffff_ffff }
        var hasFill = false
        var hasAlign = false
        if end >= 2, isAlign(spec[1]) {
            fill = spec[0]
            align = spec[1]
            hasFill = true
            hasAlign = true
            position = 2
        } else if end >= 1, isAlign(spec[0]) {
            align = spec[0]
            hasAlign = true
            position = 1
        }
        let candidate = next()
        if candidate == 0x2b || candidate == 0x2d || candidate == 0x20 {
            sign = candidate
            position += 1
        }
        if next() == 0x7a {
            noNegativeZero = true
            position += 1
        }
        if next() == 0x23 {
            isAlternate = true
            position += 1
        }
        if !hasFill, next() == 0x30 {
            fill = 0x30
            if !hasAlign, defaultAlign == 0x3e { align = 0x3d }
            position += 1
        }
        width = try FormatSpec.number(m, spec, &position)
        if next() == 0x2c {
            grouping = 0x2c
            position += 1
        }
        if next() == 0x5f {
            if grouping != 0 { throw m.raise(.valueError, "Cannot specify both ',' and '_'.") }
            grouping = 0x5f
            position += 1
        }
        if next() == 0x2c, grouping == 0x5f { throw m.raise(.valueError, "Cannot specify both ',' and '_'.") }
        if next() == 0x2e {
            position += 1
            precision = try FormatSpec.number(m, spec, &position)
            if precision < 0 { throw m.raise(.valueError, "Format specifier missing precision") }
        }
        if end - position > 1 {
            let text = m.swiftString(spec.value)
            throw m.raise(
                .valueError, "Invalid format specifier '\(text)' for object of type '\(m.typeName(value))'")
        }
        if position < end { type = spec[position] }
        if grouping != 0 { try checkGrouping(m) }
    }

    /// A decimal number at `position`, or -1 when there is none.
    static func number(_ m: Machine, _ spec: Str, _ position: inout Int) throws(Raise) -> Int {
        var result = -1
        while position < spec.count, let digit = UnicodeData.decimalValue(spec[position]) {
            let (scaled, overflow) = max(result, 0).multipliedReportingOverflow(by: 10)
            let (sum, carry) = scaled.addingReportingOverflow(digit)
            if overflow || carry { throw m.raise(.valueError, "Too many decimal digits in format string") }
            result = sum
            position += 1
        }
        return result
    }

    private func checkGrouping(_ m: Machine) throws(Raise) {
        switch Unicode.Scalar(type) ?? "?" {
        case "d", "e", "f", "g", "E", "G", "%", "F", "\0": return
        case "b", "o", "x", "X":
            if grouping == 0x5f { return }
        default: break
        }
        let separator = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: grouping)))
        if type > 32 && type < 128 {
            let name = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: type)))
            throw m.raise(.valueError, "Cannot specify '\(separator)' with '\(name)'.")
        }
        throw m.raise(.valueError, "Cannot specify '\(separator)' with '\\x\(String(type, radix: 16))'.")
    }

    /// The error for a type character that the object's type does not know.
    func unknownType(_ m: Machine, _ value: Value) -> Raise {
        let name = m.typeName(value)
        if type > 32 && type < 128 {
            let code = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: type)))
            return m.raise(.valueError, "Unknown format code '\(code)' for object of type '\(name)'")
        }
        return m.raise(.valueError, "Unknown format code '\\x\(String(type, radix: 16))' for object of type '\(name)'")
    }
}

/// A number to be laid out: its digits, what stands before them, and how they are grouped.
struct NumberLayout {
    var isNegative: Bool
    /// `0x` and the like.
    var prefix: StaticString = ""
    /// ASCII digits of the integer part, followed by the rest (point, fraction, exponent, percent sign).
    var text: UnsafeBufferPointer<UInt8>
    /// How many bytes of `text` are the integer part.
    var integerDigits: Int
    /// Digits between separators.
    var groupSize = 3

    /// The number as the specification wants it: sign, prefix, grouping, fill and width.
    func render(_ m: Machine, _ spec: FormatSpec) throws(Raise) -> Value {
        var signText: UInt32 = 0
        if isNegative {
            signText = 0x2d
        } else if spec.sign == 0x2b || spec.sign == 0x20 {
            signText = spec.sign
        }
        let fixed = (signText == 0 ? 0 : 1) + prefix.utf8CodeUnitCount + text.count - integerDigits
        let hasZeroFill = spec.fill == 0x30 && spec.align == 0x3d
        let minimum = hasZeroFill ? max(0, spec.width - fixed) : 0
        try m.checkSize(max(spec.width, 0) > Int.max / 8 ? Int.max : max(spec.width, 0) * 4)
        var grouped = integerDigits
        let isGrouped = spec.grouping != 0 && integerDigits > 0
        if isGrouped {
            // Zeros that fill up are grouped, too; a separator never comes first.
            grouped = NumberLayout.groupedCount(integerDigits, minimum: minimum, groupSize)
        } else {
            grouped = max(integerDigits, minimum)
        }
        let padding = max(0, spec.width - fixed - grouped)
        if !isGrouped, spec.fill < 0x80 {
            return renderASCII(m, spec, sign: signText, zeros: grouped - integerDigits, padding: padding)
        }
        var before = 0
        var inside = 0
        switch spec.align {
        case 0x3e: before = padding
        case 0x5e: before = padding / 2
        case 0x3d: inside = padding
        default: break
        }
        var builder = StringBuilder()
        builder.reserve(fixed + grouped + padding)
        builder.append(codePoint: spec.fill, times: before)
        if signText != 0 { builder.append(codePoint: signText) }
        if prefix.utf8CodeUnitCount > 0 { builder.append(prefix) }
        builder.append(codePoint: spec.fill, times: inside)
        if !isGrouped {
            builder.append(codePoint: 0x30, times: grouped - integerDigits)
            builder.append(ascii: UnsafeBufferPointer(rebasing: text[0..<integerDigits]))
        } else {
            appendGrouped(&builder, grouped, spec.grouping)
        }
        if integerDigits < text.count {
            builder.append(ascii: UnsafeBufferPointer(rebasing: text[integerDigits..<text.count]))
        }
        builder.append(codePoint: spec.fill, times: padding - before - inside)
        return builder.finish(m)
    }

    /// The same in one step, where there are no groups and the fill is ASCII.
    @inline(__always)
    private func renderASCII(_ m: Machine, _ spec: FormatSpec, sign: UInt32, zeros: Int, padding: Int) -> Value {
        let count = (sign == 0 ? 0 : 1) + prefix.utf8CodeUnitCount + zeros + text.count + padding
        guard count > 1, let source = text.baseAddress else {
            return count == 0 ? m.runtime.pointee.emptyString : m.character(text.isEmpty ? 0x30 : UInt32(text[0]))
        }
        let result = m.makeString(count: count, width: 1)
        var target = result.bytes
        @inline(__always) func fill(_ unit: UInt32, _ times: Int) {
            for _ in 0..<times {
                target.pointee = UInt8(truncatingIfNeeded: unit)
                target += 1
            }
        }
        let before = spec.align == 0x3e ? padding : spec.align == 0x5e ? padding / 2 : 0
        let inside = spec.align == 0x3d ? padding : 0
        fill(spec.fill, before)
        if sign != 0 { fill(sign, 1) }
        if prefix.utf8CodeUnitCount > 0 {
            copyBytes(from: prefix.utf8Start, to: target, prefix.utf8CodeUnitCount)
            target += prefix.utf8CodeUnitCount
        }
        fill(spec.fill, inside)
        fill(0x30, zeros)
        copyBytes(from: source, to: target, text.count)
        target += text.count
        fill(spec.fill, padding - before - inside)
        m.finishASCII(result)
        return result.value
    }

    /// Characters of so many digits with separators, filled up with zeros to at least `minimum` characters.
    private static func groupedCount(_ digits: Int, minimum: Int, _ size: Int) -> Int {
        let plain = digits == 0 ? 0 : digits + (digits - 1) / size
        if plain >= minimum { return plain }
        // Of `minimum` characters every (size + 1)th from the right is a separator; if that would be the first one,
        // another zero is put before it.
        return minimum % (size + 1) == 0 ? minimum + 1 : minimum
    }

    private func appendGrouped(_ builder: inout StringBuilder, _ count: Int, _ separator: UInt32) {
        var place = count
        // Digits from the right: place p (from 1) of the characters is a separator when p % (size + 1) == 0.
        let digitCount = count - count / (groupSize + 1)
        var zeros = digitCount - integerDigits
        var index = 0
        while place > 0 {
            if place % (groupSize + 1) == 0 {
                builder.append(codePoint: separator)
            } else if zeros > 0 {
                builder.append(codePoint: 0x30)
                zeros -= 1
            } else if index < integerDigits {
                builder.append(codePoint: UInt32(text[index]))
                index += 1
            }
            place -= 1
        }
    }
}
