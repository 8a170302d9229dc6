/// An f-string that is open (PEP 701).
struct FStringState {
    var quote: UInt8
    /// 1 or 3.
    var quoteSize: Int
    var isRaw: Bool
    /// Where it began.
    var start: Int
    var line: Int32
    var lineStart: Int
    /// The lexer is in a replacement field, not in the text or in a format specification.
    var isInExpression = false
    /// The brackets open inside this f-string, those of its fields included.
    var bracketDepth = 0
    /// The bracket depth outside the innermost field; -1 outside all fields.
    var fieldDepth = -1
    /// The expression of the field has ended: what follows is a conversion or a format specification.
    var expressionHasEnded = false
    /// An `=` that may make the field a self-documenting one was seen.
    var hasEqualSign = false
}

extension Lexer {
    /// Reads a string or bytes literal whose opening quote is at `position` and whose prefix begins at `start`.
    mutating func scanString(_ start: Int) throws(LexicalError) {
        let quote = bytes[position]
        let startLine = line
        stringLineStart = lineStart
        position += 1
        var size = 1
        if bytes[position] == quote {
            if bytes[position + 1] != quote {
                position += 1
                appendString(.string, start: start, end: position, startLine: startLine)
                return
            }
            size = 3
            position += 2
        }
        var hasEscapedQuote = false
        var run = 0
        while run != size {
            let byte = bytes[position]
            if byte == quote {
                run += 1
                position += 1
                continue
            }
            run = 0
            if byte == UInt8(ascii: "\\") {
                let next = bytes[position + 1]
                if next == quote { hasEscapedQuote = true }
                position += next == 0 && position + 1 >= limit ? 1 : 2
                if next == 0x0A { beginLine() }
            } else if byte == 0x0A {
                if size == 1 { throw unterminated(start, startLine, size, quote, hasEscapedQuote, atEnd: false) }
                position += 1
                beginLine()
            } else if byte == 0 && position >= limit {
                throw unterminated(start, startLine, size, quote, hasEscapedQuote, atEnd: true)
            } else {
                position += 1
            }
        }
        appendString(.string, start: start, end: position, startLine: startLine)
    }

    private mutating func unterminated(
        _ start: Int, _ startLine: Int32, _ size: Int, _ quote: UInt8, _ hasEscapedQuote: Bool, atEnd: Bool
    ) -> LexicalError {
        let detected = atEnd ? lastLine : line
        if atEnd && hasNullByte { return endOfTextError(error("")) }
        position = start + 1
        lineStart = stringLineStart
        line = startLine
        if let state = fstrings.last, state.quote == quote && state.quoteSize == size {
            return error("f-string: expecting '}'")
        }
        let kind = size == 3 ? "triple-quoted string" : "string"
        var message = "unterminated \(kind) literal (detected at line \(detected))"
        if size == 1 && hasEscapedQuote { message += "; perhaps you escaped the end quote?" }
        var failure = error(message)
        failure.isIncomplete = atEnd
        return failure
    }

    /// Opens an f-string whose quote is at `position`.
    mutating func beginFString(_ start: Int, isRaw: Bool) throws(LexicalError) {
        let quote = bytes[position]
        stringLineStart = lineStart
        position += 1
        var size = 1
        if bytes[position] == quote && bytes[position + 1] == quote {
            size = 3
            position += 2
        }
        if fstrings.count + 1 >= Lexer.maximumFStrings { throw error("too many nested f-strings") }
        fstrings.append(
            FStringState(
                quote: quote, quoteSize: size, isRaw: isRaw, start: start, line: line, lineStart: lineStart))
        append(.fstringStart, start: start, end: position)
    }

    /// Enters a replacement field.
    private mutating func enterField() throws(LexicalError) {
        let index = fstrings.count - 1
        fstrings[index].fieldDepth += 1
        if fstrings[index].fieldDepth >= Lexer.maximumNestedFields {
            throw error("f-string: expressions nested too deeply")
        }
        fstrings[index].isInExpression = true
    }

