import UnicodeData

/// `str.format` and `str.format_map` ("Format string syntax" in the library reference).
struct TemplateFormatter {
    let m: Machine
    /// Positional arguments, or nil for `format_map`.
    let positional: UnsafeBufferPointer<Value>?
    /// Keyword arguments of a call, or the mapping of `format_map`.
    let keywords: Arguments?
    let mapping: Value
    /// The only part of the result, if it is an instance of a subclass of str: then it is the result itself.
    var whole = Value.unbound
    /// The next automatic number; -1 while fields are numbered by hand, -2 before the first one.
    var automatic = -2

    /// Adds the formatted text of a template.
    mutating func format(
        _ template: Str, from start: Int, to end: Int, _ builder: inout StringBuilder, depth: Int
    ) throws(Raise) {
        if depth <= 0 { throw m.raise(.valueError, "Max string recursion exceeded") }
        var position = start
        while position < end {
            let literal = position
            var brace: UInt32 = 0
            while position < end {
                let code = template[position]
                position += 1
                if code == 0x7b || code == 0x7d {
                    brace = code
                    break
                }
            }
            if brace == 0 {
                if literal == 0, depth == 2 { whole = template.value }
                builder.append(template, from: literal, to: position)
                return
            }
            let atEnd = position >= end
            if brace == 0x7d, atEnd || template[position] != 0x7d {
                throw m.raise(.valueError, "Single '}' encountered in format string")
            }
            if brace == 0x7b, atEnd { throw m.raise(.valueError, "Single '{' encountered in format string") }
            if template[position] == brace {
                builder.append(template, from: literal, to: position)
                position += 1
                continue
            }
            builder.append(template, from: literal, to: position - 1)
            let field = try parseField(template, &position, end)
            try render(template, field, &builder, depth, isLast: position == end && depth == 2)
        }
    }

    /// The parts of one replacement field.
    private struct Field {
        var nameStart: Int
        var nameEnd: Int
        var conversion: UInt32 = 0
        var specStart = 0
        var specEnd = 0
        var isNested = false
    }

    private func parseField(_ template: Str, _ position: inout Int, _ end: Int) throws(Raise) -> Field {
        var field = Field(nameStart: position, nameEnd: position)
        var code: UInt32 = 0
        scan: while position < end {
            code = template[position]
            position += 1
            switch code {
            case 0x7b: throw m.raise(.valueError, "unexpected '{' in field name")
            case 0x5b:
                while position < end, template[position] != 0x5d { position += 1 }
            case 0x7d, 0x3a, 0x21: break scan
            default: break
            }
        }
        guard code == 0x7d || code == 0x3a || code == 0x21 else {
            throw m.raise(.valueError, "expected '}' before end of string")
        }
        field.nameEnd = position - 1
        if code == 0x7d { return field }
        if code == 0x21 {
            guard position < end else {
                throw m.raise(.valueError, "end of string while looking for conversion specifier")
            }
            field.conversion = template[position]
            position += 1
            if position < end {
                let following = template[position]
                position += 1
                if following == 0x7d { return field }
                if following != 0x3a { throw m.raise(.valueError, "expected ':' after conversion specifier") }
            }
        }
        field.specStart = position
        var open = 1
        while position < end {
            let code = template[position]
            position += 1
            if code == 0x7b {
                field.isNested = true
                open += 1
            } else if code == 0x7d {
                open -= 1
                if open == 0 {
                    field.specEnd = position - 1
                    return field
                }
            }
        }
        throw m.raise(.valueError, "unmatched '{' in format spec")
    }

