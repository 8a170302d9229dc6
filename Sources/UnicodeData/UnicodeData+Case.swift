// Case mappings: of one code point (one-to-one, and full with up to three results), and of texts, where the
// Greek final sigma depends on its surroundings (Unicode, section 3.13, SpecialCasing).

public import CUnicode

extension UnicodeData {
    /// Up to three code points that a case mapping gives for one.
    @frozen
    public struct Mapping: Equatable, Sendable {
        /// How many of the three count, 1 to 3.
        public var count: Int
        public var first: UInt32
        public var second: UInt32
        public var third: UInt32

        @inlinable
        public init(_ first: UInt32) {
            (count, self.first, second, third) = (1, first, 0, 0)
        }

        @inlinable
        init(count: UInt32, _ codes: UnsafePointer<UInt32>) {
            self.count = Int(count)
            first = codes[0]
            second = count > 1 ? codes[1] : 0
            third = count > 2 ? codes[2] : 0
        }

        /// Adds the code points to the end of a text.
        @inlinable
        public func append(to text: inout [UInt32]) {
            text.append(first)
            if count > 1 { text.append(second) }
            if count > 2 { text.append(third) }
        }
    }

    /// The one-to-one lower case mapping.
    @inlinable
    public static func simpleLower(_ code: UInt32) -> UInt32 {
        if code < 0x80 { return code &- 0x41 < 26 ? code | 0x20 : code }
        return UInt32(bitPattern: Int32(bitPattern: code) &+ cu_find(code).pointee.lower_delta)
    }

    /// The one-to-one upper case mapping.
    @inlinable
    public static func simpleUpper(_ code: UInt32) -> UInt32 {
        if code < 0x80 { return code &- 0x61 < 26 ? code & ~0x20 : code }
        return UInt32(bitPattern: Int32(bitPattern: code) &+ cu_find(code).pointee.upper_delta)
    }

    /// The one-to-one title case mapping.
    @inlinable
    public static func simpleTitle(_ code: UInt32) -> UInt32 {
        if code < 0x80 { return code &- 0x61 < 26 ? code & ~0x20 : code }
        return UInt32(bitPattern: Int32(bitPattern: code) &+ cu_find(code).pointee.title_delta)
    }

    /// The full lower case mapping, without regard to the surroundings.
    @inlinable
    public static func fullLower(_ code: UInt32) -> Mapping {
        if code < 0x80 { return Mapping(simpleLower(code)) }
        let offset = cu_find(code).pointee.special_case
        return offset == 0 ? Mapping(simpleLower(code)) : special(offset, 0)
    }

    /// The full upper case mapping.
    @inlinable
    public static func fullUpper(_ code: UInt32) -> Mapping {
        if code < 0x80 { return Mapping(simpleUpper(code)) }
        let offset = cu_find(code).pointee.special_case
        return offset == 0 ? Mapping(simpleUpper(code)) : special(offset, 1)
    }

    /// The full title case mapping.
    @inlinable
    public static func fullTitle(_ code: UInt32) -> Mapping {
        if code < 0x80 { return Mapping(simpleTitle(code)) }
        let offset = cu_find(code).pointee.special_case
        return offset == 0 ? Mapping(simpleTitle(code)) : special(offset, 2)
    }

    /// The full case folding.
    @inlinable
    public static func fullFold(_ code: UInt32) -> Mapping {
        if code < 0x80 { return Mapping(simpleLower(code)) }
        let offset = cu_find(code).pointee.special_case
        return offset == 0 ? Mapping(simpleLower(code)) : special(offset, 3)
    }

    /// Mapping number `which` (lower, upper, title, fold) of an entry of the table of special cases.
    @usableFromInline
    static func special(_ offset: UInt16, _ which: Int) -> Mapping {
        let entry = cu_special(UInt32(offset))
        var lengths = entry.pointee
        var codes = entry + 1
        for _ in 0..<which {
            codes += Int(lengths & 0xff)
            lengths >>= 8
        }
        return Mapping(count: lengths & 0xff, codes)
    }

    // MARK: Whole texts. Generic over the width of a code unit (UInt8, UInt16 or UInt32: one code point each).

    /// The text as `str.lower` gives it.
    @inlinable
    public static func lower<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        for index in text.indices { lower(at: index, in: text).append(to: &result) }
        return result
    }

    /// The text as `str.upper` gives it.
    @inlinable
    public static func upper<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        for unit in text { fullUpper(UInt32(truncatingIfNeeded: unit)).append(to: &result) }
        return result
    }

    /// The text as `str.casefold` gives it.
    @inlinable
    public static func fold<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        for unit in text { fullFold(UInt32(truncatingIfNeeded: unit)).append(to: &result) }
        return result
    }

    /// The text as `str.swapcase` gives it.
    @inlinable
    public static func swapCase<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        for index in text.indices {
            let code = UInt32(truncatingIfNeeded: text[index])
            if isUpper(code) {
                lower(at: index, in: text).append(to: &result)
            } else if isLower(code) {
                fullUpper(code).append(to: &result)
            } else {
                result.append(code)
            }
        }
        return result
    }

    /// The text as `str.capitalize` gives it: the first code point in title case, the others in lower case.
    @inlinable
    public static func capitalize<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        for index in text.indices {
            let mapping =
                index == 0
                ? fullTitle(UInt32(truncatingIfNeeded: text[index]))
                : lower(at: index, in: text)
            mapping.append(to: &result)
        }
        return result
    }

    /// The text as `str.title` gives it: each run of cased code points begins in title case.
    @inlinable
    public static func title<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        var insideWord = false
        for index in text.indices {
            let code = UInt32(truncatingIfNeeded: text[index])
            (insideWord ? lower(at: index, in: text) : fullTitle(code)).append(to: &result)
            insideWord = isCased(code)
        }
        return result
    }

    /// The lower case of the code point at an index, with regard to its surroundings.
    @inlinable
    static func lower<Unit: FixedWidthInteger>(at index: Int, in text: UnsafeBufferPointer<Unit>) -> Mapping {
        let code = UInt32(truncatingIfNeeded: text[index])
        if code == 0x3a3 { return Mapping(isFinal(index, in: text) ? 0x3c2 : 0x3c3) }
        return fullLower(code)
    }

    /// Whether a capital sigma ends a word: a cased code point before it and none behind it, those that
    /// are ignored for this not counted.
    @inlinable
    static func isFinal<Unit: FixedWidthInteger>(_ index: Int, in text: UnsafeBufferPointer<Unit>) -> Bool {
        var before = index - 1
        while before >= 0, isCaseIgnorable(UInt32(truncatingIfNeeded: text[before])) { before -= 1 }
        guard before >= 0, isCased(UInt32(truncatingIfNeeded: text[before])) else { return false }
        var behind = index + 1
        while behind < text.count, isCaseIgnorable(UInt32(truncatingIfNeeded: text[behind])) { behind += 1 }
        return behind == text.count || !isCased(UInt32(truncatingIfNeeded: text[behind]))
    }
}
