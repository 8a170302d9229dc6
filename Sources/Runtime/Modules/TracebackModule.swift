import Parser

/// `_traceback`: what the module `traceback` needs from the machine.
enum TracebackModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("format_exception", .positional(3, 3), style: .function, formatException),
            Native("format_exception_only", .one, style: .function, formatExceptionOnly),
            Native("format_tb", .positional(2, 2), style: .function, formatTraceback),
            Native("extract_tb", .positional(2, 2), style: .function, extractTraceback),
            Native("extract_stack", .one, style: .function, extractStack),
            Native("format_frame", .positional(6, 7), style: .function, formatFrame),
            Native("line", .positional(2, 2), style: .function, line),
            Native("hide", .any, style: .function, hide),
            Native("source", .one, style: .function, source),
            Native("suggestion", .one, style: .function, suggestion),
            Native("closest", .positional(2, 2), style: .function, closest),
            Native("can_colorize", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                Value(m.usesColor)
            },
            Native("exception_text", .one, style: .function, exceptionText),
        ])
    }

    private static func list(_ m: Machine, _ pieces: [String]) -> Value {
        let list = m.list(capacity: pieces.count)
        for piece in pieces { list.append(m, m.string(piece)) }
        return list.value
    }

    private static func limit(_ m: Machine, _ value: Value) throws(Raise) -> Int? {
        value.isNone ? nil : try m.indexInt(value, overflow: .clip)
    }

    private static func requireException(_ m: Machine, _ value: Value) throws(Raise) {
        guard value.isKind(.exception) else {
            throw m.raise(.typeError, "Exception expected for value, \(m.typeName(value)) found")
        }
    }

    /// `format_exception(exception, limit, chain)`.
    private static func formatException(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isNone { return list(m, ["NoneType: None\n"]) }
        try requireException(m, a[0])
        var formatter = TracebackFormatter(m)
        formatter.limit = try limit(m, a[1])
        return list(m, formatter.pieces(of: a[0], chain: try m.truth(a[2])))
    }

    private static func formatExceptionOnly(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isNone { return list(m, ["NoneType: None\n"]) }
        try requireException(m, a[0])
        var formatter = TracebackFormatter(m)
        return list(m, formatter.pieces(ofMessage: a[0]))
    }

    private static func requireTraceback(_ m: Machine, _ value: Value) throws(Raise) {
        guard value.isNone || m.typeOf(value) == m.type(.traceback) else {
            throw m.raiseAttributeError(
                "'\(m.typeName(value))' object has no attribute 'tb_frame'", name: m.intern("tb_frame"), object: value)
        }
    }

    private static func formatTraceback(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try requireTraceback(m, a[0])
        var formatter = TracebackFormatter(m)
        formatter.limit = try limit(m, a[1])
        return list(m, formatter.pieces(ofStack: a[0]))
    }

    /// A list of tuples: file, line, end line, column, end column, name.
    private static func extractTraceback(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try requireTraceback(m, a[0])
        var formatter = TracebackFormatter(m)
        formatter.limit = try limit(m, a[1])
        let result = m.list()
        for traceback in formatter.frames(a[0]) {
            let code: UnsafeMutablePointer<CodeLayout> = Record(traceback)[TracebackField.code].layout()
            result.append(
                m, summary(m, code, m.line(ofTraceback: traceback), m.sourceRange(ofTraceback: traceback)))
        }
        return result.value
    }

    private static func summary(
        _ m: Machine, _ code: UnsafeMutablePointer<CodeLayout>, _ line: Int, _ range: SourceRange?
    ) -> Value {
        let tuple = m.makeTuple(count: 6)
        tuple[0] = code.pointee.filename
        tuple[1] = m.int(line)
        tuple[2] = range.map { m.int(Int($0.endLine)) } ?? .none
        tuple[3] = range.map { m.int(Int($0.column)) } ?? .none
        tuple[4] = range.map { m.int(Int($0.endColumn)) } ?? .none
        tuple[5] = code.pointee.name
        return tuple.value
    }

    /// The running frames, outermost first, without the innermost `a[0]` ones.
    private static func extractStack(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let skipped = try m.indexInt(a[0], overflow: .clip)
        let result = m.list()
        var frame = m.state.pointee.frameBase + 1
        while frame <= m.state.pointee.frame - skipped {
            let source = m.source(of: frame.pointee.code)
            let word = max(0, frame.pointee.pc - frame.pointee.code.pointee.words - 1)
            let range = source.position(at: word)
            // As in CPython, running frames are known by their line alone.
            result.append(m, summary(m, frame.pointee.code, range.map { Int($0.line) } ?? source.firstLine, nil))
            frame += 1
        }
        return result.value
    }

    /// `format_frame(file, line, end line, column, end column, name, colorize)`.
    private static func formatFrame(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let line = m.intValue(a[1]) ?? 0
        var range: SourceRange?
        if let endLine = m.intValue(a[2]), let column = m.intValue(a[3]), let endColumn = m.intValue(a[4]) {
            range = SourceRange(
                line: Int32(clamping: line), column: Int32(clamping: column), endLine: Int32(clamping: endLine),
                endColumn: Int32(clamping: endColumn))
        }
        var formatter = TracebackFormatter(m)
        if a.count > 6 { formatter.usesColor = try m.truth(a[6]) }
        let text = formatter.frame(m.swiftString(try m.str(a[0])), line, m.swiftString(try m.str(a[5])), range)
        return m.string(text)
    }

    private static func line(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var formatter = TracebackFormatter(m)
        return m.string(formatter.line(m.swiftString(try m.str(a[0])), m.intValue(a[1]) ?? 0))
    }

    /// The text of a file, as the interpreter finds it for tracebacks; None when there is none.
    private static func source(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[0]), let bytes = m.sourceText(ofFile: m.swiftString(a[0])) else { return .none }
        return bytes.withUnsafeBufferPointer { m.string(utf8: $0) }
    }

    /// What a traceback adds to the message of a NameError, AttributeError or ImportError.
    private static func suggestion(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isKind(.exception), let text = m.suggestion(for: a[0]) else { return m.string("") }
        return m.string(text)
    }

    /// The str of a list that is nearest to another one, or None.
    private static func closest(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isKind(.list), m.isString(a[1]) else { throw m.raise(.typeError, "a list and a str are wanted") }
        let items = List(a[0])
        var candidates: [String] = []
        for index in 0..<items.count where m.isString(items[index]) { candidates.append(m.swiftString(items[index])) }
        guard let found = Suggestions.closest(to: m.swiftString(a[1]), among: candidates) else { return .none }
        return m.string(found)
    }

    /// `str(exception)`, or what stands for it when that fails.
    private static func exceptionText(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        do throws(Raise) {
            return try m.str(a[0])
        } catch {
            m.clearPending()
            return m.string("<exception str() failed>")
        }
    }

    /// `hide(function, …)`: the functions leave no trace in tracebacks, as they would not if they were written in C. A
    /// class stands for its methods.
    private static func hide(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        for index in 0..<a.count { hide(m, a[index], depth: 0) }
        return .none
    }

    private static func hide(_ m: Machine, _ value: Value, depth: Int) {
        if value.isKind(.function) {
            value.layout(FunctionLayout.self).pointee.code.pointee.isHidden = true
        } else if value.isKind(.type), depth == 0 {
            for entry in TypeRef(value).dict.entries { hide(m, entry.value, depth: 1) }
        }
    }
}
