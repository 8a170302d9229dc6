import Compiler

/// Functions of the library that are C functions in CPython complain of wrong arguments as built-in functions do. What
/// the words are follows from the parameters: a single one that is positional only makes a function of exactly one
/// argument, and so on.
extension Machine {
    /// Files of the library, the module that their functions belong to in CPython, and the classes and functions in them
    /// that are C there: all when none is named.
    private static let builtinFiles: [(file: StaticString, module: StaticString, names: StaticString)] = [
        ("<library>/datetime.mpy", "_datetime", ""), ("<library>/decimal.mpy", "_decimal", ""),
        ("<library>/_decimal_context.mpy", "_decimal", ""),
        ("<library>/collections/__init__.mpy", "_collections", "OrderedDict defaultdict"),
        ("<library>/queue.mpy", "_queue", "SimpleQueue"), ("<library>/zlib.mpy", "zlib", ""),
        ("<library>/marshal.mpy", "marshal", ""), ("<library>/faulthandler.mpy", "faulthandler", ""),
        ("<library>/warnings.mpy", "_warnings", "warn warn_explicit _filters_mutated"),
        ("<library>/abc.mpy", "_abc", "get_cache_token"),
        (
            "<library>/codecs.mpy", "_codecs",
            "lookup lookup_error register register_error unregister encode decode"
        ),
    ]
    /// Files whose functions are nameless in words about their parameters, and the classes whose constructors are.
    private static let namelessFiles = ["<library>/decimal.mpy", "<library>/_decimal_context.mpy"]
    private static let namelessClasses = ["date", "time", "datetime"]

    /// What is wrong with a call of a function of the library that is C in CPython, in its words; nil for others.
    @inline(never)
    func raiseInBuiltinWords(_ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: Arguments) -> Raise? {
        let file = swiftString(function.pointee.code.pointee.filename)
        guard file.hasPrefix(Self.libraryPath) else { return nil }
        let fullName = swiftString(function.pointee.qualifiedName)
        let parts = fullName.split(separator: ".")
        guard let known = Self.builtinFiles.first(where: { $0.file.description == file }), let first = parts.first,
            known.names.utf8CodeUnitCount == 0
                || known.names.description.split(separator: " ").contains(where: { $0 == first })
        else { return nil }
        let name = swiftString(function.pointee.name)
        let isMethod = parts.count > 1
        if isMethod, arguments.count == 0 { return nil }
        let isMaker = name == "__new__" || name == "__init__"
        // A method of a class is one of the class that it is called for.
        let isOfClass = isMethod && !isMaker && arguments[0].isKind(.type)
        let className = isOfClass ? typeName(TypeRef(arguments[0])) : String(first)
        let slot = isMethod ? Self.slotArity(name) : nil
        let words = NativeWords(
            self, name: isMaker && first != "timedelta" ? intern(className) : function.pointee.name,
            prefix: isMethod ? className + "." : "", module: intern(known.module.description),
            style: slot != nil ? .slot : isMethod ? .method : .function,
            isNamed: !Self.namelessFiles.contains(file) && !(isMaker && Self.namelessClasses.contains(className)))
        let skipped = isMethod ? 1 : 0
        if let slot { return words.wrongCount(slot, arguments, skipped) }
        let signature = signature(of: function, skipping: skipped)
        if !isMaker, let arity = Self.arity(signature, isSpecial: name.hasPrefix("__")) {
            return words.wrongCount(arity, arguments, skipped)
        }
        do throws(Raise) {
            _ = try withScratch(skipped + signature.parameters.count) { (base) throws(Raise) -> Value in
                try layOut(arguments, skipped: skipped, by: signature, base, words)
                return .none
            }
            return nil
        } catch { return error }
    }

    /// The arity of a special method that is a slot of a type.
    private static func slotArity(_ name: String) -> NativeArity? {
        switch name {
        case "__repr__", "__str__", "__hash__", "__len__", "__iter__", "__next__", "__neg__", "__pos__", "__abs__",
            "__invert__", "__bool__", "__int__", "__float__", "__index__":
            NativeArity.none
        case "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__getattribute__", "__delattr__",
            "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__",
            "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__divmod__", "__rdivmod__", "__or__", "__ror__",
            "__ior__", "__contains__":
            NativeArity.one
        case "__delitem__": NativeArity.positional(1, 1)
        case "__setitem__", "__setattr__": NativeArity.positional(2, 2)
        case "__pow__", "__rpow__": NativeArity.positional(1, 2)
        default: nil
        }
    }

    /// The arity of a function without parameters that have names for its callers; nil for others.
    private static func arity(_ signature: NativeSignature, isSpecial: Bool) -> NativeArity? {
        if signature.parameters.isEmpty { return NativeArity.none }
        let hasNames = signature.parameters.contains { parameter in
            switch parameter.kind {
            case .positionalOnly: false
            case .normal: !isSpecial
            case .keywordOnly, .rest, .keywordRest: true
            }
        }
        if hasNames { return nil }
        if signature.requiredPositional == 1, signature.positionalCount == 1 { return .one }
        return .positional(signature.requiredPositional, signature.positionalCount)
    }

    /// The parameters of a function of the script after the first ones.
    private func signature(
        of function: UnsafeMutablePointer<FunctionLayout>, skipping skipped: Int
    ) -> NativeSignature {
        let code = function.pointee.code
        let names = variableNames(code)
        let flags = CodeFlags(rawValue: code.pointee.flags)
        let positional = Int(code.pointee.argumentCount)
        let named = positional + Int(code.pointee.keywordOnlyCount)
        let defaults = function.pointee.defaults
        let firstDefault = positional - (defaults.isKind(.tuple) ? Tuple(defaults).count : 0)
        var parameters: [NativeSignature.Parameter] = []
        for index in min(skipped, positional)..<positional {
            parameters.append(
                NativeSignature.Parameter(
                    name: swiftString(names[index]),
                    kind: index < Int(code.pointee.positionalOnlyCount) ? .positionalOnly : .normal,
                    isRequired: index < firstDefault))
        }
        if flags.contains(.varArguments) {
            parameters.append(NativeSignature.Parameter(name: "", kind: .rest, isRequired: false))
        }
        for index in positional..<named {
            let defaults = function.pointee.keywordDefaults
            let isRequired = !defaults.isKind(.dict) || dictGet(Dict(defaults), name: names[index]).isUnbound
            parameters.append(
                NativeSignature.Parameter(name: swiftString(names[index]), kind: .keywordOnly, isRequired: isRequired))
        }
        if flags.contains(.varKeywords) {
            parameters.append(NativeSignature.Parameter(name: "", kind: .keywordRest, isRequired: false))
        }
        return NativeSignature(parameters)
    }
}
