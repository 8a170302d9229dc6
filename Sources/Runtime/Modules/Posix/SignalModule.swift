#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `_signal`; `signal` puts enumerations over it.
enum SignalModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Signals; programs use the module signal.")
        for (name, value) in numbers { module.add(name, m.int(Int(value))) }
        for (name, value) in [
            ("SIG_DFL", 0), ("SIG_IGN", 1), ("NSIG", Signals.count), ("SIG_BLOCK", Int(SIG_BLOCK)),
            ("SIG_UNBLOCK", Int(SIG_UNBLOCK)), ("SIG_SETMASK", Int(SIG_SETMASK)), ("ITIMER_REAL", 0),
            ("ITIMER_VIRTUAL", 1), ("ITIMER_PROF", 2),
        ] as [(StaticString, Int)] {
            module.add(name, m.int(value))
        }
        module.add("ItimerError", m.type(.osError).value)
        module.add([
            Native("signal", .positional(2, 2), style: .function, set),
            Native("getsignal", .one, style: .function, get),
            Native("raise_signal", .positional(1, 1), style: .function, raise),
            Native("default_int_handler", .positional(2, 2), style: .function, interrupt),
            Native("alarm", .positional(1, 1), style: .function, alarm),
            Native("pause", .none, style: .function, pause),
            Native("setitimer", .positional(2, 3), style: .function, setTimer),
            Native("getitimer", .one, style: .function, getTimer),
            Native("set_wakeup_fd", .signature("fd, /, *, warn_on_full_buffer=True"), style: .function, setWakeUp),
            Native("siginterrupt", .positional(2, 2), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in .none
            },
            Native("strsignal", .one, style: .function, describe),
            Native("valid_signals", .none, style: .function, validSignals),
            Native("pthread_kill", .positional(2, 2), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let wanted = try PosixModule.int32(m, a[1])
                if wanted != 0 { _ = try number(m, a[1]) }
                if sendSignal(m, wanted) != 0 { throw m.raiseOSError(errno) }
                try m.checkSignals()
                return .none
            },
            Native("pthread_sigmask", .positional(2, 2), style: .function, setMask),
            Native("sigpending", .none, style: .function, pending),
            Native("sigwait", .positional(1, 1), style: .function, wait),
        ])
        makeHandlers(m)
        let handler = m.dictGet(module.dict, name: m.internStatic("default_int_handler"))
        m.keepForever(handler)
        m.runtime.pointee.defaultInterruptHandler = handler
        let list = List(m.runtime.pointee.signalHandlers)
        if Machine.currentHandler(SIGINT) > 1 { list.items[Int(SIGINT)] = handler }
    }

    /// The list of handlers, by number: a function, 0 or 1, or None where somebody else handles the signal.
    private static func makeHandlers(_ m: Machine) {
        let list = m.list(capacity: Signals.count)
        for number in 0..<Signals.count {
            let current = number == 0 ? 0 : Machine.currentHandler(Int32(number))
            list.append(m, current <= 1 ? m.int(current) : .none)
        }
        m.keepForever(list.value)
        m.runtime.pointee.signalHandlers = list.value
    }

    private static var numbers: [(StaticString, Int32)] {
        var list: [(StaticString, Int32)] = [
            ("SIGHUP", SIGHUP), ("SIGINT", SIGINT), ("SIGQUIT", SIGQUIT), ("SIGILL", SIGILL), ("SIGTRAP", SIGTRAP),
            ("SIGABRT", SIGABRT), ("SIGBUS", SIGBUS), ("SIGFPE", SIGFPE), ("SIGKILL", SIGKILL),
            ("SIGUSR1", SIGUSR1), ("SIGSEGV", SIGSEGV), ("SIGUSR2", SIGUSR2), ("SIGPIPE", SIGPIPE),
            ("SIGALRM", SIGALRM), ("SIGTERM", SIGTERM), ("SIGCHLD", SIGCHLD), ("SIGCONT", SIGCONT),
            ("SIGSTOP", SIGSTOP), ("SIGTSTP", SIGTSTP), ("SIGTTIN", SIGTTIN), ("SIGTTOU", SIGTTOU),
            ("SIGURG", SIGURG), ("SIGXCPU", SIGXCPU), ("SIGXFSZ", SIGXFSZ), ("SIGVTALRM", SIGVTALRM),
            ("SIGPROF", SIGPROF), ("SIGWINCH", SIGWINCH), ("SIGIO", SIGIO), ("SIGSYS", SIGSYS),
        ]
        #if os(Linux)
        list += [
            ("SIGIOT", SIGABRT), ("SIGCLD", SIGCHLD), ("SIGPOLL", SIGIO), ("SIGSTKFLT", 16), ("SIGPWR", 30),
            ("SIGRTMIN", 34), ("SIGRTMAX", 64),
        ]
        #endif
        return list
    }

    private static func number(_ m: Machine, _ value: Value) throws(Raise) -> Int32 {
        let number = try PosixModule.int32(m, value)
        guard number >= 1, number < Int32(Signals.count) else {
            throw m.raise(.valueError, "signal number out of range")
        }
        return number
    }

    private static func set(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let wanted = try PosixModule.int32(m, a[0])
        let handler = a[1]
        let isNumber = m.isInt(handler) && (m.intValue(handler) == 0 || m.intValue(handler) == 1)
        guard isNumber || m.isCallable(handler) else {
            throw m.raise(
                .typeError,
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        }
        guard m.isMainThread else {
            throw m.raise(.valueError, "signal only works in main thread of the main interpreter")
        }
        guard wanted >= 1, wanted < Int32(Signals.count) else {
            throw m.raise(.valueError, "signal number out of range")
        }
        try m.checkSignals()
        let list = List(m.runtime.pointee.signalHandlers)
        let old = list[Int(wanted)]
        if isNumber {
            var action = sigaction()
            sigemptyset(&action.sa_mask)
            #if canImport(Glibc)
            action.__sigaction_handler.sa_handler = m.intValue(handler) == 1 ? SIG_IGN : SIG_DFL
            #else
            action.__sigaction_u.__sa_handler = m.intValue(handler) == 1 ? SIG_IGN : SIG_DFL
            #endif
            if sigaction(wanted, &action, nil) != 0 { throw m.raiseOSError(errno) }
            list.items[Int(wanted)] = m.int(m.intValue(handler) ?? 0)
        } else {
            if !m.catchSignal(wanted) { throw m.raiseOSError(errno) }
            list.items[Int(wanted)] = handler
        }
        return old
    }

    private static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        List(m.runtime.pointee.signalHandlers)[Int(try number(m, a[0]))]
    }

    private static func raise(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let wanted = try PosixModule.int32(m, a[0])
        if sendSignal(m, wanted) != 0 { throw m.raiseOSError(errno) }
        try m.checkSignals()
        return .none
    }

    private static func interrupt(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.keyboardInterrupt)
    }

    private static func alarm(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let seconds = UInt32(truncatingIfNeeded: try PosixModule.int32(m, a[0]))
        #if canImport(Glibc)
        return m.int(Int(Glibc.alarm(seconds)))
        #else
        return m.int(Int(Darwin.alarm(seconds)))
        #endif
    }

    private static func pause(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.flushQuietly()
        var signals = sigset_t()
        sigemptyset(&signals)
        sigsuspend(&signals)
        try m.checkSignals()
        return .none
    }

    // MARK: Timers

    private static func time(_ m: Machine, _ value: Value) throws(Raise) -> timeval {
        var seconds = 0.0
        if let double = m.doubleValue(value) {
            seconds = double
        } else {
            seconds = Double(try m.sizeArgument(value))
        }
        guard seconds >= 0, seconds < 1e15 else { throw m.raiseOSError(EINVAL) }
        var result = timeval()
        result.tv_sec = Int(seconds)
        result.tv_usec = numericCast(Int((seconds - Double(Int(seconds))) * 1e6))
        return result
    }

    private static func seconds(_ time: timeval) -> Value { Value(Double(time.tv_sec) + Double(time.tv_usec) * 1e-6) }

    private static func setTimer(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let which = try PosixModule.int32(m, a[0])
        var new = itimerval()
        var old = itimerval()
        new.it_value = try time(m, a[1])
        if a.count > 2 { new.it_interval = try time(m, a[2]) }
        if setitimer(timerKind(which), &new, &old) != 0 { throw m.raiseOSError(errno) }
        return m.tuple(seconds(old.it_value), seconds(old.it_interval))
    }

    private static func getTimer(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let which = try PosixModule.int32(m, a[0])
        var current = itimerval()
        if getitimer(timerKind(which), &current) != 0 { throw m.raiseOSError(errno) }
        return m.tuple(seconds(current.it_value), seconds(current.it_interval))
    }

    private static func setWakeUp(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let descriptor = try PosixModule.int32(m, a[0])
        guard m.isMainThread else {
            throw m.raise(.valueError, "set_wakeup_fd only works in main thread of the main interpreter")
        }
        if descriptor >= 0, fcntl(descriptor, F_GETFD) < 0 { throw m.raiseOSError(errno) }
        return m.int(Int(m.setWakeUpDescriptor(descriptor)))
    }

    private static func describe(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let wanted = try number(m, a[0])
        guard let text = strsignal(wanted) else { return .none }
        let string = String(cString: text)
        return string.hasPrefix("Unknown signal") ? .none : m.string(string)
    }

    private static func validSignals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list()
        for number in 1..<Signals.count where number != 32 && number != 33 { list.append(m, m.int(number)) }
        return try m.call(m.type(.set).value, list.value)
    }

    private static func setMask(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let how = try PosixModule.int32(m, a[0])
        var new = try signalSet(m, a[1])
        var old = sigset_t()
        if pthread_sigmask(how, &new, &old) != 0 { throw m.raiseOSError(EINVAL) }
        let result = try members(m, old)
        try m.checkSignals()
        return result
    }

    private static func signalSet(_ m: Machine, _ numbers: Value) throws(Raise) -> sigset_t {
        var result = sigset_t()
        sigemptyset(&result)
        let wanted = try m.listFromIterable(numbers)
        for index in 0..<wanted.count {
            let number = try PosixModule.int32(m, wanted[index])
            guard number >= 1, number < Int32(Signals.count) else {
                throw m.raise(.valueError, "signal number \(number) out of range [1; \(Signals.count - 1)]")
            }
            sigaddset(&result, number)
        }
        return result
    }

    private static func members(_ m: Machine, _ signals: sigset_t) throws(Raise) -> Value {
        var signals = signals
        let list = m.list()
        for number in 1..<Signals.count where sigismember(&signals, Int32(number)) == 1 {
            list.append(m, m.int(number))
        }
        return try m.call(m.type(.set).value, list.value)
    }

    private static func pending(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var signals = sigset_t()
        if sigpending(&signals) != 0 { throw m.raiseOSError(errno) }
        return try members(m, signals)
    }

    private static func wait(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var signals = try signalSet(m, a[0])
        var came: Int32 = 0
        m.flushQuietly()
        let error = m.unlocked { sigwait(&signals, &came) }
        if error != 0 { throw m.raiseOSError(error) }
        return m.int(Int(came))
    }
}

/// Sends a signal that the thread of the program gets; the others have all of them blocked. `errno` tells what failed.
private func sendSignal(_ m: Machine, _ number: Int32) -> Int32 {
    m.isMainThread ? raise(number) : kill(getpid(), number)
}

/// Which timer; its type differs between systems.
#if canImport(Glibc)
private func timerKind(_ number: Int32) -> __itimer_which_t { number }
#else
private func timerKind(_ number: Int32) -> Int32 { number }
#endif
