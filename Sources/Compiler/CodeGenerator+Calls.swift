import Parser

extension CodeGenerator {
    /// Calls with more arguments pass them as a list and a dict.
    private static let argumentLimit = 200

    func compileCall(
        _ expression: Expression, _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword],
        into target: Int
    ) throws(SyntaxError) {
        if !unit.isTemporary(target), isProtected {
            // The result of a call of a class is there before `__init__` ends; a variable must not have it if that fails.
            let mark = unit.nextTemporary
            let result = unit.allocate()
            try compileCall(expression, function, arguments, keywords, into: result)
            move(result, to: target, at: expression.range)
            return unit.release(to: mark)
        }
        for keyword in keywords {
            if let name = keyword.name { try checkAssignable(name, at: keyword.range) }
        }
        try checkDuplicates(keywords)
        let isSpread =
            arguments.count + keywords.count > Self.argumentLimit || arguments.contains(where: Self.isStarred)
            || keywords.contains { $0.name == nil }
        if case .attribute(let object, let name, _) = function.kind, !isSpread, !isSuperCall(object) {
            return try compileMethodCall(expression, function, object, name, arguments, keywords, into: target)
        }
        checkCallable(function)
        let base = callBase(target)
        try compile(function, into: base)
        if isSpread {
            try compileSpread(arguments, keywords, callee: base, at: expression.range)
            return unit.emit(.callSpread, a: base, c: target, at: expression.range)
        }
        try compileArguments(arguments, keywords)
        let range = callRange(expression, function)
        if keywords.isEmpty {
            unit.emit(.call, a: base, b: arguments.count, c: target, at: range)
        } else {
            unit.emit(
                .callKeywords, a: base, b: arguments.count + keywords.count, c: target,
                extra: UInt64(keywordNames(keywords)), at: range)
        }
    }

    /// The first register of a call: the target itself when it is the topmost temporary.
    func callBase(_ target: Int) -> Int {
        unit.isTemporary(target) && target == unit.nextTemporary - 1 ? target : unit.allocate()
    }

    private func callRange(_ expression: Expression, _ function: Expression) -> SourceRange {
        guard case .attribute(_, let name, _) = function.kind else { return expression.range }
        return Self.position(of: expression.range, matching: function, name: name)
    }

    /// `super()` with or without arguments: its attributes have their own instruction.
    private func isSuperCall(_ object: Expression) -> Bool {
        guard case .call(let function, let arguments, _) = object.kind, case .name("super", _) = function.kind else {
            return false
        }
        return arguments.isEmpty
    }

    private func compileMethodCall(
        _ expression: Expression, _ function: Expression, _ object: Expression, _ name: String,
        _ arguments: [Expression], _ keywords: [Keyword], into target: Int
    ) throws(SyntaxError) {
        let range = Self.position(of: expression.range, matching: function, name: name)
        let attributeRange = Self.position(of: function.range, matching: function, name: name)
        let nameIndex = unit.name(mangled(name))
        let count = arguments.count + keywords.count
        let base = callBase(target)
        guard arguments.allSatisfy({ isQuiet($0) }), keywords.allSatisfy({ isQuiet($0.value) }) else {
            // The method is looked up before the arguments, which could tell the difference.
            let object = try operand(object, scratch: base, isLast: true)
            unit.emit(.loadMethod, a: base, b: object, c: nameIndex, at: attributeRange)
            _ = unit.allocate()
            try compileArguments(arguments, keywords)
            if keywords.isEmpty {
                unit.emit(.callLoaded, a: base, b: count + 1, c: target, at: range)
            } else {
                unit.emit(
                    .callLoadedKeywords, a: base, b: count + 1, c: target, extra: UInt64(keywordNames(keywords)),
                    at: range)
            }
            return
        }
        try compile(object, into: base)
        try compileArguments(arguments, keywords)
        let names = keywords.isEmpty ? 0 : UInt64(keywordNames(keywords))
        unit.emit(
            keywords.isEmpty ? .callMethod : .callMethodKeywords, a: base, b: count, c: target,
            extra: UInt64(nameIndex) | names << 32, at: range, extraAt: attributeRange)
    }

    /// Whether an argument may be evaluated before the method is looked up without anybody noticing: nothing of the
    /// program runs for it.
    private func isQuiet(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .constant, .name: return true
        case .lambda(let parameters, _):
            return parameters.defaults.isEmpty && parameters.keywordDefaults.allSatisfy { $0 == nil }
        case .list(let elements, _), .tuple(let elements, _): return elements.allSatisfy { isQuiet($0) }
        case .dict(let keys, let values): return keys.isEmpty && values.isEmpty
        case .binOp(let left, _, let right):
            // Numbers, as a rule; an operator with side effects would have to miss its method as well.
            switch left.kind {
            case .name, .binOp: return isQuiet(left) && Self.immediate(right) != nil
            default: return ConstantFolding.value(of: expression) != nil
            }
        default: return ConstantFolding.value(of: expression) != nil
        }
    }

    /// Arguments in the registers that follow.
    private func compileArguments(_ arguments: [Expression], _ keywords: [Keyword]) throws(SyntaxError) {
        _ = try consecutive(arguments)
        for keyword in keywords { _ = try temporary(keyword.value) }
    }

    /// The names of keyword arguments. In the body of a class they are not mangled, as parameters are.
    func keywordNames(_ keywords: [Keyword]) -> Int {
        unit.constant(.tuple(keywords.compactMap { $0.name.map { .string($0) } }))
    }

    /// `f(*a, **k)`: a list or tuple and a dict in the two registers after the callee.
    func compileSpread(
        _ arguments: [Expression], _ keywords: [Keyword], callee: Int, at range: SourceRange, leading: [Int] = [],
        trailing: [Int] = []
    ) throws(SyntaxError) {
        let positional = unit.allocate()
        let named = unit.allocate()
        let mark = unit.nextTemporary
        if arguments.count == 1, case .starred(let value, _) = arguments[0].kind, leading.isEmpty, trailing.isEmpty {
            // The call itself takes the items.
            try compile(value, into: positional)
            unit.release(to: mark)
            guard !keywords.isEmpty else { return unit.emit(.clear, a: named, at: range) }
            return try compileKeywordDict(keywords, into: named, callee: callee, at: range)
        }
        // Plain arguments first, in one go.
        let prefix = arguments.prefix(CodeGenerator.displayLimit).prefix { !CodeGenerator.isStarred($0) }
        let base = unit.nextTemporary
        for register in leading { move(register, to: unit.allocate(), at: range) }
        _ = try consecutive(Array(prefix))
        unit.emit(.buildList, a: positional, b: base, c: leading.count + prefix.count, at: range)
        unit.release(to: mark)
        for argument in arguments.dropFirst(prefix.count) {
            if case .starred(let value, _) = argument.kind {
                let register = try operand(value, isLast: true)
                unit.emit(.listExtend, a: positional, b: register, at: range)
            } else {
                let register = try operand(argument, isLast: true)
                unit.emit(.listAppend, a: positional, b: register, at: range)
            }
            unit.release(to: mark)
        }
        for register in trailing { unit.emit(.listAppend, a: positional, b: register, at: range) }
        guard !keywords.isEmpty else { return unit.emit(.clear, a: named, at: range) }
        try compileKeywordDict(keywords, into: named, callee: callee, at: range)
    }

    private func compileKeywordDict(
        _ keywords: [Keyword], into named: Int, callee: Int, at range: SourceRange
    ) throws(SyntaxError) {
        let mark = unit.nextTemporary
        if keywords.count == 1, keywords[0].name == nil {
            try compile(keywords[0].value, into: named)
            return unit.release(to: mark)
        }
        var index = 0
        var isFirst = true
        while index < keywords.count {
            if keywords[index].name == nil {
                if isFirst { unit.emit(.buildDict, a: named, b: mark, c: 0, at: range) }
                let register = try operand(keywords[index].value, isLast: true)
                unit.emit(.dictMerge, a: named, b: register, c: callee, at: range)
                index += 1
            } else {
                let start = index
                let base = unit.nextTemporary
                while index < keywords.count, let name = keywords[index].name, index - start < 60 {
                    loadConstant(.string(name), into: unit.allocate(), at: keywords[index].range)
                    _ = try temporary(keywords[index].value)
                    index += 1
                }
                let group = isFirst ? named : unit.allocate()
                unit.emit(.buildDict, a: group, b: base, c: index - start, at: range)
                if !isFirst { unit.emit(.dictMerge, a: named, b: group, c: callee, at: range) }
            }
            isFirst = false
            unit.release(to: mark)
        }
    }

    func checkDuplicates(_ keywords: [Keyword]) throws(SyntaxError) {
        guard keywords.count > 1 else { return }
        var seen = NameSet()
        for keyword in keywords {
            guard let name = keyword.name else { continue }
            if !seen.insert(name) { throw error("keyword argument repeated: \(name)", at: keyword.range) }
        }
    }
}
