extension SourceText {
    /// The encoding that a comment in the first two lines declares (PEP 263), and the line it stands in.
    static func encodingCookie(_ source: [UInt8], from start: Int) -> (String, Int)? {
        var position = start
        for line in 1...2 {
            var end = position
            while end < source.count && source[end] != 0x0A && source[end] != 0x0D { end += 1 }
            var index = position
            while index < end, [0x20, 0x09, 0x0C].contains(source[index]) { index += 1 }
            if index < end && source[index] != UInt8(ascii: "#") { return nil }
            if index < end, let cookie = cookie(in: source[index..<end]) { return (cookie, line) }
            position = end
            if position < source.count && source[position] == 0x0D { position += 1 }
            if position < source.count && source[position] == 0x0A { position += 1 }
        }
        return nil
    }

    private static func cookie(in comment: ArraySlice<UInt8>) -> String? {
        let word = Array("coding".utf8)
        var index = comment.startIndex
        while index + word.count < comment.endIndex {
            guard comment[index..<index + word.count].elementsEqual(word) else {
                index += 1
                continue
            }
            var next = index + word.count
            if comment[next] == UInt8(ascii: ":") || comment[next] == UInt8(ascii: "=") {
                next += 1
                while next < comment.endIndex && (comment[next] == 0x20 || comment[next] == 0x09) { next += 1 }
                let start = next
                while next < comment.endIndex && isCookieByte(comment[next]) { next += 1 }
                if next > start { return String(decoding: comment[start..<next], as: UTF8.self) }
            }
            index += 1
        }
        return nil
    }

    private static func isCookieByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return true
        default: return false
        }
    }

    /// `utf-8`, `iso-8859-1`, `ascii` and `koi8-r` under their usual names; others in lower case.
    static func normalizedEncoding(_ name: String) -> String {
        let lower = name.lowercased().split(separator: "_").joined(separator: "-")
        if lower == "utf-8" || lower == "utf8" || lower.hasPrefix("utf-8-") { return "utf-8" }
        for latin in ["latin-1", "iso-8859-1", "iso-latin-1"] where lower == latin || lower.hasPrefix(latin + "-") {
            return "iso-8859-1"
        }
        switch lower {
        case "latin1", "l1", "iso8859-1", "8859", "cp819", "latin": return "iso-8859-1"
        case "ascii", "us-ascii", "646": return "ascii"
        case "koi8-r", "cskoi8r": return "koi8-r"
        case "cp1252", "windows-1252", "1252": return "cp1252"
        default: return lower
        }
    }

    /// Turns text of a single-byte encoding into UTF-8.
    static func transcode(
        _ source: [UInt8], encoding: String, cookie: String, line: Int
    ) throws(LexicalError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count + source.count / 8)
        for byte in source {
            if byte < 0x80 {
                result.append(byte)
                continue
            }
            let code: UInt32
            switch encoding {
            case "iso-8859-1": code = UInt32(byte)
            case "koi8-r": code = koi8r[Int(byte) - 0x80]
            case "cp1252": code = byte < 0xA0 ? cp1252[Int(byte) - 0x80] : UInt32(byte)
            default:
                throw unknown(cookie)
            }
            guard code != 0, let scalar = Unicode.Scalar(code) else { throw unknown(cookie) }
            result.append(contentsOf: String(Character(scalar)).utf8)
        }
        if !["iso-8859-1", "koi8-r", "cp1252", "ascii"].contains(encoding) { throw unknown(cookie) }
        return result
    }

    private static func unknown(_ cookie: String) -> LexicalError {
        LexicalError(kind: .decoding, message: "encoding problem: \(cookie)", line: 0, offset: -1, endOffset: -1)
    }

    /// 0x80 to 0x9F of Windows-1252; 0 where nothing is assigned.
    private static let cp1252: [UInt32] = [
        0x20ac, 0x0000, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000,
        0x017d, 0x0000, 0x0000, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
        0x0153, 0x0000, 0x017e, 0x0178,
    ]

    /// The upper half of KOI8-R (RFC 1489).
    private static let koi8r: [UInt32] = [
        0x2500, 0x2502, 0x250c, 0x2510, 0x2514, 0x2518, 0x251c, 0x2524, 0x252c, 0x2534, 0x253c, 0x2580, 0x2584, 0x2588,
        0x258c, 0x2590, 0x2591, 0x2592, 0x2593, 0x2320, 0x25a0, 0x2219, 0x221a, 0x2248, 0x2264, 0x2265, 0x00a0, 0x2321,
        0x00b0, 0x00b2, 0x00b7, 0x00f7, 0x2550, 0x2551, 0x2552, 0x0451, 0x2553, 0x2554, 0x2555, 0x2556, 0x2557, 0x2558,
        0x2559, 0x255a, 0x255b, 0x255c, 0x255d, 0x255e, 0x255f, 0x2560, 0x2561, 0x0401, 0x2562, 0x2563, 0x2564, 0x2565,
        0x2566, 0x2567, 0x2568, 0x2569, 0x256a, 0x256b, 0x256c, 0x00a9, 0x044e, 0x0430, 0x0431, 0x0446, 0x0434, 0x0435,
        0x0444, 0x0433, 0x0445, 0x0438, 0x0439, 0x043a, 0x043b, 0x043c, 0x043d, 0x043e, 0x043f, 0x044f, 0x0440, 0x0441,
        0x0442, 0x0443, 0x0436, 0x0432, 0x044c, 0x044b, 0x0437, 0x0448, 0x044d, 0x0449, 0x0447, 0x044a, 0x042e, 0x0410,
        0x0411, 0x0426, 0x0414, 0x0415, 0x0424, 0x0413, 0x0425, 0x0418, 0x0419, 0x041a, 0x041b, 0x041c, 0x041d, 0x041e,
        0x041f, 0x042f, 0x0420, 0x0421, 0x0422, 0x0423, 0x0416, 0x0412, 0x042c, 0x042b, 0x0417, 0x0428, 0x042d, 0x0429,
        0x0427, 0x042a,
    ]
}
