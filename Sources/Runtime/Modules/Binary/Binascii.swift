/// The module `binascii`: binary data as text and back.
enum BinasciiModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Conversion between binary data and ASCII")
        let flags: TypeFlags = [.subclassable, .exception, .hasAttributes]
        let error = m.makeNativeType("Error", module: "binascii", kind: .exception, base: .valueError, flags: flags)
        let incomplete = m.makeNativeType(
            "Incomplete", module: "binascii", kind: .exception, base: .exception, flags: flags)
        m.runtime.pointee.binasciiError = error
        module.add("Error", error.value)
        module.add("Incomplete", incomplete.value)
        module.add([
            Native("hexlify", .signature("data, sep=None, bytes_per_sep=1"), style: .function, hexlify).takingBuffers(),
            Native("b2a_hex", .signature("data, sep=None, bytes_per_sep=1"), style: .function, hexlify).takingBuffers(),
            Native("unhexlify", .one, style: .function, unhexlify).takingBuffers(),
            Native("a2b_hex", .one, style: .function, unhexlify).takingBuffers(),
            Native("b2a_base64", .signature("data, /, *, newline=True"), style: .function, toBase64).takingBuffers(),
            Native("a2b_base64", .signature("data, /, *, strict_mode=False"), style: .function, fromBase64)
                .takingBuffers(),
            Native("crc32", .positional(1, 2), style: .function, crc32).takingBuffers(),
            Native("crc_hqx", .positional(2, 2), style: .function, crcHQX).takingBuffers(),
            Native("b2a_uu", .signature("data, /, *, backtick=False"), style: .function, toUU),
            Native("a2b_uu", .one, style: .function, fromUU),
            Native("b2a_qp", .signature("data, quotetabs=False, istext=True, header=False"), style: .function, toQP),
            Native("a2b_qp", .signature("data, header=False"), style: .function, fromQP),
        ])
    }

    private static func error(_ m: Machine, _ message: String) -> Raise {
        guard let type = m.runtime.pointee.binasciiError else { return m.raise(.valueError, message) }
        return m.raise(type, message)
    }

    /// The bytes of an argument that is bytes-like or a str of ASCII.
    private static func asciiBuffer(_ m: Machine, _ value: Value) throws(Raise) -> UnsafeBufferPointer<UInt8> {
        if value.isKind(.string) {
            let text = Str(value)
            guard text.isASCII || text.count == 0 else {
                throw m.raise(.valueError, "string argument should contain only ASCII characters")
            }
            return UnsafeBufferPointer(start: text.bytes, count: text.count)
        }
        if let buffer = m.byteBuffer(value) { return buffer }
        if value.isKind(.memoryView) { throw m.notBytesLike(value) }
        throw m.raise(
            .typeError, "argument should be bytes, buffer or ASCII string, not '\(m.typeName(value))'")
    }

    // MARK: Hexadecimal

    private static func hexlify(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let data = m.bytes(try BytesMethods.buffer(m, a[0]))
        let text = try m.withScratch(3) { (base) throws(Raise) in
            base[0] = data
            base[1] = a[1].isNone ? .unbound : a[1]
            base[2] = a[2]
            return try BytesMethods.hex(m, Arguments(base: base, count: 3), largestSeparator: 0xff)
        }
        return m.bytes(UnsafeBufferPointer(start: UnsafePointer(Str(text).bytes), count: Str(text).count))
    }

    private static func unhexlify(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let text = try asciiBuffer(m, a[0])
        if text.count % 2 != 0 { throw error(m, "Odd-length string") }
        let result = m.makeBytes(count: text.count / 2)
        for index in 0..<text.count / 2 {
            guard let high = text[index * 2].hexDigitValue, let low = text[index * 2 + 1].hexDigitValue else {
                throw error(m, "Non-hexadecimal digit found")
            }
            result.bytes[index] = high << 4 | low
        }
        return result.value
    }

    // MARK: Base 64

    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    private static func toBase64(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let hasNewline = a[1].isUnbound ? true : try m.truth(a[1])
        let data = try BytesMethods.buffer(m, a[0])
        let length = (data.count + 2) / 3 * 4
        let result = try m.makeBytesChecked(count: length + (hasNewline ? 1 : 0))
        let letters = alphabet.utf8Start
        var place = 0
        var index = 0
        while index < data.count {
            let left = data.count - index
            let word =
                UInt32(data[index]) << 16 | (left > 1 ? UInt32(data[index + 1]) << 8 : 0)
                | (left > 2 ? UInt32(data[index + 2]) : 0)
            result.bytes[place] = letters[Int(word >> 18)]
            result.bytes[place + 1] = letters[Int(word >> 12 & 63)]
            result.bytes[place + 2] = left > 1 ? letters[Int(word >> 6 & 63)] : 0x3d
            result.bytes[place + 3] = left > 2 ? letters[Int(word & 63)] : 0x3d
            place += 4
            index += 3
        }
        if hasNewline { result.bytes[length] = 10 }
        return result.value
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5a: byte - 0x41
        case 0x61...0x7a: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2b: 62
        case 0x2f: 63
        default: nil
        }
    }

    private static func fromBase64(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let isStrict = a[1].isBound ? try m.truth(a[1]) : false
        let text = try asciiBuffer(m, a[0])
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        if isStrict, text.first == 0x3d { throw error(m, "Leading padding not allowed") }
        var quad = 0
        var pads = 0
        var left: UInt8 = 0
        var hasPadding = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == 0x3d {
                hasPadding = true
                pads += 1
                if isStrict, quad == 0 { throw error(m, "Excess padding not allowed") }
                if quad >= 2, quad + pads >= 4 {
                    if isStrict, index < text.count { throw error(m, "Excess data after padding") }
                    return m.bytes(output)
                }
                continue
            }
            guard let bits = sextet(byte) else {
                if isStrict { throw error(m, "Only base64 data is allowed") }
                continue
            }
            if isStrict, hasPadding { throw error(m, "Discontinuous padding not allowed") }
            pads = 0
            switch quad {
            case 0: left = bits
            case 1:
                output.append(left << 2 | bits >> 4)
                left = bits & 15
            case 2:
                output.append(left << 4 | bits >> 2)
                left = bits & 3
            default: output.append(left << 6 | bits)
            }
            quad = (quad + 1) & 3
        }
        if quad != 0 {
            if quad == 1 {
                throw error(
                    m,
                    "Invalid base64-encoded string: number of data characters (\(output.count / 3 * 4 + 1)) cannot be "
                        + "1 more than a multiple of 4")
            }
            throw error(m, "Incorrect padding")
        }
        return m.bytes(output)
    }

    // MARK: Checksums

    private static func start(_ m: Machine, _ a: Arguments, _ fallback: UInt32) throws(Raise) -> UInt32 {
        guard a.count > 1 else { return fallback }
        let number = try m.index(a[1])
        if let word = m.intValue(number) { return UInt32(truncatingIfNeeded: word) }
        let low = try m.intBinary(.bitAnd, number, m.int(0xffff_ffff))
        return UInt32(truncatingIfNeeded: m.intValue(low) ?? 0)
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        var value = UInt32(byte)
        for _ in 0..<8 { value = value & 1 == 1 ? 0xedb8_8320 ^ value >> 1 : value >> 1 }
        return value
    }

    static func crc32(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var crc = ~(try start(m, a, 0))
        let data = try BytesMethods.buffer(m, a[0])
        table.withUnsafeBufferPointer { table in
            for byte in data { crc = table[Int((crc ^ UInt32(byte)) & 255)] ^ crc >> 8 }
        }
        return m.int(Int(~crc))
    }

    private static func crcHQX(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var crc = try start(m, a, 0) & 0xffff
        for byte in try BytesMethods.buffer(m, a[0]) {
            crc ^= UInt32(byte) << 8
            for _ in 0..<8 { crc = (crc & 0x8000 != 0 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff }
        }
        return m.int(Int(crc))
    }

    // MARK: Unix to Unix encoding

    private static func toUU(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let usesBacktick = a[1].isBound ? try m.truth(a[1]) : false
        let data = try BytesMethods.buffer(m, a[0])
        if data.count > 45 { throw error(m, "At most 45 bytes at once") }
        func letter(_ bits: UInt32) -> UInt8 { bits == 0 && usesBacktick ? 0x60 : UInt8(bits + 0x20) }
        var output = [letter(UInt32(data.count))]
        var index = 0
        while index < data.count {
            func byte(_ offset: Int) -> UInt32 { index + offset < data.count ? UInt32(data[index + offset]) : 0 }
            let word = byte(0) << 16 | byte(1) << 8 | byte(2)
            for shift: UInt32 in [18, 12, 6, 0] { output.append(letter(word >> shift & 63)) }
            index += 3
        }
        output.append(10)
        return m.bytes(output)
    }

    private static func fromUU(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let text = try asciiBuffer(m, a[0])
        let count = text.isEmpty ? 32 : Int((text[0] &- 0x20) & 63)
        var output: [UInt8] = []
        var index = 1
        var left: UInt32 = 0
        var bits = 0
        while output.count < count {
            var byte: UInt8 = index < text.count ? text[index] : 0
            index += 1
            if byte == 10 || byte == 13 || index > text.count {
                byte = 0
                if index <= text.count { index -= 1 }
            } else {
                guard byte >= 0x20, byte <= 0x60 else { throw error(m, "Illegal char") }
                byte = (byte - 0x20) & 63
            }
            left = left << 6 | UInt32(byte)
            bits += 6
            if bits >= 8 {
                bits -= 8
                output.append(UInt8(truncatingIfNeeded: left >> UInt32(bits)))
                left &= (1 << UInt32(bits)) - 1
            }
        }
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte != 0x20, byte != 0x60, byte != 10, byte != 13 { throw error(m, "Trailing garbage") }
        }
        return m.bytes(output)
    }

    // MARK: Quoted printable

    private static func toQP(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let quotesTabs = a[1].isBound ? try m.truth(a[1]) : false
        let isText = a[2].isBound ? try m.truth(a[2]) : true
        let isHeader = a[3].isBound ? try m.truth(a[3]) : false
        let data = try BytesMethods.buffer(m, a[0])
        let digits: StaticString = "0123456789ABCDEF"
        // As the first line ends, so end the lines that are broken.
        let firstEnd = data.firstIndex(of: 10)
        let usesCRLF = firstEnd.map { $0 > 0 && data[$0 - 1] == 13 } ?? false
        let lineEnd: [UInt8] = usesCRLF ? [13, 10] : [10]
        var output: [UInt8] = []
        var line = 0
        func isLineEnd(_ index: Int) -> Bool {
            guard index < data.count else { return false }
            return data[index] == 10 || data[index] == 13 && index + 1 < data.count && data[index + 1] == 10
        }
        var index = 0
        while index < data.count {
            let byte = data[index]
            if isText, isLineEnd(index) {
                output += lineEnd
                index += byte == 13 ? 2 : 1
                line = 0
                continue
            }
            let atEnd = index + 1 == data.count || isText && isLineEnd(index + 1)
            let isBlank = byte == 0x20 || byte == 9
            let mustQuote =
                byte > 126 || byte == 0x3d || isHeader && byte == 0x5f
                || byte == 0x2e && line == 0 && (index + 1 == data.count || [0, 10, 13].contains(data[index + 1]))
                || !isText && (byte == 13 || byte == 10) || isBlank && index + 1 == data.count
                || byte < 33 && byte != 13 && byte != 10 && !isBlank
                || isBlank && (quotesTabs || atEnd && !isHeader && isText && isLineEnd(index + 1))
                || byte < 33 && (byte == 13 || byte == 10) && !isText
            let width = mustQuote ? 3 : 1
            if line + width >= 76, !atEnd || line + width > 76 {
                output.append(0x3d)
                output += lineEnd
                line = 0
            }
            if mustQuote {
                output += [0x3d, digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)]]
            } else {
                output.append(isHeader && byte == 0x20 ? 0x5f : byte)
            }
            line += width
            index += 1
        }
        return m.bytes(output)
    }

    private static func fromQP(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let isHeader = a[1].isBound ? try m.truth(a[1]) : false
        let text = try asciiBuffer(m, a[0])
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            guard byte == 0x3d else {
                output.append(isHeader && byte == 0x5f ? 0x20 : byte)
                continue
            }
            if index >= text.count { break }
            if text[index] == 10 || text[index] == 13 {
                while index < text.count, text[index] != 10 { index += 1 }
                index += 1
            } else if text[index] == 0x3d {
                output.append(0x3d)
                index += 1
            } else if index + 1 < text.count, let high = text[index].hexDigitValue,
                let low = text[index + 1].hexDigitValue
            {
                output.append(high << 4 | low)
                index += 2
            } else {
                output.append(0x3d)
            }
        }
        return m.bytes(output)
    }
}
