import Lexer

/// What the rules of `DiagnosisGrammar` do when they match.
extension Diagnosis {
    typealias Named = (Value?, Value?)

    mutating func perform(
        _ action: DiagnosisRules.Action, _ start: Int, _ values: [Value], _ named: Named
    ) throws(Stop) -> Value? {
        switch action {
        case .none:
            return values.count == 1 ? values[0] : .list(values)
        case .shape(let shape):
            var children: [Node] = []
            for value in values { Diagnosis.collect(value, &children) }
            // One pattern alone is not an alternative of patterns.
            if shape == .Pattern && children.count == 1 && children[0].shape == .Pattern
                && children[0].last == lastToken(from: start) && children[0].first == start
            {
                return .node(children[0])
            }
            return .node(Node(shape, start, lastToken(from: start), children))
        case .result(let slot): return slot == 0 ? named.0 : named.1
        case .range(let first, let second, let message):
            let begin = place(first == 0 ? named.0 : named.1)
            let end = place(second == 0 ? named.0 : named.1)
            throw .found(at(begin.0, end.1, filled(message, named)))
        case .from(let slot, let message):
            throw .found(from(place(slot == 0 ? named.0 : named.1).0, message))
        case .last(let message): throw .found(atLast(message))
        case .next(let message):
            throw .found(position < fill ? atToken(position, message) : atLast(message))
        case .indent(let message): throw .found(atLast(filled(message, named), kind: .indentation))
        case .target(let kind, _):
            guard case .node(let node)? = named.0, let invalid = node.invalidTarget(kind) else { return nil }
            let verb = kind == "delete" ? "delete" : "assign to"
            throw .found(at(invalid.first, invalid.last, "cannot \(verb) \(invalid.name)"))
        case .function(let name, let arguments):
            return try call(name, arguments, start, named)
        }
    }

    /// The nodes in a value, those of lists included.
    static func collect(_ value: Value, _ nodes: inout [Node]) {
        switch value {
        case .node(let node): nodes.append(node)
        case .list(let values): for value in values { collect(value, &nodes) }
        case .empty, .token: break
        }
    }

    /// The first and the last token of a value.
    private func place(_ value: Value?) -> (Int, Int) {
        switch value {
        case .token(let index)?: return (index, index)
        case .node(let node)?: return (node.first, node.last)
        case .list?:
            var nodes: [Node] = []
            if let value { Diagnosis.collect(value, &nodes) }
            return (nodes.first?.first ?? position, nodes.last?.last ?? position)
        case .empty?, nil: return (position, position)
        }
    }

