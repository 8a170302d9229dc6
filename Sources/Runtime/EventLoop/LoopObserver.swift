/// Something that happened in an event loop.
enum LoopEvent {
    case taskCreated(task: Value)
    case stepBegan(task: Value)
    /// The task waits for a future, or (None) for its next turn.
    case suspended(task: Value, on: Value)
    case woken(task: Value, by: Value)
    case timerSet(deadline: Int64)
    case done(task: Value)
}

/// Sees everything that the loops of an interpreter do, each event with its time in nanoseconds of the loop's clock.
///
/// The values are only good during the call. With no observer an event costs one comparison.
final class LoopObserver {
    let notify: (Machine, LoopEvent, Int64) -> Void
    init(notify: @escaping (Machine, LoopEvent, Int64) -> Void) { self.notify = notify }
}

extension Machine {
    /// Makes `observer` see the loops, in the place of the one before; nil ends the observation.
    func observeLoops(_ observer: LoopObserver?) {
        runtime.pointee.asyncio.observer?.release()
        runtime.pointee.asyncio.observer = observer.map(Unmanaged.passRetained)
    }

    @inline(__always)
    func observe(_ event: @autoclosure () -> LoopEvent) {
        if let observer = runtime.pointee.asyncio.observer { notify(observer, event()) }
    }

    @inline(never)
    private func notify(_ observer: Unmanaged<LoopObserver>, _ event: LoopEvent) {
        observer.takeUnretainedValue().notify(self, event, clock.pointee.monotonic())
    }
}
