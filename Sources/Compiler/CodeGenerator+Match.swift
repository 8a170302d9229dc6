import Parser

/// The names that a pattern captures so far, with the registers of their values; they are bound when the whole
/// pattern has matched.
private struct Captures {
    var stores: [(name: String, register: Int)] = []
    /// Whether a pattern that always matches may stand here.
    var allowsIrrefutable: Bool
}

extension CodeGenerator {
    func compileMatch(_ subject: Expression, _ cases: [MatchCase], _ range: SourceRange) throws(SyntaxError) {
        let value = try temporary(subject)
        let end = unit.label()
        for (index, item) in cases.enumerated() {
            let mark = unit.nextTemporary
            let next = unit.label()
            let isLast = index == cases.count - 1
            var captures = Captures(allowsIrrefutable: item.condition != nil || isLast)
            unit.traceLine(item.pattern.range)
            try match(item.pattern, value, &captures, fail: next)
            for (name, register) in captures.stores { try storeName(name, from: register, at: item.pattern.range) }
            if let condition = item.condition { try self.condition(condition, jumpIf: false, to: next) }
            unit.release(to: mark)
            try compile(item.body)
            unit.jump(end, at: item.body.last?.range ?? range)
            unit.bind(next)
        }
        unit.bind(end)
    }

    /// Tests the value in `subject`; jumps to `fail` if it does not match. Temporaries stay in use until the case
    /// ends, since captures refer to them.
    private func match(
        _ pattern: Pattern, _ subject: Int, _ captures: inout Captures, fail: Label
    ) throws(SyntaxError) {
        try stack.check()
        let range = pattern.range
        switch pattern.kind {
        case .matchValue(let value): try match(value: value, subject, fail, range)
        case .matchSingleton(let constant): match(singleton: constant, subject, fail, range)
        case .matchSequence(let patterns): try match(sequence: patterns, subject, &captures, fail, range)
        case .matchMapping(let keys, let patterns, let rest):
            try match(mapping: keys, patterns, rest, subject, &captures, fail, range)
        case .matchClass(let type, let patterns, let names, let keywordPatterns):
            try match(type, patterns, names, keywordPatterns, subject, &captures, fail, pattern)
        case .matchStar(let name):
            if let name { try capture(name, subject, &captures, range) }
        case .matchAs(let inner, let name):
            guard let inner else {
                if !captures.allowsIrrefutable {
                    let what = name.map { "name capture '\($0)'" } ?? "wildcard"
                    throw error("\(what) makes remaining patterns unreachable", at: range)
                }
                if let name { try capture(name, subject, &captures, range) }
                return
            }
            try match(inner, subject, &captures, fail: fail)
            if let name { try capture(name, subject, &captures, range) }
        case .matchOr(let patterns): try match(alternatives: patterns, subject, &captures, fail, range)
        }
    }

    private func capture(
        _ name: String, _ register: Int, _ captures: inout Captures, _ range: SourceRange
    ) throws(SyntaxError) {
        try checkAssignable(name, at: range)
        if captures.stores.contains(where: { $0.name == name }) {
            throw error("multiple assignments to name '\(name)' in pattern", at: range)
        }
        captures.stores.append((name, register))
    }

    /// A pattern inside another one may always match.
    private func matchInner(
        _ pattern: Pattern, _ subject: Int, _ captures: inout Captures, fail: Label
    ) throws(SyntaxError) {
        let allows = captures.allowsIrrefutable
        captures.allowsIrrefutable = true
        try match(pattern, subject, &captures, fail: fail)
        captures.allowsIrrefutable = allows
    }

    // MARK: Literals and names

    private func match(value: Expression, _ subject: Int, _ fail: Label, _ range: SourceRange) throws(SyntaxError) {
        if case .joinedStr = value.kind {
            throw error("patterns may only match literals and attribute lookups", at: range)
        }
        if let immediate = Self.immediate(value) {
            return unit.jump(.jumpEqualInt, n: 0, a: subject, b: immediate, fail, at: range)
        }
        let register = try operand(value, isLast: true)
        unit.jump(.jumpEqual, n: 0, a: subject, b: register, fail, at: range)
    }

    private func match(singleton: Constant, _ subject: Int, _ fail: Label, _ range: SourceRange) {
        if case .none = singleton { return unit.jump(.jumpIfNotNone, subject, fail, at: range) }
        let register = unit.allocate()
        loadConstant(.value(singleton), into: register, at: range)
        unit.emit(.is, a: register, b: subject, c: register, at: range)
        unit.jump(.jumpIfFalse, register, fail, at: range)
    }

    private static func isWildcard(_ pattern: Pattern) -> Bool {
        if case .matchAs(nil, nil) = pattern.kind { true } else { false }
    }

