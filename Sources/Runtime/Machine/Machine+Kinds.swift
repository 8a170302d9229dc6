/// Quick questions about what a value is; none of them calls the script.
extension Machine {
    /// Whether it is an int: small, in a cell, a bool, or an instance of a subclass.
    @inline(__always)
    func isInt(_ value: Value) -> Bool {
        if value.isSmallInt || value.isBool { return true }
        let kind = value.kind
        return kind == .int || kind == .bigInt
    }

    /// Whether it is an int itself: no bool, no instance of a subclass.
    @inline(__always)
    func isPlainInt(_ value: Value) -> Bool {
        value.isSmallInt || value.isCell && (value.cell.isExact(.bigInt) || value.cell.isExact(.int))
    }

    /// The value of an int that fits a machine word; nil for larger ones and for anything else.
    @inline(__always)
    func intValue(_ value: Value) -> Int? {
        if value.isSmallInt { return value.smallInt }
        return wordValue(value)
    }

    @inline(never)
    private func wordValue(_ value: Value) -> Int? {
        if value.isBool { return value.isTrue ? 1 : 0 }
        return value.isKind(.int) ? value.layout(IntLayout.self).pointee.word : nil
    }

    /// The value of a float, or of an instance of a subclass of float; nil for anything else.
    @inline(__always)
    func doubleValue(_ value: Value) -> Double? {
        if value.isDouble { return value.double }
        return value.isKind(.float) ? value.layout(FloatLayout.self).pointee.double : nil
    }

    /// Whether it is a str and not an instance of a subclass.
    @inline(__always)
    func isExactString(_ value: Value) -> Bool { value.isExact(.string) }
}
