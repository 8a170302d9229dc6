#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension BuiltinFunctions {
    /// `open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)`.
    static func open(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let mode = try m.textArgument(a[1], "open", named: "mode") ?? "r"
        var buffering = -1
        if a[2].isBound {
            guard m.isInt(a[2]) || m.lookupSpecial(a[2], .__index__).isBound else {
                throw m.raise(.typeError, "'\(m.typeName(a[2]))' object cannot be interpreted as an integer")
            }
            buffering = try m.sizeArgument(a[2])
        }
        for (index, name) in [(3, "encoding"), (4, "errors"), (5, "newline")]
        where a[index].isBound && !a[index].isNone && !a[index].isKind(.string) {
            throw m.raise(
                .typeError, "open() argument '\(name)' must be str or None, not \(m.typeName(a[index]))")
        }
        func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }
        return try m.openFile(
            a[0], mode: mode, buffering: buffering, encoding: orNone(a[3]), errors: orNone(a[4]),
            newline: orNone(a[5]), closesDescriptor: a[6].isUnbound ? true : try m.truth(a[6]), opener: orNone(a[7]))
    }
}

/// The letters of a mode.
private struct OpenMode {
    var creating = false
    var reading = false
    var writing = false
    var appending = false
    var updating = false
    var text = false
    var binary = false

    init(_ m: Machine, _ mode: String) throws(Raise) {
        var seen: Set<UInt8> = []
        for letter in mode.utf8 {
            switch letter {
            case UInt8(ascii: "x"): creating = true
            case UInt8(ascii: "r"): reading = true
            case UInt8(ascii: "w"): writing = true
            case UInt8(ascii: "a"): appending = true
            case UInt8(ascii: "+"): updating = true
            case UInt8(ascii: "t"): text = true
            case UInt8(ascii: "b"): binary = true
            default: throw m.raise(.valueError, "invalid mode: '\(mode)'")
            }
            if !seen.insert(letter).inserted { throw m.raise(.valueError, "invalid mode: '\(mode)'") }
        }
        if text, binary { throw m.raise(.valueError, "can't have text and binary mode at once") }
        if [creating, reading, writing, appending].filter({ $0 }).count > 1 {
            throw m.raise(.valueError, "must have exactly one of create/read/write/append mode")
        }
    }

    /// The mode for the raw file.
    var raw: String {
        (creating ? "x" : "") + (reading ? "r" : "") + (writing ? "w" : "") + (appending ? "a" : "")
            + (updating ? "+" : "")
    }
}

extension Machine {
    /// Opens a file as the built-in function does.
    func openFile(
        _ file: Value, mode: String, buffering: Int, encoding: Value, errors: Value, newline: Value,
        closesDescriptor: Bool, opener: Value
    ) throws(Raise) -> Value {
        makeIOTypes()
        if !isInt(file) { _ = try fileSystemPath(file) }
        let path = isInt(file) ? file : try fileSystemPath(file)
        let parsed = try OpenMode(self, mode)
        if parsed.binary {
            if !encoding.isNone { throw raise(.valueError, "binary mode doesn't take an encoding argument") }
            if !errors.isNone { throw raise(.valueError, "binary mode doesn't take an errors argument") }
            if !newline.isNone { throw raise(.valueError, "binary mode doesn't take a newline argument") }
            if buffering == 1 {
                try warn(
                    .runtimeWarning,
                    "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"
                )
            }
        }
        let rawFile = RawFile()
        try rawFile.open(
            self, file: path, mode: parsed.raw, closesDescriptor: closesDescriptor, opener: opener)
        let raw = box(traced: rawFile, type: ioType(\.fileIO))
        raw.cell.requestFinalizer()
        try setAttribute(raw, name(.name), path)
        do throws(Raise) {
            return try layer(
                raw, rawFile, parsed, mode: mode, buffering: buffering, encoding: encoding, errors: errors,
                newline: newline)
        } catch {
            let exception = takePending()
            do throws(Raise) { try rawFile.close(self) } catch { clearPending() }
            throw raise(exception)
        }
    }

    /// Puts buffer and text over a raw file.
    private func layer(
        _ raw: Value, _ rawFile: RawFile, _ mode: OpenMode, mode modeText: String, buffering: Int, encoding: Value,
        errors: Value, newline: Value
    ) throws(Raise) -> Value {
        var isLineBuffered = false
        var size = buffering
        if buffering == 1 || buffering < 0 && isTerminal(rawFile.descriptor) {
            isLineBuffered = true
            size = -1
        }
        if size < 0 { size = BufferedFile.defaultSize }
        if size == 0 {
            if mode.binary { return raw }
            throw raise(.valueError, "can't have unbuffered text I/O")
        }
        let kind: BufferedFile.Kind
        let type: TypeRef
        if mode.updating {
            if !rawFile.isSeekable() { throw raiseUnsupported("File or stream is not seekable.") }
            (kind, type) = (.random, ioType(\.bufferedRandom))
        } else if mode.reading {
            (kind, type) = (.reader, ioType(\.bufferedReader))
        } else {
            (kind, type) = (.writer, ioType(\.bufferedWriter))
        }
        try checkSize(size)
        let bufferedFile = BufferedFile(kind: kind, raw: raw, rawFile: rawFile, size: size)
        rawFile.upper = bufferedFile
        let buffered = box(traced: bufferedFile, type: type)
        buffered.cell.requestFinalizer()
        if mode.binary { return buffered }
        let textFile = TextFile()
        try textFile.setUp(
            self, buffer: buffered, encoding: encoding, errors: errors, newline: newline,
            isLineBuffered: isLineBuffered, isWriteThrough: false)
        let text = box(traced: textFile, type: self.type(.textIOWrapper))
        text.cell.requestFinalizer()
        try setAttribute(text, internStatic("mode"), string(modeText))
        return text
    }

    private func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
