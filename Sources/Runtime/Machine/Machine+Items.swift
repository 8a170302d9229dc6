#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Items: `container[key]`, `item in container`, slices.
extension Machine {
    // MARK: Subscription

    /// `object[key]`.
    func getItem(_ object: Value, _ key: Value) throws(Raise) -> Value {
        switch builtinType(of: object) {
        case .list? where key.isSmallInt:
            let list = List(object)
            var index = key.smallInt
            if index < 0 { index &+= list.count }
            guard index >= 0 && index < list.count else { throw raise(.indexError, "list index out of range") }
            return list[index]
        case .list? where isSlice(key): return try ListMethods.getSlice(self, List(object), key)
        case .tuple? where key.isSmallInt:
            let tuple = Tuple(object)
            var index = key.smallInt
            if index < 0 { index &+= tuple.count }
            guard index >= 0 && index < tuple.count else { throw raise(.indexError, "tuple index out of range") }
            return tuple[index]
        case .str? where key.isSmallInt:
            let string = Str(object)
            var index = key.smallInt
            if index < 0 { index &+= string.count }
            guard index >= 0 && index < string.count else { throw raise(.indexError, "string index out of range") }
            return character(string[index])
        case .str? where isSlice(key): return try StringMethods.slice(self, Str(object), key)
        case .bytes? where key.isSmallInt, .bytearray? where key.isSmallInt:
            let bytes = ByteString(object)
            var index = key.smallInt
            if index < 0 { index &+= bytes.count }
            // What is out of range is left to the method, for its words.
            if index >= 0 && index < bytes.count { return Value(small: Int(bytes.bytes[index])) }
        case .dict?:
            let value = try dictGet(Dict(object), key)
            if value.isUnbound { throw raise(.keyError, value: key) }
            return value
        default: break
        }
        let result = try callSpecial(object, .__getitem__, key)
        if result.isBound { return result }
        return try getItemOfClass(object, key)
    }

    /// `cls[key]` for types: `__class_getitem__`.
    private func getItemOfClass(_ object: Value, _ key: Value) throws(Raise) -> Value {
        guard isType(object) else {
            throw raise(.typeError, "'\(typeName(object))' object is not subscriptable")
        }
        if object == type(.type).value { return try genericAlias(object, key) }
        let method = try getAttributeIfPresent(object, name(.__class_getitem__))
        if method.isBound && !method.isNone { return try call(method, key) }
        throw raise(.typeError, "type '\(typeName(TypeRef(object)))' is not subscriptable")
    }

    /// `object[key] = value`.
    func setItem(_ object: Value, _ key: Value, _ value: Value) throws(Raise) {
        switch builtinType(of: object) {
        case .list? where key.isSmallInt:
            let list = List(object)
            var index = key.smallInt
            if index < 0 { index &+= list.count }
            guard index >= 0 && index < list.count else {
                throw raise(.indexError, "list assignment index out of range")
            }
            list[index] = value
            return
        case .dict?:
            try dictSet(Dict(object), key, value)
            return
        case .bytearray? where key.isSmallInt && value.isSmallInt:
            let array = ByteArray(object)
            let byte = value.smallInt
            var index = key.smallInt
            if index < 0 { index &+= array.count }
            if index >= 0 && index < array.count && byte >= 0 && byte < 256 {
                array.bytes[index] = UInt8(byte)
                return
            }
        default: break
        }
        let result = try callSpecial(object, .__setitem__, key, value)
        if result.isUnbound {
            if lookupSpecial(object, .__delitem__).isBound { throw raise(.attributeError, "__setitem__") }
            if takesIndices(object), isIndexable(key) { _ = try indexInt(key) }
            throw raise(.typeError, "'\(typeName(object))' object does not support item assignment")
        }
    }

    /// `del object[key]`.
    func deleteItem(_ object: Value, _ key: Value) throws(Raise) {
        if case .dict? = builtinType(of: object) {
            if try dictRemove(Dict(object), key).isUnbound { throw raise(.keyError, value: key) }
            return
        }
        let result = try callSpecial(object, .__delitem__, key)
        if result.isUnbound {
            if lookupSpecial(object, .__setitem__).isBound && typeOf(object).isHeapType {
                throw raise(.attributeError, "__delitem__")
            }
            // CPython's words differ for sequences with an index, which it reads first.
            let isIndexed = takesIndices(object) && isIndexable(key)
            if isIndexed { _ = try indexInt(key) }
            let verb = isIndexed ? "doesn't" : "does not"
            throw raise(.typeError, "'\(typeName(object))' object \(verb) support item deletion")
        }
    }

    /// Whether a subscript of an object that has no method for it is looked at as an index: the object is of a class of
    /// the script, or has a length.
    private func takesIndices(_ object: Value) -> Bool {
        typeOf(object).isHeapType || lookupSpecial(object, .__len__).isBound
    }

