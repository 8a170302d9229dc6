import Parser
import Testing

@testable import Compiler

/// Where names live, compared with what CPython's `symtable` module says of the same programs.
@Suite struct ScopeTests {
    private func scopes(_ source: String) throws -> Scope {
        let module = try Parser.parse(source: Array(source.utf8))
        var builder = ScopeBuilder(
            errors: ErrorReporter(source: nil), hasFutureAnnotations: false, allowsTopLevelAwait: false,
            stack: StackGuard(budget: 1_000_000))
        return try builder.build(module).top
    }

    @Test func localGlobalCellAndFree() throws {
        let top = try scopes(
            """
            g = 1
            def outer(a, b):
                c = a
                def inner():
                    global e
                    e = 2
                    return b + c + g
                return inner
            """)
        let outer = top.children[0]
        #expect(outer.scopes["a"] == .local)
        #expect(outer.scopes["b"] == .cell)
        #expect(outer.scopes["c"] == .cell)
        let inner = outer.children[0]
        #expect(inner.scopes["b"] == .free)
        #expect(inner.scopes["g"] == .globalImplicit)
        #expect(inner.scopes["e"] == .globalExplicit)
        #expect(inner.freeNames == ["b", "c"])
    }

    @Test func namesOfAClassAreInvisibleInItsMethods() throws {
        let top = try scopes(
            """
            class C:
                x = 1
                def f(self): return x
            """)
        let method = top.children[0].children[0]
        #expect(method.scopes["x"] == .globalImplicit)
    }

    @Test func superNeedsTheClassCell() throws {
        let top = try scopes("class C:\n    def f(self): super().f()\n")
        #expect(top.children[0].needsClassClosure)
        #expect(top.children[0].children[0].scopes["__class__"] == .free)
    }

    @Test func comprehensionsAreInlinedExceptGenerators() throws {
        let top = try scopes(
            """
            def f(n):
                a = [n for x in y]
                b = (n for x in y)
                c = {k: lambda: k for k in y}
            """)
        let function = top.children[0]
        #expect(function.children.map(\.isInlined) == [true, false, true])
        // The generator expression needs a cell, the list comprehension does not.
        #expect(function.scopes["n"] == .cell)
        #expect(function.children[2].scopes["k"] == .cell)
        #expect(try scopes("def f(n): return [n for x in y]").children[0].scopes["n"] == .local)
    }

    @Test func aWalrusBindsAroundTheComprehension() throws {
        let top = try scopes("def f():\n    any((hit := x) for x in y)\n    return hit\n")
        #expect(top.children[0].scopes["hit"] == .cell)
        #expect(top.children[0].children[0].scopes["hit"] == .free)
    }

    @Test func privateNamesAreMangled() throws {
        #expect(mangle("__x", in: "_C") == "_C__x")
        #expect(mangle("__x__", in: "C") == "__x__")
        #expect(mangle("__x", in: "__") == "__x")
        #expect(mangle("__x", in: nil) == "__x")
        let code = try compile("class C:\n    def f(self): return self.__x\n")
        #expect(find("C.f", in: code)?.names == ["_C__x"])
    }

    @Test func aNameThatAClassBindsMayBeFreeBelowIt() throws {
        let top = try scopes(
            """
            def f(x):
                class C:
                    x = x
                    def g(self): return x
            """)
        let type = top.children[0].children[0]
        #expect(type.scopes["x"] == .local)
        #expect(type.freeNames == ["x"])
    }

    @Test func variablesComeInTheOrderOfTheFrame() throws {
        let code = try compile(
            "def f(a, /, b, *c, d, **e):\n    g = 1\n    h = 2\n    return lambda: h + a\n")
        let function = find("f", in: code)
        #expect(function?.variableNames == ["a", "b", "d", "c", "e", "g", "h"])
        #expect(function?.cellVariables == [0, 6])
        #expect(function?.argumentCount == 2)
        #expect(function?.positionalOnlyCount == 1)
        #expect(function?.keywordOnlyCount == 1)
        #expect(function?.flags.isSuperset(of: [.varArguments, .varKeywords, .optimized]) == true)
    }

    @Test(arguments: [
        ("async def f(): pass", CodeFlags.coroutine),
        ("async def f(): yield", CodeFlags.asyncGenerator),
        ("def f(): yield", CodeFlags.generator),
    ])
    func flagsTellTheKindOfFrame(_ source: String, _ flag: CodeFlags) throws {
        let code = try #require(find("f", in: try compile(source)))
        #expect(code.flags.intersection([.coroutine, .asyncGenerator, .generator]) == flag)
    }

    @Test func qualifiedNames() throws {
        let code = try compile(
            """
            class A:
                def f(self):
                    def g(): return lambda: [x for x in (y for y in z)]
            def outer():
                global h
                def h(): pass
            def generic[T](): return lambda: 0
            """)
        #expect(find("A.f.<locals>.g.<locals>.<lambda>.<locals>.<genexpr>", in: code) != nil)
        #expect(find("h", in: code) != nil)
        #expect(find("generic.<locals>.<lambda>", in: code) != nil)
    }
}
