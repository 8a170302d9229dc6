/// `format % values` for str and bytes ("printf-style String Formatting" in the library reference). Bytes are formatted
/// as Latin-1 text.
struct PercentFormatter {
    private let m: Machine
    private let format: Str
    /// The right operand, and when it is a tuple the index of the next value (else -1: the value itself, -2: used up).
    private let arguments: Value
    private var nextIndex: Int
    private let mapping: Value
    private let isBytes: Bool
    private var builder = StringBuilder()
    /// The only part of the result, if it is an instance of a subclass of str: then it is the result itself.
    private var whole = Value.unbound
    /// Nothing stands before the conversion.
    private var isFirst = true

    /// `format % values`: a new str.
    static func format(_ m: Machine, _ format: Str, _ values: Value) throws(Raise) -> Value {
        var formatter = PercentFormatter(m, format, values, isBytes: false)
        return try formatter.finish()
    }

    /// `format % values` for bytes: a new bytes object.
    static func formatBytes(_ m: Machine, _ format: UnsafeBufferPointer<UInt8>, _ values: Value) throws(Raise) -> Value
    {
        guard let base = format.baseAddress else { return m.runtime.pointee.emptyBytes }
        var formatter = PercentFormatter(m, Str(m.string(units: base, count: format.count)), values, isBytes: true)
        let text = Str(try formatter.finish())
        return m.bytes(UnsafeBufferPointer(start: text.bytes, count: text.count))
    }

    private init(_ m: Machine, _ format: Str, _ values: Value, isBytes: Bool) {
        self.m = m
        self.format = format
        self.isBytes = isBytes
        arguments = values
        nextIndex = values.isKind(.tuple) ? 0 : -1
        let isText = values.isKind(.string) || isBytes && (values.isKind(.bytes) || m.isByteArray(values))
        let isMapping = !values.isKind(.tuple) && !isText && m.isMapping(values)
        mapping = isMapping ? values : .unbound
        builder.reserve(format.count)
    }

    private mutating func finish() throws(Raise) -> Value {
        do throws(Raise) {
            try run()
            let isUsedUp = nextIndex >= 0 ? nextIndex == Tuple(arguments).count : nextIndex == -2
            if !isUsedUp, mapping.isUnbound {
                let kind = isBytes ? "bytes" : "string"
                throw m.raise(.typeError, "not all arguments converted during \(kind) formatting")
            }
        } catch {
            builder.discard()
            throw error
        }
        let text = builder.finish(m)
        return whole.isBound ? whole : text
    }

    /// Adds the text of a value.
    private mutating func add(_ text: Value) {
        if isFirst, builder.count == 0, Str(text).count > 0, !m.isExactString(text) { whole = text }
        builder.append(text)
    }

    /// One conversion: `%[(key)][flags][width][.precision][length]type`.
    private struct Conversion {
        var isLeft = false
        var hasPlus = false
        var hasSpace = false
        var isAlternate = false
        var hasZero = false
        var width = -1
        var precision = -1
        var type: UInt32 = 0
        /// The value by key, or unbound.
        var value: Value = .unbound
    }

    private mutating func run() throws(Raise) {
        var position = 0
        let end = format.count
        while position < end {
            isFirst = position == 0
            whole = .unbound
            let literal = position
            while position < end, format[position] != 0x25 { position += 1 }
            builder.append(format, from: literal, to: position)
            if position == end {
                if literal == 0 { whole = format.value }
                return
            }
            position += 1
            if position < end, format[position] == 0x25 {
                builder.append(codePoint: 0x25)
                position += 1
                continue
            }
            if mapping.isUnbound, !isBytes, position < end, try emitPlainly(format[position]) {
                position += 1
                continue
            }
            try convert(&position)
        }
    }

    /// `%s`, and `%d` of a word, without flags, width or precision; false for anything else.
    private mutating func emitPlainly(_ type: UInt32) throws(Raise) -> Bool {
        if type == 0x73 {
            let value = try next()
            if value.isSmallInt { builder.append(decimal: value.smallInt) } else { add(try m.str(value)) }
            return true
        }
        guard type == 0x64, nextIndex >= 0, nextIndex < Tuple(arguments).count else { return false }
        let value = Tuple(arguments)[nextIndex]
        guard value.isSmallInt else { return false }
        nextIndex += 1
        builder.append(decimal: value.smallInt)
        return true
    }

