import Parser

extension CodeGenerator {
    /// A comprehension or generator expression. All but generator expressions are compiled into the code around them,
    /// their variables in registers of their own (PEP 709).
    func compileComprehension(
        _ expression: Expression, _ elt: Expression, _ value: Expression?, _ generators: [Comprehension],
        _ kind: Scope.ComprehensionKind, into target: Int
    ) throws(SyntaxError) {
        guard let scope = table[expression], let outermost = generators.first else { return }
        if scope.isInlined {
            return try compileInlined(expression, scope, elt, value, generators, kind, into: target)
        }
        // The callee and, in the next register, its argument.
        let base = callBase(target)
        _ = try compileOutermost(outermost)
        try checkAsyncComprehension(scope, kind, at: expression.range)

        let name =
            switch kind {
            case .generator, .none: "<genexpr>"
            case .list: "<listcomp>"
            case .set: "<setcomp>"
            case .dict: "<dictcomp>"
            }
        enterUnit(.comprehension, name, scope: scope, firstLine: expression.range.line)
        unit.code.argumentCount = 1
        let isGenerator = kind == .generator
        let result = unit.allocate()
        if !isGenerator { emitEmpty(kind, into: result, at: expression.range) }
        try compileLoop(0, generators, iterator: 0, elt, value, kind, into: result)
        if isGenerator {
            unit.emit(.returnNone, at: expression.range)
        } else {
            unit.emit(.return, a: result, at: expression.range)
        }
        unit.endFlow()
        let code = try leaveUnit()
        try emitFunction(code, into: base, flags: 0, values: unit.nextTemporary, at: expression.range)
        unit.emit(.call, a: base, b: 1, c: target, at: expression.range)
        if scope.isCoroutine, !isGenerator {
            let awaitable = unit.allocate()
            move(target, to: awaitable, at: expression.range)
            unit.emitSuspension(.await, a: target, b: awaitable, at: expression.range)
        }
    }

    /// The iterator of the first `for`, which is evaluated outside the comprehension.
    private func compileOutermost(_ generator: Comprehension) throws(SyntaxError) -> Int {
        guard generator.isAsync else { return try compileIterator(generator.iterator) }
        let register = unit.allocate()
        var iterable = register
        if let constant = Self.constantDisplay(generator.iterator) {
            loadConstant(constant, into: register, at: generator.iterator.range)
        } else if case .list(let elements, _) = generator.iterator.kind, !elements.contains(where: Self.isStarred) {
            // CPython makes a tuple of the list, which the error shows.
            try compileTuple(generator.iterator, elements, into: register)
        } else {
            iterable = try operand(generator.iterator, scratch: register, isLast: true)
        }
        unit.emit(.getAsyncIter, a: register, b: iterable, at: generator.iterator.range)
        return register
    }

    private func checkAsyncComprehension(
        _ scope: Scope, _ kind: Scope.ComprehensionKind, at range: SourceRange
    ) throws(SyntaxError) {
        guard scope.isCoroutine, kind != .generator, unit.kind != .asyncFunction, unit.kind != .comprehension,
            !allowsAwaitAtTopLevel
        else { return }
        throw error("asynchronous comprehension outside of an asynchronous function", at: range)
    }

    private func emitEmpty(_ kind: Scope.ComprehensionKind, into register: Int, at range: SourceRange) {
        switch kind {
        case .list: unit.emit(.buildList, a: register, b: register, c: 0, at: range)
        case .set: unit.emit(.buildSet, a: register, b: register, c: 0, at: range)
        case .dict: unit.emit(.buildDict, a: register, b: register, c: 0, at: range)
        case .generator, .none: break
        }
    }

