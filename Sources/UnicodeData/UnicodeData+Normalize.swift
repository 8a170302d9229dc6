// The four normalization forms (Unicode Standard Annex 15).

import CUnicode

extension UnicodeData {
    /// A normalization form, named as `unicodedata.normalize` names it.
    public enum NormalizationForm: String, Sendable {
        case nfc = "NFC"
        case nfd = "NFD"
        case nfkc = "NFKC"
        case nfkd = "NFKD"

        /// Every text of code points below this bound is normalized already.
        var firstAffected: UInt32 {
            switch self {
            case .nfc: 0x300
            case .nfd: 0xc0
            case .nfkc, .nfkd: 0xa0
            }
        }
    }

    /// The text in a normalization form.
    public static func normalize(_ text: String, form: NormalizationForm) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let codes = text.unicodeScalars.map(\.value)
        let normalized = codes.withUnsafeBufferPointer { normalize($0, form: form) }
        var result = String.UnicodeScalarView()
        for code in normalized { result.append(Unicode.Scalar(code) ?? "\u{fffd}") }
        return String(result)
    }

    /// The code points of the text in a normalization form.
    public static func normalize(_ text: UnsafeBufferPointer<UInt32>, form: NormalizationForm) -> [UInt32] {
        let bound = form.firstAffected
        if text.allSatisfy({ $0 < bound }) { return Array(text) }
        var codes = decompose(text, compatibility: form == .nfkc || form == .nfkd)
        if form == .nfc || form == .nfkc { compose(&codes) }
        return codes
    }

    /// Whether the text is in a normalization form.
    public static func isNormalized(_ text: UnsafeBufferPointer<UInt32>, form: NormalizationForm) -> Bool {
        let bound = form.firstAffected
        if text.allSatisfy({ $0 < bound }) { return true }
        return normalize(text, form: form).elementsEqual(text)
    }

    // Hangul syllables are composed by arithmetic (Unicode, section 3.12).
    private static let syllableBase: UInt32 = 0xac00
    private static let syllableCount: UInt32 = 11172
    private static let leadBase: UInt32 = 0x1100
    private static let leadCount: UInt32 = 19
    private static let vowelBase: UInt32 = 0x1161
    private static let vowelCount: UInt32 = 21
    private static let tailBase: UInt32 = 0x11a7
    private static let tailCount: UInt32 = 28

    /// Replaces every code point by its full decomposition and puts combining marks in canonical order.
    private static func decompose(_ text: UnsafeBufferPointer<UInt32>, compatibility: Bool) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count + text.count / 4)
        for code in text {
            if code < 0xa0 {
                result.append(code)
                continue
            }
            let syllable = code &- syllableBase
            if syllable < syllableCount {
                result.append(leadBase + syllable / (vowelCount * tailCount))
                result.append(vowelBase + syllable % (vowelCount * tailCount) / tailCount)
                let tail = syllable % tailCount
                if tail > 0 { result.append(tailBase + tail) }
                continue
            }
            guard let entry = cu_decomposition(code) else {
                result.append(code)
                continue
            }
            let canonical = Int(entry.pointee & 0xff)
            let compatible = Int(entry.pointee >> 8 & 0xff)
            if compatibility && compatible > 0 {
                result.append(contentsOf: UnsafeBufferPointer(start: entry + 1 + canonical, count: compatible))
            } else if canonical > 0 {
                result.append(contentsOf: UnsafeBufferPointer(start: entry + 1, count: canonical))
            } else {
                result.append(code)
            }
        }
        orderMarks(&result)
        return result
    }

    /// Sorts each run of combining marks by combining class, keeping the order of equal ones.
    private static func orderMarks(_ codes: inout [UInt32]) {
        var start = 0
        while start < codes.count {
            guard codes[start] >= 0x300, combiningClass(codes[start]) != 0 else {
                start += 1
                continue
            }
            var end = start + 1
            var isOrdered = true
            while end < codes.count {
                let mark = combiningClass(codes[end])
                if mark == 0 { break }
                if mark < combiningClass(codes[end - 1]) { isOrdered = false }
                end += 1
            }
            if !isOrdered {
                // `sort` of the standard library is stable in practice but not by contract: the position
                // is part of the key.
                let marks = codes[start..<end].enumerated()
                    .map { (key: (Int(combiningClass($0.element)), $0.offset), code: $0.element) }
                    .sorted { $0.key < $1.key }
                for (offset, mark) in marks.enumerated() { codes[start + offset] = mark.code }
            }
            start = end
        }
    }

    /// Composes decomposed code points in place, each with the last starter that nothing blocks it from.
    private static func compose(_ codes: inout [UInt32]) {
        var write = 0
        var starter = -1
        var lastClass: UInt8 = 0
        for read in codes.indices {
            let code = codes[read]
            let mark = code < 0x300 ? 0 : combiningClass(code)
            let isAdjacent = starter == write - 1
            if starter >= 0, isAdjacent || lastClass < mark, let composite = pair(codes[starter], code) {
                codes[starter] = composite
                continue
            }
            if mark == 0 { starter = write }
            lastClass = mark
            codes[write] = code
            write += 1
        }
        codes.removeLast(codes.count - write)
    }

    /// The primary composite of two code points, or nil.
    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if second < 0x300 { return nil }
        let lead = first &- leadBase
        if lead < leadCount {
            let vowel = second &- vowelBase
            return vowel < vowelCount ? syllableBase + (lead * vowelCount + vowel) * tailCount : nil
        }
        let syllable = first &- syllableBase
        if syllable < syllableCount {
            let tail = second &- tailBase
            guard syllable % tailCount == 0, tail > 0, tail < tailCount else { return nil }
            return first + tail
        }
        let composite = cu_compose(first, second)
        return composite == 0 ? nil : composite
    }
}
