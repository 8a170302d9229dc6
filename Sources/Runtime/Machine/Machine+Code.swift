import Compiler
import Parser

extension Machine {
    /// The code object for what the compiler made: words in memory that inline caches may write, constants as values.
    /// Code objects of nested blocks are made along with it. Complexity: O(size of the code).
    func code(from source: Code) -> UnsafeMutablePointer<CodeLayout> {
        let memory = newCell(size: MemoryLayout<CodeLayout>.stride, kind: .code, type: type(.code))
        let layout = memory.assumingMemoryBound(to: CodeLayout.self)
        layout.pointee.wordCount = source.words.count
        layout.pointee.words = Machine.copy(source.words)
        layout.pointee.handlerCount = source.handlers.count
        layout.pointee.handlers = Machine.copy(source.handlers)
        layout.pointee.nameCount = source.names.count
        layout.pointee.names = .allocate(capacity: max(1, source.names.count))
        for (index, name) in source.names.enumerated() { layout.pointee.names[index] = intern(name) }
        layout.pointee.constantCount = 0
        layout.pointee.constants = .allocate(capacity: max(1, source.constants.count))
        layout.pointee.constants.initialize(repeating: .none, count: max(1, source.constants.count))
        layout.pointee.constantCount = source.constants.count
        for (index, item) in source.constants.enumerated() { layout.pointee.constants[index] = constant(item) }
        layout.pointee.registerCount = Int32(source.registerCount)
        layout.pointee.argumentCount = Int32(source.argumentCount)
        layout.pointee.keywordOnlyCount = Int32(source.keywordOnlyCount)
        layout.pointee.positionalOnlyCount = Int32(source.positionalOnlyCount)
        layout.pointee.variableCount = Int32(source.variableNames.count)
        layout.pointee.flags = source.flags.rawValue
        let suspending: CodeFlags = [.generator, .coroutine, .asyncGenerator]
        layout.pointee.isGeneratorLike = !source.flags.isDisjoint(with: suspending)
        layout.pointee.isHidden = false
        layout.pointee.isSimple =
            source.flags.isDisjoint(with: suspending.union([.varArguments, .varKeywords]))
            && source.keywordOnlyCount == 0
        layout.pointee.name = intern(source.name)
        layout.pointee.qualifiedName = intern(source.qualifiedName)
        layout.pointee.filename = string(source.filename)
        layout.pointee.variableNames = names(source.variableNames)
        layout.pointee.freeNames = names(source.freeNames)
        layout.pointee.source = Unmanaged.passRetained(source)
        return layout
    }

    private func names(_ names: [String]) -> Value {
        if names.isEmpty { return tuple() }
        let tuple = makeTuple(count: names.count)
        for (index, name) in names.enumerated() { tuple[index] = intern(name) }
        return tuple.value
    }

    /// The compiler's object behind a code object.
    func source(of code: UnsafeMutablePointer<CodeLayout>) -> Code {
        unsafeDowncast(code.pointee.source.takeUnretainedValue(), to: Code.self)
    }

    private static func copy<T>(_ array: [T]) -> UnsafeMutablePointer<T> {
        let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, array.count))
        array.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { memory.initialize(from: base, count: array.count) }
        }
        return memory
    }

    /// A constant of the compiler as a value.
    func constant(_ constant: CodeConstant) -> Value {
        switch constant {
        case .value(let value): return self.constant(value)
        case .tuple(let items):
            let tuple = makeTuple(count: items.count)
            for (index, item) in items.enumerated() { tuple[index] = self.constant(item) }
            return items.isEmpty ? runtime.pointee.emptyTuple : tuple.value
        case .frozenSet(let items):
            let set = self.set(frozen: true)
            // Constants are hashable, and their hashes do not call the script.
            for item in items { _ = try? setAdd(set, self.constant(item)) }
            // CPython makes its constants anew from the items in the set's order, which may order them differently.
            let result = self.set(frozen: true)
            for entry in set.entries { try? setAdd(result, entry.key) }
            return result.value
        case .code(let code): return Value(self.code(from: code))
        }
    }

    /// A literal as a value.
    func constant(_ constant: Constant) -> Value {
        switch constant {
        case .none: return .none
        case .true: return .true
        case .false: return .false
        case .ellipsis: return .ellipsis
        case .int(let literal): return int(literal)
        case .float(let double): return Value(double)
        case .imaginary(let double): return complex(0, double)
        case .string(wtf8: let bytes): return constantString(bytes)
        case .bytes(let bytes): return bytes.withUnsafeBufferPointer { self.bytes($0) }
        }
    }

    /// String constants that look like identifiers are interned, as in CPython, so that look-ups compare addresses.
    private func constantString(_ bytes: [UInt8]) -> Value {
        let value = bytes.withUnsafeBufferPointer { string(utf8: $0) }
        let isName = bytes.allSatisfy { byte in
            byte == 0x5F || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        }
        return isName ? intern(value) : value
    }
}
