/// Writes the deflate format (RFC 1951): the same bytes as zlib, so that a program sees the sizes it knows.
final class Deflater {
    /// How hard a level looks for matches.
    private struct Effort {
        let good: Int
        let lazy: Int
        let nice: Int
        let chain: Int
    }

    private static let efforts = [
        Effort(good: 0, lazy: 0, nice: 0, chain: 0), Effort(good: 4, lazy: 4, nice: 8, chain: 4),
        Effort(good: 4, lazy: 5, nice: 16, chain: 8), Effort(good: 4, lazy: 6, nice: 32, chain: 32),
        Effort(good: 4, lazy: 4, nice: 16, chain: 16), Effort(good: 8, lazy: 16, nice: 32, chain: 32),
        Effort(good: 8, lazy: 16, nice: 128, chain: 128), Effort(good: 8, lazy: 32, nice: 128, chain: 256),
        Effort(good: 32, lazy: 128, nice: 258, chain: 1024), Effort(good: 32, lazy: 258, nice: 258, chain: 4096),
    ]

    enum Strategy: Int { case standard, filtered, huffmanOnly, runs, fixed }

    private let level: Int
    private let strategy: Strategy
    private let effort: Effort
    private let symbolLimit: Int
    private let hashMask: Int
    private let hashShift: Int
    /// All bytes so far, and how far they have been looked at.
    private var input: [UInt8] = []
    private var position = 0
    private var blockStart = 0
    /// The latest place of each hash, plus 1; and for each place of the last 32 K the one before it.
    private var heads: [Int32]
    private var previous: [Int32]
    private var inserted = 0
    /// The symbols of the block: distance and literal or length.
    private var symbols: [(distance: UInt16, value: UInt16)] = []
    private var literals = HuffmanTree(count: 286)
    private var distances = HuffmanTree(count: 30)
    private static let fixedLiterals = HuffmanTree(lengths: DeflateTables.fixedLengths)
    private static let fixedDistances = HuffmanTree(lengths: DeflateTables.fixedDistances)
    private var output: [UInt8] = []
    private var bits: UInt64 = 0
    private var bitCount = 0
    // What lazy matching remembers from the byte before.
    private var hasPending = false
    private var matchLength = 2
    private var matchStart = 0

    private static let windowSize = 32768
    private static let maximumDistance = 32768 - 262

    init(level: Int, memoryLevel: Int, strategy: Strategy, dictionary: [UInt8]) {
        self.level = level
        self.strategy = strategy
        effort = Self.efforts[level]
        symbolLimit = 1 << (memoryLevel + 6) - 1
        let hashBits = memoryLevel + 7
        hashMask = 1 << hashBits - 1
        hashShift = (hashBits + 2) / 3
        heads = [Int32](repeating: 0, count: 1 << hashBits)
        previous = [Int32](repeating: 0, count: Self.windowSize)
        input = Array(dictionary.suffix(Self.windowSize))
        position = input.count
        blockStart = position
        while inserted + 2 < position { insert() }
    }

    /// A copy that goes its own way.
    init(_ other: Deflater) {
        level = other.level
        strategy = other.strategy
        effort = other.effort
        symbolLimit = other.symbolLimit
        hashMask = other.hashMask
        hashShift = other.hashShift
        (input, position, blockStart) = (other.input, other.position, other.blockStart)
        (heads, previous, inserted) = (other.heads, other.previous, other.inserted)
        (symbols, literals, distances) = (other.symbols, other.literals, other.distances)
        (output, bits, bitCount) = (other.output, other.bits, other.bitCount)
        (hasPending, matchLength, matchStart) = (other.hasPending, other.matchLength, other.matchStart)
    }

    enum Flush: Int { case none, partial, sync, full, finish }

