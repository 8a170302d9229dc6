/// The tokens of a program, with everything that gives them meaning: the text, the names, and the lexical error that
/// ended the analysis, if any. Ends in an `endMarker`, or in an `error` token that stands for `error`.
///
/// Owns the memory of the tokens; `tokens` points into it as long as the object lives.
public final class TokenStream: @unchecked Sendable {
    public let source: SourceText
    public let tokens: UnsafeMutablePointer<Token>
    public let count: Int
    /// The distinct names of the program, in NFKC.
    public let names: [String]
    public let error: LexicalError?
    public let warnings: [LexicalWarning]
    /// The brackets that were open where the analysis ended.
    public let openBrackets: [OpenBracket]

    init(
        source: SourceText, tokens: UnsafeMutablePointer<Token>, count: Int, names: [String], error: LexicalError?,
        warnings: [LexicalWarning], openBrackets: [OpenBracket]
    ) {
        self.source = source
        self.tokens = tokens
        self.count = count
        self.names = names
        self.error = error
        self.warnings = warnings
        self.openBrackets = openBrackets
    }

    deinit { tokens.deallocate() }

    /// The tokens of a text; the first lexical error ends them.
    public static func tokenize(_ source: SourceText) -> TokenStream {
        var lexer = Lexer(source)
        return lexer.run()
    }

    /// The bytes of a token.
    public func text(_ token: Token) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: source.bytes + Int(token.start), count: Int(token.end - token.start))
    }
}
