/// The kind of a token: the operators, the reserved words, and the classes of the lexical analysis chapter of the
/// Python reference. Soft keywords (`match`, `case`, `type`, `_`) are names.
public enum TokenKind: UInt8, Sendable {
    case endMarker, newline, indent, dedent, error
    case name, number, string, fstringStart, fstringMiddle, fstringEnd

    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case colon, comma, semicolon, dot, ellipsis, arrow, exclamation, at
    case equal, colonEqual
    case plus, minus, star, slash, percent, doubleSlash, doubleStar
    case verticalBar, ampersand, caret, tilde, leftShift, rightShift
    case less, greater, doubleEqual, notEqual, lessEqual, greaterEqual
    case plusEqual, minusEqual, starEqual, slashEqual, percentEqual, atEqual, doubleSlashEqual, doubleStarEqual
    case verticalBarEqual, ampersandEqual, caretEqual, leftShiftEqual, rightShiftEqual
    /// A character that begins no token, such as `$` or `?`.
    case other

    case `false`, none, `true`, and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`
    case except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise
    case `return`, `try`, `while`, with, yield

    /// The reserved words with their kinds.
    public static let keywords: [(StaticString, TokenKind)] = [
        ("False", .false), ("None", .none), ("True", .true), ("and", .and), ("as", .as), ("assert", .assert),
        ("async", .async), ("await", .await), ("break", .break), ("class", .class), ("continue", .continue),
        ("def", .def), ("del", .del), ("elif", .elif), ("else", .else), ("except", .except), ("finally", .finally),
        ("for", .for), ("from", .from), ("global", .global), ("if", .if), ("import", .import), ("in", .in),
        ("is", .is), ("lambda", .lambda), ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass),
        ("raise", .raise), ("return", .return), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ]

    /// The reserved word of this spelling, if there is one.
    public static func keyword(_ text: String) -> TokenKind? {
        keywords.first { $0.0.description == text }?.1
    }
}

/// A token with its place in the text of its `TokenStream`.
public struct Token: Sendable {
    public var kind: TokenKind
    /// How many brackets are open after the token.
    public var level: UInt8 = 0
    /// For a name, its index in `TokenStream.names`.
    public var nameIndex: Int32 = -1
    /// The bytes of the token.
    public var start: Int32
    public var end: Int32
    /// 1-based.
    public var line: Int32
    /// In bytes from the start of the line; -1 for tokens without text (indentation, end marker, errors).
    public var column: Int32
    public var endLine: Int32
    public var endColumn: Int32
}

/// What the lexical analysis rejects, with the position that CPython reports.
public struct LexicalError: Error, Sendable {
    public enum Kind: Sendable {
        /// An error that takes precedence over a later failure of the parser.
        case syntax
        /// The text ends inside brackets.
        case endOfFile
        /// A backslash ends the text.
        case endOfFileAfterBackslash
        case dedent, inconsistentTabs, tooManyLevels
        case lineContinuation
        /// The text is not valid in its encoding, or the encoding is not known.
        case decoding
    }
    public var kind: Kind
    public var message: String
    public var line: Int
    /// `offset`, from 1, in characters; for `lineContinuation` and `dedent` in bytes of the line.
    public var offset: Int
    public var endOffset: Int
    /// The error is inside an f-string; CPython overlooks it when it looks for errors behind one of the parser.
    public var isInFString = false
    /// The string that is not closed may be closed by further input.
    public var isIncomplete = false
}

/// A bracket that is open.
public struct OpenBracket: Sendable {
    public var character: UInt8
    public var line: Int32
    public var column: Int32
}

/// A warning of the lexical analysis: `SyntaxWarning` in CPython.
public struct LexicalWarning: Sendable {
    public var message: String
    public var line: Int
    public var column: Int
}
