/// What can be said about parts of a pattern before anything is matched.
extension RegexCompiler {
    /// A node that matches exactly one character: its instruction, and the characters.
    typealias Unit = (words: [UInt32], first: RegexFirst)

    func unit(_ pair: (node: RegexNode, flags: RegexFlags)) -> Unit? { unit(pair.node, pair.flags) }

    func unit(_ node: RegexNode, _ flags: RegexFlags) -> Unit? {
        func op(_ op: RegexOp, _ operands: UInt32...) -> [UInt32] { [UInt32(op.rawValue)] + operands }
        switch node {
        case .literal(let code):
            if isPlain(code, flags) { return (op(.character, code), RegexFirst([code])) }
            let variants = RegexCase.variants(code, isUnicode: flags.contains(.unicode))
            switch variants.count {
            case 1: return (op(.character, variants[0]), RegexFirst(variants))
            case 2: return (op(.eitherCharacter, variants[0], variants[1]), RegexFirst(variants))
            default:
                let set = RegexSet(
                    variants.map { .literal($0) }, isNegated: false, flags: flags.subtracting(.ignoreCase))
                return (op(.set) + set.words, RegexFirst(variants))
            }
        case .notLiteral(let code):
            let set = RegexSet([.literal(code)], isNegated: true, flags: flags)
            if isPlain(code, flags) { return (op(.notCharacter, code), RegexFirst(set)) }
            return (op(.set) + set.words, RegexFirst(set))
        case .any:
            if flags.contains(.dotAll) { return (op(.anything), .everything) }
            var first = RegexFirst.everything
            first.remove(0x0a)
            return (op(.any), first)
        case .set(let items, let isNegated):
            let set = RegexSet(items, isNegated: isNegated, flags: flags)
            return (op(.set) + set.words, RegexFirst(set))
        default: return nil
        }
    }

    /// The node inside groups that only set flags, with the flags that hold there.
    static func unwrapped(_ node: RegexNode, _ flags: RegexFlags) -> (node: RegexNode, flags: RegexFlags) {
        if case .group(nil, let add, let remove, let content) = node, content.count == 1 {
            return unwrapped(content[0], flags.combined(add: add, remove: remove))
        }
        return (node, flags)
    }

    // MARK: First characters

    /// What a match of the nodes may begin with, and whether it may be empty. Strictly: what it must begin with wherever
    /// it matches at all, a condition on the place being unknown.
    func first(
        of nodes: ArraySlice<RegexNode>, _ flags: RegexFlags, isStrict: Bool
    ) -> (set: RegexFirst?, isNullable: Bool) {
        var result = RegexFirst()
        for node in nodes {
            let (set, isNullable) = first(of: node, flags, isStrict: isStrict)
            guard let set else { return (nil, true) }
            result.formUnion(set)
            if !isNullable { return (result, false) }
        }
        return (result, true)
    }

    /// What the nodes and then `follow` must begin with.
    func first(of nodes: ArraySlice<RegexNode>, _ flags: RegexFlags, then follow: RegexFirst?) -> RegexFirst? {
        let (set, isNullable) = first(of: nodes, flags, isStrict: true)
        return isNullable ? RegexFirst.union(set, follow) : set
    }

    private func first(
        of node: RegexNode, _ flags: RegexFlags, isStrict: Bool
    ) -> (set: RegexFirst?, isNullable: Bool) {
        if let unit = unit(node, flags) { return (unit.first, false) }
        switch node {
        case .group(_, let add, let remove, let content):
            return first(of: content[...], flags.combined(add: add, remove: remove), isStrict: isStrict)
        case .atomic(let content): return first(of: content[...], flags, isStrict: isStrict)
        case .branch(let branches):
            var result = RegexFirst()
            var isNullable = false
            for branch in branches {
                let (set, mayBeEmpty) = first(of: branch[...], flags, isStrict: isStrict)
                guard let set else { return (nil, true) }
                result.formUnion(set)
                isNullable = isNullable || mayBeEmpty
            }
            return (result, isNullable)
        case .loop(let min, let max, _, let content):
            if max == 0 { return (RegexFirst(), true) }
            let (set, isNullable) = first(of: content[...], flags, isStrict: isStrict)
            return (set, isNullable || min == 0)
        case .anchor(let anchor):
            if !isStrict { return (RegexFirst(), true) }
            switch anchor {
            case .end:
                var set = RegexFirst([0x0a])
                set.canStop = true
                return (set, false)
            case .endOfText: return (.end, false)
            default: return (nil, true)
            }
        case .look: return isStrict ? (nil, true) : (RegexFirst(), true)
        case .failure: return (RegexFirst(), false)
        default: return (nil, true)
        }
    }

