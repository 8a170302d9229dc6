import UnicodeData

/// Which characters are the same when IGNORECASE is set.
enum RegexCase {
    /// Lower case letters that share their upper case form, or that only the full mappings tell apart.
    private static let families: [[UInt32]] = [
        [0x69, 0x131], [0x73, 0x17f], [0xb5, 0x3bc], [0x345, 0x3b9, 0x1fbe], [0x390, 0x1fd3], [0x3b0, 0x1fe3],
        [0x3b2, 0x3d0], [0x3b5, 0x3f5], [0x3b8, 0x3d1], [0x3ba, 0x3f0], [0x3c0, 0x3d6], [0x3c1, 0x3f1],
        [0x3c2, 0x3c3], [0x3c6, 0x3d5], [0x432, 0x1c80], [0x434, 0x1c81], [0x43e, 0x1c82], [0x441, 0x1c83],
        [0x442, 0x1c84, 0x1c85], [0x44a, 0x1c86], [0x463, 0x1c87], [0x1c88, 0xa64b], [0x1e61, 0x1e9b],
        [0xfb05, 0xfb06],
    ]

    /// Characters whose lower case form has another upper case form.
    private static let strays: [(lower: UInt32, code: UInt32)] = [
        (0x69, 0x130), (0x3b8, 0x3f4), (0xdf, 0x1e9e), (0x3c9, 0x2126), (0x6b, 0x212a), (0xe5, 0x212b),
    ]

    /// The lower case form, of ASCII letters only when the pattern is not for Unicode.
    @inline(__always)
    static func lower(_ code: UInt32, isUnicode: Bool) -> UInt32 {
        if isUnicode { return UnicodeData.simpleLower(code) }
        return code &- 0x41 < 26 ? code | 0x20 : code
    }

    /// Whether case matters for a character.
    static func isCased(_ code: UInt32, isUnicode: Bool) -> Bool {
        if !isUnicode { return RegexSource.isASCIILetter(code) }
        return UnicodeData.simpleLower(code) != code || UnicodeData.simpleUpper(code) != code
    }

    /// All characters that match a character, itself included.
    static func variants(_ code: UInt32, isUnicode: Bool) -> [UInt32] {
        guard isUnicode else {
            return RegexSource.isASCIILetter(code) ? [code | 0x20, code & ~0x20] : [code]
        }
        let lower = UnicodeData.simpleLower(code)
        var result: [UInt32] = []
        func add(_ candidate: UInt32, of lower: UInt32) {
            if UnicodeData.simpleLower(candidate) == lower, !result.contains(candidate) { result.append(candidate) }
        }
        func addAll(of lower: UInt32) {
            add(lower, of: lower)
            add(UnicodeData.simpleUpper(lower), of: lower)
            add(UnicodeData.simpleTitle(lower), of: lower)
            for stray in strays where stray.lower == lower { add(stray.code, of: lower) }
        }
        addAll(of: lower)
        for family in families where family.contains(lower) {
            for other in family where other != lower { addAll(of: other) }
        }
        return result
    }
}
