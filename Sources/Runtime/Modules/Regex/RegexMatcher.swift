/// Runs a program over the units of a text: a backtracking matcher that keeps what it may still try on a stack of its
/// own, so that no pattern and no text is too deep for it.
struct RegexMatcher<Unit: CodeUnit> {
    let m: Machine
    let program: RegexProgram
    let code: UnsafePointer<UInt32>
    let units: UnsafePointer<Unit>
    /// Where the text ends for this match (`endpos`).
    let end: Int
    var stack: RegexStack
    /// The slot with the number of the group that was closed last.
    let lastGroup: Int
    /// A match must reach the end.
    var isFull = false
    /// A match must not be empty where the search starts.
    var mustAdvance = false
    /// The match that was found.
    var matchStart = 0
    var matchEnd = 0
    private var patience = RegexMatcher.steps

    /// Steps back between two looks at whether the program is to be interrupted.
    private static var steps: Int { 1 << 16 }

    init(_ m: Machine, _ program: RegexProgram, _ text: UnsafeRawPointer, end: Int) {
        self.m = m
        self.program = program
        code = program.words
        units = text.assumingMemoryBound(to: Unit.self)
        self.end = end
        stack = RegexStack(m, slotCount: program.slotCount)
        lastGroup = program.groupCount * 2
    }

    // MARK: Characters

    /// Whether a set has a character.
    @inline(__always)
    private func has(_ words: UnsafePointer<UInt32>, _ unit: Unit) -> Bool {
        let code = UInt32(truncatingIfNeeded: unit)
        if Unit.self == UInt8.self || code < 256 { return words[Int(code >> 5)] >> (code & 31) & 1 != 0 }
        return RegexSet.slowlyContains(words, code)
    }

    /// Whether a set of first characters has the one at a place.
    @inline(__always)
    private func mayBegin(_ words: UnsafePointer<UInt32>, _ place: Int) -> Bool {
        let code = UInt32(truncatingIfNeeded: units[place])
        if Unit.self == UInt8.self || code < 256 { return words[Int(code >> 5)] >> (code & 31) & 1 != 0 }
        return words[8] != 0
    }

    @inline(__always)
    private func isAt(_ place: Int, _ character: UInt32) -> Bool {
        UInt32(truncatingIfNeeded: units[place]) == character
    }

    /// Where a run of one kind of character, that begins at a place, ends; `limit` at the latest.
    @inline(__always)
    private func runEnd(_ item: UnsafePointer<UInt32>, _ start: Int, _ limit: Int) -> Int {
        var place = start
        switch RegexMatcher.op(item[0]) {
        case .any: while place < limit, units[place] != 0x0a { place &+= 1 }
        case .anything: place = limit
        case .character: while place < limit, isAt(place, item[1]) { place &+= 1 }
        case .eitherCharacter:
            while place < limit, isAt(place, item[1]) || isAt(place, item[2]) { place &+= 1 }
        case .notCharacter: while place < limit, !isAt(place, item[1]) { place &+= 1 }
        default: while place < limit, has(item + 1, units[place]) { place &+= 1 }
        }
        return place
    }

    @inline(__always)
    private static func op(_ word: UInt32) -> RegexOp {
        unsafeBitCast(UInt8(truncatingIfNeeded: word), to: RegexOp.self)
    }

    /// The last place that a run may reach.
    @inline(__always)
    private func limit(_ place: Int, _ maximum: UInt32) -> Int {
        end &- place <= Int(maximum) || maximum == regexUnlimited ? end : place &+ Int(maximum)
    }

    // MARK: Matching

