// What floats share with other numbers: exact ratios, rounding to decimal places, hashes.

extension FloatText {
    /// A finite float's magnitude as an odd mantissa times a power of two (0 · 2⁰ for zero): the pieces of
    /// `float.as_integer_ratio`.
    static func ratio(_ value: Double) -> (mantissa: UInt64, exponent: Int) {
        let parts = Parts(value)
        if parts.mantissa == 0 { return (0, 0) }
        let zeros = parts.mantissa.trailingZeroBitCount
        return (parts.mantissa >> UInt64(zeros), parts.exponent + zeros)
    }

    /// `round(value, places)`: correctly rounded on the exact decimal value, half to even. nil if the result is
    /// too large for a float ("rounded value too large to represent").
    static func round(_ value: Double, places: Int) -> Double? {
        // Beyond these bounds a float has no digits to round, or none left.
        if !value.isFinite || places > 323 { return value }
        if places < -308 { return 0 * value }
        if places >= 0, places <= 15, let (whole, fraction) = fixed(value, places: places) {
            let (product, overflow) = whole.multipliedReportingOverflow(by: Limbs.powersOfTen[places])
            if !overflow, product < 1 << 63, let result = self.decimal(product + fraction, scale: -places) {
                return value.sign == .minus ? -result : result
            }
        }
        let decimal = rounded(value, to: .fraction(places))
        if decimal.isZero { return 0 * value }
        let result: Double?
        if decimal.digits.count <= 19 {
            var mantissa: UInt64 = 0
            for digit in decimal.digits { mantissa = mantissa &* 10 &+ UInt64(digit &- 0x30) }
            result = self.decimal(mantissa, scale: decimal.point - decimal.digits.count)
        } else {
            result = self.decimal(
                digits: decimal.digits.map { $0 &- 0x30 }, scale: decimal.point - decimal.digits.count)
        }
        guard let result else { return nil }
        return value.sign == .minus ? -result : result
    }

    /// The hash of a float, or nil for a NaN, whose hash is that of its object.
    static func hash(_ value: Double) -> Int? {
        if value.isNaN { return nil }
        if value.isInfinite { return value > 0 ? 314_159 : -314_159 }
        let parts = Parts(value)
        // Multiplying by a power of two modulo 2⁶¹ − 1 rotates.
        let turn = UInt64((parts.exponent % 61 + 61) % 61)
        let modulus = Limbs.hashModulus
        var residue = (parts.mantissa << turn & modulus) | parts.mantissa >> (61 - turn)
        if residue == modulus { residue = 0 }
        let result = Int(residue)
        if value.sign == .plus { return result }
        return result == 1 ? -2 : -result
    }
}
