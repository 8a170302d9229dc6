#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How long imports take, and in which they are nested: `-X importtime`, a table as CPython prints it.
struct ImportTimes {
    private var depth = 0
    /// What the imports inside of the present one have taken so far, in nanoseconds.
    private var nested = 0
    private var isStarted = false

    private static var now: Int { Int(Clock.system(CLOCK_MONOTONIC)) }

    /// An import begins. Gives what `end` wants to know of the one around it.
    mutating func begin() -> (start: Int, nested: Int) {
        depth += 1
        defer { nested = 0 }
        return (Self.now, nested)
    }

    /// An import has ended, well or not.
    mutating func end(_ m: Machine, _ name: Value, _ outer: (start: Int, nested: Int)) {
        depth -= 1
        let total = Self.now &- outer.start
        let own = total &- nested
        nested = outer.nested &+ total
        guard m.flags.showsImportTimes else { return }
        if !isStarted {
            isStarted = true
            m.writeError("import time: self [us] | cumulative | imported package\n")
        }
        let indentation = String(repeating: " ", count: 2 * depth)
        m.writeError(
            "import time: \(Self.padded(own / 1000, 9)) | \(Self.padded(total / 1000, 10)) | "
                + "\(indentation)\(m.swiftString(name))\n")
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
}

extension ModuleOrigin {
    /// Where a module comes from, as `-v` tells it.
    func text(_ m: Machine) -> String {
        switch self {
        case .native: "built-in"
        case .embedded(let library): library.filename
        case .file(let path, _): path
        case .namespace(let directories): "namespace of \(directories.joined(separator: ", "))"
        case .spec(let spec): m.reprText(spec)
        }
    }
}