    private mutating func render(
        _ template: Str, _ field: Field, _ builder: inout StringBuilder, _ depth: Int, isLast: Bool
    ) throws(Raise) {
        var value = try fieldValue(template, field)
        if field.specStart == field.specEnd {
            if value.isSmallInt, field.conversion == 0 { return builder.append(decimal: value.smallInt) }
            if m.isExactString(value), field.conversion == 0 || field.conversion == 0x73 {
                return builder.append(value)
            }
        }
        switch field.conversion {
        case 0: break
        case 0x72: value = try m.repr(value)
        case 0x73: value = try m.str(value)
        case 0x61: value = try m.ascii(value)
        default:
            if field.conversion > 32 && field.conversion < 127 {
                let text = Character(Unicode.Scalar(UInt8(field.conversion)))
                throw m.raise(.valueError, "Unknown conversion specifier \(text)")
            }
            let text = String(field.conversion, radix: 16)
            throw m.raise(.valueError, "Unknown conversion specifier \\x\(text)")
        }
        var spec = m.substring(template, field.specStart, field.specEnd)
        if field.isNested {
            var inner = StringBuilder()
            do throws(Raise) {
                try format(template, from: field.specStart, to: field.specEnd, &inner, depth: depth - 1)
            } catch {
                inner.discard()
                throw error
            }
            spec = inner.finish(m)
        }
        let text = try m.format(value, spec: spec)
        if isLast, builder.count == 0, !m.isExactString(text), Str(text).count > 0 { whole = text }
        builder.append(text)
    }

    // MARK: Field names

    private mutating func fieldValue(_ template: Str, _ field: Field) throws(Raise) -> Value {
        var position = field.nameStart
        let end = field.nameEnd
        while position < end, template[position] != 0x2e, template[position] != 0x5b { position += 1 }
        let nameEnd = position
        var number = try integer(template, field.nameStart, nameEnd)
        let isEmpty = nameEnd == field.nameStart
        if isEmpty || number >= 0 {
            if automatic == -2 { automatic = isEmpty ? 0 : -1 }
            if automatic == -1, isEmpty {
                throw m.raise(
                    .valueError, "cannot switch from manual field specification to automatic field numbering")
            }
            if automatic >= 0, !isEmpty {
                throw m.raise(
                    .valueError, "cannot switch from automatic field numbering to manual field specification")
            }
            if isEmpty {
                number = automatic
                automatic += 1
            }
        }
        var value: Value
        if number >= 0 {
            guard let positional else {
                throw m.raise(.valueError, "Format string contains positional fields")
            }
            guard number < positional.count else {
                throw m.raise(.indexError, "Replacement index \(number) out of range for positional args tuple")
            }
            value = positional[number]
        } else {
            value = try named(m.substring(template, field.nameStart, nameEnd))
        }
        while position < end {
            let code = template[position]
            position += 1
            let partStart = position
            switch code {
            case 0x2e:
                while position < end, template[position] != 0x2e, template[position] != 0x5b { position += 1 }
                if position == partStart { throw m.raise(.valueError, "Empty attribute in format string") }
                value = try m.getAttribute(value, m.intern(m.substring(template, partStart, position)))
            case 0x5b:
                while position < end, template[position] != 0x5d { position += 1 }
                guard position < end else { throw m.raise(.valueError, "Missing ']' in format string") }
                let partEnd = position
                position += 1
                let index = try integer(template, partStart, partEnd)
                if partEnd == partStart { throw m.raise(.valueError, "Empty attribute in format string") }
                let key = index >= 0 ? m.int(index) : m.substring(template, partStart, partEnd)
                value = try m.getItem(value, key)
            default:
                throw m.raise(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
            }
        }
        return value
    }

    private func named(_ key: Value) throws(Raise) -> Value {
        if let keywords {
            for index in 0..<keywords.keywordCount where Str.equal(Str(keywords.keywordName(index)), Str(key)) {
                return keywords.keywordValue(index)
            }
            throw m.raise(.keyError, value: key)
        }
        return try m.getItem(mapping, key)
    }

    /// The number that a part of the template is, or -1.
    private func integer(_ template: Str, _ start: Int, _ end: Int) throws(Raise) -> Int {
        if start == end { return -1 }
        var result = 0
        for index in start..<end {
            guard let digit = UnicodeData.decimalValue(template[index]) else { return -1 }
            let (scaled, overflow) = result.multipliedReportingOverflow(by: 10)
            let (sum, carry) = scaled.addingReportingOverflow(digit)
            if overflow || carry { throw m.raise(.valueError, "Too many decimal digits in format string") }
            result = sum
        }
        return result
    }
}

extension StringMethods {
    static func format(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let positional = UnsafeBufferPointer(start: UnsafePointer(a.base + 1), count: a.count - 1)
        var formatter = TemplateFormatter(m: m, positional: positional, keywords: a, mapping: .unbound)
        return try run(m, &formatter, Str(a[0]))
    }

