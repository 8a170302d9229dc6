/// Writes an object as JSON: what `json.dumps` does, in one go and into one text.
///
/// Lives on the native stack, where the collector sees the values in it.
struct JSONWriter {
    let m: Machine
    var out = StringBuilder()
    /// What is called with objects that JSON has no form for.
    let fallback: Value
    /// The text for one level of indentation, or None for everything in one line.
    let indent: Value
    let keySeparator: Str
    let itemSeparator: Str
    let sortsKeys: Bool
    let skipsKeys: Bool
    let ensuresASCII: Bool
    let allowsNaN: Bool
    /// The containers under way, to find cycles; unbound when not asked for.
    let path: Value
    var level = 0

    /// Writes any object.
    mutating func write(_ value: Value) throws(Raise) {
        if value.isSmallInt { return write(integer: value.smallInt) }
        if value.isDouble { return try write(double: value.double) }
        switch value.kind {
        case .string: write(string: Str(value))
        case .int, .bigInt: out.append(try m.intText(value))
        case .float: try write(double: value.layout(FloatLayout.self).pointee.double)
        case .list, .tuple: try write(sequence: value)
        case .dict: try write(dict: value)
        default:
            if value.isNone {
                out.append("null" as StaticString)
            } else if value.isBool {
                out.append(value.isTrue ? "true" as StaticString : "false")
            } else {
                try write(other: value)
            }
        }
    }

    /// Writes what `default` gives for an object.
    private mutating func write(other value: Value) throws(Raise) {
        try enter(value)
        defer { m.leaveNative() }
        try write(try m.call(fallback, value))
        leave()
    }

    // MARK: Numbers

