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
                let turned = rotate(current, left: turn)
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
