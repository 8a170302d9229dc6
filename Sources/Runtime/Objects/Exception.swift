/// An exception instance.
struct ExceptionLayout {
    var header: CellHeader
    /// Tuple `args`.
    var args: Value
    /// Head of the list of traceback records, or None.
    var traceback: Value
    var context: Value
    var cause: Value
    var suppressContext: Bool
    /// What special classes keep: StopIteration.value, SystemExit.code, OSError's errno, strerror, filename, NameError.name,
    /// AttributeError.name and obj, ImportError's name and path, SyntaxError's six, … See `ExceptionFields`.
    var field0: Value
    var field1: Value
    var field2: Value
    var field3: Value
    var field4: Value
    var field5: Value
    var field6: Value
    var field7: Value
}

/// A trivial reference to an exception.
struct Exception {
    let pointer: UnsafeMutablePointer<ExceptionLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var args: Tuple { Tuple(pointer.pointee.args) }
    /// The extra fields, eight of them.
    @inline(__always) var fields: UnsafeMutablePointer<Value> {
        UnsafeMutableRawPointer(pointer).advanced(by: MemoryLayout<ExceptionLayout>.offset(of: \.field0)!)
            .assumingMemoryBound(to: Value.self)
    }
}
