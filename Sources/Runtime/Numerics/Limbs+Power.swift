// Powers, roots and divisors: power, power modulo a number, inverse, greatest common divisor, square root.

extension Limbs {
    // MARK: Powers

    /// Room for a power, or nil if it is larger than any number may be.
    static func powerRoom(_ a: Source, _ count: Int, exponent: Int) -> Int? {
        if count == 0 || exponent == 0 || count == 1 && a[0] == 1 { return 2 }
        let (bits, overflow) = bitLength(a, count).multipliedReportingOverflow(by: exponent)
        if overflow || bits / 64 >= maximumCount { return nil }
        return bits / 64 + 2
    }

    /// `r = a ** exponent` for an exponent that is not negative. Room: `powerRoom`.
    static func power(_ r: Buffer, _ a: Source, _ count: Int, exponent: Int) -> Int {
        if exponent == 0 {
            r[0] = 1
            return 1
        }
        if count == 0 { return 0 }
        // Powers of two in the base are shifted in at the end.
        let zeros = trailingZeroBitCount(a, count)
        guard let room = powerRoom(a, count, exponent: exponent) else { return 0 }
        return withScratch(2 * room + count + 2) { scratch in
            let odd = scratch + (2 * room + 2)
            let oddCount = shiftRight(odd, a, count, by: zeros).count
            var current = scratch
            var next = scratch + (room + 1)
            current.update(from: odd, count: oddCount)
            var used = oddCount
            var mask = 1 << (Int.bitWidth - 2 - exponent.leadingZeroBitCount)
            if oddCount == 1, odd[0] == 1 { mask = 0 }
            while mask > 0 {
                used = square(next, current, used)
                swap(&current, &next)
                if exponent & mask != 0 {
                    if oddCount == 1 {
                        used = multiply(current, current, used, by: odd[0])
                    } else {
                        used = multiply(next, current, used, odd, oddCount)
                        swap(&current, &next)
                    }
                }
                mask >>= 1
            }
            return shiftLeft(r, current, used, by: zeros * exponent)
        }
    }

    /// `r = a ** exponent % modulus` for a modulus that is not 0, with a window of up to five bits. Room: the
    /// count of the modulus.
    static func power(
        _ r: Buffer, _ a: Source, _ aCount: Int, exponent: Source, _ exponentCount: Int,
        modulus: Source, _ modulusCount: Int
    ) -> Int {
        if modulusCount == 1, modulus[0] == 1 { return 0 }
        if exponentCount == 0 {
            r[0] = 1
            return 1
        }
        let n = modulusCount
        let bits = bitLength(exponent, exponentCount)
        let window = bits <= 8 ? 1 : bits <= 40 ? 3 : bits <= 300 ? 4 : 5
        let usesMontgomery = modulus[0] & 1 == 1 && n < 200
        // Layout: the powers, n limbs each; the accumulator; a product; a quotient.
        let tableCount = 1 << (window - 1)
        return withScratch((tableCount + 2) * n + max(aCount, 2 * n) + 2 * n + 4 + max(aCount, 2 * n)) { scratch in
            let table = scratch
            let accumulator = table + tableCount * n
            let squareOfBase = accumulator + n
            let product = squareOfBase + n
            let quotient = product + (2 * n + 2)
            var inverse: UInt64 = 0
            if usesMontgomery {
                inverse = modulus[0]
                for _ in 0..<5 { inverse = inverse &* (2 &- modulus[0] &* inverse) }
                inverse = 0 &- inverse
            }
            /// x · y modulo the modulus (over 2^64n in Montgomery's form), all of n limbs.
            func multiplyModulo(_ x: Buffer, _ y: Buffer, into result: Buffer) {
                multiplyLimbs(product, x, n, y, n)
                if usesMontgomery {
                    reduceByMontgomery(result, product, modulus, n, inverse)
                } else {
                    let used = normalizedCount(product, 2 * n)
                    let rest = divide(quotient, result, product, used, modulus, n).remainder
                    (result + rest).update(repeating: 0, count: n - rest)
                }
            }
            // table[i] = a ** (2i + 1)
            var rest = divide(quotient, table, a, aCount, modulus, n).remainder
            if usesMontgomery {
                withScratch(2 * n + 1) { shifted in
                    shifted.update(repeating: 0, count: n)
                    (shifted + n).update(from: table, count: rest)
                    withScratch(2 * n + 1) { q in
                        rest = rest == 0 ? 0 : divide(q, table, shifted, n + rest, modulus, n).remainder
                    }
                }
            }
            (table + rest).update(repeating: 0, count: n - rest)
            if tableCount > 1 {
                multiplyModulo(table, table, into: squareOfBase)
                for index in 1..<tableCount {
                    multiplyModulo(table + (index - 1) * n, squareOfBase, into: table + index * n)
                }
            }
            var position = bits - 1
            var isStarted = false
            while position >= 0 {
                if bit(exponent, exponentCount, at: position) == 0 {
                    multiplyModulo(accumulator, accumulator, into: accumulator)
                    position -= 1
                    continue
                }
                // The longest window that ends in a one.
                var low = max(position - window + 1, 0)
                while bit(exponent, exponentCount, at: low) == 0 { low += 1 }
                var value = 0
                var index = position
                while index >= low {
                    value = value << 1 | Int(bit(exponent, exponentCount, at: index))
                    if isStarted { multiplyModulo(accumulator, accumulator, into: accumulator) }
                    index -= 1
                }
                let factor = table + (value >> 1) * n
                if isStarted {
                    multiplyModulo(accumulator, factor, into: accumulator)
                } else {
                    accumulator.update(from: factor, count: n)
                    isStarted = true
                }
                position = low - 1
            }
            if usesMontgomery {
                product.update(from: accumulator, count: n)
                (product + n).update(repeating: 0, count: n)
                reduceByMontgomery(accumulator, product, modulus, n, inverse)
            }
            r.update(from: accumulator, count: n)
            return normalizedCount(r, n)
        }
    }

