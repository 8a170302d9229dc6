import Lexer

/// Simple statements, as in the chapter of that name of the Python reference.
extension Parser {
    /// `statement`: a compound statement, or a line of simple ones.
    mutating func parseStatement(into body: inout [Statement]) throws(Failure) {
        switch kind {
        case .if, .while, .for, .try, .with, .def, .class, .at, .async:
            body.append(try parseCompound())
            return
        case .name where isSoft(softKeywords.match):
            if let statement = try parseMatch() {
                body.append(statement)
                return
            }
        default: break
        }
        while true {
            body.append(try parseSimpleStatement())
            if take(.semicolon) {
                if take(.newline) { return }
                continue
            }
            try expect(.newline)
            return
        }
    }

    /// `block`: an indented suite, or simple statements in the same line.
    mutating func parseBlock() throws(Failure) -> [Statement] {
        var body: [Statement] = []
        guard take(.newline) else {
            while true {
                body.append(try parseSimpleStatement())
                if take(.semicolon) {
                    if take(.newline) { return body }
                    continue
                }
                try expect(.newline)
                return body
            }
        }
        try expect(.indent)
        try enter()
        while kind != .dedent {
            let start = position
            try parseStatement(into: &body)
            finished.append((Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: position)))
        }
        leave()
        position += 1
        return body
    }

    private mutating func parseSimpleStatement() throws(Failure) -> Statement {
        let start = position
        let kind: Statement.Kind
        switch self.kind {
        case .name:
            if isSoft(softKeywords.type) && followingKind == .name {
                kind = try parseTypeAlias()
            } else {
                return try parseExpressionStatement()
            }
        case .return:
            position += 1
            let hasValue = startsExpression(self.kind) || self.kind == .star
            kind = .return(value: hasValue ? try parseStarExpressions() : nil)
        case .import:
            position += 1
            kind = .import(names: try parseDottedAsNames())
        case .from: kind = try parseImportFrom()
        case .raise: kind = try parseRaise()
        case .pass:
            position += 1
            kind = .pass
        case .break:
            position += 1
            kind = .break
        case .continue:
            position += 1
            kind = .continue
        case .del: kind = try parseDelete()
        case .assert:
            position += 1
            let test = try parseExpression()
            let message = take(.comma) ? try parseExpression() : nil
            kind = .assert(test: test, message: message)
        case .global:
            position += 1
            kind = .global(names: try parseNames())
        case .nonlocal:
            position += 1
            kind = .nonlocal(names: try parseNames())
        default:
            return try parseExpressionStatement()
        }
        return Statement(kind, at: range(from: start))
    }

    private mutating func parseNames() throws(Failure) -> [String] {
        var names = [try expectName()]
        while take(.comma) { names.append(try expectName()) }
        return names
    }

    private mutating func parseRaise() throws(Failure) -> Statement.Kind {
        position += 1
        guard startsExpression(kind) else { return .raise(exception: nil, cause: nil) }
        let exception = try parseExpression()
        let cause = take(.from) ? try parseExpression() : nil
        return .raise(exception: exception, cause: cause)
    }

    private mutating func parseDelete() throws(Failure) -> Statement.Kind {
        position += 1
        var targets = [try target(try parsePrimary(), .delete)]
        while take(.comma) {
            if kind == .semicolon || kind == .newline { break }
            targets.append(try target(try parsePrimary(), .delete))
        }
        guard kind == .semicolon || kind == .newline else { throw .syntax }
        return .delete(targets: targets)
    }

    private mutating func parseTypeAlias() throws(Failure) -> Statement.Kind {
        position += 1
        let start = position
        let id = try expectName()
        let name = Expression(.name(id: id, context: .store), at: range(from: start))
        let typeParameters = try parseTypeParameters()
        try expect(.equal)
        let value = try parseExpression()
        return .typeAlias(name: name, typeParameters: typeParameters, value: value)
    }

    // MARK: Assignments and expressions

    private mutating func parseExpressionStatement() throws(Failure) -> Statement {
        let start = position
        let first = try parseYieldOrStarExpressions()
        switch kind {
        case .equal:
            return try parseAssignment(start, first)
        case .colon:
            return try parseAnnotatedAssignment(start, first)
        default:
            if let op = Parser.augmentedOperator(kind) {
                try checkSingleTarget(first, start)
                position += 1
                let target = try target(first, .store)
                let value = try parseYieldOrStarExpressions()
                return Statement(.augAssign(target: target, op: op, value: value), at: range(from: start))
            }
            return Statement(.expression(value: first), at: range(from: start))
        }
    }

    private mutating func parseAssignment(_ start: Int, _ first: Expression) throws(Failure) -> Statement {
        var targets: [Expression] = []
        var value = first
        while take(.equal) {
            targets.append(try target(value, .store))
            value = try parseYieldOrStarExpressions()
        }
        return Statement(.assign(targets: targets, value: value), at: range(from: start))
    }

    private mutating func parseAnnotatedAssignment(
        _ start: Int, _ first: Expression
    ) throws(Failure) -> Statement {
        try checkSingleTarget(first, start)
        var isSimple = false
        if case .name = first.kind { isSimple = tokens[start].kind == .name }
        let target = try target(first, .store)
        position += 1
        let annotation = try parseExpression()
        let value = take(.equal) ? try parseYieldOrStarExpressions() : nil
        return Statement(
            .annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple),
            at: range(from: start))
    }

    /// `single_target`: a name, an attribute or a subscript.
    private func checkSingleTarget(_ expression: Expression, _ start: Int) throws(Failure) {
        switch expression.kind {
        case .name, .attribute, .subscript: return
        default: throw .syntax
        }
    }

    private static func augmentedOperator(_ kind: TokenKind) -> BinaryOperator? {
        switch kind {
        case .plusEqual: .add
        case .minusEqual: .subtract
        case .starEqual: .multiply
        case .atEqual: .matrixMultiply
        case .slashEqual: .divide
        case .percentEqual: .modulo
        case .ampersandEqual: .bitAnd
        case .verticalBarEqual: .bitOr
        case .caretEqual: .bitXor
        case .leftShiftEqual: .leftShift
        case .rightShiftEqual: .rightShift
        case .doubleStarEqual: .power
        case .doubleSlashEqual: .floorDivide
        default: nil
        }
    }

    // MARK: Imports

    /// `dotted_name`
    private mutating func parseDottedName() throws(Failure) -> String {
        var name = try expectName()
        while take(.dot) { name += "." + (try expectName()) }
        return name
    }

    private mutating func parseDottedAsNames() throws(Failure) -> [Alias] {
        var names: [Alias] = []
        repeat {
            let start = position
            let name = try parseDottedName()
            let asName = take(.as) ? try expectName() : nil
            names.append(Alias(name: name, asName: asName, at: range(from: start)))
        } while take(.comma)
        return names
    }

    private mutating func parseImportFrom() throws(Failure) -> Statement.Kind {
        position += 1
        var level = 0
        while kind == .dot || kind == .ellipsis {
            level += kind == .dot ? 1 : 3
            position += 1
        }
        let module = kind == .import && level > 0 ? nil : try parseDottedName()
        try expect(.import)
        if kind == .star {
            position += 1
            let alias = Alias(name: "*", asName: nil, at: range(from: position - 1))
            return .importFrom(module: module, names: [alias], level: level)
        }
        let isParenthesized = take(.leftParenthesis)
        var names: [Alias] = []
        repeat {
            if isParenthesized && kind == .rightParenthesis && !names.isEmpty { break }
            let start = position
            let name = try expectName()
            let asName = take(.as) ? try expectName() : nil
            names.append(Alias(name: name, asName: asName, at: range(from: start)))
        } while take(.comma)
        if isParenthesized { try expect(.rightParenthesis) }
        return .importFrom(module: module, names: names, level: level)
    }
}
