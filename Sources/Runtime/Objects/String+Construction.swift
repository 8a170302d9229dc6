import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Making str objects. Every str has the narrowest width that holds its code points, and one of width 1 knows whether
// it is all ASCII; whoever fills a new str must keep to that (`finish` sets the flag).

extension Machine {
    /// A cell with items in it, of which nothing but the header is set.
    @inline(__always)
    func allocateSized(_ kind: CellKind, size: Int, type: TypeRef, aux: Int) -> UnsafeMutableRawPointer {
        if type.flags.rawValue & TypeFlags.instanceMask != 0 {
            return newInstanceCell(size: size, kind: kind, type: type, aux: aux)
        }
        let memory = heap.pointee.allocate(size: size)
        memory.assumingMemoryBound(to: CellHeader.self).initialize(
            to: CellHeader(
                type: type.pointer, kind: kind, mark: 0, flags: size > Heap.maximumSmallSize ? .large : .plain,
                aux: UInt32(truncatingIfNeeded: aux)))
        return memory
    }

    /// A new str with uninitialised units, for the caller to fill: `width` must turn out to be the narrowest one, and
    /// `finish` is to be called when the units are in place.
    @inline(__always)
    func makeString(count: Int, width: Int, type: TypeRef? = nil) -> Str {
        let size = MemoryLayout<StringLayout>.stride &+ count &* width
        let type = type ?? self.type(.str)
        let pointer = allocateSized(.string, size: size, type: type, aux: width)
            .assumingMemoryBound(to: StringLayout.self)
        pointer.pointee.hash = 0
        pointer.pointee.count = count
        return Str(pointer: pointer)
    }

    /// Like `makeString`, for sizes that come from the script: MemoryError when it can't be.
    func makeStringChecked(count: Int, width: Int) throws(Raise) -> Str {
        let (size, overflow) = count.multipliedReportingOverflow(by: width)
        try checkSize(overflow ? Int.max : size)
        return makeString(count: count, width: width)
    }

    /// Raises MemoryError when that many bytes can't be had.
    @inline(__always)
    func checkSize(_ bytes: Int) throws(Raise) {
        if bytes > 1 << 26 { try probeMemory(bytes) }
    }

    @inline(never)
    private func probeMemory(_ bytes: Int) throws(Raise) {
        guard bytes < 1 << 46, minipy_can_allocate(bytes + 64) != 0 else { throw raiseMemoryError() }
    }

    /// Sets the ASCII flag of a str whose units have just been filled in. Complexity: O(n) for width 1.
    @inline(__always)
    func finish(_ string: Str) {
        if string.width == 1, isASCII(string.bytes, string.count) {
            string.pointer.pointee.header.flags.insert(.layout2)
        }
    }

    /// Marks a new str of width 1 as ASCII, which the caller knows.
    @inline(__always)
    func finishASCII(_ string: Str) { string.pointer.pointee.header.flags.insert(.layout2) }

    /// A str of a Swift string.
    func string(_ text: String) -> Value {
        var text = text
        return text.withUTF8 { string(utf8: $0) }
    }

    /// A str of a literal.
    func string(_ text: StaticString) -> Value {
        guard text.hasPointerRepresentation else { return character(text.unicodeScalar.value) }
        let buffer = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return text.isASCII ? string(ascii: buffer) : string(utf8: buffer)
    }

    /// A str of ASCII text.
    func string(ascii text: UnsafeBufferPointer<UInt8>) -> Value {
        guard let start = text.baseAddress, text.count > 0 else { return runtime.pointee.emptyString }
        if text.count == 1 { return character(UInt32(start[0])) }
        let result = makeString(count: text.count, width: 1)
        copyBytes(from: start, to: result.base, text.count)
        finishASCII(result)
        return result.value
    }

    /// A str of UTF-8 text, in which lone surrogates are kept; anything else that is not UTF-8 becomes U+FFFD.
    func string(utf8 text: UnsafeBufferPointer<UInt8>) -> Value {
        guard let start = text.baseAddress, text.count > 0 else { return runtime.pointee.emptyString }
        if isASCII(start, text.count) { return string(ascii: text) }
        var builder = StringBuilder()
        builder.reserve(text.count)
        builder.append(utf8: text)
        return builder.finish(self)
    }

    /// A str of code points, in the width they need.
    func string(codePoints: UnsafeBufferPointer<UInt32>) -> Value {
        guard let start = codePoints.baseAddress else { return runtime.pointee.emptyString }
        return string(units: start, count: codePoints.count)
    }

