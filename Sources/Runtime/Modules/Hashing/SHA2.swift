/// SHA-224 and SHA-256 (FIPS 180-4).
final class SHA256: HashFunction {
    private var state: [UInt32]
    private static let constants: [UInt32] = PrimeRoots.cube.prefix(64).map { UInt32($0 >> 32) }

    init(isShort: Bool) {
        state =
            isShort
            ? PrimeRoots.square.suffix(8).map { UInt32(truncatingIfNeeded: $0) }
            : PrimeRoots.square.prefix(8).map { UInt32($0 >> 32) }
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
            let first = s[7] &+ high &+ choice &+ SHA256.constants[index] &+ words[index]
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
        state = Array(isShort ? PrimeRoots.square.suffix(8) : PrimeRoots.square.prefix(8))
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
            let first = s[7] &+ high &+ choice &+ PrimeRoots.cube[index] &+ words[index]
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
