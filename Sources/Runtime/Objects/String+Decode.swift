/// Decoding of bytes to str.
extension Machine {
    /// The bytes of a bytes-like object, or nil when it is none.
    func byteBuffer(_ value: Value) -> UnsafeBufferPointer<UInt8>? {
        switch value.kind {
        case .bytes: Bytes(value).buffer
        case .byteArray: ByteArray(value).buffer
        case .memoryView: MemoryView(value).contiguousBuffer
        default: nil
        }
    }

    /// The error for an argument that has no bytes to look at.
    func notBytesLike(_ value: Value) -> Raise {
        if value.isKind(.memoryView) {
            return MemoryView(value).isReleased
                ? raise(.valueError, "operation forbidden on released memoryview object")
                : raise(.bufferError, "memoryview: underlying buffer is not C-contiguous")
        }
        return raise(.typeError, "a bytes-like object is required, not '\(typeName(value))'")
    }

    /// `bytes.decode`. `source` is the object that the bytes are of; errors carry it, or a copy.
    func decode(
        _ buffer: UnsafeBufferPointer<UInt8>, source: Value, encoding: String, errors: String
    ) throws(Raise) -> Value {
        if buffer.isEmpty { return runtime.pointee.emptyString }
        guard TextCodec.isPlain(encoding), let codec = TextCodec(encoding) else {
            do throws(Raise) {
                if let codec = TextCodec(encoding) {
                    return try decode(buffer, source: source, codec: codec, errors: errors)
                }
                if let codec = TableCodec(encoding) {
                    return try decode(buffer, source: source, codec: codec, errors: errors)
                }
            } catch {
                throw noteCodec("decoding with '\(encoding)' codec failed")
            }
            return try decodeByRegistered(buffer, source: source, encoding: encoding, errors: errors)
        }
        return try decode(buffer, source: source, codec: codec, errors: errors)
    }

    func decode(
        _ buffer: UnsafeBufferPointer<UInt8>, source: Value, codec: TextCodec, errors: String
    ) throws(Raise) -> Value {
        guard let base = buffer.baseAddress, buffer.count > 0 else { return runtime.pointee.emptyString }
        switch codec {
        case .utf8, .ascii: if isASCII(base, buffer.count) { return string(ascii: buffer) }
        case .latin1: return string(units: base, count: buffer.count)
        case .utf8Signed where buffer.count >= 3 && base[0] == 0xef && base[1] == 0xbb && base[2] == 0xbf:
            // The places of errors are counted from behind the signature.
            let rest = bytes(UnsafeBufferPointer(rebasing: buffer[3...]))
            return try decode(Bytes(rest).buffer, source: rest, codec: .utf8, errors: errors)
        default: break
        }
        var decoder = TextDecoder(m: self, buffer, source: source, errors: errors)
        do throws(Raise) {
            try decoder.run(codec)
        } catch {
            decoder.builder.discard()
            throw error
        }
        return decoder.builder.finish(self)
    }
}

/// One decoding under way.
struct TextDecoder {
    let m: Machine
    private(set) var base: UnsafePointer<UInt8>
    private(set) var count: Int
    private var source: Value
    let errors: String
    var builder = StringBuilder()

    init(m: Machine, _ buffer: UnsafeBufferPointer<UInt8>, source: Value, errors: String) {
        self.m = m
        self.errors = errors
        // A handler of the script might change an array while it is being decoded.
        let isSafe = source.isKind(.bytes) || CodecErrors(rawValue: errors) != nil
        self.source = isSafe ? source : m.bytes(buffer)
        let bytes = isSafe ? buffer : Bytes(self.source).buffer
        base = bytes.baseAddress ?? UnsafePointer(ByteString.nothing)
        count = bytes.count
        builder.reserve(count)
    }

    mutating func run(_ codec: TextCodec) throws(Raise) {
        switch codec {
        case .ascii, .latin1: try runASCII()
        case .utf8, .utf8Signed: try runUTF8(from: 0)
        case .utf16:
            if count >= 2, base[0] == 0xff, base[1] == 0xfe {
                try runUTF16(from: 2, isBig: false)
            } else if count >= 2, base[0] == 0xfe, base[1] == 0xff {
                try runUTF16(from: 2, isBig: true)
            } else {
                try runUTF16(from: 0, isBig: false)
            }
        case .utf16Little: try runUTF16(from: 0, isBig: false)
        case .utf16Big: try runUTF16(from: 0, isBig: true)
        case .utf32:
            if count >= 4, base[0] == 0xff, base[1] == 0xfe, base[2] == 0, base[3] == 0 {
                try runUTF32(from: 4, isBig: false)
            } else if count >= 4, base[0] == 0, base[1] == 0, base[2] == 0xfe, base[3] == 0xff {
                try runUTF32(from: 4, isBig: true)
            } else {
                try runUTF32(from: 0, isBig: false)
            }
        case .utf32Little: try runUTF32(from: 0, isBig: false)
        case .utf32Big: try runUTF32(from: 0, isBig: true)
        }
    }

