/// `__spec__` of modules (PEP 451).
extension Machine {
    /// A module spec: the name, where it was found, where its submodules are.
    func makeSpec(name: Value, origin: Value, package: Value, path: Value, hasLocation: Bool) -> Value {
        let spec = allocateInstance(of: specType)
        func set(_ attribute: StaticString, _ value: Value) {
            addSlot(spec.cell, name: internStatic(attribute), value: value)
        }
        set("name", name)
        set("loader", .none)
        set("origin", origin)
        set("loader_state", .none)
        set("submodule_search_locations", path.isBound ? path : .none)
        set("parent", package)
        set("has_location", Value(hasLocation))
        set("cached", .none)
        set("_initializing", .false)
        return spec
    }

    private var specType: TypeRef {
        if let type = interpreter?.specType { return type }
        let type = makeNativeType(
            "ModuleSpec", module: "_frozen_importlib", kind: .object, flags: [.subclassable, .hasAttributes])
        define(type, methods: [Native("__repr__", .none, style: .slot, ModuleSpec.repr)])
        interpreter?.specType = type
        return type
    }
}

/// Methods of module specs.
enum ModuleSpec {
    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var text = "ModuleSpec("
        for (index, name) in ["name", "loader", "origin", "submodule_search_locations"].enumerated() {
            let value = try m.getAttributeIfPresent(a[0], m.intern(name))
            // Name and loader are always shown.
            if value.isUnbound || index > 1 && value.isNone { continue }
            text += "\(index > 0 ? ", " : "")\(name)=\(m.swiftString(try m.repr(value)))"
        }
        return m.string(text + ")")
    }
}
