#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `bytes`: parts, joining, padding and translation. See "Bytes and Bytearray Operations" in the library reference.
enum BytesMethods {
    // MARK: Arguments

    /// The bytes of a bytes-like argument.
    static func buffer(_ m: Machine, _ value: Value) throws(Raise) -> UnsafeBufferPointer<UInt8> {
        if let buffer = m.byteBuffer(value) { return buffer }
        throw m.notBytesLike(value)
    }

    /// A part of the receiver, as a new object unless the receiver is bytes and the part is all of it.
    static func slice(_ m: Machine, _ bytes: ByteString, _ start: Int, _ end: Int) throws(Raise) -> Value {
        let part = UnsafeBufferPointer(start: UnsafePointer(bytes.bytes + start), count: max(0, end - start))
        guard bytes.value.isKind(.bytes) else { return try m.byteString(part, like: bytes.value) }
        if start >= end { return m.runtime.pointee.emptyBytes }
        if start == 0, end == bytes.count, m.typeOf(bytes.value) == m.type(.bytes) { return bytes.value }
        return m.bytes(part)
    }

    /// A byte given as an int from 0 to 255.
    static func byte(_ m: Machine, _ value: Value) throws(Raise) -> UInt8 {
        guard let number = m.intValue(try m.index(value)), number >= 0, number < 256 else {
            throw m.raise(.valueError, "byte must be in range(0, 256)")
        }
        return UInt8(number)
    }

    // MARK: Parts

    static func removeprefix(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let bytes = ByteString(a[0])
        let part = try buffer(m, a[1])
        let matches =
            part.count <= bytes.count
            && compareBytes(bytes.bytes, part.baseAddress ?? UnsafePointer(bytes.bytes), part.count)
        return try slice(m, bytes, matches ? part.count : 0, bytes.count)
    }

