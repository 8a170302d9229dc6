/// `types.MappingProxyType`: a read-only view of a mapping; a record of one value.
enum MappingProxyMethods {
    private static func mapping(_ proxy: Value) -> Value { Record(proxy)[0] }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isMapping(a[1]), !a[1].isKind(.list), !a[1].isKind(.tuple) else {
            throw m.raise(.typeError, "mappingproxy() argument must be a mapping, not \(m.typeName(a[1]))")
        }
        return m.makeMappingProxy(a[1])
    }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.getItem(mapping(a[0]), a[1]) }
    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.contains(mapping(a[0]), a[1]))
    }
    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try m.length(mapping(a[0]))) }
    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.iterator(of: mapping(a[0])) }
    static func str(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.str(mapping(a[0])) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append("mappingproxy(")
        try m.appendRepr(mapping(a[0]), &builder)
        builder.append(")")
        return builder.finish(m)
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try m.hash(mapping(a[0]))) }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        try m.compare(op, mapping(a[0]), a[1])
    }

    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let other = m.typeOf(a[1]) == m.type(.mappingproxy) ? mapping(a[1]) : a[1]
        return try m.binary(.bitOr, mapping(a[0]), other)
    }
    static func reflectedOr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.binary(.bitOr, a[1], mapping(a[0]))
    }
    static func orInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(
            .typeError, "'|=' is not supported by mappingproxy; use '|' instead")
    }

    static func keys(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.callMethod(mapping(a[0]), .keys) }
    static func values(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.callMethod(mapping(a[0]), .values) }
    static func items(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.callMethod(mapping(a[0]), .items) }
    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(try m.getAttribute(mapping(a[0]), m.intern("copy")))
    }
    static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.callMethod(mapping(a[0]), .get, a[1], a.count > 2 ? a[2] : .none)
    }
    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
    static func reversed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.callSpecial(mapping(a[0]), .__reversed__)
    }
}

extension Machine {
    /// A read-only view of a mapping.
    func makeMappingProxy(_ mapping: Value) -> Value {
        let record = record(.mappingproxy, count: 1)
        record[0] = mapping
        return record.value
    }

    /// The methods of mappingproxy.
    func installMappingProxy() {
        define(
            .mappingproxy,
            methods: [
                Native("__new__", .signature("mapping"), style: .new, MappingProxyMethods.new),
                Native("__repr__", .none, style: .slot, MappingProxyMethods.repr),
                Native("__str__", .none, style: .slot, MappingProxyMethods.str),
                Native("__hash__", .none, style: .slot, MappingProxyMethods.hash),
                Native("__len__", .none, style: .slot, MappingProxyMethods.length),
                Native("__iter__", .none, style: .slot, MappingProxyMethods.iterator),
                Native("__getitem__", .one, style: .slot, MappingProxyMethods.getItem),
                Native("__contains__", .one, style: .slot, MappingProxyMethods.contains),
                Native("__or__", .one, style: .slot, MappingProxyMethods.or),
                Native("__ror__", .one, style: .slot, MappingProxyMethods.reflectedOr),
                Native("__ior__", .one, style: .slot, MappingProxyMethods.orInPlace),
                Native("__reversed__", .none, MappingProxyMethods.reversed),
                Native("copy", .none, MappingProxyMethods.copy),
                Native("get", .positional(1, 2), MappingProxyMethods.get),
                Native("items", .none, MappingProxyMethods.items),
                Native("keys", .none, MappingProxyMethods.keys),
                Native("values", .none, MappingProxyMethods.values),
                Native("__class_getitem__", .one, style: .classMethod, MappingProxyMethods.classGetItem),
            ] + comparisons(MappingProxyMethods.compare))
    }
}
