import Parser

/// Second half of the compiler: walks the tree once and emits the instructions of each block.
///
/// Expressions leave their value in a register: a local variable is its own operand, everything else goes to a
/// temporary or straight to the register that the context asks for. A target register is written by the last
/// instruction of an expression only, so that it may be a variable.
final class CodeGenerator {
    let table: SymbolTable
    let filename: String
    let errors: ErrorReporter
    let stack: StackGuard
    let options: Compiler.Options
    let hasFutureAnnotations: Bool
    /// The last `from __future__ import` that stands where it may.
    let lastFuture: SourceRange

    var unit: CodeUnit
    var warnings: [SyntaxWarning] = []
    /// Depth of nested blocks, at most ``maximumBlocks`` in a unit.
    static let maximumBlocks = 21

    init(
        table: SymbolTable, filename: String, errors: ErrorReporter, stack: StackGuard, options: Compiler.Options,
        hasFutureAnnotations: Bool, lastFuture: SourceRange
    ) {
        self.table = table
        self.filename = filename
        self.errors = errors
        self.stack = stack
        self.options = options
        self.hasFutureAnnotations = hasFutureAnnotations
        self.lastFuture = lastFuture
        unit = CodeUnit(.module, scope: table.top, parent: nil, privateName: nil)
        if options.isTraced { unit.beginTracing(firstLine: 1) }
    }

    /// The level of optimization (`-O`), and what it makes of `__debug__`.
    var optimization: Int { options.optimization ?? 0 }
    var isDebug: Bool { optimization <= 0 }

    /// The value of a constant expression.
    func constantValue(_ expression: Expression) -> CodeConstant? {
        ConstantFolding.value(of: expression, isDebug: isDebug)
    }

    func error(_ message: String, at range: SourceRange) -> SyntaxError { errors.error(message, at: range) }

    func warn(_ message: String, at range: SourceRange) {
        warnings.append(SyntaxWarning(message: message, line: Int(range.line), column: Int(range.column)))
    }

    // MARK: Modules

    /// The code of a whole program.
    func compile(_ module: Module) throws(SyntaxError) -> Code {
        let code = unit.code
        code.name = "<module>"
        code.qualifiedName = "<module>"
        code.filename = filename
        code.firstLine = 1
        unit.isInteractive = module.mode == .single
        if hasFutureAnnotations { code.flags.insert(.futureAnnotations) }
        if options.allowsTopLevelAwait, table.top.isCoroutine {
            code.flags.insert(table.top.isGenerator ? .asyncGenerator : .coroutine)
        }
        let start = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
        switch module.mode {
        case .eval:
            if case .expression(let value)? = module.body.first?.kind {
                let result = try operand(value, isLast: true)
                unit.emit(.return, a: result, at: value.range)
                unit.endFlow()
            }
        case .exec, .single:
            try compileBody(module.body, hasDocString: module.mode == .exec)
        }
        if unit.isReachable { unit.emit(.returnNone, at: module.body.last?.range ?? start) }
        return try finishUnit()
    }

    /// The statements of a module or class: annotations are set up first, a doc string goes to `__doc__`.
    func compileBody(_ body: [Statement], hasDocString: Bool) throws(SyntaxError) {
        let start = body.first?.range ?? SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
        if Self.hasAnnotations(body) {
            let range = SourceRange(line: start.line, column: 0, endLine: start.line, endColumn: 0)
            unit.emit(.setupAnnotations, at: range)
        }
        var statements = body[...]
        if hasDocString, let first = body.first, let doc = Self.docString(first) {
            if optimization < 2 {
                let register = unit.allocate()
                loadConstant(.value(.string(wtf8: ConstantFolding.cleanDoc(doc))), into: register, at: first.range)
                try storeName("__doc__", from: register, at: first.range)
                unit.release(to: register)
                unit.code.hasDocString = true
            }
            statements = statements.dropFirst()
        }
        for statement in statements { try compile(statement) }
    }

    /// The text of a doc string statement.
    static func docString(_ statement: Statement) -> [UInt8]? {
        guard case .expression(let value) = statement.kind, case .constant(.string(let text), _) = value.kind else {
            return nil
        }
        return text
    }

