#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Assignment to and deletion of items and slices of bytearrays.

extension ByteArrayMethods {
    private static func badIndex(_ m: Machine, _ key: Value) -> Raise {
        m.raise(.typeError, "bytearray indices must be integers or slices, not \(m.typeName(key))")
    }

    static func setItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        if m.isIndexable(a[1]) {
            // The value may run script code, so the index is looked at last.
            let position = m.int(try m.indexInt(a[1]))
            let byte = try BytesMethods.byte(m, a[2])
            guard let index = try m.sequenceIndex(position, count: array.count) else {
                throw m.raise(.indexError, "bytearray index out of range")
            }
            array.bytes[index] = byte
            return .none
        }
        guard m.isSlice(a[1]) else { throw badIndex(m, a[1]) }
        let bounds = try m.sliceBounds(a[1])
        let source = try newBytes(m, a[2])
        let slice = bounds.indices(length: array.count)
        let part = try BytesMethods.buffer(m, source)
        if slice.step == 1 {
            let stop = max(slice.start, slice.stop)
            if part.count != stop - slice.start { try m.checkNotExported(array) }
            try m.replace(array, slice.start, stop, part.baseAddress, part.count)
            return .none
        }
        if part.count == 0 {
            try delete(m, array, slice, a)
            return .none
        }
        guard part.count == slice.count else {
            throw m.raise(
                .valueError,
                "attempt to assign bytes of size \(part.count) to extended slice of size \(slice.count)")
        }
        // The source may be the array itself.
        let copy = Array(part)
        var index = slice.start
        for byte in copy {
            array.bytes[index] = byte
            index &+= slice.step
        }
        return .none
    }

    /// Whether a value is a number to CPython's functions for numbers: complex, or it has a method that makes it one.
    private static func isNumber(_ m: Machine, _ value: Value) -> Bool {
        value.isKind(.complex) || m.isIndexable(value) || m.lookupSpecial(value, .__int__).isBound
            || m.lookupSpecial(value, .__float__).isBound
    }

    /// The bytes to be assigned to a slice, as a bytes-like object.
    private static func newBytes(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if m.byteBuffer(value) != nil { return value }
        if isNumber(m, value) || value.isKind(.string) {
            throw m.raise(.typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        }
        return try m.call(m.type(.bytearray).value, value)
    }

    static func deleteItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { array.count }) else {
                throw m.raise(.indexError, "bytearray index out of range")
            }
            try m.checkNotExported(array)
            try m.replace(array, index, index + 1, nil, 0)
            return .none
        }
        guard m.isSlice(a[1]) else { throw badIndex(m, a[1]) }
        try delete(m, array, try m.sliceIndices(a[1], length: { array.count }), a)
        return .none
    }

    private static func delete(
        _ m: Machine, _ array: ByteArray, _ slice: Machine.SliceIndices, _ a: Arguments
    ) throws(Raise) {
        if slice.step != 1 || slice.count > 0 { try m.checkNotExported(array) }
        if slice.count == 0 { return }
        if slice.step == 1 { return try m.replace(array, slice.start, slice.stop, nil, 0) }
        let step = slice.step.magnitude
        let first = slice.step > 0 ? slice.start : slice.start + slice.step * (slice.count - 1)
        var write = first
        var left = slice.count
        var distance: UInt = 0
        for read in first..<array.count {
            if left > 0, distance == 0 {
                left -= 1
                distance = step - 1
            } else {
                if distance > 0 { distance -= 1 }
                array.bytes[write] = array.bytes[read]
                write += 1
            }
        }
        try m.resize(array, write)
    }
}
