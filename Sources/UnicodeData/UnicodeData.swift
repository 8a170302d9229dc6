// Unicode as Python sees it: properties, case mappings and normalization of code points, from the tables of
// `CUnicode` (which are CPython 3.13's, Unicode 15.1). Depends on nothing else, so every module may import it.
//
// Entry points:
// - for a lexer: `UnicodeData.isIdentifierStart(_:)`, `.isIdentifierContinue(_:)`, `.normalize(_:form:)`
// - for strings: `isAlpha` … `isTitle`, `decimalValue`, `upper(_:)` … `title(_:)` on whole texts, `normalize`
//
// A code point is a `UInt32`; surrogates and numbers beyond U+10FFFF are accepted everywhere and have no
// properties. ASCII is answered without a look at the tables where that is faster.

public import CUnicode

/// The namespace of the Unicode functions.
public enum UnicodeData {
    /// The version of the Unicode standard, as `unicodedata.unidata_version`.
    public static var version: String { String(cString: cu_version()) }

    @inlinable @inline(__always)
    static func has(_ flag: Int, _ code: UInt32) -> Bool {
        cu_flags(code) & UInt32(truncatingIfNeeded: flag) != 0
    }

    @inlinable @inline(__always)
    static func isASCIILetter(_ code: UInt32) -> Bool { (code | 0x20) &- 0x61 < 26 }

    @inlinable @inline(__always)
    static func isASCIIDigit(_ code: UInt32) -> Bool { code &- 0x30 < 10 }

    /// Whether `str.isalpha` holds for the code point (category Lm, Lt, Lu, Ll or Lo).
    @inlinable
    public static func isAlpha(_ code: UInt32) -> Bool {
        code < 0x80 ? isASCIILetter(code) : has(CU_ALPHA, code)
    }

    /// Whether `str.isdecimal` holds: usable as a digit in base 10.
    @inlinable
    public static func isDecimal(_ code: UInt32) -> Bool {
        code < 0x80 ? isASCIIDigit(code) : has(CU_DECIMAL, code)
    }

    /// Whether `str.isdigit` holds: decimals and digits such as superscripts.
    @inlinable
    public static func isDigit(_ code: UInt32) -> Bool {
        code < 0x80 ? isASCIIDigit(code) : has(CU_DIGIT, code)
    }

    /// Whether `str.isnumeric` holds: everything with a numeric value.
    @inlinable
    public static func isNumeric(_ code: UInt32) -> Bool {
        code < 0x80 ? isASCIIDigit(code) : has(CU_NUMERIC, code)
    }

    /// Whether `str.isalnum` holds.
    @inlinable
    public static func isAlphanumeric(_ code: UInt32) -> Bool {
        code < 0x80
            ? isASCIILetter(code) || isASCIIDigit(code)
            : has(CU_ALPHA | CU_DECIMAL | CU_DIGIT | CU_NUMERIC, code)
    }

    /// Whether `str.isspace` holds, which is also what `str.split` and `str.strip` take for white space.
    @inlinable
    public static func isSpace(_ code: UInt32) -> Bool {
        code < 0x80 ? code == 0x20 || code &- 9 < 5 || code &- 0x1c < 4 : has(CU_SPACE, code)
    }

    /// Whether `str.splitlines` ends a line at the code point.
    @inlinable
    public static func isLineBreak(_ code: UInt32) -> Bool {
        code < 0x80 ? code &- 10 < 4 || code &- 0x1c < 3 : has(CU_LINE_BREAK, code)
    }

    /// Whether `str.isprintable` holds, so that `repr` shows the code point unescaped.
    @inlinable
    public static func isPrintable(_ code: UInt32) -> Bool {
        code < 0x80 ? code &- 0x20 < 0x5f : has(CU_PRINTABLE, code)
    }

    /// Whether the code point is upper case.
    @inlinable
    public static func isUpper(_ code: UInt32) -> Bool {
        code < 0x80 ? code &- 0x41 < 26 : has(CU_UPPER, code)
    }

