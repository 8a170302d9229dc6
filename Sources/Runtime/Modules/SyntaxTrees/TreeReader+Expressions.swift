import Parser

/// Expressions, and what belongs to them alone.
extension TreeReader {
    mutating func expression(_ node: Value, _ name: StaticString, of owner: NodeKind) throws(Raise) -> Expression {
        try expression(try required(node, name, of: owner))
    }

    mutating func optionalExpression(_ node: Value, _ name: StaticString) throws(Raise) -> Expression? {
        guard let value = try optional(node, name) else { return nil }
        return try expression(value)
    }

    mutating func target(_ node: Value, _ name: StaticString, of owner: NodeKind) throws(Raise) -> Expression {
        try expression(try required(node, name, of: owner), .store)
    }

    mutating func expressions(
        _ node: Value, _ name: StaticString, of owner: NodeKind, _ context: ExpressionContext = .load
    ) throws(Raise) -> [Expression] {
        try list(node, name, of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> Expression in
            if item.isNone { throw reader.m.raise(.valueError, "None disallowed in expression list") }
            return try reader.expression(item, context)
        }
    }

    /// A list whose items may be None.
    mutating func optionalExpressions(
        _ node: Value, _ name: StaticString, of owner: NodeKind
    ) throws(Raise) -> [Expression?] {
        try list(node, name, of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> Expression? in
            item.isNone ? nil : try reader.expression(item)
        }
    }

    /// One expression, which is used as `context` says.
    mutating func expression(_ node: Value, _ context: ExpressionContext = .load) throws(Raise) -> Expression {
        try enter(" while traversing 'expr' node")
        defer { leave() }
        let range = try range(node, "expr")
        guard let kind = kind(node) else { throw try unexpected(node, "expr") }
        let content: Expression.Kind
        switch kind {
        case .Name, .Attribute, .Subscript, .Starred, .List, .Tuple:
            content = try place(node, kind, context)
        default:
            if context != .load {
                let name = context == .store ? "Store" : "Del"
                throw m.raise(.valueError, "expression which can't be assigned to in \(name) context")
            }
            content = try value(node, kind, range)
        }
        let result = Expression(content, at: range)
        if result.depth > Parser.maximumTreeDepth { throw m.recursionError(" while traversing 'expr' node") }
        return result
    }

    // MARK: What can be assigned to

    private mutating func place(
        _ node: Value, _ kind: NodeKind, _ context: ExpressionContext
    ) throws(Raise) -> Expression.Kind {
        let found = try self.context(try required(node, "ctx", of: kind))
        if found != context {
            let names: [ExpressionContext: String] = [.load: "Load", .store: "Store", .delete: "Del"]
            throw m.raise(
                .valueError,
                "expression must have \(names[context] ?? "") context but has \(names[found] ?? "") instead")
        }
        switch kind {
        case .Name: return .name(id: try name(node, "id", of: kind), context: context)
        case .Attribute:
            return .attribute(
                value: try expression(node, "value", of: kind), attribute: try identifier(node, "attr", of: kind),
                context: context)
        case .Subscript:
            return .subscript(
                value: try expression(node, "value", of: kind), slice: try expression(node, "slice", of: kind),
                context: context)
        case .Starred:
            return .starred(value: try expression(try required(node, "value", of: kind), context), context: context)
        case .List: return .list(elements: try expressions(node, "elts", of: kind, context), context: context)
        default: return .tuple(elements: try expressions(node, "elts", of: kind, context), context: context)
        }
    }

    private mutating func context(_ node: Value) throws(Raise) -> ExpressionContext {
        switch kind(node) {
        case .Load: return .load
        case .Store: return .store
        case .Del: return .delete
        default: throw try unexpected(node, "expr_context")
        }
    }

    /// The identifier of a name expression, which is none of the constants.
    private func name(_ node: Value, _ field: StaticString, of owner: NodeKind) throws(Raise) -> String {
        let name = try identifier(node, field, of: owner)
        if name == "None" || name == "True" || name == "False" {
            throw m.raise(.valueError, "identifier field can't represent '\(name)' constant")
        }
        return name
    }

    // MARK: What has a value only

