/// What a value is as a truth value, a number, a text, a hash.
extension Machine {
    /// The truth value (Python library reference, "Truth Value Testing").
    @inline(__always)
    func truth(_ value: Value) throws(Raise) -> Bool {
        if value.isTrue { return true }
        if value.isFalse || value.isNone { return false }
        if value.isSmallInt { return value.smallInt != 0 }
        return try slowTruth(value)
    }

    @inline(never)
    private func slowTruth(_ value: Value) throws(Raise) -> Bool {
        if value.isDouble { return value.double != 0 }
        guard value.isCell else {
            if value.isNotImplemented {
                try warn(.deprecationWarning, "NotImplemented should not be used in a boolean context")
            }
            return true
        }
        let type = value.cell.type
        if !type.isHeapType {
            switch value.cell.kind {
            case .string: return Str(value).count != 0
            case .list: return List(value).count != 0
            case .tuple: return Tuple(value).count != 0
            case .dict: return Dict(value).count != 0
            case .bytes: return Bytes(value).count != 0
            case .function, .nativeFunction, .boundMethod, .generator, .exception, .code: return true
            case .int, .bigInt: return value.cell.kind == .bigInt || value.layout(IntLayout.self).pointee.word != 0
            default: break
            }
        }
        let method = lookup(type, .__bool__)
        if method.isBound {
            let result = try callFound(method, value)
            if result.isBool { return result.isTrue }
            throw raise(.typeError, "__bool__ should return bool, returned \(typeName(result))")
        }
        let length = lookup(type, .__len__)
        return length.isBound ? try self.length(value) != 0 : true
    }

    // MARK: Hash

    /// `hash(value)`.
    func hash(_ value: Value) throws(Raise) -> Int {
        if value.isSmallInt { return value.smallInt == -1 ? -2 : value.smallInt }
        if isExactString(value) { return nameHash(value) }
        if value.isExact(.tuple) { return try TupleMethods.hash(self, Tuple(value)) }
        let method = lookupSpecial(value, .__hash__)
        if method.isNone || method.isUnbound { throw raise(.typeError, "unhashable type: '\(typeName(value))'") }
        let result = try callFound(method, value)
        if result.isSmallInt { return result.smallInt == -1 ? -2 : result.smallInt }
        guard isInt(result) else { throw raise(.typeError, "__hash__ method should return an integer") }
        if result.isBool { return result.isTrue ? 1 : 0 }
        if let word = intValue(result) { return word == -1 ? -2 : word }
        let reduced = try call(lookup(type(.int), .__hash__), result)
        return intValue(reduced) ?? 0
    }

    /// The hash of an object by its identity.
    @inline(__always)
    func identityHash(_ value: Value) -> Int {
        let hash = Int(truncatingIfNeeded: value.bits >> 4 | value.bits << 60)
        return hash == -1 ? -2 : hash
    }

    // MARK: Text

    /// `repr(value)`: a str.
    func repr(_ value: Value) throws(Raise) -> Value {
        if value.isSmallInt { return wordText(value.smallInt) }
        if value.isDouble { return floatText(value.double) }
        if isExactString(value) { return stringRepr(Str(value)) }
        try enterNative(" while getting the repr of an object")
        defer { leaveNative() }
        let method = lookupSpecial(value, .__repr__)
        guard method.isBound else { return defaultRepr(value) }
        let result = try callFound(method, value)
        if isString(result) { return result }
        throw raise(.typeError, "__repr__ returned non-string (type \(typeName(result)))")
    }

    /// `<module.Class object at 0x…>`.
    func defaultRepr(_ value: Value) -> Value {
        string("<\(shownTypeName(typeOf(value))) object at \(addressText(value))>")
    }

    /// The address of an object as `hex(id(object))`.

    /// The name of a type with its module, unless that is `builtins`.
    /// The name of a value's type as `%T` of CPython gives it: the qualified name, with the module unless that is
    /// `__main__` or `builtins`.
    func fullTypeName(_ value: Value) -> String {
        let name = qualifiedTypeName(typeOf(value))
        return name.hasPrefix("__main__.") ? String(name.dropFirst(9)) : name
    }

    func qualifiedTypeName(_ type: TypeRef) -> String {
        let name = swiftString(type.pointer.pointee.qualifiedName)
        var module = dictGet(type.dict, .__module__)
        if module.isBound, !isString(module), !type.isHeapType { module = builtinModuleName(type) }
        guard isString(module), !Str(module).equals("builtins") else { return name }
        return swiftString(module) + "." + name
    }

    /// The name of a type as the reprs of the type and its instances show it: that of a class of the script without a
    /// module to speak of (code that ran with bare globals) is the plain one.
    func shownTypeName(_ type: TypeRef) -> String {
        guard type.isHeapType else { return qualifiedTypeName(type) }
        let module = dictGet(type.dict, .__module__)
        return isString(module) && !Str(module).equals("builtins") ? qualifiedTypeName(type) : typeName(type)
    }

