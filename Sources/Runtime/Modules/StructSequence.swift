/// Types of tuples whose items have names (`sys.version_info`, `time.struct_time`, …); CPython calls them struct
/// sequences.
struct StructSequence {
    /// Makes such a type. The last `hidden` fields are attributes only, no items.
    static func makeType(
        _ m: Machine, _ name: StaticString, module: StaticString, fields: [StaticString], hidden: Int = 0,
        isCallable: Bool = false, doc: StaticString = ""
    ) -> TypeRef {
        let type = m.makeNativeType(
            name, module: module, kind: .tuple, base: .tuple,
            flags: isCallable ? .matchesSequence : [.matchesSequence, .disallowInstantiation])
        let visible = fields.count - hidden
        var properties: [NativeProperty] = []
        for (index, field) in fields.enumerated() {
            properties.append(
                NativeProperty(field) { (m: Machine, v: Value) throws(Raise) -> Value in Tuple(v).items[index] })
        }
        var methods = [
            Native("__repr__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try repr(m, a[0], fields)
            }
        ]
        if isCallable {
            methods.append(
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try make(m, a, count: visible, total: fields.count)
                })
        }
        m.define(type, doc: doc, methods: methods, properties: properties)
        let dict = type.dict
        m.dictSet(dict, name: m.intern("n_fields"), m.int(fields.count))
        m.dictSet(dict, name: m.intern("n_sequence_fields"), m.int(visible))
        m.dictSet(dict, name: m.intern("n_unnamed_fields"), m.int(0))
        let names = m.makeTuple(count: visible)
        for index in 0..<visible { names[index] = m.internStatic(fields[index]) }
        m.dictSet(dict, .__match_args__, names.value)
        return type
    }

    /// An instance. Values of hidden fields come last; they must be ints or strings that live for ever.
    static func make(_ m: Machine, _ type: TypeRef, _ values: [Value], hidden: Int = 0) -> Value {
        let tuple = m.makeTuple(count: values.count, type: type)
        for (index, value) in values.enumerated() { tuple.items[index] = value }
        tuple.pointer.pointee.count = values.count - hidden
        return tuple.value
    }

    private static func make(_ m: Machine, _ a: Arguments, count: Int, total: Int) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        let name = "\(m.swiftString(m.dictGet(type.dict, .__module__))).\(m.swiftString(type.pointer.pointee.name))"
        guard a.count >= 2 else {
            throw m.raise(.typeError, "structseq() missing required argument 'sequence' (pos 1)")
        }
        guard let items = try? m.tupleFromIterable(a[1]) else {
            m.clearPending()
            throw m.raise(.typeError, "constructor requires a sequence")
        }
        let given = Tuple(items)
        if given.count < count {
            let bound = total > count ? "an at least " : "a "
            throw m.raise(.typeError, "\(name)() takes \(bound)\(count)-sequence (\(given.count)-sequence given)")
        }
        if given.count > total {
            let bound = total > count ? "an at most " : "a "
            throw m.raise(.typeError, "\(name)() takes \(bound)\(total)-sequence (\(given.count)-sequence given)")
        }
        let tuple = m.makeTuple(count: total, type: TypeRef(a[0]))
        for index in 0..<total { tuple.items[index] = index < given.count ? given[index] : .none }
        for index in count..<total where tuple.items[index].isCell { m.keepForever(tuple.items[index]) }
        tuple.pointer.pointee.count = count
        return tuple.value
    }

    private static func repr(_ m: Machine, _ value: Value, _ fields: [StaticString]) throws(Raise) -> Value {
        let type = m.typeOf(value)
        let module = m.dictGet(type.dict, .__module__)
        let place = Str(module).equals("builtins") ? "" : m.swiftString(module) + "."
        var text = "\(place)\(m.swiftString(type.pointer.pointee.name))("
        for index in 0..<Tuple(value).count {
            if index > 0 { text += ", " }
            text += "\(fields[index])=\(m.swiftString(try m.repr(Tuple(value)[index])))"
        }
        return m.string(text + ")")
    }
}