    // MARK: Lengths

    /// The lengths that a match of the nodes may have.
    func width(_ nodes: [RegexNode]) -> (low: Int, high: Int) {
        var low = 0
        var high = 0
        for node in nodes {
            let (nodeLow, nodeHigh) = width(node)
            low = RegexCompiler.sum(low, nodeLow)
            high = RegexCompiler.sum(high, nodeHigh)
        }
        return (low, high)
    }

    private static let endless = 1 << 61
    private static func sum(_ a: Int, _ b: Int) -> Int { min(a &+ b, endless) }
    private static func product(_ a: Int, _ b: Int) -> Int {
        let (result, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? endless : min(result, endless)
    }

    private func width(_ node: RegexNode) -> (low: Int, high: Int) {
        switch node {
        case .literal, .notLiteral, .any, .set: return (1, 1)
        case .group(_, _, _, let content), .atomic(let content): return width(content)
        case .branch(let branches):
            let widths = branches.map { width($0) }
            return (widths.map(\.low).min() ?? 0, widths.map(\.high).max() ?? 0)
        case .loop(let min, let max, _, let content):
            let (low, high) = width(content)
            let most = max == regexUnlimited && high > 0 ? RegexCompiler.endless : RegexCompiler.product(high, Int(max))
            return (RegexCompiler.product(low, Int(min)), most)
        case .reference(let group): return groupWidths[group] ?? (0, RegexCompiler.endless)
        case .conditional(_, let yes, let no):
            let (low, high) = width(yes)
            guard let no else { return (0, high) }
            let (otherLow, otherHigh) = width(no)
            return (Swift.min(low, otherLow), Swift.max(high, otherHigh))
        case .anchor, .look, .failure: return (0, 0)
        }
    }

    /// Remembers the lengths of all groups. A reference comes after its group, so each is known when it is needed.
    mutating func noteGroups(_ nodes: [RegexNode]) {
        for node in nodes {
            switch node {
            case .group(let index, _, _, let content):
                noteGroups(content)
                if let index { groupWidths[index] = width(content) }
            case .loop(_, _, _, let content), .atomic(let content), .look(_, _, let content): noteGroups(content)
            case .branch(let branches): for branch in branches { noteGroups(branch) }
            case .conditional(_, let yes, let no):
                noteGroups(yes)
                noteGroups(no ?? [])
            default: break
            }
        }
    }

    // MARK: Alternatives

    /// What all branches begin with, and what then is left of each.
    static func commonPrefix(_ branches: [[RegexNode]]) -> ([RegexNode], [[RegexNode]]) {
        var length = 0
        while let first = branches.first, length < first.count,
            branches.allSatisfy({ length < $0.count && isSame($0[length], first[length]) })
        {
            length += 1
        }
        if length == 0 { return ([], branches) }
        return (Array(branches[0][..<length]), branches.map { Array($0[length...]) })
    }

    private static func isSame(_ a: RegexNode, _ b: RegexNode) -> Bool {
        switch (a, b) {
        case (.literal(let x), .literal(let y)), (.notLiteral(let x), .notLiteral(let y)): x == y
        case (.any, .any): true
        case (.set(let x, let isNegated), .set(let y, let otherNegated)): x == y && isNegated == otherNegated
        case (.anchor(let x), .anchor(let y)): x == y
        case (.reference(let x), .reference(let y)): x == y
        default: false
        }
    }

    /// One set for branches of one character each.
    static func asSet(_ branches: [[RegexNode]]) -> RegexNode? {
        var items: [RegexSetItem] = []
        for branch in branches {
            guard branch.count == 1 else { return nil }
            switch branch[0] {
            case .literal(let code): items.append(.literal(code))
            case .set(let more, isNegated: false): items += more
            default: return nil
            }
        }
        return .set(items, isNegated: false)
    }
}

extension RegexFirst {
    /// Either of two; nil when one is not known.
    static func union(_ a: RegexFirst?, _ b: RegexFirst?) -> RegexFirst? {
        guard var result = a, let b else { return nil }
        result.formUnion(b)
        return result
    }

    /// The character that must come, if there is only one.
    var onlyCharacter: UInt32? {
        if canStop || hasOthers || count != 1 { return nil }
        for (index, word) in bitmap.enumerated() where word != 0 {
            return UInt32(index * 32 + word.trailingZeroBitCount)
        }
        return nil
    }
}
