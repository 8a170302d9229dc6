import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The lock of an interpreter: only the thread that holds it runs the script. It exists from the moment at which a
/// second thread is started; a program without threads never sees it.
///
/// A thread gives the lock up while it waits, and at a safepoint when another one has asked for it. It then notes where
/// its native stack ends (`MachineState.nativeStackTop`), so that a collection made by another thread can scan it.
struct ThreadControl {
    let mutex: OpaquePointer
    /// The lock has been given up; somebody has taken it.
    let released: OpaquePointer
    let taken: OpaquePointer
    /// The machine that runs.
    var holder: UnsafeMutablePointer<MachineState>?
    /// How many threads wait for the lock, and how often it was taken.
    var waiting = 0
    var switches = 0
    /// The program is at its end: threads but this one stay where they are.
    var survivor: UnsafeMutablePointer<MachineState>?

    init?(holder: UnsafeMutablePointer<MachineState>) {
        guard let mutex = minipy_mutex_new(), let released = minipy_condition_new(), let taken = minipy_condition_new()
        else { return nil }
        self.mutex = mutex
        self.released = released
        self.taken = taken
        self.holder = holder
    }
}

/// What an interpreter knows of its threads.
struct ThreadState {
    var control: UnsafeMutablePointer<ThreadControl>?
    /// The machine of the thread that runs the program.
    var main: UnsafeMutablePointer<MachineState>?
    /// Threads that were started and have not ended.
    var count = 0
    /// `sys.setswitchinterval`, in nanoseconds.
    var interval: Int64 = 5_000_000
    /// `threading.stack_size`; 0 for the default.
    var stackSize = 0
    var lockType: TypeRef?
    var nextLocal = 0
    /// Who is loading which module, and who waits for which, by the bits of the interned names.
    var loading: [(module: UInt64, owner: UnsafeMutablePointer<MachineState>)] = []
    var waitingForModule: [UnsafeMutablePointer<MachineState>: UInt64] = [:]
}

extension Machine {
    /// Whether other threads may run while this one waits.
    @inline(__always) var hasThreads: Bool { runtime.pointee.threads.control != nil }

    var isMainThread: Bool { runtime.pointee.threads.main == nil || runtime.pointee.threads.main == state }

    /// Makes the lock, held by this thread, unless it is there already.
    func beginThreading() {
        guard runtime.pointee.threads.control == nil else { return }
        guard let control = ThreadControl(holder: state) else { Heap.outOfMemory() }
        let pointer = UnsafeMutablePointer<ThreadControl>.allocate(capacity: 1)
        pointer.initialize(to: control)
        runtime.pointee.threads.control = pointer
        runtime.pointee.threads.main = state
    }

    // MARK: The lock

    /// Takes the lock. The mutex is held by the caller.
    func takeLock(_ control: UnsafeMutablePointer<ThreadControl>) {
        control.pointee.waiting += 1
        while true {
            if let survivor = control.pointee.survivor, survivor != state {
                _ = minipy_condition_wait(control.pointee.released, control.pointee.mutex, -1)
                continue
            }
            guard let holder = control.pointee.holder else { break }
            let seen = control.pointee.switches
            let interval = runtime.pointee.threads.interval
            if !minipy_condition_wait(control.pointee.released, control.pointee.mutex, interval),
                control.pointee.holder == holder, control.pointee.switches == seen
            {
                minipy_raise_flag(holder.pointee.interrupt, InterruptReason.threadSwitch)
            }
        }
        control.pointee.waiting -= 1
        control.pointee.holder = state
        control.pointee.switches &+= 1
        minipy_condition_signal(control.pointee.taken)
        adoptInterrupts()
    }

    /// Gives the lock up. The mutex is held by the caller.
    func dropLock(_ control: UnsafeMutablePointer<ThreadControl>) {
        control.pointee.holder = nil
        minipy_condition_signal(control.pointee.released)
    }

    /// What is due for whoever runs (a collection, finalizers) is now due for this machine.
    private func adoptInterrupts() {
        let old = runtime.pointee.interrupt
        let new = state.pointee.interrupt
        guard old != new else { return }
        moveInterrupts(from: old, to: new)
    }

    func moveInterrupts(from old: UnsafeMutablePointer<Int32>, to new: UnsafeMutablePointer<Int32>) {
        let shared = InterruptReason.collect | InterruptReason.finalize | InterruptReason.watch
        let moved = old.pointee & shared
        old.pointee &= ~shared
        minipy_raise_flag(new, moved)
        runtime.pointee.interrupt = new
        heap.pointee.wantsCollection = new
    }