    /// Takes more bytes; gives what is written for certain.
    func write(_ data: UnsafeBufferPointer<UInt8>, _ flush: Flush) -> [UInt8] {
        input.append(contentsOf: data)
        if flush == .none, input.count - position < 1 << 20 { return [] }
        let isFinal = flush == .finish
        if level == 0 {
            if flush != .none { store(isFinal: isFinal) }
        } else if strategy == .huffmanOnly || strategy == .runs {
            runs(keeping: flush == .none ? 258 : 0)
        } else if level < 4 {
            greedy(keeping: flush == .none ? 261 : 0)
        } else {
            lazy(keeping: flush == .none ? 261 : 0)
        }
        if level > 0, flush != .none, isFinal || !symbols.isEmpty { endBlock(isFinal: isFinal) }
        switch flush {
        case .none: break
        case .partial:
            put(2, 3)
            put(0, 7)
            while bitCount >= 8 { flushByte() }
        case .sync, .full:
            writeStored(position..<position, isFinal: false)
            if flush == .full {
                for index in heads.indices { heads[index] = 0 }
                inserted = position
            }
        case .finish: align()
        }
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    // MARK: Finding matches

    /// Notes the three bytes at `inserted`; the place where the same were before, or -1.
    @discardableResult
    private func insert() -> Int {
        let place = inserted
        inserted += 1
        let hash =
            (Int(input[place]) << (2 * hashShift) ^ Int(input[place + 1]) << hashShift ^ Int(input[place + 2])) & hashMask
        let head = heads[hash]
        previous[place & (Self.windowSize - 1)] = head
        heads[hash] = Int32(truncatingIfNeeded: place + 1)
        return Int(head) - 1
    }

    /// Notes all places before the current one, then this one.
    private func insertHere() -> Int {
        while inserted < position, inserted + 2 < input.count { insert() }
        guard inserted == position, position + 2 < input.count else { return -1 }
        // The very first byte is never a match in zlib.
        let head = insert()
        return head == 0 ? -1 : head
    }

    /// The longest match at the current place that is longer than `known`; its start goes to `matchStart`.
    private func longestMatch(_ head: Int, known: Int) -> Int {
        let lookahead = input.count - position
        var chain = known >= effort.good ? effort.chain >> 2 : effort.chain
        let nice = min(effort.nice, lookahead)
        let longest = min(258, lookahead)
        var best = known
        let lowest = max(0, position - Self.maximumDistance)
        var found = matchStart
        input.withUnsafeBufferPointer { bytes in
            previous.withUnsafeBufferPointer { previous in
                var candidate = head
                let here = position
                while true {
                    if best < longest, bytes[candidate + best] == bytes[here + best],
                        bytes[candidate] == bytes[here]
                    {
                        var length = 0
                        while length < longest, bytes[candidate + length] == bytes[here + length] { length += 1 }
                        if length > best {
                            found = candidate
                            best = length
                            if length >= nice { return }
                        }
                    }
                    candidate = Int(previous[candidate & (Self.windowSize - 1)]) - 1
                    chain -= 1
                    if candidate <= lowest || chain == 0 { return }
                }
            }
        }
        matchStart = found
        return min(best, lookahead)
    }

    private func isNear(_ head: Int) -> Bool { head >= 0 && position - head <= Self.maximumDistance }

    /// Levels 1 to 3: the first match is taken.
    private func greedy(keeping: Int) {
        while input.count - position > keeping {
            let head = insertHere()
            var length = 0
            if isNear(head) { length = longestMatch(head, known: 2) }
            if length >= 3 {
                tally(distance: position - matchStart, length: length)
                let start = position
                position += length
                if length > effort.lazy || input.count - position < 3 {
                    inserted = position
                } else {
                    while inserted < min(start + length, input.count - 2) { insert() }
                }
            } else {
                tally(literal: input[position])
                position += 1
            }
            if symbols.count == symbolLimit { endBlock(isFinal: false) }
        }
    }

    /// Levels 4 to 9: a match waits whether the next byte begins a longer one.
    private func lazy(keeping: Int) {
        while input.count - position > keeping {
            let head = insertHere()
            let priorLength = matchLength
            let priorStart = matchStart
            matchLength = 2
            if isNear(head), priorLength < effort.lazy {
                matchLength = longestMatch(head, known: priorLength)
                if matchLength <= 5, strategy == .filtered || (matchLength == 3 && position - matchStart > 4096) {
                    matchLength = 2
                }
            }
            if priorLength >= 3, matchLength <= priorLength {
                tally(distance: position - 1 - priorStart, length: priorLength)
                position += priorLength - 1
                while inserted < min(position, input.count - 2) { insert() }
                hasPending = false
                matchLength = 2
                if symbols.count == symbolLimit { endBlock(isFinal: false) }
            } else if hasPending {
                tally(literal: input[position - 1])
                // The byte that waits belongs to the next block.
                if symbols.count == symbolLimit { endBlock(isFinal: false) }
                position += 1
            } else {
                hasPending = true
                position += 1
            }
        }
        if keeping == 0, hasPending {
            tally(literal: input[position - 1])
            hasPending = false
            matchLength = 2
        }
    }

    /// Literals only, or runs of one byte.
    private func runs(keeping: Int) {
        while input.count - position > keeping {
            var length = 0
            if strategy == .runs, position > 0 {
                let byte = input[position - 1]
                while length < 258, position + length < input.count, input[position + length] == byte { length += 1 }
            }
            if length >= 3 {
                tally(distance: 1, length: length)
                position += length
            } else {
                tally(literal: input[position])
                position += 1
            }
            if symbols.count == symbolLimit { endBlock(isFinal: false) }
        }
    }

    private func tally(literal: UInt8) {
        symbols.append((0, UInt16(literal)))
        literals.frequencies[Int(literal)] += 1
    }

    private func tally(distance: Int, length: Int) {
        symbols.append((UInt16(truncatingIfNeeded: distance), UInt16(truncatingIfNeeded: length)))
        literals.frequencies[257 + Int(DeflateTables.lengthCode[length])] += 1
        distances.frequencies[DeflateTables.distanceCode(distance)] += 1
    }

    // MARK: Blocks

    /// Level 0: the bytes as they are.
    private func store(isFinal: Bool) {
        while true {
            let end = min(input.count, position + 65535)
            let isLast = isFinal && end == input.count
            if end > position || isLast { writeStored(position..<end, isFinal: isLast) }
            position = end
            blockStart = end
            if end == input.count { return }
        }
    }

    private func writeStored(_ range: Range<Int>, isFinal: Bool) {
        put(isFinal ? 1 : 0, 3)
        align()
        let count = range.count
        for word in [count, ~count] {
            output.append(UInt8(truncatingIfNeeded: word))
            output.append(UInt8(truncatingIfNeeded: word >> 8))
        }
        output.append(contentsOf: input[range])
    }

    /// Writes the symbols so far in the way that takes the fewest bytes.
    private func endBlock(isFinal: Bool) {
        let end = position
        let stored = end - blockStart
        literals.frequencies[256] = 1
        let lengthExtra = [Int](repeating: 0, count: 257) + DeflateTables.lengthExtra
        literals.build(limit: 15)
        distances.build(limit: 15)
        let lengths = CodeLengths(literals, distances)
        let own =
            literals.size(extra: lengthExtra) + distances.size(extra: DeflateTables.distanceExtra) + lengths.bits
        var fixed = 0
        for symbol in 0..<286 where literals.frequencies[symbol] > 0 && !literals.added.contains(symbol) {
            fixed += literals.frequencies[symbol] * (DeflateTables.fixedLengths[symbol] + lengthExtra[symbol])
        }
        for item in symbols where item.distance > 0 {
            fixed += 5 + DeflateTables.distanceExtra[DeflateTables.distanceCode(Int(item.distance))]
        }
        let ownBytes = (own + 3 + 7) >> 3
        let fixedBytes = (fixed + 3 + 7) >> 3
        let isFixed = fixedBytes <= ownBytes || strategy == .fixed
        if stored + 4 <= (isFixed ? fixedBytes : ownBytes), stored <= 65535 {
            writeStored(blockStart..<end, isFinal: isFinal)
        } else if isFixed {
            put(2 + (isFinal ? 1 : 0), 3)
            writeSymbols(Self.fixedLiterals, Self.fixedDistances)
        } else {
            put(4 + (isFinal ? 1 : 0), 3)
            lengths.write(self)
            writeSymbols(literals, distances)
        }
        symbols.removeAll(keepingCapacity: true)
        literals.clear()
        distances.clear()
        blockStart = end
    }

    private func writeSymbols(_ literals: HuffmanTree, _ distances: HuffmanTree) {
        for (distance, value) in symbols {
            if distance == 0 {
                put(UInt64(literals.codes[Int(value)]), literals.lengths[Int(value)])
                continue
            }
            let length = Int(value)
            let code = Int(DeflateTables.lengthCode[length])
            put(UInt64(literals.codes[257 + code]), literals.lengths[257 + code])
            put(UInt64(length - DeflateTables.lengthBase[code]), DeflateTables.lengthExtra[code])
            let far = DeflateTables.distanceCode(Int(distance))
            put(UInt64(distances.codes[far]), distances.lengths[far])
            put(UInt64(Int(distance) - DeflateTables.distanceBase[far]), DeflateTables.distanceExtra[far])
        }
        put(UInt64(literals.codes[256]), literals.lengths[256])
    }

    fileprivate func put(_ value: UInt64, _ count: Int) {
        bits |= value << UInt64(bitCount)
        bitCount += count
        while bitCount >= 8 { flushByte() }
    }

    private func flushByte() {
        output.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        bitCount -= 8
    }

    private func align() {
        if bitCount > 0 { put(0, 8 - bitCount) }
    }
}

/// How the lengths of a block's codes are written: run by run, in a code of their own.
private struct CodeLengths {
    private var runs: [(symbol: Int, extra: Int, bits: Int)] = []
    private var tree = HuffmanTree(count: 19)
    private let literalCount: Int
    private let distanceCount: Int
    private var orderCount = 19
    /// What they take.
    private(set) var bits = 0

