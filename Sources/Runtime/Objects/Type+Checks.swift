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
        throw raise(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }

    /// The check of `type.__instancecheck__`: by the type, or by `__class__` when that says something else.
    func isRealInstance(_ value: Value, _ type: TypeRef) throws(Raise) -> Bool {
        let actual = typeOf(value)
        if actual.isSubtype(of: type) { return true }
        guard actual.isHeapType || actual.flags.contains(.customGetAttribute) else { return false }
        let claimed = try getAttributeIfPresent(value, .__class__)
        return claimed.isKind(.type) && claimed != actual.value && TypeRef(claimed).isSubtype(of: type)
    }

    /// `issubclass(value, class)`.
    func isSubclass(_ value: Value, _ class_: Value) throws(Raise) -> Bool {
        if class_.isKind(.type), class_.cell.type == type(.type) {
            if value.isKind(.type) { return TypeRef(value).isSubtype(of: TypeRef(class_)) }
            throw raise(.typeError, "issubclass() arg 1 must be a class")
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
        guard value.isKind(.type) else { throw raise(.typeError, "issubclass() arg 1 must be a class") }
        throw raise(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
}
