import Compiler

extension Machine {
    /// Enters a function whose arguments are exactly its positional parameters. Copies them into new registers above the
    /// caller's; temporaries are not cleared (see `Collector.clearDeadRegisters`), variables are.
    @inline(__always)
    func pushSimple(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ code: UnsafeMutablePointer<CodeLayout>,
        _ arguments: UnsafeMutablePointer<Value>, _ count: Int, register: Int, kind: FrameKind
    ) throws(Raise) -> UnsafeMutablePointer<Frame> {
        let frame = try pushFrame(function, code, register: register, kind: kind)
        let registers = frame.pointee.registers
        var index = 0
        while index < count {
            registers[index] = arguments[index]
            index &+= 1
        }
        let variables = Int(code.pointee.variableCount)
        while index < variables {
            registers[index] = .unbound
            index &+= 1
        }
        return frame
    }

    /// A new frame above the current one, its variables not yet set.
    @inline(__always)
    func pushFrame(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ code: UnsafeMutablePointer<CodeLayout>, register: Int,
        kind: FrameKind
    ) throws(Raise) -> UnsafeMutablePointer<Frame> {
        let s = state
        let frame = s.pointee.frame + 1
        let registers = s.pointee.registerTop
        let top = registers + Int(code.pointee.registerCount)
        if frame >= s.pointee.recursionFrame || top > s.pointee.registerLimit { throw recursionError() }
        frame.pointee.registers = registers
        frame.pointee.pc = code.pointee.words
        frame.pointee.code = code
        frame.pointee.function = Value(function)
        frame.pointee.namespace = .unbound
        frame.pointee.generator = .unbound
        frame.pointee.entryHandled = s.pointee.handled
        frame.pointee.returnRegister = Int32(truncatingIfNeeded: register)
        frame.pointee.kind = kind
        frame.pointee.savedTop = registers
        s.pointee.registerTop = top
        if top > s.pointee.registerHighWater { s.pointee.registerHighWater = top }
        s.pointee.frame = frame
        return frame
    }

    /// Leaves the current frame, its function having returned. True when it was the entry frame.
    @inline(never)
    func leaveFrame(_ frame: UnsafeMutablePointer<Frame>, returning value: Value) throws(Raise) -> Bool {
        if frame.pointee.generator.isBound {
            let generator = Generator(frame.pointee.generator)
            finish(generator)
            if frame.pointee.generator != frame.pointee.chainRoot {
                if generator.flavor == .asyncGenerator {
                    // An async generator ends inside `async for` or `await agen.asend(…)`.
                    let register = returnToAwaiter(frame, generator)
                    guard generator.pointer.pointee.asyncOperation == .close else { throw raise(.stopAsyncIteration) }
                    frame.pointee.registers[register] = .none
                    return false
                }
                let register = returnToAwaiter(frame, generator)
                frame.pointee.registers[register] = value
                return false
            }
        }
        popFrame(frame)
        let caller = frame - 1
        switch frame.pointee.kind {
        case .entry:
            state.pointee.outcome = .returned
            return true
        case .call:
            caller.pointee.registers[Int(frame.pointee.returnRegister)] = value
        case .watchedCall:
            caller.pointee.registers[Int(frame.pointee.returnRegister)] = value
            try collectEarly(isExplicit: false, isDirect: true)
        case .initializer:
            if !value.isNone {
                throw raise(.typeError, "__init__() should return None, not '\(typeName(value))'")
            }
        case .forIter:
            // The generator is exhausted: unbind it and fall out of the loop.
            let instruction = Instruction(bits: caller.pointee.pc[-1])
            caller.pointee.registers[instruction.b] = .unbound
        case .operator, .inplaceOperator, .reflectedOperator, .comparison, .containment, .iterator, .nextItem:
            try finishSpecial(caller, frame, value)
        case .discard: break
        }
        return false
    }

    /// Takes the current frame off the stack.
    @inline(__always)
    func popFrame(_ frame: UnsafeMutablePointer<Frame>) {
        state.pointee.handled = frame.pointee.entryHandled
        state.pointee.registerTop = frame.pointee.savedTop
        state.pointee.frame = frame - 1
    }

    // MARK: Exceptions

    /// Finds the handler for the pending exception, leaving frames on the way. False when the entry frame was left: the
    /// exception goes on in the native that called.
    @inline(never)
    func unwind(to entry: UnsafeMutablePointer<Frame>) throws(Raise) -> Bool {
        // `reraise` keeps the traceback as it is.
        var addsTraceback = !state.pointee.isReraising
        if addsTraceback, state.pointee.frame >= entry { lookUpMethodFirst(state.pointee.frame) }
        state.pointee.isReraising = false
        while true {
            let frame = state.pointee.frame
            if frame < entry { return false }
            let code = frame.pointee.code
            let word = frame.pointee.pc - code.pointee.words - 1
            if addsTraceback {
                addTraceback(state.pointee.pending, frame)
            } else {
                renewVariables(state.pointee.pending, frame)
            }
            if state.pointee.trace.isOn, addsTraceback { traceException(frame) }
            addsTraceback = true
            if let handler = findHandler(code, word) {
                frame.pointee.registers[handler.register] = state.pointee.pending
                state.pointee.pending = .unbound
                frame.pointee.pc = code.pointee.words + handler.target
                return true
            }
            if state.pointee.trace.isOn { traceUnwinding(frame) }
            if frame.pointee.generator.isBound {
                let generator = Generator(frame.pointee.generator)
                finish(generator)
                // What is thrown into a generator that has not begun comes out as it is.
                if word >= 0 { convertStopIteration(generator) }
                if frame.pointee.generator != frame.pointee.chainRoot {
                    // What `throw()` raised is raised anew in each generator that it passes on its way out.
                    let isThrown =
                        frame == state.pointee.thrownFrame
                        && generator.pointer.pointee.chainDepth <= state.pointee.thrownDepth
                    let register = returnToAwaiter(frame, generator)
                    if isThrown { setContext(state.pointee.pending, in: Generator(frame.pointee.generator)) }
                    if endsAsyncClose(generator) {
                        frame.pointee.registers[register] = .none
                        return true
                    }
                    continue
                }
            }
            popFrame(frame)
            switch frame.pointee.kind {
            case .entry: return false
            case .forIter:
                // A generator that was driven by a loop: StopIteration can't come out of it.
                break
            case .nextItem where pendingMatches(.stopIteration):
                clearPending()
                let caller = frame - 1
                caller.pointee.registers[Instruction(bits: caller.pointee.pc[-1]).b] = .unbound
                return true
            default: break
            }
        }
    }

