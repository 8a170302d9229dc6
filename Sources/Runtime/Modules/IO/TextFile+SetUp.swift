#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What `TextIOWrapper.__init__` does.
extension TextFile {
    func setUp(
        _ m: Machine, buffer: Value, encoding: Value, errors: Value, newline: Value, isLineBuffered: Bool,
        isWriteThrough: Bool
    ) throws(Raise) {
        for (value, name) in [(encoding, "encoding"), (errors, "errors"), (newline, "newline")] as [(Value, String)]
        where value.isBound && !value.isNone && !value.isKind(.string) {
            throw m.raise(
                .typeError, "TextIOWrapper() argument '\(name)' must be str or None, not \(m.typeName(value))")
        }
        try setNewline(m, newline)
        try setEncoding(m, encoding, errors: errors)
        self.isLineBuffered = isLineBuffered
        self.isWriteThrough = isWriteThrough
        self.buffer = buffer
        let type = m.typeOf(buffer)
        if type == m.io.bufferedReader || type == m.io.bufferedWriter || type == m.io.bufferedRandom,
            let file = m.boxed(buffer, as: BufferedFile.self)
        {
            buffered = file
            isReadable = file.kind != .writer
            isWritable = file.kind != .reader
            file.upper = self
        } else {
            isReadable = try m.truth(try m.callMethodNamed(buffer, "readable"))
            isWritable = try m.truth(try m.callMethodNamed(buffer, "writable"))
        }
        if isWritable, try isSeekable(m) {
            let position =
                buffered == nil
                ? try m.sizeArgument(try m.callMethodNamed(buffer, "tell")) : try buffered?.tell(m) ?? 0
            if position != 0 { writesSignature = false }
        }
    }

    /// Sets the codec by its name; None is UTF-8.
    func setEncoding(_ m: Machine, _ encoding: Value, errors: Value) throws(Raise) {
        if encoding.isKind(.string) {
            encodingName = m.swiftString(encoding)
            if encodingName == "locale" { encodingName = Machine.localeEncoding }
        } else {
            encodingName = Machine.localeEncoding
        }
        self.errors = errors.isKind(.string) ? m.swiftString(errors) : "strict"
        encoder = .unbound
        decoder = .unbound
        if let known = TextCodec(encodingName) {
            codec = known
        } else {
            if encodingName.unicodeScalars.contains("\0") { throw m.raise(.valueError, "embedded null character") }
            encoder = try m.makeIncrementalCodec("incrementalencoder", encodingName, self.errors)
            codec = .latin1
        }
    }

    func setNewline(_ m: Machine, _ value: Value) throws(Raise) {
        newline = value.isKind(.string) ? m.swiftString(value) : nil
        switch newline {
        case nil, "", "\n", "\r", "\r\n": break
        default:
            throw m.raise(.valueError, "illegal newline value: \(m.swiftString(value))")
        }
        endsUniversally = newline == nil || newline == ""
        translatesReading = newline == nil
        writtenNewline = newline == "\r" ? [13] : newline == "\r\n" ? [13, 10] : nil
    }
}

extension Machine {
    /// The name of the encoding of text files when none is given: minipy is always in the UTF-8 mode of PEP 540.
    static var localeEncoding: String { "utf-8" }
}
