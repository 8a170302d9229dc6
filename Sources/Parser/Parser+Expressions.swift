import Lexer

/// Expressions down to the operators, as in the "Expressions" chapter of the Python reference.
extension Parser {
    /// `star_expressions`: one expression, or several as a tuple, each may be starred.
    mutating func parseStarExpressions() throws(Failure) -> Expression {
        let start = position
        let first = try parseStarExpression()
        guard kind == .comma else { return first }
        var elements = [first]
        while take(.comma) {
            if !startsExpression(kind) && kind != .star { break }
            elements.append(try parseStarExpression())
        }
        return try make(.tuple(elements: elements, context: .load), from: start)
    }

    /// `star_expression`
    mutating func parseStarExpression() throws(Failure) -> Expression {
        guard kind == .star else { return try parseExpression() }
        let start = position
        position += 1
        let value = try parseBitwiseOr()
        return try make(.starred(value: value, context: .load), from: start)
    }

    /// `expressions`: without stars.
    mutating func parseExpressions() throws(Failure) -> Expression {
        let start = position
        let first = try parseExpression()
        guard kind == .comma else { return first }
        var elements = [first]
        while take(.comma) {
            if !startsExpression(kind) { break }
            elements.append(try parseExpression())
        }
        return try make(.tuple(elements: elements, context: .load), from: start)
    }

    /// `annotated_rhs`
    mutating func parseYieldOrStarExpressions() throws(Failure) -> Expression {
        kind == .yield ? try parseYield() : try parseStarExpressions()
    }

    /// `yield_expr`
    mutating func parseYield() throws(Failure) -> Expression {
        let start = position
        try expect(.yield)
        if take(.from) {
            let value = try parseExpression()
            return try make(.yieldFrom(value: value), from: start)
        }
        let hasValue = startsExpression(kind) || kind == .star
        let value = hasValue ? try parseStarExpressions() : nil
        return try make(.yield(value: value), from: start)
    }

    /// `star_named_expression`
    mutating func parseStarNamedExpression() throws(Failure) -> Expression {
        kind == .star ? try parseStarExpression() : try parseNamedExpression()
    }

    /// `named_expression`
    mutating func parseNamedExpression() throws(Failure) -> Expression {
        let start = position
        if kind == .name && followingKind == .colonEqual {
            let id = try expectName()
            let target = Expression(.name(id: id, context: .store), at: range(from: start))
            position += 1
            let value = try parseExpression()
            return try make(.namedExpr(target: target, value: value), from: start)
        }
        let value = try parseExpression()
        if kind == .colonEqual { throw .syntax }
        return value
    }

    /// `expression`
    mutating func parseExpression() throws(Failure) -> Expression {
        try enter()
        let start = position
        if kind == .lambda {
            let result = try parseLambda()
            leave()
            return result
        }
        let body = try parseDisjunction()
        guard kind == .if else {
            leave()
            return body
        }
        position += 1
        let test = try parseDisjunction()
        try expect(.else)
        let orelse = try parseExpression()
        leave()
        return try make(.ifExp(test: test, body: body, orelse: orelse), from: start)
    }

    /// `disjunction`
    mutating func parseDisjunction() throws(Failure) -> Expression {
        let start = position
        let first = try parseConjunction()
        guard kind == .or else { return first }
        var values = [first]
        while take(.or) { values.append(try parseConjunction()) }
        return try make(.boolOp(op: .or, values: values), from: start)
    }

    private mutating func parseConjunction() throws(Failure) -> Expression {
        let start = position
        let first = try parseInversion()
        guard kind == .and else { return first }
        var values = [first]
        while take(.and) { values.append(try parseInversion()) }
        return try make(.boolOp(op: .and, values: values), from: start)
    }

    private mutating func parseInversion() throws(Failure) -> Expression {
        guard kind == .not else { return try parseComparison() }
        let start = position
        try enter()
        position += 1
        let operand = try parseInversion()
        leave()
        return try make(.unaryOp(op: .not, operand: operand), from: start)
    }

