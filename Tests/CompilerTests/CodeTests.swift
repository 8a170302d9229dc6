import Foundation
import Parser
import Testing

@testable import Compiler

/// Properties that the code of every program has, and the instructions chosen for some.
@Suite struct CodeTests {
    static let programs: [String] = {
        let folder = testsFolder.appendingPathComponent("Conformance")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".mpy") }.sorted()
    }()

    /// What is wrong with a code object: jumps into the middle of instructions, registers beyond the frame, code that
    /// runs off its end.
    private func problems(of code: Code) -> [String] {
        var found: [String] = []
        let all = instructions(of: code)
        let starts = Set(all.map(\.pc))
        for (pc, instruction) in all {
            if let target = Disassembler.target(of: instruction, at: pc), !starts.contains(target) {
                found.append("\(code.qualifiedName) \(pc): \(instruction.op) to \(target)")
            }
            if instruction.op == .move, max(instruction.a, instruction.b) >= code.registerCount {
                found.append("\(code.qualifiedName) \(pc): register")
            }
        }
        switch all.last?.instruction.op {
        case .return, .returnNone, .raise, .reraise, .jump: break
        default: found.append("\(code.qualifiedName) runs off its end")
        }
        for handler in code.handlers {
            let isVariable = handler.register < code.variableNames.count
            if !starts.contains(handler.start) || !starts.contains(handler.target) || handler.start >= handler.end
                || handler.register >= code.registerCount || isVariable
            {
                found.append("\(code.qualifiedName): \(handler)")
            }
        }
        for case .code(let nested) in code.constants { found += problems(of: nested) }
        return found
    }

    @Test(arguments: programs) func wellFormed(_ name: String) throws {
        let file = testsFolder.appendingPathComponent("Conformance").appendingPathComponent(name)
        let source = [UInt8](try Data(contentsOf: file))
        guard let module = try? Parser.parse(source: source, filename: name),
            let result = try? Compiler.compile(module, filename: name, source: source)
        else { return }
        #expect(problems(of: result.code) == [])
        #expect(!Disassembler.text(of: result.code).isEmpty)
    }

    @Test func longJumpsAreRelaxed() throws {
        let body = String(repeating: "        y = f(x, y)\n", count: 8000)
        let code = try compile("def g(a, f, y):\n    for x in a:\n        if x < 3: continue\n\(body)    return y\n")
        #expect(problems(of: code) == [])
        let function = try #require(find("g", in: code))
        #expect(function.words.count > 32768)
        // The loop's test leads back to the body by a jump of its own.
        let operations = operations(of: function)
        let test = try #require(operations.firstIndex(of: .forIter))
        #expect(operations.dropFirst(test + 1).prefix(2) == [.jump, .jump])
    }

    @Test func assignmentWritesTheVariableDirectly() throws {
        let code = try compile("def f(a, b):\n    x = a + b\n    x += 1\n    return x\n")
        let function = try #require(find("f", in: code))
        #expect(operations(of: function) == [.add, .addInt, .return])
    }

    @Test func swapNeedsOneTemporary() throws {
        let function = try #require(find("f", in: try compile("def f(a, b):\n    a, b = b, a\n    return a\n")))
        #expect(operations(of: function) == [.move, .move, .move, .return])
    }

    @Test func compareAndBranch() throws {
        let function = try #require(
            find("f", in: try compile("def f(n):\n    while n > 1 and n is not None: n -= 1\n")))
        #expect(operations(of: function) == [.jump, .subtractInt, .jumpGreaterInt, .jumpIfNotNone, .returnNone])
    }

    @Test(arguments: [
        ("def f():\n    x = 1\n    return x\n", 0),
        ("def f(c):\n    if c: x = 1\n    return x\n", 1),
        ("def f(c):\n    if c: x = 1\n    else: x = 2\n    return x\n", 0),
        ("def f(c):\n    for x in c: pass\n    return x\n", 1),
        ("def f(c):\n    try: x = 1\n    except E: pass\n    return x\n", 1),
        ("def f(c):\n    try: x = 1\n    except E: return\n    return x\n", 0),
        ("def f(c):\n    x = 1\n    for i in c:\n        print(x)\n        del x\n", 1),
        ("def f(c):\n    while True:\n        x = c()\n        if x: break\n    return x\n", 0),
        ("def f(c):\n    while (x := c()): print(x)\n    return x\n", 0),
    ])
    func unboundChecksOnlyWhereNeeded(_ source: String, _ count: Int) throws {
        let function = try #require(find("f", in: try compile(source)))
        #expect(operations(of: function).filter { $0 == .checkBound }.count == count)
    }

    @Test func constantsAreFolded() throws {
        let code = try compile("x = 60 * 60 * 24, -1, 'a' * 3\n")
        guard case .tuple(let items)? = code.constants.first else {
            Issue.record("no tuple")
            return
        }
        #expect(items.map { Disassembler.text(of: $0) } == ["86400", "-1", "'aaa'"])
    }

    @Test func positionsOfAMethodCall() throws {
        let code = try compile("a.b(1)\n")
        let call = try #require(instructions(of: code).first { $0.instruction.op == .callMethod })
        #expect(code.position(at: call.pc)?.endColumn == 6)
        #expect(code.position(at: call.pc + 1)?.endColumn == 3)
    }

    @Test func annotationsBecomeText() throws {
        let code = try compile(
            "from __future__ import annotations\nx: list[int | None, 'a', -1 ** 2, (lambda a, *b: a)] = 1\n")
        let texts = code.constants.map { Disassembler.text(of: $0) }
        #expect(texts.contains("\"list[int | None, 'a', -1 ** 2, lambda a, *b: a]\""))
    }

    @Test func docStringsAreCleaned() {
        let text = ConstantFolding.cleanDoc(Array("  First.\n\n    Second.\n      Third.\n    ".utf8))
        #expect(String(decoding: text, as: UTF8.self) == "First.\n\nSecond.\n  Third.\n")
    }
}
