import Lexer

/// String literals, their concatenation, and f-strings (PEP 701).
extension Parser {
    /// A part of a concatenated literal.
    private struct Part {
        /// The decoded text of a constant part.
        var text: [UInt8] = []
        var isConstant = true
        var hasUnicodePrefix = false
        var range: SourceRange
        var expression: Expression?
    }

    /// `strings`: one or more adjacent literals.
    mutating func parseStrings() throws(Failure) -> Expression {
        let start = position
        if kind == .string && followingKind != .string && followingKind != .fstringStart {
            position += 1
            return Expression(try constant(tokens[start]), at: range(from: start))
        }
        var parts: [Part] = []
        var hasBytes = false
        var hasText = false
        var hasFString = false
        while true {
            if kind == .string {
                let token = tokens[position]
                position += 1
                let (value, hasUnicodePrefix) = try stringValue(token)
                switch value {
                case .bytes(let bytes):
                    hasBytes = true
                    parts.append(Part(text: bytes, range: SourceRange(token, token)))
                case .string(let text):
                    hasText = true
                    parts.append(
                        Part(text: text, hasUnicodePrefix: hasUnicodePrefix, range: SourceRange(token, token)))
                default: throw .syntax
                }
            } else if kind == .fstringStart {
                hasText = true
                hasFString = true
                try parseFString(into: &parts)
            } else {
                break
            }
        }
        if hasBytes && hasText { throw .syntax }
        if !hasFString {
            let bytes = parts.flatMap(\.text)
            return Expression(
                .constant(
                    value: hasBytes ? .bytes(bytes) : .string(wtf8: bytes),
                    hasUnicodePrefix: parts[0].hasUnicodePrefix), at: range(from: start))
        }
        return try make(.joinedStr(values: folded(parts)), from: start)
    }

    /// Joins constants that follow one another, and drops empty ones.
    private func folded(_ parts: [Part]) -> [Expression] {
        var values: [Expression] = []
        var index = 0
        while index < parts.count {
            var part = parts[index]
            index += 1
            if let expression = part.expression {
                values.append(expression)
                continue
            }
            while index < parts.count && parts[index].isConstant {
                part.text += parts[index].text
                part.range.endLine = parts[index].range.endLine
                part.range.endColumn = parts[index].range.endColumn
                index += 1
            }
            if part.text.isEmpty { continue }
            values.append(
                Expression(
                    .constant(value: .string(wtf8: part.text), hasUnicodePrefix: part.hasUnicodePrefix),
                    at: part.range))
        }
        return values
    }

    // MARK: Plain literals

    private mutating func constant(_ token: Token) throws(Failure) -> Expression.Kind {
        let (value, hasUnicodePrefix) = try stringValue(token)
        return .constant(value: value, hasUnicodePrefix: hasUnicodePrefix)
    }

    /// The value of a string token.
    mutating func stringValue(_ token: Token) throws(Failure) -> (Constant, hasUnicodePrefix: Bool) {
        let parts = StringToken(stream.text(token))
        if parts.isBytes {
            for byte in parts.body where byte >= 0x80 { throw .syntax }
        }
        guard parts.hasEscapes else {
            let bytes = Array(parts.body)
            return (parts.isBytes ? .bytes(bytes) : .string(wtf8: bytes), parts.isUnicode)
        }
        do throws(StringLiteral.Failure) {
            let literal =
                parts.isBytes
                ? try StringLiteral.decodeBytes(parts.body)
                : try StringLiteral.decode(parts.body, isFString: false)
            warn(literal.warning, token)
            return (parts.isBytes ? .bytes(literal.bytes) : .string(wtf8: literal.bytes), parts.isUnicode)
        } catch {
            throw .syntax
        }
    }

    private mutating func warn(_ message: String?, _ token: Token) {
        guard let message else { return }
        warnings.append(SyntaxWarning(message: message, line: Int(token.line), column: Int(max(0, token.column))))
    }

    // MARK: F-strings

    /// Reads an f-string and appends its parts.
    private mutating func parseFString(into parts: inout [Part]) throws(Failure) {
        let isRaw = stream.text(tokens[position]).contains { $0 | 0x20 == UInt8(ascii: "r") }
        position += 1
        var own: [SyntaxWarning] = []
        while kind != .fstringEnd {
            if kind == .fstringMiddle {
                let count = warnings.count
                parts.append(try middle(isRaw: isRaw))
                if warnings.count > count { own.append(warnings.removeLast()) }
            } else {
                try parseField(into: &parts)
            }
        }
        // CPython decodes the text when the f-string has ended, and warns of that line.
        for index in own.indices { own[index].line = Int(tokens[position].line) }
        warnings += own
        position += 1
    }

