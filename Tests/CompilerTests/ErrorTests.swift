import Foundation
import Parser
import Testing

@testable import Compiler

/// Programs that parse but that the compiler refuses: `Tests/Syntax/compile/*.py`, with what CPython 3.13 says of
/// each (made by `scripts/make-syntax-expectations`).
@Suite struct ErrorTests {
    static let programs: [String] = {
        let folder = testsFolder.appendingPathComponent("Syntax/compile")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted()
    }()

    @Test func thereArePrograms() { #expect(Self.programs.count >= 150) }

    @Test(arguments: programs) func refusedAsByCPython(_ name: String) throws {
        let file = testsFolder.appendingPathComponent("Syntax/compile").appendingPathComponent(name)
        let source = [UInt8](try Data(contentsOf: file))
        let expected = try String(
            contentsOf: file.deletingPathExtension().appendingPathExtension("expected"), encoding: .utf8)
        do throws(SyntaxError) {
            let module = try Parser.parse(source: source, filename: name)
            _ = try Compiler.compile(module, filename: name, source: source)
            Issue.record("accepted, but CPython says\n\(expected)")
        } catch {
            #expect(describe(error) == expected)
        }
    }

    private func describe(_ error: SyntaxError) -> String {
        let text = error.text.map { "'" + $0.trimmingCharacters(in: ["\n"]) + "'" } ?? "None"
        let end = error.endOffset == 0 ? "None" : String(error.endOffset)
        return """
            class: SyntaxError
            message: \(error.message)
            line: \(error.line)
            offset: \(error.offset)
            end_line: \(error.endLine)
            end_offset: \(end)
            text: \(text)

            """
    }

    @Test(arguments: [
        ("x is 1", "\"is\" with 'int' literal. Did you mean \"==\"?"),
        ("x is not ()", "\"is not\" with 'tuple' literal. Did you mean \"!=\"?"),
        ("assert (x, 'message')", "assertion is always true, perhaps remove parentheses?"),
        ("'a' (1)", "'str' object is not callable; perhaps you missed a comma?"),
        ("[(1, 2) (3, 4)]", "'tuple' object is not callable; perhaps you missed a comma?"),
        ("1 [2]", "'int' object is not subscriptable; perhaps you missed a comma?"),
        ("[[1] ['a']]", "list indices must be integers or slices, not str; perhaps you missed a comma?"),
    ])
    func warnings(_ source: String, _ message: String) throws {
        #expect(try compileWithWarnings(source).warnings.map(\.message) == [message])
    }

    /// Nesting of any depth ends in RecursionError, not in a trap, within the stack of an ordinary thread.
    @Test(arguments: ["not ", "-", "lambda: ", "a if b else ", "a ** "])
    func deepTrees(_ prefix: String) {
        let source = "x = " + String(repeating: prefix, count: 2500) + "y\n"
        do throws(SyntaxError) {
            _ = try compile(source, options: Compiler.Options(stackBudget: 200_000))
            Issue.record("compiled within 200 KB of stack")
        } catch {
            #expect(error.kind == .recursion)
            #expect(error.message == "maximum recursion depth exceeded during compilation")
        }
    }
}
