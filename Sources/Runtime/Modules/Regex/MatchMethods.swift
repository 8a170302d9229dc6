/// The methods of `re.Match`.
enum MatchMethods {
    static func define(_ m: Machine, _ type: TypeRef) {
        m.define(
            type, doc: "Where and how a pattern matched.",
            methods: [
                Native("group", .any, group),
                Native("groups", .signature("default=None"), groups),
                Native("groupdict", .signature("default=None"), groupDict),
                Native("start", .positional(0, 1)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.int(Match(a[0]).start(try number(m, a)))
                },
                Native("end", .positional(0, 1)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    m.int(Match(a[0]).end(try number(m, a)))
                },
                Native("span", .positional(0, 1)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    span(m, Match(a[0]), try number(m, a))
                },
                Native("expand", .signature("template"), expand),
                Native("__getitem__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    let match = Match(a[0])
                    return text(m, match, try RegexText(m, match.string), try number(m, match, a[1]), default: .none)
                },
                Native("__repr__", .none, style: .slot, repr),
                Native("__copy__", .none) { (_: Machine, a: Arguments) throws(Raise) -> Value in a[0] },
                Native("__deepcopy__", .one) { (_: Machine, a: Arguments) throws(Raise) -> Value in a[0] },
                Native("__class_getitem__", .one, style: .classMethod) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in try m.genericAlias(a[0], a[1])
                },
            ],
            properties: [
                .member("string") { (_: Machine, v: Value) throws(Raise) -> Value in Match(v).string },
                .member("re") { (_: Machine, v: Value) throws(Raise) -> Value in Match(v).record[1] },
                .member("pos") { (_: Machine, v: Value) throws(Raise) -> Value in Match(v).record[2] },
                .member("endpos") { (_: Machine, v: Value) throws(Raise) -> Value in
                    Match(v).record[3]
                },
                NativeProperty(
                    "lastindex",
                    get: { (m: Machine, v: Value) throws(Raise) -> Value in
                        let last = Match(v).lastIndex
                        return last > 0 ? m.int(last) : .none
                    }),
                NativeProperty(
                    "lastgroup",
                    get: { (_: Machine, v: Value) throws(Raise) -> Value in
                        let last = Match(v).lastIndex
                        return last > 0 ? Match(v).pattern.names[last] : .none
                    }),
                NativeProperty(
                    "regs",
                    get: { (m: Machine, v: Value) throws(Raise) -> Value in
                        let match = Match(v)
                        let regs = m.makeTuple(count: match.groupCount + 1)
                        for index in 0...match.groupCount { regs[index] = .none }
                        for index in 0...match.groupCount { regs[index] = span(m, match, index) }
                        return regs.value
                    }),
            ])
    }

    private static func span(_ m: Machine, _ match: Match, _ group: Int) -> Value {
        m.tuple(m.int(match.start(group)), m.int(match.end(group)))
    }

    /// The group that the only argument names; 0 without one.
    private static func number(_ m: Machine, _ a: Arguments) throws(Raise) -> Int {
        a.count > 1 ? try number(m, Match(a[0]), a[1]) : 0
    }

    /// The number of a group that is given by number or name.
    private static func number(_ m: Machine, _ match: Match, _ key: Value) throws(Raise) -> Int {
        var number = -1
        if key.isSmallInt {
            number = key.smallInt
        } else if m.isIndexable(key) {
            number = try m.indexInt(key, overflow: .clip)
        } else {
            let found = try m.dictGet(match.pattern.groupIndex, key)
            if found.isSmallInt { number = found.smallInt }
        }
        guard number >= 0, number <= match.groupCount else { throw m.raise(.indexError, "no such group") }
        return number
    }

    @inline(__always)
    private static func text(
        _ m: Machine, _ match: Match, _ text: RegexText, _ group: Int, default fallback: Value
    ) -> Value {
        let start = match.start(group)
        if start < 0 { return fallback }
        return text.slice(m, min(start, text.count), min(match.end(group), text.count))
    }

    private static func group(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "Match.group() takes no keyword arguments") }
        let match = Match(a[0])
        let source = try RegexText(m, match.string)
        if a.count == 1 { return text(m, match, source, 0, default: .none) }
        if a.count == 2 { return text(m, match, source, try number(m, match, a[1]), default: .none) }
        let tuple = m.makeTuple(count: a.count - 1)
        for index in 1..<a.count {
            tuple[index - 1] = text(m, match, source, try number(m, match, a[index]), default: .none)
        }
        return tuple.value
    }

    private static func groups(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let match = Match(a[0])
        let source = try RegexText(m, match.string)
        let fallback = a.optional(1).isBound ? a[1] : .none
        if match.groupCount == 0 { return m.tuple() }
        let tuple = m.makeTuple(count: match.groupCount)
        for index in 0..<match.groupCount {
            tuple[index] = text(m, match, source, index + 1, default: fallback)
        }
        return tuple.value
    }

    private static func groupDict(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let match = Match(a[0])
        let source = try RegexText(m, match.string)
        let fallback = a.optional(1).isBound ? a[1] : .none
        let result = m.dict()
        for group in match.pattern.groupIndex.entries {
            m.dictSet(result, name: group.key, text(m, match, source, group.value.smallInt, default: fallback))
        }
        return result.value
    }

    private static func expand(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let match = Match(a[0])
        let parts = Tuple(try m.regexTemplate(match.pattern, a[1]))
        let source = try RegexText(m, match.string)
        var out = RegexOutput(isText: source.isText)
        defer { out.discard() }
        for index in 0..<parts.count {
            let part = parts[index]
            out.append(m, part.isSmallInt ? text(m, match, source, part.smallInt, default: source.empty(m)) : part)
        }
        return try out.finish(m)
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let match = Match(a[0])
        let whole = text(m, match, try RegexText(m, match.string), 0, default: .none)
        var out = StringBuilder()
        defer { out.discard() }
        out.append("<re.Match object; span=(\(match.start(0)), \(match.end(0))), match=")
        let text = try m.repr(whole)
        if text.isKind(.string) { out.append(Str(text), from: 0, to: min(Str(text).count, 50)) }
        out.append(">" as StaticString)
        return out.finish(m)
    }
}
