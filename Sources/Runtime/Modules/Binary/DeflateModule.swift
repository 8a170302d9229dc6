/// `_deflate`: what the modules `zlib` and `gzip` are made of.
enum DeflateModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("deflater", .positional(4, 4), style: .function, makeDeflater),
            Native("deflate", .positional(3, 3), style: .function, deflate),
            Native("inflater", .one, style: .function, makeInflater),
            Native("inflate", .positional(3, 3), style: .function, inflate),
            Native("copy", .one, style: .function, copy),
            Native("adler32", .positional(2, 2), style: .function, adler32),
        ])
    }

    private static func data(_ m: Machine, _ value: Value) throws(Raise) -> [UInt8] {
        Array(try BytesMethods.buffer(m, value))
    }

    private static func bytes(_ m: Machine, _ data: some Collection<UInt8>) -> Value {
        data.withContiguousStorageIfAvailable { m.bytes($0) } ?? m.bytes(UnsafeBufferPointer(start: nil, count: 0))
    }

    /// `deflater(level, memory level, strategy, dictionary)`.
    private static func makeDeflater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let level = try m.indexInt(a[0])
        let memory = try m.indexInt(a[1])
        guard 0...9 ~= level, 1...9 ~= memory, let strategy = Deflater.Strategy(rawValue: try m.indexInt(a[2])) else {
            throw m.raise(.valueError, "Invalid initialization option")
        }
        let deflater = Deflater(level: level, memoryLevel: memory, strategy: strategy, dictionary: try data(m, a[3]))
        return m.box(deflater, type: m.type(.box))
    }

    private static func object<Object: AnyObject>(_ m: Machine, _ value: Value, _: Object.Type) throws(Raise) -> Object {
        guard value.isKind(.box), m.typeOf(value) == m.type(.box),
            let object = value.layout(BoxLayout.self).pointee.object.takeUnretainedValue() as? Object
        else { throw m.raise(.typeError, "wrong object") }
        return object
    }

    /// `deflate(deflater, data, flush)`.
    private static func deflate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deflater = try object(m, a[0], Deflater.self)
        guard let flush = Deflater.Flush(rawValue: try m.indexInt(a[2])) else {
            throw m.raise(.valueError, "Invalid flush option")
        }
        let data = try data(m, a[1])
        return bytes(m, data.withUnsafeBufferPointer { deflater.write($0, flush) })
    }

    private static func makeInflater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.box(Inflater(dictionary: try data(m, a[0])), type: m.type(.box))
    }

    /// `inflate(inflater, data, limit)`: output, status, and how many bytes of the data were not needed. A limit of 0
    /// is none. What is wrong with the data is told by ValueError.
    private static func inflate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let inflater = try object(m, a[0], Inflater.self)
        let limit = try m.indexInt(a[2], overflow: .clip)
        let data = try data(m, a[1])
        let result: (output: ArraySlice<UInt8>, status: Inflater.Status, unused: Int)
        do throws(Inflater.Failure) {
            result = try read(inflater, data, limit > 0 ? limit : Int.max)
        } catch {
            throw m.raise(.valueError, error.message)
        }
        return m.tuple(bytes(m, result.output), m.int(result.status.rawValue), m.int(result.unused))
    }

    private static func read(
        _ inflater: Inflater, _ data: [UInt8], _ limit: Int
    ) throws(Inflater.Failure) -> (output: ArraySlice<UInt8>, status: Inflater.Status, unused: Int) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: data.count)
        defer { copy.deallocate() }
        _ = copy.initialize(from: data)
        return try inflater.read(UnsafeBufferPointer(copy), limit: limit)
    }

    private static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if let deflater = try? object(m, a[0], Deflater.self) { return m.box(Deflater(deflater), type: m.type(.box)) }
        m.clearPending()
        return m.box(Inflater(try object(m, a[0], Inflater.self)), type: m.type(.box))
    }

    /// `adler32(data, start)`.
    private static func adler32(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let start = try m.indexInt(a[1], overflow: .clip)
        var low = UInt32(truncatingIfNeeded: start) & 0xffff
        var high = UInt32(truncatingIfNeeded: start) >> 16
        var count = 0
        for byte in try BytesMethods.buffer(m, a[0]) {
            low &+= UInt32(byte)
            high &+= low
            count += 1
            if count == 5000 {
                low %= 65521
                high %= 65521
                count = 0
            }
        }
        return m.int(Int(high % 65521) << 16 | Int(low % 65521))
    }
}
