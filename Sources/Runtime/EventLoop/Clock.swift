#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What time it is for an interpreter: the system's clocks, or a virtual one that stands still while the program
/// computes and jumps to the next timer when nothing is ready.
///
/// All of the runtime that tells or waits for time goes through here (`time`, the event loop), so that under the
/// virtual clock they agree. Times are nanoseconds; a float has room for a hundred days of them.
struct Clock {
    private(set) var isVirtual = false
    private var virtualTime: Int64 = 0
    /// The wall clock at virtual time zero.
    private var realtimeBase: Int64 = 0
    private var readsWithoutJump = 0

    /// Where virtual time begins: like a machine that has been up for a quarter of an hour.
    private static let virtualStart: Int64 = 1_000_000_000_000
    /// A program that looks at the clock more often than this without sleeping is waiting for it to move.
    private static let patience = 10_000

    /// Begins to tell virtual time.
    mutating func makeVirtual() {
        guard !isVirtual else { return }
        isVirtual = true
        virtualTime = Clock.virtualStart
        realtimeBase = Clock.system(CLOCK_REALTIME) &- virtualTime
    }

    /// Never goes back (`time.monotonic`, `loop.time`).
    @inline(__always)
    mutating func monotonic() -> Int64 {
        isVirtual ? readVirtual() : Clock.system(CLOCK_MONOTONIC)
    }

    /// Since 1970 (`time.time`).
    mutating func realtime() -> Int64 {
        isVirtual ? readVirtual() &+ realtimeBase : Clock.system(CLOCK_REALTIME)
    }

    /// Moves virtual time forward to a moment; nothing happens when it has passed.
    mutating func jump(to moment: Int64) {
        guard moment > virtualTime else { return }
        readsWithoutJump = 0
        virtualTime = moment
    }

    /// A busy loop that only looks at the clock must end: after many reads each one takes a microsecond.
    private mutating func readVirtual() -> Int64 {
        readsWithoutJump &+= 1
        if readsWithoutJump > Clock.patience { virtualTime &+= 1_000 }
        return virtualTime
    }

    /// What one of the system's clocks shows.
    static func system(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Seconds as the script's floats have them.
    @inline(__always) static func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }

    /// The nearest nanosecond; what is beyond the range (infinity, NaN) becomes its end, three hundred years away.
    static func nanoseconds(_ seconds: Double) -> Int64 {
        let scaled = (seconds * 1e9).rounded()
        if scaled >= 9e18 || scaled.isNaN { return Int64.max / 2 }
        if scaled <= -9e18 { return Int64.min / 2 }
        return Int64(scaled)
    }
}

extension Machine {
    /// The clock of this interpreter.
    @inline(__always) var clock: UnsafeMutablePointer<Clock> {
        UnsafeMutableRawPointer(runtime).advanced(by: Machine.clockOffset).assumingMemoryBound(to: Clock.self)
    }
    private static var clockOffset: Int { MemoryLayout<RuntimeState>.offset(of: \RuntimeState.asyncio.clock)! }
}
