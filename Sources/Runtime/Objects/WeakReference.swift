/// `weakref.ref`.
extension Machine {
    /// Gives an object to a weak reference, and notes it.
    func makeWeakReference(to target: Value, callback: Value, type: TypeRef) -> Value {
        let memory = newCell(size: MemoryLayout<WeakReferenceLayout>.stride, kind: .weakReference, type: type)
        let reference = memory.assumingMemoryBound(to: WeakReferenceLayout.self)
        reference.pointee.target = target
        reference.pointee.callback = callback
        reference.pointee.hash = -1
        runtime.pointee.weakReferences.add(reference)
        return Value(reference)
    }

    /// The reference or proxy of exactly that type without a callback, if there is one; they are shared.
    func sharedWeakReference(to target: Value, type: TypeRef) -> Value {
        for reference in runtime.pointee.weakReferences.references(to: target)
        where reference.pointee.header.type == type.pointer && reference.pointee.callback.isNone {
            return Value(reference)
        }
        return .unbound
    }

    /// TypeError unless there may be weak references to the object.
    func checkWeaklyReferenceable(_ object: Value) throws(Raise) {
        if object.isCell {
            switch object.kind {
            case .set, .type, .module, .function, .generator, .future, .eventLoop, .code: return
            case .nativeFunction:
                if object.cell.type == type(.builtinFunctionOrMethod) { return }
            case .boundMethod:
                if object.cell.type != type(.methodWrapper) { return }
            default: break
            }
            let type = object.cell.type
            if type.isHeapType, lookup(type, .__weakref__).isBound { return }
            for known in [BuiltinType.memoryview, .ioBase] where type.isSubtype(of: self.type(known)) { return }
            if !type.isHeapType, nativeWeakTypes.contains(typeName(type)) { return }
        }
        throw raise(.typeError, "cannot create weak reference to '\(typeName(object))' object")
    }

    /// Native types of modules whose objects may be referred to weakly.
    private var nativeWeakTypes: [String] {
        ["deque", "partial", "Context", "lock", "RLock", "array", "Pattern", "FileIO", "BufferedReader"]
    }
}

/// Methods of `weakref.ReferenceType`.
enum WeakReferenceMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .any, style: .slot, initialize),
            Native("__call__", .any, style: .slot, call),
            Native("__repr__", .none, style: .slot, repr),
            Native("__eq__", .one, style: .slot, equals),
            Native("__ne__", .one, style: .slot, notEquals),
            Native("__hash__", .none, style: .slot, hash),
            Native(
                "__class_getitem__", .one, style: .classMethod,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in try m.genericAlias(a[0], a[1]) }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__callback__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in
                    layout(v).pointee.target.isBound ? layout(v).pointee.callback : .none
                })
        ]
    }

    static func layout(_ value: Value) -> UnsafeMutablePointer<WeakReferenceLayout> { value.layout() }

    private static func checkCount(_ m: Machine, _ count: Int, _ function: String) throws(Raise) {
        if count < 1 { throw m.raise(.typeError, "\(function) expected at least 1 argument, got \(count)") }
        if count > 2 { throw m.raise(.typeError, "\(function) expected at most 2 arguments, got \(count)") }
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkCount(m, a.count - 1, "__new__")
        let cls = TypeRef(a[0])
        if a.keywordCount > 0, cls == m.type(.weakref) {
            throw m.raise(.typeError, "ref() takes no keyword arguments")
        }
        try m.checkWeaklyReferenceable(a[1])
        m.beginWatching()
        let callback = a.optional(2).isUnbound ? .none : a[2]
        if callback.isNone, cls == m.type(.weakref) {
            let shared = m.sharedWeakReference(to: a[1], type: cls)
            if shared.isBound { return shared }
        }
        return m.makeWeakReference(to: a[1], callback: callback, type: cls)
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkCount(m, a.count - 1, "__init__")
        return .none
    }

    static func call(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "weakref() takes no keyword arguments") }
        if a.count > 1 { throw m.raise(.typeError, "weakref expected 0 arguments, got \(a.count - 1)") }
        if m.heap.pointee.watch.isOn {
            try m.collectEarly(isExplicit: false, isDirect: m.isCalledDirectly(a))
        }
        let target = layout(a[0]).pointee.target
        return target.isBound ? target : .none
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let address = m.addressText(a[0])
        let target = layout(a[0]).pointee.target
        if target.isUnbound { return m.string("<weakref at \(address); dead>") }
        var text = "<weakref at \(address); to '\(m.typeName(target))' at \(m.addressText(target))"
        let name = try m.getAttributeIfPresent(target, .__name__)
        if name.isKind(.string) { text += " (\(m.swiftString(name)))" }
        return m.string(text + ">")
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isInstance(a[1], .weakref) else { return .notImplemented }
        let first = layout(a[0]).pointee.target
        let second = layout(a[1]).pointee.target
        if first.isUnbound || second.isUnbound { return Value(a[0] == a[1]) }
        return try m.compare(.equal, first, second)
    }

    static func notEquals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = try equals(m, a)
        return result.isNotImplemented ? result : Value(!(try m.truth(result)))
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let known = layout(a[0]).pointee.hash
        if known != -1 { return m.int(known) }
        let target = layout(a[0]).pointee.target
        if target.isUnbound { throw m.raise(.typeError, "weak object has gone away") }
        let hash = try m.hash(target)
        layout(a[0]).pointee.hash = hash
        return m.int(hash)
    }
}

