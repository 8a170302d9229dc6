#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The types of the module `posix`.
final class PosixTypes {
    let stat: TypeRef
    let terminalSize: TypeRef
    let uname: TypeRef
    let times: TypeRef
    let statvfs: TypeRef
    let entry: TypeRef
    let scanner: TypeRef

    init(_ m: Machine) {
        stat = StatResult.makeType(m)
        terminalSize = StructSequence.makeType(
            m, "terminal_size", module: "os", fields: ["columns", "lines"], isCallable: true)
        uname = StructSequence.makeType(
            m, "uname_result", module: "posix", fields: ["sysname", "nodename", "release", "version", "machine"],
            isCallable: true)
        times = StructSequence.makeType(
            m, "times_result", module: "posix",
            fields: ["user", "system", "children_user", "children_system", "elapsed"], isCallable: true)
        statvfs = StructSequence.makeType(
            m, "statvfs_result", module: "os",
            fields: [
                "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag",
                "f_namemax",
            ], isCallable: true)
        entry = m.makeNativeType(
            "DirEntry", module: "posix", recordSize: 5, flags: .disallowInstantiation)
        m.define(entry, methods: DirEntryMethods.methods, properties: DirEntryMethods.properties)
        scanner = m.makeNativeType(
            "ScandirIterator", module: "posix", recordSize: 2, flags: .disallowInstantiation)
        m.defineIterator(scanner, next: DirEntryMethods.next, methods: DirEntryMethods.scannerMethods)
    }
}

extension PosixModule {
    static func makeTypes(_ m: Machine) -> PosixTypes {
        if let types = m.io.posixTypes { return types }
        let types = PosixTypes(m)
        m.io.posixTypes = types
        return types
    }
}

/// `os.stat_result`: ten items, and more by name. What is behind the ten are small ints.
enum StatResult {
    private static let names: [StaticString] = [
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
    ]
    private static let total = 16

    static func makeType(_ m: Machine) -> TypeRef {
        let type = m.makeNativeType("stat_result", module: "os", kind: .tuple, base: .tuple, flags: .matchesSequence)
        var properties: [NativeProperty] = []
        for (index, name) in names.enumerated() where index < 7 {
            properties.append(
                NativeProperty(name) { (m: Machine, v: Value) throws(Raise) -> Value in Tuple(v).items[index] })
        }
        for (index, name) in [(7, "st_atime"), (8, "st_mtime"), (9, "st_ctime")] as [(Int, StaticString)] {
            properties.append(
                NativeProperty(name) { (m: Machine, v: Value) throws(Raise) -> Value in
                    let seconds = m.intValue(Tuple(v).items[index]) ?? 0
                    // Made by the script from ten items: the seconds are all there is.
                    guard let rest = m.intValue(Tuple(v).items[index + 3]) else { return Tuple(v).items[index] }
                    return Value(Double(seconds) + 1e-9 * Double(rest))
                })
        }
        for (index, name) in [(7, "st_atime_ns"), (8, "st_mtime_ns"), (9, "st_ctime_ns")] as [(Int, StaticString)] {
            properties.append(
                NativeProperty(name) { (m: Machine, v: Value) throws(Raise) -> Value in
                    let seconds = m.intValue(Tuple(v).items[index]) ?? 0
                    let rest = m.intValue(Tuple(v).items[index + 3]) ?? 0
                    return m.int(seconds &* 1_000_000_000 &+ rest)
                })
        }
        for (index, name) in [(13, "st_blksize"), (14, "st_blocks"), (15, "st_rdev")] as [(Int, StaticString)] {
            properties.append(
                NativeProperty(name) { (m: Machine, v: Value) throws(Raise) -> Value in Tuple(v).items[index] })
        }
        m.define(
            type,
            methods: [
                Native("__new__", .any, style: .new, new),
                Native("__repr__", .none, style: .slot, repr),
                Native("__reduce__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let items = m.tuple(from: Tuple(a[0]).items, count: 10)
                    return m.tuple(m.typeOf(a[0]).value, m.tuple(items))
                },
            ], properties: properties)
        let dict = type.dict
        m.dictSet(dict, name: m.intern("n_fields"), m.int(19))
        m.dictSet(dict, name: m.intern("n_sequence_fields"), m.int(10))
        m.dictSet(dict, name: m.intern("n_unnamed_fields"), m.int(3))
        return type
    }

