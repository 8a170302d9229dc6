import Parser

extension CodeGenerator {
    func compile(_ statements: [Statement]) throws(SyntaxError) {
        for statement in statements { try compile(statement) }
    }

    func compile(_ statement: Statement) throws(SyntaxError) {
        try stack.check()
        let mark = unit.nextTemporary
        if options.isTraced, Self.beginsLine(statement) { unit.traceLine(statement.range) }
        try dispatch(statement)
        unit.release(to: mark)
        if mayDropObject(statement) {
            let ignored = unit.allocate()
            // The register may hold the very object.
            unit.emit(.clear, a: ignored, at: statement.range)
            unit.emit(
                .intrinsic, n: Int(Intrinsic.statementEnded.rawValue), a: ignored, b: ignored, c: ignored,
                at: statement.range)
            unit.release(to: mark)
        }
    }

    /// Whether the debugger stops at a statement though it may have no instruction of its own.
    private static func beginsLine(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .pass, .break, .continue, .return, .try, .tryStar, .if, .while: true
        case .expression(let value):
            if case .constant = value.kind { true } else { false }
        default: false
        }
    }

    /// Whether a statement at the top of a module, in no loop, may let an object go whose end the program notices. Such
    /// a statement is carried out once, so that looking costs nothing.
    private func mayDropObject(_ statement: Statement) -> Bool {
        guard unit.kind == .module, !unit.isInteractive, unit.blocks.allSatisfy({ !$0.isLoop }) else { return false }
        switch statement.kind {
        case .expression(let value):
            if case .call = value.kind { return true }
            return false
        case .assign, .augAssign: return true
        default: return false
        }
    }

    private func dispatch(_ statement: Statement) throws(SyntaxError) {
        let range = statement.range
        switch statement.kind {
        case .expression(let value): try compileExpressionStatement(value, range)
        case .assign(let targets, let value): try compileAssign(targets, value)
        case .augAssign(let target, let op, let value): try compileAugmented(statement, target, op, value)
        case .annAssign(let target, let annotation, let value, let isSimple):
            try compileAnnotated(statement, target, annotation, value, isSimple)
        case .return(let value): try compileReturn(statement, value)
        case .if(let test, let body, let orelse): try compileIf(test, body, orelse, range)
        case .while(let test, let body, let orelse): try compileWhile(test, body, orelse, range)
        case .for(let target, let iterator, let body, let orelse):
            try compileFor(target, iterator, body, orelse, range)
        case .asyncFor(let target, let iterator, let body, let orelse):
            try compileAsyncFor(target, iterator, body, orelse, range)
        case .functionDef(let definition), .asyncFunctionDef(let definition):
            try compileFunction(statement, definition)
        case .classDef(let definition): try compileClass(statement, definition)
        default: try dispatchRare(statement)
        }
    }

    private func dispatchRare(_ statement: Statement) throws(SyntaxError) {
        let range = statement.range
        switch statement.kind {
        case .delete(let targets): for target in targets { try delete(target) }
        case .raise(let exception, let cause): try compileRaise(exception, cause, range)
        case .assert(let test, let message): try compileAssert(statement, test, message)
        case .with(let items, let body): try compileWith(items[...], body, range, isAsync: false)
        case .asyncWith(let items, let body): try compileWith(items[...], body, range, isAsync: true)
        case .try(let body, let handlers, let orelse, let finalbody):
            try compileTry(body, handlers, orelse, finalbody, range, isStar: false)
        case .tryStar(let body, let handlers, let orelse, let finalbody):
            try compileTry(body, handlers, orelse, finalbody, range, isStar: true)
        case .match(let subject, let cases): try compileMatch(subject, cases, range)
        case .import(let names): try compileImport(names, range)
        case .importFrom(let module, let names, let level): try compileImportFrom(module, names, level, range)
        case .typeAlias(let name, let parameters, let value):
            try compileTypeAlias(statement, name, parameters, value)
        case .break: try compileBreak(range)
        case .continue: try compileContinue(range)
        default: break
        }
    }

    private func compileExpressionStatement(_ value: Expression, _ range: SourceRange) throws(SyntaxError) {
        if unit.isInteractive {
            let register = try operand(value, isLast: true)
            let ignored = unit.allocate()
            let number = Int(Intrinsic.printExpression.rawValue)
            unit.emit(.intrinsic, n: number, a: ignored, b: register, at: range)
        } else {
            try discard(value)
        }
    }

    private func compileReturn(_ statement: Statement, _ value: Expression?) throws(SyntaxError) {
        try stack.check()
        let range = statement.range
        guard unit.scope.kind.isFunctionLike else { throw error("'return' outside function", at: range) }
        if value != nil, unit.code.flags.contains(.asyncGenerator) {
            throw error("'return' with value in async generator", at: range)
        }
        let needsUnwinding = unit.blocks.contains { $0.mayRebindOnExit || $0.isGroupHandler }
        guard let value, !Self.isNone(value) else {
            try unwind(to: 0, at: range) {
                self.unit.hideLine(range)
                self.unit.emit(.returnNone, at: range)
            }
            return unit.endFlow()
        }
        if case .ifExp(let test, let body, let orelse) = value.kind, unit.blocks.allSatisfy({ $0.isLeftSilently }) {
            let otherwise = unit.label()
            try condition(test, jumpIf: false, to: otherwise)
            try compileReturn(statement, body)
            unit.bind(otherwise)
            return try compileReturn(statement, orelse)
        }
        if needsUnwinding, let constant = ConstantFolding.value(of: value) {
            try unwind(to: 0, at: value.range.line == range.line ? value.range : range) {
                let register = self.unit.allocate()
                self.unit.hideLine(range)
                self.loadConstant(constant, into: register, at: range)
                self.unit.emit(.return, a: register, at: range)
            }
            return unit.endFlow()
        }
        let register = needsUnwinding ? try temporary(value) : try operand(value, isLast: true)
        try unwind(to: 0, at: range) {
            self.unit.hideLine(range)
            self.unit.emit(.return, a: register, at: range)
        }
        unit.endFlow()
    }

    private static func isNone(_ expression: Expression) -> Bool {
        if case .constant(.none, _) = expression.kind { true } else { false }
    }

    // MARK: Conditions and loops

    private func compileIf(
        _ test: Expression, _ body: [Statement], _ orelse: [Statement], _ range: SourceRange
    ) throws(SyntaxError) {
        var (test, body, orelse) = (test, body, orelse)
        let end = unit.label()
        // A chain of `elif` is walked without recursion.
        while true {
            let next = unit.label()
            try condition(test, jumpIf: false, to: next)
            try compile(body)
            if !orelse.isEmpty { unit.jump(end, at: body.last?.range ?? range) }
            unit.bind(next)
            guard orelse.count == 1, case .if(let nextTest, let nextBody, let nextElse) = orelse[0].kind else { break }
            (test, body, orelse) = (nextTest, nextBody, nextElse)
        }
        try compile(orelse)
        unit.bind(end)
    }

    private func compileWhile(
        _ test: Expression, _ body: [Statement], _ orelse: [Statement], _ range: SourceRange
    ) throws(SyntaxError) {
        let exit = unit.label()
        let again = unit.label()
        let start = unit.label()
        let truth = constantValue(test)?.truth
        try push(.loop(exit: exit, next: again), at: range)
        if let truth {
            let wasReachable = unit.isReachable
            if !truth { unit.endFlow() }
            unit.bind(start, reachable: unit.isReachable, state: unit.bound)
            if truth { unit.bind(again, reachable: unit.isReachable, state: unit.bound) }
            try compile(body)
            unit.jump(again, at: test.range)
            if !truth {
                // `while 0`: the body is checked, not kept.
                unit.blocks.removeLast()
                unit.isReachable = wasReachable
                try compile(orelse)
                return unit.bind(exit)
            }
        } else if let walrus = Self.leadingWalrus(test) ?? (Self.hasWalrus(test) ? .some(nil) : nil) {
            let register = walrus.flatMap { localRegister($0) }
            if let register {
                try compileBottomTested(test, body, start, again, range, assigned: register)
            } else {
                unit.bind(again, reachable: unit.isReachable, state: unit.bound)
                let done = unit.label()
                try condition(test, jumpIf: false, to: done)
                try compile(body)
                unit.jump(again, at: test.range)
                unit.bind(done)
            }
        } else {
            try compileBottomTested(test, body, start, again, range, assigned: nil)
        }
        unit.blocks.removeLast()
        try compile(orelse)
        unit.bind(exit)
    }

    /// A loop whose test stands at its end; `assigned` is the variable that the test assigns first thing.
    private func compileBottomTested(
        _ test: Expression, _ body: [Statement], _ start: Label, _ again: Label, _ range: SourceRange, assigned: Int?
    ) throws(SyntaxError) {
        let state = unit.bound
        let isReachable = unit.isReachable
        unit.jump(again, at: test.range)
        unit.bind(start, reachable: isReachable, state: state)
        if let assigned { unit.bound.insert(assigned) }
        try compile(body)
        unit.bind(again)
        try condition(test, jumpIf: true, to: start)
    }

    /// The target of a `:=` that a test evaluates before anything else.
    private static func leadingWalrus(_ test: Expression) -> Expression?? {
        switch test.kind {
        case .namedExpr(let target, _): .some(target)
        case .compare(let left, let operators, _) where operators.count == 1:
            if case .namedExpr(let target, _) = left.kind { .some(target) } else { nil }
        case .unaryOp(.not, let operand): leadingWalrus(operand)
        default: nil
        }
    }

    /// Whether a test may assign to a variable anywhere.
    private static func hasWalrus(_ test: Expression) -> Bool {
        switch test.kind {
        case .constant, .name: false
        case .attribute(let value, _, _), .unaryOp(_, let value): hasWalrus(value)
        case .binOp(let left, _, let right) where left.depth < 20: hasWalrus(left) || hasWalrus(right)
        case .compare(let left, _, let comparators): hasWalrus(left) || comparators.contains { hasWalrus($0) }
        case .boolOp(_, let values): values.contains { hasWalrus($0) }
        case .subscript(let value, let slice, _): hasWalrus(value) || hasWalrus(slice)
        case .call(let function, let arguments, let keywords):
            hasWalrus(function) || arguments.contains { hasWalrus($0) } || keywords.contains { hasWalrus($0.value) }
        default: true
        }
    }

    private func compileFor(
        _ target: Expression, _ iterator: Expression, _ body: [Statement], _ orelse: [Statement],
        _ range: SourceRange
    ) throws(SyntaxError) {
        let exit = unit.label()
        let next = unit.label()
        let start = unit.label()
        try push(.loop(exit: exit, next: next), at: range)
        let register = try compileIterator(iterator)
        beginLoop(next, start, at: iterator.range)
        let item = try beginIteration(target)
        try compile(body)
        unit.bind(next)
        unit.traceLoop(.traceNext, iterator.range)
        unit.jump(.forIter, n: 0, a: item, b: register, start, at: iterator.range)
        unit.blocks.removeLast()
        try compile(orelse)
        unit.bind(exit)
    }

    /// The iterator of a loop in a temporary.
    func compileIterator(_ iterator: Expression) throws(SyntaxError) -> Int {
        let register = unit.allocate()
        if let constant = Self.constantDisplay(iterator) {
            loadConstant(constant, into: register, at: iterator.range)
            unit.emit(.getIter, a: register, b: register, at: iterator.range)
        } else {
            let iterable = try operand(iterator, scratch: register, isLast: true)
            unit.emit(.getIter, a: register, b: iterable, at: iterator.range)
        }
        return register
    }

    /// Jumps to the test at the loop's end and begins the body.
    func beginLoop(_ next: Label, _ start: Label, at range: SourceRange) {
        let state = unit.bound
        let isReachable = unit.isReachable
        unit.jump(next, at: range)
        unit.bind(start, reachable: isReachable, state: state)
        unit.traceLoop(.traceBody, range)
    }

    /// Takes the item at the start of the body: the register `forIter` writes, then the assignment to the target.
    func beginIteration(_ target: Expression) throws(SyntaxError) -> Int {
        if let register = localRegister(target), case .name(let id, _) = target.kind {
            try checkAssignable(id, at: target.range)
            if unit.isReachable { unit.bound.insert(register) }
            return register
        }
        let item = unit.allocate()
        try store(target, from: item)
        return item
    }

    private func compileAsyncFor(
        _ target: Expression, _ iterator: Expression, _ body: [Statement], _ orelse: [Statement],
        _ range: SourceRange
    ) throws(SyntaxError) {
        try checkAsync("async for", at: range)
        let exit = unit.label()
        let next = unit.label()
        let register = unit.allocate()
        let iterable = try operand(iterator, scratch: register, isLast: true)
        unit.emit(.getAsyncIter, a: register, b: iterable, at: iterator.range)
        try push(.loop(exit: exit, next: next), at: range)
        let exception = unit.allocate()
        unit.bind(next, reachable: unit.isReachable, state: unit.bound)
        let region = try emitAsyncNext(register, to: target, exception: exception, at: iterator.range)
        try compile(body)
        unit.jump(next, at: range)
        unit.blocks.removeLast()
        unit.closeRegion(region)
        unit.beginHandler(region)
        unit.emit(.endAsyncFor, a: exception, at: iterator.range)
        try compile(orelse)
        unit.bind(exit)
    }

    /// Assigns the next item of an asynchronous iterator to the target; the register receives the exception at its end.
    func emitAsyncNext(
        _ iterator: Int, to target: Expression, exception: Int, at range: SourceRange
    ) throws(SyntaxError) -> Region {
        let region = unit.openRegion(register: exception)
        unit.emit(.getAsyncNext, a: exception, b: iterator, at: range)
        let item = localRegister(target) ?? exception
        unit.emitSuspension(.await, n: 3, a: item, b: exception, at: range)
        unit.suspend(region)
        if item != exception, case .name(let id, _) = target.kind {
            try checkAssignable(id, at: target.range)
            if unit.isReachable { unit.bound.insert(item) }
        } else {
            try store(target, from: exception)
        }
        return region
    }

    func checkAsync(_ what: String, at range: SourceRange) throws(SyntaxError) {
        if allowsAwaitAtTopLevel {
            unit.code.flags.insert(.coroutine)
        } else if unit.kind != .asyncFunction {
            throw error("'\(what)' outside async function", at: range)
        }
    }

    private func compileBreak(_ range: SourceRange) throws(SyntaxError) {
        guard let (index, exit, _) = innermostLoop() else {
            try checkNoGroupHandler(at: range)
            throw error("'break' outside loop", at: range)
        }
        try unwind(to: index + 1, at: range) { self.unit.jump(exit, at: range) }
        unit.endFlow()
    }

    private func compileContinue(_ range: SourceRange) throws(SyntaxError) {
        guard let (index, _, next) = innermostLoop() else {
            try checkNoGroupHandler(at: range)
            throw error("'continue' not properly in loop", at: range)
        }
        try unwind(to: index + 1, at: range) { self.unit.jump(next, at: range) }
        unit.endFlow()
    }

    private func innermostLoop() -> (Int, exit: Label, next: Label)? {
        for (index, block) in unit.blocks.enumerated().reversed() {
            if case .loop(let exit, let next) = block { return (index, exit, next) }
        }
        return nil
    }

    // MARK: Raise, assert

    private func compileRaise(
        _ exception: Expression?, _ cause: Expression?, _ range: SourceRange
    ) throws(SyntaxError) {
        var first = 0
        var second = 0
        if let exception { first = try operand(exception, isLast: cause == nil) }
        if let cause { second = try operand(cause, isLast: true) }
        let count = exception == nil ? 0 : cause == nil ? 1 : 2
        unit.emit(.raise, n: count, a: first, b: second, at: range)
        unit.endFlow()
    }

    private func compileAssert(
        _ statement: Statement, _ test: Expression, _ message: Expression?
    ) throws(SyntaxError) {
        let isAlwaysTrue: Bool
        if case .tuple(let elements, _) = test.kind { isAlwaysTrue = !elements.isEmpty } else { isAlwaysTrue = false }
        if isAlwaysTrue { warn("assertion is always true, perhaps remove parentheses?", at: statement.range) }
        if !isDebug { return }
        let end = unit.label()
        try condition(test, jumpIf: true, to: end)
        let base = unit.allocate()
        unit.emit(.loadAssertionError, a: base, at: statement.range)
        if let message {
            _ = try temporary(message)
            unit.emit(.call, a: base, b: 1, c: base, at: statement.range)
        }
        unit.emit(.raise, n: 1, a: base, at: test.range)
        unit.endFlow()
        unit.bind(end)
    }
}
