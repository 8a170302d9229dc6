import Compiler

/// A method call whose arguments are names, constants and the like evaluates them first and then finds and calls the
/// method in one instruction. When such an argument fails after all, the method has to be looked up before: only then is
/// everything as the language wants it.
extension Machine {
    /// To be called when the instruction before the frame's `pc` has raised. If that was an argument of a method call
    /// which is still to come, looks the method up; when that fails, too, its exception takes the place of the pending one.
    @inline(__always)
    func lookUpMethodFirst(_ frame: UnsafeMutablePointer<Frame>) {
        let pc = frame.pointee.pc
        guard pc > frame.pointee.code.pointee.words,
            let operation = Opcode(rawValue: UInt8(truncatingIfNeeded: pc[-1])), operation.isEarlyArgument
        else { return }
        lookUpMethod(frame, after: operation)
    }

    @inline(never)
    private func lookUpMethod(_ frame: UnsafeMutablePointer<Frame>, after operation: Opcode) {
        let failed = frame.pointee.pc
        guard let call = methodCall(frame, after: operation) else { return }
        let name = frame.pointee.code.pointee.names[Int(call[1] & 0xFFFF_FFFF)]
        let receiver = frame.pointee.registers[Instruction(bits: call[0]).a]
        // The range of the first extra word is that of the attribute.
        frame.pointee.pc = call + 2
        do throws(Raise) {
            state.pointee.pending = try withScratch(1) { (base) throws(Raise) in
                base[0] = takePending()
                _ = try getAttribute(receiver, name)
                return base[0]
            }
            frame.pointee.pc = failed
        } catch {}
    }

    /// The call that an instruction evaluates an argument for, if it does: from here to there the receiver stays as it is,
    /// and nothing but arguments is evaluated.
    private func methodCall(
        _ frame: UnsafeMutablePointer<Frame>, after operation: Opcode
    ) -> UnsafeMutablePointer<UInt64>? {
        let words = frame.pointee.code.pointee.words
        let start = frame.pointee.pc - 1
        // The word may only look like an instruction.
        var word = words
        while word < start { word += 1 + Instruction(bits: word[0]).op.extraWords }
        guard word == start else { return nil }
        let end = words + frame.pointee.code.pointee.wordCount
        var written: [Int] = operation == .checkBound ? [] : [Instruction(bits: start[0]).a]
        word = start + 1 + operation.extraWords
        while word < end {
            let instruction = Instruction(bits: word[0])
            if instruction.op.isMethodCall { return written.contains(instruction.a) ? nil : word }
            switch instruction.op {
            case .move, .loadConst, .loadInt, .loadNone, .buildTuple, .buildList, .buildDict, .makeFunction,
                .loadFreeCell:
                written.append(instruction.a)
            case .checkBound: break
            default:
                guard instruction.op.isEarlyArgument else { return nil }
                written.append(instruction.a)
            }
            word += 1 + instruction.op.extraWords
        }
        return nil
    }
}

extension Opcode {
    /// Whether it can raise as part of an argument that is evaluated before the method is looked up.
    fileprivate var isEarlyArgument: Bool {
        switch self {
        case .loadGlobal, .loadGlobalCached, .loadBuiltinCached, .loadName, .checkBound, .loadCell, .loadFree,
            .loadClassFree:
            true
        // Their right operand is a small integer.
        case .addInt, .subtractInt, .multiplyInt, .floorDivideInt, .moduloInt, .bitAndInt, .shiftLeftInt,
            .shiftRightInt,
            .trueDivide, .power, .matrixMultiply, .bitOr, .bitXor:
            true
        default: false
        }
    }
}