    /// Whether the code point is lower case.
    @inlinable
    public static func isLower(_ code: UInt32) -> Bool {
        code < 0x80 ? code &- 0x61 < 26 : has(CU_LOWER, code)
    }

    /// Whether the code point is a title case letter (category Lt).
    @inlinable
    public static func isTitle(_ code: UInt32) -> Bool { code >= 0x80 && has(CU_TITLE, code) }

    /// Whether the code point is upper, lower or title case.
    @inlinable
    public static func isCased(_ code: UInt32) -> Bool {
        code < 0x80 ? isASCIILetter(code) : has(CU_CASED, code)
    }

    /// Whether the code point is skipped when the context of a final sigma is looked at.
    @inlinable
    public static func isCaseIgnorable(_ code: UInt32) -> Bool { has(CU_CASE_IGNORABLE, code) }

    /// Whether a name can start with the code point (`_` or XID_Start), §2.3 of the language reference.
    @inlinable
    public static func isIdentifierStart(_ code: UInt32) -> Bool {
        code < 0x80 ? isASCIILetter(code) || code == 0x5f : has(CU_ID_START, code)
    }

    /// Whether a name can go on with the code point (XID_Continue), §2.3 of the language reference.
    @inlinable
    public static func isIdentifierContinue(_ code: UInt32) -> Bool {
        code < 0x80
            ? isASCIILetter(code) || isASCIIDigit(code) || code == 0x5f
            : has(CU_ID_CONTINUE, code)
    }

    /// The value of a decimal digit, 0 to 9, or nil: what `int` and `float` accept as a digit.
    @inlinable
    public static func decimalValue(_ code: UInt32) -> Int? {
        if code < 0x80 { return isASCIIDigit(code) ? Int(code &- 0x30) : nil }
        let value = cu_find(code).pointee.decimal
        return value == 255 ? nil : Int(value)
    }

    /// The value of a digit, 0 to 9, or nil, as `unicodedata.digit`.
    @inlinable
    public static func digitValue(_ code: UInt32) -> Int? {
        let value = cu_find(code).pointee.digit
        return value == 255 ? nil : Int(value)
    }

    /// The numeric value, or nil, as `unicodedata.numeric`.
    @inlinable
    public static func numericValue(_ code: UInt32) -> Double? {
        let index = cu_find(code).pointee.numeric
        return index == 0 ? nil : cu_numeric(UInt32(index))
    }

    /// The two letters of the general category, as `unicodedata.category`.
    public static func category(_ code: UInt32) -> StaticString {
        categories[Int(cu_find(code).pointee.category)]
    }

    /// The bidirectional class, as `unicodedata.bidirectional`; empty if there is none.
    public static func bidirectional(_ code: UInt32) -> StaticString {
        bidirectionalClasses[Int(cu_find(code).pointee.bidirectional)]
    }

    /// The East Asian width, as `unicodedata.east_asian_width`.
    public static func eastAsianWidth(_ code: UInt32) -> StaticString {
        widths[Int(cu_find(code).pointee.width)]
    }

    /// The canonical combining class, as `unicodedata.combining`.
    @inlinable
    public static func combiningClass(_ code: UInt32) -> UInt8 { cu_find(code).pointee.combining }

    /// Whether the code point is mirrored in bidirectional text, as `unicodedata.mirrored`.
    public static func isMirrored(_ code: UInt32) -> Bool { has(CU_MIRRORED, code) }

    // The orders of these three lists are those of the generator.
    private static let categories: [StaticString] = [
        "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps",
        "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
    ]
    private static let bidirectionalClasses: [StaticString] = [
        "", "L", "LRE", "LRO", "R", "AL", "RLE", "RLO", "PDF", "EN", "ES", "ET", "AN", "CS",
        "NSM", "BN", "B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI",
    ]
    private static let widths: [StaticString] = ["F", "H", "W", "Na", "A", "N"]
}
