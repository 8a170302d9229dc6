#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `BufferedReader`, `BufferedWriter` and `BufferedRandom`.
enum BufferedMethods {
    private static func file(_ m: Machine, _ value: Value) throws(Raise) -> BufferedFile {
        guard let file = m.boxed(value, as: BufferedFile.self) else {
            throw m.raise(.valueError, "I/O operation on uninitialized object")
        }
        if file.isDetached { throw m.raise(.valueError, "raw stream has been detached") }
        return file
    }

    private static func open(_ m: Machine, _ value: Value, _ what: StaticString) throws(Raise) -> BufferedFile {
        let file = try file(m, value)
        if try file.isClosed(m) { throw m.raise(.valueError, "\(what) closed file") }
        return file
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        value.cell.requestFinalizer()
        return value
    }

    private static func make(_ m: Machine, _ a: Arguments, _ kind: BufferedFile.Kind) throws(Raise) -> Value {
        let raw = a[1]
        var size = BufferedFile.defaultSize
        if a[2].isBound { size = try m.sizeArgument(a[2]) }
        let rawFile = m.typeOf(raw) == m.io.fileIO ? m.boxed(raw, as: RawFile.self) : nil
        func require(_ ability: StaticString, _ message: StaticString) throws(Raise) {
            if !(try m.truth(try m.callMethodNamed(raw, ability))) { throw m.raiseUnsupported("\(message)") }
        }
        if kind == .random { try require("seekable", "File or stream is not seekable.") }
        if kind != .writer { try require("readable", "File or stream is not readable.") }
        if kind != .reader { try require("writable", "File or stream is not writable.") }
        if size <= 0 { throw m.raise(.valueError, "buffer size must be strictly positive") }
        try m.checkSize(size)
        let file = BufferedFile(kind: kind, raw: raw, rawFile: rawFile, size: size)
        rawFile?.upper = file
        m.setBoxed(a[0], file)
        return .none
    }

