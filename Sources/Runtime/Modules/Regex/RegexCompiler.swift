/// Compiles the tree of a regular expression to a program.
struct RegexCompiler {
    let groupCount: Int
    /// The lengths that the groups may have.
    var groupWidths: [Int: (low: Int, high: Int)] = [:]
    var code: [UInt32] = []
    var slotCount: Int

    /// The program of a pattern.
    static func compile(_ nodes: [RegexNode], groupCount: Int, flags: RegexFlags) throws(RegexFailure) -> [UInt32] {
        var compiler = RegexCompiler(groupCount: groupCount)
        compiler.code = Array(repeating: 0, count: RegexProgram.start)
        compiler.noteGroups(nodes)
        try compiler.emit(nodes, flags, follow: .end)
        compiler.emit(.success)
        compiler.code[0] = UInt32(groupCount)
        compiler.code[1] = UInt32(compiler.slotCount)
        compiler.code[2] = UInt32(clamping: compiler.width(nodes).low)
        compiler.prepareSearch(nodes, flags)
        return compiler.code
    }

    private init(groupCount: Int) {
        self.groupCount = groupCount
        slotCount = groupCount * 2 + 1
    }

    mutating func emit(_ op: RegexOp, _ operands: UInt32...) {
        code.append(UInt32(op.rawValue))
        code += operands
    }

    /// An operand to be filled in later.
    private mutating func patch(_ place: Int) { code[place] = UInt32(code.count) }

    mutating func newSlots(_ count: Int) -> UInt32 {
        defer { slotCount += count }
        return UInt32(slotCount)
    }

    // MARK: Sequences

    /// Emits nodes one after the other. `follow` is what may come behind them: nil when that is not known.
    mutating func emit(_ nodes: [RegexNode], _ flags: RegexFlags, follow: RegexFirst?) throws(RegexFailure) {
        var index = 0
        while index < nodes.count {
            let literals = plainLiterals(nodes[index...], flags)
            if literals.count > 1 {
                emit(.string, UInt32(literals.count))
                code += literals
                index += literals.count
                continue
            }
            let rest = nodes[(index + 1)...]
            var next: RegexFirst?
            if needsFollow(nodes[index]) { next = first(of: rest, flags, then: follow) }
            try emit(nodes[index], flags, follow: next)
            index += 1
        }
    }

    private func needsFollow(_ node: RegexNode) -> Bool {
        switch node {
        case .loop, .group, .branch, .conditional: true
        default: false
        }
    }

    /// The literals at the beginning of some nodes that stand for themselves alone.
    func plainLiterals(_ nodes: ArraySlice<RegexNode>, _ flags: RegexFlags) -> [UInt32] {
        var result: [UInt32] = []
        for node in nodes {
            guard case .literal(let code) = node, isPlain(code, flags) else { break }
            result.append(code)
        }
        return result
    }

    func isPlain(_ code: UInt32, _ flags: RegexFlags) -> Bool {
        !flags.contains(.ignoreCase) || !RegexCase.isCased(code, isUnicode: flags.contains(.unicode))
    }

    private mutating func emit(_ node: RegexNode, _ flags: RegexFlags, follow: RegexFirst?) throws(RegexFailure) {
        if let unit = unit(node, flags) {
            code += unit.words
            return
        }
        switch node {
        case .anchor(let anchor): emit(anchor, flags)
        case .group(let index, let add, let remove, let content):
            let inner = flags.combined(add: add, remove: remove)
            if let index { emit(.open, UInt32(index * 2 - 2)) }
            try emit(content, inner, follow: follow)
            if let index { emit(.close, UInt32(index * 2 - 1)) }
        case .branch(let branches): try emit(branches: branches, flags, follow: follow)
        case .loop(let min, let max, let kind, let content):
            try emitLoop(min, max, kind, content, flags, follow: follow)
        case .atomic(let content):
            let mark = newSlots(1)
            emit(.mark, mark)
            try emit(content, flags, follow: .end)
            emit(.cut, mark)
        case .look(let isAhead, let isNegated, let content):
            try emitLook(isAhead: isAhead, isNegated: isNegated, content, flags)
        case .reference(let group):
            let slot = UInt32(group * 2 - 2)
            if flags.contains(.ignoreCase) {
                emit(.referenceIgnoringCase, slot, flags.contains(.unicode) ? 1 : 0)
            } else {
                emit(.reference, slot)
            }
        case .conditional(let group, let yes, let no):
            emit(.ifGroup, UInt32(group * 2 - 2), 0)
            let otherwise = code.count - 1
            try emit(yes, flags, follow: follow)
            if let no {
                emit(.jump, 0)
                let end = code.count - 1
                patch(otherwise)
                try emit(no, flags, follow: follow)
                patch(end)
            } else {
                patch(otherwise)
            }
        default: emit(.fail)
        }
    }

