/// The methods of memoryview. See "Memory Views" in the library reference.
enum MemoryViewMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count > 2 || a.count - 1 + a.keywordCount > 1 {
            throw m.raise(
                .typeError, "memoryview() takes at most 1 argument (\(a.count - 1 + a.keywordCount) given)")
        }
        var object = a.optional(1)
        if a.keywordCount == 1, Str(a.keywordName(0)).equals("object") { object = a.keywordValue(0) }
        guard object.isBound else {
            throw m.raise(.typeError, "memoryview() missing required argument 'object' (pos 1)")
        }
        return try m.makeMemoryView(of: object).value
    }

    static func fromFlags(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.makeMemoryView(of: a[1]).value
    }

    /// `__buffer__` of the built-in types.
    static func bufferOf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let flags = try m.sizeArgument(a[1])
        let view = try m.makeMemoryView(of: a[0])
        if flags & 1 == 1, view.isReadOnly {
            throw m.raise(.bufferError, "Object is not writable.")
        }
        return view.value
    }

    static func releaseBufferOf(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.memoryView) else {
            throw m.raise(.typeError, "expected a memoryview object")
        }
        let view = MemoryView(a[1])
        if view.isReleased { throw m.raise(.valueError, "memoryview's buffer has already been released") }
        guard view.pointer.pointee.object == a[0] else {
            throw m.raise(.valueError, "memoryview's buffer is not this object")
        }
        view.release()
        return .none
    }

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        if view.dimensions == 0 { throw m.raise(.typeError, "0-dim memory has no length") }
        return m.int(view.count)
    }

    static func release(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        MemoryView(a[0]).release()
        return .none
    }

    static func enter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try view(m, a[0]).value }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string("<\(MemoryView(a[0]).isReleased ? "released memory" : "memory") at \(m.addressText(a[0]))>")
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        // Once known, it outlives the view's release.
        let known = MemoryView(a[0]).pointer.pointee.hash
        if known.isBound { return known }
        let view = try view(m, a[0])
        if !view.isReadOnly { throw m.raise(.valueError, "cannot hash writable memoryview object") }
        switch Unicode.Scalar(view.format) {
        case "B", "b", "c": break
        default: throw m.raise(.valueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        }
        _ = try m.hash(view.pointer.pointee.object)
        let hash = m.int(try m.hash(try self.view(m, a[0]).toBytes(m)))
        view.pointer.pointee.hash = hash
        return hash
    }

    /// `tobytes(order='C')`
    static func toBytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        var isFortran = false
        if a[1].isBound, !a[1].isNone {
            guard a[1].isKind(.string) else {
                throw m.raise(
                    .typeError, "tobytes() argument 'order' must be str or None, not \(m.typeName(a[1]))")
            }
            let order = Str(a[1])
            _ = try m.plainText(order)
            if order.equals("F") {
                isFortran = true
            } else if order.equals("A") {
                isFortran = !view.isContiguous && view.isFortranContiguous
            } else if !order.equals("C") {
                throw m.raise(.valueError, "order must be 'C', 'F' or 'A'")
            }
        }
        return try view.toBytes(m, isFortran: isFortran)
    }

    static func hex(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let bytes = try view(m, a[0]).toBytes(m)
        return try m.withScratch(3) { (base) throws(Raise) in
            base[0] = bytes
            base[1] = a[1]
            base[2] = a[2]
            return try BytesMethods.hex(m, Arguments(base: base, count: 3))
        }
    }

    static func toReadOnly(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        let copy = m.copy(
            view, offset: view.pointer.pointee.offset, shape: view.shape.value, strides: view.strides.value)
        copy.pointer.pointee.isReadOnly = true
        return copy.value
    }

    // MARK: Casts

    /// `cast(format[, shape])`
    static func cast(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        let format = try m.stringArgument(a[1], "cast", named: "format")
        if format.width > 1 || !format.isASCII { _ = try m.encode(format, encoding: "ascii", errors: "strict") }
        let text = m.swiftString(format.value)
        if a[2].isBound, !a[2].isKind(.list), !a[2].isKind(.tuple) {
            throw m.raise(.typeError, "shape must be a list or a tuple")
        }
        if !view.isContiguous {
            throw m.raise(.typeError, "memoryview: casts are restricted to C-contiguous views")
        }
        let sizes = a[2].isBound ? Tuple(try m.tupleFromIterable(a[2])) : nil
        if a[2].isBound || view.dimensions != 1 {
            for index in 0..<view.dimensions where view.shape[index].smallInt == 0 {
                throw m.raise(.typeError, "memoryview: cannot cast view with zeros in shape or strides")
            }
        }
        if let sizes, sizes.count > 64 {
            throw m.raise(.valueError, "memoryview: number of dimensions must not exceed 64")
        }
        if let sizes, sizes.count != 1, view.dimensions != 1 {
            throw m.raise(.typeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
        }
        guard let (format, hasPrefix) = nativeFormat(text), let size = ItemFormat.nativeSize(format) else {
            throw m.raise(
                .valueError,
                "memoryview: destination format must be a native single character format prefixed with an optional '@'")
        }
        guard ItemFormat.nativeSize(view.format) != nil else {
            throw m.raise(
                .valueError,
                "memoryview: source format must be a native single character format prefixed with an optional '@'")
        }
        if !isByteFormat(view.format), !isByteFormat(format) {
            throw m.raise(.typeError, "memoryview: cannot cast between two non-byte formats")
        }
        let total = view.byteCount
        if total % size != 0 { throw m.raise(.typeError, "memoryview: length is not a multiple of itemsize") }
        var shape = m.tuple(m.int(total / size))
        var strides = m.tuple(m.int(size))
        if let sizes { (shape, strides) = try layout(m, sizes, size: size, total: total) }
        let result = m.makeMemoryView(
            owner: view.pointer.pointee.owner, object: view.pointer.pointee.object,
            offset: view.pointer.pointee.offset, format: format, itemSize: size, shape: shape, strides: strides,
            isReadOnly: view.isReadOnly)
        result.pointer.pointee.hasPrefix = hasPrefix
        return result.value
    }

    private static func nativeFormat(_ text: String) -> (UInt8, Bool)? {
        let units = Array(text.utf8)
        if units.count == 1 { return (units[0], false) }
        if units.count == 2, units[0] == UInt8(ascii: "@") { return (units[1], true) }
        return nil
    }

    private static func isByteFormat(_ format: UInt8) -> Bool {
        format == UInt8(ascii: "B") || format == UInt8(ascii: "b") || format == UInt8(ascii: "c")
    }

    private static func layout(
        _ m: Machine, _ sizes: Tuple, size: Int, total: Int
    ) throws(Raise) -> (shape: Value, strides: Value) {
        let shape = m.makeTuple(count: sizes.count)
        let strides = m.makeTuple(count: sizes.count)
        var product = size
        for index in 0..<sizes.count {
            guard m.isInt(sizes[index]) else {
                throw m.raise(.typeError, "memoryview.cast(): elements of shape must be integers")
            }
            let number = try m.sizeArgument(sizes[index])
            if number <= 0 {
                throw m.raise(.valueError, "memoryview.cast(): elements of shape must be integers > 0")
            }
            let (next, overflow) = product.multipliedReportingOverflow(by: number)
            if overflow || !Value.fitsSmall(next) {
                throw m.raise(.valueError, "memoryview.cast(): product(shape) > SSIZE_MAX")
            }
            product = next
            shape[index] = m.int(number)
        }
        if product != total {
            throw m.raise(.typeError, "memoryview: product(shape) * itemsize != buffer size")
        }
        var stride = size
        var index = sizes.count - 1
        while index >= 0 {
            strides[index] = m.int(stride)
            stride *= shape[index].smallInt
            index -= 1
        }
        return (sizes.count == 0 ? m.tuple() : shape.value, sizes.count == 0 ? m.tuple() : strides.value)
    }
}

