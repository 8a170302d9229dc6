/// Writing and deleting attributes, and `__dict__` of instances.
extension Machine {
    /// `object.name = value`.
    func setAttribute(_ object: Value, _ name: Value, _ value: Value) throws(Raise) {
        let name = internedName(name)
        let type = typeOf(object)
        if type.flags.contains(.customSetAttr) {
            _ = try callSpecial(object, .__setattr__, name, value)
        } else {
            try storeAttributeByKind(object, type, name, value)
        }
    }

    func setAttribute(_ object: Value, _ known: KnownName, _ value: Value) throws(Raise) {
        try setAttribute(object, name(known), value)
    }

    /// `del object.name`.
    func deleteAttribute(_ object: Value, _ name: Value) throws(Raise) {
        let name = internedName(name)
        let type = typeOf(object)
        if type.flags.contains(.customSetAttr) {
            _ = try callSpecial(object, .__delattr__, name)
        } else {
            try storeAttributeByKind(object, type, name, .unbound)
        }
    }

    /// The rules of `__setattr__` and `__delattr__` (value unbound) of the built-in types.
    func storeAttributeByKind(_ object: Value, _ type: TypeRef, _ name: Value, _ value: Value) throws(Raise) {
        if object.isKind(.type) { return try storeTypeAttribute(TypeRef(object), type, name, value) }
        let attribute = lookup(type, name)
        if attribute.isCell, attribute.cell.type.flags.contains(.dataDescriptor) {
            return try descriptorSet(attribute, object, value)
        }
        if object.isCell, try storeOwnAttribute(object.cell, name, value) { return }
        throw raiseNotWritable(object, name, attribute, isDelete: value.isUnbound)
    }

    private func raiseNotWritable(_ object: Value, _ name: Value, _ attribute: Value, isDelete: Bool) -> Raise {
        let text = swiftString(name)
        if attribute.isUnbound {
            if object.isKind(.module) {
                return raiseAttributeError(
                    "'\(typeName(object))' object has no attribute '\(text)'", name: name, object: object)
            }
            if hasDict(object) { return raiseNoAttribute(object, name) }
            // With `__setattr__` of the script CPython does not know that there could have been a `__dict__`.
            let isCustom = typeOf(object).flags.contains(.customSetAttr)
            return raiseAttributeError(
                "'\(typeName(object))' object has no attribute '\(text)'"
                    + (isCustom ? "" : " and no __dict__ for setting new attributes"), name: name, object: object)
        }
        if isDelete, hasDict(object) { return raiseNoAttribute(object, name) }
        return raiseAttributeError(
            "'\(typeName(object))' object attribute '\(text)' is read-only", name: name, object: object)
    }

    /// Stores (or deletes, value unbound) an attribute in the instance itself. False when it has no room for any, or
    /// when there is nothing to delete.
    private func storeOwnAttribute(_ cell: Cell, _ name: Value, _ value: Value) throws(Raise) -> Bool {
        if cell.hasAttributes {
            if cell.type.flags.contains(.slotsOnly) { return false }
            if value.isUnbound { return deleteSlot(cell, name) }
            storeSlot(cell, name, value)
            return true
        }
        switch cell.kind {
        case .module: return storeItem(Dict(cell.layout(ModuleLayout.self).pointee.dict), name, value)
        case .function:
            let function: UnsafeMutablePointer<FunctionLayout> = cell.layout()
            if function.pointee.attributes.isUnbound {
                if value.isUnbound { return false }
                function.pointee.attributes = dict().value
            }
            return storeItem(Dict(function.pointee.attributes), name, value)
        case .future:
            let future: UnsafeMutablePointer<FutureLayout> = cell.layout()
            if value.isUnbound ? future.pointee.attributes.isUnbound : future.pointee.phase != .none { return false }
            noteShadowing(cell, name)
            return storeItem(futureAttributes(cell), name, value)
        default: return false
        }
    }

    private func storeItem(_ dict: Dict, _ name: Value, _ value: Value) -> Bool {
        if value.isUnbound { return dictRemove(dict, name: name).isBound }
        dictSet(dict, name: name, value)
        return true
    }

    /// Stores an attribute of an instance with shape and slots.
    func storeSlot(_ cell: Cell, _ name: Value, _ value: Value) {
        let shape = cell.shape
        let slot = Shape.slot(of: name, in: shape)
        if slot >= 0 {
            cell.slots[slot] = value
        } else if shape.pointee.isDictionary {
            dictSet(Dict(cell.slots[shape.pointee.count - 1]), name: name, value)
        } else if shape.pointee.count >= Shape.maximumCount {
            dictSet(makeDictionary(cell), name: name, value)
        } else {
            addSlot(cell, name: name, value: value)
        }
    }

