// The abstract syntax tree: the node types of CPython 3.13's `Parser/Python.asdl`, in Swift form.
// A field keeps its ASDL name where that reads as a word (`orelse`, `finalbody`, `elt`); the short ones are written
// out (`func` → `function`, `args` → `arguments`, `ctx` → `context`, `attr` → `attribute`).

/// Where a node stands in the source: lines count from 1, columns from 0 in UTF-8 bytes, as `lineno`, `col_offset`,
/// `end_lineno` and `end_col_offset` of the `ast` module.
public struct SourceRange: Sendable, Hashable {
    public var line: Int32
    public var column: Int32
    public var endLine: Int32
    public var endColumn: Int32

    @inlinable
    public init(line: Int32, column: Int32, endLine: Int32, endColumn: Int32) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }
}

/// What was parsed: a file (`exec`), one interactive statement (`single`) or one expression (`eval`).
public struct Module: Sendable {
    /// The start symbol of the grammar, the `mode` of `compile()`.
    public enum Mode: Sendable { case exec, single, eval }

    public let mode: Mode
    /// The statements; in `eval` mode a single expression statement.
    public let body: [Statement]
    /// Warnings of the tokenizer and the parser, in the order in which CPython issues them.
    public let warnings: [SyntaxWarning]

    public init(mode: Mode, body: [Statement], warnings: [SyntaxWarning] = []) {
        self.mode = mode
        self.body = body
        self.warnings = warnings
    }
}

/// How a name, attribute, subscript, star, list or tuple is used: `expr_context`.
public enum ExpressionContext: UInt8, Sendable { case load, store, delete }

/// `boolop`.
public enum BooleanOperator: UInt8, Sendable { case and, or }

/// `operator`: the binary operators, also those of augmented assignments.
public enum BinaryOperator: UInt8, Sendable {
    case add, subtract, multiply, matrixMultiply, divide, modulo, power
    case leftShift, rightShift, bitOr, bitXor, bitAnd, floorDivide
}

/// `unaryop`.
public enum UnaryOperator: UInt8, Sendable { case invert, not, plus, minus }

/// `cmpop`.
public enum ComparisonOperator: UInt8, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, `is`, isNot, `in`, notIn
}

/// The value of an integer literal. Literals are never negative; what the compiler folds may be.
public enum IntegerLiteral: Sendable, Equatable {
    /// A value that fits a machine word.
    case small(Int)
    /// A larger one: its digits (ASCII, without prefix, underscores and leading zeros; behind a minus sign when it is
    /// negative) and their radix (2, 8, 10, 16).
    case large(digits: [UInt8], radix: Int)
}

/// The value of a `Constant` node.
public enum Constant: Sendable {
    case none, `true`, `false`, ellipsis
    case int(IntegerLiteral)
    case float(Double)
    /// An imaginary literal such as `2j`: a complex number whose real part is 0.
    case imaginary(Double)
    /// A string in generalised UTF-8 (WTF-8): lone surrogates, which `"\ud800"` can make, are three bytes.
    case string(wtf8: [UInt8])
    case bytes([UInt8])
}

/// An expression node: `expr`.
public final class Expression: Sendable {
    public let range: SourceRange
    /// How many nodes the longest path down to a leaf has; the parser bounds it, so that whoever walks the tree may
    /// recurse (see `Parser.maximumTreeDepth`).
    public let depth: Int32
    public let kind: Kind

    public init(_ kind: Kind, at range: SourceRange) {
        self.range = range
        self.kind = kind
        depth = kind.childDepth + 1
    }

