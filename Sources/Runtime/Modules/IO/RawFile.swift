#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open file descriptor: what an `io.FileIO` holds.
final class RawFile: TracedObject {
    fileprivate(set) var descriptor: Int32 = -1
    var isReadable = false
    var isWritable = false
    var isCreating = false
    var isAppending = false
    /// The descriptor is closed with the file.
    var closesDescriptor = true
    /// What was opened, for messages: a path or a number.
    var name: Value = .none
    /// Whether `lseek` works, once it was tried.
    private var seekable: Bool?
    /// The buffered file over this one: it is written out before the descriptor goes.
    weak var upper: BufferedFile?

    override func trace(_ marker: inout Marker) { marker.visit(name) }

    var isClosed: Bool { descriptor < 0 }

    deinit {
        if descriptor >= 0, closesDescriptor { _ = SystemCalls.close(descriptor) }
    }

    func attach(_ descriptor: Int32) { self.descriptor = descriptor }

    func isSeekable() -> Bool {
        if let seekable { return seekable }
        let result = SystemCalls.seek(descriptor, 0, SEEK_CUR) >= 0
        seekable = result
        return result
    }

    func checkOpen(_ m: Machine) throws(Raise) {
        if isClosed { throw m.raise(.valueError, "I/O operation on closed file") }
    }

    func seek(_ m: Machine, _ offset: Int, _ whence: Int) throws(Raise) -> Int {
        let position = SystemCalls.seek(descriptor, offset, Int32(truncatingIfNeeded: whence))
        if position < 0 { throw m.raiseOSError(errno) }
        seekable = true
        return position
    }

    func read(_ m: Machine, _ memory: UnsafeMutableRawPointer, _ count: Int) throws(Raise) -> Int? {
        try m.readDescriptor(descriptor, memory, count)
    }

    func write(_ m: Machine, _ memory: UnsafeRawPointer?, _ count: Int) throws(Raise) -> Int? {
        try m.writeDescriptor(descriptor, memory, count)
    }

    /// All that is left.
    func readAll(_ m: Machine) throws(Raise) -> Value {
        var info = stat()
        var size = 8192
        if fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG {
            let position = SystemCalls.seek(descriptor, 0, SEEK_CUR)
            if position >= 0, Int(info.st_size) > position { size = min(Int(info.st_size) - position, 1 << 40) + 1 }
        }
        try m.checkSize(size)
        var memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        defer { memory.deallocate() }
        var count = 0
        while true {
            if count == size {
                let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size * 2)
                memcpy(larger, memory, count)
                memory.deallocate()
                memory = larger
                size *= 2
            }
            guard let got = try read(m, memory + count, size - count) else {
                if count == 0 { return .none }
                break
            }
            if got == 0 { break }
            count += got
        }
        return m.bytes(UnsafeBufferPointer(start: memory, count: count))
    }

    /// Gives the descriptor up; what is still in a buffer above is written first.
    func close(_ m: Machine) throws(Raise) {
        guard descriptor >= 0 else { return }
        let old = descriptor
        descriptor = -1
        if closesDescriptor, SystemCalls.close(old) < 0, errno != EINTR { throw m.raiseOSError(errno) }
    }

    /// The mode as `FileIO.mode` tells it.
    var mode: StaticString {
        if isCreating { return isReadable ? "xb+" : "xb" }
        if isAppending { return isReadable ? "ab+" : "ab" }
        if isReadable { return isWritable ? "rb+" : "rb" }
        return "wb"
    }
}

extension RawFile {
    /// Opens what `FileIO(file, mode, closefd, opener)` names.
    func open(_ m: Machine, file: Value, mode: String, closesDescriptor: Bool, opener: Value) throws(Raise) {
        if descriptor >= 0 { try close(m) }
        var flags: Int32 = 0
        var kinds = 0
        var pluses = 0
        for letter in mode.utf8 {
            switch letter {
            case UInt8(ascii: "x"):
                kinds += 1
                (isCreating, isWritable) = (true, true)
                flags |= O_EXCL | O_CREAT
            case UInt8(ascii: "r"):
                kinds += 1
                isReadable = true
            case UInt8(ascii: "w"):
                kinds += 1
                isWritable = true
                flags |= O_CREAT | O_TRUNC
            case UInt8(ascii: "a"):
                kinds += 1
                (isAppending, isWritable) = (true, true)
                flags |= O_CREAT | O_APPEND
            case UInt8(ascii: "b"): break
            case UInt8(ascii: "+"):
                pluses += 1
                (isReadable, isWritable) = (true, true)
            default: throw m.raise(.valueError, "invalid mode: \(mode)")
            }
        }
        if kinds != 1 || pluses > 1 {
            throw m.raise(
                .valueError, "Must have exactly one of create/read/write/append mode and at most one plus")
        }
        flags |= isReadable ? (isWritable ? O_RDWR : O_RDONLY) : O_WRONLY
        flags |= O_CLOEXEC
        self.closesDescriptor = closesDescriptor
        name = file
        if m.isInt(file) {
            if file.isBool {
                try m.warn(.runtimeWarning, "bool is used as a file descriptor")
            }
            guard let number = m.intValue(file), let small = Int32(exactly: number) else {
                throw m.raise(.overflowError, "Python int too large to convert to C int")
            }
            if small < 0 { throw m.raise(.valueError, "negative file descriptor") }
            var info = stat()
            if fstat(small, &info) != 0 { throw m.raiseOSError(errno) }
            try refuseDirectory(m, info, file)
            descriptor = small
            return
        }
        if !closesDescriptor { throw m.raise(.valueError, "Cannot use closefd=False with file name") }
        let path = try m.fileSystemPath(file)
        name = file
        if !opener.isNone, opener.isBound {
            let result = try m.call(opener, file, m.int(Int(flags)))
            guard m.isInt(result) else { throw m.raise(.typeError, "expected integer from opener") }
            guard let number = m.intValue(result), let small = Int32(exactly: number) else {
                throw m.raise(.overflowError, "Python int too large to convert to C int")
            }
            if small < 0 { throw m.raise(.valueError, "opener returned \(small)") }
            descriptor = small
            _ = fcntl(small, F_SETFD, FD_CLOEXEC)
        } else {
            let bytes = try m.fileSystemBytes(path)
            m.writeOutFiles(at: bytes)
            while true {
                descriptor = bytes.withUnsafeBufferPointer { buffer in
                    guard let base = buffer.baseAddress else { return -1 }
                    return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                        SystemCalls.open($0, flags, 0o666)
                    }
                }
                if descriptor >= 0 { break }
                let number = errno
                if number != EINTR { throw m.raiseOSError(number, filename: file) }
                try m.checkSignals()
            }
        }
        var info = stat()
        if fstat(descriptor, &info) == 0 { try refuseDirectory(m, info, file) }
        if isAppending { _ = SystemCalls.seek(descriptor, 0, SEEK_END) }
    }

    private func refuseDirectory(_ m: Machine, _ info: stat, _ file: Value) throws(Raise) {
        guard info.st_mode & S_IFMT == S_IFDIR else { return }
        if descriptor >= 0, closesDescriptor {
            _ = SystemCalls.close(descriptor)
            attach(-1)
        }
        throw m.raiseOSError(EISDIR, filename: file)
    }
}