    init(_ literals: HuffmanTree, _ distances: HuffmanTree) {
        literalCount = literals.maximum + 1
        distanceCount = distances.maximum + 1
        scan(literals.lengths.prefix(literalCount))
        scan(distances.lengths.prefix(distanceCount))
        tree.build(limit: 7)
        while orderCount > 4, tree.lengths[DeflateTables.order[orderCount - 1]] == 0 { orderCount -= 1 }
        bits = 14 + 3 * orderCount
        for run in runs { bits += tree.lengths[run.symbol] + run.bits }
    }

    private mutating func scan(_ lengths: ArraySlice<Int>) {
        var index = lengths.startIndex
        while index < lengths.endIndex {
            let length = lengths[index]
            var count = 1
            while index + count < lengths.endIndex, lengths[index + count] == length { count += 1 }
            index += count
            if length > 0 {
                add(length)
                count -= 1
            }
            while count >= 3 {
                let part = min(count, length > 0 ? 6 : 138)
                if length > 0 {
                    add(16, part - 3, 2)
                } else if part <= 10 {
                    add(17, part - 3, 3)
                } else {
                    add(18, part - 11, 7)
                }
                count -= part
            }
            for _ in 0..<count { add(length) }
        }
    }

    private mutating func add(_ symbol: Int, _ extra: Int = 0, _ bits: Int = 0) {
        runs.append((symbol, extra, bits))
        tree.frequencies[symbol] += 1
    }

    func write(_ deflater: Deflater) {
        deflater.put(UInt64(literalCount - 257), 5)
        deflater.put(UInt64(distanceCount - 1), 5)
        deflater.put(UInt64(orderCount - 4), 4)
        for symbol in DeflateTables.order.prefix(orderCount) { deflater.put(UInt64(tree.lengths[symbol]), 3) }
        for run in runs {
            deflater.put(UInt64(tree.codes[run.symbol]), tree.lengths[run.symbol])
            deflater.put(UInt64(run.extra), run.bits)
        }
    }
}
