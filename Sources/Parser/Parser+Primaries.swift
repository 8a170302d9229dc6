import Lexer

/// Primaries: names, literals, displays, calls, subscripts and attributes.
extension Parser {
    /// `primary`
    mutating func parsePrimary() throws(Failure) -> Expression {
        let start = position
        var value = try parseAtom()
        while true {
            switch kind {
            case .dot:
                position += 1
                let attribute = try expectName()
                value = try make(.attribute(value: value, attribute: attribute, context: .load), from: start)
            case .leftParenthesis:
                let (arguments, keywords) = try parseArguments()
                value = try make(.call(function: value, arguments: arguments, keywords: keywords), from: start)
            case .leftBracket:
                position += 1
                let slice = try parseSlices()
                try expect(.rightBracket)
                value = try make(.subscript(value: value, slice: slice, context: .load), from: start)
            default:
                return value
            }
        }
    }

    /// `atom`
    mutating func parseAtom() throws(Failure) -> Expression {
        let start = position
        switch kind {
        case .name:
            position += 1
            return Expression(
                .name(id: stream.names[Int(tokens[start].nameIndex)], context: .load), at: range(from: start))
        case .number:
            position += 1
            return Expression(
                .constant(value: try numberValue(tokens[start]), hasUnicodePrefix: false), at: range(from: start))
        case .string, .fstringStart: return try parseStrings()
        case .none: return constant(.none)
        case .true: return constant(.true)
        case .false: return constant(.false)
        case .ellipsis: return constant(.ellipsis)
        case .leftParenthesis: return try parseParenthesized()
        case .leftBracket: return try parseListDisplay()
        case .leftBrace: return try parseBraces()
        default: throw .syntax
        }
    }

    private mutating func constant(_ value: Constant) -> Expression {
        position += 1
        return Expression(.constant(value: value, hasUnicodePrefix: false), at: range(from: position - 1))
    }

    /// `genexp | tuple | group`
    private mutating func parseParenthesized() throws(Failure) -> Expression {
        let start = position
        position += 1
        if take(.rightParenthesis) { return try make(.tuple(elements: [], context: .load), from: start) }
        if kind == .yield {
            let value = try parseYield()
            try expect(.rightParenthesis)
            return value
        }
        let isStarred = kind == .star
        let first = try parseStarNamedExpression()
        switch kind {
        case .rightParenthesis where !isStarred:
            position += 1
            return first
        case .comma:
            let elements = try parseElements(first, until: .rightParenthesis)
            return try make(.tuple(elements: elements, context: .load), from: start)
        case .for where !isStarred, .async where !isStarred:
            let generators = try parseGenerators()
            try expect(.rightParenthesis)
            return try make(.generatorExp(elt: first, generators: generators), from: start)
        default:
            throw .syntax
        }
    }

    /// The rest of a display after its first element, the closing bracket included.
    private mutating func parseElements(
        _ first: Expression, until end: TokenKind
    ) throws(Failure) -> [Expression] {
        var elements = [first]
        while take(.comma) {
            if kind == end { break }
            elements.append(try parseStarNamedExpression())
        }
        try expect(end)
        return elements
    }

    /// `list | listcomp`
    private mutating func parseListDisplay() throws(Failure) -> Expression {
        let start = position
        position += 1
        if take(.rightBracket) { return try make(.list(elements: [], context: .load), from: start) }
        let isStarred = kind == .star
        let first = try parseStarNamedExpression()
        if !isStarred && (kind == .for || kind == .async) {
            let generators = try parseGenerators()
            try expect(.rightBracket)
            return try make(.listComp(elt: first, generators: generators), from: start)
        }
        let elements = try parseElements(first, until: .rightBracket)
        return try make(.list(elements: elements, context: .load), from: start)
    }

    /// `dict | set | dictcomp | setcomp`
    private mutating func parseBraces() throws(Failure) -> Expression {
        let start = position
        position += 1
        if take(.rightBrace) { return try make(.dict(keys: [], values: []), from: start) }
        if kind == .doubleStar { return try parseDict(start, firstKey: nil) }
        let isStarred = kind == .star
        let first = try parseStarNamedExpression()
        if kind == .colon && !isStarred {
            if case .namedExpr = first.kind, tokens[start + 1].kind != .leftParenthesis { throw .syntax }
            return try parseDict(start, firstKey: first)
        }
        if !isStarred && (kind == .for || kind == .async) {
            let generators = try parseGenerators()
            try expect(.rightBrace)
            return try make(.setComp(elt: first, generators: generators), from: start)
        }
        let elements = try parseElements(first, until: .rightBrace)
        return try make(.set(elements: elements), from: start)
    }

