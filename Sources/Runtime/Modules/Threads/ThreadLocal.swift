/// `threading.local`: an object whose attributes each thread has for itself. A record of one value, its number; the
/// attributes lie in a dict that the thread keeps under that number.
enum ThreadLocalMethods {
    static func define(_ m: Machine, _ type: TypeRef) {
        m.define(
            type,
            methods: [
                Native("__new__", .any, style: .new, new),
                Native("__init__", .any, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in .none },
                Native("__getattribute__", .one, style: .slot, getAttribute),
                Native("__setattr__", .positional(2, 2), style: .slot, setAttribute),
                Native("__delattr__", .one, style: .slot, deleteAttribute),
            ])
    }

    /// `local(*args, **kw)`: the arguments are for `__init__`, in each thread that uses the object. 0 the number, and
    /// the arguments as a tuple in the thread's own table of this object's maker.
    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        let initializer = m.lookup(type, .__init__)
        let hasArguments = a.count > 1 || a.keywordCount > 0
        if hasArguments, initializer.isKind(.nativeFunction) {
            throw m.raise(.typeError, "Initialization arguments are not supported")
        }
        let object = Record(m.allocateInstance(of: type))
        m.runtime.pointee.threads.nextLocal += 1
        let arguments = m.list()
        for index in 1..<max(a.count, 1) { arguments.append(m, a[index]) }
        let keywords = m.dict()
        for index in 0..<a.keywordCount { m.dictSet(keywords, name: a.keywordName(index), a.keywordValue(index)) }
        object[0] = m.tuple(m.int(m.runtime.pointee.threads.nextLocal), arguments.value, keywords.value)
        // `__init__` is called for this thread right after this.
        _ = table(m, object, isNew: nil)
        return object.value
    }

    /// The dict of the calling thread; nil when there is none and `isNew` may not make it.
    private static func table(_ m: Machine, _ object: Record, isNew: UnsafeMutablePointer<Bool>?) -> Dict {
        if m.state.pointee.threadDict.isUnbound { m.state.pointee.threadDict = m.dict().value }
        let tables = Dict(m.state.pointee.threadDict)
        let number = object[0].isKind(.tuple) ? Tuple(object[0])[0] : Value(small: 0)
        let hash = number.smallInt
        if let entry = try? m.dictFind(tables, number, hash: hash), entry >= 0 { return Dict(tables.value(at: entry)) }
        let table = m.dict()
        m.dictInsert(tables, number, hash: hash, table.value)
        isNew?.pointee = true
        return table
    }

    /// The dict of the calling thread; at its first use there, `__init__` is called.
    private static func attributes(_ m: Machine, _ value: Value) throws(Raise) -> Dict {
        let object = Record(value)
        var isNew = false
        let table = table(m, object, isNew: &isNew)
        if isNew, object[0].isKind(.tuple) {
            let initializer = m.lookupSpecial(value, .__init__)
            if initializer.isBound, !initializer.isKind(.nativeFunction) {
                let bound = try m.bindSpecial(initializer, value)
                _ = try m.call(bound, args: Tuple(object[0])[1], keywords: Tuple(object[0])[2])
            }
        }
        return table
    }

    private static func getAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "attribute name must be string, not '\(m.typeName(a[1]))'")
        }
        let table = try attributes(m, a[0])
        if Str(a[1]).equals("__dict__") { return table.value }
        let found = m.lookup(m.typeOf(a[0]), m.internedName(a[1]))
        if found.isUnbound || !m.typeOf(found).flags.contains(.dataDescriptor) {
            let value = try m.dictGet(table, a[1])
            if value.isBound { return value }
        }
        return try ObjectMethods.getAttribute(m, a)
    }

    private static func setAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try change(m, a[0], a[1], a[2])
    }

    private static func deleteAttribute(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try change(m, a[0], a[1], .unbound)
    }

    private static func change(_ m: Machine, _ object: Value, _ name: Value, _ value: Value) throws(Raise) -> Value {
        guard name.isKind(.string) else {
            throw m.raise(.typeError, "attribute name must be string, not '\(m.typeName(name))'")
        }
        let type = m.typeName(object)
        if Str(name).equals("__dict__") {
            throw m.raise(.attributeError, "'\(type)' object attribute '__dict__' is read-only")
        }
        let table = try attributes(m, object)
        let found = m.lookup(m.typeOf(object), m.internedName(name))
        if found.isBound, m.typeOf(found).flags.contains(.dataDescriptor) {
            if value.isBound {
                _ = try m.callSpecial(found, .__set__, object, value)
            } else {
                _ = try m.callSpecial(found, .__delete__, object)
            }
            return .none
        }
        if value.isBound {
            try m.dictSet(table, name, value)
        } else if try m.dictRemove(table, name).isUnbound {
            throw m.raise(.attributeError, "'\(type)' object has no attribute '\(m.swiftString(name))'")
        }
        return .none
    }
}
