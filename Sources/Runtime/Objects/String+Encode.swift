#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The encodings built in, and the normal spelling of their names.
enum TextCodec {
    case utf8, utf8Signed, ascii, latin1, utf16, utf16Little, utf16Big, utf32, utf32Little, utf32Big

    /// The codec of a name or an alias in any spelling, or nil.
    init?(_ name: String) {
        switch TextCodec.normalized(name, separator: "-") {
        case "utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001": self = .utf8
        case "utf-8-sig", "utf8-sig": self = .utf8Signed
        case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "ansi-x3.4-1986", "cp367", "us", "iso646-us": self = .ascii
        case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "iso8859", "8859", "cp819", "ibm819",
            "iso88591", "csisolatin1", "iso-8859-1-1987", "iso-ir-100", "charmap":
            self = .latin1
        case "utf-16", "utf16", "u16": self = .utf16
        case "utf-16-le", "utf-16le", "utf16-le", "utf16le", "unicodelittleunmarked": self = .utf16Little
        case "utf-16-be", "utf-16be", "utf16-be", "utf16be", "unicodebigunmarked": self = .utf16Big
        case "utf-32", "utf32", "u32": self = .utf32
        case "utf-32-le", "utf-32le", "utf32-le", "utf32le": self = .utf32Little
        case "utf-32-be", "utf-32be", "utf32-be", "utf32be": self = .utf32Big
        default: return nil
        }
    }

    /// The name in error messages.
    var name: StaticString {
        switch self {
        case .utf8, .utf8Signed: "utf-8"
        case .ascii: "ascii"
        case .latin1: "latin-1"
        case .utf16: "utf-16"
        case .utf16Little: "utf-16-le"
        case .utf16Big: "utf-16-be"
        case .utf32: "utf-32"
        case .utf32Little: "utf-32-le"
        case .utf32Big: "utf-32-be"
        }
    }
}

/// What to do about what can't be encoded or decoded.
enum CodecErrors: String {
    case strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace, surrogateescape, surrogatepass
}

extension StringMethods {
    static func encode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let encoding = try m.textArgument(a[1], "encode", named: "encoding") ?? "utf-8"
        let errors = try m.textArgument(a[2], "encode", named: "errors") ?? "strict"
        return try m.encode(Str(a[0]), encoding: encoding, errors: errors)
    }
}

extension Machine {
    /// `str.encode`: a bytes object.
    func encode(_ string: Str, encoding: String, errors: String) throws(Raise) -> Value {
        if TextCodec.isPlain(encoding), let codec = TextCodec(encoding) { return try encode(string, codec, errors) }
        do throws(Raise) {
            if let codec = TextCodec(encoding) { return try encode(string, codec, errors) }
            if let codec = TableCodec(encoding) { return try encode(string, codec, errors) }
        } catch {
            throw noteCodec("encoding with '\(encoding)' codec failed")
        }
        return try encodeByRegistered(string, encoding: encoding, errors: errors)
    }

    /// Adds a note to the pending exception.
    func noteCodec(_ text: String) -> Raise {
        let exception = takePending()
        do throws(Raise) {
            let known = try getAttributeIfPresent(exception, name(.__notes__))
            let notes = known.isKind(.list) ? List(known) : list()
            notes.append(self, string(text))
            try setAttribute(exception, name(.__notes__), notes.value)
        } catch {
            clearPending()
        }
        state.pointee.pending = exception
        return Raise()
    }

    /// Encodes with a codec; the name of the error handler is looked at only when it is needed.
    func encode(_ string: Str, _ codec: TextCodec, _ errors: String) throws(Raise) -> Value {
        switch codec {
        case .utf8, .ascii, .latin1:
            if string.isASCII || codec == .latin1 && string.width == 1 {
                return bytes(UnsafeBufferPointer(start: string.bytes, count: string.count))
            }
        default: break
        }
        var output: [UInt8] = []
        output.reserveCapacity(string.count * 2 + 4)
        switch codec {
        case .utf8Signed: output += [0xef, 0xbb, 0xbf]
        case .utf16: output += [0xff, 0xfe]
        case .utf32: output += [0xff, 0xfe, 0, 0]
        default: break
        }
        var index = 0
        while index < string.count {
            let code = string[index]
            if Machine.append(code, codec, &output) {
                index += 1
                continue
            }
            var end = index + 1
            if codec.groupsErrors {
                while end < string.count, !Machine.canEncode(string[end], codec) { end += 1 }
            }
            index = try encodeErrors(string, index, end, codec, errors, &output)
        }
        return bytes(output)
    }