    private mutating func emit(_ anchor: RegexAnchor, _ flags: RegexFlags) {
        let letters: UInt32 = flags.contains(.unicode) ? 1 : 0
        switch anchor {
        case .beginning: emit(flags.contains(.multiline) ? .beginningOfLine : .beginningOfText)
        case .end: emit(flags.contains(.multiline) ? .endOfLine : .end)
        case .beginningOfText: emit(.beginningOfText)
        case .endOfText: emit(.endOfText)
        case .boundary: emit(.boundary, letters)
        case .notBoundary: emit(.notBoundary, letters)
        }
    }

    private mutating func emitLook(
        isAhead: Bool, isNegated: Bool, _ content: [RegexNode], _ flags: RegexFlags
    ) throws(RegexFailure) {
        let mark = newSlots(2)
        var end = 0
        if isNegated {
            emit(.markNegative, mark, 0)
            end = code.count - 1
        } else {
            emit(.mark, mark)
            emit(.keepPlace, mark + 1)
        }
        if !isAhead {
            let width = self.width(content)
            if width.low > Int(UInt32.max) { throw .pattern("looks too much behind", nil) }
            if width.low != width.high { throw .pattern("look-behind requires fixed-width pattern", nil) }
            emit(.back, UInt32(width.low))
        }
        try emit(content, flags, follow: .end)
        if isNegated {
            emit(.cutNegative, mark)
            patch(end)
        } else {
            emit(.cut, mark)
            emit(.restorePlace, mark + 1)
        }
    }

    // MARK: Alternatives

    private mutating func emit(
        branches: [[RegexNode]], _ flags: RegexFlags, follow: RegexFirst?
    ) throws(RegexFailure) {
        let (prefix, rests) = RegexCompiler.commonPrefix(branches)
        if !prefix.isEmpty {
            let next = first(of: [.branch(rests)], flags, then: follow)
            try emit(prefix, flags, follow: next)
        }
        if let set = RegexCompiler.asSet(rests) {
            try emit([set], flags, follow: follow)
            return
        }
        let firsts = rests.map { first(of: $0[...], flags, isStrict: true) }
        var ends: [Int] = []
        for index in rests.indices {
            if index == rests.count - 1 {
                try emit(rests[index], flags, follow: follow)
                break
            }
            let others = firsts[(index + 1)...]
            let next: Int
            if let set = firsts[index].set, !firsts[index].isNullable, !set.canStop {
                let isAlone = others.allSatisfy { other in
                    guard let otherSet = other.set, !other.isNullable else { return false }
                    return set.isDisjoint(with: otherSet)
                }
                next = emitTest(set, isOnlyChoice: isAlone)
            } else {
                emit(.choice, 0)
                next = code.count - 1
            }
            try emit(rests[index], flags, follow: follow)
            emit(.jump, 0)
            ends.append(code.count - 1)
            patch(next)
        }
        for end in ends { patch(end) }
    }

    /// Emits a test of the next character and gives the place of the target for the case that it fails.
    private mutating func emitTest(_ set: RegexFirst, isOnlyChoice: Bool) -> Int {
        if let character = set.onlyCharacter {
            emit(isOnlyChoice ? .testCharacter : .tryCharacter, 0, character)
            return code.count - 2
        }
        emit(isOnlyChoice ? .testSet : .trySet, 0)
        let place = code.count - 1
        code += set.words
        return place
    }

    // MARK: Loops

