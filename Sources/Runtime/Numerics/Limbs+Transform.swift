// Products of very long magnitudes: a convolution of their limbs by number theoretic transforms modulo three
// primes of 62 bits, put together by the Chinese remainder theorem. A sum of n products of limbs is less than
// n · 2¹²⁸ and the product of the primes has 186 bits, so it is exact for every length that fits in memory.
//
// The butterflies are Harvey's (Faster arithmetic for number-theoretic transforms, 2012): residues stay below
// 2p or 4p, and a root w comes with ⌊w · 2⁶⁴ / p⌋, which replaces the division.

extension Limbs {
    /// One prime with what its transforms need.
    private struct Field {
        let prime: UInt64
        let generator: UInt64
        /// −1 / prime modulo 2⁶⁴, for Montgomery's reduction.
        let negativeInverse: UInt64

        init(prime: UInt64, generator: UInt64) {
            self.prime = prime
            self.generator = generator
            var inverse = prime
            for _ in 0..<5 { inverse = inverse &* (2 &- prime &* inverse) }
            negativeInverse = 0 &- inverse
        }

        /// ⌊w · 2⁶⁴ / p⌋
        @inline(__always)
        func quotient(_ w: UInt64) -> UInt64 { prime.dividingFullWidth((w, 0)).quotient }

        /// `x * w` modulo p, below 2p, for any `x`.
        @inline(__always)
        func multiply(_ x: UInt64, _ w: UInt64, _ quotient: UInt64) -> UInt64 {
            w &* x &- x.multipliedFullWidth(by: quotient).high &* prime
        }

        /// `x * y` modulo p, exactly; a slow general product.
        func product(_ x: UInt64, _ y: UInt64) -> UInt64 {
            let full = x.multipliedFullWidth(by: y)
            return prime.dividingFullWidth((full.high % prime, full.low)).remainder
        }

        func power(_ x: UInt64, _ exponent: UInt64) -> UInt64 {
            var result: UInt64 = 1
            var base = x
            var exponent = exponent
            while exponent > 0 {
                if exponent & 1 == 1 { result = product(result, base) }
                base = product(base, base)
                exponent >>= 1
            }
            return result
        }

        /// `x * y / 2⁶⁴` modulo p, below 2p, for `x * y < p · 2⁶⁴`.
        @inline(__always)
        func montgomery(_ x: UInt64, _ y: UInt64) -> UInt64 {
            let full = x.multipliedFullWidth(by: y)
            let factor = full.low &* negativeInverse
            // The low halves add up to 0 or 2⁶⁴.
            return full.high &+ factor.multipliedFullWidth(by: prime).high &+ (full.low != 0 ? 1 : 0)
        }
    }

    private static func field(_ number: Int) -> Field {
        switch number {
        case 0: Field(prime: 0x3fff_c000_0000_0001, generator: 11)
        case 1: Field(prime: 0x3fff_8400_0000_0001, generator: 19)
        default: Field(prime: 0x3fff_8100_0000_0001, generator: 5)
        }
    }

    /// `r = a * b`, writing the sum of the counts.
    static func multiplyByTransform(_ r: Buffer, _ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int) {
        let count = aCount &+ bCount
        var size = 1
        while size < count { size <<= 1 }
        let isSquare = a == b && aCount == bCount
        withScratch(5 &* size) { room in
            let second = room + 3 &* size
            for number in 0..<3 {
                let field = field(number)
                let residues = room + number &* size
                withScratch(2 &* size) { roots in
                    makeRoots(roots, size, field)
                    load(residues, a, aCount, size, field)
                    transform(residues, size, roots, size, field)
                    if isSquare {
                        multiplyPointwise(residues, residues, size, field)
                    } else {
                        load(second, b, bCount, size, field)
                        transform(second, size, roots, size, field)
                        multiplyPointwise(residues, second, size, field)
                    }
                    transformBack(residues, size, roots, size, field)
                    scale(residues, count, size, field)
                }
            }
            combine(r, count, room, size)
        }
    }

