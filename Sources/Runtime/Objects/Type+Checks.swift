/// `isinstance` and `issubclass`.
extension Machine {
    /// `isinstance(value, class)`: a type, a tuple of such, a union, or something with `__instancecheck__`.
    func isInstanceOf(_ value: Value, _ class_: Value) throws(Raise) -> Bool {
        if class_.isKind(.type) {
            if typeOf(value) == TypeRef(class_) { return true }
            let metatype = class_.cell.type
            if metatype == type(.type) { return try isRealInstance(value, TypeRef(class_)) }
        } else if class_.isKind(.tuple) {
            try enterNative(" in __instancecheck__")
            defer { leaveNative() }
            let tuple = Tuple(class_)
            for index in 0..<tuple.count where try isInstanceOf(value, tuple[index]) { return true }
            return false
        }
        let check = lookupSpecial(class_, .__instancecheck__)
        if check.isBound { return try truth(try callFound(check, class_, value)) }
        // What is no class may act as one by its `__bases__`.
        guard try basesOfAnything(class_).isBound else {
            throw raise(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
        let claimed = try getAttributeIfPresent(value, .__class__)
        return claimed.isBound ? try isBelow(claimed, class_) : false
    }

    /// The `__bases__` of an object if they are a tuple, else unbound.
    private func basesOfAnything(_ object: Value) throws(Raise) -> Value {
        let bases = try getAttributeIfPresent(object, .__bases__)
        return bases.isKind(.tuple) ? bases : .unbound
    }

    /// Whether `derived` is `class_` or has it among its bases, theirs, and so on.
    private func isBelow(_ derived: Value, _ class_: Value) throws(Raise) -> Bool {
        var derived = derived
        while true {
            if derived == class_ { return true }
            let bases = try basesOfAnything(derived)
            guard bases.isBound, Tuple(bases).count > 0 else { return false }
            if Tuple(bases).count > 1 {
                try enterNative(" in __issubclass__")
                defer { leaveNative() }
                for index in 0..<Tuple(bases).count where try isBelow(Tuple(bases)[index], class_) { return true }
                return false
            }
            derived = Tuple(bases)[0]
            // A cycle of single bases has no end, and none in CPython; but it can be interrupted.
            if state.pointee.interruptWord != 0 { try safepoint() }
        }
    }

    /// The check of `type.__instancecheck__`: by the type, or by `__class__` when that says something else.
    func isRealInstance(_ value: Value, _ type: TypeRef) throws(Raise) -> Bool {
        let actual = typeOf(value)
        if actual.isSubtype(of: type) { return true }
        guard actual.isHeapType || actual.flags.contains(.customGetAttribute) else { return false }
        // The usual `__class__` says nothing new.
        if !actual.flags.contains(.customGetAttribute), value.isKind(.object),
            lookup(actual, name(.__class__)) == lookup(self.type(.object), name(.__class__))
        {
            return false
        }
        let claimed = try getAttributeIfPresent(value, .__class__)
        return claimed.isKind(.type) && claimed != actual.value && TypeRef(claimed).isSubtype(of: type)
    }

    /// `issubclass(value, class)`.
    func isSubclass(_ value: Value, _ class_: Value) throws(Raise) -> Bool {
        if class_.isKind(.type), class_.cell.type == type(.type) {
            if value.isKind(.type) { return TypeRef(value).isSubtype(of: TypeRef(class_)) }
            guard try basesOfAnything(value).isBound else {
                throw raise(.typeError, "issubclass() arg 1 must be a class")
            }
            return try isBelow(value, class_)
        }
        if class_.isKind(.tuple) {
            try enterNative(" in __subclasscheck__")
            defer { leaveNative() }
            let tuple = Tuple(class_)
            for index in 0..<tuple.count where try isSubclass(value, tuple[index]) { return true }
            return false
        }
        let check = lookupSpecial(class_, .__subclasscheck__)
        if check.isBound { return try truth(try callFound(check, class_, value)) }
        let bases = value.isKind(.type) ? value : try basesOfAnything(value)
        guard bases.isBound else {
            throw raise(.typeError, "issubclass() arg 1 must be a class")
        }
        guard try basesOfAnything(class_).isBound else {
            throw raise(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
        }
        return try isBelow(value, class_)
    }
}
