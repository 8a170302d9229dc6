import Lexer

/// Finds out what CPython says of a wrong program.
enum Diagnosis {
    static func explain(_ stream: TokenStream, mode: Module.Mode, failure: Parser.Failure) -> SyntaxError {
        SyntaxError(message: "invalid syntax", line: 0, offset: 0, endLine: 0, endOffset: 0, text: nil)
    }
}
