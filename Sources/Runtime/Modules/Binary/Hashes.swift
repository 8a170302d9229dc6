/// A hash function at work: takes bytes in pieces, gives the digest of all so far.
class HashFunction {
    let name: String
    let blockSize: Int
    /// Bytes of the digest; 0 when the caller chooses.
    let digestSize: Int
    fileprivate var block: [UInt8] = []
    fileprivate var length: UInt64 = 0

    init(name: String, blockSize: Int, digestSize: Int) {
        self.name = name
        self.blockSize = blockSize
        self.digestSize = digestSize
        block.reserveCapacity(blockSize)
    }

    /// Takes one whole block.
    func process(_ block: UnsafePointer<UInt8>) {}
    /// The digest, when what is left of the message lies in `block`. The state is of no use afterwards.
    func finish(size: Int) -> [UInt8] { [] }
    func copy() -> HashFunction { self }

    fileprivate func copyState(to other: HashFunction) {
        other.block = block
        other.length = length
    }

    /// Whether a block that is just full must wait, because the last one is treated differently.
    var keepsFullBlock: Bool { false }

    final func update(_ data: UnsafeBufferPointer<UInt8>) {
        guard let base = data.baseAddress, data.count > 0 else { return }
        length &+= UInt64(data.count)
        var index = 0
        let wanted = keepsFullBlock ? blockSize + 1 : blockSize
        while block.count + data.count - index >= wanted {
            if block.isEmpty {
                process(base + index)
                index += blockSize
            } else {
                let part = blockSize - block.count
                block.append(contentsOf: UnsafeBufferPointer(start: base + index, count: part))
                index += part
                block.withUnsafeBufferPointer { if let start = $0.baseAddress { process(start) } }
                block.removeAll(keepingCapacity: true)
            }
        }
        block.append(contentsOf: UnsafeBufferPointer(start: base + index, count: data.count - index))
    }

    fileprivate final func update(_ data: [UInt8]) { data.withUnsafeBufferPointer { update($0) } }

    /// The padding of MD5 and SHA: a one bit, zeros, and the length in bits.
    fileprivate final func pad(lengthSize: Int, isBig: Bool) {
        let bits = length &* 8
        var padding: [UInt8] = [0x80]
        while (block.count + padding.count + lengthSize) % blockSize != 0 { padding.append(0) }
        for index in 0..<lengthSize {
            let place = isBig ? lengthSize - 1 - index : index
            padding.append(place < 8 ? UInt8(truncatingIfNeeded: bits >> UInt64(place * 8)) : 0)
        }
        update(padding)
    }
}

@inline(__always)
private func load<Word: FixedWidthInteger>(_ pointer: UnsafePointer<UInt8>, isBig: Bool) -> Word {
    let word = UnsafeRawPointer(pointer).loadUnaligned(as: Word.self)
    return isBig ? Word(bigEndian: word) : Word(littleEndian: word)
}

private func bytes<Word: FixedWidthInteger>(_ words: [Word], isBig: Bool, count: Int) -> [UInt8] {
    var output: [UInt8] = []
    for word in words {
        withUnsafeBytes(of: isBig ? word.bigEndian : word.littleEndian) { output.append(contentsOf: $0) }
    }
    return Array(output.prefix(count))
}

