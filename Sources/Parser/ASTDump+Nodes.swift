extension ASTDump {
    // MARK: Statements

    mutating func statement(_ node: Statement) {
        switch node.kind {
        case .functionDef(let definition): function("FunctionDef", definition)
        case .asyncFunctionDef(let definition): function("AsyncFunctionDef", definition)
        case .classDef(let definition):
            open("ClassDef")
            string("name", definition.name)
            expressions("bases", definition.bases)
            list("keywords", definition.keywords) { $0.keyword($1) }
            statements("body", definition.body)
            expressions("decorator_list", definition.decorators)
            list("type_params", definition.typeParameters) { $0.typeParameter($1) }
        case .return(let value):
            open("Return")
            expression("value", value)
        case .delete(let targets):
            open("Delete")
            expressions("targets", targets)
        case .assign(let targets, let value):
            open("Assign")
            expressions("targets", targets)
            expression("value", value)
        case .typeAlias(let name, let typeParameters, let value):
            open("TypeAlias")
            expression("name", name)
            list("type_params", typeParameters) { $0.typeParameter($1) }
            expression("value", value)
        case .augAssign(let target, let op, let value):
            open("AugAssign")
            expression("target", target)
            self.node("op", ASTDump.name(op))
            expression("value", value)
        case .annAssign(let target, let annotation, let value, let isSimple):
            open("AnnAssign")
            expression("target", target)
            expression("annotation", annotation)
            expression("value", value)
            field("simple")
            write(isSimple ? "1" : "0")
        case .for(let target, let iterator, let body, let orelse): loop("For", target, iterator, body, orelse)
        case .asyncFor(let target, let iterator, let body, let orelse):
            loop("AsyncFor", target, iterator, body, orelse)
        case .while(let test, let body, let orelse):
            open("While")
            expression("test", test)
            statements("body", body)
            statements("orelse", orelse)
        case .if(let test, let body, let orelse):
            open("If")
            expression("test", test)
            statements("body", body)
            statements("orelse", orelse)
        case .with(let items, let body):
            open("With")
            list("items", items) { $0.withItem($1) }
            statements("body", body)
        case .asyncWith(let items, let body):
            open("AsyncWith")
            list("items", items) { $0.withItem($1) }
            statements("body", body)
        case .match(let subject, let cases):
            open("Match")
            expression("subject", subject)
            list("cases", cases) { $0.matchCase($1) }
        case .raise(let exception, let cause):
            open("Raise")
            expression("exc", exception)
            expression("cause", cause)
        case .try(let body, let handlers, let orelse, let finalbody):
            attempt("Try", body, handlers, orelse, finalbody)
        case .tryStar(let body, let handlers, let orelse, let finalbody):
            attempt("TryStar", body, handlers, orelse, finalbody)
        case .assert(let test, let message):
            open("Assert")
            expression("test", test)
            expression("msg", message)
        case .import(let names):
            open("Import")
            list("names", names) { $0.alias($1) }
        case .importFrom(let module, let names, let level):
            open("ImportFrom")
            string("module", module)
            list("names", names) { $0.alias($1) }
            field("level")
            write(String(level))
        case .global(let names):
            open("Global")
            list("names", names) { $0.literal(Array($1.utf8)) }
        case .nonlocal(let names):
            open("Nonlocal")
            list("names", names) { $0.literal(Array($1.utf8)) }
        case .expression(let value):
            open("Expr")
            expression("value", value)
        case .pass: open("Pass")
        case .break: open("Break")
        case .continue: open("Continue")
        }
        close(node.range)
    }

    private mutating func function(_ type: String, _ definition: FunctionDefinition) {
        open(type)
        string("name", definition.name)
        field("args")
        parameters(definition.parameters)
        statements("body", definition.body)
        expressions("decorator_list", definition.decorators)
        expression("returns", definition.returns)
        list("type_params", definition.typeParameters) { $0.typeParameter($1) }
    }

    private mutating func loop(
        _ type: String, _ target: Expression, _ iterator: Expression, _ body: [Statement], _ orelse: [Statement]
    ) {
        open(type)
        expression("target", target)
        expression("iter", iterator)
        statements("body", body)
        statements("orelse", orelse)
    }

    private mutating func attempt(
        _ type: String, _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement],
        _ finalbody: [Statement]
    ) {
        open(type)
        statements("body", body)
        list("handlers", handlers) {
            $0.open("ExceptHandler")
            $0.expression("type", $1.type)
            $0.string("name", $1.name)
            $0.statements("body", $1.body)
            $0.close($1.range)
        }
        statements("orelse", orelse)
        statements("finalbody", finalbody)
    }

    // MARK: Parts of statements

    private mutating func alias(_ node: Alias) {
        open("alias")
        string("name", node.name)
        string("asname", node.asName)
        close(node.range)
    }

    private mutating func withItem(_ node: WithItem) {
        open("withitem")
        expression("context_expr", node.contextExpression)
        expression("optional_vars", node.optionalVariables)
        close()
    }

    private mutating func matchCase(_ node: MatchCase) {
        open("match_case")
        field("pattern")
        pattern(node.pattern)
        expression("guard", node.condition)
        statements("body", node.body)
        close()
    }

    private mutating func parameters(_ node: Parameters) {
        open("arguments")
        list("posonlyargs", node.positionalOnly) { $0.parameter($1) }
        list("args", node.positional) { $0.parameter($1) }
        if let variadic = node.variadic {
            field("vararg")
            parameter(variadic)
        }
        list("kwonlyargs", node.keywordOnly) { $0.parameter($1) }
        list("kw_defaults", node.keywordDefaults) { $0.optional($1) }
        if let variadic = node.variadicKeyword {
            field("kwarg")
            parameter(variadic)
        }
        expressions("defaults", node.defaults)
        close()
    }

    private mutating func optional(_ value: Expression?) {
        if let value { expression(value) } else { write("None") }
    }

    private mutating func parameter(_ node: Parameter) {
        open("arg")
        string("arg", node.name)
        expression("annotation", node.annotation)
        close(node.range)
    }

    private mutating func keyword(_ node: Keyword) {
        open("keyword")
        string("arg", node.name)
        expression("value", node.value)
        close(node.range)
    }

    private mutating func typeParameter(_ node: TypeParameter) {
        switch node.kind {
        case .typeVar(let bound):
            open("TypeVar")
            string("name", node.name)
            expression("bound", bound)
        case .paramSpec:
            open("ParamSpec")
            string("name", node.name)
        case .typeVarTuple:
            open("TypeVarTuple")
            string("name", node.name)
        }
        expression("default_value", node.defaultValue)
        close(node.range)
    }

    private mutating func pattern(_ node: Pattern) {
        switch node.kind {
        case .matchValue(let value):
            open("MatchValue")
            expression("value", value)
        case .matchSingleton(let value):
            open("MatchSingleton")
            field("value")
            constant(value)
        case .matchSequence(let patterns):
            open("MatchSequence")
            list("patterns", patterns) { $0.pattern($1) }
        case .matchMapping(let keys, let patterns, let rest):
            open("MatchMapping")
            expressions("keys", keys)
            list("patterns", patterns) { $0.pattern($1) }
            string("rest", rest)
        case .matchClass(let type, let patterns, let names, let keywordPatterns):
            open("MatchClass")
            expression("cls", type)
            list("patterns", patterns) { $0.pattern($1) }
            list("kwd_attrs", names) { $0.literal(Array($1.utf8)) }
            list("kwd_patterns", keywordPatterns) { $0.pattern($1) }
        case .matchStar(let name):
            open("MatchStar")
            string("name", name)
        case .matchAs(let inner, let name):
            open("MatchAs")
            if let inner {
                field("pattern")
                pattern(inner)
            }
            string("name", name)
        case .matchOr(let patterns):
            open("MatchOr")
            list("patterns", patterns) { $0.pattern($1) }
        }
        close(node.range)
    }

    // MARK: Expressions

    mutating func expression(_ node: Expression) {
        switch node.kind {
        case .boolOp(let op, let values):
            open("BoolOp")
            self.node("op", op == .and ? "And" : "Or")
            expressions("values", values)
        case .namedExpr(let target, let value):
            open("NamedExpr")
            expression("target", target)
            expression("value", value)
        case .binOp(let left, let op, let right):
            open("BinOp")
            expression("left", left)
            self.node("op", ASTDump.name(op))
            expression("right", right)
        case .unaryOp(let op, let operand):
            open("UnaryOp")
            let names: [UnaryOperator: String] = [.invert: "Invert", .not: "Not", .plus: "UAdd", .minus: "USub"]
            self.node("op", names[op] ?? "")
            expression("operand", operand)
        case .lambda(let parameters, let body):
            open("Lambda")
            field("args")
            self.parameters(parameters)
            expression("body", body)
        case .ifExp(let test, let body, let orelse):
            open("IfExp")
            expression("test", test)
            expression("body", body)
            expression("orelse", orelse)
        case .dict(let keys, let values):
            open("Dict")
            list("keys", keys) { $0.optional($1) }
            expressions("values", values)
        case .set(let elements):
            open("Set")
            expressions("elts", elements)
        case .listComp(let elt, let generators): comprehension("ListComp", elt, generators)
        case .setComp(let elt, let generators): comprehension("SetComp", elt, generators)
        case .generatorExp(let elt, let generators): comprehension("GeneratorExp", elt, generators)
        case .dictComp(let key, let value, let generators):
            open("DictComp")
            expression("key", key)
            expression("value", value)
            self.generators(generators)
        case .await(let value):
            open("Await")
            expression("value", value)
        case .yield(let value):
            open("Yield")
            expression("value", value)
        case .yieldFrom(let value):
            open("YieldFrom")
            expression("value", value)
        case .compare(let left, let operators, let comparators):
            open("Compare")
            expression("left", left)
            list("ops", operators) { $0.write(ASTDump.name($1) + "()") }
            expressions("comparators", comparators)
        case .call(let function, let arguments, let keywords):
            open("Call")
            expression("func", function)
            expressions("args", arguments)
            list("keywords", keywords) { $0.keyword($1) }
        case .formattedValue(let value, let conversion, let formatSpec):
            open("FormattedValue")
            expression("value", value)
            field("conversion")
            write(String(conversion))
            expression("format_spec", formatSpec)
        case .joinedStr(let values):
            open("JoinedStr")
            expressions("values", values)
        case .constant(let value, let hasUnicodePrefix):
            open("Constant")
            field("value")
            constant(value)
            if hasUnicodePrefix { string("kind", "u") }
        case .attribute(let value, let attribute, let context):
            open("Attribute")
            expression("value", value)
            string("attr", attribute)
            self.context(context)
        case .subscript(let value, let slice, let context):
            open("Subscript")
            expression("value", value)
            expression("slice", slice)
            self.context(context)
        case .starred(let value, let context):
            open("Starred")
            expression("value", value)
            self.context(context)
        case .name(let id, let context):
            open("Name")
            string("id", id)
            self.context(context)
        case .list(let elements, let context):
            open("List")
            expressions("elts", elements)
            self.context(context)
        case .tuple(let elements, let context):
            open("Tuple")
            expressions("elts", elements)
            self.context(context)
        case .slice(let lower, let upper, let step):
            open("Slice")
            expression("lower", lower)
            expression("upper", upper)
            expression("step", step)
        }
        close(node.range)
    }

    private mutating func context(_ context: ExpressionContext) {
        switch context {
        case .load: node("ctx", "Load")
        case .store: node("ctx", "Store")
        case .delete: node("ctx", "Del")
        }
    }

    private mutating func comprehension(_ type: String, _ elt: Expression, _ generators: [Comprehension]) {
        open(type)
        expression("elt", elt)
        self.generators(generators)
    }

    private mutating func generators(_ generators: [Comprehension]) {
        list("generators", generators) {
            $0.open("comprehension")
            $0.expression("target", $1.target)
            $0.expression("iter", $1.iterator)
            $0.expressions("ifs", $1.conditions)
            $0.field("is_async")
            $0.write($1.isAsync ? "1" : "0")
            $0.close()
        }
    }

    // MARK: Operators

    static func name(_ op: BinaryOperator) -> String {
        switch op {
        case .add: "Add"
        case .subtract: "Sub"
        case .multiply: "Mult"
        case .matrixMultiply: "MatMult"
        case .divide: "Div"
        case .modulo: "Mod"
        case .power: "Pow"
        case .leftShift: "LShift"
        case .rightShift: "RShift"
        case .bitOr: "BitOr"
        case .bitXor: "BitXor"
        case .bitAnd: "BitAnd"
        case .floorDivide: "FloorDiv"
        }
    }

    static func name(_ op: ComparisonOperator) -> String {
        switch op {
        case .equal: "Eq"
        case .notEqual: "NotEq"
        case .less: "Lt"
        case .lessOrEqual: "LtE"
        case .greater: "Gt"
        case .greaterOrEqual: "GtE"
        case .is: "Is"
        case .isNot: "IsNot"
        case .in: "In"
        case .notIn: "NotIn"
        }
    }
}