    /// Reads text of the innermost f-string, up to a field, a doubled brace or the end.
    mutating func scanFStringText() throws(LexicalError) {
        let index = fstrings.count - 1
        let state = fstrings[index]
        let start = position
        let startLine = line
        stringLineStart = lineStart
        if bytes[position] == UInt8(ascii: "{") && bytes[position + 1] != UInt8(ascii: "{") {
            try enterField()
            return
        }
        var quotes = 0
        while quotes < state.quoteSize && bytes[position + quotes] == state.quote { quotes += 1 }
        if quotes == state.quoteSize {
            position += quotes
            appendString(.fstringEnd, start: start, end: position, startLine: startLine)
            fstrings.removeLast()
            return
        }
        var inNamedEscape = false
        var run = 0
        while run != state.quoteSize {
            let byte = bytes[position]
            position += 1
            let inFormatSpecification = fstrings[index].expressionHasEnded && fstrings[index].fieldDepth >= 0
            switch byte {
            case 0x0A where state.quoteSize == 1:
                position -= 1
                if inFormatSpecification {
                    fstrings[index].isInExpression = true
                    appendString(.fstringMiddle, start: start, end: position, startLine: startLine)
                    return
                }
                throw unterminatedFString(state, detected: line)
            case 0 where position > limit:
                position -= 1
                if hasNullByte { throw endOfTextError(error("")) }
                throw unterminatedFString(state, detected: lastLine)
            case 0x0A:
                beginLine()
                run = 0
            case state.quote:
                run += 1
            case UInt8(ascii: "{"):
                fstrings[index].expressionHasEnded = false
                if bytes[position] == UInt8(ascii: "{") && !inFormatSpecification {
                    appendDoubledBrace(start: start, startLine: startLine)
                    return
                }
                position -= 1
                try enterField()
                appendString(.fstringMiddle, start: start, end: position, startLine: startLine)
                return
            case UInt8(ascii: "}"):
                if inNamedEscape {
                    appendString(.fstringMiddle, start: start, end: position, startLine: startLine)
                    return
                }
                if bytes[position] == UInt8(ascii: "}") && !inFormatSpecification
                    && fstrings[index].bracketDepth == 0
                {
                    appendDoubledBrace(start: start, startLine: startLine)
                    return
                }
                position -= 1
                fstrings[index].isInExpression = true
                appendString(.fstringMiddle, start: start, end: position, startLine: startLine)
                return
            case UInt8(ascii: "\\"):
                run = 0
                let next = bytes[position]
                if next == UInt8(ascii: "{") || next == UInt8(ascii: "}") {
                    if !state.isRaw {
                        warn("invalid escape sequence '\\\(Character(Unicode.Scalar(next)))'")
                    }
                    continue
                }
                if next == 0 && position >= limit { continue }
                position += 1
                if next == 0x0A { beginLine() }
                if !state.isRaw && next == UInt8(ascii: "N") && bytes[position] == UInt8(ascii: "{") {
                    position += 1
                    inNamedEscape = true
                }
            default:
                run = 0
            }
        }
        position -= state.quoteSize
        appendString(.fstringMiddle, start: start, end: position, startLine: startLine)
    }

    /// Adds text that ends in the first of two braces, of which the second one counts for the position only.
    private mutating func appendDoubledBrace(start: Int, startLine: Int32) {
        appendString(.fstringMiddle, start: start, end: position, startLine: startLine)
        tokens[count - 1].endColumn += 1
        position += 1
    }

    private mutating func unterminatedFString(_ state: FStringState, detected: Int32) -> LexicalError {
        position = state.start + 1
        lineStart = state.lineStart
        line = state.line
        let kind = state.quoteSize == 3 ? "triple-quoted f-string" : "f-string"
        var failure = error("unterminated \(kind) literal (detected at line \(detected))")
        failure.isIncomplete = state.quoteSize == 3
        return failure
    }

    /// Inside a field: notes where its expression ends; returns whether the byte was a `:` that begins the format
    /// specification, in which case its token was added.
    mutating func scanFieldPunctuation(_ byte: UInt8) throws(LexicalError) -> Bool {
        let index = fstrings.count - 1
        guard fstrings[index].fieldDepth >= 0 else { return false }
        switch byte {
        case UInt8(ascii: "{"):
            if fstrings[index].bracketDepth == 0 { fstrings[index].expressionHasEnded = false }
        case UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "!"):
            let depth = fstrings[index].bracketDepth - 1
            if depth == 0 { fstrings[index].expressionHasEnded = true }
            if byte == UInt8(ascii: ":") && depth == fstrings[index].fieldDepth {
                fstrings[index].isInExpression = false
                let start = position
                position += 1
                append(.colon, start: start, end: position)
                return true
            }
        default:
            break
        }
        return false
    }
}
