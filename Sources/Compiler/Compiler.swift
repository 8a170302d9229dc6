import Parser

/// The way from a syntax tree to code.
public enum Compiler {
    /// What `compile()` may be told besides the program.
    public struct Options: Sendable {
        /// `await` and its relatives are allowed at module level; the code is a coroutine's if one is used
        /// (`ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`).
        public var allowsTopLevelAwait: Bool
        /// The features of `__future__` that the surrounding code already has.
        public var flags: CodeFlags
        /// 1 leaves assert statements out and makes `__debug__` false, 2 leaves doc strings out, too; nil is for whoever
        /// calls the compiler to decide.
        public var optimization: Int?
        /// How many bytes of the thread's stack the compiler may use; a tree that is too deep for that is refused with
        /// CPython's RecursionError. For the deepest tree that the parser makes, a release build needs 5 MB,
        /// a debug build 40 MB.
        public var stackBudget: Int
        /// Whether the code tells the machine where lines, calls and returns are, for `sys.settrace`.
        public var isTraced = false

        public init(
            allowsTopLevelAwait: Bool = false, flags: CodeFlags = [], optimization: Int? = nil,
            stackBudget: Int = 2_500_000
        ) {
            self.allowsTopLevelAwait = allowsTopLevelAwait
            self.flags = flags
            self.optimization = optimization
            self.stackBudget = stackBudget
        }
    }

    /// A compiled program with the warnings found on the way (those of the parser are in ``Module/warnings``).
    public struct Result: Sendable {
        public let code: Code
        public let warnings: [SyntaxWarning]
    }

    /// Compiles a module, an interactive statement or an expression, as its mode says.
    ///
    /// - Parameters:
    ///   - source: the text, from which errors take the line they show; `nil` for programs that are not in a file.
    /// - Throws: what CPython's `symtable.c` and `compile.c` refuse, with their messages and positions.
    public static func compile(
        _ module: Module, filename: String, source: [UInt8]? = nil, options: Options = Options()
    ) throws(SyntaxError) -> Result {
        let errors = ErrorReporter(source: source)
        let future = try FutureFeatures(of: module, errors: errors)
        let hasFutureAnnotations = future.hasAnnotations || options.flags.contains(.futureAnnotations)
        let stack = StackGuard(budget: options.stackBudget)
        var builder = ScopeBuilder(
            errors: errors, hasFutureAnnotations: hasFutureAnnotations,
            allowsTopLevelAwait: options.allowsTopLevelAwait, stack: stack)
        let table = try builder.build(module)
        let generator = CodeGenerator(
            table: table, filename: filename, errors: errors, stack: stack, options: options,
            hasFutureAnnotations: hasFutureAnnotations, lastFuture: future.last)
        let code = try generator.compile(module)
        return Result(code: code, warnings: generator.warnings)
    }
}

/// The `from __future__ import …` statements at the beginning of a module.
struct FutureFeatures {
    private(set) var hasAnnotations = false
    /// Where the last statement is that may be such an import.
    private(set) var last = SourceRange(line: -1, column: 0, endLine: -1, endColumn: 0)

    private static let names: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
        "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
    ]

    init(of module: Module, errors: ErrorReporter) throws(SyntaxError) {
        guard module.mode != .eval else { return }
        for (index, statement) in module.body.enumerated() {
            if index == 0, case .expression(let value) = statement.kind, case .constant(.string, _) = value.kind {
                continue
            }
            guard case .importFrom("__future__"?, let aliases, 0) = statement.kind else { return }
            for alias in aliases {
                if alias.name == "annotations" { hasAnnotations = true }
                if Self.names.contains(alias.name) { continue }
                let isBraces = alias.name == "braces"
                var error = errors.error(
                    isBraces ? "not a chance" : "future feature \(alias.name) is not defined", at: statement.range)
                (error.endLine, error.endOffset) = (error.line, 0)
                throw error
            }
            last = statement.range
        }
    }
}
