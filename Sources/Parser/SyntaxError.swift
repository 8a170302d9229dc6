/// A program that cannot be parsed, with the fields of CPython's `SyntaxError`.
public struct SyntaxError: Error, Sendable, Equatable {
    /// The exception class that is raised.
    public enum Kind: Sendable {
        case syntax, indentation, tab
        /// `MemoryError`: the parser's stack overflowed.
        case memory
        /// `RecursionError`: the tree is too deep to be compiled.
        case recursion
        /// `ValueError`, for instance for NUL characters in the text given to `compile()`.
        case value
    }

    public var kind: Kind
    public var message: String
    /// `lineno`, from 1; 0 where CPython has None.
    public var line: Int
    /// `offset`: from 1, in characters.
    public var offset: Int
    /// `end_lineno`.
    public var endLine: Int
    /// `end_offset`.
    public var endOffset: Int
    /// `text`: the source line, with its newline; `nil` for None.
    public var text: String?
    /// More input could make the program valid: an interactive prompt goes on reading.
    public var isIncomplete: Bool

    public init(
        kind: Kind = .syntax, message: String, line: Int, offset: Int, endLine: Int, endOffset: Int, text: String?,
        isIncomplete: Bool = false
    ) {
        self.kind = kind
        self.message = message
        self.line = line
        self.offset = offset
        self.endLine = endLine
        self.endOffset = endOffset
        self.text = text
        self.isIncomplete = isIncomplete
    }
}

/// A `SyntaxWarning` found by the tokenizer or the parser, such as an invalid escape sequence.
public struct SyntaxWarning: Sendable, Equatable {
    public var message: String
    public var line: Int
    /// The byte column of the token it is about, from 0.
    public var column: Int

    public init(message: String, line: Int, column: Int) {
        self.message = message
        self.line = line
        self.column = column
    }
}
