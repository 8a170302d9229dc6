import UnicodeData

/// Texts of patterns for messages, and what their characters are.
extension RegexSource {
    static func text(_ code: UInt32) -> String { String(Unicode.Scalar(code) ?? "\u{fffd}") }

    static func text(_ codes: [UInt32]) -> String {
        var result = String.UnicodeScalarView()
        for code in codes { result.append(Unicode.Scalar(code) ?? "\u{fffd}") }
        return String(result)
    }

    /// A text in which everything but ASCII is written as an escape.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result += scalar.isASCII ? String(scalar) : backslashEscape(scalar.value) }
        return result
    }

    /// The `repr` (or `ascii`) of a name.
    static func quoted(_ codes: [UInt32], ascii: Bool) -> String {
        let quote: UInt32 = codes.contains(0x27) && !codes.contains(0x22) ? 0x22 : 0x27
        var result = text(quote)
        for code in codes {
            switch code {
            case 0x5c: result += "\\\\"
            case quote: result += "\\" + text(quote)
            case 0x0a: result += "\\n"
            case 0x0d: result += "\\r"
            case 0x09: result += "\\t"
            default:
                let isPlain = code < 0x80 ? code >= 0x20 && code != 0x7f : !ascii && UnicodeData.isPrintable(code)
                result += isPlain ? text(code) : backslashEscape(code)
            }
        }
        return result + text(quote)
    }

    static func isIdentifier(_ codes: [UInt32]) -> Bool {
        guard let first = codes.first, first == 0x5f || UnicodeData.isIdentifierStart(first) else { return false }
        return codes.allSatisfy { $0 == 0x5f || UnicodeData.isIdentifierContinue($0) }
    }

    static func isDigit(_ code: UInt32) -> Bool { code &- 0x30 < 10 }
    static func isOctalDigit(_ code: UInt32) -> Bool { code &- 0x30 < 8 }
    static func isHexDigit(_ code: UInt32) -> Bool { isDigit(code) || (code | 0x20) &- 0x61 < 6 }
    static func isASCIILetter(_ code: UInt32) -> Bool { (code | 0x20) &- 0x61 < 26 }
    /// White space that VERBOSE ignores.
    static func isSpace(_ code: UInt32) -> Bool { code == 0x20 || code &- 9 < 5 }

    /// A number of digits; at most 2^31.
    static func number(_ digits: [UInt32], radix: Int = 10) -> Int {
        var result = 0
        for digit in digits {
            let value = isDigit(digit) ? digit &- 0x30 : (digit | 0x20) &- 0x57
            result = min(result &* radix &+ Int(value), 1 << 40)
        }
        return result
    }

    /// The control character that an escape letter stands for.
    static func control(_ code: UInt32) -> UInt32? {
        switch code {
        case 0x61: 0x07
        case 0x62: 0x08
        case 0x66: 0x0c
        case 0x6e: 0x0a
        case 0x72: 0x0d
        case 0x74: 0x09
        case 0x76: 0x0b
        case 0x5c: 0x5c
        default: nil
        }
    }

    static func category(_ code: UInt32) -> RegexCategory? {
        switch code {
        case 0x64: .digit
        case 0x44: .notDigit
        case 0x73: .space
        case 0x53: .notSpace
        case 0x77: .word
        case 0x57: .notWord
        default: nil
        }
    }
}
