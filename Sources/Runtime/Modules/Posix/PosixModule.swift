#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `posix`: the system's calls. What programs use is `os`, written in the language on top of it.
enum PosixModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("System calls; programs use the module os.")
        module.add(fileFunctions)
        module.add(descriptorFunctions)
        module.add(processFunctions)
        for (name, value) in constants { module.add(name, m.int(value)) }
        module.add("error", m.type(.osError).value)
        let types = makeTypes(m)
        module.add("stat_result", types.stat.value)
        module.add("terminal_size", types.terminalSize.value)
        module.add("uname_result", types.uname.value)
        module.add("times_result", types.times.value)
        module.add("statvfs_result", types.statvfs.value)
        module.add("DirEntry", types.entry.value)
        module.add("environ", environment(m))
        module.add("_have_functions", m.list().value)
    }

    /// A dict of the environment, in bytes.
    private static func environment(_ m: Machine) -> Value {
        let dict = m.dict()
        var place = environ
        while let entry = place.pointee {
            let length = strlen(entry)
            if let equals = strchr(entry, Int32(UInt8(ascii: "="))), equals != entry {
                let nameLength = UnsafeRawPointer(equals) - UnsafeRawPointer(entry)
                entry.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
                    let key = m.bytes(UnsafeBufferPointer(start: bytes, count: nameLength))
                    let value = m.bytes(
                        UnsafeBufferPointer(start: bytes + nameLength + 1, count: length - nameLength - 1))
                    do throws(Raise) {
                        if try m.dictGet(dict, key).isUnbound { try m.dictSet(dict, key, value) }
                    } catch {
                        m.clearPending()
                    }
                }
            }
            place += 1
        }
        return dict.value
    }

    private static var constants: [(StaticString, Int)] {
        var list: [(StaticString, Int)] = [
            ("F_OK", Int(F_OK)), ("R_OK", Int(R_OK)), ("W_OK", Int(W_OK)), ("X_OK", Int(X_OK)),
            ("O_RDONLY", Int(O_RDONLY)), ("O_WRONLY", Int(O_WRONLY)), ("O_RDWR", Int(O_RDWR)),
            ("O_CREAT", Int(O_CREAT)), ("O_EXCL", Int(O_EXCL)), ("O_TRUNC", Int(O_TRUNC)),
            ("O_APPEND", Int(O_APPEND)), ("O_NONBLOCK", Int(O_NONBLOCK)), ("O_NDELAY", Int(O_NONBLOCK)),
            ("O_CLOEXEC", Int(O_CLOEXEC)),
            ("O_SYNC", Int(O_SYNC)), ("O_NOCTTY", Int(O_NOCTTY)), ("O_NOFOLLOW", Int(O_NOFOLLOW)),
            ("O_DIRECTORY", Int(O_DIRECTORY)), ("WNOHANG", Int(WNOHANG)), ("WUNTRACED", Int(WUNTRACED)),
            ("EX_OK", 0), ("EX_USAGE", 64), ("EX_DATAERR", 65), ("EX_NOINPUT", 66), ("EX_UNAVAILABLE", 69),
            ("EX_SOFTWARE", 70), ("EX_OSERR", 71), ("EX_CANTCREAT", 73), ("EX_IOERR", 74), ("EX_CONFIG", 78),
            ("EX_NOUSER", 67), ("EX_NOHOST", 68), ("EX_OSFILE", 72), ("EX_TEMPFAIL", 75), ("EX_PROTOCOL", 76),
            ("EX_NOPERM", 77), ("O_ACCMODE", Int(O_ACCMODE)), ("WCONTINUED", Int(WCONTINUED)),
            ("TMP_MAX", 238328), ("PRIO_PROCESS", 0), ("PRIO_PGRP", 1), ("PRIO_USER", 2),
            ("P_PID", 1), ("P_PGID", 2), ("P_ALL", 0),
            ("SEEK_DATA", 3), ("SEEK_HOLE", 4), ("ST_RDONLY", 1), ("ST_NOSUID", 2), ("NGROUPS_MAX", 65536),
            ("GRND_NONBLOCK", 1), ("GRND_RANDOM", 2), ("F_LOCK", 1), ("F_TLOCK", 2), ("F_ULOCK", 0), ("F_TEST", 3),
        ]
        #if os(Linux)
        list += [("O_DSYNC", Int(O_DSYNC)), ("O_TMPFILE", 0o20200000), ("O_PATH", 0o10000000)]
        #endif
        return list
    }

    // MARK: Arguments

    /// A path (or descriptor) given to a function.
    struct Path {
        /// As the script gave it: for errors.
        var value: Value
        /// With a final zero.
        var bytes: [UInt8]
        var descriptor: Int32?
        var isBytes: Bool

        func call<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
            bytes.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { chars in
                    // The final zero makes sure that there is an address.
                    if let base = chars.baseAddress { return body(base) }
                    return "".withCString(body)
                }
            }
        }
    }

    static func path(
        _ m: Machine, _ value: Value, _ function: StaticString, descriptor: Bool = false, none: Bool = false
    ) throws(Raise) -> Path {
        if none, value.isUnbound || value.isNone {
            return Path(value: .none, bytes: [46, 0], descriptor: nil, isBytes: false)
        }
        if descriptor, m.isInt(value) || m.lookupSpecial(value, .__index__).isBound {
            if value.isBool { try m.warn(.runtimeWarning, "bool is used as a file descriptor") }
            let index = try m.index(value)
            guard let word = m.intValue(index), let number = Int32(exactly: word) else {
                throw m.raise(
                    .overflowError, m.isNegative(index) ? "fd is less than minimum" : "fd is greater than maximum")
            }
            return Path(value: value, bytes: [0], descriptor: number, isBytes: false)
        }
        if value.isKind(.string) || value.isKind(.bytes) || m.lookupSpecial(value, .__fspath__).isBound {
            let path = try m.fileSystemPath(value)
            do throws(Raise) {
                return Path(
                    value: path, bytes: try m.fileSystemBytes(path), descriptor: nil, isBytes: path.isKind(.bytes))
            } catch {
                guard m.pendingMatches(.valueError), !m.pendingMatches(.unicodeError) else { throw error }
                m.clearPending()
                throw m.raise(.valueError, "\(function): embedded null character in path")
            }
        }
        let kinds =
            descriptor
            ? (none ? "string, bytes, os.PathLike, integer or None" : "string, bytes, os.PathLike or integer")
            : (none ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike")
        throw m.raise(.typeError, "\(function): path should be \(kinds), not \(m.typeName(value))")
    }

    /// A file descriptor: an int, or an object with `fileno()`.
    static func descriptor(_ m: Machine, _ value: Value) throws(Raise) -> Int32 {
        let number = m.intValue(try m.index(value))
        guard let number, let small = Int32(exactly: number) else {
            throw m.raise(.overflowError, "Python int too large to convert to C int")
        }
        return small
    }

    static func int32(_ m: Machine, _ value: Value) throws(Raise) -> Int32 {
        let number = m.intValue(try m.index(value))
        guard let number else { throw m.raise(.overflowError, "Python int too large to convert to C int") }
        guard let small = Int32(exactly: number) else {
            throw m.raise(
                .overflowError,
                number < 0 ? "signed integer is less than minimum" : "signed integer is greater than maximum")
        }
        return small
    }

    static func refuseDirectoryDescriptor(_ m: Machine, _ value: Value) throws(Raise) {
        if value.isBound, !value.isNone {
            throw m.raise(.notImplementedError, "minipy does not support dir_fd")
        }
    }

    /// OSError with one file name, or two.
    static func fail(_ m: Machine, _ path: Path) -> Raise {
        m.raiseOSError(errno, filename: path.value.isNone ? .unbound : path.value)
    }
    static func fail(_ m: Machine, _ first: Path, _ second: Path) -> Raise {
        let number = errno
        let args = m.tuple(
            m.int(Int(number)), m.string(String(cString: strerror(number))), first.value, .none, second.value)
        let type = OSErrorMethods.subclass(forNumber: Int(number))
        return m.raise(m.makeException(m.type(type), args: args))
    }

    /// A name as the script sees it: str, or bytes when it gave bytes.
    static func name(_ m: Machine, _ bytes: UnsafeBufferPointer<UInt8>, isBytes: Bool) -> Value {
        isBytes ? m.bytes(bytes) : m.fileSystemString(bytes)
    }
}
