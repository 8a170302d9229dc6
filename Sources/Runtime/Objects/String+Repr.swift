#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

import UnicodeData

extension Machine {
    /// `repr` of a str: quoted, with escapes for what can't be printed.
    func stringRepr(_ string: Str) -> Value {
        if string.isASCII, Machine.needsNoEscape(string.bytes, string.count) {
            let result = makeString(count: string.count &+ 2, width: 1)
            result.bytes[0] = 0x27
            memcpy(result.base + 1, string.base, string.count)
            result.bytes[string.count &+ 1] = 0x27
            finishASCII(result)
            return result.value
        }
        var builder = StringBuilder()
        builder.reserve(string.count &+ 2)
        Machine.appendRepr(string, &builder, asciiOnly: false)
        return builder.finish(self)
    }

    /// Whether ASCII text can stand between single quotes as it is.
    private static func needsNoEscape(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for index in 0..<count {
            let unit = text[index]
            if unit < 0x20 || unit == 0x27 || unit == 0x5c || unit == 0x7f { return false }
        }
        return true
    }

    /// Adds the repr of a str; `asciiOnly` escapes all other characters, as `ascii` does.
    static func appendRepr(_ string: Str, _ builder: inout StringBuilder, asciiOnly: Bool) {
        var hasSingle = false
        var hasDouble = false
        var isPlain = string.isASCII
        for index in 0..<string.count {
            let code = string[index]
            if code == 0x27 { hasSingle = true }
            if code == 0x22 { hasDouble = true }
            if code < 0x20 || code == 0x5c || code >= 0x7f { isPlain = false }
        }
        let quote: UInt32 = hasSingle && !hasDouble ? 0x22 : 0x27
        builder.append(codePoint: quote)
        if isPlain, !hasSingle || quote == 0x22 {
            builder.append(string)
        } else {
            for index in 0..<string.count {
                let code = string[index]
                switch code {
                case quote, 0x5c:
                    builder.append(codePoint: 0x5c)
                    builder.append(codePoint: code)
                case 10: builder.append("\\n" as StaticString)
                case 13: builder.append("\\r" as StaticString)
                case 9: builder.append("\\t" as StaticString)
                case 0x20..<0x7f: builder.append(codePoint: code)
                default:
                    if code > 0x7f, !asciiOnly, UnicodeData.isPrintable(code) {
                        builder.append(codePoint: code)
                    } else {
                        builder.append(backslashEscape(code))
                    }
                }
            }
        }
        builder.append(codePoint: quote)
    }

    /// `repr` of bytes.
    func bytesRepr(_ buffer: UnsafeBufferPointer<UInt8>, escapesSingle: Bool = false) -> Value {
        var hasSingle = false
        var hasDouble = false
        for byte in buffer {
            if byte == 0x27 { hasSingle = true }
            if byte == 0x22 { hasDouble = true }
        }
        let quote: UInt8 = hasSingle && !hasDouble ? 0x22 : 0x27
        var builder = StringBuilder()
        builder.reserve(buffer.count &+ 3)
        builder.append(codePoint: 0x62)
        builder.append(codePoint: UInt32(quote))
        for byte in buffer {
            switch byte {
            case quote, 0x5c:
                builder.append(codePoint: 0x5c)
                builder.append(codePoint: UInt32(byte))
            case 0x27 where escapesSingle:
                builder.append(codePoint: 0x5c)
                builder.append(codePoint: UInt32(byte))
            case 10: builder.append("\\n" as StaticString)
            case 13: builder.append("\\r" as StaticString)
            case 9: builder.append("\\t" as StaticString)
            case 0x20..<0x7f: builder.append(codePoint: UInt32(byte))
            default: builder.append(backslashEscape(UInt32(byte)))
            }
        }
        builder.append(codePoint: UInt32(quote))
        return builder.finish(self)
    }
}
