import Compiler

/// Special methods that are functions of the script, run by the instruction loop in frames of their own.
///
/// The loop hands over here what its fast paths do not cover. Each of these functions either does all and puts the result
/// where the instruction wants it, or pushes the frame of the special method: its ``FrameKind`` tells `leaveFrame` what
/// becomes of the result (``finishSpecial(_:_:_:)``). The loop reads its frame, `pc` and registers anew
/// afterwards. What is rare (methods that are no plain functions, subclasses on the right) takes the general way, which
/// enters the loop once more.
extension Machine {
    // MARK: Operators

    /// Arithmetic: `x op y` into register `i.a`.
    @inline(never)
    func binaryStep(_ i: Instruction, _ x: Value, _ y: Value) throws(Raise) {
        let frame = state.pointee.frame
        let op = i.op.binaryOperation
        let mixed = mixedBinary(op, x, y)
        if mixed.isBound {
            frame.pointee.registers[i.a] = mixed
            return
        }
        if isOfScript(x) || isOfScript(y), try beginOperator(op, x, y, i) { return }
        let short = shortIntBinary(op, x, y)
        if short.isBound {
            frame.pointee.registers[i.a] = short
            return
        }
        if op == .add, isExactString(x), isExactString(y) {
            frame.pointee.registers[i.a] = try concatenate(Str(x), Str(y))
            return
        }
        if x.isExact(.complex), y.isExact(.complex) {
            let result = try ComplexMethods.binary(op, self, x, y)
            if !result.isNotImplemented {
                frame.pointee.registers[i.a] = result
                return
            }
        }
        frame.pointee.registers[i.a] = try binarySlow(op, x, y, inplace: i.n)
    }

    /// A float with a small int, and the quotient of small ints: these fit a float exactly. Unbound for anything else.
    @inline(__always)
    private func mixedBinary(_ op: BinaryOperation, _ x: Value, _ y: Value) -> Value {
        let left: Double
        let right: Double
        if x.isSmallInt {
            guard y.isDouble || y.isSmallInt && op == .trueDivide else { return .unbound }
            left = Double(x.smallInt)
            right = y.isDouble ? y.double : Double(y.smallInt)
        } else {
            guard x.isDouble, y.isSmallInt else { return .unbound }
            left = x.double
            right = Double(y.smallInt)
        }
        switch op {
        case .add: return Value(left + right)
        case .subtract: return Value(left - right)
        case .multiply: return Value(left * right)
        case .trueDivide where right != 0: return Value(left / right)
        default: return .unbound
        }
    }

    /// Takes an operator to the method of an operand. False when the general way must be taken.
    private func beginOperator(_ op: BinaryOperation, _ x: Value, _ y: Value, _ i: Instruction) throws(Raise) -> Bool {
        let leftType = typeOf(x)
        let rightType = typeOf(y)
        if i.n != 0 {
            let method = lookup(leftType, op.inplace)
            if method.isBound {
                return try pushOperator(method, x, y, operands: x, y, register: i.a, kind: .inplaceOperator)
            }
        }
        let left = lookup(leftType, op.method)
        guard leftType != rightType else {
            return try pushOperator(left, x, y, operands: x, y, register: i.a, kind: .operator)
        }
        let right = lookup(rightType, op.reflected)
        guard right.isBound else { return try pushOperator(left, x, y, operands: x, y, register: i.a, kind: .operator) }
        // Numbers want nothing to do with objects of the script; whom to ask first is not always that plain.
        if left.isUnbound || isPlainNumber(x) && y.isKind(.object) {
            return try pushOperator(right, y, x, operands: x, y, register: i.a, kind: .reflectedOperator)
        }
        if rightType.isSubtype(of: leftType) { return false }
        return try pushOperator(left, x, y, operands: x, y, register: i.a, kind: .operator)
    }

    /// `-x`, `+x`, `~x` into register `i.a`.
    @inline(never)
    func unaryStep(_ op: UnaryOperation, _ i: Instruction) throws(Raise) {
        let frame = state.pointee.frame
        let x = frame.pointee.registers[i.b]
        if isOfScript(x), try push(lookup(typeOf(x), op.method), x, register: i.a) { return }
        frame.pointee.registers[i.a] = try unary(op, x)
    }

    // MARK: Comparison and membership

    /// A comparison with a result in register `i.a`.
    @inline(never)
    func compareStep(_ op: Comparison, _ i: Instruction) throws(Raise) {
        let frame = state.pointee.frame
        let x = frame.pointee.registers[i.b]
        let y = frame.pointee.registers[i.c]
        if isOfScript(x), try beginComparison(op, x, y, i) { return }
        frame.pointee.registers[i.a] = try compare(op, x, y)
    }

    /// A comparison that decides a jump.
    @inline(never)
    func compareAndJumpStep(_ op: Comparison, _ i: Instruction, _ y: Value) throws(Raise) {
        let frame = state.pointee.frame
        let x = frame.pointee.registers[i.a]
        if isExactString(x), isExactString(y), op == .equal || op == .notEqual {
            return try jump(frame, i, if: Str.equal(Str(x), Str(y)) == (op == .equal))
        }
        if isOfScript(x), try beginComparison(op, x, y, i) { return }
        try jump(frame, i, if: try truth(try compare(op, x, y)))
    }

