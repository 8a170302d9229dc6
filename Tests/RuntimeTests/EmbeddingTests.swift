import Runtime
import Testing

/// The public interface, as an embedding program uses it.
struct EmbeddingTests {
    private func int(_ value: ScriptValue?) -> Int? {
        if case .int(let number)? = value { number } else { nil }
    }

    private func string(_ value: ScriptValue?) -> String? {
        if case .string(let text)? = value { text } else { nil }
    }

    @Test func globalsGoInAndOut() throws {
        let interpreter = Interpreter()
        try interpreter.setGlobal("limit", to: .int(10))
        try interpreter.run(source: "total = sum(range(limit))\nname = 'text'")
        #expect(int(interpreter.global("total")) == 45)
        #expect(string(interpreter.global("name")) == "text")
        #expect(int(interpreter.global("missing")) == nil)
    }

    @Test func functionsAreCalledBothWays() throws {
        let interpreter = Interpreter()
        try interpreter.setFunction("double") { arguments in
            guard case .int(let number)? = arguments.first else { return .none }
            return .int(number * 2)
        }
        try interpreter.run(source: "def twice(x): return double(double(x))")
        #expect(int(try interpreter.call("twice", .int(5))) == 20)
    }

    @Test func coroutinesRun() throws {
        let interpreter = Interpreter()
        try interpreter.run(
            source: """
                import asyncio
                async def add(a, b):
                    await asyncio.sleep(0)
                    return a + b
                result = asyncio.run(add(2, 3))
                """)
        #expect(int(interpreter.global("result")) == 5)
    }

    @Test func exceptionsOfTheScriptAreErrors() {
        let interpreter = Interpreter()
        #expect(throws: ScriptError.self) { try interpreter.run(source: "1 / 0") }
        #expect(throws: ScriptError.self) { try interpreter.run(source: "def") }
    }

    @Test func interpretersAreIndependent() throws {
        let first = Interpreter()
        let second = Interpreter()
        try first.run(source: "x = 1")
        #expect(int(second.global("x")) == nil)
    }
}
