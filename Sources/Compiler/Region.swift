/// A place in the code that jumps may name before it is known.
struct Label { let index: Int }

/// The set of variables that certainly have a value at a point of the code.
struct BoundSet {
    private var words: [UInt64] = []

    func contains(_ register: Int) -> Bool {
        register >> 6 < words.count && words[register >> 6] & (1 << UInt64(register & 63)) != 0
    }
    mutating func insert(_ register: Int) {
        while words.count <= register >> 6 { words.append(0) }
        words[register >> 6] |= 1 << UInt64(register & 63)
    }
    mutating func remove(_ register: Int) {
        if register >> 6 < words.count { words[register >> 6] &= ~(1 << UInt64(register & 63)) }
    }
    mutating func formIntersection(_ other: BoundSet) {
        if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
        for index in words.indices { words[index] &= other.words[index] }
    }
}

/// A protected stretch of code: the ranges, with holes where a block is left early, and the handler.
final class Region {
    let target: Label
    let register: Int
    var start: Int?
    var ranges: [Range<Int>] = []
    /// What is bound when the handler is entered.
    let entry: BoundSet

    init(target: Label, register: Int, entry: BoundSet) {
        self.target = target
        self.register = register
        self.entry = entry
    }
}
