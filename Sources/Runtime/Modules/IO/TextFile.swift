#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A text layer over a stream of bytes: what `io.TextIOWrapper` holds.
///
/// A standard stream has no buffer object until the script asks for `.buffer`; its text goes to the descriptor straight.
/// Text read ahead lies decoded, in UTF-8 (lone surrogates kept) with its line ends translated, so that lines are found
/// bytewise.
final class TextFile: TracedObject {
    /// Bytes gathered before they are written, and read at once.
    static let chunkSize = 8192
    /// What `_CHUNK_SIZE` says; how much is read at once does not depend on it.
    var announcedChunkSize = TextFile.chunkSize

    /// The buffer object; unbound for a standard stream whose buffer nobody has asked for, and after `detach`.
    var buffer: Value = .unbound
    /// What `buffer` holds, when it is one of the native buffered files.
    var buffered: BufferedFile?
    /// The descriptor of a standard stream without buffer object, or -1.
    var descriptor: Int32 = -1
    /// The name of a standard stream.
    var standardName: StaticString = ""
    var isReadable = false
    var isWritable = false
    var isClosedDirectly = false
    var isDetached = false

    var codec = TextCodec.utf8
    /// Encoder and decoder of the module `codecs`, for encodings that are not built in; or unbound.
    var encoder: Value = .unbound
    var decoder: Value = .unbound
    var encodingName = "utf-8"
    var errors = "strict"
    /// The argument `newline`; nil for None.
    var newline: String?
    /// CR and CRLF end lines, too; they are read as LF.
    var endsUniversally = false
    var translatesReading = false
    /// What LF is written as, when it is not itself.
    var writtenNewline: [UInt8]?
    /// Every line is written at once.
    var isLineBuffered = false
    var isWriteThrough = false

    // Writing.
    private var output: UnsafeMutablePointer<UInt8>?
    private(set) var outputCount = 0
    /// The next write begins the stream: it gets the byte order mark.
    var writesSignature = true

    // Reading.
    var text: UnsafeMutablePointer<UInt8>?
    var textStart = 0
    var textEnd = 0
    var textCapacity = 0
    /// Bytes that are no whole character yet.
    var carry: [UInt8] = []
    /// The byte order mark said so.
    var readsBigEndian = false
    /// Nothing was decoded yet: a byte order mark may come.
    var isAtStart = true
    /// Where the bytes of `text` come from, for `tell`.
    var segments: [TextSegment] = []
    /// Kinds of line ends seen: 1 CR, 2 LF, 4 CRLF.
    var seenNewlines: UInt8 = 0
    /// An iteration is under way: `tell` is refused.
    var isIterating = false
    /// The end was seen by the decoder.
    var isAtEnd = false
    /// Bytes on their way to the decoder.
    var scratch: UnsafeMutablePointer<UInt8>?

    deinit {
        output?.deallocate()
        text?.deallocate()
        scratch?.deallocate()
    }

    override func trace(_ marker: inout Marker) {
        marker.visit(buffer)
        marker.visit(encoder)
        marker.visit(decoder)
    }

    /// The text file in a value that is a `TextIOWrapper` itself (no subclass), or nil.
    @inline(__always)
    static func of(_ m: Machine, _ value: Value) -> TextFile? {
        guard value.isKind(.box), value.cell.type == m.type(.textIOWrapper) else { return nil }
        return m.boxed(value, as: TextFile.self)
    }

    func isClosed(_ m: Machine) throws(Raise) -> Bool {
        if let buffered { return try buffered.isClosed(m) }
        if buffer.isUnbound { return isClosedDirectly }
        return try m.truth(try m.getAttribute(buffer, m.internStatic("closed")))
    }

    @inline(__always)
    func checkOpen(_ m: Machine) throws(Raise) {
        if isDetached { throw m.raise(.valueError, "underlying buffer has been detached") }
        if try isClosed(m) { throw m.raise(.valueError, "I/O operation on closed file.") }
    }

    // MARK: Writing

    /// Writes a str.
    func write(_ m: Machine, _ string: Str) throws(Raise) {
        try checkOpen(m)
        if !isWritable, descriptor >= 0 || buffered != nil { throw m.raiseUnsupported("not writable") }
        if textEnd > 0 || !carry.isEmpty { dropText() }
        if string.isASCII, encoder.isUnbound, writtenNewline == nil, isASCIICompatible {
            return try put(m, UnsafeBufferPointer(start: string.bytes, count: string.count))
        }
        var value = string.value
        if let writtenNewline {
            value = try m.replaceNewlines(string, by: writtenNewline)
        }
        let bytes: Value
        if encoder.isBound {
            bytes = try m.callMethodNamed(encoder, "encode", value)
            guard bytes.isKind(.bytes) else {
                throw m.raise(
                    .typeError, "encoder should return a bytes object, not '\(m.typeName(bytes))'")
            }
        } else {
            bytes = try m.encode(Str(value), writingCodec, errors)
            if Bytes(bytes).count > 0 { writesSignature = false }
        }
        try put(m, Bytes(bytes).buffer, hasLineEnd: isLineBuffered && string.containsLineEnd)
    }

