/// The methods of `_IOBase`, `_RawIOBase`, `_BufferedIOBase` and `_TextIOBase`: what a class of the script that derives
/// from them gets. They call the methods of the object itself.
enum IOBaseMethods {
    private static let closedMark: StaticString = "__IOBase_closed"

    private static func isClosed(_ m: Machine, _ value: Value) throws(Raise) -> Bool {
        try m.truth(try m.getAttribute(value, m.internStatic("closed")))
    }

    static func checkOpen(_ m: Machine, _ value: Value) throws(Raise) {
        if try isClosed(m, value) { throw m.raise(.valueError, "I/O operation on closed file.") }
    }

    private static func check(_ m: Machine, _ value: Value, _ ability: StaticString) throws(Raise) -> Value {
        if try m.truth(try m.callMethodNamed(value, ability)) { return .true }
        throw m.raiseUnsupported("File or stream is not \(ability).")
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let mark = m.internStatic(closedMark)
        let present = try m.getAttributeIfPresent(a[0], mark)
        if present.isBound, try m.truth(present) { return .none }
        var failure: Value = .unbound
        do throws(Raise) { _ = try m.callMethod(a[0], .flush) } catch { failure = m.takePending() }
        try m.setAttribute(a[0], mark, .true)
        if failure.isBound { throw m.raise(failure) }
        return .none
    }

    static func closed(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let mark = try m.getAttributeIfPresent(value, m.internStatic(closedMark))
        return Value(mark.isBound ? try m.truth(mark) : false)
    }

    static func flush(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if try isClosed(m, a[0]) { throw m.raise(.valueError, "I/O operation on closed file.") }
        return .none
    }

