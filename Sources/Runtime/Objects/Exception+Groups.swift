extension Machine {
    /// BaseExceptionGroup and ExceptionGroup (PEP 654).
    func installExceptionGroups() {
        define(
            .baseExceptionGroup,
            methods: [
                Native("__new__", .any, style: .new, ExceptionGroupMethods.new),
                Native("__str__", .none, style: .slot, ExceptionGroupMethods.str),
                Native("derive", .one, ExceptionGroupMethods.derive),
                Native("split", .one, ExceptionGroupMethods.split),
                Native("subgroup", .one, ExceptionGroupMethods.subgroup),
                Native("__class_getitem__", .one, style: .classMethod, GenericAliasMethods.classGetItem),
            ],
            properties: [
                Machine.readOnlyField("message", ExceptionGroupField.message),
                Machine.readOnlyField("exceptions", ExceptionGroupField.exceptions),
            ])
    }

    private static func readOnlyField(_ name: StaticString, _ number: Int) -> NativeProperty {
        NativeProperty.member(name) { (_: Machine, object: Value) throws(Raise) -> Value in
            let value = Exception(object).fields[number]
            return value.isUnbound ? .none : value
        }
    }
}

/// Methods of exception groups, and the parts of `except*`.
enum ExceptionGroupMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count == 3 else {
            throw m.raise(
                .typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(a.count - 1) given)")
        }
        guard m.isString(a[1]) else {
            throw m.raise(
                .typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not \(m.shortTypeName(a[1]))")
        }
        guard m.lookupSpecial(a[2], .__getitem__).isBound, !a[2].isKind(.dict), !a[2].isKind(.set) else {
            throw m.raise(.typeError, "second argument (exceptions) must be a sequence")
        }
        let exceptions = Tuple(try m.tupleFromIterable(a[2]))
        if exceptions.count == 0 {
            throw m.raise(.valueError, "second argument (exceptions) must be a non-empty sequence")
        }
        var onlyExceptions = true
        let exceptionType = m.type(.exception)
        for index in 0..<exceptions.count {
            guard exceptions[index].isKind(.exception) else {
                throw m.raise(.valueError, "Item \(index) of second argument (exceptions) is not an exception")
            }
            if !m.typeOf(exceptions[index]).isSubtype(of: exceptionType) { onlyExceptions = false }
        }
        var type = TypeRef(a[0])
        if type == m.type(.baseExceptionGroup), onlyExceptions {
            type = m.type(.exceptionGroup)
        } else if !onlyExceptions, type.isSubtype(of: exceptionType) {
            if type == m.type(.exceptionGroup) {
                throw m.raise(.typeError, "Cannot nest BaseExceptions in an ExceptionGroup")
            }
            throw m.raise(.typeError, "Cannot nest BaseExceptions in '\(m.typeName(type))'")
        }
        return make(m, type, a[1], exceptions.value, args: m.tuple(a[1], a[2]))
    }

    private static func make(
        _ m: Machine, _ type: TypeRef, _ message: Value, _ exceptions: Value, args: Value
    ) -> Value {
        let value = m.makeException(type, args: args)
        Exception(value).fields[ExceptionGroupField.message] = message
        Exception(value).fields[ExceptionGroupField.exceptions] = exceptions
        return value
    }

    static func exceptions(_ group: Value) -> Tuple { Tuple(Exception(group).fields[ExceptionGroupField.exceptions]) }

    static func isGroup(_ m: Machine, _ value: Value) -> Bool { m.isInstance(value, .baseExceptionGroup) }

    static func str(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let message = m.swiftString(Exception(a[0]).fields[ExceptionGroupField.message])
        let count = exceptions(a[0]).count
        return m.string("\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))")
    }

    static func derive(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.call(m.type(.baseExceptionGroup).value, Exception(a[0]).fields[ExceptionGroupField.message], a[1])
    }

    static func split(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (match, rest) = try split(m, a[0], try matcher(m, a[1]), a[1])
        return m.tuple(match, rest)
    }

    static func subgroup(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try split(m, a[0], try matcher(m, a[1]), a[1], wantsRest: false).0
    }

    /// How `split` selects.
    enum Matcher {
        case types, function
    }

    private static func matcher(_ m: Machine, _ pattern: Value) throws(Raise) -> Matcher {
        if pattern.isKind(.type), TypeRef(pattern).isException { return .types }
        if pattern.isKind(.tuple) {
            let tuple = Tuple(pattern)
            var all = true
            for index in 0..<tuple.count where !(tuple[index].isKind(.type) && TypeRef(tuple[index]).isException) {
                all = false
            }
            if all { return .types }
        }
        if !pattern.isKind(.type), m.isCallable(pattern) { return .function }
        throw m.raise(
            .typeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
    }

    private static func matches(
        _ m: Machine, _ exception: Value, _ matcher: Matcher, _ pattern: Value
    ) throws(Raise) -> Bool {
        switch matcher {
        case .types: return try m.exceptionMatches(exception, pattern)
        case .function: return try m.truth(try m.call(pattern, exception))
        }
    }

    /// The parts of an exception that match and that do not; None for an empty part.
    static func split(
        _ m: Machine, _ exception: Value, _ matcher: Matcher, _ pattern: Value, wantsRest: Bool = true
    ) throws(Raise) -> (Value, Value) {
        try m.enterNative(" in exceptiongroup_split_recursive")
        defer { m.leaveNative() }
        if try matches(m, exception, matcher, pattern) { return (exception, .none) }
        guard isGroup(m, exception) else { return (.none, exception) }
        let matched = m.list()
        let rest = m.list()
        let all = exceptions(exception)
        for index in 0..<all.count {
            let (a, b) = try split(m, all[index], matcher, pattern, wantsRest: wantsRest)
            if !a.isNone { matched.append(m, a) }
            if !b.isNone { rest.append(m, b) }
        }
        let first = try part(m, exception, matched)
        return (first, wantsRest ? try part(m, exception, rest) : .none)
    }

    /// A group like `original` with the exceptions of a list; None when there are none.
    static func part(_ m: Machine, _ original: Value, _ list: List) throws(Raise) -> Value {
        if list.count == 0 { return .none }
        let derived = try m.call(try m.getAttribute(original, m.intern("derive")), list.value)
        guard isGroup(m, derived) else {
            throw m.raise(.typeError, "derive must return an instance of BaseExceptionGroup")
        }
        let from = Exception(original).pointer
        let to = Exception(derived).pointer
        to.pointee.traceback = from.pointee.traceback
        to.pointee.context = from.pointee.context
        to.pointee.cause = from.pointee.cause
        // To set a cause, even none, hides the context.
        to.pointee.suppressContext = true
        let notes = try m.getAttributeIfPresent(original, .__notes__)
        if notes.isBound, notes.isKind(.list) {
            try m.setAttribute(derived, .__notes__, try m.listFromIterable(notes).value)
        }
        return derived
    }
}

