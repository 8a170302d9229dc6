#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `array`: rows of numbers in the machine's own formats. An array has the layout of a bytearray with the
/// type code in `header.aux`; counts of bytes are in the layout, counts of items in the methods.
enum ArrayModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let type = m.makeNativeType(
            "array", module: "array", kind: .byteArray, flags: [.subclassable, .matchesSequence])
        let iterator = m.makeNativeType(
            "arrayiterator", module: "array", recordSize: 2, flags: .disallowInstantiation)
        m.runtime.pointee.arrayType = type
        m.defineIterator(
            iterator, next: ArrayMethods.next,
            methods: [
                Native("__reduce__", .none, BytesMethods.iteratorReduce),
                Native("__setstate__", .one) { (m: Machine, a: Arguments) throws(Raise) in
                    let record = Record(a[0])
                    let index = try m.sizeArgument(a[1])
                    if record[0].isBound { record[1] = m.int(min(max(0, index), ArrayMethods.itemCount(record[0]))) }
                    return .none
                },
            ])
        m.define(
            type, doc: "array(typecode [, initializer]) -> array\n\nA row of numbers or characters of one kind.",
            methods: operators(iterator) + methods + m.comparisons(ArrayMethods.compare),
            properties: [
                NativeProperty(
                    "typecode",
                    get: { (m: Machine, v: Value) throws(Raise) -> Value in
                        m.character(UInt32(ByteArray(v).typeCode))
                    }),
                NativeProperty(
                    "itemsize",
                    get: { (m: Machine, v: Value) throws(Raise) -> Value in m.int(ArrayMethods.itemSize(v)) }),
            ])
        module.doc("Rows of numbers in the machine's own formats.")
        module.add("array", type.value)
        module.add("ArrayType", type.value)
        module.add("typecodes", m.string("bBuwhHiIlLqQfd"))
        module.add([
            Native("_array_reconstructor", .positional(4, 4), style: .function, ArrayMethods.reconstruct)
        ])
        let classes = try m.importModule("_collections_abc")
        let sequence = try m.getAttribute(classes, m.intern("MutableSequence"))
        _ = try m.callMethodNamed(sequence, "register", type.value)
    }

    private static func operators(_ iterator: TypeRef) -> [Native] {
        [
            Native("__new__", .any, style: .new, ArrayMethods.new),
            Native("__len__", .none, style: .slot, ArrayMethods.length),
            Native("__getitem__", .one, style: .slot, ArrayMethods.getItem),
            Native("__setitem__", .positional(2, 2), style: .slot, ArrayMethods.setItem),
            Native("__delitem__", .one, style: .slot, ArrayMethods.deleteItem),
            Native("__contains__", .one, style: .slot, ArrayMethods.contains),
            Native("__iter__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.indexIterator(iterator, over: a[0])
            },
            Native("__add__", .one, style: .slot, ArrayMethods.add),
            Native("__iadd__", .one, style: .slot, ArrayMethods.addInPlace),
            Native("__mul__", .positional(1, 1), style: .slot, ArrayMethods.multiply),
            Native("__rmul__", .positional(1, 1), style: .slot, ArrayMethods.multiply),
            Native("__imul__", .positional(1, 1), style: .slot, ArrayMethods.multiplyInPlace),
            Native("__repr__", .none, style: .slot, ArrayMethods.repr),
            Native("__buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.bufferOf),
            Native("__release_buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.releaseBufferOf),
            Native("__class_getitem__", .one, style: .classMethod) { (m: Machine, a: Arguments) throws(Raise) in
                try m.genericAlias(a[0], a[1])
            },
            Native("__copy__", .none, ArrayMethods.copy),
            Native("__deepcopy__", .one, ArrayMethods.copy),
            Native("__reduce_ex__", .one, ArrayMethods.reduce),
            Native("__sizeof__", .none) { (m: Machine, a: Arguments) throws(Raise) in
                m.int(64 + ByteArray(a[0]).count)
            },
        ]
    }

    private static var methods: [Native] {
        [
            Native("append", .one, ArrayMethods.append),
            Native("buffer_info", .none, ArrayMethods.bufferInfo),
            Native("byteswap", .none, ArrayMethods.byteswap),
            Native("clear", .none, ArrayMethods.clear),
            Native("count", .one, ArrayMethods.count),
            Native("extend", .signature("bb, /"), ArrayMethods.extend),
            Native("frombytes", .one, ArrayMethods.fromBytes).takingBuffers(),
            Native("fromfile", .signature("f, n, /"), ArrayMethods.fromFile),
            Native("fromlist", .one, ArrayMethods.fromList),
            Native("fromunicode", .one, ArrayMethods.fromUnicode),
            Native("index", .positional(1, 3), ArrayMethods.index),
            Native("insert", .positional(2, 2), ArrayMethods.insert),
            Native("pop", .positional(0, 1), ArrayMethods.pop),
            Native("remove", .one, ArrayMethods.remove),
            Native("reverse", .none, ArrayMethods.reverse),
            Native("tobytes", .none, ArrayMethods.toBytes),
            Native("tofile", .signature("f, /"), ArrayMethods.toFile),
            Native("tolist", .none, ArrayMethods.toList),
            Native("tounicode", .none, ArrayMethods.toUnicode),
        ]
    }
}

/// The methods of `array.array`: construction, items as values, and what works on whole arrays.
enum ArrayMethods {
    // MARK: Items

    static func itemSize(_ code: UInt8) -> Int { isText(code) ? 4 : ItemFormat.nativeSize(code) ?? 1 }
    static func itemSize(_ value: Value) -> Int { itemSize(ByteArray(value).typeCode) }
    static func itemCount(_ value: Value) -> Int { ByteArray(value).count / itemSize(value) }

    /// Whether the items are characters.
    static func isText(_ code: UInt8) -> Bool { code == UInt8(ascii: "u") || code == UInt8(ascii: "w") }

    /// The format that a memoryview of such an array has.
    static func exportedFormat(_ code: UInt8) -> UInt8 { isText(code) ? UInt8(ascii: "w") : code }

    static func isArray(_ value: Value) -> Bool { value.isKind(.byteArray) && ByteArray(value).typeCode != 0 }

    /// A new array of uninitialised items.
    static func make(_ m: Machine, _ code: UInt8, bytes: Int, type: TypeRef? = nil) throws(Raise) -> ByteArray {
        let array = try m.makeByteArray(count: bytes, type: type ?? m.runtime.pointee.arrayType)
        array.pointer.pointee.header.aux = UInt32(code)
        return array
    }

    /// The value of the item at an index that is in range.
    static func item(_ m: Machine, _ array: ByteArray, _ index: Int) throws(Raise) -> Value {
        let code = array.typeCode
        let size = itemSize(code)
        let place = array.bytes + index * size
        if isText(code) {
            let character = UInt32(truncatingIfNeeded: ItemFormat.bits(place, size: 4, isLittle: true))
            guard character < 0x110000 else {
                throw m.raise(
                    .valueError,
                    "character U+\(String(character, radix: 16)) is not in range [U+0000; U+10ffff]")
            }
            return m.character(character)
        }
        return ItemFormat.read(m, place, ItemFormat.kind(code) ?? .unsigned, size: size)
    }

    /// The bits of a value as an item of the array; may run script code.
    static func bits(_ m: Machine, _ code: UInt8, _ value: Value) throws(Raise) -> UInt64 {
        if isText(code) {
            guard value.isKind(.string), Str(value).count == 1 else {
                throw m.raise(.typeError, "array item must be unicode character")
            }
            return UInt64(Str(value)[0])
        }
        if code == UInt8(ascii: "d") || code == UInt8(ascii: "f") {
            let number = try m.floatArgument(value)
            return code == UInt8(ascii: "d") ? number.bitPattern : UInt64(Float(number).bitPattern)
        }
        let isSigned = ItemFormat.kind(code) == .signed
        let number = try m.index(value)
        if let bits = ItemFormat.integerBits(m, number, size: itemSize(code), isSigned: isSigned) { return bits }
        if m.intValue(number) == nil, itemSize(code) < 4 || code == UInt8(ascii: "i") {
            throw m.raise(.overflowError, "Python int too large to convert to C long")
        }
        throw m.raise(.overflowError, rangeText(m, code, number))
    }

    private static func rangeText(_ m: Machine, _ code: UInt8, _ number: Value) -> String {
        let isNegative = m.isNegative(number)
        let name: String
        switch Unicode.Scalar(code) {
        // CPython reads these two as larger numbers first.
        case "b" where ItemFormat.integerBits(m, number, size: 2, isSigned: true) == nil: name = "signed short integer"
        case "H" where ItemFormat.integerBits(m, number, size: 4, isSigned: true) == nil: name = "signed integer"
        case "b": name = "signed char"
        case "B": name = "unsigned byte integer"
        case "h": name = "signed short integer"
        case "H": name = "unsigned short"
        case "i": name = "signed integer"
        case "I", "L":
            if isNegative { return "can't convert negative value to unsigned int" }
            let fits = ItemFormat.integerBits(m, number, size: 8, isSigned: false) != nil
            if !fits { return "Python int too large to convert to C unsigned long" }
            name = "unsigned int"
        case "l": return "Python int too large to convert to C long"
        case "Q": return isNegative ? "can't convert negative int to unsigned" : "int too big to convert"
        default: return "int too big to convert"
        }
        return "\(name) is \(isNegative ? "less than minimum" : "greater than maximum")"
    }

    static func store(_ bits: UInt64, _ array: ByteArray, at index: Int) {
        let size = itemSize(array.typeCode)
        ItemFormat.store(bits, array.bytes + index * size, size: size, isLittle: true)
    }

    /// Adds an item at the end.
    static func append(_ m: Machine, _ array: ByteArray, _ value: Value, _ a: Arguments) throws(Raise) {
        let bits = try bits(m, array.typeCode, value)
        try m.checkNotExported(array)
        let count = itemCount(array.value)
        try m.resize(array, array.count + itemSize(array.typeCode))
        store(bits, array, at: count)
    }

    // MARK: Construction

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0, m.lookup(TypeRef(a[0]), .__init__) == m.lookup(m.type(.object), .__init__) {
            throw m.raise(.typeError, "array.array() takes no keyword arguments")
        }
        guard a.count > 1 else { throw m.raise(.typeError, "array() takes at least 1 argument (0 given)") }
        guard a.count < 4 else {
            throw m.raise(.typeError, "array() takes at most 2 arguments (\(a.count - 1) given)")
        }
        guard a[1].isKind(.string), Str(a[1]).count == 1 else {
            throw m.raise(
                .typeError, "array() argument 1 must be a unicode character, not \(m.shortTypeName(a[1]))")
        }
        let letter = Str(a[1])[0]
        let code = UInt8(truncatingIfNeeded: letter)
        let initializer = a.optional(2)
        guard letter < 0x80, isTypeCode(code) else {
            if initializer.isBound {
                try checkInitializer(m, initializer, a[1])
                _ = try m.iterator(of: initializer)
            }
            throw m.raise(
                .valueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        }
        if code == UInt8(ascii: "u") {
            try m.warn(
                .deprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16")
        }
        if initializer.isBound, !isText(code) { try checkInitializer(m, initializer, a[1]) }
        let array = try make(m, code, bytes: 0, type: TypeRef(a[0]))
        guard initializer.isBound else { return array.value }
        if initializer.isKind(.string) {
            try appendText(m, array, Str(initializer))
        } else if initializer.isKind(.bytes) || m.isByteArray(initializer) {
            try appendBytes(m, array, initializer)
        } else {
            try extend(m, array, initializer, a)
        }
        return array.value
    }

    /// Refuses what can't be the items of an array of numbers.
    private static func checkInitializer(_ m: Machine, _ initializer: Value, _ code: Value) throws(Raise) {
        let letter = m.swiftString(code)
        if initializer.isKind(.string) {
            throw m.raise(.typeError, "cannot use a str to initialize an array with typecode '\(letter)'")
        }
        if isArray(initializer), isText(ByteArray(initializer).typeCode) {
            throw m.raise(.typeError, "cannot use a unicode array to initialize an array with typecode '\(letter)'")
        }
    }

    static func isTypeCode(_ code: UInt8) -> Bool {
        switch Unicode.Scalar(code) {
        case "b", "B", "u", "w", "h", "H", "i", "I", "l", "L", "q", "Q", "f", "d": true
        default: false
        }
    }

    static func appendText(_ m: Machine, _ array: ByteArray, _ text: Str) throws(Raise) {
        let count = itemCount(array.value)
        try m.resize(array, array.count + text.count * 4)
        for index in 0..<text.count { store(UInt64(text[index]), array, at: count + index) }
    }

    static func appendBytes(_ m: Machine, _ array: ByteArray, _ source: Value) throws(Raise) {
        let part = try BytesMethods.buffer(m, source)
        if part.count % itemSize(array.typeCode) != 0 {
            throw m.raise(.valueError, "bytes length not a multiple of item size")
        }
        try m.replace(array, array.count, array.count, part.baseAddress, part.count)
    }

    static func extend(_ m: Machine, _ array: ByteArray, _ source: Value, _ a: Arguments) throws(Raise) {
        if isArray(source), ByteArray(source).typeCode == array.typeCode {
            let part = ByteArray(source)
            if part.count > 0 { try m.checkNotExported(array) }
            return try m.replace(array, array.count, array.count, part.bytes, part.count)
        }
        try m.iterate(source) { (item) throws(Raise) -> Bool in
            try append(m, array, item, a)
            return true
        }
    }

    // MARK: Whole arrays

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(itemCount(a[0])) }

    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        let result = try make(m, array.typeCode, bytes: array.count)
        memcpy(result.bytes, array.bytes, array.count)
        return result.value
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(m.typeName(m.typeOf(a[0])))
        builder.append("('")
        builder.append(codePoint: UInt32(array.typeCode))
        builder.append("'")
        if array.count > 0 {
            builder.append(", ")
            builder.append(try m.repr(isText(array.typeCode) ? try toUnicode(m, a) : try toList(m, a)))
        }
        builder.append(")")
        return builder.finish(m)
    }

    static func toList(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list(capacity: itemCount(a[0]))
        for index in 0..<itemCount(a[0]) { list.append(m, try item(m, ByteArray(a[0]), index)) }
        return list.value
    }

    static func toBytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.bytes(ByteArray(a[0]).buffer) }

    static func toUnicode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard isText(ByteArray(a[0]).typeCode) else {
            throw m.raise(
                .valueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')")
        }
        var builder = StringBuilder()
        defer { builder.discard() }
        for index in 0..<itemCount(a[0]) { builder.append(Str(try item(m, ByteArray(a[0]), index))) }
        return builder.finish(m)
    }

    static func bufferInfo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.int(Int(bitPattern: ByteArray(a[0]).bytes)), m.int(itemCount(a[0])))
    }

    static func byteswap(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let array = ByteArray(a[0])
        let size = itemSize(a[0])
        var start = 0
        while start < array.count {
            var bytes = UnsafeMutableBufferPointer(start: array.bytes + start, count: size)
            bytes.reverse()
            start += size
        }
        return .none
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard isArray(a[1]) else { return .notImplemented }
        let (x, y) = (ByteArray(a[0]), ByteArray(a[1]))
        if op == .equal || op == .notEqual, itemCount(a[0]) != itemCount(a[1]) { return Value(op == .notEqual) }
        var index = 0
        while index < itemCount(a[0]), index < itemCount(a[1]) {
            let left = try item(m, x, index)
            let right = try item(m, y, index)
            let isEqual = left.isDouble && right.isDouble ? left.double == right.double : try m.equals(left, right)
            if !isEqual {
                if op == .equal || op == .notEqual { return Value(op == .notEqual) }
                return try m.compare(op, left, right)
            }
            index += 1
        }
        return Value(op.holds(itemCount(a[0]), itemCount(a[1])))
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let index = record[1].smallInt
        guard index < itemCount(record[0]) else {
            record[0] = .unbound
            return .unbound
        }
        record[1] = Value(small: index &+ 1)
        return try item(m, ByteArray(record[0]), index)
    }
}