@inline(__always)
private func rotate(_ word: UInt32, left count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
@inline(__always)
private func rotate(_ word: UInt32, right count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
@inline(__always)
private func rotate(_ word: UInt64, right count: UInt64) -> UInt64 { word >> count | word << (64 - count) }

/// MD5 (RFC 1321).
final class MD5: HashFunction {
    private var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
    private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
    private static let constants: [UInt32] = (0..<64).map { UInt32(4294967296 * sine(Double($0 + 1)).magnitude) }

    init() { super.init(name: "md5", blockSize: 64, digestSize: 16) }
    override func copy() -> HashFunction {
        let other = MD5()
        copyState(to: other)
        other.state = state
        return other
    }

    override func process(_ block: UnsafePointer<UInt8>) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        for index in 0..<64 {
            let mix: UInt32
            let word: Int
            switch index / 16 {
            case 0: (mix, word) = (b & c | ~b & d, index)
            case 1: (mix, word) = (d & b | ~d & c, (5 * index + 1) % 16)
            case 2: (mix, word) = (b ^ c ^ d, (3 * index + 5) % 16)
            default: (mix, word) = (c ^ (b | ~d), 7 * index % 16)
            }
            let value: UInt32 = load(block + word * 4, isBig: false)
            let sum = a &+ mix &+ MD5.constants[index] &+ value
            (a, d, c) = (d, c, b)
            b = b &+ rotate(sum, left: MD5.shifts[index / 16 * 4 + index % 4])
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
    }

    override func finish(size: Int) -> [UInt8] {
        pad(lengthSize: 8, isBig: false)
        return bytes(state, isBig: false, count: size)
    }
}

/// SHA-1 (FIPS 180-4).
final class SHA1: HashFunction {
    private var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]

    init() { super.init(name: "sha1", blockSize: 64, digestSize: 20) }
    override func copy() -> HashFunction {
        let other = SHA1()
        copyState(to: other)
        other.state = state
        return other
    }

    override func process(_ block: UnsafePointer<UInt8>) {
        var words = [UInt32](repeating: 0, count: 80)
        for index in 0..<16 { words[index] = load(block + index * 4, isBig: true) }
        for index in 16..<80 {
            let mix = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
            words[index] = rotate(mix, left: 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (mix, constant): (UInt32, UInt32) =
                index < 20
                ? (b & c | ~b & d, 0x5a82_7999)
                : index < 40
                    ? (b ^ c ^ d, 0x6ed9_eba1)
                    : index < 60 ? (b & c | b & d | c & d, 0x8f1b_bcdc) : (b ^ c ^ d, 0xca62_c1d6)
            let sum = rotate(a, left: 5) &+ mix &+ e &+ constant &+ words[index]
            (e, d, c, b, a) = (d, c, rotate(b, left: 30), a, sum)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }

    override func finish(size: Int) -> [UInt8] {
        pad(lengthSize: 8, isBig: true)
        return bytes(state, isBig: true, count: size)
    }
}

/// The first primes, whose roots the constants of SHA-2 are made of.
private let primes: [UInt64] = {
    var found: [UInt64] = []
    var candidate: UInt64 = 2
    while found.count < 80 {
        if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
        candidate += 1
    }
    return found
}()

/// The first 64 bits behind the point of a root of a number, found by bisection: `power` is 2 or 3.
private func rootFraction(_ number: UInt64, power: Int) -> UInt64 {
    // The root times 2**64 is the largest r with r**power <= number << (64 * power).
    var low = [UInt64](repeating: 0, count: 2)  // 128 bits, least significant first
    for bit in stride(from: 69, through: 0, by: -1) {
        var candidate = low
        candidate[bit / 64] |= 1 << UInt64(bit % 64)
        var product = candidate
        for _ in 1..<power { product = multiply(product, candidate) }
        var bound = [UInt64](repeating: 0, count: power)
        bound.append(number)
        if !isLess(bound, product) { low = candidate }
    }
    return low[0]
}

private func multiply(_ x: [UInt64], _ y: [UInt64]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: x.count + y.count)
    for i in x.indices {
        var carry: UInt64 = 0
        for j in y.indices {
            let (high, low) = x[i].multipliedFullWidth(by: y[j])
            let (sum, overflow) = result[i + j].addingReportingOverflow(low)
            let (sum2, overflow2) = sum.addingReportingOverflow(carry)
            result[i + j] = sum2
            carry = high &+ (overflow ? 1 : 0) &+ (overflow2 ? 1 : 0)
        }
        result[i + y.count] = carry
    }
    return result
}

private func isLess(_ x: [UInt64], _ y: [UInt64]) -> Bool {
    for index in stride(from: max(x.count, y.count) - 1, through: 0, by: -1) {
        let (a, b) = (index < x.count ? x[index] : 0, index < y.count ? y[index] : 0)
        if a != b { return a < b }
    }
    return false
}

private let cubeRoots: [UInt64] = primes.map { rootFraction($0, power: 3) }
private let cubeRoots32: [UInt32] = cubeRoots.prefix(64).map { UInt32($0 >> 32) }
private let squareRoots: [UInt64] = primes.prefix(16).map { rootFraction($0, power: 2) }

/// SHA-224 and SHA-256 (FIPS 180-4).
final class SHA256: HashFunction {
    private var state: [UInt32]

    init(isShort: Bool) {
        state =
            isShort
            ? squareRoots.suffix(8).map { UInt32(truncatingIfNeeded: $0) }
            : squareRoots.prefix(8).map { UInt32($0 >> 32) }
        super.init(name: isShort ? "sha224" : "sha256", blockSize: 64, digestSize: isShort ? 28 : 32)
    }
    override func copy() -> HashFunction {
        let other = SHA256(isShort: digestSize == 28)
        copyState(to: other)
        other.state = state
        return other
    }

    override func process(_ block: UnsafePointer<UInt8>) {
        var words = [UInt32](repeating: 0, count: 64)
        for index in 0..<16 { words[index] = load(block + index * 4, isBig: true) }
        for index in 16..<64 {
            let (x, y) = (words[index - 15], words[index - 2])
            let first = rotate(x, right: 7) ^ rotate(x, right: 18) ^ x >> 3
            let second = rotate(y, right: 17) ^ rotate(y, right: 19) ^ y >> 10
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
        var s = state
        for index in 0..<64 {
            let high = rotate(s[4], right: 6) ^ rotate(s[4], right: 11) ^ rotate(s[4], right: 25)
            let choice = s[4] & s[5] ^ ~s[4] & s[6]
            let first = s[7] &+ high &+ choice &+ cubeRoots32[index] &+ words[index]
            let low = rotate(s[0], right: 2) ^ rotate(s[0], right: 13) ^ rotate(s[0], right: 22)
            let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
            s[7] = s[6]
            s[6] = s[5]
            s[5] = s[4]
            s[4] = s[3] &+ first
            s[3] = s[2]
            s[2] = s[1]
            s[1] = s[0]
            s[0] = first &+ low &+ majority
        }
        for index in 0..<8 { state[index] &+= s[index] }
    }

    override func finish(size: Int) -> [UInt8] {
        pad(lengthSize: 8, isBig: true)
        return bytes(state, isBig: true, count: size)
    }
}

/// SHA-384 and SHA-512 (FIPS 180-4).
final class SHA512: HashFunction {
    private var state: [UInt64]

    init(isShort: Bool) {
        state = Array(isShort ? squareRoots.suffix(8) : squareRoots.prefix(8))
        super.init(name: isShort ? "sha384" : "sha512", blockSize: 128, digestSize: isShort ? 48 : 64)
    }
    override func copy() -> HashFunction {
        let other = SHA512(isShort: digestSize == 48)
        copyState(to: other)
        other.state = state
        return other
    }

    override func process(_ block: UnsafePointer<UInt8>) {
        var words = [UInt64](repeating: 0, count: 80)
        for index in 0..<16 { words[index] = load(block + index * 8, isBig: true) }
        for index in 16..<80 {
            let (x, y) = (words[index - 15], words[index - 2])
            let first = rotate(x, right: 1) ^ rotate(x, right: 8) ^ x >> 7
            let second = rotate(y, right: 19) ^ rotate(y, right: 61) ^ y >> 6
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
        var s = state
        for index in 0..<80 {
            let high = rotate(s[4], right: 14) ^ rotate(s[4], right: 18) ^ rotate(s[4], right: 41)
            let choice = s[4] & s[5] ^ ~s[4] & s[6]
            let first = s[7] &+ high &+ choice &+ cubeRoots[index] &+ words[index]
            let low = rotate(s[0], right: 28) ^ rotate(s[0], right: 34) ^ rotate(s[0], right: 39)
            let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
            s[7] = s[6]
            s[6] = s[5]
            s[5] = s[4]
            s[4] = s[3] &+ first
            s[3] = s[2]
            s[2] = s[1]
            s[1] = s[0]
            s[0] = first &+ low &+ majority
        }
        for index in 0..<8 { state[index] &+= s[index] }
    }

    override func finish(size: Int) -> [UInt8] {
        pad(lengthSize: 16, isBig: true)
        return bytes(state, isBig: true, count: size)
    }
}

/// SHA-3 and SHAKE (FIPS 202).
final class SHA3: HashFunction {
    private var lanes = [UInt64](repeating: 0, count: 25)
    private let suffix: UInt8

    /// A fixed digest of `bits`, or with `isShake` one of any size.
    init(bits: Int, isShake: Bool) {
        suffix = isShake ? 0x1f : 0x06
        super.init(
            name: isShake ? "shake_\(bits)" : "sha3_\(bits)", blockSize: 200 - bits / 4,
            digestSize: isShake ? 0 : bits / 8)
    }
    override func copy() -> HashFunction {
        let other = SHA3(bits: (200 - blockSize) * 4, isShake: digestSize == 0)
        copyState(to: other)
        other.lanes = lanes
        return other
    }

    override func process(_ block: UnsafePointer<UInt8>) {
        for index in 0..<blockSize / 8 { lanes[index] ^= load(block + index * 8, isBig: false) }
        permute()
    }

    private func permute() {
        var register: UInt8 = 1
        var columns = [UInt64](repeating: 0, count: 5)
        for _ in 0..<24 {
            for x in 0..<5 { columns[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] }
            for x in 0..<5 {
                let mix = columns[(x + 4) % 5] ^ rotate(columns[(x + 1) % 5], right: 63)
                for y in 0..<5 { lanes[x + 5 * y] ^= mix }
            }
            var (x, y) = (1, 0)
            var current = lanes[1]
            for step in 0..<24 {
                (x, y) = (y, (2 * x + 3 * y) % 5)
                let turn = UInt64((step + 1) * (step + 2) / 2 % 64)
                let turned = turn == 0 ? current : rotate(current, right: 64 - turn)
                current = lanes[x + 5 * y]
                lanes[x + 5 * y] = turned
            }
            for y in 0..<5 {
                let row = Array(lanes[5 * y..<5 * y + 5])
                for x in 0..<5 { lanes[5 * y + x] = row[x] ^ ~row[(x + 1) % 5] & row[(x + 2) % 5] }
            }
            // The constant of the round comes out of a shift register.
            for power in 0..<7 {
                if register & 1 == 1 { lanes[0] ^= 1 << UInt64((1 << power) - 1) }
                register = register & 0x80 != 0 ? register << 1 ^ 0x71 : register << 1
            }
        }
    }

    override func finish(size: Int) -> [UInt8] {
        var last = block + [suffix]
        last += [UInt8](repeating: 0, count: blockSize - last.count)
        last[blockSize - 1] |= 0x80
        last.withUnsafeBufferPointer { if let start = $0.baseAddress { process(start) } }
        var output: [UInt8] = []
        while true {
            output += bytes(lanes, isBig: false, count: blockSize)
            if output.count >= size { return Array(output.prefix(size)) }
            permute()
        }
    }
}

/// BLAKE2b and BLAKE2s (RFC 7693), over words of 64 or 32 bits.
final class Blake2<Word: FixedWidthInteger & UnsignedInteger>: HashFunction {
    private var state: [Word] = []

    private static var isLarge: Bool { Word.bitWidth == 64 }
    private static var initial: [Word] {
        squareRoots.prefix(8).map { isLarge ? Word(truncatingIfNeeded: $0) : Word(truncatingIfNeeded: $0 >> 32) }
    }
    private static var turns: [Word] { isLarge ? [32, 24, 16, 63] : [16, 12, 8, 7] }
    private static var schedule: [[Int]] {
        [
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
            [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
            [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
            [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
            [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
            [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
            [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
            [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
            [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
            [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
        ]
    }

    /// `salt` and `person` fill a quarter of the parameter block each.
    init(digestSize: Int, key: [UInt8], salt: [UInt8], person: [UInt8]) {
        let size = Word.bitWidth / 8
        super.init(name: Blake2.isLarge ? "blake2b" : "blake2s", blockSize: size * 16, digestSize: digestSize)
        var parameters = [UInt8](repeating: 0, count: size * 8)
        parameters[0] = UInt8(digestSize)
        parameters[1] = UInt8(key.count)
        parameters[2] = 1
        parameters[3] = 1
        for (index, byte) in salt.prefix(size * 2).enumerated() { parameters[size * 4 + index] = byte }
        for (index, byte) in person.prefix(size * 2).enumerated() { parameters[size * 6 + index] = byte }
        let initial = Blake2.initial
        state = parameters.withUnsafeBufferPointer { buffer in
            (0..<8).map { index in
                guard let base = buffer.baseAddress else { return initial[index] }
                return initial[index] ^ load(base + index * size, isBig: false)
            }
        }
        if !key.isEmpty { update(key + [UInt8](repeating: 0, count: blockSize - key.count)) }
    }

    private init(copying other: Blake2) {
        state = other.state
        super.init(name: other.name, blockSize: other.blockSize, digestSize: other.digestSize)
        other.copyState(to: self)
    }
    override func copy() -> HashFunction { Blake2(copying: self) }
    override var keepsFullBlock: Bool { true }

    override func process(_ block: UnsafePointer<UInt8>) { compress(block, isLast: false) }

    /// Bytes that went through `compress`.
    private var done: UInt64 = 0

    private func compress(_ block: UnsafePointer<UInt8>, isLast: Bool, count: Int? = nil) {
        let size = Word.bitWidth / 8
        done &+= UInt64(count ?? blockSize)
        let words: [Word] = (0..<16).map { load(block + $0 * size, isBig: false) }
        var v = state + Blake2.initial
        v[12] ^= Word(truncatingIfNeeded: done)
        if !Blake2.isLarge { v[13] ^= Word(truncatingIfNeeded: done >> 32) }
        if isLast { v[14] = ~v[14] }
        let turns = Blake2.turns
        let width = Word(Word.bitWidth)
        func turn(_ word: Word, _ count: Word) -> Word { word >> count | word << (width - count) }
        func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: Word, _ y: Word) {
            v[a] = v[a] &+ v[b] &+ x
            v[d] = turn(v[d] ^ v[a], turns[0])
            v[c] = v[c] &+ v[d]
            v[b] = turn(v[b] ^ v[c], turns[1])
            v[a] = v[a] &+ v[b] &+ y
            v[d] = turn(v[d] ^ v[a], turns[2])
            v[c] = v[c] &+ v[d]
            v[b] = turn(v[b] ^ v[c], turns[3])
        }
        let schedule = Blake2.schedule
        for round in 0..<(Blake2.isLarge ? 12 : 10) {
            let order = schedule[round % 10]
            for column in 0..<4 {
                mix(column, column + 4, column + 8, column + 12, words[order[2 * column]], words[order[2 * column + 1]])
            }
            for column in 0..<4 {
                mix(
                    column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4,
                    words[order[8 + 2 * column]], words[order[9 + 2 * column]])
            }
        }
        for index in 0..<8 { state[index] ^= v[index] ^ v[index + 8] }
    }

    override func finish(size: Int) -> [UInt8] {
        let count = block.count
        let last = block + [UInt8](repeating: 0, count: blockSize - count)
        last.withUnsafeBufferPointer { if let start = $0.baseAddress { compress(start, isLast: true, count: count) } }
        return bytes(state, isBig: false, count: size)
    }

    fileprivate override func copyState(to other: HashFunction) {
        super.copyState(to: other)
        (other as? Blake2)?.done = done
    }
}