    static func removesuffix(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let bytes = ByteString(a[0])
        let part = try buffer(m, a[1])
        let start = bytes.count - part.count
        let matches =
            start >= 0 && compareBytes(bytes.bytes + start, part.baseAddress ?? UnsafePointer(bytes.bytes), part.count)
        return try slice(m, bytes, 0, matches ? start : bytes.count)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

    private static func stripped(_ m: Machine, _ a: Arguments, left: Bool, right: Bool) throws(Raise) -> Value {
        let bytes = ByteString(a[0])
        var set: UnsafeBufferPointer<UInt8>?
        if a.count > 1, !a[1].isNone { set = try buffer(m, a[1]) }
        func isIn(_ byte: UInt8) -> Bool {
            guard let set else { return isSpace(byte) }
            return set.contains(byte)
        }
        var start = 0
        var end = bytes.count
        if left { while start < end, isIn(bytes.bytes[start]) { start += 1 } }
        if right { while end > start, isIn(bytes.bytes[end - 1]) { end -= 1 } }
        return try slice(m, bytes, start, end)
    }
    static func strip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stripped(m, a, left: true, right: true)
    }
    static func lstrip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stripped(m, a, left: true, right: false)
    }
    static func rstrip(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stripped(m, a, left: false, right: true)
    }

    private static func separator(_ m: Machine, _ value: Value) throws(Raise) -> UnsafeBufferPointer<UInt8> {
        let separator = try buffer(m, value)
        if separator.count == 0 { throw m.raise(.valueError, "empty separator") }
        return separator
    }

    private static func partitioned(_ m: Machine, _ a: Arguments, fromEnd: Bool) throws(Raise) -> Value {
        let bytes = ByteString(a[0])
        let isStrided = a[1].isKind(.memoryView) && m.isByteArray(a[0]) && m.byteBuffer(a[1]) == nil
        let part = try separator(m, isStrided ? try MemoryView(a[1]).toBytes(m) : a[1])
        let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let base = part.baseAddress ?? UnsafePointer(bytes.bytes)
        let found =
            fromEnd
            ? UnitSearch.last(bytes.bytes, bytes.count, base, part.count)
            : UnitSearch.first(bytes.bytes, bytes.count, base, part.count)
        if found < 0 {
            let whole = a[0].isKind(.bytes) ? a[0] : try slice(m, bytes, 0, bytes.count)
            let first = try m.byteString(empty, like: a[0])
            let second = try m.byteString(empty, like: a[0])
            return fromEnd ? m.tuple(first, second, whole) : m.tuple(whole, first, second)
        }
        let middle = a[0].isKind(.bytes) ? a[1] : try m.byteString(part, like: a[0])
        return m.tuple(
            try slice(m, bytes, 0, found), middle, try slice(m, bytes, found + part.count, bytes.count))
    }
    static func partition(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try partitioned(m, a, fromEnd: false)
    }
    static func rpartition(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try partitioned(m, a, fromEnd: true)
    }

    // MARK: Splitting

    private static func limit(_ m: Machine, _ value: Value) throws(Raise) -> Int {
        let limit = value.isUnbound ? -1 : try m.sizeArgument(value)
        return limit < 0 ? Int.max : limit
    }

    static func split(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let limit = try limit(m, a[2])
        let bytes = ByteString(a[0])
        let list = m.list()
        let base = bytes.bytes
        let count = bytes.count
        if a[1].isUnbound || a[1].isNone {
            var index = 0
            while true {
                while index < count, isSpace(base[index]) { index += 1 }
                if index == count { break }
                let start = index
                if list.count >= limit {
                    list.append(m, try slice(m, bytes, start, count))
                    break
                }
                while index < count, !isSpace(base[index]) { index += 1 }
                list.append(m, try slice(m, bytes, start, index))
            }
            return list.value
        }
        let part = try separator(m, a[1])
        let needle = part.baseAddress ?? UnsafePointer(base)
        var start = 0
        while list.count < limit {
            let found = UnitSearch.first(base + start, count - start, needle, part.count)
            if found < 0 { break }
            list.append(m, try slice(m, bytes, start, start + found))
            start += found + part.count
        }
        list.append(m, try slice(m, bytes, start, count))
        return list.value
    }

    static func rsplit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let limit = try limit(m, a[2])
        let bytes = ByteString(a[0])
        let list = m.list()
        let base = bytes.bytes
        var end = bytes.count
        if a[1].isUnbound || a[1].isNone {
            while true {
                while end > 0, isSpace(base[end - 1]) { end -= 1 }
                if end == 0 { break }
                var start = end
                if list.count >= limit {
                    list.append(m, try slice(m, bytes, 0, end))
                    break
                }
                while start > 0, !isSpace(base[start - 1]) { start -= 1 }
                list.append(m, try slice(m, bytes, start, end))
                end = start
            }
        } else {
            let part = try separator(m, a[1])
            let needle = part.baseAddress ?? UnsafePointer(base)
            while list.count < limit {
                let found = UnitSearch.last(base, end, needle, part.count)
                if found < 0 { break }
                list.append(m, try slice(m, bytes, found + part.count, end))
                end = found
            }
            list.append(m, try slice(m, bytes, 0, end))
        }
        ListMethods.reverse(list.items, list.count)
        return list.value
    }

    static func splitlines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let keepEnds = a[1].isBound ? try m.truth(a[1]) : false
        let bytes = ByteString(a[0])
        let list = m.list()
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes.bytes[index]
            index += 1
            guard byte == 10 || byte == 13 else { continue }
            let end = index - 1
            if byte == 13, index < bytes.count, bytes.bytes[index] == 10 { index += 1 }
            list.append(m, try slice(m, bytes, start, keepEnds ? index : end))
            start = index
        }
        if start < bytes.count { list.append(m, try slice(m, bytes, start, bytes.count)) }
        return list.value
    }

    // MARK: Joining and replacing

    static func join(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.lookupSpecial(a[1], .__iter__).isUnbound, m.lookupSpecial(a[1], .__getitem__).isUnbound {
            throw m.raise(.typeError, "can only join an iterable")
        }
        let list = try m.listFromIterable(a[1])
        let separator = ByteString(a[0])
        var count = 0
        for index in 0..<list.count {
            if m.exportsBuffer(list[index]) { list[index] = m.copyOfBufferIfPossible(list[index]) }
            guard let part = m.byteBuffer(list[index]) else {
                throw m.raise(
                    .typeError,
                    "sequence item \(index): expected a bytes-like object, \(m.typeName(list[index])) found")
            }
            count += part.count + (index > 0 ? separator.count : 0)
        }
        let result = try m.makeByteString(count: count, like: a[0])
        var target = result.bytes
        for index in 0..<list.count {
            if index > 0, separator.count > 0 {
                memcpy(target, separator.bytes, separator.count)
                target += separator.count
            }
            guard let part = m.byteBuffer(list[index]), let base = part.baseAddress else { continue }
            memcpy(target, base, part.count)
            target += part.count
        }
        return result.value
    }

    static func replace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try buffer(m, a[1])
        _ = try buffer(m, a[2])
        let limit = try limit(m, a.optional(3))
        let bytes = ByteString(a[0])
        let old = try buffer(m, a[1])
        let new = try buffer(m, a[2])
        let oldBase = old.baseAddress ?? UnsafePointer(bytes.bytes)
        let occurrences =
            old.count == 0
            ? min(limit, bytes.count + 1)
            : UnitSearch.count(bytes.bytes, bytes.count, oldBase, old.count, limit: limit)
        if occurrences == 0 { return try slice(m, bytes, 0, bytes.count) }
        let (growth, overflow) = occurrences.multipliedReportingOverflow(by: new.count - old.count)
        if overflow { throw m.raise(.overflowError, "replace bytes is too long") }
        let result = try m.makeByteString(count: bytes.count &+ growth, like: a[0])
        var target = result.bytes
        var position = 0
        func put(_ source: UnsafePointer<UInt8>?, _ count: Int) {
            guard let source, count > 0 else { return }
            memcpy(target, source, count)
            target += count
        }
        for number in 0..<occurrences {
            if old.count == 0 {
                put(new.baseAddress, new.count)
                if number < bytes.count {
                    put(bytes.bytes + position, 1)
                    position += 1
                }
                continue
            }
            let found = UnitSearch.first(bytes.bytes + position, bytes.count - position, oldBase, old.count)
            if found < 0 { break }
            put(bytes.bytes + position, found)
            put(new.baseAddress, new.count)
            position += found + old.count
        }
        put(bytes.bytes + position, bytes.count - position)
        return result.value
    }

    // MARK: Padding and translation

    private static func padded(
        _ m: Machine, _ a: Arguments, _ function: StaticString, _ left: (Int, Int) -> Int
    ) throws(Raise) -> Value {
        let width = try m.sizeArgument(a[1])
        var fill: UInt8 = 0x20
        if a.count > 2 {
            guard let buffer = m.byteBuffer(a[2]), buffer.count == 1 else {
                let name = m.shortTypeName(a[2])
                throw m.raise(
                    .typeError, "\(function)() argument 2 must be a byte string of length 1, not \(name)")
            }
            fill = buffer[0]
        }
        let bytes = ByteString(a[0])
        guard width > bytes.count else { return try slice(m, bytes, 0, bytes.count) }
        let before = left(width - bytes.count, width)
        let result = try m.makeByteString(count: width, like: a[0])
        memset(result.bytes, Int32(fill), width)
        memcpy(result.bytes + before, bytes.bytes, bytes.count)
        return result.value
    }
    static func ljust(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try padded(m, a, "ljust") { _, _ in 0 } }
    static func rjust(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try padded(m, a, "rjust") { missing, _ in missing }
    }
    static func center(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try padded(m, a, "center") { missing, width in missing / 2 + (missing & width & 1) }
    }

    static func zfill(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let width = try m.sizeArgument(a[1])
        let bytes = ByteString(a[0])
        guard width > bytes.count else { return try slice(m, bytes, 0, bytes.count) }
        let result = try m.makeByteString(count: width, like: a[0])
        let missing = width - bytes.count
        memset(result.bytes, 0x30, missing)
        memcpy(result.bytes + missing, bytes.bytes, bytes.count)
        if bytes.count > 0, bytes.bytes[0] == 0x2b || bytes.bytes[0] == 0x2d {
            result.bytes[0] = bytes.bytes[0]
            result.bytes[missing] = 0x30
        }
        return result.value
    }

    static func expandtabs(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let size = a[1].isUnbound ? 8 : try m.shortArgument(a[1])
        let bytes = ByteString(a[0])
        var output: [UInt8] = []
        var column = 0
        for byte in bytes.buffer {
            if byte == 9 {
                guard size > 0 else { continue }
                let step = size - column % size
                try m.checkSize(output.count &+ step < 0 ? Int.max : output.count &+ step)
                output.append(contentsOf: repeatElement(0x20, count: step))
                column += step
            } else {
                output.append(byte)
                column = byte == 10 || byte == 13 ? 0 : column + 1
            }
        }
        return try m.byteString(output, like: a[0])
    }

    static func translate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let bytes = ByteString(a[0])
        var table: UnsafeBufferPointer<UInt8>?
        if !a[1].isNone {
            let given = try buffer(m, a[1])
            guard given.count == 256 else {
                throw m.raise(.valueError, "translation table must be 256 characters long")
            }
            table = given
        }
        let deleted = a[2].isBound ? try buffer(m, a[2]) : nil
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes.buffer {
            if let deleted, deleted.contains(byte) { continue }
            output.append(table?[Int(byte)] ?? byte)
        }
        return try m.byteString(output, like: a[0])
    }

    static func maketrans(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let from = try buffer(m, a[0])
        let to = try buffer(m, a[1])
        guard from.count == to.count else {
            throw m.raise(.valueError, "maketrans arguments must have same length")
        }
        let table = m.makeBytes(count: 256)
        for byte in 0..<256 { table.bytes[byte] = UInt8(byte) }
        for index in 0..<from.count { table.bytes[Int(from[index])] = to[index] }
        return table.value
    }
}
