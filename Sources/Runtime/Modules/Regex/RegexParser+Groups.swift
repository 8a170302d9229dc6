import UnicodeData

/// Everything that begins with a parenthesis.
extension RegexParser {
    /// What a parenthesis turned out to be.
    enum GroupResult {
        case node(RegexNode)
        /// A comment.
        case nothing
        /// Flags for the whole pattern, already set.
        case flags
    }

    /// Parses what follows a parenthesis.
    mutating func parseGroup(isVerbose: Bool, mayHaveFlags: Bool) throws(RegexFailure) -> GroupResult {
        let start = source.position - 1
        guard try source.pass("?") else {
            return .node(try parseCapture(name: nil, isVerbose: isVerbose, start))
        }
        guard let token = try source.take() else { throw source.error("unexpected end of pattern") }
        let letter = token.isEscape ? nil : Unicode.Scalar(token.code)
        switch letter {
        case "P": return .node(try parseExtension(isVerbose: isVerbose, start))
        case ":": return .node(.group(index: nil, add: [], remove: [], try parseContent(isVerbose, start)))
        case ">": return .node(.atomic(try parseContent(isVerbose, start)))
        case "#":
            while true {
                guard source.next != nil else {
                    throw source.error("missing ), unterminated comment", source.position - start)
                }
                if let next = try source.take(), next.isCharacter(")") { return .nothing }
            }
        case "=", "!": return .node(try parseLook(isAhead: true, isNegated: letter == "!", isVerbose, start))
        case "<":
            guard let next = try source.take() else { throw source.error("unexpected end of pattern") }
            guard next.isCharacter("=") || next.isCharacter("!") else {
                throw source.error("unknown extension ?<\(next.text)", next.count + 2)
            }
            let outer = groupsBeforeLookBehind
            if outer == nil { groupsBeforeLookBehind = isClosed.count }
            defer { groupsBeforeLookBehind = outer }
            return .node(try parseLook(isAhead: false, isNegated: next.isCharacter("!"), isVerbose, start))
        case "(": return .node(try parseConditional(isVerbose: isVerbose, start))
        default:
            guard let letter, letter == "-" || RegexParser.flag(letter.value) != nil else {
                throw source.error("unknown extension ?\(token.text)", token.count + 1)
            }
            guard let (add, remove) = try parseFlags(letter.value) else {
                if !mayHaveFlags {
                    throw source.error("global flags not at the start of the expression", source.position - start)
                }
                return .flags
            }
            let inner = (isVerbose || add.contains(.verbose)) && !remove.contains(.verbose)
            return .node(.group(index: nil, add: add, remove: remove, try parseContent(inner, start)))
        }
    }

    /// The content of a group and its closing parenthesis.
    private mutating func parseContent(_ isVerbose: Bool, _ start: Int) throws(RegexFailure) -> [RegexNode] {
        let nodes = try parseAlternatives(isVerbose: isVerbose)
        try close(start)
        return nodes
    }

    private mutating func close(_ start: Int) throws(RegexFailure) {
        guard try source.pass(")") else {
            throw source.error("missing ), unterminated subpattern", source.position - start)
        }
    }

    private mutating func parseCapture(name: [UInt32]?, isVerbose: Bool, _ start: Int) throws(RegexFailure) -> RegexNode
    {
        let number = isClosed.count
        if let name {
            if let old = self.number(of: name) {
                let text = RegexSource.quoted(name, ascii: false)
                throw source.error(
                    "redefinition of group name \(text) as group \(number); was group \(old)", name.count + 1)
            }
            names.append((name, number))
        }
        isClosed.append(false)
        let nodes = try parseContent(isVerbose, start)
        isClosed[number] = true
        return .group(index: number, add: [], remove: [], nodes)
    }

    /// `(?P<name>…)` and `(?P=name)`.
    private mutating func parseExtension(isVerbose: Bool, _ start: Int) throws(RegexFailure) -> RegexNode {
        if try source.pass("<") {
            let name = try source.takeName(until: ">", "group name")
            try source.checkName(name, 1)
            return try parseCapture(name: name, isVerbose: isVerbose, start)
        }
        if try source.pass("=") {
            let name = try source.takeName(until: ")", "group name")
            try source.checkName(name, 1)
            let group = try requireGroup(name)
            try checkClosed(group, name.count + 1)
            try checkLookBehind(group)
            return .reference(group)
        }
        guard let token = try source.take() else { throw source.error("unexpected end of pattern") }
        throw source.error("unknown extension ?P\(token.text)", token.count + 2)
    }

