import Foundation
import Parser
import Testing

@testable import Compiler

/// The repository's `Tests` folder.
let testsFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

/// The code of a program given as text.
func compile(
    _ source: String, mode: Module.Mode = .exec, options: Compiler.Options = Compiler.Options()
) throws(SyntaxError) -> Code {
    try compileWithWarnings(source, mode: mode, options: options).code
}

func compileWithWarnings(
    _ source: String, mode: Module.Mode = .exec, options: Compiler.Options = Compiler.Options()
) throws(SyntaxError) -> Compiler.Result {
    let bytes = Array(source.utf8)
    let module = try Parser.parse(source: bytes, filename: "test.py", mode: mode)
    return try Compiler.compile(module, filename: "test.py", source: bytes, options: options)
}

/// The code object with this qualified name, in the code or nested in it.
func find(_ name: String, in code: Code) -> Code? {
    if code.qualifiedName == name { return code }
    for case .code(let nested) in code.constants {
        if let found = find(name, in: nested) { return found }
    }
    return nil
}

/// The instructions of a code object with their word indices.
func instructions(of code: Code) -> [(pc: Int, instruction: Instruction)] {
    var result: [(Int, Instruction)] = []
    var pc = 0
    while pc < code.words.count {
        let instruction = Instruction(bits: code.words[pc])
        result.append((pc, instruction))
        pc += 1 + instruction.op.extraWords
    }
    return result
}

func operations(of code: Code) -> [Opcode] { instructions(of: code).map(\.instruction.op) }
