extension Machine {
    /// The memory of an object that can be written to (bytearray, memoryview), or nil. Valid until a script can run.
    func writableByteBuffer(_ value: Value) -> UnsafeMutableBufferPointer<UInt8>? {
        switch value.kind {
        case .byteArray:
            let array = ByteArray(value)
            return UnsafeMutableBufferPointer(start: array.bytes, count: array.count)
        case .memoryView:
            let view = MemoryView(value)
            guard !view.isReleased, !view.isReadOnly, view.isContiguous else { return nil }
            return UnsafeMutableBufferPointer(start: view.start, count: view.byteCount)
        default: return nil
        }
    }
}
