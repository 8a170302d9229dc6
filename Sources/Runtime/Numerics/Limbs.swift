// Arithmetic on magnitudes: natural numbers as limbs of 64 bits, least significant first, in memory that the
// caller owns. Nothing here knows the run-time's objects.
//
// A magnitude is a pointer and a count. It is *normalized* if its highest limb is not zero; zero has the count 0.
// Every function takes normalized operands and gives back the normalized count of its result, unless its name
// ends in `Limbs`: those work on a fixed number of limbs and give back a carry or a borrow. Result buffers never
// overlap operands unless a function says so; the room that a result needs is in the function's comment.

/// The namespace of the arithmetic on magnitudes.
enum Limbs {
    typealias Source = UnsafePointer<UInt64>
    typealias Buffer = UnsafeMutablePointer<UInt64>

    /// Magnitudes with more limbs are refused before memory is asked for: 2³³ bits each, as much as a
    /// gibibyte. Operands up to here never overflow a count.
    static let maximumCount = 1 << 27

    /// Lends room for some limbs, uninitialized, to a closure. A little room is on the stack.
    @inline(__always)
    static func withScratch<Result>(_ count: Int, _ body: (Buffer) -> Result) -> Result {
        if count <= 64 {
            return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { room in
                body(room.baseAddress.unsafelyUnwrapped)
            }
        }
        let room = Buffer.allocate(capacity: max(count, 1))
        defer { room.deallocate() }
        return body(room)
    }

    // MARK: Size and order

    /// The count without the zero limbs at the top.
    @inline(__always)
    static func normalizedCount(_ a: Source, _ count: Int) -> Int {
        var count = count
        while count > 0, a[count &- 1] == 0 { count &-= 1 }
        return count
    }

    /// The number of bits up to the highest one; 0 for zero.
    @inline(__always)
    static func bitLength(_ a: Source, _ count: Int) -> Int {
        count == 0 ? 0 : count &* 64 &- a[count &- 1].leadingZeroBitCount
    }

    /// The number of bits that are one.
    static func bitCount(_ a: Source, _ count: Int) -> Int {
        var result = 0
        for index in 0..<count { result &+= a[index].nonzeroBitCount }
        return result
    }

    /// The number of zero bits below the lowest one; 0 for zero.
    static func trailingZeroBitCount(_ a: Source, _ count: Int) -> Int {
        var index = 0
        while index < count {
            if a[index] != 0 { return index &* 64 &+ a[index].trailingZeroBitCount }
            index &+= 1
        }
        return 0
    }

    /// The bit at a position; 0 beyond the top.
    @inline(__always)
    static func bit(_ a: Source, _ count: Int, at position: Int) -> UInt64 {
        let index = position >> 6
        return index < count ? a[index] >> UInt64(truncatingIfNeeded: position & 63) & 1 : 0
    }

    /// The 64 bits from a position on; zeros beyond the top.
    static func limb(_ a: Source, _ count: Int, at position: Int) -> UInt64 {
        let index = position >> 6
        let shift = UInt64(truncatingIfNeeded: position & 63)
        if index >= count { return 0 }
        let low = a[index] &>> shift
        return shift == 0 || index &+ 1 >= count ? low : low | a[index &+ 1] &<< (64 &- shift)
    }

