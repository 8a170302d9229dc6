import Parser

/// Constants as `repr()` writes them.
extension Unparser {
    /// `repr()` of a constant.
    static func text(of constant: Constant) -> String {
        switch constant {
        case .none: "None"
        case .true: "True"
        case .false: "False"
        case .ellipsis: "..."
        case .int(.small(let value)): String(value)
        case .int(.large(let digits, let radix)): decimal(digits, radix)
        case .float(let value): text(of: value)
        case .imaginary(let value):
            (value == value.rounded() && abs(value) < 1e16 ? String(Int(value)) : text(of: value)) + "j"
        case .string(let bytes): quoted(bytes)
        case .bytes(let bytes): "b" + quoted(bytes, isBytes: true)
        }
    }

    static func text(of value: Double) -> String {
        // CPython writes infinity as a literal that overflows.
        if value.isInfinite { return value < 0 ? "-1e309" : "1e309" }
        if value.isNaN { return "nan" }
        let magnitude = abs(value)
        var text = "\(value)"
        if magnitude != 0, magnitude >= 1e16 || magnitude < 1e-4 {
            text = scientific(text)
        } else if let split = text.firstIndex(of: "e") {
            text = plain(text[..<split], exponent: Int(text[text.index(after: split)...]) ?? 0)
        }
        return text
    }

    /// Swift's shortest digits in CPython's exponent form.
    private static func scientific(_ text: String) -> String {
        var mantissa = text[...]
        var exponent = 0
        if let split = text.firstIndex(of: "e") {
            mantissa = text[..<split]
            exponent = Int(text[text.index(after: split)...]) ?? 0
        }
        let isNegative = mantissa.hasPrefix("-")
        if isNegative { mantissa = mantissa.dropFirst() }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(parts.first ?? "0")
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        if whole.count > 1 {
            exponent += whole.count - 1
            fraction = whole.dropFirst() + fraction
            whole = String(whole.prefix(1))
        }
        while whole == "0", !fraction.isEmpty {
            whole = String(fraction.removeFirst())
            exponent -= 1
        }
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let digits = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction) + "e"
            + (exponent < 0 ? "-" : "+") + digits
    }

    private static func plain(_ mantissa: Substring, exponent: Int) -> String {
        let isNegative = mantissa.hasPrefix("-")
        var digits = mantissa.filter { $0 != "." && $0 != "-" }
        let point =
            (mantissa.firstIndex(of: ".").map { mantissa.distance(from: mantissa.startIndex, to: $0) }
                ?? mantissa.count) - (isNegative ? 1 : 0) + exponent
        if point <= 0 {
            digits = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            digits += String(repeating: "0", count: point - digits.count) + ".0"
        } else {
            digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
        }
        return (isNegative ? "-" : "") + digits
    }

    /// A large integer in base 10.
    private static func decimal(_ digits: [UInt8], _ radix: Int) -> String {
        if radix == 10 { return String(decoding: digits, as: UTF8.self) }
        var limbs: [UInt64] = [0]
        let base: UInt64 = 1_000_000_000
        for digit in digits {
            let value = digit < 58 ? UInt64(digit) &- 48 : UInt64(digit | 0x20) &- 87
            var carry = value
            for index in limbs.indices {
                let next = limbs[index] * UInt64(radix) + carry
                limbs[index] = next % base
                carry = next / base
            }
            if carry > 0 { limbs.append(carry) }
        }
        var text = String(limbs[limbs.count - 1])
        for limb in limbs.dropLast().reversed() {
            let part = String(limb)
            text += String(repeating: "0", count: 9 - part.count) + part
        }
        return text
    }

    /// A string or bytes literal as `repr()` writes it.
    static func quoted(_ bytes: [UInt8], isBytes: Bool = false) -> String {
        let quote: Character = bytes.contains(39) && !bytes.contains(34) ? "\"" : "'"
        var text = String(quote)
        func hex(_ value: UInt32, _ width: Int) -> String {
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        func append(_ code: UInt32) {
            switch code {
            case 9: text += "\\t"
            case 10: text += "\\n"
            case 13: text += "\\r"
            case 92: text += "\\\\"
            case 0..<32, 127: text += "\\x" + hex(code, 2)
            default:
                guard let scalar = Unicode.Scalar(code) else { return text += "\\u" + hex(code, 4) }
                if Character(scalar) == quote { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
        }
        if isBytes {
            for byte in bytes {
                if byte >= 127 { text += "\\x" + hex(UInt32(byte), 2) } else { append(UInt32(byte)) }
            }
        } else {
            var index = 0
            while index < bytes.count {
                let (code, length) = scalar(bytes, index)
                append(code)
                index += length
            }
        }
        text.append(quote)
        return text
    }

    /// One code point of generalised UTF-8.
    private static func scalar(_ bytes: [UInt8], _ index: Int) -> (UInt32, Int) {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, index + length <= bytes.count else { return (UInt32(first), 1) }
        var code = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (code, length)
    }
}
