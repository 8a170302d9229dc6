#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `io.TextIOWrapper`.
enum TextFileMethods {
    static func file(_ m: Machine, _ value: Value) throws(Raise) -> TextFile {
        guard let file = m.boxed(value, as: TextFile.self) else {
            throw m.raise(.valueError, "I/O operation on uninitialized object")
        }
        return file
    }

    /// The file, unless it was detached.
    private static func attached(_ m: Machine, _ value: Value) throws(Raise) -> TextFile {
        let file = try file(m, value)
        if file.isDetached { throw m.raise(.valueError, "underlying buffer has been detached") }
        return file
    }

    private static func open(_ m: Machine, _ value: Value) throws(Raise) -> TextFile {
        let file = try file(m, value)
        try file.checkOpen(m)
        return file
    }

    /// The file, whose buffer says itself that it is closed.
    private static func reachable(_ m: Machine, _ value: Value) throws(Raise) -> TextFile {
        let file = try attached(m, value)
        if file.buffer.isUnbound { try file.checkOpen(m) }
        return file
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        value.cell.requestFinalizer()
        return value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = TextFile()
        try file.setUp(
            m, buffer: a[1], encoding: a[2], errors: a[3], newline: a[4], isLineBuffered: try m.flag(a[5]),
            isWriteThrough: try m.flag(a[6]))
        m.setBoxed(a[0], file)
        return .none
    }

    // MARK: Writing