    private mutating func next() throws(Raise) -> Value {
        if nextIndex >= 0 {
            let tuple = Tuple(arguments)
            if nextIndex < tuple.count {
                nextIndex += 1
                return tuple[nextIndex - 1]
            }
        } else if nextIndex == -1 {
            nextIndex = -2
            return arguments
        }
        throw m.raise(.typeError, "not enough arguments for format string")
    }

    private mutating func convert(_ position: inout Int) throws(Raise) {
        let end = format.count
        var conversion = Conversion()
        func incomplete() -> Raise { m.raise(.valueError, "incomplete format") }
        if position < end, format[position] == 0x28 {
            guard mapping.isBound else { throw m.raise(.typeError, "format requires a mapping") }
            position += 1
            let start = position
            var depth = 1
            while position < end {
                let code = format[position]
                position += 1
                if code == 0x29 { depth -= 1 }
                if code == 0x28 { depth += 1 }
                if depth == 0 { break }
            }
            guard depth == 0 else { throw m.raise(.valueError, "incomplete format key") }
            var key = m.substring(format, start, position - 1)
            if isBytes { key = m.bytes(UnsafeBufferPointer(start: Str(key).bytes, count: Str(key).count)) }
            conversion.value = try m.getItem(mapping, key)
            // The mapping has been used, so that nothing is left over, and `*` finds nothing.
            nextIndex = -2
        }
        flags: while position < end {
            switch format[position] {
            case 0x2d: conversion.isLeft = true
            case 0x2b: conversion.hasPlus = true
            case 0x20: conversion.hasSpace = true
            case 0x23: conversion.isAlternate = true
            case 0x30: conversion.hasZero = true
            default: break flags
            }
            position += 1
        }
        if let width = try number(&position, "width too big", Int.max, key: conversion.value) {
            if width < 0 { conversion.isLeft = true }
            conversion.width = width == Int.min ? Int.max : abs(width)
        }
        if position < end, format[position] == 0x2e {
            position += 1
            let precision = try number(&position, "precision too big", Int(Int32.max), key: conversion.value)
            conversion.precision = max(0, precision ?? 0)
        }
        if position < end {
            let length = format[position]
            if length == 0x68 || length == 0x6c || length == 0x4c { position += 1 }
        }
        guard position < end else { throw incomplete() }
        conversion.type = format[position]
        position += 1
        if conversion.value.isUnbound { conversion.value = try next() }
        try emit(conversion, at: position - 1)
    }

    /// A width or precision: digits, `*`, or nothing.
    private mutating func number(
        _ position: inout Int, _ message: String, _ limit: Int, key: Value
    ) throws(Raise) -> Int? {
        guard position < format.count else { return nil }
        if format[position] == 0x2a {
            position += 1
            // Behind a key, the value that the key stands for is the only one.
            if key.isBound, nextIndex == -2 {
                guard m.isInt(key) else { throw m.raise(.typeError, "* wants int") }
                throw m.raise(.typeError, "not enough arguments for format string")
            }
            let value = try next()
            guard m.isInt(value) else { throw m.raise(.typeError, "* wants int") }
            guard let number = m.intValue(value) else {
                let type = limit == Int.max ? "ssize_t" : "int"
                throw m.raise(.overflowError, "Python int too large to convert to C \(type)")
            }
            if number > limit { throw m.raise(.overflowError, "Python int too large to convert to C int") }
            return number
        }
        var result = -1
        while position < format.count, format[position] &- 0x30 < 10 {
            let (scaled, overflow) = max(result, 0).multipliedReportingOverflow(by: 10)
            let (sum, carry) = scaled.addingReportingOverflow(Int(format[position] &- 0x30))
            if overflow || carry || sum > limit { throw m.raise(.valueError, message) }
            result = sum
            position += 1
        }
        return result < 0 ? nil : result
    }

