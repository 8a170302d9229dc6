/// Methods and attributes of module objects.
enum ModuleMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .any, style: .slot, initialize),
            Native("__repr__", .none, style: .slot, repr),
            Native("__getattribute__", .one, style: .slot, ObjectMethods.getAttribute),
            Native("__dir__", .none, dir),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.refuseDict),
            NativeProperty("__annotations__", get: annotations, set: setAnnotations),
        ]
    }

    private static func namespace(_ value: Value) -> Dict { Dict(value.layout(ModuleLayout.self).pointee.dict) }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        value.layout(ModuleLayout.self).pointee.dict = m.dict().value
        return value
    }

    /// `ModuleType(name, doc=None)`.
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var name = a.optional(1)
        var doc = a.optional(2)
        let unknown = a.readKeywords("name", &name, "doc", &doc)
        if unknown.isBound {
            throw m.raise(.typeError, "module() got an unexpected keyword argument '\(m.swiftString(unknown))'")
        }
        if a.count > 3 { throw m.raise(.typeError, "module() takes at most 2 arguments (\(a.count - 1) given)") }
        if name.isUnbound { throw m.raise(.typeError, "module() missing required argument 'name' (pos 1)") }
        _ = try m.stringArgument(name, "module", named: "name")
        let dict = namespace(a[0])
        m.dictSet(dict, .__name__, name)
        m.dictSet(dict, .__doc__, doc.isUnbound ? .none : doc)
        m.dictSet(dict, .__package__, .none)
        m.dictSet(dict, .__loader__, .none)
        m.dictSet(dict, .__spec__, .none)
        return .none
    }

    /// As importlib shows modules: with their file, as built-in, or by the name alone.
    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = namespace(a[0])
        let name = m.dictGet(dict, .__name__)
        let file = m.dictGet(dict, .__file__)
        let shown = name.isBound ? m.swiftString(try m.repr(name)) : "'?'"
        if m.isString(file) { return m.string("<module \(shown) from \(m.swiftString(try m.repr(file)))>") }
        let spec = m.dictGet(dict, .__spec__)
        let loader = m.dictGet(dict, .__loader__)
        if spec.isUnbound || spec.isNone {
            if loader.isUnbound || loader.isNone { return m.string("<module \(shown)>") }
            return m.string("<module \(shown) (\(m.swiftString(try m.repr(loader))))>")
        }
        let known = try m.getAttributeIfPresent(spec, .name)
        let label = known.isBound ? m.swiftString(try m.repr(known)) : shown
        let origin = try m.getAttributeIfPresent(spec, m.intern("origin"))
        if origin.isUnbound || origin.isNone {
            let loader = try m.getAttributeIfPresent(spec, m.intern("loader"))
            if loader.isUnbound || loader.isNone { return m.string("<module \(label)>") }
            if m.typeName(loader) == "NamespaceLoader" {
                let path = try m.getAttributeIfPresent(spec, m.intern("submodule_search_locations"))
                let paths = path.isBound ? m.swiftString(try m.repr(try m.listFromIterable(path).value)) : "[]"
                return m.string("<module \(label) (namespace) from \(paths)>")
            }
            return m.string("<module \(label) (\(m.swiftString(try m.repr(loader))))>")
        }
        let hasLocation = try m.getAttributeIfPresent(spec, m.intern("has_location"))
        if hasLocation.isBound, try m.truth(hasLocation) {
            return m.string("<module \(label) from \(m.swiftString(try m.repr(origin)))>")
        }
        return m.string("<module \(label) (\(m.swiftString(try m.str(origin))))>")
    }

    /// The names in `__dict__`, or what the module's own `__dir__` says.
    static func dir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let dict = namespace(a[0])
        let hook = m.dictGet(dict, .__dir__)
        if hook.isBound { return try m.call(hook) }
        return ObjectMethods.keys(m, dict)
    }

    private static func annotations(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let known = m.dictGet(namespace(v), .__annotations__)
        if known.isBound { return known }
        let dict = m.dict().value
        m.dictSet(namespace(v), .__annotations__, dict)
        return dict
    }

    private static func setAnnotations(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        if value.isBound {
            m.dictSet(namespace(v), .__annotations__, value)
        } else if m.dictRemove(namespace(v), name: m.name(.__annotations__)).isUnbound {
            throw m.raiseAttributeError("__annotations__", name: m.name(.__annotations__), object: v)
        }
    }
}
