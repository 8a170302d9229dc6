/// `_json`: the parts of `json` that have to be fast.
enum JSONModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("encode", .positional(10, 10), style: .function, encode),
            Native("encode_basestring", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try quote(m, a[0], ensuresASCII: false)
            },
            Native("encode_basestring_ascii", .one, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try quote(m, a[0], ensuresASCII: true)
            },
            Native("scanstring", .positional(2, 3), style: .function, scanString),
        ])
        module.add("Scanner", scannerType(m).value)
    }

    // MARK: Writing

    private static func separator(_ m: Machine, _ value: Value, _ place: Int) throws(Raise) -> Str {
        if value.isKind(.string) { return Str(value) }
        throw m.raise(.typeError, "make_encoder() argument \(place) must be str, not \(m.shortTypeName(value))")
    }

    /// `encode(object, default, indent, key_separator, item_separator, sort_keys, skipkeys, ensure_ascii, allow_nan,
    /// check_circular)`.
    private static func encode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var writer = JSONWriter(
            m: m, fallback: a[1], indent: a[2], keySeparator: try separator(m, a[3], 5),
            itemSeparator: try separator(m, a[4], 6), sortsKeys: try m.truth(a[5]), skipsKeys: try m.truth(a[6]),
            ensuresASCII: try m.truth(a[7]), allowsNaN: try m.truth(a[8]),
            path: try m.truth(a[9]) ? m.list().value : .unbound)
        defer { writer.out.discard() }
        try writer.write(a[0])
        return writer.out.finish(m)
    }

    private static func quote(_ m: Machine, _ value: Value, ensuresASCII: Bool) throws(Raise) -> Value {
        guard value.isKind(.string) else {
            throw m.raise(.typeError, "first argument must be a string, not \(m.typeName(value))")
        }
        let none = Str(m.runtime.pointee.emptyString)
        var writer = JSONWriter(
            m: m, fallback: .none, indent: .none, keySeparator: none, itemSeparator: none, sortsKeys: false,
            skipsKeys: false, ensuresASCII: ensuresASCII, allowsNaN: true, path: .unbound)
        writer.write(string: Str(value))
        return writer.out.finish(m)
    }

    // MARK: Reading

    /// `Scanner(context)`: reads one value of a document, as a `JSONDecoder` wants it. Its fields are the attributes of
    /// the decoder, in the order of `fields`.
    private static func scannerType(_ m: Machine) -> TypeRef {
        let type = m.makeNativeType("Scanner", module: "_json", recordSize: 6)
        m.define(
            type,
            methods: [
                Native("__new__", .signature("context"), style: .new, makeScanner),
                Native("__call__", .signature("string, idx"), style: .slot, scanOnce),
                Native("decode", .one, decode),
            ],
            properties: [
                field("strict", 0), field("object_hook", 1), field("object_pairs_hook", 2), field("parse_float", 3),
                field("parse_int", 4), field("parse_constant", 5),
            ])
        return type
    }

    private static func field(_ name: StaticString, _ index: Int) -> NativeProperty {
        NativeProperty(name, get: { (_: Machine, scanner: Value) throws(Raise) -> Value in Record(scanner)[index] })
    }

    private static func makeScanner(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let scanner = Record(m.allocateInstance(of: TypeRef(a[0])))
        let names: [StaticString] = [
            "strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant",
        ]
        for index in 0..<names.count { scanner[index] = try m.getAttribute(a[1], m.internStatic(names[index])) }
        return scanner.value
    }

    private static func options(_ m: Machine, _ scanner: Value) throws(Raise) -> JSONReaderOptions {
        let record = Record(scanner)
        return JSONReaderOptions(
            isStrict: try m.truth(record[0]), objectHook: record[1], pairsHook: record[2], parseFloat: record[3],
            parseInt: record[4], parseConstant: record[5])
    }

    /// `scanner(string, idx)`: the value at a place and the place behind it.
    private static func scanOnce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "first argument must be a string, not \(m.typeName(a[1]))")
        }
        let start = try m.sizeArgument(a[2])
        if start < 0 { throw m.raise(.valueError, "idx cannot be negative") }
        let options = try options(m, a[0])
        switch Str(a[1]).width {
        case 1: return try scan(JSONReader<UInt8>(m, Str(a[1]), at: start, options))
        case 2: return try scan(JSONReader<UInt16>(m, Str(a[1]), at: start, options))
        default: return try scan(JSONReader<UInt32>(m, Str(a[1]), at: start, options))
        }
    }

    private static func scan<Unit>(_ start: JSONReader<Unit>) throws(Raise) -> Value {
        var reader = start
        let value = try reader.readValue()
        return reader.m.tuple(value, reader.m.int(reader.position))
    }

    /// `scanner.decode(string)`: the value that a whole document stands for.
    private static func decode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "first argument must be a string, not \(m.typeName(a[1]))")
        }
        let options = try options(m, a[0])
        switch Str(a[1]).width {
        case 1: return try decode(JSONReader<UInt8>(m, Str(a[1]), at: 0, options))
        case 2: return try decode(JSONReader<UInt16>(m, Str(a[1]), at: 0, options))
        default: return try decode(JSONReader<UInt32>(m, Str(a[1]), at: 0, options))
        }
    }

    private static func decode<Unit>(_ start: JSONReader<Unit>) throws(Raise) -> Value {
        var reader = start
        let m = reader.m
        reader.skipSpace()
        let result: Value
        do throws(Raise) {
            result = try reader.readValue()
        } catch {
            guard m.pendingMatches(.stopIteration) else { throw error }
            let place = try m.getAttribute(m.takePending(), .value)
            throw reader.fail("Expecting value", m.intValue(place) ?? 0)
        }
        reader.skipSpace()
        if reader.position < reader.count { throw reader.fail("Extra data", reader.position) }
        return result
    }

    /// `scanstring(string, end, strict=True)`: the string whose opening quote is before `end`, and the place behind it.
    private static func scanString(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let start = try m.sizeArgument(a[1])
        guard a[0].isKind(.string) else {
            throw m.raise(.typeError, "first argument must be a string, not \(m.typeName(a[0]))")
        }
        guard start >= 0, start <= Str(a[0]).count else { throw m.raise(.valueError, "end is out of bounds") }
        let options = JSONReaderOptions(
            isStrict: a.count > 2 ? try m.truth(a[2]) : true, objectHook: .none, pairsHook: .none, parseFloat: .none,
            parseInt: .none, parseConstant: .none)
        switch Str(a[0]).width {
        case 1: return try string(JSONReader<UInt8>(m, Str(a[0]), at: start, options))
        case 2: return try string(JSONReader<UInt16>(m, Str(a[0]), at: start, options))
        default: return try string(JSONReader<UInt32>(m, Str(a[0]), at: start, options))
        }
    }

    private static func string<Unit>(_ start: JSONReader<Unit>) throws(Raise) -> Value {
        var reader = start
        let value = try reader.readString()
        return reader.m.tuple(value, reader.m.int(reader.position))
    }
}
