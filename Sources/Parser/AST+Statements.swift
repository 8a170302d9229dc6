/// A statement node: `stmt`.
public final class Statement: Sendable {
    public let range: SourceRange
    public let kind: Kind

    @inlinable
    public init(_ kind: Kind, at range: SourceRange) {
        self.range = range
        self.kind = kind
    }

    /// The constructors of `stmt`.
    public enum Kind: Sendable {
        case functionDef(FunctionDefinition)
        case asyncFunctionDef(FunctionDefinition)
        case classDef(ClassDefinition)
        case `return`(value: Expression?)
        case delete(targets: [Expression])
        /// `a = b = value`
        case assign(targets: [Expression], value: Expression)
        /// `type name[typeParameters] = value`; `name` is a name expression.
        case typeAlias(name: Expression, typeParameters: [TypeParameter], value: Expression)
        case augAssign(target: Expression, op: BinaryOperator, value: Expression)
        /// `target: annotation = value`; `isSimple` when the target is a name without parentheses.
        case annAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
        case `for`(target: Expression, iterator: Expression, body: [Statement], orelse: [Statement])
        case asyncFor(target: Expression, iterator: Expression, body: [Statement], orelse: [Statement])
        case `while`(test: Expression, body: [Statement], orelse: [Statement])
        /// An `elif` is an `if` alone in `orelse`.
        case `if`(test: Expression, body: [Statement], orelse: [Statement])
        case with(items: [WithItem], body: [Statement])
        case asyncWith(items: [WithItem], body: [Statement])
        case match(subject: Expression, cases: [MatchCase])
        case raise(exception: Expression?, cause: Expression?)
        case `try`(body: [Statement], handlers: [ExceptHandler], orelse: [Statement], finalbody: [Statement])
        /// `try` with `except*`.
        case tryStar(body: [Statement], handlers: [ExceptHandler], orelse: [Statement], finalbody: [Statement])
        case assert(test: Expression, message: Expression?)
        case `import`(names: [Alias])
        /// `level` counts the leading dots; `module` is `nil` in `from . import x`.
        case importFrom(module: String?, names: [Alias], level: Int)
        case global(names: [String])
        case nonlocal(names: [String])
        case expression(value: Expression)
        case pass
        case `break`
        case `continue`
    }
}

/// The fields of `FunctionDef` and `AsyncFunctionDef`.
public final class FunctionDefinition: Sendable {
    public let name: String
    public let parameters: Parameters
    public let body: [Statement]
    public let decorators: [Expression]
    public let returns: Expression?
    public let typeParameters: [TypeParameter]

    public init(
        name: String, parameters: Parameters, body: [Statement], decorators: [Expression], returns: Expression?,
        typeParameters: [TypeParameter]
    ) {
        self.name = name
        self.parameters = parameters
        self.body = body
        self.decorators = decorators
        self.returns = returns
        self.typeParameters = typeParameters
    }
}

/// The fields of `ClassDef`.
public final class ClassDefinition: Sendable {
    public let name: String
    public let bases: [Expression]
    public let keywords: [Keyword]
    public let body: [Statement]
    public let decorators: [Expression]
    public let typeParameters: [TypeParameter]

    public init(
        name: String, bases: [Expression], keywords: [Keyword], body: [Statement], decorators: [Expression],
        typeParameters: [TypeParameter]
    ) {
        self.name = name
        self.bases = bases
        self.keywords = keywords
        self.body = body
        self.decorators = decorators
        self.typeParameters = typeParameters
    }
}

/// `alias`: `name as asName` of an import; `name` may be dotted or `*`.
public final class Alias: Sendable {
    public let range: SourceRange
    public let name: String
    public let asName: String?

    public init(name: String, asName: String?, at range: SourceRange) {
        self.range = range
        self.name = name
        self.asName = asName
    }
}

/// `withitem`: `contextExpression as optionalVariables`.
public final class WithItem: Sendable {
    public let contextExpression: Expression
    public let optionalVariables: Expression?

    public init(contextExpression: Expression, optionalVariables: Expression?) {
        self.contextExpression = contextExpression
        self.optionalVariables = optionalVariables
    }
}

/// `excepthandler`: `except type as name: body`.
public final class ExceptHandler: Sendable {
    public let range: SourceRange
    public let type: Expression?
    public let name: String?
    public let body: [Statement]

    public init(type: Expression?, name: String?, body: [Statement], at range: SourceRange) {
        self.range = range
        self.type = type
        self.name = name
        self.body = body
    }
}

/// `match_case`: `case pattern if condition: body`.
public final class MatchCase: Sendable {
    public let pattern: Pattern
    public let condition: Expression?
    public let body: [Statement]

    public init(pattern: Pattern, condition: Expression?, body: [Statement]) {
        self.pattern = pattern
        self.condition = condition
        self.body = body
    }
}

/// The name for modules that have other patterns, too.
public typealias MatchPattern = Pattern

/// A pattern of a `match` statement: `pattern`.
public final class Pattern: Sendable {
    public let range: SourceRange
    public let kind: Kind

    public init(_ kind: Kind, at range: SourceRange) {
        self.range = range
        self.kind = kind
    }

    /// The constructors of `pattern`.
    public enum Kind: Sendable {
        /// A literal or a dotted name, compared with `==`.
        case matchValue(value: Expression)
        /// `None`, `True` or `False`, compared with `is`.
        case matchSingleton(value: Constant)
        case matchSequence(patterns: [Pattern])
        /// `rest` is the name after `**`.
        case matchMapping(keys: [Expression], patterns: [Pattern], rest: String?)
        case matchClass(class: Expression, patterns: [Pattern], keywordNames: [String], keywordPatterns: [Pattern])
        /// A name of `nil` means `*_`.
        case matchStar(name: String?)
        /// Both `nil`: the wildcard `_`; `pattern` alone `nil`: a capture.
        case matchAs(pattern: Pattern?, name: String?)
        case matchOr(patterns: [Pattern])
    }
}
