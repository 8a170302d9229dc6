import Testing

@testable import Lexer

/// Texts and their tokens.
@Suite struct LexerTests {
    private func stream(_ text: String) throws -> TokenStream {
        TokenStream.tokenize(try SourceText(decoding: Array(text.utf8), fileName: "test"))
    }

    private func kinds(_ text: String) throws -> [TokenKind] {
        let stream = try stream(text)
        return (0..<stream.count).map { stream.tokens[$0].kind }
    }

    @Test func namesAndReservedWords() throws {
        #expect(try kinds("if match:") == [.if, .name, .colon, .newline, .endMarker])
        let stream = try stream("a b a")
        #expect(stream.names == ["a", "b"])
        #expect(stream.tokens[2].nameIndex == 0)
    }

    @Test func indentation() throws {
        #expect(
            try kinds("if a:\n  b\n\n  # c\nd\n") == [
                .if, .name, .colon, .newline, .indent, .name, .newline, .dedent, .name, .newline, .endMarker,
            ])
        #expect(try kinds("(\n  a\n)") == [.leftParenthesis, .name, .rightParenthesis, .newline, .endMarker])
        #expect(try stream("if a:\n\tb\n        c").error?.kind == .inconsistentTabs)
        #expect(try stream("if a:\n  b\n c").error?.kind == .dedent)
    }

    @Test(arguments: ["0", "00", "1_000", "0xFF_ff", "0b01", "0o17", "1.", ".5", "1e10", "1.5E-3j", "0_7.5", "9j"])
    func numbers(text: String) throws {
        #expect(try kinds(text) == [.number, .newline, .endMarker])
    }

    @Test(arguments: ["1_", "0x", "0b2", "0o8", "012", "1a", "1e+", "1__0"])
    func wrongNumbers(text: String) throws {
        #expect(try stream(text).error?.kind == .syntax)
    }

    @Test(arguments: ["'a'", "\"a\"", "'''a\nb'''", "rb'\\d'", "Rb\"\"", "u'é'", "'\\\n'", "b''", "'\\''"])
    func strings(text: String) throws {
        #expect(try kinds(text) == [.string, .newline, .endMarker])
    }

    @Test func fstrings() throws {
        #expect(
            try kinds("f'a{b!r:>{c}}d'") == [
                .fstringStart, .fstringMiddle, .leftBrace, .name, .exclamation, .name, .colon, .fstringMiddle,
                .leftBrace,
                .name, .rightBrace, .fstringMiddle, .rightBrace, .fstringMiddle, .fstringEnd, .newline, .endMarker,
            ])
        #expect(
            try kinds("f'{'a'}'") == [
                .fstringStart, .leftBrace, .string, .rightBrace, .fstringEnd, .newline, .endMarker,
            ])
    }

    @Test func operatorsAreAsLongAsPossible() throws {
        #expect(
            try kinds("a**=b//c...->:=") == [
                .name, .doubleStarEqual, .name, .doubleSlash, .name, .ellipsis, .arrow, .colonEqual, .newline,
                .endMarker,
            ])
    }

    @Test func placesAreInBytes() throws {
        let stream = try stream("é = '''\nß''' x")
        #expect(stream.tokens[1].column == 3)
        #expect(stream.tokens[2].endLine == 2 && stream.tokens[2].endColumn == 5)
        #expect(stream.tokens[3].line == 2 && stream.tokens[3].column == 6)
    }

    @Test func lineEnds() throws {
        #expect(try kinds("a\r\nb\rc") == [.name, .newline, .name, .newline, .name, .newline, .endMarker])
    }

    @Test func encodings() throws {
        let latin = try SourceText(decoding: Array("# coding: latin-1\n'".utf8) + [0xE9, 0x27], fileName: "test")
        #expect(latin.text(18..<latin.count) == "'é'\n")
        let marked = try SourceText(decoding: [0xEF, 0xBB, 0xBF, 0x61], fileName: "test")
        #expect(marked.text(0..<marked.count) == "a\n")
        #expect(throws: LexicalError.self) { try SourceText(decoding: Array("#coding:x\n".utf8), fileName: "test") }
        #expect(throws: LexicalError.self) { try SourceText(decoding: [0x61, 0xC3], fileName: "test") }
    }

    @Test func identifiersAreNormalized() throws {
        #expect(try stream("ﬁ 𝐱 e\u{301} 한").names == ["fi", "x", "é", "한"])
        #expect(try stream("€").error?.message == "invalid character '€' (U+20AC)")
        #expect(try stream("a\u{200B}").error?.message == "invalid non-printable character U+200B")
    }
}
