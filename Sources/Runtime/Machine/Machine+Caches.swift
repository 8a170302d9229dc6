import Compiler

/// Attribute access of the instruction loop when its inline cache does not hold, and what fills the cache.
///
/// A cache knows the type's version (which changes with any change of the type or its ancestors) and, for instances with
/// attributes, the shape. Together they determine what the name means.
extension Machine {
    /// `loadAttr` and its specialised forms.
    @inline(never)
    func loadAttribute(
        _ object: Value, _ name: Value, cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Value {
        if object.isCell { cacheLoad(object, name, cache) }
        return try getAttribute(object, name)
    }

    private func cacheLoad(_ object: Value, _ name: Value, _ cache: UnsafeMutablePointer<UInt64>) {
        let cell = object.cell
        let type = cell.type
        guard type.flags.isDisjoint(with: [.customGetAttribute]) else { return }
        if cell.kind == .module {
            cacheModuleLoad(cell, name, cache)
            return
        }
        if cell.kind == .type {
            cacheTypeLoad(TypeRef(object), type, name, cache)
            return
        }
        let attribute = lookup(type, name)
        guard type.pointer.pointee.version != 0 else { return }
        let flags: TypeFlags = attribute.isCell ? attribute.cell.type.flags : []
        if flags.contains(.dataDescriptor) {
            let slot = cachedMember(attribute, of: cell)
            if slot >= 0 {
                cache[0] = UInt64(type.pointer.pointee.version) | UInt64(slot) << 32
                cache[1] = UInt64(UInt(bitPattern: cell.shape))
                respecialize(cache - 1, .loadAttrSlot)
            }
            return
        }
        if cell.hasAttributes {
            guard !cell.shape.pointee.isDictionary else { return }
            let slot = Shape.slot(of: name, in: cell.shape)
            if slot >= 0 {
                cache[0] = UInt64(type.pointer.pointee.version) | UInt64(slot) << 32
                cache[1] = UInt64(UInt(bitPattern: cell.shape))
                respecialize(cache - 1, .loadAttrSlot)
                return
            }
        }
        // A plain value in the class, no descriptor.
        guard attribute.isBound, !flags.contains(.descriptor), cell.kind != .function,
            let address = addressOfAttribute(of: type, name)
        else { return }
        cache[0] = UInt64(type.pointer.pointee.version)
        cache[1] = cell.hasAttributes ? UInt64(UInt(bitPattern: cell.shape)) : 0
        cache[2] = address
        respecialize(cache - 1, .loadAttrClass)
    }

    /// `C.name` for what a class of the script or an ancestor has, a function among it: nothing is bound.
    private func cacheTypeLoad(
        _ type: TypeRef, _ metatype: TypeRef, _ name: Value, _ cache: UnsafeMutablePointer<UInt64>
    ) {
        let ofMetatype = lookup(metatype, name)
        if ofMetatype.isCell, ofMetatype.cell.type.flags.contains(.dataDescriptor) { return }
        let attribute = lookup(type, name)
        guard attribute.isBound,
            !attribute.isCell || attribute.cell.kind == .function
                || !attribute.cell.type.flags.contains(.descriptor),
            let address = addressOfAttribute(of: type, name)
        else { return }
        let versions = (type.pointer.pointee.version, metatype.pointer.pointee.version)
        guard versions.0 != 0, versions.1 != 0 else { return }
        cache[0] = UInt64(versions.0) | UInt64(versions.1) << 32
        cache[1] = type.value.bits
        cache[2] = address
        respecialize(cache - 1, .loadAttrType)
    }

    /// Where the value of a name lies in the namespace of the class of the script that has it. It stays there as long as
    /// the type has its version: new names and new kinds of values take that away, see ``storeTypeAttribute``. In
    /// built-in types names may be added at any time.
    private func addressOfAttribute(of type: TypeRef, _ name: Value) -> UInt64? {
        let name = internedName(name)
        let mro = type.mro
        for index in 0..<mro.count {
            let owner = TypeRef(mro[index])
            let entry = dictFind(owner.dict, name: name)
            if entry >= 0 { return owner.isHeapType ? owner.dict.valueAddress(at: entry) : nil }
        }
        return nil
    }

    /// The slot of a member descriptor (`__slots__`) in an instance, or -1 when it can't be cached.
    private func cachedMember(_ attribute: Value, of cell: Cell) -> Int {
        guard attribute.cell.type == type(.memberDescriptor), attribute.isKind(.record),
            let slot = memberSlot(Record(attribute), Value(cell))
        else { return -1 }
        return slot
    }

    private func cacheModuleLoad(_ cell: Cell, _ name: Value, _ cache: UnsafeMutablePointer<UInt64>) {
        guard cell.type == type(.module), name != self.name(.__dict__), name != self.name(.__class__) else { return }
        let dict = Dict(cell.layout(ModuleLayout.self).pointee.dict)
        let entry = dictFind(dict, name: name)
        guard entry >= 0 else { return }
        if dict.pointer.pointee.keysVersion == 0 { bumpKeysVersion(dict) }
        cache[0] = UInt64(dict.pointer.pointee.keysVersion)
        cache[1] = dict.valueAddress(at: entry)
        respecialize(cache - 1, .loadAttrModule)
    }

    /// `storeAttr` and its specialised forms.
    @inline(never)
    func storeAttribute(
        _ object: Value, _ name: Value, _ value: Value, cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) {
        guard object.isCell, object.cell.hasAttributes, object.cell.kind != .type else {
            try setAttribute(object, name, value)
            return
        }
        let cell = object.cell
        let type = cell.type
        let before = cell.shape
        let attribute = lookup(type, name)
        let isData = attribute.isCell && attribute.cell.type.flags.contains(.dataDescriptor)
        try setAttribute(object, name, value)
        if isData {
            let slot = cachedMember(attribute, of: cell)
            guard slot >= 0, !type.flags.contains(.customSetAttr), type.pointer.pointee.version != 0 else { return }
            cache[0] = UInt64(type.pointer.pointee.version) | UInt64(slot) << 32
            cache[1] = UInt64(UInt(bitPattern: cell.shape))
            respecialize(cache - 1, .storeAttrSlot)
            return
        }
        guard !type.flags.contains(.customSetAttr), type.pointer.pointee.version != 0,
            type == cell.type, !before.pointee.isDictionary, !cell.shape.pointee.isDictionary
        else { return }
        let version = UInt64(type.pointer.pointee.version)
        if cell.shape == before {
            let slot = Shape.slot(of: name, in: before)
            guard slot >= 0 else { return }
            cache[0] = version | UInt64(slot) << 32
            cache[1] = UInt64(UInt(bitPattern: before))
            respecialize(cache - 1, .storeAttrSlot)
        } else if cell.shape.pointee.parent == before {
            cache[0] = version
            cache[1] = UInt64(UInt(bitPattern: before))
            cache[2] = UInt64(UInt(bitPattern: cell.shape))
            respecialize(cache - 1, .storeAttrAdd)
        }
    }
}