    /// The constructors of `expr`.
    public enum Kind: Sendable {
        case boolOp(op: BooleanOperator, values: [Expression])
        /// `target := value`
        case namedExpr(target: Expression, value: Expression)
        case binOp(left: Expression, op: BinaryOperator, right: Expression)
        case unaryOp(op: UnaryOperator, operand: Expression)
        case lambda(parameters: Parameters, body: Expression)
        /// `body if test else orelse`
        case ifExp(test: Expression, body: Expression, orelse: Expression)
        /// A key of `nil` means `**value`.
        case dict(keys: [Expression?], values: [Expression])
        case set(elements: [Expression])
        case listComp(elt: Expression, generators: [Comprehension])
        case setComp(elt: Expression, generators: [Comprehension])
        case dictComp(key: Expression, value: Expression, generators: [Comprehension])
        case generatorExp(elt: Expression, generators: [Comprehension])
        case await(value: Expression)
        case yield(value: Expression?)
        case yieldFrom(value: Expression)
        case compare(left: Expression, operators: [ComparisonOperator], comparators: [Expression])
        case call(function: Expression, arguments: [Expression], keywords: [Keyword])
        /// A replacement field; `conversion` is -1 or the code of `s`, `r` or `a`; `formatSpec` is a `joinedStr`.
        case formattedValue(value: Expression, conversion: Int, formatSpec: Expression?)
        /// An f-string: constants and formatted values.
        case joinedStr(values: [Expression])
        /// `hasUnicodePrefix` is set by a `u` prefix (`kind='u'` of the `ast` module).
        case constant(value: Constant, hasUnicodePrefix: Bool)
        case attribute(value: Expression, attribute: String, context: ExpressionContext)
        case `subscript`(value: Expression, slice: Expression, context: ExpressionContext)
        case starred(value: Expression, context: ExpressionContext)
        /// The identifier is NFKC-normalised and not mangled.
        case name(id: String, context: ExpressionContext)
        case list(elements: [Expression], context: ExpressionContext)
        case tuple(elements: [Expression], context: ExpressionContext)
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
    }
}

/// `comprehension`: one `for target in iterator if …` clause.
public final class Comprehension: Sendable {
    public let target: Expression
    public let iterator: Expression
    public let conditions: [Expression]
    public let isAsync: Bool

    public init(target: Expression, iterator: Expression, conditions: [Expression], isAsync: Bool) {
        self.target = target
        self.iterator = iterator
        self.conditions = conditions
        self.isAsync = isAsync
    }
}

/// `keyword`: `name=value` in a call or a class definition; a name of `nil` means `**value`.
public final class Keyword: Sendable {
    public let range: SourceRange
    public let name: String?
    public let value: Expression

    public init(name: String?, value: Expression, at range: SourceRange) {
        self.range = range
        self.name = name
        self.value = value
    }
}

/// `arg`: one parameter of a function.
public final class Parameter: Sendable {
    public let range: SourceRange
    public let name: String
    public let annotation: Expression?

    public init(name: String, annotation: Expression?, at range: SourceRange) {
        self.range = range
        self.name = name
        self.annotation = annotation
    }
}

/// `arguments`: the parameter list of a function or lambda.
public final class Parameters: Sendable {
    /// `posonlyargs`
    public let positionalOnly: [Parameter]
    /// `args`
    public let positional: [Parameter]
    /// `vararg`
    public let variadic: Parameter?
    /// `kwonlyargs`
    public let keywordOnly: [Parameter]
    /// `kw_defaults`: as many as `keywordOnly`; `nil` for a required one.
    public let keywordDefaults: [Expression?]
    /// `kwarg`
    public let variadicKeyword: Parameter?
    /// `defaults` of the last of `positionalOnly + positional`.
    public let defaults: [Expression]

    public init(
        positionalOnly: [Parameter] = [], positional: [Parameter] = [], variadic: Parameter? = nil,
        keywordOnly: [Parameter] = [], keywordDefaults: [Expression?] = [], variadicKeyword: Parameter? = nil,
        defaults: [Expression] = []
    ) {
        self.positionalOnly = positionalOnly
        self.positional = positional
        self.variadic = variadic
        self.keywordOnly = keywordOnly
        self.keywordDefaults = keywordDefaults
        self.variadicKeyword = variadicKeyword
        self.defaults = defaults
    }
}

/// `type_param`: a type parameter of PEP 695, with the default of PEP 696.
public final class TypeParameter: Sendable {
    /// The constructors of `type_param`.
    public enum Kind: Sendable {
        case typeVar(bound: Expression?)
        case paramSpec
        case typeVarTuple
    }

    public let range: SourceRange
    public let name: String
    public let kind: Kind
    public let defaultValue: Expression?

    public init(name: String, kind: Kind, defaultValue: Expression?, at range: SourceRange) {
        self.range = range
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
    }
}
