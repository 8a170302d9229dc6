import Parser

/// Shows code to people: `minipy dis FILE`.
///
/// Each code object has a header that says what kind of frame it runs in, then its instructions under the source
/// lines they come from, then the table of handlers; nested code objects follow. A `⏸` marks the instructions at
/// which a frame may be left and entered again: the places where a coroutine waits.
public struct Disassembler {
    let code: Code
    private let sourceLines: [Substring]
    private var output = ""
    /// Names of the places that jumps and handlers lead to.
    private var labels: [Int: String] = [:]

    /// The listing of a code object and all code nested in it.
    ///
    /// - Parameter source: the text of the program, whose lines are shown beside the code.
    public static func text(of code: Code, source: String? = nil) -> String {
        let lines = source.map { $0.split(separator: "\n", omittingEmptySubsequences: false) } ?? []
        var pending = [code]
        var output = ""
        while !pending.isEmpty {
            let next = pending.removeFirst()
            var listing = Disassembler(code: next, sourceLines: lines)
            listing.write()
            if !output.isEmpty { output += "\n" }
            output += listing.output
            let nested = next.constants.compactMap { constant -> Code? in
                if case .code(let code) = constant { code } else { nil }
            }
            pending.insert(contentsOf: nested, at: 0)
        }
        return output
    }

    private init(code: Code, sourceLines: [Substring]) {
        self.code = code
        self.sourceLines = sourceLines
    }

    // MARK: Parts

    private mutating func write() {
        findLabels()
        writeHeader()
        var pc = 0
        var lastLine: Int32 = -1
        let width = max(3, String(code.words.count).count)
        while pc < code.words.count {
            let instruction = Instruction(bits: code.words[pc])
            if let line = code.position(at: pc)?.line, line != lastLine {
                lastLine = line
                writeSourceLine(Int(line))
            }
            if let label = labels[pc] { output += "  \(label):\n" }
            let mark = instruction.op.isSuspensionPoint ? " ⏸ " : "   "
            let index = Self.padLeft(String(pc), width)
            let mnemonic = "\(instruction.op)"
            let operands = self.operands(of: instruction, at: pc)
            output += "  \(mark)\(index)  "
            output += operands.isEmpty ? mnemonic : Self.padRight(mnemonic, 20) + "  " + operands
            output += "\n"
            pc += 1 + instruction.op.extraWords
        }
        writeHandlers()
    }

    private mutating func writeHeader() {
        let name = code.qualifiedName.isEmpty ? code.name : code.qualifiedName
        output += "── \(name)(\(parameterList)) ── \(frameKind)\n"
        let variables = code.variableNames.count
        let temporaries = code.registerCount - variables
        var facts = [
            "line \(code.firstLine)",
            "\(Self.count(code.registerCount, "register")) (\(Self.count(variables, "variable")),"
                + " \(Self.count(temporaries, "temporary", "temporaries")))",
        ]
        let points = suspensionPoints
        if points > 0 { facts.append("\(Self.count(points, "suspension point")) ⏸") }
        output += "   \(facts.joined(separator: ", "))\n"
        if variables > 0 { output += "   variables: \(variableList)\n" }
        if !code.freeNames.isEmpty { output += "   from outside: \(code.freeNames.joined(separator: ", "))\n" }
    }

    /// How the code runs: on the register stack of the machine, or in a frame of its own that outlives a suspension.
    private var frameKind: String {
        if code.flags.contains(.asyncGenerator) { return "asynchronous generator: a frame on the heap" }
        if code.flags.contains(.coroutine) { return "coroutine: a frame on the heap" }
        if code.flags.contains(.generator) { return "generator: a frame on the heap" }
        if code.flags.contains(.optimized) { return "function: a frame on the register stack" }
        return code.name == "<module>" ? "module: names in a namespace" : "class body: names in a namespace"
    }

    private var parameterList: String {
        guard code.flags.contains(.optimized) else { return "" }
        var parts: [String] = []
        let names = code.variableNames
        for index in 0..<min(code.argumentCount, names.count) {
            parts.append(names[index])
            if index + 1 == code.positionalOnlyCount { parts.append("/") }
        }
        var rest = code.argumentCount + code.keywordOnlyCount
        if code.flags.contains(.varArguments), rest < names.count {
            parts.append("*" + names[rest])
            rest += 1
        } else if code.keywordOnlyCount > 0 {
            parts.append("*")
        }
        for index in code.argumentCount..<code.argumentCount + code.keywordOnlyCount where index < names.count {
            parts.append(names[index])
        }
        if code.flags.contains(.varKeywords), rest < names.count { parts.append("**" + names[rest]) }
        return parts.joined(separator: ", ")
    }

