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

    /// `bytes.decode`. `source` is the object that errors carry.
    func decode(
        _ buffer: UnsafeBufferPointer<UInt8>, source: Value, encoding: String, errors: String
    ) throws(Raise) -> Value {
        let codec = try codec(encoding)
        guard let base = buffer.baseAddress, buffer.count > 0 else { return runtime.pointee.emptyString }
        switch codec {
        case .utf8, .ascii: if isASCII(base, buffer.count) { return string(ascii: buffer) }
        case .latin1: return string(units: base, count: buffer.count)
        default: break
        }
        var decoder = TextDecoder(m: self, base: base, count: buffer.count, source: source, errors: errors)
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
private struct TextDecoder {
    let m: Machine
    let base: UnsafePointer<UInt8>
    let count: Int
    let source: Value
    let errors: String
    var builder = StringBuilder()

    init(m: Machine, base: UnsafePointer<UInt8>, count: Int, source: Value, errors: String) {
        self.m = m
        self.base = base
        self.count = count
        self.source = source
        self.errors = errors
        builder.reserve(count)
    }

    mutating func run(_ codec: TextCodec) throws(Raise) {
        switch codec {
        case .ascii, .latin1: try runASCII()
        case .utf8: try runUTF8(from: 0)
        case .utf8Signed:
            let isSigned = count >= 3 && base[0] == 0xef && base[1] == 0xbb && base[2] == 0xbf
            try runUTF8(from: isSigned ? 3 : 0)
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

    /// Handles the bytes from `start` to `end` that are no text; `codec` and `reason` are for the exception.
    private mutating func fail(
        _ start: Int, _ end: Int, _ codec: StaticString, _ reason: StaticString
    ) throws(Raise) {
        guard let handler = CodecErrors(rawValue: errors) else {
            throw m.raise(.lookupError, "unknown error handler name '\(errors)'")
        }
        switch handler {
        case .ignore: return
        case .replace: builder.append(codePoint: 0xfffd)
        case .backslashreplace: for index in start..<end { builder.append(backslashEscape(UInt32(base[index]))) }
        case .surrogateescape where base[start] >= 0x80:
            for index in start..<end { builder.append(codePoint: 0xdc00 + UInt32(base[index])) }
        case .xmlcharrefreplace:
            throw m.raise(.typeError, "don't know how to handle UnicodeDecodeError in error callback")
        case .strict, .surrogateescape, .surrogatepass:
            throw m.raise(
                m.makeException(
                    .unicodeDecodeError, m.string(codec), source, m.int(start), m.int(end), m.string(reason)))
        }
    }

    private mutating func runASCII() throws(Raise) {
        for index in 0..<count {
            if base[index] < 0x80 {
                builder.append(codePoint: UInt32(base[index]))
            } else {
                try fail(index, index + 1, "ascii", "ordinal not in range(128)")
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
            try fail(index, end, "utf-8", reason)
            index = end
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
                try fail(index, count, name, "truncated data")
                return
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
                try fail(index, index + 2, name, "illegal encoding")
                index += 2
            } else if index + 3 >= count {
                try fail(index, count, name, "unexpected end of data")
                return
            } else if unit(index + 2) & 0xfc00 != 0xdc00 {
                try fail(index, index + 2, name, "illegal UTF-16 surrogate")
                index += 2
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
                try fail(index, count, name, "truncated data")
                return
            }
            var code: UInt32 = 0
            for offset in 0..<4 { code = code << 8 | UInt32(base[index + (isBig ? offset : 3 - offset)]) }
            if code >= 0x110000 {
                try fail(index, index + 4, name, "code point not in range(0x110000)")
            } else if code >= 0xd800, code <= 0xdfff, errors != "surrogatepass" {
                try fail(index, index + 4, name, "code point in surrogate code point range(0xd800, 0xe000)")
            } else {
                builder.append(codePoint: code)
            }
            index += 4
        }
    }
}
