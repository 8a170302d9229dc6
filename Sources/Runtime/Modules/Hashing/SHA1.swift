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
