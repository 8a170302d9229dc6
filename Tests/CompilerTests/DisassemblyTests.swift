import Foundation
import Testing

@testable import Compiler

/// What `minipy dis` prints: `Tests/Fixtures/disassembly/NAME.py` and `NAME.txt` beside it. With
/// `MINIPY_WRITE_SNAPSHOTS=1` in the environment the texts are written anew.
@Suite struct DisassemblyTests {
    static let folder = testsFolder.appendingPathComponent("Fixtures/disassembly")
    static let programs: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted()
    }()

    @Test func thereArePrograms() { #expect(Self.programs.count >= 5) }

    @Test(arguments: programs) func listing(_ name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let source = try String(contentsOf: file, encoding: .utf8)
        let text = Disassembler.text(of: try compile(source), source: source)
        let snapshot = file.deletingPathExtension().appendingPathExtension("txt")
        if ProcessInfo.processInfo.environment["MINIPY_WRITE_SNAPSHOTS"] != nil {
            try text.write(to: snapshot, atomically: true, encoding: .utf8)
        }
        #expect(text == (try String(contentsOf: snapshot, encoding: .utf8)))
    }
}
