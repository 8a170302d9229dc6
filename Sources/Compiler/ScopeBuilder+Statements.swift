import Parser

extension ScopeBuilder {
    mutating func visit(_ statements: [Statement]) throws(SyntaxError) {
        for statement in statements { try visit(statement) }
    }

    mutating func visit(_ statement: Statement) throws(SyntaxError) {
        try stack.check()
        switch statement.kind {
        case .functionDef(let definition), .asyncFunctionDef(let definition):
            try visit(function: definition, statement)
        case .classDef(let definition): try visit(class: definition, statement)
        case .return(let value):
            if let value {
                try visit(value)
                current.returnsValue = true
            }
        case .delete(let targets): try visit(targets)
        case .assign(let targets, let value):
            try visit(targets)
            try visit(value)
        case .typeAlias(let name, let parameters, let value):
            try visit(typeAlias: name, parameters, value, statement)
        case .augAssign(let target, _, let value):
            try visit(target)
            try visit(value)
        case .annAssign(let target, let annotation, let value, let isSimple):
            try visit(annotated: target, value != nil, isSimple, statement.range)
            try visit(annotation: annotation)
            if let value { try visit(value) }
        case .for(let target, let iterator, let body, let orelse):
            try visit(target)
            try visit(iterator)
            try visit(body)
            try visit(orelse)
        case .asyncFor(let target, let iterator, let body, let orelse):
            noteTopLevelAwait()
            try visit(target)
            try visit(iterator)
            try visit(body)
            try visit(orelse)
        case .while(let test, let body, let orelse):
            try visit(test)
            try visit(body)
            try visit(orelse)
        case .if(var test, var body, var orelse):
            // A chain of `elif` is walked without recursion.
            while true {
                try visit(test)
                try visit(body)
                guard orelse.count == 1, case .if(let nextTest, let nextBody, let nextElse) = orelse[0].kind else {
                    break
                }
                (test, body, orelse) = (nextTest, nextBody, nextElse)
            }
            try visit(orelse)
        case .with(let items, let body):
            try visit(items: items)
            try visit(body)
        case .asyncWith(let items, let body):
            noteTopLevelAwait()
            try visit(items: items)
            try visit(body)
        case .match(let subject, let cases):
            try visit(subject)
            for item in cases {
                try visit(item.pattern)
                if let condition = item.condition { try visit(condition) }
                try visit(item.body)
            }
        case .raise(let exception, let cause):
            if let exception { try visit(exception) }
            if let cause { try visit(cause) }
        case .try(let body, let handlers, let orelse, let finalbody),
            .tryStar(let body, let handlers, let orelse, let finalbody):
            try visit(body)
            try visit(orelse)
            for handler in handlers { try visit(handler: handler) }
            try visit(finalbody)
        case .assert(let test, let message):
            try visit(test)
            if let message { try visit(message) }
        case .import(let names): for alias in names { try visit(alias: alias) }
        case .importFrom(_, let names, _): for alias in names { try visit(alias: alias) }
        case .global(let names): for name in names { try declare(name, .global, "global", statement.range) }
        case .nonlocal(let names): for name in names { try declare(name, .nonlocal, "nonlocal", statement.range) }
        case .expression(let value): try visit(value)
        case .pass, .break, .continue: break
        }
    }

    private mutating func visit(function definition: FunctionDefinition, _ statement: Statement) throws(SyntaxError) {
        let parameters = definition.parameters
        try define(definition.name, .local, at: statement.range)
        try visit(defaults: parameters)
        try visit(definition.decorators)
        let isGeneric = !definition.typeParameters.isEmpty
        if isGeneric {
            try enterTypeParameters(
                definition.name, definition, hasDefaults: !parameters.defaults.isEmpty,
                hasKeywordDefaults: parameters.keywordDefaults.contains { $0 != nil }, at: statement.range)
            try visit(typeParameters: definition.typeParameters)
        }
        try visit(annotationsOf: definition, at: statement.range)
        enter(definition.name, .function, definition, at: statement.range)
        if case .asyncFunctionDef = statement.kind { current.isCoroutine = true }
        try visit(parameters: parameters)
        try visit(definition.body)
        leave()
        if isGeneric { leave() }
    }

