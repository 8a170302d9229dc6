import Compiler

/// Binding of arguments to the parameters of a script function (Language Reference, 6.3.4 Calls).
extension Machine {
    /// Fills the variables of a new frame: parameters from the arguments and defaults, the rest unbound.
    @inline(never)
    func bind(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: Arguments,
        into registers: UnsafeMutablePointer<Value>
    ) throws(Raise) {
        do throws(Raise) {
            try bindAll(function, arguments, registers)
        } catch {
            let exception = takePending()
            throw raiseInBuiltinWords(function, arguments) ?? raise(exception)
        }
    }

    @inline(__always)
    private func bindAll(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: Arguments,
        _ registers: UnsafeMutablePointer<Value>
    ) throws(Raise) {
        let code = function.pointee.code
        let flags = CodeFlags(rawValue: code.pointee.flags)
        let positional = Int(code.pointee.argumentCount)
        let named = positional + Int(code.pointee.keywordOnlyCount)
        let variables = Int(code.pointee.variableCount)
        let given = min(arguments.count, positional)
        registers.update(from: arguments.base, count: given)
        (registers + given).update(repeating: .unbound, count: variables - given)

        let hasRest = flags.contains(.varArguments)
        let rest = named
        let keywordRest = named + (hasRest ? 1 : 0)
        if hasRest {
            let extra = arguments.count - given
            registers[rest] = extra == 0 ? tuple() : tuple(from: arguments.base + given, count: extra)
        }
        if flags.contains(.varKeywords) { registers[keywordRest] = dict().value }
        if arguments.keywords.isBound {
            try bindKeywords(
                function, arguments, registers, named: named,
                rest: flags.contains(.varKeywords) ? registers[keywordRest] : .unbound)
        }
        if arguments.count > positional, !hasRest {
            throw tooManyPositional(function, arguments, registers)
        }
        try bindDefaults(function, registers, given: given, positional: positional, named: named)
    }

    private func bindKeywords(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: Arguments,
        _ registers: UnsafeMutablePointer<Value>, named: Int, rest: Value
    ) throws(Raise) {
        let code = function.pointee.code
        let positionalOnly = Int(code.pointee.positionalOnlyCount)
        let names = Tuple(arguments.keywords)
        for index in 0..<names.count {
            let name = names[index]
            let value = arguments.base[arguments.count + index]
            guard name.isKind(.string) else {
                throw raise(.typeError, "keywords must be strings")
            }
            let slot = parameter(named: name, code, from: positionalOnly, to: named)
            if slot >= 0 {
                if registers[slot].isBound {
                    throw raise(
                        .typeError,
                        "\(functionName(function))() got multiple values for argument '\(swiftString(name))'")
                }
                registers[slot] = value
            } else if rest.isBound {
                setRest(Dict(rest), name, value)
            } else {
                throw unexpectedKeyword(function, name, names, positionalOnly: positionalOnly, named: named)
            }
        }
    }

    /// Adds a keyword to those of `**rest`. That names differ was seen when they were gathered; for a str of a class of
    /// the script it is up to the class.
    private func setRest(_ rest: Dict, _ name: Value, _ value: Value) {
        if isExactString(name) {
            dictSet(rest, name: name, value)
        } else {
            dictInsert(rest, name, hash: nameHash(name), value)
        }
    }

    /// The register of the parameter with a name, or -1.
    private func parameter(
        named name: Value, _ code: UnsafeMutablePointer<CodeLayout>, from: Int, to: Int
    ) -> Int {
        let variables = variableNames(code)
        var index = from
        while index < to {
            if variables[index] == name { return index }
            index += 1
        }
        index = from
        while index < to {
            if Str.equal(Str(variables[index]), Str(name)) { return index }
            index += 1
        }
        return -1
    }

    /// The interned names of a code object's variables.
    func variableNames(_ code: UnsafeMutablePointer<CodeLayout>) -> UnsafeMutablePointer<Value> {
        Tuple(code.pointee.variableNames).items
    }

