import Parser

/// Warnings about what is certainly a mistake, with CPython's words.
extension CodeGenerator {
    /// `is` with a literal.
    func checkComparison(
        _ expression: Expression, _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression]
    ) {
        var leftType = Self.literalType(left)
        for (op, comparator) in zip(operators, comparators) {
            let rightType = Self.literalType(comparator)
            if op == .is || op == .isNot, let type = leftType ?? rightType {
                let (word, better) = op == .is ? ("is", "==") : ("is not", "!=")
                return warn(
                    "\"\(word)\" with '\(type)' literal. Did you mean \"\(better)\"?", at: expression.range)
            }
            leftType = rightType
        }
    }

    /// The type of a literal that has no identity to compare.
    private static func literalType(_ expression: Expression) -> String? {
        switch ConstantFolding.value(of: expression) {
        case .value(.none), .value(.true), .value(.false), .value(.ellipsis), nil: nil
        case let value?: value.typeName
        }
    }

    /// The type that an expression certainly has.
    private static func typeName(_ expression: Expression) -> String? {
        switch expression.kind {
        case .tuple: "tuple"
        case .list, .listComp: "list"
        case .dict, .dictComp: "dict"
        case .set, .setComp: "set"
        case .generatorExp: "generator"
        case .lambda: "function"
        case .joinedStr, .formattedValue: "str"
        default: ConstantFolding.value(of: expression)?.typeName
        }
    }

    func checkCallable(_ function: Expression) {
        switch function.kind {
        case .lambda: return
        default: break
        }
        if let type = Self.typeName(function) {
            warn("'\(type)' object is not callable; perhaps you missed a comma?", at: function.range)
        }
    }

    func checkSubscript(_ value: Expression, _ slice: Expression) {
        switch value.kind {
        case .set, .setComp, .generatorExp, .lambda:
            if let type = Self.typeName(value) {
                warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", at: value.range)
            }
            return
        case .list, .listComp, .joinedStr, .formattedValue, .tuple: break
        default:
            switch ConstantFolding.value(of: value) {
            case nil: return
            case .value(.string), .value(.bytes), .tuple: break
            case let constant?:
                warn(
                    "'\(constant.typeName)' object is not subscriptable; perhaps you missed a comma?", at: value.range)
                return
            }
        }
        if case .slice = slice.kind { return }
        guard let index = Self.typeName(slice), index != "int", index != "bool", let type = Self.typeName(value) else {
            return
        }
        warn(
            "\(type) indices must be integers or slices, not \(index); perhaps you missed a comma?", at: value.range)
    }
}