    private mutating func middle(isRaw: Bool) throws(Failure) -> Part {
        let token = tokens[position]
        position += 1
        let text = stream.text(token)
        if isRaw || !text.contains(UInt8(ascii: "\\")) {
            return Part(text: Array(text), range: SourceRange(token, token))
        }
        do throws(StringLiteral.Failure) {
            let literal = try StringLiteral.decode(text, isFString: true)
            warn(literal.warning, token)
            return Part(text: literal.bytes, range: SourceRange(token, token))
        } catch {
            throw .syntax
        }
    }

    /// `fstring_replacement_field`
    private mutating func parseField(into parts: inout [Part]) throws(Failure) {
        let start = position
        try expect(.leftBrace)
        try enter()
        let value = try parseYieldOrStarExpressions()
        let isDebug = take(.equal)
        let end = position
        var conversion = -1
        if kind == .exclamation {
            position += 1
            // The conversion has to follow the exclamation mark at once.
            guard kind == .name, tokens[position].start == tokens[position - 1].end else { throw .syntax }
            let name = stream.text(tokens[position])
            guard name.count == 1, [UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a")].contains(name[0]) else {
                throw .syntax
            }
            conversion = Int(name[0])
            position += 1
        }
        let formatSpec = kind == .colon ? try parseFormatSpecification() : nil
        try expect(.rightBrace)
        leave()
        if isDebug && conversion < 0 && formatSpec == nil { conversion = Int(UInt8(ascii: "r")) }
        let field = try make(
            .formattedValue(value: value, conversion: conversion, formatSpec: formatSpec), from: start)
        if isDebug {
            let stop = tokens[end]
            var range = SourceRange(tokens[start], stop)
            range.column += 1
            range.endLine = stop.line
            range.endColumn = stop.column
            // CPython lets the text end at the first `!` outside brackets, also at that of `!=`.
            let cut = (start..<end).first {
                tokens[$0].kind == .notEqual && tokens[$0].level == tokens[start].level
            }
            let text = debugText(from: Int(tokens[start].end), to: Int(tokens[cut ?? end].start))
            parts.append(Part(text: text, range: range))
        }
        parts.append(Part(isConstant: false, range: field.range, expression: field))
    }

    /// The text of a self-documenting field, `=` included, comments left out.
    private func debugText(from start: Int, to end: Int) -> [UInt8] {
        var text: [UInt8] = []
        var index = start
        while index < end {
            if bytes[index] == UInt8(ascii: "#") {
                while index < end && bytes[index] != 0x0A { index += 1 }
                continue
            }
            text.append(bytes[index])
            index += 1
        }
        return text
    }

    /// `fstring_full_format_spec`
    private mutating func parseFormatSpecification() throws(Failure) -> Expression {
        let start = position
        position += 1
        var parts: [Part] = []
        while kind == .fstringMiddle || kind == .leftBrace {
            if kind == .fstringMiddle {
                parts.append(try middle(isRaw: false))
            } else {
                try parseField(into: &parts)
            }
        }
        return try make(.joinedStr(values: folded(parts)), from: start)
    }
}

/// The parts of a string token: prefix, quotes and what is between them.
struct StringToken {
    var isBytes = false
    var isRaw = false
    var isUnicode = false
    var body: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        prefix: while index < text.count {
            switch text[index] | 0x20 {
            case UInt8(ascii: "b"): isBytes = true
            case UInt8(ascii: "r"): isRaw = true
            case UInt8(ascii: "u"): isUnicode = text[index] == UInt8(ascii: "u")
            default: break prefix
            }
            index += 1
        }
        let quote = text[index]
        let isTriple = text.count - index >= 6 && text[index + 1] == quote && text[index + 2] == quote
        let size = isTriple ? 3 : 1
        body = UnsafeBufferPointer(rebasing: text[index + size..<text.count - size])
    }

    /// Whether the body has backslashes that mean something.
    var hasEscapes: Bool { !isRaw && body.contains(UInt8(ascii: "\\")) }
}
