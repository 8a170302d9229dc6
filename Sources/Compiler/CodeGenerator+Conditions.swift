import Parser

extension CodeGenerator {
    /// Jumps to `label` if the truth of the expression is `sense`, else goes on; no boolean is made.
    func condition(_ expression: Expression, jumpIf sense: Bool, to label: Label) throws(SyntaxError) {
        try stack.check()
        let mark = unit.nextTemporary
        defer { unit.release(to: mark) }
        switch expression.kind {
        case .unaryOp(.not, let operand): return try condition(operand, jumpIf: !sense, to: label)
        case .boolOp(let op, let values): return try condition(op, values, jumpIf: sense, to: label, expression)
        case .compare(let left, let operators, let comparators):
            return try condition(expression, left, operators, comparators, jumpIf: sense, to: label)
        case .ifExp(let test, let body, let orelse):
            let otherwise = unit.label()
            let end = unit.label()
            try condition(test, jumpIf: false, to: otherwise)
            try condition(body, jumpIf: sense, to: label)
            unit.jump(end, at: expression.range)
            unit.bind(otherwise)
            try condition(orelse, jumpIf: sense, to: label)
            return unit.bind(end)
        default: break
        }
        if let truth = constantValue(expression)?.truth {
            if truth == sense { unit.jump(label, at: expression.range) }
            return
        }
        let register = try operand(expression, isLast: true)
        unit.jump(sense ? .jumpIfTrue : .jumpIfFalse, register, label, at: expression.range)
    }

    private func condition(
        _ op: BooleanOperator, _ values: [Expression], jumpIf sense: Bool, to label: Label, _ expression: Expression
    ) throws(SyntaxError) {
        guard let last = values.last else { return }
        // `and` is decided by the first false value, `or` by the first true one.
        let deciding = op == .or
        let skip = unit.label()
        let early = deciding == sense ? label : skip
        for value in values.dropLast() { try condition(value, jumpIf: deciding, to: early) }
        try condition(last, jumpIf: sense, to: label)
        unit.bind(skip)
    }

    private func condition(
        _ expression: Expression, _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression],
        jumpIf sense: Bool, to label: Label
    ) throws(SyntaxError) {
        checkComparison(expression, left, operators, comparators)
        guard operators.count > 1 else {
            let register = try operand(left, isLast: Self.isSimple(comparators[0]))
            return try branch(operators[0], register, comparators[0], jumpIf: sense, to: label, expression.range)
        }
        let skip = unit.label()
        let failed = sense ? skip : label
        var register = try operand(left)
        for (op, comparator) in zip(operators, comparators).dropLast() {
            let right = try operand(comparator)
            let result = emitBranch(op, register, right, jumpIf: false, to: failed, expression.range)
            if !result { break }
            register = right
        }
        if let op = operators.last, let comparator = comparators.last {
            try branch(op, register, comparator, jumpIf: sense, to: label, expression.range)
        }
        unit.bind(skip)
    }

    private func branch(
        _ op: ComparisonOperator, _ left: Int, _ right: Expression, jumpIf sense: Bool, to label: Label,
        _ range: SourceRange
    ) throws(SyntaxError) {
        if case .constant(.none, _) = right.kind, op == .is || op == .isNot {
            return unit.jump((op == .is) == sense ? .jumpIfNone : .jumpIfNotNone, left, label, at: range)
        }
        if let immediate = Self.immediate(right), let opcode = Self.branchOpcode(op, immediate: true) {
            return unit.jump(opcode, n: sense ? 1 : 0, a: left, b: immediate, label, at: range)
        }
        let register = try containsOperand(op, right)
        _ = emitBranch(op, left, register, jumpIf: sense, to: label, range)
    }

    private func emitBranch(
        _ op: ComparisonOperator, _ left: Int, _ right: Int, jumpIf sense: Bool, to label: Label, _ range: SourceRange
    ) -> Bool {
        if let opcode = Self.branchOpcode(op, immediate: false) {
            unit.jump(opcode, n: sense ? 1 : 0, a: left, b: right, label, at: range)
        } else {
            let result = unit.allocate()
            unit.emit(Self.valueOpcode(op), a: result, b: left, c: right, at: range)
            unit.jump(sense ? .jumpIfTrue : .jumpIfFalse, result, label, at: range)
        }
        return true
    }

    private static func branchOpcode(_ op: ComparisonOperator, immediate: Bool) -> Opcode? {
        switch op {
        case .less: immediate ? .jumpLessInt : .jumpLess
        case .lessOrEqual: immediate ? .jumpLessEqualInt : .jumpLessEqual
        case .equal: immediate ? .jumpEqualInt : .jumpEqual
        case .notEqual: immediate ? .jumpNotEqualInt : .jumpNotEqual
        case .greater: immediate ? .jumpGreaterInt : .jumpGreater
        case .greaterOrEqual: immediate ? .jumpGreaterEqualInt : .jumpGreaterEqual
        case .is, .isNot, .in, .notIn: nil
        }
    }

    static func valueOpcode(_ op: ComparisonOperator) -> Opcode {
        switch op {
        case .less: .less
        case .lessOrEqual: .lessEqual
        case .equal: .equal
        case .notEqual: .notEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterEqual
        case .is: .is
        case .isNot: .isNot
        case .in: .contains
        case .notIn: .notContains
        }
    }

    /// The right operand of a comparison; after `in`, a display of constants becomes a constant itself.
    private func containsOperand(_ op: ComparisonOperator, _ right: Expression) throws(SyntaxError) -> Int {
        if op == .in || op == .notIn, let constant = Self.constantDisplay(right) {
            let register = unit.allocate()
            loadConstant(constant, into: register, at: right.range)
            return register
        }
        return try operand(right, isLast: true)
    }

    /// A list or set display of constants as the constant that `in` and `for` may use instead.
    static func constantDisplay(_ expression: Expression) -> CodeConstant? {
        switch expression.kind {
        case .list(let elements, _): ConstantFolding.tuple(elements).map(CodeConstant.tuple)
        case .set(let elements): ConstantFolding.tuple(elements).map(CodeConstant.frozenSet)
        default: nil
        }
    }

    /// A comparison, possibly chained, as a value.
    func compileComparison(
        _ expression: Expression, _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression],
        into target: Int
    ) throws(SyntaxError) {
        checkComparison(expression, left, operators, comparators)
        let range = expression.range
        let scratch = unit.isTemporary(target) ? target : nil
        guard operators.count > 1 else {
            let register = try operand(left, scratch: scratch, isLast: Self.isSimple(comparators[0]))
            let right = try containsOperand(operators[0], comparators[0])
            return unit.emit(Self.valueOpcode(operators[0]), a: target, b: register, c: right, at: range)
        }
        let result = scratch ?? unit.allocate()
        let end = unit.label()
        var register = try operand(left)
        for (index, op) in operators.enumerated() {
            let isLast = index == operators.count - 1
            let right = isLast ? try containsOperand(op, comparators[index]) : try operand(comparators[index])
            unit.emit(Self.valueOpcode(op), a: result, b: register, c: right, at: range)
            if !isLast { unit.jump(.jumpIfFalse, result, end, at: range) }
            register = right
        }
        unit.bind(end)
        move(result, to: target, at: range)
    }
}