    private func beginComparison(_ op: Comparison, _ x: Value, _ y: Value, _ i: Instruction) throws(Raise) -> Bool {
        let leftType = typeOf(x)
        let rightType = typeOf(y)
        if leftType != rightType, rightType.isSubtype(of: leftType) { return false }
        return try pushOperator(
            lookup(leftType, op.method), x, y, operands: x, y, register: i.a, kind: .comparison)
    }

    /// The end of an instruction that compares and jumps.
    private func jump(_ frame: UnsafeMutablePointer<Frame>, _ i: Instruction, if holds: Bool) throws(Raise) {
        guard holds == (i.n == 1) else { return }
        let pc = frame.pointee.pc
        if i.immediateC < 0, state.pointee.interruptWord != 0 { try safepoint() }
        frame.pointee.pc = pc + i.immediateC
    }

    /// `item in container` into register `i.a`.
    @inline(never)
    func containsStep(_ i: Instruction) throws(Raise) {
        let frame = state.pointee.frame
        let item = frame.pointee.registers[i.b]
        let container = frame.pointee.registers[i.c]
        if isOfScript(container),
            try push(
                lookup(typeOf(container), name(.__contains__)), container, item, register: i.a, kind: .containment)
        {
            return
        }
        frame.pointee.registers[i.a] = Value(try contains(container, item) == (i.op == .contains))
    }

    // MARK: Items

    /// `object[key]` into register `i.a`.
    @inline(never)
    func loadItemStep(_ i: Instruction, _ key: Value) throws(Raise) {
        let frame = state.pointee.frame
        let object = frame.pointee.registers[i.b]
        if isOfScript(object), try push(lookup(typeOf(object), name(.__getitem__)), object, key, register: i.a) {
            return
        }
        frame.pointee.registers[i.a] = try getItem(object, key)
    }

    /// `object[key] = value`.
    @inline(never)
    func storeItemStep(_ i: Instruction) throws(Raise) {
        let registers = state.pointee.frame.pointee.registers
        let object = registers[i.a]
        if isOfScript(object),
            try push(lookup(typeOf(object), name(.__setitem__)), object, registers[i.b], registers[i.c], kind: .discard)
        {
            return
        }
        try setItem(object, registers[i.b], registers[i.c])
    }

    // MARK: Iteration

    /// `iter(object)` for a loop, into register `i.a`.
    @inline(never)
    func iteratorStep(_ i: Instruction) throws(Raise) {
        let frame = state.pointee.frame
        let object = frame.pointee.registers[i.b]
        if isOfScript(object),
            try push(
                lookup(typeOf(object), name(.__iter__)), object, register: i.a, kind: .iterator)
        {
            return
        }
        frame.pointee.registers[i.a] = try iterator(of: object)
    }

    /// Begins `__next__` of a class of the script for a `for` loop. False when the general way must be taken.
    @inline(never)
    func beginNext(_ iterator: Value, _ i: Instruction) throws(Raise) -> Bool {
        try push(
            lookup(iterator.cell.type, name(.__next__)), iterator, register: i.a, kind: .nextItem)
    }

    // MARK: Frames

    /// Whether a value is an instance of a class made by a `class` statement.
    @inline(__always)
    func isOfScript(_ value: Value) -> Bool {
        value.isCell && value.cell.header.pointee.type.pointee.flags.contains(.heapType)
    }

    /// Whether something is a function of the script that takes exactly `count` positional arguments.
    @inline(__always)
    func takesExactly(_ method: Value, _ count: Int) -> Bool {
        guard method.isKind(.function) else { return false }
        let code = method.layout(FunctionLayout.self).pointee.code
        return code.pointee.isSimple && Int(code.pointee.argumentCount) == count
    }

    /// Pushes the frame of a special method that is a function of exactly these arguments; false for anything else.
    @inline(__always)
    func push(
        _ method: Value, _ a: Value, _ b: Value = .unbound, _ c: Value = .unbound, register: Int = 0,
        kind: FrameKind = .call
    ) throws(Raise) -> Bool {
        let count = b.isUnbound ? 1 : c.isUnbound ? 2 : 3
        guard try enter(method, count, a, b, c, register, kind) else { return false }
        if state.pointee.interruptWord != 0 { try safepoint() }
        return true
    }

    /// The same for an operator, whose operands are kept above the method's registers: it may turn out to be
    /// not implemented, and then the other operand is asked.
    @inline(__always)
    private func pushOperator(
        _ method: Value, _ a: Value, _ b: Value, operands x: Value, _ y: Value, register: Int, kind: FrameKind
    ) throws(Raise) -> Bool {
        guard try enter(method, 2, a, b, .unbound, register, kind) else { return false }
        let top = state.pointee.registerTop
        top[0] = x
        top[1] = y
        state.pointee.registerTop = top + 2
        if top + 2 > state.pointee.registerHighWater { state.pointee.registerHighWater = top + 2 }
        if state.pointee.interruptWord != 0 { try safepoint() }
        return true
    }

