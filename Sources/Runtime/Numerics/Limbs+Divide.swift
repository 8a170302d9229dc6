// Quotients and remainders: by a single limb with its reciprocal, by Knuth's algorithm D, and recursively
// (Burnikel and Ziegler; Brent and Zimmermann, Modern Computer Arithmetic, 1.4.3) for long divisors.

extension Limbs {
    /// From this count of divisor and quotient on, the recursive division is used.
    static let recursiveDivisionThreshold = 64

    /// `q = a / b`, `r = a % b` for `b != 0`. Room: `q` the count of `a` − that of `b` + 1 (at least 1),
    /// `r` the count of `b`. Neither may overlap an operand.
    static func divide(
        _ q: Buffer, _ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int
    ) -> (quotient: Int, remainder: Int) {
        if compare(a, aCount, b, bCount) < 0 {
            r.update(from: a, count: aCount)
            return (0, aCount)
        }
        if bCount == 1 {
            let remainder = divide(q, a, aCount, by: b[0])
            r[0] = remainder
            return (normalizedCount(q, aCount), remainder == 0 ? 0 : 1)
        }
        let shift = b[bCount &- 1].leadingZeroBitCount
        return withScratch(aCount &+ 1 &+ bCount) { rest in
            let divisor = rest + aCount + 1
            rest[aCount] = shiftLeftLimbs(rest, a, aCount, by: shift)
            _ = shiftLeftLimbs(divisor, b, bCount, by: shift)
            let quotientCount = aCount &- bCount &+ 1
            // The top limb of `rest` is less than that of the divisor: the quotient has no limb above.
            divideNormalizedLimbs(q, rest, aCount &+ 1, divisor, bCount)
            _ = shiftRightLimbs(r, rest, bCount, by: shift)
            return (normalizedCount(q, quotientCount), normalizedCount(r, bCount))
        }
    }

    /// As `divide`, with the signs and the rounding of Python: towards minus infinity, and the remainder has
    /// the sign of the divisor. Room: `q` one limb more.
    static func floorDivide(
        _ q: Buffer, _ r: Buffer,
        _ a: Source, _ aCount: Int, isANegative: Bool,
        _ b: Source, _ bCount: Int, isBNegative: Bool
    ) -> (quotient: Int, isQuotientNegative: Bool, remainder: Int, isRemainderNegative: Bool) {
        var (quotient, remainder) = divide(q, r, a, aCount, b, bCount)
        let isNegative = isANegative != isBNegative
        if isNegative, remainder > 0 {
            q[quotient] = 0
            increaseLimbs(q, quotient &+ 1, by: 1)
            quotient &+= q[quotient] != 0 ? 1 : 0
            remainder = subtract(r, b, bCount, r, remainder)
        }
        return (quotient, isNegative && quotient > 0, remainder, isBNegative && remainder > 0)
    }

    // MARK: Single limbs

    /// ⌊(2¹²⁸ − 1) / divisor⌋ − 2⁶⁴ for a divisor whose highest bit is set (Möller and Granlund, Improved
    /// division by invariant integers, 2011).
    @inline(__always)
    static func reciprocal(_ divisor: UInt64) -> UInt64 {
        divisor.dividingFullWidth((~divisor, UInt64.max)).quotient
    }

    /// Divides two limbs, the higher less than the divisor, by a divisor with its reciprocal.
    @inline(__always)
    static func divideTwo(
        _ high: UInt64, _ low: UInt64, by divisor: UInt64, _ reciprocal: UInt64
    ) -> (quotient: UInt64, remainder: UInt64) {
        let product = reciprocal.multipliedFullWidth(by: high)
        let (sum, overflow) = product.low.addingReportingOverflow(low)
        var quotient = product.high &+ high &+ (overflow ? 1 : 0) &+ 1
        var remainder = low &- quotient &* divisor
        if remainder > sum {
            quotient &-= 1
            remainder &+= divisor
        }
        if remainder >= divisor {
            quotient &+= 1
            remainder &-= divisor
        }
        return (quotient, remainder)
    }

    /// `q = a / limb` for `limb != 0`; gives the remainder. Room: the count. `q` may be `a`; it is not
    /// normalized.
    static func divide(_ q: Buffer, _ a: Source, _ count: Int, by limb: UInt64) -> UInt64 {
        if count == 0 { return 0 }
        if count == 1 {
            let (quotient, remainder) = a[0].quotientAndRemainder(dividingBy: limb)
            q[0] = quotient
            return remainder
        }
        let shift = UInt64(truncatingIfNeeded: limb.leadingZeroBitCount)
        let divisor = limb &<< shift
        let inverse = reciprocal(divisor)
        var index = count
        var remainder: UInt64 = 0
        if shift == 0 {
            while index > 0 {
                index &-= 1
                (q[index], remainder) = divideTwo(remainder, a[index], by: divisor, inverse)
            }
            return remainder
        }
        let back = 64 &- shift
        var above = a[count &- 1]
        remainder = above &>> back
        while index > 1 {
            index &-= 1
            let below = a[index &- 1]
            (q[index], remainder) = divideTwo(remainder, above &<< shift | below &>> back, by: divisor, inverse)
            above = below
        }
        (q[0], remainder) = divideTwo(remainder, above &<< shift, by: divisor, inverse)
        return remainder &>> shift
    }

    /// `a % limb` for `limb != 0`.
    static func remainder(_ a: Source, _ count: Int, by limb: UInt64) -> UInt64 {
        if count == 0 { return 0 }
        let shift = UInt64(truncatingIfNeeded: limb.leadingZeroBitCount)
        let divisor = limb &<< shift
        let inverse = reciprocal(divisor)
        var remainder: UInt64 = 0
        var index = count
        while index > 0 {
            index &-= 1
            let word = a[index]
            // The remainder so far, shifted like the divisor, goes above the shifted limb.
            let high = shift == 0 ? remainder : remainder | word &>> (64 &- shift)
            remainder = divideTwo(high, word &<< shift, by: divisor, inverse).remainder
        }
        return remainder &>> shift
    }

