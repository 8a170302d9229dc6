/// The methods of `re.Pattern`.
enum PatternMethods {
    static func define(_ m: Machine, _ type: TypeRef) {
        let bounds: NativeArity = .signature("string, pos=0, endpos=9223372036854775807")
        m.define(
            type, doc: "A compiled regular expression.",
            methods: [
                Native("match", bounds) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try find(m, a, isSearch: false, isFull: false)
                },
                Native("fullmatch", bounds) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try find(m, a, isSearch: false, isFull: true)
                },
                Native("search", bounds) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try find(m, a, isSearch: true, isFull: false)
                },
                Native("findall", bounds, findAll),
                Native("finditer", bounds) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try RegexScanner.make(m, a, m.runtime.pointee.regex.iteratorType)
                },
                Native("scanner", bounds) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try RegexScanner.make(m, a, m.runtime.pointee.regex.scannerType)
                },
                Native("split", .signature("string, maxsplit=0"), split),
                Native("sub", .signature("repl, string, count=0")) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try substitute(m, a).text
                },
                Native("subn", .signature("repl, string, count=0")) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let (text, count) = try substitute(m, a)
                    return m.tuple(text, m.int(count))
                },
                Native("__repr__", .none, style: .slot, repr),
                Native("__eq__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try equals(m, a, isEqual: true)
                },
                Native("__ne__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try equals(m, a, isEqual: false)
                },
                Native("__hash__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.int(try m.hash(m.tuple(Pattern(a[0]).record[0], Pattern(a[0]).record[1])))
                },
                Native("__copy__", .none) { (_: Machine, a: Arguments) throws(Raise) -> Value in a[0] },
                Native("__deepcopy__", .one) { (_: Machine, a: Arguments) throws(Raise) -> Value in a[0] },
                Native("__class_getitem__", .one, style: .classMethod) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in try m.genericAlias(a[0], a[1])
                },
            ],
            properties: [
                .member("pattern") { (_: Machine, p: Value) throws(Raise) -> Value in Pattern(p).record[0] },
                .member("flags") { (_: Machine, p: Value) throws(Raise) -> Value in Pattern(p).record[1] },
                .member("groups") { (m: Machine, p: Value) throws(Raise) -> Value in m.int(Pattern(p).groupCount) },
                NativeProperty(
                    "groupindex",
                    get: { (m: Machine, p: Value) throws(Raise) -> Value in
                        m.makeMappingProxy(Pattern(p).groupIndex.value)
                    }),
            ])
    }

    /// The part of a text that `pos` and `endpos` of the arguments choose.
    static func bounds(
        _ m: Machine, _ text: RegexText, _ first: Value, _ last: Value
    ) throws(Raise) -> (start: Int, end: Int) {
        var start = 0
        var end = text.count
        if first.isBound, !first.isSmallInt || first.smallInt != 0 {
            start = min(max(try m.sizeArgument(first), 0), text.count)
        }
        if last.isBound { end = min(max(try m.sizeArgument(last), 0), text.count) }
        return (start, end)
    }

    // MARK: match, fullmatch, search

    private static func find(_ m: Machine, _ a: Arguments, isSearch: Bool, isFull: Bool) throws(Raise) -> Value {
        let pattern = Pattern(a[0])
        let text = try RegexText(m, a[1], for: pattern)
        let (start, end) = try bounds(m, text, a.optional(2), a.optional(3))
        switch text.width {
        case 1:
            return try find(RegexMatcher<UInt8>(m, pattern.program, text.base, end: end), a, start, isSearch, isFull)
        case 2:
            return try find(RegexMatcher<UInt16>(m, pattern.program, text.base, end: end), a, start, isSearch, isFull)
        default:
            return try find(RegexMatcher<UInt32>(m, pattern.program, text.base, end: end), a, start, isSearch, isFull)
        }
    }

    private static func find<Unit>(
        _ fresh: RegexMatcher<Unit>, _ a: Arguments, _ start: Int, _ isSearch: Bool, _ isFull: Bool
    ) throws(Raise) -> Value {
        var matcher = fresh
        defer { matcher.stack.release(matcher.m) }
        // Beyond the end, an empty pattern still matches, if it is not searched for.
        if start > matcher.end, isSearch || isFull { return .none }
        matcher.reset()
        matcher.isFull = isFull
        let isFound = isSearch ? try matcher.search(from: start) : try matcher.match(at: start)
        return isFound ? matcher.makeMatch(Pattern(a[0]), a[1], start) : .none
    }

    // MARK: findall

    private static func findAll(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let pattern = Pattern(a[0])
        let text = try RegexText(m, a[1], for: pattern)
        let (start, end) = try bounds(m, text, a.optional(2), a.optional(3))
        switch text.width {
        case 1: return try findAll(RegexMatcher<UInt8>(m, pattern.program, text.base, end: end), text, start)
        case 2: return try findAll(RegexMatcher<UInt16>(m, pattern.program, text.base, end: end), text, start)
        default: return try findAll(RegexMatcher<UInt32>(m, pattern.program, text.base, end: end), text, start)
        }
    }

    private static func findAll<Unit>(
        _ fresh: RegexMatcher<Unit>, _ text: RegexText, _ first: Int
    ) throws(Raise) -> Value {
        var matcher = fresh
        let m = matcher.m
        defer { matcher.stack.release(m) }
        let list = m.list()
        let groups = matcher.program.groupCount
        let empty = text.empty(m)
        var start = first
        while start <= matcher.end {
            matcher.reset()
            guard try matcher.search(from: start) else { break }
            if groups == 0 {
                list.append(m, text.slice(m, matcher.matchStart, matcher.matchEnd))
            } else if groups == 1 {
                list.append(m, matcher.group(1, of: text, default: empty))
            } else {
                let tuple = m.makeTuple(count: groups)
                for index in 0..<groups { tuple[index] = matcher.group(index + 1, of: text, default: empty) }
                list.append(m, tuple.value)
            }
            matcher.mustAdvance = matcher.matchEnd == matcher.matchStart
            start = matcher.matchEnd
        }
        return list.value
    }

    // MARK: split

    private static func split(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let pattern = Pattern(a[0])
        let text = try RegexText(m, a[1], for: pattern)
        let limit = a.optional(2).isBound ? try m.sizeArgument(a[2]) : 0
        switch text.width {
        case 1: return try split(RegexMatcher<UInt8>(m, pattern.program, text.base, end: text.count), text, limit)
        case 2: return try split(RegexMatcher<UInt16>(m, pattern.program, text.base, end: text.count), text, limit)
        default: return try split(RegexMatcher<UInt32>(m, pattern.program, text.base, end: text.count), text, limit)
        }
    }

    private static func split<Unit>(
        _ fresh: RegexMatcher<Unit>, _ text: RegexText, _ limit: Int
    ) throws(Raise) -> Value {
        var matcher = fresh
        let m = matcher.m
        defer { matcher.stack.release(m) }
        let list = m.list()
        var count = 0
        var start = 0
        while limit == 0 || count < limit {
            matcher.reset()
            guard try matcher.search(from: start) else { break }
            list.append(m, text.slice(m, start, matcher.matchStart))
            for group in 0..<matcher.program.groupCount {
                list.append(m, matcher.group(group + 1, of: text, default: .none))
            }
            matcher.mustAdvance = matcher.matchEnd == matcher.matchStart
            start = matcher.matchEnd
            count += 1
        }
        list.append(m, text.slice(m, start, text.count))
        return list.value
    }

    // MARK: sub, subn

    private static func substitute(_ m: Machine, _ a: Arguments) throws(Raise) -> (text: Value, count: Int) {
        let pattern = Pattern(a[0])
        let limit = a.optional(3).isBound ? try m.sizeArgument(a[3]) : 0
        let replacement = try RegexReplacement(m, pattern, a[1])
        let text = try RegexText(m, a[2], for: pattern)
        switch text.width {
        case 1:
            return try substitute(
                RegexMatcher<UInt8>(m, pattern.program, text.base, end: text.count), a, text, replacement, limit)
        case 2:
            return try substitute(
                RegexMatcher<UInt16>(m, pattern.program, text.base, end: text.count), a, text, replacement, limit)
        default:
            return try substitute(
                RegexMatcher<UInt32>(m, pattern.program, text.base, end: text.count), a, text, replacement, limit)
        }
    }

    private static func substitute<Unit>(
        _ fresh: RegexMatcher<Unit>, _ a: Arguments, _ text: RegexText, _ replacement: RegexReplacement, _ limit: Int
    ) throws(Raise) -> (text: Value, count: Int) {
        var matcher = fresh
        let m = matcher.m
        defer { matcher.stack.release(m) }
        var out = RegexOutput(isText: text.isText)
        defer { out.discard() }
        var count = 0
        var start = 0
        while limit == 0 || count < limit {
            matcher.reset()
            guard try matcher.search(from: start) else { break }
            out.append(text, start, matcher.matchStart)
            switch replacement.form {
            case .literal(let value): out.append(m, value)
            case .template(let parts):
                for index in 0..<parts.count {
                    let part = parts[index]
                    if part.isSmallInt {
                        let (start, end) = matcher.span(part.smallInt)
                        if start >= 0 { out.append(text, start, end) }
                    } else {
                        out.append(m, part)
                    }
                }
            case .function(let function):
                let result = try m.call(function, matcher.makeMatch(Pattern(a[0]), a[2], 0))
                if !result.isNone { out.append(m, result) }
            }
            matcher.mustAdvance = matcher.matchEnd == matcher.matchStart
            start = matcher.matchEnd
            count += 1
        }
        if count == 0, start == 0 { return (text.slice(m, 0, text.count), 0) }
        out.append(text, start, text.count)
        return (try out.finish(m), count)
    }

    // MARK: Comparing, showing

    private static func equals(_ m: Machine, _ a: Arguments, isEqual: Bool) throws(Raise) -> Value {
        guard a[1].isCell, m.typeOf(a[1]) == m.typeOf(a[0]) else { return .notImplemented }
        let (one, other) = (Pattern(a[0]), Pattern(a[1]))
        if one.flags != other.flags || one.isText != other.isText { return Value(!isEqual) }
        return Value(try m.equals(one.record[0], other.record[0]) == isEqual)
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let pattern = Pattern(a[0])
        let names = [
            (2, "re.IGNORECASE"), (4, "re.LOCALE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (32, "re.UNICODE"),
            (64, "re.VERBOSE"), (128, "re.DEBUG"), (256, "re.ASCII"),
        ]
        var flags = pattern.flags
        if pattern.isText, flags & (4 | 32 | 256) == 32 { flags &= ~32 }
        var parts: [String] = []
        for (flag, name) in names where flags & flag != 0 {
            parts.append(name)
            flags &= ~flag
        }
        if flags != 0 { parts.append("0x" + String(flags, radix: 16)) }
        var out = StringBuilder()
        defer { out.discard() }
        out.append("re.compile(" as StaticString)
        let source = try m.repr(pattern.record[0])
        if source.isKind(.string) { out.append(Str(source), from: 0, to: min(Str(source).count, 200)) }
        if !parts.isEmpty { out.append(", " + parts.joined(separator: "|")) }
        out.append(")" as StaticString)
        return out.finish(m)
    }
}
