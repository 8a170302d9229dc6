import Testing

@testable import Runtime

/// Floats and the texts of integers, against what CPython made of them.
@Suite struct AgreementWithCPython {
    @Test(arguments: ["repr", "hex", "format", "hash", "round", "parse", "fromhex", "int"])
    func agrees(operation: String) throws {
        var count = 0
        for line in expectedLines.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard fields[0] == operation, let expected = fields.last else { continue }
            count += 1
            #expect(try result(of: fields) == expected, "\(line)")
        }
        #expect(count > 20)
    }

    private func result(of fields: [String]) throws -> String {
        let text = fields[1]
        switch fields[0] {
        case "repr": return String(decoding: FloatText.repr(try float(text)), as: UTF8.self)
        case "hex": return String(decoding: FloatText.hex(try float(text)), as: UTF8.self)
        case "format": return format(try float(text), fields[2])
        case "hash": return try #require(FloatText.hash(try float(text))).description
        case "round":
            let rounded = FloatText.round(try float(text), places: try #require(Int(fields[2])))
            return rounded.map(bits) ?? "large"
        case "parse": return Array(text.utf8).withUnsafeBufferPointer { FloatText.parse($0).map(bits) ?? "invalid" }
        case "fromhex":
            return switch Array(text.utf8).withUnsafeBufferPointer({ FloatText.parseHex($0) }) {
            case .value(let value): bits(value)
            case .invalid: "invalid"
            case .tooLarge: "large"
            }
        default:
            let base = try #require(Int(fields[2]))
            return Array(text.utf8).withUnsafeBufferPointer { text in
                guard let scanned = IntegerText.scan(text, base: base) else { return "invalid" }
                let digits = scanned.digits
                let value =
                    digits.isEmpty
                    ? Natural(scanned.small)
                    : natural(digits: digits, base: scanned.base)
                return (scanned.isNegative && !value.isZero ? "-" : "") + value.text(base: 16)
            }
        }
    }

    private func float(_ bits: String) throws -> Double {
        bits == "nan" ? .nan : Double(bitPattern: try #require(UInt64(bits, radix: 16)))
    }

    private func bits(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        let digits = String(value.bitPattern, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func format(_ value: Double, _ spec: String) -> String {
        var rest = Substring(spec)
        let noNegativeZero = rest.first == "z"
        if noNegativeZero { rest.removeFirst() }
        let isAlternate = rest.first == "#"
        if isAlternate { rest.removeFirst() }
        var precision: Int?
        if rest.first == "." {
            rest.removeFirst()
            let digits = rest.prefix { $0.isNumber }
            precision = Int(digits)
            rest.removeFirst(digits.count)
        }
        let presentation: FloatText.Presentation =
            switch rest.first {
            case nil: .none
            case "e", "E": .exponent
            case "f", "F": .fixed
            case "%": .percent
            default: .general
            }
        let formatted = FloatText.format(
            value, as: presentation, precision: precision, isUpperCase: rest.first?.isUppercase ?? false,
            isAlternate: isAlternate, noNegativeZero: noNegativeZero)
        #expect(formatted.text.prefix { $0 &- 0x30 < 10 }.count == formatted.integerDigits)
        return (formatted.isNegative ? "-" : "") + String(decoding: formatted.text, as: UTF8.self)
    }
}

/// Makes a number of digit values.
func natural(digits: [UInt8], base: Int) -> Natural {
    Natural(capacity: Limbs.limbRoom(digits: digits.count, base: base)) { room in
        digits.withUnsafeBufferPointer { Limbs.fromDigits(room, $0.baseAddress!, $0.count, base: base) }
    }
}

extension Natural {
    /// The digits of the number.
    func text(base: Int) -> String {
        withLimbs { limbs, count in
            String(unsafeUninitializedCapacity: Limbs.textRoom(count, base: base)) {
                Limbs.toText($0.baseAddress!, limbs, count, base: base)
            }
        }
    }
}
