import Parser

extension CodeGenerator {
    // MARK: Entry points

    /// The register that holds the value of an expression: a variable's own or a temporary.
    ///
    /// - Parameters:
    ///   - scratch: a temporary to use if one is needed.
    ///   - isLast: nothing else is evaluated before the value is used, so a variable that `:=` may change in
    ///     between need not be copied.
    func operand(_ expression: Expression, scratch: Int? = nil, isLast: Bool = false) throws(SyntaxError) -> Int {
        if let register = localRegister(expression) {
            checkBound(register, at: expression.range)
            if isLast || !unit.walrusRegisters.contains(register) { return register }
            let copy = scratch ?? unit.allocate()
            move(register, to: copy, at: expression.range)
            return copy
        }
        if isLast, case .namedExpr(let target, let value) = expression.kind, let register = localRegister(target) {
            return try compileWalrus(target, value, local: register)
        }
        let register = scratch ?? unit.allocate()
        try compile(expression, into: register)
        return register
    }

    /// A fresh temporary with the value, never a variable.
    func temporary(_ expression: Expression) throws(SyntaxError) -> Int {
        let register = unit.allocate()
        try compile(expression, into: register)
        return register
    }

    /// Evaluates for the effect only.
    func discard(_ expression: Expression) throws(SyntaxError) {
        switch expression.kind {
        case .constant: return
        case .name:
            if let register = localRegister(expression) { return checkBound(register, at: expression.range) }
        case .namedExpr(let target, let value):
            if let register = localRegister(target) {
                _ = try compileWalrus(target, value, local: register)
                return
            }
        default: break
        }
        let mark = unit.nextTemporary
        let register = unit.allocate()
        try compile(expression, into: register)
        if case .call = expression.kind { unit.markDiscarded(register) }
        unit.release(to: mark)
    }

    /// Evaluates into the given register, which the last instruction writes.
    func compile(_ expression: Expression, into target: Int) throws(SyntaxError) {
        try stack.check()
        let mark = unit.nextTemporary
        try dispatch(expression, into: target)
        unit.release(to: mark)
    }

    private func dispatch(_ expression: Expression, into target: Int) throws(SyntaxError) {
        switch expression.kind {
        case .constant(let value, _): loadConstant(.value(value), into: target, at: expression.range)
        case .name(let id, _):
            if id == "__debug__" { return loadConstant(.bool(isDebug), into: target, at: expression.range) }
            loadName(id, into: target, at: expression.range)
        case .binOp: try compileBinary(expression, into: target)
        case .unaryOp(let op, let operand): try compileUnary(expression, op, operand, into: target)
        case .boolOp(let op, let values): try compileBoolean(expression, op, values, into: target)
        case .compare(let left, let operators, let comparators):
            try compileComparison(expression, left, operators, comparators, into: target)
        case .call(let function, let arguments, let keywords):
            try compileCall(expression, function, arguments, keywords, into: target)
        case .attribute(let value, let name, _): try compileAttribute(expression, value, name, into: target)
        case .subscript(let value, let slice, _): try compileSubscript(expression, value, slice, into: target)
        case .ifExp(let test, let body, let orelse):
            try compileConditional(expression, test, body, orelse, into: target)
        default: try dispatchRare(expression, into: target)
        }
    }