    private func bindDefaults(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ registers: UnsafeMutablePointer<Value>, given: Int,
        positional: Int, named: Int
    ) throws(Raise) {
        if given < positional {
            let defaults = function.pointee.defaults
            let count = defaults.isKind(.tuple) ? Tuple(defaults).count : 0
            let firstDefault = positional - count
            var missing = 0
            var index = given
            while index < positional {
                if registers[index].isUnbound {
                    if index >= firstDefault {
                        registers[index] = Tuple(defaults)[index - firstDefault]
                    } else {
                        missing += 1
                    }
                }
                index += 1
            }
            if missing > 0 {
                throw missingArguments(function, registers, 0..<firstDefault, kind: "positional")
            }
        }
        guard named > positional else { return }
        var missing = 0
        for index in positional..<named where registers[index].isUnbound {
            let defaults = function.pointee.keywordDefaults
            let value =
                defaults.isKind(.dict)
                ? dictGet(Dict(defaults), name: variableNames(function.pointee.code)[index]) : .unbound
            if value.isBound { registers[index] = value } else { missing += 1 }
        }
        if missing > 0 { throw missingArguments(function, registers, positional..<named, kind: "keyword-only") }
    }

    // MARK: Errors

    private func functionName(_ function: UnsafeMutablePointer<FunctionLayout>) -> String {
        swiftString(function.pointee.qualifiedName)
    }

    private func missingArguments(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ registers: UnsafeMutablePointer<Value>, _ range: Range<Int>,
        kind: String
    ) -> Raise {
        let names = variableNames(function.pointee.code)
        let missing = range.filter { registers[$0].isUnbound }.map { "'" + swiftString(names[$0]) + "'" }
        let list: String
        switch missing.count {
        case 1: list = missing[0]
        case 2: list = missing[0] + " and " + missing[1]
        default: list = missing.dropLast().joined(separator: ", ") + ", and " + (missing.last ?? "")
        }
        let plural = missing.count == 1 ? "" : "s"
        return raise(
            .typeError,
            "\(functionName(function))() missing \(missing.count) required \(kind) argument\(plural): \(list)")
    }

    private func tooManyPositional(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: Arguments,
        _ registers: UnsafeMutablePointer<Value>
    ) -> Raise {
        let code = function.pointee.code
        let positional = Int(code.pointee.argumentCount)
        let defaults = function.pointee.defaults
        let defaultCount = defaults.isKind(.tuple) ? Tuple(defaults).count : 0
        var keywordOnlyGiven = 0
        for index in positional..<positional + Int(code.pointee.keywordOnlyCount) where registers[index].isBound {
            keywordOnlyGiven += 1
        }
        let takes: String
        let plural: Bool
        if defaultCount > 0 {
            takes = "from \(positional - defaultCount) to \(positional)"
            plural = true
        } else {
            takes = "\(positional)"
            plural = positional != 1
        }
        var note = ""
        if keywordOnlyGiven > 0 {
            note =
                " positional argument\(arguments.count != 1 ? "s" : "") (and \(keywordOnlyGiven) keyword-only "
                + "argument\(keywordOnlyGiven != 1 ? "s" : ""))"
        }
        let verb = arguments.count == 1 && keywordOnlyGiven == 0 ? "was" : "were"
        return raise(
            .typeError,
            "\(functionName(function))() takes \(takes) positional argument\(plural ? "s" : "") "
                + "but \(arguments.count)\(note) \(verb) given")
    }

    private func unexpectedKeyword(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ name: Value, _ given: Tuple, positionalOnly: Int, named: Int
    ) -> Raise {
        let names = variableNames(function.pointee.code)
        // Positional-only parameters given by name have an error of their own.
        var misused: [String] = []
        for index in 0..<positionalOnly {
            for other in 0..<given.count where Str.equal(Str(given[other]), Str(names[index])) {
                misused.append(swiftString(names[index]))
            }
        }
        if !misused.isEmpty {
            return raise(
                .typeError,
                "\(functionName(function))() got some positional-only arguments passed as keyword arguments: "
                    + "'\(misused.joined(separator: ", "))'")
        }
        let known = (positionalOnly..<named).map { swiftString(names[$0]) }
        var message = "\(functionName(function))() got an unexpected keyword argument '\(swiftString(name))'"
        if let suggestion = Suggestions.closest(to: swiftString(name), among: known) {
            message += ". Did you mean '\(suggestion)'?"
        }
        return raise(.typeError, message)
    }
}
