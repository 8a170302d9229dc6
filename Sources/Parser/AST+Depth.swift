extension Expression.Kind {
    /// The greatest depth among the expressions directly below.
    var childDepth: Int32 {
        switch self {
        case .constant, .name: return 0
        case .attribute(let value, _, _), .starred(let value, _), .await(let value), .yieldFrom(let value),
            .unaryOp(_, let value):
            return value.depth
        case .call(let function, let arguments, let keywords):
            var depth = max(function.depth, deepest(arguments))
            for keyword in keywords { depth = max(depth, keyword.value.depth) }
            return depth
        case .binOp(let left, _, let right): return max(left.depth, right.depth)
        case .subscript(let value, let slice, _): return max(value.depth, slice.depth)
        case .tuple(let elements, _), .list(let elements, _), .set(let elements): return deepest(elements)
        case .boolOp(_, let values), .joinedStr(let values): return deepest(values)
        case .namedExpr(let target, let value): return max(target.depth, value.depth)
        case .lambda(let parameters, let body):
            var depth = max(body.depth, deepest(parameters.defaults))
            for value in parameters.keywordDefaults { depth = max(depth, value?.depth ?? 0) }
            return depth
        case .ifExp(let test, let body, let orelse): return max(test.depth, body.depth, orelse.depth)
        case .dict(let keys, let values):
            var depth = deepest(values)
            for key in keys { depth = max(depth, key?.depth ?? 0) }
            return depth
        case .listComp(let elt, let generators), .setComp(let elt, let generators),
            .generatorExp(let elt, let generators):
            return max(elt.depth, deepest(generators))
        case .dictComp(let key, let value, let generators): return max(key.depth, value.depth, deepest(generators))
        case .yield(let value): return value?.depth ?? 0
        case .compare(let left, _, let comparators): return max(left.depth, deepest(comparators))
        case .formattedValue(let value, _, let formatSpec): return max(value.depth, formatSpec?.depth ?? 0)
        case .slice(let lower, let upper, let step):
            return max(lower?.depth ?? 0, upper?.depth ?? 0, step?.depth ?? 0)
        }
    }

    private func deepest(_ expressions: [Expression]) -> Int32 {
        var depth: Int32 = 0
        for expression in expressions { depth = max(depth, expression.depth) }
        return depth
    }

    private func deepest(_ generators: [Comprehension]) -> Int32 {
        var depth: Int32 = 0
        for generator in generators {
            depth = max(depth, generator.target.depth, generator.iterator.depth, deepest(generator.conditions))
        }
        return depth
    }
}