    private var variableList: String {
        code.variableNames.enumerated().map { index, name in
            code.cellVariables.contains(index) ? "\(name) (cell)" : name
        }.joined(separator: ", ")
    }

    private var suspensionPoints: Int {
        var count = 0
        forEachInstruction { instruction, _ in if instruction.op.isSuspensionPoint { count += 1 } }
        return count
    }

    private mutating func writeSourceLine(_ line: Int) {
        if line > 0, line <= sourceLines.count {
            output += Self.padLeft(String(line), 5) + " │ \(sourceLines[line - 1])\n"
        } else {
            output += Self.padLeft(String(line), 5) + " │\n"
        }
    }

    private mutating func writeHandlers() {
        guard !code.handlers.isEmpty else { return }
        output += "   exceptions:\n"
        for handler in code.handlers {
            let range = "\(handler.start)..\(max(handler.start, handler.end - 1))"
            output += "     \(Self.padRight(range, 12)) ⤳ \(label(handler.target)), exception in "
            output += "\(register(handler.register))\n"
        }
    }

    private func forEachInstruction(_ body: (Instruction, Int) -> Void) {
        var pc = 0
        while pc < code.words.count {
            let instruction = Instruction(bits: code.words[pc])
            body(instruction, pc)
            pc += 1 + instruction.op.extraWords
        }
    }

    // MARK: Labels

    private mutating func findLabels() {
        var targets: Set<Int> = []
        forEachInstruction { instruction, pc in
            if let target = Self.target(of: instruction, at: pc) { targets.insert(target) }
        }
        for handler in code.handlers { targets.insert(handler.target) }
        for (index, target) in targets.sorted().enumerated() { labels[target] = "L\(index + 1)" }
    }

    /// Where a jump leads.
    public static func target(of instruction: Instruction, at pc: Int) -> Int? {
        let next = pc + 1 + instruction.op.extraWords
        switch instruction.op {
        case .jump, .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .jumpIfUnbound:
            return next + instruction.wide
        case .jumpLess, .jumpLessEqual, .jumpEqual, .jumpNotEqual, .jumpGreater, .jumpGreaterEqual, .jumpLessInt,
            .jumpLessEqualInt, .jumpEqualInt, .jumpNotEqualInt, .jumpGreaterInt, .jumpGreaterEqualInt, .forIter:
            return next + instruction.immediateC
        default: return nil
        }
    }

    func label(_ target: Int) -> String { labels[target] ?? "@\(target)" }

    // MARK: Names of things

    /// A variable by its name, a temporary by its number.
    func register(_ index: Int) -> String {
        if index < code.variableNames.count {
            let name = code.variableNames[index]
            // Comprehensions may have variables of the same name.
            let isUnique = code.variableNames.firstIndex(of: name) == index
            return isUnique ? name : "\(name)'\(index)"
        }
        return "t\(index - code.variableNames.count)"
    }

    func registers(_ first: Int, _ count: Int) -> String {
        count <= 0 ? "" : (first..<first + count).map(register).joined(separator: ", ")
    }

    func name(_ index: Int) -> String { index < code.names.count ? code.names[index] : "?\(index)" }

    func free(_ index: Int) -> String { index < code.freeNames.count ? code.freeNames[index] : "?\(index)" }

    func constant(_ index: Int) -> String {
        index >= 0 && index < code.constants.count ? Self.text(of: code.constants[index]) : "?\(index)"
    }

    static func text(of constant: CodeConstant) -> String {
        switch constant {
        case .value(let value): return Unparser.text(of: value)
        case .tuple(let items):
            let list = items.map(text).joined(separator: ", ")
            return items.count == 1 ? "(\(list),)" : "(\(list))"
        case .frozenSet(let items): return "frozenset({\(items.map(text).joined(separator: ", "))})"
        case .code(let code): return "code \(code.qualifiedName)"
        }
    }

    private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    static func padLeft(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    static func padRight(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
