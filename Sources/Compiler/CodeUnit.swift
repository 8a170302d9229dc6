import Parser

/// The code object under construction: instructions, labels, constants, registers, and the state of the one-pass
/// analyses (reachability, bound variables).
final class CodeUnit {
    /// What kind of block the code comes from.
    enum Kind { case module, function, asyncFunction, lambda, `class`, comprehension, typeParameters }

    let scope: Scope
    let kind: Kind
    let code = Code()
    let parent: CodeUnit?
    /// Name of the class whose private names are mangled here.
    var privateName: String?

    private(set) var words: [UInt64] = []
    private var labels: [Int] = []
    private var labelStates: [BoundSet?] = []
    private var fixups: [(word: Int, label: Int)] = []
    private var positions: [PositionEntry] = []
    private var heights: [HeightEntry] = []
    private var handlers: [(range: Range<Int>, target: Label, register: Int)] = []
    private var constantIndex = ConstantIndex()
    private var nameIndex = NameMap<Int>()

    /// Registers of the variables of the block itself.
    var variables = NameMap<Int>()
    private(set) var freeIndex = NameMap<Int>()
    /// Registers for variables of inlined comprehensions, by name and whether they are cells.
    var comprehensionPool: [ComprehensionVariable: [Int]] = [:]
    var inlined: [InlinedScope] = []
    let walrusRegisters: Set<Int>
    let deletedRegisters: [Int]
    let firstTemporary: Int
    private(set) var nextTemporary: Int
    private(set) var highestTemporary: Int

    var bound = BoundSet()
    var isReachable = true
    var blocks: [Block] = []
    /// Attributes stored on `self` in the methods of a class, in order of appearance.
    var staticAttributes: [String] = []
    /// Whether expression statements print their values.
    var isInteractive = false

    /// What `CodeUnit+Tracing.swift` knows: a register that holds None, and the line that the code is at.
    var traceRegister: Int?
    var tracedLine: Int32 = -1

    /// Whether an operand did not fit its 16 bits.
    private(set) var hasOverflow = false

    /// A variable of an inlined comprehension.
    struct ComprehensionVariable: Hashable {
        let name: String
        let isCell: Bool
    }

    /// A comprehension that is being compiled into this unit, with the registers of its variables.
    struct InlinedScope {
        let scope: Scope
        var registers: NameMap<Int>
    }

    init(_ kind: Kind, scope: Scope, parent: CodeUnit?, privateName: String?) {
        self.kind = kind
        self.scope = scope
        self.parent = parent
        self.privateName = privateName

        var names: [String] = []
        if scope.kind.isFunctionLike {
            names = scope.parameters
            let parameters = NameSet(names)
            names += scope.order.filter { scope.scopes[$0] == .local && !parameters.contains($0) }
            names += scope.order.filter { scope.scopes[$0] == .cell && !parameters.contains($0) }.sorted(by: nameOrder)
        }
        if scope.needsClassClosure { names.append("__class__") }
        if scope.needsClassDictionary { names.append("__classdict__") }
        for (index, name) in names.enumerated() {
            variables[name] = index
            let isImplicitCell = scope.kind == .class
            if isImplicitCell || scope.scopes[name] == .cell { code.cellVariables.insert(index) }
        }
        let needs = Self.comprehensionNeeds(of: scope)
        for variable in needs.keys.sorted(by: { nameOrder($0.name, $1.name) || ($0.name == $1.name && $1.isCell) }) {
            for _ in 0..<(needs[variable] ?? 0) {
                comprehensionPool[variable, default: []].append(names.count)
                if variable.isCell { code.cellVariables.insert(names.count) }
                names.append(variable.name)
            }
        }
        code.variableNames = names
        code.freeNames = scope.freeNames
        for (index, name) in code.freeNames.enumerated() { freeIndex[name] = index }
        firstTemporary = names.count
        nextTemporary = names.count
        highestTemporary = names.count
        walrusRegisters = Set(scope.walrusTargets.compactMap { [variables] in variables[$0] })
        deletedRegisters = scope.deleted.compactMap { [variables] in variables[$0] }
    }