    /// Whether an object is a mapping to CPython's functions for mappings: one that is subscribed by keys. Of what has
    /// `__getitem__`, only deques are not, as they take no slices.
    func isMapping(_ value: Value) -> Bool {
        let method = lookupSpecial(value, .__getitem__)
        return method.isBound && !(method.isKind(.nativeFunction) && DequeMethods.isDeque(self, value))
    }

    // MARK: Membership

    /// `item in container`.
    func contains(_ container: Value, _ item: Value) throws(Raise) -> Bool {
        switch builtinType(of: container) {
        case .list?: return try ListMethods.index(self, List(container), item, from: 0, to: Int.max) >= 0
        case .tuple?:
            let tuple = Tuple(container)
            for index in 0..<tuple.count where try equals(tuple[index], item) { return true }
            return false
        case .dict?: return try dictContains(Dict(container), item)
        case .set?, .frozenset?: return try SetMethods.contains(self, SetRef(container), item)
        case .str? where isExactString(item):
            if Str(item).count == 1, Str(item).width == 1, Str(container).width == 1 {
                return hasByte(Str(container).bytes, Str(container).count, Str(item).bytes[0])
            }
            return Str(container).find(Str(item), 0, Str(container).count) >= 0
        default: break
        }
        let method = lookupSpecial(container, .__contains__)
        if method.isNone { throw raise(.typeError, "'\(typeName(container))' object is not a container") }
        if method.isBound { return try truth(try callSpecial(container, .__contains__, item)) }
        let iterator: Value
        do throws(Raise) {
            iterator = try self.iterator(of: container)
        } catch {
            guard pendingMatches(.typeError) else { throw error }
            clearPending()
            throw raise(.typeError, "argument of type '\(typeName(container))' is not iterable")
        }
        while true {
            let next = try next(iterator)
            if next.isUnbound { return false }
            if try equals(next, item) { return true }
        }
    }

    /// Whether one of the bytes is the given one; where there are few, a loop takes less than a call.
    @inline(__always)
    private func hasByte(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ byte: UInt8) -> Bool {
        if count > 16 { return memchr(bytes, Int32(byte), count) != nil }
        var index = 0
        while index < count {
            if bytes[index] == byte { return true }
            index &+= 1
        }
        return false
    }

    // MARK: Slices

    /// A slice applied to a length: the first index, the end, the step and how many items there are.
    struct SliceIndices {
        var start: Int
        var stop: Int
        var step: Int
        var count: Int
    }

    /// The numbers of a slice, clipped to the machine's range; nil where it has None.
    struct SliceBounds {
        var start: Int?
        var stop: Int?
        var step: Int

        /// What they mean for a sequence of that length.
        func indices(length: Int) -> SliceIndices {
            func clip(_ value: Int) -> Int {
                var value = value
                if value < 0 {
                    value = value < -length ? -1 : value &+ length
                    return value < 0 ? (step < 0 ? -1 : 0) : value
                }
                return value >= length ? (step < 0 ? length - 1 : length) : value
            }
            let first = start.map(clip) ?? (step < 0 ? length - 1 : 0)
            let last = stop.map(clip) ?? (step < 0 ? -1 : length)
            var count = 0
            if step < 0 {
                if last < first { count = (first - last - 1) / (0 &- step) + 1 }
            } else if first < last {
                count = (last - first - 1) / step + 1
            }
            return SliceIndices(start: first, stop: last, step: step, count: count)
        }
    }

    /// Whether a value is a slice.
    @inline(__always)
    func isSlice(_ value: Value) -> Bool { value.isCell && value.cell.type == type(.slice) }

    /// The indices that a slice means for a sequence of that length. Raises TypeError for bounds that are no ints and
    /// ValueError for a step of zero. The bounds may run script code (`__index__`), so the length is to be read after
    /// it; hence the closure.
    func sliceIndices(_ slice: Value, length: () -> Int) throws(Raise) -> SliceIndices {
        try sliceBounds(slice).indices(length: length())
    }

    /// The three numbers of a slice, which script code may give (`__index__`). ValueError for a step of 0.
    func sliceBounds(_ slice: Value) throws(Raise) -> SliceBounds {
        let record = Record(slice)
        var step = 1
        if !record[2].isNone {
            step = try sliceBound(record[2])
            if step == 0 { throw raise(.valueError, "slice step cannot be zero") }
            step = max(step, -Int.max)
        }
        let start = record[0].isNone ? nil : Optional(try sliceBound(record[0]))
        let stop = record[1].isNone ? nil : Optional(try sliceBound(record[1]))
        return SliceBounds(start: start, stop: stop, step: step)
    }

    /// As above, for a length that does not change.
    func sliceIndices(_ slice: Value, _ length: Int) throws(Raise) -> SliceIndices {
        try sliceIndices(slice, length: { length })
    }

    /// A bound of a slice as a machine int, clipped to its range.
    func sliceBound(_ value: Value) throws(Raise) -> Int {
        if value.isSmallInt { return value.smallInt }
        if !isInt(value) && lookupSpecial(value, .__index__).isUnbound {
            throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
        }
        let number = try index(value)
        if let int = intValue(number) { return int }
        return isNegative(number) ? Int.min : Int.max
    }
}
