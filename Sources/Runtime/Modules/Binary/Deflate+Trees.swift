/// The Huffman codes of a deflate block (RFC 1951), built with the same choices among equals that zlib makes.
struct HuffmanTree {
    var frequencies: [Int]
    private(set) var codes: [UInt16]
    private(set) var lengths: [Int]
    /// The largest symbol that occurs.
    private(set) var maximum = -1
    /// Symbols that do not occur, but make two codes.
    private(set) var added: [Int] = []

    init(count: Int) {
        frequencies = [Int](repeating: 0, count: count)
        codes = [UInt16](repeating: 0, count: count)
        lengths = [Int](repeating: 0, count: count)
    }

    /// A tree with given lengths.
    init(lengths: [Int]) {
        frequencies = [Int](repeating: 0, count: lengths.count)
        codes = [UInt16](repeating: 0, count: lengths.count)
        self.lengths = lengths
        assignCodes()
    }

    mutating func clear() {
        for index in frequencies.indices { frequencies[index] = 0 }
    }

    /// Bits that the symbols take, each with its extra bits.
    func size(extra: [Int]) -> Int {
        var total = 0
        for (index, frequency) in frequencies.enumerated() where frequency > 0 {
            total += frequency * (lengths[index] + (index < extra.count ? extra[index] : 0))
        }
        return total - added.count
    }

    /// Works out lengths and codes from the frequencies; no code is longer than `limit`.
    mutating func build(limit: Int) {
        let count = frequencies.count
        var weights = frequencies + [Int](repeating: 0, count: count + 1)
        var depths = [Int](repeating: 0, count: weights.count)
        var parents = [Int](repeating: 0, count: weights.count)
        var heap: [Int] = []
        maximum = -1
        added = []
        for symbol in 0..<count where frequencies[symbol] > 0 {
            heap.append(symbol)
            maximum = symbol
        }
        // Two codes at least, so that a decoder is content.
        while heap.count < 2 {
            let symbol = maximum < 2 ? maximum + 1 : 0
            if maximum < 2 { maximum += 1 }
            heap.append(symbol)
            added.append(symbol)
            weights[symbol] = 1
            frequencies[symbol] = 1
        }
        func isSmaller(_ x: Int, _ y: Int) -> Bool {
            weights[x] < weights[y] || (weights[x] == weights[y] && depths[x] <= depths[y])
        }
        func sink(_ start: Int) {
            var place = start
            let node = heap[place]
            var child = place * 2 + 1
            while child < heap.count {
                if child + 1 < heap.count, isSmaller(heap[child + 1], heap[child]) { child += 1 }
                if isSmaller(node, heap[child]) { break }
                heap[place] = heap[child]
                place = child
                child = place * 2 + 1
            }
            heap[place] = node
        }
        for start in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(start) }
        var order: [Int] = []
        var node = count
        repeat {
            let first = heap[0]
            heap[0] = heap[heap.count - 1]
            heap.removeLast()
            sink(0)
            let second = heap[0]
            order.append(first)
            order.append(second)
            weights[node] = weights[first] + weights[second]
            depths[node] = max(depths[first], depths[second]) + 1
            parents[first] = node
            parents[second] = node
            heap[0] = node
            node += 1
            sink(0)
        } while heap.count >= 2
        order.append(heap[0])
        order.reverse()
        limitLengths(order, parents, limit)
        assignCodes()
    }

    /// Lengths from the tree, whose nodes are given from the root downwards; codes that are too long change places.
    private mutating func limitLengths(_ order: [Int], _ parents: [Int], _ limit: Int) {
        let count = frequencies.count
        var depths = [Int](repeating: 0, count: parents.count)
        var perLength = [Int](repeating: 0, count: limit + 1)
        var overflow = 0
        for index in lengths.indices { lengths[index] = 0 }
        for node in order.dropFirst() {
            var depth = depths[parents[node]] + 1
            if depth > limit {
                depth = limit
                overflow += 1
            }
            depths[node] = depth
            guard node < count else { continue }
            perLength[depth] += 1
            lengths[node] = depth
        }
        guard overflow > 0 else { return }
        repeat {
            var length = limit - 1
            while perLength[length] == 0 { length -= 1 }
            perLength[length] -= 1
            perLength[length + 1] += 2
            perLength[limit] -= 1
            overflow -= 2
        } while overflow > 0
        // The rarest symbols get the longest codes.
        var place = order.count
        for length in stride(from: limit, to: 0, by: -1) {
            var left = perLength[length]
            while left > 0 {
                place -= 1
                let symbol = order[place]
                guard symbol < count else { continue }
                lengths[symbol] = length
                left -= 1
            }
        }
    }

    private mutating func assignCodes() {
        var perLength = [Int](repeating: 0, count: 17)
        for length in lengths where length > 0 { perLength[length] += 1 }
        var next = [Int](repeating: 0, count: 17)
        var code = 0
        for length in 1...16 {
            code = (code + (length > 1 ? perLength[length - 1] : 0)) << 1
            next[length] = code
        }
        for (symbol, length) in lengths.enumerated() where length > 0 {
            codes[symbol] = Self.reversed(next[length], length)
            next[length] += 1
        }
    }

    private static func reversed(_ code: Int, _ length: Int) -> UInt16 {
        var result = 0
        for bit in 0..<length where code & (1 << bit) != 0 { result |= 1 << (length - 1 - bit) }
        return UInt16(truncatingIfNeeded: result)
    }
}

/// The tables of RFC 1951.
enum DeflateTables {
    static let lengthExtra = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    static let distanceExtra = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
        8193, 12289, 16385, 24577,
    ]
    /// In which order the lengths of the codes of lengths are written.
    static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    static let fixedLengths =
        [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
        + [Int](repeating: 8, count: 8)
    static let fixedDistances = [Int](repeating: 5, count: 30)

    /// The symbol of a match's length.
    static let lengthCode: [UInt8] = {
        var codes = [UInt8](repeating: 0, count: 259)
        for (code, base) in lengthBase.enumerated() {
            let end = code + 1 < lengthBase.count ? lengthBase[code + 1] : 259
            for length in base..<end { codes[length] = UInt8(code) }
        }
        return codes
    }()

    /// The symbol of a match's distance.
    static func distanceCode(_ distance: Int) -> Int {
        var low = 0
        var high = distanceBase.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if distanceBase[middle] <= distance { low = middle } else { high = middle }
        }
        return low
    }
}
