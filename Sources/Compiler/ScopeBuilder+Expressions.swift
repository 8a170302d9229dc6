import Parser

extension ScopeBuilder {
    mutating func visit(_ expressions: [Expression]) throws(SyntaxError) {
        for expression in expressions { try visit(expression) }
    }

    mutating func visit(_ expression: Expression) throws(SyntaxError) {
        try stack.check()
        switch expression.kind {
        case .name(let id, let context):
            try define(id, context == .load ? .use : .local, at: expression.range)
            if context == .delete { current.deleted.insert(mangle(id, in: privateName)) }
            if context == .load, id == "super", current.kind.isFunctionLike {
                try define("__class__", .use, at: expression.range)
            }
        case .constant: break
        case .binOp:
            // A long sum leans to the left: walk down its spine without recursion.
            var rights: [Expression] = []
            var left = expression
            while case .binOp(let next, _, let right) = left.kind {
                rights.append(right)
                left = next
            }
            try visit(left)
            for right in rights.reversed() { try visit(right) }
        case .attribute(let value, _, _), .starred(let value, _), .unaryOp(_, let value): try visit(value)
        case .call(let function, let arguments, let keywords):
            try visit(function)
            try visit(arguments)
            for keyword in keywords { try visit(keyword.value) }
        case .subscript(let value, let slice, _):
            try visit(value)
            try visit(slice)
        case .compare(let left, _, let comparators):
            try visit(left)
            try visit(comparators)
        case .boolOp(_, let values), .joinedStr(let values), .set(let values), .list(let values, _),
            .tuple(let values, _):
            try visit(values)
        case .slice(let lower, let upper, let step):
            if let lower { try visit(lower) }
            if let upper { try visit(upper) }
            if let step { try visit(step) }
        case .dict(let keys, let values):
            for key in keys { if let key { try visit(key) } }
            try visit(values)
        case .ifExp(let test, let body, let orelse):
            try visit(test)
            try visit(body)
            try visit(orelse)
        case .formattedValue(let value, _, let spec):
            try visit(value)
            if let spec { try visit(spec) }
        default: try visitRare(expression)
        }
    }

    private mutating func visitRare(_ expression: Expression) throws(SyntaxError) {
        switch expression.kind {
        case .namedExpr(let target, let value):
            try checkAllowed("named expression", at: expression.range)
            if current.iterationExpressionDepth > 0 {
                throw errors.error(
                    "assignment expression cannot be used in a comprehension iterable expression",
                    at: expression.range)
            }
            if case .name(let id, _) = target.kind {
                if current.comprehension != .none {
                    try extendNamedExpression(id, at: target.range)
                }
                current.walrusTargets.insert(mangle(id, in: privateName))
            }
            try visit(value)
            try visit(target)
        case .lambda(let parameters, let body):
            try visit(defaults: parameters)
            enter("lambda", .function, expression, at: expression.range)
            try visit(parameters: parameters)
            try visit(body)
            leave()
        case .listComp(let elt, let generators): try visit(comprehension: expression, generators, elt, nil, .list)
        case .setComp(let elt, let generators): try visit(comprehension: expression, generators, elt, nil, .set)
        case .generatorExp(let elt, let generators):
            try visit(comprehension: expression, generators, elt, nil, .generator)
        case .dictComp(let key, let value, let generators):
            try visit(comprehension: expression, generators, key, value, .dict)
        case .yield(let value):
            try checkAllowed("yield expression", at: expression.range)
            if let value { try visit(value) }
            current.isGenerator = true
            try checkNoYieldInComprehension(expression)
        case .yieldFrom(let value):
            try checkAllowed("yield expression", at: expression.range)
            try visit(value)
            current.isGenerator = true
            try checkNoYieldInComprehension(expression)
        case .await(let value):
            try checkAllowed("await expression", at: expression.range)
            try visit(value)
            current.isCoroutine = true
        default: break
        }
    }

    private func checkNoYieldInComprehension(_ expression: Expression) throws(SyntaxError) {
        let place: String
        switch current.comprehension {
        case .none: return
        case .list: place = "list comprehension"
        case .set: place = "set comprehension"
        case .dict: place = "dict comprehension"
        case .generator: place = "generator expression"
        }
        throw errors.error("'yield' inside \(place)", at: expression.range)
    }

    private mutating func visit(
        comprehension expression: Expression, _ generators: [Comprehension], _ elt: Expression, _ value: Expression?,
        _ kind: Scope.ComprehensionKind
    ) throws(SyntaxError) {
        guard let outermost = generators.first else { return }
        current.iterationExpressionDepth += 1
        try visit(outermost.iterator)
        current.iterationExpressionDepth -= 1

        let name: String
        switch kind {
        case .list, .none: name = "listcomp"
        case .set: name = "setcomp"
        case .dict: name = "dictcomp"
        case .generator: name = "genexpr"
        }
        enter(name, .function, expression, at: expression.range)
        current.comprehension = kind
        if outermost.isAsync { current.isCoroutine = true }
        try define(".0", [.parameter, .use], at: expression.range)
        for (index, generator) in generators.enumerated() {
            current.isIterationTarget = true
            try visit(generator.target)
            current.isIterationTarget = false
            if index > 0 {
                current.iterationExpressionDepth += 1
                try visit(generator.iterator)
                current.iterationExpressionDepth -= 1
            }
            try visit(generator.conditions)
            if generator.isAsync { current.isCoroutine = true }
        }
        if let value { try visit(value) }
        try visit(elt)
        current.isGenerator = kind == .generator
        let isAsync = current.isCoroutine && kind != .generator
        leave()
        if isAsync { current.isCoroutine = true }
    }
}
