import Parser

extension CodeGenerator {
    /// Displays with more elements are built piece by piece, so that frames stay small.
    static let displayLimit = 30

    func compileTuple(_ expression: Expression, _ elements: [Expression], into target: Int) throws(SyntaxError) {
        if let items = ConstantFolding.tuple(elements, isDebug: isDebug) {
            return loadConstant(.tuple(items), into: target, at: expression.range)
        }
        if elements.count <= Self.displayLimit, !elements.contains(where: Self.isStarred) {
            return try compileRun(elements, .buildTuple, into: target, at: expression.range)
        }
        let list = unit.isTemporary(target) ? target : unit.allocate()
        try compileSequence(expression, elements, .buildList, into: list)
        unit.emit(.listToTuple, a: target, b: list, at: expression.range)
    }

    static func isStarred(_ expression: Expression) -> Bool {
        if case .starred = expression.kind { true } else { false }
    }

    /// Evaluates into consecutive temporaries and builds from them.
    private func compileRun(
        _ elements: [Expression], _ op: Opcode, into target: Int, at range: SourceRange
    ) throws(SyntaxError) {
        let base = try consecutive(elements)
        unit.emit(op, a: target, b: base, c: elements.count, at: range)
    }

    /// The values of expressions in consecutive temporaries; the first register.
    func consecutive(_ elements: [Expression]) throws(SyntaxError) -> Int {
        let base = unit.nextTemporary
        for element in elements {
            let register = unit.allocate()
            try compile(element, into: register)
        }
        return base
    }

    /// A list or set display.
    func compileSequence(
        _ expression: Expression, _ elements: [Expression], _ op: Opcode, into target: Int
    ) throws(SyntaxError) {
        let range = expression.range
        let isList = op == .buildList
        // A set of three or more constants is made from a frozenset, as in CPython: the order of iteration shows it.
        let isConstantSet = !isList && elements.count > 2 && ConstantFolding.tuple(elements, isDebug: isDebug) != nil
        if elements.count <= Self.displayLimit, !isConstantSet, !elements.contains(where: Self.isStarred) {
            return try compileRun(elements, op, into: target, at: range)
        }
        // Written to while it grows, so a variable gets it at the end only.
        let collection = unit.allocate()
        let item = unit.allocate()
        if let items = ConstantFolding.tuple(elements, isDebug: isDebug) {
            unit.emit(op, a: collection, b: item, c: 0, at: range)
            loadConstant(isList ? .tuple(items) : .frozenSet(items), into: item, at: range)
            unit.emit(isList ? .listExtend : .setUpdate, a: collection, b: item, at: range)
            return move(collection, to: target, at: range)
        }
        let prefix = elements.prefix(Self.displayLimit).prefix { !Self.isStarred($0) }
        try scoped { () throws(SyntaxError) in
            let base = try consecutive(Array(prefix))
            unit.emit(op, a: collection, b: base, c: prefix.count, at: range)
        }
        for element in elements.dropFirst(prefix.count) {
            if case .starred(let value, _) = element.kind {
                try compile(value, into: item)
                unit.emit(isList ? .listExtend : .setUpdate, a: collection, b: item, at: range)
            } else {
                let register = try operand(element, scratch: item, isLast: true)
                unit.emit(isList ? .listAppend : .setAdd, a: collection, b: register, at: range)
            }
        }
        move(collection, to: target, at: range)
    }

    func compileDict(
        _ expression: Expression, _ keys: [Expression?], _ values: [Expression], into target: Int
    ) throws(SyntaxError) {
        let range = expression.range
        if keys.count <= Self.displayLimit / 2, !keys.contains(where: { $0 == nil }) {
            let base = unit.nextTemporary
            for (key, value) in zip(keys, values) {
                if let key { _ = try temporary(key) }
                _ = try temporary(value)
            }
            return unit.emit(.buildDict, a: target, b: base, c: keys.count, at: range)
        }
        let dict = unit.allocate()
        let pair = unit.allocate(2)
        unit.emit(.buildDict, a: dict, b: pair, c: 0, at: range)
        var index = 0
        while index < keys.count {
            guard keys[index] != nil else {
                try compile(values[index], into: pair)
                unit.emit(.dictUpdate, a: dict, b: pair, at: range)
                index += 1
                continue
            }
            if let key = keys[index] { try compile(key, into: pair) }
            let value = try operand(values[index], scratch: pair + 1, isLast: true)
            unit.emit(.dictSet, a: dict, b: pair, c: value, at: range)
            index += 1
        }
        move(dict, to: target, at: range)
    }

    // MARK: f-strings

    func compileJoinedString(
        _ expression: Expression, _ values: [Expression], into target: Int
    ) throws(SyntaxError) {
        let range = expression.range
        switch values.count {
        case 0: return loadConstant(.string(""), into: target, at: range)
        case 1: return try compile(values[0], into: target)
        case ...128: return try compileRun(values, .buildString, into: target, at: range)
        default: break
        }
        let base = unit.nextTemporary
        let text = unit.allocate()
        var isFirst = true
        var rest = values[...]
        while !rest.isEmpty {
            let part = rest.prefix(127)
            rest = rest.dropFirst(127)
            let start = isFirst ? base : base + 1
            unit.release(to: start)
            _ = try consecutive(Array(part))
            unit.emit(.buildString, a: text, b: base, c: part.count + (isFirst ? 0 : 1), at: range)
            isFirst = false
        }
        move(text, to: target, at: range)
    }

    func compileFormatted(
        _ expression: Expression, _ value: Expression, _ conversion: Int, _ spec: Expression?, into target: Int
    ) throws(SyntaxError) {
        let scratch = unit.isTemporary(target) ? target : nil
        let register = try operand(value, scratch: scratch, isLast: spec == nil)
        var flags: Int
        switch conversion {
        case 115: flags = 1
        case 114: flags = 2
        case 97: flags = 3
        default: flags = 0
        }
        var specification = 0
        if let spec {
            specification = try operand(spec)
            flags |= 0x80
        }
        unit.emit(.formatValue, n: flags, a: target, b: register, c: specification, at: expression.range)
    }
}
