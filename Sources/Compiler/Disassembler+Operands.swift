/// The operands of each operation in a notation of their own: `target ← what it is made of`.
extension Disassembler {
    func operands(of i: Instruction, at pc: Int) -> String {
        let a = register(i.a)
        let extra = pc + 1 < code.words.count ? Int(code.words[pc + 1] & 0xFFFF_FFFF) : 0
        let upper = pc + 1 < code.words.count ? Int(code.words[pc + 1] >> 32) : 0
        switch i.op {
        case .nop, .returnNone, .setupAnnotations: return ""
        case .loadConst: return "\(a) ← \(constant(i.wide))"
        case .loadInt: return "\(a) ← \(i.wide)"
        case .loadNone: return "\(a) ← None"
        case .checkBound, .deleteLocal, .clear, .makeCell, .deleteCell, .return, .importStar, .reraise,
            .popHandled, .endAsyncFor, .loadNamespace, .loadBuildClass, .loadAssertionError:
            return a
        case .loadGlobal, .loadName, .loadGlobalCached, .loadBuiltinCached: return "\(a) ← \(name(i.wide))"
        case .storeGlobal, .storeName: return "\(name(i.wide)) ← \(a)"
        case .deleteGlobal, .deleteName: return name(i.wide)
        case .loadCell: return "\(a) ← cell \(register(i.b))"
        case .storeCell: return "cell \(a) ← \(register(i.b))"
        case .loadFree: return "\(a) ← free \(free(i.b))"
        case .loadFreeCell: return "\(a) ← the cell of \(free(i.b))"
        case .storeFree: return "free \(free(i.a)) ← \(register(i.b))"
        case .deleteFree: return "free \(free(i.a))"
        case .loadClassFree: return "\(a) ← \(name(i.c)) or free \(free(i.b))"
        case .loadMappingOrGlobal: return "\(a) ← \(register(i.b))[\(name(i.c))] or global"
        case .loadMappingOrFree: return "\(a) ← \(register(i.b))[\(name(i.c))] or free \(free(i.n))"
        case .jump: return "→ \(label(target(i, pc)))"
        case .jumpIfTrue: return "if \(a) → \(label(target(i, pc)))"
        case .jumpIfFalse: return "if not \(a) → \(label(target(i, pc)))"
        case .jumpIfNone: return "if \(a) is None → \(label(target(i, pc)))"
        case .jumpIfNotNone: return "if \(a) is not None → \(label(target(i, pc)))"
        case .jumpIfUnbound: return "if \(a) is unbound → \(label(target(i, pc)))"
        case .loadAttr, .loadAttrSlot, .loadAttrClass, .loadAttrType, .loadAttrModule, .loadAttrProperty:
            return "\(a) ← \(register(i.b)).\(name(i.c))"
        case .storeAttr, .storeAttrSlot, .storeAttrAdd: return "\(a).\(name(i.b)) ← \(register(i.c))"
        case .deleteAttr: return "\(a).\(name(i.b))"
        case .loadSuperAttr: return "\(a) ← super(\(registers(i.b, 2))).\(name(i.c))"
        case .loadIndex: return "\(a) ← \(register(i.b))[\(register(i.c))]"
        case .loadIndexInt: return "\(a) ← \(register(i.b))[\(i.immediateC)]"
        case .storeIndex: return "\(a)[\(register(i.b))] ← \(register(i.c))"
        case .deleteIndex: return "\(a)[\(register(i.b))]"
        case .buildSlice: return "\(a) ← slice(\(registers(i.b, 3)))"
        case .call: return "\(register(i.c)) ← \(a)(\(registers(i.a + 1, i.b)))"
        case .callKeywords: return "\(register(i.c)) ← \(a)(\(arguments(i.a + 1, i.b, names: extra)))"
        case .callMethod, .callMethodCached, .callModuleCached:
            return "\(register(i.c)) ← \(a).\(name(extra))(\(registers(i.a + 1, i.b)))"
        case .callMethodKeywords:
            return "\(register(i.c)) ← \(a).\(name(extra))(\(arguments(i.a + 1, i.b, names: upper)))"
        case .loadMethod, .loadMethodCached: return "\(registers(i.a, 2)) ← method \(register(i.b)).\(name(i.c))"
        case .callLoaded: return "\(register(i.c)) ← \(a)(\(registers(i.a + 1, i.b)))"
        case .callLoadedKeywords: return "\(register(i.c)) ← \(a)(\(arguments(i.a + 1, i.b, names: extra)))"
        case .callSpread: return "\(register(i.c)) ← \(a)(*\(register(i.a + 1)), **\(register(i.a + 2)))"
        default: return operation(i, pc) ?? rareOperands(of: i, at: pc, extra: extra)
        }
    }

