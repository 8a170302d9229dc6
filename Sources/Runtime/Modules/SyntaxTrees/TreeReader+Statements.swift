import Parser

/// Statements.
extension TreeReader {
    mutating func statements(_ node: Value, _ name: StaticString, of owner: NodeKind) throws(Raise) -> [Statement] {
        try list(node, name, of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> Statement in
            if item.isNone { throw reader.m.raise(.valueError, "None disallowed in statement list") }
            return try reader.statement(item)
        }
    }

    /// The statements of a block, which has at least one.
    mutating func body(_ node: Value, of owner: NodeKind, _ name: StaticString = "body") throws(Raise) -> [Statement] {
        try notEmpty(try statements(node, name, of: owner), name, owner)
    }

    func notEmpty<Item>(_ items: [Item], _ name: StaticString, _ owner: NodeKind) throws(Raise) -> [Item] {
        if items.isEmpty { throw m.raise(.valueError, "empty \(name) on \(owner.rawValue)") }
        return items
    }

    mutating func statement(_ node: Value) throws(Raise) -> Statement {
        try enter(" while traversing 'stmt' node")
        defer { leave() }
        let range = try range(node, "stmt")
        guard let kind = kind(node) else { throw try unexpected(node, "stmt") }
        let content: Statement.Kind
        switch kind {
        case .FunctionDef: content = .functionDef(try function(node, kind))
        case .AsyncFunctionDef: content = .asyncFunctionDef(try function(node, kind))
        case .ClassDef: content = .classDef(try classDefinition(node))
        case .For, .AsyncFor, .While, .If, .With, .AsyncWith, .Match, .Try, .TryStar:
            content = try compound(node, kind)
        case .Assign, .TypeAlias, .AugAssign, .AnnAssign, .Delete: content = try assignment(node, kind)
        default: content = try simple(node, kind)
        }
        return Statement(content, at: range)
    }

    // MARK: Definitions

    private mutating func function(_ node: Value, _ kind: NodeKind) throws(Raise) -> FunctionDefinition {
        let name = try identifier(node, "name", of: kind)
        let parameters = try parameters(try required(node, "args", of: kind))
        let body = try body(node, of: kind)
        return FunctionDefinition(
            name: name, parameters: parameters, body: body,
            decorators: try expressions(node, "decorator_list", of: kind),
            returns: try optionalExpression(node, "returns"), typeParameters: try typeParameters(node, kind))
    }

    private mutating func classDefinition(_ node: Value) throws(Raise) -> ClassDefinition {
        let name = try identifier(node, "name", of: .ClassDef)
        let bases = try expressions(node, "bases", of: .ClassDef)
        let keywords = try keywords(node, .ClassDef)
        let body = try body(node, of: .ClassDef)
        return ClassDefinition(
            name: name, bases: bases, keywords: keywords, body: body,
            decorators: try expressions(node, "decorator_list", of: .ClassDef),
            typeParameters: try typeParameters(node, .ClassDef))
    }

    // MARK: Blocks

    private mutating func compound(_ node: Value, _ kind: NodeKind) throws(Raise) -> Statement.Kind {
        switch kind {
        case .For, .AsyncFor:
            let target = try target(node, "target", of: kind)
            let iterator = try expression(node, "iter", of: kind)
            let body = try body(node, of: kind)
            let orelse = try statements(node, "orelse", of: kind)
            return kind == .For
                ? .for(target: target, iterator: iterator, body: body, orelse: orelse)
                : .asyncFor(target: target, iterator: iterator, body: body, orelse: orelse)
        case .While:
            return .while(
                test: try expression(node, "test", of: kind), body: try body(node, of: kind),
                orelse: try statements(node, "orelse", of: kind))
        case .If:
            return .if(
                test: try expression(node, "test", of: kind), body: try body(node, of: kind),
                orelse: try statements(node, "orelse", of: kind))
        case .With, .AsyncWith:
            let items = try list(node, "items", of: kind) {
                (reader: inout TreeReader, item: Value) throws(Raise) -> WithItem in
                let context = try reader.expression(item, "context_expr", of: .withitem)
                var variables: Expression?
                if let value = try reader.optional(item, "optional_vars") {
                    variables = try reader.expression(value, .store)
                }
                return WithItem(contextExpression: context, optionalVariables: variables)
            }
            let checked = try notEmpty(items, "items", kind)
            let body = try body(node, of: kind)
            return kind == .With ? .with(items: checked, body: body) : .asyncWith(items: checked, body: body)
        case .Match:
            let subject = try expression(node, "subject", of: kind)
            let cases = try list(node, "cases", of: kind) {
                (reader: inout TreeReader, item: Value) throws(Raise) -> MatchCase in
                let pattern = try reader.pattern(try reader.required(item, "pattern", of: .match_case))
                let condition = try reader.optionalExpression(item, "guard")
                return MatchCase(
                    pattern: pattern, condition: condition, body: try reader.body(item, of: .match_case))
            }
            return .match(subject: subject, cases: try notEmpty(cases, "cases", kind))
        default: return try attempt(node, kind)
        }
    }

