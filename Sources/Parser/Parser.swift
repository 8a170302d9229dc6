import Lexer

/// The syntactic analysis: turns the tokens of a program into its tree, as the grammar of Python 3.13 defines it.
///
/// A recursive-descent parser with one token of lookahead (a few places try one reading and go back). It only knows
/// that a program is wrong; what exactly CPython says of it, `Diagnosis` finds out afterwards, so that a correct
/// program pays nothing for the quality of messages.
public struct Parser {
    /// The greatest depth of an expression tree, and of a chain of `elif`. CPython stops near 10,000 with
    /// "RecursionError: maximum recursion depth exceeded during compilation"; here the limit is lower, so that the
    /// parser, the tree's release and the compiler, which recurse over it, fit into 4 MB of stack in a debug build.
    public static let maximumTreeDepth: Int32 = 3000

    /// The greatest nesting of rules that are being parsed. CPython's parser has a stack of 6000 of its finer rules
    /// and says "MemoryError: Parser stack overflowed - Python source too complex to parse".
    static let maximumNesting = 3000

    let stream: TokenStream
    let tokens: UnsafeMutablePointer<Token>
    let bytes: UnsafeMutablePointer<UInt8>
    /// The index of the token to be read next.
    var position = 0
    var nesting = 0
    /// Where the statement at module level begins that is being parsed.
    var statementStart = 0
    /// The first token and the one behind the last of the statements inside it that were parsed.
    var finished: [(start: Int32, end: Int32)] = []
    var warnings: [SyntaxWarning] = []
    /// The names that are keywords in some places only, by their index; -2 when the program does not use them.
    var softKeywords = SoftKeywords()

    struct SoftKeywords {
        var match: Int32 = -2
        var `case`: Int32 = -2
        var type: Int32 = -2
        var underscore: Int32 = -2
    }

    /// Why the fast parser gave up.
    enum Failure: Error {
        case syntax
        case nestedTooDeeply
        case treeTooDeep
        /// More than one statement where an interactive prompt takes one.
        case severalStatements
    }

    /// Parses a program.
    ///
    /// - Parameters:
    ///   - source: The bytes of the file, in the encoding that it declares (PEP 263), UTF-8 by default.
    ///   - filename: For messages about the encoding.
    ///   - mode: Whether it is a file, an interactive statement or an expression.
    ///   - isString: The program is given as a string (`-c`, `compile`), not as a file: CPython then places errors at
    ///     the end of the text behind the last line, otherwise in its column 0.
    ///   - isText: The source is UTF-8 whatever encoding it declares.
    /// - Throws: What CPython 3.13 raises for the program, with its message and position.
    public static func parse(
        source: [UInt8], filename: String = "<string>", mode: Module.Mode = .exec, isString: Bool = false,
        isText: Bool = false
    ) throws(SyntaxError) -> Module {
        let text: SourceText
        do throws(LexicalError) {
            text = try SourceText(decoding: source, fileName: filename, isText: isText)
        } catch {
            // Of a string's encoding CPython's codecs speak, of a file's its tokenizer.
            let prefix = "encoding problem: "
            let isUnknown = isString && error.message.hasPrefix(prefix) && !error.message.hasSuffix(" with BOM")
            throw SyntaxError(
                message: isUnknown ? "unknown encoding: " + error.message.dropFirst(prefix.count) : error.message,
                line: error.line, offset: error.offset, endLine: error.line,
                endOffset: error.endOffset, text: nil)
        }
        let stream = TokenStream.tokenize(text)
        var parser = Parser(stream)
        do throws(Failure) {
            let body = try parser.parseModule(mode)
            return Module(mode: mode, body: body, warnings: parser.allWarnings())
        } catch {
            switch error {
            case .treeTooDeep:
                throw SyntaxError(
                    kind: .recursion, message: "maximum recursion depth exceeded during compilation", line: 0,
                    offset: 0, endLine: 0, endOffset: 0, text: nil)
            case .severalStatements:
                throw Diagnosis(stream, isString: true, from: 0, knownStatements: [:]).severalStatements()
            case .syntax, .nestedTooDeeply:
                throw parser.explain(mode, error, isString: isString)
            }
        }
    }

    init(_ stream: TokenStream) {
        self.stream = stream
        tokens = stream.tokens
        bytes = stream.source.bytes
        for (index, name) in stream.names.enumerated() {
            switch name {
            case "match": softKeywords.match = Int32(index)
            case "case": softKeywords.case = Int32(index)
            case "type": softKeywords.type = Int32(index)
            case "_": softKeywords.underscore = Int32(index)
            default: break
            }
        }
    }

