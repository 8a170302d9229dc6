import Parser

/// The text of an expression, as CPython's compiler writes annotations under `from __future__ import annotations`.
enum Unparser {
    /// Binding strength, weakest first.
    enum Precedence: Int {
        case tuple, test, or, and, not, comparison, bitOr, bitXor, bitAnd, shift, arithmetic, term, factor, power
        case await, atom
        var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
    }

    static func text(of expression: Expression) -> String {
        var text = ""
        write(expression, .test, &text)
        return text
    }

    private static func parenthesize(_ condition: Bool, _ text: inout String, _ body: (inout String) -> Void) {
        if condition { text += "(" }
        body(&text)
        if condition { text += ")" }
    }

    private static func write(_ expression: Expression, _ level: Precedence, _ text: inout String) {
        switch expression.kind {
        case .name(let id, _): text += id
        case .constant(let value, let isUnicode): text += (isUnicode ? "u" : "") + self.text(of: value)
        case .attribute(let value, let name, _):
            write(value, .atom, &text)
            // `1.real` would be a number.
            if case .constant(.int, _) = value.kind { text += " " }
            text += "." + name
        case .subscript(let value, let slice, _):
            write(value, .atom, &text)
            text += "["
            write(slice, .tuple, &text)
            text += "]"
        case .call(let function, let arguments, let keywords): call(function, arguments, keywords, &text)
        case .binOp(let left, let op, let right): binary(left, op, right, level, &text)
        case .unaryOp(let op, let operand): unary(op, operand, level, &text)
        case .boolOp(let op, let values):
            let own: Precedence = op == .and ? .and : .or
            parenthesize(level.rawValue > own.rawValue, &text) { text in
                for (index, value) in values.enumerated() {
                    if index > 0 { text += op == .and ? " and " : " or " }
                    write(value, own.next, &text)
                }
            }
        case .compare(let left, let operators, let comparators):
            parenthesize(level.rawValue > Precedence.comparison.rawValue, &text) { text in
                write(left, Precedence.comparison.next, &text)
                for (op, comparator) in zip(operators, comparators) {
                    text += " \(symbol(op)) "
                    write(comparator, Precedence.comparison.next, &text)
                }
            }
        case .ifExp(let test, let body, let orelse):
            parenthesize(level.rawValue > Precedence.test.rawValue, &text) { text in
                write(body, Precedence.test.next, &text)
                text += " if "
                write(test, Precedence.test.next, &text)
                text += " else "
                write(orelse, .test, &text)
            }
        case .tuple(let elements, _):
            if elements.isEmpty { return text += "()" }
            parenthesize(level.rawValue > Precedence.tuple.rawValue, &text) { text in
                list(elements, &text)
                if elements.count == 1 { text += "," }
            }
        case .list(let elements, _):
            text += "["
            list(elements, &text)
            text += "]"
        case .set(let elements):
            text += "{"
            list(elements, &text)
            text += "}"
        default: writeRare(expression, level, &text)
        }
    }

