/// The instructions of the matcher. Operands follow in words of 32 bits; targets are places in the program.
enum RegexOp: UInt8 {
    /// The end of the pattern.
    case success
    /// Nothing matches here.
    case fail
    // One character:
    case character, eitherCharacter, notCharacter, any, anything, set
    /// Some characters in a row: count, characters.
    case string
    /// A condition on the place: what, kind of letters.
    case beginningOfText, beginningOfLine, end, endOfLine, endOfText, boundary, notBoundary
    /// The beginning or the end of a group: slot.
    case open, close
    case jump
    /// Goes on; if that fails, at the target.
    case choice
    /// If the next character is that, or in the set, goes on, else at the target.
    case testCharacter, testSet
    /// The same, with the target as a second choice.
    case tryCharacter, trySet
    /// A loop over one character: min, max, place behind, hint, the character's own words.
    case greedyRun, lazyRun, possessiveRun
    /// The beginning of a counted loop: slot. Each round: slot, min, max, place behind.
    case beginLoop, greedyLoop, lazyLoop
    /// Each round of a possessive loop: slot, min, max, place behind, slot of the mark. Its end: the same slots and the
    /// place of the round.
    case possessiveLoop, endPossessive
    /// Begins what leaves no choices behind when it ends: slot of the mark.
    case mark, cut
    /// Begins a negative look: slot of the mark, place behind. Its end: slot.
    case markNegative, cutNegative
    /// Goes that many characters back; keeps the place in a slot, and takes it from there.
    case back, keepPlace, restorePlace
    /// A group's text again: slot; the second with the kind of letters.
    case reference, referenceIgnoringCase
    /// If a group has not matched, goes on at the target: slot, target.
    case ifGroup
}

/// A compiled pattern: words that lie in a bytes object.
///
///     0  number of groups       1  number of slots      2  length of the shortest match
///     3  how to search          4  place of what to search for (a string or a set)     5  length of that string
///     6… instructions
struct RegexProgram {
    let words: UnsafePointer<UInt32>
    @inline(__always) init(_ value: Value) {
        words = UnsafeRawPointer(Bytes(value).bytes).assumingMemoryBound(to: UInt32.self)
    }
    @inline(__always) var groupCount: Int { Int(words[0]) }
    @inline(__always) var slotCount: Int { Int(words[1]) }
    @inline(__always) var minimumLength: Int { Int(words[2]) }
    @inline(__always) var strategy: RegexStrategy {
        unsafeBitCast(UInt8(truncatingIfNeeded: words[3]), to: RegexStrategy.self)
    }
    @inline(__always) var searched: UnsafePointer<UInt32> { words + Int(words[4]) }
    @inline(__always) var searchedLength: Int { Int(words[5]) }
    static let start = 6
}

/// How the beginning of a match is found.
enum RegexStrategy: UInt8 {
    /// By trying everywhere.
    case everywhere
    /// Only at the beginning of the text.
    case atBeginning
    /// A match begins with a string, or is one.
    case prefix, whole
    /// A match begins with a character of a set.
    case firstSet
}
