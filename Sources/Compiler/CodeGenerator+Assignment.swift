import Parser

extension CodeGenerator {
    func compileAssign(_ targets: [Expression], _ value: Expression) throws(SyntaxError) {
        if targets.count == 1 {
            let target = targets[0]
            if let register = localRegister(target), case .name(let id, _) = target.kind {
                try checkAssignable(id, at: target.range)
                try compile(value, into: register)
                if unit.isReachable { unit.bound.insert(register) }
                return
            }
            if let pairs = Self.parallel(target, value) { return try compileParallel(pairs.targets, pairs.values) }
            return try store(target, from: try operand(value, isLast: Self.isSimpleTarget(target)))
        }
        // The first of several targets may be the variable that is the value.
        var register = try operand(value)
        if !unit.isTemporary(register) {
            let copy = unit.allocate()
            move(register, to: copy, at: value.range)
            register = copy
        }
        for target in targets { try store(target, from: register) }
    }

    private static func isSimpleTarget(_ target: Expression) -> Bool {
        if case .name = target.kind { true } else { false }
    }

    /// `a, b = x, y` without a star on either side needs no tuple.
    private static func parallel(
        _ target: Expression, _ value: Expression
    ) -> (targets: [Expression], values: [Expression])? {
        guard let targets = elements(target), case .tuple(let values, _) = value.kind, targets.count == values.count,
            targets.count <= displayLimit, !values.isEmpty, !targets.contains(where: isStarred),
            !values.contains(where: isStarred)
        else { return nil }
        return (targets, values)
    }

    private static func elements(_ target: Expression) -> [Expression]? {
        switch target.kind {
        case .tuple(let elements, _), .list(let elements, _): elements
        default: nil
        }
    }

    private func compileParallel(_ targets: [Expression], _ values: [Expression]) throws(SyntaxError) {
        // A variable is its own operand unless an earlier target overwrites it.
        var overwritten: Set<Int> = []
        var isPlain = true
        var registers: [Int] = []
        for (target, value) in zip(targets, values) {
            if let register = localRegister(value), isPlain, !overwritten.contains(register),
                !unit.walrusRegisters.contains(register)
            {
                checkBound(register, at: value.range)
                registers.append(register)
            } else {
                registers.append(try temporary(value))
            }
            if let register = localRegister(target) { overwritten.insert(register) }
            if Self.elements(target) != nil { isPlain = false }
        }
        for (target, register) in zip(targets, registers) { try store(target, from: register) }
    }

    // MARK: Targets

    /// Assigns the value in a register to a target.
    func store(_ target: Expression, from source: Int) throws(SyntaxError) {
        try stack.check()
        let mark = unit.nextTemporary
        defer { unit.release(to: mark) }
        switch target.kind {
        case .name(let id, _): try storeName(id, from: source, at: target.range)
        case .attribute(let value, let name, _):
            try checkAssignable(name, at: target.range)
            noteStaticAttribute(value, name)
            let object = try operand(value, isLast: true)
            let range = Self.position(of: target.range, matching: target, name: name)
            unit.emit(.storeAttr, a: object, b: unit.name(mangled(name)), c: source, at: range)
        case .subscript(let value, let slice, _):
            let object = try operand(value, isLast: Self.isSimple(slice))
            let index = try operand(slice, isLast: true)
            unit.emit(.storeIndex, a: object, b: index, c: source, at: target.range)
        case .tuple(let elements, _), .list(let elements, _): try unpack(target, elements, from: source)
        case .starred: throw error("starred assignment target must be in a list or tuple", at: target.range)
        default: throw error("cannot assign to expression", at: target.range)
        }
    }

    private func unpack(_ target: Expression, _ elements: [Expression], from source: Int) throws(SyntaxError) {
        let star = elements.firstIndex(where: Self.isStarred)
        if let star {
            if elements.dropFirst(star + 1).contains(where: Self.isStarred) {
                throw error("multiple starred expressions in assignment", at: target.range)
            }
            if star > 255 || elements.count - star - 1 > 255 {
                throw error("too many expressions in star-unpacking assignment", at: target.range)
            }
        } else if let first = consecutiveLocals(elements, excluding: source) {
            for element in elements {
                if case .name(let id, _) = element.kind { try checkAssignable(id, at: element.range) }
            }
            unit.emit(.unpackSequence, a: first, b: source, c: elements.count, at: target.range)
            if unit.isReachable { for offset in elements.indices { unit.bound.insert(first + offset) } }
            return
        }
        let base = unit.allocate(elements.count)
        if let star {
            let after = elements.count - star - 1
            unit.emit(.unpackStar, n: after, a: base, b: source, c: star, at: target.range)
        } else {
            unit.emit(.unpackSequence, a: base, b: source, c: elements.count, at: target.range)
        }
        for (offset, element) in elements.enumerated() {
            if case .starred(let inner, _) = element.kind {
                try store(inner, from: base + offset)
            } else {
                try store(element, from: base + offset)
            }
        }
    }

    /// The first register when the targets are local variables in consecutive registers.
    private func consecutiveLocals(_ elements: [Expression], excluding source: Int) -> Int? {
        guard let head = elements.first, let first = localRegister(head) else { return nil }
        for (offset, element) in elements.enumerated() {
            guard let register = localRegister(element), register == first + offset, register != source else {
                return nil
            }
        }
        return first
    }

