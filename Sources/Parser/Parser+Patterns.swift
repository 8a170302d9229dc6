import Lexer

/// The `match` statement and its patterns (PEP 634).
extension Parser {
    /// `match_stmt`, or `nil` when `match` is a name here.
    mutating func parseMatch() throws(Failure) -> Statement? {
        guard startsExpression(followingKind) || followingKind == .star else { return nil }
        let start = position
        let depth = nesting
        let seen = warnings.count
        var subject: Expression?
        do throws(Failure) {
            position += 1
            let read = try parseSubject()
            if kind == .colon && followingKind == .newline { subject = read }
        } catch {
            if case .syntax = error {} else { throw error }
        }
        guard let subject else {
            position = start
            nesting = depth
            warnings.removeLast(warnings.count - seen)
            return nil
        }
        position += 2
        try expect(.indent)
        var cases: [MatchCase] = []
        repeat { cases.append(try parseCase()) } while kind != .dedent
        position += 1
        return Statement(.match(subject: subject, cases: cases), at: blockRange(from: start))
    }

    private mutating func parseSubject() throws(Failure) -> Expression {
        let start = position
        let isStarred = kind == .star
        let first = try parseStarNamedExpression()
        guard kind == .comma else {
            if isStarred { throw .syntax }
            return first
        }
        var elements = [first]
        while take(.comma) {
            if kind == .colon { break }
            elements.append(try parseStarNamedExpression())
        }
        return try make(.tuple(elements: elements, context: .load), from: start)
    }

    private mutating func parseCase() throws(Failure) -> MatchCase {
        guard isSoft(softKeywords.case) else { throw .syntax }
        position += 1
        let pattern = try parsePatterns()
        let condition = take(.if) ? try parseNamedExpression() : nil
        try expect(.colon)
        return MatchCase(pattern: pattern, condition: condition, body: try parseBlock())
    }

    /// `patterns`: one pattern, or an open sequence.
    private mutating func parsePatterns() throws(Failure) -> Pattern {
        let start = position
        let isStarred = kind == .star
        let first = try parseStarOrPattern()
        guard kind == .comma else {
            if isStarred { throw .syntax }
            return first
        }
        var patterns = [first]
        while take(.comma) {
            if kind == .colon || kind == .if { break }
            patterns.append(try parseStarOrPattern())
        }
        return Pattern(.matchSequence(patterns: patterns), at: range(from: start))
    }

    private mutating func parseStarOrPattern() throws(Failure) -> Pattern {
        guard kind == .star else { return try parsePattern() }
        let start = position
        position += 1
        let isWildcard = isSoft(softKeywords.underscore)
        let name = try expectName()
        if [.dot, .leftParenthesis, .equal].contains(kind) && !isWildcard { throw .syntax }
        return Pattern(.matchStar(name: isWildcard ? nil : name), at: range(from: start))
    }

    /// `pattern`: alternatives, with `as`.
    private mutating func parsePattern() throws(Failure) -> Pattern {
        let start = position
        try enter()
        let first = try parseClosedPattern()
        var pattern = first
        if kind == .verticalBar {
            var patterns = [first]
            while take(.verticalBar) { patterns.append(try parseClosedPattern()) }
            pattern = Pattern(.matchOr(patterns: patterns), at: range(from: start))
        }
        leave()
        if take(.as) {
            let name = try parseCaptureName()
            return Pattern(.matchAs(pattern: pattern, name: name), at: range(from: start))
        }
        return pattern
    }

    private mutating func parseCaptureName() throws(Failure) -> String {
        if isSoft(softKeywords.underscore) { throw .syntax }
        let name = try expectName()
        if [.dot, .leftParenthesis, .equal].contains(kind) { throw .syntax }
        return name
    }

    private mutating func parseClosedPattern() throws(Failure) -> Pattern {
        let start = position
        switch kind {
        case .number, .minus, .plus, .string, .fstringStart:
            let value = try parseLiteralPatternValue()
            return Pattern(.matchValue(value: value), at: range(from: start))
        case .none: return singleton(.none)
        case .true: return singleton(.true)
        case .false: return singleton(.false)
        case .name: return try parseNamePattern()
        case .leftParenthesis: return try parseParenthesizedPattern()
        case .leftBracket:
            position += 1
            let patterns = try parsePatternList(until: .rightBracket)
            return Pattern(.matchSequence(patterns: patterns), at: range(from: start))
        case .leftBrace: return try parseMappingPattern()
        default: throw .syntax
        }
    }

    private mutating func singleton(_ value: Constant) -> Pattern {
        position += 1
        return Pattern(.matchSingleton(value: value), at: range(from: position - 1))
    }