    private var isASCIICompatible: Bool {
        switch codec {
        case .utf8, .ascii, .latin1: true
        default: false
        }
    }

    /// The codec without its signature, unless this is the beginning of the stream.
    private var writingCodec: TextCodec {
        if writesSignature { return codec }
        switch codec {
        case .utf8Signed: return .utf8
        case .utf16: return .utf16Little
        case .utf32: return .utf32Little
        default: return codec
        }
    }

    /// Writes bytes that are encoded already.
    private func put(
        _ m: Machine, _ bytes: UnsafeBufferPointer<UInt8>, hasLineEnd: Bool? = nil
    ) throws(Raise) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        if output == nil {
            output = .allocate(capacity: TextFile.chunkSize)
            if let buffered { buffered.register(m) }
        }
        guard let output else { return }
        if bytes.count > TextFile.chunkSize - outputCount {
            try flushPending(m)
        }
        if bytes.count > TextFile.chunkSize {
            try send(m, base, bytes.count)
        } else {
            moveBytes(output + outputCount, base, bytes.count)
            outputCount += bytes.count
        }
        if isLineBuffered {
            let ends = hasLineEnd ?? (memchr(base, 10, bytes.count) != nil || memchr(base, 13, bytes.count) != nil)
            if ends || isWriteThrough && descriptor >= 0 { try flush(m) } else if isWriteThrough { try flushPending(m) }
        } else if isWriteThrough {
            if descriptor >= 0 { try flush(m) } else { try flushPending(m) }
        }
    }

    /// Gives what is gathered to the buffer.
    func flushPending(_ m: Machine) throws(Raise) {
        if outputCount == 0 { return }
        guard let output else { return }
        let count = outputCount
        outputCount = 0
        try send(m, output, count)
    }

    /// Gives bytes to the buffer, or to the descriptor where there is none.
    private func send(_ m: Machine, _ base: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raise) {
        try send(m, UnsafePointer(base), count)
    }
    private func send(_ m: Machine, _ base: UnsafePointer<UInt8>, _ count: Int) throws(Raise) {
        if let buffered {
            try buffered.write(m, base, count)
            return
        }
        if descriptor < 0 {
            _ = try m.callMethod(buffer, .write, m.bytes(UnsafeBufferPointer(start: base, count: count)))
            return
        }
        var done = 0
        while done < count {
            let written: Int?
            do throws(Raise) {
                written = try m.writeDescriptor(descriptor, base + done, count - done)
            } catch {
                // After a handler raised the rest is kept; after an error it is lost.
                if errno == EINTR { keep(base + done, count - done) }
                throw error
            }
            if let written {
                done += written
            } else {
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
            }
        }
    }

    private func keep(_ base: UnsafePointer<UInt8>, _ count: Int) {
        guard let output else { return }
        let kept = min(count, TextFile.chunkSize)
        memmove(output, base + (count - kept), kept)
        outputCount = kept
    }

    /// Writes all out, through the buffer.
    func flush(_ m: Machine) throws(Raise) {
        try flushPending(m)
        if let buffered {
            try buffered.flush(m)
        } else if buffer.isBound {
            _ = try m.callMethod(buffer, .flush)
        }
    }

    /// Forgets what is gathered (after a broken pipe).
    func discardOutput() { outputCount = 0 }
}

/// Where a stretch of the text read ahead comes from.
struct TextSegment {
    /// Bytes of text.
    var textCount: Int
    /// Bytes of the stream.
    var rawCount: Int
    /// The bytes of the stream, where they are not the text itself.
    var raw: [UInt8]?
    var isAtStart: Bool
}

extension Str {
    /// Whether there is a CR or LF in the string.
    var containsLineEnd: Bool {
        for index in 0..<count where self[index] == 10 || self[index] == 13 { return true }
        return false
    }
}

extension Machine {
    /// The string with every LF replaced.
    func replaceNewlines(_ string: Str, by newline: [UInt8]) throws(Raise) -> Value {
        var builder = StringBuilder()
        for index in 0..<string.count {
            let code = string[index]
            if code == 10 {
                for byte in newline { builder.append(codePoint: UInt32(byte)) }
            } else {
                builder.append(codePoint: code)
            }
        }
        return builder.finish(self)
    }

    /// `sys.stdout` and the like; unbound when it is missing.
    func standardStream(_ known: KnownName) -> Value {
        let dict = runtime.pointee.sysDict
        return dict.isKind(.dict) ? dictGet(Dict(dict), name: name(known)) : .unbound
    }

    /// Runs the signal handlers that are due: after a system call was interrupted.
    func checkSignals() throws(Raise) {
        if state.pointee.interrupt.pointee & InterruptReason.signal != 0 { try safepoint() }
    }

    /// Writes a str to a stream object, the native ones directly.
    func write(_ stream: Value, _ text: Value) throws(Raise) {
        if text.isKind(.string) {
            if let file = TextFile.of(self, stream) { return try file.write(self, Str(text)) }
            if stream.isKind(.box), stream.cell.type == io.stringIO, let target = boxed(stream, as: TextStore.self) {
                return try target.write(self, Str(text))
            }
        }
        _ = try callMethod(stream, .write, text)
    }
}