    /// Matches at a place. Leaves the places of the groups in the slots.
    mutating func match(at start: Int) throws(Raise) -> Bool {
        var pc = code + RegexProgram.start
        var place = start
        stack.top = stack.slotCount
        while true {
            running: while true {
                switch RegexMatcher.op(pc[0]) {
                case .success:
                    if isFull && place != end || mustAdvance && place == start { break running }
                    matchStart = start
                    matchEnd = place
                    return true
                case .fail: break running
                case .character:
                    guard place < end, isAt(place, pc[1]) else { break running }
                    place &+= 1
                    pc += 2
                case .eitherCharacter:
                    guard place < end, isAt(place, pc[1]) || isAt(place, pc[2]) else { break running }
                    place &+= 1
                    pc += 3
                case .notCharacter:
                    guard place < end, !isAt(place, pc[1]) else { break running }
                    place &+= 1
                    pc += 2
                case .any:
                    guard place < end, units[place] != 0x0a else { break running }
                    place &+= 1
                    pc += 1
                case .anything:
                    guard place < end else { break running }
                    place &+= 1
                    pc += 1
                case .set:
                    guard place < end, has(pc + 1, units[place]) else { break running }
                    place &+= 1
                    pc += 10 &+ Int(pc[9] >> 2) &* 3
                case .string:
                    let count = Int(pc[1])
                    guard end &- place >= count else { break running }
                    for index in 0..<count where !isAt(place &+ index, pc[2 &+ index]) { break running }
                    place &+= count
                    pc += 2 &+ count
                case .beginningOfText:
                    guard place == 0 else { break running }
                    pc += 1
                case .beginningOfLine:
                    guard place == 0 || units[place &- 1] == 0x0a else { break running }
                    pc += 1
                case .end:
                    guard place == end || place &+ 1 == end && units[place] == 0x0a else { break running }
                    pc += 1
                case .endOfLine:
                    guard place == end || units[place] == 0x0a else { break running }
                    pc += 1
                case .endOfText:
                    guard place == end else { break running }
                    pc += 1
                case .boundary:
                    guard end > 0, isBoundary(place, pc[1] != 0) else { break running }
                    pc += 2
                case .notBoundary:
                    guard end > 0, !isBoundary(place, pc[1] != 0) else { break running }
                    pc += 2
                case .open:
                    let slot = Int(pc[1])
                    guard stack.push(.slot, slot, stack[slot], 0) else { throw m.raiseMemoryError() }
                    stack[slot] = place
                    pc += 2
                case .close:
                    let slot = Int(pc[1])
                    guard stack.push(.close, slot, stack[slot], stack[lastGroup]) else { throw m.raiseMemoryError() }
                    stack[slot] = place
                    stack[lastGroup] = slot >> 1 &+ 1
                    pc += 2
                case .jump: pc = code + Int(pc[1])
                case .choice:
                    guard stack.push(.choice, 0, Int(pc[1]), place) else { throw m.raiseMemoryError() }
                    pc += 2
                case .testCharacter:
                    pc = place < end && isAt(place, pc[2]) ? pc + 3 : code + Int(pc[1])
                case .testSet: pc = place < end && mayBegin(pc + 2, place) ? pc + 11 : code + Int(pc[1])
                case .tryCharacter:
                    if place < end, isAt(place, pc[2]) {
                        guard stack.push(.choice, 0, Int(pc[1]), place) else { throw m.raiseMemoryError() }
                        pc += 3
                    } else {
                        pc = code + Int(pc[1])
                    }
                case .trySet:
                    if place < end, mayBegin(pc + 2, place) {
                        guard stack.push(.choice, 0, Int(pc[1]), place) else { throw m.raiseMemoryError() }
                        pc += 11
                    } else {
                        pc = code + Int(pc[1])
                    }
                case .greedyRun:
                    let last = runEnd(pc + 5, place, limit(place, pc[2]))
                    let least = place &+ Int(pc[1])
                    guard last >= least else { break running }
                    if last > least {
                        guard stack.push(.greedyRun, pc - code, least, last) else { throw m.raiseMemoryError() }
                        // The first choice is taken the way the others are.
                        if pc[4] != 0, last == end || !isAt(last, pc[4] &- 1) { break running }
                    }
                    place = last
                    pc = code + Int(pc[3])
                case .possessiveRun:
                    let last = runEnd(pc + 5, place, limit(place, pc[2]))
                    guard last &- place >= Int(pc[1]) else { break running }
                    place = last
                    pc = code + Int(pc[3])
                case .lazyRun:
                    let least = Int(pc[1])
                    if least > 0 {
                        guard end &- place >= least else { break running }
                        let last = runEnd(pc + 5, place, place &+ least)
                        guard last &- place == least else { break running }
                        place = last
                    }
                    guard stack.push(.lazyRun, pc - code, place, least) else { throw m.raiseMemoryError() }
                    pc = code + Int(pc[3])
                case .beginLoop:
                    let slot = Int(pc[1])
                    guard stack.push(.loop, slot, stack[slot], stack[slot &+ 1]) else { throw m.raiseMemoryError() }
                    stack[slot] = 0
                    stack[slot &+ 1] = -1
                    pc += 2
                case .greedyLoop:
                    let slot = Int(pc[1])
                    let count = stack[slot]
                    let last = stack[slot &+ 1]
                    if count < Int(pc[2]) {
                        guard stack.push(.loop, slot, count, last) else { throw m.raiseMemoryError() }
                    } else if pc[3] == regexUnlimited || count < Int(pc[3]), place != last {
                        guard stack.push(.loop, slot, count, last), stack.push(.choice, 0, Int(pc[4]), place) else {
                            throw m.raiseMemoryError()
                        }
                        stack[slot &+ 1] = place
                    } else {
                        pc = code + Int(pc[4])
                        continue running
                    }
                    stack[slot] = count &+ 1
                    pc += 5
                case .lazyLoop:
                    let slot = Int(pc[1])
                    let count = stack[slot]
                    if count < Int(pc[2]) {
                        guard stack.push(.loop, slot, count, stack[slot &+ 1]) else { throw m.raiseMemoryError() }
                        stack[slot] = count &+ 1
                        pc += 5
                    } else {
                        guard stack.push(.lazyLoop, pc - code, place, 0) else { throw m.raiseMemoryError() }
                        pc = code + Int(pc[4])
                    }
                case .possessiveLoop:
                    let slot = Int(pc[1])
                    let count = stack[slot]
                    stack[Int(pc[5])] = stack.top
                    if count >= Int(pc[2]) {
                        guard pc[3] == regexUnlimited || count < Int(pc[3]), place != stack[slot &+ 1] else {
                            pc = code + Int(pc[4])
                            continue running
                        }
                        guard stack.push(.choice, 0, Int(pc[4]), place) else { throw m.raiseMemoryError() }
                        stack[slot &+ 1] = place
                    }
                    stack[slot] = count &+ 1
                    pc += 6
                case .endPossessive:
                    stack.cut(to: stack[Int(pc[2])])
                    pc = code + Int(pc[3])
                case .mark:
                    stack[Int(pc[1])] = stack.top
                    pc += 2
                case .cut:
                    stack.cut(to: stack[Int(pc[1])])
                    pc += 2
                case .markNegative:
                    stack[Int(pc[1])] = stack.top
                    guard stack.push(.choice, 0, Int(pc[2]), place) else { throw m.raiseMemoryError() }
                    pc += 3
                case .cutNegative:
                    stack.unwind(to: stack[Int(pc[1])], lastGroup: lastGroup)
                    break running
                case .back:
                    guard place >= Int(pc[1]) else { break running }
                    place &-= Int(pc[1])
                    pc += 2
                case .keepPlace:
                    stack[Int(pc[1])] = place
                    pc += 2
                case .restorePlace:
                    place = stack[Int(pc[1])]
                    pc += 2
                case .reference, .referenceIgnoringCase:
                    guard let length = referenceLength(pc, place) else { break running }
                    place &+= length
                    pc += RegexMatcher.op(pc[0]) == .reference ? 2 : 3
                case .ifGroup:
                    let slot = Int(pc[1])
                    pc = stack[slot] >= 0 && stack[slot &+ 1] >= 0 ? pc + 3 : code + Int(pc[2])
                }
            }
            guard try backtrack(&pc, &place) else { return false }
        }
    }

