import Compiler

/// `code.replace(…)`, and the constants of a code object as programs see them.
enum CodeReplacement {
    /// A constant: small ints and None are in the instructions themselves.
    enum Entry {
        case none
        case int(Int, word: Int)
        case constant(Int)
    }

    /// The constants in the order of the instructions that load them, each once.
    static func constants(of source: Code) -> [Entry] {
        var entries: [Entry] = []
        var known: Set<Int> = []
        var ints: Set<Int> = []
        var hasNone = false
        if source.flags.contains(.optimized) {
            if source.hasDocString {
                known.insert(0)
                entries.append(.constant(0))
            } else {
                hasNone = true
                entries.append(.none)
            }
        }
        var index = 0
        while index < source.words.count {
            let instruction = Instruction(bits: source.words[index])
            switch instruction.op {
            case .loadConst:
                if known.insert(instruction.wide).inserted { entries.append(.constant(instruction.wide)) }
            case .makeFunction:
                if known.insert(instruction.b).inserted { entries.append(.constant(instruction.b)) }
            case .loadInt:
                if ints.insert(instruction.wide).inserted { entries.append(.int(instruction.wide, word: index)) }
            case .loadNone, .returnNone:
                if !hasNone { entries.append(.none) }
                hasNone = true
            default: break
            }
            index += 1 + instruction.op.extraWords
        }
        for index in source.constants.indices where !known.contains(index) {
            if case .code = source.constants[index] { entries.append(.constant(index)) }
        }
        return entries
    }

    static func replace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 1 else {
            throw m.raise(.typeError, "replace() takes no positional arguments")
        }
        let source = m.source(of: a[0].layout())
        let copy = source.copy()
        var constants = Value.unbound
        for index in 0..<a.keywordCount {
            let name = m.swiftString(a.keywordName(index))
            let value = a.keywordValue(index)
            if name == "co_consts" {
                guard value.isKind(.tuple) else { throw wrongType(m, name, "tuple", value) }
                constants = value
            } else {
                try set(m, copy, name, value)
            }
        }
        let code = m.code(from: copy)
        let original: UnsafeMutablePointer<CodeLayout> = a[0].layout()
        for index in 0..<min(code.pointee.constantCount, original.pointee.constantCount) {
            code.pointee.constants[index] = original.pointee.constants[index]
        }
        if constants.isBound { try replaceConstants(m, code, copy, Tuple(constants)) }
        return Value(code)
    }

    private static func wrongType(_ m: Machine, _ name: String, _ type: String, _ value: Value) -> Raise {
        m.raise(.typeError, "replace() argument '\(name)' must be \(type), not \(m.typeName(value))")
    }

    private static func set(_ m: Machine, _ code: Code, _ name: String, _ value: Value) throws(Raise) {
        func text() throws(Raise) -> String {
            guard value.isKind(.string) else { throw wrongType(m, name, "str", value) }
            return m.swiftString(value)
        }
        func names(_ old: [String]) throws(Raise) -> [String] {
            guard value.isKind(.tuple) else { throw wrongType(m, name, "tuple", value) }
            let tuple = Tuple(value)
            guard tuple.count == old.count else {
                throw m.raise(.notImplementedError, "minipy can't change how many names a code object has")
            }
            var result: [String] = []
            for index in 0..<tuple.count {
                guard tuple[index].isKind(.string) else {
                    throw m.raise(
                        .typeError, "name tuples must contain only strings, not '\(m.typeName(tuple[index]))'")
                }
                result.append(m.swiftString(tuple[index]))
            }
            return result
        }
        switch name {
        case "co_name": code.name = try text()
        case "co_qualname": code.qualifiedName = try text()
        case "co_filename": code.filename = try text()
        case "co_firstlineno": code.firstLine = try m.indexInt(value)
        case "co_flags": code.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: try m.indexInt(value)))
        case "co_names": code.names = try names(code.names)
        case "co_freevars": code.freeNames = try names(code.freeNames)
        case "co_argcount": try keep(m, name, code.argumentCount, value)
        case "co_posonlyargcount": code.positionalOnlyCount = min(code.argumentCount, max(0, try m.indexInt(value)))
        case "co_kwonlyargcount": try keep(m, name, code.keywordOnlyCount, value)
        case "co_varnames", "co_cellvars", "co_code", "co_linetable", "co_exceptiontable", "co_nlocals", "co_stacksize":
            break
        default: throw m.raise(.typeError, "replace() got an unexpected keyword argument '\(name)'")
        }
    }

    /// What can't be changed may be given as it is.
    private static func keep(_ m: Machine, _ name: String, _ old: Int, _ value: Value) throws(Raise) {
        guard try m.indexInt(value) == old else {
            throw m.raise(.notImplementedError, "minipy can't change \(name) of a code object")
        }
    }

    /// Gives the code other constants, in the order in which `co_consts` shows them.
    private static func replaceConstants(
        _ m: Machine, _ code: UnsafeMutablePointer<CodeLayout>, _ source: Code, _ constants: Tuple
    ) throws(Raise) {
        let entries = self.constants(of: source)
        guard constants.count >= entries.count else {
            throw m.raise(.notImplementedError, "minipy can't take constants from a code object")
        }
        for (index, entry) in entries.enumerated() {
            let value = constants[index]
            switch entry {
            case .none: break
            case .constant(let number): code.pointee.constants[number] = value
            case .int(let old, _):
                guard value != m.int(old) else { continue }
                guard let new = m.intValue(value), Int(Int32(truncatingIfNeeded: new)) == new, !value.isBool else {
                    throw m.raise(.notImplementedError, "minipy can't replace an int constant by another type")
                }
                var word = 0
                while word < source.words.count {
                    let instruction = Instruction(bits: source.words[word])
                    if instruction.op == .loadInt, instruction.wide == old {
                        code.pointee.words[word] = Instruction(.loadInt, a: instruction.a, wide: new).bits
                        source.words[word] = code.pointee.words[word]
                    }
                    word += 1 + instruction.op.extraWords
                }
            }
        }
    }
}

extension Code {
    /// A copy that may be changed.
    func copy() -> Code {
        let copy = Code()
        copy.name = name
        copy.qualifiedName = qualifiedName
        copy.filename = filename
        copy.firstLine = firstLine
        copy.flags = flags
        copy.argumentCount = argumentCount
        copy.positionalOnlyCount = positionalOnlyCount
        copy.keywordOnlyCount = keywordOnlyCount
        copy.registerCount = registerCount
        copy.variableNames = variableNames
        copy.cellVariables = cellVariables
        copy.freeNames = freeNames
        copy.constants = constants
        copy.names = names
        copy.words = words
        copy.handlers = handlers
        copy.positions = positions
        copy.heights = heights
        copy.hasDocString = hasDocString
        return copy
    }
}
