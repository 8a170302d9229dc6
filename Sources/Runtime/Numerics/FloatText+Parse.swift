// Text to floats: decimal with correct rounding, and the hexadecimal form of `float.fromhex`. The locale has no
// part in it.

extension FloatText {
    /// The float that the argument of `float`, or a literal, stands for, or nil if it is none. The text is ASCII;
    /// white space around it and underscores between digits are allowed.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var scanner = Scanner(trimming: text)
        let isNegative = scanner.scanSign()
        if let word = scanner.scanWord() { return isNegative ? -word : word }
        var mantissa: UInt64 = 0
        var digits = 0  // significant ones in the mantissa, at most 19
        var dropped = 0  // significant ones that did not fit
        var scale = 0
        var isBehindPoint = false
        var hasDigits = false
        let start = scanner.position
        while let byte = scanner.peek() {
            let value = byte &- 0x30
            if value < 10 {
                hasDigits = true
                if digits < 19 {
                    mantissa = mantissa &* 10 &+ UInt64(value)
                    if mantissa != 0 { digits += 1 }
                    if isBehindPoint { scale -= 1 }
                } else {
                    dropped += 1
                    if !isBehindPoint { scale += 1 }
                }
            } else if byte == 0x2e, !isBehindPoint {
                isBehindPoint = true
            } else if byte == 0x5f {
                guard scanner.isBetweenDigits else { return nil }
            } else {
                break
            }
            scanner.position += 1
        }
        let end = scanner.position
        guard hasDigits else { return nil }
        if let byte = scanner.peek(), byte | 0x20 == 0x65 {
            scanner.position += 1
            guard let exponent = scanner.scanExponent(allowsUnderscores: true) else { return nil }
            scale += exponent
        }
        guard scanner.isAtEnd else { return nil }
        let value: Double
        if mantissa == 0 {
            value = 0
        } else if dropped == 0 {
            value = decimal(mantissa, scale: scale) ?? .infinity
        } else {
            var all: [UInt8] = []
            all.reserveCapacity(digits + dropped)
            for index in start..<end where text[index] &- 0x30 < 10 {
                if all.isEmpty, text[index] == 0x30 { continue }
                all.append(text[index] &- 0x30)
            }
            value = decimal(digits: all, scale: scale - dropped) ?? .infinity
        }
        return isNegative ? -value : value
    }

    /// `mantissa · 10^scale`, rounded once; nil if it is too large.
    static func decimal(_ mantissa: UInt64, scale: Int) -> Double? {
        if mantissa == 0 { return 0 }
        if scale > 310 { return nil }
        if scale < -345 { return 0 }
        // Both exact: one rounding.
        if mantissa <= 1 << 53, scale.magnitude <= 22 {
            return scale < 0
                ? Double(mantissa) / exactPowersOfTen[-scale]
                : Double(mantissa) * exactPowersOfTen[scale]
        }
        if scale < 0, scale >= -19 {
            // A quotient of 64 bits, its highest one set or the next.
            let divisor = Limbs.powersOfTen[-scale]
            let divisorShift = divisor.leadingZeroBitCount
            let mantissaShift = mantissa.leadingZeroBitCount
            let high = mantissa << UInt64(mantissaShift)
            let scaled = divisor << UInt64(divisorShift)
            let isLarge = high >= scaled
            let (quotient, remainder) = scaled.dividingFullWidth(isLarge ? (high >> 1, high << 63) : (high, 0))
            let exponent = divisorShift - mantissaShift - 64 + (isLarge ? 1 : 0)
            return Limbs.double(mantissa: quotient, exponent: exponent, isInexact: remainder != 0)
        }
        if scale >= 0, scale <= 19 {
            let product = mantissa.multipliedFullWidth(by: Limbs.powersOfTen[scale])
            return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2) { room in
                guard let limbs = room.baseAddress else { return nil }
                limbs[0] = product.low
                limbs[1] = product.high
                return Limbs.toDouble(limbs, product.high == 0 ? 1 : 2)
            }
        }
        return decimal(Natural(mantissa), scale: scale)
    }

    /// Digits (as values) times a power of ten, rounded once; nil if it is too large.
    static func decimal(digits: [UInt8], scale: Int) -> Double? {
        if digits.count + scale > 310 { return nil }
        if digits.count + scale < -330 { return 0 }
        let mantissa = Natural(capacity: Limbs.limbRoom(digits: digits.count, base: 10)) { room in
            digits.withUnsafeBufferPointer { digits in
                guard let start = digits.baseAddress else { return 0 }
                return Limbs.fromDigits(room, start, digits.count, base: 10)
            }
        }
        return decimal(mantissa, scale: scale)
    }

    private static func decimal(_ mantissa: Natural, scale: Int) -> Double? {
        let power = Natural.power(10, abs(scale))
        if scale >= 0 { return (mantissa * power).withLimbs { Limbs.toDouble($0, $1) } }
        return mantissa.withLimbs { a, aCount in
            power.withLimbs { Limbs.divideToDouble(a, aCount, $0, $1) }
        }
    }

    /// The powers of ten that are floats exactly.
    private static let exactPowersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22,
    ]

    /// What `float.fromhex` makes of a text.
    enum HexResult: Equatable {
        case value(Double)
        /// ValueError: invalid hexadecimal floating-point string
        case invalid
        /// OverflowError: hexadecimal value too large to represent as a float
        case tooLarge
    }

    /// The float that the argument of `float.fromhex` stands for.
    static func parseHex(_ text: UnsafeBufferPointer<UInt8>) -> HexResult {
        var scanner = Scanner(trimming: text)
        let isNegative = scanner.scanSign()
        if let word = scanner.scanWord() { return scanner.isAtEnd ? .value(isNegative ? -word : word) : .invalid }
        scanner.scanHexPrefix()
        var mantissa: UInt64 = 0
        var exponent = 0
        var isInexact = false
        var isBehindPoint = false
        var hasDigits = false
        while let byte = scanner.peek() {
            if let value = byte.hexDigitValue {
                hasDigits = true
                if mantissa >> 60 == 0 {
                    mantissa = mantissa << 4 | UInt64(value)
                    if isBehindPoint { exponent -= 4 }
                } else {
                    if value != 0 { isInexact = true }
                    if !isBehindPoint { exponent += 4 }
                }
            } else if byte == 0x2e, !isBehindPoint {
                isBehindPoint = true
            } else {
                break
            }
            scanner.position += 1
        }
        guard hasDigits else { return .invalid }
        if let byte = scanner.peek(), byte | 0x20 == 0x70 {
            scanner.position += 1
            guard let given = scanner.scanExponent(allowsUnderscores: false) else { return .invalid }
            exponent += given
        }
        var value = 0.0
        if mantissa != 0 {
            let shift = mantissa.leadingZeroBitCount
            let result = Limbs.double(
                mantissa: mantissa << UInt64(shift), exponent: exponent - shift, isInexact: isInexact)
            guard let result else { return .tooLarge }
            value = result
        }
        // As in CPython, a number that is too large is reported even if something else follows it.
        guard scanner.isAtEnd else { return .invalid }
        return .value(isNegative ? -value : value)
    }

    /// A position in a text without white space around it.
    private struct Scanner {
        let text: UnsafeBufferPointer<UInt8>
        var position: Int
        let end: Int

        init(trimming text: UnsafeBufferPointer<UInt8>) {
            func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
            var start = 0
            var end = text.count
            while start < end, isSpace(text[start]) { start += 1 }
            while end > start, isSpace(text[end - 1]) { end -= 1 }
            (self.text, position, self.end) = (text, start, end)
        }

        var isAtEnd: Bool { position == end }

        func peek() -> UInt8? { position < end ? text[position] : nil }

        /// Whether the byte here has a digit on both sides, as an underscore must.
        var isBetweenDigits: Bool {
            position > 0 && text[position - 1] &- 0x30 < 10 && position + 1 < end
                && text[position + 1] &- 0x30 < 10
        }

        mutating func scanSign() -> Bool {
            guard let byte = peek(), byte == 0x2b || byte == 0x2d else { return false }
            position += 1
            return byte == 0x2d
        }

        mutating func scanHexPrefix() {
            if position + 1 < end, text[position] == 0x30, text[position + 1] | 0x20 == 0x78 { position += 2 }
        }

        /// `inf`, `infinity` or `nan` up to the end, in any case.
        mutating func scanWord() -> Double? {
            let rest = text[position..<end]
            func matches(_ word: StaticString) -> Bool {
                rest.count == word.utf8CodeUnitCount
                    && rest.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: rest.count)) {
                        $0 | 0x20 == $1
                    }
            }
            guard let first = rest.first, first &- 0x30 >= 10 else { return nil }
            let value: Double
            if matches("inf") || matches("infinity") {
                value = .infinity
            } else if matches("nan") {
                value = .nan
            } else {
                return nil
            }
            position = end
            return value
        }

        /// A sign and digits; large ones are cut to a number that is large enough to be out of every range.
        mutating func scanExponent(allowsUnderscores: Bool) -> Int? {
            let isNegative = scanSign()
            var value = 0
            let start = position
            while let byte = peek() {
                if byte == 0x5f, allowsUnderscores {
                    guard isBetweenDigits else { return nil }
                } else {
                    guard byte &- 0x30 < 10 else { break }
                    value = min(value * 10 + Int(byte &- 0x30), 1 << 40)
                }
                position += 1
            }
            guard position > start else { return nil }
            return isNegative ? -value : value
        }
    }
}