    /// A message with what it says of the first named result.
    private func filled(_ message: String, _ named: Named) -> String {
        guard message.contains("%") else { return message }
        var result = ""
        var isMark = false
        for character in message {
            if isMark {
                switch character {
                case "e":
                    if case .node(let node)? = named.0 { result += node.name }
                case "n": result += text(place(named.0).0)
                case "l": result += String(tokens[place(named.0).0].line)
                default: result.append(character)
                }
                isMark = false
            } else if character == "%" {
                isMark = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private mutating func call(
        _ function: String, _ arguments: [String], _ start: Int, _ named: Named
    ) throws(Stop) -> Value? {
        let (first, last) = place(named.0)
        switch function {
        case "missingComma":
            if isLegacyStatement(named.0) || tokens[position - 1].level == 0 { return nil }
            throw .found(at(first, place(named.1).1, "invalid syntax. Perhaps you forgot a comma?"))
        case "legacy":
            guard isLegacyStatement(named.0) else { return nil }
            let word = name(first)
            let message = "Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?"
            throw .found(at(first, place(named.1).1, message))
        case "bound":
            var what = "bound"
            if case .node(let node)? = named.1, node.shape == .Tuple { what = "constraints" }
            throw .found(from(first, "cannot use \(what) with \(arguments.last ?? "")"))
        case "missingColon":
            throw .found(beforeEnd(of: last, "':' expected after dictionary key", from: first))
        case "unparenthesized":
            throw .found(at(first, lastClausePart(named.1), "Generator expression must be parenthesized"))
        case "unparenthesizedLast":
            guard case .node(let node)? = named.0 else { return nil }
            let positional = node.children.filter { $0.shape != .Keyword && $0.shape != .DoubleStarred }
            guard positional.count > 1, let argument = positional.last else { return nil }
            throw .found(
                at(argument.first, lastClausePart(named.1), "Generator expression must be parenthesized"))
        case "argumentOrder":
            var message = "positional argument follows keyword argument"
            if case .node(let node)? = named.0, node.children.contains(where: { $0.shape == .DoubleStarred }) {
                message += " unpacking"
            }
            throw .found(atLast(message))
        case "real":
            if isImaginary(first) {
                throw .found(at(first, first, "real number required in complex literal"))
            }
            return named.0
        case "imaginary":
            if !isImaginary(first) {
                throw .found(at(first, first, "imaginary number required in complex literal"))
            }
            return named.0
        case "conversion": return try checkPlaceOfConversion(first, place(named.1).0)
        case "field":
            if case .token(let index)? = named.0 { try checkConversion(index) }
            return .node(Node(.FormattedValue, start, position - 1))
        case "string": return try checkString(first)
        case "fstring": return try checkFString(start, first, named.1)
        case "formatText":
            try decode(stream.text(tokens[first]), isFString: true)
            return .empty
        case "strings": return try concatenate(start, named.0)
        default: return .empty
        }
    }

    private func isLegacyStatement(_ value: Value?) -> Bool {
        guard case .node(let node)? = value, node.shape == .Name else { return false }
        return ["print", "exec"].contains(name(node.first))
    }

    /// The end of the last condition, or of what is iterated, in the last clause of a comprehension.
    private func lastClausePart(_ clauses: Value?) -> Int {
        var nodes: [Node] = []
        if let clauses { Diagnosis.collect(clauses, &nodes) }
        return nodes.last?.children.last?.last ?? position - 1
    }

    // MARK: Literals

    private func isImaginary(_ index: Int) -> Bool {
        (stream.text(tokens[index]).last ?? 0) | 0x20 == UInt8(ascii: "j")
    }

    func checkNumber(_ index: Int) throws(Stop) {
        let text = stream.text(tokens[index])
        guard text.count > Parser.maximumDecimalDigits, text.allSatisfy({ $0 < 0x3A || $0 == UInt8(ascii: "_") }),
            !text.contains(UInt8(ascii: "."))
        else { return }
        let digits = text.filter { $0 != UInt8(ascii: "_") }.count
        guard digits > Parser.maximumDecimalDigits else { return }
        var error = at(
            index, index,
            "Exceeds the limit (\(Parser.maximumDecimalDigits) digits) for integer string conversion: value has "
                + "\(digits) digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
                + "for huge integer literals to avoid decimal conversion limits.")
        error.offset = 0
        error.endOffset = 0
        throw .found(error)
    }

    private func checkPlaceOfConversion(_ mark: Int, _ index: Int) throws(Stop) -> Value? {
        if tokens[mark].end != tokens[index].start {
            // The spelling is CPython's.
            throw .found(
                at(mark, index, "f-string: conversion type must come right after the exclamanation mark"))
        }
        return .token(index)
    }

    private func checkConversion(_ index: Int) throws(Stop) {
        let word = name(index)
        guard ["s", "r", "a"].contains(word) else {
            throw .found(
                at(index, index, "f-string: invalid conversion character '\(word)': expected 's', 'r', or 'a'"))
        }
    }

    private func decode(_ text: UnsafeBufferPointer<UInt8>, isFString: Bool) throws(Stop) {
        do throws(StringLiteral.Failure) {
            _ = try StringLiteral.decode(text, isFString: isFString)
        } catch {
            throw .found(atLast(error.message))
        }
    }

    private func checkString(_ index: Int) throws(Stop) -> Value? {
        let token = StringToken(stream.text(tokens[index]))
        if token.isBytes {
            if token.body.contains(where: { $0 >= 0x80 }) {
                throw .found(at(index, index, "bytes can only contain ASCII literal characters"))
            }
            if token.hasEscapes {
                do throws(StringLiteral.Failure) {
                    _ = try StringLiteral.decodeBytes(token.body)
                } catch {
                    throw .found(atLast(error.message))
                }
            }
        } else if token.hasEscapes {
            try decode(token.body, isFString: false)
        }
        return .node(Node(token.isBytes ? .Bytes : .Text, index, index))
    }

    private func checkFString(_ start: Int, _ opening: Int, _ middle: Value?) throws(Stop) -> Value? {
        let isRaw = stream.text(tokens[opening]).contains { $0 | 0x20 == UInt8(ascii: "r") }
        if !isRaw, case .list(let parts)? = middle {
            for case .token(let index) in parts { try decode(stream.text(tokens[index]), isFString: true) }
        }
        return .node(Node(.FString, start, position - 1))
    }

    private func concatenate(_ start: Int, _ value: Value?) throws(Stop) -> Value? {
        var nodes: [Node] = []
        if let value { Diagnosis.collect(value, &nodes) }
        let bytes = nodes.filter { $0.shape == .Bytes }.count
        if bytes > 0 && bytes < nodes.count { throw .found(atLast("cannot mix bytes and nonbytes literals")) }
        let shape: Node.Shape = nodes.contains { $0.shape == .FString } ? .FString : nodes.first?.shape ?? .Text
        return .node(Node(shape, start, position - 1))
    }
}
