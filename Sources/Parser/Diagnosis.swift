import Lexer

/// Finds out what CPython says of a wrong program.
///
/// CPython's parser reads a program a second time, with rules for common mistakes, when the first reading fails; the
/// message and its place depend on the order in which the rules are tried, on what they remember and on how far they
/// read. So this follows the rules of `DiagnosisGrammar` in the same way (PEP 617): a packrat parser whose only
/// result is the error. It starts at the statement in which `Parser` failed and skips inner statements that are known
/// to be right, so that it costs little in a long program.
struct Diagnosis {
    /// CPython's limit of rules that are being followed.
    private static let maximumLevel = 6000
    /// A bound for what backtracking may cost; the generic message is given when it is reached.
    private static let maximumSteps = 30_000_000

    /// What following a rule gave.
    enum Value {
        case empty
        case token(Int)
        case node(Node)
        case list([Value])
    }

    /// The end of a diagnosis: an error was found.
    enum Stop: Error {
        case found(SyntaxError)
        case exhausted
    }

    /// What a rule gave at a token.
    struct Memory {
        var value: Value?
        var end: Int
    }

    let stream: TokenStream
    /// The program is a string, not a file.
    let isString: Bool
    let rules = DiagnosisRules.shared
    let tokens: UnsafeMutablePointer<Token>
    var position: Int
    /// How many tokens were read at most.
    var fill: Int
    private var level = 0
    private var steps = 0
    private var findsMistakes = false
    private var memory: DiagnosisMemory
    /// The ends of statements that are known to be right, by their start.
    private let knownStatements: [Int: Int]
    private let statementRule: Int
    /// The rules for mistakes rest while this one is followed.
    private let silencingRule: Int

    init(_ stream: TokenStream, isString: Bool, from start: Int, knownStatements: [Int: Int]) {
        self.stream = stream
        self.isString = isString
        tokens = stream.tokens
        position = start
        fill = start
        self.knownStatements = knownStatements
        statementRule = rules.index(of: "statement")
        silencingRule = rules.index(of: "expression_without_invalid")
        memory = DiagnosisMemory(from: start)
    }

    // MARK: The two readings

    /// What CPython says of the program.
    mutating func explain(_ mode: Module.Mode, isTooDeep: Bool) -> SyntaxError {
        let start = position
        var found: SyntaxError?
        var reachedEnd = false
        var isSecondReading = false
        do throws(Stop) {
            try read(mode)
            if isTooDeep { return Diagnosis.tooDeep }
            reachedEnd = isAtEnd
            let last = fill - 1
            findsMistakes = true
            isSecondReading = true
            memory = DiagnosisMemory(from: start)
            position = start
            level = 0
            try read(mode)
            found = unspecific(last)
        } catch {
            switch error {
            case .found(let error):
                found = error
                if error.kind == .memory { return error }
                if !isSecondReading { reachedEnd = isAtEnd || error.isIncomplete }
            case .exhausted:
                found = isTooDeep ? Diagnosis.tooDeep : unspecific(fill - 1)
            }
        }
        var error = found ?? unspecific(fill - 1)
        let isIndentation = ["unexpected indent", "unexpected unindent"].contains(error.message)
        if !isIndentation, let later = laterLexicalError() { error = later }
        error.isIncomplete = reachedEnd
        return error
    }

    /// Whether the end of the text was reached.
    private var isAtEnd: Bool {
        guard fill > 0 else { return false }
        let last = tokens[fill - 1]
        return last.kind == .endMarker || (last.kind == .dedent && Int(last.start) >= stream.source.count)
    }

    private mutating func read(_ mode: Module.Mode) throws(Stop) {
        switch mode {
        case .exec:
            while try parse(statementRule) != nil {}
            _ = try take(.endMarker)
        case .single: _ = try parse(rules.index(of: "interactive"))
        case .eval: _ = try parse(rules.index(of: "eval"))
        }
    }

    static let tooDeep = SyntaxError(
        kind: .memory, message: "Parser stack overflowed - Python source too complex to parse", line: 0, offset: 0,
        endLine: 0, endOffset: 0, text: nil)

