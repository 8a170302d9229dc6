import Lexer
import Parser

extension Machine {
    /// What the parser or the compiler refused, as an exception with all its fields.
    func raiseSyntaxError(_ error: SyntaxError, filename: String) -> Raise {
        let type: BuiltinType
        switch error.kind {
        case .syntax: type = .syntaxError
        case .indentation: type = .indentationError
        case .tab: type = .tabError
        case .memory: return raise(.memoryError, error.message)
        case .recursion: return raise(.recursionError, error.message)
        case .value: return raise(.valueError, error.message)
        }
        let message = string(error.message)
        // Broken encodings: CPython tells no place at all.
        if error.line <= 0 { return raise(makeException(type, message)) }
        let details = makeTuple(count: 6)
        details[0] = string(filename)
        details[1] = error.line > 0 ? int(error.line) : .none
        details[2] = error.line > 0 ? int(error.offset) : .none
        details[3] = error.text.map { string($0) } ?? .none
        details[4] = error.line > 0 ? int(error.endLine) : .none
        details[5] = error.line > 0 ? int(error.endOffset) : .none
        let exception = makeException(self.type(type), args: tuple(message, details.value))
        let fields = Exception(exception).fields
        fields[SyntaxErrorField.message] = message
        for index in 0..<6 { fields[SyntaxErrorField.filename + index] = details[index] }
        return raise(exception)
    }

    /// Issues the SyntaxWarnings of a program: by the module `warnings` when the program uses it or options say what to
    /// do with them, else on standard error, as that module shows them by default. A warning that is to be an error is a
    /// SyntaxError. `source` is nil when the text is not that of a file.
    func issue(_ warnings: [SyntaxWarning], filename: String, source: [UInt8]?) throws(Raise) {
        for warning in warnings {
            if isWarningsModuleInUse {
                do throws(Raise) {
                    try warn(.syntaxWarning, warning.message, filename: filename, line: warning.line)
                } catch {
                    guard pendingMatches(.syntaxWarning) else { throw error }
                    clearPending()
                    throw raiseSyntaxError(
                        SyntaxError(
                            message: warning.message, line: warning.line, offset: warning.column + 1,
                            endLine: warning.line, endOffset: warning.column + 1,
                            text: source.flatMap { Machine.sourceLine($0, warning.line) }),
                        filename: filename)
                }
                continue
            }
            var text = "\(filename):\(warning.line): SyntaxWarning: \(warning.message)\n"
            if let source, let line = Machine.sourceLine(source, warning.line) {
                let trimmed = line.drop { $0 == " " || $0 == "\t" }
                if !trimmed.isEmpty { text += "  \(trimmed)\n" }
            }
            printToStandardError(text)
        }
    }

    /// The text of a line, without its end; nil when there is no such line.
    static func sourceLine(_ source: [UInt8], _ number: Int) -> String? {
        var line = 1
        var start = 0
        while line < number {
            guard let end = source[start...].firstIndex(of: 10) else { return nil }
            start = end + 1
            line += 1
        }
        guard start < source.count else { return nil }
        let end = source[start...].firstIndex(of: 10) ?? source.count
        var text = source[start..<end]
        if text.last == 13 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    /// A source as UTF-8 with plain line ends, whatever encoding it declares; as it is when that fails.
    private static func unified(_ bytes: [UInt8], _ filename: String) -> [UInt8] {
        let isPlain = !bytes.contains(13) && bytes.first != 0xEF
        let declaresNothing = !bytes.prefix(400).split(separator: 10).prefix(2).contains { $0.first == 0x23 }
        if isPlain, declaresNothing { return bytes }
        guard let text = try? SourceText(decoding: bytes, fileName: filename) else { return bytes }
        return Array(UnsafeBufferPointer(start: text.bytes, count: text.count))
    }

    /// The lines that the program itself has put into `linecache.cache`, for code that lies in no file.
    private func cachedText(ofFile filename: String) -> [UInt8]? {
        let module = dictGet(modules, name: intern("linecache"))
        guard module.isKind(.module) else { return nil }
        let cache = dictGet(Dict(module.layout(ModuleLayout.self).pointee.dict), name: intern("cache"))
        guard cache.isKind(.dict) else { return nil }
        let entry = dictGet(Dict(cache), name: intern(filename))
        guard entry.isKind(.tuple), Tuple(entry).count == 4, Tuple(entry)[1].isNone, Tuple(entry)[2].isKind(.list)
        else { return nil }
        let lines = List(Tuple(entry)[2])
        var text: [UInt8] = []
        for index in 0..<lines.count where isString(lines[index]) { text += Array(swiftString(lines[index]).utf8) }
        return text
    }

    /// The source of a code object's file, for tracebacks: a file, a library module, or the text given with `-c`.
    func sourceText(ofFile filename: String) -> [UInt8]? {
        if let text = interpreter?.sources[filename] { return text }
        if let library = LibraryModule.find(filename: filename) { return library.source }
        if let text = cachedText(ofFile: filename) { return text }
        if filename.hasPrefix("<") { return nil }
        guard let bytes = FileSystem.read(filename) else { return nil }
        return Machine.unified(bytes, filename)
    }
}
