/// The parsed signature of a native function, in the order of its parameters.
final class NativeSignature {
    /// How a parameter takes its argument; `rest` is `*args`, `keywordRest` is `**kwargs`.
    enum Kind { case positionalOnly, normal, keywordOnly, rest, keywordRest }
    struct Parameter {
        var name: String
        var kind: Kind
        var isRequired: Bool
    }
    let parameters: [Parameter]
    /// Positional parameters at most, and those of them that must be given.
    var positionalCount = 0
    var requiredPositional = 0
    var hasRest = false
    var hasKeywordRest = false
    var keywordOnlyCount = 0

    /// Parses e.g. "x, /, *, key=None, reverse=False".
    convenience init(_ text: StaticString) {
        var parameters: [Parameter] = []
        var kind = Kind.normal
        for piece in NativeSignature.split(text.description) {
            if piece == "/" {
                for index in parameters.indices { parameters[index].kind = .positionalOnly }
            } else if piece == "*" {
                kind = .keywordOnly
            } else if piece.hasPrefix("**") {
                parameters.append(Parameter(name: String(piece.dropFirst(2)), kind: .keywordRest, isRequired: false))
            } else if piece.hasPrefix("*") {
                parameters.append(Parameter(name: String(piece.dropFirst()), kind: .rest, isRequired: false))
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
        self.init(parameters)
    }

    init(_ parameters: [Parameter]) {
        self.parameters = parameters
        for parameter in parameters {
            switch parameter.kind {
            case .positionalOnly, .normal:
                positionalCount += 1
                if parameter.isRequired { requiredPositional += 1 }
            case .keywordOnly: keywordOnlyCount += 1
            case .rest: hasRest = true
            case .keywordRest: hasKeywordRest = true
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
            guard let receiver = native.pointee.directReceiver else { return try callBody(native, given) }
            if given.base[0].isCell, given.base[0].cell.type.isSubtype(of: TypeRef(receiver)) {
                return try callBody(native, given)
            }
        }
        if native.pointee.prepared.count > 0 {
            let result = try callBySignature(native, given)
            if result.isBound { return result }
        }
        return try callNativeChecked(native, given)
    }

    /// Calls the body, its arguments as they are.
    @inline(__always)
    func callBody(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments
    ) throws(Raise) -> Value {
        try native.pointee.closure._withUnsafeGuaranteedRef { (closure) -> Result<Value, Raise> in
            do throws(Raise) {
                return .success(try closure.body(self, arguments))
            } catch {
                return .failure(error)
            }
        }.get()
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
                throw NativeWords(self, native, arguments).wrongReceiver(arguments)
            }
        } else if style == .new || style == .classMethod, native.pointee.owner.isBound {
            if arguments.count == 0 || !arguments[0].isKind(.type)
                || !TypeRef(arguments[0]).isSubtype(of: TypeRef(native.pointee.owner))
            {
                throw NativeWords(self, native, arguments).wrongClass(arguments)
            }
        }
        let skipped = isMethod || style == .new ? 1 : 0
        switch native.pointee.arity {
        case .any: break
        case .none:
            if arguments.count != skipped || arguments.keywords.isBound {
                throw wrongCount(native, arguments, skipped)
            }
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
        return try callBody(native, arguments)
    }

    private func wrongCount(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments, _ skipped: Int
    ) -> Raise {
        NativeWords(self, native, arguments).wrongCount(native.pointee.arity, arguments, skipped)
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
            try layOut(arguments, skipped: skipped, by: signature, base, NativeWords(self, native, arguments))
            return try callBody(native, Arguments(base: base, count: skipped + signature.parameters.count))
        }
    }

    /// Puts arguments where a signature wants them, after those that are `skipped`; raises what is wrong with them.
    func layOut(
        _ arguments: Arguments, skipped: Int, by signature: NativeSignature, _ base: UnsafeMutablePointer<Value>,
        _ words: NativeWords
    ) throws(Raise) {
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
            throw words.tooMany(signature, given: given, keywords: arguments.keywordCount)
        }
        // What is wrong with the keywords is said after what is missing.
        var wrongKeyword: Value = .unbound
        for index in 0..<arguments.keywordCount {
            do throws(Raise) {
                try place(
                    arguments.keywordValue(index), name: arguments.keywordName(index), by: signature, slots, words)
            } catch {
                let exception = takePending()
                if wrongKeyword.isUnbound { wrongKeyword = exception }
            }
        }
        for (index, parameter) in signature.parameters.enumerated()
        where parameter.isRequired && slots[index].isUnbound {
            throw words.missing(parameter, signature, index: index, given: given)
        }
        if wrongKeyword.isBound { throw raise(wrongKeyword) }
    }

    private func place(
        _ value: Value, name: Value, by signature: NativeSignature, _ slots: UnsafeMutablePointer<Value>,
        _ words: NativeWords
    ) throws(Raise) {
        let text = swiftString(name)
        for (index, parameter) in signature.parameters.enumerated() {
            guard parameter.kind == .normal || parameter.kind == .keywordOnly, parameter.name == text else { continue }
            if slots[index].isBound {
                throw raise(
                    .typeError,
                    "argument for \(words.subject) given by name ('\(text)') and position (\(index + 1))")
            }
            slots[index] = value
            return
        }
        if signature.hasKeywordRest, let last = signature.parameters.indices.last {
            dictSet(Dict(slots[last]), name: name, value)
            return
        }
        throw words.unexpectedKeyword(name, signature)
    }
}
