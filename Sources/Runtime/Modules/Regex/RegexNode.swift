/// The flags of a pattern, with the numbers that `re` gives them.
struct RegexFlags: OptionSet {
    var rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    static let ignoreCase = RegexFlags(rawValue: 2)
    static let locale = RegexFlags(rawValue: 4)
    static let multiline = RegexFlags(rawValue: 8)
    static let dotAll = RegexFlags(rawValue: 16)
    static let unicode = RegexFlags(rawValue: 32)
    static let verbose = RegexFlags(rawValue: 64)
    static let debug = RegexFlags(rawValue: 128)
    static let ascii = RegexFlags(rawValue: 256)
    /// Those that say what letters and digits are.
    static let kinds: RegexFlags = [.ascii, .locale, .unicode]

    /// These flags inside a group that adds some and removes others.
    func combined(add: RegexFlags, remove: RegexFlags) -> RegexFlags {
        let base = add.isDisjoint(with: .kinds) ? self : subtracting(.kinds)
        return base.union(add).subtracting(remove)
    }
}

/// A part of a regular expression, as the parser leaves it: without regard to the flags.
indirect enum RegexNode {
    case literal(UInt32)
    case notLiteral(UInt32)
    case any
    case set([RegexSetItem], isNegated: Bool)
    case anchor(RegexAnchor)
    /// A group with a number, or one with flags of its own, or one that only holds together.
    case group(index: Int?, add: RegexFlags, remove: RegexFlags, [RegexNode])
    case branch([[RegexNode]])
    case loop(min: UInt32, max: UInt32, RegexLoopKind, [RegexNode])
    case atomic([RegexNode])
    case look(isAhead: Bool, isNegated: Bool, [RegexNode])
    case reference(Int)
    case conditional(Int, [RegexNode], [RegexNode]?)
    case failure
}

/// What a character set consists of.
enum RegexSetItem: Equatable {
    case literal(UInt32)
    case range(UInt32, UInt32)
    case category(RegexCategory)
}

/// `\d`, `\s`, `\w` and their opposites.
enum RegexCategory: UInt32 {
    case digit, notDigit, space, notSpace, word, notWord
}

/// A condition on a place.
enum RegexAnchor: UInt32 {
    /// `^` and `$`: what they mean depends on MULTILINE.
    case beginning, end
    /// `\A`, `\Z`, `\b`, `\B`.
    case beginningOfText, endOfText, boundary, notBoundary
}

/// How a loop chooses between going on and stopping.
enum RegexLoopKind {
    case greedy, lazy, possessive
}

/// The limit of a loop without one.
let regexUnlimited = UInt32.max

/// Why a pattern is refused.
enum RegexFailure: Error {
    /// `re.PatternError` with a place in the pattern, or none.
    case pattern(String, Int?)
    case overflow(String)
    case value(String)
    case index(String)
    case tooDeep
}
