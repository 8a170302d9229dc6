import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A prompt without a terminal: lines come from standard input as they are, the prompt goes to standard error.
final class StreamPrompt: SessionPrompt {
    private var ahead: [UInt8] = []
    private var isAtEnd = false

    let descriptor = STDIN_FILENO
    let isTerminal = false
    var hasLine: Bool { isAtEnd || ahead.contains(10) }

    func begin(_ prompt: String, text: String) { complain(prompt) }

    func read() -> SessionLine? {
        if let line = takeLine() { return line }
        if !isAtEnd {
            var buffer = [UInt8](repeating: 0, count: 65536)
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            #else
            let count = Darwin.read(descriptor, &buffer, buffer.count)
            #endif
            if count < 0, errno == EINTR || errno == EAGAIN { return nil }
            if count <= 0 { isAtEnd = true } else { ahead += buffer[..<count] }
        }
        return takeLine()
    }

    private func takeLine() -> SessionLine? {
        if let end = ahead.firstIndex(of: 10) {
            let line = String(decoding: ahead[..<end], as: UTF8.self)
            ahead.removeSubrange(...end)
            return .text(line)
        }
        guard isAtEnd else { return nil }
        if ahead.isEmpty { return .end }
        defer { ahead = [] }
        return .text(String(decoding: ahead, as: UTF8.self))
    }

    func hasMore() -> Bool { false }
    func abandon() {}
    func hide() {}
    func show() {}
    func suspend() {}
    func resume() {}
    func adaptToSize() {}
    func remember(_ statement: String) {}
}
