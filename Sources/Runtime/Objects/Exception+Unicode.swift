/// `UnicodeDecodeError`, `UnicodeEncodeError` and `UnicodeTranslateError`: their arguments, attributes and texts.
enum UnicodeErrorMethods {
    // MARK: Construction

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        ExceptionMethods.setArgs(m, a)
        let family = m.typeOf(a[0]).exceptionFamily(m)
        let offset = family == .unicodeTranslate ? 1 : 0
        let wanted = 5 - offset
        if a.keywordCount > 0 { throw m.raise(.typeError, "\(m.typeName(a[0]))() takes no keyword arguments") }
        guard a.count - 1 == wanted else {
            throw m.raise(.typeError, "function takes exactly \(wanted) arguments (\(a.count - 1) given)")
        }
        let fields = Exception(a[0]).fields
        for field in offset..<5 { fields[field] = .unbound }
        var object = Value.unbound
        for index in 0..<wanted {
            var value = a[index + 1]
            let field = index + offset
            switch field {
            case UnicodeErrorField.object where family == .unicodeDecode: object = value
            case UnicodeErrorField.start, UnicodeErrorField.end: value = m.int(try m.sizeArgument(value))
            default: try ExceptionMethods.require(m, m.isString(value), index + 1, "str", value)
            }
            fields[field] = value
        }
        if object.isBound, !object.isKind(.bytes) {
            fields[UnicodeErrorField.object] = .unbound
            guard let buffer = m.byteBuffer(object) else { throw m.notBytesLike(object) }
            fields[UnicodeErrorField.object] = m.bytes(buffer)
        }
        return .none
    }

    // MARK: Attributes

    /// `start` or `end`: an int of a machine word, 0 while it is not set. As in CPython, setting what is none makes it
    /// -1, and the exception is raised.
    static func number(_ name: StaticString, _ field: Int) -> NativeProperty {
        NativeProperty(
            name, isMember: true,
            get: { (_: Machine, object: Value) throws(Raise) -> Value in
                let value = Exception(object).fields[field]
                return value.isUnbound ? Value(small: 0) : value
            },
            set: { (m: Machine, object: Value, value: Value) throws(Raise) in
                guard value.isBound else { throw m.raise(.typeError, "can't delete numeric/char attribute") }
                if let number = m.isInt(value) ? m.intValue(value) : nil {
                    Exception(object).fields[field] = m.int(number)
                    return
                }
                Exception(object).fields[field] = Value(small: -1)
                throw m.isInt(value)
                    ? m.raise(.overflowError, "Python int too large to convert to C ssize_t")
                    : m.raise(.typeError, "an integer is required")
            })
    }

    // MARK: Text

    static func str(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let fields = Exception(a[0]).fields
        if fields[UnicodeErrorField.object].isUnbound { return m.runtime.pointee.emptyString }
        let family = m.typeOf(a[0]).exceptionFamily(m)
        let reason = try text(m, fields[UnicodeErrorField.reason])
        let encoding =
            family == .unicodeTranslate
            ? m.runtime.pointee.emptyString : try text(m, fields[UnicodeErrorField.encoding])
        let start = m.intValue(fields[UnicodeErrorField.start]) ?? 0
        let end = m.intValue(fields[UnicodeErrorField.end]) ?? 0
        var builder = StringBuilder()
        defer { builder.discard() }
        if family == .unicodeTranslate {
            builder.append("can't translate ")
        } else {
            builder.append("'")
            builder.append(encoding)
            builder.append(family == .unicodeDecode ? "' codec can't decode " : "' codec can't encode ")
        }
        if end == start &+ 1, let unit = unit(m, fields[UnicodeErrorField.object], family, at: start) {
            builder.append(unit + " in position \(start): ")
        } else {
            builder.append(family == .unicodeDecode ? "bytes" : "characters")
            builder.append(" in position \(start)-\(end &- 1): ")
        }
        builder.append(reason)
        return builder.finish(m)
    }

    /// The byte or character at an index, as the text shows it; nil if there is none.
    private static func unit(_ m: Machine, _ object: Value, _ family: ExceptionFamily, at index: Int) -> String? {
        if family == .unicodeDecode {
            guard let bytes = m.byteBuffer(object), bytes.indices.contains(index) else { return nil }
            return "byte 0x" + String(hexadecimal: bytes[index], width: 2)
        }
        guard m.isString(object), index >= 0, index < Str(object).count else { return nil }
        return "character '\(backslashEscape(Str(object)[index]))'"
    }

    private static func text(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        value.isUnbound ? m.string("<NULL>") : try m.str(value)
    }
}

extension Machine {
    func installUnicodeErrors() {
        for type in [BuiltinType.unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError] {
            define(
                type,
                methods: [
                    Native("__init__", .any, style: .slot, UnicodeErrorMethods.initialize),
                    Native("__str__", .none, style: .slot, UnicodeErrorMethods.str),
                ],
                properties: [
                    Machine.field("encoding", UnicodeErrorField.encoding),
                    Machine.field("object", UnicodeErrorField.object),
                    UnicodeErrorMethods.number("start", UnicodeErrorField.start),
                    UnicodeErrorMethods.number("end", UnicodeErrorField.end),
                    Machine.field("reason", UnicodeErrorField.reason),
                ])
        }
    }
}