    static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try attached(m, a[0])
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "write() argument must be str, not \(m.shortTypeName(a[1]))")
        }
        try file.write(m, Str(a[1]))
        return m.int(Str(a[1]).count)
    }

    static func flush(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        file.isIterating = false
        try file.flush(m)
        return .none
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try attached(m, a[0])
        if try file.isClosed(m) { return .none }
        var failure: Value = .unbound
        do throws(Raise) {
            if m.typeOf(a[0]).isHeapType {
                _ = try m.callMethod(a[0], .flush)
            } else {
                try file.flush(m)
            }
        } catch {
            failure = m.takePending()
            file.discardOutput()
        }
        if file.buffer.isUnbound {
            file.isClosedDirectly = true
        } else {
            do throws(Raise) {
                _ = try m.callMethod(file.buffer, .close)
            } catch {
                let second = m.takePending()
                if failure.isBound, second.isKind(.exception) { m.setContext(second, to: failure) }
                throw m.raise(second)
            }
        }
        if failure.isBound { throw m.raise(failure) }
        return .none
    }

    static func detach(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try attached(m, a[0])
        let buffer = try m.bufferObject(file)
        _ = try m.callMethod(a[0], .flush)
        file.buffered?.upper = nil
        file.buffered = nil
        file.buffer = .unbound
        file.descriptor = -1
        file.isDetached = true
        return buffer
    }

    // MARK: Reading

    /// The next line of a file, empty at its end.
    static func nextLine(_ m: Machine, _ file: TextFile) throws(Raise) -> Value { try file.readLine(m, limit: -1) }

    static func readline(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try attached(m, a[0])
        var limit = -1
        if a.optional(1).isBound {
            guard m.isInt(a[1]) || m.lookupSpecial(a[1], .__index__).isBound else {
                throw m.raise(.typeError, "'\(m.typeName(a[1]))' object cannot be interpreted as an integer")
            }
            limit = try m.sizeArgument(a[1])
        }
        return try file.readLine(m, limit: limit)
    }

    static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try attached(m, a[0])
        let count = try m.optionalSize(a.optional(1))
        return count < 0 ? try file.readAll(m) : try file.read(m, count)
    }

    static func next(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if m.typeOf(value).isHeapType { return try IOBaseMethods.nextLine(m, value) }
        let file = try attached(m, value)
        file.isIterating = true
        let line = try file.readLine(m, limit: -1)
        if Str(line).count > 0 { return line }
        file.isIterating = false
        return .unbound
    }

    // MARK: Places

    static func seek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        let whence = a.optional(2).isUnbound ? 0 : try m.sizeArgument(a[2])
        var cookie = a[1]
        if let place = m.doubleValue(cookie), abs(place) < 9e18 { cookie = m.int(Int(place)) }
        if !m.isInt(cookie), m.lookupSpecial(cookie, .__index__).isUnbound {
            throw m.raise(.typeError, "'\(m.typeName(cookie))' object cannot be interpreted as an integer")
        }
        return try file.seek(m, cookie, whence)
    }

    static func tell(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try open(m, a[0]).tell(m))
    }

    static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        try file.flush(m)
        let position = a.optional(1).isUnbound || a[1].isNone ? m.int(try file.tell(m)) : a[1]
        return try m.callMethodNamed(try m.bufferObject(file), "truncate", position)
    }

    // MARK: The rest

    static func isatty(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try reachable(m, a[0])
        guard file.descriptor >= 0 else { return try m.callMethodNamed(file.buffer, "isatty") }
        #if canImport(Glibc)
        return Value(Glibc.isatty(file.descriptor) == 1)
        #else
        return Value(Darwin.isatty(file.descriptor) == 1)
        #endif
    }

    static func fileno(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try reachable(m, a[0])
        if file.descriptor >= 0 { return m.int(Int(file.descriptor)) }
        return try m.callMethodNamed(file.buffer, "fileno")
    }

    static func readable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try reachable(m, a[0])
        return file.buffer.isUnbound ? Value(file.isReadable) : try m.callMethodNamed(file.buffer, "readable")
    }
    static func writable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try reachable(m, a[0])
        return file.buffer.isUnbound ? Value(file.isWritable) : try m.callMethodNamed(file.buffer, "writable")
    }
    static func seekable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try reachable(m, a[0])
        return file.buffer.isUnbound
            ? Value(try file.isSeekable(m)) : try m.callMethodNamed(file.buffer, "seekable")
    }

    static func reconfigure(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try open(m, a[0])
        let (encoding, errors, newline) = (a[1], a[2], a[3])
        let changesText = encoding.isKind(.string) || errors.isKind(.string) || newline.isBound
        if changesText, file.textEnd > 0 || !file.segments.isEmpty {
            throw m.raiseUnsupported(
                "It is not possible to set the encoding or newline of stream after the first read")
        }
        for (value, name) in [(encoding, "encoding"), (errors, "errors")] as [(Value, String)]
        where value.isBound && !value.isNone && !value.isKind(.string) {
            throw m.raise(
                .typeError, "reconfigure() argument '\(name)' must be str or None, not \(m.typeName(value))")
        }
        try file.flush(m)
        if encoding.isKind(.string) {
            try file.setEncoding(
                m, encoding, errors: errors.isKind(.string) ? errors : m.string("strict" as StaticString))
        } else if errors.isKind(.string) {
            file.errors = m.swiftString(errors)
        }
        if newline.isBound { try file.setNewline(m, newline) }
        if a[4].isBound, !a[4].isNone { file.isLineBuffered = try m.truth(a[4]) }
        if a[5].isBound, !a[5].isNone { file.isWriteThrough = try m.truth(a[5]) }
        return .none
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let file = try file(m, a[0])
        var text = "<\(m.qualifiedTypeName(m.typeOf(a[0])))"
        var name: Value = .unbound
        do throws(Raise) {
            name = try m.getAttributeIfPresent(a[0], .name)
        } catch {
            guard m.pendingMatches(.valueError) else { throw error }
            m.clearPending()
        }
        if name.isBound { text += " name=\(m.swiftString(try m.repr(name)))" }
        let mode = try m.attributeIfPresent(a[0], "mode")
        if mode.isBound { text += " mode=\(m.swiftString(try m.repr(mode)))" }
        let encoding = m.swiftString(try m.repr(m.string(file.encodingName)))
        return m.string(text + " encoding=\(encoding)>")
    }

    static func finalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let file = m.boxed(a[0], as: TextFile.self), !file.isDetached else { return .none }
        if try file.isClosed(m) { return .none }
        if let raw = file.buffered?.rawFile, raw.closesDescriptor { try m.warnOfOpenFile(a[0]) }
        _ = try m.callMethod(a[0], .close)
        return .none
    }

    // MARK: Attributes

    static func name(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let file = try attached(m, value)
        if file.descriptor >= 0 { return m.string(file.standardName) }
        return try m.getAttribute(file.buffer, .name)
    }

    static func newlines(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        m.newlinesSeen(try file(m, value).seenNewlines)
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("name", get: name),
            NativeProperty("encoding") { (m: Machine, v: Value) throws(Raise) -> Value in
                m.string(try file(m, v).encodingName)
            },
            NativeProperty("errors") { (m: Machine, v: Value) throws(Raise) -> Value in
                m.string(try file(m, v).errors)
            },
            NativeProperty("closed") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try attached(m, v).isClosed(m))
            },
            NativeProperty("newlines", get: newlines),
            NativeProperty("line_buffering") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try file(m, v).isLineBuffered)
            },
            NativeProperty("write_through") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try file(m, v).isWriteThrough)
            },
            NativeProperty("buffer") { (m: Machine, v: Value) throws(Raise) -> Value in
                let file = try file(m, v)
                return file.isDetached ? .none : try m.bufferObject(file)
            },
            IOBaseMethods.finalizing,
            NativeProperty("_CHUNK_SIZE") { (m: Machine, v: Value) throws(Raise) -> Value in
                m.int(try attached(m, v).announcedChunkSize)
            } set: { (m: Machine, v: Value, new: Value) throws(Raise) in
                let file = try attached(m, v)
                guard new.isBound else { throw m.raise(.attributeError, "cannot delete attribute") }
                guard let size = m.intValue(try m.index(new)) else {
                    throw m.raise(.valueError, "cannot fit '\(m.typeName(new))' into an index-sized integer")
                }
                if size <= 0 { throw m.raise(.valueError, "a strictly positive integer is required") }
                file.announcedChunkSize = size
            },
        ]
    }

    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native(
                "__init__",
                .signature(
                    "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False"),
                style: .slot, initialize),
            Native("write", .one, write), Native("flush", .none, flush), Native("close", .none, close),
            Native("detach", .none, detach), Native("readline", .positional(0, 1), readline),
            Native("read", .positional(0, 1), read), Native("seek", .positional(1, 2), seek),
            Native("tell", .none, tell), Native("truncate", .positional(0, 1), truncate),
            Native("isatty", .none, isatty), Native("fileno", .none, fileno), Native("readable", .none, readable),
            Native("writable", .none, writable), Native("seekable", .none, seekable),
            Native(
                "reconfigure",
                .signature("*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None"),
                reconfigure),
            Native("__repr__", .none, style: .slot, repr), Native("__del__", .none, finalize),
        ] + IOBaseMethods.unpicklable
    }
}

