import Foundation
import Testing

@testable import Parser

/// Every wrong program of `Tests/Syntax` gives the error that CPython 3.13 gave for it.
@Suite struct SyntaxFolderTests {
    /// The programs, by name.
    static let programs: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }.sorted()
    }()

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Syntax")

    @Test func folderHasEnoughPrograms() {
        #expect(SyntaxFolderTests.programs.count >= 150)
    }

    @Test(arguments: programs)
    func errorIsThatOfCPython(name: String) throws {
        let folder = SyntaxFolderTests.folder
        let source = try Data(contentsOf: folder.appendingPathComponent(name + ".py"))
        let expected = try String(contentsOf: folder.appendingPathComponent(name + ".expected"), encoding: .utf8)
        var found = "no error\n"
        do throws(SyntaxError) {
            _ = try Parser.parse(source: Array(source), filename: name + ".py")
        } catch {
            found = SyntaxFolderTests.report(error)
        }
        #expect(found == expected)
    }

    /// The fields of an error as `scripts/make-syntax-expectations` writes them.
    private static func report(_ error: SyntaxError) -> String {
        let names: [SyntaxError.Kind: String] = [
            .syntax: "SyntaxError", .indentation: "IndentationError", .tab: "TabError", .memory: "MemoryError",
            .recursion: "RecursionError", .value: "ValueError",
        ]
        var lines = ["class: \(names[error.kind] ?? "")"]
        lines.append("message: \(error.message)")
        if error.kind != .memory && error.kind != .recursion {
            let hasPlace = error.line > 0
            for (field, value) in [
                ("line", error.line), ("offset", error.offset), ("end_line", error.endLine),
                ("end_offset", error.endOffset),
            ] {
                lines.append("\(field): \(hasPlace ? String(value) : "None")")
            }
            var text = error.text ?? ""
            while text.hasSuffix("\n") { text.removeLast() }
            lines.append("text: " + (error.text == nil ? "None" : "'\(text)'"))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