    private static func allocate(_ m: Machine, _ type: TypeRef) -> Tuple {
        let tuple = m.makeTuple(count: total, type: type)
        for index in 0..<total { tuple.items[index] = m.int(0) }
        return tuple
    }

    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count >= 2 else {
            throw m.raise(.typeError, "structseq() missing required argument 'sequence' (pos 1)")
        }
        let given = Tuple(try m.tupleFromIterable(a[1]))
        if given.count < 10 {
            throw m.raise(
                .typeError, "os.stat_result() takes an at least 10-sequence (\(given.count)-sequence given)")
        }
        let tuple = allocate(m, TypeRef(a[0]))
        for index in 0..<10 { tuple.items[index] = given[index] }
        for index in 10..<13 { tuple.items[index] = .none }
        tuple.pointer.pointee.count = 10
        return tuple.value
    }

    static func make(_ m: Machine, _ info: FileStatus) -> Value {
        let tuple = allocate(m, PosixModule.makeTypes(m).stat)
        #if canImport(Glibc)
        let times = [info.st_atim, info.st_mtim, info.st_ctim]
        #else
        let times = [info.st_atimespec, info.st_mtimespec, info.st_ctimespec]
        #endif
        let values = [
            Int(info.st_mode), Int(truncatingIfNeeded: info.st_ino), Int(truncatingIfNeeded: info.st_dev),
            Int(info.st_nlink), Int(info.st_uid), Int(info.st_gid), Int(info.st_size), times[0].tv_sec,
            times[1].tv_sec, times[2].tv_sec, times[0].tv_nsec, times[1].tv_nsec, times[2].tv_nsec,
            Int(info.st_blksize), Int(info.st_blocks) & 0xffff_ffff_ffff,
            Int(truncatingIfNeeded: info.st_rdev) & 0xffff_ffff_ffff,
        ]
        for (index, value) in values.enumerated() { tuple.items[index] = m.int(value) }
        tuple.pointer.pointee.count = 10
        return tuple.value
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var text = "os.stat_result("
        for (index, name) in names.enumerated() {
            if index > 0 { text += ", " }
            text += "\(name)=\(m.swiftString(try m.repr(Tuple(a[0])[index])))"
        }
        return m.string(text + ")")
    }
}

/// `os.DirEntry`, and the iterator that `os.scandir` gives.
enum DirEntryMethods {
    /// The fields of an entry.
    enum Field {
        static let name = 0
        static let path = 1
        /// The kind of file as the directory tells it.
        static let kind = 2
        static let inode = 3
        /// Results of `stat`, following links.
        static let cached = 4
    }

    private static func status(_ m: Machine, _ entry: Value, follows: Bool) throws(Raise) -> FileStatus? {
        let path = try PosixModule.path(m, Record(entry)[Field.path], "stat")
        m.writeOutFiles(at: path.bytes)
        var info = FileStatus()
        let result = path.call { SystemCalls.status($0, &info, follows: follows) }
        if result == 0 { return info }
        return nil
    }

    private static func isKind(_ m: Machine, _ a: Arguments, _ mode: mode_t, _ kind: Int) throws(Raise) -> Value {
        let follows = a[1].isUnbound ? true : try m.truth(a[1])
        let known = m.intValue(Record(a[0])[Field.kind]) ?? 0
        if known != 0, known != 10 { return Value(known == kind) }
        if known == 10, !follows { return .false }
        guard let info = try status(m, a[0], follows: follows) else {
            if errno == ENOENT { return .false }
            throw m.raiseOSError(errno, filename: Record(a[0])[Field.path])
        }
        return Value(info.st_mode & S_IFMT == mode)
    }

    static func stat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let follows = a[1].isUnbound ? true : try m.truth(a[1])
        let cached = Record(a[0])[Field.cached]
        if follows, cached.isBound { return cached }
        guard let info = try status(m, a[0], follows: follows) else {
            throw m.raiseOSError(errno, filename: Record(a[0])[Field.path])
        }
        let result = StatResult.make(m, info)
        if follows { Record(a[0])[Field.cached] = result }
        return result
    }

    static var methods: [Native] {
        [
            Native("is_dir", .signature("*, follow_symlinks=True")) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in try isKind(m, a, S_IFDIR, 4)
            },
            Native("is_file", .signature("*, follow_symlinks=True")) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in try isKind(m, a, S_IFREG, 8)
            },
            Native("is_symlink", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let known = m.intValue(Record(a[0])[Field.kind]) ?? 0
                if known != 0 { return Value(known == 10) }
                guard let info = try status(m, a[0], follows: false) else { return .false }
                return Value(info.st_mode & S_IFMT == S_IFLNK)
            },
            Native("is_junction", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in .false },
            Native("stat", .signature("*, follow_symlinks=True"), stat),
            Native("inode", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Record(a[0])[Field.inode]
            },
            Native("__fspath__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Record(a[0])[Field.path]
            },
            Native("__repr__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string("<DirEntry \(m.swiftString(try m.repr(Record(a[0])[Field.name])))>")
            },
            Native("__class_getitem__", .one, style: .classMethod) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in a[0]
            },
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("name") { (m: Machine, v: Value) throws(Raise) -> Value in Record(v)[Field.name] },
            NativeProperty("path") { (m: Machine, v: Value) throws(Raise) -> Value in Record(v)[Field.path] },
        ]
    }

    // MARK: The iterator

    static func next(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let record = Record(value)
        let index = m.intValue(record[1]) ?? 0
        guard record[0].isKind(.list), index < List(record[0]).count else { return .unbound }
        record[1] = m.int(index + 1)
        return List(record[0])[index]
    }

    static var scannerMethods: [Native] {
        [
            Native("close", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Record(a[0])[0] = .none
                return .none
            },
            Native("__enter__", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in a[0] },
            Native("__exit__", .positional(0, .max)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Record(a[0])[0] = .none
                return .none
            },
        ]
    }
}