    /// The generic error, at the last token that the first reading reached.
    private func unspecific(_ last: Int) -> SyntaxError {
        guard last >= 0 else { return at(0, 0, "invalid syntax") }
        switch tokens[last].kind {
        case .indent: return atLast("unexpected indent", kind: .indentation)
        case .dedent: return atLast("unexpected unindent", kind: .indentation)
        default: return at(last, last, "invalid syntax")
        }
    }

    /// An error of the lexical analysis behind the place that was reached, if it goes before.
    private func laterLexicalError() -> SyntaxError? {
        guard let error = stream.error, fill < stream.count, !error.isInFString else { return nil }
        if error.kind == .syntax { return lexical(error) }
        guard let open = stream.openBrackets.last, fill > 0, tokens[fill - 1].line > open.line else { return nil }
        return unclosed(open)
    }

    // MARK: Rules

    /// Follows a rule at the position; `nil` when it does not match.
    private mutating func parse(_ number: Int) throws(Stop) -> Value? {
        if number == statementRule, let end = knownStatements[position] {
            position = end
            fill = max(fill, end)
            return .empty
        }
        try enter()
        defer { level -= 1 }
        let rule = rules.rules[number]
        if rule.isLeftRecursive { return try parseLeftRecursive(number, rule) }
        let start = position
        guard rule.isRemembered else {
            let previous = findsMistakes
            if number == silencingRule { findsMistakes = false }
            let value = try parse(rule.alternatives)
            findsMistakes = previous
            return value
        }
        if let known = memory.find(start, number) {
            position = known.end
            return known.value
        }
        let value = try parse(rule.alternatives)
        memory.set(start, number, Memory(value: value, end: position))
        return value
    }

    /// Grows the match of a left-recursive rule from the one without recursion.
    private mutating func parseLeftRecursive(_ number: Int, _ rule: DiagnosisRules.Rule) throws(Stop) -> Value? {
        let start = position
        if let known = memory.find(start, number) {
            position = known.end
            return known.value
        }
        var best = Memory(value: nil, end: start)
        while true {
            memory.set(start, number, best)
            position = start
            try enter()
            let value = try parse(rule.alternatives)
            level -= 1
            guard let value, position > best.end else { break }
            best = Memory(value: value, end: position)
        }
        position = best.end
        return best.value
    }

    private mutating func enter() throws(Stop) {
        level += 1
        steps += 1
        if level > Diagnosis.maximumLevel { throw .found(Diagnosis.tooDeep) }
        if steps > Diagnosis.maximumSteps { throw .exhausted }
    }

    private mutating func parse(_ alternatives: [DiagnosisRules.Alternative]) throws(Stop) -> Value? {
        let start = position
        for alternative in alternatives {
            if alternative.isForMistakes && !findsMistakes { continue }
            var named: (Value?, Value?) = (nil, nil)
            var values: [Value] = []
            var isCut = false
            var matches = true
            for index in 0..<alternative.items.count {
                let item = alternative.items[index]
                if case .cut = item {
                    isCut = true
                    continue
                }
                guard let value = try match(item) else {
                    matches = false
                    break
                }
                switch item {
                case .ahead, .notAhead: break
                default: values.append(value)
                }
                switch alternative.slots[index] {
                case 0: named.0 = value
                case 1: named.1 = value
                default: break
                }
            }
            // An action without a result ends the rule as a failure.
            if matches { return try perform(alternative.action, start, values, named) }
            position = start
            if isCut { return nil }
        }
        return nil
    }

