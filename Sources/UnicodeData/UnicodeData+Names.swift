// Names of characters, and decompositions as the Unicode database writes them.

import CUnicode

extension UnicodeData {
    /// The name of a code point as `unicodedata.name`, or nil if it has none.
    public static func name(_ code: UInt32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CU_NAME_CAPACITY)) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let length = Int(cu_name(code, base))
            if length == 0 { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: base, count: length), as: UTF8.self)
        }
    }

    /// The code points of a name, an alias or a named sequence in any case, as `unicodedata.lookup`; empty if there is
    /// no such name.
    public static func lookup(_ name: String) -> [UInt32] {
        var codes = [UInt32](repeating: 0, count: Int(CU_SEQUENCE_CAPACITY))
        let count = name.withCString { cu_lookup($0, Int32(truncatingIfNeeded: min(name.utf8.count, 4096)), &codes) }
        return Array(codes.prefix(Int(count)))
    }

    /// The decomposition of a code point with its tag, as `unicodedata.decomposition`; empty if there is none.
    public static func decomposition(_ code: UInt32) -> String {
        guard let entry = cu_raw_decomposition(code) else { return "" }
        var parts: [String] = []
        let tag = decompositionTags[min(Int(entry[0]), decompositionTags.count - 1)]
        if !tag.isEmpty { parts.append(tag) }
        for index in 0..<Int(entry[1]) {
            let digits = String(entry[2 + index], radix: 16, uppercase: true)
            parts.append(String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
        }
        return parts.joined(separator: " ")
    }

    // In the order of the generator.
    private static let decompositionTags = [
        "", "<font>", "<noBreak>", "<initial>", "<medial>", "<final>", "<isolated>", "<circle>", "<super>", "<sub>",
        "<vertical>", "<wide>", "<narrow>", "<small>", "<square>", "<fraction>", "<compat>",
    ]
}
