import Compiler

/// The end of an interpreter's life.
extension Machine {
    /// Calls the functions registered with `atexit`, the last one first; their exceptions are printed.
    func runExitFunctions() {
        let key = intern("_exit_functions")
        while true {
            let functions = dictGet(Dict(runtime.pointee.sysDict), name: key)
            guard functions.isKind(.list), List(functions).count > 0 else { return }
            let list = List(functions)
            let entry = Tuple(list[list.count - 1])
            list.pointer.pointee.count -= 1
            do throws(Raise) {
                _ = try call(entry[0], args: try listFromIterable(entry[1]).value, keywords: entry[2])
            } catch {
                let exception = takePending()
                printToStandardError(
                    "Exception ignored in atexit callback \(reprText(entry[0])):\n"
                        + formatException(exception, isPlain: true))
            }
        }
    }

    /// Gives every object that waits for its end (`__del__`, suspended generators, pending tasks) its call: the process
    /// ends, and nothing will be collected any more.
    func runAllFinalizers() {
        warnOfCoroutines()
        let loopsRun = isAnyLoopRunning()
        // Finalizers may make more of them.
        for round in 0..<4 {
            let pending = List(runtime.pointee.pendingFinalizers)
            queueFinalizersOfMain(pending, loopsRun)
            Collector(m: self).forEachSpecialCell { cell in
                // Tasks are told of before their coroutines end.
                let isTooEarly = round == 0 && cell.kind == .generator && Generator(Value(cell)).flavor == .coroutine
                if !isTooEarly, hasToEnd(cell, loopsRun) { pending.append(self, Value(cell)) }
            }
            if pending.count == 0, round > 0 { return }
            // They are called from the end of the list on; here the oldest should be first.
            var low = 0
            var high = pending.count - 1
            while low < high {
                let value = pending[low]
                pending.items[low] = pending[high]
                pending.items[high] = value
                low += 1
                high -= 1
            }
            state.pointee.interrupt.pointee |= InterruptReason.finalize
            do throws(Raise) {
                try safepoint()
            } catch {
                clearPending()
            }
        }
    }

    /// Whether a cell waits for its end; it is not asked again. Tasks of a loop that runs on in a thread do not end, nor
    /// do their coroutines.
    private func hasToEnd(_ cell: Cell, _ loopsRun: Bool) -> Bool {
        guard cell.kind != .free, cell.header.pointee.flags.contains(.needsFinalizer) else { return false }
        if cell.kind == .generator, Generator(Value(cell)).flavor == .coroutine {
            if loopsRun || Generator(Value(cell)).state != .suspended { return false }
        } else if loopsRun, cell.kind == .future {
            let future = Future(Value(cell))
            if future.isInitialized, future.loop.isRunning { return false }
        }
        cell.header.pointee.flags.remove(.needsFinalizer)
        return true
    }

    /// Whether a loop is running: in a thread that the end of the program stops.
    private func isAnyLoopRunning() -> Bool {
        guard hasThreads else { return false }
        var result = false
        Collector(m: self).forEachSpecialCell { cell in
            guard cell.kind == .future, Future(Value(cell)).isInitialized else { return }
            if Future(Value(cell)).loop.isRunning { result = true }
        }
        return result
    }

    /// The globals of `__main__` go in their order, the items of a list or tuple from its end, as in CPython.
    private func queueFinalizersOfMain(_ pending: List, _ loopsRun: Bool) {
        let main = dictGet(modules, name: name(.__main__))
        guard main.isKind(.module) else { return }
        func queue(_ value: Value) {
            if value.isCell, hasToEnd(value.cell, loopsRun) { pending.append(self, value) }
        }
        let dict = Dict(main.layout(ModuleLayout.self).pointee.dict)
        for entry in dict.entries {
            let value = entry.value
            queue(value)
            if value.isKind(.list) { for index in (0..<List(value).count).reversed() { queue(List(value)[index]) } }
            if value.isKind(.tuple) { for index in (0..<Tuple(value).count).reversed() { queue(Tuple(value)[index]) } }
        }
    }

    /// A new coroutine whose call stands as a statement will never be awaited: that is said at once, as CPython does when
    /// it lets the coroutine go.
    @inline(__always)
    func warnIfDiscarded(_ generator: Generator, _ register: Int) {
        // As a rule the call is awaited by the next instruction.
        if Instruction(bits: state.pointee.frame.pointee.pc[0]).op == .await { return }
        if discardedCall({ $0.c == register }) != nil { warnOfUnawaited(generator) }
    }