extension Machine {
    /// `except* pattern`: the part of an exception that matches and the rest, None for nothing. A plain exception that
    /// matches is wrapped into a group.
    func splitExceptionGroup(_ exception: Value, _ pattern: Value) throws(Raise) -> (Value, Value) {
        if exception.isNone { return (.none, .none) }
        try checkStarPattern(pattern)
        if try exceptionMatches(exception, pattern) {
            if ExceptionGroupMethods.isGroup(self, exception) { return (exception, .none) }
            let single = tuple(exception)
            let group = try call(type(.baseExceptionGroup).value, runtime.pointee.emptyString, single)
            // A group that wraps a bare exception has the place of the `try` only.
            return (group, .none)
        }
        if ExceptionGroupMethods.isGroup(self, exception) {
            return try ExceptionGroupMethods.split(self, exception, .types, pattern)
        }
        return (.none, exception)
    }

    private func checkStarPattern(_ pattern: Value) throws(Raise) {
        var candidates = [pattern]
        if pattern.isKind(.tuple) { candidates = (0..<Tuple(pattern).count).map { Tuple(pattern)[$0] } }
        for candidate in candidates {
            guard candidate.isKind(.type), TypeRef(candidate).isException else {
                throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
            }
            if TypeRef(candidate).isSubtype(of: type(.baseExceptionGroup)) {
                throw raise(
                    .typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
            }
        }
    }

    /// What is to be raised after the handlers of `except*`: from the original exception and the list of what the
    /// handlers raised and what nobody matched (None entries are skipped). None for nothing.
    func prepareReraiseStar(original: Value, raised list: Value) throws(Raise) -> Value {
        let all = List(list)
        let raised = self.list()
        let reraised = self.list()
        for index in 0..<all.count where !all[index].isNone {
            if isSameMetadata(original, all[index]) {
                reraised.append(self, all[index])
            } else {
                raised.append(self, all[index])
            }
        }
        if !ExceptionGroupMethods.isGroup(self, original) {
            if raised.count == 1 { return raised[0] }
            if raised.count == 0 { return reraised.count > 0 ? reraised[0] : .none }
        }
        if reraised.count > 0 {
            let projected =
                ExceptionGroupMethods.isGroup(self, original)
                ? try project(original, reraised) : reraised[0]
            if raised.count == 0 { return projected }
            raised.append(self, projected)
        }
        if raised.count == 0 { return .none }
        if raised.count == 1 { return raised[0] }
        return try call(type(.baseExceptionGroup).value, runtime.pointee.emptyString, raised.value)
    }

    private func isSameMetadata(_ a: Value, _ b: Value) -> Bool {
        guard a.isKind(.exception), b.isKind(.exception) else { return false }
        let first = Exception(a).pointer
        let second = Exception(b).pointer
        return a == b
            || first.pointee.traceback == second.pointee.traceback && first.pointee.context == second.pointee.context
                && first.pointee.cause == second.pointee.cause && ExceptionGroupMethods.isGroup(self, a)
    }

    /// The part of a group whose leaves are among those of `keep`.
    private func project(_ group: Value, _ keep: List) throws(Raise) -> Value {
        let leaves = list()
        for index in 0..<keep.count { collectLeaves(keep[index], leaves) }
        return try projectLeaves(group, leaves)
    }

    private func collectLeaves(_ exception: Value, _ leaves: List) {
        guard ExceptionGroupMethods.isGroup(self, exception) else { return leaves.append(self, exception) }
        let all = ExceptionGroupMethods.exceptions(exception)
        for index in 0..<all.count { collectLeaves(all[index], leaves) }
    }

    private func projectLeaves(_ exception: Value, _ leaves: List) throws(Raise) -> Value {
        guard ExceptionGroupMethods.isGroup(self, exception) else {
            for index in 0..<leaves.count where leaves[index] == exception { return exception }
            return .none
        }
        try enterNative()
        defer { leaveNative() }
        let kept = list()
        let all = ExceptionGroupMethods.exceptions(exception)
        for index in 0..<all.count {
            let part = try projectLeaves(all[index], leaves)
            if !part.isNone { kept.append(self, part) }
        }
        return try ExceptionGroupMethods.part(self, exception, kept)
    }
}