    /// Negative, zero or positive as the first magnitude is less than, equal to or greater than the second.
    static func compare(_ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> Int {
        if aCount != bCount { return aCount < bCount ? -1 : 1 }
        return compareLimbs(a, b, aCount)
    }

    /// Compares two numbers of the same number of limbs, which need not be normalized.
    static func compareLimbs(_ a: Source, _ b: Source, _ count: Int) -> Int {
        var index = count
        while index > 0 {
            index &-= 1
            if a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
        }
        return 0
    }

    // MARK: Sums

    /// `r = a + b`. Room: the larger count + 1. `r` may be `a` or `b`.
    static func add(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> Int {
        if aCount < bCount { return add(r, b, bCount, a, aCount) }
        let carry = addLimbs(r, a, aCount, b, bCount)
        r[aCount] = carry
        return aCount &+ Int(truncatingIfNeeded: carry)
    }

    /// `r = a - b` where `a >= b`. Room: the count of `a`. `r` may be `a` or `b`.
    static func subtract(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> Int {
        _ = subtractLimbs(r, a, aCount, b, bCount)
        return normalizedCount(r, aCount)
    }

    /// `r = |a - b|`; also tells whether `a < b`. Room: the larger count. `r` may be `a` or `b`.
    static func difference(
        _ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int
    ) -> (count: Int, isNegative: Bool) {
        let order = compare(a, aCount, b, bCount)
        if order == 0 { return (0, false) }
        return order > 0
            ? (subtract(r, a, aCount, b, bCount), false)
            : (subtract(r, b, bCount, a, aCount), true)
    }

    /// `r = a + b` on `aCount >= bCount` limbs; gives the carry. `r` may be `a` or `b`.
    @discardableResult
    static func addLimbs(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> UInt64 {
        var carry = addLimbs(r, a, b, bCount)
        var index = bCount
        while index < aCount, carry != 0 {
            let (sum, overflow) = a[index].addingReportingOverflow(carry)
            r[index] = sum
            carry = overflow ? 1 : 0
            index &+= 1
        }
        if index < aCount, UnsafePointer(r) != a { (r + index).update(from: a + index, count: aCount &- index) }
        return carry
    }

    /// `r = a - b` on `aCount >= bCount` limbs; gives the borrow. `r` may be `a` or `b`.
    @discardableResult
    static func subtractLimbs(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> UInt64 {
        var borrow = subtractLimbs(r, a, b, bCount)
        var index = bCount
        while index < aCount, borrow != 0 {
            let (rest, overflow) = a[index].subtractingReportingOverflow(borrow)
            r[index] = rest
            borrow = overflow ? 1 : 0
            index &+= 1
        }
        if index < aCount, UnsafePointer(r) != a { (r + index).update(from: a + index, count: aCount &- index) }
        return borrow
    }

    /// `r = a + b` on the same number of limbs; gives the carry.
    static func addLimbs(_ r: Buffer, _ a: Source, _ b: Source, _ count: Int) -> UInt64 {
        var carry: UInt64 = 0
        var index = 0
        while index &+ 4 <= count {
            r[index] = sum(a[index], b[index], &carry)
            r[index &+ 1] = sum(a[index &+ 1], b[index &+ 1], &carry)
            r[index &+ 2] = sum(a[index &+ 2], b[index &+ 2], &carry)
            r[index &+ 3] = sum(a[index &+ 3], b[index &+ 3], &carry)
            index &+= 4
        }
        while index < count {
            r[index] = sum(a[index], b[index], &carry)
            index &+= 1
        }
        return carry
    }

    /// `r = a - b` on the same number of limbs; gives the borrow.
    static func subtractLimbs(_ r: Buffer, _ a: Source, _ b: Source, _ count: Int) -> UInt64 {
        var borrow: UInt64 = 0
        var index = 0
        while index &+ 4 <= count {
            r[index] = rest(a[index], b[index], &borrow)
            r[index &+ 1] = rest(a[index &+ 1], b[index &+ 1], &borrow)
            r[index &+ 2] = rest(a[index &+ 2], b[index &+ 2], &borrow)
            r[index &+ 3] = rest(a[index &+ 3], b[index &+ 3], &borrow)
            index &+= 4
        }
        while index < count {
            r[index] = rest(a[index], b[index], &borrow)
            index &+= 1
        }
        return borrow
    }

    @inline(__always)
    private static func sum(_ a: UInt64, _ b: UInt64, _ carry: inout UInt64) -> UInt64 {
        let (first, overflow) = a.addingReportingOverflow(b)
        let (second, again) = first.addingReportingOverflow(carry)
        carry = (overflow ? 1 : 0) | (again ? 1 : 0)
        return second
    }

    @inline(__always)
    private static func rest(_ a: UInt64, _ b: UInt64, _ borrow: inout UInt64) -> UInt64 {
        let (first, overflow) = a.subtractingReportingOverflow(b)
        let (second, again) = first.subtractingReportingOverflow(borrow)
        borrow = (overflow ? 1 : 0) | (again ? 1 : 0)
        return second
    }

    /// Adds one limb to a number in place; gives the carry.
    @discardableResult @inline(__always)
    static func increaseLimbs(_ r: Buffer, _ count: Int, by limb: UInt64) -> UInt64 {
        var carry = limb
        var index = 0
        while carry != 0, index < count {
            let (sum, overflow) = r[index].addingReportingOverflow(carry)
            r[index] = sum
            carry = overflow ? 1 : 0
            index &+= 1
        }
        return carry
    }

    /// Subtracts one limb from a number in place; gives the borrow.
    @discardableResult @inline(__always)
    static func decreaseLimbs(_ r: Buffer, _ count: Int, by limb: UInt64) -> UInt64 {
        var borrow = limb
        var index = 0
        while borrow != 0, index < count {
            let (rest, overflow) = r[index].subtractingReportingOverflow(borrow)
            r[index] = rest
            borrow = overflow ? 1 : 0
            index &+= 1
        }
        return borrow
    }

    // MARK: Shifts

    /// `r = a << bits`. Room: the count + bits / 64 + 1. `r` may be `a` if `bits < 64`.
    static func shiftLeft(_ r: Buffer, _ a: Source, _ count: Int, by bits: Int) -> Int {
        if count == 0 { return 0 }
        let whole = bits >> 6
        let carry = shiftLeftLimbs(r + whole, a, count, by: bits & 63)
        r.update(repeating: 0, count: whole)
        r[whole &+ count] = carry
        return whole &+ count &+ (carry != 0 ? 1 : 0)
    }

    /// `r = a >> bits`; also tells whether a one was shifted out. Room: the count − bits / 64, at least 0.
    /// `r` may be `a`.
    static func shiftRight(
        _ r: Buffer, _ a: Source, _ count: Int, by bits: Int
    ) -> (count: Int, isInexact: Bool) {
        let whole = bits >> 6
        if whole >= count { return (0, count > 0) }
        var lost: UInt64 = 0
        for index in 0..<whole { lost |= a[index] }
        lost |= shiftRightLimbs(r, a + whole, count &- whole, by: bits & 63)
        return (normalizedCount(r, count &- whole), lost != 0)
    }

    /// Shifts by less than 64 bits; gives the bits that leave at the top.
    static func shiftLeftLimbs(_ r: Buffer, _ a: Source, _ count: Int, by bits: Int) -> UInt64 {
        var index = count
        if bits == 0 {
            while index > 0 {
                index &-= 1
                r[index] = a[index]
            }
            return 0
        }
        let left = UInt64(truncatingIfNeeded: bits)
        let right = 64 &- left
        var above = a[count &- 1]
        let carry = above &>> right
        while index > 1 {
            index &-= 1
            let below = a[index &- 1]
            r[index] = above &<< left | below &>> right
            above = below
        }
        r[0] = above &<< left
        return carry
    }

    /// Shifts by less than 64 bits; gives the bits that leave at the bottom, at the top of a limb.
    static func shiftRightLimbs(_ r: Buffer, _ a: Source, _ count: Int, by bits: Int) -> UInt64 {
        var index = 0
        if bits == 0 {
            while index < count {
                r[index] = a[index]
                index &+= 1
            }
            return 0
        }
        let right = UInt64(truncatingIfNeeded: bits)
        let left = 64 &- right
        var below = a[0]
        let lost = below &<< left
        while index < count &- 1 {
            let above = a[index &+ 1]
            r[index] = below &>> right | above &<< left
            below = above
            index &+= 1
        }
        r[index] = below &>> right
        return lost
    }
}