    /// `signed_number`, `complex_number` or `strings`.
    private mutating func parseLiteralPatternValue() throws(Failure) -> Expression {
        if kind == .string || kind == .fstringStart { return try parseStrings() }
        let start = position
        let real = try parseSignedNumber()
        guard kind == .plus || kind == .minus else { return real }
        let op: BinaryOperator = kind == .plus ? .add : .subtract
        position += 1
        guard kind == .number, !isImaginary(real) else { throw .syntax }
        let imaginary = try parseAtom()
        guard isImaginary(imaginary) else { throw .syntax }
        return try make(.binOp(left: real, op: op, right: imaginary), from: start)
    }

    private func isImaginary(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .constant(.imaginary, _): return true
        case .unaryOp(_, let operand): return isImaginary(operand)
        default: return false
        }
    }

    private mutating func parseSignedNumber() throws(Failure) -> Expression {
        let start = position
        let isNegative = take(.minus)
        if !isNegative && take(.plus) { throw .syntax }
        guard kind == .number else { throw .syntax }
        let number = try parseAtom()
        return isNegative ? try make(.unaryOp(op: .minus, operand: number), from: start) : number
    }

    /// A capture, the wildcard, a dotted value or a class pattern.
    private mutating func parseNamePattern() throws(Failure) -> Pattern {
        let start = position
        if isSoft(softKeywords.underscore) && followingKind != .dot && followingKind != .leftParenthesis {
            position += 1
            return Pattern(.matchAs(pattern: nil, name: nil), at: range(from: start))
        }
        let name = try expectName()
        if kind != .dot && kind != .leftParenthesis {
            if kind == .equal { throw .syntax }
            return Pattern(.matchAs(pattern: nil, name: name), at: range(from: start))
        }
        var value = Expression(.name(id: name, context: .load), at: range(from: start))
        while take(.dot) {
            let attribute = try expectName()
            value = try make(.attribute(value: value, attribute: attribute, context: .load), from: start)
        }
        if kind == .leftParenthesis { return try parseClassPattern(start, value) }
        if kind == .equal { throw .syntax }
        return Pattern(.matchValue(value: value), at: range(from: start))
    }

    private mutating func parseClassPattern(_ start: Int, _ type: Expression) throws(Failure) -> Pattern {
        position += 1
        var patterns: [Pattern] = []
        var keywordNames: [String] = []
        var keywordPatterns: [Pattern] = []
        while kind != .rightParenthesis {
            if kind == .name && followingKind == .equal {
                keywordNames.append(try expectName())
                position += 1
                keywordPatterns.append(try parsePattern())
            } else {
                if !keywordNames.isEmpty { throw .syntax }
                patterns.append(try parsePattern())
            }
            if kind != .rightParenthesis { try expect(.comma) }
        }
        position += 1
        return Pattern(
            .matchClass(
                class: type, patterns: patterns, keywordNames: keywordNames, keywordPatterns: keywordPatterns),
            at: range(from: start))
    }

    /// `group_pattern | sequence_pattern` in parentheses.
    private mutating func parseParenthesizedPattern() throws(Failure) -> Pattern {
        let start = position
        position += 1
        if take(.rightParenthesis) { return Pattern(.matchSequence(patterns: []), at: range(from: start)) }
        let isStarred = kind == .star
        let first = try parseStarOrPattern()
        if kind == .rightParenthesis {
            if isStarred { throw .syntax }
            position += 1
            return first
        }
        try expect(.comma)
        let patterns = [first] + (try parsePatternList(until: .rightParenthesis))
        return Pattern(.matchSequence(patterns: patterns), at: range(from: start))
    }

    private mutating func parsePatternList(until end: TokenKind) throws(Failure) -> [Pattern] {
        var patterns: [Pattern] = []
        while kind != end {
            patterns.append(try parseStarOrPattern())
            if kind != end { try expect(.comma) }
        }
        position += 1
        return patterns
    }

    private mutating func parseMappingPattern() throws(Failure) -> Pattern {
        let start = position
        position += 1
        var keys: [Expression] = []
        var patterns: [Pattern] = []
        var rest: String?
        while kind != .rightBrace {
            if take(.doubleStar) {
                rest = try parseCaptureName()
                _ = take(.comma)
                if kind != .rightBrace { throw .syntax }
                continue
            }
            keys.append(try parseMappingKey())
            try expect(.colon)
            patterns.append(try parsePattern())
            if kind != .rightBrace { try expect(.comma) }
        }
        position += 1
        return Pattern(.matchMapping(keys: keys, patterns: patterns, rest: rest), at: range(from: start))
    }

    private mutating func parseMappingKey() throws(Failure) -> Expression {
        let start = position
        switch kind {
        case .none, .true, .false: return try parseAtom()
        case .name:
            let name = try expectName()
            guard kind == .dot else { throw .syntax }
            var value = Expression(.name(id: name, context: .load), at: range(from: start))
            while take(.dot) {
                let attribute = try expectName()
                value = try make(.attribute(value: value, attribute: attribute, context: .load), from: start)
            }
            return value
        default: return try parseLiteralPatternValue()
        }
    }
}