    static func formatMap(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var formatter = TemplateFormatter(m: m, positional: nil, keywords: nil, mapping: a[1])
        return try run(m, &formatter, Str(a[0]))
    }

    private static func run(_ m: Machine, _ formatter: inout TemplateFormatter, _ template: Str) throws(Raise) -> Value
    {
        var builder = StringBuilder()
        do throws(Raise) {
            try formatter.format(template, from: 0, to: template.count, &builder, depth: 2)
        } catch {
            builder.discard()
            throw error
        }
        let text = builder.finish(m)
        return formatter.whole.isBound ? formatter.whole : text
    }
}

/// The module `_string`: the two halves of format strings for `string.Formatter`.
enum StringModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("formatter_parser", .one, style: .function, parse),
            Native("formatter_field_name_split", .one, style: .function, splitName),
        ])
    }

    private static func text(_ m: Machine, _ value: Value) throws(Raise) -> Str {
        if value.isKind(.string) { return Str(value) }
        throw m.raise(.typeError, "expected str, got \(m.typeName(value))")
    }

    /// Tuples of literal text, field name, format spec and conversion.
    private static func parse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let template = try text(m, a[0])
        let formatter = TemplateFormatter(m: m, positional: nil, keywords: nil, mapping: .none)
        return try m.iterator(of: try formatter.parts(template).value)
    }

    /// The first part of a field name, and an iterator over the attributes and keys behind it.
    private static func splitName(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = try text(m, a[0])
        let formatter = TemplateFormatter(m: m, positional: nil, keywords: nil, mapping: .none)
        return try formatter.splitName(name)
    }
}

extension TemplateFormatter {
    fileprivate func parts(_ template: Str) throws(Raise) -> List {
        let list = m.list()
        var position = 0
        while position < template.count {
            let start = position
            while position < template.count, template[position] != 0x7b, template[position] != 0x7d { position += 1 }
            if position == template.count {
                list.append(m, m.tuple(m.substring(template, start, position), .none, .none, .none))
                break
            }
            let brace = template[position]
            position += 1
            if position < template.count, template[position] == brace {
                list.append(m, m.tuple(m.substring(template, start, position), .none, .none, .none))
                position += 1
                continue
            }
            if brace == 0x7d { throw m.raise(.valueError, "Single '}' encountered in format string") }
            if position == template.count {
                throw m.raise(.valueError, "Single '{' encountered in format string")
            }
            let literal = m.substring(template, start, position - 1)
            let field = try parseField(template, &position, template.count)
            list.append(
                m,
                m.tuple(
                    literal, m.substring(template, field.nameStart, field.nameEnd),
                    m.substring(template, field.specStart, field.specEnd),
                    field.conversion == 0 ? .none : m.character(field.conversion)))
        }
        return list
    }

    fileprivate func splitName(_ name: Str) throws(Raise) -> Value {
        var position = 0
        while position < name.count, name[position] != 0x2e, name[position] != 0x5b { position += 1 }
        let number = try integer(name, 0, position)
        let first = number >= 0 ? m.int(number) : m.substring(name, 0, position)
        let rest = m.list()
        while position < name.count {
            let isAttribute = name[position] == 0x2e
            guard isAttribute || name[position] == 0x5b else {
                throw m.raise(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
            }
            position += 1
            let start = position
            if isAttribute {
                while position < name.count, name[position] != 0x2e, name[position] != 0x5b { position += 1 }
            } else {
                while position < name.count, name[position] != 0x5d { position += 1 }
                if position == name.count { throw m.raise(.valueError, "Missing ']' in format string") }
            }
            if position == start { throw m.raise(.valueError, "Empty attribute in format string") }
            let index = isAttribute ? -1 : try integer(name, start, position)
            let key = index >= 0 ? m.int(index) : m.substring(name, start, position)
            rest.append(m, m.tuple(Value(isAttribute), key))
            if !isAttribute { position += 1 }
        }
        return m.tuple(first, try m.iterator(of: rest.value))
    }
}