    // MARK: Conversions

    private mutating func emit(_ conversion: Conversion, at position: Int) throws(Raise) {
        switch Unicode.Scalar(conversion.type) ?? "?" {
        case "s" where !isBytes: try emitText(try m.str(conversion.value), conversion)
        case "r" where !isBytes: try emitText(try m.repr(conversion.value), conversion)
        case "a", "r": try emitText(try m.ascii(conversion.value), conversion)
        case "s",
            "b" where isBytes:
            try emitText(try bytesText(conversion.value), conversion)
        case "c": try emitText(try character(conversion.value), conversion, isCharacter: true)
        case "d", "i", "u", "o", "x", "X": try emitInt(conversion)
        case "e", "E", "f", "F", "g", "G": try emitFloat(conversion)
        default:
            let code = conversion.type
            let shown = code >= 31 && code <= 126 ? String(Character(Unicode.Scalar(UInt8(code)))) : "?"
            let hex = String(code, radix: 16)
            throw m.raise(
                .valueError, "unsupported format character '\(shown)' (0x\(hex)) at index \(position)")
        }
    }

    private mutating func emitText(
        _ text: Value, _ conversion: Conversion, isCharacter: Bool = false
    ) throws(Raise) {
        let string = Str(text)
        let hasPrecision = conversion.precision >= 0 && !isCharacter
        let count = hasPrecision ? min(conversion.precision, string.count) : string.count
        let padding = max(0, conversion.width - count)
        try m.checkSize(padding > Int.max / 8 ? Int.max : padding * 4)
        if padding == 0, count == string.count { return add(text) }
        if !conversion.isLeft { builder.append(codePoint: 0x20, times: padding) }
        builder.append(string, from: 0, to: count)
        if conversion.isLeft { builder.append(codePoint: 0x20, times: padding) }
    }

    private func bytesText(_ value: Value) throws(Raise) -> Value {
        var object = value
        if m.byteBuffer(object) == nil, m.lookupSpecial(object, .__bytes__).isBound {
            object = try m.callSpecial(object, .__bytes__)
            if !object.isKind(.bytes) {
                throw m.raise(.typeError, "__bytes__ returned non-bytes (type \(m.typeName(object)))")
            }
        }
        if object.isKind(.memoryView), m.byteBuffer(object) == nil { object = try MemoryView(object).toBytes(m) }
        guard let buffer = m.byteBuffer(object) else {
            throw m.raise(
                .typeError,
                "%b requires a bytes-like object, or an object that implements __bytes__, not '\(m.typeName(value))'")
        }
        guard let base = buffer.baseAddress else { return m.runtime.pointee.emptyString }
        return m.string(units: base, count: buffer.count)
    }

    private func character(_ value: Value) throws(Raise) -> Value {
        if isBytes {
            if value.isKind(.bytes) || m.isByteArray(value), let buffer = m.byteBuffer(value), buffer.count == 1 {
                return m.character(UInt32(buffer[0]))
            }
            guard m.isInt(value) else {
                throw m.raise(.typeError, "%c requires an integer in range(256) or a single byte")
            }
            guard let code = m.intValue(value), code >= 0, code < 256 else {
                throw m.raise(.overflowError, "%c arg not in range(256)")
            }
            return m.character(UInt32(code))
        }
        if value.isKind(.string) {
            if Str(value).count == 1 { return value }
        } else if m.isIndexable(value) {
            guard let code = m.intValue(try m.index(value)), code >= 0, code < 0x110000 else {
                throw m.raise(.overflowError, "%c arg not in range(0x110000)")
            }
            return m.character(UInt32(code))
        }
        throw m.raise(.typeError, "%c requires int or char")
    }