    private mutating func value(
        _ node: Value, _ kind: NodeKind, _ range: SourceRange
    ) throws(Raise) -> Expression.Kind {
        switch kind {
        case .BoolOp:
            let op = try booleanOperator(try required(node, "op", of: kind))
            let values = try expressions(node, "values", of: kind)
            if values.count < 2 { throw m.raise(.valueError, "BoolOp with less than 2 values") }
            return .boolOp(op: op, values: values)
        case .NamedExpr:
            let target = try target(node, "target", of: kind)
            guard case .name = target.kind else { throw m.raise(.typeError, "NamedExpr target must be a Name") }
            return .namedExpr(target: target, value: try expression(node, "value", of: kind))
        case .BinOp:
            let left = try expression(node, "left", of: kind)
            let op = try binaryOperator(try required(node, "op", of: kind))
            return .binOp(left: left, op: op, right: try expression(node, "right", of: kind))
        case .UnaryOp:
            let op = try unaryOperator(try required(node, "op", of: kind))
            return .unaryOp(op: op, operand: try expression(node, "operand", of: kind))
        case .Lambda:
            let parameters = try parameters(try required(node, "args", of: kind))
            return .lambda(parameters: parameters, body: try expression(node, "body", of: kind))
        case .IfExp:
            return .ifExp(
                test: try expression(node, "test", of: kind), body: try expression(node, "body", of: kind),
                orelse: try expression(node, "orelse", of: kind))
        case .Dict:
            let keys = try optionalExpressions(node, "keys", of: kind)
            let values = try expressions(node, "values", of: kind)
            if keys.count != values.count {
                throw m.raise(.valueError, "Dict doesn't have the same number of keys as values")
            }
            return .dict(keys: keys, values: values)
        case .Set: return .set(elements: try expressions(node, "elts", of: kind))
        case .ListComp:
            return .listComp(elt: try expression(node, "elt", of: kind), generators: try generators(node, kind))
        case .SetComp:
            return .setComp(elt: try expression(node, "elt", of: kind), generators: try generators(node, kind))
        case .GeneratorExp:
            return .generatorExp(elt: try expression(node, "elt", of: kind), generators: try generators(node, kind))
        case .DictComp:
            return .dictComp(
                key: try expression(node, "key", of: kind), value: try expression(node, "value", of: kind),
                generators: try generators(node, kind))
        case .Await: return .await(value: try expression(node, "value", of: kind))
        case .Yield: return .yield(value: try optionalExpression(node, "value"))
        case .YieldFrom: return .yieldFrom(value: try expression(node, "value", of: kind))
        case .Compare: return try comparison(node)
        case .Call:
            return .call(
                function: try expression(node, "func", of: kind), arguments: try expressions(node, "args", of: kind),
                keywords: try keywords(node, kind))
        case .FormattedValue: return try formattedValue(node)
        case .JoinedStr:
            let values = try expressions(node, "values", of: kind)
            return .joinedStr(values: values.map(Self.joinable))
        case .Constant:
            let value = try required(node, "value", of: kind, allowsNone: true)
            let prefix = try optional(node, "kind")
            let isUnicode = prefix.map { $0.isKind(.string) && m.swiftString($0) == "u" } ?? false
            return try constant(value, hasUnicodePrefix: isUnicode, at: range)
        case .Slice:
            return .slice(
                lower: try optionalExpression(node, "lower"), upper: try optionalExpression(node, "upper"),
                step: try optionalExpression(node, "step"))
        default: throw try unexpected(node, "expr")
        }
    }

    private func required(
        _ node: Value, _ name: StaticString, of owner: NodeKind, allowsNone: Bool
    ) throws(Raise) -> Value {
        let value = try field(node, name)
        if value.isUnbound {
            throw m.raise(.typeError, "required field \"\(name)\" missing from \(owner.rawValue)")
        }
        return value
    }

    private mutating func comparison(_ node: Value) throws(Raise) -> Expression.Kind {
        let left = try expression(node, "left", of: .Compare)
        let operators = try list(node, "ops", of: .Compare) {
            (reader: inout TreeReader, item: Value) throws(Raise) -> ComparisonOperator in
            try reader.comparisonOperator(item)
        }
        let comparators = try expressions(node, "comparators", of: .Compare)
        if comparators.isEmpty { throw m.raise(.valueError, "Compare with no comparators") }
        if comparators.count != operators.count {
            throw m.raise(.valueError, "Compare has a different number of comparators and operands")
        }
        return .compare(left: left, operators: operators, comparators: comparators)
    }

