import UnicodeData

/// The module `unicodedata`: what the Unicode database says about characters.
enum UnicodeModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Access to the Unicode database.")
        module.add("unidata_version", m.string(UnicodeData.version))
        module.add([
            Native("name", .positional(1, 2), style: .function, name),
            Native("lookup", .one, style: .function, lookup),
            Native("category", .one, style: .function, category),
            Native("bidirectional", .one, style: .function, bidirectional),
            Native("combining", .one, style: .function, combining),
            Native("east_asian_width", .one, style: .function, eastAsianWidth),
            Native("mirrored", .one, style: .function, mirrored),
            Native("decomposition", .one, style: .function, decomposition),
            Native("decimal", .positional(1, 2), style: .function, decimal),
            Native("digit", .positional(1, 2), style: .function, digit),
            Native("numeric", .positional(1, 2), style: .function, numeric),
            Native("normalize", .positional(2, 2), style: .function, normalize),
            Native("is_normalized", .positional(2, 2), style: .function, isNormalized),
        ])
    }

    /// An argument that must be one character.
    private static func code(
        _ m: Machine, _ a: Arguments, _ function: StaticString, takesMore: Bool = false
    ) throws(Raise) -> UInt32 {
        if a[0].isKind(.string), Str(a[0]).count == 1 { return Str(a[0])[0] }
        let place = takesMore ? "argument 1" : "argument"
        throw m.raise(
            .typeError, "\(function)() \(place) must be a unicode character, not \(m.shortTypeName(a[0]))")
    }

    private static func name(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let name = UnicodeData.name(try code(m, a, "name", takesMore: true)) { return m.string(name) }
        if a.count > 1 { return a[1] }
        throw m.raise(.valueError, "no such name")
    }

    private static func lookup(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isKind(.string) || m.byteBuffer(a[0]) != nil else {
            throw m.raise(
                .typeError, "lookup() argument must be str or read-only bytes-like object, not \(m.typeName(a[0]))")
        }
        let name =
            a[0].isKind(.string)
            ? m.swiftString(a[0])
            : String(decoding: try BytesMethods.buffer(m, a[0]), as: UTF8.self)
        let codes = UnicodeData.lookup(name)
        if codes.isEmpty { throw m.raise(.keyError, value: m.string("undefined character name '\(name)'")) }
        return codes.withUnsafeBufferPointer { m.string(codePoints: $0) }
    }

    private static func category(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string(UnicodeData.category(try code(m, a, "category")))
    }
    private static func bidirectional(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string(UnicodeData.bidirectional(try code(m, a, "bidirectional")))
    }
    private static func combining(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(small: Int(UnicodeData.combiningClass(try code(m, a, "combining"))))
    }
    private static func eastAsianWidth(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string(UnicodeData.eastAsianWidth(try code(m, a, "east_asian_width")))
    }
    private static func mirrored(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(small: UnicodeData.isMirrored(try code(m, a, "mirrored")) ? 1 : 0)
    }
    private static func decomposition(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string(UnicodeData.decomposition(try code(m, a, "decomposition")))
    }

    private static func decimal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let value = UnicodeData.decimalValue(try code(m, a, "decimal", takesMore: true)) {
            return Value(small: value)
        }
        if a.count > 1 { return a[1] }
        throw m.raise(.valueError, "not a decimal")
    }
    private static func digit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let value = UnicodeData.digitValue(try code(m, a, "digit", takesMore: true)) { return Value(small: value) }
        if a.count > 1 { return a[1] }
        throw m.raise(.valueError, "not a digit")
    }
    private static func numeric(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let value = UnicodeData.numericValue(try code(m, a, "numeric", takesMore: true)) { return Value(value) }
        if a.count > 1 { return a[1] }
        throw m.raise(.valueError, "not a numeric character")
    }

    private static func normalForm(
        _ m: Machine, _ a: Arguments, _ function: StaticString
    ) throws(Raise) -> (UnicodeData.NormalizationForm, [UInt32]) {
        let name = try m.stringArgument(a[0], function, 1)
        let text = try m.stringArgument(a[1], function, 2)
        guard let form = UnicodeData.NormalizationForm(rawValue: m.swiftString(name.value)) else {
            if text.count == 0 { return (.nfc, []) }
            throw m.raise(.valueError, "invalid normalization form")
        }
        return (form, (0..<text.count).map { text[$0] })
    }

    private static func normalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (form, codes) = try normalForm(m, a, "normalize")
        if Str(a[1]).isASCII { return m.substring(Str(a[1]), 0, Str(a[1]).count) }
        let result = codes.withUnsafeBufferPointer { UnicodeData.normalize($0, form: form) }
        return result.withUnsafeBufferPointer { m.string(codePoints: $0) }
    }

    private static func isNormalized(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (form, codes) = try normalForm(m, a, "is_normalized")
        return Value(codes.withUnsafeBufferPointer { UnicodeData.isNormalized($0, form: form) })
    }
}
