/// Decoding of the escape sequences of string and bytes literals, as in "String and Bytes literals" of the Python
/// reference, with the errors of CPython's `unicode_escape` codec.
struct StringLiteral {
    /// What is wrong with a literal: the text that follows "(unicode error)" or "(value error)".
    struct Failure: Error {
        var message: String
    }

    var bytes: [UInt8] = []
    /// The warning about the first escape sequence that is not one.
    var warning: String?

    /// Decodes text; a `\` before a byte outside ASCII and one at the end stand for themselves.
    static func decode(_ text: UnsafeBufferPointer<UInt8>, isFString: Bool) throws(Failure) -> StringLiteral {
        var result = StringLiteral()
        result.bytes.reserveCapacity(text.count)
        var index = 0
        // The codec's input has each character outside ASCII as `\UXXXXXXXX`; its error positions count so.
        var shift = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte != UInt8(ascii: "\\") {
                result.bytes.append(byte)
                if byte >= 0xC0 { shift += 10 - 1 } else if byte >= 0x80 { shift -= 1 }
                continue
            }
            guard index < text.count, text[index] < 0x80 else {
                result.bytes.append(byte)
                shift += 5
                continue
            }
            let start = index - 1
            let letter = text[index]
            index += 1
            if let meant = plainEscape(letter) {
                result.bytes.append(meant)
                continue
            }
            switch letter {
            case 0x0A: break
            case 0x30...0x37:
                let value = octal(text, &index, letter)
                if value > 0xFF && result.warning == nil {
                    result.warning = octalWarning(text[start + 1..<index])
                }
                result.append(UInt32(value))
            case UInt8(ascii: "x"):
                result.append(try hexadecimal(text, &index, 2, "truncated \\xXX escape", start, shift))
            case UInt8(ascii: "u"):
                result.append(try hexadecimal(text, &index, 4, "truncated \\uXXXX escape", start, shift))
            case UInt8(ascii: "U"):
                let value = try hexadecimal(text, &index, 8, "truncated \\UXXXXXXXX escape", start, shift)
                if value > 0x10FFFF {
                    throw failure("illegal Unicode character", start + shift, index + shift)
                }
                result.append(value)
            case UInt8(ascii: "N"):
                result.append(try named(text, &index, start, shift))
            default:
                let isBrace = letter == UInt8(ascii: "{") || letter == UInt8(ascii: "}")
                if result.warning == nil && !(isFString && isBrace) {
                    result.warning = "invalid escape sequence '\\\(Character(Unicode.Scalar(letter)))'"
                }
                result.bytes.append(byte)
                result.bytes.append(letter)
            }
        }
        return result
    }

    /// Decodes the text of a bytes literal.
    static func decodeBytes(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> StringLiteral {
        var result = StringLiteral()
        result.bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "\\"), index < text.count else {
                result.bytes.append(byte)
                continue
            }
            let start = index - 1
            let letter = text[index]
            index += 1
            if let meant = plainEscape(letter) {
                result.bytes.append(meant)
                continue
            }
            switch letter {
            case 0x0A: break
            case 0x30...0x37:
                let value = octal(text, &index, letter)
                if value > 0xFF && result.warning == nil {
                    result.warning = octalWarning(text[start + 1..<index])
                }
                result.bytes.append(UInt8(truncatingIfNeeded: value))
            case UInt8(ascii: "x"):
                var value: UInt8 = 0
                for _ in 0..<2 {
                    guard index < text.count, let digit = hexadecimalDigit(text[index]) else {
                        throw Failure(message: "(value error) invalid \\x escape at position \(start)")
                    }
                    value = value << 4 | UInt8(digit)
                    index += 1
                }
                result.bytes.append(value)
            default:
                if result.warning == nil {
                    result.warning = "invalid escape sequence '\\\(Character(Unicode.Scalar(letter)))'"
                }
                result.bytes.append(byte)
                result.bytes.append(letter)
            }
        }
        return result
    }

    private static func octalWarning(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        "invalid octal escape sequence '\\\(String(decoding: digits, as: UTF8.self))'"
    }

    private static func octal(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ first: UInt8) -> Int {
        var value = Int(first) - 0x30
        for _ in 0..<2 where index < text.count && text[index] >= 0x30 && text[index] < 0x38 {
            value = value << 3 | (Int(text[index]) - 0x30)
            index += 1
        }
        return value
    }

    /// What an escape of one letter stands for, in texts and bytes alike; nil for any other letter.
    private static func plainEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
        case UInt8(ascii: "a"): 7
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "v"): 11
        default: nil
        }
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46: UInt32(byte) - 0x41 + 10
        case 0x61...0x66: UInt32(byte) - 0x61 + 10
        default: nil
        }
    }

    private static func hexadecimal(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ count: Int, _ message: String, _ start: Int,
        _ shift: Int
    ) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard index < text.count, let digit = hexadecimalDigit(text[index]) else {
                throw failure(message, start + shift, index + shift)
            }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private static func named(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ start: Int, _ shift: Int
    ) throws(Failure) -> UInt32 {
        let malformed = "malformed \\N character escape"
        guard index < text.count, text[index] == UInt8(ascii: "{") else {
            throw failure(malformed, start + shift, index + shift)
        }
        index += 1
        let first = index
        while index < text.count && text[index] != UInt8(ascii: "}") { index += 1 }
        guard index < text.count, index > first else { throw failure(malformed, start + shift, index + shift) }
        let name = String(decoding: text[first..<index], as: UTF8.self)
        index += 1
        guard let scalar = CharacterNames.scalar(named: name) else {
            throw failure("unknown Unicode character name", start + shift, index + shift)
        }
        return scalar.value
    }

    private static func failure(_ message: String, _ start: Int, _ end: Int) -> Failure {
        let place = end - start == 1 ? "byte 0x5c in position \(start)" : "bytes in position \(start)-\(end - 1)"
        return Failure(message: "(unicode error) 'unicodeescape' codec can't decode \(place): \(message)")
    }

    /// Appends a code point; a surrogate becomes three bytes, which is what makes the encoding generalised.
    private mutating func append(_ code: UInt32) {
        switch code {
        case 0..<0x80:
            bytes.append(UInt8(code))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | code >> 6))
            bytes.append(UInt8(0x80 | code & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | code >> 12))
            bytes.append(UInt8(0x80 | code >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | code & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | code >> 18))
            bytes.append(UInt8(0x80 | code >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | code >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | code & 0x3F))
        }
    }
}
