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
            },
            Native("__reduce__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let items = Tuple(a[0]).items
                let attributes = m.dict()
                for index in visible..<fields.count {
                    m.dictSet(attributes, name: m.internStatic(fields[index]), items[index])
                }
                let tuple = m.tuple(from: UnsafeBufferPointer(start: items, count: visible))
                return m.tuple(m.typeOf(a[0]).value, m.tuple(tuple, attributes.value))
            },
            Native("__replace__", .any) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try replace(m, a, fields, visible: visible)
            },
        ]
        if isCallable {
            methods.append(
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try make(m, a, fields, count: visible)
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

    /// `type(sequence, dict={})`: the dict has the values of hidden fields that the sequence is too short for.
    private static func make(
        _ m: Machine, _ a: Arguments, _ fields: [StaticString], count: Int
    ) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        let total = fields.count
        let name = "\(m.swiftString(m.dictGet(type.dict, .__module__))).\(m.swiftString(type.pointer.pointee.name))"
        var sequence = a.optional(1)
        var attributes = a.optional(2)
        let unknown = a.readKeywords("sequence", &sequence, "dict", &attributes)
        if unknown.isBound {
            throw m.raise(.typeError, "structseq() got an unexpected keyword argument '\(m.swiftString(unknown))'")
        }
        guard sequence.isBound else {
            throw m.raise(.typeError, "structseq() missing required argument 'sequence' (pos 1)")
        }
        if a.count > 3 {
            throw m.raise(.typeError, "structseq() takes at most 2 arguments (\(a.count - 1) given)")
        }
        if attributes.isBound, !attributes.isKind(.dict) {
            throw m.raise(.typeError, "\(name)() takes a dict as second arg, if any")
        }
        guard let items = try? m.tupleFromIterable(sequence) else {
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
        if attributes.isBound {
            var used = 0
            for index in given.count..<total {
                let value = m.dictGet(Dict(attributes), name: m.internStatic(fields[index]))
                guard value.isBound else { continue }
                tuple.items[index] = value
                used += 1
            }
            if used < Dict(attributes).count {
                throw m.raise(.typeError, "\(name)() got duplicate or unexpected field name(s)")
            }
        }
        for index in count..<total where tuple.items[index].isCell { m.keepForever(tuple.items[index]) }
        tuple.pointer.pointee.count = count
        return tuple.value
    }

    /// `instance.__replace__(name=value, …)`
    private static func replace(
        _ m: Machine, _ a: Arguments, _ fields: [StaticString], visible: Int
    ) throws(Raise) -> Value {
        if a.count > 1 {
            throw m.raise(.typeError, "__replace__() takes no positional arguments")
        }
        let tuple = m.makeTuple(count: fields.count, type: m.typeOf(a[0]))
        for index in 0..<fields.count { tuple.items[index] = Tuple(a[0]).items[index] }
        let unknown = m.list()
        for keyword in 0..<a.keywordCount {
            let name = Str(a.keywordName(keyword))
            if let index = fields.firstIndex(where: { name.equals($0) }) {
                tuple.items[index] = a.keywordValue(keyword)
            } else {
                unknown.append(m, name.value)
            }
        }
        if unknown.count > 0 {
            let names = m.swiftString(try m.repr(unknown.value))
            throw m.raise(.typeError, "Got unexpected field name(s): \(names)")
        }
        for index in visible..<fields.count where tuple.items[index].isCell { m.keepForever(tuple.items[index]) }
        tuple.pointer.pointee.count = visible
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
