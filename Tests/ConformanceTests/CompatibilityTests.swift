import Foundation
import Testing

/// `dir()` of types and modules says what it says under CPython 3.13, but for the names in
/// `Tests/Fixtures/compatibility/absent.txt`, each with its reason. `scripts/make-compatibility` writes the document.
@Suite struct CompatibilityTests {
    private let folder = Repository.root.appending(path: "Tests/Fixtures/compatibility")

    /// The names by section, from lines `section: name name …`.
    private func names(in text: String) -> [String: [String]] {
        var sections: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let rest = line[line.index(after: colon)...]
            sections[String(line[..<colon])] = rest.split(separator: " ").map(String.init)
        }
        return sections
    }

    /// The entries of `absent.txt` as "section name".
    private func absent() throws -> Set<String> {
        let text = try String(contentsOf: folder.appending(path: "absent.txt"), encoding: .utf8)
        var entries: Set<String> = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "|", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(parts.count == 3 && !parts[2].isEmpty, "no reason: \(line)")
            guard parts.count == 3 else { continue }
            let isModule = parts[0].hasPrefix("module ")
            let sections = (isModule ? String(parts[0].dropFirst("module ".count)) : parts[0]).split(separator: " ")
            for section in sections {
                for name in parts[1].split(separator: " ") {
                    entries.insert((isModule ? "module " : "") + "\(section) \(name)")
                }
            }
        }
        return entries
    }

    @Test func namesAreThoseOfCPython() throws {
        let theirs = names(in: try String(contentsOf: folder.appending(path: "cpython.txt"), encoding: .utf8))
        let finished = try #require(
            try ChildProcess.run(
                [Interpreter.minipyPath, folder.appending(path: "probe.mpy").path],
                environment: Interpreter.plainEnvironment, timeout: .seconds(120)))
        #expect(finished.status == 0, "\(finished.error)")
        let ours = names(in: finished.output)
        let absent = try absent()
        #expect(theirs.count > 150)
        for (section, expected) in theirs {
            let got = ours[section] ?? []
            for name in expected where !got.contains(name) {
                let isKnown =
                    absent.contains("\(section) \(name)") || absent.contains("* \(name)")
                    || absent.contains("\(section) *")
                #expect(isKnown, "\(section): \(name) is absent")
            }
            for name in got where name != "-" && !expected.contains(name) {
                let isKnown = absent.contains("\(section) +\(name)") || absent.contains("* +\(name)")
                #expect(isKnown, "\(section): \(name) is not in CPython")
            }
        }
    }
}
