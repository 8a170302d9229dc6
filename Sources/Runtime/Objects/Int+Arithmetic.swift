/// Arithmetic of ints (language reference, 6.5 to 6.9). Words are tried first; what does not fit goes to the limbs.
extension Machine {
    /// `a op b` for two ints; NotImplemented for `@`.
    func intBinary(_ op: BinaryOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        let short = shortIntBinary(op, a, b)
        return short.isBound ? short : try longIntBinary(op, a, b)
    }

    /// The same without a look at short ints first.
    func longIntBinary(_ op: BinaryOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        if let x = intValue(a), let y = intValue(b) {
            if let result = try wordBinary(op, x, y) { return result }
        }
        switch op {
        case .add: return try sum(a, b, negatingSecond: false)
        case .subtract: return try sum(a, b, negatingSecond: true)
        case .multiply: return try product(a, b)
        case .trueDivide: return try quotientAsFloat(a, b)
        case .floorDivide: return try divide(a, b, zero: "integer division or modulo by zero").quotient
        case .modulo: return try remainder(a, b)
        case .divmod:
            let (quotient, remainder) = try divide(a, b, zero: "integer division or modulo by zero")
            return tuple(quotient, remainder)
        case .power: return try intPower(a, b)
        case .shiftLeft: return try shift(a, left: true, by: b)
        case .shiftRight: return try shift(a, left: false, by: b)
        case .bitAnd: return try combine(.and, a, b)
        case .bitOr: return try combine(.or, a, b)
        case .bitXor: return try combine(.xor, a, b)
        case .matrixMultiply: return .notImplemented
        }
    }