    private static func writeRare(_ expression: Expression, _ level: Precedence, _ text: inout String) {
        switch expression.kind {
        case .dict(let keys, let values):
            text += "{"
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                if let key = keys[index] {
                    write(key, .test, &text)
                    text += ": "
                    write(value, .test, &text)
                } else {
                    text += "**"
                    write(value, .bitOr, &text)
                }
            }
            text += "}"
        case .listComp(let elt, let generators): comprehension("[", elt, nil, generators, "]", &text)
        case .setComp(let elt, let generators): comprehension("{", elt, nil, generators, "}", &text)
        case .dictComp(let key, let value, let generators): comprehension("{", key, value, generators, "}", &text)
        case .generatorExp(let elt, let generators): comprehension("(", elt, nil, generators, ")", &text)
        case .starred(let value, _):
            text += "*"
            write(value, .bitOr, &text)
        case .slice(let lower, let upper, let step):
            if let lower { write(lower, .test, &text) }
            text += ":"
            if let upper { write(upper, .test, &text) }
            if let step {
                text += ":"
                write(step, .test, &text)
            }
        case .lambda(let parameters, let body):
            parenthesize(level.rawValue > Precedence.test.rawValue, &text) { text in
                text += "lambda"
                let list = self.text(of: parameters)
                text += list.isEmpty ? ": " : " \(list): "
                write(body, .test, &text)
            }
        case .namedExpr(let target, let value):
            parenthesize(level.rawValue > Precedence.tuple.rawValue, &text) { text in
                write(target, .atom, &text)
                text += " := "
                write(value, .atom, &text)
            }
        case .await(let value):
            parenthesize(level.rawValue > Precedence.await.rawValue, &text) { text in
                text += "await "
                write(value, .atom, &text)
            }
        case .yield(let value):
            text += value == nil ? "(yield" : "(yield "
            if let value { write(value, .tuple, &text) }
            text += ")"
        case .yieldFrom(let value):
            text += "(yield from "
            write(value, .test, &text)
            text += ")"
        case .joinedStr, .formattedValue:
            var inner = ""
            formatted(expression, isSpec: false, &inner)
            text += "f" + quoted(inner.utf8.map { $0 })
        default: break
        }
    }

    private static func list(_ elements: [Expression], _ text: inout String) {
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            write(element, .test, &text)
        }
    }

    private static func call(
        _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword], _ text: inout String
    ) {
        write(function, .atom, &text)
        if arguments.count == 1, keywords.isEmpty, case .generatorExp = arguments[0].kind {
            return write(arguments[0], .test, &text)
        }
        text += "("
        list(arguments, &text)
        for (index, keyword) in keywords.enumerated() {
            if index > 0 || !arguments.isEmpty { text += ", " }
            text += keyword.name.map { $0 + "=" } ?? "**"
            write(keyword.value, .test, &text)
        }
        text += ")"
    }

    private static func binary(
        _ left: Expression, _ op: BinaryOperator, _ right: Expression, _ level: Precedence, _ text: inout String
    ) {
        let (symbol, own): (String, Precedence) =
            switch op {
            case .add: ("+", .arithmetic)
            case .subtract: ("-", .arithmetic)
            case .multiply: ("*", .term)
            case .matrixMultiply: ("@", .term)
            case .divide: ("/", .term)
            case .modulo: ("%", .term)
            case .floorDivide: ("//", .term)
            case .leftShift: ("<<", .shift)
            case .rightShift: (">>", .shift)
            case .bitOr: ("|", .bitOr)
            case .bitXor: ("^", .bitXor)
            case .bitAnd: ("&", .bitAnd)
            case .power: ("**", .power)
            }
        let isPower = op == .power
        parenthesize(level.rawValue > own.rawValue, &text) { text in
            write(left, isPower ? own.next : own, &text)
            text += " \(symbol) "
            write(right, isPower ? own : own.next, &text)
        }
    }

    private static func unary(
        _ op: UnaryOperator, _ operand: Expression, _ level: Precedence, _ text: inout String
    ) {
        let (symbol, own): (String, Precedence) =
            switch op {
            case .invert: ("~", .factor)
            case .not: ("not ", .not)
            case .plus: ("+", .factor)
            case .minus: ("-", .factor)
            }
        parenthesize(level.rawValue > own.rawValue, &text) { text in
            text += symbol
            write(operand, own, &text)
        }
    }

    private static func comprehension(
        _ open: String, _ elt: Expression, _ value: Expression?, _ generators: [Comprehension], _ close: String,
        _ text: inout String
    ) {
        text += open
        write(elt, .test, &text)
        if let value {
            text += ": "
            write(value, .test, &text)
        }
        for generator in generators {
            text += generator.isAsync ? " async for " : " for "
            write(generator.target, .tuple, &text)
            text += " in "
            write(generator.iterator, Precedence.test.next, &text)
            for condition in generator.conditions {
                text += " if "
                write(condition, Precedence.test.next, &text)
            }
        }
        text += close
    }

    private static func text(of parameters: Parameters) -> String {
        var parts: [String] = []
        let positional = parameters.positionalOnly + parameters.positional
        let firstDefault = positional.count - parameters.defaults.count
        for (index, parameter) in positional.enumerated() {
            var part = parameter.name
            if index >= firstDefault { part += "=" + text(of: parameters.defaults[index - firstDefault]) }
            parts.append(part)
            if index + 1 == parameters.positionalOnly.count { parts.append("/") }
        }
        if let variadic = parameters.variadic {
            parts.append("*" + variadic.name)
        } else if !parameters.keywordOnly.isEmpty {
            parts.append("*")
        }
        for (parameter, value) in zip(parameters.keywordOnly, parameters.keywordDefaults) {
            parts.append(parameter.name + (value.map { "=" + text(of: $0) } ?? ""))
        }
        if let variadic = parameters.variadicKeyword { parts.append("**" + variadic.name) }
        return parts.joined(separator: ", ")
    }

    private static func symbol(_ op: ComparisonOperator) -> String {
        switch op {
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .is: "is"
        case .isNot: "is not"
        case .in: "in"
        case .notIn: "not in"
        }
    }

    /// The inside of an f-string.
    private static func formatted(_ expression: Expression, isSpec: Bool, _ text: inout String) {
        switch expression.kind {
        case .joinedStr(let values): for value in values { formatted(value, isSpec: isSpec, &text) }
        case .constant(.string(let bytes), _):
            for character in String(decoding: bytes, as: UTF8.self) {
                text.append(character)
                if character == "{" || character == "}" { text.append(character) }
            }
        case .formattedValue(let value, let conversion, let spec):
            var inner = ""
            write(value, Precedence.test.next, &inner)
            text += inner.hasPrefix("{") ? "{ " : "{"
            text += inner
            if conversion > 0, let scalar = Unicode.Scalar(UInt32(conversion)) {
                text += "!"
                text.unicodeScalars.append(scalar)
            }
            if let spec {
                text += ":"
                formatted(spec, isSpec: true, &text)
            }
            text += "}"
        default: break
        }
    }
}
