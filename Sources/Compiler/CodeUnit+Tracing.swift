import Parser

/// Events for `sys.settrace` and `sys.setprofile`. Code that is compiled for them has an instruction where a line, a call
/// or a return is; all other code has nothing of the kind.
extension CodeUnit {
    /// Makes this code tell its events, beginning with its call.
    func beginTracing(firstLine: Int32) {
        traceRegister = allocate()
        let range = SourceRange(line: firstLine, column: 0, endLine: firstLine, endColumn: 0)
        emitTrace(.traceCall, value: nil, at: range)
    }

    /// Tells that a line begins, if the code was not in it before. For statements that have no other instruction.
    func traceLine(_ range: SourceRange) {
        guard traceRegister != nil, isReachable, range.line != tracedLine, range.line > 0 else { return }
        tracedLine = range.line
        emitTrace(.traceLine, value: nil, at: range)
    }

    /// Tells that the body of a `for` begins, or that the next item is asked for. The code of the latter stands behind the
    /// body; the events are those of a loop that goes back to its head.
    func traceLoop(_ event: Intrinsic, _ range: SourceRange) {
        guard traceRegister != nil, isReachable, range.line > 0 else { return }
        tracedLine = range.line
        emitTrace(event, value: nil, at: range)
    }

    /// Keeps what follows from telling that a line begins: CPython's instructions there have no line.
    func hideLine(_ range: SourceRange) { tracedLine = range.line }

    /// To be called before an instruction is appended: emits the events that come with it.
    func trace(_ instruction: Instruction, _ range: SourceRange) {
        switch instruction.op {
        case .intrinsic where instruction.n >= Int(Intrinsic.traceLine.rawValue): break
        case .makeCell, .clear, .nop, .jump, .pushHandled, .popHandled, .reraise, .endAsyncFor: break
        case .intrinsic where instruction.n == Int(Intrinsic.statementEnded.rawValue): break
        case .returnNone: emitTrace(.traceReturn, value: nil, at: range)
        case .return:
            traceLine(range)
            emitTrace(.traceReturn, value: instruction.a, at: range)
        case .yield, .asyncYield:
            traceLine(range)
            emitTrace(.traceReturn, value: instruction.b, at: range)
        default: traceLine(range)
        }
    }

    /// To be called after a yield.
    func traceResumption(at range: SourceRange) {
        guard traceRegister != nil else { return }
        emitTrace(.traceResume, value: nil, at: range)
    }

    private func emitTrace(_ event: Intrinsic, value: Int?, at range: SourceRange) {
        guard let register = traceRegister else { return }
        append(Instruction(.intrinsic, n: event.rawValue, a: register, b: value ?? register, c: register), range)
    }
}
