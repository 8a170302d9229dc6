import CUnicode
import UnicodeData

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Encodings beside ``TextCodec``: those of one byte a character, and the escapes of literals.
enum TableCodec {
    case codepage(UnsafePointer<cu_codepage>)
    case unicodeEscape
    case rawUnicodeEscape

    /// The codec of a name or an alias in any spelling, or nil.
    init?(_ name: String) {
        let normal = TextCodec.normalized(name, separator: "_")
        switch normal {
        case "unicode_escape", "unicodeescape": self = .unicodeEscape
        case "raw_unicode_escape", "rawunicodeescape": self = .rawUnicodeEscape
        default:
            guard let page = TableCodec.codepage(normal) else { return nil }
            self = .codepage(page)
        }
    }

    private static func codepage(_ name: String) -> UnsafePointer<cu_codepage>? {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
        var count: Int32 = 0
        let pages = cu_codepages(&count)
        let wanted = " \(name) "
        for index in 0..<Int(count) where TableCodec.contains(pages[index].names, wanted) { return pages + index }
        return nil
    }

    private static func contains(_ names: UnsafePointer<CChar>, _ wanted: String) -> Bool {
        wanted.withCString { strstr(names, $0) != nil }
    }

    /// The name that `codecs.lookup` shows.
    var name: String {
        switch self {
        case .codepage(let page): String(cString: page.pointee.name)
        case .unicodeEscape: "unicode-escape"
        case .rawUnicodeEscape: "raw-unicode-escape"
        }
    }
}

extension TextCodec {
    /// The name of an encoding in lower case, runs of everything but ASCII letters, digits and dots made one separator.
    static func normalized(_ name: String, separator: String) -> String {
        var normal = ""
        var pending = false
        for unit in name.unicodeScalars {
            let isLetter = unit.properties.isAlphabetic || unit.properties.numericType != nil
            let isWord = unit.isASCII && isLetter || unit == "."
            if !isWord {
                pending = !normal.isEmpty
                continue
            }
            if pending { normal += separator }
            pending = false
            normal += unit.properties.lowercaseMapping
        }
        return normal
    }

    /// The name that `codecs.lookup` shows.
    var lookupName: StaticString {
        switch self {
        case .utf8Signed: "utf-8-sig"
        case .latin1: "iso8859-1"
        default: name
        }
    }
}

extension Machine {
    func encode(_ string: Str, _ codec: TableCodec, _ errors: String) throws(Raise) -> Value {
        var output: [UInt8] = []
        output.reserveCapacity(string.count)
        switch codec {
        case .codepage(let page):
            let codes = page.pointee.codes
            func put(_ code: UInt32, _ output: inout [UInt8]) -> Bool {
                guard code < 0xFFFE else { return false }
                if code < 0x80, codes[Int(code)] == UInt16(code) {
                    output.append(UInt8(code))
                    return true
                }
                for byte in 0..<256 where codes[byte] == UInt16(code) {
                    output.append(UInt8(byte))
                    return true
                }
                return false
            }
            var index = 0
            while index < string.count {
                if put(string[index], &output) {
                    index += 1
                    continue
                }
                var end = index + 1
                var probe: [UInt8] = []
                while end < string.count, !put(string[end], &probe) { end += 1 }
                let problem = EncodingProblem(
                    string: string, start: index, end: end, encoding: "charmap",
                    reason: "character maps to <undefined>")
                index = try replace(problem, errors, &output, put)
            }
        case .unicodeEscape, .rawUnicodeEscape:
            var isRaw = false
            if case .rawUnicodeEscape = codec { isRaw = true }
            for index in 0..<string.count { Machine.appendEscaped(string[index], isRaw: isRaw, &output) }
        }
        return bytes(output)
    }

    /// Adds a code point as the codec `unicode_escape` (or `raw_unicode_escape`) writes it.
    private static func appendEscaped(_ code: UInt32, isRaw: Bool, _ output: inout [UInt8]) {
        if isRaw {
            if code < 0x100 { output.append(UInt8(code)) } else { output += Array(backslashEscape(code).utf8) }
            return
        }
        switch code {
        case 0x5c: output += [0x5c, 0x5c]
        case 9: output += Array("\\t".utf8)
        case 10: output += Array("\\n".utf8)
        case 13: output += Array("\\r".utf8)
        case 0x20..<0x7f: output.append(UInt8(code))
        default: output += Array(backslashEscape(code).utf8)
        }
    }

