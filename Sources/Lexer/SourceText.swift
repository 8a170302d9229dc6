/// The text of a program as the lexer wants it: UTF-8 without a byte order mark, lines that end in `\n` (the last one
/// too), and `padding` zero bytes behind, so that looking ahead needs no bounds check.
///
/// Owns the memory; pointers into it live as long as the object.
public final class SourceText: @unchecked Sendable {
    static let padding = 16

    /// The first byte of the text.
    public let bytes: UnsafeMutablePointer<UInt8>
    /// The number of bytes, padding not counted.
    public let count: Int
    /// A newline was added because the text did not end in one.
    public let addedNewline: Bool

    /// Decodes the bytes of a file as PEP 263 and the byte order mark say, and unifies its line ends. What
    /// `isText` says is UTF-8 whatever it declares.
    public init(decoding source: [UInt8], fileName: String, isText: Bool = false) throws(LexicalError) {
        var start = 0
        let hasMark = !isText && source.starts(with: [0xEF, 0xBB, 0xBF])
        if hasMark { start = 3 }
        var transcoded: [UInt8]?
        if !isText, let (cookie, line) = SourceText.encodingCookie(source, from: start) {
            // Beside a byte order mark only the name "utf-8" itself is accepted, as in CPython.
            let normalized = SourceText.normalizedEncoding(cookie)
            switch hasMark && cookie.lowercased() == "utf8" ? "utf8" : normalized {
            case "utf-8":
                break
            case let encoding:
                if hasMark {
                    let name = encoding == "iso-8859-1" ? encoding : cookie
                    throw LexicalError(
                        kind: .decoding, message: "encoding problem: \(name) with BOM", line: 0, offset: -1,
                        endOffset: -1)
                }
                transcoded = try SourceText.transcode(source, encoding: encoding, cookie: cookie, line: line)
                start = 0
            }
        }
        let input = transcoded ?? source
        let length = input.count - start
        guard length < Int(Int32.max) - 64 else {
            throw LexicalError(
                kind: .decoding, message: "Parser column offset overflow - source line is too big", line: 0,
                offset: -1, endOffset: -1)
        }
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: length + 1 + SourceText.padding)
        var size = 0
        var isASCII = true
        input.withUnsafeBufferPointer { (buffer: UnsafeBufferPointer<UInt8>) in
            guard let base = buffer.baseAddress, length > 0 else { return }
            let from = base + start
            var bits: UInt8 = 0
            var hasReturn = false
            for index in 0..<length {
                bits |= from[index]
                hasReturn = hasReturn || from[index] == 0x0D
            }
            isASCII = bits < 0x80
            if !hasReturn {
                memory.update(from: from, count: length)
                size = length
                return
            }
            var index = 0
            while index < length {
                var byte = from[index]
                index += 1
                if byte == 0x0D {
                    byte = 0x0A
                    if index < length && from[index] == 0x0A { index += 1 }
                }
                memory[size] = byte
                size += 1
            }
        }
        if size > 0 && memory[size - 1] != 0x0A {
            memory[size] = 0x0A
            size += 1
            addedNewline = true
        } else {
            addedNewline = false
        }
        (memory + size).update(repeating: 0, count: length + 1 + SourceText.padding - size)
        bytes = memory
        count = size
        if !isASCII, let bad = invalidUTF8() {
            throw SourceText.invalidByteError(bytes: bytes, at: bad, fileName: fileName)
        }
    }

    deinit { bytes.deallocate() }

    /// The line that contains an offset, its newline included.
    public func line(at offset: Int) -> Range<Int> {
        var start = min(max(offset, 0), count)
        while start > 0 && bytes[start - 1] != 0x0A { start -= 1 }
        var end = start
        while end < count && bytes[end] != 0x0A { end += 1 }
        return start..<min(end + 1, count)
    }

    /// The line of a number (from 1), its newline included; empty after the last one.
    public func line(number: Int) -> Range<Int> {
        var start = 0
        var line = 1
        while line < number && start < count {
            if bytes[start] == 0x0A { line += 1 }
            start += 1
        }
        guard line == number && start < count else { return count..<count }
        return self.line(at: start)
    }

    /// The text of a range; broken UTF-8 becomes U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// How many characters the range has; one whose bytes are cut off at the end counts.
    public func characterCount(_ range: Range<Int>) -> Int {
        var total = 0
        for index in range where bytes[index] & 0xC0 != 0x80 { total += 1 }
        return total
    }

    /// The offset of the first byte that is not UTF-8.
    private func invalidUTF8() -> Int? {
        var index = 0
        while index < count {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let second = bytes[index + 1]
            let length: Int
            switch first {
            case 0xC2...0xDF: length = 2
            case 0xE0: length = second >= 0xA0 ? 3 : 0
            case 0xED: length = second < 0xA0 ? 3 : 0
            case 0xE1...0xEF: length = 3
            case 0xF0: length = second >= 0x90 ? 4 : 0
            case 0xF1...0xF3: length = 4
            case 0xF4: length = second < 0x90 ? 4 : 0
            default: length = 0
            }
            if length == 0 { return index }
            for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    private static func invalidByteError(
        bytes: UnsafeMutablePointer<UInt8>, at offset: Int, fileName: String
    ) -> LexicalError {
        var line = 1
        for index in 0..<offset where bytes[index] == 0x0A { line += 1 }
        let hex = String(bytes[offset], radix: 16)
        return LexicalError(
            kind: .decoding,
            message: "Non-UTF-8 code starting with '\\x\(hex)' in file \(fileName) on line \(line), but no encoding "
                + "declared; see https://peps.python.org/pep-0263/ for details",
            line: 0, offset: -1, endOffset: -1)
    }
}
