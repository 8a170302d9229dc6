#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Code units in malloc'ed memory that several strs share, each of which is the first so many units.
///
/// This is what makes `s += x` in a loop linear: the sum of a long str and a short one lies in a buffer with room to
/// spare; if the next sum begins with all that the buffer holds, its tail is written behind, and the new str shares the
/// buffer with the old one. Nobody sees units beyond the end of his own str, so both stay immutable. A str holds one
/// reference; the collector gives it back when it frees the cell.
struct TextBuffer {
    /// Strs that share the buffer.
    var references: Int
    /// Units written.
    var used: Int
    var capacity: Int
    // units follow

    /// Sums whose left side has fewer bytes are copied.
    static let minimumSize = 512

    /// The buffer of a shared str.
    @inline(__always)
    static func of(_ string: Str) -> UnsafeMutablePointer<TextBuffer> {
        (string.base - MemoryLayout<TextBuffer>.stride).assumingMemoryBound(to: TextBuffer.self)
    }

    /// Gives back the reference of a str that dies.
    @inline(__always)
    static func release(_ string: Str) {
        guard string.isShared else { return }
        let buffer = of(string)
        buffer.pointee.references &-= 1
        if buffer.pointee.references == 0 { free(buffer) }
    }

    /// The bytes of the buffer that a str answers for.
    @inline(__always)
    static func share(_ string: Str) -> Int {
        guard string.isShared else { return 0 }
        let buffer = of(string)
        return buffer.pointee.capacity &* string.width / max(1, buffer.pointee.references)
    }
}

extension Machine {
    /// `a + b` by means of a shared buffer. `a` is long, and as wide as the sum.
    func append(_ a: Str, _ b: Str) throws(Raise) -> Value {
        let width = a.width
        let count = a.count &+ b.count
        let buffer: UnsafeMutablePointer<TextBuffer>
        if a.isShared, TextBuffer.of(a).pointee.used == a.count,
            TextBuffer.of(a).pointee.capacity &- a.count >= b.count
        {
            buffer = TextBuffer.of(a)
        } else {
            // The first sum gets a little room, the following ones much.
            let capacity = count &+ (a.isShared ? count : count >> 2) &+ 16
            try checkSize(capacity &* width)
            guard let memory = malloc(MemoryLayout<TextBuffer>.stride &+ capacity &* width) else {
                throw raiseMemoryError()
            }
            buffer = memory.assumingMemoryBound(to: TextBuffer.self)
            buffer.initialize(to: TextBuffer(references: 0, used: a.count, capacity: capacity))
            memcpy(UnsafeMutableRawPointer(buffer + 1), a.base, a.count &* width)
            heap.pointee.noteExternal(bytes: capacity &* width)
        }
        let units = UnsafeMutableRawPointer(buffer + 1)
        copyUnits(from: b.base, width: b.width, to: units + a.count &* width, width: width, count: b.count)
        buffer.pointee.used = count
        buffer.pointee.references &+= 1
        let size = MemoryLayout<StringLayout>.stride &+ MemoryLayout<UnsafeMutableRawPointer>.stride
        let pointer = allocateSized(.string, size: size, type: type(.str), aux: width)
            .assumingMemoryBound(to: StringLayout.self)
        pointer.pointee.hash = 0
        pointer.pointee.count = count
        var flags: CellFlags = .layout3
        if a.isASCII, b.isASCII { flags.insert(.layout2) }
        pointer.pointee.header.flags.formUnion(flags)
        UnsafeMutableRawPointer(pointer + 1).storeBytes(of: units, as: UnsafeMutableRawPointer.self)
        return Value(pointer)
    }
}