    // MARK: Long divisors

    /// Divides `a` (of `aCount` limbs) by a divisor whose highest bit is set, where the upper `bCount` limbs of
    /// `a` are less than the divisor. The quotient has `aCount - bCount` limbs; the remainder replaces the lower
    /// `bCount` limbs of `a`, the others become meaningless.
    static func divideNormalizedLimbs(_ q: Buffer, _ a: Buffer, _ aCount: Int, _ b: Source, _ bCount: Int) {
        let count = aCount &- bCount
        if bCount < recursiveDivisionThreshold || count < recursiveDivisionThreshold {
            _ = divideBySchool(q, a, aCount, b, bCount)
            return
        }
        withScratch(bCount &+ 1) { product in
            // The quotient is made in pieces as long as the divisor, a shorter one first.
            var done = count
            let short = count % bCount
            if short > 0, short < recursiveDivisionThreshold {
                done &-= short
                _ = divideBySchool(q + done, a + done, short &+ bCount, b, bCount)
            } else if short > 0 {
                // Divide by as much of the divisor as the quotient is long; then bring in the rest of it.
                done &-= short
                let rest = bCount &- short
                let (quotient, window) = (q + done, a + done)
                var above = divideRecursively(quotient, window + rest, short, b + rest, short, product)
                multiplyLimbs(product, quotient, short, b, rest)
                var borrow = subtractLimbs(window, window, bCount, product, bCount)
                if above != 0 { borrow &+= subtractLimbs(window + short, window + short, rest, b, rest) }
                while borrow != 0 {
                    above &-= decreaseLimbs(quotient, short, by: 1)
                    borrow &-= addLimbs(window, window, b, bCount)
                }
            }
            while done > 0 {
                done &-= bCount
                _ = divideRecursively(q + done, a + done, bCount, b, bCount, product)
            }
        }
    }

    /// Knuth's algorithm D (The Art of Computer Programming, 4.3.1). Gives the quotient's limb above, 0 or 1.
    private static func divideBySchool(
        _ q: Buffer, _ a: Buffer, _ aCount: Int, _ b: Source, _ bCount: Int
    ) -> UInt64 {
        var index = aCount &- bCount
        var above: UInt64 = 0
        if compareLimbs(a + index, b, bCount) >= 0 {
            _ = subtractLimbs(a + index, a + index, b, bCount)
            above = 1
        }
        let top = b[bCount &- 1]
        let next = b[bCount &- 2]
        let inverse = reciprocal(top)
        while index > 0 {
            index &-= 1
            let window = a + index
            let high = window[bCount]
            var estimate: UInt64
            if high >= top {
                estimate = UInt64.max
            } else {
                var rest: UInt64
                (estimate, rest) = divideTwo(high, window[bCount &- 1], by: top, inverse)
                var product = estimate.multipliedFullWidth(by: next)
                while product.high > rest || (product.high == rest && product.low > window[bCount &- 2]) {
                    estimate &-= 1
                    let (sum, overflow) = rest.addingReportingOverflow(top)
                    if overflow { break }
                    rest = sum
                    product = estimate.multipliedFullWidth(by: next)
                }
            }
            let borrow = subtractProductLimbs(window, b, bCount, by: estimate)
            var missing = borrow > high
            let rest = high &- borrow
            if missing {
                // Once in 2⁶³, or a few times for the largest estimate.
                var level = rest
                repeat {
                    estimate &-= 1
                    let carry = addLimbs(window, window, b, bCount)
                    let (sum, overflow) = level.addingReportingOverflow(carry)
                    level = sum
                    missing = !overflow
                } while missing
            }
            q[index] = estimate
        }
        return above
    }

    /// Divides `count + bCount` limbs of `a`, whose upper `bCount` are at most the divisor, for
    /// `count <= bCount`. Quotient and remainder as in `divideNormalizedLimbs`; gives the quotient's limb above.
    private static func divideRecursively(
        _ q: Buffer, _ a: Buffer, _ count: Int, _ b: Source, _ bCount: Int, _ product: Buffer
    ) -> UInt64 {
        if count < recursiveDivisionThreshold {
            return divideBySchool(q, a, count &+ bCount, b, bCount)
        }
        let low = count / 2
        let high = count &- low
        // The upper part of the quotient, from the upper part of the divisor.
        var above = divideRecursively(q + low, a + 2 &* low, high, b + low, bCount &- low, product)
        multiplyLimbs(product, q + low, high, b, low)
        var borrow = subtractLimbs(a + low, a + low, bCount, product, count)
        if above != 0 { borrow &+= subtractLimbs(a + count, a + count, bCount &- high, b, low) }
        while borrow != 0 {
            above &-= decreaseLimbs(q + low, high, by: 1)
            borrow &-= addLimbs(a + low, a + low, b, bCount)
        }
        // The lower part, the same way.
        var middle = divideRecursively(q, a + low, low, b + low, bCount &- low, product)
        multiplyLimbs(product, q, low, b, low)
        borrow = subtractLimbs(a, a, bCount, product, 2 &* low)
        if middle != 0 { borrow &+= subtractLimbs(a + low, a + low, bCount &- low, b, low) }
        while borrow != 0 {
            middle &-= decreaseLimbs(q, low, by: 1)
            borrow &-= addLimbs(a, a, b, bCount)
        }
        if middle != 0 { above &+= increaseLimbs(q + low, high, by: middle) }
        return above
    }
}