    private func target(_ i: Instruction, _ pc: Int) -> Int { Self.target(of: i, at: pc) ?? pc }

    private func arguments(_ first: Int, _ count: Int, names index: Int) -> String {
        guard index < code.constants.count, case .tuple(let names) = code.constants[index] else {
            return registers(first, count)
        }
        return (0..<count).map { offset in
            let keyword = offset - (count - names.count)
            guard keyword >= 0, keyword < names.count, case .value(.string(let text)) = names[keyword] else {
                return register(first + offset)
            }
            return "\(String(decoding: text, as: UTF8.self))=\(register(first + offset))"
        }.joined(separator: ", ")
    }

    /// Operators, comparisons and compare-and-branch.
    private func operation(_ i: Instruction, _ pc: Int) -> String? {
        let symbols: [Opcode: String] = [
            .add: "+", .subtract: "-", .multiply: "*", .trueDivide: "/", .floorDivide: "//", .modulo: "%",
            .power: "**", .matrixMultiply: "@", .shiftLeft: "<<", .shiftRight: ">>", .bitAnd: "&", .bitOr: "|",
            .bitXor: "^", .less: "<", .lessEqual: "<=", .equal: "==", .notEqual: "!=", .greater: ">",
            .greaterEqual: ">=", .is: "is", .isNot: "is not", .contains: "in", .notContains: "not in",
        ]
        let immediates: [Opcode: String] = [
            .addInt: "+", .subtractInt: "-", .multiplyInt: "*", .floorDivideInt: "//", .moduloInt: "%",
            .bitAndInt: "&", .shiftLeftInt: "<<", .shiftRightInt: ">>",
        ]
        let branches: [Opcode: String] = [
            .jumpLess: "<", .jumpLessEqual: "<=", .jumpEqual: "==", .jumpNotEqual: "!=", .jumpGreater: ">",
            .jumpGreaterEqual: ">=",
        ]
        let immediateBranches: [Opcode: String] = [
            .jumpLessInt: "<", .jumpLessEqualInt: "<=", .jumpEqualInt: "==", .jumpNotEqualInt: "!=",
            .jumpGreaterInt: ">", .jumpGreaterEqualInt: ">=",
        ]
        let sign = i.n == 1 ? "=" : ""
        if let symbol = symbols[i.op] {
            let isComparison = i.op.rawValue >= Opcode.less.rawValue
            return "\(register(i.a)) ← \(register(i.b)) \(symbol)\(isComparison ? "" : sign) \(register(i.c))"
        }
        if let symbol = immediates[i.op] {
            return "\(register(i.a)) ← \(register(i.b)) \(symbol)\(sign) \(i.immediateC)"
        }
        let negation = i.n == 1 ? "if" : "unless"
        if let symbol = branches[i.op] {
            return "\(negation) \(register(i.a)) \(symbol) \(register(i.b)) → \(label(target(i, pc)))"
        }
        if let symbol = immediateBranches[i.op] {
            return "\(negation) \(register(i.a)) \(symbol) \(i.immediateB) → \(label(target(i, pc)))"
        }
        return nil
    }

