/// The parsed signature of a native function, in the order of its parameters.
final class NativeSignature {
    enum Kind { case positionalOnly, normal, keywordOnly, rest, keywordRest }
    struct Parameter {
        var name: String
        var kind: Kind
        var isRequired: Bool
    }
    var parameters: [Parameter] = []
    /// Positional parameters at most, and those of them that must be given.
    var positionalCount = 0
    var requiredPositional = 0
    var hasRest = false
    var hasKeywordRest = false
    var keywordOnlyCount = 0

    /// Parses e.g. "x, /, *, key=None, reverse=False".
    init(_ text: StaticString) {
        var kind = Kind.normal
        for piece in NativeSignature.split(text.description) {
            if piece == "/" {
                for index in parameters.indices { parameters[index].kind = .positionalOnly }
            } else if piece == "*" {
                kind = .keywordOnly
            } else if piece.hasPrefix("**") {
                parameters.append(Parameter(name: String(piece.dropFirst(2)), kind: .keywordRest, isRequired: false))
                hasKeywordRest = true
            } else if piece.hasPrefix("*") {
                parameters.append(Parameter(name: String(piece.dropFirst()), kind: .rest, isRequired: false))
                hasRest = true
                kind = .keywordOnly
            } else {
                var name = Substring(piece)
                var isRequired = true
                if let equals = piece.firstIndex(of: "=") {
                    name = piece[..<equals]
                    isRequired = false
                }
                parameters.append(Parameter(name: String(name), kind: kind, isRequired: isRequired))
            }
        }
        for parameter in parameters {
            switch parameter.kind {
            case .positionalOnly, .normal:
                positionalCount += 1
                if parameter.isRequired { requiredPositional += 1 }
            case .keywordOnly: keywordOnlyCount += 1
            default: break
            }
        }
    }