    private mutating func emitLoop(
        _ minimum: UInt32, _ maximum: UInt32, _ kind: RegexLoopKind, _ content: [RegexNode], _ flags: RegexFlags,
        follow: RegexFirst?
    ) throws(RegexFailure) {
        if maximum == 0 { return }
        if minimum == 1, maximum == 1, kind != .possessive { return try emit(content, flags, follow: follow) }
        if content.count == 1, let unit = unit(RegexCompiler.unwrapped(content[0], flags)) {
            var op: RegexOp = kind == .greedy ? .greedyRun : kind == .lazy ? .lazyRun : .possessiveRun
            if kind == .greedy, let follow, follow.isDisjoint(with: unit.first) { op = .possessiveRun }
            let hint = follow.flatMap(\.onlyCharacter).map { $0 + 1 } ?? 0
            emit(op, minimum, maximum, 0, hint)
            let end = code.count - 2
            code += unit.words
            patch(end)
            return
        }
        let (set, mayBeEmpty) = first(of: content[...], flags, isStrict: true)
        // What stops at the end of the text matches nothing there.
        let isNullable = mayBeEmpty || width(content).low == 0
        var inner = follow
        if maximum > 1 { inner = RegexFirst.union(set, follow) }
        if kind == .possessive {
            let slot = newSlots(2)
            let mark = newSlots(1)
            emit(.beginLoop, slot)
            let round = code.count
            emit(.possessiveLoop, slot, minimum, maximum, 0, mark)
            let end = code.count - 2
            // Each round is settled by itself, whatever follows.
            try emit(content, flags, follow: .end)
            emit(.endPossessive, slot, mark, UInt32(round))
            patch(end)
        } else if maximum == 1, minimum == 0 {
            let end = emitEntry(kind, set: isNullable ? nil : set, follow: follow)
            try emit(content, flags, follow: inner)
            patch(end)
        } else if !isNullable, maximum == regexUnlimited, minimum <= 1 {
            let round = code.count
            if minimum == 1 {
                try emit(content, flags, follow: inner)
                if kind == .lazy {
                    emit(.choice, UInt32(round))
                } else {
                    let end = emitEntry(kind, set: set, follow: follow)
                    emit(.jump, UInt32(round))
                    patch(end)
                }
            } else {
                let end = emitEntry(kind, set: set, follow: follow)
                try emit(content, flags, follow: inner)
                emit(.jump, UInt32(round))
                patch(end)
            }
        } else {
            let slot = newSlots(2)
            emit(.beginLoop, slot)
            let round = code.count
            emit(kind == .lazy ? .lazyLoop : .greedyLoop, slot, minimum, maximum, 0)
            let end = code.count - 1
            try emit(content, flags, follow: inner)
            emit(.jump, UInt32(round))
            patch(end)
        }
    }

    /// Emits the decision whether a loop is entered, and gives the place of the target for the case that it is not.
    private mutating func emitEntry(_ kind: RegexLoopKind, set: RegexFirst?, follow: RegexFirst?) -> Int {
        if kind == .lazy {
            emit(.choice, UInt32(code.count + 4))
            emit(.jump, 0)
            return code.count - 1
        }
        guard let set, !set.canStop else {
            emit(.choice, 0)
            return code.count - 1
        }
        return emitTest(set, isOnlyChoice: follow.map { !$0.canStop && $0.isDisjoint(with: set) } ?? false)
    }

    // MARK: Searching

    /// Decides how the beginning of a match is found.
    private mutating func prepareSearch(_ nodes: [RegexNode], _ flags: RegexFlags) {
        if case .anchor(let anchor)? = nodes.first,
            anchor == .beginningOfText || anchor == .beginning && !flags.contains(.multiline)
        {
            code[3] = UInt32(RegexStrategy.atBeginning.rawValue)
            return
        }
        let prefix = leadingLiterals(nodes[...], flags)
        if !prefix.isEmpty {
            let isWhole = prefix.count == nodes.count && plainLiterals(nodes[...], flags).count == nodes.count
            code[3] = UInt32(isWhole ? RegexStrategy.whole.rawValue : RegexStrategy.prefix.rawValue)
            code[4] = UInt32(code.count)
            code[5] = UInt32(prefix.count)
            code += prefix
            return
        }
        let (set, isNullable) = first(of: nodes[...], flags, isStrict: false)
        if let set, !isNullable, !set.hasOthers || set.count < 256 {
            code[3] = UInt32(RegexStrategy.firstSet.rawValue)
            code[4] = UInt32(code.count)
            code += set.words
        }
    }

    /// The literals that every match begins with.
    private func leadingLiterals(_ nodes: ArraySlice<RegexNode>, _ flags: RegexFlags) -> [UInt32] {
        var result: [UInt32] = []
        for node in nodes {
            switch node {
            case .literal(let code) where isPlain(code, flags): result.append(code)
            case .group(_, let add, let remove, let content):
                let inner = leadingLiterals(content[...], flags.combined(add: add, remove: remove))
                result += inner
                // What follows a group is part of it only if the group is nothing but literals.
                guard inner.count == content.count else { return result }
            default: return result
            }
        }
        return result
    }
}
