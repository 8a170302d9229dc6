/// Reading attributes, by the rules of `object.__getattribute__`, `type.__getattribute__` and modules
/// (Python reference, 3.3.2 and 3.3.2.3).
extension Machine {
    /// `object.name`. Raises AttributeError.
    func getAttribute(_ object: Value, _ name: Value) throws(Raise) -> Value {
        let name = internedName(name)
        let result = try findAttribute(object, name)
        if result.isBound { return result }
        throw raiseNoAttribute(object, name)
    }

    func getAttribute(_ object: Value, _ known: KnownName) throws(Raise) -> Value {
        try getAttribute(object, name(known))
    }

    /// `object.name`, unbound when that is an AttributeError.
    func getAttributeIfPresent(_ object: Value, _ name: Value) throws(Raise) -> Value {
        let name = internedName(name)
        do throws(Raise) {
            return try findAttribute(object, name)
        } catch {
            guard pendingMatches(.attributeError) else { throw error }
            clearPending()
            return .unbound
        }
    }

    func getAttributeIfPresent(_ object: Value, _ known: KnownName) throws(Raise) -> Value {
        try getAttributeIfPresent(object, name(known))
    }

    /// The attribute, unbound when the default rules find none. Code of the script may raise AttributeError itself.
    @inline(__always)
    func findAttribute(_ object: Value, _ name: Value) throws(Raise) -> Value {
        let type = typeOf(object)
        if type.flags.rawValue & TypeFlags.attributeHookMask != 0 {
            return try findAttributeCustomly(object, type, name)
        }
        return try findAttributeByKind(object, type, name)
    }

    /// The rules of `__getattribute__` of the built-in types.
    func findAttributeByKind(_ object: Value, _ type: TypeRef, _ name: Value) throws(Raise) -> Value {
        if object.isCell {
            if object.cell.kind == .type { return try findTypeAttribute(object, type, name) }
            if object.cell.kind == .module { return try findModuleAttribute(object, type, name) }
        }
        return try findInstanceAttribute(object, type, name)
    }

    /// With `__getattribute__` or `__getattr__` of the script.
    @inline(never)
    private func findAttributeCustomly(_ object: Value, _ type: TypeRef, _ name: Value) throws(Raise) -> Value {
        var result = Value.unbound
        do throws(Raise) {
            if type.flags.contains(.customGetAttribute) {
                result = try callSpecial(object, .__getattribute__, name)
            } else {
                result = try findAttributeByKind(object, type, name)
            }
            if result.isBound { return result }
        } catch {
            guard type.flags.contains(.hasGetAttr), pendingMatches(.attributeError) else { throw error }
            clearPending()
        }
        return try callSpecial(object, .__getattr__, name)
    }

    /// The rules of `object.__getattribute__`: data descriptors, then the instance, then the type.
    func findInstanceAttribute(_ object: Value, _ type: TypeRef, _ name: Value) throws(Raise) -> Value {
        let attribute = lookup(type, name)
        var isDescriptor = false
        if attribute.isCell {
            let flags = attribute.cell.type.flags
            isDescriptor = flags.contains(.descriptor)
            if isDescriptor, flags.contains(.dataDescriptor) { return try descriptorGet(attribute, object, type) }
        }
        if object.isCell {
            let own = ownAttribute(object.cell, name)
            if own.isBound { return own }
        }
        if isDescriptor { return try descriptorGet(attribute, object, type) }
        if attribute.isUnbound, object.isKind(.boundMethod), type == self.type(.method) {
            return try findAttribute(object.layout(BoundMethodLayout.self).pointee.function, name)
        }
        return attribute
    }

    /// An attribute kept in the instance itself, or unbound. `name` is interned.
    @inline(__always)
    func ownAttribute(_ cell: Cell, _ name: Value) -> Value {
        if cell.hasAttributes {
            let shape = cell.shape
            let slot = Shape.slot(of: name, in: shape)
            if slot >= 0 { return cell.slots[slot] }
            if shape.pointee.isDictionary { return dictGet(Dict(cell.slots[shape.pointee.count - 1]), name: name) }
            return .unbound
        }
        switch cell.kind {
        case .function:
            let attributes = cell.layout(FunctionLayout.self).pointee.attributes
            return attributes.isBound ? dictGet(Dict(attributes), name: name) : .unbound
        case .future: return futureAttribute(cell, name)
        default: return .unbound
        }
    }