    private static func split(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text.utf8 {
            if character == 0x2C {
                pieces.append(piece)
                piece = ""
            } else if character != 0x20 {
                piece.unicodeScalars.append(Unicode.Scalar(character))
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}

/// Calls of natives: the arity is checked here, with CPython's words, so that the bodies need not.
extension Machine {
    func callNative(_ native: UnsafeMutablePointer<NativeFunctionLayout>, _ given: Arguments) throws(Raise) -> Value {
        if given.count >= native.pointee.directMinimum, given.count <= native.pointee.directMaximum,
            given.keywords.isUnbound, native.pointee.receiver.isUnbound
        {
            guard let receiver = native.pointee.directReceiver else { return try native.pointee.body(self, given) }
            if given.base[0].isCell, given.base[0].cell.type.isSubtype(of: TypeRef(receiver)) {
                return try native.pointee.body(self, given)
            }
        }
        if native.pointee.prepared.count > 0 {
            let result = try callBySignature(native, given)
            if result.isBound { return result }
        }
        return try callNativeChecked(native, given)
    }

    @inline(never)
    private func callNativeChecked(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ given: Arguments
    ) throws(Raise) -> Value {
        if native.pointee.receiver.isBound {
            return try withReceiver(native.pointee.receiver, given) { (all) throws(Raise) in
                try callUnbound(native, all)
            }
        }
        return try callUnbound(native, given)
    }

    @inline(__always)
    private func callUnbound(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments
    ) throws(Raise) -> Value {
        let style = native.pointee.style
        let isMethod = style == .method || style == .slot || style == .classMethod
        if isMethod, native.pointee.owner.isBound, style != .classMethod {
            if arguments.count == 0 || !typeOf(arguments[0]).isSubtype(of: TypeRef(native.pointee.owner)) {
                throw wrongReceiver(native, arguments)
            }
        } else if style == .new || style == .classMethod, native.pointee.owner.isBound {
            if arguments.count == 0 || !arguments[0].isKind(.type)
                || !TypeRef(arguments[0]).isSubtype(of: TypeRef(native.pointee.owner))
            {
                throw wrongClass(native, arguments)
            }
        }
        let skipped = isMethod || style == .new ? 1 : 0
        switch native.pointee.arity {
        case .any: break
        case .none:
            if arguments.count != skipped || arguments.keywords.isBound { throw wrongCount(native, arguments, skipped) }
        case .one:
            if arguments.count != skipped &+ 1 || arguments.keywords.isBound {
                throw wrongCount(native, arguments, skipped)
            }
        case .positional(let minimum, let maximum):
            let count = arguments.count &- skipped
            if count < minimum || count > maximum || arguments.keywords.isBound {
                if arguments.keywords.isUnbound || arguments.keywordCount > 0 {
                    throw wrongCount(native, arguments, skipped)
                }
            }
        case .signature(let text):
            let signature = signature(text)
            if !native.pointee.isPrepared { prepareSignature(native, signature) }
            return try callWithSignature(native, signature, arguments, skipped: skipped)
        }
        return try native.pointee.body(self, arguments)
    }

    private func signature(_ text: StaticString) -> NativeSignature {
        let key = UInt(bitPattern: text.utf8Start)
        if let known = runtime.pointee.signatures[key] { return known }
        let parsed = NativeSignature(text)
        runtime.pointee.signatures[key] = parsed
        return parsed
    }

    /// Lays the arguments out by parameter and calls the body.
    private func callWithSignature(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ signature: NativeSignature, _ arguments: Arguments,
        skipped: Int
    ) throws(Raise) -> Value {
        try withScratch(skipped + signature.parameters.count) { (base) throws(Raise) in
            for index in 0..<skipped { base[index] = arguments[index] }
            let slots = base + skipped
            let given = arguments.count - skipped
            var position = 0
            for (index, parameter) in signature.parameters.enumerated() {
                switch parameter.kind {
                case .positionalOnly, .normal:
                    if position < given { slots[index] = arguments[skipped + position] }
                    position += 1
                case .rest:
                    let extra = max(0, given - signature.positionalCount)
                    slots[index] =
                        extra == 0 ? tuple() : tuple(from: arguments.base + (arguments.count - extra), count: extra)
                case .keywordRest: slots[index] = dict().value
                case .keywordOnly: break
                }
            }
            let isFull = !signature.hasRest && !signature.hasKeywordRest
            if given > signature.positionalCount && !signature.hasRest
                || isFull && given + arguments.keywordCount > signature.parameters.count
            {
                throw tooMany(native, signature, given: given, keywords: arguments.keywordCount)
            }
            // What is wrong with the keywords is said after what is missing.
            var wrongKeyword: Value = .unbound
            for index in 0..<arguments.keywordCount {
                do throws(Raise) {
                    try place(
                        native, signature, slots, name: arguments.keywordName(index),
                        value: arguments.keywordValue(index), given: given)
                } catch {
                    let exception = takePending()
                    if wrongKeyword.isUnbound { wrongKeyword = exception }
                }
            }
            for (index, parameter) in signature.parameters.enumerated()
            where parameter.isRequired && slots[index].isUnbound {
                throw missing(native, signature, parameter, index: index, given: given)
            }
            if wrongKeyword.isBound { throw raise(wrongKeyword) }
            return try native.pointee.body(
                self, Arguments(base: base, count: skipped + signature.parameters.count))
        }
    }

    private func place(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ signature: NativeSignature,
        _ slots: UnsafeMutablePointer<Value>, name: Value, value: Value, given: Int
    ) throws(Raise) {
        let text = swiftString(name)
        for (index, parameter) in signature.parameters.enumerated() {
            guard parameter.kind == .normal || parameter.kind == .keywordOnly, parameter.name == text else { continue }
            if slots[index].isBound {
                throw raise(
                    .typeError,
                    "argument for \(nativeName(native))() given by name ('\(text)') and position (\(index + 1))")
            }
            slots[index] = value
            return
        }
        if signature.hasKeywordRest, let last = signature.parameters.indices.last {
            dictSet(Dict(slots[last]), name: name, value)
            return
        }
        if signature.parameters.allSatisfy({ $0.kind != .normal && $0.kind != .keywordOnly }) {
            throw raise(.typeError, "\(qualifiedName(native))() takes no keyword arguments")
        }
        let known = signature.parameters.filter { $0.kind == .normal || $0.kind == .keywordOnly }.map(\.name)
        throw unexpectedKeyword(nativeName(native), name, among: known)
    }

    /// The error for an argument by a name that a built-in function does not know.
    func unexpectedKeyword(_ function: String, _ name: Value, among known: [String]) -> Raise {
        let text = swiftString(name)
        var message = "\(function)() got an unexpected keyword argument '\(text)'"
        if let suggestion = Suggestions.closest(to: text, among: known) { message += ". Did you mean '\(suggestion)'?" }
        return raise(.typeError, message)
    }

    // MARK: Errors

    private func nativeName(_ native: UnsafeMutablePointer<NativeFunctionLayout>) -> String {
        native.pointee.style == .new || native.pointee.name == name(.__init__)
            ? typeNameOfOwner(native) : swiftString(native.pointee.name)
    }

    private func typeNameOfOwner(_ native: UnsafeMutablePointer<NativeFunctionLayout>) -> String {
        native.pointee.owner.isBound
            ? swiftString(TypeRef(native.pointee.owner).pointer.pointee.name) : swiftString(native.pointee.name)
    }

    /// "list.append" for methods, "len" for functions.
    private func qualifiedName(_ native: UnsafeMutablePointer<NativeFunctionLayout>) -> String {
        if native.pointee.style == .new { return typeNameOfOwner(native) }
        let name = swiftString(native.pointee.name)
        guard native.pointee.owner.isBound else {
            let module = native.pointee.module
            return isString(module) && !Str(module).equals("builtins") ? swiftString(module) + "." + name : name
        }
        return typeNameOfOwner(native) + "." + name
    }

    /// TypeError for a `__new__` or class method that did not get a suitable class first.
    private func wrongClass(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments
    ) -> Raise {
        let name = swiftString(native.pointee.name)
        let owner = typeNameOfOwner(native)
        if arguments.count == 0 {
            if native.pointee.style == .new { return raise(.typeError, "\(owner).__new__(): not enough arguments") }
            return raise(.typeError, "descriptor '\(name)' of '\(owner)' object needs an argument")
        }
        guard arguments[0].isKind(.type) else {
            if native.pointee.style == .new {
                return raise(
                    .typeError,
                    "\(owner).__new__(X): X is not a type object (\(typeName(arguments[0])))")
            }
            return raise(
                .typeError,
                "descriptor '\(name)' for type '\(owner)' needs a type, not a '\(typeName(arguments[0]))' as arg 2")
        }
        let given = typeName(TypeRef(arguments[0]))
        if native.pointee.style == .new {
            return raise(.typeError, "\(owner).__new__(\(given)): \(given) is not a subtype of \(owner)")
        }
        return raise(.typeError, "descriptor '\(name)' requires a subtype of '\(owner)' but received '\(given)'")
    }

    private func wrongReceiver(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments
    ) -> Raise {
        let name = swiftString(native.pointee.name)
        let owner = typeNameOfOwner(native)
        if arguments.count == 0 {
            return raise(
                .typeError,
                native.pointee.style == .slot
                    ? "descriptor '\(name)' of '\(owner)' object needs an argument"
                    : "unbound method \(owner).\(name)() needs an argument")
        }
        return raise(
            .typeError,
            native.pointee.style == .slot
                ? "descriptor '\(name)' requires a '\(owner)' object but received a '\(typeName(arguments[0]))'"
                : "descriptor '\(name)' for '\(owner)' objects doesn't apply to a '\(typeName(arguments[0]))' object")
    }

    private func wrongCount(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments, _ skipped: Int
    ) -> Raise {
        let given = arguments.count - skipped
        if arguments.keywordCount > 0 {
            return raise(
                .typeError,
                native.pointee.style == .slot
                    ? "wrapper \(swiftString(native.pointee.name))() takes no keyword arguments"
                    : "\(qualifiedName(native))() takes no keyword arguments")
        }
        if native.pointee.style == .slot {
            let expected: String
            switch native.pointee.arity {
            case .none: expected = "0 arguments"
            case .one: expected = "1 argument"
            case .positional(let minimum, let maximum):
                let bound = given < minimum ? minimum : maximum
                expected =
                    "\(minimum == maximum ? "" : given < minimum ? "at least " : "at most ")\(bound) argument\(bound == 1 ? "" : "s")"
            default: expected = "fewer arguments"
            }
            // CPython unpacks these with an empty name, which leaves a space.
            if case .positional = native.pointee.arity {
                return raise(.typeError, " expected \(expected), got \(given)")
            }
            return raise(.typeError, "expected \(expected), got \(given)")
        }
        switch native.pointee.arity {
        case .none: return raise(.typeError, "\(qualifiedName(native))() takes no arguments (\(given) given)")
        case .one: return raise(.typeError, "\(qualifiedName(native))() takes exactly one argument (\(given) given)")
        case .positional(let minimum, let maximum):
            let name = nativeName(native)
            let bound = given < minimum ? minimum : maximum
            let word = minimum == maximum ? "" : given < minimum ? "at least " : "at most "
            return raise(
                .typeError, "\(name) expected \(word)\(bound) argument\(bound == 1 ? "" : "s"), got \(given)")
        default: return raise(.typeError, "\(qualifiedName(native))() got wrong arguments")
        }
    }

    private func tooMany(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ signature: NativeSignature, given: Int, keywords: Int
    ) -> Raise {
        let name = nativeName(native)
        let positional = signature.positionalCount
        let total = positional + signature.keywordOnlyCount
        if given + keywords > total {
            let exactly = signature.requiredPositional == total ? "exactly" : "at most"
            let kind = given == 0 ? "keyword " : ""
            return raise(
                .typeError,
                "\(name)() takes \(exactly) \(total) \(kind)argument\(total == 1 ? "" : "s") (\(given + keywords) given)"
            )
        }
        if positional == 0 { return raise(.typeError, "\(name)() takes no positional arguments") }
        let exactly = signature.requiredPositional == positional ? "exactly" : "at most"
        return raise(
            .typeError,
            "\(name)() takes \(exactly) \(positional) positional argument\(positional == 1 ? "" : "s") (\(given) given)"
        )
    }

    private func missing(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ signature: NativeSignature,
        _ parameter: NativeSignature.Parameter, index: Int, given: Int
    ) -> Raise {
        let name = nativeName(native)
        if parameter.kind == .keywordOnly {
            return raise(.typeError, "\(name)() missing required keyword-only argument: '\(parameter.name)'")
        }
        if parameter.kind == .positionalOnly {
            let exactly = signature.requiredPositional == signature.positionalCount ? "exactly" : "at least"
            let count = signature.requiredPositional
            return raise(
                .typeError,
                "\(name)() takes \(exactly) \(count) positional argument\(count == 1 ? "" : "s") (\(given) given)")
        }
        return raise(.typeError, "\(name)() missing required argument '\(parameter.name)' (pos \(index + 1))")
    }
}
