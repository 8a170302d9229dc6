/// A native's signature, prepared for the calls that are right: how many arguments it takes, and the parameters' names.
struct PreparedSignature {
    /// Parameters in all; 0 when the general way must be taken always (`*args`, `**kwargs`, a required keyword).
    var count = 0
    var positionalCount = 0
    var requiredCount = 0
    /// The interned name of each parameter, unbound for those that are positional only. Lives as long as the process.
    var names: UnsafeMutablePointer<Value>?
}

extension Machine {
    /// Prepares the signature of a native for ``callBySignature(_:_:)``, at its first call.
    @inline(never)
    func prepareSignature(_ native: UnsafeMutablePointer<NativeFunctionLayout>, _ signature: NativeSignature) {
        native.pointee.isPrepared = true
        let parameters = signature.parameters
        let isPlain = !parameters.contains { parameter in
            switch parameter.kind {
            case .rest, .keywordRest: true
            case .keywordOnly: parameter.isRequired
            case .positionalOnly, .normal: false
            }
        }
        let style = native.pointee.style
        guard isPlain, !parameters.isEmpty, style != .new, style != .classMethod else { return }
        let names = UnsafeMutablePointer<Value>.allocate(capacity: parameters.count)
        for (index, parameter) in parameters.enumerated() {
            let name = parameter.kind == .positionalOnly ? .unbound : intern(parameter.name)
            if name.isBound { keepForever(name) }
            (names + index).initialize(to: name)
        }
        native.pointee.prepared = PreparedSignature(
            count: parameters.count, positionalCount: signature.positionalCount,
            requiredCount: signature.requiredPositional, names: names)
        native.pointee.findDirectCalls()
    }

    /// Calls a native with a prepared signature. Unbound when something is unusual, so that the general way must be
    /// taken; nothing has happened then.
    @inline(never)
    func callBySignature(
        _ native: UnsafeMutablePointer<NativeFunctionLayout>, _ arguments: Arguments
    ) throws(Raise) -> Value {
        let prepared = native.pointee.prepared
        let isMethod = native.pointee.style == .method || native.pointee.style == .slot
        let skipped = isMethod ? 1 : 0
        let given = arguments.count &- skipped
        guard given >= prepared.requiredCount, given <= prepared.positionalCount, native.pointee.receiver.isUnbound
        else { return .unbound }
        if isMethod, native.pointee.owner.isBound,
            !typeOf(arguments[0]).isSubtype(of: TypeRef(native.pointee.owner))
        {
            return .unbound
        }
        return try withScratch(skipped &+ prepared.count) { (base) throws(Raise) in
            var index = 0
            while index < arguments.count {
                base[index] = arguments.base[index]
                index &+= 1
            }
            if arguments.keywords.isBound, !placeKeywords(arguments, prepared, base + skipped) { return .unbound }
            return try callBody(native, Arguments(base: base, count: skipped &+ prepared.count))
        }
    }

    /// Puts keyword arguments where their parameters are; false when one is unknown or given twice.
    private func placeKeywords(
        _ arguments: Arguments, _ prepared: PreparedSignature, _ slots: UnsafeMutablePointer<Value>
    ) -> Bool {
        guard let names = prepared.names else { return false }
        for keyword in 0..<arguments.keywordCount {
            let name = arguments.keywordName(keyword)
            var index = 0
            while index < prepared.count, names[index] != name { index &+= 1 }
            guard index < prepared.count, slots[index].isUnbound else { return false }
            slots[index] = arguments.keywordValue(keyword)
        }
        return true
    }
}
