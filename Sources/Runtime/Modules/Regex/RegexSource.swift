/// One token of a pattern or a replacement: a character, or a backslash with the character behind it.
struct RegexToken: Equatable {
    var code: UInt32
    var isEscape = false

    /// How many characters it has.
    var count: Int { isEscape ? 2 : 1 }
    /// Its text for messages.
    var text: String { (isEscape ? "\\" : "") + RegexSource.text(code) }

    /// Whether it is this character, by itself.
    @inline(__always) func isCharacter(_ scalar: Unicode.Scalar) -> Bool { !isEscape && code == scalar.value }
}

/// A pattern or replacement, read token by token with one token of look-ahead. A backslash at the end is noticed as soon
/// as it comes into sight.
struct RegexSource {
    let codes: [UInt32]
    /// From a str, not from bytes.
    let isText: Bool
    /// The place behind `next`.
    private var index = 0
    /// The token in sight; nil at the end.
    private(set) var next: RegexToken?

    init(_ codes: [UInt32], isText: Bool) throws(RegexFailure) {
        self.codes = codes
        self.isText = isText
        try advance()
    }

    private mutating func advance() throws(RegexFailure) {
        guard index < codes.count else {
            next = nil
            return
        }
        let code = codes[index]
        if code == 0x5c {
            guard index + 1 < codes.count else {
                throw .pattern("bad escape (end of pattern)", codes.count - 1)
            }
            next = RegexToken(code: codes[index + 1], isEscape: true)
            index += 2
        } else {
            next = RegexToken(code: code)
            index += 1
        }
    }

    /// The place of the token in sight.
    var position: Int { index - (next?.count ?? 0) }

    /// Goes back to a place.
    mutating func seek(_ place: Int) throws(RegexFailure) {
        index = place
        try advance()
    }

    /// Takes the token in sight.
    mutating func take() throws(RegexFailure) -> RegexToken? {
        let token = next
        try advance()
        return token
    }

    /// Passes a character if it is in sight.
    mutating func pass(_ scalar: Unicode.Scalar) throws(RegexFailure) -> Bool {
        guard let token = next, token.isCharacter(scalar) else { return false }
        try advance()
        return true
    }

    /// Whether the token in sight is a character that fits.
    func sees(_ matches: (UInt32) -> Bool) -> Bool {
        guard let token = next, !token.isEscape else { return false }
        return matches(token.code)
    }

    /// Takes up to `count` characters that fit.
    mutating func takeWhile(_ count: Int, _ matches: (UInt32) -> Bool) throws(RegexFailure) -> [UInt32] {
        var result: [UInt32] = []
        while result.count < count, sees(matches), let token = next {
            result.append(token.code)
            try advance()
        }
        return result
    }

    /// Takes a name up to a terminator, which is passed.
    mutating func takeName(until terminator: Unicode.Scalar, _ what: String) throws(RegexFailure) -> [UInt32] {
        var result: [UInt32] = []
        while true {
            guard let token = try take() else {
                if result.isEmpty { throw error("missing \(what)") }
                throw error("missing \(terminator), unterminated name", result.count)
            }
            if token.isCharacter(terminator) {
                if result.isEmpty { throw error("missing \(what)", 1) }
                return result
            }
            if token.isEscape { result.append(0x5c) }
            result.append(token.code)
        }
    }

    /// An error, `offset` characters before the token in sight.
    func error(_ message: String, _ offset: Int = 0) -> RegexFailure {
        .pattern(isText ? message : RegexSource.escaped(message), position - offset)
    }

    /// Refuses what is no name of a group.
    func checkName(_ name: [UInt32], _ offset: Int) throws(RegexFailure) {
        if !isText, name.contains(where: { $0 >= 0x80 }) {
            throw error("bad character in group name \(RegexSource.quoted(name, ascii: true))", name.count + offset)
        }
        if !RegexSource.isIdentifier(name) {
            throw error("bad character in group name \(RegexSource.quoted(name, ascii: false))", name.count + offset)
        }
    }
}
