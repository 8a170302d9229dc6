/// How objects are taken apart for `copy` and `pickle` (PEP 307): `__reduce_ex__`, `__reduce__`, `__getstate__`.
enum ReduceMethods {
    static var methods: [Native] {
        [
            Native("__reduce__", .none, reduce), Native("__reduce_ex__", .one, reduceEx),
            Native("__getstate__", .none, getState),
        ]
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try reduce(m, a[0], protocol: 0) }

    /// The type's own `__reduce__` where there is one.
    static func reduceEx(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let version = m.intValue(try m.index(a[1])) else {
            throw m.raise(.overflowError, "Python int too large to convert to C int")
        }
        let name = m.intern("__reduce__")
        if m.lookup(m.typeOf(a[0]), name) != m.dictGet(m.type(.object).dict, name: name) {
            return try m.call(try m.getAttribute(a[0], name))
        }
        return try reduce(m, a[0], protocol: version)
    }

    private static func reduce(_ m: Machine, _ object: Value, protocol version: Int) throws(Raise) -> Value {
        let registry = try m.importModule("copyreg")
        if version < 2 {
            return try m.call(try m.getAttribute(registry, m.intern("_reduce_ex")), object, m.int(version))
        }
        let type = m.typeOf(object)
        if object.isKind(.code) { throw m.raise(.typeError, "cannot pickle code objects") }
        if type.flags.contains(.disallowInstantiation) || object.isKind(.module) {
            throw cannotPickle(m, type)
        }
        let (args, keywords) = try newArguments(m, object)
        let isRequired = args.isUnbound && !object.isKind(.list) && !object.isKind(.dict)
        let state = try state(m, object, isRequired: isRequired)
        let given = args.isBound ? Tuple(args) : Tuple(m.tuple())
        let items = object.isKind(.list) ? try m.iterator(of: object) : .none
        let pairs = object.isKind(.dict) ? try m.iterator(of: try m.callMethod(object, .items)) : .none
        if keywords.isBound, Dict(keywords).count > 0 {
            let maker = try m.getAttribute(registry, m.intern("__newobj_ex__"))
            return m.tuple(maker, m.tuple(type.value, given.value, keywords), state, items, pairs)
        }
        let arguments = m.makeTuple(count: given.count + 1)
        arguments[0] = type.value
        for index in 0..<given.count { arguments[index + 1] = given[index] }
        return m.tuple(try m.getAttribute(registry, m.intern("__newobj__")), arguments.value, state, items, pairs)
    }

    private static func cannotPickle(_ m: Machine, _ type: TypeRef) -> Raise {
        m.raise(.typeError, "cannot pickle '\(m.qualifiedTypeName(type))' object")
    }

    /// What `__getnewargs_ex__` or `__getnewargs__` says; unbound without them.
    private static func newArguments(
        _ m: Machine, _ object: Value
    ) throws(Raise) -> (args: Value, keywords: Value) {
        let full = try m.getAttributeIfPresent(object, m.intern("__getnewargs_ex__"))
        if full.isBound {
            let result = try m.call(full)
            guard result.isKind(.tuple) else {
                throw m.raise(.typeError, "__getnewargs_ex__ should return a tuple, not '\(m.typeName(result))'")
            }
            let pair = Tuple(result)
            guard pair.count == 2 else {
                throw m.raise(
                    .valueError, "__getnewargs_ex__ should return a tuple of length 2, not \(pair.count)")
            }
            guard pair[0].isKind(.tuple) else {
                throw m.raise(
                    .typeError,
                    "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '\(m.typeName(pair[0]))'"
                )
            }
            guard pair[1].isKind(.dict) else {
                throw m.raise(
                    .typeError,
                    "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '\(m.typeName(pair[1]))'"
                )
            }
            return (pair[0], pair[1])
        }
        let simple = try m.getAttributeIfPresent(object, m.intern("__getnewargs__"))
        guard simple.isBound else { return (.unbound, .unbound) }
        let args = try m.call(simple)
        guard args.isKind(.tuple) else {
            throw m.raise(.typeError, "__getnewargs__ should return a tuple, not '\(m.typeName(args))'")
        }
        return (args, .unbound)
    }

    // MARK: State

    /// `object.__getstate__`: the attributes; with slots a pair of attributes and slots.
    static func getState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try defaultState(m, a[0], isRequired: false)
    }

    private static func state(_ m: Machine, _ object: Value, isRequired: Bool) throws(Raise) -> Value {
        let name = m.intern("__getstate__")
        if m.lookup(m.typeOf(object), name) == m.dictGet(m.type(.object).dict, name: name) {
            let own = object.isCell && object.cell.hasAttributes ? try m.getAttribute(object, name) : .unbound
            if !own.isKind(.function) { return try defaultState(m, object, isRequired: isRequired) }
            return try m.call(own)
        }
        return try m.call(try m.getAttribute(object, name))
    }

    /// What an object of a built-in layout consists of is unknown here: it can't be copied when that `isRequired`.
    private static func defaultState(_ m: Machine, _ object: Value, isRequired: Bool) throws(Raise) -> Value {
        let type = m.typeOf(object)
        if isRequired, type.instanceKind != .object {
            if type == m.type(.memoryview) { throw m.raise(.typeError, "cannot pickle memoryview objects") }
            throw cannotPickle(m, type)
        }
        var attributes = Value.none
        if object.isCell, object.cell.hasAttributes {
            let dict = m.dict()
            m.forEachOwnAttribute(object.cell) { name, value in m.dictSet(dict, name: name, value) }
            if dict.count > 0 { attributes = dict.value }
        }
        guard type.isHeapType, type.pointer.pointee.rootShape?.pointee.count ?? 0 > 0 else { return attributes }
        let registry = try m.importModule("copyreg")
        let names = try m.call(try m.getAttribute(registry, m.intern("_slotnames")), type.value)
        guard names.isKind(.list) else { return attributes }
        let slots = m.dict()
        var index = 0
        while index < List(names).count {
            let name = List(names)[index]
            let value = try m.getAttributeIfPresent(object, name)
            if value.isBound { try m.dictSet(slots, name, value) }
            index += 1
        }
        return slots.count > 0 ? m.tuple(attributes, slots.value) : attributes
    }

    // MARK: Methods

    /// A bound method: `(getattr, (object, name))`.
    static func method(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<BoundMethodLayout> = a[0].layout()
        let name = try m.getAttribute(layout.pointee.function, .__name__)
        return m.tuple(try attributeGetter(m), m.tuple(layout.pointee.receiver, name))
    }

    /// A descriptor of a built-in type: `(getattr, (type, name))`.
    static func descriptor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (name, owner) = m.descriptorNameAndOwner(a[0])
        return m.tuple(try attributeGetter(m), m.tuple(owner.value, name))
    }

    private static func attributeGetter(_ m: Machine) throws(Raise) -> Value {
        try m.getAttribute(try m.importModule("builtins"), m.intern("getattr"))
    }
}
