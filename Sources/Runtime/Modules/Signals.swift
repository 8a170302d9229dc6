#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The interrupt word of the interpreter that gets SIGINT; a signal handler may touch nothing but such memory.
nonisolated(unsafe) private var signalTarget: UnsafeMutablePointer<Int32>?
/// The write end of the pipe that wakes up a loop, or -1.
nonisolated(unsafe) private var wakeUpDescriptor: Int32 = -1

private func interruptHandler(_: Int32) {
    let saved = errno
    if let word = signalTarget { word.pointee |= InterruptReason.signal }
    if wakeUpDescriptor >= 0 {
        var byte = UInt8(SIGINT)
        _ = write(wakeUpDescriptor, &byte, 1)
    }
    errno = saved
}

extension Machine {
    /// Lets Ctrl-C interrupt the script of this interpreter with KeyboardInterrupt. A process that ignores SIGINT (one in
    /// the background of a shell script) goes on ignoring it.
    func installInterruptHandler() {
        // A closed pipe is an error of the write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        // A write to a closed pipe is to give BrokenPipeError instead of ending the process.
        signal(SIGPIPE, SIG_IGN)
        var current = sigaction()
        guard sigaction(SIGINT, nil, &current) == 0 else { return }
        #if canImport(Glibc)
        let isIgnored = unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self) == 1
        #else
        let isIgnored = unsafeBitCast(current.__sigaction_u.__sa_handler, to: Int.self) == 1
        #endif
        if isIgnored { return }
        signalTarget = state.pointee.interrupt
        var action = sigaction()
        // No SA_RESTART: blocking calls end with EINTR, and the machine looks at its interrupt word.
        action.sa_flags = 0
        sigemptyset(&action.sa_mask)
        #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = interruptHandler
        #else
        action.__sigaction_u.__sa_handler = interruptHandler
        #endif
        sigaction(SIGINT, &action, nil)
    }

    /// The descriptor that gets a byte at each signal (`signal.set_wakeup_fd`), -1 for none; gives the one before.
    func setWakeUpDescriptor(_ descriptor: Int32) -> Int32 {
        let old = wakeUpDescriptor
        wakeUpDescriptor = descriptor
        return old
    }

    /// A signal came: at the safepoint it becomes KeyboardInterrupt. While `asyncio.run` is at work, the first one
    /// cancels the main task instead (see `AsyncioState.interruptTask`).
    func handleSignals() throws(Raise) {
        if try cancelMainTaskOnInterrupt() { return }
        throw raise(.keyboardInterrupt)
    }

    /// What `asyncio.Runner._on_sigint` does. True when the main task is being cancelled.
    private func cancelMainTaskOnInterrupt() throws(Raise) -> Bool {
        let task = runtime.pointee.asyncio.interruptTask
        guard task.isBound, !task.isNone else { return false }
        runtime.pointee.asyncio.interruptCount += 1
        guard runtime.pointee.asyncio.interruptCount == 1 else { return false }
        let isDone = try call(try getAttribute(task, intern("done")))
        if try truth(isDone) { return false }
        _ = try call(try getAttribute(task, intern("cancel")))
        return true
    }

    /// Ends the process as an uncaught Ctrl-C does: by the signal itself, so that a shell sees it.
    static func dieByInterrupt() -> Never {
        signal(SIGINT, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        kill(getpid(), SIGINT)
        exit(130)
    }
}