    /// For each half length h the powers of the root of order 2h at h, their quotients `size` limbs behind.
    private static func makeRoots(_ roots: Buffer, _ size: Int, _ field: Field) {
        let quotients = roots + size
        let half = size / 2
        if half == 0 { return }
        let root = field.power(field.generator, (field.prime &- 1) / UInt64(size))
        let rootQuotient = field.quotient(root)
        var power: UInt64 = 1
        for index in half..<size {
            roots[index] = power
            quotients[index] = field.quotient(power)
            power = field.multiply(power, root, rootQuotient)
            if power >= field.prime { power &-= field.prime }
        }
        var level = half / 2
        while level > 0 {
            for index in 0..<level {
                roots[level &+ index] = roots[2 &* (level &+ index)]
                quotients[level &+ index] = quotients[2 &* (level &+ index)]
            }
            level /= 2
        }
    }

    /// The limbs as residues below 2p, filled up with zeros. 2⁶⁴ is less than 4p + 2p.
    private static func load(_ residues: Buffer, _ a: Source, _ count: Int, _ size: Int, _ field: Field) {
        let double = 2 &* field.prime
        for index in 0..<count {
            var limb = a[index]
            if limb >= double { limb &-= double }
            if limb >= double { limb &-= double }
            residues[index] = limb
        }
        (residues + count).update(repeating: 0, count: size &- count)
    }

    /// The transform, in natural order to bit-reversed order; residues below 2p before and after.
    private static func transform(
        _ x: Buffer, _ size: Int, _ roots: Source, _ stride: Int, _ field: Field
    ) {
        // The upper levels of long transforms go depth first, so that the lower ones stay in the cache.
        if size > 4096 {
            forwardLevel(x, size, roots, stride, field)
            transform(x, size / 2, roots, stride, field)
            transform(x + size / 2, size / 2, roots, stride, field)
            return
        }
        var length = size
        while length > 1 {
            var start = 0
            while start < size {
                forwardLevel(x + start, length, roots, stride, field)
                start &+= length
            }
            length /= 2
        }
    }

    @inline(__always)
    private static func forwardLevel(
        _ x: Buffer, _ length: Int, _ roots: Source, _ stride: Int, _ field: Field
    ) {
        let half = length / 2
        let double = 2 &* field.prime
        let y = x + half
        let w = roots + half
        let q = roots + stride + half
        var index = 0
        while index < half {
            let first = x[index]
            let second = y[index]
            let sum = first &+ second
            x[index] = sum >= double ? sum &- double : sum
            y[index] = field.multiply(first &- second &+ double, w[index], q[index])
            index &+= 1
        }
    }

    /// The inverse transform times its size, in bit-reversed order to natural order; residues below 2p before,
    /// below 4p after.
    private static func transformBack(
        _ x: Buffer, _ size: Int, _ roots: Source, _ stride: Int, _ field: Field
    ) {
        if size > 4096 {
            transformBack(x, size / 2, roots, stride, field)
            transformBack(x + size / 2, size / 2, roots, stride, field)
            backwardLevel(x, size, roots, stride, field)
            return
        }
        var length = 2
        while length <= size {
            var start = 0
            while start < size {
                backwardLevel(x + start, length, roots, stride, field)
                start &+= length
            }
            length &*= 2
        }
    }

    @inline(__always)
    private static func backwardLevel(
        _ x: Buffer, _ length: Int, _ roots: Source, _ stride: Int, _ field: Field
    ) {
        let half = length / 2
        let double = 2 &* field.prime
        let y = x + half
        // w⁻ⁱ = −wʰ⁻ⁱ for the root of order 2h; the quotient of p − w is the complement of that of w.
        let first = x[0] >= double ? x[0] &- double : x[0]
        let second = y[0] >= double ? y[0] &- double : y[0]
        x[0] = first &+ second
        y[0] = first &- second &+ double
        let w = roots + length
        let q = roots + stride + length
        var index = 1
        while index < half {
            let lower = x[index] >= double ? x[index] &- double : x[index]
            let turned = field.multiply(y[index], field.prime &- w[0 &- index], ~q[0 &- index])
            x[index] = lower &+ turned
            y[index] = lower &- turned &+ double
            index &+= 1
        }
    }