    /// `await agen.aclose()`: the exception that it raised in the generator has come out again.
    private func endsAsyncClose(_ generator: Generator) -> Bool {
        guard generator.flavor == .asyncGenerator, generator.pointer.pointee.asyncOperation == .close,
            pendingMatches(.generatorExit) || pendingMatches(.stopAsyncIteration)
        else { return false }
        clearPending()
        return true
    }

    @inline(__always)
    func findHandler(_ code: UnsafeMutablePointer<CodeLayout>, _ word: Int) -> ExceptionHandler? {
        let handlers = code.pointee.handlers
        var index = 0
        while index < code.pointee.handlerCount {
            let handler = handlers[index]
            if word >= handler.start && word < handler.end { return handler }
            index &+= 1
        }
        return nil
    }

    /// Makes `exception` pending again without touching its traceback or context.
    func reraise(_ exception: Value) -> Raise {
        state.pointee.pending = exception
        state.pointee.isReraising = true
        return Raise()
    }

    /// RecursionError for a call; CPython's words.
    @inline(never)
    func recursionError(_ suffix: StaticString = "") -> Raise {
        // Room for the handlers of this very exception.
        let limit = state.pointee.recursionFrame
        state.pointee.recursionFrame = min(limit + 50, state.pointee.frameLimit)
        defer { state.pointee.recursionFrame = limit }
        return raise(.recursionError, "maximum recursion depth exceeded\(suffix)")
    }

    /// How deep natives may recurse; CPython's limit.
    static let nativeDepthLimit = 10_000

    /// To be called by a native that may recurse natively. Raises RecursionError when it goes too deep, or the native
    /// stack runs out before. Each success needs a `leaveNative`.
    @inline(__always)
    func enterNative(_ suffix: StaticString = "") throws(Raise) {
        var marker: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        if address < state.pointee.nativeStackLimit || state.pointee.nativeDepth >= Machine.nativeDepthLimit {
            throw recursionError(suffix)
        }
        state.pointee.nativeDepth &+= 1
    }

    /// The end of what `enterNative` began.
    @inline(__always)
    func leaveNative() { state.pointee.nativeDepth &-= 1 }

    // MARK: Safepoints

    /// Does what is due: a collection, a signal, finalizers, giving way to another thread.
    @inline(never)
    func safepoint() throws(Raise) {
        let word = state.pointee.interrupt
        let reasons = word.pointee
        if reasons & InterruptReason.collect != 0 {
            if !heap.pointee.stress { word.pointee &= ~InterruptReason.collect }
            // In stress mode, too, cycles wait for a collection that the program asks for.
            heap.pointee.watch.isEarly = heap.pointee.stress && heap.pointee.watch.isOn
            Collector.collect(self)
            heap.pointee.watch.isEarly = false
        }
        if word.pointee & InterruptReason.finalize != 0 {
            word.pointee &= ~InterruptReason.finalize
            try runFinalizers()
        }
        if word.pointee & InterruptReason.watch != 0 {
            let frame = state.pointee.frame
            if frame == state.pointee.frameBase {
                // No program runs: the interpreter itself calls something.
            } else if frame.pointee.pc == frame.pointee.code.pointee.words {
                // At the entry of a function: the occasion is its return.
                if frame.pointee.kind == .call, frame.pointee.generator.isUnbound { frame.pointee.kind = .watchedCall }
            } else {
                try collectEarly(isExplicit: false)
            }
        }
        if word.pointee & InterruptReason.threadSwitch != 0 {
            word.pointee &= ~InterruptReason.threadSwitch
            yieldToThreads()
        }
        if word.pointee & InterruptReason.signal != 0 {
            word.pointee &= ~InterruptReason.signal
            try handleSignals()
        }
    }

    /// Calls `__del__` and the callbacks of weak references that the collector noted.
    @inline(never)
    func runFinalizers() throws(Raise) {
        let list = List(runtime.pointee.pendingFinalizers)
        guard !runtime.pointee.finalizing else { return }
        runtime.pointee.finalizing = true
        defer { runtime.pointee.finalizing = false }
        while list.count > 0 {
            let object = list[list.count - 1]
            list.pointer.pointee.count -= 1
            finalize(object)
        }
    }
}