    private mutating func generators(_ node: Value, _ owner: NodeKind) throws(Raise) -> [Comprehension] {
        let generators = try list(node, "generators", of: owner) {
            (reader: inout TreeReader, item: Value) throws(Raise) -> Comprehension in
            let target = try reader.target(item, "target", of: .comprehension)
            let iterator = try reader.expression(item, "iter", of: .comprehension)
            let conditions = try reader.expressions(item, "ifs", of: .comprehension)
            let isAsync = try reader.number(try reader.required(item, "is_async", of: .comprehension)) != 0
            return Comprehension(target: target, iterator: iterator, conditions: conditions, isAsync: isAsync)
        }
        if generators.isEmpty { throw m.raise(.valueError, "comprehension with no generators") }
        return generators
    }

    mutating func keywords(_ node: Value, _ owner: NodeKind) throws(Raise) -> [Keyword] {
        try list(node, "keywords", of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> Keyword in
            let range = try reader.range(item, "keyword")
            let name = try reader.optionalIdentifier(item, "arg")
            return Keyword(name: name, value: try reader.expression(item, "value", of: .keyword), at: range)
        }
    }

    // MARK: f-strings

    private mutating func formattedValue(_ node: Value) throws(Raise) -> Expression.Kind {
        let value = try expression(node, "value", of: .FormattedValue)
        let conversion = try number(try required(node, "conversion", of: .FormattedValue))
        guard conversion < 0 || [115, 114, 97].contains(conversion) else {
            throw m.raise(.systemError, "Unrecognized conversion character \(conversion)")
        }
        var spec = try optionalExpression(node, "format_spec")
        if let other = spec, case .joinedStr = other.kind {
        } else if let other = spec {
            spec = Expression(.joinedStr(values: [Self.joinable(other)]), at: other.range)
        }
        return .formattedValue(value: value, conversion: conversion, formatSpec: spec)
    }

    /// A part of an f-string: what is no text is formatted.
    private static func joinable(_ part: Expression) -> Expression {
        switch part.kind {
        case .formattedValue, .joinedStr, .constant(value: .string, hasUnicodePrefix: _): part
        default: Expression(.formattedValue(value: part, conversion: -1, formatSpec: nil), at: part.range)
        }
    }

    // MARK: Operators

    private mutating func booleanOperator(_ node: Value) throws(Raise) -> BooleanOperator {
        switch kind(node) {
        case .And: return .and
        case .Or: return .or
        default: throw try unexpected(node, "boolop")
        }
    }

    mutating func binaryOperator(_ node: Value) throws(Raise) -> BinaryOperator {
        switch kind(node) {
        case .Add: return .add
        case .Sub: return .subtract
        case .Mult: return .multiply
        case .MatMult: return .matrixMultiply
        case .Div: return .divide
        case .Mod: return .modulo
        case .Pow: return .power
        case .LShift: return .leftShift
        case .RShift: return .rightShift
        case .BitOr: return .bitOr
        case .BitXor: return .bitXor
        case .BitAnd: return .bitAnd
        case .FloorDiv: return .floorDivide
        default: throw try unexpected(node, "operator")
        }
    }

    private mutating func unaryOperator(_ node: Value) throws(Raise) -> UnaryOperator {
        switch kind(node) {
        case .Invert: return .invert
        case .Not: return .not
        case .UAdd: return .plus
        case .USub: return .minus
        default: throw try unexpected(node, "unaryop")
        }
    }

    private mutating func comparisonOperator(_ node: Value) throws(Raise) -> ComparisonOperator {
        switch kind(node) {
        case .Eq: return .equal
        case .NotEq: return .notEqual
        case .Lt: return .less
        case .LtE: return .lessOrEqual
        case .Gt: return .greater
        case .GtE: return .greaterOrEqual
        case .Is: return .is
        case .IsNot: return .isNot
        case .In: return .in
        case .NotIn: return .notIn
        default: throw try unexpected(node, "cmpop")
        }
    }
}