    /// What CPython says of the program, of which the parser knows that it is wrong.
    private func explain(_ mode: Module.Mode, _ failure: Failure, isString: Bool) -> SyntaxError {
        var known: [Int: Int] = [:]
        for (start, end) in finished { known[Int(start)] = Int(end) }
        var diagnosis = Diagnosis(stream, isString: isString, from: statementStart, knownStatements: known)
        var isTooDeep = false
        if case .nestedTooDeeply = failure { isTooDeep = true }
        var result: SyntaxError?
        withUnsafeMutablePointer(to: &result) { (slot: UnsafeMutablePointer<SyntaxError?>) in
            BigStack.run { slot.pointee = diagnosis.explain(mode, isTooDeep: isTooDeep) }
        }
        return result ?? Diagnosis.tooDeep
    }

    private func allWarnings() -> [SyntaxWarning] {
        let lexical = stream.warnings.map { SyntaxWarning(message: $0.message, line: $0.line, column: $0.column) }
        if lexical.isEmpty { return warnings }
        return (lexical + warnings).enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
    }

    private mutating func parseModule(_ mode: Module.Mode) throws(Failure) -> [Statement] {
        switch mode {
        case .exec:
            var body: [Statement] = []
            while kind != .endMarker {
                statementStart = position
                finished.removeAll(keepingCapacity: true)
                try parseStatement(into: &body)
            }
            return body
        case .single:
            return try parseInteractive()
        case .eval:
            let start = position
            let value = try parseExpressions()
            while kind == .newline { position += 1 }
            try expect(.endMarker)
            return [Statement(.expression(value: value), at: SourceRange(tokens[start], tokens[start]))]
        }
    }

    /// `interactive`: one compound statement, or one line of simple ones.
    private mutating func parseInteractive() throws(Failure) -> [Statement] {
        let start = position
        if take(.newline) { return [Statement(.pass, at: SourceRange(tokens[start], tokens[start]))] }
        if kind == .endMarker { throw .syntax }
        var body: [Statement] = []
        try parseStatement(into: &body)
        let last = tokens[position - 1]
        let isSimple = last.kind == .newline && !Parser.isCompound(body[0])
        // A compound statement on one line needs the end of that line.
        if last.kind == .newline, !isSimple, last.start == last.end, kind != .newline { throw .syntax }
        while kind == .newline { position += 1 }
        if kind != .endMarker && isSimple { throw .severalStatements }
        try expect(.endMarker)
        return body
    }

    private static func isCompound(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with, .asyncWith, .match, .try,
            .tryStar:
            return true
        default: return false
        }
    }

    // MARK: Tokens

    /// The kind of the next token.
    @inline(__always)
    var kind: TokenKind { tokens[position].kind }

    /// The kind of the token after the next one.
    @inline(__always)
    var followingKind: TokenKind {
        position + 1 < stream.count ? tokens[position + 1].kind : .endMarker
    }

    /// Takes the next token if it is of a kind.
    @inline(__always)
    mutating func take(_ kind: TokenKind) -> Bool {
        if tokens[position].kind != kind { return false }
        position += 1
        return true
    }

    @inline(__always)
    mutating func expect(_ kind: TokenKind) throws(Failure) {
        if tokens[position].kind != kind { throw .syntax }
        position += 1
    }

    /// Takes a name.
    @inline(__always)
    mutating func expectName() throws(Failure) -> String {
        if tokens[position].kind != .name { throw .syntax }
        position += 1
        return stream.names[Int(tokens[position - 1].nameIndex)]
    }

    /// Whether the next token is this soft keyword.
    @inline(__always)
    func isSoft(_ keyword: Int32) -> Bool {
        tokens[position].kind == .name && tokens[position].nameIndex == keyword
    }

    // MARK: Nodes

    /// From a token to the last one taken.
    @inline(__always)
    func range(from start: Int) -> SourceRange {
        SourceRange(tokens[start], tokens[position - 1])
    }

    /// From a token to the last one taken that is text, for statements with a block.
    func blockRange(from start: Int) -> SourceRange {
        var last = position - 1
        while last > start && [.newline, .indent, .dedent].contains(tokens[last].kind) { last -= 1 }
        return SourceRange(tokens[start], tokens[last])
    }

    /// Makes an expression that begins at a token and ends with the last one taken.
    @inline(__always)
    func make(_ kind: Expression.Kind, from start: Int) throws(Failure) -> Expression {
        try make(kind, at: range(from: start))
    }

    @inline(__always)
    func make(_ kind: Expression.Kind, at range: SourceRange) throws(Failure) -> Expression {
        let expression = Expression(kind, at: range)
        if expression.depth > Parser.maximumTreeDepth { throw .treeTooDeep }
        return expression
    }

    /// Enters a rule that can contain itself; `leave` has to follow.
    @inline(__always)
    mutating func enter() throws(Failure) {
        nesting += 1
        if nesting > Parser.maximumNesting { throw .nestedTooDeeply }
    }

    @inline(__always)
    mutating func leave() { nesting -= 1 }
}

extension SourceRange {
    /// From the start of a token to the end of another.
    @inline(__always)
    init(_ first: Token, _ last: Token) {
        self.init(line: first.line, column: first.column, endLine: last.endLine, endColumn: last.endColumn)
    }
}
