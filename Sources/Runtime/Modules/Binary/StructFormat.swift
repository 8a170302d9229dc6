/// A format of the module `struct`, parsed. See "Format Strings" in the library reference.
final class StructFormat {
    /// Some items of one kind in a row, or one text.
    struct Field {
        var code: UInt8
        /// Bytes of one item; of `s` and `p`: of the whole text.
        var size: Int
        /// How many items.
        var count: Int
        /// Where the first one lies.
        var offset: Int
    }

    var fields: [Field] = []
    /// Bytes in all.
    var size = 0
    /// Values in all.
    var valueCount = 0
    var isLittle = true
    /// Sizes and alignment of the machine (`@`).
    var isNative = true

    /// What is wrong with a format.
    struct Failure: Error { let message: StaticString }

    init(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) {
        var index = 0
        if let first = text.first {
            index = 1
            switch Unicode.Scalar(first) {
            case "@": break
            case "=", "<": isNative = false
            case ">", "!":
                isNative = false
                isLittle = false
            default: index = 0
            }
        }
        let tooLong = Failure(message: "total struct size too long")
        while index < text.count {
            var code = text[index]
            index += 1
            if code == 0x20 || code &- 9 < 5 { continue }
            var number: Int?
            if code &- 0x30 < 10 {
                var value = 0
                while true {
                    let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
                    let (sum, overflow2) = scaled.addingReportingOverflow(Int(code) - 0x30)
                    if overflow || overflow2 { throw tooLong }
                    value = sum
                    guard index < text.count else {
                        throw Failure(message: "repeat count given without format specifier")
                    }
                    code = text[index]
                    index += 1
                    if code &- 0x30 >= 10 { break }
                }
                number = value
            }
            if code == 0 { throw Failure(message: "embedded null character") }
            guard let item = itemSize(code) else { throw Failure(message: "bad char in struct format") }
            let count = number ?? 1
            if isNative, item > 1, code != UInt8(ascii: "s"), code != UInt8(ascii: "p") {
                let (padded, overflow) = size.addingReportingOverflow(item - 1)
                if overflow { throw tooLong }
                size = padded / item * item
            }
            let (length, overflow) = item.multipliedReportingOverflow(by: count)
            let (end, overflow2) = size.addingReportingOverflow(length)
            if overflow || overflow2 { throw tooLong }
            switch Unicode.Scalar(code) {
            case "x": break
            case "s", "p":
                fields.append(Field(code: code, size: count, count: 1, offset: size))
                valueCount += 1
            default:
                if count > 0 {
                    fields.append(Field(code: code, size: item, count: count, offset: size))
                    valueCount += count
                }
            }
            size = end
        }
    }

    /// Bytes of one item of a kind in this mode, or nil if there is no such kind.
    private func itemSize(_ code: UInt8) -> Int? {
        switch Unicode.Scalar(code) {
        case "x", "s", "p": return 1
        case "l", "L": return isNative ? 8 : 4
        case "n", "N", "P": return isNative ? 8 : nil
        default: return ItemFormat.nativeSize(code)
        }
    }

    // MARK: Values

    /// The values in the bytes at an address, `size` of them.
    func unpack(_ m: Machine, _ base: UnsafePointer<UInt8>) -> Value {
        if valueCount == 0 { return m.tuple() }
        let tuple = m.makeTuple(count: valueCount)
        var place = 0
        for field in fields {
            let start = base + field.offset
            switch Unicode.Scalar(field.code) {
            case "s": tuple[place] = m.bytes(UnsafeBufferPointer(start: start, count: field.size))
            case "p":
                let length = field.size == 0 ? 0 : min(Int(start[0]), field.size - 1)
                tuple[place] = m.bytes(UnsafeBufferPointer(start: start + 1, count: length))
            default:
                let kind = ItemFormat.kind(field.code) ?? .unsigned
                for index in 0..<field.count {
                    tuple[place + index] = ItemFormat.read(
                        m, start + index * field.size, kind, size: field.size, isLittle: isLittle)
                }
            }
            place += field.count
        }
        return tuple.value
    }

