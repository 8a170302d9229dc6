import Parser

/// Parameters, type parameters and patterns.
extension TreeReader {
    mutating func parameters(_ node: Value) throws(Raise) -> Parameters {
        let positionalOnly = try parameterList(node, "posonlyargs")
        let positional = try parameterList(node, "args")
        let variadic = try optionalParameter(node, "vararg")
        let keywordOnly = try parameterList(node, "kwonlyargs")
        let keywordDefaults = try optionalExpressions(node, "kw_defaults", of: .arguments)
        let variadicKeyword = try optionalParameter(node, "kwarg")
        let defaults = try expressions(node, "defaults", of: .arguments)
        if defaults.count > positionalOnly.count + positional.count {
            throw m.raise(.valueError, "more positional defaults than args on arguments")
        }
        if keywordOnly.count != keywordDefaults.count {
            throw m.raise(.valueError, "length of kwonlyargs is not the same as kw_defaults on arguments")
        }
        return Parameters(
            positionalOnly: positionalOnly, positional: positional, variadic: variadic, keywordOnly: keywordOnly,
            keywordDefaults: keywordDefaults, variadicKeyword: variadicKeyword, defaults: defaults)
    }

    private mutating func parameterList(_ node: Value, _ name: StaticString) throws(Raise) -> [Parameter] {
        try list(node, name, of: .arguments) { (reader: inout TreeReader, item: Value) throws(Raise) -> Parameter in
            try reader.parameter(item)
        }
    }

    private mutating func optionalParameter(_ node: Value, _ name: StaticString) throws(Raise) -> Parameter? {
        guard let value = try optional(node, name) else { return nil }
        return try parameter(value)
    }

    private mutating func parameter(_ node: Value) throws(Raise) -> Parameter {
        let range = try range(node, "arg")
        let name = try identifier(node, "arg", of: .arg)
        return Parameter(name: name, annotation: try optionalExpression(node, "annotation"), at: range)
    }

    mutating func typeParameters(_ node: Value, _ owner: NodeKind) throws(Raise) -> [TypeParameter] {
        try list(node, "type_params", of: owner) {
            (reader: inout TreeReader, item: Value) throws(Raise) -> TypeParameter in
            let range = try reader.range(item, "type_param", hasEnd: true)
            let kind: TypeParameter.Kind
            var owner = NodeKind.TypeVar
            switch reader.kind(item) {
            case .TypeVar: kind = .typeVar(bound: try reader.optionalExpression(item, "bound"))
            case .ParamSpec:
                kind = .paramSpec
                owner = .ParamSpec
            case .TypeVarTuple:
                kind = .typeVarTuple
                owner = .TypeVarTuple
            default: throw try reader.unexpected(item, "type_param")
            }
            return TypeParameter(
                name: try reader.identifier(item, "name", of: owner), kind: kind,
                defaultValue: try reader.optionalExpression(item, "default_value"), at: range)
        }
    }

    // MARK: Patterns

    private mutating func patterns(
        _ node: Value, _ name: StaticString, _ owner: NodeKind, allowsStar: Bool = false
    ) throws(Raise) -> [MatchPattern] {
        try list(node, name, of: owner) { (reader: inout TreeReader, item: Value) throws(Raise) -> MatchPattern in
            try reader.pattern(item, allowsStar: allowsStar)
        }
    }