    private static func canEncode(_ code: UInt32, _ codec: TextCodec) -> Bool {
        switch codec {
        case .ascii: code < 0x80
        case .latin1: code < 0x100
        default: code < 0xd800 || code > 0xdfff
        }
    }

    /// Adds one code point in an encoding; false when it has no code there.
    @inline(__always)
    private static func append(_ code: UInt32, _ codec: TextCodec, _ output: inout [UInt8]) -> Bool {
        guard canEncode(code, codec) else { return false }
        appendUnchecked(code, codec, &output)
        return true
    }

    private static func appendUnchecked(_ code: UInt32, _ codec: TextCodec, _ output: inout [UInt8]) {
        @inline(__always) func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
        func unit16(_ unit: UInt32) {
            let isBig = codec == .utf16Big
            output.append(byte(isBig ? unit >> 8 : unit))
            output.append(byte(isBig ? unit : unit >> 8))
        }
        switch codec {
        case .ascii, .latin1: output.append(byte(code))
        case .utf8, .utf8Signed: appendUTF8(code, &output)
        case .utf16, .utf16Little, .utf16Big:
            if code < 0x10000 {
                unit16(code)
            } else {
                unit16(0xd7c0 + code >> 10)
                unit16(0xdc00 + code & 0x3ff)
            }
        case .utf32, .utf32Little:
            for shift: UInt32 in [0, 8, 16, 24] { output.append(byte(code >> shift)) }
        case .utf32Big:
            for shift: UInt32 in [24, 16, 8, 0] { output.append(byte(code >> shift)) }
        }
    }

    /// Handles the code points from `start` to `end`, none of which can be encoded; gives where to go on.
    private func encodeErrors(
        _ string: Str, _ start: Int, _ end: Int, _ codec: TextCodec, _ errors: String, _ output: inout [UInt8]
    ) throws(Raise) -> Int {
        let problem = EncodingProblem(
            string: string, start: start, end: end, encoding: codec.name, reason: codec.reason)
        switch CodecErrors(rawValue: errors) {
        case .surrogateescape:
            for index in start..<end {
                let code = string[index]
                guard code >= 0xdc80, code <= 0xdcff else { throw problem.raise(self, from: index) }
                switch codec {
                case .ascii, .latin1, .utf8, .utf8Signed: output.append(UInt8(truncatingIfNeeded: code))
                default: throw problem.raise(self, from: index)
                }
            }
            return end
        case .surrogatepass:
            for index in start..<end {
                let code = string[index]
                guard code >= 0xd800, code <= 0xdfff, codec != .ascii, codec != .latin1 else {
                    throw problem.raise(self, from: index)
                }
                Machine.appendUnchecked(code, codec, &output)
            }
            return end
        default: break
        }
        return try replace(problem, errors, &output) { code, output in Machine.append(code, codec, &output) }
    }
}

extension TextCodec {
    /// Whether str and bytes know an encoding by that name themselves, without the registry of codecs, whose errors have
    /// a note.
    static func isPlain(_ name: String) -> Bool {
        switch name {
        case "utf-8", "ascii", "latin-1": return true
        default: break
        }
        switch normalized(name, separator: "_") {
        case "utf_8", "utf8", "utf_16", "utf16", "utf_32", "utf32", "ascii", "us_ascii", "latin_1", "latin1",
            "iso_8859_1",
            "iso8859_1":
            return true
        default: return false
        }
    }

    /// Why a code point can't be encoded.
    var reason: StaticString {
        switch self {
        case .ascii: "ordinal not in range(128)"
        case .latin1: "ordinal not in range(256)"
        default: "surrogates not allowed"
        }
    }

    /// Whether code points that can't be encoded are reported together.
    var groupsErrors: Bool {
        switch self {
        case .ascii, .latin1, .utf8, .utf8Signed: true
        default: false
        }
    }
}

/// Adds a code point in UTF-8 (surrogates by the same scheme).
@inline(__always)
func appendUTF8(_ code: UInt32, _ output: inout [UInt8]) {
    if code < 0x80 {
        output.append(UInt8(truncatingIfNeeded: code))
    } else if code < 0x800 {
        output.append(UInt8(truncatingIfNeeded: 0xc0 | code >> 6))
        output.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3f))
    } else if code < 0x10000 {
        output.append(UInt8(truncatingIfNeeded: 0xe0 | code >> 12))
        output.append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3f))
        output.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3f))
    } else {
        output.append(UInt8(truncatingIfNeeded: 0xf0 | code >> 18))
        output.append(UInt8(truncatingIfNeeded: 0x80 | code >> 12 & 0x3f))
        output.append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3f))
        output.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3f))
    }
}