    /// How many registers of each name the inlined comprehensions of a block need at once.
    private static func comprehensionNeeds(of scope: Scope) -> [ComprehensionVariable: Int] {
        var needs: [ComprehensionVariable: Int] = [:]
        for child in scope.children where child.isInlined {
            var own = comprehensionNeeds(of: child)
            for name in child.order where child.symbols[name]?.contains(.parameter) != true {
                switch child.scopes[name] {
                case .local: own[ComprehensionVariable(name: name, isCell: false), default: 0] += 1
                case .cell: own[ComprehensionVariable(name: name, isCell: true), default: 0] += 1
                default: break
                }
            }
            needs.merge(own) { max($0, $1) }
        }
        return needs
    }

    // MARK: Registers

    func allocate(_ count: Int = 1) -> Int {
        let register = nextTemporary
        nextTemporary += count
        highestTemporary = max(highestTemporary, nextTemporary)
        return register
    }

    func release(to mark: Int) { nextTemporary = mark }
    func isTemporary(_ register: Int) -> Bool { register >= firstTemporary }

    // MARK: Constants and names

    func constant(_ value: CodeConstant) -> Int {
        let index = constantIndex.index(of: ConstantKey(value))
        if index == code.constants.count { code.constants.append(value) }
        return index
    }

    func name(_ name: String) -> Int {
        if let index = nameIndex[name] { return index }
        let index = code.names.count
        code.names.append(name)
        nameIndex[name] = index
        return index
    }

    // MARK: Emission

    func append(_ instruction: Instruction, _ range: SourceRange) {
        guard isReachable else { return }
        if traceRegister != nil { trace(instruction, range) }
        if positions.last?.range != range { positions.append(PositionEntry(start: words.count, range: range)) }
        noteHeight(instruction)
        words.append(instruction.bits)
    }

    /// Notes which registers an instruction may need: those allocated, and its operands, which may just have been given
    /// back. (A number that is no register counts as one; that only makes the answer less exact.)
    private func noteHeight(_ instruction: Instruction) {
        var height = nextTemporary
        func note(_ operand: Int) {
            if operand >= height, operand < highestTemporary { height = operand + 1 }
        }
        switch instruction.op {
        // What is only written is not needed before.
        case .deleteName, .deleteGlobal, .deleteFree, .jump, .returnNone, .nop, .loadName, .loadGlobal, .loadConst,
            .loadInt, .loadNone, .clear:
            break
        case .storeName, .storeGlobal, .jumpIfTrue, .jumpIfFalse: note(instruction.a)
        case .withExit where instruction.n == 1:
            // The result lies above all that is needed, where a statement of the block may have left something.
            if instruction.c == height - 1 { height -= 1 }
            note(instruction.a)
        default:
            note(instruction.a)
            note(instruction.b)
            note(instruction.c)
        }
        if let last = heights.last, Int(last.height) == height { return }
        heights.append(HeightEntry(start: UInt32(words.count), height: UInt32(height)))
    }

    /// Appends an instruction and its extra words as zeros; unreachable code is left out.
    func emit(_ op: Opcode, n: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0, at range: SourceRange) {
        checkOperands(a, b, c)
        append(Instruction(op, n: UInt8(truncatingIfNeeded: n), a: a, b: b, c: c), range)
        for _ in 0..<op.extraWords { appendExtra(0) }
    }

    func emit(_ op: Opcode, n: Int = 0, a: Int = 0, wide: Int, at range: SourceRange) {
        append(Instruction(op, n: UInt8(truncatingIfNeeded: n), a: a, wide: wide), range)
        for _ in 0..<op.extraWords { appendExtra(0) }
    }

    /// Appends an instruction whose first extra word carries data; that word may have a position of its own.
    func emit(
        _ op: Opcode, n: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0, extra: UInt64, at range: SourceRange,
        extraAt: SourceRange? = nil
    ) {
        checkOperands(a, b, c)
        append(Instruction(op, n: UInt8(truncatingIfNeeded: n), a: a, b: b, c: c), range)
        if let extraAt, isReachable, extraAt != range {
            positions.append(PositionEntry(start: words.count, range: extraAt))
        }
        appendExtra(extra)
        for _ in 1..<op.extraWords { appendExtra(0) }
    }

