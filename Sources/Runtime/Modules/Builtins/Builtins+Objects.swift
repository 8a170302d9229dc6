/// Functions that ask objects about themselves.
extension BuiltinFunctions {
    /// `breakpoint(*args, **keywords)`: what `sys.breakpointhook` does.
    static func breakpoint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let hook = m.dictGet(Dict(m.runtime.pointee.sysDict), name: m.intern("breakpointhook"))
        guard hook.isBound else { throw m.raise(.runtimeError, "lost sys.breakpointhook") }
        return try m.call(hook, a)
    }

    static func ascii(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.ascii(a[0]) }
    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.repr(a[0]) }
    static func callable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(m.isCallable(a[0])) }
    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try m.hash(a[0])) }
    static func len(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try m.length(a[0])) }

    static func id(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(Int(truncatingIfNeeded: a[0].bits & 0x7fff_ffff_ffff_ffff))
    }

    static func format(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let spec = a.optional(1)
        if spec.isBound, !spec.isKind(.string) {
            throw m.raise(.typeError, "format() argument 2 must be str, not \(m.shortTypeName(spec))")
        }
        return try m.format(a[0], spec: spec)
    }

    // MARK: Attributes

    private static func attributeName(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        guard value.isKind(.string) else {
            throw m.raise(.typeError, "attribute name must be string, not '\(m.typeName(value))'")
        }
        return m.internedName(value)
    }

    static func getattr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try attributeName(m, a[1])
        if a.count < 3 { return try m.getAttribute(a[0], name) }
        let result = try m.getAttributeIfPresent(a[0], name)
        return result.isBound ? result : a[2]
    }

    static func hasattr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.getAttributeIfPresent(a[0], try attributeName(m, a[1])).isBound)
    }

    static func setattr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.setAttribute(a[0], try attributeName(m, a[1]), a[2])
        return .none
    }

    static func delattr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.deleteAttribute(a[0], try attributeName(m, a[1]))
        return .none
    }

    // MARK: Classes

    static func isinstance(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.isInstanceOf(a[0], a[1]))
    }
    static func issubclass(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try m.isSubclass(a[0], a[1]))
    }

    // MARK: Namespaces

    static func globals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.currentGlobals() }
    static func locals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.currentLocals() }

    static func vars(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count == 0 { return m.currentLocals() }
        let result = try m.getAttributeIfPresent(a[0], .__dict__)
        if result.isBound { return result }
        throw m.raise(.typeError, "vars() argument must have __dict__ attribute")
    }

    static func dir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let names: List
        if a.count == 0 {
            let locals = m.currentLocals()
            names = try m.listFromIterable(try m.callMethod(locals, .keys))
        } else {
            let result = try m.callSpecial(a[0], .__dir__)
            if result.isUnbound { throw m.raise(.typeError, "object does not provide __dir__") }
            names = try m.listFromIterable(result)
        }
        try ListMethods.sort(m, names, key: .unbound, reverse: false)
        return names.value
    }
}