    private func compileInlined(
        _ expression: Expression, _ scope: Scope, _ elt: Expression, _ value: Expression?,
        _ generators: [Comprehension], _ kind: Scope.ComprehensionKind, into target: Int
    ) throws(SyntaxError) {
        guard let outermost = generators.first else { return }
        let range = expression.range
        let result = unit.allocate()
        let iterator = try compileOutermost(outermost)
        try checkAsyncComprehension(scope, kind, at: range)

        var used: [(key: CodeUnit.ComprehensionVariable, register: Int)] = []
        var registers = NameMap<Int>()
        for name in scope.order where scope.symbols[name]?.contains(.parameter) != true {
            let isCell = scope.scopes[name] == .cell
            guard isCell || scope.scopes[name] == .local else { continue }
            let key = CodeUnit.ComprehensionVariable(name: name, isCell: isCell)
            let register = unit.comprehensionPool[key]?.popLast() ?? unit.allocate()
            used.append((key, register))
            registers[name] = register
            unit.bound.remove(register)
            if isCell {
                unit.emit(.clear, a: register, at: range)
                unit.emit(.makeCell, a: register, at: range)
            }
        }
        unit.inlined.append(CodeUnit.InlinedScope(scope: scope, registers: registers))
        emitEmpty(kind, into: result, at: range)
        try compileLoop(0, generators, iterator: iterator, elt, value, kind, into: result)
        unit.inlined.removeLast()
        for (key, register) in used {
            unit.emit(.clear, a: register, at: range)
            unit.bound.remove(register)
            if !unit.isTemporary(register) { unit.comprehensionPool[key, default: []].append(register) }
        }
        move(result, to: target, at: range)
    }

    /// The loop of one `for` clause with everything inside it.
    private func compileLoop(
        _ index: Int, _ generators: [Comprehension], iterator given: Int?, _ elt: Expression, _ value: Expression?,
        _ kind: Scope.ComprehensionKind, into result: Int
    ) throws(SyntaxError) {
        try stack.check()
        let mark = unit.nextTemporary
        defer { unit.release(to: mark) }
        let generator = generators[index]
        let range = generator.iterator.range
        let iterator: Int
        if let given { iterator = given } else { iterator = try compileOutermost(generator) }
        let next = unit.label()
        let start = unit.label()
        if generator.isAsync {
            try push(.comprehension, at: range)
            let item = unit.allocate()
            unit.bind(next, reachable: unit.isReachable, state: unit.bound)
            let region = try emitAsyncNext(iterator, to: generator.target, exception: item, at: range)
            try compileInside(index, generators, next, elt, value, kind, into: result)
            unit.jump(next, at: range)
            unit.blocks.removeLast()
            unit.closeRegion(region)
            unit.beginHandler(region)
            unit.emit(.endAsyncFor, a: item, at: range)
            return
        }
        beginLoop(next, start, at: range)
        let item = try beginIteration(generator.target)
        try compileInside(index, generators, next, elt, value, kind, into: result)
        unit.bind(next)
        unit.traceLoop(.traceNext, range)
        unit.jump(.forIter, n: 0, a: item, b: iterator, start, at: range)
    }

    private func compileInside(
        _ index: Int, _ generators: [Comprehension], _ next: Label, _ elt: Expression, _ value: Expression?,
        _ kind: Scope.ComprehensionKind, into result: Int
    ) throws(SyntaxError) {
        for test in generators[index].conditions { try condition(test, jumpIf: false, to: next) }
        if index + 1 < generators.count {
            return try compileLoop(index + 1, generators, iterator: nil, elt, value, kind, into: result)
        }
        let mark = unit.nextTemporary
        defer { unit.release(to: mark) }
        switch kind {
        case .list, .set:
            let register = try operand(elt, isLast: true)
            unit.emit(kind == .list ? .listAppend : .setAdd, a: result, b: register, at: elt.range)
        case .dict:
            let key = try operand(elt)
            guard let value else { return }
            let item = try operand(value, isLast: true)
            unit.emit(.dictSet, a: result, b: key, c: item, at: elt.range)
        case .generator, .none:
            let register = try operand(elt, isLast: true)
            let ignored = unit.allocate()
            let op: Opcode = unit.code.flags.contains(.asyncGenerator) ? .asyncYield : .yield
            unit.emitSuspension(op, a: ignored, b: register, at: elt.range)
        }
    }
}