    /// Goes back to what may still be tried; false when there is nothing.
    @inline(__always)
    private mutating func backtrack(_ pc: inout UnsafePointer<UInt32>, _ place: inout Int) throws(Raise) -> Bool {
        patience &-= 1
        if patience < 0 { try rest() }
        while stack.top > stack.slotCount {
            stack.top &-= 3
            let entry = stack.base + stack.top
            let operand = entry[0] >> 3
            switch RegexStack.kind(entry[0]) {
            case .choice:
                pc = code + entry[1]
                place = entry[2]
                return true
            case .slot, .close, .loop:
                stack.undo(RegexStack.kind(entry[0]), operand, entry, lastGroup: lastGroup)
            case .greedyRun:
                let run = code + operand
                let least = entry[1]
                var last = entry[2] &- 1
                if run[4] != 0 {
                    while last >= least, !isAt(last, run[4] &- 1) { last &-= 1 }
                    if last < least { continue }
                }
                if last > least {
                    entry[2] = last
                    stack.top &+= 3
                }
                pc = code + Int(run[3])
                place = last
                return true
            case .lazyRun:
                let run = code + operand
                var last = entry[1]
                var count = entry[2]
                repeat {
                    guard last < end, run[2] == regexUnlimited || count < Int(run[2]),
                        runEnd(run + 5, last, last &+ 1) > last
                    else {
                        last = -1
                        break
                    }
                    last &+= 1
                    count &+= 1
                } while run[4] != 0 && !(last < end && isAt(last, run[4] &- 1))
                if last < 0 { continue }
                entry[1] = last
                entry[2] = count
                stack.top &+= 3
                pc = code + Int(run[3])
                place = last
                return true
            case .lazyLoop:
                let loop = code + operand
                let slot = Int(loop[1])
                let count = stack[slot]
                let last = stack[slot &+ 1]
                guard loop[3] == regexUnlimited || count < Int(loop[3]), entry[1] != last else { continue }
                place = entry[1]
                // Takes the room of the entry that has just gone.
                _ = stack.push(.loop, slot, count, last)
                stack[slot] = count &+ 1
                stack[slot &+ 1] = place
                pc = loop + 5
                return true
            }
        }
        return false
    }