    private mutating func attempt(_ node: Value, _ kind: NodeKind) throws(Raise) -> Statement.Kind {
        let body = try body(node, of: kind)
        let handlers = try list(node, "handlers", of: kind) {
            (reader: inout TreeReader, item: Value) throws(Raise) -> ExceptHandler in
            let range = try reader.range(item, "excepthandler")
            guard reader.kind(item) == .ExceptHandler else { throw try reader.unexpected(item, "excepthandler") }
            return ExceptHandler(
                type: try reader.optionalExpression(item, "type"), name: try reader.optionalIdentifier(item, "name"),
                body: try reader.body(item, of: .ExceptHandler), at: range)
        }
        let orelse = try statements(node, "orelse", of: kind)
        let finalbody = try statements(node, "finalbody", of: kind)
        if handlers.isEmpty {
            if finalbody.isEmpty {
                throw m.raise(.valueError, "\(kind.rawValue) has neither except handlers nor finalbody")
            }
            if !orelse.isEmpty {
                throw m.raise(.valueError, "\(kind.rawValue) has orelse but no except handlers")
            }
        }
        return kind == .Try
            ? .try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody)
            : .tryStar(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody)
    }

    // MARK: Assignments

    private mutating func assignment(_ node: Value, _ kind: NodeKind) throws(Raise) -> Statement.Kind {
        switch kind {
        case .Assign:
            let targets = try notEmpty(try expressions(node, "targets", of: kind, .store), "targets", kind)
            return .assign(targets: targets, value: try expression(node, "value", of: kind))
        case .Delete:
            return .delete(
                targets: try notEmpty(try expressions(node, "targets", of: kind, .delete), "targets", kind))
        case .TypeAlias:
            let name = try required(node, "name", of: kind)
            if self.kind(name) != .Name { throw m.raise(.typeError, "TypeAlias with non-Name name") }
            return .typeAlias(
                name: try expression(name, .store), typeParameters: try typeParameters(node, kind),
                value: try expression(node, "value", of: kind))
        case .AugAssign:
            let target = try target(node, "target", of: kind)
            try checkIsPlace(target, "augmented")
            let op = try binaryOperator(try required(node, "op", of: kind))
            return .augAssign(target: target, op: op, value: try expression(node, "value", of: kind))
        default:
            let target = try target(node, "target", of: kind)
            let annotation = try expression(node, "annotation", of: kind)
            let value = try optionalExpression(node, "value")
            let isSimple = try number(try required(node, "simple", of: kind)) != 0
            if isSimple {
                guard case .name = target.kind else {
                    throw m.raise(.typeError, "AnnAssign with simple non-Name target")
                }
            }
            try checkIsPlace(target, "annotated")
            return .annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple)
        }
    }

    /// Augmented and annotated assignments have one target.
    private func checkIsPlace(_ target: Expression, _ what: StaticString) throws(Raise) {
        let number: Int
        switch target.kind {
        case .starred: number = 23
        case .list: number = 25
        case .tuple: number = 26
        default: return
        }
        throw m.raise(.systemError, "invalid node type (\(number)) for \(what) assignment")
    }

    // MARK: Simple statements

    private mutating func simple(_ node: Value, _ kind: NodeKind) throws(Raise) -> Statement.Kind {
        switch kind {
        case .Return: return .return(value: try optionalExpression(node, "value"))
        case .Raise:
            let exception = try optionalExpression(node, "exc")
            let cause = try optionalExpression(node, "cause")
            if exception == nil, cause != nil { throw m.raise(.valueError, "Raise with cause but no exception") }
            return .raise(exception: exception, cause: cause)
        case .Assert:
            return .assert(
                test: try expression(node, "test", of: kind), message: try optionalExpression(node, "msg"))
        case .Import: return .import(names: try notEmpty(try aliases(node, kind), "names", kind))
        case .ImportFrom:
            let level = try number(node, "level", missing: 0)
            if level < 0 { throw m.raise(.valueError, "Negative ImportFrom level") }
            return .importFrom(
                module: try optionalIdentifier(node, "module"),
                names: try notEmpty(try aliases(node, kind), "names", kind), level: level)
        case .Global: return .global(names: try notEmpty(try identifiers(node, "names", kind), "names", kind))
        case .Nonlocal: return .nonlocal(names: try notEmpty(try identifiers(node, "names", kind), "names", kind))
        case .Expr: return .expression(value: try expression(node, "value", of: kind))
        case .Pass: return .pass
        case .Break: return .break
        case .Continue: return .continue
        default: throw try unexpected(node, "stmt")
        }
    }

    private mutating func aliases(_ node: Value, _ owner: NodeKind) throws(Raise) -> [Alias] {
        try list(node, "names", of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> Alias in
            let range = try reader.range(item, "alias")
            return Alias(
                name: try reader.identifier(item, "name", of: .alias),
                asName: try reader.optionalIdentifier(item, "asname"), at: range)
        }
    }

    mutating func identifiers(_ node: Value, _ name: StaticString, _ owner: NodeKind) throws(Raise) -> [String] {
        try list(node, name, of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> String in
            try reader.identifier(item)
        }
    }
}