    private func rareOperands(of i: Instruction, at pc: Int, extra: Int) -> String {
        let a = register(i.a)
        let b = register(i.b)
        let c = register(i.c)
        switch i.op {
        case .move, .listToTuple, .getIter, .getAsyncIter, .getAsyncNext, .getYieldFromIter, .matchSequence,
            .matchMapping, .getLen:
            return "\(a) ← \(b)"
        case .negative: return "\(a) ← -\(b)"
        case .positive: return "\(a) ← +\(b)"
        case .invert: return "\(a) ← ~\(b)"
        case .not: return "\(a) ← not \(b)"
        case .forIter: return "\(a) ← next \(b) → \(label(target(i, pc)))"
        case .buildTuple: return "\(a) ← (\(registers(i.b, i.c)))"
        case .buildList: return "\(a) ← [\(registers(i.b, i.c))]"
        case .buildSet: return "\(a) ← {\(registers(i.b, i.c))}"
        case .buildDict:
            let pairs = (0..<i.c).map { "\(register(i.b + 2 * $0)): \(register(i.b + 2 * $0 + 1))" }
            return "\(a) ← {\(pairs.joined(separator: ", "))}"
        case .buildString: return "\(a) ← \(registers(i.b, i.c))"
        case .listAppend, .setAdd, .listExtend, .setUpdate, .dictUpdate, .dictMerge: return "\(a), \(b)"
        case .dictSet: return "\(a)[\(b)] ← \(c)"
        case .unpackSequence: return "\(registers(i.a, i.c)) ← \(b)"
        case .unpackStar:
            let before = registers(i.a, i.c)
            let after = registers(i.a + i.c + 1, i.n)
            let parts = [before, "*" + register(i.a + i.c), after].filter { !$0.isEmpty }
            return "\(parts.joined(separator: ", ")) ← \(b)"
        case .formatValue:
            let conversion = ["", "!s", "!r", "!a"][i.n & 3]
            return "\(a) ← \(b)\(conversion)" + (i.n & 0x80 != 0 ? " : \(c)" : "")
        case .makeFunction:
            var parts: [String] = []
            var next = i.c
            for (bit, what) in [(1, "defaults"), (2, "keyword defaults"), (4, "annotations"), (8, "cells")]
            where i.n & bit != 0 {
                parts.append("\(what) \(register(next))")
                next += 1
            }
            return "\(a) ← \(constant(i.b))" + (parts.isEmpty ? "" : " with " + parts.joined(separator: ", "))
        case .importName: return "\(a) ← \(name(i.b)), level \(c), names \(register(i.c + 1))"
        case .importFrom: return "\(a) ← \(b).\(name(i.c))"
        case .raise: return i.n == 0 ? "the handled exception" : i.n == 1 ? a : "\(a) from \(b)"
        case .pushHandled: return "\(a), previous in \(b)"
        case .matchException, .matchExceptionGroup: return "\(a) ← \(b) matches \(c)"
        case .prepareReraiseStar: return "\(a) ← \(b), \(c)"
        case .withEnter, .asyncWithEnter: return "\(c) ← enter \(b), exit in \(a)"
        case .withExit: return i.n == 1 ? "\(c) ← \(a)(None, None, None)" : "\(c) ← \(a)(\(b))"
        case .yield, .asyncYield, .yieldFrom: return "\(a) ← \(b)"
        case .await:
            let purpose = ["", " (enter)", " (exit)", " (next item)"]
            return "\(a) ← \(b)\(purpose[i.n & 3])"
        case .matchKeys: return "\(a) ← \(b)[\(c)]"
        case .matchClass: return "\(a) ← \(b) as \(c), \(i.n) positional, \(constant(extra))"
        case .intrinsic:
            let operation = Intrinsic(rawValue: UInt8(truncatingIfNeeded: i.n)).map { "\($0)" } ?? "?"
            return "\(a) ← \(operation) \(b), \(c)"
        default: return "\(a), \(b), \(c)"
        }
    }
}
