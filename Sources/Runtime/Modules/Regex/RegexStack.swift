#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The memory of a matcher: slots (the places of groups, the counters of loops), and above them a stack of what is to be
/// tried or undone when matching fails. An entry has three words: kind and operand, and two more.
///
/// Owned by whoever runs the matcher; given back by `release`. Holds no values.
struct RegexStack {
    /// What an entry is about, and what its words are.
    enum Kind: Int {
        /// Go on at a place of the program (first word) and of the text (second).
        case choice
        /// Put back a slot; a slot at the end of a group and the number of the last group; the two slots of a loop.
        case slot, close, loop
        /// A run may become shorter: its least and its present end.
        case greedyRun
        /// A run may become longer: its present end and length.
        case lazyRun
        /// A loop may go on from a place of the text.
        case lazyLoop
    }

    private(set) var base: UnsafeMutablePointer<Int>
    private(set) var capacity: Int
    /// Where the stack begins.
    let slotCount: Int
    /// Words in use, slots included.
    var top: Int

    /// More memory than that is refused with a MemoryError.
    static let limit = 1 << 27

    init(_ m: Machine, slotCount: Int) {
        self.slotCount = slotCount
        top = slotCount
        let kept = m.runtime.pointee.regex.spareStack
        let wanted = slotCount + 1024
        if let kept, m.runtime.pointee.regex.spareCapacity >= wanted {
            base = kept
            capacity = m.runtime.pointee.regex.spareCapacity
            m.runtime.pointee.regex.spareStack = nil
        } else {
            base = .allocate(capacity: wanted)
            capacity = wanted
        }
    }

    /// Gives the memory back, or keeps it for the next one.
    func release(_ m: Machine) {
        if m.runtime.pointee.regex.spareStack == nil, capacity < 1 << 16 {
            m.runtime.pointee.regex.spareStack = base
            m.runtime.pointee.regex.spareCapacity = capacity
        } else {
            base.deallocate()
        }
    }

    /// No group has matched, nothing is to be tried.
    mutating func reset(groups: Int) {
        for index in 0..<groups * 2 { base[index] = -1 }
        for index in groups * 2..<slotCount { base[index] = 0 }
        top = slotCount
    }

    @inline(__always)
    subscript(slot: Int) -> Int {
        get { base[slot] }
        nonmutating set { base[slot] = newValue }
    }

    /// Adds an entry; false when there is no memory.
    @inline(__always)
    mutating func push(_ kind: Kind, _ operand: Int, _ first: Int, _ second: Int) -> Bool {
        if top &+ 3 > capacity, !grow() { return false }
        let entry = base + top
        entry[0] = kind.rawValue | operand << 3
        entry[1] = first
        entry[2] = second
        top &+= 3
        return true
    }

    @inline(never)
    private mutating func grow() -> Bool {
        let newCapacity = capacity * 2
        guard newCapacity <= RegexStack.limit else { return false }
        let memory = UnsafeMutablePointer<Int>.allocate(capacity: newCapacity)
        memory.update(from: base, count: top)
        base.deallocate()
        base = memory
        capacity = newCapacity
        return true
    }

    /// Undoes what an entry of the kinds `slot`, `close` and `loop` is about.
    @inline(__always)
    func undo(_ kind: Kind, _ operand: Int, _ entry: UnsafePointer<Int>, lastGroup: Int) {
        switch kind {
        case .slot: base[operand] = entry[1]
        case .close:
            base[operand] = entry[1]
            base[lastGroup] = entry[2]
        case .loop:
            base[operand] = entry[1]
            base[operand &+ 1] = entry[2]
        default: break
        }
    }

    /// Drops the choices above a mark; what is to be undone stays.
    mutating func cut(to mark: Int) {
        var target = mark
        var index = mark
        while index < top {
            let kind = base[index] & 7
            if kind >= Kind.slot.rawValue, kind <= Kind.loop.rawValue {
                if target != index {
                    base[target] = base[index]
                    base[target &+ 1] = base[index &+ 1]
                    base[target &+ 2] = base[index &+ 2]
                }
                target &+= 3
            }
            index &+= 3
        }
        top = target
    }

    /// Undoes everything above a mark.
    mutating func unwind(to mark: Int, lastGroup: Int) {
        while top > mark {
            top &-= 3
            let word = base[top]
            undo(RegexStack.kind(word), word >> 3, base + top, lastGroup: lastGroup)
        }
    }

    @inline(__always)
    static func kind(_ word: Int) -> Kind { Kind(rawValue: word & 7) ?? .choice }
}

/// What the regular expressions of an interpreter share.
struct RegexState {
    /// A stack that nobody uses at the moment.
    var spareStack: UnsafeMutablePointer<Int>?
    var spareCapacity = 0
    /// The types of the module, once it is imported.
    var patternType: TypeRef?
    var matchType: TypeRef?
    var iteratorType: TypeRef?
    var scannerType: TypeRef?
    /// Compiled patterns by what they were made of: a dict; and the last ones by the object: a tuple.
    var cache: Value = .unbound
    var recent: Value = .unbound
}
