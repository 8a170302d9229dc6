#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Foundation
import Testing

/// minipy in a terminal of its own: a real pseudo-terminal, whose other end the test types into and looks at.
///
/// Each has its own home, so that no setting or history of the machine's matters. Nothing waits for a fixed time: a test
/// says what it expects to see, and has it or fails after a generous limit.
final class Terminal {
    /// The directory that stands for the user's home; several terminals may share one.
    let home: URL
    private(set) var screen: Screen
    /// All that was written, with its escapes.
    private(set) var output: [UInt8] = []
    private let master: Int32
    private let process: pid_t
    private var isEnded = false

    static let limit = Duration.seconds(90)
    static let up = "\u{1B}[A"
    static let left = "\u{1B}[D"
    static let interrupt = "\u{3}"
    static let endOfInput = "\u{4}"

    struct CannotStart: Error { let reason: String }

    init(
        _ arguments: [String] = [], columns: Int = 80, home: URL? = nil, environment: [String: String] = [:],
        unset: [String] = []
    ) throws {
        self.home = try home ?? Terminal.makeHome()
        screen = Screen(columns: columns)
        // Both ends; the size is set before the program asks for it.
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 256)
        guard openpty(&ends.master, &ends.slave, &name, nil, nil) == 0 else {
            throw CannotStart(reason: String(cString: strerror(errno)))
        }
        master = ends.master
        for end in [ends.master, ends.slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        Terminal.setSize(master, columns)
        var variables = [
            "HOME": self.home.path, "XDG_STATE_HOME": self.home.path + "/state", "TERM": "xterm",
            "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PATH": "/usr/bin:/bin",
        ]
        // So that all of it can be run in the collector's stress mode.
        if let mode = ProcessInfo.processInfo.environment["MINIPY_GC"] { variables["MINIPY_GC"] = mode }
        variables.merge(environment) { $1 }
        for name in unset { variables[name] = nil }
        process = try Terminal.spawn([Terminal.minipyPath] + arguments, variables, path)
        close(ends.slave)
    }

    deinit {
        if !isEnded {
            kill(process, SIGKILL)
            var state: Int32 = 0
            waitpid(process, &state, 0)
        }
        close(master)
    }

    static func makeHome() throws -> URL {
        let home = FileManager.default.temporaryDirectory.appending(path: "minipy-prompt-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        return home
    }

    /// The `minipy` under test: `MINIPY_EXECUTABLE` where set, else the one built beside the test bundle.
    static let minipyPath: String = {
        if let path = ProcessInfo.processInfo.environment["MINIPY_EXECUTABLE"] { return path }
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let products = bundles.first?.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return products.appending(path: "minipy").path
    }()

    private static func spawn(_ command: [String], _ variables: [String: String], _ path: String) throws -> pid_t {
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        let newSession: Int32 = 0x80
        #else
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        let newSession: Int32 = 0x400
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens controls it.
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)))
        var arguments = command.map { strdup($0) }
        arguments.append(nil)
        var environment = variables.map { strdup("\($0.key)=\($0.value)") }
        environment.append(nil)
        defer { for string in arguments + environment { free(string) } }
        var process = pid_t()
        let failure = posix_spawn(&process, command[0], &actions, &attributes, arguments, environment)
        if failure != 0 { throw CannotStart(reason: String(cString: strerror(failure))) }
        return process
    }

    private static func setSize(_ descriptor: Int32, _ columns: Int) {
        var size = winsize(ws_row: 200, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    /// Changes the width, as a user does with the window. What is on the screen stays as it was.
    func resize(columns: Int) {
        Terminal.setSize(master, columns)
        var new = Screen(columns: columns)
        new.feed(Array(screen.lines.joined(separator: "\r\n").utf8))
        screen = new
    }

    // MARK: Typing

    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 512)) }
            if count < 0, errno != EINTR { return }
            if count > 0 { bytes = bytes.dropFirst(count) }
            // A program that writes while it is typed to needs somebody to read that.
            look(for: 0)
        }
    }

    /// Types a line and waits until the prompt is there again.
    func enter(_ line: String, prompt: String = ">>>", at location: SourceLocation = #_sourceLocation) throws {
        let row = screen.row
        type(line + "\r")
        try wait("the prompt \(prompt) after \(line)", at: location) { $0.row > row && $0.line == prompt }
    }

    /// Types the lines of a block, as a user does: indentation comes by itself. The empty line at its end is added.
    func enterBlock(_ lines: [String], at location: SourceLocation = #_sourceLocation) throws {
        for line in lines {
            let row = screen.row
            type(line + "\r")
            try wait("a continuation after \(line)", at: location) { $0.row > row && $0.line.hasPrefix("...") }
        }
        try enter("", at: location)
    }

    /// What a terminal sends for a text that is pasted.
    func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

    // MARK: Looking

    /// Waits for the first prompt.
    func begin(at location: SourceLocation = #_sourceLocation) throws {
        try wait("the first prompt", at: location) { $0.line == ">>>" }
    }

    /// Waits until the screen is as it should be.
    func wait(
        _ what: String, at location: SourceLocation = #_sourceLocation, until isRight: (Screen) -> Bool
    ) throws {
        let deadline = ContinuousClock.now + Terminal.limit
        while !isRight(screen) {
            guard ContinuousClock.now < deadline, look(for: 100) else {
                if isRight(screen) { return }
                Issue.record("did not see \(what); the screen:\n\(text)", sourceLocation: location)
                throw CannotStart(reason: "the screen never showed \(what)")
            }
        }
    }

    /// Waits until a row of the screen is that text.
    func see(_ line: String, at location: SourceLocation = #_sourceLocation) throws {
        try wait("the line \(line)", at: location) { $0.lines.contains(line) }
    }

    /// Waits until the row with the cursor is that text.
    func seeInput(_ line: String, at location: SourceLocation = #_sourceLocation) throws {
        try wait("the input \(line)", at: location) { $0.line == line }
    }

    /// The screen.
    var text: String { screen.lines.joined(separator: "\n") }

    /// Waits for the end; gives the exit status, or the negative number of a signal.
    func end(at location: SourceLocation = #_sourceLocation) throws -> Int32 {
        let deadline = ContinuousClock.now + Terminal.limit
        while ContinuousClock.now < deadline {
            let isOpen = look(for: 20)
            var state: Int32 = 0
            if waitpid(process, &state, WNOHANG) == process {
                isEnded = true
                while look(for: 0), available() {}
                let signal = state & 0x7F
                return signal == 0 ? (state >> 8) & 0xFF : -signal
            }
            if !isOpen { usleep(5000) }
        }
        Issue.record("minipy did not end; the screen:\n\(text)", sourceLocation: location)
        throw CannotStart(reason: "minipy did not end")
    }

    private func available() -> Bool {
        var input = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, 0) > 0 && input.revents & Int16(POLLIN) != 0
    }

    /// Takes what was written meanwhile, waiting up to some milliseconds; false when the other end is closed.
    @discardableResult
    private func look(for milliseconds: Int32) -> Bool {
        var input = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, milliseconds) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(master, &buffer, buffer.count)
        if count <= 0 { return count < 0 && errno == EINTR }
        output += buffer[..<count]
        screen.feed(Array(buffer[..<count]))
        return true
    }
}
