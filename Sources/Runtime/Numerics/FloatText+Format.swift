// Floats in the forms of `repr`, of the format specification mini-language and of `float.hex`. Signs, padding and
// grouping belong to the caller.

extension FloatText {
    /// A formatted magnitude.
    struct Formatted: Equatable {
        /// Whether a minus sign belongs in front.
        var isNegative: Bool
        /// ASCII, without a sign.
        var text: [UInt8]
        /// The number of digits in front of the decimal point or exponent, where grouping applies; 0 for
        /// infinities and NaNs.
        var integerDigits: Int
    }

    /// The presentation types of floats ("Format specification mini-language" in the library reference).
    enum Presentation {
        /// No type: as `repr` if there is no precision, else as general with at least one digit after the point.
        case none
        /// e, E
        case exponent
        /// f, F
        case fixed
        /// g, G and n (of the C locale)
        case general
        /// %
        case percent
    }

    /// Formats a float.
    /// - Parameters:
    ///   - precision: nil for the default of the type.
    ///   - isUpperCase: E, F and G instead of e, f and g.
    ///   - isAlternate: the `#` option.
    ///   - noNegativeZero: the `z` option.
    static func format(
        _ value: Double, as presentation: Presentation, precision: Int? = nil, isUpperCase: Bool = false,
        isAlternate: Bool = false, noNegativeZero: Bool = false
    ) -> Formatted {
        var value = value
        if presentation == .percent { value *= 100 }
        var isNegative = value.sign == .minus
        if !value.isFinite {
            let word: StaticString =
                value.isNaN ? (isUpperCase ? "NAN" : "nan") : (isUpperCase ? "INF" : "inf")
            var text = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
            if presentation == .percent { text.append(0x25) }
            return Formatted(isNegative: isNegative && !value.isNaN, text: text, integerDigits: 0)
        }
        // More would not fit in memory; the caller refuses it.
        var precision = precision.map { min(max($0, 0), Int(Int32.max)) }
        if presentation == .fixed || presentation == .percent, (precision ?? 6) <= 19 {
            var fixed: (count: Int, integerDigits: Int, isZero: Bool)?
            var text = [UInt8](unsafeUninitializedCapacity: 48) { buffer, count in
                guard let start = buffer.baseAddress else { return }
                fixed = writeFixed(value, places: precision ?? 6, isAlternate: isAlternate, start)
                count = fixed?.count ?? 0
            }
            if let fixed {
                if noNegativeZero, fixed.isZero { isNegative = false }
                if presentation == .percent { text.append(0x25) }
                return Formatted(isNegative: isNegative, text: text, integerDigits: fixed.integerDigits)
            }
        }
        var decimal: Decimal
        var usesExponent = false
        var end: Int  // how many digits are shown, counted as those of `decimal` are
        var addsZero = false
        switch presentation {
        case .none where precision == nil:
            decimal = shortest(value)
            usesExponent = decimal.point <= -4 || decimal.point > 16
            end = decimal.digits.count
            addsZero = true
        case .none, .general:
            let wanted = max(precision ?? 6, 1)
            precision = wanted
            addsZero = presentation == .none
            decimal = rounded(value, to: .significant(wanted))
            usesExponent = decimal.point <= -4 || decimal.point > wanted - (addsZero ? 1 : 0)
            end = isAlternate ? wanted : decimal.digits.count
        case .exponent:
            let wanted = precision ?? 6
            decimal = rounded(value, to: .significant(wanted + 1))
            usesExponent = true
            end = wanted + 1
        case .fixed, .percent:
            let wanted = precision ?? 6
            decimal = rounded(value, to: .fraction(wanted))
            end = decimal.point + wanted
        }
        if noNegativeZero, decimal.isZero { isNegative = false }
        let exponent = decimal.point - 1
        var point = decimal.point
        if usesExponent { point = 1 }
        end = max(end, !usesExponent && addsZero ? point + 1 : point)
        var text: [UInt8] = []
        text.reserveCapacity(min(max(end - min(point, 0), 0), 4096) + 8)
        // Zeros in front of the digits, then the digits, then zeros, with the point where it belongs.
        if point <= 0 {
            text.append(0x30)
            text.append(0x2e)
            for _ in point..<0 { text.append(0x30) }
        }
        let shown = decimal.digits.prefix(max(end, 0))
        for (index, digit) in shown.enumerated() {
            if index == point, index > 0 { text.append(0x2e) }
            text.append(digit)
        }
        if shown.count < end {
            for index in shown.count..<end {
                if index == point, index > 0 { text.append(0x2e) }
                text.append(0x30)
            }
        }
        if point > 0, end <= point, isAlternate { text.append(0x2e) }
        if point <= 0, text.last == 0x2e, !isAlternate { text.removeLast() }
        let integerDigits = max(point, 1)
        if usesExponent { appendExponent(exponent, isUpperCase: isUpperCase, to: &text) }
        if presentation == .percent { text.append(0x25) }
        return Formatted(isNegative: isNegative, text: text, integerDigits: integerDigits)
    }

