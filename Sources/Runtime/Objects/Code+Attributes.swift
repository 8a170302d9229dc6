import Compiler

/// Attributes of code objects and of the cells of closures.
enum CodeMethods {
    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, repr),
            Native("__eq__", .one, style: .slot, equals),
            Native("__hash__", .none, style: .slot, hash),
            Native("replace", .any, CodeReplacement.replace),
            Native("__replace__", .any, CodeReplacement.replace),
            Native("_varname_from_oparg", .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.getItem(layout(a[0]).pointee.variableNames, a[1])
            },
            Native("co_lines", .none, { (m: Machine, a: Arguments) throws(Raise) -> Value in try lines(m, a[0]) }),
            Native(
                "co_positions", .none, { (m: Machine, a: Arguments) throws(Raise) -> Value in try positions(m, a[0]) }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "co_name", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.name }),
            NativeProperty(
                "co_qualname", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.qualifiedName }
            ),
            NativeProperty(
                "co_filename", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.filename }),
            number("co_firstlineno") { $0.firstLine },
            number("co_argcount") { $0.argumentCount },
            number("co_posonlyargcount") { $0.positionalOnlyCount },
            number("co_kwonlyargcount") { $0.keywordOnlyCount },
            number("co_flags") { Int($0.flags.rawValue) },
            number("co_nlocals") { varNames($0).count },
            number("co_stacksize") { max(1, $0.registerCount - $0.variableNames.count) },
            names("co_varnames") { varNames($0) },
            names("co_freevars") { $0.freeNames },
            names("co_cellvars") { source in
                source.cellVariables.sorted().compactMap { index in
                    index < source.variableNames.count ? source.variableNames[index] : nil
                }
            },
            names("co_names", isMember: true) { $0.names },
            NativeProperty("co_consts", isMember: true, get: constants),
            NativeProperty("co_code", get: codeBytes),
            NativeProperty("_co_code_adaptive", get: codeBytes),
            NativeProperty("co_linetable", isMember: true, get: codeBytes),
            NativeProperty(
                "co_exceptiontable", isMember: true,
                get: { (m: Machine, _: Value) throws(Raise) -> Value in m.runtime.pointee.emptyBytes }
            ),
        ]
    }

    private static func layout(_ value: Value) -> UnsafeMutablePointer<CodeLayout> { value.layout() }

    /// The local variables, without those that are only in a cell.
    private static func varNames(_ source: Code) -> [String] {
        var parameters = source.argumentCount + source.keywordOnlyCount
        if source.flags.contains(.varArguments) { parameters += 1 }
        if source.flags.contains(.varKeywords) { parameters += 1 }
        return source.variableNames.enumerated().filter {
            $0.offset < parameters || !source.cellVariables.contains($0.offset)
        }
        .map(\.element)
    }

    private static func number(_ name: StaticString, _ body: @escaping (Code) -> Int) -> NativeProperty {
        .member(name) { (m: Machine, v: Value) throws(Raise) -> Value in m.int(body(m.source(of: layout(v)))) }
    }

    private static func names(
        _ name: StaticString, isMember: Bool = false, _ body: @escaping (Code) -> [String]
    ) -> NativeProperty {
        NativeProperty(
            name, isMember: isMember,
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let names = body(m.source(of: layout(v)))
                if names.isEmpty { return m.tuple() }
                let tuple = m.makeTuple(count: names.count)
                for (index, name) in names.enumerated() { tuple[index] = m.intern(name) }
                return tuple.value
            })
    }

    /// The constants in the order in which the code loads them; before them a function has its doc string or None.
    static func constants(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let source = m.source(of: layout(v))
        let list = m.list()
        for entry in CodeReplacement.constants(of: source) {
            switch entry {
            case .none: list.append(m, .none)
            case .int(let value, _): list.append(m, m.int(value))
            case .constant(let index): list.append(m, layout(v).pointee.constants[index])
            }
        }
        return try m.tupleFromIterable(list.value)
    }

    /// Two bytes for each word of code: the operation and its first operand.
    private static func codeBytes(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let words = m.source(of: layout(v)).words
        let bytes = m.makeBytes(count: words.count * 2)
        for (index, word) in words.enumerated() {
            bytes.bytes[index * 2] = UInt8(truncatingIfNeeded: word)
            bytes.bytes[index * 2 + 1] = UInt8(truncatingIfNeeded: word >> 16)
        }
        return bytes.value
    }

    /// Code objects are equal when they were compiled from equal text at the same place.
    private static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.code) else { return .notImplemented }
        if a[0] == a[1] { return .true }
        let first = m.source(of: layout(a[0]))
        let second = m.source(of: layout(a[1]))
        guard first.name == second.name, first.firstLine == second.firstLine, first.words == second.words,
            first.variableNames == second.variableNames, first.names == second.names, first.flags == second.flags,
            first.freeNames == second.freeNames
        else { return .false }
        let constants = try constants(m, a[0])
        return try m.compare(.equal, constants, try self.constants(m, a[1]))
    }

    private static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let source = m.source(of: layout(a[0]))
        var hash = source.firstLine &* 1_000_003 &+ source.words.count
        for word in source.words { hash = (hash &* 31) ^ Int(truncatingIfNeeded: word) }
        return m.int(hash)
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let code = layout(a[0])
        return m.string(
            "<code object \(m.swiftString(code.pointee.name)) at \(m.addressText(a[0])), file \"\(m.swiftString(code.pointee.filename))\", line \(m.source(of: code).firstLine)>"
        )
    }

    private static func lines(_ m: Machine, _ code: Value) throws(Raise) -> Value {
        let source = m.source(of: layout(code))
        let list = m.list()
        for (index, entry) in source.positions.enumerated() {
            let end = index + 1 < source.positions.count ? source.positions[index + 1].start : source.words.count
            list.append(m, m.tuple(m.int(entry.start * 2), m.int(end * 2), m.int(Int(entry.range.line))))
        }
        return try m.iterator(of: list.value)
    }

    private static func positions(_ m: Machine, _ code: Value) throws(Raise) -> Value {
        let source = m.source(of: layout(code))
        let list = m.list()
        for word in 0..<source.words.count {
            guard let range = source.position(at: word) else {
                list.append(m, m.tuple(.none, .none, .none, .none))
                continue
            }
            list.append(
                m,
                m.tuple(
                    m.int(Int(range.line)), m.int(Int(range.endLine)), m.int(Int(range.column)),
                    m.int(Int(range.endColumn))))
        }
        return try m.iterator(of: list.value)
    }
}

