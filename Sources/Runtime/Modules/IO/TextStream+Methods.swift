#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods of `TextIOWrapper`.
enum TextStreamMethods {
    @inline(__always)
    private static func stream(_ m: Machine, _ value: Value) throws(Raise) -> TextStream {
        if let stream = TextStream.of(m, value) { return stream }
        throw m.raise(.valueError, "I/O operation on uninitialized object")
    }

    private static func readable(_ m: Machine, _ value: Value) throws(Raise) -> TextStream {
        let stream = try stream(m, value)
        if !stream.isReadable { throw unsupported(m, "not readable") }
        return stream
    }

    /// io.UnsupportedOperation is an OSError and a ValueError; the former is what is caught.
    private static func unsupported(_ m: Machine, _ text: StaticString) -> Raise { m.raise(.osError, text) }

    static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try stream(m, a[0])
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "write() argument must be str, not \(m.typeName(a[1]))")
        }
        if stream.isReadable { throw unsupported(m, "not writable") }
        try stream.write(m, Str(a[1]))
        return m.int(Str(a[1]).count)
    }

    static func writelines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let target = a[0]
        try m.iterate(a[1]) { (line) throws(Raise) -> Bool in
            guard line.isKind(.string) else {
                throw m.raise(.typeError, "write() argument must be str, not \(m.typeName(line))")
            }
            try stream(m, target).write(m, Str(line))
            return true
        }
        return .none
    }

    static func flush(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stream(m, a[0]).flush(m)
        return .none
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stream(m, a[0]).close(m)
        return .none
    }

    static func isTerminal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(isatty(try stream(m, a[0]).descriptor) == 1)
    }
    static func fileno(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(Int(try stream(m, a[0]).descriptor))
    }
    static func readable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Value(try stream(m, a[0]).isReadable) }
    static func writable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(!(try stream(m, a[0]).isReadable))
    }
    static func seekable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(lseek(try stream(m, a[0]).descriptor, 0, Int32(SEEK_CUR)) >= 0)
    }

    // MARK: Reading

    private static func decoded(_ m: Machine, _ bytes: [UInt8], _ stream: TextStream) throws(Raise) -> Value {
        if bytes.isEmpty { return m.runtime.pointee.emptyString }
        let source = m.bytes(bytes)
        return try m.decode(Bytes(source).buffer, source: source, encoding: "utf-8", errors: stream.errors)
    }

    /// The next line of a stream, empty at its end.
    static func nextLine(_ m: Machine, _ stream: TextStream) throws(Raise) -> Value {
        try decoded(m, try stream.readLine(m), stream)
    }

    static func readline(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try readable(m, a[0])
        let limit = a.optional(1).isUnbound || a[1].isNone ? -1 : try m.sizeArgument(a[1])
        if limit < 0 { return try nextLine(m, stream) }
        return try decoded(m, try stream.readLine(m, limit: limit), stream)
    }

    static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try readable(m, a[0])
        let count = a.optional(1).isUnbound || a[1].isNone ? -1 : try m.sizeArgument(a[1])
        let bytes = count < 0 ? try stream.readAll(m) : try stream.readCharacters(m, count)
        return try decoded(m, bytes, stream)
    }

    static func readlines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try readable(m, a[0])
        let hint = a.optional(1).isUnbound || a[1].isNone ? -1 : try m.sizeArgument(a[1])
        let list = m.list()
        var total = 0
        while true {
            let line = try nextLine(m, stream)
            if Str(line).count == 0 { break }
            list.append(m, line)
            total += Str(line).count
            if hint > 0, total >= hint { break }
        }
        return list.value
    }

    static func next(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let line = try nextLine(m, try readable(m, value))
        return Str(line).count == 0 ? .unbound : line
    }

    // MARK: Context management and the rest

    static func enter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }
    static func exit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try stream(m, a[0]).close(m)
        return .none
    }

    static func reconfigure(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try stream(m, a[0])
        try stream.flush(m)
        if a[2].isKind(.string) { stream.errors = m.swiftString(a[2]) }
        if a[4].isBound, !a[4].isNone { stream.isLineBuffered = try m.truth(a[4]) }
        if a[5].isBound, !a[5].isNone, try m.truth(a[5]) { stream.isLineBuffered = true }
        return .none
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let stream = try stream(m, a[0])
        return m.string("<_io.TextIOWrapper name='\(stream.name)' mode='\(stream.mode)' encoding='utf-8'>")
    }

    // MARK: Attributes

    static func name(_ m: Machine, _ value: Value) throws(Raise) -> Value { m.string(try stream(m, value).name) }
    static func mode(_ m: Machine, _ value: Value) throws(Raise) -> Value { m.string(try stream(m, value).mode) }
    static func encoding(_ m: Machine, _ value: Value) throws(Raise) -> Value { m.string("utf-8" as StaticString) }
    static func errors(_ m: Machine, _ value: Value) throws(Raise) -> Value { m.string(try stream(m, value).errors) }
    static func closed(_ m: Machine, _ value: Value) throws(Raise) -> Value { Value(try stream(m, value).isClosed) }
    static func newlines(_ m: Machine, _ value: Value) throws(Raise) -> Value { .none }
    static func lineBuffering(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        Value(try stream(m, value).isLineBuffered)
    }
}

extension Machine {
    /// Gives `TextIOWrapper` its methods.
    func installStreams() {
        defineIterator(
            .textIOWrapper, next: TextStreamMethods.next,
            methods: [
                Native("write", .one, TextStreamMethods.write),
                Native("writelines", .one, TextStreamMethods.writelines),
                Native("flush", .none, TextStreamMethods.flush),
                Native("close", .none, TextStreamMethods.close),
                Native("isatty", .none, TextStreamMethods.isTerminal),
                Native("fileno", .none, TextStreamMethods.fileno),
                Native("readable", .none, TextStreamMethods.readable),
                Native("writable", .none, TextStreamMethods.writable),
                Native("seekable", .none, TextStreamMethods.seekable),
                Native("read", .positional(0, 1), TextStreamMethods.read),
                Native("readline", .positional(0, 1), TextStreamMethods.readline),
                Native("readlines", .positional(0, 1), TextStreamMethods.readlines),
                Native("__enter__", .none, TextStreamMethods.enter),
                Native("__exit__", .any, TextStreamMethods.exit),
                Native("__repr__", .none, style: .slot, TextStreamMethods.repr),
                Native(
                    "reconfigure",
                    .signature("*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None"),
                    TextStreamMethods.reconfigure),
            ],
            properties: [
                NativeProperty("name", get: TextStreamMethods.name),
                NativeProperty("mode", get: TextStreamMethods.mode),
                NativeProperty("encoding", get: TextStreamMethods.encoding),
                NativeProperty("errors", get: TextStreamMethods.errors),
                NativeProperty("closed", get: TextStreamMethods.closed),
                NativeProperty("newlines", get: TextStreamMethods.newlines),
                NativeProperty("line_buffering", get: TextStreamMethods.lineBuffering),
            ])
    }
}