    /// The rules of `type.__getattribute__`: data descriptors of the metatype, the type and its ancestors, the metatype.
    func findTypeAttribute(_ object: Value, _ metatype: TypeRef, _ name: Value) throws(Raise) -> Value {
        let ofMetatype = lookup(metatype, name)
        var isDescriptor = false
        if ofMetatype.isCell {
            let flags = ofMetatype.cell.type.flags
            isDescriptor = flags.contains(.descriptor)
            if isDescriptor, flags.contains(.dataDescriptor) { return try descriptorGet(ofMetatype, object, metatype) }
        }
        let attribute = lookup(TypeRef(object), name)
        if attribute.isBound { return try descriptorGetOnType(attribute, TypeRef(object)) }
        if isDescriptor { return try descriptorGet(ofMetatype, object, metatype) }
        return ofMetatype
    }

    private func findModuleAttribute(_ object: Value, _ type: TypeRef, _ name: Value) throws(Raise) -> Value {
        let dict = Dict(object.layout(ModuleLayout.self).pointee.dict)
        if type == self.type(.module) {
            // Plain modules: the metadata in the type is rarely asked for.
            let own = dictGet(dict, name: name)
            if own.isBound, name != self.name(.__dict__), name != self.name(.__class__) { return own }
        }
        let attribute = lookup(type, name)
        var isDescriptor = false
        if attribute.isCell {
            let flags = attribute.cell.type.flags
            isDescriptor = flags.contains(.descriptor)
            if isDescriptor, flags.contains(.dataDescriptor) { return try descriptorGet(attribute, object, type) }
        }
        let own = dictGet(dict, name: name)
        if own.isBound { return own }
        if isDescriptor { return try descriptorGet(attribute, object, type) }
        if attribute.isBound { return attribute }
        let lazy = try findLazyModuleAttribute(dict, name)
        if lazy.isBound { return lazy }
        let hook = dictGet(dict, .__getattr__)
        return hook.isBound ? try call(hook, name) : .unbound
    }

    // MARK: Descriptors

    /// `attribute.__get__(object, type)` for an attribute whose type has the flag `descriptor`.
    func descriptorGet(_ attribute: Value, _ object: Value, _ type: TypeRef) throws(Raise) -> Value {
        let kind = attribute.cell.kind
        switch kind {
        case .function: return boundMethod(attribute, object)
        case .nativeFunction: return bindNative(attribute, object, type)
        case .boundMethod: return attribute
        default: break
        }
        switch BuiltinType(rawValue: attribute.cell.type.pointer.pointee.builtinIndex) {
        case .property?:
            let getter = Record(attribute)[PropertyField.get]
            if getter.isUnbound || getter.isNone { throw raisePropertyError(attribute, object, "getter") }
            guard getter.isKind(.nativeFunction) else { return try call(getter, object) }
            // Such a getter may ask for the attribute again without a frame of the script in between.
            try enterNative(" while calling a Python object")
            defer { leaveNative() }
            return try call(getter, object)
        case .classmethod?: return try bindClassMethod(Record(attribute)[0], type)
        case .staticmethod?: return Record(attribute)[0]
        case .getsetDescriptor?:
            if kind == .record { return try classProvided(attribute, object) }
            return try GetSet.of(attribute).get(self, object)
        case .memberDescriptor?:
            if kind == .box { return try GetSet.of(attribute).get(self, object) }
            return try memberGet(attribute, object)
        default:
            // Not bound first, even when it is a descriptor itself.
            let get = lookup(attribute.cell.type, name(.__get__))
            return get.isBound ? try call(get, attribute, object, type.value) : .unbound
        }
    }

    /// `attribute.__get__(None, type)`, or the attribute itself when it is no descriptor.
    func descriptorGetOnType(_ attribute: Value, _ type: TypeRef) throws(Raise) -> Value {
        guard attribute.isCell, attribute.cell.type.flags.contains(.descriptor) else { return attribute }
        switch attribute.cell.kind {
        case .function, .boundMethod: return attribute
        case .nativeFunction:
            let style = attribute.layout(NativeFunctionLayout.self).pointee.style
            return style == .classMethod ? boundMethod(attribute, type.value) : attribute
        default: break
        }
        switch BuiltinType(rawValue: attribute.cell.type.pointer.pointee.builtinIndex) {
        case .property?, .getsetDescriptor?, .memberDescriptor?: return attribute
        case .classmethod?: return try bindClassMethod(Record(attribute)[0], type)
        case .staticmethod?: return Record(attribute)[0]
        default:
            let get = lookup(attribute.cell.type, name(.__get__))
            return get.isBound ? try call(get, attribute, .none, type.value) : attribute
        }
    }

