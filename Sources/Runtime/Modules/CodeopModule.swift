import Compiler
import Parser

/// `_codeop`: what the module `codeop` needs from the parser.
enum CodeopModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("is_incomplete", .positional(3, 3), style: .function, isIncomplete),
            Native("library_modules", .none, style: .function, libraryModules),
        ])
    }

    /// `library_modules()`: the full names of the modules in the binary, for completion.
    private static func libraryModules(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let names = m.list()
        for name in LibraryModule.names { names.append(m, m.string(name)) }
        for native in NativeModule.all { names.append(m, m.string(native.name.description)) }
        return names.value
    }

    /// `is_incomplete(source, filename, mode)`: whether the text is no program yet, but could become one by more lines.
    private static func isIncomplete(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let filename = m.swiftString(try m.str(a[1]))
        let mode: Module.Mode =
            switch m.swiftString(try m.str(a[2])) {
            case "eval": .eval
            case "single": .single
            default: .exec
            }
        let source = Array(m.swiftString(try m.str(a[0])).utf8)
        do throws(SyntaxError) {
            _ = try Parser.parse(source: source, filename: filename, mode: mode, isString: true, isText: true)
            return .false
        } catch {
            return Value(error.isIncomplete)
        }
    }
}

/// `_ast`: what the module `ast` needs from the parser.
enum AstModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("dump", .positional(3, 3), style: .function, dump),
            Native("__getattr__", .one, style: .function, nodeClass),
        ])
    }

    /// The classes of the nodes are those of the module `ast`.
    private static func nodeClass(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try m.str(a[0])
        let text = m.swiftString(name)
        if !text.hasPrefix("_") {
            let found = try m.getAttributeIfPresent(try m.importModule("ast"), m.intern(name))
            if found.isBound { return found }
        }
        throw m.raise(.attributeError, "module '_ast' has no attribute '\(text)'")
    }

    /// `dump(source, filename, mode)`: the tree of a program as a text, as `ast.dump` with attributes shows it.
    private static func dump(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[0]) else {
            throw m.raise(.typeError, "compile() arg 1 must be a string, bytes or AST object")
        }
        let filename = m.swiftString(try m.str(a[1]))
        let mode: Module.Mode
        switch m.swiftString(try m.str(a[2])) {
        case "exec": mode = .exec
        case "eval": mode = .eval
        case "single": mode = .single
        default: throw m.raise(.valueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
        }
        let encoded = try m.encode(Str(a[0]), .utf8, "strict")
        var source = Array(Bytes(encoded).buffer)
        if source.contains(0) { throw m.raise(.syntaxError, "source code string cannot contain null bytes") }
        if mode == .exec, source.last != 10, !source.isEmpty { source.append(10) }
        let tree: Module
        do throws(SyntaxError) {
            tree = try Parser.parse(source: source, filename: filename, mode: mode, isString: true, isText: true)
        } catch {
            let raised = m.raiseSyntaxError(error, filename: filename)
            if mode != .exec, source.last != 10 { BuiltinFunctions.adjustTextError(m, source, filename) }
            throw raised
        }
        if !tree.warnings.isEmpty { try m.issue(tree.warnings, filename: filename, source: nil) }
        return m.string(ASTDump.dump(tree))
    }
}
