/// The native half of `hashlib` and `hmac`.
enum HashModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let type = m.makeNativeType("HASH", module: "_hashlib", kind: .box, flags: .disallowInstantiation)
        m.runtime.pointee.hashType = type
        m.define(
            type,
            methods: [
                Native("__repr__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) in
                    m.string("<\(state(a[0]).name) _hashlib.HASH object @ \(m.addressText(a[0]))>")
                },
                Native("update", .one, update).takingBuffers(),
                Native("digest", .any) { (m: Machine, a: Arguments) throws(Raise) in
                    m.bytes(try digest(m, a, "digest"))
                },
                Native("hexdigest", .any) { (m: Machine, a: Arguments) throws(Raise) in
                    let digits: StaticString = "0123456789abcdef"
                    var text: [UInt8] = []
                    for byte in try digest(m, a, "hexdigest") {
                        text.append(digits.utf8Start[Int(byte >> 4)])
                        text.append(digits.utf8Start[Int(byte & 15)])
                    }
                    return text.withUnsafeBufferPointer { m.string(ascii: $0) }
                },
                Native("copy", .none) { (m: Machine, a: Arguments) throws(Raise) in
                    m.box(state(a[0]).copy(), type: m.typeOf(a[0]))
                },
            ],
            properties: [
                NativeProperty("name", get: { (m: Machine, v: Value) throws(Raise) in m.string(state(v).name) }),
                NativeProperty(
                    "digest_size", get: { (m: Machine, v: Value) throws(Raise) in m.int(state(v).digestSize) }),
                NativeProperty(
                    "block_size", get: { (m: Machine, v: Value) throws(Raise) in m.int(state(v).blockSize) }),
            ])
        module.add("HASH", type.value)
        module.add([
            Native("new", .positional(1, 5), style: .function, new).takingBuffers(),
            Native("compare_digest", .positional(2, 2), style: .function, compareDigest),
        ])
    }

    private static func state(_ value: Value) -> HashFunction {
        unsafeDowncast(value.layout(BoxLayout.self).pointee.object.takeUnretainedValue(), to: HashFunction.self)
    }

    /// `new(name, digest_size, key, salt, person)`; the latter four only for BLAKE2. None for an unknown name.
    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = m.swiftString(try m.stringArgument(a[0], "new", 1).value)
        guard let type = m.runtime.pointee.hashType else { return .none }
        func part(_ index: Int) throws(Raise) -> [UInt8] {
            a.count > index ? Array(try BytesMethods.buffer(m, a[index])) : []
        }
        let function: HashFunction
        switch name {
        case "md5": function = MD5()
        case "sha1": function = SHA1()
        case "sha224": function = SHA256(isShort: true)
        case "sha256": function = SHA256(isShort: false)
        case "sha384": function = SHA512(isShort: true)
        case "sha512": function = SHA512(isShort: false)
        case "sha3_224": function = SHA3(bits: 224, isShake: false)
        case "sha3_256": function = SHA3(bits: 256, isShake: false)
        case "sha3_384": function = SHA3(bits: 384, isShake: false)
        case "sha3_512": function = SHA3(bits: 512, isShake: false)
        case "shake_128": function = SHA3(bits: 128, isShake: true)
        case "shake_256": function = SHA3(bits: 256, isShake: true)
        case "blake2b", "blake2s":
            let limit = name == "blake2b" ? 64 : 32
            let size = a.count > 1 ? try m.sizeArgument(a[1]) : limit
            guard size > 0, size <= limit else {
                throw m.raise(.valueError, "digest_size must be between 1 and \(limit) bytes")
            }
            let (key, salt, person) = (try part(2), try part(3), try part(4))
            if key.count > limit { throw m.raise(.valueError, "maximum key length is \(limit) bytes") }
            if salt.count > limit / 4 { throw m.raise(.valueError, "maximum salt length is \(limit / 4) bytes") }
            if person.count > limit / 4 { throw m.raise(.valueError, "maximum person length is \(limit / 4) bytes") }
            function =
                name == "blake2b"
                ? Blake2<UInt64>(digestSize: size, key: key, salt: salt, person: person)
                : Blake2<UInt32>(digestSize: size, key: key, salt: salt, person: person)
        default: return .none
        }
        return m.box(function, type: type)
    }

    private static func update(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[1].isKind(.string) { throw m.raise(.typeError, "Strings must be encoded before hashing") }
        guard let buffer = m.byteBuffer(a[1]) else {
            if a[1].isKind(.memoryView) { throw m.notBytesLike(a[1]) }
            throw m.raise(.typeError, "object supporting the buffer API required")
        }
        state(a[0]).update(buffer)
        return .none
    }

    private static func digest(_ m: Machine, _ a: Arguments, _ name: StaticString) throws(Raise) -> [UInt8] {
        let function = state(a[0])
        var size = function.digestSize
        if size == 0 {
            let length = a.count > 1 ? a[1] : a.keywordCount == 1 ? a.keywordValue(0) : .unbound
            guard length.isBound else {
                throw m.raise(.typeError, "\(name)() missing required argument 'length' (pos 1)")
            }
            size = try m.sizeArgument(length)
            if size < 0 { throw m.raise(.valueError, "value must be positive") }
            try m.checkSize(size)
        } else if a.count > 1 || a.keywordCount > 0 {
            throw m.raise(.typeError, "HASH.\(name)() takes no arguments (\(a.count - 1 + a.keywordCount) given)")
        }
        return function.copy().finish(size: size)
    }

    static func compareDigest(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isKind(.string), a[1].isKind(.string) {
            guard Str(a[0]).isASCII || Str(a[0]).count == 0, Str(a[1]).isASCII || Str(a[1]).count == 0 else {
                throw m.raise(.typeError, "comparing strings with non-ASCII characters is not supported")
            }
            return Value(Str.equal(Str(a[0]), Str(a[1])))
        }
        let x = try BytesMethods.buffer(m, a[0])
        let y = try BytesMethods.buffer(m, a[1])
        return Value(x.count == y.count && x.elementsEqual(y))
    }
}
