import UnicodeData

/// Parses the pattern of a regular expression: the syntax, the messages and the places that `re` has.
struct RegexParser {
    var source: RegexSource
    var flags: RegexFlags
    /// Numbers of the named groups.
    var names: [(name: [UInt32], number: Int)] = []
    /// For each group, 0 being the whole, whether it has been closed.
    var isClosed = [false]
    /// How many groups there were when the look-behind that is being read began.
    var groupsBeforeLookBehind: Int?
    /// Groups that conditions ask for before they are known, with the place.
    var forwardReferences: [(group: Int, place: Int)] = []
    /// FutureWarnings to be issued.
    var warnings: [String] = []
    private var depth = 0

    static let maximumDepth = 480
    static let maximumGroups = 1_073_741_823

    init(_ codes: [UInt32], isText: Bool, flags: RegexFlags) throws(RegexFailure) {
        source = try RegexSource(codes, isText: isText)
        self.flags = flags
    }

    var groupCount: Int { isClosed.count - 1 }

    func number(of name: [UInt32]) -> Int? { names.first { $0.name == name }?.number }

    /// The whole pattern. Afterwards `flags` are those that the pattern has.
    mutating func parse() throws(RegexFailure) -> [RegexNode] {
        let nodes = try parseAlternatives(isVerbose: flags.contains(.verbose), isTop: true)
        try fixFlags()
        if source.next != nil { throw source.error("unbalanced parenthesis") }
        for reference in forwardReferences where reference.group > groupCount {
            throw .pattern("invalid group reference \(reference.group)", reference.place)
        }
        return nodes
    }

    /// Checks the flags against the kind of pattern; a str without ASCII is UNICODE.
    private mutating func fixFlags() throws(RegexFailure) {
        if source.isText {
            if flags.contains(.locale) { throw .value("cannot use LOCALE flag with a str pattern") }
            if !flags.contains(.ascii) {
                flags.insert(.unicode)
            } else if flags.contains(.unicode) {
                throw .value("ASCII and UNICODE flags are incompatible")
            }
        } else {
            if flags.contains(.unicode) { throw .value("cannot use UNICODE flag with a bytes pattern") }
            if flags.contains(.locale), flags.contains(.ascii) {
                throw .value("ASCII and LOCALE flags are incompatible")
            }
        }
    }

    // MARK: Sequences

    /// `a|b|c`.
    mutating func parseAlternatives(isVerbose: Bool, isTop: Bool = false) throws(RegexFailure) -> [RegexNode] {
        try enter()
        defer { leave() }
        var isVerbose = isVerbose
        var branches: [[RegexNode]] = []
        repeat {
            if isTop, !branches.isEmpty { isVerbose = flags.contains(.verbose) }
            branches.append(try parseSequence(isVerbose: isVerbose, isFirst: isTop && branches.isEmpty))
        } while try source.pass("|")
        return branches.count == 1 ? branches[0] : [.branch(branches)]
    }

    mutating func enter() throws(RegexFailure) {
        depth += 1
        if depth > RegexParser.maximumDepth { throw .tooDeep }
    }

    mutating func leave() { depth -= 1 }

    /// What stands between bars. `isFirst`: flags for the whole pattern may come.
    mutating func parseSequence(isVerbose: Bool, isFirst: Bool = false) throws(RegexFailure) -> [RegexNode] {
        var isVerbose = isVerbose
        var nodes: [RegexNode] = []
        while let token = source.next, !token.isCharacter("|"), !token.isCharacter(")") {
            _ = try source.take()
            if token.isEscape {
                nodes.append(try parseEscape(token))
                continue
            }
            if isVerbose {
                if RegexSource.isSpace(token.code) { continue }
                if token.isCharacter("#") {
                    while let next = try source.take(), !next.isCharacter("\n") {}
                    continue
                }
            }
            switch Unicode.Scalar(token.code) {
            case "[": nodes.append(try parseSet())
            case "*", "+", "?", "{": try parseLoop(token, &nodes)
            case ".": nodes.append(.any)
            case "^": nodes.append(.anchor(.beginning))
            case "$": nodes.append(.anchor(.end))
            case "(":
                let mayHaveFlags = isFirst && nodes.isEmpty
                switch try parseGroup(isVerbose: isVerbose, mayHaveFlags: mayHaveFlags) {
                case .node(let node): nodes.append(node)
                case .nothing: break
                case .flags: isVerbose = flags.contains(.verbose)
                }
            default: nodes.append(.literal(token.code))
            }
        }
        return unpacked(nodes)
    }

