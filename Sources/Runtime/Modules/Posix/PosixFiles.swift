#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Functions of `posix` about paths.
extension PosixModule {
    static var fileFunctions: [Native] {
        [
            Native("stat", .signature("path, *, dir_fd=None, follow_symlinks=True"), style: .function, stat),
            Native("lstat", .signature("path, *, dir_fd=None"), style: .function, lstat),
            Native(
                "access", .signature("path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True"),
                style: .function, access),
            Native("chdir", .signature("path"), style: .function, chdir),
            Native("getcwd", .none, style: .function, getcwd),
            Native("getcwdb", .none, style: .function, getcwdb),
            Native("listdir", .signature("path=None"), style: .function, listdir),
            Native("scandir", .signature("path=None"), style: .function, scandir),
            Native("mkdir", .signature("path, mode=511, *, dir_fd=None"), style: .function, mkdir),
            Native("rmdir", .signature("path, *, dir_fd=None"), style: .function, rmdir),
            Native("remove", .signature("path, *, dir_fd=None"), style: .function, remove),
            Native("unlink", .signature("path, *, dir_fd=None"), style: .function, unlink),
            Native("rename", .signature("src, dst, *, src_dir_fd=None, dst_dir_fd=None"), style: .function, rename),
            Native("replace", .signature("src, dst, *, src_dir_fd=None, dst_dir_fd=None"), style: .function, replace),
            Native(
                "link", .signature("src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True"),
                style: .function, link),
            Native(
                "symlink", .signature("src, dst, target_is_directory=False, *, dir_fd=None"), style: .function,
                symlink),
            Native("readlink", .signature("path, *, dir_fd=None"), style: .function, readlink),
            Native("chmod", .signature("path, mode, *, dir_fd=None, follow_symlinks=True"), style: .function, chmod),
            Native(
                "chown", .signature("path, uid, gid, *, dir_fd=None, follow_symlinks=True"), style: .function,
                chown),
            Native(
                "utime", .signature("path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True"),
                style: .function, utime),
            Native("truncate", .signature("path, length"), style: .function, truncate),
            Native("statvfs", .signature("path"), style: .function, statvfs),
            Native("mkfifo", .signature("path, mode=438, *, dir_fd=None"), style: .function, mkfifo),
            Native("fspath", .signature("path"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.fileSystemPath(a[0])
            },
            Native("_realpath", .one, style: .function, realPath),
        ]
    }

    private static func status(_ m: Machine, _ path: Path, follows: Bool) throws(Raise) -> Value {
        m.writeOutFiles(at: path.bytes)
        var info = FileStatus()
        let result: Int32
        if let descriptor = path.descriptor {
            result = fstat(descriptor, &info)
        } else {
            result = path.call { SystemCalls.status($0, &info, follows: follows) }
        }
        if result != 0 { throw fail(m, path) }
        return StatResult.make(m, info)
    }

    private static func stat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[1])
        let follows = a[2].isUnbound ? true : try m.truth(a[2])
        return try status(m, try path(m, a[0], "stat", descriptor: true), follows: follows)
    }

    private static func lstat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[1])
        return try status(m, try path(m, a[0], "lstat"), follows: false)
    }

    private static func access(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[2])
        let path = try path(m, a[0], "access")
        let mode = try int32(m, a[1])
        #if canImport(Glibc)
        return Value(path.call { Glibc.access($0, mode) } == 0)
        #else
        return Value(path.call { Darwin.access($0, mode) } == 0)
        #endif
    }

    private static func chdir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try path(m, a[0], "chdir", descriptor: true)
        #if canImport(Glibc)
        let result = path.descriptor.map { fchdir($0) } ?? path.call { Glibc.chdir($0) }
        #else
        let result = path.descriptor.map { fchdir($0) } ?? path.call { Darwin.chdir($0) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func currentDirectory(_ m: Machine, isBytes: Bool) throws(Raise) -> Value {
        #if canImport(Glibc)
        let directory = Glibc.getcwd(nil, 0)
        #else
        let directory = Darwin.getcwd(nil, 0)
        #endif
        guard let directory else { throw m.raiseOSError(errno) }
        defer { free(directory) }
        let length = strlen(directory)
        return directory.withMemoryRebound(to: UInt8.self, capacity: length) {
            name(m, UnsafeBufferPointer(start: $0, count: length), isBytes: isBytes)
        }
    }

    private static func getcwd(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try currentDirectory(m, isBytes: false)
    }
    private static func getcwdb(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try currentDirectory(m, isBytes: true)
    }

    /// Calls `body` with name, kind and inode of each entry of a directory.
    private static func forEachEntry(
        _ m: Machine, _ path: Path, _ body: (Value, Int, Int) -> Void
    ) throws(Raise) {
        let directory: OpaqueDirectory?
        if let descriptor = path.descriptor {
            directory = fdopendir(dup(descriptor))
        } else {
            directory = path.call { opendir($0) }
        }
        guard let directory else { throw fail(m, path) }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                    let length = strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))
                    if length == 1, bytes[0] == 46 { return }
                    if length == 2, bytes[0] == 46, bytes[1] == 46 { return }
                    body(
                        name(m, UnsafeBufferPointer(start: bytes, count: length), isBytes: path.isBytes),
                        Int(entry.pointee.d_type), Int(truncatingIfNeeded: entry.pointee.d_ino))
                }
            }
        }
    }

    private static func listdir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list()
        try forEachEntry(m, try path(m, a[0], "listdir", descriptor: true, none: true)) { (name, _, _) in
            list.append(m, name)
        }
        return list.value
    }

    private static func scandir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try path(m, a[0], "scandir", descriptor: true, none: true)
        let types = makeTypes(m)
        let list = m.list()
        let plain = Array(path.bytes.dropLast())
        let isDescriptor = path.descriptor != nil
        let isDefault = path.value.isNone
        try forEachEntry(m, path) { (name, kind, inode) in
            let entry = m.record(types.entry, count: 5)
            entry[DirEntryMethods.Field.name] = name
            entry[DirEntryMethods.Field.kind] = m.int(kind)
            entry[DirEntryMethods.Field.inode] = m.int(inode)
            var full = isDescriptor ? [] : isDefault ? [46] : plain
            if let last = full.last, last != 47 { full.append(47) }
            if path.isBytes {
                full += Bytes(name).buffer
                entry[DirEntryMethods.Field.path] = m.bytes(full)
            } else {
                var builder = StringBuilder()
                full.withUnsafeBufferPointer { builder.append(m.fileSystemString($0)) }
                builder.append(name)
                entry[DirEntryMethods.Field.path] = builder.finish(m)
            }
            list.append(m, entry.value)
        }
        let scanner = m.record(types.scanner, count: 2)
        scanner[0] = list.value
        scanner[1] = m.int(0)
        return scanner.value
    }

    private static func mkdir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[2])
        let path = try path(m, a[0], "mkdir")
        let mode = a[1].isUnbound ? 0o777 : try int32(m, a[1])
        #if canImport(Glibc)
        let result = path.call { Glibc.mkdir($0, mode_t(truncatingIfNeeded: mode)) }
        #else
        let result = path.call { Darwin.mkdir($0, mode_t(truncatingIfNeeded: mode)) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func rmdir(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[1])
        let path = try path(m, a[0], "rmdir")
        #if canImport(Glibc)
        let result = path.call { Glibc.rmdir($0) }
        #else
        let result = path.call { Darwin.rmdir($0) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func remove(_ m: Machine, _ path: Path) throws(Raise) -> Value {
        #if canImport(Glibc)
        let result = path.call { Glibc.unlink($0) }
        #else
        let result = path.call { Darwin.unlink($0) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }
    private static func remove(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[1])
        return try remove(m, try path(m, a[0], "remove"))
    }
    private static func unlink(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[1])
        return try remove(m, try path(m, a[0], "unlink"))
    }

    private static func rename(_ m: Machine, _ a: Arguments, _ function: StaticString) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[2])
        try refuseDirectoryDescriptor(m, a[3])
        let source = try argument(m, a[0], function, "src")
        let target = try argument(m, a[1], function, "dst")
        #if canImport(Glibc)
        let result = source.call { source in target.call { Glibc.rename(source, $0) } }
        #else
        let result = source.call { source in target.call { Darwin.rename(source, $0) } }
        #endif
        if result != 0 { throw fail(m, source, target) }
        return .none
    }
    private static func rename(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try rename(m, a, "rename") }
    private static func replace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try rename(m, a, "replace") }

    /// A path argument with a name of its own.
    private static func argument(
        _ m: Machine, _ value: Value, _ function: StaticString, _ name: StaticString
    ) throws(Raise) -> Path {
        if value.isKind(.string) || value.isKind(.bytes) || m.lookupSpecial(value, .__fspath__).isBound {
            return try path(m, value, function)
        }
        throw m.raise(
            .typeError, "\(function): \(name) should be string, bytes or os.PathLike, not \(m.typeName(value))")
    }

    private static func link(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let source = try argument(m, a[0], "link", "src")
        let target = try argument(m, a[1], "link", "dst")
        #if canImport(Glibc)
        let result = source.call { source in target.call { Glibc.link(source, $0) } }
        #else
        let result = source.call { source in target.call { Darwin.link(source, $0) } }
        #endif
        if result != 0 { throw fail(m, source, target) }
        return .none
    }

    private static func symlink(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[3])
        let source = try argument(m, a[0], "symlink", "src")
        let target = try argument(m, a[1], "symlink", "dst")
        #if canImport(Glibc)
        let result = source.call { source in target.call { Glibc.symlink(source, $0) } }
        #else
        let result = source.call { source in target.call { Darwin.symlink(source, $0) } }
        #endif
        if result != 0 { throw fail(m, source, target) }
        return .none
    }

    private static func readlink(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[1])
        let path = try path(m, a[0], "readlink")
        var buffer = [CChar](repeating: 0, count: 4097)
        #if canImport(Glibc)
        let length = path.call { Glibc.readlink($0, &buffer, 4096) }
        #else
        let length = path.call { Darwin.readlink($0, &buffer, 4096) }
        #endif
        if length < 0 { throw fail(m, path) }
        let bytes = buffer[..<length].map { UInt8(bitPattern: $0) }
        return bytes.withUnsafeBufferPointer { name(m, $0, isBytes: path.isBytes) }
    }

    private static func chmod(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[2])
        let path = try path(m, a[0], "chmod", descriptor: true)
        let mode = mode_t(truncatingIfNeeded: try int32(m, a[1]))
        #if canImport(Glibc)
        let result = path.descriptor.map { Glibc.fchmod($0, mode) } ?? path.call { Glibc.chmod($0, mode) }
        #else
        let result = path.descriptor.map { Darwin.fchmod($0, mode) } ?? path.call { Darwin.chmod($0, mode) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func chown(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try path(m, a[0], "chown", descriptor: true)
        let user = uid_t(truncatingIfNeeded: try m.sizeArgument(a[1]))
        let group = gid_t(truncatingIfNeeded: try m.sizeArgument(a[2]))
        #if canImport(Glibc)
        let result = path.descriptor.map { Glibc.fchown($0, user, group) } ?? path.call { Glibc.chown($0, user, group) }
        #else
        let result =
            path.descriptor.map { Darwin.fchown($0, user, group) } ?? path.call { Darwin.chown($0, user, group) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func utime(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[3])
        let path = try path(m, a[0], "utime", descriptor: true)
        var times = [timespec(), timespec()]
        let (given, exact) = (a[1], a[2])
        if given.isBound, !given.isNone, exact.isBound, !exact.isNone {
            throw m.raise(.valueError, "utime: you may specify either 'times' or 'ns' but not both")
        }
        if given.isBound, !given.isNone {
            guard given.isKind(.tuple), Tuple(given).count == 2 else {
                throw m.raise(.typeError, "utime: 'times' must be either a tuple of two ints or None")
            }
            for index in 0..<2 {
                let value = Tuple(given)[index]
                if let number = m.intValue(value) {
                    times[index].tv_sec = number
                } else if let double = m.doubleValue(value) {
                    guard double.isFinite, abs(double) < 9e18 else {
                        throw m.raise(.overflowError, "timestamp out of range for platform time_t")
                    }
                    let seconds = double.rounded(.down)
                    times[index].tv_sec = Int(seconds)
                    times[index].tv_nsec = min(999_999_999, Int(((double - seconds) * 1e9).rounded(.down)))
                } else {
                    throw m.raise(.typeError, "an integer is required (got type \(m.typeName(value)))")
                }
            }
        } else if exact.isBound, !exact.isNone {
            guard exact.isKind(.tuple), Tuple(exact).count == 2 else {
                throw m.raise(.typeError, "utime: 'ns' must be a tuple of two ints")
            }
            for index in 0..<2 {
                let value = try m.sizeArgument(Tuple(exact)[index])
                let seconds = Int((Double(value) / 1e9).rounded(.down))
                var whole = value / 1_000_000_000
                if value % 1_000_000_000 < 0 { whole -= 1 }
                _ = seconds
                times[index].tv_sec = whole
                times[index].tv_nsec = value - whole * 1_000_000_000
            }
        } else {
            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            times = [now, now]
        }
        let follows = a[4].isUnbound ? true : try m.truth(a[4])
        let result =
            path.descriptor.map { futimens($0, times) }
            ?? path.call { utimensat(AT_FDCWD, $0, times, follows ? 0 : Int32(AT_SYMLINK_NOFOLLOW)) }
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try path(m, a[0], "truncate", descriptor: true)
        m.writeOutFiles(at: path.bytes)
        let length = off_t(try m.sizeArgument(a[1]))
        #if canImport(Glibc)
        let result = path.descriptor.map { Glibc.ftruncate($0, length) } ?? path.call { Glibc.truncate($0, length) }
        #else
        let result = path.descriptor.map { Darwin.ftruncate($0, length) } ?? path.call { Darwin.truncate($0, length) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    private static func statvfs(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try path(m, a[0], "statvfs", descriptor: true)
        var info = emptyFileSystemStatus()
        let result =
            path.descriptor.map { fstatvfs($0, &info) } ?? path.call { SystemCalls.fileSystemStatus($0, &info) }
        if result != 0 { throw fail(m, path) }
        let values = [
            Int(info.f_bsize), Int(info.f_frsize), Int(info.f_blocks), Int(info.f_bfree), Int(info.f_bavail),
            Int(info.f_files), Int(info.f_ffree), Int(info.f_favail), Int(info.f_flag), Int(info.f_namemax),
        ]
        return StructSequence.make(m, makeTypes(m).statvfs, values.map { m.int($0) })
    }

    private static func mkfifo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseDirectoryDescriptor(m, a[2])
        let path = try path(m, a[0], "mkfifo")
        let mode = a[1].isUnbound ? 0o666 : try int32(m, a[1])
        #if canImport(Glibc)
        let result = path.call { Glibc.mkfifo($0, mode_t(truncatingIfNeeded: mode)) }
        #else
        let result = path.call { Darwin.mkfifo($0, mode_t(truncatingIfNeeded: mode)) }
        #endif
        if result != 0 { throw fail(m, path) }
        return .none
    }

    /// All links followed; None when something on the way is missing.
    private static func realPath(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let path = try path(m, a[0], "realpath")
        guard let resolved = path.call({ realpath($0, nil) }) else { return .none }
        defer { free(resolved) }
        let length = strlen(resolved)
        return resolved.withMemoryRebound(to: UInt8.self, capacity: length) {
            name(m, UnsafeBufferPointer(start: $0, count: length), isBytes: path.isBytes)
        }
    }
}

#if canImport(Glibc)
typealias OpaqueDirectory = OpaquePointer
#else
typealias OpaqueDirectory = UnsafeMutablePointer<DIR>
#endif
/// The structure whose name is that of a function, too.
private func emptyFileSystemStatus() -> statvfs { statvfs() }