    /// Divides `product` (2n limbs, less than modulus · 2^64n) by 2^64n modulo an odd modulus.
    private static func reduceByMontgomery(
        _ r: Buffer, _ product: Buffer, _ modulus: Source, _ n: Int, _ negativeInverse: UInt64
    ) {
        var carry: UInt64 = 0
        for index in 0..<n {
            let factor = product[index] &* negativeInverse
            let above = addProductLimbs(product + index, modulus, n, by: factor)
            let (first, overflow) = product[index &+ n].addingReportingOverflow(above)
            let (second, again) = first.addingReportingOverflow(carry)
            product[index &+ n] = second
            carry = (overflow ? 1 : 0) &+ (again ? 1 : 0)
        }
        if carry != 0 || compareLimbs(product + n, modulus, n) >= 0 {
            _ = subtractLimbs(r, product + n, modulus, n)
        } else {
            r.update(from: product + n, count: n)
        }
    }

    /// The inverse of `a` modulo `modulus`, or nil if they have a common divisor. The modulus is not 0.
    static func inverse(_ a: Natural, modulus: Natural) -> Natural? {
        // Euclid's algorithm with the factors of `a`: r = ±s · a modulo the modulus, the signs alternate. No number here
        // is longer than the modulus; a sum needs one limb more before it is known.
        let room = modulus.count + 2
        let start = a.divided(by: modulus).remainder
        return withScratch(6 * room) { scratch in
            var (r0, r1, r2) = (scratch, scratch + room, scratch + 2 * room)
            var (s0, s1) = (scratch + 3 * room, scratch + 4 * room)
            let quotient = scratch + 5 * room
            modulus.withLimbs { r0.update(from: $0, count: $1) }
            start.withLimbs { r1.update(from: $0, count: $1) }
            var (r0Count, r1Count, s0Count, s1Count) = (modulus.count, start.count, 0, 1)
            s1[0] = 1
            var isNegative = false
            while r1Count > 0 {
                let counts = divide(quotient, r2, r0, r0Count, r1, r1Count)
                (r0, r1, r2) = (r1, r2, r0)
                (r0Count, r1Count) = (r1Count, counts.remainder)
                // s0 + quotient · s1, in the room of s0.
                s0Count = addProduct(s0, s0Count, quotient, counts.quotient, s1, s1Count)
                swap(&s0, &s1)
                swap(&s0Count, &s1Count)
                isNegative.toggle()
            }
            guard r0Count == 1, r0[0] == 1 else { return nil }
            if modulus == Natural(1) { return .zero }
            let factor = Natural(s0, s0Count)
            return isNegative ? factor : modulus - factor
        }
    }

    /// `r += a * b`, by rows; gives the new count. Room: that of the sum and one limb.
    private static func addProduct(
        _ r: Buffer, _ rCount: Int, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int
    ) -> Int {
        let count = max(rCount, aCount + bCount) + 1
        (r + rCount).update(repeating: 0, count: count - rCount)
        for row in 0..<aCount {
            let above = addProductLimbs(r + row, b, bCount, by: a[row])
            increaseLimbs(r + (row + bCount), count - row - bCount, by: above)
        }
        return normalizedCount(r, count)
    }

    // MARK: Greatest common divisor

    static func gcd(_ a: UInt64, _ b: UInt64) -> UInt64 {
        if a == 0 { return b }
        if b == 0 { return a }
        let zeros = (a | b).trailingZeroBitCount
        var a = a >> UInt64(a.trailingZeroBitCount)
        var b = b
        repeat {
            b >>= UInt64(b.trailingZeroBitCount)
            (a, b) = (min(a, b), max(a, b) &- min(a, b))
        } while b != 0
        return a << UInt64(zeros)
    }

