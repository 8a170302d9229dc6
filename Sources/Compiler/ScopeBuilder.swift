import Parser

/// First pass of scope analysis: visits the tree once and gathers what each block says about each name.
///
/// The rules and their messages are those of CPython's `symtable.c`.
struct ScopeBuilder {
    let errors: ErrorReporter
    let hasFutureAnnotations: Bool
    let allowsTopLevelAwait: Bool
    let stack: StackGuard

    private(set) var byNode = ScopeIndex()
    private var blocks: [Scope] = []
    var current: Scope
    let top: Scope
    var privateName: String?

    init(errors: ErrorReporter, hasFutureAnnotations: Bool, allowsTopLevelAwait: Bool, stack: StackGuard) {
        self.errors = errors
        self.hasFutureAnnotations = hasFutureAnnotations
        self.allowsTopLevelAwait = allowsTopLevelAwait
        self.stack = stack
        top = Scope(
            name: "top", kind: .module, range: SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0))
        current = top
        blocks = [top]
    }

    /// The symbol table of a module.
    mutating func build(_ module: Module) throws(SyntaxError) -> SymbolTable {
        try visit(module.body)
        var analysis = ScopeAnalysis(errors: errors)
        try analysis.analyze(top)
        return SymbolTable(top: top, byNode: byNode)
    }

    // MARK: Blocks

    mutating func enter(
        _ name: String, _ kind: Scope.Kind, _ node: AnyObject, _ role: ScopeIndex.Role = .body, at range: SourceRange
    ) {
        let scope = Scope(name: name, kind: kind, range: range)
        scope.isNested = current.isNested || current.kind.isFunctionLike
        scope.iterationExpressionDepth = current.iterationExpressionDepth
        // An annotation that becomes text is checked, but is no block of the compiled program.
        if kind != .annotation { current.children.append(scope) }
        byNode.insert(scope, for: node, role)
        blocks.append(scope)
        current = scope
    }

    mutating func leave() {
        blocks.removeLast()
        current = blocks[blocks.count - 1]
    }

    // MARK: Names

    mutating func define(_ name: String, _ flags: SymbolFlags, at range: SourceRange) throws(SyntaxError) {
        try define(name, flags, in: current, at: range)
    }

    private mutating func define(
        _ name: String, _ flags: SymbolFlags, in scope: Scope, at range: SourceRange
    ) throws(SyntaxError) {
        let mangled = mangle(name, in: privateName)
        var value = flags
        if let old = scope.symbols[mangled] {
            if flags.contains(.parameter), old.contains(.parameter) {
                throw errors.error("duplicate argument '\(name)' in function definition", at: range)
            }
            if flags.contains(.typeParameter), old.contains(.typeParameter) {
                throw errors.error("duplicate type parameter '\(name)'", at: range)
            }
            value.formUnion(old)
        } else {
            scope.order.append(mangled)
        }
        if scope.isIterationTarget {
            if !value.isDisjoint(with: [.global, .nonlocal]) {
                throw errors.error(
                    "comprehension inner loop cannot rebind assignment expression target '\(name)'", at: range)
            }
            value.insert(.iteration)
        }
        scope.symbols[mangled] = value
        if flags.contains(.parameter) {
            scope.parameters.append(mangled)
        } else if flags.contains(.global), scope !== top {
            if top.symbols[mangled] == nil { top.order.append(mangled) }
            top.symbols[mangled, default: []].insert(.global)
        }
    }

    func lookup(_ name: String) -> SymbolFlags { current.symbols[mangle(name, in: privateName)] ?? [] }

    mutating func recordDirective(_ name: String, at range: SourceRange) {
        current.directives.append((mangle(name, in: privateName), range))
    }

    /// The target of `:=` inside comprehensions belongs to the block around them (PEP 572).
    mutating func extendNamedExpression(_ name: String, at range: SourceRange) throws(SyntaxError) {
        let mangled = mangle(name, in: privateName)
        for scope in blocks.reversed() {
            if scope.comprehension != .none {
                let flags = scope.symbols[mangled] ?? []
                if flags.contains(.iteration), !flags.isDisjoint(with: [.local, .global]) {
                    throw errors.error(
                        "assignment expression cannot rebind comprehension iteration variable '\(name)'", at: range)
                }
                continue
            }
            let place: String
            switch scope.kind {
            case .function:
                let isGlobal = scope.symbols[mangled]?.contains(.global) == true
                try define(name, isGlobal ? .global : .nonlocal, at: range)
                recordDirective(name, at: range)
                scope.walrusTargets.insert(mangled)
                return try define(name, .local, in: scope, at: range)
            case .module:
                try define(name, .global, at: range)
                recordDirective(name, at: range)
                return try define(name, .global, in: scope, at: range)
            case .class: place = "a class body"
            case .typeVariable: throw inComprehension("in a TypeVar bound", range)
            case .typeAlias: throw inComprehension("in a type alias", range)
            case .typeParameters: throw inComprehension("within the definition of a generic", range)
            case .annotation: throw errors.error("named expression cannot be used within an annotation", at: range)
            }
            throw inComprehension("in \(place)", range)
        }
    }

    private func inComprehension(_ place: String, _ range: SourceRange) -> SyntaxError {
        errors.error("assignment expression within a comprehension cannot be used \(place)", at: range)
    }

    /// Refuses `yield`, `await` and `:=` where PEP 563 and PEP 695 do.
    func checkAllowed(_ what: String, at range: SourceRange) throws(SyntaxError) {
        switch current.kind {
        case .annotation: throw errors.error("\(what) cannot be used within an annotation", at: range)
        case .typeVariable: throw errors.error("\(what) cannot be used within \(current.information)", at: range)
        case .typeAlias: throw errors.error("\(what) cannot be used within a type alias", at: range)
        case .typeParameters:
            throw errors.error("\(what) cannot be used within the definition of a generic", at: range)
        case .module, .function, .class: break
        }
    }

    // MARK: Parameters, type parameters, annotations

    mutating func visit(parameters: Parameters) throws(SyntaxError) {
        for p in parameters.positionalOnly { try define(p.name, .parameter, at: p.range) }
        for p in parameters.positional { try define(p.name, .parameter, at: p.range) }
        for p in parameters.keywordOnly { try define(p.name, .parameter, at: p.range) }
        if let p = parameters.variadic { try define(p.name, .parameter, at: p.range) }
        if let p = parameters.variadicKeyword { try define(p.name, .parameter, at: p.range) }
    }

    mutating func visit(defaults parameters: Parameters) throws(SyntaxError) {
        try visit(parameters.defaults)
        for value in parameters.keywordDefaults {
            if let value { try visit(value) }
        }
    }

    mutating func visit(annotation: Expression) throws(SyntaxError) {
        if hasFutureAnnotations { enter("_annotation", .annotation, annotation, .annotation, at: annotation.range) }
        try visit(annotation)
        if hasFutureAnnotations { leave() }
    }

    mutating func visit(annotationsOf definition: FunctionDefinition, at range: SourceRange) throws(SyntaxError) {
        if hasFutureAnnotations { enter("_annotation", .annotation, definition, .annotation, at: range) }
        let parameters = definition.parameters
        for p in parameters.positionalOnly { if let a = p.annotation { try visit(a) } }
        for p in parameters.positional { if let a = p.annotation { try visit(a) } }
        if let a = parameters.variadic?.annotation { try visit(a) }
        if let a = parameters.variadicKeyword?.annotation { try visit(a) }
        for p in parameters.keywordOnly { if let a = p.annotation { try visit(a) } }
        if hasFutureAnnotations { leave() }
        if let returns = definition.returns { try visit(annotation: returns) }
    }

    /// Enters the scope that holds the type parameters of `node` (PEP 695).
    mutating func enterTypeParameters(
        _ name: String, _ node: AnyObject, hasDefaults: Bool = false, hasKeywordDefaults: Bool = false,
        isClass: Bool = false, at range: SourceRange
    ) throws(SyntaxError) {
        let inClass = current.kind == .class
        enter(name, .typeParameters, node, .typeParameters, at: range)
        if inClass { try seeClassScope(at: range) }
        if isClass {
            try define(".type_params", [.local, .use], at: range)
            try define(".generic_base", [.local, .use], at: range)
        }
        if hasDefaults { try define(".defaults", .parameter, at: range) }
        if hasKeywordDefaults { try define(".kwdefaults", .parameter, at: range) }
    }

    mutating func seeClassScope(at range: SourceRange) throws(SyntaxError) {
        current.canSeeClassScope = true
        try define("__classdict__", .use, at: range)
    }

    mutating func visit(typeParameters: [TypeParameter]) throws(SyntaxError) {
        for parameter in typeParameters {
            try define(parameter.name, [.typeParameter, .local], at: parameter.range)
            let kind: String
            switch parameter.kind {
            case .typeVar(let bound):
                kind = "a TypeVar"
                if let bound {
                    var information = "a TypeVar bound"
                    if case .tuple = bound.kind { information = "a TypeVar constraint" }
                    try visit(part: bound, of: parameter, role: .body, information)
                }
            case .paramSpec: kind = "a ParamSpec"
            case .typeVarTuple: kind = "a TypeVarTuple"
            }
            if let value = parameter.defaultValue {
                try visit(part: value, of: parameter, role: .defaultValue, "\(kind) default")
            }
        }
    }

    private mutating func visit(
        part: Expression, of parameter: TypeParameter, role: ScopeIndex.Role, _ information: String
    ) throws(SyntaxError) {
        let inClass = current.canSeeClassScope
        enter(parameter.name, .typeVariable, parameter, role, at: part.range)
        if inClass { try seeClassScope(at: part.range) }
        current.information = information
        try visit(part)
        leave()
    }
}