    private mutating func visit(class definition: ClassDefinition, _ statement: Statement) throws(SyntaxError) {
        try define(definition.name, .local, at: statement.range)
        try visit(definition.decorators)
        let isGeneric = !definition.typeParameters.isEmpty
        let outer = privateName
        if isGeneric {
            try enterTypeParameters(definition.name, definition, isClass: true, at: statement.range)
            privateName = definition.name
            try visit(typeParameters: definition.typeParameters)
            privateName = outer
        }
        try visit(definition.bases)
        for keyword in definition.keywords { try visit(keyword.value) }
        enter(definition.name, .class, definition, at: statement.range)
        privateName = definition.name
        if isGeneric {
            try define("__type_params__", .local, at: statement.range)
            try define(".type_params", .use, at: statement.range)
        }
        try visit(definition.body)
        privateName = outer
        leave()
        if isGeneric { leave() }
    }

    private mutating func visit(
        typeAlias name: Expression, _ parameters: [TypeParameter], _ value: Expression, _ statement: Statement
    ) throws(SyntaxError) {
        try visit(name)
        guard case .name(let id, _) = name.kind else { return }
        let inClass = current.kind == .class
        if !parameters.isEmpty {
            try enterTypeParameters(id, statement, at: statement.range)
            try visit(typeParameters: parameters)
        }
        enter(id, .typeAlias, statement, at: statement.range)
        if inClass { try seeClassScope(at: value.range) }
        try visit(value)
        leave()
        if !parameters.isEmpty { leave() }
    }

    private mutating func visit(
        annotated target: Expression, _ hasValue: Bool, _ isSimple: Bool, _ range: SourceRange
    ) throws(SyntaxError) {
        guard case .name(let id, _) = target.kind else { return try visit(target) }
        let flags = lookup(id)
        if isSimple, current !== top, !flags.isDisjoint(with: [.global, .nonlocal]) {
            throw errors.error(
                "annotated name '\(id)' can't be \(flags.contains(.global) ? "global" : "nonlocal")", at: range)
        }
        if isSimple {
            try define(id, [.annotated, .local], at: target.range)
        } else if hasValue {
            try define(id, .local, at: target.range)
        }
    }

    private mutating func declare(
        _ name: String, _ flag: SymbolFlags, _ word: String, _ range: SourceRange
    ) throws(SyntaxError) {
        let flags = lookup(name)
        if !flags.isDisjoint(with: [.parameter, .local, .use, .annotated]) {
            let message =
                flags.contains(.parameter)
                ? "name '\(name)' is parameter and \(word)"
                : flags.contains(.use)
                    ? "name '\(name)' is used prior to \(word) declaration"
                    : flags.contains(.annotated)
                        ? "annotated name '\(name)' can't be \(word)"
                        : "name '\(name)' is assigned to before \(word) declaration"
            throw errors.error(message, at: range)
        }
        try define(name, flag, at: range)
        recordDirective(name, at: range)
    }

    private mutating func visit(items: [WithItem]) throws(SyntaxError) {
        for item in items {
            try visit(item.contextExpression)
            if let target = item.optionalVariables { try visit(target) }
        }
    }

    private mutating func visit(handler: ExceptHandler) throws(SyntaxError) {
        if let type = handler.type { try visit(type) }
        if let name = handler.name {
            try define(name, .local, at: handler.range)
            current.deleted.insert(mangle(name, in: privateName))
        }
        try visit(handler.body)
    }

    private mutating func visit(alias: Alias) throws(SyntaxError) {
        if alias.name == "*" {
            if current.kind != .module {
                throw errors.error("import * only allowed at module level", at: alias.range)
            }
            return
        }
        let name = alias.asName ?? String(alias.name.prefix { $0 != "." })
        try define(name, .imported, at: alias.range)
    }

    private mutating func visit(_ pattern: Pattern) throws(SyntaxError) {
        try stack.check()
        switch pattern.kind {
        case .matchValue(let value): try visit(value)
        case .matchSingleton: break
        case .matchSequence(let patterns), .matchOr(let patterns): for p in patterns { try visit(p) }
        case .matchMapping(let keys, let patterns, let rest):
            try visit(keys)
            for p in patterns { try visit(p) }
            if let rest { try define(rest, .local, at: pattern.range) }
        case .matchClass(let type, let patterns, _, let keywordPatterns):
            try visit(type)
            for p in patterns { try visit(p) }
            for p in keywordPatterns { try visit(p) }
        case .matchStar(let name):
            if let name { try define(name, .local, at: pattern.range) }
        case .matchAs(let inner, let name):
            if let inner { try visit(inner) }
            if let name { try define(name, .local, at: pattern.range) }
        }
    }

    /// An asynchronous statement makes a coroutine of a module that is compiled with top-level `await`.
    mutating func noteTopLevelAwait() {
        if allowsTopLevelAwait, current.kind == .module { current.isCoroutine = true }
    }
}