    private func dispatchRare(_ expression: Expression, into target: Int) throws(SyntaxError) {
        switch expression.kind {
        case .tuple(let elements, _): try compileTuple(expression, elements, into: target)
        case .list(let elements, _): try compileSequence(expression, elements, .buildList, into: target)
        case .set(let elements): try compileSequence(expression, elements, .buildSet, into: target)
        case .dict(let keys, let values): try compileDict(expression, keys, values, into: target)
        case .joinedStr(let values): try compileJoinedString(expression, values, into: target)
        case .formattedValue(let value, let conversion, let spec):
            try compileFormatted(expression, value, conversion, spec, into: target)
        case .lambda(let parameters, let body): try compileLambda(expression, parameters, body, into: target)
        case .listComp(let elt, let generators):
            try compileComprehension(expression, elt, nil, generators, .list, into: target)
        case .setComp(let elt, let generators):
            try compileComprehension(expression, elt, nil, generators, .set, into: target)
        case .dictComp(let key, let value, let generators):
            try compileComprehension(expression, key, value, generators, .dict, into: target)
        case .generatorExp(let elt, let generators):
            try compileComprehension(expression, elt, nil, generators, .generator, into: target)
        case .namedExpr(let name, let value):
            if let register = localRegister(name) {
                move(try compileWalrus(name, value, local: register), to: target, at: expression.range)
            } else {
                let result = try temporary(value)
                try store(name, from: result)
                move(result, to: target, at: expression.range)
            }
        case .await(let value): try compileAwait(expression, value, into: target)
        case .yield(let value): try compileYield(expression, value, into: target)
        case .yieldFrom(let value): try compileYieldFrom(expression, value, into: target)
        case .slice(let lower, let upper, let step): try compileSlice(expression, lower, upper, step, into: target)
        case .starred: throw error("can't use starred expression here", at: expression.range)
        default: break
        }
    }

    // MARK: Operators

    static func opcode(_ op: BinaryOperator) -> Opcode {
        switch op {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .matrixMultiply: .matrixMultiply
        case .divide: .trueDivide
        case .modulo: .modulo
        case .power: .power
        case .leftShift: .shiftLeft
        case .rightShift: .shiftRight
        case .bitOr: .bitOr
        case .bitXor: .bitXor
        case .bitAnd: .bitAnd
        case .floorDivide: .floorDivide
        }
    }

    private static func immediateOpcode(_ op: BinaryOperator) -> Opcode? {
        switch op {
        case .add: .addInt
        case .subtract: .subtractInt
        case .multiply: .multiplyInt
        case .floorDivide: .floorDivideInt
        case .modulo: .moduloInt
        case .bitAnd: .bitAndInt
        case .leftShift: .shiftLeftInt
        case .rightShift: .shiftRightInt
        default: nil
        }
    }

    /// An integer that fits the immediate operand of an instruction.
    static func immediate(_ expression: Expression) -> Int? {
        guard let value = ConstantFolding.value(of: expression)?.smallInt, value >= -32768, value <= 32767 else {
            return nil
        }
        return value
    }