    private static func isStar(_ pattern: Pattern) -> Bool {
        if case .matchStar = pattern.kind { true } else { false }
    }

    private static func isStarWildcard(_ pattern: Pattern) -> Bool {
        if case .matchStar(nil) = pattern.kind { true } else { false }
    }

    // MARK: Sequences

    private func match(
        sequence patterns: [Pattern], _ subject: Int, _ captures: inout Captures, _ fail: Label, _ range: SourceRange
    ) throws(SyntaxError) {
        let star = patterns.firstIndex(where: Self.isStar)
        if let star, patterns.dropFirst(star + 1).contains(where: Self.isStar) {
            throw error("multiple starred names in sequence pattern", at: range)
        }
        if let star, star > 255 || patterns.count - star - 1 > 255 {
            throw error("too many expressions in star-unpacking sequence pattern", at: range)
        }
        let test = unit.allocate()
        unit.emit(.matchSequence, a: test, b: subject, at: range)
        unit.jump(.jumpIfFalse, test, fail, at: range)
        let length = unit.allocate()
        if star == nil {
            unit.emit(.getLen, a: length, b: subject, at: range)
            emitLengthTest(length, .jumpEqualInt, .jumpEqual, patterns.count, fail, range)
        } else if patterns.count > 1 {
            unit.emit(.getLen, a: length, b: subject, at: range)
            emitLengthTest(length, .jumpGreaterEqualInt, .jumpGreaterEqual, patterns.count - 1, fail, range)
        }
        if patterns.allSatisfy({ Self.isWildcard($0) || Self.isStarWildcard($0) }) { return }
        guard let star else {
            let base = unit.allocate(patterns.count)
            unit.emit(.unpackSequence, a: base, b: subject, c: patterns.count, at: range)
            for (offset, pattern) in patterns.enumerated() {
                try matchInner(pattern, base + offset, &captures, fail: fail)
            }
            return
        }
        if Self.isStarWildcard(patterns[star]) {
            // Only the items that matter are fetched, the last ones counted from the end.
            for (offset, pattern) in patterns.enumerated() where offset != star && !Self.isWildcard(pattern) {
                let item = unit.allocate()
                if offset < star {
                    unit.emit(.loadIndexInt, a: item, b: subject, c: offset, at: range)
                } else {
                    unit.emit(.subtractInt, a: item, b: length, c: patterns.count - offset, at: range)
                    unit.emit(.loadIndex, a: item, b: subject, c: item, at: range)
                }
                try matchInner(pattern, item, &captures, fail: fail)
            }
            return
        }
        let base = unit.allocate(patterns.count)
        unit.emit(.unpackStar, n: patterns.count - star - 1, a: base, b: subject, c: star, at: range)
        for (offset, pattern) in patterns.enumerated() {
            try matchInner(pattern, base + offset, &captures, fail: fail)
        }
    }

    private func emitLengthTest(
        _ length: Int, _ immediate: Opcode, _ general: Opcode, _ count: Int, _ fail: Label, _ range: SourceRange
    ) {
        if count <= 32767 { return unit.jump(immediate, n: 0, a: length, b: count, fail, at: range) }
        let register = unit.allocate()
        loadConstant(.int(count), into: register, at: range)
        unit.jump(general, n: 0, a: length, b: register, fail, at: range)
    }

    // MARK: Mappings

    private func match(
        mapping keys: [Expression], _ patterns: [Pattern], _ rest: String?, _ subject: Int,
        _ captures: inout Captures, _ fail: Label, _ range: SourceRange
    ) throws(SyntaxError) {
        let test = unit.allocate()
        unit.emit(.matchMapping, a: test, b: subject, at: range)
        unit.jump(.jumpIfFalse, test, fail, at: range)
        if keys.isEmpty, rest == nil { return }
        if !keys.isEmpty {
            unit.emit(.getLen, a: test, b: subject, at: range)
            emitLengthTest(test, .jumpGreaterEqualInt, .jumpGreaterEqual, keys.count, fail, range)
        }
        try checkDuplicateKeys(keys, range)
        let keyTuple = unit.allocate()
        if let items = ConstantFolding.tuple(keys, isDebug: isDebug) {
            loadConstant(.tuple(items), into: keyTuple, at: range)
        } else {
            try scoped { () throws(SyntaxError) in
                let base = try consecutive(keys)
                unit.emit(.buildTuple, a: keyTuple, b: base, c: keys.count, at: range)
            }
        }
        let values = unit.allocate()
        unit.emit(.matchKeys, a: values, b: subject, c: keyTuple, at: range)
        unit.jump(.jumpIfNone, values, fail, at: range)
        if !patterns.isEmpty {
            let base = unit.allocate(patterns.count)
            unit.emit(.unpackSequence, a: base, b: values, c: patterns.count, at: range)
            for (offset, pattern) in patterns.enumerated() {
                try matchInner(pattern, base + offset, &captures, fail: fail)
            }
        }
        guard let rest else { return }
        let copy = unit.allocate()
        let key = unit.allocate()
        unit.emit(.buildDict, a: copy, b: copy, c: 0, at: range)
        unit.emit(.dictUpdate, a: copy, b: subject, at: range)
        for offset in keys.indices {
            unit.emit(.loadIndexInt, a: key, b: keyTuple, c: offset, at: range)
            unit.emit(.deleteIndex, a: copy, b: key, at: range)
        }
        try capture(rest, copy, &captures, range)
    }