    static func enter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkOpen(m, a[0])
        return a[0]
    }
    static func exit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.callMethod(a[0], .close)
    }

    static func finalize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let closed = try m.attributeIfPresent(a[0], "closed")
        if closed.isBound, try m.truth(closed) { return .none }
        _ = try m.callMethod(a[0], .close)
        return .none
    }

    static func iter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkOpen(m, a[0])
        return a[0]
    }

    /// The next line of any stream, unbound at the end.
    static func nextLine(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let line = try m.callMethodNamed(value, "readline")
        return try m.length(line) == 0 ? .unbound : line
    }

    static func readline(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let limit = try m.optionalSize(a.optional(1))
        let peek = try m.attributeIfPresent(a[0], "peek")
        var line: [UInt8] = []
        while limit < 0 || line.count < limit {
            var wanted = 1
            if peek.isBound {
                let ahead = try m.call(peek, m.int(1))
                guard let bytes = m.byteBuffer(ahead) else {
                    throw m.raise(
                        .osError, "peek() should have returned a bytes object, not '\(m.typeName(ahead))'")
                }
                if let index = bytes.firstIndex(of: 10) { wanted = index + 1 } else { wanted = max(1, bytes.count) }
                if limit >= 0 { wanted = min(wanted, limit - line.count) }
            }
            let part = try m.callMethodNamed(a[0], "read", m.int(wanted))
            guard let bytes = m.byteBuffer(part) else {
                throw m.raise(.osError, "read() should have returned a bytes object, not '\(m.typeName(part))'")
            }
            if bytes.isEmpty { break }
            line += bytes
            if line.last == 10 { break }
        }
        return m.bytes(line)
    }

    static func readlines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let hint = try m.optionalSize(a.optional(1))
        let list = m.list()
        var total = 0
        try m.iterate(a[0]) { (line) throws(Raise) -> Bool in
            list.append(m, line)
            if hint <= 0 { return true }
            total += try m.length(line)
            return total <= hint
        }
        return list.value
    }

    static func writelines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try checkOpen(m, a[0])
        let target = a[0]
        try m.iterate(a[1]) { (line) throws(Raise) -> Bool in
            _ = try m.callMethod(target, .write, line)
            return true
        }
        return .none
    }

    static func tell(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.callMethodNamed(a[0], "seek", m.int(0), m.int(1))
    }

    private static func unsupported(_ name: StaticString, _ arity: NativeArity) -> Native {
        Native(name, arity) { (m: Machine, a: Arguments) throws(Raise) -> Value in throw m.raiseUnsupported("\(name)") }
    }

    private static func no(_ name: StaticString) -> Native {
        Native(name, .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            .false
        }
    }

    static var base: [Native] {
        [
            Native("close", .none, close), Native("flush", .none, flush),
            Native("__enter__", .none, enter), Native("__exit__", .positional(0, .max), exit),
            Native("__del__", .none, finalize),
            Native("readline", .positional(0, 1), readline), Native("readlines", .positional(0, 1), readlines),
            Native("writelines", .one, writelines), Native("tell", .none, tell),
            unsupported("seek", .positional(1, 2)), unsupported("truncate", .positional(0, 1)),
            unsupported("fileno", .none),
            Native("isatty", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try checkOpen(m, a[0])
                return .false
            },
            no("readable"), no("writable"), no("seekable"),
            Native("_checkClosed", .positional(0, .max)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try checkOpen(m, a[0])
                return .none
            },
            Native("_checkReadable", .positional(0, .max)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try check(m, a[0], "readable")
            },
            Native("_checkWritable", .positional(0, .max)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try check(m, a[0], "writable")
            },
            Native("_checkSeekable", .positional(0, .max)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try check(m, a[0], "seekable")
            },
        ]
    }

    // MARK: Raw streams

    /// `read` of a raw stream that has `readinto`.
    static func rawRead(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let size = try m.optionalSize(a.optional(1))
        if size < 0 { return try m.callMethodNamed(a[0], "readall") }
        let target = try m.call(m.type(.bytearray).value, m.int(size))
        let result = try m.callMethodNamed(a[0], "readinto", target)
        if result.isNone { return .none }
        let count = try m.sizeArgument(result)
        guard let bytes = m.byteBuffer(target) else { return m.runtime.pointee.emptyBytes }
        if count < 0 || count > bytes.count {
            throw m.raise(
                .valueError, "readinto returned \(count) outside buffer size \(bytes.count)")
        }
        return m.bytes(UnsafeBufferPointer(rebasing: bytes[..<count]))
    }

    static func rawReadAll(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var all: [UInt8] = []
        while true {
            let part = try m.callMethodNamed(a[0], "read", m.int(BufferedFile.defaultSize))
            if part.isNone {
                if all.isEmpty { return .none }
                break
            }
            guard part.isKind(.bytes) else { throw m.raise(.typeError, "read() should return bytes") }
            if Bytes(part).count == 0 { break }
            all += Bytes(part).buffer
        }
        return m.bytes(all)
    }

    /// What a raw stream must define itself.
    static func missing(_ name: StaticString) -> Native {
        Native(name, .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in throw m.raise(.notImplementedError) }
    }

    /// CPython's mark of streams that are being finalized.
    static var finalizing: NativeProperty {
        NativeProperty("_finalizing") { (m: Machine, v: Value) throws(Raise) -> Value in
            .false
        } set: { (m: Machine, v: Value, new: Value) throws(Raise) in
        }
    }

    /// Streams with a descriptor can't be copied.
    static var unpicklable: [Native] {
        func refuse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
            throw m.raise(.typeError, "cannot pickle '\(m.typeName(m.typeOf(a[0])))' instances")
        }
        return [Native("__reduce__", .any, refuse), Native("__reduce_ex__", .any, refuse)]
    }

    // MARK: Buffered streams

    private static func readInto(_ m: Machine, _ a: Arguments, _ method: StaticString) throws(Raise) -> Value {
        let length = try m.writableBytes(a[1], "readinto").count
        let data = try m.callMethodNamed(a[0], method, m.int(length))
        guard data.isKind(.bytes) else { throw m.raise(.typeError, "\(method)() should return bytes") }
        let bytes = Bytes(data).buffer
        if bytes.count > length {
            throw m.raise(
                .valueError,
                "\(method)() returned too much data: \(length) bytes requested, \(bytes.count) returned")
        }
        let target = try m.writableBytes(a[1], "readinto")
        if let base = target.baseAddress, let source = bytes.baseAddress, target.count >= bytes.count {
            moveBytes(base, source, bytes.count)
        }
        return m.int(bytes.count)
    }

    static var buffered: [Native] {
        [
            unsupported("detach", .none), unsupported("read", .positional(0, 1)),
            unsupported("read1", .positional(0, 1)), unsupported("write", .one),
            Native("readinto", .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try readInto(m, a, "read")
            },
            Native("readinto1", .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try readInto(m, a, "read1")
            },
        ]
    }

    // MARK: Text streams

    static var text: [Native] {
        [
            unsupported("detach", .none), unsupported("read", .positional(0, 1)),
            unsupported("readline", .positional(0, 1)),
            Native("write", .one) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard a[1].isKind(.string) else {
                    throw m.raise(.typeError, "write() argument 1 must be str, not \(m.typeName(a[1]))")
                }
                throw m.raiseUnsupported("write")
            },
        ]
    }

    static var textProperties: [NativeProperty] {
        [
            NativeProperty("encoding") { (m: Machine, v: Value) throws(Raise) -> Value in .none },
            NativeProperty("errors") { (m: Machine, v: Value) throws(Raise) -> Value in .none },
            NativeProperty("newlines") { (m: Machine, v: Value) throws(Raise) -> Value in .none },
        ]
    }
}
