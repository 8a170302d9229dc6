/// A str: code points of 1, 2 or 4 bytes by the widest in it (PEP 393), in the cell. Always the narrowest width that
/// fits, so equal strings have equal widths.
struct StringLayout {
    var header: CellHeader
    /// 0 when not computed yet.
    var hash: Int
    /// In code points.
    var count: Int
    // code units follow; `header.aux` is the width in bytes, flag layout1 = interned, layout2 = all ASCII,
    // layout3 = instead of the units their address follows, in a `TextBuffer`
}

/// A trivial reference to a str.
struct Str {
    let pointer: UnsafeMutablePointer<StringLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) init(pointer: UnsafeMutablePointer<StringLayout>) { self.pointer = pointer }
    @inline(__always) var value: Value { Value(pointer) }
    /// Length in code points.
    @inline(__always) var count: Int { pointer.pointee.count }
    /// Bytes per code point: 1, 2 or 4.
    @inline(__always) var width: Int { Int(pointer.pointee.header.aux) }
    @inline(__always) var isASCII: Bool { pointer.pointee.header.flags.contains(.layout2) }
    @inline(__always) var isInterned: Bool { pointer.pointee.header.flags.contains(.layout1) }
    /// Whether the units lie in a ``TextBuffer``.
    @inline(__always) var isShared: Bool { pointer.pointee.header.flags.contains(.layout3) }
    /// The code units.
    @inline(__always) var base: UnsafeMutableRawPointer {
        let inside = UnsafeMutableRawPointer(pointer + 1)
        return isShared ? inside.load(as: UnsafeMutableRawPointer.self) : inside
    }
    @inline(__always) var bytes: UnsafeMutablePointer<UInt8> { base.assumingMemoryBound(to: UInt8.self) }
    @inline(__always) var units16: UnsafeMutablePointer<UInt16> { base.assumingMemoryBound(to: UInt16.self) }
    @inline(__always) var units32: UnsafeMutablePointer<UInt32> { base.assumingMemoryBound(to: UInt32.self) }
    /// The code point at an index below `count`.
    @inline(__always) subscript(index: Int) -> UInt32 {
        switch width {
        case 1: UInt32(bytes[index])
        case 2: UInt32(units16[index])
        default: units32[index]
        }
    }

    /// Whether two strings have the same code points.
    @inline(__always)
    static func equal(_ a: Str, _ b: Str) -> Bool {
        if a.pointer == b.pointer { return true }
        guard a.count == b.count, a.width == b.width else { return false }
        // Most that differ do so at once.
        if a.count == 0 { return true }
        if a.bytes[0] != b.bytes[0] { return false }
        if a.count == 1, a.width == 1 { return true }
        return compareBytes(a.base, b.base, a.count &* a.width)
    }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whether two runs of bytes are the same. Short ones, as most are, by two words that may overlap.
@inline(__always)
func compareBytes(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
    @inline(__always)
    func areSame<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type) -> Bool {
        let last = count &- MemoryLayout<Word>.size
        return (a.loadUnaligned(as: Word.self) ^ b.loadUnaligned(as: Word.self))
            | (a.loadUnaligned(fromByteOffset: last, as: Word.self)
                ^ b.loadUnaligned(fromByteOffset: last, as: Word.self)) == 0
    }
    if count > 16 { return memcmp(a, b, count) == 0 }
    if count >= 8 { return areSame(UInt64.self) }
    if count >= 4 { return areSame(UInt32.self) }
    if count >= 2 { return areSame(UInt16.self) }
    return count == 0 || a.load(as: UInt8.self) == b.load(as: UInt8.self)
}

/// Copies bytes; short runs by two words that may overlap.
@inline(__always)
func copyBytes(from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ count: Int) {
    @inline(__always)
    func move<Word: BitwiseCopyable>(_: Word.Type) {
        let last = count &- MemoryLayout<Word>.size
        let (head, tail) = (
            source.loadUnaligned(as: Word.self), source.loadUnaligned(fromByteOffset: last, as: Word.self)
        )
        target.storeBytes(of: head, as: Word.self)
        target.storeBytes(of: tail, toByteOffset: last, as: Word.self)
    }
    if count > 16 {
        memcpy(target, source, count)
    } else if count >= 8 {
        move(UInt64.self)
    } else if count >= 4 {
        move(UInt32.self)
    } else if count >= 2 {
        move(UInt16.self)
    } else if count == 1 {
        move(UInt8.self)
    }
}
