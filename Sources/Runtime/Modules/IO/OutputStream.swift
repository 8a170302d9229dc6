#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A text stream over a file descriptor: what `sys.stdout`, `sys.stderr` and `sys.stdin` are. UTF-8 with a buffer of
/// bytes in each direction; lives in a cell of type `TextIOWrapper`. See "io.TextIOWrapper" in the library reference.
final class TextStream {
    /// Bytes gathered before they are written.
    static let capacity = 8192

    let descriptor: Int32
    let name: String
    let mode: String
    /// What to do about what can't be encoded (surrogates).
    var errors: String
    /// Every line is written at once.
    var isLineBuffered: Bool
    private(set) var isClosed = false
    let isReadable: Bool

    private let output: UnsafeMutablePointer<UInt8>
    private var outputCount = 0
    private let input: UnsafeMutablePointer<UInt8>
    private var inputStart = 0
    private var inputEnd = 0
    private var isAtEnd = false

    init(descriptor: Int32, name: String, mode: String, errors: String, isLineBuffered: Bool) {
        self.descriptor = descriptor
        self.name = name
        self.mode = mode
        self.errors = errors
        self.isLineBuffered = isLineBuffered
        isReadable = mode == "r"
        output = .allocate(capacity: TextStream.capacity)
        input = .allocate(capacity: TextStream.capacity)
    }

    deinit {
        output.deallocate()
        input.deallocate()
    }

    /// The stream in a value, or nil when it is something else.
    @inline(__always)
    static func of(_ m: Machine, _ value: Value) -> TextStream? {
        guard value.isKind(.box), value.cell.type == m.type(.textIOWrapper) else { return nil }
        return unsafeDowncast(value.layout(BoxLayout.self).pointee.object.takeUnretainedValue(), to: TextStream.self)
    }

    // MARK: Writing

    /// Writes a str.
    func write(_ m: Machine, _ string: Str) throws(Raise) {
        if isClosed { throw m.raise(.valueError, "I/O operation on closed file.") }
        if string.isASCII {
            try put(m, UnsafeBufferPointer(start: string.bytes, count: string.count))
        } else {
            let bytes = try m.encode(string, .utf8, errors)
            try put(m, Bytes(bytes).buffer)
        }
    }

    /// Writes bytes that are UTF-8 already.
    func put(_ m: Machine, _ bytes: UnsafeBufferPointer<UInt8>) throws(Raise) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        if bytes.count > TextStream.capacity - outputCount {
            try flush(m)
            if bytes.count > TextStream.capacity { return try writeAll(m, base, bytes.count) }
        }
        memcpy(output + outputCount, base, bytes.count)
        outputCount += bytes.count
        if isLineBuffered, memchr(base, 10, bytes.count) != nil || memchr(base, 13, bytes.count) != nil {
            try flush(m)
        }
    }

    /// Writes what is gathered to the descriptor.
    func flush(_ m: Machine) throws(Raise) {
        if outputCount == 0 { return }
        let count = outputCount
        outputCount = 0
        try writeAll(m, output, count)
    }

    private func writeAll(_ m: Machine, _ base: UnsafePointer<UInt8>, _ count: Int) throws(Raise) {
        var done = 0
        while done < count {
            #if canImport(Glibc)
            let written = Glibc.write(descriptor, base + done, count - done)
            #else
            let written = Darwin.write(descriptor, base + done, count - done)
            #endif
            if written >= 0 {
                done += written
                continue
            }
            let number = errno
            if number == EINTR {
                // The rest is kept when a handler raises.
                do throws(Raise) {
                    try m.checkSignals()
                } catch {
                    keep(base + done, count - done)
                    throw error
                }
                continue
            }
            if number == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
                continue
            }
            throw m.raiseOSError(number)
        }
    }

    private func keep(_ base: UnsafePointer<UInt8>, _ count: Int) {
        let kept = min(count, TextStream.capacity)
        memmove(output, base + (count - kept), kept)
        outputCount = kept
    }

    /// Writes what is gathered, ignoring errors: when the process ends. Gives whether all was written.
    @discardableResult
    func flushAtExit() -> Bool {
        var done = 0
        while done < outputCount {
            #if canImport(Glibc)
            let written = Glibc.write(descriptor, output + done, outputCount - done)
            #else
            let written = Darwin.write(descriptor, output + done, outputCount - done)
            #endif
            if written < 0 {
                if errno == EINTR { continue }
                outputCount = 0
                return false
            }
            done += written
        }
        outputCount = 0
        return true
    }

    /// Forgets what is gathered (after a broken pipe).
    func discardOutput() { outputCount = 0 }

    func close(_ m: Machine) throws(Raise) {
        if isClosed { return }
        try flush(m)
        isClosed = true
    }

    // MARK: Reading

    /// Fills the input buffer when it is empty; false at the end of the input.
    private func fill(_ m: Machine) throws(Raise) -> Bool {
        if inputStart < inputEnd { return true }
        while true {
            try m.checkSignals()
            let count = read(descriptor, input, TextStream.capacity)
            if count > 0 {
                inputStart = 0
                inputEnd = count
                return true
            }
            if count == 0 { return false }
            let number = errno
            if number == EINTR {
                try m.checkSignals()
                continue
            }
            if number == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&request, 1, -1)
                continue
            }
            throw m.raiseOSError(number)
        }
    }

    /// The bytes of the next line with its end (a line feed only, as for CPython's standard input), or none at the end of
    /// the input.
    func readLine(_ m: Machine, limit: Int = Int.max) throws(Raise) -> [UInt8] {
        if isClosed { throw m.raise(.valueError, "I/O operation on closed file.") }
        var line: [UInt8] = []
        while line.count < limit, try fill(m) {
            while inputStart < inputEnd, line.count < limit {
                let byte = input[inputStart]
                inputStart += 1
                line.append(byte)
                if byte == 10 { return line }
            }
        }
        return line
    }

    /// All bytes that are left.
    func readAll(_ m: Machine) throws(Raise) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let line = try readLine(m)
            if line.isEmpty { return all }
            all += line
        }
    }

    /// Bytes of the next `count` characters.
    func readCharacters(_ m: Machine, _ count: Int) throws(Raise) -> [UInt8] {
        var result: [UInt8] = []
        var characters = 0
        while try fill(m) {
            let byte = input[inputStart]
            if byte & 0xc0 != 0x80 {
                if characters == count { break }
                characters += 1
            }
            inputStart += 1
            result.append(byte)
        }
        return result
    }
}

extension Machine {
    /// A value for a stream.
    func makeStream(_ stream: TextStream) -> Value { box(stream, type: type(.textIOWrapper)) }

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
        if let native = TextStream.of(self, stream), text.isKind(.string) {
            try native.write(self, Str(text))
        } else {
            _ = try callMethod(stream, .write, text)
        }
    }
}