    private func deleteSlot(_ cell: Cell, _ name: Value) -> Bool {
        let shape = cell.shape
        if shape.pointee.isDictionary {
            return dictRemove(Dict(cell.slots[shape.pointee.count - 1]), name: name).isBound
        }
        let slot = Shape.slot(of: name, in: shape)
        if slot < 0 { return false }
        if slot == shape.pointee.count - 1, cell.kind == .object, let parent = shape.pointee.parent {
            cell.slots[slot] = .unbound
            cell.shape = parent
            return true
        }
        return dictRemove(makeDictionary(cell), name: name).isBound
    }

    /// Whether instances may have arbitrary attributes.
    func hasDict(_ object: Value) -> Bool {
        guard object.isCell else { return false }
        if object.cell.hasAttributes { return !object.cell.type.flags.contains(.slotsOnly) }
        switch object.cell.kind {
        case .module, .function, .type: return true
        case .future: return isNativeFuture(object)
        default: return false
        }
    }

    // MARK: The dict of an instance

    /// `object.__dict__` of anything that has one; an instance goes over to dictionary mode.
    func instanceDict(_ object: Value) throws(Raise) -> Value {
        guard hasDict(object) else { throw raiseNoAttribute(object, name(.__dict__)) }
        let cell = object.cell
        if cell.hasAttributes { return makeDictionary(cell).value }
        switch cell.kind {
        case .module: return cell.layout(ModuleLayout.self).pointee.dict
        case .function:
            let function: UnsafeMutablePointer<FunctionLayout> = cell.layout()
            if function.pointee.attributes.isUnbound { function.pointee.attributes = dict().value }
            return function.pointee.attributes
        case .future: return futureAttributes(cell).value
        default: return makeMappingProxy(TypeRef(object).dict.value)
        }
    }

    /// Brings an instance with attributes into dictionary mode.
    func makeDictionary(_ cell: Cell) -> Dict {
        let shape = cell.shape
        if shape.pointee.isDictionary { return Dict(cell.slots[shape.pointee.count - 1]) }
        let dict = self.dict()
        var slot = (cell.type.pointer.pointee.rootShape?.pointee.count) ?? 0
        while slot < shape.pointee.count {
            dictSet(dict, name: shape.pointee.names[slot], cell.slots[slot])
            slot += 1
        }
        setInstanceDict(cell, dict.value)
        return dict
    }

    /// Calls `body` with the names and values of an instance's own attributes, without changing its mode.
    func forEachOwnAttribute(_ cell: Cell, _ body: (Value, Value) -> Void) {
        guard cell.hasAttributes else { return }
        let shape = cell.shape
        if shape.pointee.isDictionary {
            for entry in Dict(cell.slots[shape.pointee.count - 1]).entries { body(entry.key, entry.value) }
            return
        }
        for slot in 0..<shape.pointee.count where shape.pointee.names[slot].isBound {
            body(shape.pointee.names[slot], cell.slots[slot])
        }
    }

    /// `object.__dict__ = value`.
    func replaceInstanceDict(_ object: Value, _ value: Value) throws(Raise) {
        guard value.isUnbound || value.isKind(.dict) else {
            throw raise(.typeError, "__dict__ must be set to a dictionary, not a '\(typeName(value))'")
        }
        guard hasDict(object) else { throw raiseNoAttribute(object, name(.__dict__)) }
        let value = value.isBound ? value : dict().value
        if object.cell.hasAttributes {
            _ = makeDictionary(object.cell)
            object.cell.slots[object.cell.shape.pointee.count - 1] = value
        } else if object.cell.kind == .function {
            object.layout(FunctionLayout.self).pointee.attributes = value
        } else {
            throw raiseAttributeError("readonly attribute", name: name(.__dict__), object: object)
        }
    }

    // MARK: Descriptors

    /// `attribute.__set__(object, value)`, or `__delete__` when the value is unbound.
    func descriptorSet(_ attribute: Value, _ object: Value, _ value: Value) throws(Raise) {
        switch BuiltinType(rawValue: attribute.cell.type.pointer.pointee.builtinIndex) {
        case .property?:
            let field = value.isUnbound ? PropertyField.delete : PropertyField.set
            let function = Record(attribute)[field]
            if function.isUnbound || function.isNone {
                throw raisePropertyError(attribute, object, value.isUnbound ? "deleter" : "setter")
            }
            _ = value.isUnbound ? try call(function, object) : try call(function, object, value)
        case .getsetDescriptor?:
            if attribute.cell.kind == .record {
                guard Record(attribute)[MemberField.name] == name(.__dict__) else {
                    throw raiseAttributeError(
                        "attribute '__weakref__' of '\(typeName(object))' objects is not writable",
                        name: name(.__weakref__), object: object)
                }
                return try replaceInstanceDict(object, value)
            }
            let getset = GetSet.of(attribute)
            guard let set = getset.set else {
                throw raiseAttributeError(
                    "attribute '\(swiftString(getset.name))' of '\(builtinTypeName(getset.owner))' objects is not writable",
                    name: getset.name, object: object)
            }
            try set(self, object, value)
        case .memberDescriptor?:
            guard attribute.isKind(.box) else { return try memberSet(attribute, object, value) }
            guard let set = GetSet.of(attribute).set else { throw raise(.attributeError, "readonly attribute") }
            try set(self, object, value)
        default:
            try enterNative(" while calling a Python object")
            defer { leaveNative() }
            let known: KnownName = value.isUnbound ? .__delete__ : .__set__
            let result =
                value.isUnbound
                ? try callSpecial(attribute, known, object) : try callSpecial(attribute, known, object, value)
            if result.isUnbound {
                throw raise(.attributeError, value.isUnbound ? "__delete__" : "__set__")
            }
        }
    }

