// How arrays are pickled: as lists, or as bytes with the number of a machine format.

extension ArrayMethods {
    /// What the number of a machine format stands for.
    private struct MachineFormat {
        var kind: ItemFormat.Kind
        var size: Int
        var isLittle: Bool

        /// Numbers 0 and 1 are bytes; then each format has a number in little and the next one in big endian order.
        init?(_ number: Int) {
            isLittle = number < 2 || number % 2 == 0
            switch number {
            case 0: (kind, size) = (.unsigned, 1)
            case 1: (kind, size) = (.signed, 1)
            case 2...13:
                kind = number / 2 % 2 == 1 ? .unsigned : .signed
                size = 2 << ((number - 2) / 4)
            case 14, 15: (kind, size) = (.float, 4)
            case 16, 17: (kind, size) = (.float, 8)
            case 18, 19: (kind, size) = (.character, 2)
            case 20, 21: (kind, size) = (.character, 4)
            default: return nil
            }
        }
    }

    /// The number of the machine format of a type code.
    private static func machineFormat(_ code: UInt8) -> Int {
        if isText(code) { return 20 }
        let size = itemSize(code)
        switch ItemFormat.kind(code) {
        case .float?: return size == 4 ? 14 : 16
        case .signed?: return size == 1 ? 1 : size == 2 ? 4 : size == 4 ? 8 : 12
        default: return size == 1 ? 0 : size == 2 ? 2 : size == 4 ? 6 : 10
        }
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let protocolNumber = try m.sizeArgument(a[1])
        let dict = try m.getAttributeIfPresent(a[0], m.name(.__dict__))
        let state = dict.isBound ? dict : .none
        let array = ByteArray(a[0])
        let code = m.character(UInt32(array.typeCode))
        let type = m.typeOf(a[0]).value
        if protocolNumber < 3 {
            let items = try toList(m, a)
            return m.tuple(type, m.tuple(code, items), state)
        }
        let function = try m.getAttribute(try m.importModule("array"), m.intern("_array_reconstructor"))
        let format = m.int(machineFormat(array.typeCode))
        return m.tuple(function, m.tuple(type, code, format, m.bytes(array.buffer)), state)
    }

    /// `_array_reconstructor(type, typecode, format, bytes)`.
    static func reconstruct(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isKind(.type) else {
            throw m.raise(.typeError, "first argument must be a type object, not \(m.typeName(a[0]))")
        }
        guard let base = m.runtime.pointee.arrayType, TypeRef(a[0]).isSubtype(of: base) else {
            throw m.raise(.typeError, "\(m.typeName(TypeRef(a[0]))) is not a subtype of array.array")
        }
        guard a[1].isKind(.string), Str(a[1]).count == 1 else {
            throw m.raise(
                .typeError,
                "_array_reconstructor() argument 2 must be a unicode character, not \(m.shortTypeName(a[1]))")
        }
        let number = try m.sizeArgument(a[2])
        guard Str(a[1])[0] < 0x80, isTypeCode(UInt8(truncatingIfNeeded: Str(a[1])[0])) else {
            throw m.raise(.valueError, "second argument must be a valid type code")
        }
        guard let format = MachineFormat(number) else {
            throw m.raise(.valueError, "third argument must be a valid machine format code.")
        }
        guard a[3].isKind(.bytes) else {
            throw m.raise(.typeError, "fourth argument should be bytes, not \(m.typeName(a[3]))")
        }
        let data = Bytes(a[3])
        if data.count % format.size != 0 {
            throw m.raise(
                .valueError,
                format.kind == .character
                    ? "string length not a multiple of item size" : "bytes length not a multiple of item size")
        }
        let code = UInt8(truncatingIfNeeded: Str(a[1])[0])
        if number == machineFormat(code) { return try m.call(a[0], a[1], data.value) }
        if format.kind == .character {
            let encoding = "utf-\(format.size * 8)-\(format.isLittle ? "le" : "be")"
            return try m.call(a[0], a[1], try m.decode(data.buffer, source: a[3], encoding: encoding, errors: "strict"))
        }
        // Ints go into the first type that has their size and sign.
        var letter = a[1]
        if format.kind != .float {
            let names: StaticString = "bBhHiIlL"
            let index = (format.size == 1 ? 0 : format.size == 2 ? 2 : format.size == 4 ? 4 : 6)
            letter = m.character(UInt32(names.utf8Start[index + (format.kind == .signed ? 0 : 1)]))
        }
        let list = m.list(capacity: data.count / format.size)
        for index in 0..<data.count / format.size {
            list.append(
                m,
                ItemFormat.read(
                    m, data.bytes + index * format.size, format.kind, size: format.size, isLittle: format.isLittle))
        }
        return try m.call(a[0], letter, list.value)
    }
}
