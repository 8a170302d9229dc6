// The bit operations of integers: the operands have sign and magnitude, the result is that of two's complement
// with infinitely many sign bits (§6.9 of the language reference).

extension Limbs {
    /// A bit operation.
    enum BitOperation {
        case and, or, xor

        @inline(__always)
        func apply(_ a: UInt64, _ b: UInt64) -> UInt64 {
            switch self {
            case .and: a & b
            case .or: a | b
            case .xor: a ^ b
            }
        }
    }

    /// `r = a op b`. Room: the larger count + 1. `r` may be `a` or `b`.
    static func combine(
        _ operation: BitOperation, _ r: Buffer,
        _ a: Source, _ aCount: Int, isANegative: Bool,
        _ b: Source, _ bCount: Int, isBNegative: Bool
    ) -> (count: Int, isNegative: Bool) {
        let count = max(aCount, bCount)
        if !isANegative, !isBNegative {
            let common = min(aCount, bCount)
            for index in 0..<common { r[index] = operation.apply(a[index], b[index]) }
            if operation == .and { return (normalizedCount(r, common), false) }
            let longer = aCount > bCount ? a : b
            for index in common..<count { r[index] = longer[index] }
            return (normalizedCount(r, count), false)
        }
        // −x is the complement of x plus one; the carries run along.
        let aMask: UInt64 = isANegative ? .max : 0
        let bMask: UInt64 = isBNegative ? .max : 0
        let isNegative = operation.apply(aMask, bMask) != 0
        let mask: UInt64 = isNegative ? .max : 0
        var aCarry: UInt64 = isANegative ? 1 : 0
        var bCarry: UInt64 = isBNegative ? 1 : 0
        var carry: UInt64 = isNegative ? 1 : 0
        for index in 0..<count {
            let x = complement(index < aCount ? a[index] : 0, aMask, &aCarry)
            let y = complement(index < bCount ? b[index] : 0, bMask, &bCarry)
            r[index] = complement(operation.apply(x, y), mask, &carry)
        }
        r[count] = carry
        return (normalizedCount(r, count &+ 1), isNegative)
    }

    @inline(__always)
    private static func complement(_ limb: UInt64, _ mask: UInt64, _ carry: inout UInt64) -> UInt64 {
        let (sum, overflow) = (limb ^ mask).addingReportingOverflow(carry)
        carry = overflow ? 1 : 0
        return sum
    }

    /// `r = a >> bits` rounded down. Room: the count − bits / 64 + 1, at least 1. `r` may be `a`.
    static func shiftRightFloor(_ r: Buffer, _ a: Source, _ count: Int, isNegative: Bool, by bits: Int) -> Int {
        let (used, isInexact) = shiftRight(r, a, count, by: bits)
        if !isNegative || !isInexact { return used }
        r[used] = increaseLimbs(r, used, by: 1)
        return used &+ (r[used] != 0 ? 1 : 0)
    }
}
