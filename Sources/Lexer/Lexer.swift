/// The lexical analysis: turns a text into tokens, as the "Lexical analysis" chapter of the Python reference defines
/// them, with CPython 3.13's errors. Knows nothing of the grammar.
///
/// One pass over the bytes; every loop ends at the latest at the zero byte behind the text.
struct Lexer {
    let source: SourceText
    let bytes: UnsafeMutablePointer<UInt8>
    /// The end of the text that is analysed.
    var limit: Int
    /// The text has a zero byte in the line that begins at `limit`.
    var hasNullByte = false

    /// The byte to be read next.
    var position = 0
    var line: Int32 = 1
    var lineStart = 0
    /// Where the line began in which the last string token began.
    var stringLineStart = 0
    var isAtLineStart = true

    /// The columns of the open blocks, with tabs to multiples of 8 and with tabs as one column.
    var indents: [(column: Int, alternate: Int)] = [(0, 0)]
    /// Indents (positive) or dedents (negative) still to be delivered.
    var pendingIndents = 0
    var brackets: [OpenBracket] = []
    /// The f-strings that are open, outermost first.
    var fstrings: [FStringState] = []

    var names: NameTable
    var tokens: UnsafeMutablePointer<Token>
    var count = 0
    var capacity: Int
    var warnings: [LexicalWarning] = []

