import BigInt
import Testing

@testable import Runtime

/// A small random number generator with a seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }

    /// Limbs of which many are all zeros or all ones, where carries run far.
    mutating func limbs(upTo count: Int) -> [UInt64] {
        let length = Int.random(in: 0...count, using: &self)
        let isPlain = Bool.random(using: &self)
        return (0..<length).map { _ in
            if isPlain { return next() }
            switch Int.random(in: 0..<4, using: &self) {
            case 0: return 0
            case 1: return .max
            case 2: return 1 << UInt64.random(in: 0..<64, using: &self)
            default: return next()
            }
        }
    }
}

/// A number as ours and as the reference's.
struct Operand {
    let value: BigUInt
    let natural: Natural
    let isNegative: Bool

    var signed: BigInt { BigInt(sign: isNegative ? .minus : .plus, magnitude: value) }
    var count: Int { natural.count }

    init(_ limbs: [UInt64], isNegative: Bool = false) {
        value = BigUInt(words: limbs.map { UInt($0) })
        natural = limbs.withUnsafeBufferPointer { limbs in
            limbs.baseAddress.map { Natural($0, limbs.count) } ?? .zero
        }
        self.isNegative = isNegative && !natural.isZero
    }

    init(_ value: BigUInt, isNegative: Bool = false) {
        self.init(value.words.map { UInt64($0) }, isNegative: isNegative)
    }
}

/// Makes a number by a function that writes into room with guards behind it; nil if it leaves its room, or does
/// not normalize.
func checked(room: Int, _ body: (Limbs.Buffer) -> Int) -> BigUInt? {
    let guardWord: UInt64 = 0xa5a5_5a5a_dead_beef
    let memory = Limbs.Buffer.allocate(capacity: room + 2)
    defer { memory.deallocate() }
    memory.initialize(repeating: guardWord, count: room + 2)
    let count = body(memory)
    guard memory[room] == guardWord, memory[room + 1] == guardWord else { return nil }
    guard count <= room, count == 0 || memory[count - 1] != 0 else { return nil }
    return BigUInt(words: (0..<count).map { UInt(memory[$0]) })
}

func signed(_ magnitude: BigUInt?, _ isNegative: Bool) -> BigInt? {
    magnitude.map { BigInt(sign: isNegative ? .minus : .plus, magnitude: $0) }
}

/// Calls a function on two operands with a checked result.
func binary(
    _ a: Operand, _ b: Operand, room: Int, _ body: (Limbs.Buffer, Limbs.Source, Int, Limbs.Source, Int) -> Int
) -> BigUInt? {
    a.natural.withLimbs { x, xCount in
        b.natural.withLimbs { y, yCount in checked(room: room) { body($0, x, xCount, y, yCount) } }
    }
}

/// Calls a function on one operand with a checked result.
func unary(_ a: Operand, room: Int, _ body: (Limbs.Buffer, Limbs.Source, Int) -> Int) -> BigUInt? {
    a.natural.withLimbs { x, xCount in checked(room: room) { body($0, x, xCount) } }
}

/// Properties of the arithmetic on magnitudes, with the `BigInt` package as the reference.
@Suite struct LimbsTests {
    /// Sizes below and above each threshold.
    static let sizes = [1, 2, 5, 30, 70, 130, 400]

    @Test(arguments: sizes)
    func sumsAndProducts(size: Int) {
        var random = SeededGenerator(seed: UInt64(size))
        for _ in 0..<(2000 / (size + 10)) {
            let a = Operand(random.limbs(upTo: size))
            let b = Operand(random.limbs(upTo: size))
            let larger = max(a.count, b.count)
            let sum = binary(a, b, room: larger + 1, Limbs.add)
            #expect(sum == a.value + b.value)
            var isNegative = false
            let magnitude = binary(a, b, room: larger) { room, x, xCount, y, yCount in
                let result = Limbs.difference(room, x, xCount, y, yCount)
                isNegative = result.isNegative
                return result.count
            }
            let difference = signed(magnitude, isNegative)
            #expect(difference == a.signed - b.signed)
            let product = binary(a, b, room: a.count + b.count, Limbs.multiply)
            #expect(product == a.value * b.value)
            let square = unary(a, room: 2 * a.count, Limbs.square)
            #expect(square == a.value * a.value)
        }
    }

