import CZlib

/// `_zlib`: the streams of the system's zlib, of which the module `zlib` makes its objects. What fails is told by zlib's
/// number; the module makes exceptions of it.
enum ZlibModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("deflater", .positional(6, 6), style: .function, makeDeflater),
            Native("inflater", .positional(2, 2), style: .function, makeInflater),
            Native("deflate", .positional(3, 3), style: .function, deflate),
            Native("inflate", .positional(4, 4), style: .function, inflate),
            Native("copy", .one, style: .function, copy),
            Native("adler32", .positional(2, 2), style: .function, adler32),
            Native("version", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string(String(cString: zlibVersion()))
            },
        ])
    }

    /// `deflater(level, method, wbits, memory level, strategy, dictionary or None)`: a stream, or an error's number.
    private static func makeDeflater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var numbers: [Int32] = []
        for index in 0..<5 { numbers.append(Int32(clamping: try m.indexInt(a[index], overflow: .clip))) }
        let stream = ZlibStream(.deflating)
        var status = CZlibDeflateInit(stream.pointer, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
        guard status == Z_OK else { return m.int(Int(status)) }
        stream.isOpen = true
        if !a[5].isNone {
            let dictionary = try BytesMethods.buffer(m, a[5])
            status = deflateSetDictionary(stream.pointer, dictionary.baseAddress, uInt(clamping: dictionary.count))
            guard status == Z_OK else { return m.int(Int(status)) }
        }
        return box(m, stream)
    }

    /// `inflater(wbits, dictionary or None)`: a stream, or an error's number.
    private static func makeInflater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let bits = Int32(clamping: try m.indexInt(a[0], overflow: .clip))
        let stream = ZlibStream(.inflating)
        let status = CZlibInflateInit(stream.pointer, bits)
        guard status == Z_OK else { return m.int(Int(status)) }
        stream.isOpen = true
        if !a[1].isNone { stream.dictionary = Array(try BytesMethods.buffer(m, a[1])) }
        if bits < 0, stream.setDictionary() != Z_OK { return m.int(Int(Z_DATA_ERROR)) }
        return box(m, stream)
    }

    private static func box(_ m: Machine, _ stream: ZlibStream) -> Value {
        m.heap.pointee.noteExternal(bytes: ZlibStream.usualSize)
        return m.box(stream, type: m.type(.box))
    }

    /// The stream in a box; of one kind only where that is given.
    private static func stream(
        _ m: Machine, _ value: Value, _ kind: ZlibStream.Kind? = nil
    ) throws(Raise) -> ZlibStream {
        guard value.isKind(.box), m.typeOf(value) == m.type(.box),
            let stream = value.layout(BoxLayout.self).pointee.object.takeUnretainedValue() as? ZlibStream,
            kind == nil || stream.kind == kind
        else { throw m.raise(.typeError, "wrong object") }
        return stream
    }

    /// `deflate(stream, data, flush)`: output, status, message or None. After `Z_FINISH` the stream is closed.
    private static func deflate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try stream(m, a[0], .deflating)
        let flush = Int32(clamping: try m.indexInt(a[2], overflow: .clip))
        let result = stream.run(try BytesMethods.buffer(m, a[1]), limit: .max) { CZlib.deflate($0, flush) }
        if flush == Z_FINISH, result.status == Z_STREAM_END { stream.close() }
        return m.tuple(bytes(m, result.output), m.int(Int(result.status)), result.message(m))
    }

    /// `inflate(stream, data, limit, ends)`: output, status, message or None, and how many bytes of the data are left. A
    /// limit of 0 is none. `ends` says that no more data will come; then the stream is closed at its end.
    private static func inflate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try stream(m, a[0], .inflating)
        let limit = try m.indexInt(a[2], overflow: .clip)
        let ends = try m.truth(a[3])
        let data = try BytesMethods.buffer(m, a[1])
        let result = stream.run(data, limit: limit > 0 ? limit : .max) { pointer in
            let status = CZlib.inflate(pointer, ends ? Z_FINISH : Z_SYNC_FLUSH)
            guard status == Z_NEED_DICT, !stream.dictionary.isEmpty else { return status }
            let set = stream.setDictionary()
            return set == Z_OK ? CZlib.inflate(pointer, Z_SYNC_FLUSH) : ZlibStream.wrongDictionary
        }
        if ends, result.status == Z_STREAM_END { stream.close() }
        return m.tuple(
            bytes(m, result.output), m.int(Int(result.status)), result.message(m), m.int(result.unused))
    }

    private static func bytes(_ m: Machine, _ data: [UInt8]) -> Value { data.withUnsafeBufferPointer { m.bytes($0) } }

    /// `copy(stream)`: a stream that goes on from the same place, or None when it is closed.
    private static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stream(m, a[0]).copy().map { box(m, $0) } ?? .none
    }

    /// `adler32(data, start)`.
    private static func adler32(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let start = UInt(UInt32(truncatingIfNeeded: try m.indexInt(a[1], overflow: .clip)))
        let data = try BytesMethods.buffer(m, a[0])
        return m.int(Int(adler32_z(start, data.baseAddress, data.count)))
    }
}

extension ZlibStream.Result {
    fileprivate func message(_ m: Machine) -> Value { text.map { m.string($0) } ?? .none }
}
