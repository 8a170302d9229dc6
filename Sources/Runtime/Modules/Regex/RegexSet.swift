import UnicodeData

/// A set of characters: those below 256 in a bitmap, the others by the items of the pattern.
struct RegexSet {
    /// Eight words of 32 characters.
    var bitmap: [UInt32]
    /// What decides about characters from 256 on.
    var tail: [RegexSetItem]
    var isNegated: Bool
    /// Whether case is ignored in the tail.
    var ignoresCase: Bool
    /// What the categories mean.
    var isUnicode: Bool

    /// Words of a set in a program: bitmap, flags with the number of items, three for each item.
    var words: [UInt32] {
        var words = bitmap
        words.append(UInt32(tail.count) << 2 | (isNegated ? 1 : 0) | (ignoresCase && isUnicode ? 2 : 0))
        for item in tail {
            switch item {
            case .literal(let code): words += [0, code, code]
            case .range(let low, let high): words += [0, low, high]
            case .category(let category): words += [1, category.rawValue, isUnicode ? 1 : 0]
            }
        }
        return words
    }

    init(_ items: [RegexSetItem], isNegated: Bool, flags: RegexFlags) {
        self.isNegated = isNegated
        isUnicode = flags.contains(.unicode)
        ignoresCase = flags.contains(.ignoreCase) && RegexSet.hasCase(items, isUnicode: isUnicode)
        bitmap = Array(repeating: 0, count: 8)
        tail = items.filter { item in
            switch item {
            case .literal(let code): code >= 256
            case .range(_, let high): high >= 256
            case .category: true
            }
        }
        if ignoresCase, isUnicode { tail = items }
        for code: UInt32 in 0..<256 where contains(code, items) != isNegated {
            bitmap[Int(code >> 5)] |= 1 << (code & 31)
        }
        if !isUnicode { compact() }
    }

    /// Of ASCII categories, only the opposite ones hold for characters from 256 on: one item says it all.
    private mutating func compact() {
        let all = tail.contains { item in
            if case .category(let category) = item { return RegexSet.matches(category, 256, isUnicode: false) }
            return false
        }
        if all {
            tail = [.range(256, 0x10ffff)]
        } else {
            tail.removeAll { if case .category = $0 { true } else { false } }
        }
    }

    private static func hasCase(_ items: [RegexSetItem], isUnicode: Bool) -> Bool {
        items.contains { item in
            switch item {
            case .literal(let code): RegexCase.isCased(code, isUnicode: isUnicode)
            case .range(let low, let high):
                high - low > 0x3000 || (low...high).contains { RegexCase.isCased($0, isUnicode: isUnicode) }
            case .category: false
            }
        }
    }

    private func contains(_ code: UInt32, _ items: [RegexSetItem]) -> Bool {
        let variants = ignoresCase ? RegexCase.variants(code, isUnicode: isUnicode) : [code]
        let plain = ignoresCase ? RegexCase.lower(code, isUnicode: isUnicode) : code
        return items.contains { item in
            switch item {
            case .literal(let literal): variants.contains(literal)
            case .range(let low, let high): variants.contains { $0 >= low && $0 <= high }
            case .category(let category): RegexSet.matches(category, plain, isUnicode: isUnicode)
            }
        }
    }

    /// Whether a character is in a category.
    @inline(__always)
    static func matches(_ category: RegexCategory, _ code: UInt32, isUnicode: Bool) -> Bool {
        switch category {
        case .digit: isUnicode ? UnicodeData.isDecimal(code) : RegexSource.isDigit(code)
        case .notDigit: !(isUnicode ? UnicodeData.isDecimal(code) : RegexSource.isDigit(code))
        case .space: isUnicode ? UnicodeData.isSpace(code) : RegexSource.isSpace(code)
        case .notSpace: !(isUnicode ? UnicodeData.isSpace(code) : RegexSource.isSpace(code))
        case .word: isWord(code, isUnicode: isUnicode)
        case .notWord: !isWord(code, isUnicode: isUnicode)
        }
    }

    @inline(__always)
    static func isWord(_ code: UInt32, isUnicode: Bool) -> Bool {
        if code < 0x80 { return RegexSource.isASCIILetter(code) || RegexSource.isDigit(code) || code == 0x5f }
        return isUnicode && UnicodeData.isAlphanumeric(code)
    }

    /// Whether the words of a set, as `words` gives them, contain a character from 256 on.
    @inline(never)
    static func slowlyContains(_ words: UnsafePointer<UInt32>, _ code: UInt32) -> Bool {
        let head = words[8]
        let isNegated = head & 1 != 0
        let count = Int(head >> 2)
        guard count > 0 else { return isNegated }
        if head & 2 != 0 {
            // Only where case is that of Unicode; ASCII letters have no partners here.
            let variants = RegexCase.variants(code, isUnicode: true)
            let lower = UnicodeData.simpleLower(code)
            for index in 0..<count {
                let item = words + 9 + index &* 3
                if item[0] == 0 {
                    if variants.contains(where: { $0 >= item[1] && $0 <= item[2] }) { return !isNegated }
                } else if matches(unsafeCategory(item[1]), lower, isUnicode: item[2] != 0) {
                    return !isNegated
                }
            }
            return isNegated
        }
        for index in 0..<count {
            let item = words + 9 + index &* 3
            if item[0] == 0 {
                if code >= item[1], code <= item[2] { return !isNegated }
            } else if matches(unsafeCategory(item[1]), code, isUnicode: item[2] != 0) {
                return !isNegated
            }
        }
        return isNegated
    }

    @inline(__always)
    private static func unsafeCategory(_ word: UInt32) -> RegexCategory { RegexCategory(rawValue: word) ?? .digit }
}

/// What the first character of a match may be: a superset.
struct RegexFirst: Equatable {
    var bitmap: [UInt32] = Array(repeating: 0, count: 8)
    /// Any character from 256 on.
    var hasOthers = false
    /// No such character need come at all: the text, or the pattern, may be at its end.
    var canStop = false

    /// What follows the end of a pattern.
    static let end = RegexFirst(canStop: true)
    static let everything = RegexFirst(bitmap: Array(repeating: ~0, count: 8), hasOthers: true)

    init(canStop: Bool = false) { self.canStop = canStop }
    init(bitmap: [UInt32], hasOthers: Bool) {
        self.bitmap = bitmap
        self.hasOthers = hasOthers
    }
    init(_ set: RegexSet) {
        bitmap = set.bitmap
        hasOthers = set.isNegated || !set.tail.isEmpty
    }
    init(_ codes: [UInt32]) { for code in codes { insert(code) } }

    mutating func insert(_ code: UInt32) {
        if code < 256 { bitmap[Int(code >> 5)] |= 1 << (code & 31) } else { hasOthers = true }
    }
    mutating func remove(_ code: UInt32) { bitmap[Int(code >> 5)] &= ~(1 << (code & 31)) }
    mutating func formUnion(_ other: RegexFirst) {
        for index in 0..<8 { bitmap[index] |= other.bitmap[index] }
        hasOthers = hasOthers || other.hasOthers
        canStop = canStop || other.canStop
    }
    func isDisjoint(with other: RegexFirst) -> Bool {
        if hasOthers, other.hasOthers { return false }
        return zip(bitmap, other.bitmap).allSatisfy { $0 & $1 == 0 }
    }
    /// How many characters below 256 there are.
    var count: Int { bitmap.reduce(0) { $0 + $1.nonzeroBitCount } }
    /// Words in a program: the bitmap, then whether it holds others.
    var words: [UInt32] { bitmap + [hasOthers ? 1 : 0] }
}
