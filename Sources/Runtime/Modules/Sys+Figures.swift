#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Which Python and which minipy this is. Everything that tells a version reads it here.
public enum Version {
    /// The language version that programs see.
    public static let python = (major: 3, minor: 13, micro: 0)
    public static let minipy = "0.1.0"
    /// `minipy --version`.
    public static var text: String { "minipy \(minipy) (Python \(pythonText))" }
    /// `minipy -VV`: how it was built, too.
    public static var longText: String {
        #if arch(x86_64)
        let processor = "x86-64"
        #elseif arch(arm64)
        let processor = "arm64"
        #else
        let processor = "another processor"
        #endif
        #if os(Linux)
        let system = "Linux"
        #else
        let system = "macOS"
        #endif
        #if DEBUG
        let kind = "debug"
        #else
        let kind = "release"
        #endif
        return "\(text) [Swift, \(kind), \(system) on \(processor)]"
    }
    static var pythonText: String { "\(python.major).\(python.minor).\(python.micro)" }
    static var hex: Int { python.major << 24 | python.minor << 16 | python.micro << 8 | 0xF0 }
}

/// The data of `sys`: versions, sizes, paths.
extension SysModule {
    static func addVersion(_ m: Machine, _ module: ModuleBuilder) {
        module.add("version", m.string("\(Version.pythonText) (minipy \(Version.minipy)) [Swift]"))
        let type = StructSequence.makeType(
            m, "version_info", module: "sys", fields: ["major", "minor", "micro", "releaselevel", "serial"])
        let info = StructSequence.make(
            m, type,
            [
                m.int(Version.python.major), m.int(Version.python.minor), m.int(Version.python.micro),
                m.intern("final"), m.int(0),
            ])
        module.add("version_info", info)
        module.add("hexversion", m.int(Version.hex))
        module.add("api_version", m.int(1013))
        let implementation = m.allocateInstance(of: m.type(.simpleNamespace))
        m.addSlot(implementation.cell, name: m.name(.name), value: m.intern("minipy"))
        m.addSlot(implementation.cell, name: m.intern("cache_tag"), value: .none)
        m.addSlot(implementation.cell, name: m.intern("version"), value: info)
        m.addSlot(implementation.cell, name: m.intern("hexversion"), value: m.int(Version.hex))
        module.add("implementation", implementation)
        module.add("copyright", m.string("Copyright (c) the minipy authors."))
    }

