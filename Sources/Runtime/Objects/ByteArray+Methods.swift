#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The methods that only bytearray has; those of bytes work on both. See "Bytearray Objects" in the library reference.
enum ByteArrayMethods {
    // MARK: Construction

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.makeByteArray(count: 0, type: TypeRef(a[0])).value
    }

    /// `bytearray(source=b'', encoding=…, errors=…)`.
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        let source = a[1]
        let encoding = try m.textArgument(a[2], "bytearray", named: "encoding")
        let errors = try m.textArgument(a[3], "bytearray", named: "errors")
        if array.count > 0 {
            try m.checkNotExported(array)
            try m.resize(array, 0)
        }
        if source.isBound, source.isKind(.string) {
            guard let encoding else { throw m.raise(.typeError, "string argument without an encoding") }
            let bytes = Bytes(try m.encode(Str(source), encoding: encoding, errors: errors ?? "strict"))
            try m.replace(array, 0, array.count, bytes.bytes, bytes.count)
            return .none
        }
        if encoding != nil || errors != nil {
            throw m.raise(
                .typeError,
                encoding != nil ? "encoding without a string argument" : "errors without a string argument")
        }
        if source.isBound { try fill(m, array, source) }
        return .none
    }

    /// Fills an empty array from a number of zeros, a bytes-like object or an iterable of ints.
    private static func fill(_ m: Machine, _ array: ByteArray, _ given: Value) throws(Raise) {
        let source = m.exportsBuffer(given) ? try m.copyOfBuffer(given) : given
        if let buffer = m.byteBuffer(source) {
            if buffer.count > 0 { try m.checkNotExported(array) }
            try m.replace(array, 0, array.count, buffer.baseAddress, buffer.count)
            return
        }
        if source.isKind(.memoryView) {
            let bytes = Bytes(try MemoryView(source).toBytes(m))
            try m.replace(array, 0, array.count, bytes.bytes, bytes.count)
            return
        }
        if m.isIndexable(source), let count = try BytesMethods.sizeIfInt(m, source) {
            if count < 0 { throw m.raise(.valueError, "negative count") }
            if count > 0 { try m.checkNotExported(array) }
            try m.resize(array, count)
            clearBytes(array.bytes, count)
            return
        }
        guard m.lookupSpecial(source, .__iter__).isBound || m.lookupSpecial(source, .__getitem__).isBound else {
            throw m.raise(.typeError, "cannot convert '\(m.typeName(source))' object to bytearray")
        }
        try m.iterate(source) { (item) throws(Raise) -> Bool in
            try append(m, array, try BytesMethods.byte(m, item))
            return true
        }
    }

    private static func append(_ m: Machine, _ array: ByteArray, _ byte: UInt8) throws(Raise) {
        let count = array.count
        try m.checkNotExported(array)
        try m.resize(array, count + 1)
        array.bytes[count] = byte
    }

    // MARK: Adding and removing

    static func append(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let byte = try BytesMethods.byte(m, a[1])
        try m.checkNotExported(ByteArray(a[0]))
        try append(m, ByteArray(a[0]), byte)
        return .none
    }

    static func extend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        if m.byteBuffer(a[1]) != nil {
            try extend(m, array, a[1], a)
            return .none
        }
        if a[1].isKind(.string), Str(a[1]).count > 0 {
            throw m.raise(.typeError, "expected iterable of integers; got: 'str'")
        }
        if a[1].isKind(.memoryView) { throw m.raise(.typeError, "can't set bytearray slice from memoryview") }
        guard m.lookupSpecial(a[1], .__iter__).isBound || m.isSequence(a[1]) else {
            throw m.raise(.typeError, "can't extend bytearray with \(m.typeName(a[1]))")
        }
        let part = try m.makeByteArray(count: 0)
        try m.iterate(a[1]) { (item) throws(Raise) -> Bool in
            try append(m, part, try BytesMethods.byte(m, item))
            return true
        }
        try extend(m, array, part.value, a)
        return .none
    }

    private static func extend(
        _ m: Machine, _ array: ByteArray, _ source: Value, _ a: Arguments
    ) throws(Raise) {
        if m.byteBuffer(source)?.count == 0 { return }
        try m.checkNotExported(array)
        let part = try BytesMethods.buffer(m, source)
        try m.replace(array, array.count, array.count, part.baseAddress, part.count)
    }

    static func insert(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        var index = try m.sizeArgument(a[1])
        var byte = try BytesMethods.byte(m, a[2])
        try m.checkNotExported(array)
        if index < 0 { index = max(0, index &+ array.count) }
        index = min(index, array.count)
        try m.replace(array, index, index, &byte, 1)
        return .none
    }

    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        var index = a.count > 1 ? try m.sizeArgument(a[1]) : -1
        if array.count == 0 { throw m.raise(.indexError, "pop from empty bytearray") }
        if index < 0 { index &+= array.count }
        guard index >= 0, index < array.count else { throw m.raise(.indexError, "pop index out of range") }
        try m.checkNotExported(array)
        let byte = array.bytes[index]
        try m.replace(array, index, index + 1, nil, 0)
        return Value(small: Int(byte))
    }

    static func remove(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let byte = try BytesMethods.byte(m, a[1])
        let array = ByteArray(a[0])
        guard let index = array.buffer.firstIndex(of: byte) else {
            throw m.raise(.valueError, "value not found in bytearray")
        }
        try m.checkNotExported(array)
        try m.replace(array, index, index + 1, nil, 0)
        return .none
    }

    static func clear(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if ByteArray(a[0]).count == 0 { return .none }
        try m.checkNotExported(ByteArray(a[0]))
        try m.resize(ByteArray(a[0]), 0)
        return .none
    }

    static func reverse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        var bytes = UnsafeMutableBufferPointer(start: array.bytes, count: array.count)
        bytes.reverse()
        return .none
    }

    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.byteString(ByteArray(a[0]).buffer, like: a[0])
    }

    // MARK: Operators

    static func addInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.byteBuffer(a[1]) != nil else {
            throw m.raise(.typeError, "can't concat \(m.typeName(a[1])) to \(m.typeName(a[0]))")
        }
        // While it is read it is exported: CPython refuses to make it longer then.
        if a[1] == a[0], ByteArray(a[0]).count > 0 { throw m.raiseExported(ByteArray(a[0])) }
        try extend(m, ByteArray(a[0]), a[1], a)
        return a[0]
    }

    static func multiplyInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = try m.repetitions(a[1])
        let array = ByteArray(a[0])
        let old = array.count
        let (count, overflow) = old.multipliedReportingOverflow(by: times)
        if overflow { throw m.raiseMemoryError() }
        if count == old { return a[0] }
        try m.checkNotExported(array)
        try m.resize(array, count)
        var done = old
        while done < count {
            let part = min(done, count - done)
            memcpy(array.bytes + done, array.bytes, part)
            done += part
        }
        return a[0]
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        // Unlike bytes, bytearray escapes every single quote.
        let text = m.bytesRepr(ByteArray(a[0]).buffer, escapesSingle: true)
        var builder = StringBuilder()
        builder.append(m.typeName(a[0]))
        builder.append("(")
        builder.append(text)
        builder.append(")")
        return builder.finish(m)
    }

    static func sizeof(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(57 + ByteArray(a[0]).count) }
    static func allocated(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(ByteArray(a[0]).count == 0 ? 0 : ByteArray(a[0]).count + 1)
    }

    // MARK: Pickling

    private static func attributes(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        try m.callMethodNamed(value, "__getstate__")
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        if array.count == 0 { return m.tuple(m.typeOf(a[0]).value, m.tuple(), try attributes(m, a[0])) }
        let text = m.string(units: array.bytes, count: array.count)
        return m.tuple(
            m.typeOf(a[0]).value, m.tuple(text, m.string("latin-1")), try attributes(m, a[0]))
    }

    static func reduceWithProtocol(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let version = a.count > 1 ? try m.sizeArgument(a[1]) : 0
        if version < 3 { return try reduce(m, a) }
        if ByteArray(a[0]).count == 0 { return try reduce(m, a) }
        return m.tuple(
            m.typeOf(a[0]).value, m.tuple(m.bytes(ByteArray(a[0]).buffer)), try attributes(m, a[0]))
    }

    // MARK: Iteration

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.indexIterator(m.type(.bytearrayIterator), over: a[0])
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let array = ByteArray(record[0])
        let index = record[1].smallInt
        guard index < array.count else {
            record[0] = .unbound
            return .unbound
        }
        record[1] = Value(small: index &+ 1)
        return Value(small: Int(array.bytes[index]))
    }

    static func iteratorLengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        return m.int(record[0].isBound ? max(0, ByteArray(record[0]).count - record[1].smallInt) : 0)
    }
}