    /// The rest of a dictionary display or comprehension, from the colon after the first key or from a `**`.
    private mutating func parseDict(_ start: Int, firstKey: Expression?) throws(Failure) -> Expression {
        var keys: [Expression?] = []
        var values: [Expression] = []
        if let firstKey {
            try expect(.colon)
            let value = try parseExpression()
            if kind == .for || kind == .async {
                let generators = try parseGenerators()
                try expect(.rightBrace)
                return try make(.dictComp(key: firstKey, value: value, generators: generators), from: start)
            }
            keys.append(firstKey)
            values.append(value)
            if kind != .rightBrace { try expect(.comma) }
        }
        while kind != .rightBrace {
            if take(.doubleStar) {
                keys.append(nil)
                values.append(try parseBitwiseOr())
            } else {
                keys.append(try parseExpression())
                try expect(.colon)
                values.append(try parseExpression())
            }
            if kind != .rightBrace { try expect(.comma) }
        }
        position += 1
        return try make(.dict(keys: keys, values: values), from: start)
    }

    /// `for_if_clauses`
    mutating func parseGenerators() throws(Failure) -> [Comprehension] {
        var generators: [Comprehension] = []
        while kind == .for || kind == .async {
            let isAsync = take(.async)
            try expect(.for)
            let target = try parseStarTargets()
            try expect(.in)
            let iterator = try parseDisjunction()
            var conditions: [Expression] = []
            while take(.if) { conditions.append(try parseDisjunction()) }
            generators.append(
                Comprehension(target: target, iterator: iterator, conditions: conditions, isAsync: isAsync))
        }
        return generators
    }

    /// The arguments of a call or class definition, parentheses included.
    mutating func parseArguments(allowsGenerator: Bool = true) throws(Failure) -> ([Expression], [Keyword]) {
        let open = position
        try expect(.leftParenthesis)
        var arguments: [Expression] = []
        var keywords: [Keyword] = []
        var hasDoubleStar = false
        while kind != .rightParenthesis {
            let start = position
            switch kind {
            case .star:
                if hasDoubleStar { throw .syntax }
                position += 1
                let value = try parseExpression()
                arguments.append(try make(.starred(value: value, context: .load), from: start))
            case .doubleStar:
                position += 1
                hasDoubleStar = true
                let value = try parseExpression()
                keywords.append(Keyword(name: nil, value: value, at: range(from: start)))
            case .name where followingKind == .equal:
                let name = try expectName()
                position += 1
                let value = try parseExpression()
                keywords.append(Keyword(name: name, value: value, at: range(from: start)))
            default:
                if !keywords.isEmpty { throw .syntax }
                let value = try parseNamedExpression()
                if kind == .for || kind == .async {
                    guard allowsGenerator, arguments.isEmpty else { throw .syntax }
                    let generators = try parseGenerators()
                    try expect(.rightParenthesis)
                    let generator = try make(.generatorExp(elt: value, generators: generators), from: open)
                    return ([generator], [])
                }
                arguments.append(value)
            }
            if kind != .rightParenthesis { try expect(.comma) }
        }
        position += 1
        return (arguments, keywords)
    }

    /// `slices`
    private mutating func parseSlices() throws(Failure) -> Expression {
        let start = position
        let isStarred = kind == .star
        let first = try parseSliceOrStarred()
        guard kind == .comma || isStarred else { return first }
        var elements = [first]
        while take(.comma) {
            if kind == .rightBracket { break }
            elements.append(try parseSliceOrStarred())
        }
        return try make(.tuple(elements: elements, context: .load), from: start)
    }

    private mutating func parseSliceOrStarred() throws(Failure) -> Expression {
        let start = position
        if take(.star) {
            let value = try parseExpression()
            return try make(.starred(value: value, context: .load), from: start)
        }
        var lower: Expression?
        if kind != .colon {
            if kind == .name && followingKind == .colonEqual { return try parseNamedExpression() }
            let value = try parseExpression()
            if kind == .colonEqual { throw .syntax }
            if kind != .colon { return value }
            lower = value
        }
        position += 1
        let upper = startsExpression(kind) ? try parseExpression() : nil
        var step: Expression?
        if take(.colon), startsExpression(kind) { step = try parseExpression() }
        return try make(.slice(lower: lower, upper: upper, step: step), from: start)
    }
}
