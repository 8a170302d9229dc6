#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A raw stream with a buffer: what `BufferedReader`, `BufferedWriter` and `BufferedRandom` hold. Over a plain `FileIO`
/// it works on the descriptor directly; any other raw stream is called as the script wrote it.
///
/// At most one of the two buffers holds something: bytes read ahead, or bytes not written yet.
final class BufferedFile: TracedObject {
    enum Kind { case reader, writer, random }

    static let defaultSize = 8192

    let kind: Kind
    private(set) var raw: Value
    /// The descriptor under it, when `raw` is a plain `FileIO`.
    private(set) var rawFile: RawFile?
    let size: Int
    /// The text file over this one, whose pending text must be written before this one goes.
    weak var upper: TextFile?
    private(set) var isDetached = false

    private var input: UnsafeMutablePointer<UInt8>?
    private(set) var inputStart = 0
    private(set) var inputEnd = 0
    private var output: UnsafeMutablePointer<UInt8>?
    private(set) var outputCount = 0

    init(kind: Kind, raw: Value, rawFile: RawFile?, size: Int) {
        self.kind = kind
        self.raw = raw
        self.rawFile = rawFile
        self.size = size
    }

    /// Where the file is noted as one that may hold unwritten data.
    private var registry: IOState?

    /// Notes the file among those that may hold unwritten data.
    func register(_ m: Machine) {
        registry = m.io
        m.io.writers[ObjectIdentifier(self)] = Unmanaged.passUnretained(self)
    }

    deinit {
        registry?.writers[ObjectIdentifier(self)] = nil
        input?.deallocate()
        output?.deallocate()
    }

    override func trace(_ marker: inout Marker) { marker.visit(raw) }

    /// Bytes read ahead.
    var available: Int { inputEnd - inputStart }
    var inputPointer: UnsafeMutablePointer<UInt8> {
        if let input { return input + inputStart }
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        input = memory
        return memory + inputStart
    }
    func consume(_ count: Int) { inputStart += count }

    func isClosed(_ m: Machine) throws(Raise) -> Bool {
        if let rawFile { return rawFile.isClosed }
        return try m.truth(try m.getAttribute(raw, m.internStatic("closed")))
    }

    func detach() {
        isDetached = true
        rawFile?.upper = nil
        rawFile = nil
        raw = .unbound
    }

    // MARK: The raw stream

    /// Reads once; nil when it would block.
    private func rawRead(_ m: Machine, _ memory: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raise) -> Int? {
        if let rawFile {
            if !rawFile.isReadable { throw m.raiseUnsupported("File not open for reading") }
            return try rawFile.read(m, memory, count)
        }
        let target = try m.call(m.type(.bytearray).value, m.int(count))
        let view = try m.call(m.type(.memoryview).value, target)
        let result = try m.callMethodNamed(raw, "readinto", view)
        if result.isNone { return nil }
        let got = m.isInt(result) ? try m.sizeArgument(result) : -1
        guard m.isInt(result), got >= 0, got <= count else {
            if !m.isInt(result) { throw m.raise(.osError, "raw readinto() failed") }
            throw m.raise(
                .osError,
                "raw readinto() returned invalid length \(got) (should have been between 0 and \(count))")
        }
        if let bytes = m.byteBuffer(target), let base = bytes.baseAddress, bytes.count >= got {
            memcpy(memory, base, got)
        }
        return got
    }

    /// Writes once; nil when it would block.
    private func rawWrite(_ m: Machine, _ memory: UnsafePointer<UInt8>, _ count: Int) throws(Raise) -> Int? {
        if let rawFile {
            if !rawFile.isWritable { throw m.raiseUnsupported("File not open for writing") }
            return try rawFile.write(m, memory, count)
        }
        let result = try m.callMethod(raw, .write, m.bytes(UnsafeBufferPointer(start: memory, count: count)))
        if result.isNone { return nil }
        let written = try m.sizeArgument(result)
        if written < 0 || written > count {
            throw m.raise(
                .osError,
                "raw write() returned invalid length \(written) (should have been between 0 and \(count))")
        }
        return written
    }

    func rawSeek(_ m: Machine, _ offset: Int, _ whence: Int) throws(Raise) -> Int {
        if let rawFile {
            try rawFile.checkOpen(m)
            return try rawFile.seek(m, offset, whence)
        }
        let result = try m.sizeArgument(try m.callMethodNamed(raw, "seek", m.int(offset), m.int(whence)))
        if result < 0 { throw m.raise(.osError, "Raw stream returned invalid position \(result)") }
        return result
    }

