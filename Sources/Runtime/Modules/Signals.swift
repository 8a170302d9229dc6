#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The interrupt word of the interpreter that gets signals; a signal handler may touch nothing but such memory.
nonisolated(unsafe) private var signalTarget: UnsafeMutablePointer<Int32>?
/// The write end of the pipe that wakes up a loop, or -1.
nonisolated(unsafe) private var wakeUpDescriptor: Int32 = -1
/// Which signals came and wait for their handlers, a byte for each.
nonisolated(unsafe) private let cameSignals: UnsafeMutablePointer<UInt8> = {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: Signals.count)
    memory.initialize(repeating: 0, count: Signals.count)
    return memory
}()

/// Numbers of signals.
enum Signals {
    /// One more than the highest number.
    static let count = 65
}

func noteSignal(_ number: Int32) {
    let saved = errno
    if number > 0, number < Int32(Signals.count) { cameSignals[Int(number)] = 1 }
    if let word = signalTarget { word.pointee |= InterruptReason.signal }
    if wakeUpDescriptor >= 0 {
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(wakeUpDescriptor, &byte, 1)
    }
    errno = saved
}

extension Machine {
    /// Lets Ctrl-C interrupt the script of this interpreter with KeyboardInterrupt. A process that ignores SIGINT (one in
    /// the background of a shell script) goes on ignoring it.
    func installInterruptHandler() {
        // A write to a closed pipe is to give BrokenPipeError instead of ending the process.
        signal(SIGPIPE, SIG_IGN)
        if Machine.isIgnored(SIGINT) { return }
        catchSignal(SIGINT)
    }

    /// Whether the process ignores a signal.
    static func isIgnored(_ number: Int32) -> Bool { currentHandler(number) == 1 }

    /// What the system does with a signal: 0 the default, 1 nothing, another number an address.
    static func currentHandler(_ number: Int32) -> Int {
        var current = sigaction()
        guard sigaction(number, nil, &current) == 0 else { return 0 }
        #if canImport(Glibc)
        return unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self)
        #else
        return unsafeBitCast(current.__sigaction_u.__sa_handler, to: Int.self)
        #endif
    }

    /// Lets a signal be handled by this interpreter; false with `errno` when that can't be.
    @discardableResult
    func catchSignal(_ number: Int32) -> Bool {
        signalTarget = state.pointee.interrupt
        // The first use allocates, which the handler must not do.
        cameSignals[0] = 0
        var action = sigaction()
        // No SA_RESTART: blocking calls end with EINTR, and the machine looks at its interrupt word.
        action.sa_flags = 0
        sigemptyset(&action.sa_mask)
        #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = noteSignal
        #else
        action.__sigaction_u.__sa_handler = noteSignal
        #endif
        return sigaction(number, &action, nil) == 0
    }

    /// The descriptor that gets a byte at each signal (`signal.set_wakeup_fd`), -1 for none; gives the one before.
    func setWakeUpDescriptor(_ descriptor: Int32) -> Int32 {
        let old = wakeUpDescriptor
        wakeUpDescriptor = descriptor
        return old
    }

    /// Signals came: at the safepoint their handlers run, the lowest number first. SIGINT becomes KeyboardInterrupt
    /// unless the script has a handler. While `asyncio.run` is at work, the first one cancels the main task instead (see
    /// `AsyncioState.interruptTask`).
    func handleSignals() throws(Raise) {
        for number in 1..<Signals.count where cameSignals[number] != 0 {
            cameSignals[number] = 0
            let handlers = runtime.pointee.signalHandlers
            let handler = handlers.isKind(.list) ? List(handlers)[number] : .unbound
            if handler.isCell {
                // Others that came wait for the next safepoint if this handler raises.
                if (1..<Signals.count).contains(where: { cameSignals[$0] != 0 }) {
                    state.pointee.interrupt.pointee |= InterruptReason.signal
                }
                if handler != runtime.pointee.defaultInterruptHandler {
                    _ = try call(handler, int(number), currentFrameObject())
                    continue
                }
            }
            if number == Int(SIGTSTP) { session?.stopProcess() }
            guard number == Int(SIGINT) else { continue }
            if try cancelMainTaskOnInterrupt() { continue }
            throw raise(.keyboardInterrupt)
        }
    }

    /// What a handler gets as its second argument.
    private func currentFrameObject() -> Value { .none }

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
