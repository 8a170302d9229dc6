// Products: the school method, Karatsuba's above it, and number theoretic transforms for the largest. The
// thresholds were measured.

extension Limbs {
    /// From this count of the smaller factor on, Karatsuba's method is used.
    static let karatsubaThreshold = 32
    /// From this count on, squares use Karatsuba's method.
    static let karatsubaSquareThreshold = 48
    /// From this count of the smaller factor on, transforms are used where their length fits well.
    static let transformThreshold = 850
    /// From this count on, transforms are used in any case.
    static let certainTransformThreshold = 2200

    /// `r = a * b`. Room: the sum of the counts.
    static func multiply(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> Int {
        if aCount == 0 || bCount == 0 { return 0 }
        multiplyLimbs(r, a, aCount, b, bCount)
        let count = aCount &+ bCount
        return r[count &- 1] == 0 ? count &- 1 : count
    }

    /// `r = a * a`. Room: twice the count.
    static func square(_ r: Buffer, _ a: Source, _ count: Int) -> Int {
        multiply(r, a, count, a, count)
    }

    /// `r = a * limb`. Room: the count + 1. `r` may be `a`.
    static func multiply(_ r: Buffer, _ a: Source, _ count: Int, by limb: UInt64) -> Int {
        if limb == 0 { return 0 }
        let carry = multiplyLimbs(r, a, count, by: limb)
        r[count] = carry
        return count &+ (carry != 0 ? 1 : 0)
    }

    /// `r = a * b`, writing the sum of the counts, which are not 0; operands need not be normalized.
    static func multiplyLimbs(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) {
        if aCount < bCount { return multiplyLimbs(r, b, bCount, a, aCount) }
        if a == b, aCount == bCount { return squareLimbs(r, a, aCount) }
        if bCount < karatsubaThreshold { return multiplyBySchool(r, a, aCount, b, bCount) }
        if isForTransform(aCount, bCount) {
            return multiplyByTransform(r, a, aCount, b, bCount)
        }
        if bCount &* 2 <= aCount &+ 1 { return multiplyInPieces(r, a, aCount, b, bCount) }
        withScratch(karatsubaRoom(aCount)) { multiplyByKaratsuba(r, a, aCount, b, bCount, $0) }
    }

    /// Whether transforms are faster: their length is a power of two, of which enough must be used.
    private static func isForTransform(_ aCount: Int, _ bCount: Int) -> Bool {
        if bCount < transformThreshold || aCount >= 8 &* bCount { return false }
        if bCount >= certainTransformThreshold { return true }
        let count = aCount &+ bCount
        let size = 1 << (Int.bitWidth &- (count &- 1).leadingZeroBitCount)
        return count &* 20 >= size &* 13
    }

    private static func squareLimbs(_ r: Buffer, _ a: Source, _ count: Int) {
        if count < karatsubaSquareThreshold { return squareBySchool(r, a, count) }
        if isForTransform(count, count) { return multiplyByTransform(r, a, count, a, count) }
        withScratch(karatsubaRoom(count)) { squareByKaratsuba(r, a, count, $0) }
    }

    /// One factor is much longer: it is cut in pieces as long as the other.
    private static func multiplyInPieces(
        _ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int
    ) {
        multiplyLimbs(r, a, bCount, b, bCount)
        (r + 2 &* bCount).update(repeating: 0, count: aCount &- bCount)
        withScratch(2 &* bCount) { product in
            var done = bCount
            while done < aCount {
                let piece = min(bCount, aCount &- done)
                multiplyLimbs(product, a + done, piece, b, bCount)
                addLimbs(r + done, r + done, aCount &+ bCount &- done, product, piece &+ bCount)
                done &+= piece
            }
        }
    }

    // MARK: Single limbs

    /// The low half of `a * b + addend + carry`; the high half becomes the carry.
    @inline(__always)
    static func multiplyAdd(_ a: UInt64, _ b: UInt64, _ addend: UInt64, _ carry: inout UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        let (first, overflow) = product.low.addingReportingOverflow(addend)
        let (second, again) = first.addingReportingOverflow(carry)
        carry = product.high &+ (overflow ? 1 : 0) &+ (again ? 1 : 0)
        return second
    }

    /// `r = a * limb + carry`; gives the limb above.
    @discardableResult
    static func multiplyLimbs(
        _ r: Buffer, _ a: Source, _ count: Int, by limb: UInt64, carry: UInt64 = 0
    ) -> UInt64 {
        var carry = carry
        var index = 0
        while index &+ 4 <= count {
            r[index] = multiplyAdd(a[index], limb, 0, &carry)
            r[index &+ 1] = multiplyAdd(a[index &+ 1], limb, 0, &carry)
            r[index &+ 2] = multiplyAdd(a[index &+ 2], limb, 0, &carry)
            r[index &+ 3] = multiplyAdd(a[index &+ 3], limb, 0, &carry)
            index &+= 4
        }
        while index < count {
            r[index] = multiplyAdd(a[index], limb, 0, &carry)
            index &+= 1
        }
        return carry
    }

    /// `r += a * limb` on as many limbs as `a` has; gives the limb above.
    @discardableResult
    static func addProductLimbs(_ r: Buffer, _ a: Source, _ count: Int, by limb: UInt64) -> UInt64 {
        var carry: UInt64 = 0
        var index = 0
        while index &+ 4 <= count {
            r[index] = multiplyAdd(a[index], limb, r[index], &carry)
            r[index &+ 1] = multiplyAdd(a[index &+ 1], limb, r[index &+ 1], &carry)
            r[index &+ 2] = multiplyAdd(a[index &+ 2], limb, r[index &+ 2], &carry)
            r[index &+ 3] = multiplyAdd(a[index &+ 3], limb, r[index &+ 3], &carry)
            index &+= 4
        }
        while index < count {
            r[index] = multiplyAdd(a[index], limb, r[index], &carry)
            index &+= 1
        }
        return carry
    }

    /// `r -= a * limb` on as many limbs as `a` has; gives the limb to borrow from above.
    @discardableResult
    static func subtractProductLimbs(_ r: Buffer, _ a: Source, _ count: Int, by limb: UInt64) -> UInt64 {
        var borrow: UInt64 = 0
        var index = 0
        while index < count {
            let low = multiplyAdd(a[index], limb, 0, &borrow)
            let (rest, overflow) = r[index].subtractingReportingOverflow(low)
            r[index] = rest
            borrow &+= overflow ? 1 : 0
            index &+= 1
        }
        return borrow
    }

    // MARK: The school method

    static func multiplyBySchool(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) {
        r[aCount] = multiplyLimbs(r, a, aCount, by: b[0])
        var row = 1
        while row < bCount {
            r[row &+ aCount] = addProductLimbs(r + row, a, aCount, by: b[row])
            row &+= 1
        }
    }

    /// The products of different limbs once, doubled, and the squares of the limbs.
    private static func squareBySchool(_ r: Buffer, _ a: Source, _ count: Int) {
        if count == 1 {
            let product = a[0].multipliedFullWidth(by: a[0])
            r[0] = product.low
            r[1] = product.high
            return
        }
        r[0] = 0
        r[count] = multiplyLimbs(r + 1, a + 1, count &- 1, by: a[0])
        var row = 1
        while row < count &- 1 {
            r[count &+ row] = addProductLimbs(r + (2 &* row &+ 1), a + (row &+ 1), count &- row &- 1, by: a[row])
            row &+= 1
        }
        r[2 &* count &- 1] = 0
        var carry: UInt64 = 0
        var top: UInt64 = 0
        for index in 0..<count {
            let product = a[index].multipliedFullWidth(by: a[index])
            let low = r[2 &* index]
            let high = r[2 &* index &+ 1]
            let (first, overflow) = product.low.addingReportingOverflow(low &<< 1 | top)
            let (second, again) = first.addingReportingOverflow(carry)
            r[2 &* index] = second
            // The high limb of a square leaves room for one carry.
            let above = product.high &+ (overflow ? 1 : 0)
            let (third, beyond) = above.addingReportingOverflow(high &<< 1 | low &>> 63)
            let (fourth, further) = third.addingReportingOverflow(again ? 1 : 0)
            r[2 &* index &+ 1] = fourth
            carry = (beyond ? 1 : 0) | (further ? 1 : 0)
            top = high &>> 63
        }
    }

    // MARK: Karatsuba's method
    //
    // With a = a₁·B + a₀ and b = b₁·B + b₀:
    // a·b = a₁b₁·B² + (a₁b₁ + a₀b₀ − (a₀ − a₁)(b₀ − b₁))·B + a₀b₀.

    private static func karatsubaRoom(_ count: Int) -> Int { 4 &* count &+ 512 }

    /// Needs `bCount <= aCount < 2 * bCount` at the top; below that it chooses again.
    private static func multiplyByKaratsuba(
        _ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int, _ scratch: Buffer
    ) {
        let half = (aCount &+ 1) / 2
        if bCount < karatsubaThreshold { return multiplyBySchool(r, a, aCount, b, bCount) }
        if bCount <= half { return multiplyInPieces(r, a, aCount, b, bCount) }
        let middle = scratch
        let rest = scratch + (4 &* half &+ 2)
        let isANegative = absoluteDifference(r, a, half, a + half, aCount &- half)
        let isBNegative = absoluteDifference(r + half, b, half, b + half, bCount &- half)
        multiplyByKaratsuba(middle, r, half, r + half, half, rest)
        multiplyByKaratsuba(r, a, half, b, half, rest)
        let high = r + 2 &* half
        let highCount = aCount &+ bCount &- 2 &* half
        multiplyByKaratsuba(high, a + half, aCount &- half, b + half, bCount &- half, rest)
        addMiddle(r, half, high, highCount, middle, isNegative: isANegative == isBNegative)
    }

    private static func squareByKaratsuba(_ r: Buffer, _ a: Source, _ count: Int, _ scratch: Buffer) {
        if count < karatsubaSquareThreshold { return squareBySchool(r, a, count) }
        let half = (count &+ 1) / 2
        let middle = scratch
        let rest = scratch + (4 &* half &+ 2)
        _ = absoluteDifference(r, a, half, a + half, count &- half)
        squareByKaratsuba(middle, r, half, rest)
        squareByKaratsuba(r, a, half, rest)
        let high = r + 2 &* half
        squareByKaratsuba(high, a + half, count &- half, rest)
        addMiddle(r, half, high, 2 &* (count &- half), middle, isNegative: true)
    }

    /// Adds (high + low ± middle) · Bʰ to the product; `middle` has room for twice 2h + 1 limbs.
    @inline(__always)
    private static func addMiddle(
        _ r: Buffer, _ half: Int, _ high: Buffer, _ highCount: Int, _ middle: Buffer, isNegative: Bool
    ) {
        let total = middle + 2 &* half
        total[2 &* half] = addLimbs(total, r, 2 &* half, high, highCount)
        if isNegative {
            subtractLimbs(total, total, 2 &* half &+ 1, middle, 2 &* half)
        } else {
            addLimbs(total, total, 2 &* half &+ 1, middle, 2 &* half)
        }
        let room = half &+ highCount
        addLimbs(r + half, r + half, room, total, min(2 &* half &+ 1, room))
    }

    /// `r = |a - b|` on `aCount >= bCount` limbs; tells whether `a < b`.
    private static func absoluteDifference(
        _ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int
    ) -> Bool {
        let a1 = normalizedCount(a, aCount)
        let b1 = normalizedCount(b, bCount)
        let (count, isNegative) = difference(r, a, a1, b, b1)
        (r + count).update(repeating: 0, count: aCount &- count)
        return isNegative
    }
}