    private func rawTell(_ m: Machine) throws(Raise) -> Int {
        if let rawFile {
            try rawFile.checkOpen(m)
            return try rawFile.seek(m, 0, 1)
        }
        let result = try m.sizeArgument(try m.callMethodNamed(raw, "tell"))
        if result < 0 { throw m.raise(.osError, "Raw stream returned invalid position \(result)") }
        return result
    }

    // MARK: Reading

    /// Reads once into the empty buffer; the number of bytes, nil when it would block.
    func fill(_ m: Machine) throws(Raise) -> Int? {
        inputStart = 0
        inputEnd = 0
        let memory = inputPointer
        guard let count = try rawRead(m, memory, size) else { return nil }
        inputEnd = count
        return count
    }

    /// What must happen before reading: unwritten bytes go out.
    func prepareToRead(_ m: Machine) throws(Raise) {
        if outputCount > 0 { try flushOutput(m) }
    }

    /// Takes up to `count` bytes; with `isOnce` at most one call of the raw stream is made. Gives nil when nothing could
    /// be had without blocking.
    func read(
        _ m: Machine, into memory: UnsafeMutablePointer<UInt8>, _ count: Int, isOnce: Bool
    ) throws(Raise) -> Int? {
        var done = min(count, available)
        if done > 0 {
            memcpy(memory, inputPointer, done)
            inputStart += done
            if isOnce || done == count { return done }
        }
        try prepareToRead(m)
        while done < count {
            let rest = count - done
            let got: Int?
            if rest >= size {
                inputStart = 0
                inputEnd = 0
                got = try rawRead(m, memory + done, isOnce ? rest : rest - rest % size)
            } else {
                got = try fill(m)
                let taken = min(rest, available)
                if taken > 0 {
                    memcpy(memory + done, inputPointer, taken)
                    inputStart += taken
                    done += taken
                    if isOnce { return done }
                    continue
                }
            }
            guard let got else { return done > 0 ? done : nil }
            if got == 0 { break }
            done += got
            if isOnce { break }
        }
        return done
    }

    /// All that is left: bytes, or None when it would block.
    func readAll(_ m: Machine) throws(Raise) -> Value {
        try prepareToRead(m)
        var collected: [UInt8] = Array(UnsafeBufferPointer(start: inputPointer, count: available))
        inputStart = 0
        inputEnd = 0
        if let rawFile {
            if !rawFile.isReadable { throw m.raiseUnsupported("File not open for reading") }
            let rest = try rawFile.readAll(m)
            if collected.isEmpty { return rest }
            if rest.isKind(.bytes) { collected += Bytes(rest).buffer }
            return m.bytes(collected)
        }
        let readAll = try m.attributeIfPresent(raw, "readall")
        if readAll.isBound {
            let rest = try m.call(readAll)
            if rest.isNone { return collected.isEmpty ? .none : m.bytes(collected) }
            guard rest.isKind(.bytes) else { throw m.raise(.typeError, "readall() should return bytes") }
            if collected.isEmpty { return rest }
            collected += Bytes(rest).buffer
            return m.bytes(collected)
        }
        while true {
            let part = try m.callMethodNamed(raw, "read")
            if part.isNone { return collected.isEmpty ? .none : m.bytes(collected) }
            guard part.isKind(.bytes) else { throw m.raise(.typeError, "read() should return bytes") }
            if Bytes(part).count == 0 { return m.bytes(collected) }
            collected += Bytes(part).buffer
        }
    }

    /// The next line with its end, at most `limit` bytes (negative: no limit).
    func readLine(_ m: Machine, limit: Int) throws(Raise) -> Value {
        try prepareToRead(m)
        var line: [UInt8] = []
        while true {
            let room = limit < 0 ? available : min(available, limit - line.count)
            if room > 0 {
                let start = inputPointer
                if let found = memchr(start, 10, room) {
                    let length = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
                    inputStart += length
                    let part = UnsafeBufferPointer(start: start, count: length)
                    if line.isEmpty { return m.bytes(part) }
                    line += part
                    return m.bytes(line)
                }
                line += UnsafeBufferPointer(start: start, count: room)
                inputStart += room
            }
            if limit >= 0, line.count >= limit { return m.bytes(line) }
            guard let got = try fill(m), got > 0 else { return m.bytes(line) }
        }
    }

    // MARK: Writing

