/// What is said of calls that a built-in function can't take, with CPython's words. Also for functions of the library
/// that are C functions in CPython.
struct NativeWords {
    let m: Machine
    private let functionName: Value
    /// The class that it is a method of, or unbound.
    private let owner: Value
    /// The class that declares it.
    private let declaredOwner: Value
    private let module: Value
    private let style: NativeStyle
    /// The class's name and a dot, of functions of the library.
    private let prefix: String
    /// Whether the words about parameters name the function.
    private let isNamed: Bool

    init(_ m: Machine, _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments) {
        self.m = m
        functionName = native.pointee.name
        module = native.pointee.module
        style = native.pointee.style
        let declared = native.pointee.owner
        declaredOwner = declared
        // A method of a class is one of the class that it is called for.
        let isOfClass =
            style == .classMethod || style == .method && declared.isBound && declared == m.type(.type).value
        owner = isOfClass && arguments.count > 0 && arguments[0].isKind(.type) ? arguments[0] : declared
        prefix = ""
        isNamed = true
    }

    /// For a function of the library.
    init(_ m: Machine, name: Value, prefix: String, module: Value, style: NativeStyle, isNamed: Bool) {
        self.m = m
        functionName = name
        owner = .unbound
        declaredOwner = .unbound
        self.module = module
        self.style = style
        self.prefix = prefix
        self.isNamed = isNamed
    }

    // MARK: Names

    private var isSlot: Bool { style == .slot }
    private var isNew: Bool { style == .new }
    private var name: String { m.swiftString(functionName) }
    private var typeName: String {
        owner.isBound ? m.swiftString(TypeRef(owner).pointer.pointee.name) : name
    }
    /// The name of the class with that of its module, if it is of one.
    private var fullTypeName: String { declaredOwner.isBound ? m.builtinTypeName(TypeRef(declaredOwner)) : name }
    /// "append", but "list" for the methods that make one.
    private var shortName: String { isNew || functionName == m.name(.__init__) ? typeName : name }

    /// "list.append" for methods, "len" and "math.sin" for functions.
    private var qualifiedName: String {
        if isNew { return typeName }
        if owner.isBound { return typeName + "." + name }
        if !prefix.isEmpty { return prefix + name }
        return m.isString(module) && !Str(module).equals("builtins") ? m.swiftString(module) + "." + name : name
    }

    /// The function in words about its parameters.
    var subject: String { isNamed ? shortName + "()" : "function" }

    // MARK: Errors

    /// TypeError for a `__new__` or class method that did not get a suitable class first.
    func wrongClass(_ arguments: Arguments) -> Raise {
        let owner = fullTypeName
        if arguments.count == 0 {
            if isNew { return m.raise(.typeError, "\(owner).__new__(): not enough arguments") }
            return m.raise(.typeError, "descriptor '\(name)' of '\(owner)' object needs an argument")
        }
        guard arguments[0].isKind(.type) else {
            if isNew {
                return m.raise(
                    .typeError,
                    "\(owner).__new__(X): X is not a type object (\(m.typeName(arguments[0])))")
            }
            return m.raise(
                .typeError,
                "descriptor '\(name)' for type '\(owner)' needs a type, not a '\(m.typeName(arguments[0]))' as arg 2")
        }
        let given = m.typeName(TypeRef(arguments[0]))
        if isNew {
            return m.raise(.typeError, "\(owner).__new__(\(given)): \(given) is not a subtype of \(owner)")
        }
        return m.raise(.typeError, "descriptor '\(name)' requires a subtype of '\(owner)' but received '\(given)'")
    }

    /// TypeError for a method that did not get a suitable receiver first.
    func wrongReceiver(_ arguments: Arguments) -> Raise {
        let owner = fullTypeName
        if arguments.count == 0 {
            return m.raise(
                .typeError,
                isSlot
                    ? "descriptor '\(name)' of '\(owner)' object needs an argument"
                    : "unbound method \(qualifiedName)() needs an argument")
        }
        return m.raise(
            .typeError,
            isSlot
                ? "descriptor '\(name)' requires a '\(owner)' object but received a '\(m.typeName(arguments[0]))'"
                : "descriptor '\(name)' for '\(owner)' objects doesn't apply to a '\(m.typeName(arguments[0]))' object")
    }