    private func checkDuplicateKeys(_ keys: [Expression], _ range: SourceRange) throws(SyntaxError) {
        var seen: Set<ConstantKey> = []
        for key in keys {
            if case .joinedStr = key.kind {
                throw error("mapping pattern keys may only match literals and attribute lookups", at: range)
            }
            guard let value = ConstantFolding.value(of: key) else {
                // A complex number such as `1+2j`.
                let text = Unparser.text(of: key).filter { $0 != " " }
                if case .binOp = key.kind, !seen.insert(.string(Array(text.utf8))).inserted {
                    throw error("mapping pattern checks duplicate key ((\(text)))", at: range)
                }
                continue
            }
            // Keys that are equal count as the same: True, 1 and 1.0.
            let normal: CodeConstant
            switch value {
            case .value(.true): normal = .int(1)
            case .value(.false), .value(.imaginary(0)): normal = .int(0)
            case .value(.float(let x)) where x == x.rounded() && abs(x) < 1e15: normal = .int(Int(x))
            default: normal = value
            }
            if !seen.insert(ConstantKey(normal)).inserted {
                throw error("mapping pattern checks duplicate key (\(Disassembler.text(of: value)))", at: range)
            }
        }
    }

    // MARK: Classes

    private func match(
        _ type: Expression, _ patterns: [Pattern], _ names: [String], _ keywordPatterns: [Pattern], _ subject: Int,
        _ captures: inout Captures, _ fail: Label, _ pattern: Pattern
    ) throws(SyntaxError) {
        let range = pattern.range
        for (index, name) in names.enumerated() {
            try checkAssignable(name, at: keywordPatterns[index].range)
            if let second = names.dropFirst(index + 1).firstIndex(of: name) {
                throw error(
                    "attribute name repeated in class pattern: \(name)", at: keywordPatterns[second].range)
            }
        }
        let values = unit.allocate()
        try scoped { () throws(SyntaxError) in
            let register = try operand(type, scratch: unit.allocate(), isLast: true)
            let index = unit.constant(.tuple(names.map(CodeConstant.string)))
            unit.emit(
                .matchClass, n: patterns.count, a: values, b: subject, c: register, extra: UInt64(index), at: range)
        }
        unit.jump(.jumpIfNone, values, fail, at: range)
        let all = patterns + keywordPatterns
        if all.isEmpty { return }
        let base = unit.allocate(all.count)
        unit.emit(.unpackSequence, a: base, b: values, c: all.count, at: range)
        for (offset, pattern) in all.enumerated() where !Self.isWildcard(pattern) {
            try matchInner(pattern, base + offset, &captures, fail: fail)
        }
    }

    // MARK: Alternatives

    private func match(
        alternatives patterns: [Pattern], _ subject: Int, _ captures: inout Captures, _ fail: Label,
        _ range: SourceRange
    ) throws(SyntaxError) {
        let end = unit.label()
        var results: [(name: String, register: Int)]?
        for (index, alternative) in patterns.enumerated() {
            let isLast = index == patterns.count - 1
            let next = isLast ? fail : unit.label()
            var inner = Captures(allowsIrrefutable: isLast && captures.allowsIrrefutable)
            try match(alternative, subject, &inner, fail: next)
            if let results {
                guard Set(results.map(\.name)) == Set(inner.stores.map(\.name)) else {
                    throw error("alternative patterns bind different names", at: range)
                }
            } else {
                results = inner.stores.map { ($0.name, unit.allocate()) }
            }
            for (name, target) in results ?? [] {
                guard let source = inner.stores.first(where: { $0.name == name }) else { continue }
                move(source.register, to: target, at: range)
            }
            if !isLast {
                unit.jump(end, at: range)
                unit.bind(next)
            }
        }
        unit.bind(end)
        for (name, register) in results ?? [] { try capture(name, register, &captures, range) }
    }
}
