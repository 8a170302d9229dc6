#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A bytearray, or an array of the module `array`: the bytes lie in malloc'ed memory that the cell owns.
/// `header.aux` is the type code of an array and 0 for a bytearray.
struct ByteArrayLayout {
    var header: CellHeader
    var items: UnsafeMutablePointer<UInt8>?
    /// In bytes.
    var count: Int
    var capacity: Int
    /// Memory views that look at the bytes; while there are some, the memory must stay where it is.
    var exports: Int
}

/// A trivial reference to a bytearray. Whoever calls into the script must read `bytes` and `count` again afterwards.
struct ByteArray {
    let pointer: UnsafeMutablePointer<ByteArrayLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { pointer.pointee.count }
    @inline(__always) var bytes: UnsafeMutablePointer<UInt8> { pointer.pointee.items ?? ByteString.nothing }
    @inline(__always) var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
    /// The type code of an array; 0 for a bytearray.
    @inline(__always) var typeCode: UInt8 { UInt8(truncatingIfNeeded: pointer.pointee.header.aux) }
}

/// The bytes of a bytes object or a bytearray at one moment: valid until a script can run again.
struct ByteString {
    let value: Value
    let bytes: UnsafeMutablePointer<UInt8>
    let count: Int

    @inline(__always)
    init(_ value: Value) {
        self.value = value
        if value.isKind(.bytes) {
            let bytes = Bytes(value)
            self.bytes = bytes.bytes
            count = bytes.count
        } else {
            let array = ByteArray(value)
            bytes = array.bytes
            count = array.count
        }
    }

    @inline(__always) var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// Where the bytes of empty arrays lie: an address that is never read or written.
    nonisolated(unsafe) static let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 16)
}

extension Machine {
    /// Whether a value is a bytearray or an instance of a subclass (arrays have the same layout).
    func isByteArray(_ value: Value) -> Bool { value.isKind(.byteArray) && ByteArray(value).typeCode == 0 }

    /// A new bytearray of `count` bytes that are zero.
    func makeByteArray(count: Int, type: TypeRef? = nil) throws(Raise) -> ByteArray {
        try checkSize(count)
        let size = MemoryLayout<ByteArrayLayout>.stride
        let array = ByteArray(Value(Cell(newCell(size: size, kind: .byteArray, type: type ?? self.type(.bytearray)))))
        if count > 0 {
            guard let memory = calloc(count, 1) else { throw raiseMemoryError() }
            array.pointer.pointee.items = memory.assumingMemoryBound(to: UInt8.self)
            array.pointer.pointee.count = count
            array.pointer.pointee.capacity = count
            heap.pointee.noteExternal(bytes: count)
        }
        return array
    }

    /// Uninitialised bytes for the result of a method: bytes for bytes, a bytearray for a bytearray.
    func makeByteString(count: Int, like receiver: Value) throws(Raise) -> ByteString {
        if receiver.isKind(.bytes) {
            if count == 0 { return ByteString(runtime.pointee.emptyBytes) }
            try checkSize(count)
            return ByteString(makeBytes(count: count).value)
        }
        return ByteString(try makeByteArray(count: count).value)
    }

    /// The result of a method with a copy of the bytes: bytes for bytes, a bytearray for a bytearray.
    func byteString(_ buffer: UnsafeBufferPointer<UInt8>, like receiver: Value) throws(Raise) -> Value {
        if receiver.isKind(.bytes) { return bytes(buffer) }
        let array = try makeByteArray(count: buffer.count)
        if let base = buffer.baseAddress, buffer.count > 0 { memcpy(array.bytes, base, buffer.count) }
        return array.value
    }

    func byteString(_ output: [UInt8], like receiver: Value) throws(Raise) -> Value {
        if receiver.isKind(.bytes) { return bytes(output) }
        let array = try makeByteArray(count: output.count)
        for index in output.indices { array.bytes[index] = output[index] }
        return array.value
    }

    // MARK: Resizing

    /// Raises BufferError when memory views look at the array; those that nothing refers to any more do not count.
    func checkNotExported(_ array: ByteArray) throws(Raise) {
        if array.pointer.pointee.exports > 0 { try checkExports(array) }
    }

    @inline(never)
    private func checkExports(_ array: ByteArray) throws(Raise) {
        Collector.forgetUnreachableViews(self)
        if array.pointer.pointee.exports > 0 { throw raiseExported(array) }
    }

    /// BufferError for a change of the length while somebody reads the bytes.
    func raiseExported(_ array: ByteArray) -> Raise {
        raise(
            .bufferError,
            array.typeCode == 0
                ? "Existing exports of data: object cannot be re-sized"
                : "cannot resize an array that is exporting buffers")
    }

    /// Changes the number of bytes; what is new has no defined content. The array is not exported.
    func resize(_ array: ByteArray, _ count: Int) throws(Raise) {
        let layout = array.pointer
        let capacity = layout.pointee.capacity
        if count > capacity {
            try checkSize(count)
            let room = count < 1 << 20 ? count &+ count >> 1 &+ 8 : count &+ count >> 3
            guard let memory = realloc(layout.pointee.items, room) else { throw raiseMemoryError() }
            layout.pointee.items = memory.assumingMemoryBound(to: UInt8.self)
            layout.pointee.capacity = room
            heap.pointee.noteExternal(bytes: room - capacity)
        } else if count == 0, let items = layout.pointee.items {
            free(items)
            layout.pointee.items = nil
            layout.pointee.capacity = 0
        }
        layout.pointee.count = count
    }

    /// Replaces the bytes in `start..<stop` by `count` bytes of other memory, which may be the array's own. The array
    /// is not exported if its size changes.
    func replace(
        _ array: ByteArray, _ start: Int, _ stop: Int, _ source: UnsafePointer<UInt8>?, _ count: Int
    ) throws(Raise) {
        let old = array.count
        let new = old - (stop - start) + count
        var copy: UnsafeMutablePointer<UInt8>?
        defer { copy?.deallocate() }
        var source = source
        if let given = source, count > 0, given >= UnsafePointer(array.bytes),
            given < UnsafePointer(array.bytes + max(1, array.count))
        {
            let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
            memcpy(memory, given, count)
            copy = memory
            source = UnsafePointer(memory)
        }
        if new > old { try resize(array, new) }
        if old > stop { memmove(array.bytes + start + count, array.bytes + stop, old - stop) }
        if let source, count > 0 { memcpy(array.bytes + start, source, count) }
        if new < old { try resize(array, new) }
    }
}
