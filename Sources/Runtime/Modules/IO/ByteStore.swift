#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes in memory: what `io.BytesIO` holds.
final class ByteStore: TracedObject {
    private(set) var bytes: UnsafeMutablePointer<UInt8>?
    private(set) var count = 0
    private var capacity = 0
    /// The next byte to be read or written; may lie behind the end.
    var position = 0
    var isClosed = false

    /// The bytearray that holds the bytes since `getbuffer` was called; unbound before.
    private var array: Value = .unbound

    deinit { if array.isUnbound { bytes?.deallocate() } }

    override func trace(_ marker: inout Marker) { marker.visit(array) }

    func checkOpen(_ m: Machine) throws(Raise) {
        if isClosed { throw m.raise(.valueError, "I/O operation on closed file.") }
    }

    /// The bytes as a bytearray, for views.
    func shareBytes(_ m: Machine) throws(Raise) -> Value {
        if array.isBound, ByteArray(array).count == count { return array }
        try leaveArray(m)
        let shared = try m.makeByteArray(count: count)
        if let bytes {
            memcpy(shared.bytes, bytes, count)
            bytes.deallocate()
        }
        array = shared.value
        bytes = shared.bytes
        capacity = count
        return array
    }

    /// Takes the bytes back from a bytearray that views may look at: BufferError if they do.
    func leaveArray(_ m: Machine) throws(Raise) {
        guard array.isBound else { return }
        try m.checkNotExported(ByteArray(array))
        let own = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 16))
        memcpy(own, ByteArray(array).bytes, count)
        array = .unbound
        bytes = own
        capacity = max(count, 16)
    }

    private func reserve(_ m: Machine, _ wanted: Int) throws(Raise) {
        if wanted <= capacity { return }
        if array.isBound { try leaveArray(m) }
        let newCapacity = max(wanted, capacity + capacity / 2, 128)
        if newCapacity > 1 << 24 { try m.checkSize(newCapacity) }
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        if let bytes {
            memcpy(memory, bytes, count)
            bytes.deallocate()
        }
        bytes = memory
        capacity = newCapacity
    }

    func write(_ m: Machine, _ source: UnsafeBufferPointer<UInt8>) throws(Raise) {
        guard let base = source.baseAddress, source.count > 0 else { return }
        let (end, isTooLarge) = position.addingReportingOverflow(source.count)
        if isTooLarge { throw m.raise(.overflowError, "new buffer size too large") }
        try reserve(m, end)
        guard let bytes else { return }
        if position > count { memset(bytes + count, 0, position - count) }
        moveBytes(bytes + position, base, source.count)
        position = end
        count = max(count, end)
    }

    func data(_ m: Machine, from start: Int, to end: Int) -> Value {
        guard let bytes, end > start else { return m.runtime.pointee.emptyBytes }
        return m.bytes(UnsafeBufferPointer(start: bytes + start, count: end - start))
    }

    /// Where the next line ends.
    func lineEnd(limit: Int) -> Int {
        guard let bytes, position < count else { return position }
        let length = limit < 0 ? count - position : min(limit, count - position)
        guard let found = memchr(bytes + position, 10, length) else { return position + length }
        return UnsafeRawPointer(found) - UnsafeRawPointer(bytes) + 1
    }

    func truncate(_ size: Int) { if size < count { count = size } }

    func clear() {
        bytes?.deallocate()
        bytes = nil
        count = 0
        capacity = 0
    }
}

/// The methods of `io.BytesIO`.
enum BytesIOMethods {
    private static func store(_ m: Machine, _ value: Value) throws(Raise) -> ByteStore {
        guard let store = m.boxed(value, as: ByteStore.self) else {
            throw m.raise(.valueError, "I/O operation on uninitialized object")
        }
        return store
    }
    private static func open(_ m: Machine, _ value: Value) throws(Raise) -> ByteStore {
        let store = try store(m, value)
        try store.checkOpen(m)
        return store
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        m.setBoxed(value, ByteStore())
        return value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = ByteStore()
        if a[1].isBound, !a[1].isNone {
            try store.write(m, try m.bytesArgument(a[1]))
            store.position = 0
        }
        m.setBoxed(a[0], store)
        return .none
    }