    static func addEnvironment(_ m: Machine, _ module: ModuleBuilder) {
        #if os(Linux)
        module.add("platform", m.intern("linux"))
        #else
        module.add("platform", m.intern("darwin"))
        #endif
        let executable = FileSystem.executablePath
        let directory = executable.lastIndex(of: "/").map { String(executable[..<$0]) } ?? ""
        module.add("executable", m.string(executable))
        module.add("_base_executable", m.string(executable))
        for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] as [StaticString] {
            module.add(name, m.string(directory))
        }
        module.add("platlibdir", m.intern("lib"))
        module.add("abiflags", m.string(""))
        let original = m.list()
        for argument in CommandLine.arguments { original.append(m, m.string(argument)) }
        module.add("orig_argv", original.value)
        module.addIfMissing("argv", m.list().value)
        module.addIfMissing("path", m.list().value)
        let warnOptions = m.list()
        for option in m.interpreter?.warningOptions ?? [] { warnOptions.append(m, m.string(option)) }
        module.add("warnoptions", warnOptions.value)
        let xOptions = m.dict()
        for option in m.interpreter?.implementationOptions ?? [] {
            m.dictSet(xOptions, name: m.intern(option.name), option.value.map { m.string($0) } ?? .true)
        }
        module.add("_xoptions", xOptions.value)
        module.add("dont_write_bytecode", Value(m.flags.dontWriteBytecode != 0))
        module.add("pycache_prefix", .none)
        let builtinModules = NativeModule.all.filter { $0.isBuiltin }.map { $0.name.description }.sorted()
        let names = m.makeTuple(count: builtinModules.count)
        for (index, name) in builtinModules.enumerated() { names[index] = m.intern(name) }
        module.add("builtin_module_names", names.value)
        let library = m.set(frozen: true)
        for name in StandardLibrary.moduleNames { _ = try? m.setAdd(library, m.intern(String(name))) }
        module.add("stdlib_module_names", library.value)
    }

    static func addFigures(_ m: Machine, _ module: ModuleBuilder) {
        module.add("maxsize", m.int(Int.max))
        module.add("maxunicode", m.int(0x10FFFF))
        module.add("byteorder", m.intern("little"))
        module.add("float_repr_style", m.intern("short"))
        func sequence(
            _ name: StaticString, _ type: StaticString, _ fields: [(StaticString, Value)], hidden: Int = 0
        ) {
            let type = StructSequence.makeType(m, type, module: "sys", fields: fields.map { $0.0 }, hidden: hidden)
            module.add(name, StructSequence.make(m, type, fields.map { $0.1 }, hidden: hidden))
        }
        module.add(
            "_UnraisableHookArgs",
            StructSequence.makeType(
                m, "UnraisableHookArgs", module: "sys",
                fields: ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"], isCallable: true
            ).value)
        let zero = m.int(0)
        let flags = m.flags
        // Hashes of strings are the same in every run, and text is always UTF-8.
        sequence(
            "flags", "flags",
            [
                ("debug", m.int(flags.debug)), ("inspect", m.int(flags.inspect)),
                ("interactive", m.int(flags.interactive)), ("optimize", m.int(flags.optimize)),
                ("dont_write_bytecode", m.int(flags.dontWriteBytecode)), ("no_user_site", m.int(flags.noUserSite)),
                ("no_site", m.int(flags.noSite)), ("ignore_environment", m.int(flags.ignoreEnvironment)),
                ("verbose", m.int(flags.verbose)), ("bytes_warning", m.int(flags.bytesWarning)),
                ("quiet", m.int(flags.quiet)), ("hash_randomization", zero), ("isolated", m.int(flags.isolated)),
                ("dev_mode", Value(flags.isDevelopmentMode)), ("utf8_mode", m.int(1)),
                ("warn_default_encoding", m.int(flags.warnDefaultEncoding)), ("safe_path", Value(flags.hasSafePath)),
                ("int_max_str_digits", m.int(flags.maximumTextDigits)), ("gil", m.int(1)),
            ], hidden: 1)
        sequence(
            "float_info", "float_info",
            [
                ("max", Value(Double.greatestFiniteMagnitude)), ("max_exp", m.int(1024)), ("max_10_exp", m.int(308)),
                ("min", Value(Double.leastNormalMagnitude)), ("min_exp", m.int(-1021)), ("min_10_exp", m.int(-307)),
                ("dig", m.int(15)), ("mant_dig", m.int(53)), ("epsilon", Value(Double.ulpOfOne)), ("radix", m.int(2)),
                ("rounds", m.int(1)),
            ])
        sequence(
            "int_info", "int_info",
            [
                ("bits_per_digit", m.int(30)), ("sizeof_digit", m.int(4)), ("default_max_str_digits", m.int(4300)),
                ("str_digits_check_threshold", m.int(640)),
            ])
        sequence(
            "hash_info", "hash_info",
            [
                ("width", m.int(64)), ("modulus", m.int((1 << 61) - 1)), ("inf", m.int(314159)), ("nan", zero),
                ("imag", m.int(1_000_003)), ("algorithm", m.intern("siphash13")), ("hash_bits", m.int(64)),
                ("seed_bits", m.int(128)), ("cutoff", zero),
            ])
        sequence(
            "thread_info", "thread_info",
            [("name", m.intern("pthread")), ("lock", m.intern("mutex+cond")), ("version", .none)])
    }
}

extension FileSystem {
    /// The program that this process runs, or an empty text.
    static var executablePath: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        #if canImport(Glibc)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return "" }
        #else
        var size = UInt32(buffer.count)
        guard _NSGetExecutablePath(&buffer, &size) == 0 else { return "" }
        let count = strlen(buffer)
        #endif
        return String(decoding: buffer[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
