import Parser

extension CodeGenerator {
    // MARK: Function objects

    /// Makes a function of `code`; what `flags` announce stands in consecutive temporaries from `values` on, the
    /// topmost ones in use, and the closure's cells are added to them.
    func emitFunction(
        _ code: Code, into target: Int, flags: Int, values: Int, at range: SourceRange
    ) throws(SyntaxError) {
        var flags = flags
        if !code.freeNames.isEmpty {
            let closure = unit.allocate()
            let cells = unit.allocate(code.freeNames.count)
            for (index, name) in code.freeNames.enumerated() { loadCellItself(name, into: cells + index, at: range) }
            unit.emit(.buildTuple, a: closure, b: cells, c: code.freeNames.count, at: range)
            unit.release(to: closure + 1)
            flags |= 8
        }
        unit.emit(.makeFunction, n: flags, a: target, b: unit.constant(.code(code)), c: values, at: range)
    }

    /// Evaluates the defaults into the next temporaries; the bits that announce them to `makeFunction`.
    private func compileDefaults(_ parameters: Parameters, at range: SourceRange) throws(SyntaxError) -> Int {
        var flags = 0
        if !parameters.defaults.isEmpty {
            let slot = unit.allocate()
            if let items = ConstantFolding.tuple(parameters.defaults, isDebug: isDebug) {
                loadConstant(.tuple(items), into: slot, at: range)
            } else {
                let base = try consecutive(parameters.defaults)
                unit.emit(.buildTuple, a: slot, b: base, c: parameters.defaults.count, at: range)
            }
            unit.release(to: slot + 1)
            flags |= 1
        }
        let named = zip(parameters.keywordOnly, parameters.keywordDefaults).filter { $0.1 != nil }
        if !named.isEmpty {
            let slot = unit.allocate()
            let base = unit.nextTemporary
            for (parameter, value) in named {
                guard let value else { continue }
                loadConstant(.string(mangled(parameter.name)), into: unit.allocate(), at: range)
                _ = try temporary(value)
            }
            unit.emit(.buildDict, a: slot, b: base, c: named.count, at: range)
            unit.release(to: slot + 1)
            flags |= 2
        }
        return flags
    }

    /// Evaluates the annotations into a dict in the next temporary.
    private func compileAnnotations(
        _ definition: FunctionDefinition, at range: SourceRange
    ) throws(SyntaxError) -> Int {
        let parameters = definition.parameters
        var annotated: [(name: String, value: Expression)] = []
        for parameter in parameters.positional + parameters.positionalOnly {
            if let annotation = parameter.annotation { annotated.append((parameter.name, annotation)) }
        }
        if let p = parameters.variadic, let annotation = p.annotation { annotated.append((p.name, annotation)) }
        for p in parameters.keywordOnly {
            if let annotation = p.annotation { annotated.append((p.name, annotation)) }
        }
        if let p = parameters.variadicKeyword, let annotation = p.annotation { annotated.append((p.name, annotation)) }
        if let returns = definition.returns { annotated.append(("return", returns)) }
        if annotated.isEmpty { return 0 }
        let slot = unit.allocate()
        let base = unit.nextTemporary
        for (name, annotation) in annotated {
            loadConstant(.string(mangled(name)), into: unit.allocate(), at: range)
            let register: Int
            if case .starred(let inner, _) = annotation.kind, !hasFutureAnnotations {
                // `*args: *Ts` is the single item of the unpacked value.
                register = unit.allocate()
                let value = try operand(inner, scratch: register, isLast: true)
                unit.emit(.unpackSequence, a: register, b: value, c: 1, at: annotation.range)
            } else {
                register = try compileAnnotation(annotation)
            }
            unit.release(to: register + 1)
        }
        unit.emit(.buildDict, a: slot, b: base, c: annotated.count, at: range)
        unit.release(to: slot + 1)
        return 4
    }

    private func checkParameters(_ parameters: Parameters) throws(SyntaxError) {
        for p in parameters.positionalOnly + parameters.positional + parameters.keywordOnly {
            try checkAssignable(p.name, at: p.range)
        }
        for p in [parameters.variadic, parameters.variadicKeyword] {
            if let p { try checkAssignable(p.name, at: p.range) }
        }
    }

    private func setParameters(_ parameters: Parameters) {
        let code = unit.code
        code.positionalOnlyCount = parameters.positionalOnly.count
        code.argumentCount = parameters.positionalOnly.count + parameters.positional.count
        code.keywordOnlyCount = parameters.keywordOnly.count
        if parameters.variadic != nil { code.flags.insert(.varArguments) }
        if parameters.variadicKeyword != nil { code.flags.insert(.varKeywords) }
    }