    // MARK: Without the lock

    /// Does what may take time and needs nothing of the interpreter, while other threads run. `errno` is kept.
    @inline(__always)
    func unlocked<Result>(_ body: () -> Result) -> Result {
        if runtime.pointee.threads.control == nil { return body() }
        return reallyUnlocked(body)
    }

    @inline(never)
    private func reallyUnlocked<Result>(_ body: () -> Result) -> Result {
        var result: Result?
        withSpilledRegisters { control in
            minipy_mutex_lock(control.pointee.mutex)
            dropLock(control)
            minipy_mutex_unlock(control.pointee.mutex)
            result = body()
            let number = errno
            minipy_mutex_lock(control.pointee.mutex)
            takeLock(control)
            minipy_mutex_unlock(control.pointee.mutex)
            errno = number
        }
        guard let result else { Heap.outOfMemory() }
        return result
    }

    /// Gives another thread its turn, if one has asked for it.
    @inline(never)
    func yieldToThreads() {
        withSpilledRegisters { control in
            minipy_mutex_lock(control.pointee.mutex)
            if control.pointee.waiting > 0 {
                let seen = control.pointee.switches
                dropLock(control)
                while control.pointee.switches == seen, control.pointee.waiting > 0 {
                    _ = minipy_condition_wait(control.pointee.taken, control.pointee.mutex, 1_000_000)
                }
                takeLock(control)
            }
            minipy_mutex_unlock(control.pointee.mutex)
        }
    }

    /// Waits, without the lock, until another thread calls `wake`; at most so many nanoseconds (for ever when negative).
    /// May return earlier. The thread that gets the signals looks for them all the time.
    func park(_ nanoseconds: Int64) {
        beginThreading()
        if state.pointee.wake == nil { state.pointee.wake = minipy_condition_new() }
        guard let wake = state.pointee.wake else { return }
        let slice: Int64 = isMainThread ? 50_000_000 : -1
        state.pointee.isParked = nanoseconds < 0
        defer { state.pointee.isParked = false }
        withSpilledRegisters { control in
            minipy_mutex_lock(control.pointee.mutex)
            dropLock(control)
            var rest = nanoseconds
            while !state.pointee.isWoken {
                if state.pointee.interrupt.pointee & InterruptReason.signal != 0 { break }
                let wait = slice < 0 ? rest : rest < 0 ? slice : min(slice, rest)
                let isOver = !minipy_condition_wait(wake, control.pointee.mutex, wait)
                if isOver, rest >= 0 {
                    rest -= wait
                    if rest <= 0 { break }
                }
            }
            takeLock(control)
            minipy_mutex_unlock(control.pointee.mutex)
        }
    }

    /// Whether a thread other than this one runs, or could run: all but those that wait for a lock, without a limit.
    var othersRun: Bool {
        var next = runtime.pointee.machines
        while let machine = next {
            if machine != state, !machine.pointee.isParked || machine.pointee.isWoken { return true }
            next = machine.pointee.next
        }
        return false
    }

    /// Lets a thread go on that waits in `park`.
    func wake(_ other: UnsafeMutablePointer<MachineState>) {
        guard let control = runtime.pointee.threads.control else { return }
        minipy_mutex_lock(control.pointee.mutex)
        other.pointee.isWoken = true
        if let wake = other.pointee.wake { minipy_condition_signal(wake) }
        minipy_mutex_unlock(control.pointee.mutex)
    }

    /// Calls `body` with everything that registers hold on the native stack, and the stack's end noted.
    private func withSpilledRegisters(_ body: (UnsafeMutablePointer<ThreadControl>) -> Void) {
        guard let control = runtime.pointee.threads.control else { return }
        withoutActuallyEscaping(body) { body in
            var call = SpilledCall(state: state, control: control, body: body)
            withUnsafeMutablePointer(to: &call) { call in
                minipy_with_spilled_registers(
                    { context, top in
                        guard let context, let top else { return }
                        let call = context.assumingMemoryBound(to: SpilledCall.self)
                        call.pointee.state.pointee.nativeStackTop = UInt(bitPattern: top)
                        call.pointee.body(call.pointee.control)
                        call.pointee.state.pointee.nativeStackTop = 0
                    }, call)
            }
        }
    }

    private struct SpilledCall {
        let state: UnsafeMutablePointer<MachineState>
        let control: UnsafeMutablePointer<ThreadControl>
        let body: (UnsafeMutablePointer<ThreadControl>) -> Void
    }
}
