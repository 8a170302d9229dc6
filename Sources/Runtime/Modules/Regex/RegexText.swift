/// What a pattern is matched against: a str, or the bytes of an object.
///
/// Holds a value, so it must live on the native stack.
struct RegexText {
    /// The str or bytes object with the units; for other objects a copy of their bytes.
    let value: Value
    let base: UnsafeRawPointer
    let count: Int
    /// Bytes per unit.
    let width: Int
    let isText: Bool

    init(_ m: Machine, _ value: Value) throws(Raise) {
        if value.isKind(.string) {
            let string = Str(value)
            self.value = value
            base = UnsafeRawPointer(string.base)
            count = string.count
            width = string.width
            isText = true
            return
        }
        var bytes = value
        if !value.isKind(.bytes) {
            guard RegexText.hasBytes(m, value) else {
                throw m.raise(.typeError, "expected string or bytes-like object, got '\(m.typeName(value))'")
            }
            bytes = try m.call(m.type(.bytes).value, value)
        }
        self.value = bytes
        base = UnsafeRawPointer(Bytes(bytes).bytes)
        count = Bytes(bytes).count
        width = 1
        isText = false
    }

    /// Whether an object shows its bytes.
    static func hasBytes(_ m: Machine, _ value: Value) -> Bool {
        value.isKind(.bytes) || value.isKind(.byteArray) || value.isCell && m.typeName(value) == "memoryview"
    }

    /// A text for a pattern, which must be of the same kind.
    init(_ m: Machine, _ value: Value, for pattern: Pattern) throws(Raise) {
        try self.init(m, value)
        if isText == pattern.isText { return }
        throw m.raise(
            .typeError,
            isText
                ? "cannot use a bytes pattern on a string-like object"
                : "cannot use a string pattern on a bytes-like object")
    }

    /// A part of the text as a new object; the whole is the object itself.
    func slice(_ m: Machine, _ start: Int, _ end: Int) -> Value {
        if isText { return m.substring(Str(value), start, end) }
        if start == 0, end == count, m.typeOf(value) == m.type(.bytes) { return value }
        let bytes = base.assumingMemoryBound(to: UInt8.self)
        return m.bytes(UnsafeBufferPointer(start: bytes + start, count: max(end - start, 0)))
    }

    /// The empty text of the same kind.
    func empty(_ m: Machine) -> Value { isText ? m.runtime.pointee.emptyString : m.runtime.pointee.emptyBytes }
}

/// A `re.Pattern`: a record of eight values.
///
///     0  pattern      1  flags      2  program (bytes)      3  groupindex (dict)      4  names by number (tuple)
///     5  the replacement used last      6  what it was parsed to      7  whether the pattern is a str
struct Pattern {
    let record: Record
    @inline(__always) init(_ value: Value) { record = Record(value) }
    @inline(__always) var value: Value { record.value }
    @inline(__always) var flags: Int { record[1].smallInt }
    @inline(__always) var program: RegexProgram { RegexProgram(record[2]) }
    @inline(__always) var groupIndex: Dict { Dict(record[3]) }
    @inline(__always) var names: Tuple { Tuple(record[4]) }
    @inline(__always) var isText: Bool { record[7].isTrue }
    @inline(__always) var groupCount: Int { program.groupCount }
}

/// A `re.Match`: the text, the pattern, pos, endpos, lastindex (0 for none), then start and end of each group; -1 for
/// those that have not matched.
struct Match {
    let record: Record
    @inline(__always) init(_ value: Value) { record = Record(value) }
    @inline(__always) var value: Value { record.value }
    @inline(__always) var string: Value { record[0] }
    @inline(__always) var pattern: Pattern { Pattern(record[1]) }
    @inline(__always) var lastIndex: Int { record[4].smallInt }
    @inline(__always) var groupCount: Int { (record.count - 7) / 2 }
    @inline(__always) func start(_ group: Int) -> Int { record[5 + 2 * group].smallInt }
    @inline(__always) func end(_ group: Int) -> Int { record[6 + 2 * group].smallInt }
    static let fixedFields = 5
}

extension RegexMatcher {
    /// A match object for the match that was found.
    func makeMatch(_ pattern: Pattern, _ string: Value, _ start: Int) -> Value {
        let groups = program.groupCount
        guard let type = m.runtime.pointee.regex.matchType else { return .none }
        let record = m.record(type, count: Match.fixedFields + 2 * groups + 2)
        record[0] = string
        record[1] = pattern.value
        record[2] = Value(small: start)
        record[3] = Value(small: end)
        record[4] = Value(small: stack[lastGroup])
        record[5] = Value(small: matchStart)
        record[6] = Value(small: matchEnd)
        for index in 0..<groups {
            let (start, end) = span(index + 1)
            record[7 + 2 * index] = Value(small: start)
            record[8 + 2 * index] = Value(small: end)
        }
        return record.value
    }

    /// Where a group matched; -1 and -1 if it did not.
    @inline(__always)
    func span(_ group: Int) -> (start: Int, end: Int) {
        if group == 0 { return (matchStart, matchEnd) }
        let start = stack[2 * group - 2]
        let end = stack[2 * group - 1]
        return start >= 0 && end >= start ? (start, end) : (-1, -1)
    }

    /// The text of a group, or a substitute.
    @inline(__always)
    func group(_ number: Int, of text: RegexText, default fallback: Value) -> Value {
        let (start, end) = span(number)
        return start < 0 ? fallback : text.slice(m, start, end)
    }

    /// Gets ready for the next search.
    @inline(__always)
    mutating func reset() { stack.reset(groups: program.groupCount) }
}
