#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A memoryview: items of one format in the memory of bytes, a bytearray or an array, in any number of dimensions.
struct MemoryViewLayout {
    var header: CellHeader
    /// What holds the memory (kind bytes or byteArray), or unbound once the view is released.
    var owner: Value
    /// What `obj` gives.
    var object: Value
    /// Tuples of ints, one for each dimension: how many items, and how many bytes from one to the next.
    var shape: Value
    var strides: Value
    /// Where the first item lies, in bytes from the start of the owner's memory.
    var offset: Int
    var itemSize: Int
    /// The letter of the format.
    var format: UInt8
    /// The format was given with an `@`.
    var hasPrefix: Bool
    var isReadOnly: Bool
    /// Unbound when it is not computed yet.
    var hash: Value
}

/// A trivial reference to a memoryview.
struct MemoryView {
    let pointer: UnsafeMutablePointer<MemoryViewLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    var isReleased: Bool { pointer.pointee.owner.isUnbound }
    var shape: Tuple { Tuple(pointer.pointee.shape) }
    var strides: Tuple { Tuple(pointer.pointee.strides) }
    var dimensions: Int { shape.count }
    var itemSize: Int { pointer.pointee.itemSize }
    var format: UInt8 { pointer.pointee.format }
    var isReadOnly: Bool { pointer.pointee.isReadOnly }
    /// Items in the first dimension.
    var count: Int { dimensions == 0 ? 1 : shape[0].smallInt }
    /// Bytes from one item of the first dimension to the next.
    var stride: Int { dimensions == 0 ? 0 : strides[0].smallInt }
    /// Items in all dimensions.
    var itemCount: Int {
        var product = 1
        for index in 0..<shape.count { product *= shape[index].smallInt }
        return product
    }
    var byteCount: Int { itemCount * itemSize }
    /// The first item.
    var start: UnsafeMutablePointer<UInt8> { ByteString(pointer.pointee.owner).bytes + pointer.pointee.offset }

    /// Whether the items lie in a row, the last index counting fastest.
    var isContiguous: Bool {
        var expected = itemSize
        var index = dimensions - 1
        while index >= 0 {
            let count = shape[index].smallInt
            if count == 0 { return true }
            if count > 1, strides[index].smallInt != expected { return false }
            expected *= count
            index -= 1
        }
        return true
    }

    /// Whether the items lie in a row, the first index counting fastest.
    var isFortranContiguous: Bool {
        var expected = itemSize
        for index in 0..<dimensions {
            let count = shape[index].smallInt
            if count == 0 { return true }
            if count > 1, strides[index].smallInt != expected { return false }
            expected *= count
        }
        return true
    }

    /// The bytes, if they lie in a row.
    var contiguousBuffer: UnsafeBufferPointer<UInt8>? {
        guard !isReleased, isContiguous else { return nil }
        return UnsafeBufferPointer(start: UnsafePointer(start), count: byteCount)
    }

    /// Gives up the memory.
    func release() {
        let owner = pointer.pointee.owner
        guard owner.isBound else { return }
        pointer.pointee.owner = .unbound
        pointer.pointee.object = .none
        if owner.isKind(.byteArray) { ByteArray(owner).pointer.pointee.exports -= 1 }
    }

    static func trace(_ cell: Cell, _ marker: inout Marker) {
        let layout: UnsafeMutablePointer<MemoryViewLayout> = cell.layout()
        marker.visit(layout.pointee.owner)
        marker.visit(layout.pointee.object)
        marker.visit(layout.pointee.shape)
        marker.visit(layout.pointee.strides)
        marker.visit(layout.pointee.hash)
    }

    // MARK: All items

    /// Calls `body` with every item, the last index counting fastest (or the first).
    func forEachItem(isFortran: Bool = false, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
        let total = itemCount
        if total == 0 { return }
        let rank = dimensions
        if rank <= 1 {
            var item = start
            let step = stride
            for index in 0..<total {
                if index > 0 { item += step }
                body(item)
            }
            return
        }
        var indices = [Int](repeating: 0, count: rank)
        for _ in 0..<total {
            var item = start
            for index in 0..<rank { item += indices[index] * strides[index].smallInt }
            body(item)
            var place = isFortran ? 0 : rank - 1
            while place >= 0, place < rank {
                indices[place] += 1
                if indices[place] < shape[place].smallInt { break }
                indices[place] = 0
                place += isFortran ? 1 : -1
            }
        }
    }

