/// The functions of `math` that work on ints.
extension MathModule {
    // MARK: Products

    static func factorial(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let number = try m.index(a[0])
        if m.isNegative(number) { throw m.raise(.valueError, "factorial() not defined for negative values") }
        guard let n = m.intValue(number) else {
            throw m.raise(.overflowError, "factorial() argument should not exceed \(Int.max)")
        }
        if n > 1 << 30 { throw m.raiseMemoryError() }
        return try product(m, from: 1, to: n)
    }

    /// The product of a row of positive words, by halves so that the factors have about the same size.
    private static func product(_ m: Machine, from first: Int, to last: Int) throws(Raise) -> Value {
        if last < first { return Value(small: 1) }
        if last - first < 16 {
            var word: UInt64 = 1
            var result = Value(small: 1)
            for factor in first...last {
                let (product, overflow) = word.multipliedReportingOverflow(by: UInt64(factor))
                if overflow {
                    result = try m.intBinary(.multiply, result, m.int(word))
                    word = UInt64(factor)
                } else {
                    word = product
                }
            }
            return result == Value(small: 1) ? m.int(word) : try m.intBinary(.multiply, result, m.int(word))
        }
        let middle = first + (last - first) / 2
        return try m.intBinary(
            .multiply, try product(m, from: first, to: middle), try product(m, from: middle + 1, to: last))
    }

    static func permutations(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.optional(1).isUnbound || a[1].isNone {
            return try factorial(m, Arguments(base: a.base, count: 1))
        }
        let n = try m.index(a[0])
        let k = try m.index(a[1])
        try checkNotNegative(m, n, k)
        if m.compareInts(n, k) < 0 { return Value(small: 0) }
        guard let count = m.intValue(k) else {
            throw m.raise(.overflowError, "k must not exceed \(Int.max)")
        }
        return try falling(m, n, count)
    }

    private static func checkNotNegative(_ m: Machine, _ n: Value, _ k: Value) throws(Raise) {
        if m.isNegative(n) { throw m.raise(.valueError, "n must be a non-negative integer") }
        if m.isNegative(k) { throw m.raise(.valueError, "k must be a non-negative integer") }
    }

    /// n (n − 1) … (n − k + 1)
    private static func falling(_ m: Machine, _ n: Value, _ k: Int) throws(Raise) -> Value {
        if k == 0 { return Value(small: 1) }
        if let word = m.intValue(n) { return try product(m, from: word - k + 1, to: word) }
        if k == 1 { return n }
        let half = k / 2
        let rest = try m.intBinary(.subtract, n, m.int(half))
        return try m.intBinary(.multiply, try falling(m, n, half), try falling(m, rest, k - half))
    }

    static func combinations(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let n = try m.index(a[0])
        var k = try m.index(a[1])
        try checkNotNegative(m, n, k)
        let rest = try m.intBinary(.subtract, n, k)
        if m.isNegative(rest) { return Value(small: 0) }
        if m.compareInts(rest, k) < 0 { k = rest }
        guard let count = m.intValue(k) else {
            throw m.raise(.overflowError, "min(n - k, k) must not exceed \(Int.max)")
        }
        return try choose(m, n, count)
    }

    /// The binomial coefficient, by C(n, k) = C(n, j) · C(n − j, k − j) / C(k, j).
    private static func choose(_ m: Machine, _ n: Value, _ k: Int) throws(Raise) -> Value {
        if k == 0 { return Value(small: 1) }
        if k < 24 {
            return try m.intBinary(.floorDivide, try falling(m, n, k), try product(m, from: 1, to: k))
        }
        let half = k / 2
        let first = try choose(m, n, half)
        let second = try choose(m, try m.intBinary(.subtract, n, m.int(half)), k - half)
        return try m.intBinary(
            .floorDivide, try m.intBinary(.multiply, first, second), try choose(m, m.int(k), half))
    }

    // MARK: Divisors

    static func gcd(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "math.gcd() takes no keyword arguments") }
        var result = Value(small: 0)
        for index in 0..<a.count {
            let number = try m.index(a[index])
            result = try greatestDivisor(m, result, number)
        }
        return result
    }

    /// The greatest common divisor of two ints.
    static func greatestDivisor(_ m: Machine, _ a: Value, _ b: Value) throws(Raise) -> Value {
        if let x = m.intValue(a), let y = m.intValue(b) {
            return m.int(Limbs.gcd(UInt64(x.magnitude), UInt64(y.magnitude)))
        }
        if m.isZero(a) { return try m.absolute(b) }
        if m.isZero(b) { return try m.absolute(a) }
        let room = max(
            m.withMagnitude(a) { _, count, _ in count }, m.withMagnitude(b) { _, count, _ in count })
        return try m.makeInt(room: room) { result in
            m.withMagnitude(a) { aLimbs, aCount, _ in
                m.withMagnitude(b) { bLimbs, bCount, _ in (Limbs.gcd(result, aLimbs, aCount, bLimbs, bCount), false) }
            }
        }
    }

    static func lcm(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "math.lcm() takes no keyword arguments") }
        var result = Value(small: 1)
        for index in 0..<a.count {
            let number = try m.index(a[index])
            if m.isZero(result) || m.isZero(number) {
                result = Value(small: 0)
                continue
            }
            let divisor = try greatestDivisor(m, result, number)
            result = try m.absolute(
                try m.intBinary(.multiply, try m.intBinary(.floorDivide, result, divisor), number))
        }
        return result
    }

    static func integerSquareRoot(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let number = try m.index(a[0])
        if m.isNegative(number) { throw m.raise(.valueError, "isqrt() argument must be nonnegative") }
        if let word = m.intValue(number) {
            var root = Int(Double(word).squareRoot())
            while root > 3_037_000_499 || root * root > word { root -= 1 }
            while root < 3_037_000_499, (root + 1) * (root + 1) <= word { root += 1 }
            return m.int(root)
        }
        return try m.int(Limbs.squareRoot(m.natural(number)))
    }
}
