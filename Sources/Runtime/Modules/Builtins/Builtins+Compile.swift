import Compiler
import Parser

/// Compiling and running programs from within a program, and importing.
extension BuiltinFunctions {
    /// The text of a program given as str or bytes, or nil.
    private static func sourceText(_ m: Machine, _ value: Value) throws(Raise) -> [UInt8]? {
        if value.isKind(.string) {
            // Surrogates can't be encoded: UnicodeEncodeError, as in CPython.
            let bytes = try m.encode(Str(value), .utf8, "strict")
            return Array(Bytes(bytes).buffer)
        }
        return m.byteBuffer(value).map { Array($0) }
    }

    private static func checkNull(_ m: Machine, _ source: [UInt8]) throws(Raise) {
        if source.contains(0) { throw m.raise(.syntaxError, "source code string cannot contain null bytes") }
    }

    static func compile(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let modeName = try m.stringArgument(a[2], "compile", named: "mode")
        if a[3].isBound, m.isInt(a[3]), let flags = m.intValue(a[3]), flags & 0x400 != 0, flags & ~knownFlags == 0 {
            // ast.PyCF_ONLY_AST: the tree.
            let module = try m.importModule("ast")
            return try m.call(try m.getAttribute(module, m.internStatic("parse")), a[0], a[1], a[2])
        }
        let classes = treeClasses(m, a[0])
        var source: [UInt8] = []
        if classes == nil {
            guard let text = try sourceText(m, a[0]) else {
                throw m.raise(.typeError, "compile() arg 1 must be a string, bytes or AST object")
            }
            source = text
        }
        let mode: Module.Mode
        if modeName.equals("exec") {
            mode = .exec
        } else if modeName.equals("eval") {
            mode = .eval
        } else if modeName.equals("single") {
            mode = .single
        } else if modeName.equals("func_type") {
            throw m.raise(.valueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST")
        } else {
            throw m.raise(.valueError, "compile() mode must be 'exec', 'eval' or 'single'")
        }
        var optimization: Int?
        if a[5].isBound {
            let level = try m.indexInt(a[5])
            if level < -1 || level > 2 { throw m.raise(.valueError, "compile(): invalid optimize value") }
            if level >= 0 { optimization = level }
        }
        guard a[1].isKind(.string) || a[1].isKind(.bytes) else {
            throw m.raise(
                .typeError, "expected str, bytes or os.PathLike object, not \(m.typeName(a[1]))")
        }
        try checkNull(m, source)
        let filename = a[1].isKind(.string) ? m.swiftString(a[1]) : String(decoding: Bytes(a[1]).buffer, as: UTF8.self)
        var options = try options(m, a[3], a[4])
        options.optimization = optimization
        if let classes {
            var reader = TreeReader(m, classes: classes)
            let tree = try reader.module(a[0], mode)
            options.isTraced = m.isTraced([], filename)
            return Value(try m.compile(tree, filename: filename, source: nil, options: options))
        }
        return Value(
            try compileText(
                m, source, isBytes: !a[0].isKind(.string), filename: filename, mode: mode, options: options))
    }

    /// The namespace of the module `ast` if a value is one of its nodes.
    private static func treeClasses(_ m: Machine, _ value: Value) -> Dict? {
        let module = m.dictGet(m.modules, name: m.internStatic("ast"))
        guard value.isCell, module.isKind(.module) else { return nil }
        let classes = Dict(module.layout(ModuleLayout.self).pointee.dict)
        let base = m.dictGet(classes, name: m.internStatic("AST"))
        return base.isKind(.type) && m.typeOf(value).isSubtype(of: TypeRef(base)) ? classes : nil
    }

    /// Features of `__future__`, PyCF_DONT_IMPLY_DEDENT and its relatives.
    private static var knownFlags: Int {
        0x1FE_0010 | 0x200 | 0x400 | 0x800 | 0x1000 | 0x2000 | 0x4000 | 0x8000 | 0x10000
    }

    /// What `flags` and `dont_inherit` of `compile` ask for (`__future__`, `ast.PyCF_…`).
    private static func options(_ m: Machine, _ flags: Value, _ inherits: Value) throws(Raise) -> Compiler.Options {
        var options = Compiler.Options()
        var isAlone = false
        if inherits.isBound { isAlone = try m.truth(inherits) }
        if !isAlone { options = inheritedOptions(m) }
        guard flags.isBound else { return options }
        let number = try m.indexInt(flags)
        if number & ~knownFlags != 0 { throw m.raise(.valueError, "compile(): unrecognised flags") }
        if number & 0x2000 != 0 { options.allowsTopLevelAwait = true }
        if number & 0x100_0000 != 0 { options.flags.insert(.futureAnnotations) }
        return options
    }

    /// The features of `__future__` that the code that called the native being run has.
    private static func inheritedOptions(_ m: Machine) -> Compiler.Options {
        let frame = m.state.pointee.frame
        guard frame > m.state.pointee.frameBase else { return Compiler.Options() }
        let flags = CodeFlags(rawValue: frame.pointee.code.pointee.flags)
        return Compiler.Options(flags: flags.intersection(.futureAnnotations))
    }

    /// Compiles a text that is not in a file. CPython ends a module's last line by itself; for an expression or a
    /// statement at the prompt it does not, and puts an error at the very end of the text at offset 0.
    private static func compileText(
        _ m: Machine, _ source: [UInt8], isBytes: Bool, filename: String, mode: Module.Mode,
        options: Compiler.Options
    ) throws(Raise) -> UnsafeMutablePointer<CodeLayout> {
        let hasEnd = source.last == 10
        if mode == .exec {
            return try m.compile(
                source: hasEnd || source.isEmpty ? source : source + [10], filename: filename, mode: mode,
                isBytes: isBytes, options: options)
        }
        do throws(Raise) {
            return try m.compile(source: source, filename: filename, mode: mode, isBytes: isBytes, options: options)
        } catch {
            if !hasEnd { adjustTextError(m, source, filename) }
            throw error
        }
    }

    /// Moves the place of a pending SyntaxError to where CPython sees it in a text without an end of its last line.
    static func adjustTextError(_ m: Machine, _ source: [UInt8], _ filename: String) {
        guard m.pendingMatches(.syntaxError) else { return }
        let fields = Exception(m.state.pointee.pending).fields
        let text = fields[SyntaxErrorField.text]
        if source.isEmpty {
            for field in [
                SyntaxErrorField.line, SyntaxErrorField.offset, SyntaxErrorField.endLine,
                SyntaxErrorField.endOffset,
            ] { fields[field] = Value(small: 0) }
            fields[SyntaxErrorField.filename] = m.string(filename)
            fields[SyntaxErrorField.text] = m.runtime.pointee.emptyString
        } else if text.isKind(.string), fields[SyntaxErrorField.offset] == m.int(Str(text).count + 1) {
            fields[SyntaxErrorField.offset] = Value(small: 0)
            fields[SyntaxErrorField.endOffset] = Value(small: 0)
        }
    }

    /// Globals and locals for `eval` and `exec` by their arguments.
    private static func namespaces(
        _ m: Machine, _ a: Arguments, isExec: Bool
    ) throws(Raise) -> (globals: Value, locals: Value) {
        var globals = a[1].isUnbound ? .none : a[1]
        var locals = a[2].isUnbound ? .none : a[2]
        if !globals.isNone, !globals.isKind(.dict) {
            if isExec {
                throw m.raise(.typeError, "exec() globals must be a dict, not \(m.typeName(globals))")
            }
            let isMapping = m.isMapping(globals)
            throw m.raise(
                .typeError,
                isMapping
                    ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict")
        }
        if !locals.isNone, !m.isMapping(locals) {
            throw m.raise(
                .typeError,
                isExec
                    ? "locals must be a mapping or None, not \(m.typeName(locals))" : "locals must be a mapping")
        }
        if globals.isNone {
            globals = m.currentGlobals()
            if locals.isNone { locals = m.currentLocals() }
        } else if locals.isNone {
            locals = globals
        }
        guard globals.isKind(.dict) else {
            throw m.raise(.systemError, "globals and locals cannot be NULL")
        }
        let dict = Dict(globals)
        if m.dictGet(dict, name: m.name(.__builtins__)).isUnbound {
            m.dictSet(dict, name: m.name(.__builtins__), m.runtime.pointee.builtins)
        }
        return (globals, locals)
    }

    static func eval(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (globals, locals) = try namespaces(m, a, isExec: false)
        if a[0].isKind(.code) { return try runCode(m, a[0], globals, locals, "eval") }
        guard var source = try sourceText(m, a[0]) else {
            throw m.raise(.typeError, "eval() arg 1 must be a string, bytes or code object")
        }
        try checkNull(m, source)
        source.removeSubrange(0..<(source.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? source.count))
        let code = try compileText(
            m, source, isBytes: !a[0].isKind(.string), filename: "<string>", mode: .eval, options: inheritedOptions(m))
        return try m.run(code: code, globals: globals, locals: locals)
    }

    static func exec(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (globals, locals) = try namespaces(m, a, isExec: true)
        if a[0].isKind(.code) {
            if a[3].isBound, !a[3].isNone {
                try runClosure(m, a[0], globals, locals, a[3])
                return .none
            }
            if Tuple(a[0].layout(CodeLayout.self).pointee.freeNames).count > 0 {
                let count = Tuple(a[0].layout(CodeLayout.self).pointee.freeNames).count
                throw m.raise(.typeError, "code object requires a closure of exactly length \(count)")
            }
            _ = try runCode(m, a[0], globals, locals, "exec")
            return .none
        }
        if a[3].isBound, !a[3].isNone {
            throw m.raise(.typeError, "closure can only be used when source is a code object")
        }
        guard let source = try sourceText(m, a[0]) else {
            throw m.raise(.typeError, "exec() arg 1 must be a string, bytes or code object")
        }
        try checkNull(m, source)
        let code = try compileText(
            m, source, isBytes: !a[0].isKind(.string), filename: "<string>", mode: .exec, options: inheritedOptions(m))
        _ = try m.run(code: code, globals: globals, locals: locals)
        return .none
    }

    /// `exec(code, closure=…)`: the cells of the free variables.
    private static func runClosure(
        _ m: Machine, _ code: Value, _ globals: Value, _ locals: Value, _ closure: Value
    ) throws(Raise) {
        let layout: UnsafeMutablePointer<CodeLayout> = code.layout()
        let count = Tuple(layout.pointee.freeNames).count
        if count == 0 { throw m.raise(.typeError, "cannot use a closure with this code object") }
        var fits = closure.isKind(.tuple) && Tuple(closure).count == count
        if fits { for index in 0..<count where !Tuple(closure)[index].isKind(.variableCell) { fits = false } }
        guard fits else {
            throw m.raise(.typeError, "code object requires a closure of exactly length \(count)")
        }
        _ = try m.run(code: layout, globals: globals, locals: locals, closure: closure)
    }

    private static func runCode(
        _ m: Machine, _ code: Value, _ globals: Value, _ locals: Value, _ function: StaticString
    ) throws(Raise) -> Value {
        let layout: UnsafeMutablePointer<CodeLayout> = code.layout()
        if Tuple(layout.pointee.freeNames).count > 0 {
            throw m.raise(.typeError, "code object passed to \(function)() may not contain free variables")
        }
        return try m.run(code: layout, globals: globals, locals: locals)
    }

    static func importModule(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.importModule(name: a[0], globals: a[1], fromList: a[3], level: a[4])
    }
}
