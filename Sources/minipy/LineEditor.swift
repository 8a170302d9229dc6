import CReadline
import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The prompt on a terminal: GNU readline through its callback interface, with a history that lasts.
final class LineEditor: SessionPrompt {
    private let history: History
    private var line: SessionLine?
    private var size = winsize()
    private var isBegun = false

    /// readline has one state for the process, and calls back without a context.
    nonisolated(unsafe) private static var current: LineEditor?

    let descriptor = STDIN_FILENO
    let isTerminal = true
    let hasLine = false
    /// What Tab does: candidates for the word before the cursor, and where in the line it begins (both in bytes).
    var completer: ((_ line: String) -> (start: Int, candidates: [String]))?

    init(history: History) {
        self.history = history
        LineEditor.current = self
        _ = creadline_use_utf8()
        creadline_initialize("minipy", completeLine)
        for entry in history.entries { creadline_remember(entry, Int32(History.limit)) }
        _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    }

    func begin(_ prompt: String, text: String) {
        line = nil
        isBegun = true
        creadline_begin(prompt, text) { text in LineEditor.current?.take(text) }
    }

    private func take(_ text: UnsafeMutablePointer<CChar>?) {
        creadline_end()
        isBegun = false
        guard let text else { return line = .end }
        line = .text(String(cString: text))
        free(text)
    }

    func read() -> SessionLine? {
        creadline_read()
        defer { line = nil }
        return line
    }

    func hasMore() -> Bool {
        // A terminal passes on what is pasted in pieces.
        var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, 10) > 0 && input.revents & Int16(POLLIN) != 0
    }

    func abandon() {
        guard isBegun else { return }
        creadline_abandon()
        isBegun = false
    }

    func hide() { creadline_hide() }
    func show() { creadline_show() }
    func suspend() { creadline_suspend() }
    func resume() { creadline_resume() }

    func adaptToSize() {
        var now = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &now) == 0 else { return }
        if now.ws_col == size.ws_col, now.ws_row == size.ws_row { return }
        size = now
        creadline_resize()
    }

    func remember(_ statement: String) {
        guard history.add(statement) else { return }
        creadline_remember(statement, Int32(History.limit))
    }

    fileprivate static func complete(_ line: String) -> (start: Int, candidates: [String])? {
        current?.completer?(line)
    }
}

/// What readline calls: gives it the candidates in memory that it frees.
private func completeLine(
    _ line: UnsafePointer<CChar>?, _ cursor: Int32, _ start: UnsafeMutablePointer<Int32>?
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let line, let start else { return nil }
    let bytes = UnsafeRawBufferPointer(start: line, count: Int(cursor))
    guard let found = LineEditor.complete(String(decoding: bytes, as: UTF8.self)), !found.candidates.isEmpty,
        let memory = malloc((found.candidates.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
    else { return nil }
    let array = memory.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for (index, candidate) in found.candidates.enumerated() { array[index] = strdup(candidate) }
    array[found.candidates.count] = nil
    start.pointee = Int32(clamping: min(found.start, Int(cursor)))
    return array
}