    /// The same for a coroutine made in Swift.
    @inline(never)
    func warnIfDiscarded(_ coroutine: Value) {
        let operation = Future(coroutine).operation
        guard state.pointee.frame.pointee.function.isBound, let place = discardedCall({ _ in true }),
            isCall(place, of: operation.functionName)
        else { return }
        Future(coroutine).pointer.pointee.phase = .closed
        do throws(Raise) {
            let text = "coroutine '\(Future(coroutine).operation.name)' was never awaited"
            let keywords = dict()
            dictSet(keywords, name: intern("source"), coroutine)
            _ = try call(
                try getAttribute(try importModule("warnings"), intern("warn")),
                args: tuple(string(text), type(.runtimeWarning).value), keywords: keywords.value)
        } catch {
            writeUnraisable(takePending(), object: coroutine)
        }
    }

    /// Whether an instruction of the current frame calls a function written in Swift that has this name: another one may
    /// have called that.
    private func isCall(_ place: Int, of name: String) -> Bool {
        let frame = state.pointee.frame
        let words = source(of: frame.pointee.code).words
        let instruction = Instruction(bits: words[place])
        if instruction.op.isMethodCall {
            let index = Int(words[place + 1] & 0xFFFF_FFFF)
            return index < frame.pointee.code.pointee.nameCount
                && swiftString(frame.pointee.code.pointee.names[index]) == name
        }
        var callee = frame.pointee.registers[instruction.a]
        if callee.isKind(.boundMethod) { callee = callee.layout(BoundMethodLayout.self).pointee.function }
        guard callee.isKind(.nativeFunction) else { return false }
        return swiftString(callee.layout(NativeFunctionLayout.self).pointee.name) == name
    }

    /// The place of the call that runs among the words of its code, if it stands as a statement.
    @inline(never)
    private func discardedCall(_ matches: (Instruction) -> Bool) -> Int? {
        let frame = state.pointee.frame
        let next = frame.pointee.pc - frame.pointee.code.pointee.words
        var extra = 0
        while extra <= 4, next > extra {
            let place = next - 1 - extra
            if isDiscardedCall(frame.pointee.code.pointee.words[place], extra) {
                // The compiler's words decide: those of the machine hold addresses in their caches.
                let word = source(of: frame.pointee.code).words[place]
                if isDiscardedCall(word, extra), matches(Instruction(bits: word)) { return place }
            }
            extra += 1
        }
        return nil
    }

    @inline(__always)
    private func isDiscardedCall(_ word: UInt64, _ extraWords: Int) -> Bool {
        guard Instruction(bits: word).n & 1 != 0, let op = Opcode(rawValue: UInt8(truncatingIfNeeded: word)) else {
            return false
        }
        return op.isCall && op.extraWords == extraWords
    }

    /// Says which coroutines were made and never begun. CPython says it when they are dropped, with the line; here the
    /// end of the program is the first moment at which it is certain.
    private func warnOfCoroutines() {
        var names: [String] = []
        Collector(m: self).forEachCell(minimumSize: MemoryLayout<GeneratorLayout>.size) { cell in
            guard cell.kind == .generator else { return }
            let generator = Generator(Value(cell))
            guard generator.isNewCoroutine else { return }
            let name = swiftString(generator.pointer.pointee.code.pointee.qualifiedName)
            if !names.contains(name) { names.append(name) }
        }
        Collector(m: self).forEachCell(minimumSize: FutureLayout.sleepSize) { cell in
            guard cell.kind == .future, Future(Value(cell)).pointer.pointee.phase == .created else { return }
            let name = Future(Value(cell)).operation.name.description
            if !names.contains(name) { names.append(name) }
        }
        for name in names { warnAtEnd("coroutine '\(name)' was never awaited") }
    }

    /// A RuntimeWarning that belongs to no line. The filters of the program count if it has imported `warnings`.
    private func warnAtEnd(_ message: String) {
        let module = dictGet(modules, name: intern("warnings"))
        do throws(Raise) {
            guard module.isKind(.module) else {
                return printToStandardError("<sys>:0: RuntimeWarning: \(message)\n")
            }
            let arguments = tuple(string(message), type(.runtimeWarning).value, string("<sys>"), int(0))
            _ = try call(try getAttribute(module, intern("warn_explicit")), args: arguments, keywords: .unbound)
        } catch {
            writeUnraisable(takePending(), object: .none)
        }
    }

    /// Writes out what the standard streams hold; an exception that is on its way stays so, others are forgotten.
    func flushQuietly() {
        let pending = takePending()
        for known in [KnownName.stderr, .stdout] {
            let stream = standardStream(known)
            guard stream.isBound, !stream.isNone else { continue }
            do throws(Raise) {
                _ = try callMethod(stream, .flush)
            } catch {
                clearPending()
            }
        }
        state.pointee.pending = pending
    }
}
