/// What `sub` puts in the place of a match. Holds values, so it must live on the native stack.
struct RegexReplacement {
    /// How the text is made.
    enum Form {
        case literal(Value)
        /// Texts, and numbers of groups.
        case template(Tuple)
        /// Called with the match.
        case function(Value)
    }
    let form: Form

    init(_ m: Machine, _ pattern: Pattern, _ value: Value) throws(Raise) {
        if value.isKind(.string) ? !RegexReplacement.hasBackslash(Str(value)) : false {
            form = .literal(value)
        } else if !value.isKind(.string), !RegexText.hasBytes(m, value), m.isCallable(value) {
            form = .function(value)
        } else {
            form = .template(Tuple(try m.regexTemplate(pattern, value)))
        }
    }

    private static func hasBackslash(_ string: Str) -> Bool {
        for index in 0..<string.count where string[index] == 0x5c { return true }
        return false
    }
}

/// The result of a substitution on its way: a str or bytes. What is of another kind is told at the end.
struct RegexOutput {
    private var text = StringBuilder()
    private var bytes: [UInt8] = []
    private let isText: Bool
    /// Parts so far, and the first that does not fit: its number and its type's name.
    private var count = 0
    private var misfit: (number: Int, type: String)?

    init(isText: Bool) { self.isText = isText }

    /// Adds a part of the text that was searched.
    @inline(__always)
    mutating func append(_ source: RegexText, _ start: Int, _ end: Int) {
        guard start < end else { return }
        count &+= 1
        if isText {
            text.append(Str(source.value), from: start, to: end)
        } else {
            let units = source.base.assumingMemoryBound(to: UInt8.self)
            bytes.append(contentsOf: UnsafeBufferPointer(start: units + start, count: end &- start))
        }
    }

    /// Adds an object that should be of the right kind.
    mutating func append(_ m: Machine, _ value: Value) {
        if isText, value.isKind(.string) {
            text.append(Str(value))
        } else if !isText, value.isKind(.bytes) {
            bytes.append(contentsOf: Bytes(value).buffer)
        } else if !isText, value.isKind(.byteArray) {
            bytes.append(contentsOf: ByteArray(value).buffer)
        } else if misfit == nil {
            misfit = (count, m.typeName(value))
        }
        count &+= 1
    }

    mutating func discard() { text.discard() }

    mutating func finish(_ m: Machine) throws(Raise) -> Value {
        if let misfit {
            let wanted = isText ? "str instance" : "a bytes-like object"
            throw m.raise(.typeError, "sequence item \(misfit.number): expected \(wanted), \(misfit.type) found")
        }
        return isText ? text.finish(m) : m.bytes(bytes)
    }
}

extension Machine {
    /// The parts of a replacement for a pattern: texts, and numbers of groups. The last one is kept with the pattern.
    func regexTemplate(_ pattern: Pattern, _ source: Value) throws(Raise) -> Value {
        if pattern.record[5] == source { return pattern.record[6] }
        guard source.isKind(.string) || RegexText.hasBytes(self, source) else {
            throw raise(
                .typeError, "decoding to str: need a bytes-like object, \(shortTypeName(source)) found")
        }
        let text = try RegexText(self, source)
        let codes = RegexModule.codes(text)
        var parts: [RegexTemplatePart] = []
        do throws(RegexFailure) {
            parts = try parseTemplate(codes, text.isText, pattern)
        } catch {
            throw RegexModule.raise(self, error, source)
        }
        let tuple = makeTuple(count: parts.count)
        for (index, part) in parts.enumerated() {
            switch part {
            case .group(let number): tuple[index] = int(number)
            case .text(let codes):
                tuple[index] =
                    text.isText
                    ? codes.withUnsafeBufferPointer { string(codePoints: $0) }
                    : bytes(codes.map { UInt8(truncatingIfNeeded: $0) })
            }
        }
        // Only objects that can't change are known again by their identity.
        if typeOf(source) == type(.str) || typeOf(source) == type(.bytes) {
            pattern.record[5] = source
            pattern.record[6] = tuple.value
        }
        return tuple.value
    }

    /// A part of a replacement.
    enum RegexTemplatePart {
        case text([UInt32])
        case group(Int)
    }

    private func parseTemplate(
        _ codes: [UInt32], _ isText: Bool, _ pattern: Pattern
    ) throws(RegexFailure) -> [RegexTemplatePart] {
        var source = try RegexSource(codes, isText: isText)
        var parts: [RegexTemplatePart] = []
        var literal: [UInt32] = []
        func addGroup(_ number: Int, _ offset: Int) throws(RegexFailure) {
            guard number <= pattern.groupCount else {
                throw source.error("invalid group reference \(number)", offset)
            }
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = []
            parts.append(.group(number))
        }
        while let token = try source.take() {
            if !token.isEscape {
                literal.append(token.code)
            } else if token.code == 0x67 {
                guard try source.pass("<") else { throw source.error("missing <") }
                let name = try source.takeName(until: ">", "group name")
                if name.allSatisfy(RegexSource.isDigit) {
                    let number = RegexSource.number(name)
                    if number >= RegexParser.maximumGroups {
                        throw source.error("invalid group reference \(RegexSource.text(name))", name.count + 1)
                    }
                    try addGroup(number, name.count + 1)
                } else {
                    try source.checkName(name, 1)
                    let key = name.withUnsafeBufferPointer { string(codePoints: $0) }
                    guard let number = intValue(dictGet(pattern.groupIndex, name: key)) else {
                        throw .index("unknown group name \(RegexSource.quoted(name, ascii: false))")
                    }
                    try addGroup(number, name.count + 1)
                }
            } else if token.code == 0x30 {
                let digits = try source.takeWhile(2, RegexSource.isOctalDigit)
                literal.append(UInt32(RegexSource.number(digits, radix: 8)) & 0xff)
            } else if RegexSource.isDigit(token.code) {
                var digits = [token.code]
                if source.sees(RegexSource.isDigit), let next = try source.take() {
                    digits.append(next.code)
                    if digits.allSatisfy(RegexSource.isOctalDigit), source.sees(RegexSource.isOctalDigit),
                        let last = try source.take()
                    {
                        digits.append(last.code)
                        let value = RegexSource.number(digits, radix: 8)
                        guard value <= 0o377 else {
                            throw source.error(
                                "octal escape value \\\(RegexSource.text(digits)) outside of range 0-0o377", 4)
                        }
                        literal.append(UInt32(value))
                        continue
                    }
                }
                try addGroup(RegexSource.number(digits), digits.count)
            } else if let control = RegexSource.control(token.code) {
                literal.append(control)
            } else if RegexSource.isASCIILetter(token.code) {
                throw source.error("bad escape \(token.text)", 2)
            } else {
                literal += [0x5c, token.code]
            }
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
        return parts
    }
}