    private mutating func parseComparison() throws(Failure) -> Expression {
        let start = position
        let left = try parseBitwiseOr()
        guard let first = takeComparisonOperator() else { return left }
        var operators = [first]
        var comparators = [try parseBitwiseOr()]
        while let next = takeComparisonOperator() {
            operators.append(next)
            comparators.append(try parseBitwiseOr())
        }
        return try make(.compare(left: left, operators: operators, comparators: comparators), from: start)
    }

    @inline(__always)
    private mutating func takeComparisonOperator() -> ComparisonOperator? {
        let result: ComparisonOperator
        switch kind {
        case .doubleEqual: result = .equal
        case .notEqual:
            // `<>` is an operator under `from __future__ import barry_as_FLUFL` only.
            if bytes[Int(tokens[position].start)] == UInt8(ascii: "<") { return nil }
            result = .notEqual
        case .less: result = .less
        case .lessEqual: result = .lessOrEqual
        case .greater: result = .greater
        case .greaterEqual: result = .greaterOrEqual
        case .in: result = .in
        case .is:
            position += 1
            return take(.not) ? .isNot : .is
        case .not:
            guard followingKind == .in else { return nil }
            position += 2
            return .notIn
        default: return nil
        }
        position += 1
        return result
    }

    /// `bitwise_or`
    @inline(__always)
    mutating func parseBitwiseOr() throws(Failure) -> Expression {
        try parseBinary(1)
    }

    /// The binary operators of a precedence and above, all of which group to the left.
    private mutating func parseBinary(_ minimum: Int) throws(Failure) -> Expression {
        let start = position
        var left = try parseFactor()
        while true {
            let (precedence, op) = Parser.binaryOperator(kind)
            if precedence < minimum { return left }
            position += 1
            let right = try parseBinary(precedence + 1)
            left = try make(.binOp(left: left, op: op, right: right), from: start)
        }
    }

    /// The precedence of a binary operator, 0 for other tokens.
    @inline(__always)
    static func binaryOperator(_ kind: TokenKind) -> (Int, BinaryOperator) {
        switch kind {
        case .verticalBar: (1, .bitOr)
        case .caret: (2, .bitXor)
        case .ampersand: (3, .bitAnd)
        case .leftShift: (4, .leftShift)
        case .rightShift: (4, .rightShift)
        case .plus: (5, .add)
        case .minus: (5, .subtract)
        case .star: (6, .multiply)
        case .slash: (6, .divide)
        case .doubleSlash: (6, .floorDivide)
        case .percent: (6, .modulo)
        case .at: (6, .matrixMultiply)
        default: (0, .add)
        }
    }

    /// `factor`
    private mutating func parseFactor() throws(Failure) -> Expression {
        let op: UnaryOperator
        switch kind {
        case .plus: op = .plus
        case .minus: op = .minus
        case .tilde: op = .invert
        default: return try parsePower()
        }
        let start = position
        try enter()
        position += 1
        let operand = try parseFactor()
        leave()
        return try make(.unaryOp(op: op, operand: operand), from: start)
    }

    private mutating func parsePower() throws(Failure) -> Expression {
        let start = position
        let base = try parseAwait()
        guard kind == .doubleStar else { return base }
        try enter()
        position += 1
        let exponent = try parseFactor()
        leave()
        return try make(.binOp(left: base, op: .power, right: exponent), from: start)
    }

    private mutating func parseAwait() throws(Failure) -> Expression {
        guard kind == .await else { return try parsePrimary() }
        let start = position
        position += 1
        let value = try parsePrimary()
        return try make(.await(value: value), from: start)
    }

    private mutating func parseLambda() throws(Failure) -> Expression {
        let start = position
        try expect(.lambda)
        let parameters = try parseParameters(isLambda: true)
        try expect(.colon)
        let body = try parseExpression()
        return try make(.lambda(parameters: parameters, body: body), from: start)
    }

    /// Whether an expression can begin with a token.
    @inline(__always)
    func startsExpression(_ kind: TokenKind) -> Bool {
        switch kind {
        case .name, .number, .string, .fstringStart, .leftParenthesis, .leftBracket, .leftBrace, .ellipsis,
            .minus, .plus, .tilde, .not, .lambda, .await, .true, .false, .none:
            return true
        default:
            return false
        }
    }
}
