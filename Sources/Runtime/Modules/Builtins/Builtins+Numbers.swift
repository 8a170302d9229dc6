/// Functions on numbers and characters.
extension BuiltinFunctions {
    static func abs(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = a[0]
        if value.isSmallInt { return m.int(Swift.abs(value.smallInt)) }
        if value.isDouble { return Value(value.double.magnitude) }
        let result = try m.callSpecial(value, .__abs__)
        if result.isBound { return result }
        throw m.raise(.typeError, "bad operand type for abs(): '\(m.typeName(value))'")
    }

    static func bin(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.intText(try m.index(a[0]), base: 2, prefix: "0b")
    }
    static func oct(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.intText(try m.index(a[0]), base: 8, prefix: "0o")
    }
    static func hex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.intText(try m.index(a[0]), base: 16, prefix: "0x")
    }

    static func chr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let code = m.intValue(try m.index(a[0])), code >= 0, code < 0x110000 else {
            throw m.raise(.valueError, "chr() arg not in range(0x110000)")
        }
        return m.character(UInt32(code))
    }

    static func ord(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let count: Int
        if a[0].isKind(.string) {
            let string = Str(a[0])
            if string.count == 1 { return Value(small: Int(string[0])) }
            count = string.count
        } else if let buffer = m.byteBuffer(a[0]) {
            if let byte = buffer.first, buffer.count == 1 { return Value(small: Int(byte)) }
            count = buffer.count
        } else {
            throw m.raise(.typeError, "ord() expected string of length 1, but \(m.typeName(a[0])) found")
        }
        throw m.raise(.typeError, "ord() expected a character, but string of length \(count) found")
    }

    static func divmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.binary(.divmod, a[0], a[1]) }

    static func pow(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.power(a[0], a[1], a[2]) }

    static func round(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result =
            a[1].isUnbound || a[1].isNone
            ? try m.callSpecial(a[0], .__round__) : try m.callSpecial(a[0], .__round__, a[1])
        if result.isBound { return result }
        throw m.raise(.typeError, "type \(m.typeName(a[0])) doesn't define __round__ method")
    }

    /// `sum(iterable, /, start=0)`: ints and floats are added without calls, floats with the error carried along
    /// (Neumaier's variant of Kahan's summation), as CPython does.
    static func sum(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let start = a[1].isUnbound ? Value(small: 0) : a[1]
        if let refusal = refusedStart(m, start) {
            // What can't be iterated over is told first.
            _ = try m.iterator(of: a[0])
            throw m.raise(.typeError, refusal)
        }
        var total = Accumulator(start)
        try m.iterate(a[0]) { (item) throws(Raise) -> Bool in
            try total.add(m, item)
            return true
        }
        return total.value(m)
    }

    /// Why a start of this type is not added to.
    private static func refusedStart(_ m: Machine, _ start: Value) -> StaticString? {
        if start.isKind(.string) { return "sum() can't sum strings [use ''.join(seq) instead]" }
        if start.isKind(.bytes) { return "sum() can't sum bytes [use b''.join(seq) instead]" }
        if start.isKind(.byteArray) || m.isByteArray(start) {
            return "sum() can't sum bytearray [use b''.join(seq) instead]"
        }
        return nil
    }

    /// The state of a summation.
    private struct Accumulator {
        private enum Mode { case word, double, object }
        private var mode: Mode
        private var word = 0
        private var double = 0.0
        private var compensation = 0.0
        private var object: Value = .unbound

        init(_ start: Value) {
            if start.isSmallInt {
                mode = .word
                word = start.smallInt
            } else if start.isDouble {
                mode = .double
                double = start.double
            } else {
                mode = .object
                object = start
            }
        }

        mutating func add(_ m: Machine, _ item: Value) throws(Raise) {
            switch mode {
            case .word:
                if item.isSmallInt || item.isBool || item.isKind(.int) && item.cell.type == m.type(.int),
                    let number = m.intValue(item)
                {
                    let (sum, overflow) = word.addingReportingOverflow(number)
                    if !overflow {
                        word = sum
                        return
                    }
                }
                if item.isDouble {
                    mode = .double
                    double = Double(word)
                    addDouble(item.double)
                    return
                }
            case .double:
                if item.isDouble { return addDouble(item.double) }
                if let number = m.intValue(item) {
                    double += Double(number)
                    return
                }
            case .object:
                object = try m.binary(.add, object, item)
                if object.isDouble {
                    // From here on as floats.
                    mode = .double
                    double = object.double
                    compensation = 0
                }
                return
            }
            object = try m.binary(.add, value(m), item)
            mode = .object
        }

        private mutating func addDouble(_ item: Double) {
            let sum = double + item
            if double.magnitude >= item.magnitude {
                compensation += (double - sum) + item
            } else {
                compensation += (item - sum) + double
            }
            double = sum
        }

        func value(_ m: Machine) -> Value {
            switch mode {
            case .word: m.int(word)
            case .double: Value(compensation != 0 && compensation.isFinite ? double + compensation : double)
            case .object: object
            }
        }
    }
}
