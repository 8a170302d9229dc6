/// The native part of `random`: the Mersenne Twister (Matsumoto and Nishimura, 1998) with 53-bit floats, giving the
/// same sequences as CPython's from the same seeds. Everything else is in Library/random.mpy.
///
/// A generator is a record: field 0 is a bytes object that holds the 624 words of the state and the position in them.
enum RandomModule {
    private static let size = 624

    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let type = m.makeNativeType("Random", module: "_random", recordSize: 1, flags: .subclassable)
        m.define(
            type,
            methods: [
                Native("__new__", .any, style: .new, new),
                Native("random", .none, doc: "The next float from 0 up to 1.", random),
                Native("seed", .positional(0, 1), seed),
                Native("getrandbits", .one, doc: "An int of that many random bits.", bits),
                Native("getstate", .none, state),
                Native("setstate", .one, setState),
            ])
        m.dictSet(module.dict, name: m.internStatic("Random"), type.value)
        module.add([Native("_sha512", .one, style: .function, sha512)])
    }

    private static func words(_ value: Value) -> UnsafeMutablePointer<UInt32> {
        UnsafeMutableRawPointer(Bytes(Record(value)[0]).bytes).assumingMemoryBound(to: UInt32.self)
    }

    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = m.makeBytes(count: (size + 1) * 4).value
        seed(words(record.value), [UInt32.random(in: 0...UInt32.max), UInt32.random(in: 0...UInt32.max)])
        return record.value
    }

    // MARK: The generator

    private static func seed(_ state: UnsafeMutablePointer<UInt32>, _ first: UInt32) {
        state[0] = first
        for index in 1..<size {
            let last = state[index - 1]
            state[index] = 1_812_433_253 &* (last ^ last >> 30) &+ UInt32(index)
        }
        state[size] = UInt32(size)
    }

    private static func seed(_ state: UnsafeMutablePointer<UInt32>, _ key: [UInt32]) {
        seed(state, 19_650_218)
        var i = 1
        var j = 0
        func advance() {
            i += 1
            if i == size {
                state[0] = state[size - 1]
                i = 1
            }
        }
        for _ in 0..<max(size, key.count) {
            let last = state[i - 1]
            state[i] = (state[i] ^ (last ^ last >> 30) &* 1_664_525) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
            advance()
            j = j + 1 == key.count ? 0 : j + 1
        }
        for _ in 1..<size {
            let last = state[i - 1]
            state[i] = (state[i] ^ (last ^ last >> 30) &* 1_566_083_941) &- UInt32(i)
            advance()
        }
        state[0] = 0x8000_0000
    }

    private static func next(_ state: UnsafeMutablePointer<UInt32>) -> UInt32 {
        if state[size] >= UInt32(size) {
            func twist(_ index: Int, _ following: Int, _ far: Int) {
                let y = state[index] & 0x8000_0000 | state[following] & 0x7fff_ffff
                state[index] = state[far] ^ y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
            }
            for index in 0..<(size - 397) { twist(index, index + 1, index + 397) }
            for index in (size - 397)..<(size - 1) { twist(index, index + 1, index + 397 - size) }
            twist(size - 1, 0, 396)
            state[size] = 0
        }
        var y = state[Int(state[size])]
        state[size] += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9d2c_5680
        y ^= y << 15 & 0xefc6_0000
        return y ^ y >> 18
    }

    // MARK: Methods

    private static func random(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let state = words(a[0])
        let high = next(state) >> 5
        let low = next(state) >> 6
        return Value((Double(high) * 67_108_864 + Double(low)) * (1 / 9_007_199_254_740_992))
    }

    private static func seed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let state = words(a[0])
        guard a.count > 1, !a[1].isNone else {
            seed(state, (0..<size).map { _ in UInt32.random(in: 0...UInt32.max) })
            return .none
        }
        var key: [UInt32] = []
        if m.isInt(a[1]) {
            m.withMagnitude(a[1]) { limbs, count, _ in
                for index in 0..<count {
                    key.append(UInt32(truncatingIfNeeded: limbs[index]))
                    key.append(UInt32(truncatingIfNeeded: limbs[index] >> 32))
                }
            }
        } else {
            let hash = UInt64(bitPattern: Int64(try m.hash(a[1])))
            key = [UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32)]
        }
        while key.count > 1, key.last == 0 { key.removeLast() }
        seed(state, key.isEmpty ? [0] : key)
        return .none
    }

    private static func bits(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let count = m.intValue(try m.index(a[1])), count.magnitude <= Int(Int32.max) else {
            throw m.raise(.overflowError, "Python int too large to convert to C int")
        }
        if count < 0 { throw m.raise(.valueError, "number of bits must be non-negative") }
        let state = words(a[0])
        if count == 0 { return Value(small: 0) }
        if count <= 32 { return Value(small: Int(next(state) >> UInt32(32 - count))) }
        let limbs = count / 64 + 1
        return try m.makeInt(room: limbs) { room in
            room.update(repeating: 0, count: limbs)
            var left = count
            var index = 0
            while left > 0 {
                var word = next(state)
                if left < 32 { word >>= UInt32(32 - left) }
                room[index >> 1] |= UInt64(word) << UInt64(index & 1 == 0 ? 0 : 32)
                left -= 32
                index += 1
            }
            return (Limbs.normalizedCount(room, limbs), false)
        }
    }

    private static func state(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let state = words(a[0])
        let result = m.makeTuple(count: size + 1)
        for index in 0...size { result[index] = Value(small: Int(state[index])) }
        return result.value
    }

    private static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.tuple) else { throw m.raise(.typeError, "state vector must be a tuple") }
        let tuple = Tuple(a[1])
        guard tuple.count == size + 1 else { throw m.raise(.valueError, "state vector is the wrong size") }
        for index in 0...size {
            guard let word = m.intValue(tuple[index]), word >= 0, word <= Int(UInt32.max) else {
                throw m.raise(.overflowError, "int too large to convert to C unsigned long")
            }
            if index == size, word > size { throw m.raise(.valueError, "invalid state") }
        }
        let state = words(a[0])
        for index in 0...size { state[index] = UInt32(truncatingIfNeeded: m.intValue(tuple[index]) ?? 0) }
        return .none
    }

    // MARK: Seeds from texts

    /// SHA-512 (FIPS 180-4) of a bytes object, by which texts become seeds.
    private static func sha512(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let buffer = m.byteBuffer(a[0]) else { throw m.raise(.typeError, "a bytes-like object is required") }
        var message = Array(buffer)
        let bitCount = UInt64(message.count) * 8
        message.append(0x80)
        while message.count % 128 != 120 { message.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            message.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
        // The fractional parts of roots of the first primes.
        let primes = firstPrimes(80)
        let constants = primes.map { fractionOfRoot($0, cube: true) }
        var hash = primes.prefix(8).map { fractionOfRoot($0, cube: false) }
        func rotate(_ x: UInt64, _ bits: UInt64) -> UInt64 { x >> bits | x << (64 - bits) }
        for block in stride(from: 0, to: message.count, by: 128) {
            var w = [UInt64](repeating: 0, count: 80)
            for index in 0..<16 {
                for byte in 0..<8 { w[index] = w[index] << 8 | UInt64(message[block + index * 8 + byte]) }
            }
            for index in 16..<80 {
                let x = w[index - 15]
                let y = w[index - 2]
                let first = rotate(x, 1) ^ rotate(x, 8) ^ x >> 7
                let second = rotate(y, 19) ^ rotate(y, 61) ^ y >> 6
                w[index] = w[index - 16] &+ first &+ w[index - 7] &+ second
            }
            var v = hash
            for index in 0..<80 {
                let e = v[4]
                let s1 = rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41)
                let choice = e & v[5] ^ ~e & v[6]
                let first = v[7] &+ s1 &+ choice &+ constants[index] &+ w[index]
                let s0 = rotate(v[0], 28) ^ rotate(v[0], 34) ^ rotate(v[0], 39)
                let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
                v = [first &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
            }
            for index in 0..<8 { hash[index] = hash[index] &+ v[index] }
        }
        return m.bytes(hash.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } })
    }

    private static func firstPrimes(_ count: Int) -> [UInt64] {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }

    /// The first 64 bits behind the point of a square or cube root.
    private static func fractionOfRoot(_ number: UInt64, cube: Bool) -> UInt64 {
        if !cube { return Limbs.squareRoot(Natural(number) << 128).lowLimb }
        // Bit by bit: the largest r with r³ <= number · 2¹⁹².
        let goal = Natural(number) << 192
        var root = Natural.zero
        for bit in stride(from: 67, through: 0, by: -1) {
            let candidate = root + (Natural(1) << bit)
            if !(goal < candidate * candidate * candidate) { root = candidate }
        }
        return root.lowLimb
    }
}
