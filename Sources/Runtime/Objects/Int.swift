import Parser

// Ints in their three sizes: in the value itself (49 bits), a cell with one word, a cell with limbs. A plain int always
// has the smallest of them that fits; instances of subclasses are cells of kind `.int` or `.bigInt`, even when small.

extension Machine {
    /// Lends sign and magnitude of an int to a closure. The limbs are normalized; zero has none.
    @inline(__always)
    func withMagnitude<Result>(_ value: Value, _ body: (Limbs.Source, Int, Bool) -> Result) -> Result {
        if value.isKind(.bigInt) {
            let layout: UnsafeMutablePointer<BigIntLayout> = value.layout()
            return body(
                UnsafePointer(BigIntLayout.limbs(layout)), Int(layout.pointee.header.aux), layout.pointee.isNegative)
        }
        let word = intValue(value) ?? 0
        var limb = UInt64(word.magnitude)
        return withUnsafePointer(to: &limb) { body($0, word == 0 ? 0 : 1, word < 0) }
    }

    /// Makes an int of what a closure writes into room for `room` limbs.
    @inline(__always)
    func makeInt(room: Int, _ write: (Limbs.Buffer) -> (count: Int, isNegative: Bool)) throws(Raise) -> Value {
        let pointer = try bigIntCell(room: room)
        let (count, isNegative) = write(BigIntLayout.limbs(pointer))
        return finishInt(pointer, count, isNegative)
    }

    /// A cell for an int of so many limbs, which are not set yet.
    func bigIntCell(room: Int) throws(Raise) -> UnsafeMutablePointer<BigIntLayout> {
        guard room <= Limbs.maximumCount else { throw raiseMemoryError() }
        try checkSize(room * 8)
        return bigIntCell(room: room, type: type(.int))
    }

    private func bigIntCell(room: Int, type: TypeRef) -> UnsafeMutablePointer<BigIntLayout> {
        let size = MemoryLayout<BigIntLayout>.stride &+ max(room, 1) &* MemoryLayout<UInt64>.stride
        return allocateSized(.bigInt, size: size, type: type, aux: room).assumingMemoryBound(to: BigIntLayout.self)
    }

    /// The int in a cell that has been written: in a smaller form if it fits one.
    @inline(__always)
    func finishInt(_ pointer: UnsafeMutablePointer<BigIntLayout>, _ count: Int, _ isNegative: Bool) -> Value {
        if count <= 1 {
            if count == 0 { return Value(small: 0) }
            if let word = Machine.word(BigIntLayout.limbs(pointer)[0], isNegative) { return int(word) }
        }
        pointer.pointee.header.aux = UInt32(truncatingIfNeeded: count)
        pointer.pointee.isNegative = isNegative
        return Value(pointer)
    }

    /// A magnitude with a sign as a word, if it fits.
    @inline(__always)
    static func word(_ magnitude: UInt64, _ isNegative: Bool) -> Int? {
        if magnitude < 1 << 63 { return isNegative ? 0 &- Int(magnitude) : Int(magnitude) }
        return isNegative && magnitude == 1 << 63 ? Int.min : nil
    }

    /// An int by its sign and magnitude.
    func int(_ limbs: Limbs.Source, _ count: Int, isNegative: Bool = false) throws(Raise) -> Value {
        if count == 0 { return Value(small: 0) }
        if count == 1, let word = Machine.word(limbs[0], isNegative) { return int(word) }
        let pointer = try bigIntCell(room: count)
        BigIntLayout.limbs(pointer).update(from: limbs, count: count)
        return finishInt(pointer, count, isNegative)
    }

    /// An int by its sign and magnitude.
    func int(_ natural: Natural, isNegative: Bool = false) throws(Raise) -> Value {
        try natural.limbs.withUnsafeBufferPointer { (buffer) throws(Raise) in
            guard let base = buffer.baseAddress else { return Value(small: 0) }
            return try int(base, buffer.count, isNegative: isNegative)
        }
    }

    /// The magnitude of an int as a number of its own.
    func natural(_ value: Value) -> Natural { withMagnitude(value) { limbs, count, _ in Natural(limbs, count) } }

    /// An unsigned word as an int.
    func int(_ magnitude: UInt64, isNegative: Bool = false) -> Value {
        if let word = Machine.word(magnitude, isNegative) { return int(word) }
        let pointer = bigIntCell(room: 1, type: type(.int))
        BigIntLayout.limbs(pointer)[0] = magnitude
        return finishInt(pointer, 1, isNegative)
    }

    /// A literal of the program text.
    func int(_ literal: IntegerLiteral) -> Value {
        switch literal {
        case .small(let word): return int(word)
        case .large(let digits, let radix):
            let isNegative = digits.first == UInt8(ascii: "-")
            let values = digits.dropFirst(isNegative ? 1 : 0).map { byte -> UInt8 in
                byte < 0x3a ? byte &- 0x30 : (byte | 0x20) &- 0x57
            }
            let number = Natural(digits: values, base: radix)
            return (try? int(number, isNegative: isNegative)) ?? .none
        }
    }

