// Arithmetic of ints of up to two limbs, for hashes, checksums, generators of random numbers and sums that leave the
// small ints: no scratch memory, no loops, one cell for the result.

/// Sign and magnitude of an int of up to 128 bits.
private struct TwoLimbs {
    var low: UInt64
    var high: UInt64
    var isNegative: Bool

    @inline(__always)
    init(_ low: UInt64, _ high: UInt64, _ isNegative: Bool) {
        self.low = low
        self.high = high
        self.isNegative = isNegative
    }

    /// Nil for longer ints, and for everything that is no plain int.
    @inline(__always)
    init?(_ value: Value) {
        high = 0
        if value.isSmallInt {
            let word = value.smallInt
            low = UInt64(word.magnitude)
            isNegative = word < 0
            return
        }
        guard value.isCell else {
            // Of two bools, the bit operations make a bool: see there.
            guard value.isBool else { return nil }
            low = value.isTrue ? 1 : 0
            isNegative = false
            return
        }
        if value.cell.isExact(.int) {
            let word = value.layout(IntLayout.self).pointee.word
            low = UInt64(word.magnitude)
            isNegative = word < 0
            return
        }
        guard value.cell.isExact(.bigInt) else { return nil }
        let layout: UnsafeMutablePointer<BigIntLayout> = value.layout()
        let count = layout.pointee.header.aux
        guard count <= 2 else { return nil }
        let limbs = BigIntLayout.limbs(layout)
        low = limbs[0]
        if count == 2 { high = limbs[1] }
        isNegative = layout.pointee.isNegative
    }

    /// Quotient and remainder of magnitudes, the divisor of two limbs: one step of Knuth's algorithm D.
    static func divide(_ x: TwoLimbs, _ y: TwoLimbs) -> (quotient: UInt64, remainder: TwoLimbs) {
        if x.high < y.high || x.high == y.high && x.low < y.low { return (0, x) }
        let shift = UInt64(truncatingIfNeeded: y.high.leadingZeroBitCount)
        let back = 64 &- shift
        let top = shift == 0 ? y.high : y.high &<< shift | y.low &>> back
        let next = y.low &<< shift
        let upper = shift == 0 ? 0 : x.high &>> back
        let middle = shift == 0 ? x.high : x.high &<< shift | x.low &>> back
        let lower = x.low &<< shift
        var (quotient, rest) = top.dividingFullWidth((upper, middle))
        while true {
            let product = quotient.multipliedFullWidth(by: next)
            if product.high < rest || product.high == rest && product.low <= lower { break }
            quotient &-= 1
            let (sum, overflow) = rest.addingReportingOverflow(top)
            if overflow { break }
            rest = sum
        }
        let product = quotient.multipliedFullWidth(by: y.low)
        let (low, borrow) = x.low.subtractingReportingOverflow(product.low)
        let high = x.high &- product.high &- quotient &* y.high &- (borrow ? 1 : 0)
        return (quotient, TwoLimbs(low, high, false))
    }

    /// Nil when the sum has more than 128 bits.
    @inline(__always)
    static func sum(_ a: TwoLimbs, _ b: TwoLimbs) -> TwoLimbs? {
        if a.isNegative == b.isNegative {
            let (low, carry) = a.low.addingReportingOverflow(b.low)
            let (high, overflow) = a.high.addingReportingOverflow(b.high)
            let (top, again) = high.addingReportingOverflow(carry ? 1 : 0)
            return overflow || again ? nil : TwoLimbs(low, top, a.isNegative)
        }
        let isLess = a.high == b.high ? a.low < b.low : a.high < b.high
        let (x, y) = isLess ? (b, a) : (a, b)
        let (low, borrow) = x.low.subtractingReportingOverflow(y.low)
        return TwoLimbs(low, x.high &- y.high &- (borrow ? 1 : 0), x.isNegative)
    }
}

extension Machine {
    /// `a op b` for plain ints of up to two limbs, or unbound: there is more to do, something to raise, or they are none.
    @inline(__always)
    func shortIntBinary(_ op: BinaryOperation, _ a: Value, _ b: Value) -> Value {
        guard let x = TwoLimbs(a), var y = TwoLimbs(b), !a.isBool || !b.isBool else { return .unbound }
        switch op {
        case .add, .subtract:
            if op == .subtract { y.isNegative.toggle() }
            guard let sum = TwoLimbs.sum(x, y) else { return .unbound }
            return int(sum)
        case .multiply:
            guard x.high | y.high == 0 else { return .unbound }
            let product = x.low.multipliedFullWidth(by: y.low)
            return int(TwoLimbs(product.low, product.high, x.isNegative != y.isNegative))
        case .bitAnd where !x.isNegative && !y.isNegative:
            return int(TwoLimbs(x.low & y.low, x.high & y.high, false))
        case .bitOr where !x.isNegative && !y.isNegative:
            return int(TwoLimbs(x.low | y.low, x.high | y.high, false))
        case .bitXor where !x.isNegative && !y.isNegative:
            return int(TwoLimbs(x.low ^ y.low, x.high ^ y.high, false))
        case .shiftLeft:
            guard !y.isNegative, y.high == 0, y.low < 64, x.high == 0 else { return .unbound }
            return int(TwoLimbs(x.low << y.low, x.low >> (64 &- y.low), x.isNegative))
        case .shiftRight:
            guard !y.isNegative, y.high == 0, y.low < 64, !x.isNegative else { return .unbound }
            return int(TwoLimbs(x.low >> y.low | x.high << (64 &- y.low), x.high >> y.low, false))
        case .modulo:
            guard !x.isNegative, !y.isNegative else { return .unbound }
            if y.high != 0 { return int(TwoLimbs.divide(x, y).remainder) }
            if y.low == 0 { return .unbound }
            if x.high == 0 { return int(TwoLimbs(x.low % y.low, 0, false)) }
            return int(TwoLimbs(y.low.dividingFullWidth((x.high % y.low, x.low)).remainder, 0, false))
        case .floorDivide:
            guard !x.isNegative, !y.isNegative else { return .unbound }
            if y.high != 0 { return int(TwoLimbs(TwoLimbs.divide(x, y).quotient, 0, false)) }
            if y.low == 0 { return .unbound }
            if x.high == 0 { return int(TwoLimbs(x.low / y.low, 0, false)) }
            let (high, rest) = x.high.quotientAndRemainder(dividingBy: y.low)
            return int(TwoLimbs(y.low.dividingFullWidth((rest, x.low)).quotient, high, false))
        default: return .unbound
        }
    }

    @inline(__always)
    private func int(_ number: TwoLimbs) -> Value {
        if number.high == 0 {
            if number.low <= UInt64(Value.maxSmallInt) {
                let word = Int(truncatingIfNeeded: number.low)
                return Value(small: number.isNegative ? 0 &- word : word)
            }
            if let word = Machine.word(number.low, number.isNegative) { return int(word) }
        }
        let room = number.high == 0 ? 1 : 2
        let size = MemoryLayout<BigIntLayout>.stride &+ room &* MemoryLayout<UInt64>.stride
        let cell = allocateSized(.bigInt, size: size, type: type(.int), aux: room)
            .assumingMemoryBound(to: BigIntLayout.self)
        cell.pointee.isNegative = number.isNegative
        let limbs = BigIntLayout.limbs(cell)
        limbs[0] = number.low
        if room == 2 { limbs[1] = number.high }
        return Value(cell)
    }
}
