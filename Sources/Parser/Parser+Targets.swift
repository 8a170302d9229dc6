import Lexer

/// Assignment targets: expressions that are read first and turned into targets when a target was meant.
extension Parser {
    /// `star_targets`, as in `for` and comprehensions.
    mutating func parseStarTargets() throws(Failure) -> Expression {
        let start = position
        let first = try parseTargetElement()
        guard kind == .comma else { return first }
        var elements = [first]
        while take(.comma) {
            if !startsTarget(kind) { break }
            elements.append(try parseTargetElement())
        }
        return try make(.tuple(elements: elements, context: .store), from: start)
    }

    private func startsTarget(_ kind: TokenKind) -> Bool {
        switch kind {
        case .name, .star, .leftParenthesis, .leftBracket, .leftBrace, .number, .string, .fstringStart, .ellipsis,
            .true, .false, .none:
            return true
        default: return false
        }
    }

    /// `star_target`
    mutating func parseTargetElement() throws(Failure) -> Expression {
        let start = position
        if kind == .name && (followingKind == .in || followingKind == .comma) {
            let id = try expectName()
            return Expression(.name(id: id, context: .store), at: range(from: start))
        }
        if take(.star) {
            let value = try target(try parsePrimary(), .store, allowStar: false)
            return try make(.starred(value: value, context: .store), from: start)
        }
        return try target(try parsePrimary(), .store)
    }

    /// Turns an expression into a target; fails when it cannot be one.
    func target(
        _ expression: Expression, _ context: ExpressionContext, allowStar: Bool = true
    ) throws(Failure) -> Expression {
        switch expression.kind {
        case .name(let id, _):
            return Expression(.name(id: id, context: context), at: expression.range)
        case .attribute(let value, let attribute, _):
            return Expression(.attribute(value: value, attribute: attribute, context: context), at: expression.range)
        case .subscript(let value, let slice, _):
            return Expression(.subscript(value: value, slice: slice, context: context), at: expression.range)
        case .tuple(let elements, _):
            return Expression(.tuple(elements: try targets(elements, context), context: context), at: expression.range)
        case .list(let elements, _):
            return Expression(.list(elements: try targets(elements, context), context: context), at: expression.range)
        case .starred(let value, _) where allowStar && context == .store:
            return Expression(
                .starred(value: try target(value, context, allowStar: false), context: context),
                at: expression.range)
        default:
            throw .syntax
        }
    }

    private func targets(
        _ elements: [Expression], _ context: ExpressionContext
    ) throws(Failure) -> [Expression] {
        var result: [Expression] = []
        result.reserveCapacity(elements.count)
        for element in elements { result.append(try target(element, context)) }
        return result
    }
}
