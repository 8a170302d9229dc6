/// How type parameters are replaced by arguments: `dict[T, int][str]`, `(list[T] | None)[int]` (PEP 484, 695, 696).
extension Machine {
    /// The arguments of a generic type with its parameters replaced: a tuple. `alias` is shown in messages.
    func substituteTypes(_ alias: Value, _ args: Tuple, _ parameters: Tuple, _ item: Value) throws(Raise) -> Value {
        if parameters.count == 0 { throw raise(.typeError, "\(swiftString(try repr(alias))) is not a generic class") }
        var given = item.isKind(.tuple) ? item : tuple(item)
        for index in 0..<parameters.count {
            given = try prepare(alias, parameters[index], index, given)
        }
        let count = Tuple(given).count
        if count != parameters.count {
            let few = count < parameters.count ? "few" : "many"
            throw raise(
                .typeError,
                "Too \(few) arguments for \(swiftString(try repr(alias))); actual \(count), expected \(parameters.count)"
            )
        }
        return try substitute(args, parameters, Tuple(given))
    }

    /// Adds the default of a parameter where an argument is missing.
    private func prepare(
        _ alias: Value, _ parameter: Value, _ index: Int, _ given: Value
    ) throws(Raise) -> Value {
        let method = try getAttributeIfPresent(parameter, intern("__typing_prepare_subst__"))
        if method.isBound, !method.isNone {
            let prepared = try call(method, alias, given)
            return prepared.isKind(.tuple) ? prepared : try tupleFromIterable(prepared)
        }
        guard typeOf(parameter) == type(.typeVar), Tuple(given).count <= index else { return given }
        if Tuple(given).count == index,
            let standard = try TypeParameterMethods.computed(self, Record(parameter), TypeParameterField.default)
        {
            let more = makeTuple(count: index + 1)
            for number in 0..<index { more[number] = Tuple(given)[number] }
            more[index] = standard
            return more.value
        }
        throw raise(
            .typeError,
            "Too few arguments for \(swiftString(try repr(alias))); actual \(Tuple(given).count), expected at least \(index + 1)"
        )
    }

    private func substitute(_ args: Tuple, _ parameters: Tuple, _ given: Tuple) throws(Raise) -> Value {
        let result = list(capacity: args.count)
        for index in 0..<args.count {
            let arg = args[index]
            if arg.isKind(.type) || arg.isNone {
                result.append(self, arg)
                continue
            }
            let isUnpacked = try getAttributeIfPresent(arg, intern("__typing_is_unpacked_typevartuple__"))
            let new = try substitute(arg, parameters, given)
            if isUnpacked.isBound, try truth(isUnpacked), new.isKind(.tuple) {
                for number in 0..<Tuple(new).count { result.append(self, Tuple(new)[number]) }
            } else {
                result.append(self, new)
            }
        }
        return tuple(from: result.items, count: result.count)
    }

    /// One argument with the parameters in it replaced.
    private func substitute(_ arg: Value, _ parameters: Tuple, _ given: Tuple) throws(Raise) -> Value {
        for index in 0..<parameters.count where parameters[index] == arg {
            let method = try getAttributeIfPresent(arg, intern("__typing_subst__"))
            return method.isBound ? try call(method, given[index]) : given[index]
        }
        if arg.isKind(.tuple), typeOf(arg) == type(.tuple) { return try substitute(Tuple(arg), parameters, given) }
        if arg.isKind(.list), typeOf(arg) == type(.list) {
            return try listFromIterable(
                try substitute(Tuple(try tupleFromIterable(arg)), parameters, given)
            ).value
        }
        let inner = try getAttributeIfPresent(arg, .__parameters__)
        guard inner.isKind(.tuple), Tuple(inner).count > 0, !arg.isKind(.type) else { return arg }
        let own = list()
        for index in 0..<Tuple(inner).count {
            let parameter = Tuple(inner)[index]
            var replacement = parameter
            for number in 0..<parameters.count where parameters[number] == parameter { replacement = given[number] }
            if typeOf(parameter) == type(.typeVarTuple), replacement.isKind(.tuple) {
                for number in 0..<Tuple(replacement).count { own.append(self, Tuple(replacement)[number]) }
            } else {
                own.append(self, replacement)
            }
        }
        return try getItem(arg, tuple(from: own.items, count: own.count))
    }
}
