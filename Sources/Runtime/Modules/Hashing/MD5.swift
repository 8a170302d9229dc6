#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// MD5 (RFC 1321).
final class MD5: HashFunction {
    private var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
    private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
    private static let constants: [UInt32] = (0..<64).map { UInt32(4294967296 * sin(Double($0 + 1)).magnitude) }

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