    /// `str(value)`: a str.
    func str(_ value: Value) throws(Raise) -> Value {
        if isExactString(value) { return value }
        if value.isSmallInt || value.isDouble { return try repr(value) }
        let method = lookupSpecial(value, .__str__)
        guard method.isBound else { return try repr(value) }
        try enterNative(" while getting the str of an object")
        defer { leaveNative() }
        let result = try callFound(method, value)
        if isString(result) { return result }
        throw raise(.typeError, "__str__ returned non-string (type \(typeName(result)))")
    }

    /// `ascii(value)`: the repr with everything else than ASCII escaped.
    func ascii(_ value: Value) throws(Raise) -> Value {
        let text = Str(try repr(value))
        if text.isASCII { return text.value }
        var builder = StringBuilder()
        let digits = Array("0123456789abcdef".unicodeScalars)
        for index in 0..<text.count {
            let code = text[index]
            if code < 0x80 {
                builder.append(codePoint: code)
                continue
            }
            let (letter, width): (StaticString, Int) =
                code < 0x100 ? ("\\x", 2) : code < 0x10000 ? ("\\u", 4) : ("\\U", 8)
            builder.append(letter)
            var shift = width * 4 - 4
            while shift >= 0 {
                builder.append(codePoint: digits[Int(code >> UInt32(shift)) & 15].value)
                shift -= 4
            }
        }
        return builder.finish(self)
    }

    /// `format(value, spec)`; `spec` is a str, or unbound for the empty one.
    func format(_ value: Value, spec: Value) throws(Raise) -> Value {
        let spec = spec.isUnbound ? runtime.pointee.emptyString : spec
        if Str(spec).count == 0 {
            if isExactString(value) { return value }
            if !value.isCell { return try str(value) }
        }
        if value.isSmallInt { return try FormatMethods.format(self, int: value, spec: Str(spec)) }
        if value.isDouble { return try FormatMethods.format(self, float: value.double, value, spec: Str(spec)) }
        if isExactString(value) { return try FormatMethods.format(self, Str(value), spec: Str(spec)) }
        let method = lookupSpecial(value, .__format__)
        guard method.isBound else { return try str(value) }
        let result = try callFound(method, value, spec)
        if isString(result) { return result }
        throw raise(.typeError, "__format__ must return a str, not \(typeName(result))")
    }

    // MARK: Numbers

    /// `operator.index(value)`: an int (never an instance of a subclass).
    func index(_ value: Value) throws(Raise) -> Value {
        if value.isSmallInt { return value }
        if isInt(value) { return plainInt(value) }
        let method = lookupSpecial(value, .__index__)
        guard method.isBound else {
            throw raise(.typeError, "'\(typeName(value))' object cannot be interpreted as an integer")
        }
        let result = try callFound(method, value)
        guard isInt(result) else {
            throw raise(.typeError, "__index__ returned non-int (type \(typeName(result)))")
        }
        if result.isCell || result.isBool { try warnOfIntSubclass(result, "__index__") }
        return plainInt(result)
    }

    /// A method that should have given an int has given an instance of a subclass.
    func warnOfIntSubclass(_ value: Value, _ method: StaticString) throws(Raise) {
        if typeOf(value) == type(.int) { return }
        try warn(
            .deprecationWarning,
            "\(method) returned non-int (type \(typeName(value))).  The ability to return an instance of a strict "
                + "subclass of int is deprecated, and may be removed in a future version of Python.")
    }

    /// An int, bool or instance of an int subclass as a plain int.
    func plainInt(_ value: Value) -> Value {
        if value.isBool { return Value(small: value.isTrue ? 1 : 0) }
        guard value.isCell, value.cell.type != type(.int) else { return value }
        if let word = intValue(value) { return int(word) }
        // A big instance of a subclass: `int.__pos__` makes a plain copy.
        return (try? call(lookup(type(.int), .__pos__), value)) ?? value
    }

    /// What `indexInt` does with an int that does not fit into a word.
    enum IndexOverflow {
        /// IndexError "cannot fit 'int' into an index-sized integer".
        case indexError
        /// OverflowError with the same words.
        case overflowError
        /// The largest or smallest word.
        case clip
    }

    /// An int, or what `__index__` makes of a value, as a machine word.
    func indexInt(_ value: Value, overflow: IndexOverflow = .indexError) throws(Raise) -> Int {
        if value.isSmallInt { return value.smallInt }
        let number = try index(value)
        if let word = intValue(number) { return word }
        switch overflow {
        case .clip:
            let isNegative = number.isKind(.bigInt) && number.layout(BigIntLayout.self).pointee.isNegative
            return isNegative ? Int.min : Int.max
        case .indexError:
            throw raise(.indexError, "cannot fit '\(typeName(value))' into an index-sized integer")
        case .overflowError:
            throw raise(.overflowError, "cannot fit '\(typeName(value))' into an index-sized integer")
        }
    }

    /// Whether a value can be called.
    func isCallable(_ value: Value) -> Bool {
        guard value.isCell else { return false }
        switch value.cell.kind {
        case .function, .nativeFunction, .boundMethod, .type: return true
        default: return lookup(value.cell.type, .__call__).isBound
        }
    }
}