    /// A str of code points in the width they need, from units of any width.
    @inline(__always)
    func string<Unit: CodeUnit>(units: UnsafePointer<Unit>, count: Int) -> Value {
        if count <= 1 { return count == 0 ? runtime.pointee.emptyString : character(UInt32(units[0])) }
        var mask: Unit = 0
        for index in 0..<count { mask |= units[index] }
        return string(units: units, count: count, mask: UInt32(mask))
    }

    /// The same, when the bitwise or of all units is known.
    @inline(__always)
    func string<Unit: CodeUnit>(units: UnsafePointer<Unit>, count: Int, mask: UInt32) -> Value {
        let width = mask < 0x100 ? 1 : mask < 0x10000 ? 2 : 4
        let result = makeString(count: count, width: width)
        if width == MemoryLayout<Unit>.size {
            memcpy(result.base, units, count &* width)
        } else if width == 1 {
            let target = result.bytes
            for index in 0..<count { target[index] = UInt8(truncatingIfNeeded: units[index]) }
        } else if width == 2 {
            let target = result.units16
            for index in 0..<count { target[index] = UInt16(truncatingIfNeeded: units[index]) }
        } else {
            let target = result.units32
            for index in 0..<count { target[index] = UInt32(truncatingIfNeeded: units[index]) }
        }
        if mask < 0x80 { finishASCII(result) }
        return result.value
    }

    /// The str of one code point; those of Latin-1 exist once.
    @inline(__always)
    func character(_ code: UInt32) -> Value {
        if code < 0x100 {
            let existing = runtime.pointee.characters[Int(code)]
            if existing.isBound { return existing }
        }
        return makeCharacter(code)
    }

    @inline(never)
    private func makeCharacter(_ code: UInt32) -> Value {
        let width = code < 0x100 ? 1 : code < 0x10000 ? 2 : 4
        let result = makeString(count: 1, width: width)
        switch width {
        case 1: result.bytes[0] = UInt8(truncatingIfNeeded: code)
        case 2: result.units16[0] = UInt16(truncatingIfNeeded: code)
        default: result.units32[0] = code
        }
        if code < 0x80 { finishASCII(result) }
        if code < 0x100 { runtime.pointee.characters[Int(code)] = result.value }
        return result.value
    }

    /// A part of a str; the whole is the same object. The caller has checked the bounds.
    func substring(_ string: Str, _ start: Int, _ end: Int) -> Value {
        let count = end - start
        if count <= 0 { return runtime.pointee.emptyString }
        if count == string.count, typeOf(string.value) == type(.str) { return string.value }
        if count == 1 { return character(string[start]) }
        switch string.width {
        case 1:
            let result = makeString(count: count, width: 1)
            copyBytes(from: string.bytes + start, to: result.base, count)
            if string.isASCII { finishASCII(result) } else { finish(result) }
            return result.value
        case 2: return self.string(units: string.units16 + start, count: count)
        default: return self.string(units: string.units32 + start, count: count)
        }
    }

    /// The text of a str as a Swift string; lone surrogates become U+FFFD.
    func swiftString(_ value: Value) -> String {
        guard value.isKind(.string) else { return "" }
        let string = Str(value)
        if string.isASCII {
            return String(decoding: UnsafeBufferPointer(start: string.bytes, count: string.count), as: UTF8.self)
        }
        var result = String.UnicodeScalarView()
        for index in 0..<string.count { result.append(Unicode.Scalar(string[index]) ?? "\u{fffd}") }
        return String(result)
    }

    /// Whether a value is a str or an instance of a subclass.
    @inline(__always) func isString(_ value: Value) -> Bool { value.isKind(.string) }
}

/// A code unit of a str: one code point each.
protocol CodeUnit: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable {}
extension UInt8: CodeUnit {}
extension UInt16: CodeUnit {}
extension UInt32: CodeUnit {}

/// Whether all bytes are below 128, eight at a time.
@inline(__always)
func isASCII(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    let raw = UnsafeRawPointer(bytes)
    while index &+ 8 <= count {
        if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
        index &+= 8
    }
    while index < count {
        if bytes[index] >= 0x80 { return false }
        index &+= 1
    }
    return true
}

extension Str {
    /// Whether the str has exactly this ASCII text.
    func equals(_ text: StaticString) -> Bool {
        guard text.hasPointerRepresentation else { return count == 1 && self[0] == text.unicodeScalar.value }
        return isASCII && count == text.utf8CodeUnitCount && compareBytes(base, text.utf8Start, count)
    }
    /// Appends the code points to a Swift array.
    func codePoints() -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(count)
        for index in 0..<count { result.append(self[index]) }
        return result
    }
}

extension Str {
    /// The str itself, marked as ASCII, which the caller knows.
    var asASCII: Str {
        pointer.pointee.header.flags.insert(.layout2)
        return self
    }
}
