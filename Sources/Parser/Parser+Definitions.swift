import Lexer

/// Function and class definitions, their parameters and type parameters.
extension Parser {
    /// `function_def_raw`, from `def` on.
    mutating func parseFunction(
        _ start: Int, decorators: [Expression], isAsync: Bool
    ) throws(Failure) -> Statement {
        try expect(.def)
        let name = try expectName()
        let typeParameters = try parseTypeParameters()
        try expect(.leftParenthesis)
        let parameters = try parseParameters(isLambda: false)
        try expect(.rightParenthesis)
        let returns = take(.arrow) ? try parseExpression() : nil
        try expect(.colon)
        let body = try parseBlock()
        let definition = FunctionDefinition(
            name: name, parameters: parameters, body: body, decorators: decorators, returns: returns,
            typeParameters: typeParameters)
        return Statement(
            isAsync ? .asyncFunctionDef(definition) : .functionDef(definition), at: blockRange(from: start))
    }

    /// `class_def_raw`
    mutating func parseClass(decorators: [Expression]) throws(Failure) -> Statement {
        let start = position
        position += 1
        let name = try expectName()
        let typeParameters = try parseTypeParameters()
        let (bases, keywords) = kind == .leftParenthesis ? try parseArguments(allowsGenerator: false) : ([], [])
        try expect(.colon)
        let body = try parseBlock()
        let definition = ClassDefinition(
            name: name, bases: bases, keywords: keywords, body: body, decorators: decorators,
            typeParameters: typeParameters)
        return Statement(.classDef(definition), at: blockRange(from: start))
    }

    /// `parameters` or `lambda_parameters`, up to the closing parenthesis or the colon, which is not taken.
    mutating func parseParameters(isLambda: Bool) throws(Failure) -> Parameters {
        let end: TokenKind = isLambda ? .colon : .rightParenthesis
        var positionalOnly: [Parameter] = []
        var positional: [Parameter] = []
        var defaults: [Expression] = []
        var variadic: Parameter?
        var keywordOnly: [Parameter] = []
        var keywordDefaults: [Expression?] = []
        var variadicKeyword: Parameter?
        var hasSlash = false
        var hasStar = false
        while kind != end {
            switch kind {
            case .slash:
                if hasSlash || hasStar || positional.isEmpty { throw .syntax }
                hasSlash = true
                position += 1
                positionalOnly = positional
                positional = []
            case .star:
                if hasStar { throw .syntax }
                hasStar = true
                position += 1
                if kind == .comma {
                    guard followingKind == .name else { throw .syntax }
                } else {
                    variadic = try parseParameter(isLambda: isLambda, isStarred: true)
                }
            case .doubleStar:
                position += 1
                variadicKeyword = try parseParameter(isLambda: isLambda)
                _ = take(.comma)
                guard kind == end else { throw .syntax }
                continue
            default:
                let parameter = try parseParameter(isLambda: isLambda)
                let value = take(.equal) ? try parseExpression() : nil
                if hasStar {
                    keywordOnly.append(parameter)
                    keywordDefaults.append(value)
                } else {
                    positional.append(parameter)
                    if let value {
                        defaults.append(value)
                    } else if !defaults.isEmpty {
                        throw .syntax
                    }
                }
            }
            if kind != end { try expect(.comma) }
        }
        return Parameters(
            positionalOnly: positionalOnly, positional: positional, variadic: variadic, keywordOnly: keywordOnly,
            keywordDefaults: keywordDefaults, variadicKeyword: variadicKeyword, defaults: defaults)
    }

    private mutating func parseParameter(
        isLambda: Bool, isStarred: Bool = false
    ) throws(Failure) -> Parameter {
        let start = position
        let name = try expectName()
        var annotation: Expression?
        if !isLambda && take(.colon) {
            annotation = isStarred ? try parseStarExpression() : try parseExpression()
        }
        return Parameter(name: name, annotation: annotation, at: range(from: start))
    }

    /// `type_params`, if there are any (PEP 695, PEP 696).
    mutating func parseTypeParameters() throws(Failure) -> [TypeParameter] {
        guard take(.leftBracket) else { return [] }
        var parameters: [TypeParameter] = []
        repeat {
            if kind == .rightBracket && !parameters.isEmpty { break }
            let start = position
            let isTuple = take(.star)
            let isSpec = !isTuple && take(.doubleStar)
            let name = try expectName()
            var kind = TypeParameter.Kind.typeVarTuple
            if isSpec {
                kind = .paramSpec
            } else if !isTuple {
                kind = .typeVar(bound: take(.colon) ? try parseExpression() : nil)
            }
            var defaultValue: Expression?
            if take(.equal) { defaultValue = isTuple ? try parseStarExpression() : try parseExpression() }
            parameters.append(
                TypeParameter(name: name, kind: kind, defaultValue: defaultValue, at: range(from: start)))
        } while take(.comma)
        try expect(.rightBracket)
        return parameters
    }
}
