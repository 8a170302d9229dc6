/// A bytes object: the bytes lie in the cell.
struct BytesLayout {
    var header: CellHeader
    /// 0 when not computed yet.
    var hash: Int
    var count: Int
    // bytes follow
}

/// A trivial reference to a bytes object.
struct Bytes {
    let pointer: UnsafeMutablePointer<BytesLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { pointer.pointee.count }
    @inline(__always) var bytes: UnsafeMutablePointer<UInt8> {
        UnsafeMutableRawPointer(pointer + 1).assumingMemoryBound(to: UInt8.self)
    }
    @inline(__always) var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
}
