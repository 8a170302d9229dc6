import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Functions of `posix` about processes and the system.
extension PosixModule {
    static var processFunctions: [Native] {
        [
            number("getpid") { Int(getpid()) }, number("getppid") { Int(getppid()) },
            number("getuid") { Int(getuid()) }, number("geteuid") { Int(geteuid()) },
            number("getgid") { Int(getgid()) }, number("getegid") { Int(getegid()) },
            number("getpgrp") { Int(getpgrp()) },
            Native("getpgid", .signature("pid"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let result = getpgid(try int32(m, a[0]))
                if result < 0 { throw m.raiseOSError(errno) }
                return m.int(Int(result))
            },
            Native("getsid", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let result = getsid(try int32(m, a[0]))
                if result < 0 { throw m.raiseOSError(errno) }
                return m.int(Int(result))
            },
            Native("ctermid", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string("/dev/tty" as StaticString)
            },
            Native("sched_getaffinity", .one, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let list = m.list()
                for index in 0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) { list.append(m, m.int(index)) }
                return try m.call(m.type(.set).value, list.value)
            },
            Native("getgroups", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                var groups = [gid_t](repeating: 0, count: 1024)
                let count = getgroups(1024, &groups)
                if count < 0 { throw m.raiseOSError(errno) }
                let list = m.list()
                for index in 0..<Int(count) { list.append(m, m.int(Int(groups[index]))) }
                return list.value
            },
            Native("setsid", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if setsid() < 0 { throw m.raiseOSError(errno) }
                return .none
            },
            Native("umask", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Int(umask(mode_t(truncatingIfNeeded: try int32(m, a[0])))))
            },
            Native("urandom", .one, style: .function, randomBytes),
            Native("getrandom", .signature("size, flags=0"), style: .function, randomBytes),
            Native("cpu_count", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if let count = m.flags.processorCount { return m.int(count) }
                let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
                return count > 0 ? m.int(count) : .none
            },
            Native("uname", .none, style: .function, systemNames),
            Native("times", .none, style: .function, processTimes),
            Native("getloadavg", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                var loads = [0.0, 0, 0]
                if getloadavg(&loads, 3) != 3 { throw m.raise(.osError, "Load averages are unobtainable") }
                return m.tuple(Value(loads[0]), Value(loads[1]), Value(loads[2]))
            },
            Native("_exit", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                _exit(try int32(m, a[0]))
            },
            Native("abort", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in abort() },
            Native("kill", .positional(2, 2), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if kill(try int32(m, a[0]), try int32(m, a[1])) != 0 { throw m.raiseOSError(errno) }
                try m.checkSignals()
                return .none
            },
            Native("killpg", .positional(2, 2), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if killpg(try int32(m, a[0]), try int32(m, a[1])) != 0 { throw m.raiseOSError(errno) }
                try m.checkSignals()
                return .none
            },
            Native("strerror", .one, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string(String(cString: strerror(try int32(m, a[0]))))
            },
            Native("getlogin", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard let name = getlogin() else { throw m.raiseOSError(errno) }
                return m.fileSystemString(name)
            },
            Native("nice", .positional(1, 1), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                errno = 0
                let result = nice(try int32(m, a[0]))
                if result == -1, errno != 0 { throw m.raiseOSError(errno) }
                return m.int(Int(result))
            },
            Native("sched_yield", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                sched_yield()
                return .none
            },
            Native("putenv", .positional(2, 2), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let name = try m.fileSystemBytes(try m.fileSystemPath(a[0]))
                let value = try m.fileSystemBytes(try m.fileSystemPath(a[1]))
                if name.contains(UInt8(ascii: "=")) {
                    throw m.raise(.valueError, "illegal environment variable name")
                }
                if setenv(name.map { CChar(bitPattern: $0) }, value.map { CChar(bitPattern: $0) }, 1) != 0 {
                    throw m.raiseOSError(errno)
                }
                return .none
            },
            Native("unsetenv", .one, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let name = try m.fileSystemBytes(try m.fileSystemPath(a[0]))
                if unsetenv(name.map { CChar(bitPattern: $0) }) != 0 { throw m.raiseOSError(errno) }
                return .none
            },
            Native("waitpid", .positional(2, 2), style: .function, waitForProcess),
            Native("wait", .none, style: .function, waitForProcess),
            Native("_spawn", .positional(8, 8), style: .function, spawn),
            refuse("fork"), refuse("forkpty"), refuse("vfork"),
            Native("execv", .positional(2, 2), style: .function, refuseExec),
            Native("execve", .signature("path, argv, env"), style: .function, refuseExec),
            Native("WIFEXITED", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in Value(try int32(m, a[0]) & 0x7f == 0)
            },
            Native("WEXITSTATUS", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in m.int(Int(try int32(m, a[0]) >> 8 & 0xff))
            },
            Native("WIFSIGNALED", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let status = try int32(m, a[0]) & 0x7f
                return Value(status != 0 && status != 0x7f)
            },
            Native("WTERMSIG", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in m.int(Int(try int32(m, a[0]) & 0x7f))
            },
            Native("WIFSTOPPED", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in Value(try int32(m, a[0]) & 0xff == 0x7f)
            },
            Native("WSTOPSIG", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in m.int(Int(try int32(m, a[0]) >> 8 & 0xff))
            },
            Native("WCOREDUMP", .one, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in Value(try int32(m, a[0]) & 0x80 != 0)
            },
            Native("waitstatus_to_exitcode", .signature("status"), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let status = try int32(m, a[0])
                if status & 0x7f == 0 { return m.int(Int(status >> 8 & 0xff)) }
                if status & 0xff == 0x7f {
                    throw m.raise(.valueError, "process stopped by delivery of signal \(status >> 8 & 0xff)")
                }
                return m.int(-Int(status & 0x7f))
            },
            Native("sysconf", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard a[0].isKind(.string) else { return m.int(sysconf(try int32(m, a[0]))) }
                switch m.swiftString(a[0]) {
                case "SC_PAGE_SIZE", "SC_PAGESIZE": return m.int(sysconf(Int32(_SC_PAGESIZE)))
                case "SC_NPROCESSORS_ONLN": return m.int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
                case "SC_NPROCESSORS_CONF": return m.int(sysconf(Int32(_SC_NPROCESSORS_CONF)))
                case "SC_OPEN_MAX": return m.int(sysconf(Int32(_SC_OPEN_MAX)))
                case "SC_CLK_TCK": return m.int(sysconf(Int32(_SC_CLK_TCK)))
                case "SC_ARG_MAX": return m.int(sysconf(Int32(_SC_ARG_MAX)))
                case "SC_PHYS_PAGES":
                    #if canImport(Glibc)
                    return m.int(sysconf(Int32(_SC_PHYS_PAGES)))
                    #else
                    return m.int(-1)
                    #endif
                default: throw m.raise(.valueError, "unrecognized configuration name")
                }
            },
        ]
    }

    private static func number(_ name: StaticString, _ body: @escaping () -> Int) -> Native {
        Native(name, .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in m.int(body()) }
    }

    private static func refuse(_ name: StaticString) -> Native {
        Native(name, .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
            throw m.raise(.notImplementedError, "minipy does not support os.\(name)()")
        }
    }

    private static func refuseExec(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.notImplementedError, "minipy does not support the exec functions; use subprocess")
    }

    private static func randomBytes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let count = try m.sizeArgument(a[0])
        if count < 0 { throw m.raise(.valueError, "negative argument not allowed") }
        let result = try m.makeBytesChecked(count: count)
        var generator = SystemRandomNumberGenerator()
        for index in 0..<count { result.bytes[index] = UInt8(truncatingIfNeeded: generator.next()) }
        return result.value
    }

    private static func systemNames(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var names = utsname()
        if uname(&names) != 0 { throw m.raiseOSError(errno) }
        func text<Field>(_ field: Field) -> Value {
            withUnsafeBytes(of: field) { bytes in
                let end = bytes.firstIndex(of: 0) ?? bytes.count
                return m.fileSystemString(UnsafeRawBufferPointer(rebasing: bytes[..<end]).bindMemory(to: UInt8.self))
            }
        }
        return StructSequence.make(
            m, makeTypes(m).uname,
            [text(names.sysname), text(names.nodename), text(names.release), text(names.version), text(names.machine)])
    }

    private static func processTimes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var info = tms()
        let elapsed = times(&info)
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        let values = [
            Int(info.tms_utime), Int(info.tms_stime), Int(info.tms_cutime), Int(info.tms_cstime), Int(elapsed),
        ]
        return StructSequence.make(m, makeTypes(m).times, values.map { Value(Double($0) / ticks) })
    }

    // MARK: Children

    private static func waitForProcess(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let process = a.count > 0 ? try int32(m, a[0]) : -1
        let options = a.count > 1 ? try int32(m, a[1]) : 0
        var status: Int32 = 0
        while true {
            let result = m.unlocked { waitpid(process, &status, options) }
            if result >= 0 { return m.tuple(m.int(Int(result)), m.int(Int(status))) }
            if errno != EINTR { throw m.raiseOSError(errno) }
            try m.checkSignals()
        }
    }

    /// `_spawn(program, arguments, environment or None, directory or None, stdin, stdout, stderr, new session)`: starts
    /// a program, which is looked for on PATH when it has no slash. Descriptors of -1 are inherited.
    private static func spawn(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.writeOutAllFiles()
        var memory: [UnsafeMutablePointer<CChar>] = []
        defer { for text in memory { free(text) } }
        func copy(_ value: Value) throws(Raise) -> UnsafeMutablePointer<CChar>? {
            let bytes = try m.fileSystemBytes(try m.fileSystemPath(value))
            guard let text = strdup(bytes.map { CChar(bitPattern: $0) }) else { throw m.raiseMemoryError() }
            memory.append(text)
            return text
        }
        func copyAll(_ value: Value) throws(Raise) -> [UnsafeMutablePointer<CChar>?] {
            let list = try m.listFromIterable(value)
            var result: [UnsafeMutablePointer<CChar>?] = []
            for index in 0..<list.count { result.append(try copy(list[index])) }
            result.append(nil)
            return result
        }
        let program = try copy(a[0])
        var arguments = try copyAll(a[1])
        var environment = a[2].isNone ? [] : try copyAll(a[2])
        let directory = a[3].isNone ? nil : try copy(a[3])
        var descriptors: [Int32] = []
        for index in 4..<7 { descriptors.append(try int32(m, a[index])) }
        let isNewSession = try m.truth(a[7])
        var process: pid_t = 0
        let hasEnvironment = !a[2].isNone
        let error = minipy_spawn(
            &process, program, &arguments, hasEnvironment, &environment, directory, &descriptors, isNewSession)
        if error != 0 { throw m.raiseOSError(error, filename: a[0]) }
        return m.int(Int(process))
    }
}
