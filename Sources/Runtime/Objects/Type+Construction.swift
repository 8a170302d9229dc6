/// Making classes: the rules of `type.__new__` (Python reference, 3.3.3).
extension Machine {
    /// A new class. `bases` is a tuple, `namespace` is copied; `keywords` go to `__init_subclass__`.
    func makeType(
        name: Value, bases: Value, namespace: Dict, metatype: TypeRef? = nil,
        keywords: Arguments? = nil
    ) throws(Raise) -> TypeRef {
        var bases = Tuple(bases)
        if bases.count == 0 { bases = Tuple(tuple(type(.object).value)) }
        let base = try bestBase(bases)
        let type = newType(metatype ?? self.type(.type), name: name, bases: bases, base: base)
        try fillNamespace(type, from: namespace)
        try addSlots(type, bases)
        if dictGet(type.dict, .__eq__).isBound, dictGet(type.dict, .__hash__).isUnbound {
            dictSet(type.dict, .__hash__, .none)
        }
        type.pointer.pointee.mro = try resolutionOrder(type)
        inheritFlags(type)
        for index in 0..<bases.count { addSubclass(TypeRef(bases[index]), type) }
        updateFlags(type)
        try setClassCell(type)
        noteAbstractMethods(type)
        try callSetName(type, namespace)
        try callInitSubclass(type, keywords)
        return type
    }

    private func newType(_ metatype: TypeRef, name: Value, bases: Tuple, base: TypeRef) -> TypeRef {
        let memory = heap.pointee.allocate(size: MemoryLayout<TypeLayout>.stride)
        let pointer = memory.bindMemory(to: TypeLayout.self, capacity: 1)
        pointer.initialize(
            to: TypeLayout(
                header: CellHeader(type: metatype.pointer, kind: .type, mark: 0, flags: [], aux: 0), name: name,
                qualifiedName: name, bases: bases.value, mro: runtime.pointee.emptyTuple, base: base.value,
                dict: dict().value, pending: nil, version: 0, flags: [.heapType, .subclassable],
                instanceKind: base.instanceKind, recordSize: base.pointer.pointee.recordSize, slotHint: 0,
                rootShape: nil, dictionaryShape: nil, subclasses: nil, subclassCount: 0, subclassCapacity: 0,
                nativeNext: nil, constructor: .unbound, constructorVersion: 0, builtinIndex: 255))
        return TypeRef(pointer)
    }

    // MARK: Bases

    /// The base that decides the layout. TypeError when the bases' layouts can't be had together.
    func bestBase(_ bases: Tuple) throws(Raise) -> TypeRef {
        var winner: TypeRef?
        var best = type(.object)
        for index in 0..<bases.count {
            guard bases[index].isKind(.type) else { throw raise(.typeError, "bases must be types") }
            let candidateBase = TypeRef(bases[index])
            guard candidateBase.flags.contains(.subclassable) else {
                throw raise(.typeError, "type '\(qualifiedTypeName(candidateBase))' is not an acceptable base type")
            }
            let candidate = solidBase(candidateBase)
            guard let current = winner else {
                winner = candidate
                best = candidateBase
                continue
            }
            if current.isSubtype(of: candidate) { continue }
            guard candidate.isSubtype(of: current) else {
                throw raise(.typeError, "multiple bases have instance lay-out conflict")
            }
            winner = candidate
            best = candidateBase
        }
        return best
    }

    /// The nearest ancestor that adds to the layout.
    private func solidBase(_ type: TypeRef) -> TypeRef {
        var type = type
        while type.pointer.pointee.base.isKind(.type) {
            let base = TypeRef(type.pointer.pointee.base)
            if addsLayout(type, base) { return type }
            type = base
        }
        return type
    }

    private func addsLayout(_ type: TypeRef, _ base: TypeRef) -> Bool {
        if type.instanceKind != base.instanceKind { return true }
        if type.isHeapType {
            return (type.pointer.pointee.rootShape?.pointee.count ?? 0)
                > (base.pointer.pointee.rootShape?.pointee.count ?? 0)
        }
        switch type.instanceKind {
        case .exception:
            switch BuiltinType(rawValue: type.pointer.pointee.builtinIndex) {
            case .stopIteration?, .systemExit?, .importError?, .nameError?, .attributeError?, .syntaxError?, .osError?,
                .unicodeError?, .baseExceptionGroup?:
                return true
            default: return false
            }
        case .record, .box: return true
        default: return false
        }
    }

    /// The most derived metatype of the bases. TypeError when there is none.
    func winningMetatype(_ metatype: TypeRef, _ bases: Tuple) throws(Raise) -> TypeRef {
        var winner = metatype
        for index in 0..<bases.count {
            let candidate = typeOf(bases[index])
            if winner.isSubtype(of: candidate) { continue }
            guard candidate.isSubtype(of: winner) else {
                throw raise(
                    .typeError,
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
                )
            }
            winner = candidate
        }
        return winner
    }

    private func inheritFlags(_ type: TypeRef) {
        let inherited: TypeFlags = [.exception, .metatype, .matchesSequence, .matchesMapping]
        let mro = type.mro
        for index in 1..<max(1, mro.count) {
            type.flags.formUnion(TypeRef(mro[index]).flags.intersection(inherited))
        }
    }

    // MARK: Namespace