    private func checkOperands(_ a: Int, _ b: Int, _ c: Int) {
        if max(a, b, c) > 0xFFFF || min(a, b, c) < -0x8000 { hasOverflow = true }
    }

    private func appendExtra(_ word: UInt64) {
        if isReachable { words.append(word) }
    }

    /// Tells a call that has just been emitted that nobody wants its result (`n` is 1), so that the machine can say at
    /// once that a coroutine will never be awaited.
    func markDiscarded(_ register: Int) {
        for extra in [1, 4, 2, 0] where isReachable && words.count > extra {
            let instruction = Instruction(bits: words[words.count - 1 - extra])
            guard instruction.op.isCall, instruction.op.extraWords == extra, instruction.c == register else { continue }
            words[words.count - 1 - extra] |= 0x100
            return
        }
    }

    /// Appends a suspension point, which says whether the handled exception belongs to this frame.
    func emitSuspension(
        _ op: Opcode, n: Int = 0, a: Int, b: Int, isHandling: Bool = false, at range: SourceRange
    ) {
        let isInside = isHandling || blocks.contains { $0.isHandling }
        emit(op, n: n | (isInside ? 0x80 : 0), a: a, b: b, at: range)
        if op == .yield || op == .asyncYield { traceResumption(at: range) }
    }

    /// Ends the flow of control: what follows is unreachable until a label is bound.
    func endFlow() { isReachable = false }

    // MARK: Labels

    func label() -> Label {
        labels.append(-1)
        labelStates.append(nil)
        return Label(index: labels.count - 1)
    }

    private func note(_ label: Label) {
        fixups.append((words.count - 1, label.index))
        guard labels[label.index] < 0 else { return }
        if labelStates[label.index] == nil {
            labelStates[label.index] = bound
        } else {
            labelStates[label.index]?.formIntersection(bound)
        }
    }

    func jump(_ label: Label, at range: SourceRange) {
        guard isReachable else { return }
        emit(.jump, wide: 0, at: range)
        note(label)
        endFlow()
    }

    /// A conditional jump with a wide distance (`jumpIfTrue` and the like).
    func jump(_ op: Opcode, _ register: Int, _ label: Label, at range: SourceRange) {
        guard isReachable else { return }
        emit(op, a: register, wide: 0, at: range)
        note(label)
    }

    /// A compare-and-branch or `forIter`, whose distance is `c`.
    func jump(_ op: Opcode, n: Int, a: Int, b: Int, _ label: Label, at range: SourceRange) {
        guard isReachable else { return }
        emit(op, n: n, a: a, b: b, c: 0, at: range)
        note(label)
    }

    /// Puts the label here.
    func bind(_ label: Label) {
        labels[label.index] = words.count
        tracedLine = -1
        guard let state = labelStates[label.index] else { return }
        if isReachable {
            bound.formIntersection(state)
        } else {
            bound = state
            isReachable = true
        }
    }

    /// Puts a label here that is only reached by later, backward jumps, with what `state` says of the variables.
    func bind(_ label: Label, reachable: Bool, state: BoundSet) {
        labels[label.index] = words.count
        tracedLine = -1
        isReachable = reachable
        bound = state
        forgetDeleted()
    }

    /// Variables that some statement deletes are not known to be bound when control comes from elsewhere.
    func forgetDeleted() {
        for register in deletedRegisters { bound.remove(register) }
    }

    // MARK: Handlers

    /// Opens a protected stretch whose exceptions go to a new label, with the exception in `register`.
    func openRegion(register: Int) -> Region {
        let region = Region(target: label(), register: register, entry: bound)
        region.start = words.count
        return region
    }

    func suspend(_ region: Region) {
        if let start = region.start, start < words.count { region.ranges.append(start..<words.count) }
        region.start = nil
    }

    func resume(_ region: Region) { region.start = words.count }

    /// Ends the stretch for good and enters its ranges in the table.
    func closeRegion(_ region: Region) {
        suspend(region)
        for range in region.ranges { handlers.append((range, region.target, region.register)) }
    }

