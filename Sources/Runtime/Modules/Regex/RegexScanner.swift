/// Match after match of a text: the iterator of `finditer`, and the scanner of `Pattern.scanner`. Both are records.
///
///     0  pattern      1  the text as it was given      2  the text as it is searched
///     3  where to go on, -1 at the end      4  endpos      5  whether the next match must not be empty here
enum RegexScanner {
    static func define(_ m: Machine, _ type: TypeRef) {
        m.define(
            type,
            methods: [
                Native("match", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let match = try advance(m, a[0], isSearch: false)
                    return match.isBound ? match : .none
                },
                Native("search", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let match = try advance(m, a[0], isSearch: true)
                    return match.isBound ? match : .none
                },
            ],
            properties: [
                NativeProperty("pattern", get: { (_: Machine, s: Value) throws(Raise) -> Value in Record(s)[0] })
            ])
    }

    /// A scanner or iterator for the arguments `pattern, string, pos, endpos`.
    static func make(_ m: Machine, _ a: Arguments, _ type: TypeRef?) throws(Raise) -> Value {
        guard let type else { return .none }
        let text = try RegexText(m, a[1], for: Pattern(a[0]))
        let (start, end) = try PatternMethods.bounds(m, text, a.optional(2), a.optional(3))
        let record = m.record(type, count: 6)
        record[0] = a[0]
        record[1] = a[1]
        record[2] = text.value
        record[3] = Value(small: start <= end ? start : -1)
        record[4] = Value(small: end)
        record[5] = .false
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        try advance(m, iterator, isSearch: true)
    }

    /// The next match, or unbound.
    private static func advance(_ m: Machine, _ scanner: Value, isSearch: Bool) throws(Raise) -> Value {
        let record = Record(scanner)
        guard record[3].smallInt >= 0 else { return .unbound }
        let text = try RegexText(m, record[2])
        let program = Pattern(record[0]).program
        let end = record[4].smallInt
        switch text.width {
        case 1: return try advance(RegexMatcher<UInt8>(m, program, text.base, end: end), record, isSearch)
        case 2: return try advance(RegexMatcher<UInt16>(m, program, text.base, end: end), record, isSearch)
        default: return try advance(RegexMatcher<UInt32>(m, program, text.base, end: end), record, isSearch)
        }
    }

    private static func advance<Unit>(
        _ fresh: RegexMatcher<Unit>, _ record: Record, _ isSearch: Bool
    ) throws(Raise) -> Value {
        var matcher = fresh
        defer { matcher.stack.release(matcher.m) }
        let start = record[3].smallInt
        matcher.reset()
        matcher.mustAdvance = record[5].isTrue
        let isFound = isSearch ? try matcher.search(from: start) : try matcher.match(at: start)
        guard isFound else {
            record[3] = Value(small: -1)
            return .unbound
        }
        record[3] = Value(small: matcher.matchEnd)
        record[5] = Value(matcher.matchEnd == matcher.matchStart)
        return matcher.makeMatch(Pattern(record[0]), record[1], start)
    }
}