    private func memberSet(_ member: Value, _ object: Value, _ value: Value) throws(Raise) {
        let record = Record(member)
        guard let slot = memberSlot(record, object) else { throw raiseDescriptorMismatch(member, object) }
        let name = record[MemberField.name]
        if slot >= 0 {
            if value.isUnbound, object.cell.slots[slot].isUnbound {
                throw raiseAttributeError(swiftString(name), name: name, object: object)
            }
            object.cell.slots[slot] = value
        } else if value.isUnbound {
            if !deleteSlot(object.cell, name) {
                throw raiseAttributeError(swiftString(name), name: name, object: object)
            }
        } else {
            storeSlot(object.cell, name, value)
        }
    }

    /// AttributeError of a property without the function that is needed.
    func raisePropertyError(_ property: Value, _ object: Value, _ what: StaticString) -> Raise {
        let name = Record(property)[PropertyField.name]
        let type = swiftString(typeOf(object).pointer.pointee.qualifiedName)
        let mro = typeOf(object).mro
        for index in 0..<mro.count where isString(name) {
            // Attributes of classes that are built-in types in CPython.
            let owner = TypeRef(mro[index])
            if owner.flags.contains(.namedWithModule), dictGet(owner.dict, name: intern(name)) == property {
                let owner = qualifiedTypeName(owner)
                return raise(
                    .attributeError, "attribute '\(swiftString(name))' of '\(owner)' objects is not writable")
            }
        }
        do throws(Raise) {
            var text = ""
            // A property without a name has that of its function.
            let getter = Record(property)[PropertyField.get]
            let isNamed = name.isBound && !name.isNone
            let shown =
                isNamed || getter.isUnbound || getter.isNone ? name : try getAttributeIfPresent(getter, .__name__)
            if shown.isBound, !shown.isNone { text = " " + swiftString(try repr(shown)) }
            return raise(.attributeError, "property\(text) of '\(type)' object has no \(what)")
        } catch {
            return error
        }
    }

    // MARK: Types

    /// The rules of `type.__setattr__` and `type.__delattr__` (value unbound).
    func storeTypeAttribute(_ type: TypeRef, _ metatype: TypeRef, _ name: Value, _ value: Value) throws(Raise) {
        if type.flags.contains(.immutable) {
            throw raise(
                .typeError,
                "cannot set \(reprText(name)) attribute of immutable type '\(qualifiedTypeName(type))'")
        }
        let attribute = lookup(metatype, name)
        if attribute.isCell, attribute.cell.type.flags.contains(.dataDescriptor) {
            return try descriptorSet(attribute, type.value, value)
        }
        if value.isBound {
            if isPlainData(value), !isSpecialName(name), isPlainData(dictGet(type.dict, name: internedName(name))),
                forgetLookups(type, internedName(name))
            {
                dictSet(type.dict, name: name, value)
                return
            }
            dictSet(type.dict, name: name, value)
        } else if dictRemove(type.dict, name: name).isUnbound {
            throw raiseNoAttribute(type.value, name)
        }
        typeModified(type)
        if isSpecialName(name) { updateFlagsBelow(type) }
    }

    /// Whether a value is mere data: not found by anybody who looks for methods and descriptors.
    private func isPlainData(_ value: Value) -> Bool {
        guard value.isCell else { return value.isBound }
        switch value.cell.kind {
        case .int, .bigInt, .complex, .string, .bytes, .byteArray, .list, .tuple, .dict, .set:
            return !value.cell.type.isHeapType
        default: return false
        }
    }

    /// Whether a name begins with two underscores.
    @inline(__always)
    func isSpecialName(_ name: Value) -> Bool {
        let text = Str(name)
        return text.count > 4 && text[0] == 95 && text[1] == 95
    }

    /// The repr of a str for messages.
    func reprText(_ value: Value) -> String {
        guard let text = try? repr(value) else {
            clearPending()
            return swiftString(value)
        }
        return swiftString(text)
    }
}