    static func initializeReader(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try make(m, a, .reader) }
    static func initializeWriter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try make(m, a, .writer) }
    static func initializeRandom(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try make(m, a, .random) }

    // MARK: Reading

    static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        let size = try m.optionalSize(a.optional(1))
        if size < -1 { throw m.raise(.valueError, "read length must be non-negative or -1") }
        if try file.isClosed(m) { throw m.raise(.valueError, "read of closed file") }
        if size < 0 { return try file.readAll(m) }
        return try read(m, file, size, isOnce: false)
    }

    private static func read(_ m: Machine, _ file: BufferedFile, _ size: Int, isOnce: Bool) throws(Raise) -> Value {
        if size == 0 { return m.runtime.pointee.emptyBytes }
        if size <= file.available {
            let result = m.bytes(UnsafeBufferPointer(start: file.inputPointer, count: size))
            file.consume(size)
            return result
        }
        let result = try m.makeBytesChecked(count: size)
        guard let count = try file.read(m, into: result.bytes, size, isOnce: isOnce) else {
            return isOnce ? m.runtime.pointee.emptyBytes : .none
        }
        return count == size ? result.value : m.bytes(UnsafeBufferPointer(start: result.bytes, count: count))
    }

    static func read1(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0], "read of")
        var size = a.optional(1).isUnbound ? -1 : try m.sizeArgument(a[1])
        if size < 0 { size = file.size }
        try file.prepareToRead(m)
        if file.available > 0 { size = min(size, file.available) }
        return try read(m, file, size, isOnce: true)
    }

    private static func readInto(_ m: Machine, _ a: Arguments, isOnce: Bool) throws(Raise) -> Value {
        let file = try open(m, a[0], "readinto of")
        let target = try m.writableBytes(a[1], isOnce ? "readinto1" : "readinto")
        guard target.count > 0 else { return m.int(0) }
        // The script's raw stream may change the target: bytes go there by a copy.
        let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: target.count)
        defer { scratch.deallocate() }
        guard let count = try file.read(m, into: scratch, target.count, isOnce: isOnce) else { return .none }
        let place = try m.writableBytes(a[1], "readinto")
        let taken = min(count, place.count)
        if let base = place.baseAddress { moveBytes(base, scratch, taken) }
        return m.int(taken)
    }

    static func readinto(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try readInto(m, a, isOnce: false) }
    static func readinto1(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try readInto(m, a, isOnce: true) }

    static func peek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0], "peek of")
        try file.prepareToRead(m)
        if file.available == 0 { _ = try file.fill(m) }
        return m.bytes(UnsafeBufferPointer(start: file.inputPointer, count: file.available))
    }

    static func readline(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0], "readline of")
        return try file.readLine(m, limit: try m.optionalSize(a.optional(1)))
    }

    static func next(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if m.typeOf(value).isHeapType { return try IOBaseMethods.nextLine(m, value) }
        let line = try open(m, value, "readline of").readLine(m, limit: -1)
        return Bytes(line).count == 0 ? .unbound : line
    }

    // MARK: Writing

    static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        if a[1].isKind(.string) { throw m.raise(.typeError, "a bytes-like object is required, not 'str'") }
        let bytes = try m.bytesArgument(a[1])
        if try file.isClosed(m) { throw m.raise(.valueError, "write to closed file") }
        if let base = bytes.baseAddress, bytes.count > 0 { try file.write(m, base, bytes.count) }
        return m.int(bytes.count)
    }

    static func flush(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try open(m, a[0], "flush of").flush(m)
        return .none
    }

    /// A reader's flush goes to the raw stream.
    static func flushReader(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        if file.rawFile == nil {
            _ = try m.callMethod(file.raw, .flush)
        } else if try file.isClosed(m) {
            throw m.raise(.valueError, "I/O operation on closed file.")
        }
        return .none
    }

    // MARK: Places

    static func seek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let whence = a.optional(2).isUnbound ? 0 : try m.sizeArgument(a[2])
        let file = try file(m, a[0])
        guard whence >= 0, whence <= 2 else { throw m.raise(.valueError, "whence value \(whence) unsupported") }
        if try file.isClosed(m) { throw m.raise(.valueError, "seek of closed file") }
        if !m.isInt(a[1]), m.lookupSpecial(a[1], .__index__).isUnbound {
            throw m.raise(.typeError, "'\(m.typeName(a[1]))' object cannot be interpreted as an integer")
        }
        if let raw = file.rawFile, !raw.isSeekable() {
            throw m.raiseUnsupported("File or stream is not seekable.")
        }
        return m.int(try file.seek(m, try m.sizeArgument(a[1]), whence))
    }

    static func tell(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        return m.int(try file.tell(m))
    }

    static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0], "truncate of")
        if file.kind == .reader { throw m.raiseUnsupported("truncate") }
        try file.flush(m)
        let size = a.optional(1).isUnbound || a[1].isNone ? m.int(try file.tell(m)) : a[1]
        return try m.callMethodNamed(file.raw, "truncate", size)
    }

    // MARK: The rest

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        if try file.isClosed(m) { return .none }
        var failure: Value = .unbound
        do throws(Raise) {
            _ = try m.callMethod(a[0], .flush)
        } catch {
            failure = m.takePending()
        }
        file.forget(m)
        do throws(Raise) {
            _ = try m.callMethod(file.raw, .close)
        } catch {
            let second = m.takePending()
            if failure.isBound, second.isKind(.exception) { m.setContext(second, to: failure) }
            throw m.raise(second)
        }
        if failure.isBound { throw m.raise(failure) }
        return .none
    }

    static func detach(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        _ = try m.callMethod(a[0], .flush)
        let raw = file.raw
        file.forget(m)
        file.detach()
        return raw
    }

    /// Asks the raw stream.
    private static func delegate(_ name: StaticString) -> Native {
        Native(name, .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            try m.callMethodNamed(try file(m, a[0]).raw, name)
        }
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = m.qualifiedTypeName(m.typeOf(a[0]))
        var name: Value = .unbound
        do throws(Raise) {
            name = try m.getAttributeIfPresent(a[0], .name)
        } catch {
            guard m.pendingMatches(.valueError) else { throw error }
            m.clearPending()
        }
        if name.isUnbound { return m.string("<\(type)>") }
        return m.string("<\(type) name=\(m.swiftString(try m.repr(name)))>")
    }

    static func finalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let file = m.boxed(a[0], as: BufferedFile.self), !file.isDetached else { return .none }
        if try file.isClosed(m) { return .none }
        if let upper = file.upper, !upper.isDetached {
            try file.flushAll(m)
            return .none
        }
        if let raw = file.rawFile, raw.closesDescriptor { try m.warnOfOpenFile(a[0]) }
        _ = try m.callMethod(a[0], .close)
        return .none
    }

    static var properties: [NativeProperty] {
        [
            IOBaseMethods.finalizing,
            NativeProperty("raw") { (m: Machine, v: Value) throws(Raise) -> Value in
                guard let file = m.boxed(v, as: BufferedFile.self), !file.isDetached else { return .none }
                return file.raw
            },
            NativeProperty("closed") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try file(m, v).isClosed(m))
            },
            NativeProperty("name") { (m: Machine, v: Value) throws(Raise) -> Value in
                try m.getAttribute(try file(m, v).raw, .name)
            },
            NativeProperty("mode") { (m: Machine, v: Value) throws(Raise) -> Value in
                try m.getAttribute(try file(m, v).raw, m.internStatic("mode"))
            },
        ]
    }

    private static var common: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("close", .none, close), Native("detach", .none, detach), delegate("fileno"), delegate("isatty"),
            delegate("seekable"), Native("seek", .positional(1, 2), seek), Native("tell", .none, tell),
            Native("truncate", .positional(0, 1), truncate), Native("__repr__", .none, style: .slot, repr),
            Native("__del__", .none, finalize),
        ] + IOBaseMethods.unpicklable
    }

    private static var reading: [Native] {
        [
            Native("read", .positional(0, 1), read), Native("read1", .positional(0, 1), read1),
            Native("readinto", .one, readinto), Native("readinto1", .one, readinto1),
            Native("peek", .positional(0, 1), peek), Native("readline", .positional(0, 1), readline),
            delegate("readable"),
        ]
    }

    static var readerMethods: [Native] {
        common + reading + [
            Native("__init__", .signature("raw, buffer_size=8192"), style: .slot, initializeReader),
            Native("flush", .none, flushReader),
        ]
    }
    static var writerMethods: [Native] {
        common + [
            Native("__init__", .signature("raw, buffer_size=8192"), style: .slot, initializeWriter),
            Native("write", .one, write).takingBuffers(), Native("flush", .none, flush), delegate("writable"),
        ]
    }
    static var randomMethods: [Native] {
        common + reading + [
            Native("__init__", .signature("raw, buffer_size=8192"), style: .slot, initializeRandom),
            Native("write", .one, write).takingBuffers(), Native("flush", .none, flush), delegate("writable"),
        ]
    }
}
