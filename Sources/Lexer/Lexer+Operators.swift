extension Lexer {
    /// Reads an operator or delimiter and keeps track of the brackets.
    mutating func scanOperator(_ byte: UInt8) throws(LexicalError) {
        let start = position
        if !fstrings.isEmpty, try scanFieldPunctuation(byte) { return }
        let (kind, length) = operatorToken(byte, bytes[position + 1], bytes[position + 2])
        if length > 1 {
            position += length
            append(kind, start: start, end: position)
            return
        }
        position += 1
        switch kind {
        case .leftParenthesis, .leftBracket, .leftBrace:
            if brackets.count >= Lexer.maximumBrackets { throw error("too many nested parentheses") }
            brackets.append(OpenBracket(character: byte, line: line, column: Int32(start - lineStart)))
            if !fstrings.isEmpty { fstrings[fstrings.count - 1].bracketDepth += 1 }
        case .rightParenthesis, .rightBracket, .rightBrace:
            try closeBracket(byte)
        case .other:
            if byte < 0x20 || byte == 0x7F {
                let hex = String(byte, radix: 16, uppercase: true)
                throw error("invalid non-printable character U+" + String(repeating: "0", count: 4 - hex.count) + hex)
            }
        case .equal:
            if !fstrings.isEmpty && fstrings[fstrings.count - 1].fieldDepth >= 0 {
                fstrings[fstrings.count - 1].hasEqualSign = true
            }
        default:
            break
        }
        append(kind, start: start, end: position)
    }

    private mutating func closeBracket(_ byte: UInt8) throws(LexicalError) {
        let character = Character(Unicode.Scalar(byte))
        let inFString = !fstrings.isEmpty
        if inFString && fstrings[fstrings.count - 1].bracketDepth == 0 && byte == UInt8(ascii: "}") {
            throw error("f-string: single '}' is not allowed")
        }
        guard let open = brackets.last else { throw error("unmatched '\(character)'") }
        brackets.removeLast()
        let expected: UInt8
        switch open.character {
        case UInt8(ascii: "("): expected = UInt8(ascii: ")")
        case UInt8(ascii: "["): expected = UInt8(ascii: "]")
        default: expected = UInt8(ascii: "}")
        }
        if byte != expected {
            if inFString && open.character == UInt8(ascii: "{") {
                let state = fstrings[fstrings.count - 1]
                if state.bracketDepth - 1 == state.fieldDepth { throw error("f-string: unmatched '\(character)'") }
            }
            var message =
                "closing parenthesis '\(character)' does not match opening parenthesis "
                + "'\(Character(Unicode.Scalar(open.character)))'"
            if open.line != line { message += " on line \(open.line)" }
            throw error(message)
        }
        guard inFString else { return }
        let index = fstrings.count - 1
        fstrings[index].bracketDepth -= 1
        if fstrings[index].bracketDepth < 0 { throw error("f-string: unmatched '\(character)'") }
        if byte == UInt8(ascii: "}") && fstrings[index].bracketDepth == fstrings[index].fieldDepth {
            fstrings[index].fieldDepth -= 1
            fstrings[index].isInExpression = false
            fstrings[index].hasEqualSign = false
        }
    }

    /// The longest operator at three bytes.
    private func operatorToken(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (TokenKind, Int) {
        let isEqual = second == UInt8(ascii: "=")
        switch first {
        case UInt8(ascii: "("): return (.leftParenthesis, 1)
        case UInt8(ascii: ")"): return (.rightParenthesis, 1)
        case UInt8(ascii: "["): return (.leftBracket, 1)
        case UInt8(ascii: "]"): return (.rightBracket, 1)
        case UInt8(ascii: "{"): return (.leftBrace, 1)
        case UInt8(ascii: "}"): return (.rightBrace, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: ";"): return (.semicolon, 1)
        case UInt8(ascii: "~"): return (.tilde, 1)
        case UInt8(ascii: ":"): return isEqual ? (.colonEqual, 2) : (.colon, 1)
        case UInt8(ascii: "="): return isEqual ? (.doubleEqual, 2) : (.equal, 1)
        case UInt8(ascii: "!"): return isEqual ? (.notEqual, 2) : (.exclamation, 1)
        case UInt8(ascii: "+"): return isEqual ? (.plusEqual, 2) : (.plus, 1)
        case UInt8(ascii: "%"): return isEqual ? (.percentEqual, 2) : (.percent, 1)
        case UInt8(ascii: "@"): return isEqual ? (.atEqual, 2) : (.at, 1)
        case UInt8(ascii: "|"): return isEqual ? (.verticalBarEqual, 2) : (.verticalBar, 1)
        case UInt8(ascii: "&"): return isEqual ? (.ampersandEqual, 2) : (.ampersand, 1)
        case UInt8(ascii: "^"): return isEqual ? (.caretEqual, 2) : (.caret, 1)
        case UInt8(ascii: "-"):
            if second == UInt8(ascii: ">") { return (.arrow, 2) }
            return isEqual ? (.minusEqual, 2) : (.minus, 1)
        case UInt8(ascii: "*"):
            if second == first { return third == UInt8(ascii: "=") ? (.doubleStarEqual, 3) : (.doubleStar, 2) }
            return isEqual ? (.starEqual, 2) : (.star, 1)
        case UInt8(ascii: "/"):
            if second == first { return third == UInt8(ascii: "=") ? (.doubleSlashEqual, 3) : (.doubleSlash, 2) }
            return isEqual ? (.slashEqual, 2) : (.slash, 1)
        case UInt8(ascii: "<"):
            if second == first { return third == UInt8(ascii: "=") ? (.leftShiftEqual, 3) : (.leftShift, 2) }
            if second == UInt8(ascii: ">") { return (.notEqual, 2) }
            return isEqual ? (.lessEqual, 2) : (.less, 1)
        case UInt8(ascii: ">"):
            if second == first { return third == UInt8(ascii: "=") ? (.rightShiftEqual, 3) : (.rightShift, 2) }
            return isEqual ? (.greaterEqual, 2) : (.greater, 1)
        default:
            return (.other, 1)
        }
    }
}
