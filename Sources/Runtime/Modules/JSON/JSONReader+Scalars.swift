/// The strings and numbers of a JSON document.
extension JSONReader {
    /// Reads a string whose opening quote has been passed.
    mutating func readString() throws(Raise) -> Value {
        let start = position
        var end = start
        while end < count {
            let unit = units[end]
            if unit == 0x22 || unit == 0x5c || unit < 0x20 { break }
            end &+= 1
        }
        guard end < count, units[end] == 0x22 else { return try readEscapedString(start) }
        position = end &+ 1
        return m.string(units: units + start, count: end &- start)
    }

    private mutating func readEscapedString(_ start: Int) throws(Raise) -> Value {
        var text = StringBuilder()
        defer { text.discard() }
        var from = start
        while true {
            var next = from
            while next < count {
                let unit = units[next]
                if unit == 0x22 || unit == 0x5c { break }
                if unit < 0x20, options.isStrict { throw fail("Invalid control character at", next) }
                next &+= 1
            }
            guard next < count else { throw fail("Unterminated string starting at", start &- 1) }
            text.append(source, from: from, to: next)
            position = next &+ 1
            if units[next] == 0x22 { return text.finish(m) }
            text.append(codePoint: try readEscape(start))
            from = position
        }
    }

    /// The character for what follows a backslash.
    private mutating func readEscape(_ start: Int) throws(Raise) -> UInt32 {
        guard position < count else { throw fail("Unterminated string starting at", start &- 1) }
        let unit = units[position]
        position &+= 1
        switch unit {
        case 0x22, 0x5c, 0x2f: return UInt32(truncatingIfNeeded: unit)
        case 0x62: return 0x08
        case 0x66: return 0x0c
        case 0x6e: return 0x0a
        case 0x72: return 0x0d
        case 0x74: return 0x09
        case 0x75: break
        default: throw fail("Invalid \\escape", position &- 2)
        }
        let high = try readUnit()
        guard high & 0xfc00 == 0xd800, position &+ 6 < count, units[position] == 0x5c, units[position &+ 1] == 0x75
        else { return high }
        position &+= 2
        let low = try readUnit()
        if low & 0xfc00 == 0xdc00 { return 0x10000 + (high & 0x3ff) << 10 + (low & 0x3ff) }
        position &-= 6
        return high
    }

    /// Four hexadecimal digits, which must not be the end of the document.
    private mutating func readUnit() throws(Raise) -> UInt32 {
        guard position &+ 4 < count else { throw fail("Invalid \\uXXXX escape", position &- 1) }
        var result: UInt32 = 0
        for index in 0..<4 {
            let unit = UInt32(truncatingIfNeeded: units[position &+ index])
            switch unit {
            case 0x30...0x39: result = result << 4 | (unit &- 0x30)
            case 0x41...0x46, 0x61...0x66: result = result << 4 | ((unit | 0x20) &- 0x57)
            default: throw fail("Invalid \\uXXXX escape", position &- 1)
            }
        }
        position &+= 4
        return result
    }

    // MARK: Numbers

    @inline(__always)
    private func isDigit(_ place: Int) -> Bool { place < count && units[place] >= 0x30 && units[place] <= 0x39 }

    /// Reads a number that begins here.
    mutating func readNumber() throws(Raise) -> Value {
        let start = position
        var end = start
        let isNegative = units[end] == 0x2d
        if isNegative { end &+= 1 }
        guard isDigit(end) else { throw m.raiseStopIteration(m.int(start)) }
        var small = 0
        let first = end
        if units[end] == 0x30 {
            end &+= 1
        } else {
            while isDigit(end) {
                small = small &* 10 &+ Int(truncatingIfNeeded: units[end] &- 0x30)
                end &+= 1
            }
        }
        let isSmall = end &- first <= 18
        var isFloat = false
        if end < count, units[end] == 0x2e, isDigit(end &+ 1) {
            isFloat = true
            end &+= 1
            while isDigit(end) { end &+= 1 }
        }
        if end < count, units[end] | 0x20 == 0x65 {
            var exponent = end &+ 1
            if exponent < count, units[exponent] == 0x2b || units[exponent] == 0x2d { exponent &+= 1 }
            if isDigit(exponent) {
                isFloat = true
                while isDigit(exponent) { exponent &+= 1 }
                end = exponent
            }
        }
        position = end
        if isFloat ? !readsFloats : !readsInts {
            let text = m.string(units: units + start, count: end &- start)
            return try m.call(isFloat ? options.parseFloat : options.parseInt, text)
        }
        if !isFloat, isSmall { return m.int(isNegative ? 0 &- small : small) }
        let text = m.string(units: units + start, count: end &- start)
        return isFloat ? Value(try m.parseFloat(Str(text))) : try m.parseInt(Str(text), base: 10)
    }
}
