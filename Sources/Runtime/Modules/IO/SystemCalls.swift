#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// System calls whose names are also those of methods here, without the clash.
enum SystemCalls {
    static func read(_ descriptor: Int32, _ memory: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, memory, count)
        #else
        Darwin.read(descriptor, memory, count)
        #endif
    }

    static func write(_ descriptor: Int32, _ memory: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, memory, count)
        #else
        Darwin.write(descriptor, memory, count)
        #endif
    }

    /// Whether reading may have to wait for somebody: anything but a file on a disk.
    static func mayWait(_ descriptor: Int32) -> Bool {
        var info = FileStatus()
        return fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT != S_IFREG
    }

    static func close(_ descriptor: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.close(descriptor)
        #else
        Darwin.close(descriptor)
        #endif
    }

    static func seek(_ descriptor: Int32, _ offset: Int, _ whence: Int32) -> Int {
        Int(lseek(descriptor, off_t(offset), whence))
    }

    /// What is known of a file, links followed or not; -1 with `errno` when that fails.
    static func status(_ path: UnsafePointer<CChar>, _ info: inout stat, follows: Bool) -> Int32 {
        follows ? stat(path, &info) : lstat(path, &info)
    }

    static func fileSystemStatus(_ path: UnsafePointer<CChar>, _ info: inout statvfs) -> Int32 {
        statvfs(path, &info)
    }

    static func open(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
        #if canImport(Glibc)
        Glibc.open(path, flags, mode)
        #else
        Darwin.open(path, flags, mode)
        #endif
    }
}

extension Machine {
    /// Reads from a descriptor; nil when it does not block and has nothing. Handlers of signals run when it is
    /// interrupted.
    func readDescriptor(_ descriptor: Int32, _ memory: UnsafeMutableRawPointer, _ count: Int) throws(Raise) -> Int? {
        while true {
            let result =
                hasThreads && SystemCalls.mayWait(descriptor)
                ? unlocked { SystemCalls.read(descriptor, memory, count) } : SystemCalls.read(descriptor, memory, count)
            if result >= 0 {
                // Who has typed a line is at the beginning of the next.
                if descriptor == STDIN_FILENO { session?.lastByte = 10 }
                return result
            }
            let number = errno
            if number == EINTR {
                try checkSignals()
                continue
            }
            if number == EAGAIN { return nil }
            throw raiseOSError(number)
        }
    }

    /// Writes to a descriptor what it takes at once; nil when it does not block and takes nothing.
    func writeDescriptor(_ descriptor: Int32, _ memory: UnsafeRawPointer?, _ count: Int) throws(Raise) -> Int? {
        if descriptor <= 2, let session { session.willWrite(to: descriptor) }
        while true {
            let result = SystemCalls.write(descriptor, memory, count)
            if result > 0, descriptor <= 2, let session {
                let last = memory?.load(fromByteOffset: result - 1, as: UInt8.self)
                session.didWrite(self, to: descriptor, last: last ?? 10)
            }
            if result >= 0 { return result }
            let number = errno
            if number == EINTR {
                try checkSignals()
                continue
            }
            if number == EAGAIN { return nil }
            throw raiseOSError(number)
        }
    }
}

/// What `stat` says of a file.
typealias FileStatus = stat
