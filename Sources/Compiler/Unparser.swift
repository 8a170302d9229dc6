#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
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

    // MARK: Constants

    /// `repr()` of a constant.
    static func text(of constant: Constant) -> String {
        switch constant {
        case .none: "None"
        case .true: "True"
        case .false: "False"
        case .ellipsis: "..."
        case .int(.small(let value)): String(value)
        case .int(.large(let digits, let radix)): decimal(digits, radix)
        case .float(let value): text(of: value)
        case .imaginary(let value):
            (value == value.rounded() && abs(value) < 1e16 ? String(Int(value)) : text(of: value)) + "j"
        case .string(let bytes): quoted(bytes)
        case .bytes(let bytes): "b" + quoted(bytes, isBytes: true)
        }
    }

    static func text(of value: Double) -> String {
        // CPython writes infinity as a literal that overflows.
        if value.isInfinite { return value < 0 ? "-1e309" : "1e309" }
        if value.isNaN { return "nan" }
        let magnitude = abs(value)
        var text = "\(value)"
        if magnitude != 0, magnitude >= 1e16 || magnitude < 1e-4 {
            text = scientific(text)
        } else if let split = text.firstIndex(of: "e") {
            text = plain(text[..<split], exponent: Int(text[text.index(after: split)...]) ?? 0)
        }
        return text
    }

    /// Swift's shortest digits in CPython's exponent form.
    private static func scientific(_ text: String) -> String {
        var mantissa = text[...]
        var exponent = 0
        if let split = text.firstIndex(of: "e") {
            mantissa = text[..<split]
            exponent = Int(text[text.index(after: split)...]) ?? 0
        }
        let isNegative = mantissa.hasPrefix("-")
        if isNegative { mantissa = mantissa.dropFirst() }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(parts.first ?? "0")
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        if whole.count > 1 {
            exponent += whole.count - 1
            fraction = whole.dropFirst() + fraction
            whole = String(whole.prefix(1))
        }
        while whole == "0", !fraction.isEmpty {
            whole = String(fraction.removeFirst())
            exponent -= 1
        }
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let digits = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction) + "e"
            + (exponent < 0 ? "-" : "+") + digits
    }

    private static func plain(_ mantissa: Substring, exponent: Int) -> String {
        let isNegative = mantissa.hasPrefix("-")
        var digits = mantissa.filter { $0 != "." && $0 != "-" }
        let point = (mantissa.firstIndex(of: ".").map { mantissa.distance(from: mantissa.startIndex, to: $0) }
            ?? mantissa.count) - (isNegative ? 1 : 0) + exponent
        if point <= 0 {
            digits = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            digits += String(repeating: "0", count: point - digits.count) + ".0"
        } else {
            digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
        }
        return (isNegative ? "-" : "") + digits
    }

    /// A large integer in base 10.
    private static func decimal(_ digits: [UInt8], _ radix: Int) -> String {
        if radix == 10 { return String(decoding: digits, as: UTF8.self) }
        var limbs: [UInt64] = [0]
        let base: UInt64 = 1_000_000_000
        for digit in digits {
            let value = digit < 58 ? UInt64(digit) &- 48 : UInt64(digit | 0x20) &- 87
            var carry = value
            for index in limbs.indices {
                let next = limbs[index] * UInt64(radix) + carry
                limbs[index] = next % base
                carry = next / base
            }
            if carry > 0 { limbs.append(carry) }
        }
        var text = String(limbs[limbs.count - 1])
        for limb in limbs.dropLast().reversed() {
            let part = String(limb)
            text += String(repeating: "0", count: 9 - part.count) + part
        }
        return text
    }

    /// A string or bytes literal as `repr()` writes it.
    static func quoted(_ bytes: [UInt8], isBytes: Bool = false) -> String {
        let quote: Character = bytes.contains(39) && !bytes.contains(34) ? "\"" : "'"
        var text = String(quote)
        func hex(_ value: UInt32, _ width: Int) -> String {
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        func append(_ code: UInt32) {
            switch code {
            case 9: text += "\\t"
            case 10: text += "\\n"
            case 13: text += "\\r"
            case 92: text += "\\\\"
            case 0..<32, 127: text += "\\x" + hex(code, 2)
            default:
                guard let scalar = Unicode.Scalar(code) else { return text += "\\u" + hex(code, 4) }
                if Character(scalar) == quote { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
        }
        if isBytes {
            for byte in bytes {
                if byte >= 127 { text += "\\x" + hex(UInt32(byte), 2) } else { append(UInt32(byte)) }
            }
        } else {
            var index = 0
            while index < bytes.count {
                let (code, length) = scalar(bytes, index)
                append(code)
                index += length
            }
        }
        text.append(quote)
        return text
    }

    /// One code point of generalised UTF-8.
    private static func scalar(_ bytes: [UInt8], _ index: Int) -> (UInt32, Int) {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, index + length <= bytes.count else { return (UInt32(first), 1) }
        var code = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (code, length)
    }
}
