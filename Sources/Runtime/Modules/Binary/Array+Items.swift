#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Items, slices and operators of arrays, and what adds to or takes from them.

extension ArrayMethods {
    private static func badIndex(_ m: Machine) -> Raise { m.raise(.typeError, "array indices must be integers") }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { itemCount(a[0]) }) else {
                throw m.raise(.indexError, "array index out of range")
            }
            return try item(m, ByteArray(a[0]), index)
        }
        guard m.isSlice(a[1]) else { throw badIndex(m) }
        let slice = try m.sliceIndices(a[1], length: { itemCount(a[0]) })
        let array = ByteArray(a[0])
        let size = itemSize(a[0])
        let result = try make(m, array.typeCode, bytes: slice.count * size)
        var index = slice.start
        for place in 0..<slice.count {
            memcpy(result.bytes + place * size, array.bytes + index * size, size)
            index &+= slice.step
        }
        return result.value
    }

    static func setItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        if m.isIndexable(a[1]) {
            guard try m.sequenceIndex(a[1], count: { itemCount(a[0]) }) != nil else {
                throw m.raise(.indexError, "array assignment index out of range")
            }
            let bits = try bits(m, array.typeCode, a[2])
            guard let index = try m.sequenceIndex(a[1], count: { itemCount(a[0]) }) else {
                throw m.raise(.indexError, "array assignment index out of range")
            }
            store(bits, array, at: index)
            return .none
        }
        guard m.isSlice(a[1]) else { throw badIndex(m) }
        let bounds = try m.sliceBounds(a[1])
        guard isArray(a[2]) else {
            throw m.raise(.typeError, "can only assign array (not \"\(m.typeName(a[2]))\") to array slice")
        }
        guard ByteArray(a[2]).typeCode == array.typeCode else {
            throw m.raise(.typeError, "bad argument type for built-in operation")
        }
        let slice = bounds.indices(length: itemCount(a[0]))
        let source = a[2] == a[0] ? ByteArray(try copy(m, a)) : ByteArray(a[2])
        let size = itemSize(a[0])
        let count = source.count / size
        if count == 0 || count != slice.count { try m.checkNotExported(array) }
        if slice.step == 1 {
            let stop = max(slice.start, slice.stop)
            try m.replace(array, slice.start * size, stop * size, source.bytes, source.count)
            return .none
        }
        if count == 0 {
            try delete(m, a, slice)
            return .none
        }
        guard count == slice.count else {
            throw m.raise(
                .valueError, "attempt to assign array of size \(count) to extended slice of size \(slice.count)")
        }
        var index = slice.start
        for place in 0..<count {
            memcpy(array.bytes + index * size, source.bytes + place * size, size)
            index &+= slice.step
        }
        return .none
    }

    static func deleteItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        let size = itemSize(a[0])
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { itemCount(a[0]) }) else {
                throw m.raise(.indexError, "array assignment index out of range")
            }
            try m.checkNotExported(array)
            try m.replace(array, index * size, (index + 1) * size, nil, 0)
            return .none
        }
        guard m.isSlice(a[1]) else { throw badIndex(m) }
        try delete(m, a, try m.sliceIndices(a[1], length: { itemCount(a[0]) }))
        return .none
    }

    private static func delete(_ m: Machine, _ a: Arguments, _ slice: Machine.SliceIndices) throws(Raise) {
        let array = ByteArray(a[0])
        try m.checkNotExported(array)
        if slice.count == 0 { return }
        let size = itemSize(a[0])
        let step = slice.step.magnitude
        var write = slice.step > 0 ? slice.start : slice.start + slice.step * (slice.count - 1)
        var left = slice.count
        var distance: UInt = 0
        for read in write..<itemCount(a[0]) {
            if left > 0, distance == 0 {
                left -= 1
                distance = step - 1
            } else {
                if distance > 0 { distance -= 1 }
                memmove(array.bytes + write * size, array.bytes + read * size, size)
                write += 1
            }
        }
        try m.resize(array, write * size)
    }

    // MARK: Operators

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard isArray(a[1]) else {
            throw m.raise(.typeError, "can only append array (not \"\(m.typeName(a[1]))\") to array")
        }
        let (x, y) = (ByteArray(a[0]), ByteArray(a[1]))
        guard x.typeCode == y.typeCode else {
            throw m.raise(.typeError, "bad argument type for built-in operation")
        }
        let result = try make(m, x.typeCode, bytes: x.count + y.count)
        memcpy(result.bytes, x.bytes, x.count)
        memcpy(result.bytes + x.count, y.bytes, y.count)
        return result.value
    }

    static func addInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard isArray(a[1]) else {
            throw m.raise(.typeError, "can only extend array with array (not \"\(m.typeName(a[1]))\")")
        }
        try extendSame(m, a)
        return a[0]
    }

    private static func extendSame(_ m: Machine, _ a: Arguments) throws(Raise) {
        if ByteArray(a[0]).typeCode != ByteArray(a[1]).typeCode {
            throw m.raise(.typeError, "can only extend with array of same kind")
        }
        try extend(m, ByteArray(a[0]), a[1], a)
    }

    private static func repeated(_ m: Machine, _ a: Arguments) throws(Raise) -> Int {
        let times = try m.repetitions(a[1])
        let (count, overflow) = ByteArray(a[0]).count.multipliedReportingOverflow(by: times)
        if overflow { throw m.raiseMemoryError() }
        return count
    }

    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let count = try repeated(m, a)
        let array = ByteArray(a[0])
        let result = try make(m, array.typeCode, bytes: count)
        var done = 0
        while done < count {
            memcpy(result.bytes + done, array.bytes, array.count)
            done += array.count
        }
        return result.value
    }

    static func multiplyInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let count = try repeated(m, a)
        let array = ByteArray(a[0])
        let old = array.count
        if count == old { return a[0] }
        try m.checkNotExported(array)
        try m.resize(array, count)
        var done = old
        while done < count {
            memcpy(array.bytes + done, array.bytes, old)
            done += old
        }
        return a[0]
    }

    // MARK: Searching

    /// The index of the first item equal to a value from `start` on, or nil.
    private static func first(
        _ m: Machine, _ a: Arguments, _ start: Int = 0, _ end: Int = Int.max
    ) throws(Raise) -> Int? {
        var index = start
        while index < itemCount(a[0]), index < end {
            let value = try item(m, ByteArray(a[0]), index)
            if try m.equals(value, a[1]) { return index }
            index += 1
        }
        return nil
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(try first(m, a) != nil) }

    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var total = 0
        var start = 0
        while let index = try first(m, a, start) {
            total += 1
            start = index + 1
        }
        return m.int(total)
    }

    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        func bound(_ value: Value, _ fallback: Int) throws(Raise) -> Int {
            if value.isUnbound { return fallback }
            let number = try m.clippedArgument(value)
            return number < 0 ? max(0, number &+ itemCount(a[0])) : number
        }
        let start = try bound(a.optional(2), 0)
        let end = try bound(a.optional(3), Int.max)
        guard let index = try first(m, a, start, end) else {
            throw m.raise(.valueError, "array.index(x): x not in array")
        }
        return m.int(index)
    }

    // MARK: Adding and removing

    static func append(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try append(m, ByteArray(a[0]), a[1], a)
        return .none
    }

    static func extend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if isArray(a[1]) {
            try extendSame(m, a)
        } else {
            try extend(m, ByteArray(a[0]), a[1], a)
        }
        return .none
    }

    static func insert(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        var index = try m.sizeArgument(a[1])
        let bits = try bits(m, array.typeCode, a[2])
        try m.checkNotExported(array)
        let count = itemCount(a[0])
        if index < 0 { index = max(0, index &+ count) }
        index = min(index, count)
        let size = itemSize(a[0])
        var room = bits
        try withUnsafePointer(to: &room) { (pointer) throws(Raise) in
            try pointer.withMemoryRebound(to: UInt8.self, capacity: 8) { (bytes) throws(Raise) in
                try m.replace(array, index * size, index * size, bytes, size)
            }
        }
        store(bits, array, at: index)
        return .none
    }

    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var index = a.count > 1 ? try m.sizeArgument(a[1]) : -1
        let array = ByteArray(a[0])
        let count = itemCount(a[0])
        if count == 0 { throw m.raise(.indexError, "pop from empty array") }
        if index < 0 { index &+= count }
        guard index >= 0, index < count else { throw m.raise(.indexError, "pop index out of range") }
        let value = try item(m, array, index)
        try m.checkNotExported(array)
        let size = itemSize(a[0])
        try m.replace(array, index * size, (index + 1) * size, nil, 0)
        return value
    }

    static func remove(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let index = try first(m, a) else {
            throw m.raise(.valueError, "array.remove(x): x not in array")
        }
        let array = ByteArray(a[0])
        try m.checkNotExported(array)
        let size = itemSize(a[0])
        if (index + 1) * size <= array.count { try m.replace(array, index * size, (index + 1) * size, nil, 0) }
        return .none
    }

    static func clear(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if ByteArray(a[0]).count > 0 { try m.checkNotExported(ByteArray(a[0])) }
        try m.resize(ByteArray(a[0]), 0)
        return .none
    }

    static func reverse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        // Reversing all bytes and then those of each item reverses the items.
        let array = ByteArray(a[0])
        var bytes = UnsafeMutableBufferPointer(start: array.bytes, count: array.count)
        bytes.reverse()
        return try byteswap(m, a)
    }

    static func fromList(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.list) else { throw m.raise(.typeError, "arg must be list") }
        let array = ByteArray(a[0])
        let part = try make(m, array.typeCode, bytes: 0)
        let list = List(a[1])
        let count = list.count
        if count > 0 { try m.checkNotExported(array) }
        for index in 0..<count {
            guard list.count == count else {
                throw m.raise(.runtimeError, "list changed size during iteration")
            }
            try append(m, part, list[index], a)
        }
        if count > 0 { try m.checkNotExported(array) }
        try m.replace(array, array.count, array.count, part.bytes, part.count)
        return .none
    }

    static func fromUnicode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let text = try m.stringArgument(a[1], "fromunicode", 0)
        guard isText(ByteArray(a[0]).typeCode) else {
            throw m.raise(
                .valueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        }
        if text.count > 0 { try m.checkNotExported(ByteArray(a[0])) }
        try appendText(m, ByteArray(a[0]), text)
        return .none
    }

    static func fromBytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let part = try BytesMethods.buffer(m, a[1])
        if part.count > 0 { try m.checkNotExported(ByteArray(a[0])) }
        try appendBytes(m, ByteArray(a[0]), a[1])
        return .none
    }

    static func fromFile(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let count = try m.sizeArgument(a[2])
        if count < 0 { throw m.raise(.valueError, "negative count") }
        let (wanted, overflow) = count.multipliedReportingOverflow(by: itemSize(a[0]))
        if overflow { throw m.raiseMemoryError() }
        let data = try m.call(try m.getAttribute(a[1], m.intern("read")), m.int(wanted))
        guard data.isKind(.bytes) else { throw m.raise(.typeError, "read() didn't return bytes") }
        if Bytes(data).count > 0 { try m.checkNotExported(ByteArray(a[0])) }
        try appendBytes(m, ByteArray(a[0]), data)
        if Bytes(data).count != wanted { throw m.raise(.eOFError, "read() didn't return enough bytes") }
        return .none
    }

    static func toFile(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.call(try m.getAttribute(a[1], m.intern("write")), try toBytes(m, a))
        return .none
    }
}
