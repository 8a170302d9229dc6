/// BLAKE2b and BLAKE2s (RFC 7693), over words of 64 or 32 bits.
final class Blake2<Word: FixedWidthInteger & UnsignedInteger>: HashFunction {
    private var state: [Word] = []

    private static var isLarge: Bool { Word.bitWidth == 64 }
    private static var initial: [Word] {
        PrimeRoots.square.prefix(8).map { isLarge ? Word(truncatingIfNeeded: $0) : Word(truncatingIfNeeded: $0 >> 32) }
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
        func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: Word, _ y: Word) {
            v[a] = v[a] &+ v[b] &+ x
            v[d] = rotate(v[d] ^ v[a], right: turns[0])
            v[c] = v[c] &+ v[d]
            v[b] = rotate(v[b] ^ v[c], right: turns[1])
            v[a] = v[a] &+ v[b] &+ y
            v[d] = rotate(v[d] ^ v[a], right: turns[2])
            v[c] = v[c] &+ v[d]
            v[b] = rotate(v[b] ^ v[c], right: turns[3])
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

    override func copyState(to other: HashFunction) {
        super.copyState(to: other)
        (other as? Blake2)?.done = done
    }
}
