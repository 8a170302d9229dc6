/// `__repr__` and `__str__` of the exception classes.
enum ExceptionText {
    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Exception(a[0]).args
        let inner = try m.repr(args.count == 1 ? args[0] : args.value)
        var builder = StringBuilder()
        builder.append(m.typeOf(a[0]).pointer.pointee.name)
        if args.count == 1 {
            builder.append("(")
            builder.append(inner)
            builder.append(")")
        } else {
            builder.append(inner)
        }
        return builder.finish(m)
    }

    static func str(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Exception(a[0]).args
        switch args.count {
        case 0: return m.runtime.pointee.emptyString
        case 1: return try m.str(args[0])
        default: return try m.str(args.value)
        }
    }

    static func keyError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let args = Exception(a[0]).args
        return args.count == 1 ? try m.repr(args[0]) : try str(m, a)
    }

    static func importError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let message = Exception(a[0]).fields[ImportErrorField.message]
        return m.isString(message) ? message : try str(m, a)
    }

    static func osError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let fields = Exception(a[0]).fields
        let number = fields[OSErrorField.number]
        let text = fields[OSErrorField.text]
        let filename = fields[OSErrorField.filename]
        let filename2 = fields[OSErrorField.filename2]
        guard filename.isBound || number.isBound && text.isBound else { return try str(m, a) }
        let numberText = try m.str(orNone(number))
        let textText = try m.str(orNone(text))
        var builder = StringBuilder()
        builder.append("[Errno ")
        builder.append(numberText)
        builder.append("] ")
        builder.append(textText)
        guard filename.isBound else { return builder.finish(m) }
        do throws(Raise) {
            builder.append(": ")
            builder.append(try m.repr(filename))
            if filename2.isBound {
                builder.append(" -> ")
                builder.append(try m.repr(filename2))
            }
        } catch {
            builder.discard()
            throw error
        }
        return builder.finish(m)
    }

    static func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }

    static func syntaxError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let fields = Exception(a[0]).fields
        let message = try m.str(orNone(fields[SyntaxErrorField.message]))
        let filename = fields[SyntaxErrorField.filename]
        let line = fields[SyntaxErrorField.line]
        let hasName = m.isString(filename)
        let lineNumber = line.isSmallInt ? line.smallInt : nil
        guard hasName || lineNumber != nil else { return message }
        var name = m.swiftString(filename)
        if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
        let text = m.swiftString(message)
        if hasName, let lineNumber { return m.string("\(text) (\(name), line \(lineNumber))") }
        if hasName { return m.string("\(text) (\(name))") }
        return m.string("\(text) (line \(lineNumber ?? 0))")
    }
}
