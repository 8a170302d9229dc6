/// Checks and conversions of arguments that the methods of str and bytes share.
extension Machine {
    /// An argument that must be an integer of the machine's size.
    @inline(__always)
    func sizeArgument(_ value: Value) throws(Raise) -> Int {
        value.isSmallInt ? value.smallInt : try bigSizeArgument(value)
    }

    @inline(never)
    private func bigSizeArgument(_ value: Value) throws(Raise) -> Int {
        guard let result = intValue(try index(value)) else {
            throw raise(.overflowError, "Python int too large to convert to C ssize_t")
        }
        return result
    }

    /// An argument that must be an integer of 32 bits.
    func shortArgument(_ value: Value) throws(Raise) -> Int {
        if let number = intValue(try index(value)), number >= Int(Int32.min), number <= Int(Int32.max) { return number }
        throw raise(.overflowError, "Python int too large to convert to C int")
    }

    /// An argument that must be an integer; those that are too large are clipped.
    func clippedArgument(_ value: Value) throws(Raise) -> Int {
        if value.isSmallInt { return value.smallInt }
        let number = try index(value)
        if let result = intValue(number) { return result }
        return isNegative(number) ? Int.min : Int.max
    }

    /// One bound of a range given to `find` and the like: absent and None give the default, negative ones count from
    /// the end.
    /// With `orNone` false, None is refused, as lists and tuples do.
    func bound(_ value: Value, count: Int, default fallback: Int, orNone: Bool = true) throws(Raise) -> Int {
        if value.isUnbound || value.isNone && orNone { return fallback }
        var bound: Int
        if value.isSmallInt {
            bound = value.smallInt
        } else {
            if intValue(value) == nil, !value.isKind(.bigInt), lookupSpecial(value, .__index__).isUnbound {
                throw raise(
                    .typeError, "slice indices must be integers or \(orNone ? "None or " : "")have an __index__ method")
            }
            bound = try clippedArgument(value)
        }
        if bound < 0 { bound = max(0, bound &+ count) }
        return bound
    }

    /// What a slice selects of a sequence of `count` items: the first index, the step, and how many.
    func sliceSelection(_ slice: Value, count: Int) throws(Raise) -> (start: Int, step: Int, count: Int) {
        let record = Record(slice)
        var step = 1
        if !record[2].isNone {
            step = max(try sliceIndex(record[2]), -Int.max)
            if step == 0 { throw raise(.valueError, "slice step cannot be zero") }
        }
        let low = step > 0 ? 0 : -1
        let high = step > 0 ? count : count - 1
        func clip(_ value: Value, _ fallback: Int) throws(Raise) -> Int {
            if value.isNone { return fallback }
            var index = try sliceIndex(value)
            if index < 0 { index = index &+ count }
            return min(max(index, low), high)
        }
        let start = try clip(record[0], step > 0 ? low : high)
        let stop = try clip(record[1], step > 0 ? high : low)
        if step > 0 ? start >= stop : start <= stop { return (start, step, 0) }
        let length = step > 0 ? (stop - start - 1) / step + 1 : (start - stop - 1) / -step + 1
        return (start, step, length)
    }

    private func sliceIndex(_ value: Value) throws(Raise) -> Int {
        if value.isSmallInt { return value.smallInt }
        if intValue(value) == nil, !value.isKind(.bigInt), lookupSpecial(value, .__index__).isUnbound {
            throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
        }
        return try clippedArgument(value)
    }

    /// An index into a sequence of `count` items by an object that is an integer, negative ones from the end; nil when
    /// it is out of range.
    func sequenceIndex(_ value: Value, count: Int) throws(Raise) -> Int? {
        var position: Int
        if value.isSmallInt {
            position = value.smallInt
        } else {
            guard let number = intValue(try index(value)) else {
                throw raise(.indexError, "cannot fit '\(typeName(value))' into an index-sized integer")
            }
            position = number
        }
        if position < 0 { position = position &+ count }
        return position >= 0 && position < count ? position : nil
    }

    /// Whether a value can be used as an index: an int, or something with `__index__`.
    func isIndexable(_ value: Value) -> Bool { isInt(value) || lookupSpecial(value, .__index__).isBound }

    /// The factor of a repetition, clipped at zero.
    func repetitions(_ value: Value) throws(Raise) -> Int {
        guard let times = intValue(try index(value)) else {
            throw raise(.overflowError, "cannot fit '\(typeName(value))' into an index-sized integer")
        }
        return max(0, times)
    }

    /// An argument that must be a str, in the words of CPython's argument checks.
    @inline(__always)
    func stringArgument(_ value: Value, _ function: StaticString, _ position: Int) throws(Raise) -> Str {
        guard value.isKind(.string) else {
            let place = position == 0 ? "argument" : "argument \(position)"
            throw raise(.typeError, "\(function)() \(place) must be str, not \(shortTypeName(value))")
        }
        return Str(value)
    }

    /// The same for an argument that can be given by name.
    func stringArgument(_ value: Value, _ function: StaticString, named name: StaticString) throws(Raise) -> Str {
        guard value.isKind(.string) else {
            throw raise(.typeError, "\(function)() argument '\(name)' must be str, not \(shortTypeName(value))")
        }
        return Str(value)
    }

    /// The text of such an argument (`encoding`, `mode`), or nil when it was not given.
    func textArgument(_ value: Value, _ function: StaticString, named name: StaticString) throws(Raise) -> String? {
        value.isBound ? try plainText(try stringArgument(value, function, named: name)) : nil
    }

    /// The text of a str that CPython would hand on in C: it may have no null characters and no surrogates.
    func plainText(_ string: Str) throws(Raise) -> String {
        for index in 0..<string.count {
            let code = string[index]
            if code == 0 { throw raise(.valueError, "embedded null character") }
            if code & 0xFFFF_F800 == 0xD800 { _ = try encode(string, encoding: "utf-8", errors: "strict") }
        }
        return swiftString(string.value)
    }

    /// The type's name as CPython's argument checks write it: "None" for None.
    func shortTypeName(_ value: Value) -> String { value.isNone ? "None" : typeName(value) }
}
