/// The module `_codecs`: the registry of codecs and error handlers. The rest is in Library/codecs.mpy.
enum CodecsModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        if m.runtime.pointee.codecSearches.isUnbound {
            let searches = m.list().value
            let handlers = m.dict().value
            let cache = m.dict().value
            for value in [searches, handlers, cache] { m.keepForever(value) }
            m.runtime.pointee.codecSearches = searches
            m.runtime.pointee.codecHandlers = handlers
            m.runtime.pointee.codecCache = cache
        }
        module.add("_handlers", m.runtime.pointee.codecHandlers)
        module.add([
            Native("register", .one, style: .function, register),
            Native("unregister", .one, style: .function, unregister),
            Native("_search", .one, style: .function, search),
            Native("_builtin", .one, style: .function, builtin),
            Native("_decode_partial", .positional(4, 4), style: .function, decodePartial),
            Native("_normalize", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) in
                let name = try m.stringArgument(a[0], "lookup", 0)
                return m.string(TextCodec.normalized(m.swiftString(name.value), separator: "_"))
            },
        ])
    }

    private static func register(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isCallable(a[0]) else { throw m.raise(.typeError, "argument must be callable") }
        List(m.runtime.pointee.codecSearches).append(m, a[0])
        return .none
    }

    private static func unregister(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let searches = List(m.runtime.pointee.codecSearches)
        for index in 0..<searches.count where searches[index] == a[0] {
            ListMethods.remove(searches, at: index)
            _ = try m.callMethodNamed(m.runtime.pointee.codecCache, "clear")
            break
        }
        return .none
    }

    /// What the registered functions find for a name, or None.
    private static func search(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try m.stringArgument(a[0], "lookup", 0)
        let codec = try m.registeredCodec(m.swiftString(name.value))
        return codec.isBound ? codec : .none
    }

    /// The name of a built-in codec as `codecs.lookup` shows it, or None.
    private static func builtin(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try m.stringArgument(a[0], "lookup", 0)
        let text = m.swiftString(name.value)
        if let codec = TextCodec(text) { return m.string(codec.lookupName) }
        if let codec = TableCodec(text) { return m.string(codec.name) }
        return .none
    }

    /// `_decode_partial(data, encoding, errors, final)`: what is complete of the data as str, and how many bytes
    /// that is.
    private static func decodePartial(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let data = Bytes(try m.call(m.type(.bytes).value, a[0]))
        let encoding = try m.plainText(try m.stringArgument(a[1], "decode", 2))
        let errors = try m.plainText(try m.stringArgument(a[2], "decode", 3))
        let count = try m.truth(a[3]) ? data.count : completeCount(data.buffer, TextCodec(encoding))
        let part = count == data.count ? data.value : m.bytes(UnsafeBufferPointer(rebasing: data.buffer[0..<count]))
        let text = try m.decode(Bytes(part).buffer, source: part, encoding: encoding, errors: errors)
        return m.tuple(text, m.int(count))
    }

    /// How many of the bytes are whole characters.
    private static func completeCount(_ bytes: UnsafeBufferPointer<UInt8>, _ codec: TextCodec?) -> Int {
        let count = bytes.count
        switch codec {
        case .utf8?, .utf8Signed?:
            // The last lead byte, if its sequence may still go on.
            var index = count - 1
            while index >= 0, index >= count - 3 {
                let byte = bytes[index]
                if byte < 0x80 { return count }
                if byte >= 0xc0 {
                    let wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
                    guard byte >= 0xc2, byte <= 0xf4, count - index < wanted else { return count }
                    let sequence = UnsafePointer(bytes.baseAddress ?? UnsafePointer(ByteString.nothing)) + index
                    let (_, length) = decodeUTF8(sequence, count - index, surrogates: true)
                    return -length == count - index ? index : count
                }
                index -= 1
            }
            return count
        case .utf16?, .utf16Little?, .utf16Big?:
            let whole = count & ~1
            guard whole >= 2 else { return 0 }
            let high = codec == .utf16Big ? bytes[whole - 2] : bytes[whole - 1]
            return high & 0xfc == 0xd8 ? whole - 2 : whole
        case .utf32?, .utf32Little?, .utf32Big?: return count & ~3
        default: return count
        }
    }
}
