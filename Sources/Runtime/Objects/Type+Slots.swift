/// `__slots__`: which attributes the instances of a class have, and where.
extension Machine {
    /// Gives a new class its shapes and the descriptors of its members, `__dict__` and `__weakref__`.
    func addSlots(_ type: TypeRef, _ bases: Tuple) throws(Raise) {
        let slots = dictGet(type.dict, .__slots__)
        let base = TypeRef(type.pointer.pointee.base)
        let keepsOwnDict = type.instanceKind == .type || type.instanceKind == .module
        var inheritsDict = keepsOwnDict
        for index in 0..<bases.count where hasInstanceDict(TypeRef(bases[index])) { inheritsDict = true }
        var hasDict = inheritsDict
        var addsDict = false
        var addsWeakReference =
            !keepsOwnDict && !supportsWeakReferences(base) && !isVariableSized(type.instanceKind)
        for index in 0..<bases.count where lookup(TypeRef(bases[index]), .__weakref__).isBound {
            addsWeakReference = false
        }
        var members = base.pointer.pointee.rootShape?.pointee.count ?? 0
        if slots.isUnbound {
            addsDict = !hasDict
            hasDict = true
        } else {
            let names = try slotNames(type, slots, base)
            var ownNames = 0
            var wantsWeakReference = false
            for index in 0..<names.count {
                let name = names[index]
                if name == self.name(.__dict__) {
                    if hasDict { throw raise(.typeError, "__dict__ slot disallowed: we already got one") }
                    hasDict = true
                    addsDict = true
                } else if name == self.name(.__weakref__) {
                    if !addsWeakReference || wantsWeakReference {
                        throw raise(.typeError, "__weakref__ slot disallowed: we already got one")
                    }
                    wantsWeakReference = true
                } else {
                    ownNames += 1
                }
            }
            addsWeakReference = wantsWeakReference
            for index in 0..<names.count where names[index] != name(.__dict__) && names[index] != name(.__weakref__) {
                if (0..<index).contains(where: { names[$0] == names[index] }) { continue }
                try addMember(type, names[index], slot: members)
                members += 1
            }
            if !hasDict, ownNames > 0 || members > 0 || base.flags.contains(.hasAttributes) {
                type.flags.insert([.slotsOnly, .hasAttributes])
            }
        }
        if hasDict, !keepsOwnDict { type.flags.insert(.hasAttributes) }
        if type.flags.contains(.hasAttributes) {
            makeShapes(type, members: members)
            type.pointer.pointee.slotHint = members
        }
        if addsDict { addProvided(type, .__dict__) }
        if addsWeakReference { addProvided(type, .__weakref__) }
    }

    /// The descriptor of `__dict__` or `__weakref__`.
    private func addProvided(_ type: TypeRef, _ known: KnownName) {
        let descriptor = record(.getsetDescriptor, count: 3)
        descriptor[MemberField.owner] = type.value
        descriptor[MemberField.name] = name(known)
        descriptor[MemberField.slot] = .none
        dictSet(type.dict, known, descriptor.value)
    }

    private func hasInstanceDict(_ type: TypeRef) -> Bool {
        type.flags.contains(.hasAttributes) && !type.flags.contains(.slotsOnly)
    }

    private func supportsWeakReferences(_ type: TypeRef) -> Bool {
        switch type.instanceKind {
        case .set, .type, .module, .function, .generator, .future, .eventLoop: true
        default: false
        }
    }

    private func isVariableSized(_ kind: CellKind) -> Bool {
        switch kind {
        case .int, .bigInt, .bytes, .tuple, .type: true
        default: false
        }
    }

    /// The names in `__slots__`, interned, those of private members mangled.
    private func slotNames(_ type: TypeRef, _ slots: Value, _ base: TypeRef) throws(Raise) -> List {
        let given = isString(slots) ? Tuple(tuple(slots)) : Tuple(try tupleFromIterable(slots))
        if given.count > 0, isVariableSized(type.instanceKind) {
            throw raise(.typeError, "nonempty __slots__ not supported for subtype of '\(typeName(base))'")
        }
        let names = list()
        for index in 0..<given.count {
            guard isString(given[index]) else {
                throw raise(.typeError, "__slots__ items must be strings, not '\(typeName(given[index]))'")
            }
            guard isIdentifier(Str(given[index])) else { throw raise(.typeError, "__slots__ must be identifiers") }
            let text = swiftString(given[index])
            var mangled = text
            if text.hasPrefix("__"), !text.hasSuffix("__") {
                let class_ = typeName(type).drop { $0 == "_" }
                if !class_.isEmpty { mangled = "_\(class_)\(text)" }
            }
            names.append(self, intern(mangled))
        }
        return names
    }

    private func isIdentifier(_ text: Str) -> Bool {
        guard text.count > 0 else { return false }
        for index in 0..<text.count {
            let code = text[index]
            let isDigit = code >= 48 && code <= 57
            let isLetter = code == 95 || code | 32 >= 97 && code | 32 <= 122 || code >= 128
            if !(isLetter || isDigit && index > 0) { return false }
        }
        return true
    }

    private func addMember(_ type: TypeRef, _ name: Value, slot: Int) throws(Raise) {
        if dictGet(type.dict, name: name).isBound {
            throw raise(.valueError, "\(reprText(name)) in __slots__ conflicts with class variable")
        }
        let member = record(.memberDescriptor, count: 3)
        member[MemberField.owner] = type.value
        member[MemberField.name] = name
        member[MemberField.slot] = Value(small: slot)
        dictSet(type.dict, name: name, member.value)
    }
}
