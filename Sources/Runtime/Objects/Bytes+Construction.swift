#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Machine {
    /// A new bytes object of `count` uninitialised bytes, to be filled at once.
    func makeBytes(count: Int, type: TypeRef? = nil) -> Bytes {
        let size = MemoryLayout<BytesLayout>.stride &+ count
        let memory = allocateSized(.bytes, size: size, type: type ?? self.type(.bytes), aux: 0)
        let bytes = Bytes(Value(Cell(memory)))
        bytes.pointer.pointee.hash = 0
        bytes.pointer.pointee.count = count
        return bytes
    }

    /// Like `makeBytes`, for sizes that come from the script: MemoryError when it can't be.
    func makeBytesChecked(count: Int) throws(Raise) -> Bytes {
        try checkSize(count)
        return makeBytes(count: count)
    }

    /// A bytes object with a copy of the bytes.
    func bytes(_ buffer: UnsafeBufferPointer<UInt8>) -> Value {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return runtime.pointee.emptyBytes }
        let result = makeBytes(count: buffer.count)
        memcpy(result.bytes, start, buffer.count)
        return result.value
    }

    /// A bytes object with a copy of an array.
    func bytes(_ array: [UInt8]) -> Value { array.withUnsafeBufferPointer { bytes($0) } }
}
