import Lexer

/// Compound statements, as in the chapter of that name of the Python reference.
extension Parser {
    mutating func parseCompound() throws(Failure) -> Statement {
        let start = position
        switch kind {
        case .if: return try parseIf()
        case .while:
            position += 1
            let test = try parseNamedExpression()
            try expect(.colon)
            let body = try parseBlock()
            let orelse = try parseElse()
            return Statement(.while(test: test, body: body, orelse: orelse), at: blockRange(from: start))
        case .for: return try parseFor(start, isAsync: false)
        case .with: return try parseWith(start, isAsync: false)
        case .try: return try parseTry()
        case .def: return try parseFunction(start, decorators: [], isAsync: false)
        case .class: return try parseClass(decorators: [])
        case .at: return try parseDecorated()
        case .async:
            position += 1
            switch kind {
            case .def: return try parseFunction(start, decorators: [], isAsync: true)
            case .for: return try parseFor(start, isAsync: true)
            case .with: return try parseWith(start, isAsync: true)
            default: throw .syntax
            }
        default: throw .syntax
        }
    }

    /// `if` or `elif`, of which each nests in the one before.
    private mutating func parseIf() throws(Failure) -> Statement {
        let start = position
        try enter()
        position += 1
        let test = try parseNamedExpression()
        try expect(.colon)
        let body = try parseBlock()
        let orelse = kind == .elif ? [try parseIf()] : try parseElse()
        leave()
        return Statement(.if(test: test, body: body, orelse: orelse), at: blockRange(from: start))
    }

    private mutating func parseElse() throws(Failure) -> [Statement] {
        guard take(.else) else { return [] }
        try expect(.colon)
        return try parseBlock()
    }

    private mutating func parseFor(_ start: Int, isAsync: Bool) throws(Failure) -> Statement {
        try expect(.for)
        let target = try parseStarTargets()
        try expect(.in)
        let iterator = try parseStarExpressions()
        try expect(.colon)
        let body = try parseBlock()
        let orelse = try parseElse()
        let range = blockRange(from: start)
        return isAsync
            ? Statement(.asyncFor(target: target, iterator: iterator, body: body, orelse: orelse), at: range)
            : Statement(.for(target: target, iterator: iterator, body: body, orelse: orelse), at: range)
    }

    private mutating func parseWith(_ start: Int, isAsync: Bool) throws(Failure) -> Statement {
        try expect(.with)
        let items = try parseWithItems()
        try expect(.colon)
        let body = try parseBlock()
        let range = blockRange(from: start)
        return isAsync
            ? Statement(.asyncWith(items: items, body: body), at: range)
            : Statement(.with(items: items, body: body), at: range)
    }

    private mutating func parseWithItems() throws(Failure) -> [WithItem] {
        // A parenthesis may hold the items or begin the first expression; the first reading goes before.
        if kind == .leftParenthesis {
            let start = position
            let depth = nesting
            let seen = warnings.count
            do throws(Failure) {
                position += 1
                var items = [try parseWithItem()]
                while take(.comma) {
                    if kind == .rightParenthesis { break }
                    items.append(try parseWithItem())
                }
                try expect(.rightParenthesis)
                if kind == .colon { return items }
            } catch {
                if case .syntax = error {} else { throw error }
            }
            position = start
            nesting = depth
            warnings.removeLast(warnings.count - seen)
        }
        var items = [try parseWithItem()]
        while take(.comma) { items.append(try parseWithItem()) }
        return items
    }

    private mutating func parseWithItem() throws(Failure) -> WithItem {
        let expression = try parseExpression()
        let variables = take(.as) ? try parseTargetElement() : nil
        guard kind == .comma || kind == .rightParenthesis || kind == .colon else { throw .syntax }
        return WithItem(contextExpression: expression, optionalVariables: variables)
    }

    private mutating func parseTry() throws(Failure) -> Statement {
        let start = position
        position += 1
        try expect(.colon)
        let body = try parseBlock()
        var handlers: [ExceptHandler] = []
        let isStar = kind == .except && followingKind == .star
        while kind == .except {
            guard (followingKind == .star) == isStar else { throw .syntax }
            handlers.append(try parseHandler(isStar: isStar))
        }
        let orelse = handlers.isEmpty ? [] : try parseElse()
        var finalbody: [Statement] = []
        if kind == .finally {
            position += 1
            try expect(.colon)
            finalbody = try parseBlock()
        } else if handlers.isEmpty {
            throw .syntax
        }
        let range = blockRange(from: start)
        return isStar
            ? Statement(.tryStar(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody), at: range)
            : Statement(.try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody), at: range)
    }

    private mutating func parseHandler(isStar: Bool) throws(Failure) -> ExceptHandler {
        let start = position
        position += isStar ? 2 : 1
        var type: Expression?
        var name: String?
        if isStar || kind != .colon {
            type = try parseExpression()
            if take(.as) { name = try expectName() }
        }
        try expect(.colon)
        let body = try parseBlock()
        return ExceptHandler(type: type, name: name, body: body, at: blockRange(from: start))
    }

    /// `decorators` and what they decorate.
    private mutating func parseDecorated() throws(Failure) -> Statement {
        var decorators: [Expression] = []
        while take(.at) {
            decorators.append(try parseNamedExpression())
            try expect(.newline)
        }
        let start = position
        switch kind {
        case .def: return try parseFunction(start, decorators: decorators, isAsync: false)
        case .class: return try parseClass(decorators: decorators)
        case .async:
            position += 1
            return try parseFunction(start, decorators: decorators, isAsync: true)
        default: throw .syntax
        }
    }
}