    /// Handles the bytes from `start` to `end` that are no text; `codec` and `reason` are for the exception. Gives where
    /// to go on.
    mutating func fail(
        _ start: Int, _ end: Int, _ codec: StaticString, _ reason: StaticString
    ) throws(Raise) -> Int {
        switch CodecErrors(rawValue: errors) {
        case .ignore: return end
        case .replace:
            builder.append(codePoint: 0xfffd)
            return end
        case .backslashreplace:
            for index in start..<end { builder.append(backslashEscape(UInt32(base[index]))) }
            return end
        case .surrogateescape where base[start] >= 0x80:
            var index = start
            while index < end, base[index] >= 0x80 {
                builder.append(codePoint: 0xdc00 + UInt32(base[index]))
                index += 1
            }
            return index
        case .xmlcharrefreplace, .namereplace:
            throw m.raise(.typeError, "don't know how to handle UnicodeDecodeError in error callback")
        case .strict, .surrogateescape, .surrogatepass: throw m.raise(exception(start, end, codec, reason))
        case nil:
            let exception = exception(start, end, codec, reason)
            let (text, position) = try m.callErrorHandler(errors, exception, count: count)
            guard text.isKind(.string) else {
                throw m.raise(.typeError, "decoding error handler must return (str, int) tuple")
            }
            builder.append(text)
            // A handler may put other bytes in the place of those that are decoded.
            let object = Exception(exception).fields[UnicodeErrorField.object]
            if object != source, let buffer = m.byteBuffer(object) {
                source = object
                base = buffer.baseAddress ?? UnsafePointer(ByteString.nothing)
                count = buffer.count
            }
            return position
        }
    }

    private func exception(_ start: Int, _ end: Int, _ codec: StaticString, _ reason: StaticString) -> Value {
        let object = source.isKind(.bytes) ? source : m.bytes(UnsafeBufferPointer(start: base, count: count))
        return m.makeException(
            .unicodeDecodeError, m.string(codec), object, m.int(start), m.int(end), m.string(reason))
    }

    private mutating func runASCII() throws(Raise) {
        var index = 0
        while index < count {
            if base[index] < 0x80 {
                builder.append(codePoint: UInt32(base[index]))
                index += 1
            } else {
                index = try fail(index, index + 1, "ascii", "ordinal not in range(128)")
            }
        }
    }

    private mutating func runUTF8(from start: Int) throws(Raise) {
        var index = start
        while index < count {
            if base[index] < 0x80 {
                var end = index &+ 1
                while end < count, base[end] < 0x80 { end &+= 1 }
                builder.append(ascii: UnsafeBufferPointer(start: base + index, count: end &- index))
                index = end
                continue
            }
            let (code, length) = decodeUTF8(base + index, count &- index, surrogates: errors == "surrogatepass")
            if length > 0 {
                builder.append(codePoint: code)
                index &+= length
                continue
            }
            let lead = base[index]
            let end = index &- length
            let reason: StaticString
            if lead < 0xc2 || lead > 0xf4 {
                reason = "invalid start byte"
            } else {
                // At the end of the input the sequence is only too short.
                reason = end == count ? "unexpected end of data" : "invalid continuation byte"
            }
            index = try fail(index, end, "utf-8", reason)
        }
    }

    private mutating func runUTF16(from start: Int, isBig: Bool) throws(Raise) {
        let name: StaticString = isBig ? "utf-16-be" : "utf-16-le"
        func unit(_ index: Int) -> UInt32 {
            isBig
                ? UInt32(base[index]) << 8 | UInt32(base[index + 1])
                : UInt32(base[index + 1]) << 8 | UInt32(base[index])
        }
        var index = start
        while index < count {
            guard index + 1 < count else {
                index = try fail(index, count, name, "truncated data")
                continue
            }
            let first = unit(index)
            if first < 0xd800 || first > 0xdfff {
                builder.append(codePoint: first)
                index += 2
                continue
            }
            if errors == "surrogatepass", first > 0xdbff || index + 3 >= count || unit(index + 2) & 0xfc00 != 0xdc00 {
                builder.append(codePoint: first)
                index += 2
                continue
            }
            if first > 0xdbff {
                index = try fail(index, index + 2, name, "illegal encoding")
            } else if index + 3 >= count {
                index = try fail(index, count, name, "unexpected end of data")
            } else if unit(index + 2) & 0xfc00 != 0xdc00 {
                index = try fail(index, index + 2, name, "illegal UTF-16 surrogate")
            } else {
                builder.append(codePoint: 0x10000 + (first & 0x3ff) << 10 + unit(index + 2) & 0x3ff)
                index += 4
            }
        }
    }

    private mutating func runUTF32(from start: Int, isBig: Bool) throws(Raise) {
        let name: StaticString = isBig ? "utf-32-be" : "utf-32-le"
        var index = start
        while index < count {
            guard index + 3 < count else {
                index = try fail(index, count, name, "truncated data")
                continue
            }
            var code: UInt32 = 0
            for offset in 0..<4 { code = code << 8 | UInt32(base[index + (isBig ? offset : 3 - offset)]) }
            if code >= 0x110000 {
                index = try fail(index, index + 4, name, "code point not in range(0x110000)")
            } else if code >= 0xd800, code <= 0xdfff, errors != "surrogatepass" {
                index = try fail(
                    index, index + 4, name, "code point in surrogate code point range(0xd800, 0xe000)")
            } else {
                builder.append(codePoint: code)
                index += 4
            }
        }
    }
}