extension Machine {
    /// Gives memoryview and its iterator their methods.
    func installMemoryViewType() {
        define(
            .memoryview, doc: "Create a view of the memory of a bytes-like object.",
            methods: [
                Native("__new__", .any, style: .new, MemoryViewMethods.new),
                Native("__len__", .none, style: .slot, MemoryViewMethods.length),
                Native("__getitem__", .one, style: .slot, MemoryViewMethods.getItem),
                Native("__setitem__", .positional(2, 2), style: .slot, MemoryViewMethods.setItem).takingBuffers(),
                Native("__delitem__", .one, style: .slot, MemoryViewMethods.deleteItem),
                Native("__iter__", .none, style: .slot, MemoryViewMethods.iterator),
                Native("__eq__", .one, style: .slot, MemoryViewMethods.equal).takingBuffers(),
                Native("__ne__", .one, style: .slot, MemoryViewMethods.notEqual).takingBuffers(),
                Native("__hash__", .none, style: .slot, MemoryViewMethods.hash),
                Native("__repr__", .none, style: .slot, MemoryViewMethods.repr),
                Native("__buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.bufferOf),
                Native("__release_buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.releaseBufferOf),
                Native("__enter__", .none, MemoryViewMethods.enter),
                Native("__exit__", .positional(0, .max), MemoryViewMethods.release),
                Native("_from_flags", .positional(2, 2), style: .classMethod, MemoryViewMethods.fromFlags),
                Native("release", .none, MemoryViewMethods.release),
                Native("tobytes", .signature("order='C'"), MemoryViewMethods.toBytes),
                Native("tolist", .none, MemoryViewMethods.toList),
                Native("hex", .signature("sep=None, bytes_per_sep=1"), MemoryViewMethods.hex),
                Native("cast", .signature("format, shape=None"), MemoryViewMethods.cast),
                Native("toreadonly", .none, MemoryViewMethods.toReadOnly),
            ]
                + ["__lt__", "__le__", "__gt__", "__ge__"].map { name in
                    Native(name, .one, style: .slot) { (_: Machine, _: Arguments) throws(Raise) in .notImplemented }
                },
            properties: memoryViewProperties)
        defineIterator(.memoryIterator, next: MemoryViewMethods.next)
    }

    private var memoryViewProperties: [NativeProperty] {
        func property(
            _ name: StaticString, _ get: @escaping (Machine, MemoryView) throws(Raise) -> Value
        ) -> NativeProperty {
            NativeProperty(
                name,
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    try get(m, try MemoryViewMethods.view(m, v))
                })
        }
        return [
            property("obj") { (_, v) throws(Raise) in v.pointer.pointee.object },
            property("nbytes") { (m, v) throws(Raise) in m.int(v.byteCount) },
            property("readonly") { (_, v) throws(Raise) in Value(v.isReadOnly) },
            property("itemsize") { (m, v) throws(Raise) in m.int(v.itemSize) },
            property("format") { (m, v) throws(Raise) in m.string(MemoryViewMethods.formatText(v)) },
            property("ndim") { (m, v) throws(Raise) in m.int(v.dimensions) },
            property("shape") { (_, v) throws(Raise) in v.shape.value },
            property("strides") { (_, v) throws(Raise) in v.strides.value },
            property("suboffsets") { (m, _) throws(Raise) in m.tuple() },
            property("c_contiguous") { (_, v) throws(Raise) in Value(v.isContiguous) },
            property("f_contiguous") { (_, v) throws(Raise) in Value(v.isFortranContiguous) },
            property("contiguous") { (_, v) throws(Raise) in Value(v.isContiguous || v.isFortranContiguous) },
        ]
    }
}
