/// A natural number that owns its limbs: for arithmetic that is not hot enough to be written on raw memory.
struct Natural {
    /// Normalized: the last limb is not zero.
    private(set) var limbs: [UInt64]

    static let zero = Natural(limbs: [])

    private init(limbs: [UInt64]) { self.limbs = limbs }

    init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

    init(_ source: Limbs.Source, _ count: Int) {
        limbs = Array(UnsafeBufferPointer(start: source, count: Limbs.normalizedCount(source, count)))
    }

    /// Makes a number of what a closure writes into room for `capacity` limbs, by the count that it gives.
    init(capacity: Int, _ write: (Limbs.Buffer) -> Int) {
        limbs = Array(unsafeUninitializedCapacity: max(capacity, 1)) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            count = write(start)
        }
    }

    var isZero: Bool { limbs.isEmpty }
    var count: Int { limbs.count }
    var bitLength: Int { withLimbs { Limbs.bitLength($0, $1) } }

    /// Lends the limbs to a closure. The pointer is valid even if there are none.
    @inline(__always)
    func withLimbs<Result>(_ body: (Limbs.Source, Int) -> Result) -> Result {
        limbs.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress, !buffer.isEmpty { return body(start, buffer.count) }
            return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 1) { room in
                room.initialize(repeating: 0)
                guard let start = room.baseAddress else { preconditionFailure("no stack") }
                return body(start, 0)
            }
        }
    }

    /// The number modulo 2⁶⁴.
    var lowLimb: UInt64 { limbs.first ?? 0 }

    static func compare(_ a: Natural, _ b: Natural) -> Int {
        a.withLimbs { aLimbs, aCount in b.withLimbs { Limbs.compare(aLimbs, aCount, $0, $1) } }
    }

    static func < (a: Natural, b: Natural) -> Bool { compare(a, b) < 0 }
    static func == (a: Natural, b: Natural) -> Bool { a.limbs == b.limbs }

    static func + (a: Natural, b: Natural) -> Natural {
        Natural(capacity: max(a.count, b.count) + 1) { room in
            a.withLimbs { aLimbs, aCount in b.withLimbs { Limbs.add(room, aLimbs, aCount, $0, $1) } }
        }
    }

    /// The difference of a number and one that is not greater.
    static func - (a: Natural, b: Natural) -> Natural {
        Natural(capacity: a.count) { room in
            a.withLimbs { aLimbs, aCount in b.withLimbs { Limbs.subtract(room, aLimbs, aCount, $0, $1) } }
        }
    }

    static func * (a: Natural, b: Natural) -> Natural {
        Natural(capacity: a.count + b.count) { room in
            a.withLimbs { aLimbs, aCount in b.withLimbs { Limbs.multiply(room, aLimbs, aCount, $0, $1) } }
        }
    }

    static func << (a: Natural, bits: Int) -> Natural {
        Natural(capacity: a.count + bits / 64 + 1) { room in
            a.withLimbs { Limbs.shiftLeft(room, $0, $1, by: bits) }
        }
    }

    static func >> (a: Natural, bits: Int) -> Natural {
        Natural(capacity: a.count) { room in
            a.withLimbs { Limbs.shiftRight(room, $0, $1, by: bits).count }
        }
    }

    /// Quotient and remainder of a division by a number that is not zero.
    func divided(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
        var remainder = Natural.zero
        let quotient = Natural(capacity: max(count - divisor.count, 0) + 1) { room in
            var counts = (quotient: 0, remainder: 0)
            remainder = Natural(capacity: divisor.count) { rest in
                withLimbs { limbs, count in
                    divisor.withLimbs { counts = Limbs.divide(room, rest, limbs, count, $0, $1) }
                }
                return counts.remainder
            }
            return counts.quotient
        }
        return (quotient, remainder)
    }

    /// A power with a small exponent.
    static func power(_ base: UInt64, _ exponent: Int) -> Natural {
        let base = Natural(base)
        return base.withLimbs { limbs, count in
            Natural(capacity: Limbs.powerRoom(limbs, count, exponent: exponent) ?? 1) { room in
                Limbs.power(room, limbs, count, exponent: exponent)
            }
        }
    }
}