    func write(_ m: Machine, _ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raise) {
        if available > 0 || inputEnd > 0 { try dropInput(m) }
        if output == nil {
            output = .allocate(capacity: size)
            register(m)
        }
        guard let output else { return }
        if count <= size - outputCount {
            moveBytes(output + outputCount, bytes, count)
            outputCount += count
            return
        }
        do throws(Raise) {
            try flushOutput(m)
        } catch {
            guard m.pendingMatches(.blockingIOError) else { throw error }
            // What fits is kept for later.
            m.clearPending()
            let taken = min(size - outputCount, count)
            let place = output + outputCount
            outputCount += taken
            moveBytes(place, bytes, taken)
            throw m.raiseWouldBlock(written: taken, isRaw: rawFile != nil)
        }
        var done = 0
        while count - done > size {
            guard let written = try rawWrite(m, bytes + done, count - done) else {
                throw m.raiseWouldBlock(written: done, isRaw: rawFile != nil)
            }
            done += written
        }
        if count > done {
            moveBytes(output, bytes + done, count - done)
            outputCount = count - done
        }
    }

    /// Writes out what is gathered.
    func flushOutput(_ m: Machine) throws(Raise) {
        guard let output, outputCount > 0 else { return }
        var done = 0
        while done < outputCount {
            let written: Int?
            do throws(Raise) {
                written = try rawWrite(m, output + done, outputCount - done)
            } catch {
                keep(from: done)
                throw error
            }
            guard let written else {
                keep(from: done)
                throw m.raiseWouldBlock(written: 0, isRaw: rawFile != nil)
            }
            done += written
        }
        outputCount = 0
    }

    private func keep(from start: Int) {
        guard let output, start > 0 else { return }
        memmove(output, output + start, outputCount - start)
        outputCount -= start
    }

    /// Text above included.
    func flushAll(_ m: Machine) throws(Raise) {
        if let upper { try upper.flushPending(m) }
        try flushOutput(m)
    }

    /// Forgets bytes read ahead; the raw stream goes back to where the reader is.
    func dropInput(_ m: Machine) throws(Raise) {
        let ahead = available
        inputStart = 0
        inputEnd = 0
        if ahead > 0 { _ = try rawSeek(m, -ahead, 1) }
    }

    // MARK: Places

    func tell(_ m: Machine) throws(Raise) -> Int {
        let position = try rawTell(m)
        return max(0, position - available) + outputCount
    }

    func seek(_ m: Machine, _ offset: Int, _ whence: Int) throws(Raise) -> Int {
        // Inside what is read ahead nothing need be read again.
        if kind != .writer, whence != 2, available > 0, outputCount == 0 {
            let position = try rawTell(m)
            let current = position - available
            let target = whence == 0 ? offset : current &+ offset
            let distance = target &- current
            if distance >= -inputStart, distance <= available {
                inputStart += distance
                return target
            }
        }
        try flushOutput(m)
        var offset = offset
        if whence == 1 { offset = offset &- available }
        let result = try rawSeek(m, offset, whence)
        inputStart = 0
        inputEnd = 0
        return result
    }

    /// Writes what is gathered; a reader keeps its place.
    func flush(_ m: Machine) throws(Raise) {
        if kind == .reader { return }
        try flushOutput(m)
        if kind == .random, available > 0 { try dropInput(m) }
    }

    /// Ends the registration among the files with something to write.
    func forget(_ m: Machine) {
        registry = nil
        m.io.writers[ObjectIdentifier(self)] = nil
    }
}

extension Machine {
    /// BlockingIOError of a buffered write.
    func raiseWouldBlock(written: Int, isRaw: Bool) -> Raise {
        raise(
            makeException(
                .blockingIOError, int(isRaw ? Int(EAGAIN) : 0), string("write could not complete without blocking"),
                int(written)))
    }

    /// Writes out the buffers of files that are open for writing on the same file: a program that dropped such a file
    /// without closing it expects the data there, as with CPython, which closes it at once.
    func writeOutFiles(at path: [UInt8]) {
        if io.writers.isEmpty { return }
        var info = stat()
        let result = path.withUnsafeBufferPointer { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return -1 }
            return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { stat($0, &info) }
        }
        guard result == 0 else { return }
        for file in io.writers.values.map({ $0.takeUnretainedValue() }) {
            guard let raw = file.rawFile, !raw.isClosed else { continue }
            var other = stat()
            guard fstat(raw.descriptor, &other) == 0, other.st_ino == info.st_ino, other.st_dev == info.st_dev else {
                continue
            }
            let pending = takePending()
            do throws(Raise) { try file.flushAll(self) } catch { clearPending() }
            state.pointee.pending = pending
        }
    }

    /// The same for all files: before a child process starts, or something else looks at the file system as a whole.
    func writeOutAllFiles() {
        for file in io.writers.values.map({ $0.takeUnretainedValue() }) {
            guard let raw = file.rawFile, !raw.isClosed else { continue }
            let pending = takePending()
            do throws(Raise) { try file.flushAll(self) } catch { clearPending() }
            state.pointee.pending = pending
        }
    }
}