    private static func multiplyPointwise(_ x: Buffer, _ y: Source, _ size: Int, _ field: Field) {
        let double = 2 &* field.prime
        for index in 0..<size {
            let product = field.montgomery(x[index], y[index])
            x[index] = product >= double ? product &- double : product
        }
    }

    /// Divides by the size of the transform and by what Montgomery's reduction left; residues below p.
    private static func scale(_ x: Buffer, _ count: Int, _ size: Int, _ field: Field) {
        let power = field.prime.dividingFullWidth((1, 0)).remainder
        let inverse = field.power(UInt64(size), field.prime &- 2)
        let factor = field.product(power, inverse)
        let quotient = field.quotient(factor)
        for index in 0..<count {
            let residue = field.multiply(x[index], factor, quotient)
            x[index] = residue >= field.prime ? residue &- field.prime : residue
        }
    }

    /// Finds each sum from its three residues (Garner's method) and adds them up as limbs.
    private static func combine(_ r: Buffer, _ count: Int, _ residues: Source, _ size: Int) {
        let (f1, f2, f3) = (field(0), field(1), field(2))
        let p12 = f1.prime.multipliedFullWidth(by: f2.prime)
        let inverse12 = f2.power(f1.prime % f2.prime, f2.prime &- 2)
        let inverse12Quotient = f2.quotient(inverse12)
        let inverse13 = f3.power(f1.prime % f3.prime, f3.prime &- 2)
        let inverse23 = f3.power(f2.prime % f3.prime, f3.prime &- 2)
        let inverse123 = f3.product(inverse13, inverse23)
        let inverse123Quotient = f3.quotient(inverse123)
        let inverse23Quotient = f3.quotient(inverse23)
        var low: UInt64 = 0
        var middle: UInt64 = 0
        var high: UInt64 = 0
        for index in 0..<count {
            let r1 = residues[index]
            let r2 = residues[size &+ index]
            let r3 = residues[2 &* size &+ index]
            // All three primes lie within 2⁴⁷ of each other: one subtraction reduces.
            let d2 = r2 &+ 2 &* f2.prime &- r1
            var v2 = f2.multiply(d2, inverse12, inverse12Quotient)
            if v2 >= f2.prime { v2 &-= f2.prime }
            let d3 = r3 &+ 2 &* f3.prime &- r1
            let t3 = f3.multiply(d3, inverse123, inverse123Quotient)
            let s3 = f3.multiply(v2, inverse23, inverse23Quotient)
            var v3 = t3 &+ 2 &* f3.prime &- s3
            if v3 >= 2 &* f3.prime { v3 &-= 2 &* f3.prime }
            if v3 >= f3.prime { v3 &-= f3.prime }
            // x = r1 + v2 · p1 + v3 · p1 · p2, three limbs
            let second = v2.multipliedFullWidth(by: f1.prime)
            let thirdLow = v3.multipliedFullWidth(by: p12.low)
            let thirdHigh = v3.multipliedFullWidth(by: p12.high)
            var carry: UInt64 = 0
            let x0 = add(r1, second.low, 0, &carry)
            let x1 = add(second.high, thirdHigh.low, carry, &carry)
            var x2 = thirdHigh.high &+ carry
            let y0 = add(x0, thirdLow.low, 0, &carry)
            let y1 = add(x1, thirdLow.high, carry, &carry)
            x2 &+= carry
            r[index] = add(y0, low, 0, &carry)
            low = add(y1, middle, carry, &carry)
            middle = add(x2, high, carry, &carry)
            high = carry
        }
    }

    @inline(__always)
    private static func add(_ a: UInt64, _ b: UInt64, _ carryIn: UInt64, _ carryOut: inout UInt64) -> UInt64 {
        let (first, overflow) = a.addingReportingOverflow(b)
        let (second, again) = first.addingReportingOverflow(carryIn)
        carryOut = (overflow ? 1 : 0) &+ (again ? 1 : 0)
        return second
    }
}
