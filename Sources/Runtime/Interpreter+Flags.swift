#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Interpreter {
    /// Settings of the command that programs find in `sys.flags`, and how uncaught exceptions look.
    ///
    /// They come from options and environment variables of the command. An embedded interpreter reads no variables; its
    /// owner sets the fields.
    public struct Flags: Sendable {
        /// `-d`; changes nothing.
        public var debug = 0
        /// `-i`: a prompt after the program.
        public var inspect = 0
        public var interactive = 0
        /// `-O`: 1 leaves assert statements out and makes `__debug__` false, 2 leaves doc strings out, too.
        public var optimize = 0
        /// `-B`; minipy writes no such files anyway.
        public var dontWriteBytecode = 0
        public var noUserSite = 0
        public var noSite = 0
        /// `-E`: environment variables for Python are not looked at.
        public var ignoreEnvironment = 0
        /// `-v`: imports are told on standard error.
        public var verbose = 0
        /// `-b`: warn about bytes that are converted to str or compared with it; 2 is an error.
        public var bytesWarning = 0
        /// `-q`: no banner.
        public var quiet = 0
        public var isolated = 0
        public var isDevelopmentMode = false
        public var warnDefaultEncoding = 0
        /// `-P`: the program's directory is not put on `sys.path`.
        public var hasSafePath = false
        /// The limit of conversions between int and str.
        public var maximumTextDigits = 4300
        /// `-X cpu_count`: what `os.cpu_count()` gives, if not the number of processors.
        public var processorCount: Int?
        /// `PYTHONIOENCODING`: the encoding of the standard streams and how its errors are handled, if not the usual.
        public var standardEncoding: String?
        public var standardErrors: String?
        /// `-u`: what is written goes out at once.
        public var isUnbuffered = false
        /// `-x`: the first line of the program is not looked at.
        public var skipsFirstLine = false
        /// `-X importtime`: how long imports take is told on standard error.
        public var showsImportTimes = false
        /// Whether tracebacks on standard error are coloured.
        public var color = Color.automatic

        /// When tracebacks are coloured.
        public enum Color: Sendable {
            /// On terminals, as the environment says.
            case automatic
            case always, never
        }

        public init() {}
    }
}

extension Machine {
    /// The settings of the command; those of an interpreter that is going away are the usual ones.
    var flags: Interpreter.Flags { interpreter?.flags ?? Interpreter.Flags() }

    /// Whether what goes to `sys.stderr` may be coloured: as the option says, else as CPython decides it, by
    /// `PYTHON_COLORS`, `NO_COLOR`, `FORCE_COLOR`, `TERM` and whether it is a terminal, in this order.
    var usesColor: Bool {
        switch flags.color {
        case .always: return true
        case .never: return false
        case .automatic: break
        }
        if flags.ignoreEnvironment == 0 {
            if let choice = getenv("PYTHON_COLORS") {
                if strcmp(choice, "0") == 0 { return false }
                if strcmp(choice, "1") == 0 { return true }
            }
            if getenv("NO_COLOR") != nil { return false }
            if getenv("FORCE_COLOR") != nil { return true }
            if let terminal = getenv("TERM"), strcmp(terminal, "dumb") == 0 { return false }
        }
        return isTerminal(standardStream(.stderr))
    }

    /// Whether a stream is a terminal, by its file descriptor; one without is none.
    private func isTerminal(_ stream: Value) -> Bool {
        guard stream.isBound, !stream.isNone else { return false }
        if let native = TextFile.of(self, stream), native.descriptor >= 0 { return isatty(native.descriptor) == 1 }
        let saved = state.pointee.pending
        defer { state.pointee.pending = saved }
        state.pointee.pending = .unbound
        guard let number = try? callMethodNamed(stream, "fileno"), let descriptor = intValue(number) else {
            return false
        }
        return isatty(Int32(truncatingIfNeeded: descriptor)) == 1
    }
}