    /// The greatest common divisor by Lehmer's algorithm: the steps of Euclid's that the highest 64 bits decide
    /// are done at once. Room: the smaller count, 1 if an operand is zero the other's count.
    static func gcd(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) -> Int {
        if compare(a, aCount, b, bCount) < 0 { return gcd(r, b, bCount, a, aCount) }
        let room = aCount + 2
        return withScratch(5 * room) { scratch in
            var (x, y) = (scratch, scratch + room)
            var (u, v) = (scratch + 2 * room, scratch + 3 * room)
            let quotient = scratch + 4 * room
            x.update(from: a, count: aCount)
            y.update(from: b, count: bCount)
            var (xCount, yCount) = (aCount, bCount)
            while yCount > 1 {
                let steps = lehmerSteps(x, xCount, y, yCount)
                if steps.count == 0 {
                    let rest = divide(quotient, u, x, xCount, y, yCount).remainder
                    (x, y, u) = (y, u, x)
                    (xCount, yCount) = (yCount, rest)
                    continue
                }
                (xCount, yCount) = apply(steps, x, xCount, y, yCount, u, v)
                (x, y, u, v) = (u, v, x, y)
            }
            if yCount == 0 {
                r.update(from: x, count: xCount)
                return xCount
            }
            r[0] = gcd(remainder(x, xCount, by: y[0]), y[0])
            return 1
        }
    }

    /// The matrix of `count` steps of Euclid's algorithm: (a·x − b·y, d·y − c·x), or with x and y exchanged if
    /// the count is odd.
    private typealias Steps = (a: UInt64, b: UInt64, c: UInt64, d: UInt64, count: Int)

    private static func lehmerSteps(_ x: Source, _ xCount: Int, _ y: Source, _ yCount: Int) -> Steps {
        // The highest 62 bits of x, and the bits of y at the same place.
        let bits = bitLength(x, xCount)
        func highest(_ z: Source, _ count: Int) -> Int64 {
            let position = bits - 62
            let index = position >> 6
            let shift = UInt64(position & 63)
            var value = index < count ? z[index] >> shift : 0
            if shift > 0, index + 1 < count { value |= z[index + 1] << (64 - shift) }
            return Int64(bitPattern: value & (1 << 62 - 1))
        }
        var (p, q) = (highest(x, xCount), highest(y, yCount))
        var (a, b, c, d): (Int64, Int64, Int64, Int64) = (1, 0, 0, 1)
        var count = 0
        while q != c {
            let factor = (p + (a - 1)) / (q - c)
            let (first, firstOverflow) = factor.multipliedReportingOverflow(by: d)
            let (second, secondOverflow) = factor.multipliedReportingOverflow(by: c)
            if firstOverflow || secondOverflow { break }
            let (s, thirdOverflow) = b.addingReportingOverflow(first)
            let (t, fourthOverflow) = a.addingReportingOverflow(second)
            let rest = p &- factor &* q
            if thirdOverflow || fourthOverflow || s > rest { break }
            (p, q) = (q, rest)
            (a, b, c, d) = (d, c, s, t)
            count += 1
        }
        return (UInt64(a), UInt64(b), UInt64(c), UInt64(d), count)
    }

    private static func apply(
        _ steps: Steps, _ x: Source, _ xCount: Int, _ y: Source, _ yCount: Int, _ u: Buffer, _ v: Buffer
    ) -> (Int, Int) {
        func combine(_ r: Buffer, _ p: Source, _ pCount: Int, _ f: UInt64, _ q: Source, _ qCount: Int, _ g: UInt64)
            -> Int
        {
            // r = f·p − g·q, which is not negative
            let count = max(pCount, qCount)
            r.update(repeating: 0, count: count + 1)
            r[pCount] = multiplyLimbs(r, p, pCount, by: f)
            let borrow = subtractProductLimbs(r, q, qCount, by: g)
            _ = decreaseLimbs(r + qCount, count + 1 - qCount, by: borrow)
            return normalizedCount(r, count + 1)
        }
        if steps.count & 1 == 1 {
            return (
                combine(u, y, yCount, steps.a, x, xCount, steps.b),
                combine(v, x, xCount, steps.d, y, yCount, steps.c)
            )
        }
        return (
            combine(u, x, xCount, steps.a, y, yCount, steps.b),
            combine(v, y, yCount, steps.d, x, xCount, steps.c)
        )
    }

    // MARK: Square root

    /// ⌊√a⌋, with a precision that doubles (the method of CPython's `math.isqrt`, proven there).
    static func squareRoot(_ a: Natural) -> Natural {
        if a.isZero { return a }
        let c = (a.bitLength - 1) / 2
        var d = 0
        var s = Int.bitWidth - c.leadingZeroBitCount
        // As long as everything fits in a limb:
        var small: UInt64 = 1
        while s > 0, c >> (s - 1) < 32 {
            s -= 1
            let e = d
            d = c >> s
            let high = a.withLimbs { limb($0, $1, at: 2 * c - e - d + 1) }
            small = small << UInt64(d - e - 1) + high / small
        }
        var root = Natural(small)
        while s > 0 {
            s -= 1
            let e = d
            d = c >> s
            root = (root << (d - e - 1)) + (a >> (2 * c - e - d + 1)).divided(by: root).quotient
        }
        return a < root * root ? root - Natural(1) : root
    }
}