    /// TypeError for a number of arguments that a function without a signature does not take.
    func wrongCount(_ arity: NativeArity, _ arguments: Arguments, _ skipped: Int) -> Raise {
        let given = arguments.count - skipped
        if arguments.keywordCount > 0 {
            return m.raise(
                .typeError,
                isSlot
                    ? "wrapper \(name)() takes no keyword arguments"
                    : "\(qualifiedName)() takes no keyword arguments")
        }
        if isSlot {
            let expected: String
            switch arity {
            case .none: expected = "0 arguments"
            case .one: expected = "1 argument"
            case .positional(let minimum, let maximum):
                let bound = given < minimum ? minimum : maximum
                expected =
                    "\(minimum == maximum ? "" : given < minimum ? "at least " : "at most ")\(bound) argument\(bound == 1 ? "" : "s")"
            default: expected = "fewer arguments"
            }
            // CPython unpacks these with an empty name, which leaves a space.
            if case .positional = arity {
                return m.raise(.typeError, " expected \(expected), got \(given)")
            }
            return m.raise(.typeError, "expected \(expected), got \(given)")
        }
        switch arity {
        case .none: return m.raise(.typeError, "\(qualifiedName)() takes no arguments (\(given) given)")
        case .one: return m.raise(.typeError, "\(qualifiedName)() takes exactly one argument (\(given) given)")
        case .positional(let minimum, let maximum):
            let bound = given < minimum ? minimum : maximum
            if !isNamed {
                let word = minimum == maximum ? "exactly" : given < minimum ? "at least" : "at most"
                return m.raise(
                    .typeError, "function takes \(word) \(bound) argument\(bound == 1 ? "" : "s") (\(given) given)")
            }
            let word = minimum == maximum ? "" : given < minimum ? "at least " : "at most "
            return m.raise(
                .typeError, "\(shortName) expected \(word)\(bound) argument\(bound == 1 ? "" : "s"), got \(given)")
        default: return m.raise(.typeError, "\(qualifiedName)() got wrong arguments")
        }
    }

    /// TypeError for more arguments than a signature has parameters.
    func tooMany(_ signature: NativeSignature, given: Int, keywords: Int) -> Raise {
        let positional = signature.positionalCount
        let total = positional + signature.keywordOnlyCount
        if signature.parameters.isEmpty {
            return m.raise(.typeError, "\(subject) takes no \(given > 0 ? "positional" : "keyword") arguments")
        }
        if given + keywords > total, !signature.hasKeywordRest {
            let kind = given == 0 ? "keyword " : ""
            return m.raise(
                .typeError,
                "\(subject) takes at most \(total) \(kind)argument\(total == 1 ? "" : "s") (\(given + keywords) given)"
            )
        }
        if positional == 0 { return m.raise(.typeError, "\(subject) takes no positional arguments") }
        let exactly = signature.requiredPositional == positional ? "exactly" : "at most"
        return m.raise(
            .typeError,
            "\(subject) takes \(exactly) \(positional) positional argument\(positional == 1 ? "" : "s") (\(given) given)"
        )
    }

    /// TypeError for a parameter without an argument.
    func missing(
        _ parameter: NativeSignature.Parameter, _ signature: NativeSignature, index: Int, given: Int
    ) -> Raise {
        if parameter.kind == .keywordOnly {
            return m.raise(.typeError, "\(subject) missing required keyword-only argument: '\(parameter.name)'")
        }
        if parameter.kind == .positionalOnly {
            let nameless = signature.parameters.count { $0.kind == .positionalOnly }
            let count = min(nameless, signature.requiredPositional)
            let exactly = count == signature.positionalCount ? "exactly" : "at least"
            return m.raise(
                .typeError,
                "\(subject) takes \(exactly) \(count) positional argument\(count == 1 ? "" : "s") (\(given) given)")
        }
        return m.raise(.typeError, "\(subject) missing required argument '\(parameter.name)' (pos \(index + 1))")
    }

    /// TypeError for an argument by a name that a signature does not know.
    func unexpectedKeyword(_ name: Value, _ signature: NativeSignature) -> Raise {
        let known = signature.parameters.filter { $0.kind == .normal || $0.kind == .keywordOnly }.map(\.name)
        if known.isEmpty { return m.raise(.typeError, "\(qualifiedName)() takes no keyword arguments") }
        return m.unexpectedKeyword(of: isNamed ? subject : "this function", name, among: known)
    }
}

extension Machine {
    /// The error for an argument by a name that a built-in function does not know. `given` is how many there are by
    /// name, for a function that has no other way to say what `known` stands for.
    func unexpectedKeyword(_ function: String, _ name: Value, among known: [String], given: Int = 0) -> Raise {
        guard given <= known.count else {
            let noun = known.count == 1 ? "argument" : "arguments"
            return raise(.typeError, "\(function)() takes at most \(known.count) keyword \(noun) (\(given) given)")
        }
        return unexpectedKeyword(of: function + "()", name, among: known)
    }

    fileprivate func unexpectedKeyword(of subject: String, _ name: Value, among known: [String]) -> Raise {
        let text = swiftString(name)
        var message = "\(subject) got an unexpected keyword argument '\(text)'"
        if let suggestion = Suggestions.closest(to: text, among: known) { message += ". Did you mean '\(suggestion)'?" }
        return raise(.typeError, message)
    }
}
