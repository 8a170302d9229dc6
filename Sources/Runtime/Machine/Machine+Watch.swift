/// Early collections, for programs that notice when an object goes.
///
/// CPython frees an object with the last reference to it, and programs show that: `del x` prints what `__del__` says, a
/// weak reference is dead at once. While objects with `__del__` or weak references exist, and the heap is small, a
/// collection is made where such an object may have lost its last reference: at `del`, after the return of a function,
/// before `print` and before a weak reference is asked. A program without such objects never comes here.
struct Watch {
    /// Objects with `__del__` and objects with weak references exist. While early collections find something, the
    /// interrupt word says so, too, and returns of functions are occasions.
    var isOn = false
    /// The program names `f_locals` or its like: frames that exceptions leave keep their variables.
    var keepsVariables = false
    /// What `gc.set_threshold` and `gc.set_debug` were told.
    var thresholds = (2000, 10, 10)
    var debugFlags = 0
    /// The instruction loop itself has asked for the collection, or a native that it called and that keeps no values:
    /// native frames above the loop need not be looked at.
    var isDirect = false
    /// The collection under way is an early one.
    var isEarly = false
    /// `gc.collect()` wants to know how many objects in cycles went, and how many there have been.
    var countsCycles = false
    var cycles = 0
    /// How many of them the last collection left.
    var count = 0
    /// What may still be spent on early collections, and on those at `del`; one of a small heap costs one or two, a
    /// fruitless one of a large heap many times that: there programs should not pay for what few of them notice.
    var credit = 6000
    var explicitCredit = 6000
    /// Early collections in a row that found nothing, and how many occasions to let pass because of that.
    var fruitless = 0
    var skip = 0
    /// The same of those at `del`.
    var explicitFruitless = 0
    var explicitSkip = 0
}

extension Machine {
    /// An object with `__del__` or a weak reference was made.
    @inline(never)
    func beginWatching() {
        guard !heap.pointee.watch.isOn, heap.pointee.watch.explicitCredit > 0 else { return }
        heap.pointee.watch.isOn = true
        if heap.pointee.watch.fruitless < 100, heap.pointee.watch.credit > 0 {
            state.pointee.interrupt.pointee |= InterruptReason.watch
        }
    }

    /// Something was made whose end the program may notice when it is dropped unfinished. While early collections find
    /// nothing, that is no reason for more of them.
    @inline(__always)
    func watchUnfinished() {
        if heap.pointee.watch.fruitless < 60 { beginWatching() }
    }

    /// A `del` has been carried out.
    @inline(never)
    func objectDropped(_ frame: UnsafeMutablePointer<Frame>, _ pc: UnsafeMutablePointer<UInt64>) throws(Raise) {
        frame.pointee.pc = pc
        try collectEarly(isExplicit: true, isDirect: true)
    }

    /// An occasion at which a watched object may have become unreachable. `isExplicit` says that the program dropped
    /// something by name.
    @inline(never)
    func collectEarly(isExplicit: Bool, isDirect: Bool = false) throws(Raise) {
        guard heap.pointee.watch.isOn, heap.pointee.pauseCount == 0, !runtime.pointee.finalizing else { return }
        guard isExplicit || heap.pointee.watch.credit > 0 else { return }
        if isExplicit, heap.pointee.watch.explicitSkip > 0 {
            heap.pointee.watch.explicitSkip -= 1
            return
        }
        if !isExplicit, heap.pointee.watch.skip > 0 {
            heap.pointee.watch.skip -= 1
            return
        }
        let found = try collectAndFinalize(isEarly: true, isDirect: isDirect)
        let size = heap.pointee.liveBytes >> 17
        if isExplicit {
            heap.pointee.watch.explicitCredit -= 1 + size + (found ? 0 : size * size / 16)
        } else {
            heap.pointee.watch.credit -= 1 + size + (found ? 0 : size * size / 4)
        }
        if found {
            heap.pointee.watch.fruitless = 0
            heap.pointee.watch.skip = 0
            heap.pointee.watch.explicitFruitless = 0
        } else if isExplicit {
            heap.pointee.watch.explicitFruitless += 1
            let doublings = max(0, heap.pointee.watch.explicitFruitless - 100) / 8
            if doublings > 0 { heap.pointee.watch.explicitSkip = 1 << min(doublings, 8) }
        } else if !isExplicit {
            heap.pointee.watch.fruitless += 1
            let doublings = max(0, heap.pointee.watch.fruitless - 60) / 4
            if doublings > 0 { heap.pointee.watch.skip = 1 << min(doublings, 10) }
            // From here on only `del`, `print` and the like are occasions: loops and calls run at full speed again.
            if doublings > 10 { state.pointee.interrupt.pointee &= ~InterruptReason.watch }
        }
        if heap.pointee.watch.credit <= 0 { state.pointee.interrupt.pointee &= ~InterruptReason.watch }
        if heap.pointee.watch.count == 0 || heap.pointee.watch.explicitCredit <= 0 {
            heap.pointee.watch.isOn = false
            state.pointee.interrupt.pointee &= ~InterruptReason.watch
        }
    }

    /// Whether the instruction loop calls a native with arguments that lie in registers of the running frame: then no
    /// native is between the two.
    func isCalledDirectly(_ a: Arguments) -> Bool {
        let frame = state.pointee.frame
        guard frame > state.pointee.frameBase else { return false }
        let registers = frame.pointee.registers
        let end = registers + Int(frame.pointee.code.pointee.registerCount)
        guard a.base >= registers, a.base <= end else { return false }
        // Behind the registers lie the arguments of `f(*args, **keywords)`, whose names only natives know.
        if a.base == end, a.keywords.isBound { return false }
        return state.pointee.nativeDepth == state.pointee.loopDepth
    }

    /// Collects, calls finalizers and callbacks of weak references, and collects what those let go. Whether there were
    /// any.
    @discardableResult
    func collectAndFinalize(isEarly: Bool = false, isDirect: Bool = false) throws(Raise) -> Bool {
        var found = false
        for _ in 0..<4 {
            let count = heap.pointee.watch.count
            heap.pointee.watch.isEarly = isEarly
            heap.pointee.watch.isDirect = isDirect
            Collector.collect(self)
            heap.pointee.watch.isEarly = false
            heap.pointee.watch.isDirect = false
            if heap.pointee.watch.count < count { found = true }
            guard state.pointee.interrupt.pointee & InterruptReason.finalize != 0 else { break }
            found = true
            state.pointee.interrupt.pointee &= ~InterruptReason.finalize
            try runFinalizers()
        }
        return found
    }
}