    private func requireGroup(_ name: [UInt32]) throws(RegexFailure) -> Int {
        if let group = number(of: name) { return group }
        throw source.error("unknown group name \(RegexSource.quoted(name, ascii: false))", name.count + 1)
    }

    private mutating func parseLook(
        isAhead: Bool, isNegated: Bool, _ isVerbose: Bool, _ start: Int
    ) throws(RegexFailure) -> RegexNode {
        let nodes = try parseAlternatives(isVerbose: isVerbose)
        try close(start)
        if isNegated, nodes.isEmpty { return .failure }
        return .look(isAhead: isAhead, isNegated: isNegated, nodes)
    }

    /// `(?(group)yes|no)`.
    private mutating func parseConditional(isVerbose: Bool, _ start: Int) throws(RegexFailure) -> RegexNode {
        let name = try source.takeName(until: ")", "group name")
        let group: Int
        if name.allSatisfy(RegexSource.isDigit) {
            group = RegexSource.number(name)
            if group == 0 { throw source.error("bad group number", name.count + 1) }
            if group >= RegexParser.maximumGroups {
                throw source.error("invalid group reference \(RegexSource.text(name))", name.count + 1)
            }
            if !forwardReferences.contains(where: { $0.group == group }) {
                forwardReferences.append((group, source.position - name.count - 1))
            }
        } else {
            try source.checkName(name, 1)
            group = try requireGroup(name)
        }
        try checkLookBehind(group)
        let yes = try parseNested(isVerbose)
        var no: [RegexNode]?
        if try source.pass("|") {
            no = try parseNested(isVerbose)
            if let next = source.next, next.isCharacter("|") {
                throw source.error("conditional backref with more than two branches")
            }
        }
        try close(start)
        return .conditional(group, yes, no)
    }

    private mutating func parseNested(_ isVerbose: Bool) throws(RegexFailure) -> [RegexNode] {
        try enter()
        defer { leave() }
        return try parseSequence(isVerbose: isVerbose)
    }

    // MARK: Flags

    static func flag(_ letter: UInt32) -> RegexFlags? {
        switch Unicode.Scalar(letter) {
        case "i": .ignoreCase
        case "L": .locale
        case "m": .multiline
        case "s": .dotAll
        case "x": .verbose
        case "a": .ascii
        case "u": .unicode
        default: nil
        }
    }

    private func unknownFlag(_ token: RegexToken, _ otherwise: String) -> RegexFailure {
        let isLetter = !token.isEscape && UnicodeData.isAlpha(token.code)
        return source.error(isLetter ? "unknown flag" : otherwise, token.count)
    }

    /// Flags for a group: those to add and those to remove. Nil when they were for the whole pattern.
    private mutating func parseFlags(_ first: UInt32) throws(RegexFailure) -> (RegexFlags, RegexFlags)? {
        var add: RegexFlags = []
        var remove: RegexFlags = []
        var letter = first
        while letter != 0x2d {
            guard let flag = RegexParser.flag(letter) else { break }
            if source.isText, flag == .locale {
                throw source.error("bad inline flags: cannot use 'L' flag with a str pattern")
            }
            if !source.isText, flag == .unicode {
                throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
            }
            add.insert(flag)
            if RegexFlags.kinds.contains(flag), add.intersection(.kinds) != flag {
                throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
            }
            guard let token = try source.take() else { throw source.error("missing -, : or )") }
            if token.isCharacter(")") {
                flags.formUnion(add)
                return nil
            }
            if token.isCharacter(":") { return (add, remove) }
            guard token.isCharacter("-") || !token.isEscape && RegexParser.flag(token.code) != nil else {
                throw unknownFlag(token, "missing -, : or )")
            }
            letter = token.code
        }
        guard var token = try source.take() else { throw source.error("missing flag") }
        guard !token.isEscape, RegexParser.flag(token.code) != nil else { throw unknownFlag(token, "missing flag") }
        while true {
            guard !token.isEscape, let flag = RegexParser.flag(token.code) else {
                throw unknownFlag(token, "missing :")
            }
            if RegexFlags.kinds.contains(flag) {
                throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
            }
            remove.insert(flag)
            guard let next = try source.take() else { throw source.error("missing :") }
            if next.isCharacter(":") { break }
            token = next
        }
        if !add.isDisjoint(with: remove) { throw source.error("bad inline flags: flag turned on and off", 1) }
        return (add, remove)
    }
}
