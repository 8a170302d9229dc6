import Lexer

/// The errors of `Diagnosis` with the positions that CPython gives them.
extension Diagnosis {
    /// An error from the start of a token to the end of another.
    func at(_ first: Int, _ last: Int, _ message: String) -> SyntaxError {
        let begin = tokens[first]
        let end = tokens[last]
        return error(
            message, line: Int(begin.line), column: Int(begin.column) + 1, endLine: Int(end.endLine),
            endColumn: Int(end.endColumn) + 1)
    }

    /// An error from the start of a token to the end of what was read.
    func from(_ first: Int, _ message: String) -> SyntaxError {
        let begin = tokens[first]
        let end = tokens[max(fill - 1, 0)]
        return error(
            message, line: Int(begin.line), column: Int(begin.column) + 1, endLine: Int(end.endLine),
            endColumn: readColumn)
    }

    /// An error at the last token that was read.
    func atLast(_ message: String, kind: SyntaxError.Kind = .syntax) -> SyntaxError {
        atToken(max(fill - 1, 0), message, kind: kind)
    }

    func atToken(_ index: Int, _ message: String, kind: SyntaxError.Kind = .syntax) -> SyntaxError {
        let token = tokens[index]
        return error(
            message, kind: kind, line: Int(token.line),
            column: token.column < 0 ? readColumn : Int(token.column) + 1, endLine: Int(token.endLine),
            endColumn: token.endColumn < 0 ? -1 : Int(token.endColumn) + 1)
    }

    /// An error at the last character of a token.
    func beforeEnd(of last: Int, _ message: String, from first: Int) -> SyntaxError {
        error(
            message, line: Int(tokens[first].line), column: Int(tokens[last].endColumn),
            endLine: Int(tokens[last].endLine), endColumn: 0)
    }

    /// The column, in bytes, up to which the lexical analysis went.
    private var readColumn: Int {
        let token = tokens[max(fill - 1, 0)]
        if token.endColumn >= 0 { return Int(token.endColumn) }
        let offset = Int(token.end)
        if token.kind == .endMarker || (token.kind == .dedent && offset >= stream.source.count) {
            guard isString else { return 0 }
            let line = stream.source.line(at: max(offset - 1, 0))
            return offset - line.lowerBound
        }
        return offset - stream.source.line(at: offset).lowerBound
    }

    /// The error for a second statement in interactive input: at the end of the first one's line.
    func severalStatements() -> SyntaxError {
        let index = (0..<stream.count).first { tokens[$0].kind == .newline } ?? 0
        return at(index, index, "multiple statements found while compiling a single statement")
    }

    func unclosed(_ open: OpenBracket) -> SyntaxError {
        error(
            "'\(Character(Unicode.Scalar(open.character)))' was never closed", line: Int(open.line),
            column: Int(open.column) + 1, endLine: Int(open.line), endColumn: 0)
    }

    /// An error of the lexical analysis.
    func lexical(_ failure: LexicalError) -> SyntaxError {
        var kind = SyntaxError.Kind.syntax
        switch failure.kind {
        case .endOfFile, .endOfFileAfterBackslash:
            if let open = stream.openBrackets.last {
                var error = unclosed(open)
                error.isIncomplete = true
                return error
            }
        case .dedent, .tooManyLevels: kind = .indentation
        case .inconsistentTabs: kind = .tab
        case .syntax, .lineContinuation, .decoding: break
        }
        var text = line(failure.line)
        // From a file, CPython has already left a line that begins with the backslash.
        let isAtEnd =
            failure.kind == .endOfFileAfterBackslash && !isString
            && text.first { $0 != " " && $0 != "\t" } == "\\"
        if failure.kind == .syntax, text.last == "\n" { text.removeLast() }
        if let zero = text.firstIndex(of: "\0") { text = String(text[..<zero]) }
        return SyntaxError(
            kind: kind, message: failure.message, line: failure.line,
            offset: isAtEnd ? 0 : failure.offset, endLine: failure.line, endOffset: failure.endOffset, text: text,
            isIncomplete: failure.isIncomplete)
    }

    /// The text of a line, with its newline if the file has one there.
    private func line(_ number: Int) -> String {
        let range = stream.source.line(number: number)
        var text = stream.source.text(range)
        if stream.source.addedNewline && range.upperBound == stream.source.count && text.last == "\n" {
            text.removeLast()
        }
        return text
    }

    /// Columns are in bytes from 1 and become characters; an end that is not positive stays.
    private func error(
        _ message: String, kind: SyntaxError.Kind = .syntax, line number: Int, column: Int, endLine: Int,
        endColumn: Int
    ) -> SyntaxError {
        let text = line(number)
        return SyntaxError(
            kind: kind, message: message, line: number, offset: Diagnosis.characters(text, column),
            endLine: endLine, endOffset: endColumn > 0 ? Diagnosis.characters(text, endColumn) : endColumn,
            text: text)
    }

    /// How many characters the first bytes of a line are; one behind its end counts as well.
    private static func characters(_ text: String, _ count: Int) -> Int {
        var total = 0
        var bytes = 0
        for byte in text.utf8 {
            if bytes == count { return total }
            bytes += 1
            if byte & 0xC0 != 0x80 { total += 1 }
        }
        return bytes < count ? total + 1 : total
    }
}
