#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Items and slices of memory views.

extension MemoryViewMethods {
    /// The view in the receiver; ValueError if it is released.
    @inline(__always)
    static func view(_ m: Machine, _ value: Value) throws(Raise) -> MemoryView {
        let view = MemoryView(value)
        if view.isReleased { throw m.notBytesLike(value) }
        return view
    }

    static func formatText(_ view: MemoryView) -> String {
        (view.pointer.pointee.hasPrefix ? "@" : "") + String(Character(Unicode.Scalar(view.format)))
    }

    /// The value of an item.
    static func unpack(_ m: Machine, _ view: MemoryView, _ item: UnsafePointer<UInt8>) throws(Raise) -> Value {
        guard let kind = ItemFormat.kind(view.format) else {
            throw m.raise(.notImplementedError, "memoryview: format \(formatText(view)) not supported")
        }
        return ItemFormat.read(m, item, kind, size: view.itemSize)
    }

    /// Stores a value in an item. Converting it may run script code, so the place is asked for afterwards.
    private static func pack(
        _ m: Machine, _ view: MemoryView, _ value: Value, _ place: () throws(Raise) -> UnsafeMutablePointer<UInt8>
    ) throws(Raise) {
        func wrongType() -> Raise {
            m.raise(.typeError, "memoryview: invalid type for format '\(formatText(view))'")
        }
        func wrongValue() -> Raise {
            m.raise(.valueError, "memoryview: invalid value for format '\(formatText(view))'")
        }
        guard let kind = ItemFormat.kind(view.format) else {
            throw m.raise(.notImplementedError, "memoryview: format \(formatText(view)) not supported")
        }
        let bits: UInt64
        switch kind {
        case .character:
            guard value.isKind(.bytes) else { throw wrongType() }
            guard Bytes(value).count == 1 else { throw wrongValue() }
            bits = UInt64(Bytes(value).bytes[0])
        case .bool: bits = try m.truth(value) ? 1 : 0
        case .float:
            guard
                m.isInt(value) || value.isDouble || m.lookupSpecial(value, .__float__).isBound
                    || m.lookupSpecial(value, .__index__).isBound
            else { throw wrongType() }
            let number = try FloatMethods.double(m, value)
            bits =
                view.itemSize == 4
                ? UInt64(Float(number).bitPattern)
                : ItemFormat.floatBits(number, size: view.itemSize) ?? 0
        case .signed, .unsigned:
            guard m.isIndexable(value) else { throw wrongType() }
            let number = try m.index(value)
            guard let word = ItemFormat.integerBits(m, number, size: view.itemSize, isSigned: kind == .signed) else {
                throw wrongValue()
            }
            bits = word
        }
        let item = try place()
        ItemFormat.store(bits, item, size: view.itemSize, isLittle: true)
    }

    // MARK: Finding items

    /// Where the item at an index of the first dimension begins.
    private static func item(
        _ m: Machine, _ view: MemoryView, _ key: Value
    ) throws(Raise) -> UnsafeMutablePointer<UInt8> {
        let position = try m.indexInt(key)
        _ = try self.view(m, view.value)
        return try item(m, view, position, dimension: 0, start: view.start)
    }

    private static func item(
        _ m: Machine, _ view: MemoryView, _ position: Int, dimension: Int, start: UnsafeMutablePointer<UInt8>
    ) throws(Raise) -> UnsafeMutablePointer<UInt8> {
        let count = view.shape[dimension].smallInt
        let index = position < 0 ? position &+ count : position
        guard index >= 0, index < count else {
            throw m.raise(.indexError, "index out of bounds on dimension \(dimension + 1)")
        }
        return start + index * view.strides[dimension].smallInt
    }

    /// Where the item that a tuple of indices names begins.
    private static func item(
        _ m: Machine, _ view: MemoryView, indices: Tuple
    ) throws(Raise) -> UnsafeMutablePointer<UInt8> {
        if indices.count > view.dimensions {
            throw m.raise(
                .typeError, "cannot index \(view.dimensions)-dimension view with \(indices.count)-element tuple")
        }
        if indices.count < view.dimensions {
            throw m.raise(.notImplementedError, "sub-views are not implemented")
        }
        // Conversions may release the view, so that the memory is looked at behind them.
        var positions: [Int] = []
        for dimension in 0..<indices.count { positions.append(try m.indexInt(indices[dimension])) }
        _ = try self.view(m, view.value)
        var item = view.start
        for dimension in 0..<indices.count {
            item = try self.item(m, view, positions[dimension], dimension: dimension, start: item)
        }
        return item
    }

