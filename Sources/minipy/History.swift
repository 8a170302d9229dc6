#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The statements of earlier sessions, in a file that only the user can read: one a line, the lines of one statement
/// separated by carriage return and line feed. Each statement is appended when it was typed, so that sessions side by
/// side do not lose each other's; when the file gets too long, a shorter one takes its place in one step. Without a file
/// there is simply no history.
final class History {
    static let limit = 2000

    private let path: String?
    private(set) var entries: [String] = []

    /// `$XDG_STATE_HOME/minipy/history`; the directories are made if need be.
    init() {
        path = History.preparedPath()
        guard let path, let bytes = History.contents(of: path) else { return }
        var entry: [UInt8] = []
        for line in bytes.split(separator: 10) {
            entry += line
            if entry.last == 13 {
                entry[entry.count - 1] = 10
                continue
            }
            entries.append(String(decoding: entry, as: UTF8.self))
            entry = []
        }
        guard entries.count > History.limit else { return }
        let isLong = entries.count > History.limit + History.limit / 4
        entries.removeFirst(entries.count - History.limit)
        if isLong { rewrite(path) }
    }

    /// Adds a statement; false when it is not worth it.
    func add(_ statement: String) -> Bool {
        guard !statement.isEmpty, statement != entries.last, !statement.utf8.contains(0) else { return false }
        entries.append(statement)
        if let path {
            let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            if file >= 0 {
                _ = History.write(History.line(statement), to: file)
                close(file)
            }
        }
        return true
    }

    private static func line(_ statement: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in statement.utf8 {
            if byte == 10 { bytes.append(13) }
            bytes.append(byte)
        }
        return bytes + [10]
    }

    private func rewrite(_ path: String) {
        let temporary = "\(path).\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let isWritten = History.write(entries.flatMap(History.line), to: file)
        close(file)
        if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                #if canImport(Glibc)
                let count = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                #else
                let count = Darwin.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                done += count
            }
            return true
        }
    }

    private static func contents(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func preparedPath() -> String? {
        func variable(_ name: String) -> String? {
            guard let value = getenv(name), value.pointee == 0x2F else { return nil }
            return String(cString: value)
        }
        var parts: [String]
        let base: String
        if let state = variable("XDG_STATE_HOME") {
            base = state
            parts = ["minipy"]
        } else {
            guard let home = variable("HOME") else { return nil }
            base = home
            parts = [".local", "state", "minipy"]
        }
        var path = base
        mkdir(path, 0o700)
        for part in parts {
            path += "/" + part
            mkdir(path, 0o700)
        }
        parts = []
        return path + "/history"
    }
}
