import Parser

/// Makes the tree that the compiler reads of the nodes of the module `ast`, for `compile()`.
///
/// What it refuses it refuses with the words of CPython, whose compiler checks such trees in the same way. Reading an
/// attribute may run code of the program; what has been read before lies in the compiler's nodes, which hold no values.
struct TreeReader {
    let m: Machine
    /// The namespace of `ast`. The classes there and what derives from them are nodes.
    private let classes: Dict
    /// What is known of the classes met so far, by their addresses.
    private var kinds: [UInt: NodeKind] = [:]
    /// How many statements and expressions are being read.
    private var depth: Int32 = 0

    init(_ m: Machine, classes: Dict) {
        self.m = m
        self.classes = classes
    }

    /// The tree of a `Module`, `Expression` or `Interactive` node.
    mutating func module(_ node: Value, _ mode: Module.Mode) throws(Raise) -> Module {
        let wanted: NodeKind =
            switch mode {
            case .exec: .Module
            case .eval: .Expression
            case .single: .Interactive
            }
        guard kind(node) == wanted else {
            throw m.raise(.typeError, "expected \(wanted.rawValue) node, got \(m.typeName(node))")
        }
        if mode == .eval {
            let value = try expression(node, "body", of: .Expression)
            return Module(mode: mode, body: [Statement(.expression(value: value), at: value.range)])
        }
        return Module(mode: mode, body: try statements(node, "body", of: wanted))
    }

    // MARK: Classes

    /// Which of the node classes a node is an instance of.
    mutating func kind(_ node: Value) -> NodeKind? {
        guard node.isCell else { return nil }
        let type = m.typeOf(node)
        let key = UInt(bitPattern: type.pointer)
        if let known = kinds[key] { return known }
        let order = Tuple(type.pointer.pointee.mro)
        for index in 0..<order.count where order[index].isKind(.type) {
            let name = TypeRef(order[index]).pointer.pointee.name
            guard name.isKind(.string), m.dictGet(classes, name: m.intern(name)) == order[index],
                let kind = NodeKind(rawValue: m.swiftString(name))
            else { continue }
            kinds[key] = kind
            return kind
        }
        return nil
    }

    func unexpected(_ node: Value, _ group: StaticString) throws(Raise) -> Raise {
        m.raise(.typeError, "expected some sort of \(group), but got \(m.swiftString(try m.repr(node)))")
    }

    // MARK: Fields

    /// A field, unbound when the node has none of this name.
    func field(_ node: Value, _ name: StaticString) throws(Raise) -> Value {
        try m.getAttributeIfPresent(node, m.internStatic(name))
    }

    /// A field that may be missing or None; nil in both cases.
    func optional(_ node: Value, _ name: StaticString) throws(Raise) -> Value? {
        let value = try field(node, name)
        return value.isBound && !value.isNone ? value : nil
    }

    /// A field that must be there, and must not be None.
    func required(_ node: Value, _ name: StaticString, of owner: NodeKind) throws(Raise) -> Value {
        let value = try present(node, name, of: owner.rawValue)
        if value.isNone { throw m.raise(.valueError, "field '\(name)' is required for \(owner.rawValue)") }
        return value
    }

    private func present(_ node: Value, _ name: StaticString, of owner: String) throws(Raise) -> Value {
        let value = try field(node, name)
        guard value.isBound else { throw m.raise(.typeError, "required field \"\(name)\" missing from \(owner)") }
        return value
    }

    /// The items of a list; a field that is missing counts as an empty list.
    mutating func list<Item>(
        _ node: Value, _ name: StaticString, of owner: NodeKind,
        _ item: (inout TreeReader, Value) throws(Raise) -> Item
    ) throws(Raise) -> [Item] {
        let value = try field(node, name)
        if value.isUnbound { return [] }
        guard value.isKind(.list) else {
            throw m.raise(
                .typeError, "\(owner.rawValue) field \"\(name)\" must be a list, not a \(m.typeName(value))")
        }
        let values = List(value)
        let count = values.count
        var items: [Item] = []
        items.reserveCapacity(count)
        for index in 0..<count {
            guard values.count == count else {
                throw m.raise(.runtimeError, "\(owner.rawValue) field \"\(name)\" changed size during iteration")
            }
            items.append(try item(&self, values[index]))
        }
        return items
    }

    func identifier(_ value: Value) throws(Raise) -> String {
        guard m.isExactString(value) else { throw m.raise(.typeError, "AST identifier must be of type str") }
        return m.swiftString(value)
    }

    func identifier(_ node: Value, _ name: StaticString, of owner: NodeKind) throws(Raise) -> String {
        try identifier(try required(node, name, of: owner))
    }

    func optionalIdentifier(_ node: Value, _ name: StaticString) throws(Raise) -> String? {
        guard let value = try optional(node, name) else { return nil }
        return try identifier(value)
    }

    func number(_ value: Value) throws(Raise) -> Int {
        guard m.isInt(value) else {
            throw m.raise(.valueError, "invalid integer value: \(m.swiftString(try m.repr(value)))")
        }
        guard let number = m.intValue(value), let short = Int32(exactly: number) else {
            throw m.raise(.overflowError, "Python int too large to convert to C int")
        }
        return Int(short)
    }

    /// An int field; `missing` when the node has none.
    func number(_ node: Value, _ name: StaticString, missing: Int) throws(Raise) -> Int {
        guard let value = try optional(node, name) else { return missing }
        return try number(value)
    }

    // MARK: Places

    /// Where a node says that it stands. `group` is what CPython calls nodes of its sort. Patterns and type parameters
    /// must tell their end, too.
    func range(_ node: Value, _ group: StaticString, hasEnd: Bool = false) throws(Raise) -> SourceRange {
        let owner = group.description
        let line = try number(try present(node, "lineno", of: owner))
        let column = try number(try present(node, "col_offset", of: owner))
        let endLine: Int
        let endColumn: Int
        if hasEnd {
            endLine = try number(try end(node, "end_lineno", of: owner))
            endColumn = try number(try end(node, "end_col_offset", of: owner))
        } else {
            endLine = try number(node, "end_lineno", missing: line)
            endColumn = try number(node, "end_col_offset", missing: column)
        }
        if line > endLine {
            throw m.raise(.valueError, "AST node line range (\(line), \(endLine)) is not valid")
        }
        if line < 0 && endLine != line || column < 0 && column != endColumn {
            throw m.raise(
                .valueError,
                "AST node column range (\(column), \(endColumn)) for line range (\(line), \(endLine)) is not valid")
        }
        if line == endLine, column > endColumn {
            throw m.raise(.valueError, "line \(line), column \(column)-\(endColumn) is not a valid range")
        }
        // Nobody has such long files, and places are reckoned with.
        func bounded(_ number: Int) -> Int32 { Int32(max(-1, min(number, 1 << 30))) }
        return SourceRange(
            line: bounded(line), column: bounded(column), endLine: bounded(endLine), endColumn: bounded(endColumn))
    }

    private func end(_ node: Value, _ name: StaticString, of owner: String) throws(Raise) -> Value {
        let value = try present(node, name, of: owner)
        if value.isNone { throw m.raise(.typeError, "required field \"\(name)\" missing from \(owner)") }
        return value
    }

    // MARK: Depth

    /// Begins to read a statement or an expression; each success needs a `leave`.
    mutating func enter(_ suffix: StaticString) throws(Raise) {
        guard depth < Parser.maximumTreeDepth else { throw m.recursionError(suffix) }
        try m.enterNative(suffix)
        depth += 1
    }

    mutating func leave() {
        m.leaveNative()
        depth -= 1
    }
}