    /// Copies the namespace of a class body, and does to some names what `type.__new__` does to them.
    private func fillNamespace(_ type: TypeRef, from namespace: Dict) throws(Raise) {
        let dict = type.dict
        for entry in namespace.entries {
            if isExactString(entry.key) {
                dictSet(dict, name: intern(entry.key), entry.value)
            } else {
                try dictSet(dict, entry.key, entry.value)
            }
        }
        let qualifiedName = dictGet(dict, .__qualname__)
        if qualifiedName.isBound {
            guard isString(qualifiedName) else {
                throw raise(.typeError, "type __qualname__ must be a str, not \(typeName(qualifiedName))")
            }
            type.pointer.pointee.qualifiedName = qualifiedName
            _ = dictRemove(dict, name: name(.__qualname__))
        }
        if dictGet(dict, .__module__).isUnbound {
            let module = currentModuleName()
            if module.isBound { dictSet(dict, .__module__, module) }
        }
        wrap(dict, .__new__, .staticmethod)
        wrap(dict, .__init_subclass__, .classmethod)
        wrap(dict, .__class_getitem__, .classmethod)
    }

    private func wrap(_ dict: Dict, _ known: KnownName, _ wrapper: BuiltinType) {
        let function = dictGet(dict, known)
        guard function.isKind(.function) else { return }
        let record = record(wrapper, count: 2)
        record[0] = function
        record[1] = .none
        dictSet(dict, known, record.value)
    }

    /// `__name__` of the globals of the running script function, or unbound.
    func currentModuleName() -> Value {
        var frame = state.pointee.frame
        while frame > state.pointee.frameBase {
            if frame.pointee.function.isKind(.function) {
                let globals = frame.pointee.function.layout(FunctionLayout.self).pointee.globals
                return globals.isKind(.dict) ? dictGet(Dict(globals), .__name__) : .unbound
            }
            frame -= 1
        }
        return .unbound
    }

    private func setClassCell(_ type: TypeRef) throws(Raise) {
        for known in [KnownName.__classcell__, .__classdict__] {
            let cell = dictGet(type.dict, known)
            if cell.isUnbound { continue }
            guard cell.isKind(.variableCell) else {
                if known == .__classdict__ { continue }
                throw raise(
                    .typeError, "__classcell__ must be a nonlocal cell, not \(reprText(typeOf(cell).value))")
            }
            if known == .__classcell__ { cell.layout(VariableCellLayout.self).pointee.content = type.value }
            _ = dictRemove(type.dict, name: name(known))
        }
        if dictGet(type.dict, .__doc__).isUnbound { dictSet(type.dict, .__doc__, .none) }
        typeModified(type)
    }

    /// Keeps the flag for abstract classes up to date.
    func noteAbstractMethods(_ type: TypeRef) {
        let methods = dictGet(type.dict, .__abstractmethods__)
        let isAbstract = methods.isBound && ((try? truth(methods)) ?? false)
        if isAbstract { type.flags.insert(.hasAbstractMethods) } else { type.flags.remove(.hasAbstractMethods) }
    }

    // MARK: Hooks

    private func callSetName(_ type: TypeRef, _ namespace: Dict) throws(Raise) {
        var hasHooks = false
        let own = type.dict
        for entry in own.entries {
            let value = entry.value
            if value.isCell, !value.isKind(.function), lookup(value.cell.type, .__set_name__).isBound {
                hasHooks = true
            }
        }
        guard hasHooks else { return }
        // The hooks may change the namespace of the class.
        let copy = dict()
        dictCopy(own, into: copy)
        for entry in copy.entries {
            let (key, value) = (entry.key, entry.value)
            guard value.isCell, lookup(value.cell.type, .__set_name__).isBound else { continue }
            do throws(Raise) {
                _ = try callSpecial(value, .__set_name__, type.value, key)
            } catch {
                let exception = takePending()
                let note =
                    "Error calling __set_name__ on '\(typeName(value))' instance \(reprText(key)) in '\(typeName(type))'"
                try addNote(exception, note)
                state.pointee.pending = exception
                throw error
            }
        }
    }

    /// `exception.add_note(note)`.
    func addNote(_ exception: Value, _ note: String) throws(Raise) {
        _ = try withScratch(2) { (base) throws(Raise) in
            base[0] = exception
            base[1] = string(note)
            return try ExceptionAttributes.addNote(self, Arguments(base: base, count: 2))
        }
    }

    private func callInitSubclass(_ type: TypeRef, _ keywords: Arguments?) throws(Raise) {
        let hook = lookupAbove(type, in: type, name(.__init_subclass__))
        guard hook.isBound else { return }
        let bound = try descriptorGetOnType(hook, type)
        if let keywords, keywords.keywordCount > 0 {
            let count = keywords.keywordCount
            _ = try withScratch(count) { (base) throws(Raise) in
                for index in 0..<count { base[index] = keywords.keywordValue(index) }
                return try call(bound, Arguments(base: base, count: 0, keywords: keywords.keywords))
            }
        } else {
            let isDefault =
                hook.isKind(.nativeFunction)
                && hook.layout(NativeFunctionLayout.self).pointee.owner == self.type(.object).value
            if !isDefault { _ = try call(bound) }
        }
    }

    /// What stands under a name in the mro of `start` behind `type`, as `super(type, …)` looks it up; or unbound.
    func lookupAbove(_ type: TypeRef, in start: TypeRef, _ name: Value) -> Value {
        let mro = start.mro
        var isAbove = false
        for index in 0..<mro.count {
            if isAbove {
                let value = dictGet(TypeRef(mro[index]).dict, name: name)
                if value.isBound { return value }
            } else if mro[index] == type.value {
                isAbove = true
            }
        }
        return .unbound
    }
}
