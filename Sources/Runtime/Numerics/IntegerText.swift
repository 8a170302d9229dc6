/// Reads the text of integers as the `int` constructor and literals take it ("Integer literals", §2.4.4 of the
/// language reference; PEP 515 for underscores).
enum IntegerText {
    /// What an integer's text says.
    struct Scanned {
        var isNegative: Bool
        var base: Int
        /// The number of digits, those of leading zeros included: what the limit of `sys.set_int_max_str_digits`
        /// counts.
        var digitCount: Int
        /// The magnitude, if `digits` is empty.
        var small: UInt64
        /// The values of the digits, for `Limbs.fromDigits`, if they may not fit in 64 bits.
        var digits: [UInt8]

        /// Whether the limit of digits applies: not for bases that are powers of two.
        var isLimited: Bool { base & (base - 1) != 0 }
    }

    /// Scans ASCII text with white space around it, a sign and underscores.
    /// - Parameter base: 2 to 36, or 0 to take it from a prefix.
    /// - Returns: nil if the text is not an integer in this base.
    static func scan(_ text: UnsafeBufferPointer<UInt8>, base: Int) -> Scanned? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
        var position = 0
        var end = text.count
        while position < end, isSpace(text[position]) { position += 1 }
        while end > position, isSpace(text[end - 1]) { end -= 1 }
        var isNegative = false
        if position < end, text[position] == 0x2b || text[position] == 0x2d {
            isNegative = text[position] == 0x2d
            position += 1
        }
        var base = base
        var mustBeZero = false
        if position < end, text[position] == 0x30 {
            let prefix = position + 1 < end ? prefixBase(text[position + 1]) : nil
            if let prefix, base == 0 || base == prefix {
                base = prefix
                position += 2
                if position < end, text[position] == 0x5f { position += 1 }
            } else if base == 0 {
                // "0", "00", "0_0": an old octal number is no number.
                mustBeZero = true
                base = 10
            }
        }
        if base == 0 { base = 10 }

        var small: UInt64 = 0
        var isLarge = false
        var count = 0
        var previousIsDigit = false
        let start = position
        while position < end {
            let byte = text[position]
            position += 1
            if byte == 0x5f {
                guard previousIsDigit else { return nil }
                previousIsDigit = false
                continue
            }
            let value = digitValue(byte)
            guard value < base else { return nil }
            previousIsDigit = true
            count += 1
            let (product, overflow) = small.multipliedReportingOverflow(by: UInt64(base))
            let (sum, again) = product.addingReportingOverflow(UInt64(value))
            if overflow || again { isLarge = true }
            small = sum
        }
        guard previousIsDigit else { return nil }
        if mustBeZero, small != 0 || isLarge { return nil }
        var digits: [UInt8] = []
        if isLarge {
            digits.reserveCapacity(count)
            for byte in text[start..<end] where byte != 0x5f { digits.append(UInt8(digitValue(byte))) }
        }
        return Scanned(isNegative: isNegative, base: base, digitCount: count, small: small, digits: digits)
    }

    private static func prefixBase(_ byte: UInt8) -> Int? {
        switch byte | 0x20 {
        case 0x62: 2
        case 0x6f: 8
        case 0x78: 16
        default: nil
        }
    }

    @inline(__always)
    private static func digitValue(_ byte: UInt8) -> Int {
        if byte &- 0x30 < 10 { return Int(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return letter < 26 ? Int(letter) + 10 : 99
    }
}
