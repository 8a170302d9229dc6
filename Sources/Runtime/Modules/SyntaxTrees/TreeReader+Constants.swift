import Parser

/// The values of `Constant` nodes.
extension TreeReader {
    /// A constant. Tuples become displays of constants, which the compiler folds.
    func constant(_ value: Value, hasUnicodePrefix: Bool, at range: SourceRange) throws(Raise) -> Expression.Kind {
        if let plain = try plain(value) { return .constant(value: plain, hasUnicodePrefix: hasUnicodePrefix) }
        if value.isExact(.tuple) || m.typeOf(value) == m.type(.frozenset) {
            try m.enterNative(" during compilation")
            defer { m.leaveNative() }
            var elements: [Expression] = []
            let items = value.isKind(.tuple) ? value : try m.tupleFromIterable(value)
            for index in 0..<Tuple(items).count {
                elements.append(
                    Expression(try constant(Tuple(items)[index], hasUnicodePrefix: false, at: range), at: range))
            }
            if value.isKind(.tuple) { return .tuple(elements: elements, context: .load) }
            throw m.raise(.notImplementedError, "minipy does not compile frozen sets as constants")
        }
        if m.typeOf(value) == m.type(.complex), let parts = try m.complexParts(value) {
            let real = Expression(.constant(value: .float(parts.real), hasUnicodePrefix: false), at: range)
            let imaginary = Expression.Kind.constant(value: .imaginary(parts.imaginary), hasUnicodePrefix: false)
            let isPlain = parts.real == 0 && parts.real.sign == .plus
            return isPlain ? imaginary : .binOp(left: real, op: .add, right: Expression(imaginary, at: range))
        }
        throw m.raise(.typeError, "got an invalid type in Constant: \(m.typeName(value))")
    }

    /// A constant that has a literal; nil for other values.
    func plain(_ value: Value) throws(Raise) -> Constant? {
        if value.isNone { return Constant.none }
        if value.isBool { return value.isTrue ? Constant.true : Constant.false }
        if value == .ellipsis { return Constant.ellipsis }
        if m.isPlainInt(value) {
            if let word = m.intValue(value) { return .int(.small(word)) }
            let digits = m.swiftString(try m.intText(value, base: 16, prefix: ""))
            return .int(.large(digits: Array(digits.utf8), radix: 16))
        }
        if value.isDouble { return .float(value.double) }
        if m.isExactString(value) {
            return .string(wtf8: Array(Bytes(try m.encode(Str(value), .utf8, "surrogatepass")).buffer))
        }
        if value.isExact(.bytes) { return .bytes(Array(Bytes(value).buffer)) }
        return nil
    }
}
