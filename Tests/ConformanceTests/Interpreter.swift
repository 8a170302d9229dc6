import Foundation

/// Where the repository lies.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

/// An interpreter that can run the programs: minipy as built, or a CPython.
struct Interpreter: Sendable {
    /// Which interpreter it is, and in what mode.
    enum Kind: Sendable {
        case minipy(stress: Bool)
        case cpython
    }

    let kind: Kind
    let executable: String

    /// The arguments that come before the program.
    func arguments(_ program: Case) -> [String] {
        switch kind {
        case .minipy: program.clock == .virtual ? ["--clock", "virtual"] : []
        case .cpython: ["-X", "utf8"]
        }
    }

    /// An environment in which no setting of the caller's changes what a program prints.
    func environment(_ program: Case) -> [String: String] {
        var environment = Self.plainEnvironment
        switch kind {
        case .minipy(let stress):
            if stress { environment["MINIPY_GC"] = "stress" }
        case .cpython:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
            environment["PYTHONHASHSEED"] = "0"
            if program.clock == .virtual {
                environment["PYTHONPATH"] = Repository.root.appending(path: "scripts/virtual-clock").path
            }
        }
        return environment
    }

    static let plainEnvironment: [String: String] = {
        let foreign = ["PYTHON", "MINIPY_", "PYENV_"]
        var environment = ProcessInfo.processInfo.environment.filter { name, _ in
            !foreign.contains { name.hasPrefix($0) }
        }
        environment["LC_ALL"] = "C.UTF-8"
        environment["COLUMNS"] = "80"
        environment["NO_COLOR"] = "1"
        return environment
    }()

    /// The path of the `minipy` under test: `MINIPY_EXECUTABLE` where set, else the one built beside the test bundle.
    static let minipyPath: String = {
        if let path = ProcessInfo.processInfo.environment["MINIPY_EXECUTABLE"] { return path }
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let products = bundles.first?.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return products.appending(path: "minipy").path
    }()

    static let minipy = Interpreter(kind: .minipy(stress: false), executable: minipyPath)
    static let minipyStress = Interpreter(kind: .minipy(stress: true), executable: minipyPath)

    /// A CPython 3.13, where there is one: python3.13, one of pyenv's, or python3.
    static let cpython: Interpreter? = {
        let environment = ProcessInfo.processInfo.environment
        var candidates = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3.13" }
        let pyenv = (environment["PYENV_ROOT"] ?? (environment["HOME"] ?? "") + "/.pyenv") + "/versions"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: pyenv)) ?? []).sorted()
        candidates += versions.filter { $0.hasPrefix("3.13.") }.map { "\(pyenv)/\($0)/bin/python3" }
        candidates += (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        let probe = "import sys; print(sys.implementation.name, *sys.version_info[:2]); print(sys.executable)"
        for candidate in candidates where FileManager.default.isExecutableFile(atPath: candidate) {
            let finished = try? ChildProcess.run(
                [candidate, "-c", probe], environment: plainEnvironment, timeout: .seconds(10))
            let lines = finished?.output.components(separatedBy: "\n") ?? []
            if lines.count >= 2, lines[0] == "cpython 3 13" {
                return Interpreter(kind: .cpython, executable: lines[1])
            }
        }
        return nil
    }()
}