extension Machine {
    /// A truth argument that may be missing.
    func flag(_ value: Value) throws(Raise) -> Bool { value.isUnbound ? false : try truth(value) }

    /// The attribute `newlines` for the kinds of line ends seen.
    func newlinesSeen(_ seen: UInt8) -> Value {
        var kinds: [StaticString] = []
        if seen & 1 != 0 { kinds.append("\r") }
        if seen & 2 != 0 { kinds.append("\n") }
        if seen & 4 != 0 { kinds.append("\r\n") }
        switch kinds.count {
        case 0: return .none
        case 1: return string(kinds[0])
        default:
            let tuple = makeTuple(count: kinds.count)
            for (index, kind) in kinds.enumerated() { tuple[index] = string(kind) }
            return tuple.value
        }
    }

    /// The buffer of a text file; that of a standard stream is made when it is first asked for.
    func bufferObject(_ file: TextFile) throws(Raise) -> Value {
        if file.buffer.isBound || file.descriptor < 0 { return file.buffer }
        let raw = RawFile()
        raw.attach(file.descriptor)
        raw.closesDescriptor = false
        raw.isReadable = file.isReadable
        raw.isWritable = file.isWritable
        let rawValue = box(traced: raw, type: ioType(\.fileIO))
        try setAttribute(rawValue, name(.name), string(file.standardName))
        raw.name = int(Int(file.descriptor))
        let kind: BufferedFile.Kind = file.isReadable ? .reader : .writer
        let buffered = BufferedFile(kind: kind, raw: rawValue, rawFile: raw, size: BufferedFile.defaultSize)
        raw.upper = buffered
        let buffer = box(
            traced: buffered, type: file.isReadable ? ioType(\.bufferedReader) : ioType(\.bufferedWriter))
        file.buffer = buffer
        file.buffered = buffered
        buffered.upper = file
        file.descriptor = -1
        return buffer
    }
}
