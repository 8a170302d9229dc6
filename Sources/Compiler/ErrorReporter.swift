import Parser

/// Makes the errors of the compiler, with the source line they are about.
final class ErrorReporter {
    /// The text, for the `text` of errors; `nil` when CPython could not read it from a file either.
    let source: [UInt8]?
    private var lineStarts: [Int]?

    init(source: [UInt8]?) { self.source = source }

    /// A `SyntaxError`; offsets are byte columns from 1, as CPython's compiler gives them.
    func error(_ message: String, at range: SourceRange, kind: SyntaxError.Kind = .syntax) -> SyntaxError {
        SyntaxError(
            kind: kind, message: message, line: Int(range.line), offset: Int(range.column) + 1,
            endLine: Int(range.endLine), endOffset: Int(range.endColumn) + 1, text: text(ofLine: Int(range.line)))
    }

    private func text(ofLine line: Int) -> String? {
        guard let source, line > 0 else { return nil }
        var starts = lineStarts ?? []
        if lineStarts == nil {
            starts = [0]
            for (index, byte) in source.enumerated() where byte == 10 { starts.append(index + 1) }
            lineStarts = starts
        }
        guard line <= starts.count else { return nil }
        let end = line < starts.count ? starts[line] : source.count
        return String(decoding: source[starts[line - 1]..<end], as: UTF8.self)
    }
}
