import UnicodeData

/// Escapes and character sets.
extension RegexParser {
    /// What an escape outside of a set stands for.
    mutating func parseEscape(_ token: RegexToken) throws(RegexFailure) -> RegexNode {
        switch Unicode.Scalar(token.code) {
        case "A": return .anchor(.beginningOfText)
        case "Z": return .anchor(.endOfText)
        case "b": return .anchor(.boundary)
        case "B": return .anchor(.notBoundary)
        case "0":
            let digits = try source.takeWhile(2, RegexSource.isOctalDigit)
            return .literal(UInt32(RegexSource.number(digits, radix: 8)))
        default: break
        }
        if let category = RegexSource.category(token.code) { return .set([.category(category)], isNegated: false) }
        if let control = RegexSource.control(token.code) { return .literal(control) }
        if RegexSource.isDigit(token.code) { return try parseReference(token) }
        return .literal(try parseCharacter(token))
    }

    /// `\1` to `\99`, or three octal digits.
    private mutating func parseReference(_ token: RegexToken) throws(RegexFailure) -> RegexNode {
        var digits = [token.code]
        if source.sees(RegexSource.isDigit), let next = try source.take() {
            digits.append(next.code)
            if digits.allSatisfy(RegexSource.isOctalDigit), source.sees(RegexSource.isOctalDigit),
                let last = try source.take()
            {
                digits.append(last.code)
                return .literal(try checkOctal(digits))
            }
        }
        let group = RegexSource.number(digits)
        guard group <= groupCount else { throw source.error("invalid group reference \(group)", digits.count) }
        try checkClosed(group, digits.count + 1)
        try checkLookBehind(group)
        return .reference(group)
    }

    private func checkOctal(_ digits: [UInt32]) throws(RegexFailure) -> UInt32 {
        let value = RegexSource.number(digits, radix: 8)
        guard value <= 0o377 else {
            throw source.error(
                "octal escape value \\\(RegexSource.text(digits)) outside of range 0-0o377", digits.count + 1)
        }
        return UInt32(value)
    }

    /// An escape that stands for one character: by its number, its name, or itself.
    private mutating func parseCharacter(_ token: RegexToken) throws(RegexFailure) -> UInt32 {
        switch Unicode.Scalar(token.code) {
        case "x": return try parseHex(token, 2)
        case "u" where source.isText: return try parseHex(token, 4)
        case "U" where source.isText: return try parseHex(token, 8)
        case "N" where source.isText:
            guard try source.pass("{") else { throw source.error("missing {") }
            let name = try source.takeName(until: "}", "character name")
            let codes = UnicodeData.lookup(RegexSource.text(name))
            guard codes.count == 1 else {
                throw source.error(
                    "undefined character name \(RegexSource.quoted(name, ascii: false))", name.count + 4)
            }
            return codes[0]
        default: break
        }
        if RegexSource.isASCIILetter(token.code) { throw source.error("bad escape \(token.text)", 2) }
        return token.code
    }

    private mutating func parseHex(_ token: RegexToken, _ count: Int) throws(RegexFailure) -> UInt32 {
        let digits = try source.takeWhile(count, RegexSource.isHexDigit)
        let text = token.text + RegexSource.text(digits)
        guard digits.count == count else { throw source.error("incomplete escape \(text)", digits.count + 2) }
        let value = RegexSource.number(digits, radix: 16)
        guard value < 0x110000 else { throw source.error("bad escape \(text)", digits.count + 2) }
        return UInt32(value)
    }

    // MARK: Sets

    /// Parses what follows a bracket.
    mutating func parseSet() throws(RegexFailure) -> RegexNode {
        let here = source.position - 1
        var items: [RegexSetItem] = []
        if let next = source.next, next.isCharacter("[") {
            warnings.append("Possible nested set at position \(source.position)")
        }
        let isNegated = try source.pass("^")
        func add(_ item: RegexSetItem) { if !items.contains(item) { items.append(item) } }
        var isFirst = true
        while true {
            let token = try takeInSet(here)
            if token.isCharacter("]"), !isFirst { break }
            let item = try parseItem(token, isFirst: isFirst)
            isFirst = false
            guard try source.pass("-") else {
                add(item)
                continue
            }
            let end = try takeInSet(here)
            if end.isCharacter("]") {
                add(item)
                add(.literal(0x2d))
                break
            }
            let last: RegexSetItem
            if end.isEscape {
                last = try parseItemEscape(end)
            } else {
                if end.isCharacter("-") {
                    warnings.append("Possible set difference at position \(source.position - 2)")
                }
                last = .literal(end.code)
            }
            guard case .literal(let low) = item, case .literal(let high) = last, low <= high else {
                throw source.error("bad character range \(token.text)-\(end.text)", token.count + 1 + end.count)
            }
            add(.range(low, high))
        }
        if items.count == 1, case .literal(let code) = items[0] {
            return isNegated ? .notLiteral(code) : .literal(code)
        }
        return .set(items, isNegated: isNegated)
    }

    private mutating func takeInSet(_ here: Int) throws(RegexFailure) -> RegexToken {
        if let token = try source.take() { return token }
        throw source.error("unterminated character set", source.position - here)
    }

    private mutating func parseItem(_ token: RegexToken, isFirst: Bool) throws(RegexFailure) -> RegexSetItem {
        if token.isEscape { return try parseItemEscape(token) }
        if !isFirst, source.next == token {
            let what: String? =
                switch Unicode.Scalar(token.code) {
                case "-": "difference"
                case "&": "intersection"
                case "~": "symmetric difference"
                case "|": "union"
                default: nil
                }
            if let what { warnings.append("Possible set \(what) at position \(source.position - 1)") }
        }
        return .literal(token.code)
    }

    private mutating func parseItemEscape(_ token: RegexToken) throws(RegexFailure) -> RegexSetItem {
        if let control = RegexSource.control(token.code) { return .literal(control) }
        if let category = RegexSource.category(token.code) { return .category(category) }
        if RegexSource.isOctalDigit(token.code) {
            let digits = [token.code] + (try source.takeWhile(2, RegexSource.isOctalDigit))
            return .literal(try checkOctal(digits))
        }
        if RegexSource.isDigit(token.code) { throw source.error("bad escape \(token.text)", 2) }
        return .literal(try parseCharacter(token))
    }
}