    // MARK: def

    func compileFunction(_ statement: Statement, _ definition: FunctionDefinition) throws(SyntaxError) {
        var isAsync = false
        if case .asyncFunctionDef = statement.kind { isAsync = true }
        let firstLine = definition.decorators.first?.range.line ?? statement.range.line
        try checkParameters(definition.parameters)
        let decorators = try consecutive(definition.decorators)
        let function = unit.allocate()
        let values = unit.nextTemporary
        var flags = try compileDefaults(definition.parameters, at: statement.range)
        if definition.typeParameters.isEmpty {
            flags |= try compileAnnotations(definition, at: statement.range)
            let code = try compileFunctionBody(statement, definition, isAsync, firstLine)
            try emitFunction(code, into: function, flags: flags, values: values, at: statement.range)
        } else {
            let code = try compileGenericFunction(statement, definition, isAsync, firstLine, flags)
            let arguments = unit.nextTemporary - values
            let callee = unit.allocate()
            try emitFunction(code, into: callee, flags: 0, values: unit.nextTemporary, at: statement.range)
            for index in 0..<arguments { move(values + index, to: unit.allocate(), at: statement.range) }
            unit.emit(.call, a: callee, b: arguments, c: function, at: statement.range)
        }
        unit.release(to: function + 1)
        applyDecorators(definition.decorators, from: decorators, result: function)
        try storeName(definition.name, from: decorators, at: statement.range)
    }

    /// Calls the decorators, which stand before the decorated object, from the innermost outwards; the last result
    /// is in the first of these registers.
    func applyDecorators(_ decorators: [Expression], from first: Int, result: Int) {
        for (index, decorator) in decorators.enumerated().reversed() {
            unit.emit(.call, a: first + index, b: 1, c: first + index, at: decorator.range)
        }
    }

    private func compileFunctionBody(
        _ statement: Statement, _ definition: FunctionDefinition, _ isAsync: Bool, _ firstLine: Int32
    ) throws(SyntaxError) -> Code {
        guard let scope = table[definition] else { return Code() }
        enterUnit(isAsync ? .asyncFunction : .function, definition.name, scope: scope, firstLine: firstLine)
        setParameters(definition.parameters)
        var body = definition.body[...]
        if let first = body.first, let doc = Self.docString(first) {
            if optimization < 2 {
                _ = unit.constant(.value(.string(wtf8: ConstantFolding.cleanDoc(doc))))
                unit.code.hasDocString = true
            }
            body = body.dropFirst()
        }
        for statement in body { try compile(statement) }
        if unit.isReachable { unit.emit(.returnNone, at: body.last?.range ?? statement.range) }
        return try leaveUnit()
    }

    /// The function that makes the type parameters of a generic function, then the function itself (PEP 695).
    private func compileGenericFunction(
        _ statement: Statement, _ definition: FunctionDefinition, _ isAsync: Bool, _ firstLine: Int32, _ given: Int
    ) throws(SyntaxError) -> Code {
        guard let scope = table[definition, .typeParameters] else { return Code() }
        let range = statement.range
        enterUnit(
            .typeParameters, "<generic parameters of \(definition.name)>", scope: scope, firstLine: firstLine)
        unit.code.argumentCount = scope.parameters.count
        let function = unit.allocate(2)
        try compileTypeParameters(definition.typeParameters, into: function + 1, at: range)
        let values = unit.nextTemporary
        for index in 0..<scope.parameters.count { move(index, to: unit.allocate(), at: range) }
        let flags = try given | compileAnnotations(definition, at: range)
        let code = try compileFunctionBody(statement, definition, isAsync, firstLine)
        try emitFunction(code, into: function, flags: flags, values: values, at: range)
        unit.emit(
            .intrinsic, n: Int(Intrinsic.setFunctionTypeParameters.rawValue), a: function, b: function,
            c: function + 1, at: range)
        unit.emit(.return, a: function, at: range)
        unit.endFlow()
        return try leaveUnit()
    }

    func compileLambda(
        _ expression: Expression, _ parameters: Parameters, _ body: Expression, into target: Int
    ) throws(SyntaxError) {
        guard let scope = table[expression] else { return }
        try checkParameters(parameters)
        let values = unit.nextTemporary
        let flags = try compileDefaults(parameters, at: expression.range)
        enterUnit(.lambda, "<lambda>", scope: scope, firstLine: expression.range.line)
        setParameters(parameters)
        let result = try operand(body, isLast: true)
        unit.emit(.return, a: result, at: body.range)
        unit.endFlow()
        let code = try leaveUnit()
        try emitFunction(code, into: target, flags: flags, values: values, at: expression.range)
    }