    /// The operations on words; nil where the result, or the way to it, does not fit.
    @inline(__always)
    private func wordBinary(_ op: BinaryOperation, _ x: Int, _ y: Int) throws(Raise) -> Value? {
        switch op {
        case .add:
            let (result, overflow) = x.addingReportingOverflow(y)
            return overflow ? nil : int(result)
        case .subtract:
            let (result, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? nil : int(result)
        case .multiply:
            let (result, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? nil : int(result)
        case .trueDivide:
            guard y != 0, x.magnitude <= 1 << 53, y.magnitude <= 1 << 53 else { return nil }
            return Value(Double(x) / Double(y))
        case .floorDivide:
            if y == 0 { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
            if y == -1 { return x == Int.min ? nil : int(0 &- x) }
            return int(Machine.floorQuotient(x, y))
        case .modulo:
            if y == 0 { throw raise(.zeroDivisionError, "integer modulo by zero") }
            return y == -1 ? Value(small: 0) : int(Machine.floorRemainder(x, y))
        case .divmod:
            if y == 0 { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
            if y == -1 { return x == Int.min ? nil : tuple(int(0 &- x), Value(small: 0)) }
            return tuple(int(Machine.floorQuotient(x, y)), int(Machine.floorRemainder(x, y)))
        case .power: return y < 0 ? nil : wordPower(x, y)
        case .shiftLeft:
            guard y >= 0, y < 63 else { return nil }
            let result = x << y
            return result >> y == x ? int(result) : nil
        case .shiftRight:
            if y < 0 { throw raise(.valueError, "negative shift count") }
            return int(x >> min(y, 63))
        case .bitAnd: return int(x & y)
        case .bitOr: return int(x | y)
        case .bitXor: return int(x ^ y)
        case .matrixMultiply: return nil
        }
    }

    /// `x // y` for a divisor that is neither 0 nor −1.
    @inline(__always)
    static func floorQuotient(_ x: Int, _ y: Int) -> Int {
        let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
        return remainder != 0 && (remainder < 0) != (y < 0) ? quotient &- 1 : quotient
    }

    /// `x % y` for a divisor that is neither 0 nor −1.
    @inline(__always)
    static func floorRemainder(_ x: Int, _ y: Int) -> Int {
        let remainder = x % y
        return remainder != 0 && (remainder < 0) != (y < 0) ? remainder &+ y : remainder
    }

    private func wordPower(_ base: Int, _ exponent: Int) -> Value? {
        var result = 1
        var square = base
        var rest = exponent
        while true {
            if rest & 1 == 1 {
                let (product, overflow) = result.multipliedReportingOverflow(by: square)
                if overflow { return nil }
                result = product
            }
            rest >>= 1
            if rest == 0 { return int(result) }
            let (next, overflow) = square.multipliedReportingOverflow(by: square)
            if overflow { return nil }
            square = next
        }
    }

    // MARK: Sums and products

    private func sum(_ a: Value, _ b: Value, negatingSecond: Bool) throws(Raise) -> Value {
        let room = max(limbCount(a), limbCount(b)) + 1
        return try makeInt(room: room) { result in
            withMagnitude(a) { aLimbs, aCount, isANegative in
                withMagnitude(b) { bLimbs, bCount, isBNegative in
                    if isANegative == (isBNegative != negatingSecond) {
                        return (Limbs.add(result, aLimbs, aCount, bLimbs, bCount), isANegative)
                    }
                    let (count, isLess) = Limbs.difference(result, aLimbs, aCount, bLimbs, bCount)
                    return (count, isANegative != isLess)
                }
            }
        }
    }

    private func limbCount(_ value: Value) -> Int {
        value.isKind(.bigInt) ? Int(value.cell.header.pointee.aux) : 1
    }

    private func product(_ a: Value, _ b: Value) throws(Raise) -> Value {
        let (aCount, bCount) = (limbCount(a), limbCount(b))
        return try makeInt(room: aCount + bCount) { result in
            withMagnitude(a) { aLimbs, aCount, isANegative in
                if a == b { return (Limbs.square(result, aLimbs, aCount), false) }
                return withMagnitude(b) { bLimbs, bCount, isBNegative in
                    (Limbs.multiply(result, aLimbs, aCount, bLimbs, bCount), isANegative != isBNegative)
                }
            }
        }
    }

    /// `-a`
    func negative(_ value: Value) throws(Raise) -> Value {
        if let word = intValue(value), word != Int.min { return int(0 &- word) }
        return try withSign(value, !isNegative(value))
    }

    /// `abs(a)`
    func absolute(_ value: Value) throws(Raise) -> Value {
        if let word = intValue(value), word != Int.min { return int(Swift.abs(word)) }
        return try withSign(value, false)
    }

    private func withSign(_ value: Value, _ isNegative: Bool) throws(Raise) -> Value {
        try makeInt(room: limbCount(value)) { result in
            withMagnitude(value) { limbs, count, _ in
                result.update(from: limbs, count: count)
                return (count, isNegative)
            }
        }
    }

    /// `~a`
    func inverted(_ value: Value) throws(Raise) -> Value {
        if let word = intValue(value) { return int(~word) }
        return try sum(try negative(value), Value(small: 1), negatingSecond: true)
    }

    // MARK: Quotients

    /// Quotient and remainder, rounded towards minus infinity.
    func divide(_ a: Value, _ b: Value, zero: StaticString) throws(Raise) -> (quotient: Value, remainder: Value) {
        if isZero(b) { throw raise(.zeroDivisionError, zero) }
        if let x = intValue(a), let y = intValue(b), y != -1 {
            return (int(Machine.floorQuotient(x, y)), int(Machine.floorRemainder(x, y)))
        }
        let (aCount, bCount) = (limbCount(a), limbCount(b))
        let quotient = try bigIntCell(room: max(aCount - bCount, 0) + 2)
        let remainder = try bigIntCell(room: bCount)
        return withMagnitude(a) { aLimbs, aCount, isANegative in
            withMagnitude(b) { bLimbs, bCount, isBNegative in
                let counts = Limbs.floorDivide(
                    BigIntLayout.limbs(quotient), BigIntLayout.limbs(remainder),
                    aLimbs, aCount, isANegative: isANegative, bLimbs, bCount, isBNegative: isBNegative)
                return (
                    finishInt(quotient, counts.quotient, counts.isQuotientNegative),
                    finishInt(remainder, counts.remainder, counts.isRemainderNegative)
                )
            }
        }
    }

    private func remainder(_ a: Value, _ b: Value) throws(Raise) -> Value {
        if let divisor = intValue(b) {
            if divisor == 0 { throw raise(.zeroDivisionError, "integer modulo by zero") }
            return withMagnitude(a) { limbs, count, isNegative in
                var rest = Limbs.remainder(limbs, count, by: UInt64(divisor.magnitude))
                if rest != 0, isNegative != (divisor < 0) { rest = UInt64(divisor.magnitude) &- rest }
                return int(rest, isNegative: divisor < 0)
            }
        }
        if !isNegative(a), let bits = exponentOfTwo(b) { return try lowBits(a, bits) }
        let remainder = try bigIntCell(room: limbCount(b))
        return withMagnitude(a) { aLimbs, aCount, isANegative in
            withMagnitude(b) { bLimbs, bCount, isBNegative in
                Limbs.withScratch(max(aCount - bCount, 0) + 2) { quotient in
                    let counts = Limbs.floorDivide(
                        quotient, BigIntLayout.limbs(remainder), aLimbs, aCount, isANegative: isANegative,
                        bLimbs, bCount, isBNegative: isBNegative)
                    return finishInt(remainder, counts.remainder, counts.isRemainderNegative)
                }
            }
        }
    }

    /// The exponent of an int that is a power of two.
    private func exponentOfTwo(_ value: Value) -> Int? {
        withMagnitude(value) { limbs, count, isNegative in
            guard !isNegative, count > 0, limbs[count - 1].nonzeroBitCount == 1 else { return nil }
            let bits = Limbs.trailingZeroBitCount(limbs, count)
            return bits == Limbs.bitLength(limbs, count) - 1 ? bits : nil
        }
    }

    /// The lowest bits of an int that is not negative.
    private func lowBits(_ value: Value, _ bits: Int) throws(Raise) -> Value {
        try makeInt(room: min(limbCount(value), bits / 64 + 1)) { result in
            withMagnitude(value) { limbs, count, _ in
                let used = min(count, (bits + 63) / 64)
                result.update(from: limbs, count: used)
                if used == bits / 64 + 1, bits & 63 != 0 { result[used - 1] &= 1 << UInt64(bits & 63) - 1 }
                return (Limbs.normalizedCount(result, used), false)
            }
        }
    }

    /// `a / b`: the nearest float to the exact quotient.
    private func quotientAsFloat(_ a: Value, _ b: Value) throws(Raise) -> Value {
        if isZero(b) { throw raise(.zeroDivisionError, "division by zero") }
        let isNegative = self.isNegative(a) != self.isNegative(b)
        let quotient = withMagnitude(a) { aLimbs, aCount, _ in
            withMagnitude(b) { bLimbs, bCount, _ in Limbs.divideToDouble(aLimbs, aCount, bLimbs, bCount) }
        }
        guard let quotient else { throw raise(.overflowError, "integer division result too large for a float") }
        return Value(isNegative ? -quotient : quotient)
    }

    // MARK: Bits

    private func shift(_ a: Value, left: Bool, by b: Value) throws(Raise) -> Value {
        if isNegative(b) { throw raise(.valueError, "negative shift count") }
        if isZero(a) { return Value(small: 0) }
        guard let bits = intValue(b) else {
            if !left { return Value(small: isNegative(a) ? -1 : 0) }
            throw hasTooManyDigits(a, shiftedBy: b)
                ? raise(.overflowError, "too many digits in integer") : raiseMemoryError()
        }
        let count = limbCount(a)
        if left {
            guard bits >> 6 <= Limbs.maximumCount else { throw raiseMemoryError() }
            return try makeInt(room: count + bits >> 6 + 1) { result in
                withMagnitude(a) { limbs, count, isNegative in
                    (Limbs.shiftLeft(result, limbs, count, by: bits), isNegative)
                }
            }
        }
        return try makeInt(room: max(count - bits >> 6, 0) + 1) { result in
            withMagnitude(a) { limbs, count, isNegative in
                (Limbs.shiftRightFloor(result, limbs, count, isNegative: isNegative, by: bits), isNegative)
            }
        }
    }

    /// Whether `a << b` has more digits of 30 bits than CPython counts (2 ** 61 - 7); `b` is at least 2 ** 63.
    private func hasTooManyDigits(_ a: Value, shiftedBy b: Value) -> Bool {
        let digits = withMagnitude(a) { limbs, count, _ in (Limbs.bitLength(limbs, count) + 29) / 30 }
        return withMagnitude(b) { limbs, count, _ in
            // 30 * (2 ** 61 - 8) bits are the most for one digit.
            guard count == 2, limbs[1] >= 3 else { return count > 2 }
            return limbs[1] > 3 || limbs[0] > 13_835_058_055_282_163_472 &- 30 &* UInt64(digits &- 1)
        }
    }

    private func combine(_ operation: Limbs.BitOperation, _ a: Value, _ b: Value) throws(Raise) -> Value {
        try makeInt(room: max(limbCount(a), limbCount(b)) + 1) { result in
            withMagnitude(a) { aLimbs, aCount, isANegative in
                withMagnitude(b) { bLimbs, bCount, isBNegative in
                    Limbs.combine(
                        operation, result, aLimbs, aCount, isANegative: isANegative, bLimbs, bCount,
                        isBNegative: isBNegative)
                }
            }
        }
    }

    // MARK: Powers

    /// `a ** b`: an int, or a float if the exponent is negative.
    private func intPower(_ a: Value, _ b: Value) throws(Raise) -> Value {
        if isNegative(b) { return try floatBinary(.power, try floatOfInt(a), try floatOfInt(b)) }
        guard let exponent = intValue(b) else {
            switch intValue(a) {
            case 0: return Value(small: 0)
            case 1: return Value(small: 1)
            case -1: return Value(small: isOdd(b) ? -1 : 1)
            default: throw raiseMemoryError()
            }
        }
        if a == Value(small: 2) { return try shift(Value(small: 1), left: true, by: b) }
        let room = withMagnitude(a) { limbs, count, _ in Limbs.powerRoom(limbs, count, exponent: exponent) }
        guard let room else { throw raiseMemoryError() }
        return try makeInt(room: room) { result in
            withMagnitude(a) { limbs, count, isNegative in
                (Limbs.power(result, limbs, count, exponent: exponent), isNegative && exponent & 1 == 1)
            }
        }
    }

    /// Whether an int is odd.
    func isOdd(_ value: Value) -> Bool { withMagnitude(value) { limbs, count, _ in count > 0 && limbs[0] & 1 == 1 } }

    /// `pow(a, b, modulus)` of three ints.
    func intPower(_ a: Value, _ b: Value, modulus: Value) throws(Raise) -> Value {
        if isZero(modulus) { throw raise(.valueError, "pow() 3rd argument cannot be 0") }
        var base = a
        var exponent = b
        let isModulusNegative = isNegative(modulus)
        if isNegative(exponent) {
            exponent = try negative(exponent)
            base = try modularInverse(base, modulus)
        }
        if let base = intValue(base), let exponent = intValue(exponent), let modulus = intValue(modulus) {
            return modularWordPower(base, exponent, modulus)
        }
        let positive = try absolute(modulus)
        if isNegative(base) || compareInts(base, positive) >= 0 { base = try intBinary(.modulo, base, positive) }
        let result = try makeInt(room: limbCount(positive)) { result in
            withMagnitude(base) { aLimbs, aCount, _ in
                withMagnitude(exponent) { bLimbs, bCount, _ in
                    withMagnitude(positive) { limbs, count, _ in
                        (
                            Limbs.power(
                                result, aLimbs, aCount, exponent: bLimbs, bCount, modulus: limbs, count), false
                        )
                    }
                }
            }
        }
        return isModulusNegative && !isZero(result) ? try intBinary(.add, result, modulus) : result
    }

    private func modularWordPower(_ base: Int, _ exponent: Int, _ modulus: Int) -> Value {
        let size = UInt64(modulus.magnitude)
        if size == 1 { return Value(small: 0) }
        func multiply(_ x: UInt64, _ y: UInt64) -> UInt64 {
            let (high, low) = x.multipliedFullWidth(by: y)
            return high == 0 ? low % size : size.dividingFullWidth((high, low)).remainder
        }
        var square = UInt64(base.magnitude) % size
        if base < 0, square != 0 { square = size &- square }
        var result: UInt64 = 1
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = multiply(result, square) }
            rest >>= 1
            if rest > 0 { square = multiply(square, square) }
        }
        if modulus < 0, result != 0 { return int(size &- result, isNegative: true) }
        return int(result)
    }

    private func modularInverse(_ a: Value, _ modulus: Value) throws(Raise) -> Value {
        let positive = try absolute(modulus)
        let reduced = try intBinary(.modulo, a, positive)
        guard let inverse = Limbs.inverse(natural(reduced), modulus: natural(positive)) else {
            throw raise(.valueError, "base is not invertible for the given modulus")
        }
        return try int(inverse)
    }

    /// `round(value, digits)` for an int.
    func roundInt(_ value: Value, _ digits: Value) throws(Raise) -> Value {
        if !isNegative(digits) { return exactInt(value) }
        // A power of ten with more bits than the number, twice, rounds it to zero.
        guard let places = intValue(digits), places > -(bitLength(value) / 3 + 3) else { return Value(small: 0) }
        let unit = try intBinary(.power, Value(small: 10), int(0 &- places))
        let (quotient, remainder) = try divide(value, unit, zero: "integer division or modulo by zero")
        let order = compareInts(try intBinary(.multiply, remainder, Value(small: 2)), unit)
        let rounded =
            order > 0 || order == 0 && isOdd(quotient)
            ? try intBinary(.add, quotient, Value(small: 1)) : quotient
        return try intBinary(.multiply, rounded, unit)
    }
}
