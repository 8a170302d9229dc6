#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Collects the parts of a str in malloc'ed memory, as narrow as the code points allow. Must be ended by `finish` or
/// `discard`. Holds no values, so it may live across calls into the script.
struct StringBuilder {
    private(set) var base: UnsafeMutableRawPointer?
    /// Code points so far.
    private(set) var count = 0
    private(set) var capacity = 0
    /// Bytes per code point.
    private(set) var width = 1
    /// Bitwise or of all code points.
    private(set) var mask: UInt32 = 0

    init() {}

    /// Makes room for that many code points in all.
    mutating func reserve(_ total: Int) {
        guard total > capacity else { return }
        let newCapacity = max(total, 64, capacity &* 2)
        guard let memory = realloc(base, newCapacity &* width) else { Heap.outOfMemory() }
        base = memory
        capacity = newCapacity
    }

    @inline(__always)
    private mutating func makeRoom(_ additional: Int) {
        if count &+ additional > capacity { reserve(count &+ additional) }
    }

    /// Makes the units wide enough for a code point (or the bitwise or of some).
    @inline(__always)
    private mutating func widen(for code: UInt32) {
        mask |= code
        if code >= 0x100, width == 1 || code >= 0x10000 && width == 2 { widenSlowly(code < 0x10000 ? 2 : 4) }
    }

    @inline(never)
    private mutating func widenSlowly(_ newWidth: Int) {
        guard newWidth > width else { return }
        let newCapacity = max(capacity, 16)
        guard let memory = malloc(newCapacity &* newWidth) else { Heap.outOfMemory() }
        if let base {
            copyUnits(from: base, width: width, to: memory, width: newWidth, count: count)
            free(base)
        }
        base = memory
        capacity = newCapacity
        width = newWidth
    }

    /// Adds one code point.
    @inline(__always)
    mutating func append(codePoint code: UInt32) {
        widen(for: code)
        makeRoom(1)
        let base = self.base.unsafelyUnwrapped
        switch width {
        case 1: base.storeBytes(of: UInt8(truncatingIfNeeded: code), toByteOffset: count, as: UInt8.self)
        case 2: base.storeBytes(of: UInt16(truncatingIfNeeded: code), toByteOffset: count &* 2, as: UInt16.self)
        default: base.storeBytes(of: code, toByteOffset: count &* 4, as: UInt32.self)
        }
        count &+= 1
    }

    /// Adds a code point several times.
    mutating func append(codePoint code: UInt32, times: Int) {
        guard times > 0 else { return }
        widen(for: code)
        makeRoom(times)
        let base = self.base.unsafelyUnwrapped
        switch width {
        case 1: memset(base + count, Int32(code), times)
        case 2:
            let units = base.assumingMemoryBound(to: UInt16.self) + count
            for index in 0..<times { units[index] = UInt16(truncatingIfNeeded: code) }
        default:
            let units = base.assumingMemoryBound(to: UInt32.self) + count
            for index in 0..<times { units[index] = code }
        }
        count &+= times
    }

    /// Adds ASCII text.
    mutating func append(ascii text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress, text.count > 0 else { return }
        mask |= 0x7f
        makeRoom(text.count)
        let base = self.base.unsafelyUnwrapped
        copyUnits(from: start, width: 1, to: base + count &* width, width: width, count: text.count)
        count &+= text.count
    }

    /// Adds an integer in base ten.
    mutating func append(decimal value: Int) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { room in
            var start = writeDecimal(value.magnitude, room)
            if value < 0 {
                start -= 1
                room[start] = 0x2d
            }
            let text = UnsafeRawBufferPointer(rebasing: room[start...])
            append(ascii: text.bindMemory(to: UInt8.self))
        }
    }

    /// Adds UTF-8 text: lone surrogates are kept, what is no UTF-8 becomes U+FFFD.
    mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress, text.count > 0 else { return }
        if isASCII(start, text.count) { return append(ascii: text) }
        var index = 0
        while index < text.count {
            let unit = start[index]
            if unit < 0x80 {
                append(codePoint: UInt32(unit))
                index &+= 1
                continue
            }
            let (code, length) = decodeUTF8(start + index, text.count &- index, surrogates: true)
            append(codePoint: length > 0 ? code : 0xfffd)
            index &+= length > 0 ? length : -length
        }
    }

    /// Adds a Swift string.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(utf8: $0) }
    }

    /// Adds a literal.
    mutating func append(_ text: StaticString) {
        guard text.hasPointerRepresentation else { return append(codePoint: text.unicodeScalar.value) }
        let buffer = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        if text.isASCII { append(ascii: buffer) } else { append(utf8: buffer) }
    }

    /// Adds a str; other values are ignored.
    @inline(__always)
    mutating func append(_ value: Value) {
        guard value.isKind(.string) else { return }
        append(Str(value))
    }

    /// Adds a str.
    mutating func append(_ string: Str) { append(string, from: 0, to: string.count) }

    /// Adds a part of a str, whose bounds the caller has checked.
    mutating func append(_ string: Str, from start: Int, to end: Int) {
        let length = end &- start
        guard length > 0 else { return }
        var partMask: UInt32 = 0
        switch string.width {
        case 1:
            if string.isASCII { partMask = 0x7f } else { partMask = 0xff }
        case 2:
            let units = string.units16 + start
            var bits: UInt16 = 0
            for index in 0..<length { bits |= units[index] }
            partMask = UInt32(bits)
        default:
            let units = string.units32 + start
            for index in 0..<length { partMask |= units[index] }
        }
        widen(for: partMask)
        makeRoom(length)
        let target = base.unsafelyUnwrapped + count &* width
        if string.width <= width {
            copyUnits(
                from: string.base + start &* string.width, width: string.width, to: target, width: width, count: length)
        } else {
            // A wide part of a wide str that is narrow itself.
            for index in 0..<length {
                let code = string[start &+ index]
                if width == 1 {
                    target.storeBytes(of: UInt8(truncatingIfNeeded: code), toByteOffset: index, as: UInt8.self)
                } else {
                    target.storeBytes(of: UInt16(truncatingIfNeeded: code), toByteOffset: index &* 2, as: UInt16.self)
                }
            }
        }
        count &+= length
    }

    /// The code point at an index below `count`.
    func codePoint(at index: Int) -> UInt32 {
        guard let base else { return 0 }
        switch width {
        case 1: return UInt32(base.load(fromByteOffset: index, as: UInt8.self))
        case 2: return UInt32(base.load(fromByteOffset: index &* 2, as: UInt16.self))
        default: return base.load(fromByteOffset: index &* 4, as: UInt32.self)
        }
    }

    /// The str; the builder is empty afterwards.
    mutating func finish(_ m: Machine) -> Value {
        defer { discard() }
        guard let base, count > 0 else { return m.runtime.pointee.emptyString }
        if count == 1 { return m.character(codePoint(at: 0)) }
        let result = m.makeString(count: count, width: width)
        copyBytes(from: base, to: result.base, count &* width)
        // The mask of Latin-1 parts is only a bound.
        if mask < 0x80 { m.finishASCII(result) } else { m.finish(result) }
        return result.value
    }

    /// Gives the memory back without making a str.
    mutating func discard() {
        free(base)
        self = StringBuilder()
    }
}

