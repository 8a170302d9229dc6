import Compiler

/// Attributes of code objects and of the cells of closures.
enum CodeMethods {
    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, repr),
            Native("co_lines", .none, { (m: Machine, a: Arguments) throws(Raise) -> Value in try lines(m, a[0]) }),
            Native(
                "co_positions", .none, { (m: Machine, a: Arguments) throws(Raise) -> Value in try positions(m, a[0]) }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("co_name", get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.name }),
            NativeProperty(
                "co_qualname", get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.qualifiedName }
            ),
            NativeProperty(
                "co_filename", get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.filename }),
            number("co_firstlineno") { $0.firstLine },
            number("co_argcount") { $0.argumentCount },
            number("co_posonlyargcount") { $0.positionalOnlyCount },
            number("co_kwonlyargcount") { $0.keywordOnlyCount },
            number("co_flags") { Int($0.flags.rawValue) },
            number("co_nlocals") { varNames($0).count },
            number("co_stacksize") { $0.registerCount - $0.variableNames.count },
            names("co_varnames") { varNames($0) },
            names("co_freevars") { $0.freeNames },
            names("co_cellvars") { source in
                source.cellVariables.sorted().compactMap { index in
                    index < source.variableNames.count ? source.variableNames[index] : nil
                }
            },
            names("co_names") { $0.names },
            NativeProperty(
                "co_consts",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    m.tuple(from: layout(v).pointee.constants, count: layout(v).pointee.constantCount)
                }),
            NativeProperty(
                "co_code", get: { (m: Machine, _: Value) throws(Raise) -> Value in m.runtime.pointee.emptyBytes }),
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
        NativeProperty(
            name, get: { (m: Machine, v: Value) throws(Raise) -> Value in m.int(body(m.source(of: layout(v)))) })
    }

    private static func names(_ name: StaticString, _ body: @escaping (Code) -> [String]) -> NativeProperty {
        NativeProperty(
            name,
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let names = body(m.source(of: layout(v)))
                if names.isEmpty { return m.tuple() }
                let tuple = m.makeTuple(count: names.count)
                for (index, name) in names.enumerated() { tuple[index] = m.intern(name) }
                return tuple.value
            })
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
            Native("__eq__", .one, style: .slot, equals),
        ]
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

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.variableCell) else { return .notImplemented }
        let left = content(a[0])
        let right = content(a[1])
        if left.isUnbound || right.isUnbound { return Value(left == right) }
        return try m.compare(.equal, left, right)
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
