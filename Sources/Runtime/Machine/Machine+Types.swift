/// Types of values, look-ups in types, and the global cache of look-ups.
extension Machine {
    /// The type of any value.
    @inline(__always)
    func typeOf(_ value: Value) -> TypeRef {
        value.isCell ? value.cell.type : immediateType(value)
    }

    @inline(__always)
    private func immediateType(_ value: Value) -> TypeRef {
        if value.isSmallInt { return type(.int) }
        if value.isDouble { return type(.float) }
        return constantType(value)
    }

    private func constantType(_ value: Value) -> TypeRef {
        if value.isBool { return type(.bool) }
        if value.isNone { return type(.noneType) }
        if value.isNotImplemented { return type(.notImplementedType) }
        if value == .ellipsis { return type(.ellipsis) }
        return type(.object)
    }

    /// The name of a value's type as messages show it: types of CPython's extension modules with their module.
    func typeName(_ value: Value) -> String {
        let type = typeOf(value)
        if let builtin = BuiltinType(rawValue: type.pointer.pointee.builtinIndex) {
            switch builtin {
            case .weakref, .weakproxy, .callableproxy, .typeVar, .paramSpec, .typeVarTuple, .typeAliasType,
                .genericAlias,
                .union,
                .simpleNamespace, .textIOWrapper, .future, .task:
                return qualifiedTypeName(type)
            default: break
            }
        } else if !type.isHeapType || type.flags.contains(.namedWithModule) {
            return qualifiedTypeName(type)
        }
        return typeName(type)
    }

    /// `type.__name__`.
    func typeName(_ type: TypeRef) -> String { swiftString(type.pointer.pointee.name) }

    /// Whether a value is an instance of a built-in type or of a subclass; calls no script.
    @inline(__always)
    func isInstance(_ value: Value, _ type: BuiltinType) -> Bool { typeOf(value).isSubtype(of: self.type(type)) }

    /// Whether a value is a type object.
    @inline(__always)
    func isType(_ value: Value) -> Bool { value.isKind(.type) }

    // MARK: Look-up

    /// What the mro of a type has under an interned name, or unbound. Nothing is bound, no script called.
    @inline(__always)
    func lookup(_ type: TypeRef, _ name: Value) -> Value {
        let version = type.pointer.pointee.version
        let entry = runtime.pointee.methodCache + cacheIndex(version, name)
        if entry.pointee.version == version, entry.pointee.name == name, version != 0 { return entry.pointee.value }
        return lookupSlowly(type, name)
    }

    /// What the mro of a type has under a well-known name, or unbound.
    @inline(__always)
    func lookup(_ type: TypeRef, _ known: KnownName) -> Value { lookup(type, name(known)) }

    @inline(__always)
    private func cacheIndex(_ version: UInt32, _ name: Value) -> Int {
        let mixed = UInt64(version) &* 0x9E37_79B1 ^ name.bits >> 4
        return Int(truncatingIfNeeded: mixed) & (MethodCacheEntry.size - 1)
    }

    @inline(never)
    private func lookupSlowly(_ type: TypeRef, _ name: Value) -> Value {
        let name = internedName(name)
        let mro = type.mro
        var result = Value.unbound
        for index in 0..<mro.count {
            result = dictGet(TypeRef(mro[index]).dict, name: name)
            if result.isBound { break }
        }
        let version = assignVersion(type)
        runtime.pointee.methodCache[cacheIndex(version, name)] = MethodCacheEntry(
            version: version, name: name, value: result)
        return result
    }

    /// Gives a type and its ancestors version numbers. A type has one only while all its ancestors have.
    private func assignVersion(_ type: TypeRef) -> UInt32 {
        let mro = type.mro
        for index in 0..<mro.count {
            let ancestor = TypeRef(mro[index]).pointer
            if ancestor.pointee.version == 0 {
                ancestor.pointee.version = runtime.pointee.nextTypeVersion
                runtime.pointee.nextTypeVersion &+= 1
            }
        }
        return type.pointer.pointee.version
    }

    /// To be called when the namespace or the bases of a type have changed: caches that know it and its subclasses
    /// become invalid.
    func typeModified(_ type: TypeRef) {
        guard type.pointer.pointee.version != 0 else { return }
        type.pointer.pointee.version = 0
        guard let subclasses = type.pointer.pointee.subclasses else { return }
        for index in 0..<type.pointer.pointee.subclassCount { typeModified(TypeRef(subclasses[index])) }
    }

    /// To be called when a name of a type gets another value, mere data like the one before: caches of where it lies stay
    /// valid, those of the value forget it. False when there are too many subclasses to look at.
    func forgetLookups(_ type: TypeRef, _ name: Value) -> Bool {
        let version = type.pointer.pointee.version
        guard version != 0 else { return true }
        let entry = runtime.pointee.methodCache + cacheIndex(version, name)
        if entry.pointee.version == version, entry.pointee.name == name { entry.pointee.version = 0 }
        guard let subclasses = type.pointer.pointee.subclasses else { return true }
        guard type.pointer.pointee.subclassCount <= 16 else { return false }
        for index in 0..<type.pointer.pointee.subclassCount {
            if !forgetLookups(TypeRef(subclasses[index]), name) { return false }
        }
        return true
    }

    /// The interned str of a name; most are interned already.
    @inline(__always)
    func internedName(_ name: Value) -> Value {
        if Str(name).isInterned { return name }
        // An instance of a subclass stands for the plain str.
        return intern(isExactString(name) ? name : substring(Str(name), 0, Str(name).count))
    }

