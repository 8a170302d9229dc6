/// What the instructions of `match` do beyond a few lines (Python reference, 8.6.4).
extension Machine {
    // MARK: Mapping patterns

    /// The values of `keys` in a mapping, or None when one is missing.
    func matchKeys(_ subject: Value, _ keys: Tuple) throws(Raise) -> Value {
        var get = Value.unbound
        var missing = Value.unbound
        if !subject.isExact(.dict) {
            get = try getAttribute(subject, name(.get))
            missing = record(.object, count: 0).value
        }
        var values = Tuple(runtime.pointee.emptyTuple)
        for index in 0..<keys.count {
            let key = keys[index]
            for earlier in 0..<index where try equals(keys[earlier], key) {
                throw raise(.valueError, "mapping pattern checks duplicate key (\(swiftString(try repr(key))))")
            }
            let value = get.isUnbound ? try dictGet(Dict(subject), key) : try call(get, key, missing)
            if value.isUnbound || value == missing { return .none }
            if index == 0 { values = makeTuple(count: keys.count) }
            values[index] = value
        }
        return values.value
    }

    // MARK: Class patterns

    /// The attributes for a class pattern, or None when the subject does not match.
    func matchClass(_ subject: Value, _ cls: Value, positional: Int, names: Tuple) throws(Raise) -> Value {
        guard cls.isKind(.type) else {
            throw raise(.typeError, "called match pattern must be a class")
        }
        guard try isInstanceOf(subject, cls) else { return .none }
        if positional &+ names.count == 0 { return tuple() }
        var fields = Tuple(runtime.pointee.emptyTuple)
        let values = makeTuple(count: positional &+ names.count)
        if positional > 0 {
            let matchArgs = try self.matchArgs(of: cls)
            if matchArgs.isUnbound {
                guard matchesSelf(TypeRef(cls)) else { throw tooManyPatterns(cls, accepted: 0, given: positional) }
                if positional > 1 { throw tooManyPatterns(cls, accepted: 1, given: positional) }
                values[0] = subject
            } else {
                fields = try matchFields(matchArgs, of: cls, count: positional)
                for index in 0..<positional {
                    let field = fields[index]
                    guard field.isKind(.string) else {
                        throw raise(.typeError, "__match_args__ elements must be strings (got \(typeName(field)))")
                    }
                    for earlier in 0..<index where Str.equal(Str(fields[earlier]), Str(field)) {
                        throw severalPatterns(cls, field)
                    }
                    let value = try getAttributeIfPresent(subject, field)
                    guard value.isBound else { return .none }
                    values[index] = value
                }
            }
        }
        for index in 0..<names.count {
            let name = names[index]
            // Names of the pattern itself differ; the compiler has seen to that.
            for earlier in 0..<min(positional, fields.count) where Str.equal(Str(fields[earlier]), Str(name)) {
                throw severalPatterns(cls, name)
            }
            let value = try getAttributeIfPresent(subject, name)
            guard value.isBound else { return .none }
            values[positional &+ index] = value
        }
        return values.value
    }

    /// `cls.__match_args__`, or unbound.
    private func matchArgs(of cls: Value) throws(Raise) -> Value {
        if cls.cell.type == type(.type) {
            let found = lookup(TypeRef(cls), name(.__match_args__))
            if found.isUnbound || found.isExact(.tuple) { return found }
        }
        return try getAttributeIfPresent(cls, name(.__match_args__))
    }

    private func matchFields(_ matchArgs: Value, of cls: Value, count: Int) throws(Raise) -> Tuple {
        guard matchArgs.isKind(.tuple) else {
            throw raise(
                .typeError,
                "\(typeName(TypeRef(cls))).__match_args__ must be a tuple (got \(typeName(matchArgs)))")
        }
        let fields = Tuple(matchArgs)
        if fields.count < count { throw tooManyPatterns(cls, accepted: fields.count, given: count) }
        return fields
    }

    private func severalPatterns(_ cls: Value, _ name: Value) -> Raise {
        let shown = (try? repr(name)).map(swiftString) ?? swiftString(name)
        return raise(
            .typeError, "\(typeName(TypeRef(cls)))() got multiple sub-patterns for attribute \(shown)")
    }

    private func tooManyPatterns(_ cls: Value, accepted: Int, given: Int) -> Raise {
        raise(
            .typeError,
            "\(typeName(TypeRef(cls)))() accepts \(accepted) positional sub-pattern\(accepted == 1 ? "" : "s") (\(given) given)"
        )
    }

    /// The built-in types whose one positional sub-pattern is the subject itself.
    private func matchesSelf(_ cls: TypeRef) -> Bool {
        let types: [BuiltinType] = [
            .bool, .bytearray, .bytes, .dict, .float, .frozenset, .int, .list, .set, .str, .tuple,
        ]
        return types.contains { cls.isSubtype(of: type($0)) }
    }
}
