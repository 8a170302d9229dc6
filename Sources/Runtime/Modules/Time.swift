#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The `time` module. What tells or waits for time goes by the interpreter's clock, real or virtual.
enum TimeModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Clocks, waiting and calendar times.")
        tzset()
        let type = StructSequence.makeType(
            m, "struct_time", module: "time",
            fields: [
                "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
                "tm_zone", "tm_gmtoff",
            ], hidden: 2, isCallable: true, doc: "A calendar time, as gmtime() and localtime() give it.")
        module.add("struct_time", type.value)
        module.add(clocks)
        module.add(calendar)
        addZone(m, module)
        module.add("_STRUCT_TM_ITEMS", m.int(11))
        for (name, clock) in [
            ("CLOCK_REALTIME", CLOCK_REALTIME), ("CLOCK_MONOTONIC", CLOCK_MONOTONIC),
            ("CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID),
            ("CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID),
            ("CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW),
        ] as [(StaticString, clockid_t)] {
            module.add(name, m.int(Int(clock)))
        }
        #if os(Linux)
        module.add("CLOCK_BOOTTIME", m.int(Int(CLOCK_BOOTTIME)))
        module.add("CLOCK_TAI", m.int(Int(CLOCK_TAI)))
        #endif
    }

    private static var clocks: [Native] {
        [
            Native("time", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(Clock.seconds(m.clock.pointee.realtime()))
            },
            Native("time_ns", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Int(m.clock.pointee.realtime()))
            },
            Native("monotonic", .none, style: .function, monotonic),
            Native("monotonic_ns", .none, style: .function, monotonicNanoseconds),
            Native("perf_counter", .none, style: .function, monotonic),
            Native("perf_counter_ns", .none, style: .function, monotonicNanoseconds),
            Native("process_time", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(Clock.seconds(Clock.system(CLOCK_PROCESS_CPUTIME_ID)))
            },
            Native("process_time_ns", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Int(Clock.system(CLOCK_PROCESS_CPUTIME_ID)))
            },
            Native("thread_time", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(Clock.seconds(Clock.system(CLOCK_THREAD_CPUTIME_ID)))
            },
            Native("thread_time_ns", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Int(Clock.system(CLOCK_THREAD_CPUTIME_ID)))
            },
            Native("sleep", .one, style: .function, sleep),
            Native("clock_gettime", .positional(1, 1), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(Clock.seconds(try clockTime(m, a[0])))
            },
            Native("clock_gettime_ns", .positional(1, 1), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Int(try clockTime(m, a[0])))
            },
            Native("clock_getres", .positional(1, 1), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                var time = timespec()
                if clock_getres(try clockNumber(m, a[0]), &time) != 0 { throw m.raiseOSError(errno) }
                return Value(Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
            },
            Native("strptime", .positional(1, 2), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                let module = try m.importModule("_strptime")
                if a.count == 1 { return try m.callMethodNamed(module, "_strptime_time", a[0]) }
                return try m.callMethodNamed(module, "_strptime_time", a[0], a[1])
            },
            Native("get_clock_info", .signature("name, /"), style: .function, getClockInfo),
        ]
    }

    private static func clockNumber(_ m: Machine, _ value: Value) throws(Raise) -> clockid_t {
        clockid_t(try PosixModule.int32(m, value))
    }

    /// The time of one of the system's clocks; the common ones go by the interpreter's clock.
    private static func clockTime(_ m: Machine, _ value: Value) throws(Raise) -> Int64 {
        let clock = try clockNumber(m, value)
        if clock == CLOCK_REALTIME { return m.clock.pointee.realtime() }
        if clock == CLOCK_MONOTONIC { return m.clock.pointee.monotonic() }
        var time = timespec()
        if clock_gettime(clock, &time) != 0 { throw m.raiseOSError(errno) }
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    private static func monotonic(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(Clock.seconds(m.clock.pointee.monotonic()))
    }

    private static func monotonicNanoseconds(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(Int(m.clock.pointee.monotonic()))
    }

    private static func getClockInfo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[0]) else {
            throw m.raise(.typeError, "get_clock_info() argument 1 must be str, not \(m.shortTypeName(a[0]))")
        }
        let implementation: StaticString
        var isMonotonic = true
        switch m.swiftString(a[0]) {
        case "time":
            implementation = "clock_gettime(CLOCK_REALTIME)"
            isMonotonic = false
        case "monotonic", "perf_counter": implementation = "clock_gettime(CLOCK_MONOTONIC)"
        case "process_time": implementation = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"
        case "thread_time": implementation = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"
        default: throw m.raise(.valueError, "unknown clock")
        }
        let info = m.allocateInstance(of: m.type(.simpleNamespace))
        m.addSlot(info.cell, name: m.intern("implementation"), value: m.string(implementation))
        m.addSlot(info.cell, name: m.intern("monotonic"), value: Value(isMonotonic))
        m.addSlot(info.cell, name: m.intern("adjustable"), value: Value(!isMonotonic))
        m.addSlot(info.cell, name: m.intern("resolution"), value: Value(1e-9))
        return info
    }

    /// `sleep(seconds)`: under the virtual clock time jumps. Ctrl-C ends it; other signals do not.
    private static func sleep(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let length = try duration(m, a[0])
        if length < 0 { throw m.raise(.valueError, "sleep length must be non-negative") }
        let deadline = m.clock.pointee.monotonic().addingReportingOverflow(length)
        let end = deadline.overflow ? Int64.max : deadline.partialValue
        if m.clock.pointee.isVirtual {
            m.clock.pointee.jump(to: end)
            return .none
        }
        while true {
            let left = end - m.clock.pointee.monotonic()
            if length > 0, left <= 0 { break }
            try m.waitNanoseconds(max(0, left))
            if length == 0 { break }
        }
        return .none
    }

    /// Seconds (int or float) in nanoseconds, rounded away from zero as CPython does for timeouts.
    private static func duration(_ m: Machine, _ value: Value) throws(Raise) -> Int64 {
        if let seconds = m.doubleValue(value) {
            if seconds.isNaN { throw m.raise(.valueError, "Invalid value NaN (not a number)") }
            let scaled = seconds * 1e9
            let rounded = seconds >= 0 ? scaled.rounded(.up) : scaled.rounded(.down)
            guard abs(rounded) < 9.223372036854775e18 else {
                throw m.raise(.overflowError, "timestamp out of range for platform time_t")
            }
            return Int64(rounded)
        }
        guard m.isInt(value) else {
            let index = try m.index(value)
            return try duration(m, index)
        }
        guard let seconds = m.intValue(value) else {
            throw m.raise(.overflowError, "timestamp too large to convert to C PyTime_t")
        }
        let product = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        if product.overflow { throw m.raise(.overflowError, "timestamp too large to convert to C PyTime_t") }
        return product.partialValue
    }
}

extension Machine {
    /// Waits for that long or until a signal comes; what the signal asks for is done then.
    func waitNanoseconds(_ nanoseconds: Int64) throws(Raise) {
        var time = timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
        // Signals are let in by the wait itself, so that none falls between the look and the wait.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        if state.pointee.interrupt.pointee & InterruptReason.signal == 0 {
            _ = unlocked { pselect(0, nil, nil, nil, &time, &before) }
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        if state.pointee.interrupt.pointee & InterruptReason.signal != 0 { try safepoint() }
    }
}
