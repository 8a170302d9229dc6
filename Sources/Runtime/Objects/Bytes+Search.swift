#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// The methods of bytes and bytearray that look for something.

extension BytesMethods {
    /// The bounds of a search, in the arguments 2 and 3.
    private static func bounds(_ m: Machine, _ a: Arguments) throws(Raise) -> (start: Int, end: Int) {
        let low = try m.bound(a.optional(2), count: ByteString(a[0]).count, default: 0)
        let high = try m.bound(a.optional(3), count: ByteString(a[0]).count, default: Int.max)
        return (low, min(ByteString(a[0]).count, high))
    }

    /// Calls `body` with the receiver, what is looked for and the bounds of the arguments (sub, start, end).
    private static func search(
        _ m: Machine, _ a: Arguments, _ body: (ByteString, UnsafePointer<UInt8>, Int, Int, Int) -> Int
    ) throws(Raise) -> Int {
        let (start, end) = try bounds(m, a)
        var single: UInt8 = 0
        var needle: UnsafeBufferPointer<UInt8>?
        if let buffer = m.byteBuffer(a[1]) {
            needle = buffer
        } else if a[1].isKind(.memoryView) {
            throw m.notBytesLike(a[1])
        } else if m.isIndexable(a[1]) {
            single = try byte(m, a[1])
        } else {
            throw m.raise(
                .typeError, "argument should be integer or bytes-like object, not '\(m.typeName(a[1]))'")
        }
        let bytes = ByteString(a[0])
        let last = min(end, bytes.count)
        if let needle, let base = needle.baseAddress { return body(bytes, base, needle.count, start, last) }
        return withUnsafePointer(to: &single) { body(bytes, $0, 1, start, last) }
    }

    private static func first(_ m: Machine, _ a: Arguments) throws(Raise) -> Int {
        try search(m, a) { bytes, needle, length, start, end in
            if end < start || length > end - start { return -1 }
            let found = UnitSearch.first(bytes.bytes + start, end - start, needle, length)
            return found < 0 ? -1 : found + start
        }
    }

    private static func last(_ m: Machine, _ a: Arguments) throws(Raise) -> Int {
        try search(m, a) { bytes, needle, length, start, end in
            if end < start || length > end - start { return -1 }
            let found = UnitSearch.last(bytes.bytes + start, end - start, needle, length)
            return found < 0 ? -1 : found + start
        }
    }

    static func find(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try first(m, a)) }
    static func rfind(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try last(m, a)) }
    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let found = try first(m, a)
        if found < 0 { throw m.raise(.valueError, "subsection not found") }
        return m.int(found)
    }
    static func rindex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let found = try last(m, a)
        if found < 0 { throw m.raise(.valueError, "subsection not found") }
        return m.int(found)
    }

    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let total = try search(m, a) { bytes, needle, length, start, end in
            if end < start { return 0 }
            if length == 0 { return end - start + 1 }
            return UnitSearch.count(bytes.bytes + start, end - start, needle, length)
        }
        return m.int(total)
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let buffer = m.byteBuffer(a[1]) {
            let bytes = ByteString(a[0])
            guard let base = buffer.baseAddress else { return .true }
            return Value(UnitSearch.first(bytes.bytes, bytes.count, base, buffer.count) >= 0)
        }
        guard m.isIndexable(a[1]) else {
            throw m.notBytesLike(a[1])
        }
        let byte: Int
        do throws(Raise) {
            byte = try Int(self.byte(m, a[1]))
        } catch {
            // Only an int out of range is told.
            if m.pendingMatches(.valueError), m.isInt(a[1]) { throw error }
            m.clearPending()
            throw m.notBytesLike(a[1])
        }
        let bytes = ByteString(a[0])
        return Value(memchr(bytes.bytes, Int32(byte), bytes.count) != nil)
    }

    private static func matchesEnd(
        _ m: Machine, _ a: Arguments, _ function: StaticString, atEnd: Bool
    ) throws(Raise) -> Value {
        let (start, end) = try bounds(m, a)
        let bytes = ByteString(a[0])
        func holds(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
            guard start <= end, part.count <= end - start else { return false }
            guard let base = part.baseAddress, part.count > 0 else { return true }
            return compareBytes(bytes.bytes + (atEnd ? end - part.count : start), base, part.count)
        }
        if let part = m.byteBuffer(a[1]) { return Value(holds(part)) }
        guard a[1].isKind(.tuple) else {
            if a[1].isKind(.memoryView) { throw m.notBytesLike(a[1]) }
            let name = m.typeName(a[1])
            throw m.raise(.typeError, "\(function) first arg must be bytes or a tuple of bytes, not \(name)")
        }
        let tuple = Tuple(a[1])
        for index in 0..<tuple.count where holds(try buffer(m, tuple[index])) { return .true }
        return .false
    }

    static func startswith(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try matchesEnd(m, a, "startswith", atEnd: false)
    }
    static func endswith(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try matchesEnd(m, a, "endswith", atEnd: true)
    }
}