    @Test func longProducts() {
        var random = SeededGenerator(seed: 3)
        for (m, n) in [(900, 900), (1100, 900), (2300, 2300), (3000, 400), (5000, 2500)] {
            var a: [UInt64] = []
            var b: [UInt64] = []
            for _ in 0..<m { a.append(random.next()) }
            for _ in 0..<n { b.append(m == 2300 ? .max : random.next()) }
            let (x, y) = (Operand(a), Operand(b))
            let product = binary(x, y, room: x.count + y.count, Limbs.multiply)
            // Modulo some primes rather than in full: the reference takes long.
            for prime in [18_446_744_073_709_551_557, 9_223_372_036_854_775_783, 998_244_353] as [UInt64] {
                let p = BigUInt(prime)
                let residue = product.map { $0 % p }
                #expect(residue == (x.value % p) * (y.value % p) % p)
            }
        }
    }

    @Test(arguments: sizes)
    func quotients(size: Int) {
        var random = SeededGenerator(seed: UInt64(size) + 100)
        for _ in 0..<(2000 / (size + 10)) {
            let b = Operand(random.limbs(upTo: size), isNegative: Bool.random(using: &random))
            if b.natural.isZero { continue }
            var dividend = b.value * Operand(random.limbs(upTo: size)).value
            if Bool.random(using: &random) { dividend += b.value - 1 }
            let a = Operand(dividend, isNegative: Bool.random(using: &random))
            var signs = (false, false)
            var remainder: BigUInt?
            let quotient = binary(a, b, room: max(a.count - b.count, 0) + 2) { q, x, xCount, y, yCount in
                var count = 0
                remainder = checked(room: yCount) { r in
                    let result = Limbs.floorDivide(
                        q, r, x, xCount, isANegative: a.isNegative, y, yCount, isBNegative: b.isNegative)
                    signs = (result.isQuotientNegative, result.isRemainderNegative)
                    count = result.quotient
                    return result.remainder
                }
                return count
            }
            guard let q = signed(quotient, signs.0), let r = signed(remainder, signs.1) else {
                Issue.record("the result left its room")
                continue
            }
            #expect(q * b.signed + r == a.signed)
            #expect(r.magnitude < b.value)
            #expect(r.isZero || signs.1 == b.isNegative)
        }
    }

    @Test(arguments: sizes)
    func bits(size: Int) {
        var random = SeededGenerator(seed: UInt64(size) + 200)
        for _ in 0..<(2000 / (size + 10)) {
            let a = Operand(random.limbs(upTo: size), isNegative: Bool.random(using: &random))
            let b = Operand(random.limbs(upTo: size), isNegative: Bool.random(using: &random))
            let shift = Int.random(in: 0..<300, using: &random)
            #expect(a.natural.bitLength == a.value.bitWidth)
            let left = unary(a, room: a.count + shift / 64 + 1) { Limbs.shiftLeft($0, $1, $2, by: shift) }
            #expect(left == a.value << shift)
            let right = unary(a, room: max(a.count - shift / 64, 0) + 1) {
                Limbs.shiftRightFloor($0, $1, $2, isNegative: a.isNegative, by: shift)
            }
            // Not compared with `>>` of the reference, which does not round down.
            let floor = signed(right, a.isNegative) ?? 0
            #expect(floor << shift <= a.signed)
            #expect((floor + 1) << shift > a.signed)
            // In two's complement with room for the sign; the signed operators of the reference lose carries.
            let modulus = BigUInt(1) << (64 * (max(a.count, b.count) + 2))
            func complement(_ magnitude: BigUInt, _ isNegative: Bool) -> BigUInt {
                isNegative ? modulus - magnitude : magnitude
            }
            let (x, y) = (complement(a.value, a.isNegative), complement(b.value, b.isNegative))
            for (operation, expected) in [(Limbs.BitOperation.and, x & y), (.or, x | y), (.xor, x ^ y)] {
                var isNegative = false
                let magnitude = binary(a, b, room: max(a.count, b.count) + 1) { room, x, xCount, y, yCount in
                    let result = Limbs.combine(
                        operation, room, x, xCount, isANegative: a.isNegative, y, yCount, isBNegative: b.isNegative)
                    isNegative = result.isNegative
                    return result.count
                }
                let result = magnitude.map { complement($0, isNegative) }
                #expect(result == expected)
            }
        }
    }