    /// Whether an annotated assignment is among the statements, nested ones included but not those of other blocks.
    private static func hasAnnotations(_ body: [Statement]) -> Bool {
        body.contains { statement in
            switch statement.kind {
            case .annAssign: true
            case .for(_, _, let body, let orelse), .asyncFor(_, _, let body, let orelse),
                .while(_, let body, let orelse), .if(_, let body, let orelse):
                hasAnnotations(body) || hasAnnotations(orelse)
            case .with(_, let body), .asyncWith(_, let body): hasAnnotations(body)
            case .match(_, let cases): cases.contains { hasAnnotations($0.body) }
            case .try(let body, let handlers, let orelse, let finalbody),
                .tryStar(let body, let handlers, let orelse, let finalbody):
                hasAnnotations(body) || handlers.contains { hasAnnotations($0.body) } || hasAnnotations(orelse)
                    || hasAnnotations(finalbody)
            default: false
            }
        }
    }

    // MARK: Units

    /// Begins the code object of a block; ``leaveUnit()`` ends it.
    func enterUnit(
        _ kind: CodeUnit.Kind, _ name: String, scope: Scope, firstLine: Int32, privateName: String?? = nil
    ) {
        let parent = unit
        let child = CodeUnit(
            kind, scope: scope, parent: parent, privateName: privateName ?? parent.privateName)
        let code = child.code
        code.name = name
        code.filename = filename
        code.firstLine = Int(firstLine)
        code.qualifiedName = qualifiedName(name, kind, scope, parent)
        code.flags = flags(of: kind, scope)
        unit = child
        if options.isTraced { unit.beginTracing(firstLine: firstLine) }
        let range = SourceRange(line: firstLine, column: 0, endLine: firstLine, endColumn: 0)
        // Variables of inlined comprehensions get their cells when the comprehension begins.
        for register in child.variables.values.sorted() where code.cellVariables.contains(register) {
            child.emit(.makeCell, a: register, at: range)
        }
        for index in 0..<scope.parameters.count { child.bound.insert(index) }
        if scope.isGenerator || scope.isCoroutine, kind != .class { child.blocks.append(.stopIteration) }
    }

    func leaveUnit() throws(SyntaxError) -> Code {
        let code = try finishUnit()
        if let parent = unit.parent { unit = parent }
        return code
    }

    private func finishUnit() throws(SyntaxError) -> Code {
        let code = unit.finish()
        guard unit.hasOverflow else { return code }
        throw SyntaxError(
            kind: .memory, message: "too many names, constants or registers in '\(code.qualifiedName)'", line: 0,
            offset: 0, endLine: 0, endOffset: 0, text: nil)
    }

    private func qualifiedName(_ name: String, _ kind: CodeUnit.Kind, _ scope: Scope, _ parent: CodeUnit) -> String {
        var outer = parent
        if outer.kind == .typeParameters, let grandparent = outer.parent { outer = grandparent }
        guard outer.parent != nil else { return name }
        if kind == .function || kind == .asyncFunction || kind == .class,
            outer.scope.scopes[mangle(name, in: outer.privateName)] == .globalExplicit
        {
            return name
        }
        let isFunction = outer.kind != .class
        return outer.code.qualifiedName + (isFunction ? ".<locals>." : ".") + name
    }

    private func flags(of kind: CodeUnit.Kind, _ scope: Scope) -> CodeFlags {
        var flags: CodeFlags = []
        if scope.kind.isFunctionLike {
            flags.formUnion([.optimized, .newLocals])
            if scope.isNested { flags.insert(.nested) }
            let isAsync = kind == .asyncFunction || scope.isCoroutine && (kind == .comprehension || kind == .lambda)
            if scope.isGenerator {
                flags.insert(isAsync ? .asyncGenerator : .generator)
            } else if isAsync || scope.isCoroutine {
                flags.insert(.coroutine)
            }
        }
        if hasFutureAnnotations { flags.insert(.futureAnnotations) }
        return flags
    }

    // MARK: Constants

    func loadConstant(_ value: CodeConstant, into register: Int, at range: SourceRange) {
        if case .value(.none) = value {
            unit.emit(.loadNone, a: register, at: range)
        } else if let int = value.smallInt, Int(Int32(truncatingIfNeeded: int)) == int {
            unit.emit(.loadInt, a: register, wide: int, at: range)
        } else {
            unit.emit(.loadConst, a: register, wide: unit.constant(value), at: range)
        }
    }

    func move(_ source: Int, to target: Int, at range: SourceRange) {
        if source != target { unit.emit(.move, a: target, b: source, at: range) }
    }

    /// Runs `body` with fresh temporaries that are free again afterwards.
    @inline(__always)
    func scoped<T>(_ body: () throws(SyntaxError) -> T) throws(SyntaxError) -> T {
        let mark = unit.nextTemporary
        defer { unit.release(to: mark) }
        return try body()
    }
}