    /// Begins the handler's code.
    func beginHandler(_ region: Region) {
        labels[region.target.index] = words.count
        tracedLine = -1
        isReachable = !region.ranges.isEmpty
        bound = region.entry
        forgetDeleted()
    }

    // MARK: Finish

    /// Resolves the jumps and completes the code object.
    func finish() -> Code {
        relaxJumps()
        for (word, label) in fixups {
            let instruction = Instruction(bits: words[word])
            let distance = labels[label] - (word + 1 + instruction.op.extraWords)
            words[word] =
                Self.isShort(instruction.op)
                ? words[word] & 0x0000_FFFF_FFFF_FFFF | UInt64(UInt16(truncatingIfNeeded: distance)) << 48
                : words[word] & 0x0000_0000_FFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: distance)) << 32
        }
        code.words = words
        code.positions = positions
        code.heights = heights
        code.handlers = handlers.map {
            ExceptionHandler(
                start: $0.range.lowerBound, end: $0.range.upperBound, target: labels[$0.target.index],
                register: $0.register)
        }
        code.registerCount = highestTemporary
        return code
    }

    /// Whether the distance of a jump is the 16 bits of `c`.
    private static func isShort(_ op: Opcode) -> Bool {
        switch op {
        case .forIter, .jumpLess, .jumpLessEqual, .jumpEqual, .jumpNotEqual, .jumpGreater, .jumpGreaterEqual,
            .jumpLessInt, .jumpLessEqualInt, .jumpEqualInt, .jumpNotEqualInt, .jumpGreaterInt, .jumpGreaterEqualInt:
            true
        default: false
        }
    }

    /// Gives short jumps over a long distance a wide one to hop to: a comparison is inverted to skip it, `forIter`
    /// skips the jump that skips it.
    private func relaxJumps() {
        guard words.count > 0x7F00 else { return }
        var grown: Set<Int> = []
        while true {
            // Where each word goes when the jumps in `grown` take their extra words.
            var moved = [Int](repeating: 0, count: words.count + 1)
            var shift = 0
            for index in 0...words.count {
                moved[index] = index + shift
                if index < words.count, grown.contains(index) {
                    shift += Instruction(bits: words[index]).op == .forIter ? 2 : 1
                }
            }
            var changed = false
            for (word, label) in fixups where !grown.contains(word) && Self.isShort(Instruction(bits: words[word]).op) {
                let distance = moved[labels[label]] - moved[word] - 1
                if distance < -32768 || distance > 32767 {
                    grown.insert(word)
                    changed = true
                }
            }
            if !changed {
                if !grown.isEmpty { insertJumps(grown, moved) }
                return
            }
        }
    }

    private func insertJumps(_ grown: Set<Int>, _ moved: [Int]) {
        var result: [UInt64] = []
        result.reserveCapacity(words.count + grown.count * 2)
        for (index, word) in words.enumerated() {
            var instruction = Instruction(bits: word)
            guard grown.contains(index) else {
                result.append(word)
                continue
            }
            if instruction.op == .forIter {
                instruction.bits = word & 0x0000_FFFF_FFFF_FFFF | 1 << 48
                result.append(instruction.bits)
                result.append(Instruction(.jump, wide: 1).bits)
            } else {
                instruction.bits = (word ^ 0x100) & 0x0000_FFFF_FFFF_FFFF | 1 << 48
                result.append(instruction.bits)
            }
            result.append(Instruction(.jump, wide: 0).bits)
        }
        fixups = fixups.map { word, label in
            guard grown.contains(word) else { return (moved[word], label) }
            return (moved[word] + (Instruction(bits: words[word]).op == .forIter ? 2 : 1), label)
        }
        labels = labels.map { $0 < 0 ? $0 : moved[$0] }
        positions = positions.map { PositionEntry(start: moved[$0.start], range: $0.range) }
        heights = heights.map { HeightEntry(start: UInt32(moved[Int($0.start)]), height: $0.height) }
        handlers = handlers.map { (moved[$0.range.lowerBound]..<moved[$0.range.upperBound], $0.target, $0.register) }
        words = result
    }
}