    func decode(
        _ buffer: UnsafeBufferPointer<UInt8>, source: Value, codec: TableCodec, errors: String
    ) throws(Raise) -> Value {
        var decoder = TextDecoder(m: self, buffer, source: source, errors: errors)
        do throws(Raise) {
            switch codec {
            case .codepage(let page): try decoder.runCodepage(page.pointee.codes)
            case .unicodeEscape: try decoder.runUnicodeEscape()
            case .rawUnicodeEscape: try decoder.runRawUnicodeEscape()
            }
        } catch {
            decoder.builder.discard()
            throw error
        }
        return decoder.builder.finish(self)
    }
}

extension TextDecoder {
    fileprivate mutating func runCodepage(_ codes: UnsafePointer<UInt16>) throws(Raise) {
        var index = 0
        while index < count {
            let code = codes[Int(base[index])]
            if code == 0xFFFE {
                index = try fail(index, index + 1, "charmap", "character maps to <undefined>")
            } else {
                builder.append(codePoint: UInt32(code))
                index += 1
            }
        }
    }

    /// Reads hexadecimal digits from an index on; nil when there are too few, with the index behind the last one.
    private func number(_ index: inout Int, digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard index < count, let digit = base[index].hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    fileprivate mutating func runUnicodeEscape() throws(Raise) {
        let name: StaticString = "unicodeescape"
        var warning: String?
        var index = 0
        while index < count {
            let byte = base[index]
            guard byte == 0x5c else {
                builder.append(codePoint: UInt32(byte))
                index += 1
                continue
            }
            let start = index
            index += 1
            guard index < count else {
                index = try fail(start, count, name, "\\ at end of string")
                continue
            }
            let letter = base[index]
            index += 1
            switch Unicode.Scalar(letter) {
            case "\n": break
            case "\\", "'", "\"": builder.append(codePoint: UInt32(letter))
            case "a": builder.append(codePoint: 7)
            case "b": builder.append(codePoint: 8)
            case "f": builder.append(codePoint: 12)
            case "n": builder.append(codePoint: 10)
            case "r": builder.append(codePoint: 13)
            case "t": builder.append(codePoint: 9)
            case "v": builder.append(codePoint: 11)
            case "0"..."7":
                var value = UInt32(letter) - 0x30
                var digits = 1
                while digits < 3, index < count, base[index] &- 0x30 < 8 {
                    value = value << 3 | UInt32(base[index] - 0x30)
                    index += 1
                    digits += 1
                }
                if value > 0xff, warning == nil {
                    warning = "invalid octal escape sequence '\\\(String(value, radix: 8))'"
                }
                builder.append(codePoint: value)
            case "x", "u", "U":
                let digits = letter == 0x78 ? 2 : letter == 0x75 ? 4 : 8
                guard let value = number(&index, digits: digits) else {
                    let reason: StaticString =
                        digits == 2
                        ? "truncated \\xXX escape"
                        : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape"
                    index = try fail(start, index, name, reason)
                    continue
                }
                if value > 0x10ffff {
                    index = try fail(start, index, name, "illegal Unicode character")
                    continue
                }
                builder.append(codePoint: value)
            case "N":
                var end = index
                if end < count, base[end] == 0x7b {
                    while end < count, base[end] != 0x7d { end += 1 }
                }
                guard index < count, base[index] == 0x7b, end < count, end > index + 1 else {
                    index = try fail(start, min(end, count), name, "malformed \\N character escape")
                    continue
                }
                let text = String(
                    decoding: UnsafeBufferPointer(start: base + index + 1, count: end - index - 1), as: UTF8.self)
                let codes = UnicodeData.lookup(text)
                if codes.count == 1 {
                    builder.append(codePoint: codes[0])
                    index = end + 1
                } else {
                    index = try fail(start, end + 1, name, "unknown Unicode character name")
                }
            default:
                if warning == nil { warning = "invalid escape sequence '\\\(Character(Unicode.Scalar(letter)))'" }
                builder.append(codePoint: 0x5c)
                builder.append(codePoint: UInt32(letter))
            }
        }
        if let warning { try m.warn(.deprecationWarning, warning) }
    }

    fileprivate mutating func runRawUnicodeEscape() throws(Raise) {
        let name: StaticString = "rawunicodeescape"
        var index = 0
        while index < count {
            let start = index
            index += 1
            guard base[start] == 0x5c, index < count, base[index] == 0x75 || base[index] == 0x55 else {
                builder.append(codePoint: UInt32(base[start]))
                if base[start] == 0x5c, index < count {
                    builder.append(codePoint: UInt32(base[index]))
                    index += 1
                }
                continue
            }
            let digits = base[index] == 0x75 ? 4 : 8
            index += 1
            guard let value = number(&index, digits: digits) else {
                let reason: StaticString = digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape"
                index = try fail(start, index, name, reason)
                continue
            }
            if value > 0x10ffff {
                index = try fail(start, index, name, "\\Uxxxxxxxx out of range")
                continue
            }
            builder.append(codePoint: value)
        }
    }
}
