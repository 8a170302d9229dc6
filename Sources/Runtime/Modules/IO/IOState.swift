/// What the `_io` module of an interpreter has made: its types, and the files that hold unwritten data. Types live for
/// ever, so their references may lie here.
final class IOState {
    var rawIOBase: TypeRef?
    var bufferedIOBase: TypeRef?
    var fileIO: TypeRef?
    var bufferedReader: TypeRef?
    var bufferedWriter: TypeRef?
    var bufferedRandom: TypeRef?
    var bytesIO: TypeRef?
    var stringIO: TypeRef?
    var newlineDecoder: TypeRef?
    /// `io.UnsupportedOperation`, once something needed it.
    var unsupportedOperation: TypeRef?
    /// Types of the module `posix`.
    var posixTypes: PosixTypes?
    /// Files with a buffer for writing that are open.
    var writers: [ObjectIdentifier: Unmanaged<BufferedFile>] = [:]
}

extension Machine {
    var io: IOState { runtime.pointee.io }

    /// Raises `io.UnsupportedOperation`, which is an OSError and a ValueError.
    func raiseUnsupported(_ message: String) -> Raise {
        do throws(Raise) {
            let type = try unsupportedOperation()
            return raise(try call(type.value, string(message)))
        } catch {
            return error
        }
    }

    /// The class `io.UnsupportedOperation`.
    func unsupportedOperation() throws(Raise) -> TypeRef {
        if let type = io.unsupportedOperation { return type }
        let namespace = dict()
        dictSet(namespace, .__module__, internStatic("io"))
        let type = try makeType(
            name: internStatic("UnsupportedOperation"),
            bases: tuple(self.type(.osError).value, self.type(.valueError).value),
            namespace: namespace)
        keepForever(type.value)
        io.unsupportedOperation = type
        return type
    }

    /// A method called by a name that is no ``KnownName``.
    func callMethodNamed(_ object: Value, _ name: StaticString, _ a: Value) throws(Raise) -> Value {
        try call(try getAttribute(object, internStatic(name)), a)
    }
    func callMethodNamed(_ object: Value, _ name: StaticString, _ a: Value, _ b: Value) throws(Raise) -> Value {
        try call(try getAttribute(object, internStatic(name)), a, b)
    }

    /// The attribute of a name that is no ``KnownName``; unbound when it is missing.
    func attributeIfPresent(_ object: Value, _ name: StaticString) throws(Raise) -> Value {
        try getAttributeIfPresent(object, internStatic(name))
    }

    /// The bytes of a bytes-like argument: TypeError "a bytes-like object is required, not 'str'" otherwise.
    func bytesArgument(_ value: Value) throws(Raise) -> UnsafeBufferPointer<UInt8> {
        if let buffer = byteBuffer(value) { return buffer }
        throw raise(.typeError, "a bytes-like object is required, not '\(typeName(value))'")
    }

    /// A size argument that may be missing or None: -1 then. Others than integers: TypeError with CPython's words.
    func optionalSize(_ value: Value) throws(Raise) -> Int {
        if value.isUnbound || value.isNone { return -1 }
        if value.isSmallInt { return value.smallInt }
        if !isInt(value), lookupSpecial(value, .__index__).isUnbound {
            throw raise(.typeError, "argument should be integer or None, not '\(typeName(value))'")
        }
        return try sizeArgument(value)
    }

    /// The script's own file name for a path argument: str or bytes as they are, others by `__fspath__`.
    func fileSystemPath(_ value: Value) throws(Raise) -> Value {
        if value.isKind(.string) || value.isKind(.bytes) { return value }
        let method = lookupSpecial(value, .__fspath__)
        guard method.isBound, !method.isNone else {
            throw raise(.typeError, "expected str, bytes or os.PathLike object, not \(typeName(value))")
        }
        let result = try call(try bindSpecial(method, value))
        if result.isKind(.string) || result.isKind(.bytes) { return result }
        throw raise(
            .typeError, "expected \(typeName(value)).__fspath__() to return str or bytes, not \(typeName(result))")
    }

    /// The bytes of a path for the system, without a final zero. ValueError for a zero inside.
    func fileSystemBytes(_ path: Value) throws(Raise) -> [UInt8] {
        var bytes: [UInt8]
        if path.isKind(.bytes) {
            bytes = Array(Bytes(path).buffer)
        } else {
            bytes = Array(Bytes(try encode(Str(path), .utf8, "surrogateescape")).buffer)
        }
        if bytes.contains(0) { throw raise(.valueError, "embedded null byte") }
        bytes.append(0)
        return bytes
    }

    /// A str from what the system says: bytes that are no UTF-8 become lone surrogates.
    func fileSystemString(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
        if let start = bytes.baseAddress, isASCII(start, bytes.count) { return string(ascii: bytes) }
        let source = self.bytes(bytes)
        if let text = try? decode(Bytes(source).buffer, source: source, encoding: "utf-8", errors: "surrogateescape") {
            return text
        }
        clearPending()
        return string(utf8: bytes)
    }
    func fileSystemString(_ text: UnsafePointer<CChar>) -> Value {
        var count = 0
        while text[count] != 0 { count += 1 }
        return text.withMemoryRebound(to: UInt8.self, capacity: count) {
            fileSystemString(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}
