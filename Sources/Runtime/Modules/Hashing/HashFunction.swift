/// A hash function at work: takes bytes in pieces, gives the digest of all so far.
class HashFunction {
    let name: String
    let blockSize: Int
    /// Bytes of the digest; 0 when the caller chooses.
    let digestSize: Int
    var block: [UInt8] = []
    var length: UInt64 = 0

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

    func copyState(to other: HashFunction) {
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

    final func update(_ data: [UInt8]) { data.withUnsafeBufferPointer { update($0) } }

    /// The padding of MD5 and SHA: a one bit, zeros, and the length in bits.
    final func pad(lengthSize: Int, isBig: Bool) {
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

// Words as the functions read, write and turn them.
extension HashFunction {
    @inline(__always)
    final func load<Word: FixedWidthInteger>(_ pointer: UnsafePointer<UInt8>, isBig: Bool) -> Word {
        let word = UnsafeRawPointer(pointer).loadUnaligned(as: Word.self)
        return isBig ? Word(bigEndian: word) : Word(littleEndian: word)
    }

    final func bytes<Word: FixedWidthInteger>(_ words: [Word], isBig: Bool, count: Int) -> [UInt8] {
        var output: [UInt8] = []
        for word in words {
            withUnsafeBytes(of: isBig ? word.bigEndian : word.littleEndian) { output.append(contentsOf: $0) }
        }
        return Array(output.prefix(count))
    }

    // Shifts by the low bits of a count: those of its negative are what is missing to the width of a word.
    @inline(__always)
    final func rotate<Word: FixedWidthInteger>(_ word: Word, left count: Word) -> Word {
        word &<< count | word &>> (0 &- count)
    }

    @inline(__always)
    final func rotate<Word: FixedWidthInteger>(_ word: Word, right count: Word) -> Word {
        word &>> count | word &<< (0 &- count)
    }
}