    static let maximumIndents = 100
    static let maximumBrackets = 200
    static let maximumFStrings = 150
    static let maximumNestedFields = 3

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        limit = source.count
        names = NameTable(textLength: limit)
        var index = 0
        while index < limit && bytes[index] != 0 { index += 1 }
        if index < limit {
            limit = source.line(at: index).lowerBound
            hasNullByte = true
        }
        capacity = max(64, limit / 4)
        tokens = .allocate(capacity: capacity)
    }

    mutating func run() -> TokenStream {
        var failure: LexicalError?
        do throws(LexicalError) {
            // Deliberately at the limit: a zero byte in the text ends the analysis.
            let saved = bytes[limit]
            bytes[limit] = 0
            defer { bytes[limit] = saved }
            while true {
                if let state = fstrings.last, !state.isInExpression {
                    try scanFStringText()
                } else if try scanToken() {
                    break
                }
            }
        } catch {
            failure = error
            failure?.isInFString = !fstrings.isEmpty
            append(.error, start: position, end: position, column: -1)
        }
        names.destroy()
        return TokenStream(
            source: source, tokens: tokens, count: count, names: names.names, error: failure, warnings: warnings,
            openBrackets: brackets)
    }

    // MARK: Tokens

    /// Adds a token that lies in one line.
    @inline(__always)
    mutating func append(_ kind: TokenKind, start: Int, end: Int, nameIndex: Int32 = -1) {
        let column = Int32(truncatingIfNeeded: start - lineStart)
        if count == capacity { grow() }
        (tokens + count).initialize(
            to: Token(
                kind: kind, level: UInt8(truncatingIfNeeded: brackets.count), nameIndex: nameIndex,
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), line: line,
                column: column, endLine: line, endColumn: column &+ Int32(truncatingIfNeeded: end - start)))
        count += 1
    }

    /// Adds a token without text.
    mutating func append(_ kind: TokenKind, start: Int, end: Int, column: Int32) {
        append(kind, start: start, end: end)
        tokens[count - 1].column = column
        tokens[count - 1].endColumn = column
    }

    /// Adds a string token that began in the line `startLine` and ends here.
    mutating func appendString(_ kind: TokenKind, start: Int, end: Int, startLine: Int32) {
        append(kind, start: start, end: end)
        tokens[count - 1].line = startLine
        tokens[count - 1].column = Int32(start - stringLineStart)
        tokens[count - 1].endColumn = Int32(end - lineStart)
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: tokens, count: count)
        tokens.deallocate()
        tokens = larger
        capacity *= 2
    }

    // MARK: Errors

    /// An error at the character before `position`, as the tokenizer of CPython reports it.
    func error(_ message: String) -> LexicalError {
        let offset = source.characterCount(lineStart..<max(lineStart, position))
        return LexicalError(kind: .syntax, message: message, line: Int(line), offset: offset, endOffset: offset)
    }

    /// The error for the end of the text inside something.
    func endOfTextError(_ otherwise: LexicalError) -> LexicalError {
        guard hasNullByte else { return otherwise }
        return LexicalError(
            kind: .syntax, message: "source code cannot contain null bytes", line: Int(line), offset: 0, endOffset: 0)
    }

    /// The number of the last line, where the lines have all been read.
    var lastLine: Int32 { lineStart == position ? line - 1 : line }

    mutating func beginLine() {
        line += 1
        lineStart = position
    }

    mutating func warn(_ message: String) {
        warnings.append(LexicalWarning(message: message, line: Int(line), column: max(0, position - lineStart)))
    }

    // MARK: Between lines

    /// Reads the indentation of a line; `nil` for a line without code, else sets the pending indents.
    private mutating func scanIndentation() throws(LexicalError) {
        isAtLineStart = false
        var column = 0
        var alternate = 0
        var continuationColumn = 0
        var byte: UInt8
        repeat {
            byte = bytes[position]
            switch byte {
            case 0x20:
                column += 1
                alternate += 1
            case 0x09:
                column = (column / 8 + 1) * 8
                alternate += 1
            case 0x0C:
                column = 0
                alternate = 0
            case UInt8(ascii: "\\"):
                if continuationColumn == 0 { continuationColumn = column }
                position += 1
                try continueLine()
                position -= 1
            default:
                byte = 0
            }
            if byte != 0 { position += 1 }
        } while byte != 0
        byte = bytes[position]
        if byte == UInt8(ascii: "#") || byte == 0x0A || !brackets.isEmpty {
            isBlankLine = byte == UInt8(ascii: "#") || byte == 0x0A
            return
        }
        isBlankLine = false
        if continuationColumn != 0 {
            column = continuationColumn
            alternate = continuationColumn
        }
        if column == indents[indents.count - 1].column {
            if alternate != indents[indents.count - 1].alternate { throw tabError() }
        } else if column > indents[indents.count - 1].column {
            if indents.count >= Lexer.maximumIndents {
                position = source.line(at: position).upperBound
                throw LexicalError(
                    kind: .tooManyLevels, message: "too many levels of indentation", line: Int(line), offset: 1,
                    endOffset: 0)
            }
            if alternate <= indents[indents.count - 1].alternate { throw tabError() }
            pendingIndents += 1
            indents.append((column, alternate))
        } else {
            while indents.count > 1 && column < indents[indents.count - 1].column {
                pendingIndents -= 1
                indents.removeLast()
            }
            if column != indents[indents.count - 1].column {
                position = source.line(at: position).upperBound
                throw LexicalError(
                    kind: .dedent, message: "unindent does not match any outer indentation level", line: Int(line),
                    offset: source.characterCount(lineStart..<position), endOffset: -1)
            }
            if alternate != indents[indents.count - 1].alternate { throw tabError() }
        }
    }

    /// The line that is read has no code.
    var isBlankLine = false

    private mutating func tabError() -> LexicalError {
        position = source.line(at: position).upperBound
        return LexicalError(
            kind: .inconsistentTabs, message: "inconsistent use of tabs and spaces in indentation", line: Int(line),
            offset: 1, endOffset: 0)
    }

    /// After a backslash: goes to the next line.
    mutating func continueLine() throws(LexicalError) {
        guard bytes[position] == 0x0A else {
            position += 1
            throw LexicalError(
                kind: .lineContinuation, message: "unexpected character after line continuation character",
                line: Int(line), offset: source.characterCount(lineStart..<position), endOffset: 0)
        }
        position += 1
        if position >= limit {
            let offset = source.characterCount(lineStart..<position)
            throw endOfTextError(
                LexicalError(
                    kind: .endOfFileAfterBackslash, message: "unexpected EOF while parsing", line: Int(line),
                    offset: offset, endOffset: -1, isIncomplete: true))
        }
        beginLine()
    }

    /// Delivers the end of the text.
    private mutating func scanEnd() throws(LexicalError) {
        let ended = LexicalError(
            kind: .endOfFile, message: "unexpected EOF while parsing", line: Int(lastLine), offset: 0, endOffset: 0,
            isIncomplete: true)
        if hasNullByte || !brackets.isEmpty { throw endOfTextError(ended) }
        let atEnd = lastLine
        append(.endMarker, start: position, end: position, column: -1)
        tokens[count - 1].line = atEnd
        tokens[count - 1].endLine = atEnd
    }

    // MARK: One token

    /// Reads the next token outside the text of f-strings; returns whether it is the end marker.
    private mutating func scanToken() throws(LexicalError) -> Bool {
        if isAtLineStart {
            repeat {
                try scanIndentation()
                if !isBlankLine { break }
                while bytes[position] != 0x0A && bytes[position] != 0 { position += 1 }
                if bytes[position] == 0x0A {
                    position += 1
                    beginLine()
                    isAtLineStart = true
                }
            } while isAtLineStart
        }
        if pendingIndents != 0 {
            let atEnd = bytes[position] == 0 && position >= limit ? lastLine : line
            append(pendingIndents > 0 ? .indent : .dedent, start: position, end: position, column: -1)
            tokens[count - 1].line = atEnd
            tokens[count - 1].endLine = atEnd
            pendingIndents += pendingIndents > 0 ? -1 : 1
            return false
        }
        while true {
            var byte = bytes[position]
            while byte == 0x20 || byte == 0x09 || byte == 0x0C {
                position += 1
                byte = bytes[position]
            }
            let start = position
            switch Lexer.classes[Int(byte)] {
            case .identifier:
                try scanName(start)
                return false
            case .prefix:
                try scanNameOrString(start)
                return false
            case .digit:
                try scanNumber()
                append(.number, start: start, end: position)
                return false
            case .quote:
                try scanString(start)
                return false
            case .newline:
                if brackets.isEmpty {
                    appendNewline(start: start)
                    return false
                }
                // Inside brackets indentation does not count.
                position += 1
                beginLine()
                continue
            case .comment:
                while bytes[position] != 0x0A && bytes[position] != 0 { position += 1 }
                guard bytes[position] == 0x0A && brackets.isEmpty else { continue }
                // The end of the line begins with its comment.
                appendNewline(start: start)
                return false
            case .backslash:
                position += 1
                try continueLine()
                continue
            case .dot:
                if Lexer.classes[Int(bytes[position + 1])] == .digit {
                    try scanNumber()
                    append(.number, start: start, end: position)
                } else if bytes[position + 1] == byte && bytes[position + 2] == byte {
                    position += 3
                    append(.ellipsis, start: start, end: position)
                } else {
                    position += 1
                    append(.dot, start: start, end: position)
                }
                return false
            case .end where position >= limit:
                try scanEnd()
                return true
            case .end, .operator:
                try scanOperator(byte)
                return false
            }
        }
    }

    /// Adds the end of a logical line; the newline is at `position`.
    private mutating func appendNewline(start: Int) {
        position += 1
        append(.newline, start: start, end: position)
        beginLine()
        isAtLineStart = true
    }

    private mutating func scanName(_ start: Int) throws(LexicalError) {
        var hash = NameTable.hashSeed
        var bits: UInt8 = 0
        var byte = bytes[position]
        while Lexer.isIdentifierPart[Int(byte)] {
            hash = NameTable.combine(hash, byte)
            bits |= byte
            position += 1
            byte = bytes[position]
        }
        if bits >= 0x80 { try verifyIdentifier(start) }
        let entry = names.find(bytes + start, position - start, hash: hash, isASCII: bits < 0x80)
        append(entry.kind, start: start, end: position, nameIndex: entry.index)
    }

    /// A word that begins with a letter that may be a string prefix.
    private mutating func scanNameOrString(_ start: Int) throws(LexicalError) {
        var hasB = false
        var hasR = false
        var hasU = false
        var hasF = false
        var index = start
        prefix: while true {
            switch bytes[index] | 0x20 {
            case UInt8(ascii: "b") where !(hasB || hasU || hasF): hasB = true
            case UInt8(ascii: "u") where !(hasB || hasU || hasR || hasF): hasU = true
            case UInt8(ascii: "r") where !(hasR || hasU): hasR = true
            case UInt8(ascii: "f") where !(hasF || hasB || hasU): hasF = true
            default: break prefix
            }
            index += 1
            if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
                position = index
                if hasF {
                    try beginFString(start, isRaw: hasR)
                } else {
                    try scanString(start)
                }
                return
            }
        }
        try scanName(start)
    }

    /// Checks an identifier with characters outside ASCII (PEP 3131).
    private mutating func verifyIdentifier(_ start: Int) throws(LexicalError) {
        var offset = start
        for scalar in source.text(start..<position).unicodeScalars {
            let width = UTF8.width(scalar)
            let isFirst = offset == start
            offset += width
            if scalar.value < 0x80 { continue }
            if isFirst ? Identifiers.isStart(scalar) : Identifiers.isPart(scalar) { continue }
            position = offset
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
            if Identifiers.isPrintable(scalar) {
                throw error("invalid character '\(Character(scalar))' (U+\(code))")
            }
            throw error("invalid non-printable character U+\(code)")
        }
    }
}

extension UTF8 {
    /// How many bytes a scalar takes.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
    }
}