    /// One pattern; starred ones are for sequences.
    mutating func pattern(_ node: Value, allowsStar: Bool = false) throws(Raise) -> MatchPattern {
        try enter(" while traversing 'pattern' node")
        defer { leave() }
        let range = try range(node, "pattern", hasEnd: true)
        guard let kind = kind(node) else { throw try unexpected(node, "pattern") }
        switch kind {
        case .MatchValue:
            let value = try expression(node, "value", of: kind)
            try checkIsPatternValue(value)
            return MatchPattern(.matchValue(value: value), at: range)
        case .MatchSingleton:
            let value = try field(node, "value")
            guard value.isNone || value.isBool else {
                throw m.raise(.valueError, "MatchSingleton can only contain True, False and None")
            }
            return MatchPattern(.matchSingleton(value: value.isNone ? .none : value.isTrue ? .true : .false), at: range)
        case .MatchSequence:
            let patterns = try patterns(node, "patterns", kind, allowsStar: true)
            return MatchPattern(.matchSequence(patterns: patterns), at: range)
        case .MatchMapping: return MatchPattern(try mapping(node), at: range)
        case .MatchClass: return MatchPattern(try classPattern(node), at: range)
        case .MatchStar:
            guard allowsStar else { throw m.raise(.valueError, "can't use MatchStar here") }
            return MatchPattern(.matchStar(name: try capture(node, "name")), at: range)
        case .MatchAs:
            let name = try capture(node, "name")
            guard let inner = try optional(node, "pattern") else {
                return MatchPattern(.matchAs(pattern: nil, name: name), at: range)
            }
            if name == nil {
                throw m.raise(.valueError, "MatchAs must specify a target name if a pattern is given")
            }
            return MatchPattern(.matchAs(pattern: try pattern(inner), name: name), at: range)
        case .MatchOr:
            let patterns = try patterns(node, "patterns", kind)
            if patterns.count < 2 { throw m.raise(.valueError, "MatchOr requires at least 2 patterns") }
            return MatchPattern(.matchOr(patterns: patterns), at: range)
        default: throw try unexpected(node, "pattern")
        }
    }

    private func capture(_ node: Value, _ field: StaticString) throws(Raise) -> String? {
        let name = try optionalIdentifier(node, field)
        if name == "_" { throw m.raise(.valueError, "can't capture name '_' in patterns") }
        return name
    }

    private mutating func mapping(_ node: Value) throws(Raise) -> MatchPattern.Kind {
        let keys = try expressions(node, "keys", of: .MatchMapping)
        let patterns = try patterns(node, "patterns", .MatchMapping)
        if keys.count != patterns.count {
            throw m.raise(.valueError, "MatchMapping doesn't have the same number of keys as patterns")
        }
        for key in keys {
            switch key.kind {
            case .constant(value: .none, _), .constant(value: .true, _), .constant(value: .false, _): continue
            default: try checkIsPatternValue(key)
            }
        }
        return .matchMapping(keys: keys, patterns: patterns, rest: try capture(node, "rest"))
    }

    private mutating func classPattern(_ node: Value) throws(Raise) -> MatchPattern.Kind {
        let type = try expression(node, "cls", of: .MatchClass)
        let patterns = try patterns(node, "patterns", .MatchClass)
        let names = try identifiers(node, "kwd_attrs", .MatchClass)
        let keywordPatterns = try self.patterns(node, "kwd_patterns", .MatchClass)
        if names.count != keywordPatterns.count {
            throw m.raise(
                .valueError, "MatchClass doesn't have the same number of keyword attributes as patterns")
        }
        var part = type
        while case .attribute(let value, _, _) = part.kind { part = value }
        guard case .name = part.kind else {
            throw m.raise(.valueError, "MatchClass cls field can only contain Name or Attribute nodes.")
        }
        return .matchClass(class: type, patterns: patterns, keywordNames: names, keywordPatterns: keywordPatterns)
    }

    /// Patterns compare with literals, signed numbers and dotted names.
    private func checkIsPatternValue(_ value: Expression) throws(Raise) {
        switch value.kind {
        case .constant(value: .int, _), .constant(value: .float, _), .constant(value: .imaginary, _),
            .constant(value: .string, _), .constant(value: .bytes, _), .attribute, .joinedStr:
            return
        case .constant: throw m.raise(.valueError, "unexpected constant inside of a literal pattern")
        case .unaryOp(op: .minus, operand: _), .binOp(left: _, op: .add, right: _),
            .binOp(left: _, op: .subtract, right: _):
            return
        default: throw m.raise(.valueError, "patterns may only match literals and attribute lookups")
        }
    }
}
