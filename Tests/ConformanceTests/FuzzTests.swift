import Foundation
import Testing

/// A few seconds of `scripts/fuzz`: random programs print under minipy what they print under CPython.
@Suite struct FuzzTests {
    @Test(.enabled(if: Interpreter.cpython != nil, "no CPython 3.13 on this machine"))
    func firstPrograms() throws {
        let python = try #require(Interpreter.cpython)
        let scratch = FileManager.default.temporaryDirectory.appending(path: "minipy-fuzz-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let command = [
            python.executable, Repository.root.appending(path: "scripts/fuzz").path, "--minipy", Interpreter.minipyPath,
            "--seed", "3000", "--count", "80", "--no-shrink", "--save", scratch.path,
        ]
        let finished = try #require(
            try ChildProcess.run(command, environment: Interpreter.plainEnvironment, timeout: .seconds(300)))
        #expect(finished.status == 0, "\(finished.output)\(finished.error)")
    }
}