    /// Packs values into zeroed memory. Converting them may run script code, which can't reach the memory.
    func pack(
        _ m: Machine, _ values: UnsafeMutablePointer<Value>, _ target: UnsafeMutablePointer<UInt8>
    ) throws(Raise) {
        var place = 0
        for field in fields {
            let start = target + field.offset
            switch Unicode.Scalar(field.code) {
            case "s", "p": try packText(m, field, values[place], start)
            default:
                let kind = ItemFormat.kind(field.code) ?? .unsigned
                for index in 0..<field.count {
                    let bits = try bits(m, field, kind, values[place + index])
                    ItemFormat.store(bits, start + index * field.size, size: field.size, isLittle: isLittle)
                }
            }
            place += field.count
        }
    }

    private func packText(
        _ m: Machine, _ field: Field, _ value: Value, _ target: UnsafeMutablePointer<UInt8>
    ) throws(Raise) {
        guard value.isKind(.bytes) || m.isByteArray(value) else {
            let letter = Character(Unicode.Scalar(field.code))
            throw StructModule.error(m, "argument for '\(letter)' must be a bytes object")
        }
        let text = ByteString(value)
        if field.code == UInt8(ascii: "s") {
            moveBytes(target, text.bytes, min(text.count, field.size))
            return
        }
        if field.size == 0 { return }
        let length = min(text.count, field.size - 1)
        target[0] = UInt8(min(length, 255))
        moveBytes(target + 1, text.bytes, length)
    }

    private func bits(
        _ m: Machine, _ field: Field, _ kind: ItemFormat.Kind, _ value: Value
    ) throws(Raise) -> UInt64 {
        switch kind {
        case .bool: return try m.truth(value) ? 1 : 0
        case .character:
            guard value.isKind(.bytes), Bytes(value).count == 1 else {
                throw StructModule.error(m, "char format requires a bytes object of length 1")
            }
            return UInt64(Bytes(value).bytes[0])
        case .float:
            let number: Double
            if value.isDouble {
                number = value.double
            } else {
                do throws(Raise) {
                    number = try m.floatArgument(value)
                } catch {
                    m.clearPending()
                    throw StructModule.error(m, "required argument is not a float")
                }
            }
            if field.size == 4, isNative { return UInt64(Float(number).bitPattern) }
            if let bits = ItemFormat.floatBits(number, size: field.size) { return bits }
            if m.isInt(value) { throw StructModule.error(m, "int too large to convert") }
            throw m.raise(
                .overflowError, "float too large to pack with \(Character(Unicode.Scalar(field.code))) format")
        case .signed, .unsigned: return try integerBits(m, field, value, isSigned: kind == .signed)
        }
    }

    private func integerBits(
        _ m: Machine, _ field: Field, _ value: Value, isSigned: Bool
    ) throws(Raise) -> UInt64 {
        guard m.isIndexable(value) else { throw StructModule.error(m, "required argument is not an integer") }
        let number = try m.index(value)
        if let bits = ItemFormat.integerBits(m, number, size: field.size, isSigned: isSigned) { return bits }
        if field.code == UInt8(ascii: "P") {
            if let word = m.intValue(number) { return UInt64(bitPattern: Int64(word)) }
            throw StructModule.error(m, "int too large to convert")
        }
        let bitCount = UInt64(field.size * 8)
        let letter = Character(Unicode.Scalar(field.code))
        if isSigned {
            let high = Int64.max >> Int64(64 - bitCount)
            throw StructModule.error(m, "'\(letter)' format requires \(-high - 1) <= number <= \(high)")
        }
        throw StructModule.error(m, "'\(letter)' format requires 0 <= number <= \(UInt64.max >> (64 - bitCount))")
    }
}
