#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `struct`: values to and from packed binary data.
enum StructModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Functions to convert between Python values and packed binary data.")
        let error = m.makeNativeType(
            "error", module: "struct", kind: .exception, base: .exception,
            flags: [.subclassable, .exception, .hasAttributes])
        m.runtime.pointee.structError = error
        let type = m.makeNativeType("Struct", module: "_struct", recordSize: 3)
        m.runtime.pointee.structType = type
        let iterator = m.makeNativeType(
            "unpack_iterator", module: "_struct", recordSize: 3, flags: .disallowInstantiation)
        m.runtime.pointee.structIterator = iterator
        m.define(
            type, doc: "Struct(fmt) --> a format that was parsed once",
            methods: [
                Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) in
                    m.allocateInstance(of: TypeRef(a[0]))
                },
                Native("__init__", .signature("format"), style: .slot, initializeStruct),
                Native("__repr__", .none, style: .slot, repr),
                Native("__sizeof__", .none) { (m: Machine, a: Arguments) throws(Raise) in m.int(120) },
                Native("pack", .any, packMethod),
                Native("pack_into", .any, packIntoMethod),
                Native("unpack", .one, unpackMethod).takingBuffers(),
                Native("unpack_from", .signature("buffer, offset=0"), unpackFromMethod).takingBuffers(),
                Native("iter_unpack", .one, iterUnpackMethod).takingBuffers(),
            ],
            properties: [
                NativeProperty(
                    "format",
                    get: { (m: Machine, s: Value) throws(Raise) -> Value in
                        Record(s)[0].isBound ? Record(s)[0] : .none
                    }),
                NativeProperty(
                    "size",
                    get: { (m: Machine, s: Value) throws(Raise) -> Value in
                        Record(s)[1].isBound ? Record(s)[1] : Value(small: -1)
                    }),
            ])
        m.defineIterator(
            iterator, next: next,
            methods: [
                Native("__length_hint__", .none) { (m: Machine, a: Arguments) throws(Raise) in
                    let record = Record(a[0])
                    guard record[1].isBound, let buffer = m.byteBuffer(record[1]) else { return Value(small: 0) }
                    return m.int((buffer.count - record[2].smallInt) / max(1, format(record[0]).size))
                }
            ])
        module.add("error", error.value)
        module.add("Struct", type.value)
        module.add([
            Native("calcsize", .one, style: .function, calcSize),
            Native("pack", .any, style: .function, pack),
            Native("pack_into", .any, style: .function, packInto),
            Native("unpack", .positional(2, 2), style: .function, unpack).takingBuffers(),
            Native("unpack_from", .signature("format, /, buffer, offset=0"), style: .function, unpackFrom)
                .takingBuffers(),
            Native("iter_unpack", .positional(2, 2), style: .function, iterUnpack).takingBuffers(),
            Native("_clearcache", .none, style: .function) { (_: Machine, _: Arguments) throws(Raise) in .none },
        ])
    }

    /// `struct.error`.
    static func error(_ m: Machine, _ message: String) -> Raise {
        guard let type = m.runtime.pointee.structError else { return m.raise(.valueError, message) }
        return m.raise(type, message)
    }

    // MARK: Formats

    /// Parses a format given as str or bytes.
    private static func parse(_ m: Machine, _ value: Value) throws(Raise) -> StructFormat {
        let text: Value
        if value.isKind(.string) {
            text = try m.encode(Str(value), .ascii, "strict")
        } else if value.isKind(.bytes) {
            text = value
        } else {
            throw m.raise(
                .typeError, "Struct() argument 1 must be a str or bytes object, not \(m.typeName(value))")
        }
        do {
            return try StructFormat(Bytes(text).buffer)
        } catch {
            throw StructModule.error(m, error.message.description)
        }
    }

    /// The parsed format in a box.
    private static func format(_ box: Value) -> StructFormat {
        unsafeDowncast(box.layout(BoxLayout.self).pointee.object.takeUnretainedValue(), to: StructFormat.self)
    }

    /// The parsed format of a Struct; an object whose `__init__` was not called has none.
    private static func receiver(_ m: Machine, _ value: Value) throws(Raise) -> StructFormat {
        let box = Record(value)[2]
        if box.isBound { return format(box) }
        throw m.raise(.runtimeError, "Struct object is not initialized")
    }

    private static func initializeStruct(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let format = try parse(m, a[1])
        let record = Record(a[0])
        record[0] = a[1].isKind(.bytes) ? m.string(ascii: Bytes(a[1]).buffer) : a[1]
        record[1] = m.int(format.size)
        record[2] = m.box(format, type: m.type(.box))
        return .none
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(m.typeName(m.typeOf(a[0])))
        builder.append("(")
        builder.append(try m.repr(Record(a[0])[0]))
        builder.append(")")
        return builder.finish(m)
    }

    private static func calcSize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try parse(m, a[0]).size)
    }

    // MARK: Packing

    private static func refuseKeywords(_ m: Machine, _ a: Arguments, _ name: String) throws(Raise) {
        if a.keywordCount > 0 { throw m.raise(.typeError, "\(name)() takes no keyword arguments") }
    }

    private static func packed(
        _ m: Machine, _ format: StructFormat, _ values: UnsafeMutablePointer<Value>, _ count: Int,
        _ name: StaticString
    ) throws(Raise) -> Bytes {
        if count != format.valueCount {
            throw error(m, "\(name) expected \(format.valueCount) items for packing (got \(count))")
        }
        let result = try m.makeBytesChecked(count: format.size)
        clearBytes(result.bytes, format.size)
        try format.pack(m, values, result.bytes)
        return result
    }

    private static func pack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseKeywords(m, a, "_struct.pack")
        if a.count == 0 { throw m.raise(.typeError, "missing format argument") }
        return try packed(m, try parse(m, a[0]), a.base + 1, a.count - 1, "pack").value
    }

    private static func packMethod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseKeywords(m, a, "Struct.pack")
        return try packed(m, try receiver(m, a[0]), a.base + 1, a.count - 1, "pack").value
    }

    private static func packInto(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseKeywords(m, a, "_struct.pack_into")
        if a.count == 0 { throw m.raise(.typeError, "missing format argument") }
        return try packInto(m, try parse(m, a[0]), a)
    }

    private static func packIntoMethod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseKeywords(m, a, "Struct.pack_into")
        return try packInto(m, try receiver(m, a[0]), a)
    }

    private static func packInto(_ m: Machine, _ format: StructFormat, _ a: Arguments) throws(Raise) -> Value {
        let count = a.count - 3
        if a.count == 1 { throw error(m, "pack_into expected buffer argument") }
        if a.count == 2 { throw error(m, "pack_into expected offset argument") }
        if count != format.valueCount {
            throw error(m, "pack_into expected \(format.valueCount) items for packing (got \(count))")
        }
        let isWritable = a[1].isKind(.byteArray) || a[1].isKind(.memoryView) && !MemoryView(a[1]).isReadOnly
        guard isWritable, m.byteBuffer(a[1]) != nil else {
            throw m.raise(
                .typeError, "argument must be read-write bytes-like object, not \(m.shortTypeName(a[1]))")
        }
        var offset = try m.indexInt(a[2])
        func check() throws(Raise) -> UnsafeBufferPointer<UInt8> {
            let buffer = try BytesMethods.buffer(m, a[1])
            if offset < 0 {
                if offset &+ format.size > 0 {
                    throw error(m, "no space to pack \(format.size) bytes at offset \(offset)")
                }
                if offset &+ buffer.count < 0 {
                    throw error(m, "offset \(offset) out of range for \(buffer.count)-byte buffer")
                }
                offset += buffer.count
            }
            if buffer.count - offset < format.size {
                throw error(
                    m,
                    "pack_into requires a buffer of at least \(UInt(bitPattern: format.size &+ offset)) bytes "
                        + "for packing \(format.size) bytes at offset \(offset) (actual buffer size is \(buffer.count))"
                )
            }
            return buffer
        }
        _ = try check()
        let bytes = try packed(m, format, a.base + 3, count, "pack_into")
        let buffer = try check()
        if let base = buffer.baseAddress {
            memcpy(UnsafeMutablePointer(mutating: base) + offset, bytes.bytes, format.size)
        }
        return .none
    }

    // MARK: Unpacking

    private static func unpack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try unpacked(m, try parse(m, a[0]), a[1])
    }
    private static func unpackMethod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try unpacked(m, try receiver(m, a[0]), a[1])
    }

    private static func unpacked(_ m: Machine, _ format: StructFormat, _ data: Value) throws(Raise) -> Value {
        let buffer = try BytesMethods.buffer(m, data)
        guard buffer.count == format.size else {
            throw error(m, "unpack requires a buffer of \(format.size) bytes")
        }
        return format.unpack(m, buffer.baseAddress ?? UnsafePointer(ByteString.nothing))
    }

    private static func unpackFrom(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try unpackedFrom(m, try parse(m, a[0]), a[1], a[2])
    }
    private static func unpackFromMethod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try unpackedFrom(m, try receiver(m, a[0]), a[1], a[2])
    }

    private static func unpackedFrom(
        _ m: Machine, _ format: StructFormat, _ data: Value, _ start: Value
    ) throws(Raise) -> Value {
        var offset = start.isUnbound ? 0 : try m.indexInt(start)
        let buffer = try BytesMethods.buffer(m, data)
        if offset < 0 {
            if offset &+ format.size > 0 {
                throw error(m, "not enough data to unpack \(format.size) bytes at offset \(offset)")
            }
            if offset &+ buffer.count < 0 {
                throw error(m, "offset \(offset) out of range for \(buffer.count)-byte buffer")
            }
            offset += buffer.count
        }
        if buffer.count - offset < format.size {
            throw error(
                m,
                "unpack_from requires a buffer of at least \(UInt(bitPattern: format.size &+ offset)) bytes "
                    + "for unpacking \(format.size) bytes at offset \(offset) (actual buffer size is \(buffer.count))")
        }
        return format.unpack(m, (buffer.baseAddress ?? UnsafePointer(ByteString.nothing)) + offset)
    }

    private static func iterUnpack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try iterator(m, m.box(try parse(m, a[0]), type: m.type(.box)), a[1])
    }
    private static func iterUnpackMethod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try receiver(m, a[0])
        return try iterator(m, Record(a[0])[2], a[1])
    }

    private static func iterator(_ m: Machine, _ box: Value, _ data: Value) throws(Raise) -> Value {
        let size = format(box).size
        if size == 0 { throw error(m, "cannot iteratively unpack with a struct of length 0") }
        let buffer = try BytesMethods.buffer(m, data)
        if buffer.count % size != 0 {
            throw error(m, "iterative unpacking requires a buffer of a multiple of \(size) bytes")
        }
        guard let type = m.runtime.pointee.structIterator else { return .none }
        let record = m.record(type, count: 3)
        record[0] = box
        // A view keeps an array from being resized meanwhile.
        record[1] = data.isKind(.bytes) ? data : try m.makeMemoryView(of: data).value
        record[2] = Value(small: 0)
        return record.value
    }

    private static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[1].isBound, let buffer = m.byteBuffer(record[1]), let base = buffer.baseAddress else {
            return .unbound
        }
        let format = format(record[0])
        let position = record[2].smallInt
        guard position + format.size <= buffer.count else {
            record[1] = .unbound
            return .unbound
        }
        record[2] = m.int(position + format.size)
        return format.unpack(m, base + position)
    }
}
