import Foundation
import Testing

/// A program with its expected output: one under `Tests/Conformance`, or a sample. `scripts/conformance.py` describes
/// the files; what is read and compared here is the same.
struct Case: Sendable, CustomTestStringConvertible {
    /// How much of standard error is compared.
    enum ErrorComparison: String {
        case last, whole, none
    }

    /// Where the event loop's time comes from.
    enum Clock: String {
        case real, virtual
        /// In the file: one case for each.
        case both
    }

    let program: URL
    /// The path of the expected files, without a suffix.
    let expected: URL
    private(set) var errorComparison: ErrorComparison
    private(set) var clock: Clock
    private(set) var arguments: [String] = []
    private(set) var standardInput = ""
    /// Options of the interpreter.
    private(set) var options: [String] = []
    /// Variables of the environment: NAME=VALUE, or NAME for one that is not to be there.
    private var variables: [String] = []
    /// Whether this is a program for both clocks.
    private(set) var hasBothClocks = false

    /// Reads the lines at the program's top that say how it is run: `# stderr: whole`, `# clock: both`,
    /// `# args: a b`, `# stdin: text`, `# options: -O -W error`, `# env: NAME=VALUE OTHER`.
    init(program: URL, expected: URL, errorComparison: ErrorComparison = .last, clock: Clock = .real) {
        self.program = program
        self.expected = expected
        self.errorComparison = errorComparison
        self.clock = clock
        let text = String(decoding: (try? Data(contentsOf: program)) ?? Data(), as: UTF8.self)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("# "), let colon = line.range(of: ": ") else { return }
            let value = String(line[colon.upperBound...])
            switch line[..<colon.lowerBound] {
            case "# stderr": self.errorComparison = ErrorComparison(rawValue: value) ?? .last
            case "# clock": self.clock = Clock(rawValue: value) ?? .real
            case "# args": arguments = value.components(separatedBy: " ")
            case "# options": options = value.components(separatedBy: " ")
            case "# env": variables = value.components(separatedBy: " ")
            case "# stdin": standardInput = value.replacingOccurrences(of: "\\n", with: "\n")
            default: return
            }
        }
    }

    /// The program's path below the repository, for messages.
    var testDescription: String {
        String(program.path.dropFirst(Repository.root.path.count + 1))
            + (hasBothClocks && clock == .virtual ? " (virtual clock)" : "")
    }

    /// The case itself; for a program that says `# clock: both`, one on the real clock and one on the virtual.
    private var onEachClock: [Case] {
        guard clock == .both else { return [self] }
        return [Clock.real, .virtual].map { clock in
            var copy = self
            copy.clock = clock
            copy.hasBothClocks = true
            return copy
        }
    }

    /// What CPython 3.13 gave, as `scripts/make-expected` wrote it down.
    func expectedOutcome() throws -> Outcome {
        func read(_ suffix: String) -> String? {
            let path = expected.deletingLastPathComponent().appending(path: expected.lastPathComponent + suffix)
            return (try? Data(contentsOf: path)).map { String(decoding: $0, as: UTF8.self) }
        }
        guard let output = read(".out") else { throw MissingExpectation(program: testDescription) }
        let status = read(".status").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
        return Outcome(status: status, output: output, error: read(".err") ?? "")
    }

    /// Runs the program with an interpreter and gives what is compared, or nil when it did not end in time.
    func run(_ interpreter: Interpreter, timeout: Duration) throws -> Outcome? {
        var environment = interpreter.environment(self)
        for setting in variables {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            environment[String(parts[0])] = parts.count > 1 ? String(parts[1]) : nil
        }
        let finished = try ChildProcess.run(
            [interpreter.executable] + interpreter.arguments(self) + options + [program.path] + arguments,
            environment: environment,
            directory: program.deletingLastPathComponent().path,
            input: standardInput,
            timeout: timeout
        )
        return finished.map { Outcome(status: $0.status, output: $0.output, error: comparedError($0.error)) }
    }

    /// The part of standard error that is compared, with the program's folder taken out of its paths. Frames outside
    /// that folder are left out: the library of another interpreter has other files and lines.
    private func comparedError(_ text: String) -> String {
        let folder = program.deletingLastPathComponent().path + "/"
        var lines = text.components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        switch errorComparison {
        case .none:
            return ""
        case .last:
            return lines.last.map { $0.replacingOccurrences(of: folder, with: "") + "\n" } ?? ""
        case .whole:
            var kept = ""
            var dropping = false
            for line in lines {
                if line.hasPrefix("  File \""), line.contains("\", line ") {
                    dropping = !line.hasPrefix("  File \"" + folder)
                } else if !line.hasPrefix("    ") {
                    dropping = false
                }
                if !dropping { kept += line.replacingOccurrences(of: folder, with: "") + "\n" }
            }
            if !text.hasSuffix("\n"), !dropping, !kept.isEmpty { kept.removeLast() }
            return kept
        }
    }

    /// Every program under `Tests/Conformance`, the article's samples and our own, sorted by path.
    static let all: [Case] = {
        var cases: [Case] = []
        for program in files(below: Repository.root.appending(path: "Tests/Conformance"), suffix: "mpy") {
            cases.append(Case(program: program, expected: program.deletingPathExtension()))
        }
        let samples: [(folder: String, suffix: String, fixtures: String, clock: Clock)] = [
            ("samples/article", "py", "article", .virtual), ("samples", "mpy", "samples", .virtual),
            ("samples/tour", "mpy", "tour", .both),
        ]
        for (folder, suffix, fixtures, clock) in samples {
            for program in files(in: Repository.root.appending(path: folder), suffix: suffix) {
                let name = program.deletingPathExtension().lastPathComponent
                let expected = Repository.root.appending(path: "Tests/Fixtures/\(fixtures)/\(name)")
                cases.append(Case(program: program, expected: expected, errorComparison: .whole, clock: clock))
            }
        }
        return cases.flatMap(\.onEachClock)
    }()

    /// Those for stress mode, which is too slow for delays that mean something: what has both clocks runs on the
    /// virtual one only.
    static let forStress = all.filter { !$0.hasBothClocks || $0.clock == .virtual }

    private static func files(below folder: URL, suffix: String) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == suffix }
            .sorted { $0.path < $1.path }
    }

    private static func files(in folder: URL, suffix: String) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix("." + suffix) }.sorted().map { folder.appending(path: $0) }
    }
}

/// What a program gave, as far as it is compared.
struct Outcome: Equatable {
    /// The exit status, or the negative number of the signal that ended the process.
    var status: Int32
    var output: String
    var error: String

    /// Says where this differs from what was expected, for a person to read.
    func difference(from expected: Outcome) -> String {
        var report: [String] = []
        if status != expected.status { report.append("status: expected \(expected.status), got \(status)") }
        for (name, wanted, got) in [("output", expected.output, output), ("error", expected.error, error)]
        where wanted != got {
            let wantedLines = wanted.components(separatedBy: "\n")
            let gotLines = got.components(separatedBy: "\n")
            let same = zip(wantedLines, gotLines).prefix { $0 == $1 }.count
            report.append("\(name) differs from line \(same + 1):")
            report += wantedLines.dropFirst(same).prefix(5).map { "  expected: \($0)" }
            report += gotLines.dropFirst(same).prefix(5).map { "  got:      \($0)" }
        }
        return report.joined(separator: "\n")
    }
}

/// A program without its `.out` file.
struct MissingExpectation: Error, CustomStringConvertible {
    let program: String

    var description: String { "\(program) has no expected output: run scripts/make-expected" }
}
