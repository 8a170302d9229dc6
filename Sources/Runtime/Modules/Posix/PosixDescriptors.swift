#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Functions of `posix` about file descriptors.
extension PosixModule {
    static var descriptorFunctions: [Native] {
        [
            Native("open", .signature("path, flags, mode=511, *, dir_fd=None"), style: .function, open),
            Native("close", .signature("fd"), style: .function, close),
            Native("closerange", .positional(2, 2), style: .function, closerange),
            Native("read", .positional(2, 2), style: .function, read),
            Native("write", .positional(2, 2), style: .function, write).takingBuffers(),
            Native("pread", .positional(3, 3), style: .function, pread),
            Native("pwrite", .positional(3, 3), style: .function, pwrite),
            Native("lseek", .positional(3, 3), style: .function, lseek),
            Native("pipe", .none, style: .function, pipe),
            Native("pipe2", .one, style: .function, pipe),
            Native("dup", .one, style: .function, dup),
            Native("dup2", .signature("fd, fd2, inheritable=True"), style: .function, dup2),
            Native("isatty", .one, style: .function, isatty),
            Native("fstat", .signature("fd"), style: .function, fstat),
            Native("ftruncate", .positional(2, 2), style: .function, ftruncate),
            Native("fsync", .signature("fd"), style: .function, fsync),
            Native("fdatasync", .signature("fd"), style: .function, fsync),
            Native("fchmod", .signature("fd, mode"), style: .function, fchmod),
            Native("get_inheritable", .one, style: .function, getInheritable),
            Native("set_inheritable", .positional(2, 2), style: .function, setInheritable),
            Native("get_blocking", .one, style: .function, getBlocking),
            Native("set_blocking", .positional(2, 2), style: .function, setBlocking),
            Native("get_terminal_size", .positional(0, 1), style: .function, terminalSize),
            Native("ttyname", .one, style: .function, ttyname),
            Native("device_encoding", .signature("fd"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let descriptor = try descriptor(m, a[0])
                #if canImport(Glibc)
                let isTerminal = Glibc.isatty(descriptor) == 1
                #else
                let isTerminal = Darwin.isatty(descriptor) == 1
                #endif
                return isTerminal ? m.string("UTF-8" as StaticString) : .none
            },
            Native("sync", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                #if canImport(Glibc)
                Glibc.sync()
                #else
                Darwin.sync()
                #endif
                return .none
            },
        ]
    }

    private static func check(_ m: Machine, _ result: Int32) throws(Raise) -> Value {
        if result < 0 { throw m.raiseOSError(errno) }
        return .none
    }

    private static func open(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[3])
        let path = try path(m, a[0], "open")
        m.writeOutFiles(at: path.bytes)
        let flags = try int32(m, a[1]) | O_CLOEXEC
        let mode = mode_t(truncatingIfNeeded: a[2].isUnbound ? 0o777 : try int32(m, a[2]))
        while true {
            let descriptor = path.call { SystemCalls.open($0, flags, mode) }
            if descriptor >= 0 { return m.int(Int(descriptor)) }
            if errno != EINTR { throw fail(m, path) }
            try m.checkSignals()
        }
    }

