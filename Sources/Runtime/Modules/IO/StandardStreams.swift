#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The three standard streams of an interpreter.
extension Machine {
    /// The stream objects for the three standard descriptors: stdin, stdout, stderr.
    func makeStandardStreams() -> (input: Value, output: Value, error: Value) {
        let isTerminal = isatty(1) == 1
        let errors = Machine.usesPlainLocale ? "surrogateescape" : "strict"
        return (
            makeStandardStream(0, "<stdin>", mode: "r", errors: errors),
            makeStandardStream(1, "<stdout>", mode: "w", errors: errors, isLineBuffered: isTerminal),
            makeStandardStream(2, "<stderr>", mode: "w", errors: "backslashreplace", isLineBuffered: true)
        )
    }

    private func makeStandardStream(
        _ descriptor: Int32, _ name: StaticString, mode: StaticString, errors: String, isLineBuffered: Bool = false
    ) -> Value {
        let file = TextFile()
        file.descriptor = descriptor
        file.standardName = name
        file.isReadable = descriptor == 0
        file.isWritable = descriptor != 0
        file.errors = errors
        file.newline = "\n"
        file.isLineBuffered = isLineBuffered
        file.writesSignature = false
        let value = box(traced: file, type: type(.textIOWrapper))
        addSlot(value.cell, name: internStatic("mode"), value: string(mode))
        return value
    }

    /// Makes the standard streams as `-u` and `PYTHONIOENCODING` ask for; they are there before the flags are known.
    func configureStandardStreams(_ flags: Interpreter.Flags) {
        for known in [KnownName.stdin, .stdout, .stderr] {
            guard let file = TextFile.of(self, standardStream(known)) else { continue }
            if known != .stdin { file.isWriteThrough = flags.isUnbuffered }
            if let name = flags.standardEncoding, let codec = TextCodec(name) {
                file.codec = codec
                file.encodingName = name
            }
            if let errors = flags.standardErrors, known != .stderr { file.errors = errors }
        }
    }

    /// Whether the locale is C, POSIX or one of those that CPython puts in their place (PEP 538): then text that can't
    /// be decoded passes through standard input and output unchanged.
    private static var usesPlainLocale: Bool {
        for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let value = getenv(variable), value.pointee != 0 else { continue }
            return ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"].contains(String(cString: value))
        }
        return true
    }

    /// Puts the standard streams into the namespace of `sys`, unless somebody did already.
    func installStandardStreams() {
        let dict = Dict(runtime.pointee.sysDict)
        guard dictGet(dict, name: name(.stdout)).isUnbound else { return }
        let streams = makeStandardStreams()
        for (descriptor, known, stream) in [
            (Int32(0), KnownName.stdin, streams.input), (1, .stdout, streams.output), (2, .stderr, streams.error),
        ] {
            // None for a descriptor that the parent has closed.
            let value = fcntl(descriptor, F_GETFD) < 0 ? Value.none : stream
            dictSet(dict, name: name(known), value)
            keepForever(value)
        }
    }

    /// Writes out what `sys.stdout` and `sys.stderr` still hold, at the end of the process. When that fails the reason
    /// is printed, and the result is false: the status should be 120.
    func flushStandardStreams() -> Bool {
        var isComplete = true
        for known in [KnownName.stdout, .stderr] {
            let stream = standardStream(known)
            guard stream.isBound, !stream.isNone else { continue }
            do throws(Raise) {
                if let native = TextFile.of(self, stream) {
                    let isOpen = native.isDetached ? false : try !native.isClosed(self)
                    if isOpen { try native.flush(self) }
                } else {
                    let closed = try attributeIfPresent(stream, "closed")
                    if closed.isBound, try truth(closed) { continue }
                    _ = try callMethod(stream, .flush)
                }
            } catch {
                let exception = takePending()
                isComplete = false
                guard known == .stdout else { continue }
                printToStandardError(
                    "Exception ignored on flushing sys.stdout:\n" + formatException(exception, isPlain: true))
            }
        }
        return isComplete
    }
}
