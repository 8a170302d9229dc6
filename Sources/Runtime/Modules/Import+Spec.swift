/// `__spec__` of modules (PEP 451).
extension Machine {
    /// A module spec: the name, where it was found, where its submodules are.
    func makeSpec(name: Value, origin: Value, package: Value, path: Value, hasLocation: Bool) -> Value {
        let spec = allocateInstance(of: specType)
        func set(_ attribute: StaticString, _ value: Value) { addSlot(spec.cell, name: internStatic(attribute), value: value) }
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

    private var specType: TypeRef { type(.simpleNamespace) }
}
