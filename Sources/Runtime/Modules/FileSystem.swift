#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The few things that the interpreter needs of the file system.
enum FileSystem {
    /// `errno` of the last operation that failed.
    static var lastError: Int32 { errno }

    static func isDirectory(_ path: String) -> Bool { mode(path) & S_IFMT == S_IFDIR }

    /// Something that can be read and is no directory.
    static func isFile(_ path: String) -> Bool {
        let mode = mode(path)
        return mode != 0 && mode & S_IFMT != S_IFDIR
    }

    private static func mode(_ path: String) -> mode_t {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode : 0
    }

    /// All bytes of a file; nil with `errno` set when it can't be read.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return read(descriptor)
    }

    /// All bytes up to the end of a descriptor.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var info = stat()
        var size = 65536
        if fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG { size = Int(info.st_size) + 1 }
        var bytes: [UInt8] = []
        while true {
            let used = bytes.count
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
                repeat {
                    count = systemRead(descriptor, buffer.baseAddress, size)
                } while count < 0 && errno == EINTR
                filled = max(0, count)
            }
            if count < 0 { return nil }
            if count == 0 { return bytes }
            if used == 0 { bytes = chunk } else { bytes += chunk }
            size = max(65536, min(bytes.count, 1 << 24))
        }
    }

    private static func systemRead(_ descriptor: Int32, _ memory: UnsafeMutableRawPointer?, _ size: Int) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, memory, size)
        #else
        Darwin.read(descriptor, memory, size)
        #endif
    }

    /// The working directory.
    static var currentDirectory: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    /// The directory part of an absolute path.
    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The path with all symbolic links followed; unchanged when that fails.
    static func resolvingLinks(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The path with the working directory before it, if it is relative.
    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return path.isEmpty ? currentDirectory : "\(currentDirectory)/\(path)"
    }
}

extension Machine {
    /// Writes to the process's standard error, past `sys.stderr`: messages of the command, warnings of the compiler.
    func writeError(_ text: String) {
        var text = text
        if let session { session.willWrite(to: STDERR_FILENO) }
        _ = text.withUTF8 { FileSystem.write(STDERR_FILENO, UnsafeRawBufferPointer($0)) }
        if let session, let last = text.utf8.last { session.didWrite(self, to: STDERR_FILENO, last: last) }
    }
}

extension FileSystem {
    /// Writes all bytes; false with `errno` set when that fails.
    @discardableResult
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = systemWrite(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            start += count
        }
        return true
    }

    private static func systemWrite(_ descriptor: Int32, _ memory: UnsafeRawPointer?, _ size: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, memory, size)
        #else
        Darwin.write(descriptor, memory, size)
        #endif
    }
}