    /// Writes the magnitude of a finite float with up to 19 places, at most 42 bytes; nil where that takes more than two
    /// limbs.
    @inline(__always)
    static func writeFixed(
        _ value: Double, places: Int, isAlternate: Bool, _ start: UnsafeMutablePointer<UInt8>
    ) -> (count: Int, integerDigits: Int, isZero: Bool)? {
        guard let (whole, fraction) = fixed(value, places: places) else { return nil }
        var count = Limbs.writeLimb(start, whole, base: 10)
        let integerDigits = count
        if places > 0 || isAlternate {
            start[count] = 0x2e
            count += 1
        }
        Limbs.writeChunk(start + count, places, fraction, base: 10)
        count += places
        return (count, integerDigits, whole == 0 && fraction == 0)
    }

    private static func appendExponent(_ exponent: Int, isUpperCase: Bool, to text: inout [UInt8]) {
        text.append(isUpperCase ? 0x45 : 0x65)
        text.append(exponent < 0 ? 0x2d : 0x2b)
        let size = exponent.magnitude
        if size >= 100 { text.append(UInt8(0x30 + size / 100)) }
        text.append(UInt8(0x30 + size / 10 % 10))
        text.append(UInt8(0x30 + size % 10))
    }

    /// The text of `repr`, with its sign.
    static func repr(_ value: Double) -> [UInt8] {
        let size = value.magnitude
        if size >= 1e-4 && size < 0x1p53 || size == 0 {
            if size == size.rounded(.towardZero) {
                return [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
                    guard let start = buffer.baseAddress else { return }
                    if value.sign == .minus {
                        start[0] = 0x2d
                        count = 1
                    }
                    count += Limbs.writeLimb(start + count, UInt64(size), base: 10)
                    start[count] = 0x2e
                    start[count + 1] = 0x30
                    count += 2
                }
            }
            // In this range, and not beyond it, the standard library's form is the same.
            return Array(value.description.utf8)
        }
        let formatted = format(value, as: .none)
        return formatted.isNegative ? [0x2d] + formatted.text : formatted.text
    }

    /// The text of `float.hex`, with its sign.
    static func hex(_ value: Double) -> [UInt8] {
        if !value.isFinite { return repr(value) }
        var text: [UInt8] = value.sign == .minus ? [0x2d] : []
        text += Array("0x".utf8)
        if value == 0 { return text + Array("0.0p+0".utf8) }
        let biased = Int(value.exponentBitPattern)
        text += [biased == 0 ? 0x30 : 0x31, 0x2e]
        for place in stride(from: 48, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value.significandBitPattern >> UInt64(place) & 15)
            text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
        let exponent = biased == 0 ? -1022 : biased - 1023
        text += [0x70, exponent < 0 ? 0x2d : 0x2b]
        return text + Array(String(exponent.magnitude).utf8)
    }
}