    @Test(arguments: [1, 2, 5, 30, 70])
    func powersAndDivisors(size: Int) {
        var random = SeededGenerator(seed: UInt64(size) + 300)
        for _ in 0..<(300 / (size + 10) + 1) {
            let a = Operand(random.limbs(upTo: size))
            let b = Operand(random.limbs(upTo: size))
            let e = Operand(random.limbs(upTo: 2))
            let m = Operand(random.limbs(upTo: min(size, 8)) + [1 + random.next() >> 1])
            let exponent = Int.random(in: 0..<20, using: &random)
            let room = a.natural.withLimbs { Limbs.powerRoom($0, $1, exponent: exponent) } ?? 0
            let power = unary(a, room: room) { Limbs.power($0, $1, $2, exponent: exponent) }
            #expect(power == a.value.power(exponent))
            let modular = binary(a, e, room: m.count) { room, x, xCount, y, yCount in
                m.natural.withLimbs { Limbs.power(room, x, xCount, exponent: y, yCount, modulus: $0, $1) }
            }
            #expect(modular == a.value.power(e.value, modulus: m.value))
            let common = binary(a, b, room: max(a.count, b.count), Limbs.gcd)
            #expect(common == a.value.greatestCommonDivisor(with: b.value))
            let root = BigUInt(words: Limbs.squareRoot(a.natural).limbs.map { UInt($0) })
            #expect(root * root <= a.value)
            #expect((root + 1) * (root + 1) > a.value)
            if let inverse = Limbs.inverse(a.natural, modulus: m.natural) {
                let found = BigUInt(words: inverse.limbs.map { UInt($0) })
                #expect(found * a.value % m.value == 1 % m.value)
            } else {
                #expect(a.value.greatestCommonDivisor(with: m.value) != 1)
            }
        }
    }

    @Test(arguments: 2...36)
    func texts(base: Int) {
        var random = SeededGenerator(seed: UInt64(base) + 400)
        for size in [0, 1, 2, 20, 60, 150] {
            let a = Operand(random.limbs(upTo: size))
            let text = a.natural.text(base: base)
            #expect(text == String(a.value, radix: base))
            let digits = text.utf8.map { $0 < 0x3a ? $0 - 0x30 : $0 - 0x57 }
            let back = natural(digits: [0, 0] + digits, base: base)
            #expect(back.limbs == a.natural.limbs)
        }
    }

    @Test func longTexts() {
        var random = SeededGenerator(seed: 5)
        for size in [500, 1700] {
            var limbs: [UInt64] = []
            for _ in 0..<size { limbs.append(random.next()) }
            let a = Operand(limbs)
            let digits = a.natural.text(base: 10).utf8.map { $0 - 0x30 }
            let back = natural(digits: digits, base: 10)
            #expect(back.limbs == a.natural.limbs)
        }
    }

    @Test func floats() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<2000 {
            // 54 bits, of which the last is half a unit of the float's, and perhaps a one far below.
            let bits = random.next() & (1 << 53 - 1) | 1 << 53
            let shift = Int.random(in: 1..<960, using: &random)
            let isMore = Bool.random(using: &random)
            let a = Operand(BigUInt(bits) << shift + BigUInt(isMore ? 1 : 0))
            let roundsUp = bits & 1 == 1 && (isMore || bits & 2 == 2)
            let expected =
                Double((bits >> 1) + (roundsUp ? 1 : 0))
                * Double(sign: .plus, exponent: shift + 1, significand: 1)
            let double = a.natural.withLimbs { Limbs.toDouble($0, $1) }
            #expect(double == expected)
            let back = checked(room: 17) { Limbs.fromDouble($0, expected) }
            #expect(back == BigUInt(expected))
            let b = Operand(random.limbs(upTo: 3))
            if b.natural.isZero { continue }
            // (a · b) / b is a, rounded once.
            let product = Operand(a.value * b.value)
            let quotient = product.natural.withLimbs { x, xCount in
                b.natural.withLimbs { Limbs.divideToDouble(x, xCount, $0, $1) }
            }
            #expect(quotient == expected)
        }
    }

    @Test func limits() {
        let huge = Natural(1) << 1024
        let rounded = (huge - Natural(1)).withLimbs { Limbs.toDouble($0, $1) }
        #expect(huge.withLimbs { Limbs.toDouble($0, $1) } == nil)
        #expect(rounded == nil)
        #expect((Natural(1) << 1023).withLimbs { Limbs.toDouble($0, $1) } == 0x1p1023)
        #expect(Natural(3).withLimbs { Limbs.powerRoom($0, $1, exponent: Int.max) } == nil)
        #expect(Natural(1).withLimbs { Limbs.powerRoom($0, $1, exponent: Int.max) } != nil)
    }
}