    /// The nodes, with the content of groups that only hold together in their place.
    private func unpacked(_ nodes: [RegexNode]) -> [RegexNode] {
        func isPlain(_ node: RegexNode) -> Bool {
            if case .group(nil, let add, let remove, _) = node { return add.isEmpty && remove.isEmpty }
            return false
        }
        guard nodes.contains(where: isPlain) else { return nodes }
        var result: [RegexNode] = []
        for node in nodes {
            if isPlain(node), case .group(_, _, _, let content) = node {
                result += content
            } else {
                result.append(node)
            }
        }
        return result
    }

    // MARK: Loops

    /// Repeats the last node.
    private mutating func parseLoop(_ token: RegexToken, _ nodes: inout [RegexNode]) throws(RegexFailure) {
        let here = source.position
        var minimum: UInt32 = 0
        var maximum = regexUnlimited
        if token.isCharacter("?") {
            maximum = 1
        } else if token.isCharacter("+") {
            minimum = 1
        } else if token.isCharacter("{") {
            guard let limits = try parseLimits(here) else {
                nodes.append(.literal(token.code))
                return
            }
            (minimum, maximum) = limits
        }
        guard let last = nodes.last else { throw source.error("nothing to repeat", source.position - here + 1) }
        var content = [last]
        switch last {
        case .anchor: throw source.error("nothing to repeat", source.position - here + 1)
        case .loop: throw source.error("multiple repeat", source.position - here + 1)
        case .group(nil, let add, let remove, let inner) where add.isEmpty && remove.isEmpty: content = inner
        default: break
        }
        var kind = RegexLoopKind.greedy
        if try source.pass("?") {
            kind = .lazy
        } else if try source.pass("+") {
            kind = .possessive
        }
        nodes[nodes.count - 1] = .loop(min: minimum, max: maximum, kind, content)
    }

    /// `{m,n}` behind its brace; nil, and nothing taken, when it is no such thing.
    private mutating func parseLimits(_ here: Int) throws(RegexFailure) -> (UInt32, UInt32)? {
        if let next = source.next, next.isCharacter("}") { return nil }
        let low = try source.takeWhile(Int.max, RegexSource.isDigit)
        var high = low
        if try source.pass(",") { high = try source.takeWhile(Int.max, RegexSource.isDigit) }
        guard try source.pass("}") else {
            try source.seek(here)
            return nil
        }
        var limits: (UInt32, UInt32) = (0, regexUnlimited)
        if !low.isEmpty {
            guard let value = UInt32(exactly: RegexSource.number(low)), value < regexUnlimited else {
                throw .overflow("the repetition number is too large")
            }
            limits.0 = value
        }
        if !high.isEmpty {
            guard let value = UInt32(exactly: RegexSource.number(high)), value < regexUnlimited else {
                throw .overflow("the repetition number is too large")
            }
            limits.1 = value
            if limits.1 < limits.0 {
                throw source.error("min repeat greater than max repeat", source.position - here)
            }
        }
        return limits
    }

    // MARK: References

    /// Refuses a reference to a group that is still open.
    func checkClosed(_ group: Int, _ offset: Int) throws(RegexFailure) {
        if !isClosed[group] { throw source.error("cannot refer to an open group", offset) }
    }

    /// Refuses what a look-behind must not refer to.
    func checkLookBehind(_ group: Int) throws(RegexFailure) {
        guard let limit = groupsBeforeLookBehind else { return }
        if group >= isClosed.count || !isClosed[group] { throw source.error("cannot refer to an open group") }
        if group >= limit {
            throw source.error("cannot refer to group defined in the same lookbehind subpattern")
        }
    }
}