    static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let bytes = try m.bytesArgument(a[1])
        try store.write(m, bytes)
        return m.int(bytes.count)
    }

    static func getvalue(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        return store.data(m, from: 0, to: store.count)
    }

    static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let size = try m.optionalSize(a.optional(1))
        if store.position >= store.count { return m.runtime.pointee.emptyBytes }
        let start = store.position
        let end = size < 0 ? store.count : start + min(size, store.count - start)
        store.position = end
        return store.data(m, from: start, to: end)
    }

    static func readinto(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let target = try m.writableBytes(a[1], "readinto")
        let count = max(0, min(target.count, store.count - store.position))
        if let base = target.baseAddress, let bytes = store.bytes, count > 0 {
            moveBytes(base, bytes + store.position, count)
        }
        store.position += count
        return m.int(count)
    }

    static func readline(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let end = store.lineEnd(limit: try m.optionalSize(a.optional(1)))
        let start = store.position
        store.position = end
        return store.data(m, from: start, to: end)
    }

    static func next(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if m.typeOf(value).isHeapType {
            let line = try IOBaseMethods.nextLine(m, value)
            return line
        }
        let store = try open(m, value)
        let start = store.position
        store.position = store.lineEnd(limit: -1)
        return store.position > start ? store.data(m, from: start, to: store.position) : .unbound
    }

    static func readlines(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let hint = try m.optionalSize(a.optional(1))
        let list = m.list()
        var total = 0
        while true {
            let start = store.position
            store.position = store.lineEnd(limit: -1)
            if store.position <= start { break }
            list.append(m, store.data(m, from: start, to: store.position))
            total += store.position - start
            if hint > 0, total >= hint { break }
        }
        return list.value
    }

    static func tell(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try open(m, a[0]).position) }

    static func seek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let offset = try m.sizeArgument(a[1])
        let whence = a.optional(2).isUnbound ? 0 : try m.sizeArgument(a[2])
        if whence == 0, offset < 0 { throw m.raise(.valueError, "negative seek value \(offset)") }
        let base: Int
        switch whence {
        case 0: base = 0
        case 1: base = store.position
        case 2: base = store.count
        default: throw m.raise(.valueError, "invalid whence (\(whence), should be 0, 1 or 2)")
        }
        let (target, isTooLarge) = base.addingReportingOverflow(offset)
        if isTooLarge { throw m.raise(.overflowError, "new position too large") }
        store.position = max(0, target)
        return m.int(store.position)
    }

    static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        var size = store.position
        if a.optional(1).isBound, !a[1].isNone { size = try m.optionalSize(a[1]) }
        if size < 0 { throw m.raise(.valueError, "negative size value \(size)") }
        try store.leaveArray(m)
        store.truncate(size)
        return m.int(size)
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try store(m, a[0])
        try store.leaveArray(m)
        store.isClosed = true
        store.clear()
        return .none
    }

    static func yes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try open(m, a[0])
        return .true
    }

    static func getState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let attributes = try m.getAttribute(a[0], .__dict__)
        return m.tuple(store.data(m, from: 0, to: store.count), m.int(store.position), attributes)
    }

    static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.tuple), Tuple(a[1]).count == 3 else {
            throw m.raise(
                .typeError, "\(m.typeName(a[0])).__setstate__ argument should be 3-tuple, got \(m.typeName(a[1]))")
        }
        let state = Tuple(a[1])
        _ = try m.call(m.lookup(m.ioType(\.bytesIO), .__init__), a[0], state[0])
        let place = try m.sizeArgument(state[1])
        if place < 0 { throw m.raise(.valueError, "position value cannot be negative") }
        try store(m, a[0]).position = place
        if state[2].isKind(.dict) {
            _ = try m.callMethodNamed(try m.getAttribute(a[0], .__dict__), "update", state[2])
        }
        return .none
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("closed") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try store(m, v).isClosed)
            }
        ]
    }

    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .signature("initial_bytes=b''"), style: .slot, initialize).takingBuffers(),
            Native("write", .one, write).takingBuffers(), Native("getvalue", .none, getvalue),
            Native("read", .positional(0, 1), read),
            Native("read1", .positional(0, 1), read), Native("readinto", .one, readinto),
            Native("readinto1", .one, readinto),
            Native("readline", .positional(0, 1), readline), Native("readlines", .positional(0, 1), readlines),
            Native("tell", .none, tell), Native("seek", .positional(1, 2), seek),
            Native("truncate", .positional(0, 1), truncate), Native("close", .none, close),
            Native("readable", .none, yes), Native("writable", .none, yes), Native("seekable", .none, yes),
            Native("flush", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                _ = try open(m, a[0])
                return .none
            },
            Native("isatty", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                _ = try open(m, a[0])
                return .false
            },
            Native("getbuffer", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let store = try open(m, a[0])
                return try m.call(m.type(.memoryview).value, try store.shareBytes(m))
            },
            Native("__getstate__", .none, getState), Native("__setstate__", .one, setState),
        ]
    }
}
