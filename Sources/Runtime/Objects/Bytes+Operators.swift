#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Special methods of `bytes`, case, properties, and conversions.
extension BytesMethods {
    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(ByteString(a[0]).count) }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let bytes = Bytes(a[0])
        if bytes.pointer.pointee.hash == 0 {
            bytes.pointer.pointee.hash = bytes.count == 0 ? 0 : hashBytes(bytes.bytes, bytes.count)
        }
        return m.int(bytes.pointer.pointee.hash)
    }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let isArray = a[0].isKind(.byteArray)
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { ByteString(a[0]).count }) else {
                throw m.raise(.indexError, isArray ? "bytearray index out of range" : "index out of range")
            }
            return Value(small: Int(ByteString(a[0]).bytes[index]))
        }
        guard m.isInstance(a[1], .slice) else {
            throw m.raise(
                .typeError,
                "\(isArray ? "bytearray" : "byte") indices must be integers or slices, not \(m.typeName(a[1]))")
        }
        let selection = try m.sliceIndices(a[1], length: { ByteString(a[0]).count })
        let (start, step, count) = (selection.start, selection.step, selection.count)
        let bytes = ByteString(a[0])
        if step == 1 { return try slice(m, bytes, start, start + count) }
        let result = try m.makeByteString(count: count, like: a[0])
        var index = start
        for place in 0..<count {
            result.bytes[place] = bytes.bytes[index]
            index = index &+ step
        }
        return result.value
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let other = m.byteBuffer(a[1]) else {
            throw m.raise(.typeError, "can't concat \(m.typeName(a[1])) to \(m.typeName(a[0]))")
        }
        let bytes = ByteString(a[0])
        let result = try m.makeByteString(count: bytes.count + other.count, like: a[0])
        memcpy(result.bytes, bytes.bytes, bytes.count)
        if let base = other.baseAddress { memcpy(result.bytes + bytes.count, base, other.count) }
        return result.value
    }

    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = try m.repetitions(a[1])
        let bytes = ByteString(a[0])
        let (count, overflow) = bytes.count.multipliedReportingOverflow(by: times)
        if overflow { throw m.raise(.overflowError, "repeated bytes are too long") }
        if times == 1 { return try slice(m, bytes, 0, bytes.count) }
        let result = try m.makeByteString(count: count, like: a[0])
        if count == 0 { return result.value }
        memcpy(result.bytes, bytes.bytes, bytes.count)
        var done = bytes.count
        while done < count {
            let part = min(done, count - done)
            memcpy(result.bytes + done, result.bytes, part)
            done += part
        }
        return result.value
    }

    static func modulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try likeReceiver(m, a[0], try PercentFormatter.formatBytes(m, try template(m, a[0]), a[1]))
    }
    /// The bytes of a template: a copy when formatting might change them.
    private static func template(_ m: Machine, _ value: Value) throws(Raise) -> UnsafeBufferPointer<UInt8> {
        if value.isKind(.bytes) { return Bytes(value).buffer }
        return Bytes(m.bytes(ByteString(value).buffer)).buffer
    }
    private static func likeReceiver(_ m: Machine, _ receiver: Value, _ result: Value) throws(Raise) -> Value {
        receiver.isKind(.bytes) ? result : try m.byteString(Bytes(result).buffer, like: receiver)
    }
    static func reflectedModulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].kind == a[0].kind, a[1].isKind(.bytes) || m.isByteArray(a[1]) else { return .notImplemented }
        return try likeReceiver(m, a[1], try PercentFormatter.formatBytes(m, try template(m, a[1]), a[0]))
    }

    private static func order(_ m: Machine, _ a: Arguments) -> Int? {
        // bytes leaves comparisons with other bytes-like objects to those.
        if a[0].isKind(.bytes), !a[1].isKind(.bytes) { return nil }
        guard let other = m.byteBuffer(a[1]) else { return nil }
        let bytes = ByteString(a[0])
        guard let base = other.baseAddress else { return bytes.count }
        let order = memcmp(bytes.bytes, base, min(bytes.count, other.count))
        return order != 0 ? Int(order) : bytes.count - other.count
    }

    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let order = order(m, a) { return Value(order == 0) }
        return try notComparable(m, a)
    }
    static func notEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let order = order(m, a) { return Value(order != 0) }
        return try notComparable(m, a)
    }

    /// With `-b` a comparison with str, and that of bytes with an int, is worth a warning.
    private static func notComparable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.flags.bytesWarning > 0 else { return .notImplemented }
        let isBytes = a[0].isKind(.bytes)
        if a[1].isKind(.string) {
            try m.warn(.bytesWarning, "Comparison between \(isBytes ? "bytes" : "bytearray") and string")
        } else if isBytes, m.isInt(a[1]) {
            try m.warn(.bytesWarning, "Comparison between bytes and int")
        }
        return .notImplemented
    }

    /// `str()` of bytes and bytearrays: their repr, with `-b` a warning.
    static func str(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let isBytes = a[0].isKind(.bytes)
        if m.flags.bytesWarning > 0 {
            try m.warn(.bytesWarning, "str() on a \(isBytes ? "bytes" : "bytearray") instance")
        }
        return isBytes ? try repr(m, a) : try ByteArrayMethods.repr(m, a)
    }
    static func less(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        order(m, a).map { Value($0 < 0) } ?? .notImplemented
    }
    static func lessEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        order(m, a).map { Value($0 <= 0) } ?? .notImplemented
    }
    static func greater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        order(m, a).map { Value($0 > 0) } ?? .notImplemented
    }
    static func greaterEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        order(m, a).map { Value($0 >= 0) } ?? .notImplemented
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.bytesRepr(ByteString(a[0]).buffer) }
    static func bytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try slice(m, ByteString(a[0]), 0, ByteString(a[0]).count)
    }
    static func getNewArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(try slice(m, ByteString(a[0]), 0, ByteString(a[0]).count))
    }
    static func sizeof(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(33 + ByteString(a[0]).count) }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.indexIterator(m.type(.bytesIterator), over: a[0])
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let bytes = Bytes(record[0])
        let index = record[1].smallInt
        guard index < bytes.count else {
            record[0] = .unbound
            return .unbound
        }
        record[1] = Value(small: index &+ 1)
        return Value(small: Int(bytes.bytes[index]))
    }

    static func iteratorLengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        return m.int(record[0].isBound ? Bytes(record[0]).count - record[1].smallInt : 0)
    }

    /// `__reduce__` of the iterators of bytes, bytearray and array.
    static func iteratorReduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let iter = m.dictGet(Dict(m.runtime.pointee.builtins), name: m.intern("iter"))
        guard record[0].isBound else { return m.tuple(iter, m.tuple(m.tuple())) }
        return m.tuple(iter, m.tuple(record[0]), record[1])
    }

    static func iteratorSetState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let index = try m.sizeArgument(a[1])
        if record[0].isBound { record[1] = m.int(min(max(0, index), ByteString(record[0]).count)) }
        return .none
    }

    // MARK: Construction

    /// `bytes(source=b'', encoding=…, errors=…)`.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let cls = TypeRef(a[0])
        let source = a[1]
        let encoding = try m.textArgument(a[2], "bytes", named: "encoding")
        let errors = try m.textArgument(a[3], "bytes", named: "errors")
        var result: Value
        if encoding != nil || errors != nil {
            guard source.isKind(.string) else {
                throw m.raise(
                    .typeError,
                    encoding != nil ? "encoding without a string argument" : "errors without a string argument")
            }
            guard let encoding else { throw m.raise(.typeError, "string argument without an encoding") }
            result = try m.encode(Str(source), encoding: encoding, errors: errors ?? "strict")
        } else {
            result = source.isBound ? try of(m, source) : m.runtime.pointee.emptyBytes
        }
        if cls != m.type(.bytes), result.isKind(.bytes) {
            let copy = m.makeBytes(count: Bytes(result).count, type: cls)
            memcpy(copy.bytes, Bytes(result).bytes, Bytes(result).count)
            result = copy.value
        }
        return result
    }

    /// The size that an object with `__index__` stands for; nil when that raises a TypeError.
    static func sizeIfInt(_ m: Machine, _ source: Value) throws(Raise) -> Int? {
        do throws(Raise) {
            return try m.indexInt(source, overflow: .overflowError)
        } catch {
            guard m.pendingMatches(.typeError) else { throw error }
            m.clearPending()
            return nil
        }
    }

    /// What `bytes(source)` makes of an object.
    static func of(_ m: Machine, _ source: Value) throws(Raise) -> Value {
        if source.isKind(.bytes), m.typeOf(source) == m.type(.bytes) { return source }
        if m.lookupSpecial(source, .__bytes__).isBound {
            let result = try m.callSpecial(source, .__bytes__)
            guard result.isKind(.bytes) else {
                throw m.raise(.typeError, "__bytes__ returned non-bytes (type \(m.typeName(result)))")
            }
            return result
        }
        if source.isKind(.string) { throw m.raise(.typeError, "string argument without an encoding") }
        if m.exportsBuffer(source) { return try m.copyOfBuffer(source) }
        if let buffer = m.byteBuffer(source) { return m.bytes(buffer) }
        if m.isIndexable(source), let count = try sizeIfInt(m, source) {
            if count < 0 { throw m.raise(.valueError, "negative count") }
            if count == 0 { return m.runtime.pointee.emptyBytes }
            let result = try m.makeBytesChecked(count: count)
            memset(result.bytes, 0, count)
            return result.value
        }
        if source.isKind(.memoryView) { return try MemoryView(source).toBytes(m) }
        guard m.lookupSpecial(source, .__iter__).isBound || m.lookupSpecial(source, .__getitem__).isBound else {
            throw m.raise(.typeError, "cannot convert '\(m.typeName(source))' object to bytes")
        }
        var output: [UInt8] = []
        try m.iterate(source) { (item) throws(Raise) -> Bool in
            guard let number = m.intValue(try m.index(item)), number >= 0, number < 256 else {
                throw m.raise(.valueError, "bytes must be in range(0, 256)")
            }
            output.append(UInt8(number))
            return true
        }
        return m.bytes(output)
    }

    static func decode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let encoding = try m.textArgument(a[1], "decode", named: "encoding") ?? "utf-8"
        let errors = try m.textArgument(a[2], "decode", named: "errors") ?? "strict"
        return try m.decode(ByteString(a[0]).buffer, source: a[0], encoding: encoding, errors: errors)
    }

    static func fromhex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let text = try m.stringArgument(a[1], "fromhex", 0)
        var output: [UInt8] = []
        var index = 0
        func digit(_ code: UInt32) -> UInt8? { UInt8(exactly: code)?.hexDigitValue }
        while index < text.count {
            let code = text[index]
            if code == 0x20 || code &- 9 < 5 {
                index += 1
                continue
            }
            guard let high = digit(code) else { throw notHex(m, index) }
            guard index + 1 < text.count, let low = digit(text[index + 1]) else { throw notHex(m, index + 1) }
            output.append(high << 4 | low)
            index += 2
        }
        if TypeRef(a[0]).isSubtype(of: m.type(.bytearray)) {
            let array = try m.byteString(output, like: .none)
            return a[0] == m.type(.bytearray).value ? array : try m.call(a[0], array)
        }
        let result = m.bytes(output)
        if a[0] == m.type(.bytes).value { return result }
        return try m.call(a[0], result)
    }

    private static func notHex(_ m: Machine, _ index: Int) -> Raise {
        m.raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
    }

    static func hex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try hex(m, a, largestSeparator: 0x7f) }

    /// The separator may be no larger than that; `binascii.hexlify` takes any byte.
    static func hex(_ m: Machine, _ a: Arguments, largestSeparator: UInt32) throws(Raise) -> Value {
        var separator: UInt32?
        var group = a[2].isUnbound ? 1 : try m.shortArgument(a[2])
        if a[1].isBound {
            let length = try m.length(a[1])
            if length != 1 { throw m.raise(.valueError, "sep must be length 1.") }
            if a[1].isKind(.string) {
                separator = Str(a[1])[0]
            } else if a[1].isKind(.bytes), let byte = Bytes(a[1]).buffer.first {
                separator = UInt32(byte)
            } else {
                throw m.raise(.typeError, "sep must be str or bytes.")
            }
            if let separator, separator > largestSeparator { throw m.raise(.valueError, "sep must be ASCII.") }
        }
        let bytes = ByteString(a[0])
        let fromLeft = group < 0
        group = group == Int.min ? Int.max : abs(group)
        var builder = StringBuilder()
        builder.reserve(bytes.count * 2)
        let digits: StaticString = "0123456789abcdef"
        for index in 0..<bytes.count {
            let place = fromLeft ? index : bytes.count - index
            if let separator, group > 0, index > 0, place % group == 0 { builder.append(codePoint: separator) }
            let byte = bytes.bytes[index]
            builder.append(codePoint: UInt32(digits.utf8Start[Int(byte >> 4)]))
            builder.append(codePoint: UInt32(digits.utf8Start[Int(byte & 15)]))
        }
        return builder.finish(m)
    }

    // MARK: Case and properties, ASCII only

    private static func mapped(_ m: Machine, _ a: Arguments, _ map: (UInt8) -> UInt8) throws(Raise) -> Value {
        let bytes = ByteString(a[0])
        let result = try m.makeByteString(count: bytes.count, like: a[0])
        for index in 0..<bytes.count { result.bytes[index] = map(bytes.bytes[index]) }
        return result.value
    }

    static func lower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try mapped(m, a, StringMethods.asciiLower)
    }
    static func upper(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try mapped(m, a, StringMethods.asciiUpper)
    }
    static func swapcase(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try mapped(m, a) { StringMethods.isASCIILetter($0) ? $0 ^ 0x20 : $0 }
    }
    static func capitalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var isFirst = true
        return try mapped(m, a) { byte in
            defer { isFirst = false }
            return isFirst ? StringMethods.asciiUpper(byte) : StringMethods.asciiLower(byte)
        }
    }
    static func title(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var insideWord = false
        return try mapped(m, a) { byte in
            defer { insideWord = StringMethods.isASCIILetter(byte) }
            return insideWord ? StringMethods.asciiLower(byte) : StringMethods.asciiUpper(byte)
        }
    }

    private static func all(_ a: Arguments, empty: Bool = false, _ test: (UInt8) -> Bool) -> Value {
        let bytes = ByteString(a[0])
        return bytes.count == 0 ? Value(empty) : Value(bytes.buffer.allSatisfy(test))
    }

    static func isalpha(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, StringMethods.isASCIILetter) }
    static func isdigit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a) { $0 &- 0x30 < 10 } }
    static func isalnum(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        all(a) { $0 &- 0x30 < 10 || StringMethods.isASCIILetter($0) }
    }
    static func isascii(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, empty: true) { $0 < 0x80 } }
    static func isspace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { all(a, isSpace) }
    static func islower(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let buffer = ByteString(a[0]).buffer
        return Value(buffer.contains { $0 &- 0x61 < 26 } && !buffer.contains { $0 &- 0x41 < 26 })
    }
    static func isupper(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let buffer = ByteString(a[0]).buffer
        return Value(buffer.contains { $0 &- 0x41 < 26 } && !buffer.contains { $0 &- 0x61 < 26 })
    }
    static func istitle(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var found = false
        var insideWord = false
        for byte in ByteString(a[0]).buffer {
            if byte &- 0x41 < 26 {
                if insideWord { return .false }
                insideWord = true
                found = true
            } else if byte &- 0x61 < 26 {
                if !insideWord { return .false }
                found = true
            } else {
                insideWord = false
            }
        }
        return Value(found)
    }
}
