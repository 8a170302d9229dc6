/// One declaration of methods and attributes of a built-in type.
struct Definition {
    let doc: StaticString
    /// Adds `__iter__` and `__next__`.
    let isIterator: Bool
    let methods: () -> [Native]
    let properties: () -> [NativeProperty]
    /// The declaration that follows.
    var next: UnsafeMutablePointer<Definition>?

    init(
        doc: StaticString, isIterator: Bool, methods: @escaping () -> [Native],
        properties: @escaping () -> [NativeProperty]
    ) {
        self.doc = doc
        self.isIterator = isIterator
        self.methods = methods
        self.properties = properties
    }
}

/// What a type's namespace will be filled with when somebody looks at it first. Lives as long as the interpreter.
struct PendingNamespace {
    let machine: Machine
    var first: UnsafeMutablePointer<Definition>?
    var last: UnsafeMutablePointer<Definition>?
}

extension TypeRef {
    /// The namespace. That of a built-in type is made at the first call.
    @inline(__always) var dict: Dict {
        if pointer.pointee.pending != nil { fillNamespace() }
        return Dict(pointer.pointee.dict)
    }

    @inline(never)
    private func fillNamespace() {
        guard let pending = pointer.pointee.pending else { return }
        pointer.pointee.pending = nil
        let m = pending.pointee.machine
        if !pointer.pointee.dict.isCell { m.beginNamespace(self) }
        var next = pending.pointee.first
        while let definition = next {
            m.apply(definition.pointee, to: self)
            next = definition.pointee.next
        }
        m.documentNamespace(self)
    }
}

extension Machine {
    /// Notes a declaration, or puts it into effect at once when the namespace is in use already.
    func define(_ type: TypeRef, _ definition: Definition) {
        guard let pending = type.pointer.pointee.pending else {
            apply(definition, to: type)
            typeModified(type)
            return
        }
        let place = heap.pointee.takeBuffer(MemoryLayout<Definition>.stride)
            .bindMemory(to: Definition.self, capacity: 1)
        place.initialize(to: definition)
        if let last = pending.pointee.last { last.pointee.next = place } else { pending.pointee.first = place }
        pending.pointee.last = place
    }

    /// Has a new type's namespace filled later. What is declared for it is noted at `place`.
    func deferNamespace(_ type: TypeRef, at place: UnsafeMutablePointer<PendingNamespace>) {
        place.initialize(to: PendingNamespace(machine: self))
        type.pointer.pointee.pending = place
    }

    fileprivate func beginNamespace(_ type: TypeRef) {
        let dict = dict()
        type.pointer.pointee.dict = dict.value
        guard let module = BuiltinType(rawValue: type.pointer.pointee.builtinIndex)?.row.module else { return }
        if module.utf8CodeUnitCount > 0 { dictSet(dict, name: name(.__module__), internStatic(module)) }
    }

    /// Puts methods and attributes into a namespace. Nobody has looked anything up there, so no cache knows it.
    fileprivate func apply(_ definition: Definition, to type: TypeRef) {
        let dict = type.dict
        if definition.doc.utf8CodeUnitCount > 0 { dictSet(dict, name: name(.__doc__), string(definition.doc)) }
        var definesEquality = false
        var definesHash = false
        func add(_ native: Native) {
            let name = internStatic(native.name)
            definesEquality = definesEquality || name == self.name(.__eq__)
            definesHash = definesHash || name == self.name(.__hash__)
            dictSet(dict, name: name, makeNative(native, name: name, owner: type.value, module: .unbound))
        }
        if definition.isIterator {
            add(Native("__iter__", .none, style: .slot, IteratorMethods.itself))
            add(Native("__next__", .none, style: .slot, IteratorMethods.next))
        }
        for native in definition.methods() { add(native) }
        for property in definition.properties() {
            let name = internStatic(property.name)
            dictSet(dict, name: name, makeGetSet(property, name: name, owner: type))
        }
        if definesEquality, !definesHash, dictGet(dict, name: name(.__hash__)).isUnbound {
            dictSet(dict, name: name(.__hash__), .none)
        }
    }

    /// Every built-in type has an entry `__doc__`, so that instances don't show the text of a base class: None where
    /// there is no text.
    fileprivate func documentNamespace(_ type: TypeRef) {
        guard type.pointer.pointee.builtinIndex != 255, dictGet(type.dict, .__doc__).isUnbound else { return }
        let text = Documentation.text(self, type: type)
        dictSet(type.dict, .__doc__, text.map(string) ?? .none)
    }
}