/// Writes the decimal digits of a word at the end of `room`, at least 20 bytes; gives the index of the first.
@inline(__always)
func writeDecimal(_ magnitude: UInt, _ room: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = room.baseAddress else { return 0 }
    var start = room.count
    var rest = magnitude
    while rest >= 100 {
        // Two digits at a time: the chain of divisions is what takes the time.
        let (next, pair) = (rest / 100, rest % 100)
        start &-= 2
        let tens = (pair &* 205) >> 11
        base.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ tens), toByteOffset: start, as: UInt8.self)
        base.storeBytes(
            of: UInt8(truncatingIfNeeded: 0x30 &+ pair &- tens &* 10), toByteOffset: start &+ 1, as: UInt8.self)
        rest = next
    }
    repeat {
        start &-= 1
        base.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ rest % 10), toByteOffset: start, as: UInt8.self)
        rest /= 10
    } while rest > 0
    return start
}

/// Copies code points between runs of units of the same or a greater width.
func copyUnits(
    from source: UnsafeRawPointer, width: Int, to target: UnsafeMutableRawPointer, width targetWidth: Int, count: Int
) {
    if width == targetWidth {
        copyBytes(from: source, to: target, count &* width)
    } else if width == 1, targetWidth == 2 {
        widenUnits(source, target, count, UInt8.self, UInt16.self)
    } else if width == 1 {
        widenUnits(source, target, count, UInt8.self, UInt32.self)
    } else if targetWidth == 4 {
        widenUnits(source, target, count, UInt16.self, UInt32.self)
    }
}

@inline(__always)
private func widenUnits<A: CodeUnit, B: CodeUnit>(
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ count: Int, _: A.Type, _: B.Type
) {
    let from = source.assumingMemoryBound(to: A.self)
    let to = target.assumingMemoryBound(to: B.self)
    for index in 0..<count { to[index] = B(truncatingIfNeeded: from[index]) }
}

/// Decodes one code point of UTF-8 (not ASCII): the code point and how many bytes it has; for what is not UTF-8 the
/// negative number of bytes to skip as one error (the longest prefix of a valid sequence, or 1).
@inline(__always)
func decodeUTF8(_ bytes: UnsafePointer<UInt8>, _ count: Int, surrogates: Bool) -> (UInt32, Int) {
    let lead = bytes[0]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xc2 || lead > 0xf4 { return (0, -1) }
    guard count > 1 else { return (0, -1) }
    let second = bytes[1]
    if lead < 0xe0 {
        return second & 0xc0 == 0x80 ? (UInt32(lead & 0x1f) << 6 | UInt32(second & 0x3f), 2) : (0, -1)
    }
    if lead < 0xf0 {
        let isValid =
            second & 0xc0 == 0x80 && (lead != 0xe0 || second >= 0xa0) && (lead != 0xed || second < 0xa0 || surrogates)
        guard isValid else { return (0, -1) }
        guard count > 2, bytes[2] & 0xc0 == 0x80 else { return (0, -2) }
        return (UInt32(lead & 0x0f) << 12 | UInt32(second & 0x3f) << 6 | UInt32(bytes[2] & 0x3f), 3)
    }
    let isValid = second & 0xc0 == 0x80 && (lead != 0xf0 || second >= 0x90) && (lead != 0xf4 || second < 0x90)
    guard isValid else { return (0, -1) }
    guard count > 2, bytes[2] & 0xc0 == 0x80 else { return (0, -2) }
    guard count > 3, bytes[3] & 0xc0 == 0x80 else { return (0, -3) }
    let high = UInt32(lead & 0x07) << 18 | UInt32(second & 0x3f) << 12
    return (high | UInt32(bytes[2] & 0x3f) << 6 | UInt32(bytes[3] & 0x3f), 4)
}
