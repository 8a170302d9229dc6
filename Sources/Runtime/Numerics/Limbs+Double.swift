// Between magnitudes and floats: exact, or rounded once, half to even. And the hash that both share.

extension Limbs {
    /// The float nearest to the magnitude, or nil if it is too large for one.
    static func toDouble(_ a: Source, _ count: Int) -> Double? {
        if count <= 1 { return count == 0 ? 0 : Double(a[0]) }
        let (mantissa, exponent, isInexact) = highestBits(a, count)
        return double(mantissa: mantissa, exponent: exponent, isInexact: isInexact)
    }

    /// The highest 64 bits, the power of two that they count, and whether there is more below.
    static func highestBits(_ a: Source, _ count: Int) -> (mantissa: UInt64, exponent: Int, isInexact: Bool) {
        let top = a[count &- 1]
        let shift = UInt64(truncatingIfNeeded: top.leadingZeroBitCount)
        var mantissa = top &<< shift
        var isInexact = false
        var index = count &- 2
        if index >= 0 {
            if shift > 0 { mantissa |= a[index] &>> (64 &- shift) }
            isInexact = a[index] &<< shift != 0
            while !isInexact, index > 0 {
                index &-= 1
                isInexact = a[index] != 0
            }
        }
        return (mantissa, bitLength(a, count) &- 64, isInexact)
    }

    /// `mantissa · 2^exponent`, plus something less than one unit of the mantissa if `isInexact`, rounded to the
    /// nearest float; nil if that is too large. The highest bit of the mantissa is set.
    static func double(mantissa: UInt64, exponent: Int, isInexact: Bool) -> Double? {
        // The value is at least 2^(exponent + 63); floats below 2^−1022 have fewer bits.
        let bits = min(53, exponent + 64 + 1074)
        if bits < 0 { return 0 }
        let drop = 64 - bits
        var kept = drop == 64 ? 0 : mantissa >> UInt64(drop)
        let half = UInt64(1) << UInt64(drop - 1)
        let lost = drop == 64 ? mantissa : mantissa & (half << 1 &- 1)
        if lost > half || lost == half && (isInexact || kept & 1 == 1) { kept += 1 }
        if kept == 0 { return 0 }
        let result = scale(Double(kept), by: exponent + drop)
        return result.isFinite ? result : nil
    }

    /// `value · 2^exponent` where the result is exact or too large.
    private static func scale(_ value: Double, by exponent: Int) -> Double {
        if exponent > 1100 { return .infinity }
        var value = value
        var exponent = exponent
        while exponent > 1000 {
            value *= 0x1p1000
            exponent -= 1000
        }
        while exponent < -1000 {
            value *= 0x1p-1000
            exponent += 1000
        }
        return value * Double(sign: .plus, exponent: exponent, significand: 1)
    }

    /// The limbs of the integer part of a finite float's magnitude. Room: 17 limbs.
    static func fromDouble(_ r: Buffer, _ value: Double) -> Int {
        let value = value.magnitude
        if value < 0x1p64 {
            r[0] = UInt64(value)
            return r[0] == 0 ? 0 : 1
        }
        let exponent = Int(value.exponent) - 52
        r[0] = value.significandBitPattern | 1 << 52
        let bits = exponent
        let mantissa = r[0]
        let whole = bits >> 6
        let shift = UInt64(bits & 63)
        r.update(repeating: 0, count: whole)
        r[whole] = mantissa << shift
        r[whole + 1] = shift == 0 ? 0 : mantissa >> (64 - shift)
        return normalizedCount(r, whole + 2)
    }

    /// `a / b` for `b != 0`, rounded once; nil if it is too large for a float.
    static func divideToDouble(_ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> Double? {
        if aCount == 0 { return 0 }
        if aCount == 1, bCount == 1, a[0] <= 1 << 53, b[0] <= 1 << 53 { return Double(a[0]) / Double(b[0]) }
        let difference = bitLength(a, aCount) - bitLength(b, bCount)
        if difference > 1025 { return nil }
        if difference < -1100 { return 0 }
        // A quotient of at least 65 bits has all that rounding needs in its highest 64 and what is below.
        let shift = 66 - difference
        let aRoom = aCount + max(shift, 0) / 64 + 1
        let bRoom = bCount + max(-shift, 0) / 64 + 1
        return withScratch(2 * aRoom + 2 * bRoom + 2) { scratch in
            let dividend = scratch
            let quotient = dividend + aRoom
            let divisor = quotient + aRoom + 1
            let remainder = divisor + bRoom
            let dividendCount = shiftLeft(dividend, a, aCount, by: max(shift, 0))
            let divisorCount = shiftLeft(divisor, b, bCount, by: max(-shift, 0))
            let counts = divide(quotient, remainder, dividend, dividendCount, divisor, divisorCount)
            let (mantissa, exponent, isInexact) = highestBits(quotient, counts.quotient)
            return double(
                mantissa: mantissa, exponent: exponent - shift, isInexact: isInexact || counts.remainder > 0)
        }
    }

    /// Compares a magnitude with a float that is not negative and not a NaN: negative, zero or positive.
    static func compare(_ a: Source, _ count: Int, with value: Double) -> Int {
        if !value.isFinite { return -1 }
        let whole = value.rounded(.towardZero)
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 17) { room in
            guard let limbs = room.baseAddress else { return 0 }
            let order = compare(a, count, limbs, fromDouble(limbs, whole))
            return order == 0 && value > whole ? -1 : order
        }
    }

    // MARK: Hash

    /// The prime 2⁶¹ − 1: numbers that are equal have the same residue, whatever their type
    /// (“Hashing of numeric types” in the library reference).
    static let hashModulus: UInt64 = 1 << 61 - 1

    /// The magnitude modulo 2⁶¹ − 1. The hash of an int is that, negated if the int is negative, and −2 for −1.
    static func hash(_ a: Source, _ count: Int) -> UInt64 {
        var result: UInt64 = 0
        var index = count
        while index > 0 {
            index &-= 1
            // 2⁶⁴ is 8 modulo the prime: rotate by three bits of 61.
            let limb = a[index]
            result = (result &<< 3 & hashModulus) | result &>> 58
            result &+= (limb & hashModulus) &+ limb &>> 61
            result = (result & hashModulus) &+ result &>> 61
            if result >= hashModulus { result &-= hashModulus }
        }
        return result
    }

    /// The hash of an int.
    static func hash(_ a: Source, _ count: Int, isNegative: Bool) -> Int {
        let residue = Int(hash(a, count))
        if !isNegative { return residue }
        return residue == 1 ? -2 : -residue
    }
}