    // MARK: Special methods

    /// A special method found on the type of a value, not bound; unbound if there is none or it is None-d out by
    /// nothing (a None stored there is returned as it is).
    @inline(__always)
    func lookupSpecial(_ value: Value, _ known: KnownName) -> Value { lookup(typeOf(value), name(known)) }

    /// Calls a special method of the type; unbound when there is none.
    func callSpecial(_ value: Value, _ known: KnownName) throws(Raise) -> Value {
        let method = lookupSpecial(value, known)
        if method.isUnbound { return .unbound }
        if bindsPlainly(method) { return try call(method, value) }
        return try call(bindSpecial(method, value))
    }

    func callSpecial(_ value: Value, _ known: KnownName, _ a: Value) throws(Raise) -> Value {
        let method = lookupSpecial(value, known)
        if method.isUnbound { return .unbound }
        if bindsPlainly(method) { return try call(method, value, a) }
        return try call(bindSpecial(method, value), a)
    }

    func callSpecial(_ value: Value, _ known: KnownName, _ a: Value, _ b: Value) throws(Raise) -> Value {
        let method = lookupSpecial(value, known)
        if method.isUnbound { return .unbound }
        if bindsPlainly(method) { return try call(method, value, a, b) }
        return try call(bindSpecial(method, value), a, b)
    }

    func callSpecial(_ value: Value, _ known: KnownName, _ a: Value, _ b: Value, _ c: Value) throws(Raise) -> Value {
        let method = lookupSpecial(value, known)
        if method.isUnbound { return .unbound }
        if bindsPlainly(method) { return try call(method, value, a, b, c) }
        return try call(bindSpecial(method, value), a, b, c)
    }

    /// Whether calling `f(receiver, …)` is the same as binding the function first.
    @inline(__always)
    func bindsPlainly(_ function: Value) -> Bool {
        guard function.isCell else { return false }
        switch function.cell.kind {
        case .function: return true
        case .nativeFunction:
            let style = function.layout(NativeFunctionLayout.self).pointee.style
            return style == .method || style == .slot
        default: return false
        }
    }

    /// A special method bound to its receiver.
    func bindSpecial(_ method: Value, _ receiver: Value) throws(Raise) -> Value {
        guard method.isCell, method.cell.type.flags.contains(.descriptor) else { return method }
        return try descriptorGet(method, receiver, typeOf(receiver))
    }

    // MARK: Flags

    /// Computes the flags of a class of the script that follow from which special methods it has or inherits.
    func updateFlags(_ type: TypeRef) {
        var flags = type.flags
        flags.remove([
            .customGetAttribute, .hasGetAttr, .customSetAttr, .hasFinalizer, .descriptor, .dataDescriptor, .abstract,
        ])
        let getAttribute = lookup(type, .__getattribute__)
        if getAttribute.isKind(.nativeFunction) {
            let owner = getAttribute.layout(NativeFunctionLayout.self).pointee.owner
            if owner.isKind(.type), TypeRef(owner).flags.contains(.customGetAttribute) {
                flags.insert(.customGetAttribute)
            }
        } else if getAttribute.isBound {
            flags.insert(.customGetAttribute)
        }
        if lookup(type, .__getattr__).isBound { flags.insert(.hasGetAttr) }
        let setAttribute = lookup(type, .__setattr__)
        let deleteAttribute = lookup(type, .__delattr__)
        if !isNative(setAttribute) || !isNative(deleteAttribute) || setAttribute.isNone || deleteAttribute.isNone {
            flags.insert(.customSetAttr)
        } else if setAttribute.isKind(.nativeFunction) {
            let owner = setAttribute.layout(NativeFunctionLayout.self).pointee.owner
            if owner.isKind(.type), TypeRef(owner).flags.contains(.customSetAttr) { flags.insert(.customSetAttr) }
        }
        if lookup(type, .__del__).isBound { flags.insert(.hasFinalizer) }
        if lookup(type, .__get__).isBound { flags.insert(.descriptor) }
        if lookup(type, .__set__).isBound || lookup(type, .__delete__).isBound { flags.insert(.dataDescriptor) }
        if type.instanceKind != .object, !isNative(lookup(type, .__eq__)) || !isNative(lookup(type, .__hash__)) {
            flags.insert(.abstract)
        }
        type.flags = flags
        inheritNativeNext(type)
    }

    /// As `updateFlags`, for a type and all its subclasses.
    func updateFlagsBelow(_ type: TypeRef) {
        updateFlags(type)
        guard let subclasses = type.pointer.pointee.subclasses else { return }
        for index in 0..<type.pointer.pointee.subclassCount { updateFlagsBelow(TypeRef(subclasses[index])) }
    }

    /// A subclass of a built-in iterator is advanced natively unless it overrides `__next__`.
    private func inheritNativeNext(_ type: TypeRef) {
        guard type.isHeapType else { return }
        type.pointer.pointee.nativeNext = nil
        let next = lookup(type, .__next__)
        guard next.isKind(.nativeFunction) else { return }
        let owner = next.layout(NativeFunctionLayout.self).pointee.owner
        if owner.isKind(.type) { type.pointer.pointee.nativeNext = TypeRef(owner).pointer.pointee.nativeNext }
    }

    private func isNative(_ value: Value) -> Bool { value.isUnbound || value.isNone || value.isKind(.nativeFunction) }
}
