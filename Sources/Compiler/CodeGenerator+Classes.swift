import Parser

extension CodeGenerator {
    func compileClass(_ statement: Statement, _ definition: ClassDefinition) throws(SyntaxError) {
        let firstLine = definition.decorators.first?.range.line ?? statement.range.line
        let decorators = try consecutive(definition.decorators)
        let result = unit.allocate()
        if definition.typeParameters.isEmpty {
            let code = try compileClassBody(statement, definition, firstLine)
            try compileClassCall(statement, definition, code, genericBase: nil, into: result)
        } else {
            let code = try compileGenericClass(statement, definition, firstLine)
            try emitFunction(code, into: result, flags: 0, values: unit.nextTemporary, at: statement.range)
            unit.emit(.call, a: result, b: 0, c: result, at: statement.range)
        }
        unit.release(to: result + 1)
        applyDecorators(definition.decorators, from: decorators, result: result)
        try storeName(definition.name, from: decorators, at: statement.range)
    }

    /// `__build_class__(function, name, *bases, **keywords)`.
    private func compileClassCall(
        _ statement: Statement, _ definition: ClassDefinition, _ code: Code, genericBase: Int?, into target: Int
    ) throws(SyntaxError) {
        let range = statement.range
        try checkDuplicates(definition.keywords)
        let callee = unit.allocate(3)
        unit.emit(.loadBuildClass, a: callee, at: range)
        try emitFunction(code, into: callee + 1, flags: 0, values: unit.nextTemporary, at: range)
        unit.release(to: callee + 3)
        loadConstant(.string(definition.name), into: callee + 2, at: range)
        let trailing = genericBase.map { [$0] } ?? []
        let isSpread =
            definition.bases.contains(where: Self.isStarred) || definition.keywords.contains { $0.name == nil }
            || definition.bases.count + definition.keywords.count > 100
        if isSpread {
            let base = unit.allocate()
            move(callee, to: base, at: range)
            try compileSpread(
                definition.bases, definition.keywords, callee: base, at: range, leading: [callee + 1, callee + 2],
                trailing: trailing)
            return unit.emit(.callSpread, a: base, c: target, at: range)
        }
        _ = try consecutive(definition.bases)
        for register in trailing { move(register, to: unit.allocate(), at: range) }
        for keyword in definition.keywords { _ = try temporary(keyword.value) }
        let count = 2 + definition.bases.count + trailing.count + definition.keywords.count
        if definition.keywords.isEmpty {
            unit.emit(.call, a: callee, b: count, c: target, at: range)
        } else {
            unit.emit(
                .callKeywords, a: callee, b: count, c: target, extra: UInt64(keywordNames(definition.keywords)),
                at: range)
        }
    }

    private func compileGenericClass(
        _ statement: Statement, _ definition: ClassDefinition, _ firstLine: Int32
    ) throws(SyntaxError) -> Code {
        guard let scope = table[definition, .typeParameters] else { return Code() }
        let range = statement.range
        enterUnit(
            .typeParameters, "<generic parameters of \(definition.name)>", scope: scope, firstLine: firstLine,
            privateName: definition.name)
        let parameters = unit.allocate(2)
        try compileTypeParameters(definition.typeParameters, into: parameters, at: range)
        try storeName(".type_params", from: parameters, at: range)
        let code = try compileClassBody(statement, definition, firstLine)
        let number = Int(Intrinsic.subscriptGeneric.rawValue)
        unit.emit(.intrinsic, n: number, a: parameters + 1, b: parameters, at: range)
        try compileClassCall(statement, definition, code, genericBase: parameters + 1, into: parameters)
        unit.emit(.return, a: parameters, at: range)
        unit.endFlow()
        return try leaveUnit()
    }

    private func compileClassBody(
        _ statement: Statement, _ definition: ClassDefinition, _ firstLine: Int32
    ) throws(SyntaxError) -> Code {
        guard let scope = table[definition] else { return Code() }
        enterUnit(.class, definition.name, scope: scope, firstLine: firstLine, privateName: definition.name)
        let range = SourceRange(line: firstLine, column: 0, endLine: firstLine, endColumn: 0)
        let register = unit.allocate()
        loadName("__name__", into: register, at: range)
        try storeName("__module__", from: register, at: range)
        loadConstant(.string(unit.code.qualifiedName), into: register, at: range)
        try storeName("__qualname__", from: register, at: range)
        loadConstant(.int(Int(firstLine)), into: register, at: range)
        try storeName("__firstlineno__", from: register, at: range)
        if !definition.typeParameters.isEmpty {
            loadName(".type_params", into: register, at: range)
            try storeName("__type_params__", from: register, at: range)
        }
        if let cell = unit.variables["__classdict__"] {
            unit.emit(.loadNamespace, a: register, at: range)
            unit.emit(.storeCell, a: cell, b: register, at: range)
        }
        try compileBody(definition.body, hasDocString: true)
        unit.hideLine(range)
        loadConstant(.tuple(unit.staticAttributes.map(CodeConstant.string)), into: register, at: range)
        try storeName("__static_attributes__", from: register, at: range)
        if let cell = unit.variables["__class__"] {
            unit.emit(.move, a: register, b: cell, at: range)
            try storeName("__classcell__", from: register, at: range)
            unit.emit(.return, a: register, at: range)
        } else {
            unit.emit(.returnNone, at: range)
        }
        unit.endFlow()
        return try leaveUnit()
    }
}
