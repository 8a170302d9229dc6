/// Types that native modules bring along; unlike ``BuiltinType`` they are made when the module is first imported.
extension Machine {
    /// A type whose instances are records of `recordSize` values, deriving from `base`.
    ///
    /// The caller adds methods with `define` or `defineIterator` and puts the type into the module's namespace; the type
    /// lives as long as the interpreter.
    func makeNativeType(
        _ name: StaticString, module: StaticString, kind: CellKind = .record, recordSize: Int = 0,
        base: BuiltinType = .object, flags: TypeFlags = .subclassable
    ) -> TypeRef {
        makeNativeType(name, module: module, kind: kind, recordSize: recordSize, base: type(base), flags: flags)
    }

    /// The same, deriving from a type that may itself come from a native module.
    func makeNativeType(
        _ name: StaticString, module: StaticString, kind: CellKind = .record, recordSize: Int = 0,
        base: TypeRef, flags: TypeFlags = .subclassable
    ) -> TypeRef {
        let memory = heap.pointee.allocate(size: MemoryLayout<TypeLayout>.stride)
        let pointer = memory.bindMemory(to: TypeLayout.self, capacity: 1)
        let interned = internStatic(name)
        pointer.initialize(
            to: TypeLayout(
                header: CellHeader(type: self.type(.type).pointer, kind: .type, mark: 0, flags: [], aux: 0),
                name: interned, qualifiedName: interned, bases: tuple(base.value), mro: runtime.pointee.emptyTuple,
                base: base.value, dict: dict().value, pending: nil, version: 0, flags: flags.union(.immutable),
                instanceKind: kind, recordSize: recordSize, slotHint: 0, rootShape: nil, dictionaryShape: nil,
                subclasses: nil, subclassCount: 0, subclassCapacity: 0, nativeNext: nil, constructor: .unbound,
                constructorVersion: 0, builtinIndex: 255))
        let type = TypeRef(pointer)
        keepForever(type.value)
        let mro = makeTuple(count: base.mro.count + 1)
        mro[0] = type.value
        for index in 0..<base.mro.count { mro[index + 1] = base.mro[index] }
        type.pointer.pointee.mro = mro.value
        if flags.contains(.hasAttributes) { makeShapes(type, members: 0) }
        dictSet(type.dict, name: self.name(.__module__), internStatic(module))
        deferNamespace(type, at: UnsafeMutablePointer<PendingNamespace>.allocate(capacity: 1))
        addSubclass(base, type)
        return type
    }
}
