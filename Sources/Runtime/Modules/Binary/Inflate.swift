/// Reads the deflate format (RFC 1951), piece by piece.
final class Inflater {
    enum Status: Int { case needsInput, ended, full }

    struct Failure: Error {
        let message: StaticString
    }

    /// The input has ended in the middle; what was read of the current item is read again later.
    private struct Starved: Error {}

    /// What comes next.
    private enum Step {
        case block
        case stored(Int)
        case codes
        case ended
    }

    /// A canonical code: how many codes of each length, and the symbols in order.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [UInt16] = []
        /// The symbol and length for the next nine bits, or 0.
        var quick = [UInt16](repeating: 0, count: 512)

        /// How many codes are left over; negative when there are too many.
        private(set) var left = 1

        init(_ lengths: ArraySlice<Int>) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            for length in 1...15 { left = left << 1 - counts[length] }
            var offsets = [Int](repeating: 0, count: 17)
            var codes = [Int](repeating: 0, count: 17)
            for length in 1...15 {
                offsets[length + 1] = offsets[length] + counts[length]
                codes[length + 1] = (codes[length] + counts[length]) << 1
            }
            symbols = [UInt16](repeating: 0, count: lengths.count)
            guard left >= 0 else { return }
            for (symbol, length) in lengths.enumerated() where length > 0 {
                symbols[offsets[length]] = UInt16(symbol)
                offsets[length] += 1
                if length <= 9 {
                    var index = 0
                    for bit in 0..<length where codes[length] & (1 << bit) != 0 { index |= 1 << (length - 1 - bit) }
                    while index < 512 {
                        quick[index] = UInt16(symbol) << 4 | UInt16(length)
                        index += 1 << length
                    }
                }
                codes[length] += 1
            }
        }

        var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }
        /// Whether only one code of one bit is there, which may stand alone.
        var isSingle: Bool { counts[1] == 1 && counts.dropFirst(2).allSatisfy { $0 == 0 } }
    }

    private var input: [UInt8] = []
    private var position = 0
    private var bits: UInt64 = 0
    private var bitCount = 0
    private var step = Step.block
    private var isFinal = false
    private var literals = Code([])
    private var distances = Code([])
    /// The last 32 K, then what was not handed out yet.
    private var window: [UInt8]
    private var handed: Int
    private static let fixed = (Code(DeflateTables.fixedLengths[...]), Code(DeflateTables.fixedDistances[...]))

    init(dictionary: [UInt8]) {
        window = Array(dictionary.suffix(32768))
        handed = window.count
    }

    init(_ other: Inflater) {
        (input, position, bits, bitCount) = (other.input, other.position, other.bits, other.bitCount)
        (step, isFinal, literals, distances) = (other.step, other.isFinal, other.literals, other.distances)
        (window, handed) = (other.window, other.handed)
    }

    /// Takes more bytes and gives at most `limit` ones; how many of the input's bytes were not needed.
    func read(
        _ data: UnsafeBufferPointer<UInt8>, limit: Int
    ) throws(Failure) -> (output: ArraySlice<UInt8>, status: Status, unused: Int) {
        input.removeFirst(position)
        position = 0
        input.append(contentsOf: data)
        var status = Status.needsInput
        let goal = limit == Int.max ? Int.max : handed + limit
        while true {
            if window.count >= goal, limit != Int.max {
                status = .full
                break
            }
            if case .ended = step {
                status = .ended
                break
            }
            let saved = (position, bits, bitCount)
            do {
                try advance(goal)
            } catch let failure as Failure {
                throw failure
            } catch {
                // Symbols are taken back one by one, the head of a block as a whole.
                if case .block = step { (position, bits, bitCount) = saved }
                break
            }
        }
        if case .ended = step, window.count <= goal { status = .ended }
        // Whole bytes in the bit buffer go back.
        while bitCount >= 8 {
            bitCount -= 8
            position -= 1
        }
        bits &= 1 << UInt64(bitCount) - 1
        let unused = status == .needsInput ? 0 : input.count - position
        if status != .needsInput {
            input.removeAll()
            position = 0
        }
        let end = min(window.count, goal)
        let output = window[handed..<end]
        handed = end
        if handed > 1 << 17 {
            let dropped = handed - 32768
            window.removeFirst(dropped)
            handed -= dropped
        }
        return (output, status, unused)
    }

    // MARK: Bits

    private func need(_ count: Int) throws {
        while bitCount < count {
            guard position < input.count else { throw Starved() }
            bits |= UInt64(input[position]) << UInt64(bitCount)
            position += 1
            bitCount += 8
        }
    }

    private func take(_ count: Int) throws -> Int {
        if count == 0 { return 0 }
        try need(count)
        let value = Int(bits & (1 << UInt64(count) - 1))
        bits >>= UInt64(count)
        bitCount -= count
        return value
    }

    private func symbol(_ code: Code, _ failure: StaticString) throws -> Int {
        // As many bits as there are; a code may be shorter than nine.
        while bitCount < 15, position < input.count {
            bits |= UInt64(input[position]) << UInt64(bitCount)
            position += 1
            bitCount += 8
        }
        let entry = Int(code.quick[Int(bits & 511)])
        if entry & 15 != 0, entry & 15 <= bitCount {
            bits >>= UInt64(entry & 15)
            bitCount -= entry & 15
            return entry >> 4
        }
        var value = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            guard bitCount >= length else { throw Starved() }
            value |= Int(bits >> UInt64(length - 1)) & 1
            let count = code.counts[length]
            if value - count < first {
                bits >>= UInt64(length)
                bitCount -= length
                return Int(code.symbols[index + value - first])
            }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        throw Failure(message: failure)
    }

    // MARK: Blocks

    private func advance(_ goal: Int) throws {
        switch step {
        case .block: try beginBlock()
        case .stored(let left):
            guard left > 0 else { return endBlock() }
            let count = min(left, input.count - position, goal - window.count)
            if count <= 0 { throw Starved() }
            window.append(contentsOf: input[position..<position + count])
            position += count
            step = .stored(left - count)
        case .codes: try readSymbols(goal)
        case .ended: break
        }
    }

    private func endBlock() { step = isFinal ? .ended : .block }

    private func beginBlock() throws {
        let isLast = try take(1) == 1
        switch try take(2) {
        case 0:
            bits >>= UInt64(bitCount & 7)
            bitCount -= bitCount & 7
            let count = try take(16)
            guard try take(16) == count ^ 0xFFFF else { throw Failure(message: "invalid stored block lengths") }
            while bitCount >= 8 {
                bitCount -= 8
                position -= 1
            }
            bits = 0
            step = .stored(count)
        case 1:
            (literals, distances) = Self.fixed
            step = .codes
        case 2:
            try readCodes()
            step = .codes
        default: throw Failure(message: "invalid block type")
        }
        isFinal = isLast
    }

    private func readCodes() throws {
        let literalCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let orderCount = try take(4) + 4
        if literalCount > 286 || distanceCount > 30 { throw Failure(message: "too many length or distance symbols") }
        var orderLengths = [Int](repeating: 0, count: 19)
        for index in 0..<orderCount { orderLengths[DeflateTables.order[index]] = try take(3) }
        let order = Code(orderLengths[...])
        if order.left != 0 { throw Failure(message: "invalid code lengths set") }
        var lengths: [Int] = []
        while lengths.count < literalCount + distanceCount {
            let symbol = try symbol(order, "invalid code lengths set")
            var (length, count) = (0, 1)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw Failure(message: "invalid bit length repeat") }
                (length, count) = (last, 3 + (try take(2)))
            case 17: count = 3 + (try take(3))
            case 18: count = 11 + (try take(7))
            default: length = symbol
            }
            if lengths.count + count > literalCount + distanceCount {
                throw Failure(message: "invalid bit length repeat")
            }
            for _ in 0..<count { lengths.append(length) }
        }
        if lengths[256] == 0 { throw Failure(message: "invalid code -- missing end-of-block") }
        let newLiterals = Code(lengths[..<literalCount])
        if newLiterals.left < 0 || (newLiterals.left > 0 && !newLiterals.isSingle) {
            throw Failure(message: "invalid literal/lengths set")
        }
        let newDistances = Code(lengths[literalCount...])
        if newDistances.left < 0 || (newDistances.left > 0 && !newDistances.isSingle && !newDistances.isEmpty) {
            throw Failure(message: "invalid distances set")
        }
        (literals, distances) = (newLiterals, newDistances)
    }

    private func readSymbols(_ goal: Int) throws {
        while window.count < goal {
            let saved = (position, bits, bitCount)
            do {
                let symbol = try symbol(literals, "invalid literal/length code")
                if symbol < 256 {
                    window.append(UInt8(symbol))
                    continue
                }
                if symbol == 256 { return endBlock() }
                guard symbol - 257 < DeflateTables.lengthBase.count else {
                    throw Failure(message: "invalid literal/length code")
                }
                let length =
                    DeflateTables.lengthBase[symbol - 257] + (try take(DeflateTables.lengthExtra[symbol - 257]))
                let far = try self.symbol(distances, "invalid distance code")
                guard far < 30 else { throw Failure(message: "invalid distance code") }
                let distance = DeflateTables.distanceBase[far] + (try take(DeflateTables.distanceExtra[far]))
                guard distance <= window.count else { throw Failure(message: "invalid distance too far back") }
                window.reserveCapacity(window.count + length)
                for _ in 0..<length { window.append(window[window.count - distance]) }
            } catch let error {
                (position, bits, bitCount) = saved
                throw error
            }
        }
    }
}