    /// The int that a value is, as an instance of `int` itself.
    @inline(__always)
    func exactInt(_ value: Value) -> Value {
        if value.isSmallInt || value.isCell && value.cell.type == type(.int) { return value }
        return exactIntSlowly(value)
    }

    private func exactIntSlowly(_ value: Value) -> Value {
        if let word = intValue(value) { return int(word) }
        return copyBigInt(value, type: type(.int))
    }

    private func copyBigInt(_ value: Value, type: TypeRef) -> Value {
        withMagnitude(value) { limbs, count, isNegative in
            let pointer = bigIntCell(room: count, type: type)
            BigIntLayout.limbs(pointer).update(from: limbs, count: count)
            pointer.pointee.isNegative = isNegative
            return Value(pointer)
        }
    }

    /// An instance of a subclass of int with the value of an int.
    func makeInt(_ value: Value, type: TypeRef) -> Value {
        if type == self.type(.int) { return exactInt(value) }
        guard let word = intValue(value) else { return copyBigInt(value, type: type) }
        let memory = newCell(size: MemoryLayout<IntLayout>.stride, kind: .int, type: type)
        memory.assumingMemoryBound(to: IntLayout.self).pointee.word = word
        return Value(Cell(memory))
    }

    /// Whether an int is zero.
    @inline(__always)
    func isZero(_ value: Value) -> Bool { intValue(value) == 0 }

    /// The sign of an int: −1, 0 or 1.
    func sign(_ value: Value) -> Int {
        if let word = intValue(value) { return word.signum() }
        return value.isKind(.bigInt) && value.layout(BigIntLayout.self).pointee.isNegative ? -1 : 1
    }

    /// The number of bits of an int's magnitude.
    func bitLength(_ value: Value) -> Int { withMagnitude(value) { limbs, count, _ in Limbs.bitLength(limbs, count) } }

    // MARK: Comparison and hash

    /// Negative, zero or positive as the first int is less than, equal to or greater than the second.
    func compareInts(_ a: Value, _ b: Value) -> Int {
        if let x = intValue(a), let y = intValue(b) { return x < y ? -1 : x > y ? 1 : 0 }
        return withMagnitude(a) { aLimbs, aCount, isANegative in
            withMagnitude(b) { bLimbs, bCount, isBNegative in
                if isANegative != isBNegative { return isANegative ? -1 : 1 }
                let order = Limbs.compare(aLimbs, aCount, bLimbs, bCount)
                return isANegative ? 0 &- order : order
            }
        }
    }

    /// The same for an int and a float that is no NaN; exact.
    func compareInt(_ a: Value, with double: Double) -> Int {
        if let word = intValue(a), word.magnitude <= 1 << 53 {
            let x = Double(word)
            return x < double ? -1 : x > double ? 1 : 0
        }
        return withMagnitude(a) { limbs, count, isNegative in
            if isNegative != (double < 0) { return isNegative ? -1 : 1 }
            let order = Limbs.compare(limbs, count, with: double.magnitude)
            return isNegative ? 0 &- order : order
        }
    }

    /// The hash of an int.
    func hashOfInt(_ value: Value) -> Int {
        if let word = intValue(value) {
            if word.magnitude < Limbs.hashModulus { return word == -1 ? -2 : word }
        }
        return withMagnitude(value) { Limbs.hash($0, $1, isNegative: $2) }
    }

    // MARK: Floats

    /// The float nearest to an int; OverflowError if there is none.
    func floatOfInt(_ value: Value) throws(Raise) -> Double {
        if let double = nearestDouble(value) { return double }
        throw raise(.overflowError, "int too large to convert to float")
    }

    /// The float nearest to an int, or nil if it is too large.
    @inline(__always)
    func nearestDouble(_ value: Value) -> Double? {
        if let word = intValue(value) { return Double(word) }
        return withMagnitude(value) { limbs, count, isNegative in
            Limbs.toDouble(limbs, count).map { isNegative ? -$0 : $0 }
        }
    }

    /// The integer part of a float as an int; the float is finite.
    func int(truncating double: Double) -> Value {
        if double.magnitude < 0x1p62 { return int(Int(double)) }
        let pointer = bigIntCell(room: 17, type: type(.int))
        let count = Limbs.fromDouble(BigIntLayout.limbs(pointer), double)
        return finishInt(pointer, count, double < 0)
    }
}

extension Natural {
    /// A number by its digits, most significant first, each given as its value.
    init(digits: [UInt8], base: Int) {
        self.init(capacity: Limbs.limbRoom(digits: digits.count, base: base)) { room in
            digits.withUnsafeBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return 0 }
                return Limbs.fromDigits(room, start, buffer.count, base: base)
            }
        }
    }
}
