#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Foundation

/// Runs another program to its end, with a limit on how long that may take. Output goes through files, so that
/// neither side can wait for the other.
enum ChildProcess {
    /// How a process ended, and what it wrote.
    struct Finished {
        /// The exit status, or the negative number of the signal that ended the process.
        var status: Int32
        var output: String
        var error: String
    }

    /// The process could not be started.
    struct CannotStart: Error {
        let command: String
        let reason: String
    }

    /// Runs a command and waits for it. Gives nil, after killing it and what it started, when it runs longer than
    /// `timeout`. With `interruptAfter`, SIGINT is sent to it after that time.
    static func run(
        _ command: [String], environment: [String: String], directory: String? = nil, input: String = "",
        interruptAfter: Duration? = nil, timeout: Duration
    ) throws -> Finished? {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "minipy-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        try Data(input.utf8).write(to: files[0])

        let process = try spawn(command, environment: environment, directory: directory, files: files.map(\.path))
        guard let status = wait(for: process, interruptAfter: interruptAfter, timeout: timeout) else { return nil }
        return Finished(
            status: status,
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
        )
    }

    private static func spawn(
        _ command: [String], environment: [String: String], directory: String?, files: [String]
    ) throws -> pid_t {
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_TRUNC, 0o600)

        // glibc hides its call for changing the directory from Swift, so a shell does it.
        let change = directory.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
        let words = change + command
        var arguments = words.map { strdup($0) }
        arguments.append(nil)
        var variables = environment.map { strdup("\($0.key)=\($0.value)") }
        variables.append(nil)
        defer {
            for string in arguments + variables { free(string) }
        }
        // A group of its own, so that a hanging process can be killed with its children; and signals as usual, even
        // where the tests run with Ctrl-C ignored, and on threads that block all signals, as dispatch's do.
        #if canImport(Glibc)
        var attributes = posix_spawnattr_t()
        #else
        var attributes: posix_spawnattr_t?
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        var process = pid_t()
        let failure = posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
        if failure != 0 {
            throw CannotStart(command: command[0], reason: String(cString: strerror(failure)))
        }
        return process
    }

    private static func wait(for process: pid_t, interruptAfter: Duration?, timeout: Duration) -> Int32? {
        let start = ContinuousClock.now
        let deadline = start + timeout
        var interruption = interruptAfter.map { start + $0 }
        var pause: UInt32 = 500
        while true {
            var state: Int32 = 0
            let ended = waitpid(process, &state, WNOHANG)
            if ended == process {
                let signal = state & 0x7f
                return signal == 0 ? (state >> 8) & 0xff : -signal
            }
            let now = ContinuousClock.now
            if let moment = interruption, now > moment {
                kill(process, SIGINT)
                interruption = nil
            }
            if now > deadline {
                kill(-process, SIGKILL)
                waitpid(process, &state, 0)
                return nil
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }
}