    /// Whether evaluating the expression cannot rebind a variable.
    static func isSimple(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .constant, .name: true
        default: false
        }
    }

    /// `R[target] = R[left] op right`.
    func emitBinary(
        _ op: BinaryOperator, left: Int, right: Expression, into target: Int, augmented: Bool = false,
        at range: SourceRange
    ) throws(SyntaxError) {
        let n = augmented ? 1 : 0
        if let opcode = Self.immediateOpcode(op), let value = Self.immediate(right) {
            return unit.emit(opcode, n: n, a: target, b: left, c: value, at: range)
        }
        let mark = unit.nextTemporary
        let value = try operand(right, isLast: true)
        unit.emit(Self.opcode(op), n: n, a: target, b: left, c: value, at: range)
        unit.release(to: mark)
    }

    private func compileBinary(_ expression: Expression, into target: Int) throws(SyntaxError) {
        if let value = constantValue(expression) {
            return loadConstant(value, into: target, at: expression.range)
        }
        // Walk down the left spine of a chain without recursion.
        var steps: [(op: BinaryOperator, right: Expression, range: SourceRange)] = []
        var leftmost = expression
        while case .binOp(let left, let op, let right) = leftmost.kind {
            if !steps.isEmpty, constantValue(leftmost) != nil { break }
            steps.append((op, right, leftmost.range))
            leftmost = left
        }
        let accumulator = unit.isTemporary(target) ? target : unit.allocate()
        guard let first = steps.last else { return }
        var left = try operand(leftmost, scratch: accumulator, isLast: Self.isSimple(first.right))
        for index in steps.indices.reversed() {
            let step = steps[index]
            let destination = index == 0 ? target : accumulator
            try emitBinary(step.op, left: left, right: step.right, into: destination, at: step.range)
            left = destination
        }
    }

    private func compileUnary(
        _ expression: Expression, _ op: UnaryOperator, _ value: Expression, into target: Int
    ) throws(SyntaxError) {
        if let value = constantValue(expression) {
            return loadConstant(value, into: target, at: expression.range)
        }
        let opcode: Opcode
        switch op {
        case .invert: opcode = .invert
        case .not: opcode = .not
        case .plus: opcode = .positive
        case .minus: opcode = .negative
        }
        let scratch = unit.isTemporary(target) ? target : nil
        let register = try operand(value, scratch: scratch, isLast: true)
        unit.emit(opcode, a: target, b: register, at: expression.range)
    }

    private func compileBoolean(
        _ expression: Expression, _ op: BooleanOperator, _ values: [Expression], into target: Int
    ) throws(SyntaxError) {
        let result = unit.isTemporary(target) ? target : unit.allocate()
        let end = unit.label()
        for (index, value) in values.enumerated() {
            try compile(value, into: result)
            if index < values.count - 1 {
                unit.jump(op == .and ? .jumpIfFalse : .jumpIfTrue, result, end, at: expression.range)
            }
        }
        unit.bind(end)
        move(result, to: target, at: expression.range)
    }

    private func compileConditional(
        _ expression: Expression, _ test: Expression, _ body: Expression, _ orelse: Expression, into target: Int
    ) throws(SyntaxError) {
        let otherwise = unit.label()
        let end = unit.label()
        try condition(test, jumpIf: false, to: otherwise)
        try compile(body, into: target)
        unit.jump(end, at: expression.range)
        unit.bind(otherwise)
        try compile(orelse, into: target)
        unit.bind(end)
    }

    /// `name := value` where the name is a local variable; the result is its register.
    private func compileWalrus(
        _ target: Expression, _ value: Expression, local register: Int
    ) throws(SyntaxError) -> Int {
        if case .name(let id, _) = target.kind { try checkAssignable(id, at: target.range) }
        try compile(value, into: register)
        if unit.isReachable { unit.bound.insert(register) }
        return register
    }

    // MARK: Attributes and items

    /// CPython gives an attribute on a later line than its object the position of the attribute name alone.
    static func position(of range: SourceRange, matching attribute: Expression, name: String) -> SourceRange {
        guard range.line != attribute.range.endLine else { return range }
        let length = Int32(name.unicodeScalars.count)
        return SourceRange(
            line: attribute.range.endLine, column: max(0, attribute.range.endColumn - length), endLine: range.endLine,
            endColumn: range.endColumn)
    }

    private func compileAttribute(
        _ expression: Expression, _ value: Expression, _ name: String, into target: Int
    ) throws(SyntaxError) {
        let range = Self.position(of: expression.range, matching: expression, name: name)
        if try compileSuper(expression, value, name, into: target) { return }
        let scratch = unit.isTemporary(target) ? target : nil
        let object = try operand(value, scratch: scratch, isLast: true)
        unit.emit(.loadAttr, a: target, b: object, c: unit.name(mangled(name)), at: range)
    }

    /// `super().name` as one instruction.
    private func compileSuper(
        _ expression: Expression, _ value: Expression, _ name: String, into target: Int
    ) throws(SyntaxError) -> Bool {
        guard case .call(let function, let arguments, let keywords) = value.kind, arguments.isEmpty, keywords.isEmpty,
            case .name("super", .load) = function.kind, unit.inlined.isEmpty,
            unit.kind == .function || unit.kind == .asyncFunction, unit.scope.scopes["super"] == .globalImplicit,
            table.top.symbols["super"] == nil, let index = unit.freeIndex["__class__"], unit.code.argumentCount > 0,
            let first = unit.scope.parameters.first
        else { return false }
        let base = unit.allocate(2)
        unit.emit(.loadFree, a: base, b: index, at: value.range)
        switch variable(first) {
        case .register(let register):
            checkBound(register, at: value.range)
            move(register, to: base + 1, at: value.range)
        default: loadName(first, into: base + 1, at: value.range)
        }
        let range = Self.position(of: expression.range, matching: expression, name: name)
        unit.emit(.loadSuperAttr, a: target, b: base, c: unit.name(mangled(name)), at: range)
        return true
    }

    private func compileSubscript(
        _ expression: Expression, _ value: Expression, _ slice: Expression, into target: Int
    ) throws(SyntaxError) {
        checkSubscript(value, slice)
        let scratch = unit.isTemporary(target) ? target : nil
        let object = try operand(value, scratch: scratch, isLast: Self.isSimple(slice))
        if let index = Self.immediate(slice) {
            unit.emit(.loadIndexInt, a: target, b: object, c: index, at: expression.range)
        } else {
            let index = try operand(slice, isLast: true)
            unit.emit(.loadIndex, a: target, b: object, c: index, at: expression.range)
        }
    }

    private func compileSlice(
        _ expression: Expression, _ lower: Expression?, _ upper: Expression?, _ step: Expression?, into target: Int
    ) throws(SyntaxError) {
        let base = unit.allocate(3)
        for (index, part) in [lower, upper, step].enumerated() {
            if let part {
                try compile(part, into: base + index)
            } else {
                unit.emit(.loadNone, a: base + index, at: expression.range)
            }
        }
        unit.emit(.buildSlice, a: target, b: base, at: expression.range)
    }

    // MARK: Suspension

    private func compileAwait(
        _ expression: Expression, _ value: Expression, into target: Int
    ) throws(SyntaxError) {
        if !allowsAwaitAtTopLevel {
            guard unit.scope.kind.isFunctionLike else {
                throw error("'await' outside function", at: expression.range)
            }
            if unit.kind != .asyncFunction, unit.kind != .comprehension {
                throw error("'await' outside async function", at: expression.range)
            }
        }
        let awaitable = unit.isTemporary(target) ? target : unit.allocate()
        try compile(value, into: awaitable)
        unit.emitSuspension(.await, a: target, b: awaitable, at: expression.range)
    }

    /// Whether this is module code compiled for a prompt that awaits.
    var allowsAwaitAtTopLevel: Bool { options.allowsTopLevelAwait && unit.scope.kind == .module }

    private func compileYield(
        _ expression: Expression, _ value: Expression?, into target: Int
    ) throws(SyntaxError) {
        guard unit.scope.kind.isFunctionLike else { throw error("'yield' outside function", at: expression.range) }
        let scratch = unit.isTemporary(target) ? target : unit.allocate()
        var register = scratch
        if let value {
            register = try operand(value, scratch: scratch, isLast: true)
        } else {
            unit.emit(.loadNone, a: scratch, at: expression.range)
        }
        let op: Opcode = unit.code.flags.contains(.asyncGenerator) ? .asyncYield : .yield
        unit.emitSuspension(op, a: target, b: register, at: expression.range)
    }

    private func compileYieldFrom(
        _ expression: Expression, _ value: Expression, into target: Int
    ) throws(SyntaxError) {
        guard unit.scope.kind.isFunctionLike else { throw error("'yield from' outside function", at: expression.range) }
        if unit.kind == .asyncFunction { throw error("'yield from' inside async function", at: expression.range) }
        let iterator = unit.isTemporary(target) ? target : unit.allocate()
        try compile(value, into: iterator)
        unit.emit(.getYieldFromIter, a: iterator, b: iterator, at: expression.range)
        unit.emitSuspension(.yieldFrom, a: target, b: iterator, at: expression.range)
    }
}
