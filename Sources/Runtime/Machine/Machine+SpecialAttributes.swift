import Compiler

/// Attributes that functions of the script compute, begun by the instruction loop: properties, descriptors, `__getattr__`
/// and `__setattr__`. See Machine+SpecialMethods.swift for what these functions have in common.
extension Machine {
    /// `object.name` into register `i.a`; `cache` lies behind the instruction.
    @inline(never)
    func loadAttributeStep(_ i: Instruction, cache: UnsafeMutablePointer<UInt64>) throws(Raise) {
        let frame = state.pointee.frame
        let object = frame.pointee.registers[i.b]
        let name = frame.pointee.code.pointee.names[i.c]
        if isOfScript(object) {
            if i.op == .loadAttrSlot, let slot = runtime.pointee.polymorphicCache.find(.load, object.cell, name) {
                let value = object.cell.slots[Int(slot)]
                if value.isBound {
                    frame.pointee.registers[i.a] = value
                    frame.pointee.pc = cache + 3
                    return
                }
            }
            if try beginGetter(object, name, i, cache) { return }
        }
        frame.pointee.registers[i.a] = try loadAttribute(object, name, cache: cache)
        frame.pointee.pc = cache + 3
        if i.op == .loadAttrSlot { noteSlot(.load, object, name, cache) }
    }

    /// Begins what computes an attribute: the getter of a property, `__get__`, `__getattr__` or `__getattribute__`.
    private func beginGetter(
        _ object: Value, _ name: Value, _ i: Instruction, _ cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Bool {
        let type = object.cell.type
        guard object.isKind(.object) else { return false }
        let frame = state.pointee.frame
        let hasGetAttr = type.flags.contains(.hasGetAttr)
        if type.flags.contains(.customGetAttribute) {
            // An AttributeError would lead to `__getattr__`.
            let method = lookup(type, self.name(.__getattribute__))
            guard !hasGetAttr, takesExactly(method, 2) else { return false }
            frame.pointee.pc = cache + 3
            return try push(method, object, name, register: i.a)
        }
        let attribute = lookup(type, name)
        if hasGetAttr {
            let method = lookup(type, self.name(.__getattr__))
            guard attribute.isUnbound, ownAttribute(object.cell, name).isUnbound, takesExactly(method, 2) else {
                return false
            }
            frame.pointee.pc = cache + 3
            return try push(method, object, name, register: i.a)
        }
        guard attribute.isCell, attribute.cell.type.flags.contains(.descriptor) else { return false }
        if attribute.cell.type == self.type(.property) {
            let method = Record(attribute)[PropertyField.get]
            guard takesExactly(method, 1) else { return false }
            if type.pointer.pointee.version != 0 {
                cache[0] = UInt64(type.pointer.pointee.version)
                cache[2] = method.bits
                respecialize(cache - 1, .loadAttrProperty)
            }
            frame.pointee.pc = cache + 3
            return try push(method, object, register: i.a)
        }
        guard isOfScript(attribute) else { return false }
        if !attribute.cell.type.flags.contains(.dataDescriptor), ownAttribute(object.cell, name).isBound {
            return false
        }
        let method = lookup(attribute.cell.type, self.name(.__get__))
        guard takesExactly(method, 3) else { return false }
        frame.pointee.pc = cache + 3
        return try push(method, attribute, object, type.value, register: i.a)
    }

    /// `object.name = value`; `cache` lies behind the instruction.
    @inline(never)
    func storeAttributeStep(_ i: Instruction, cache: UnsafeMutablePointer<UInt64>) throws(Raise) {
        let frame = state.pointee.frame
        let object = frame.pointee.registers[i.a]
        let name = frame.pointee.code.pointee.names[i.b]
        let value = frame.pointee.registers[i.c]
        if isOfScript(object) {
            if i.op == .storeAttrSlot, let slot = runtime.pointee.polymorphicCache.find(.store, object.cell, name) {
                object.cell.slots[Int(slot)] = value
                frame.pointee.pc = cache + 3
                return
            }
            if try beginSetter(object, name, value, cache) { return }
        }
        try storeAttribute(object, name, value, cache: cache)
        frame.pointee.pc = cache + 3
        if i.op == .storeAttrSlot { noteSlot(.store, object, name, cache) }
    }

    /// An instruction has met an object of another class than before and has just cached where its attribute lies.
    private func noteSlot(
        _ purpose: PolymorphicCache.Purpose, _ object: Value, _ name: Value, _ cache: UnsafeMutablePointer<UInt64>
    ) {
        let op = Instruction(bits: cache[-1]).op
        guard op == .loadAttrSlot || op == .storeAttrSlot, object.isCell, object.cell.hasAttributes,
            cache[0] & 0xFFFF_FFFF == UInt64(object.cell.type.pointer.pointee.version),
            cache[1] == UInt64(UInt(bitPattern: object.cell.shape))
        else { return }
        runtime.pointee.polymorphicCache.note(purpose, object.cell, name, cache[0] >> 32)
    }

    /// Begins what takes a value that is stored: the setter of a property, `__set__` or `__setattr__`.
    private func beginSetter(
        _ object: Value, _ name: Value, _ value: Value, _ cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Bool {
        guard object.isKind(.object) else { return false }
        let type = object.cell.type
        let frame = state.pointee.frame
        if type.flags.contains(.customSetAttr) {
            let method = lookup(type, self.name(.__setattr__))
            guard takesExactly(method, 3) else { return false }
            frame.pointee.pc = cache + 3
            return try push(method, object, name, value, kind: .discard)
        }
        let attribute = lookup(type, name)
        guard attribute.isCell, attribute.cell.type.flags.contains(.dataDescriptor) else { return false }
        if attribute.cell.type == self.type(.property) {
            let method = Record(attribute)[PropertyField.set]
            guard takesExactly(method, 2) else { return false }
            frame.pointee.pc = cache + 3
            return try push(method, object, value, kind: .discard)
        }
        guard isOfScript(attribute) else { return false }
        let method = lookup(attribute.cell.type, self.name(.__set__))
        guard takesExactly(method, 3) else { return false }
        frame.pointee.pc = cache + 3
        return try push(method, attribute, object, value, kind: .discard)
    }
}
