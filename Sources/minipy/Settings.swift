#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Runtime

/// What the options say, before the environment is asked for the rest.
struct Settings: Sendable {
    var flags = Interpreter.Flags()
    var clock = Interpreter.Options.Clock.real
    /// `-W` and `-X`, in order.
    var warnings: [String] = []
    var implementation: [(name: String, value: String?)] = []

    /// A value that CPython refuses before it runs anything: the message, which CPython's manner surrounds.
    struct Fatal: Error {
        let message: String
        var isEarly = false

        /// What is printed.
        var text: String {
            "Fatal Python error: \(message)\nPython runtime state: \(isEarly ? "preinitializing" : "preinitialized")\n\n"
        }
    }

    /// The options of an interpreter: what the options of the command say, completed by environment variables.
    func interpreterOptions(arguments: [String]) throws(Fatal) -> Interpreter.Options {
        var options = Interpreter.Options()
        options.arguments = arguments
        options.clock = clock
        options.implementationOptions = implementation
        var flags = flags
        let usesEnvironment = flags.ignoreEnvironment == 0
        if usesEnvironment { readFlags(&flags) }
        try checkEncodingMode(usesEnvironment)
        try setLimits(&flags, usesEnvironment)
        if usesEnvironment { try setEncoding(&flags) }
        options.flags = flags
        if flags.isDevelopmentMode { options.warningOptions.append("default") }
        if usesEnvironment {
            if let filters = Self.variable("PYTHONWARNINGS") {
                options.warningOptions += filters.split(separator: ",").map(String.init)
            }
            if let path = Self.variable("MINIPYPATH") {
                options.path = path.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            }
        }
        options.warningOptions += warnings
        if flags.bytesWarning > 0 {
            options.warningOptions.append(flags.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning")
        }
        return options
    }

    /// The value of a variable that is set and not empty.
    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// A variable that is a number; any other text counts as 1.
    private static func number(_ name: String) -> Int {
        guard let text = variable(name) else { return 0 }
        guard let number = Int32(text), number >= 0 else { return 1 }
        return Int(number)
    }

    private func readFlags(_ flags: inout Interpreter.Flags) {
        func raise(_ flag: inout Int, _ name: String, limit: Int = Int(Int32.max)) {
            flag = max(flag, min(limit, Self.number(name)))
        }
        raise(&flags.debug, "PYTHONDEBUG", limit: 1)
        raise(&flags.optimize, "PYTHONOPTIMIZE")
        raise(&flags.verbose, "PYTHONVERBOSE")
        raise(&flags.dontWriteBytecode, "PYTHONDONTWRITEBYTECODE", limit: 1)
        raise(&flags.noUserSite, "PYTHONNOUSERSITE", limit: 1)
        if Self.variable("PYTHONINSPECT") != nil { flags.inspect = 1 }
        if Self.number("PYTHONUNBUFFERED") > 0 { flags.isUnbuffered = true }
        if Self.variable("PYTHONSAFEPATH") != nil { flags.hasSafePath = true }
        if Self.variable("PYTHONDEVMODE") != nil { flags.isDevelopmentMode = true }
        if Self.variable("PYTHONWARNDEFAULTENCODING") != nil { flags.warnDefaultEncoding = 1 }
        if Self.variable("PYTHONPROFILEIMPORTTIME") != nil { flags.showsImportTimes = true }
    }

    /// The last value of an option of `-X`: nil when it is not there.
    private func option(_ name: String) -> (value: String?, isGiven: Bool) {
        guard let last = implementation.last(where: { $0.name == name }) else { return (nil, false) }
        return (last.value, true)
    }

    private func checkEncodingMode(_ usesEnvironment: Bool) throws(Fatal) {
        let given = option("utf8")
        if given.isGiven {
            guard [nil, "0", "1"].contains(given.value) else {
                throw Fatal(message: "preconfig_init_utf8_mode: invalid -X utf8 option value", isEarly: true)
            }
        } else if usesEnvironment, let value = Self.variable("PYTHONUTF8"), value != "0", value != "1" {
            throw Fatal(
                message: "preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value", isEarly: true)
        }
        if usesEnvironment, let seed = Self.variable("PYTHONHASHSEED"), seed != "random", UInt32(seed) == nil {
            throw Fatal(
                message: "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range "
                    + "[0; 4294967295]")
        }
    }

    /// `PYTHONIOENCODING`: an encoding, a colon and a way to handle errors; one of them may be missing.
    private func setEncoding(_ flags: inout Interpreter.Flags) throws(Fatal) {
        guard let text = Self.variable("PYTHONIOENCODING") else { return }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let names = [
            "utf-8": "utf-8", "utf8": "utf-8", "ascii": "ascii", "us-ascii": "ascii", "latin-1": "iso8859-1",
            "latin1": "iso8859-1", "iso-8859-1": "iso8859-1", "iso8859-1": "iso8859-1",
        ]
        if !parts[0].isEmpty {
            guard let name = names[parts[0].lowercased()] else {
                throw Fatal(
                    message: "PYTHONIOENCODING: minipy's standard streams are utf-8, ascii or latin-1, not \(parts[0])")
            }
            flags.standardEncoding = name
            flags.standardErrors = "strict"
        }
        if parts.count > 1, !parts[1].isEmpty { flags.standardErrors = parts[1] }
    }

    private func setLimits(_ flags: inout Interpreter.Flags, _ usesEnvironment: Bool) throws(Fatal) {
        if option("dev").isGiven { flags.isDevelopmentMode = true }
        if option("importtime").isGiven { flags.showsImportTimes = true }
        if option("warn_default_encoding").isGiven { flags.warnDefaultEncoding = 1 }
        var count = option("cpu_count")
        if !count.isGiven, usesEnvironment, let text = Self.variable("PYTHON_CPU_COUNT") { count = (text, true) }
        if count.isGiven, count.value != "default" {
            guard let number = Int32(count.value ?? ""), number > 0 else {
                throw Fatal(
                    message: "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, "
                        + "n must be greater than 0")
            }
            flags.processorCount = Int(number)
        }
        let digits = option("int_max_str_digits")
        let name = "int_max_str_digits"
        if usesEnvironment, let text = Self.variable("PYTHONINTMAXSTRDIGITS") {
            flags.maximumTextDigits = try Self.digits(text, "PYTHONINTMAXSTRDIGITS")
        }
        if digits.isGiven { flags.maximumTextDigits = try Self.digits(digits.value ?? "", "-X \(name)") }
    }

    private static func digits(_ text: String, _ source: String) throws(Fatal) -> Int {
        guard let number = Int32(text), number == 0 || number >= 640 else {
            throw Fatal(
                message: "config_init_int_max_str_digits: \(source): invalid limit; must be >= 640 or 0 for unlimited.")
        }
        return Int(number)
    }
}