/// `types.CellType`: a variable shared by closures.
enum CellMethods {
    static var methods: [Native] {
        [
            Native("__new__", .positional(0, 1), style: .new, new),
            Native("__repr__", .none, style: .slot, repr),
        ] + comparisons
    }

    private static var comparisons: [Native] {
        let table: [(StaticString, Comparison)] = [
            ("__eq__", .equal), ("__ne__", .notEqual), ("__lt__", .less), ("__le__", .lessEqual), ("__gt__", .greater),
            ("__ge__", .greaterEqual),
        ]
        return table.map { name, operation in
            Native(name, .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, operation)
            }
        }
    }

    static var properties: [NativeProperty] {
        [NativeProperty("cell_contents", get: contents, set: setContents)]
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.variableCell(a.optional(1)) }

    private static func content(_ value: Value) -> Value { value.layout(VariableCellLayout.self).pointee.content }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let inner = content(a[0])
        let address = m.addressText(a[0])
        if inner.isUnbound { return m.string("<cell at \(address): empty>") }
        return m.string("<cell at \(address): \(m.typeName(inner)) object at \(m.addressText(inner))>")
    }

    /// Cells are compared by their contents; an empty one comes first.
    private static func compare(_ m: Machine, _ a: Arguments, _ operation: Comparison) throws(Raise) -> Value {
        guard a[1].isKind(.variableCell) else { return .notImplemented }
        let left = content(a[0])
        let right = content(a[1])
        if left.isBound, right.isBound { return try m.compare(operation, left, right) }
        return try m.compare(operation, m.int(left.isBound ? 1 : 0), m.int(right.isBound ? 1 : 0))
    }

    private static func contents(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let inner = content(v)
        if inner.isUnbound { throw m.raise(.valueError, "Cell is empty") }
        return inner
    }

    private static func setContents(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        v.layout(VariableCellLayout.self).pointee.content = value
    }
}