    private static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try check(m, SystemCalls.close(try descriptor(m, a[0])))
    }

    private static func closerange(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let low = max(0, try int32(m, a[0]))
        let high = min(try int32(m, a[1]), 1 << 20)
        if low < high { for number in low..<high { _ = SystemCalls.close(number) } }
        return .none
    }

    private static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let count = try m.sizeArgument(a[1])
        if count < 0 { throw m.raiseOSError(EINVAL) }
        let result = try m.makeBytesChecked(count: min(count, 0x7fff_f000))
        guard let got = try m.readDescriptor(descriptor, result.bytes, result.count) else {
            throw m.raiseOSError(EAGAIN)
        }
        return got == result.count ? result.value : m.bytes(UnsafeBufferPointer(start: result.bytes, count: got))
    }

    private static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let bytes = try m.bytesArgument(a[1])
        guard let count = try m.writeDescriptor(descriptor, bytes.baseAddress, bytes.count) else {
            throw m.raiseOSError(EAGAIN)
        }
        return m.int(count)
    }

    private static func pread(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let count = try m.sizeArgument(a[1])
        if count < 0 { throw m.raiseOSError(EINVAL) }
        let offset = off_t(try m.sizeArgument(a[2]))
        let result = try m.makeBytesChecked(count: count)
        #if canImport(Glibc)
        let got = Glibc.pread(descriptor, result.bytes, count, offset)
        #else
        let got = Darwin.pread(descriptor, result.bytes, count, offset)
        #endif
        if got < 0 { throw m.raiseOSError(errno) }
        return m.bytes(UnsafeBufferPointer(start: result.bytes, count: got))
    }

    private static func pwrite(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let bytes = try m.bytesArgument(a[1])
        let offset = off_t(try m.sizeArgument(a[2]))
        #if canImport(Glibc)
        let count = Glibc.pwrite(descriptor, bytes.baseAddress, bytes.count, offset)
        #else
        let count = Darwin.pwrite(descriptor, bytes.baseAddress, bytes.count, offset)
        #endif
        if count < 0 { throw m.raiseOSError(errno) }
        return m.int(count)
    }

    private static func lseek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let position = SystemCalls.seek(try descriptor(m, a[0]), try m.sizeArgument(a[1]), try int32(m, a[2]))
        if position < 0 { throw m.raiseOSError(errno) }
        return m.int(position)
    }

    private static func pipe(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var ends: [Int32] = [0, 0]
        #if canImport(Glibc)
        let result = Glibc.pipe(&ends)
        #else
        let result = Darwin.pipe(&ends)
        #endif
        if result != 0 { throw m.raiseOSError(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        if a.count > 0, try int32(m, a[0]) & O_NONBLOCK != 0 {
            for end in ends { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
        }
        return m.tuple(m.int(Int(ends[0])), m.int(Int(ends[1])))
    }

    private static func dup(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = fcntl(try descriptor(m, a[0]), F_DUPFD_CLOEXEC, 0)
        if result < 0 { throw m.raiseOSError(errno) }
        return m.int(Int(result))
    }

    private static func dup2(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let first = try descriptor(m, a[0])
        let second = try descriptor(m, a[1])
        let isInheritable = a[2].isUnbound ? true : try m.truth(a[2])
        m.writeOutAllFiles()
        #if canImport(Glibc)
        let result = Glibc.dup2(first, second)
        #else
        let result = Darwin.dup2(first, second)
        #endif
        if result < 0 { throw m.raiseOSError(errno) }
        if !isInheritable { _ = fcntl(second, F_SETFD, FD_CLOEXEC) }
        return m.int(Int(result))
    }

    private static func isatty(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        #if canImport(Glibc)
        return Value(Glibc.isatty(descriptor) == 1)
        #else
        return Value(Darwin.isatty(descriptor) == 1)
        #endif
    }

    private static func fstat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        var info = FileStatus()
        #if canImport(Glibc)
        let result = Glibc.fstat(descriptor, &info)
        #else
        let result = Darwin.fstat(descriptor, &info)
        #endif
        if result != 0 { throw m.raiseOSError(errno) }
        return StatResult.make(m, info)
    }

    private static func ftruncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let length = off_t(try m.sizeArgument(a[1]))
        #if canImport(Glibc)
        return try check(m, Glibc.ftruncate(descriptor, length))
        #else
        return try check(m, Darwin.ftruncate(descriptor, length))
        #endif
    }

    private static func fsync(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var value = a[0]
        if !m.isInt(value) { value = try m.callMethodNamed(value, "fileno") }
        let descriptor = try descriptor(m, value)
        #if canImport(Glibc)
        return try check(m, Glibc.fsync(descriptor))
        #else
        return try check(m, Darwin.fsync(descriptor))
        #endif
    }

    private static func fchmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let mode = mode_t(truncatingIfNeeded: try int32(m, a[1]))
        #if canImport(Glibc)
        return try check(m, Glibc.fchmod(descriptor, mode))
        #else
        return try check(m, Darwin.fchmod(descriptor, mode))
        #endif
    }

    /// The flags of a descriptor (`F_GETFD`) or of its open file (`F_GETFL`).
    private static func flags(_ m: Machine, _ descriptor: Int32, _ command: Int32) throws(Raise) -> Int32 {
        let flags = fcntl(descriptor, command)
        if flags < 0 { throw m.raiseOSError(errno) }
        return flags
    }

    private static func getInheritable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try flags(m, try descriptor(m, a[0]), F_GETFD) & FD_CLOEXEC == 0)
    }

    private static func setInheritable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let flags = try flags(m, descriptor, F_GETFD)
        let new = try m.truth(a[1]) ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC
        return try check(m, fcntl(descriptor, F_SETFD, new))
    }

    private static func getBlocking(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try flags(m, try descriptor(m, a[0]), F_GETFL) & O_NONBLOCK == 0)
    }

    private static func setBlocking(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        let flags = try flags(m, descriptor, F_GETFL)
        let new = try m.truth(a[1]) ? flags & ~O_NONBLOCK : flags | O_NONBLOCK
        return try check(m, fcntl(descriptor, F_SETFL, new))
    }

    private static func terminalSize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = a.count > 0 ? try descriptor(m, a[0]) : 1
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) != 0 { throw m.raiseOSError(errno) }
        return StructSequence.make(
            m, makeTypes(m).terminalSize, [m.int(Int(size.ws_col)), m.int(Int(size.ws_row))])
    }

    private static func ttyname(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try descriptor(m, a[0])
        #if canImport(Glibc)
        let name = Glibc.ttyname(descriptor)
        #else
        let name = Darwin.ttyname(descriptor)
        #endif
        guard let name else { throw m.raiseOSError(errno) }
        return m.fileSystemString(name)
    }
}