    private mutating func match(_ item: DiagnosisRules.Item) throws(Stop) -> Value? {
        switch item {
        case .token(let kind): return try take(kind)
        case .soft(let word):
            try fetch()
            guard tokens[position].kind == .name, name(position) == word else { return nil }
            position += 1
            return .token(position - 1)
        case .softKeyword:
            try fetch()
            // CPython compares with the length of the name, so that the beginning of a soft keyword is one here.
            guard tokens[position].kind == .name,
                ["_", "case", "match", "type"].contains(where: { $0.hasPrefix(text(position)) })
            else { return nil }
            position += 1
            return .node(Node(.Name, position - 1, position - 1))
        case .rule(let number): return try parse(number)
        case .group(let alternatives):
            try enter()
            defer { level -= 1 }
            return try parse(alternatives)
        case .optional(let inner):
            let start = position
            if let value = try match(inner) { return value }
            position = start
            return .empty
        case .many(let inner): return try matchMany(inner, atLeast: 0)
        case .some(let inner): return try matchMany(inner, atLeast: 1)
        case .separated(let inner, let separator):
            try enter()
            defer { level -= 1 }
            let begin = position
            guard let first = try match(inner) else {
                position = begin
                return nil
            }
            var values = [first]
            try enter()
            defer { level -= 1 }
            while true {
                let start = position
                guard try match(separator) != nil, let value = try match(inner) else {
                    position = start
                    break
                }
                values.append(value)
            }
            return .list(values)
        case .ahead(let inner):
            let start = position
            let value = try match(inner)
            position = start
            return value == nil ? nil : .empty
        case .notAhead(let inner):
            let start = position
            let value = try match(inner)
            position = start
            return value == nil ? .empty : nil
        case .forced(let kind, let text):
            try fetch()
            guard tokens[position].kind == kind else {
                throw .found(at(position, position, "expected '\(text)'"))
            }
            position += 1
            return .token(position - 1)
        case .cut: return .empty
        }
    }

    private mutating func matchMany(_ item: DiagnosisRules.Item, atLeast minimum: Int) throws(Stop) -> Value? {
        try enter()
        defer { level -= 1 }
        var values: [Value] = []
        while true {
            let start = position
            guard let value = try match(item), position > start else {
                position = start
                break
            }
            values.append(value)
        }
        return values.count < minimum ? nil : .list(values)
    }

    // MARK: Tokens

    /// Makes sure that the next token was read; an error of the lexical analysis comes to light here.
    private mutating func fetch() throws(Stop) {
        guard position >= fill else { return }
        guard position < stream.count else { throw .exhausted }
        fill = position + 1
        if tokens[position].kind == .error, let error = stream.error { throw .found(lexical(error)) }
    }

    private mutating func take(_ kind: TokenKind) throws(Stop) -> Value? {
        try fetch()
        guard tokens[position].kind == kind else { return nil }
        let index = position
        // `<>` is spelled like no operator unless the barry_as_FLUFL feature is on.
        if kind == .notEqual && stream.source.bytes[Int(tokens[index].start)] == UInt8(ascii: "<") { return nil }
        position += 1
        switch kind {
        case .name: return .node(Node(.Name, index, index))
        case .number:
            try checkNumber(index)
            return .node(Node(.Number, index, index))
        default: return .token(index)
        }
    }

    /// The text of a token.
    func text(_ index: Int) -> String {
        String(decoding: stream.text(tokens[index]), as: UTF8.self)
    }

    /// The identifier that a name token is.
    func name(_ index: Int) -> String {
        let number = Int(tokens[index].nameIndex)
        return number >= 0 && number < stream.names.count ? stream.names[number] : text(index)
    }

    /// The last token before the position that is text.
    func lastToken(from start: Int) -> Int {
        var last = position - 1
        while last > start && [.newline, .indent, .dedent].contains(tokens[last].kind) { last -= 1 }
        return max(last, start)
    }
}

/// What rules gave at the tokens, as lists that begin at each token.
struct DiagnosisMemory {
    private struct Entry {
        var rule: Int32
        var next: Int32
        var memory: Diagnosis.Memory
    }

    private let start: Int
    private var heads: [Int32] = []
    private var entries: [Entry] = []

    init(from start: Int) { self.start = start }

    func find(_ position: Int, _ rule: Int) -> Diagnosis.Memory? {
        guard position - start < heads.count else { return nil }
        var index = heads[position - start]
        while index >= 0 {
            if entries[Int(index)].rule == rule { return entries[Int(index)].memory }
            index = entries[Int(index)].next
        }
        return nil
    }

    mutating func set(_ position: Int, _ rule: Int, _ memory: Diagnosis.Memory) {
        while position - start >= heads.count { heads.append(-1) }
        var index = heads[position - start]
        while index >= 0 {
            if entries[Int(index)].rule == rule {
                entries[Int(index)].memory = memory
                return
            }
            index = entries[Int(index)].next
        }
        entries.append(Entry(rule: Int32(rule), next: heads[position - start], memory: memory))
        heads[position - start] = Int32(entries.count - 1)
    }
}