    /// Lets the program be interrupted.
    @inline(never)
    private mutating func rest() throws(Raise) {
        patience = RegexMatcher.steps
        if m.state.pointee.interrupt.pointee & InterruptReason.signal != 0 { try m.safepoint() }
    }

    // MARK: Conditions

    private func isBoundary(_ place: Int, _ isUnicode: Bool) -> Bool {
        let before = place > 0 && isWord(units[place &- 1], isUnicode)
        let after = place < end && isWord(units[place], isUnicode)
        return before != after
    }

    @inline(__always)
    private func isWord(_ unit: Unit, _ isUnicode: Bool) -> Bool {
        RegexSet.isWord(UInt32(truncatingIfNeeded: unit), isUnicode: isUnicode)
    }

    /// How long the text of a group is, if it comes again here.
    private func referenceLength(_ pc: UnsafePointer<UInt32>, _ place: Int) -> Int? {
        let start = stack[Int(pc[1])]
        let last = stack[Int(pc[1]) &+ 1]
        guard start >= 0, last >= start, end &- place >= last &- start else { return nil }
        let length = last &- start
        if RegexMatcher.op(pc[0]) == .reference {
            for index in 0..<length where units[start &+ index] != units[place &+ index] { return nil }
            return length
        }
        let isUnicode = pc[2] != 0
        for index in 0..<length {
            let a = RegexCase.lower(UInt32(truncatingIfNeeded: units[start &+ index]), isUnicode: isUnicode)
            let b = RegexCase.lower(UInt32(truncatingIfNeeded: units[place &+ index]), isUnicode: isUnicode)
            if a != b { return nil }
        }
        return length
    }
}
