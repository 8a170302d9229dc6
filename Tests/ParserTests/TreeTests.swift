import Testing

@testable import Parser

/// Small programs and their trees, as `ast.dump` of CPython 3.13 prints them.
@Suite struct TreeTests {
    private func dump(_ source: String, _ mode: Module.Mode = .exec) throws -> String {
        let text = ASTDump.dump(try Parser.parse(source: Array(source.utf8), mode: mode))
        return text.withoutPlaces
    }

    @Test(arguments: [
        ("x = 1", "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])"),
        (
            "a.b[c] += d",
            "Module(body=[AugAssign(target=Subscript(value=Attribute(value=Name(id='a', ctx=Load()), "
                + "attr='b', ctx=Load()), slice=Name(id='c', ctx=Load()), ctx=Store()), op=Add(), "
                + "value=Name(id='d', ctx=Load()))])"
        ),
        (
            "1 - 2 - 3",
            "Module(body=[Expr(value=BinOp(left=BinOp(left=Constant(value=1), op=Sub(), "
                + "right=Constant(value=2)), op=Sub(), right=Constant(value=3)))])"
        ),
        (
            "-1 ** -2",
            "Module(body=[Expr(value=UnaryOp(op=USub(), operand=BinOp(left=Constant(value=1), op=Pow(), "
                + "right=UnaryOp(op=USub(), operand=Constant(value=2)))))])"
        ),
        (
            "f(a, *b, c=1, **d)",
            "Module(body=[Expr(value=Call(func=Name(id='f', ctx=Load()), "
                + "args=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', ctx=Load()), ctx=Load())], "
                + "keywords=[keyword(arg='c', value=Constant(value=1)), keyword(value=Name(id='d', ctx=Load()))]))])"
        ),
        (
            "f'{a!r:>{w}}'",
            "Module(body=[Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), "
                + "conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), "
                + "FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)]))]))])"
        ),
        ("match = 1", "Module(body=[Assign(targets=[Name(id='match', ctx=Store())], value=Constant(value=1))])"),
        (
            "match x:\n case [1, *_]: pass",
            "Module(body=[Match(subject=Name(id='x', ctx=Load()), "
                + "cases=[match_case(pattern=MatchSequence(patterns=[MatchValue(value=Constant(value=1)), "
                + "MatchStar()]), body=[Pass()])])])"
        ),
        (
            "type A[T] = T",
            "Module(body=[TypeAlias(name=Name(id='A', ctx=Store()), "
                + "type_params=[TypeVar(name='T')], value=Name(id='T', ctx=Load()))])"
        ),
        ("'\\ud800' b'' if u'a' else 1e16", "error"),
        (
            "'a' 'b'; 1e16; 0xFFFFFFFFFFFFFFFFFF; 2j; '\\ud800'",
            "Module(body=[Expr(value=Constant(value='ab')), "
                + "Expr(value=Constant(value=1e+16)), Expr(value=Constant(value=4722366482869645213695)), "
                + "Expr(value=Constant(value=2j)), Expr(value=Constant(value='\\ud800'))])"
        ),
        (
            "\u{FB01} = \u{1D431}",
            "Module(body=[Assign(targets=[Name(id='fi', ctx=Store())], "
                + "value=Name(id='x', ctx=Load()))])"
        ),
        ("", "Module()"),
    ])
    func treeIsThatOfCPython(source: String, expected: String) {
        #expect(((try? dump(source)) ?? "error") == expected)
    }

    @Test func modes() throws {
        #expect(try dump("a, b", .eval).hasPrefix("Expression(body=Tuple("))
        #expect(try dump("if a: pass\n", .single).hasPrefix("Interactive(body=[If("))
    }

    @Test func placesCountBytesAndLines() throws {
        let module = try Parser.parse(source: Array("é = (\n  'ß', b)\n".utf8))
        #expect(module.body[0].range == SourceRange(line: 1, column: 0, endLine: 2, endColumn: 10))
        guard case .assign(_, let value) = module.body[0].kind, case .tuple(let elements, _) = value.kind else {
            Issue.record("not an assignment of a tuple")
            return
        }
        #expect(elements[1].range == SourceRange(line: 2, column: 8, endLine: 2, endColumn: 9))
    }

    @Test func warnings() throws {
        let module = try Parser.parse(source: Array("x = '\\d'\ny = 1if x else 2\n".utf8))
        #expect(module.warnings.map(\.message) == ["invalid escape sequence '\\d'", "invalid decimal literal"])
        #expect(module.warnings.map(\.line) == [1, 2])
    }
}

extension String {
    /// A dump without `lineno` and its companions.
    var withoutPlaces: String { replacing(/(, )?(end_)?(lineno|col_offset)=\d+/, with: "") }
}