    private func bindNative(_ native: Value, _ object: Value, _ type: TypeRef) -> Value {
        switch native.layout(NativeFunctionLayout.self).pointee.style {
        case .method, .slot: boundMethod(native, object)
        case .classMethod: boundMethod(native, type.value)
        case .function, .staticMethod, .new: native
        }
    }

    private func bindClassMethod(_ function: Value, _ type: TypeRef) throws(Raise) -> Value {
        boundMethod(function, type.value)
    }

    /// `__dict__` and `__weakref__` of a class of the script: a record like that of a member.
    private func classProvided(_ descriptor: Value, _ object: Value) throws(Raise) -> Value {
        Record(descriptor)[MemberField.name] == name(.__dict__) ? try instanceDict(object) : .none
    }

    // MARK: Members (`__slots__`)

    /// The value of a member; AttributeError when it is not set.
    func memberGet(_ member: Value, _ object: Value) throws(Raise) -> Value {
        let record = Record(member)
        guard let slot = memberSlot(record, object) else { throw raiseDescriptorMismatch(member, object) }
        let value = slot >= 0 ? object.cell.slots[slot] : ownAttribute(object.cell, record[MemberField.name])
        if value.isBound { return value }
        throw raiseAttributeError(
            "'\(fullTypeName(object))' object has no attribute '\(swiftString(record[MemberField.name]))'",
            name: record[MemberField.name], object: object)
    }

    /// The slot of a member in an instance: -1 when it is kept by name, nil when the instance is of another class.
    @inline(__always)
    func memberSlot(_ member: Record, _ object: Value) -> Int? {
        guard object.isCell, object.cell.hasAttributes,
            object.cell.type.isSubtype(of: TypeRef(member[MemberField.owner]))
        else { return nil }
        return member[MemberField.slot].smallInt
    }

    // MARK: Errors

    /// AttributeError for an attribute that the default rules do not find.
    func raiseNoAttribute(_ object: Value, _ name: Value) -> Raise {
        // A method asks its function.
        if object.isKind(.boundMethod), typeOf(object) == type(.method) {
            return raiseNoAttribute(object.layout(BoundMethodLayout.self).pointee.function, name)
        }
        let text = swiftString(name)
        let message: String
        if object.isKind(.type) {
            message = "type object '\(typeName(TypeRef(object)))' has no attribute '\(text)'"
        } else if object.isKind(.module) {
            message = noModuleAttribute(object, name)
        } else {
            message = "'\(typeName(object))' object has no attribute '\(text)'"
        }
        return raiseAttributeError(message, name: name, object: object)
    }

    /// AttributeError with its fields `name` and `obj`.
    func raiseAttributeError(_ message: String, name: Value, object: Value) -> Raise {
        let exception = makeException(.attributeError, string(message))
        Exception(exception).fields[AttributeErrorField.name] = name
        Exception(exception).fields[AttributeErrorField.object] = object
        return raise(exception)
    }

    /// TypeError of a descriptor that is used with an object of another type.
    func raiseDescriptorMismatch(_ descriptor: Value, _ object: Value) -> Raise {
        let (name, owner) = descriptorNameAndOwner(descriptor)
        return raise(
            .typeError,
            "descriptor '\(swiftString(name))' for '\(builtinTypeName(owner))' objects doesn't apply to a "
                + "'\(typeName(object))' object"
        )
    }

    /// `__name__` and `__objclass__` of a getset or member descriptor or of a native method.
    func descriptorNameAndOwner(_ descriptor: Value) -> (Value, TypeRef) {
        switch descriptor.kind {
        case .box:
            let getset = GetSet.of(descriptor)
            return (getset.name, getset.owner)
        case .nativeFunction:
            let layout: UnsafeMutablePointer<NativeFunctionLayout> = descriptor.layout()
            let owner = layout.pointee.owner
            return (layout.pointee.name, owner.isKind(.type) ? TypeRef(owner) : type(.object))
        default:
            let record = Record(descriptor)
            return (record[MemberField.name], TypeRef(record[MemberField.owner]))
        }
    }
}

/// The values of a member descriptor.
enum MemberField {
    static let owner = 0
    static let name = 1
    /// Number of the slot, or -1 when the value is kept in the instance by name.
    static let slot = 2
}

/// The values of a property.
enum PropertyField {
    static let get = 0
    static let set = 1
    static let delete = 2
    static let doc = 3
    static let name = 4
    /// Whether the doc came from the getter.
    static let docFromGetter = 5
}
