/// `_sre`: patterns and matches of `re`.
enum RegexModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let pattern = m.makeNativeType("Pattern", module: "re", recordSize: 8, flags: .disallowInstantiation)
        let match = m.makeNativeType("Match", module: "re", recordSize: 7, flags: .disallowInstantiation)
        let iterator = m.makeNativeType(
            "callable_iterator", module: "builtins", recordSize: 6, flags: .disallowInstantiation)
        let scanner = m.makeNativeType("SRE_Scanner", module: "_sre", recordSize: 6, flags: .disallowInstantiation)
        PatternMethods.define(m, pattern)
        MatchMethods.define(m, match)
        m.defineIterator(iterator, next: RegexScanner.next)
        RegexScanner.define(m, scanner)
        m.runtime.pointee.regex.patternType = pattern
        m.runtime.pointee.regex.matchType = match
        m.runtime.pointee.regex.iteratorType = iterator
        m.runtime.pointee.regex.scannerType = scanner
        m.runtime.pointee.regex.cache = m.dict().value
        m.runtime.pointee.regex.recent = m.makeTuple(count: 3 * recentCount).value
        m.keepForever(m.runtime.pointee.regex.cache)
        m.keepForever(m.runtime.pointee.regex.recent)
        module.add("Pattern", pattern.value)
        module.add("Match", match.value)
        module.add("MAGIC", Value(small: 20_230_502))
        module.add([
            Native("compile", .positional(2, 2), style: .function, compile),
            Native("purge", .none, style: .function, purge),
            Native("escape", .one, style: .function, escape),
            Native("parse_template", .positional(2, 2), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.regexTemplate(Pattern(a[0]), a[1])
            },
        ])
    }

    private static let recentCount = 32
    private static let cacheLimit = 512

    // MARK: Compiling

    /// `compile(pattern, flags)`: from a cache when it was compiled before.
    private static func compile(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let recent = Tuple(m.runtime.pointee.regex.recent)
        let key = a[0].bits >> 4 ^ a[1].bits
        let place = 3 * Int(truncatingIfNeeded: (key ^ key >> 5) % UInt64(recentCount))
        if recent[place] == a[0], recent[place + 1] == a[1] { return recent[place + 2] }
        let flags = m.intValue(a[1]) ?? -1
        if a[0].isCell, m.typeOf(a[0]) == m.runtime.pointee.regex.patternType {
            if flags != 0 {
                throw m.raise(.valueError, "cannot process flags argument with a compiled pattern")
            }
            return a[0]
        }
        guard a[0].isKind(.string) || RegexText.hasBytes(m, a[0]) else {
            _ = try m.hash(a[0])
            throw m.raise(.typeError, "first argument must be string or compiled pattern")
        }
        guard m.isInt(a[1]) else {
            throw m.raise(
                .typeError, "unsupported operand type(s) for &: '\(m.typeName(a[1]))' and 'int'")
        }
        guard flags >= 0, flags < 1 << 31 else { throw m.raise(.overflowError, "regex flags out of range") }
        let cache = Dict(m.runtime.pointee.regex.cache)
        let cacheKey = m.tuple(m.typeOf(a[0]).value, a[0], m.int(flags))
        let known = try m.dictGet(cache, cacheKey)
        if known.isBound { return known }
        let pattern = try compileAnew(m, a[0], flags)
        if cache.count >= cacheLimit { m.dictClear(cache) }
        try m.dictSet(cache, cacheKey, pattern)
        if m.typeOf(a[0]) == m.type(.str) || m.typeOf(a[0]) == m.type(.bytes) {
            recent[place] = a[0]
            recent[place + 1] = a[1]
            recent[place + 2] = pattern
        }
        return pattern
    }

    /// `purge()`: forgets the compiled patterns.
    private static func purge(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.dictClear(Dict(m.runtime.pointee.regex.cache))
        let recent = Tuple(m.runtime.pointee.regex.recent)
        for index in 0..<recent.count { recent[index] = .unbound }
        return .none
    }

    private static func compileAnew(_ m: Machine, _ source: Value, _ flags: Int) throws(Raise) -> Value {
        guard let type = m.runtime.pointee.regex.patternType else { return .none }
        let text = try RegexText(m, source)
        if flags & Int(RegexFlags.debug.rawValue) != 0 {
            throw m.raise(.notImplementedError, "minipy does not have re.DEBUG")
        }
        var parsed: RegexParser
        let words: [UInt32]
        do throws(RegexFailure) {
            parsed = try RegexParser(
                codes(text), isText: text.isText, flags: RegexFlags(rawValue: UInt32(truncatingIfNeeded: flags)))
        } catch {
            throw raise(m, error, source)
        }
        do throws(RegexFailure) {
            let nodes = try parsed.parse()
            words = try RegexCompiler.compile(nodes, groupCount: parsed.groupCount, flags: parsed.flags)
        } catch {
            try warn(m, parsed.warnings)
            throw raise(m, error, source)
        }
        try warn(m, parsed.warnings)
        let record = m.record(type, count: 8)
        record[0] = source
        record[1] = Value(small: Int(parsed.flags.rawValue))
        record[2] = words.withUnsafeBytes { m.bytes($0.bindMemory(to: UInt8.self)) }
        let groupIndex = m.dict()
        record[3] = groupIndex.value
        let names = m.makeTuple(count: parsed.groupCount + 1)
        for index in 0..<names.count { names[index] = .none }
        record[4] = names.value
        for (name, number) in parsed.names {
            let name = m.intern(name.withUnsafeBufferPointer { m.string(codePoints: $0) })
            m.dictSet(groupIndex, name: name, m.int(number))
            if number < names.count { names[number] = name }
        }
        record[7] = Value(text.isText)
        return record.value
    }

    /// Gives FutureWarnings to whoever called the function of `re`.
    private static func warn(_ m: Machine, _ warnings: [String]) throws(Raise) {
        guard !warnings.isEmpty else { return }
        let function = try m.getAttribute(try m.importModule("warnings"), m.internStatic("warn"))
        for warning in warnings {
            _ = try m.call(function, m.string(warning), m.type(.futureWarning).value, Value(small: 2))
        }
    }

    /// The code points of a text.
    static func codes(_ text: RegexText) -> [UInt32] {
        if text.isText { return Str(text.value).codePoints() }
        return Bytes(text.value).buffer.map { UInt32($0) }
    }

    /// Raises what a pattern is refused for.
    static func raise(_ m: Machine, _ failure: RegexFailure, _ source: Value) -> Raise {
        switch failure {
        case .pattern(let message, let place):
            do throws(Raise) {
                let type = try m.getAttribute(try m.importModule("re"), m.intern("PatternError"))
                guard let place else { return m.raise(try m.call(type, m.string(message))) }
                return m.raise(try m.call(type, m.string(message), source, m.int(place)))
            } catch {
                return error
            }
        case .overflow(let message): return m.raise(.overflowError, message)
        case .value(let message): return m.raise(.valueError, message)
        case .index(let message): return m.raise(.indexError, message)
        case .tooDeep: return m.raise(.recursionError, "maximum recursion depth exceeded")
        }
    }

    // MARK: Escaping

    /// `escape(pattern)`: a pattern that matches a text as it stands.
    private static func escape(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        func isSpecial(_ code: UInt32) -> Bool {
            guard code < 0x80, let scalar = Unicode.Scalar(code) else { return false }
            return "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}".unicodeScalars.contains(scalar)
        }
        guard a[0].isKind(.string) || RegexText.hasBytes(m, a[0]) else {
            throw m.raise(
                .typeError, "decoding to str: need a bytes-like object, \(m.shortTypeName(a[0])) found")
        }
        let text = try RegexText(m, a[0])
        var result: [UInt32] = []
        for code in codes(text) {
            if isSpecial(code) { result.append(0x5c) }
            result.append(code)
        }
        if text.isText { return result.withUnsafeBufferPointer { m.string(codePoints: $0) } }
        return m.bytes(result.map { UInt8(truncatingIfNeeded: $0) })
    }
}