    private static func isIndexTuple(_ m: Machine, _ key: Value) -> Bool {
        guard key.isKind(.tuple) else { return false }
        let tuple = Tuple(key)
        for index in 0..<tuple.count where !m.isIndexable(tuple[index]) { return false }
        return true
    }

    private static func isSliceTuple(_ m: Machine, _ key: Value) -> Bool {
        guard key.isKind(.tuple), Tuple(key).count > 0 else { return false }
        let tuple = Tuple(key)
        for index in 0..<tuple.count where !m.isSlice(tuple[index]) { return false }
        return true
    }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        let key = a[1]
        if view.dimensions == 0 {
            if key.isKind(.tuple), Tuple(key).count == 0 { return try unpack(m, view, view.start) }
            if key == .ellipsis { return a[0] }
            throw m.raise(.typeError, "invalid indexing of 0-dim memory")
        }
        if m.isIndexable(key) {
            guard view.dimensions == 1 else {
                _ = try m.indexInt(key)
                throw m.raise(.notImplementedError, "multi-dimensional sub-views are not implemented")
            }
            let item = try item(m, view, key)
            return try unpack(m, view, item)
        }
        if m.isSlice(key) { return try slice(m, view, key).value }
        if isIndexTuple(m, key) {
            let item = try item(m, view, indices: Tuple(key))
            return try unpack(m, view, item)
        }
        if isSliceTuple(m, key) {
            throw m.raise(.notImplementedError, "multi-dimensional slicing is not implemented")
        }
        throw m.raise(.typeError, "memoryview: invalid slice key")
    }

    /// A view of the part that a slice selects in the first dimension. Its bounds may run script code that releases the
    /// view; the memory is held until then.
    private static func slice(_ m: Machine, _ view: MemoryView, _ key: Value) throws(Raise) -> MemoryView {
        let layout = view.pointer.pointee
        let array = layout.owner.isKind(.byteArray) ? ByteArray(layout.owner) : nil
        array?.pointer.pointee.exports += 1
        defer { array?.pointer.pointee.exports -= 1 }
        let selection = try m.sliceIndices(key, length: { view.count })
        let shape = m.makeTuple(count: view.dimensions)
        let strides = m.makeTuple(count: view.dimensions)
        for index in 0..<view.dimensions {
            shape[index] = view.shape[index]
            strides[index] = view.strides[index]
        }
        shape[0] = m.int(selection.count)
        let (stride, overflow) = view.stride.multipliedReportingOverflow(by: selection.step)
        strides[0] = m.int(overflow || !Value.fitsSmall(stride) ? view.stride : stride)
        let result = m.makeMemoryView(
            owner: layout.owner, object: layout.object,
            offset: layout.offset + (selection.count == 0 ? 0 : selection.start * view.stride), format: layout.format,
            itemSize: layout.itemSize, shape: shape.value, strides: strides.value, isReadOnly: layout.isReadOnly)
        result.pointer.pointee.hasPrefix = layout.hasPrefix
        return result
    }

    static func setItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        let key = a[1]
        if view.isReadOnly { throw m.raise(.typeError, "cannot modify read-only memory") }
        if view.dimensions == 0 {
            guard key == .ellipsis || key.isKind(.tuple) && Tuple(key).count == 0 else {
                throw m.raise(.typeError, "invalid indexing of 0-dim memory")
            }
            try pack(m, view, a[2]) { () throws(Raise) in
                _ = try self.view(m, a[0])
                return view.start
            }
            return .none
        }
        if m.isIndexable(key) {
            if view.dimensions > 1 { throw m.raise(.notImplementedError, "sub-views are not implemented") }
            _ = try item(m, view, key)
            try pack(m, view, a[2]) { () throws(Raise) in try item(m, view, key) }
            return .none
        }
        if m.isSlice(key) {
            guard view.dimensions == 1 else {
                throw m.raise(.notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
            }
            try assign(m, view, key, a[2])
            return .none
        }
        if isIndexTuple(m, key) {
            _ = try item(m, view, indices: Tuple(key))
            try pack(m, view, a[2]) { () throws(Raise) in
                _ = try self.view(m, a[0])
                return try item(m, view, indices: Tuple(key))
            }
            return .none
        }
        if isSliceTuple(m, key) {
            throw m.raise(
                .notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
        }
        throw m.raise(.typeError, "memoryview: invalid slice key")
    }

    private static func assign(_ m: Machine, _ view: MemoryView, _ key: Value, _ value: Value) throws(Raise) {
        let source = try asView(m, value)
        defer { if source.value != value { source.release() } }
        let target = try slice(m, view, key)
        defer { target.release() }
        _ = try self.view(m, view.value)
        guard source.dimensions == 1, source.format == target.format, source.count == target.count,
            source.itemSize == target.itemSize
        else {
            throw m.raise(
                .valueError, "memoryview assignment: lvalue and rvalue have different structures")
        }
        // The two may overlap.
        let bytes = Bytes(try source.toBytes(m))
        var from = bytes.bytes
        let size = target.itemSize
        target.forEachItem { item in
            memcpy(item, from, size)
            from += size
        }
    }

    /// A view of a bytes-like object; TypeError in the words of the buffer protocol.
    static func asView(_ m: Machine, _ value: Value) throws(Raise) -> MemoryView {
        if value.isKind(.memoryView) { return try view(m, value) }
        guard m.byteBuffer(value) != nil else { throw m.notBytesLike(value) }
        return try m.makeMemoryView(of: value)
    }

    static func deleteItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        throw m.raise(.typeError, view.isReadOnly ? "cannot modify read-only memory" : "cannot delete memory")
    }

    // MARK: Lists and comparison

    static func toList(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        return try list(m, view, 0, view.start)
    }

    private static func list(
        _ m: Machine, _ view: MemoryView, _ dimension: Int, _ start: UnsafeMutablePointer<UInt8>
    ) throws(Raise) -> Value {
        if dimension == view.dimensions { return try unpack(m, view, start) }
        let list = m.list()
        for index in 0..<view.shape[dimension].smallInt {
            let item = start + index * view.strides[dimension].smallInt
            list.append(m, try self.list(m, view, dimension + 1, item))
        }
        return list.value
    }

    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0] == a[1] { return .true }
        let view = MemoryView(a[0])
        if view.isReleased { return .false }
        if a[1].isKind(.memoryView), MemoryView(a[1]).isReleased { return .false }
        guard a[1].isKind(.memoryView) || m.byteBuffer(a[1]) != nil else { return .notImplemented }
        let other = try asView(m, a[1])
        defer { if other.value != a[1] { other.release() } }
        guard view.dimensions == other.dimensions else { return .false }
        for index in 0..<view.dimensions where view.shape[index] != other.shape[index] { return .false }
        guard let kind = ItemFormat.kind(view.format), let otherKind = ItemFormat.kind(other.format) else {
            // Characters of a text have no values here; equal formats are compared by their bytes.
            guard view.format == other.format, view.format == UInt8(ascii: "w") else { return .false }
            return Value(Bytes(try view.toBytes(m)).buffer.elementsEqual(Bytes(try other.toBytes(m)).buffer))
        }
        let left = Bytes(try view.toBytes(m))
        let right = Bytes(try other.toBytes(m))
        if view.format == other.format, kind != .float {
            return Value(left.buffer.elementsEqual(right.buffer))
        }
        for index in 0..<view.itemCount {
            let x = ItemFormat.read(m, left.bytes + index * view.itemSize, kind, size: view.itemSize)
            let y = ItemFormat.read(m, right.bytes + index * other.itemSize, otherKind, size: other.itemSize)
            // Not by identity: NaN differs from itself.
            if x.isDouble, y.isDouble {
                if x.double != y.double { return .false }
            } else if try !m.equals(x, y) {
                return .false
            }
        }
        return .true
    }

    static func notEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = try equal(m, a)
        return result.isBool ? Value(result.isFalse) : result
    }

    // MARK: Iteration

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let view = try view(m, a[0])
        if view.dimensions == 0 { throw m.raise(.typeError, "invalid indexing of 0-dim memory") }
        if view.dimensions > 1 {
            throw m.raise(.notImplementedError, "multi-dimensional sub-views are not implemented")
        }
        guard ItemFormat.kind(view.format) != nil else {
            throw m.raise(.notImplementedError, "memoryview: format \(formatText(view)) not supported")
        }
        return m.indexIterator(m.type(.memoryIterator), over: a[0])
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let view = try view(m, record[0])
        let index = record[1].smallInt
        guard index < view.count else {
            record[0] = .unbound
            return .unbound
        }
        record[1] = Value(small: index &+ 1)
        return try unpack(m, view, view.start + index * view.stride)
    }
}
