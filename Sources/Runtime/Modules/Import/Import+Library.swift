import CLibrary

/// A module written in the language itself, embedded in the binary.
struct LibraryModule {
    let row: UnsafePointer<minipy_library_module>

    var isPackage: Bool { row.pointee.is_package != 0 }
    /// The package that its relative imports start from.
    var package: String {
        let name = String(cString: row.pointee.name)
        if isPackage { return name }
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    }
    /// The name that its code objects and tracebacks carry.
    var filename: String { "\(Machine.libraryPath)/\(String(cString: row.pointee.path))" }
    /// What stands for the directory of a package in its `__path__`.
    var directory: String { String(filename.dropLast("/__init__.mpy".utf8.count)) }
    var source: [UInt8] { Array(UnsafeBufferPointer(start: row.pointee.text, count: row.pointee.length)) }

    /// The embedded module with a dotted name.
    static func find(_ name: String) -> LibraryModule? { first { String(cString: $0.pointee.name) == name } }

    /// The embedded module whose code objects have that file name.
    static func find(filename: String) -> LibraryModule? {
        guard filename.hasPrefix(Machine.libraryPath) else { return nil }
        return first { LibraryModule(row: $0).filename == filename }
    }

    /// The full names of all of them.
    static var names: [String] {
        var count = 0
        guard let table = minipy_library_modules(&count) else { return [] }
        return (0..<count).map { String(cString: table[$0].name) }
    }

    private static func first(_ matches: (UnsafePointer<minipy_library_module>) -> Bool) -> LibraryModule? {
        var count = 0
        guard let table = minipy_library_modules(&count) else { return nil }
        for index in 0..<count where matches(table + index) { return LibraryModule(row: table + index) }
        return nil
    }
}