    mutating func write(integer value: Int) {
        if value >= 0, value < 10 { return out.append(codePoint: 0x30 + UInt32(value)) }
        var room: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &room) { digits in
            var position = 24
            var rest = value.magnitude
            repeat {
                position &-= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                digits[position] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
                rest = quotient
            } while rest > 0
            if value < 0 {
                position &-= 1
                digits[position] = 0x2d
            }
            let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[position..<24])
            text.withMemoryRebound(to: UInt8.self) { out.append(ascii: $0) }
        }
    }

    private mutating func write(double: Double) throws(Raise) {
        if double.isFinite {
            FloatText.repr(double).withUnsafeBufferPointer { out.append(ascii: $0) }
            return
        }
        guard allowsNaN else {
            let text = m.swiftString(m.floatText(double))
            throw m.raise(.valueError, "Out of range float values are not JSON compliant: \(text)")
        }
        if double.isNaN {
            out.append("NaN" as StaticString)
        } else {
            out.append(double > 0 ? "Infinity" as StaticString : "-Infinity")
        }
    }

    // MARK: Containers

    /// The beginning of a container: finds cycles and too much depth. To be followed by `leaveNative`, when it throws
    /// nothing.
    private func enter(_ value: Value) throws(Raise) {
        if path.isBound {
            let list = List(path)
            var index = list.count - 1
            while index >= 0 {
                if list[index] == value { throw m.raise(.valueError, "Circular reference detected") }
                index -= 1
            }
            list.append(m, value)
        }
        try m.enterNative(" while encoding a JSON object")
    }

    private func leave() { if path.isBound { List(path).pointer.pointee.count -= 1 } }

    private mutating func write(sequence: Value) throws(Raise) {
        func count() -> Int { sequence.isKind(.list) ? List(sequence).count : Tuple(sequence).count }
        if count() == 0 { return out.append("[]" as StaticString) }
        try enter(sequence)
        defer { m.leaveNative() }
        out.append(codePoint: 0x5b)
        level += 1
        breakLine()
        var index = 0
        while index < count() {
            if index > 0 {
                out.append(itemSeparator)
                breakLine()
            }
            try write(sequence.isKind(.list) ? List(sequence)[index] : Tuple(sequence)[index])
            index += 1
        }
        level -= 1
        breakLine()
        out.append(codePoint: 0x5d)
        leave()
    }

    private mutating func write(dict value: Value) throws(Raise) {
        let dict = Dict(value)
        if dict.count == 0 { return out.append("{}" as StaticString) }
        try enter(value)
        defer { m.leaveNative() }
        out.append(codePoint: 0x7b)
        level += 1
        breakLine()
        var isFirst = true
        if sortsKeys || m.typeOf(value) != m.type(.dict) {
            let items = try m.listFromIterable(try m.callMethod(value, .items))
            if sortsKeys { _ = try m.call(try m.getAttribute(items.value, m.intern("sort"))) }
            var index = 0
            while index < items.count {
                guard items[index].isKind(.tuple), Tuple(items[index]).count == 2 else {
                    throw m.raise(.valueError, "items must return 2-tuples")
                }
                let item = Tuple(items[index])
                try write(key: item[0], value: item[1], isFirst: &isFirst)
                index += 1
            }
        } else {
            for entry in dict.entries { try write(key: entry.key, value: entry.value, isFirst: &isFirst) }
        }
        level -= 1
        breakLine()
        out.append(codePoint: 0x7d)
        leave()
    }

    private mutating func write(key: Value, value: Value, isFirst: inout Bool) throws(Raise) {
        let mark = isFirst
        func separate(_ writer: inout JSONWriter) {
            if mark { return }
            writer.out.append(writer.itemSeparator)
            writer.breakLine()
        }
        if key.isKind(.string) {
            separate(&self)
            write(string: Str(key))
        } else if key.isSmallInt || key.isDouble || key.isNone || key.isBool || key.isKind(.int)
            || key.isKind(.bigInt) || key.isKind(.float)
        {
            separate(&self)
            out.append(codePoint: 0x22)
            try write(key)
            out.append(codePoint: 0x22)
        } else if skipsKeys {
            return
        } else {
            throw m.raise(.typeError, "keys must be str, int, float, bool or None, not \(m.typeName(key))")
        }
        isFirst = false
        out.append(keySeparator)
        try write(value)
    }

    private mutating func breakLine() {
        if indent.isNone { return }
        out.append(codePoint: 0x0a)
        if indent.isKind(.string) { for _ in 0..<level { out.append(Str(indent)) } }
    }

    // MARK: Strings

    /// Writes a str between quotes.
    mutating func write(string: Str) {
        out.append(codePoint: 0x22)
        if string.isASCII {
            write(ascii: UnsafeBufferPointer(start: string.bytes, count: string.count))
        } else {
            write(wide: string)
        }
        out.append(codePoint: 0x22)
    }

    /// Writes ASCII text, from one character that needs a backslash to the next.
    private mutating func write(ascii text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            index = special(text, from: index)
            if index > start { out.append(ascii: UnsafeBufferPointer(rebasing: text[start..<index])) }
            if index < text.count { escape(UInt32(text[index])) }
            index &+= 1
            start = index
        }
    }

    /// The place of the next quote, backslash or control character, eight bytes at a time. DELETE is one of them only
    /// where the text is to be ASCII.
    private func special(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let last: UInt8 = ensuresASCII ? 0x7f : 0x22
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index &+ 8 <= text.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5c)
            let delete = word ^ (ones &* UInt64(last))
            let found =
                (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
                | (delete &- ones) & ~delete
            let marks = found & (ones &* 0x80)
            if marks != 0 { return index &+ marks.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < text.count {
            let byte = text[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == last { return index }
            index &+= 1
        }
        return index
    }

    private mutating func write(wide string: Str) {
        var start = 0
        for index in 0..<string.count {
            let code = string[index]
            if code >= 0x20, code != 0x22, code != 0x5c, code < 0x7f || !ensuresASCII { continue }
            out.append(string, from: start, to: index)
            escape(code)
            start = index + 1
        }
        out.append(string, from: start, to: string.count)
    }

    private mutating func escape(_ code: UInt32) {
        switch code {
        case 0x22: out.append("\\\"" as StaticString)
        case 0x5c: out.append("\\\\" as StaticString)
        case 0x08: out.append("\\b" as StaticString)
        case 0x0c: out.append("\\f" as StaticString)
        case 0x0a: out.append("\\n" as StaticString)
        case 0x0d: out.append("\\r" as StaticString)
        case 0x09: out.append("\\t" as StaticString)
        case 0x10000...:
            writeUnit(0xd800 | (code - 0x10000) >> 10)
            writeUnit(0xdc00 | (code - 0x10000) & 0x3ff)
        default: writeUnit(code)
        }
    }

    /// Writes `\uXXXX`.
    private mutating func writeUnit(_ unit: UInt32) {
        out.append("\\u" as StaticString)
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = unit >> shift & 15
            out.append(codePoint: digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