    /// What both have in common: the frame, the first `count` arguments and the other variables.
    @inline(__always)
    private func enter(
        _ method: Value, _ count: Int, _ a: Value, _ b: Value, _ c: Value, _ register: Int, _ kind: FrameKind
    ) throws(Raise) -> Bool {
        guard takesExactly(method, count) else { return false }
        let function: UnsafeMutablePointer<FunctionLayout> = method.layout()
        let code = function.pointee.code
        let frame = try pushFrame(function, code, register: register, kind: kind)
        let registers = frame.pointee.registers
        registers[0] = a
        if count > 1 { registers[1] = b }
        if count > 2 { registers[2] = c }
        var index = count
        while index < Int(code.pointee.variableCount) {
            registers[index] = .unbound
            index &+= 1
        }
        return true
    }

    /// What becomes of the result of a special method whose frame is left: the rest of the instruction that called it.
    @inline(never)
    func finishSpecial(
        _ caller: UnsafeMutablePointer<Frame>, _ frame: UnsafeMutablePointer<Frame>, _ result: Value
    ) throws(Raise) {
        let i = Instruction(bits: caller.pointee.pc[-1])
        let operands = frame.pointee.registers + Int(frame.pointee.code.pointee.registerCount)
        switch frame.pointee.kind {
        case .operator, .inplaceOperator, .reflectedOperator:
            caller.pointee.registers[i.a] =
                result.isNotImplemented
                ? try afterNotImplemented(frame.pointee.kind, i, operands[0], operands[1]) : result
        case .comparison:
            let op = i.op.comparison
            let result = result.isNotImplemented ? try compareSwapped(op, operands[0], operands[1]) : result
            if i.op.isComparison {
                caller.pointee.registers[i.a] = result
            } else {
                try jump(caller, i, if: try truth(result))
            }
        case .containment:
            caller.pointee.registers[i.a] = Value(try truth(result) == (i.op == .contains))
        case .iterator:
            guard isIterator(result) else {
                throw raise(.typeError, "iter() returned non-iterator of type '\(typeName(result))'")
            }
            caller.pointee.registers[i.a] = result
        case .nextItem:
            caller.pointee.registers[i.a] = result
            caller.pointee.pc += i.immediateC
        case .call, .entry, .initializer, .forIter, .watchedCall, .discard: break
        }
    }

    /// A method has returned NotImplemented: the operator goes to who is next, or is a TypeError.
    private func afterNotImplemented(
        _ kind: FrameKind, _ i: Instruction, _ x: Value, _ y: Value
    ) throws(Raise) -> Value {
        let op = i.op.binaryOperation
        var result = Value.notImplemented
        if kind == .inplaceOperator {
            result = try binaryOrNotImplemented(op, x, y)
        } else if kind == .operator, typeOf(x) != typeOf(y) {
            let right = lookup(typeOf(y), op.reflected)
            if op == .multiply, i.n != 0, hidesRepetition(x, y) {
                throw unsupportedOperands(op, op.inplaceSymbol, x, y)
            }
            if op == .multiply, refusesFactor(y, right, x) { throw notRepeatable(by: x) }
            if right.isBound { result = try callFound(right, y, x) }
        }
        if !result.isNotImplemented { return result }
        throw unsupportedOperands(op, i.n == 0 ? op.symbol : op.inplaceSymbol, x, y)
    }
}

extension Opcode {
    /// The operator of an arithmetic instruction.
    @inline(__always)
    fileprivate var binaryOperation: BinaryOperation {
        switch self {
        case .add, .addInt: .add
        case .subtract, .subtractInt: .subtract
        case .multiply, .multiplyInt: .multiply
        case .trueDivide: .trueDivide
        case .floorDivide, .floorDivideInt: .floorDivide
        case .modulo, .moduloInt: .modulo
        case .power: .power
        case .matrixMultiply: .matrixMultiply
        case .shiftLeft, .shiftLeftInt: .shiftLeft
        case .shiftRight, .shiftRightInt: .shiftRight
        case .bitAnd, .bitAndInt: .bitAnd
        case .bitOr: .bitOr
        default: .bitXor
        }
    }

    /// Whether the instruction compares and leaves the result in a register.
    fileprivate var isComparison: Bool {
        switch self {
        case .less, .lessEqual, .equal, .notEqual, .greater, .greaterEqual: true
        default: false
        }
    }

    /// The operator of an instruction that compares, or compares and jumps.
    fileprivate var comparison: Comparison {
        switch self {
        case .less, .jumpLess, .jumpLessInt: .less
        case .lessEqual, .jumpLessEqual, .jumpLessEqualInt: .lessEqual
        case .equal, .jumpEqual, .jumpEqualInt: .equal
        case .notEqual, .jumpNotEqual, .jumpNotEqualInt: .notEqual
        case .greater, .jumpGreater, .jumpGreaterInt: .greater
        default: .greaterEqual
        }
    }
}
