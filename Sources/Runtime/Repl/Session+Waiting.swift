#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Waiting for a line while the loop runs.
extension Session {
    /// The next line; nil when Ctrl-C has cleared it.
    func waitForLine(isFirst: Bool, indentation: String) throws(Raise) -> SessionLine? {
        _ = m.flushStandardStreams()
        freshLine()
        let text = try promptText(isFirst)
        let loop = self.loop
        arrived = nil
        watchInput(loop)
        isWaiting = true
        isHidden = false
        catchStop(true)
        prompt.begin(text, text: indentation)
        lastByte = 10
        defer {
            isWaiting = false
            catchStop(false)
            unwatchInput(loop)
        }
        if prompt.hasLine { arrived = prompt.read() }
        while arrived == nil {
            do throws(Raise) {
                try m.whileRunning(loop) { () throws(Raise) in
                    while arrived == nil {
                        try refresh()
                        try m.runOnce(loop)
                    }
                }
            } catch {
                forgetFailure(with: m.state.pointee.pending)
                if m.pendingMatches(.systemExit) {
                    hide()
                    prompt.abandon()
                    throw error
                }
                if m.pendingMatches(.keyboardInterrupt), !hasTraceback(m.state.pointee.pending) {
                    m.clearPending()
                    if isHidden { prompt.show() }
                    isWaiting = false
                    prompt.abandon()
                    m.printToStandardError("KeyboardInterrupt\n")
                    return nil
                }
                // Code in the background was interrupted.
                if report() != nil { return .end }
            }
        }
        return arrived
    }

    private func hasTraceback(_ exception: Value) -> Bool {
        exception.isKind(.exception) && Exception(exception).pointer.pointee.traceback.isCell
    }

    /// `str(sys.ps1)` or `str(sys.ps2)`.
    private func promptText(_ isFirst: Bool) throws(Raise) -> String {
        let value = m.dictGet(Dict(m.runtime.pointee.sysDict), name: m.intern(isFirst ? "ps1" : "ps2"))
        guard value.isBound else { return "" }
        do throws(Raise) {
            let text = m.swiftString(try m.str(value))
            guard prompt.isTerminal else { return text }
            return Session.marked(m.usesColor && text.utf8.first != 0x1B ? "\u{1B}[1;35m\(text)\u{1B}[0m" : text)
        } catch {
            m.clearPending()
            return ""
        }
    }

    /// A prompt whose colours stand between the characters that tell the line editor that they take no room.
    private static func marked(_ text: String) -> String {
        guard text.utf8.contains(0x1B), !text.utf8.contains(1) else { return text }
        var result: [UInt8] = []
        var isEscape = false
        for byte in text.utf8 {
            if byte == 0x1B {
                result.append(1)
                isEscape = true
            }
            result.append(byte)
            if isEscape, byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
                result.append(2)
                isEscape = false
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Input

    private func watchInput(_ loop: EventLoop) {
        if !inputHandle.isKind(.record) {
            let native = Native("read", .any, style: .function) {
                [unowned self] (_: Machine, _: Arguments) throws(Raise) -> Value in
                self.readInput()
                return .none
            }
            inputHandle = m.native(native)
        }
        let handle = m.makeHandle(inputHandle, arguments: m.tuple(), loop.value, context: .unbound)
        loop.pointer.pointee.watchers.add(prompt.descriptor).pointee.reader = handle
    }

    private func unwatchInput(_ loop: EventLoop) {
        guard let watcher = loop.pointer.pointee.watchers.find(prompt.descriptor) else { return }
        watcher.pointee.reader = .unbound
        loop.pointer.pointee.watchers.removeIfIdle(prompt.descriptor)
    }

    private func readInput() {
        guard isWaiting, arrived == nil else { return }
        if isHidden { show() }
        arrived = prompt.read()
        if arrived != nil { isWaiting = false }
    }

    // MARK: The screen

    /// Before the loop waits: what happened in the background is told, and the prompt is there again.
    private func refresh() throws(Raise) {
        try reportFailures()
        _ = m.flushStandardStreams()
        if isHidden { show() }
        prompt.adaptToSize()
    }

    private func hide() {
        guard isWaiting, !isHidden, prompt.isTerminal else { return }
        prompt.hide()
        isHidden = true
    }

    private func show() {
        if lastByte != 10 {
            var end: UInt8 = 10
            _ = SystemCalls.write(STDOUT_FILENO, &end, 1)
            lastByte = 10
        }
        prompt.show()
        isHidden = false
    }

    /// Something is about to be written to standard output or standard error.
    func willWrite(to descriptor: Int32) {
        if isWaiting, !isHidden, prompt.isTerminal, isatty(descriptor) == 1 { hide() }
    }

    /// Something was written. Another thread puts the prompt back at once, since the loop sleeps.
    func didWrite(_ m: Machine, to descriptor: Int32, last: UInt8) {
        if isatty(descriptor) == 1 { lastByte = last }
        if isHidden, m.state != machine.state { show() }
    }
}

extension Machine {
    /// The session that the interpreter is in, if it is in one.
    var session: Session? { runtime.pointee.asyncio.session?.takeUnretainedValue() }

    /// The loop of the session, which counts as the running one for statements at its prompt; unbound elsewhere.
    func pausedLoop() -> Value {
        guard let session, session.machine.state == state else { return .unbound }
        return session.loop.value
    }
}
