/// Sums and norms without loss of precision.
extension MathModule {
    // MARK: Exact sums

    /// Shewchuk's algorithm: the sum so far is that of floats whose bits do not overlap, in increasing size.
    static func fsum(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var partials: [Double] = []
        var special = 0.0
        var infinities = 0.0
        try m.iterate(a[0]) { (item) throws(Raise) in
            var x = try m.floatArgument(item)
            let original = x
            var kept = 0
            for index in 0..<partials.count {
                var y = partials[index]
                if x.magnitude < y.magnitude { swap(&x, &y) }
                let sum = x + y
                let rest = y - (sum - x)
                if rest != 0 {
                    partials[kept] = rest
                    kept += 1
                }
                x = sum
            }
            partials.removeLast(partials.count - kept)
            if x != 0 {
                if !x.isFinite {
                    if original.isFinite { throw m.raise(.overflowError, "intermediate overflow in fsum") }
                    if original.isInfinite { infinities += original }
                    special += original
                    partials.removeAll()
                } else {
                    partials.append(x)
                }
            }
            return true
        }
        if special != 0 || special.isNaN {
            if infinities.isNaN { throw m.raise(.valueError, "-inf + inf in fsum") }
            return Value(special)
        }
        guard var high = partials.popLast() else { return Value(0.0) }
        var low = 0.0
        while let y = partials.popLast() {
            let x = high
            high = x + y
            low = y - (high - x)
            if low != 0 { break }
        }
        // Round half to even on the exact sum: what is below decides a tie.
        if let below = partials.last, low < 0 && below < 0 || low > 0 && below > 0 {
            let doubled = low * 2
            let x = high + doubled
            if doubled == x - high { high = x }
        }
        return Value(high)
    }

    // MARK: Products

    static func product(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var result = a[1].isBound ? a[1] : Value(small: 1)
        try m.iterate(a[0]) { (item) throws(Raise) in
            result =
                m.isPlainNumber(result) && m.isPlainNumber(item)
                ? try m.numberBinary(.multiply, result, item) : try m.binary(.multiply, result, item)
            return true
        }
        return result
    }

    /// A sum of two floats with the rounding error.
    @inline(__always)
    private static func exactSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
        let sum = a + b
        let part = sum - a
        return (sum, (a - (sum - part)) + (b - part))
    }

    /// The same for `|a| >= |b|`.
    @inline(__always)
    private static func fastSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
        let sum = a + b
        return (sum, (a - sum) + b)
    }

    @inline(__always)
    private static func exactProduct(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
        let product = a * b
        return (product, (-product).addingProduct(a, b))
    }

    /// Ints are added exactly, runs of floats with three times their precision, anything else by its own methods.
    static func sumOfProducts(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let first = Tuple(try m.tupleFromIterable(a[0]))
        let second = Tuple(try m.tupleFromIterable(a[1]))
        var total = Value(small: 0)
        var usesFloats = true
        var hasFloats = false
        var sum = (high: 0.0, low: 0.0, tiny: 0.0)
        func addFloats() throws(Raise) {
            guard hasFloats else { return }
            hasFloats = false
            let last = exactSum(sum.low, sum.high)
            total = try m.binary(.add, total, Value(sum.tiny + last.low + last.high))
        }
        for index in 0..<min(first.count, second.count) {
            let (x, y) = (first[index], second[index])
            let isFirstFloat = x.isDouble
            let isSecondFloat = y.isDouble
            if usesFloats, isFirstFloat || isSecondFloat, isFirstFloat || m.isInt(x), isSecondFloat || m.isInt(y) {
                let (p, q) = (try m.floatArgument(x), try m.floatArgument(y))
                let product = exactProduct(p, q)
                let upper = exactSum(sum.high, product.high)
                let lower = exactSum(sum.low, product.low)
                let middle = exactSum(lower.high, upper.low)
                let next = (high: upper.high, low: middle.high, tiny: sum.tiny + lower.low + middle.low)
                if next.high.isFinite {
                    sum = next
                    hasFloats = true
                    continue
                }
                try addFloats()
                usesFloats = false
            } else if !(m.isPlainNumber(x) && m.isPlainNumber(y)), hasFloats {
                try addFloats()
                usesFloats = false
            }
            total = try m.binary(.add, total, try m.binary(.multiply, x, y))
        }
        if first.count != second.count { throw m.raise(.valueError, "Inputs are not the same length") }
        try addFloats()
        return total
    }

    // MARK: Norms

    static func hypot(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "math.hypot() takes no keyword arguments") }
        var values: [Double] = []
        for index in 0..<a.count { values.append(try m.floatArgument(a[index]).magnitude) }
        return Value(norm(&values))
    }

    static func distance(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let first = Tuple(try m.tupleFromIterable(a[0]))
        let second = Tuple(try m.tupleFromIterable(a[1]))
        if first.count != second.count {
            throw m.raise(.valueError, "both points must have the same number of dimensions")
        }
        var values: [Double] = []
        for index in 0..<first.count {
            let x = try m.floatArgument(first[index])
            values.append((x - (try m.floatArgument(second[index]))).magnitude)
        }
        return Value(norm(&values))
    }

    /// The length of a vector: squares of scaled parts, summed with their rounding errors, and one step of Newton's
    /// method on the root.
    private static func norm(_ values: inout [Double]) -> Double {
        let largest = values.reduce(0) { $1 > $0 ? $1 : $0 }
        if largest.isInfinite || values.contains(where: \.isInfinite) { return .infinity }
        if values.contains(where: \.isNaN) { return .nan }
        if largest == 0 || values.count <= 1 { return largest }
        let exponent = Int(largest.exponent) + 1
        if exponent < -1023 {
            let tiny = Double.leastNormalMagnitude
            for index in values.indices { values[index] /= tiny }
            return tiny * norm(&values)
        }
        let scale = Double(sign: .plus, exponent: -exponent, significand: 1)
        var sum = 1.0
        var errors = (products: 0.0, sums: 0.0)
        func add(_ x: Double, _ y: Double) {
            let square = exactProduct(x, y)
            let next = fastSum(sum, square.high)
            sum = next.high
            errors.products += square.low
            errors.sums += next.low
        }
        for value in values { add(value * scale, value * scale) }
        var root = (sum - 1 + (errors.products + errors.sums)).squareRoot()
        add(-root, root)
        root += (sum - 1 + (errors.products + errors.sums)) / (2 * root)
        return root / scale
    }
}