    private mutating func emitInt(_ conversion: Conversion) throws(Raise) {
        let type = conversion.type
        var base = 10
        var prefix: StaticString = ""
        switch Unicode.Scalar(type) ?? "d" {
        case "o":
            base = 8
            prefix = "0o"
        case "x":
            base = 16
            prefix = "0x"
        case "X":
            base = 16
            prefix = "0X"
        default: break
        }
        let value = try integer(conversion.value, base == 10, type)
        if base == 10 { try m.checkIntTextLimit(value) }
        if !conversion.isAlternate { prefix = "" }
        let m = self.m
        var builder = self.builder
        self.builder = StringBuilder()
        defer { self.builder = builder }
        _ = try m.withDigits(of: value, base: base, isUpperCase: type == 0x58) { (isNegative, text) throws(Raise) in
            try PercentFormatter.emitNumber(
                m, &builder, conversion, isNegative: isNegative, prefix: prefix,
                zeros: max(0, conversion.precision - text.count), text: text)
            return .none
        }
    }

    /// The int that a value stands for.
    private func integer(_ value: Value, _ isDecimal: Bool, _ type: UInt32) throws(Raise) -> Value {
        if m.isInt(value) { return value }
        do throws(Raise) {
            let canConvert = value.isDouble || m.lookupSpecial(value, .__int__).isBound
            if isDecimal, canConvert { return try m.call(m.type(.int).value, value) }
            if m.lookupSpecial(value, .__index__).isBound { return try m.index(value) }
        } catch {
            guard m.pendingMatches(.typeError) else { throw error }
            m.clearPending()
        }
        // bytes knows %i only as %d.
        let shown = isBytes && type == 0x69 ? 0x64 : UInt8(truncatingIfNeeded: type)
        let letter = Character(Unicode.Scalar(shown))
        let wanted = isDecimal ? "a real number" : "an integer"
        throw m.raise(.typeError, "%\(letter) format: \(wanted) is required, not \(m.typeName(value))")
    }

    private mutating func emitFloat(_ conversion: Conversion) throws(Raise) {
        let double: Double
        if isBytes, !m.isInt(conversion.value), m.doubleValue(conversion.value) == nil,
            m.lookupSpecial(conversion.value, .__float__).isUnbound
        {
            throw m.raise(.typeError, "float argument required, not \(m.typeName(conversion.value))")
        }
        double = try m.floatArgument(conversion.value)
        let presentation: FloatText.Presentation
        switch conversion.type | 0x20 {
        case 0x65: presentation = .exponent
        case 0x66: presentation = .fixed
        default: presentation = .general
        }
        try m.checkSize(max(conversion.precision, 0) * 4)
        let m = self.m
        var builder = self.builder
        self.builder = StringBuilder()
        defer { self.builder = builder }
        _ = try m.withText(
            of: double, as: presentation, precision: conversion.precision >= 0 ? conversion.precision : 6,
            isUpperCase: conversion.type & 0x20 == 0, isAlternate: conversion.isAlternate
        ) { (isNegative, text, _) throws(Raise) in
            try PercentFormatter.emitNumber(
                m, &builder, conversion, isNegative: isNegative, prefix: "", zeros: 0, text: text)
            return .none
        }
    }

    private static func emitNumber(
        _ m: Machine, _ builder: inout StringBuilder, _ conversion: Conversion, isNegative: Bool,
        prefix: StaticString, zeros: Int, text: UnsafeBufferPointer<UInt8>
    ) throws(Raise) {
        let sign: UInt32 = isNegative ? 0x2d : conversion.hasPlus ? 0x2b : conversion.hasSpace ? 0x20 : 0
        let count = (sign == 0 ? 0 : 1) + prefix.utf8CodeUnitCount + zeros + text.count
        let padding = max(0, conversion.width - count)
        try m.checkSize(padding > Int.max / 8 ? Int.max : padding * 4 + zeros)
        let fillsWithZeros = conversion.hasZero && !conversion.isLeft
        if !conversion.isLeft, !fillsWithZeros { builder.append(codePoint: 0x20, times: padding) }
        if sign != 0 { builder.append(codePoint: sign) }
        if prefix.utf8CodeUnitCount > 0 { builder.append(prefix) }
        if fillsWithZeros { builder.append(codePoint: 0x30, times: padding) }
        builder.append(codePoint: 0x30, times: zeros)
        builder.append(ascii: text)
        if conversion.isLeft { builder.append(codePoint: 0x20, times: padding) }
    }
}
