#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `io.FileIO`.
enum FileIOMethods {
    private static func file(_ m: Machine, _ value: Value) throws(Raise) -> RawFile {
        guard let file = m.boxed(value, as: RawFile.self) else {
            throw m.raise(.valueError, "I/O operation on uninitialized object")
        }
        return file
    }

    private static func open(_ m: Machine, _ value: Value) throws(Raise) -> RawFile {
        let file = try file(m, value)
        try file.checkOpen(m)
        return file
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        value.cell.requestFinalizer()
        m.setBoxed(value, RawFile())
        return value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let raw = RawFile()
        if let old = m.boxed(a[0], as: RawFile.self) { try old.close(m) }
        m.setBoxed(a[0], raw)
        let mode = try m.textArgument(a[2], "FileIO", named: "mode") ?? "r"
        if a[1].isDouble { throw m.raise(.typeError, "expected str, bytes or os.PathLike object, not float") }
        let closes = a[3].isUnbound ? true : try m.truth(a[3])
        try raw.open(m, file: a[1], mode: mode, closesDescriptor: closes, opener: a[4])
        try m.setAttribute(a[0], m.name(.name), a[1])
        return .none
    }

    static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        if !file.isReadable { throw m.raiseUnsupported("File not open for reading") }
        let size = try m.optionalSize(a.optional(1))
        if size < 0 { return try file.readAll(m) }
        let result = try m.makeBytesChecked(count: min(size, 0x7fff_f000))
        guard let count = try file.read(m, result.bytes, result.count) else { return .none }
        if count == result.count { return result.value }
        return m.bytes(UnsafeBufferPointer(start: result.bytes, count: count))
    }

    static func readall(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        if !file.isReadable { throw m.raiseUnsupported("File not open for reading") }
        return try file.readAll(m)
    }

    static func readinto(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        if !file.isReadable { throw m.raiseUnsupported("File not open for reading") }
        let target = try m.writableBytes(a[1], "readinto")
        guard let base = target.baseAddress, target.count > 0 else { return m.int(0) }
        guard let count = try file.read(m, base, target.count) else { return .none }
        return m.int(count)
    }

    static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        if !file.isWritable { throw m.raiseUnsupported("File not open for writing") }
        let buffer = try m.bytesArgument(a[1])
        guard let count = try file.write(m, buffer.baseAddress, buffer.count) else { return .none }
        return m.int(count)
    }

    static func seek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        let whence = a.optional(2).isUnbound ? 0 : try m.sizeArgument(a[2])
        if a[1].isDouble { throw m.raise(.typeError, "'float' object cannot be interpreted as an integer") }
        return m.int(try file.seek(m, try m.sizeArgument(a[1]), whence))
    }

    static func tell(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try open(m, a[0]).seek(m, 0, Int(SEEK_CUR)))
    }

    static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        if !file.isWritable { throw m.raiseUnsupported("File not open for writing") }
        let size: Int
        if a.optional(1).isUnbound || a[1].isNone {
            size = try file.seek(m, 0, Int(SEEK_CUR))
        } else {
            size = try m.sizeArgument(a[1])
        }
        if ftruncate(file.descriptor, off_t(size)) != 0 { throw m.raiseOSError(errno) }
        return m.int(size)
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        if file.isClosed { return .none }
        // What a subclass or an attribute does when flushed comes first.
        var failure: Value = .unbound
        do throws(Raise) { _ = try m.callMethod(a[0], .flush) } catch { failure = m.takePending() }
        try file.close(m)
        if failure.isBound { throw m.raise(failure) }
        return .none
    }

    static func fileno(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(Int(try open(m, a[0]).descriptor)) }
    static func isatty(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try open(m, a[0]).descriptor
        #if canImport(Glibc)
        return Value(Glibc.isatty(descriptor) == 1)
        #else
        return Value(Darwin.isatty(descriptor) == 1)
        #endif
    }
    static func readable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(try open(m, a[0]).isReadable) }
    static func writable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(try open(m, a[0]).isWritable) }
    static func seekable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(try open(m, a[0]).isSeekable()) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = m.qualifiedTypeName(m.typeOf(a[0]))
        guard let file = m.boxed(a[0], as: RawFile.self), !file.isClosed else { return m.string("<\(type) [closed]>") }
        let closes = file.closesDescriptor ? "True" : "False"
        let name = try m.getAttributeIfPresent(a[0], .name)
        if name.isUnbound {
            return m.string("<\(type) fd=\(file.descriptor) mode='\(file.mode)' closefd=\(closes)>")
        }
        return m.string("<\(type) name=\(m.swiftString(try m.repr(name))) mode='\(file.mode)' closefd=\(closes)>")
    }

    /// A file that is dropped open. One with a buffer over it is left to that, whichever of the objects comes first.
    static func finalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let file = m.boxed(a[0], as: RawFile.self), !file.isClosed else { return .none }
        if let upper = file.upper, !upper.isDetached {
            try upper.flushAll(m)
            return .none
        }
        if file.closesDescriptor { try m.warnOfOpenFile(a[0]) }
        if m.typeOf(a[0]).isHeapType {
            _ = try m.callMethod(a[0], .close)
        } else {
            try file.close(m)
        }
        return .none
    }

    static var properties: [NativeProperty] {
        [
            IOBaseMethods.finalizing,
            NativeProperty("closed") { (m: Machine, v: Value) throws(Raise) -> Value in Value(try file(m, v).isClosed)
            },
            NativeProperty("mode") { (m: Machine, v: Value) throws(Raise) -> Value in m.string(try file(m, v).mode) },
            NativeProperty("closefd") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try file(m, v).closesDescriptor)
            },
            NativeProperty("_blksize") { (m: Machine, v: Value) throws(Raise) -> Value in m.int(8192) },
        ]
    }

    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native(
                "__init__", .signature("file, mode='r', closefd=True, opener=None"), style: .slot, initialize),
            Native("read", .positional(0, 1), read),
            Native("readall", .none, readall),
            Native("readinto", .one, readinto),
            Native("write", .one, write).takingBuffers(),
            Native("seek", .positional(1, 2), seek),
            Native("tell", .none, tell),
            Native("truncate", .positional(0, 1), truncate),
            Native("close", .none, close),
            Native("fileno", .none, fileno),
            Native("isatty", .none, isatty),
            Native("readable", .none, readable),
            Native("writable", .none, writable),
            Native("seekable", .none, seekable),
            Native("__repr__", .none, style: .slot, repr),
            Native("__del__", .none, finalize),
        ] + IOBaseMethods.unpicklable
    }
}

extension Machine {
    /// ResourceWarning for a file that nobody closed; ignored by default.
    func warnOfOpenFile(_ file: Value) throws(Raise) {
        try warn(.resourceWarning, "unclosed file \(swiftString(try repr(file)))")
    }

    /// Memory of an object that can be written to; TypeError otherwise.
    func writableBytes(_ value: Value, _ function: StaticString) throws(Raise) -> UnsafeMutableBufferPointer<UInt8> {
        if let buffer = writableByteBuffer(value) { return buffer }
        throw raise(
            .typeError, "\(function)() argument must be read-write bytes-like object, not \(shortTypeName(value))")
    }
}
