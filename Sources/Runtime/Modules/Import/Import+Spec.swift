/// `__spec__` of modules (PEP 451).
extension Machine {
    /// A module spec: the name, where it was found, where its submodules are. Its loader is made when it is asked for.
    func makeSpec(name: Value, origin: Value, path: Value, hasLocation: Bool) -> Value {
        let spec = allocateInstance(of: specType)
        func set(_ attribute: StaticString, _ value: Value) {
            addSlot(spec.cell, name: internStatic(attribute), value: value)
        }
        set("name", name)
        set("origin", origin)
        set("loader_state", .none)
        set("submodule_search_locations", path.isBound ? path : .none)
        set("_set_fileattr", Value(hasLocation))
        set("_cached", .none)
        set("_initializing", .false)
        return spec
    }

    /// The type of module specs.
    var specType: TypeRef {
        if let type = interpreter?.specType { return type }
        let type = makeNativeType(
            "ModuleSpec", module: "_frozen_importlib", kind: .object, flags: [.subclassable, .hasAttributes])
        define(
            type,
            methods: [
                Native("__new__", .any, style: .new, ModuleSpec.new),
                Native(
                    "__init__", .signature("name, loader, *, origin=None, loader_state=None, is_package=None"),
                    style: .slot, ModuleSpec.initialize),
                Native("__repr__", .none, style: .slot, ModuleSpec.repr),
                Native("__eq__", .one, style: .slot, ModuleSpec.equals),
            ],
            properties: [
                NativeProperty("parent", get: ModuleSpec.parent),
                NativeProperty("loader", get: ModuleSpec.loader, set: ModuleSpec.setLoader),
                NativeProperty("has_location", get: ModuleSpec.hasLocation, set: ModuleSpec.setHasLocation),
                NativeProperty("cached", get: ModuleSpec.cached, set: ModuleSpec.setCached),
            ])
        dictSet(type.dict, .__hash__, .none)
        interpreter?.specType = type
        return type
    }

    /// The module of the import system that is written in Python: loaders, finders, loading by spec.
    func importBootstrap() throws(Raise) -> Value {
        let name = intern("_frozen_importlib")
        let known = dictGet(modules, name: name)
        if known.isBound { return known }
        if let native = NativeModule.find("_imp"), dictGet(modules, name: intern("_imp")).isUnbound {
            _ = try load(intern("_imp"), from: .native(native))
        }
        guard let library = LibraryModule.find("_frozen_importlib") else {
            throw raise(.systemError, "no import machinery")
        }
        return try load(name, from: .embedded(library))
    }
}

extension Machine {
    /// Attributes of modules that are made when they are asked for: `__loader__`, and in `sys` the lists of finders, which
    /// only the part of the import system that is written in Python can make.
    func findLazyModuleAttribute(_ dict: Dict, _ name: Value) throws(Raise) -> Value {
        if name == self.name(.__loader__) {
            let spec = dictGet(dict, .__spec__)
            guard spec.isBound, !spec.isNone else { return .unbound }
            let loader = try getAttributeIfPresent(spec, internStatic("loader"))
            if loader.isBound { dictSet(dict, name: name, loader) }
            return loader
        }
        guard dict.value == runtime.pointee.sysDict else { return .unbound }
        let lazy: [StaticString] = ["meta_path", "path_hooks", "path_importer_cache"]
        guard lazy.contains(where: { internStatic($0) == name }) else { return .unbound }
        _ = try importBootstrap()
        return dictGet(dict, name: name)
    }
}

/// Methods of module specs.
enum ModuleSpec {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.allocateInstance(of: TypeRef(a[0])) }

    /// `ModuleSpec(name, loader, *, origin=None, loader_state=None, is_package=None)`.
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        func given(_ index: Int) -> Value { a[index].isBound ? a[index] : .none }
        try m.setAttribute(a[0], .name, a[1])
        try m.setAttribute(a[0], m.intern("loader"), a[2])
        try m.setAttribute(a[0], m.intern("origin"), given(3))
        try m.setAttribute(a[0], m.intern("loader_state"), given(4))
        let isPackage = try m.truth(given(5))
        try m.setAttribute(a[0], m.intern("submodule_search_locations"), isPackage ? m.list().value : .none)
        try m.setAttribute(a[0], m.intern("_uninitialized_submodules"), m.list().value)
        try m.setAttribute(a[0], m.intern("_set_fileattr"), .false)
        try m.setAttribute(a[0], m.intern("_cached"), .none)
        return .none
    }

    /// The attributes that repr and comparison look at.
    private static let shown: [StaticString] = ["name", "loader", "origin", "submodule_search_locations"]

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var text = ""
        for (index, name) in shown.enumerated() {
            let value = try m.getAttributeIfPresent(a[0], m.internStatic(name))
            // Name and loader are always shown.
            if value.isUnbound || index > 1 && value.isNone { continue }
            text += "\(index > 0 ? ", " : "")\(name)=\(m.swiftString(try m.repr(value)))"
        }
        return m.string("\(m.swiftString(m.typeOf(a[0]).pointer.pointee.name))(\(text))")
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.typeOf(a[1]).isSubtype(of: m.specType) else { return .notImplemented }
        for name in shown + ["cached", "has_location"] {
            let first = try m.getAttribute(a[0], m.internStatic(name))
            guard try m.equals(first, try m.getAttribute(a[1], m.internStatic(name))) else { return .false }
        }
        return .true
    }

    /// The package that relative imports start from.
    static func parent(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let name = try m.getAttribute(v, .name)
        let path = try m.getAttributeIfPresent(v, m.intern("submodule_search_locations"))
        guard path.isUnbound || path.isNone, m.isString(name) else { return name }
        let text = m.swiftString(name)
        return text.lastIndex(of: ".").map { m.intern(String(text[..<$0])) } ?? m.runtime.pointee.emptyString
    }

    static func loader(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let known = try m.getAttributeIfPresent(v, m.intern("_loader"))
        if known.isBound { return known }
        let bootstrap = try m.importBootstrap()
        let loader = try m.call(try m.getAttribute(bootstrap, m.intern("_loader_for")), v)
        try m.setAttribute(v, m.intern("_loader"), loader)
        return loader
    }

    static func setLoader(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        if value.isBound {
            try m.setAttribute(v, m.intern("_loader"), value)
        } else {
            try m.deleteAttribute(v, m.intern("_loader"))
        }
    }

    static func hasLocation(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let value = try m.getAttributeIfPresent(v, m.intern("_set_fileattr"))
        return value.isBound ? value : .false
    }

    static func setHasLocation(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.attributeError, "property 'has_location' has no deleter") }
        try m.setAttribute(v, m.intern("_set_fileattr"), Value(try m.truth(value)))
    }

    static func cached(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let value = try m.getAttributeIfPresent(v, m.intern("_cached"))
        return value.isBound ? value : .none
    }

    static func setCached(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        try m.setAttribute(v, m.intern("_cached"), value.isBound ? value : .none)
    }
}
