import Testing

@testable import Parser

/// Input without end or sense gives an error, never a trap, and does so in linear time.
@Suite struct RobustnessTests {
    private func failure(_ source: String) -> SyntaxError? { failure(Array(source.utf8)) }

    /// Parses, and releases the tree, on a stack of 4 MB, which has to be enough in a debug build as well.
    private func failure(_ source: [UInt8]) -> SyntaxError? {
        final class Box: @unchecked Sendable { var error: SyntaxError? }
        let box = Box()
        BigStack.run(size: 4 << 20) {
            do throws(SyntaxError) {
                _ = try Parser.parse(source: source)
            } catch {
                box.error = error
            }
        }
        return box.error
    }

    private func many(_ part: String, _ count: Int = 100_000) -> String { String(repeating: part, count: count) }

    @Test func brackets() {
        for bracket in ["(", "[", "{", "f(", "a[", "{1: "] {
            #expect(failure(many(bracket))?.message == "too many nested parentheses")
        }
        #expect(failure(many("(", 200) + "1" + many(")", 200)) == nil)
        #expect(failure(many("f\"{"))?.message == "too many nested f-strings")
    }

    @Test func nesting() {
        for source in [
            many("not ") + "1", many("-") + "1", many("1**") + "1", many("lambda:") + "1",
            many("a if b else ") + "c", "if a: pass\n" + many("elif a: pass\n"),
        ] {
            #expect(failure(source)?.kind == .memory)
        }
        #expect(
            failure((0..<200).map { many(" ", $0) + "if a:\n" }.joined())?.message
                == "too many levels of indentation")
    }

    @Test func deepTrees() {
        for source in [
            many("1+") + "1", "a" + many(".b"), "a" + many("()"), "a" + many("[0]"),
            "match x:\n case a" + many(".b") + ": pass", "x: " + many("a|") + "b",
        ] {
            #expect(failure(source)?.kind == .recursion)
        }
    }

    @Test func deepestTreesAreReleased() {
        #expect(failure(many("1+", Int(Parser.maximumTreeDepth) - 1) + "1") == nil)
        #expect(failure("a" + many(".b", Int(Parser.maximumTreeDepth) - 1)) == nil)
        #expect(failure(many("-", Int(Parser.maximumTreeDepth) - 10) + "1") == nil)
        #expect(failure(many("lambda:", 1400) + "1") == nil)
    }

    @Test func flatTreesHaveNoLimit() {
        for source in [
            many("a<") + "a", many("a or ") + "a", many("'a' "), many("a = ") + "1", many("a;"),
            "f\"" + many("{a}") + "\"", "import a" + many(".b"), many("@a\n") + "def f(): pass",
        ] {
            #expect(failure(source) == nil)
        }
    }

    @Test func unterminated() {
        #expect(
            failure("'''" + many("a\n"))?.message
                == "unterminated triple-quoted string literal (detected at line 100000)")
        #expect(
            failure("f'''" + many("a\n"))?.message
                == "unterminated triple-quoted f-string literal (detected at line 100000)")
        #expect(failure("\"" + many("\\\""))?.kind == .syntax)
        #expect(failure(many("\\\n"))?.message == "unexpected EOF while parsing")
    }

    @Test func bytesThatAreNoText() {
        #expect(failure([0x78, 0x00])?.message == "source code cannot contain null bytes")
        #expect(failure([0x22, 0x22, 0x22, 0x0A, 0x00])?.message == "source code cannot contain null bytes")
        #expect(failure([0xFF])?.message.hasPrefix("Non-UTF-8 code starting with '\\xff'") == true)
        #expect(failure([0x27, 0xED, 0xA0, 0x80, 0x27])?.kind == .syntax)
    }

    @Test func hugeNumbers() {
        #expect(failure(many("1"))?.message.hasPrefix("Exceeds the limit (4300 digits)") == true)
        #expect(failure("0x" + many("1")) == nil)
    }

    @Test func everyPrefixOfAProgramIsHarmless() {
        let program = Array(
            """
            @d
            async def f(a, /, b: int = 1, *c, e, **g) -> x:
                async with a as b, (c): return [x async for x in y if z]
                try: yield f'{a!r:>{w}}{{b}}' '\\N{BULLET}'
                except* (A, B) as e: x = lambda *, k=1: {**k, 'é': b"\\x41"}
                match x:
                    case {"a": 1, **r} | C(1, y=[*_]) if (n := 3): type X[T: int] = T
            """.utf8)
        for length in 0...program.count { _ = failure(Array(program[..<length])) }
    }

    @Test func incompleteInputIsKnown() {
        for source in ["(", "if a:", "'''a", "def f():\n", "x = [1,\n", "a \\\n", "f'''{a", "for x in y:\n    a"] {
            let error = failure(source)
            #expect(error == nil || error?.isIncomplete == true, "\(source)")
        }
        for source in ["a b", ")", "'a\nb", "if a b:\n"] {
            #expect(failure(source)?.isIncomplete == false, "\(source)")
        }
    }
}