extension Machine {
    /// The types of the module `weakref`.
    func installWeakReferences() {
        define(.weakref, methods: WeakReferenceMethods.methods, properties: WeakReferenceMethods.properties)
        for type in [BuiltinType.weakproxy, .callableproxy] {
            define(type, methods: WeakProxyMethods.methods)
        }
        define(.callableproxy, methods: [Native("__call__", .any, style: .slot, WeakProxyMethods.call)])
    }
}

/// `_weakref`: what the module `weakref` is made of.
enum WeakReferenceModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add("ref", m.type(.weakref).value)
        module.add("ReferenceType", m.type(.weakref).value)
        module.add("ProxyType", m.type(.weakproxy).value)
        module.add("CallableProxyType", m.type(.callableproxy).value)
        module.add([
            Native("proxy", .positional(1, 2), style: .function, proxy),
            Native("getweakrefcount", .one, style: .function, count),
            Native("getweakrefs", .one, style: .function, references),
            Native("_settle", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if m.heap.pointee.watch.isOn {
                    try m.collectEarly(isExplicit: false, isDirect: m.isCalledDirectly(a))
                }
                return .none
            },
        ])
    }

    private static func proxy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.checkWeaklyReferenceable(a[0])
        m.beginWatching()
        let type = m.type(m.isCallable(a[0]) ? .callableproxy : .weakproxy)
        let callback = a.optional(1).isUnbound ? .none : a[1]
        if callback.isNone {
            let shared = m.sharedWeakReference(to: a[0], type: type)
            if shared.isBound { return shared }
        }
        return m.makeWeakReference(to: a[0], callback: callback, type: type)
    }

    private static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.heap.pointee.watch.isOn {
            try m.collectAndFinalize(isEarly: true, isDirect: m.isCalledDirectly(a))
        }
        return m.int(m.runtime.pointee.weakReferences.references(to: a[0]).count)
    }

    /// Shared references come first, as in CPython.
    private static func references(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.heap.pointee.watch.isOn {
            try m.collectAndFinalize(isEarly: true, isDirect: m.isCalledDirectly(a))
        }
        let list = m.list()
        let known = m.runtime.pointee.weakReferences.references(to: a[0])
        for shared in [true, false] {
            for reference in known.reversed()
            where
                (reference.pointee.callback.isNone && reference.pointee.header.type != m.type(.weakref).pointer
                || reference.pointee.callback.isNone) == shared
            {
                list.append(m, Value(reference))
            }
        }
        return list.value
    }
}