    /// Remembers `self.name = …` in a method for the class's `__static_attributes__`.
    private func noteStaticAttribute(_ value: Expression, _ name: String) {
        guard case .name("self", _) = value.kind else { return }
        var outer: CodeUnit? = unit
        while let candidate = outer, candidate.kind != .class { outer = candidate.parent }
        guard let type = outer, !type.staticAttributes.contains(name) else { return }
        type.staticAttributes.append(name)
    }

    // MARK: Augmented assignment

    func compileAugmented(
        _ statement: Statement, _ target: Expression, _ op: BinaryOperator, _ value: Expression
    ) throws(SyntaxError) {
        let range = statement.range
        switch target.kind {
        case .name(let id, _):
            try checkAssignable(id, at: target.range)
            if let register = localRegister(target) {
                checkBound(register, at: target.range)
                var left = register
                if unit.walrusRegisters.contains(register), !Self.isSimple(value) {
                    left = unit.allocate()
                    move(register, to: left, at: target.range)
                }
                try emitBinary(op, left: left, right: value, into: register, augmented: true, at: range)
                return
            }
            let register = unit.allocate()
            loadName(id, into: register, at: target.range)
            try emitBinary(op, left: register, right: value, into: register, augmented: true, at: range)
            try storeName(id, from: register, at: target.range)
        case .attribute(let object, let name, _):
            try checkAssignable(name, at: target.range)
            let base = try operand(object, isLast: Self.isSimple(value))
            let position = Self.position(of: target.range, matching: target, name: name)
            let register = unit.allocate()
            let index = unit.name(mangled(name))
            unit.emit(.loadAttr, a: register, b: base, c: index, at: position)
            try emitBinary(op, left: register, right: value, into: register, augmented: true, at: range)
            unit.emit(.storeAttr, a: base, b: index, c: register, at: position)
        case .subscript(let object, let slice, _):
            let isSimple = Self.isSimple(slice) && Self.isSimple(value)
            let base = try operand(object, isLast: isSimple)
            let index = try operand(slice, isLast: isSimple)
            let register = unit.allocate()
            unit.emit(.loadIndex, a: register, b: base, c: index, at: target.range)
            try emitBinary(op, left: register, right: value, into: register, augmented: true, at: range)
            unit.emit(.storeIndex, a: base, b: index, c: register, at: target.range)
        default: break
        }
    }

    // MARK: Annotated assignment

    func compileAnnotated(
        _ statement: Statement, _ target: Expression, _ annotation: Expression, _ value: Expression?, _ isSimple: Bool
    ) throws(SyntaxError) {
        if let value { try compileAssign([target], value) }
        switch target.kind {
        case .name(let id, _):
            try checkAssignable(id, at: statement.range)
            let keepsAnnotations = unit.scope.kind == .module || unit.scope.kind == .class
            guard isSimple, keepsAnnotations else {
                if keepsAnnotations, !hasFutureAnnotations { try discard(annotation) }
                return
            }
            let register = try compileAnnotation(annotation)
            let dictionary = unit.allocate()
            loadName("__annotations__", into: dictionary, at: statement.range)
            let key = unit.allocate()
            loadConstant(.string(mangled(id)), into: key, at: statement.range)
            unit.emit(.storeIndex, a: dictionary, b: key, c: register, at: statement.range)
        case .attribute(let object, let name, _):
            try checkAssignable(name, at: statement.range)
            if value == nil { try discard(object) }
            try discardAnnotation(annotation, isSimple)
        case .subscript(let object, let slice, _):
            if value == nil {
                try discard(object)
                try discardParts(slice)
            }
            try discardAnnotation(annotation, isSimple)
        default: break
        }
    }

    /// An annotation that is not kept is evaluated outside functions only.
    private func discardAnnotation(_ annotation: Expression, _ isSimple: Bool) throws(SyntaxError) {
        if !isSimple, !hasFutureAnnotations, unit.scope.kind == .module || unit.scope.kind == .class {
            try discard(annotation)
        }
    }

    private func discardParts(_ slice: Expression) throws(SyntaxError) {
        switch slice.kind {
        case .slice(let lower, let upper, let step):
            for part in [lower, upper, step] { if let part { try discard(part) } }
        case .tuple(let elements, _): for element in elements { try discardParts(element) }
        default: try discard(slice)
        }
    }

    /// The value of an annotation, or its text under `from __future__ import annotations`.
    func compileAnnotation(_ annotation: Expression) throws(SyntaxError) -> Int {
        let register = unit.allocate()
        if hasFutureAnnotations {
            loadConstant(.string(Unparser.text(of: annotation)), into: register, at: annotation.range)
        } else {
            try compile(annotation, into: register)
        }
        return register
    }

    // MARK: del

    func delete(_ target: Expression) throws(SyntaxError) {
        let mark = unit.nextTemporary
        defer { unit.release(to: mark) }
        switch target.kind {
        case .name(let id, _): try deleteName(id, at: target.range)
        case .attribute(let value, let name, _):
            let object = try operand(value, isLast: true)
            let range = Self.position(of: target.range, matching: target, name: name)
            unit.emit(.deleteAttr, a: object, b: unit.name(mangled(name)), at: range)
        case .subscript(let value, let slice, _):
            let object = try operand(value, isLast: Self.isSimple(slice))
            let index = try operand(slice, isLast: true)
            unit.emit(.deleteIndex, a: object, b: index, at: target.range)
        case .tuple(let elements, _), .list(let elements, _): for element in elements { try delete(element) }
        default: throw error("cannot delete expression", at: target.range)
        }
    }
}