    /// A copy of the items as bytes.
    func toBytes(_ m: Machine, isFortran: Bool = false) throws(Raise) -> Value {
        if isReleased { throw m.notBytesLike(value) }
        if !isFortran, let buffer = contiguousBuffer { return m.bytes(buffer) }
        try m.checkSize(byteCount)
        let result = m.makeBytes(count: byteCount)
        var target = result.bytes
        let size = itemSize
        forEachItem(isFortran: isFortran) { item in
            memcpy(target, item, size)
            target += size
        }
        return result.value
    }
}

extension Machine {
    /// A view of a bytes-like object; TypeError for others.
    func makeMemoryView(of value: Value) throws(Raise) -> MemoryView {
        switch value.kind {
        case .bytes:
            return makeMemoryView(
                owner: value, object: value, offset: 0, format: UInt8(ascii: "B"), itemSize: 1,
                shape: tuple(int(Bytes(value).count)), strides: tuple(Value(small: 1)), isReadOnly: true)
        case .byteArray:
            let array = ByteArray(value)
            let code = array.typeCode == 0 ? UInt8(ascii: "B") : ArrayMethods.exportedFormat(array.typeCode)
            let size = array.typeCode == 0 ? 1 : ArrayMethods.itemSize(array.typeCode)
            return makeMemoryView(
                owner: value, object: value, offset: 0, format: code, itemSize: size,
                shape: tuple(int(array.count / size)), strides: tuple(int(size)), isReadOnly: false)
        case .memoryView:
            let view = MemoryView(value)
            if view.isReleased { throw notBytesLike(value) }
            return copy(view, offset: view.pointer.pointee.offset, shape: view.shape.value, strides: view.strides.value)
        default: break
        }
        let method = lookup(typeOf(value), intern("__buffer__"))
        if method.isBound, !method.isNone {
            let result = try callFound(method, value, int(284))
            guard result.isKind(.memoryView) else {
                throw raise(.typeError, "__buffer__ returned non-memoryview object")
            }
            return MemoryView(result)
        }
        throw raise(.typeError, "memoryview: a bytes-like object is required, not '\(typeName(value))'")
    }

    func makeMemoryView(
        owner: Value, object: Value, offset: Int, format: UInt8, itemSize: Int, shape: Value, strides: Value,
        isReadOnly: Bool
    ) -> MemoryView {
        let memory = newCell(
            size: MemoryLayout<MemoryViewLayout>.stride, kind: .memoryView, type: type(.memoryview))
        let view = MemoryView(Value(Cell(memory)))
        view.pointer.pointee.owner = owner
        view.pointer.pointee.object = object
        view.pointer.pointee.shape = shape
        view.pointer.pointee.strides = strides
        view.pointer.pointee.offset = offset
        view.pointer.pointee.itemSize = itemSize
        view.pointer.pointee.format = format
        view.pointer.pointee.isReadOnly = isReadOnly
        if owner.isKind(.byteArray) {
            ByteArray(owner).pointer.pointee.exports += 1
            runtime.pointee.memoryViews.append(Cell(memory))
            if runtime.pointee.memoryViews.count & 0xfff == 0 { heap.pointee.requestCollection() }
        }
        return view
    }

    /// Another view of the same memory.
    func copy(_ view: MemoryView, offset: Int, shape: Value, strides: Value) -> MemoryView {
        let layout = view.pointer.pointee
        let result = makeMemoryView(
            owner: layout.owner, object: layout.object, offset: offset, format: layout.format,
            itemSize: layout.itemSize, shape: shape, strides: strides, isReadOnly: layout.isReadOnly)
        result.pointer.pointee.hasPrefix = layout.hasPrefix
        return result
    }
}