    // MARK: Type parameters

    /// The tuple of the type parameters, each also bound to its name.
    func compileTypeParameters(
        _ parameters: [TypeParameter], into target: Int, at range: SourceRange
    ) throws(SyntaxError) {
        let base = unit.nextTemporary
        var hasDefault = false
        for parameter in parameters {
            if parameter.defaultValue == nil, hasDefault {
                throw error(
                    "non-default type parameter '\(parameter.name)' follows default type parameter",
                    at: parameter.range)
            }
            let slot = unit.allocate()
            let part = unit.allocate()
            loadConstant(.string(parameter.name), into: slot, at: parameter.range)
            var intrinsic: Intrinsic
            switch parameter.kind {
            case .paramSpec: intrinsic = .paramSpec
            case .typeVarTuple: intrinsic = .typeVarTuple
            case .typeVar(nil): intrinsic = .typeVar
            case .typeVar(let bound?):
                intrinsic = .typeVarWithBound
                if case .tuple = bound.kind { intrinsic = .typeVarWithConstraints }
                try compilePart(bound, of: parameter, .body, into: part)
            }
            unit.emit(.intrinsic, n: Int(intrinsic.rawValue), a: slot, b: slot, c: part, at: parameter.range)
            if let value = parameter.defaultValue {
                hasDefault = true
                try compilePart(value, of: parameter, .defaultValue, into: part)
                let number = Int(Intrinsic.setTypeParameterDefault.rawValue)
                unit.emit(.intrinsic, n: number, a: slot, b: slot, c: part, at: parameter.range)
            }
            try storeName(parameter.name, from: slot, at: parameter.range)
            unit.release(to: slot + 1)
        }
        unit.emit(.buildTuple, a: target, b: base, c: parameters.count, at: range)
        unit.release(to: base)
    }

    /// The function that computes a bound or default when it is asked for.
    private func compilePart(
        _ value: Expression, of parameter: TypeParameter, _ role: ScopeIndex.Role, into target: Int
    ) throws(SyntaxError) {
        guard let scope = table[parameter, role] else { return }
        let code = try compileLazily(value, scope, parameter.name)
        try emitFunction(code, into: target, flags: 0, values: unit.nextTemporary, at: value.range)
    }

    private func compileLazily(_ value: Expression, _ scope: Scope, _ name: String) throws(SyntaxError) -> Code {
        enterUnit(.typeParameters, name, scope: scope, firstLine: value.range.line)
        var result = unit.nextTemporary
        if case .starred(let inner, _) = value.kind {
            let sequence = try temporary(inner)
            result = sequence
            unit.emit(.unpackSequence, a: result, b: sequence, c: 1, at: value.range)
        } else {
            result = try operand(value, isLast: true)
        }
        unit.emit(.return, a: result, at: value.range)
        unit.endFlow()
        return try leaveUnit()
    }

    func compileTypeAlias(
        _ statement: Statement, _ name: Expression, _ parameters: [TypeParameter], _ value: Expression
    ) throws(SyntaxError) {
        guard case .name(let id, _) = name.kind, let scope = table[statement] else { return }
        let range = statement.range
        func build(into target: Int) throws(SyntaxError) {
            let base = unit.allocate(3)
            loadConstant(.string(id), into: base, at: range)
            if parameters.isEmpty {
                unit.emit(.loadNone, a: base + 1, at: range)
            } else {
                try compileTypeParameters(parameters, into: base + 1, at: range)
            }
            let code = try compileLazily(value, scope, id)
            try emitFunction(code, into: base + 2, flags: 0, values: unit.nextTemporary, at: range)
            unit.emit(.buildTuple, a: base, b: base, c: 3, at: range)
            unit.emit(.intrinsic, n: Int(Intrinsic.typeAlias.rawValue), a: target, b: base, at: range)
        }
        let result = unit.allocate()
        if parameters.isEmpty {
            try build(into: result)
        } else {
            guard let outer = table[statement, .typeParameters] else { return }
            enterUnit(
                .typeParameters, "<generic parameters of \(id)>", scope: outer, firstLine: range.line)
            let inner = unit.allocate()
            try build(into: inner)
            unit.emit(.return, a: inner, at: range)
            unit.endFlow()
            let code = try leaveUnit()
            try emitFunction(code, into: result, flags: 0, values: unit.nextTemporary, at: range)
            unit.emit(.call, a: result, b: 0, c: result, at: range)
        }
        try storeName(id, from: result, at: name.range)
    }
}
