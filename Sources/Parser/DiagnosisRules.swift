import Lexer

/// The rules of `DiagnosisGrammar` in the form in which `Diagnosis` follows them.
struct DiagnosisRules: Sendable {
    /// What an item of a rule matches.
    indirect enum Item: Sendable {
        case token(TokenKind)
        case soft(String)
        case softKeyword
        case rule(Int)
        case group([Alternative])
        case optional(Item)
        case many(Item)
        case some(Item)
        case separated(Item, by: Item)
        case ahead(Item)
        case notAhead(Item)
        case forced(TokenKind, text: String)
        case cut
    }

    /// What becomes of the results of the items.
    enum Action: Sendable {
        case none
        case shape(Node.Shape)
        case result(Int)
        case range(Int, Int, String)
        case from(Int, String)
        case last(String)
        case next(String)
        case indent(String)
        case target(String, Int)
        case function(String, [String])
    }

    /// One way to match a rule.
    final class Alternative: Sendable {
        let items: [Item]
        /// Which of the named results each item is: 0 for `a`, 1 for `b`, -1 for none.
        let slots: [Int]
        let action: Action
        /// Takes part in the second reading only.
        let isForMistakes: Bool

        init(_ items: [Item], _ slots: [Int], _ action: Action, isForMistakes: Bool) {
            self.items = items
            self.slots = slots
            self.action = action
            self.isForMistakes = isForMistakes
        }
    }

    final class Rule: Sendable {
        let name: String
        let alternatives: [Alternative]
        let isRemembered: Bool
        let isLeftRecursive: Bool

        init(_ name: String, _ alternatives: [Alternative] = [], remembered: Bool = false, recursive: Bool = false) {
            self.name = name
            self.alternatives = alternatives
            isRemembered = remembered
            isLeftRecursive = recursive
        }
    }

    private(set) var rules: [Rule] = []
    private var indices: [String: Int] = [:]

    static let shared = DiagnosisRules(DiagnosisGrammar.text)

    func index(of name: String) -> Int { indices[name] ?? 0 }

    init(_ text: String) {
        var reader = Reader(Array(text.utf8))
        while let name = reader.word() {
            let isRemembered = reader.take("*")
            let isRecursive = reader.take("<")
            _ = reader.take(":")
            let number = number(of: name)
            let alternatives = alternatives(&reader)
            rules[number] = Rule(name, alternatives, remembered: isRemembered, recursive: isRecursive)
        }
    }

    private mutating func number(of name: String) -> Int {
        if let known = indices[name] { return known }
        rules.append(Rule(name))
        indices[name] = rules.count - 1
        return rules.count - 1
    }

    // MARK: Reading the text

    private mutating func alternatives(_ reader: inout Reader) -> [Alternative] {
        var result: [Alternative] = []
        repeat {
            var items: [Item] = []
            var slots: [Int] = []
            var action = Action.none
            var isForMistakes = false
            while !reader.isAtEndOfAlternative {
                if reader.take("{") {
                    action = self.action(&reader)
                    break
                }
                slots.append(reader.slot())
                let item = item(&reader)
                if case .rule(let number) = item, rules[number].name.hasPrefix("invalid_") { isForMistakes = true }
                items.append(item)
            }
            result.append(Alternative(items, slots, action, isForMistakes: isForMistakes))
        } while reader.take("|")
        return result
    }

    private mutating func item(_ reader: inout Reader) -> Item {
        if reader.take("~") { return .cut }
        if reader.take("&&") {
            let text = reader.quoted("'")
            return .forced(DiagnosisRules.kind(text), text: text)
        }
        if reader.take("&") { return .ahead(simple(&reader)) }
        if reader.take("!") { return .notAhead(simple(&reader)) }
        let item = simple(&reader)
        if reader.take("%") { return .separated(item, by: simple(&reader)) }
        if reader.take("?") { return .optional(item) }
        if reader.take("*") { return .many(item) }
        if reader.take("+") { return .some(item) }
        return item
    }

    private mutating func simple(_ reader: inout Reader) -> Item {
        if reader.take("(") {
            let inner = alternatives(&reader)
            _ = reader.take(")")
            return .group(inner)
        }
        if reader.peek == UInt8(ascii: "'") { return .token(DiagnosisRules.kind(reader.quoted("'"))) }
        if reader.peek == UInt8(ascii: "\"") { return .soft(reader.quoted("\"")) }
        let word = reader.word() ?? ""
        switch word {
        case "NAME": return .token(.name)
        case "NUMBER": return .token(.number)
        case "STRING": return .token(.string)
        case "NEWLINE": return .token(.newline)
        case "INDENT": return .token(.indent)
        case "DEDENT": return .token(.dedent)
        case "END": return .token(.endMarker)
        case "FSTRING_START": return .token(.fstringStart)
        case "FSTRING_MIDDLE": return .token(.fstringMiddle)
        case "FSTRING_END": return .token(.fstringEnd)
        case "SOFT_KEYWORD": return .softKeyword
        default: return .rule(number(of: word))
        }
    }

    private func action(_ reader: inout Reader) -> Action {
        defer { _ = reader.take("}") }
        if reader.take("=") { return .result(reader.result()) }
        if reader.take("@") {
            let name = reader.word() ?? ""
            var arguments: [String] = []
            while let argument = reader.word() { arguments.append(argument) }
            return .function(name, arguments)
        }
        let word = reader.word() ?? ""
        switch word {
        case "range":
            let first = reader.result()
            let second = reader.result()
            return .range(first, second, reader.quoted("\""))
        case "at":
            let place = reader.result()
            return .range(place, place, reader.quoted("\""))
        case "from":
            let place = reader.result()
            return .from(place, reader.quoted("\""))
        case "last": return .last(reader.quoted("\""))
        case "next": return .next(reader.quoted("\""))
        case "indent": return .indent(reader.quoted("\""))
        case "target":
            let kind = reader.word() ?? ""
            return .target(kind, reader.result())
        default: return .shape(Node.Shape(rawValue: word) ?? .other)
        }
    }

    /// The kind of a token that is written out.
    private static func kind(_ text: String) -> TokenKind {
        if let keyword = TokenKind.keyword(text) { return keyword }
        let operators: [String: TokenKind] = [
            "(": .leftParenthesis, ")": .rightParenthesis, "[": .leftBracket, "]": .rightBracket, "{": .leftBrace,
            "}": .rightBrace, ":": .colon, ",": .comma, ";": .semicolon, ".": .dot, "...": .ellipsis, "->": .arrow,
            "!": .exclamation, "@": .at, "=": .equal, ":=": .colonEqual, "+": .plus, "-": .minus, "*": .star,
            "/": .slash, "%": .percent, "//": .doubleSlash, "**": .doubleStar, "|": .verticalBar, "&": .ampersand,
            "^": .caret, "~": .tilde, "<<": .leftShift, ">>": .rightShift, "<": .less, ">": .greater,
            "==": .doubleEqual, "!=": .notEqual, "<=": .lessEqual, ">=": .greaterEqual, "+=": .plusEqual,
            "-=": .minusEqual, "*=": .starEqual, "/=": .slashEqual, "%=": .percentEqual, "@=": .atEqual,
            "//=": .doubleSlashEqual, "**=": .doubleStarEqual, "|=": .verticalBarEqual, "&=": .ampersandEqual,
            "^=": .caretEqual, "<<=": .leftShiftEqual, ">>=": .rightShiftEqual,
        ]
        return operators[text] ?? .other
    }

    /// Reads the text of the grammar word by word.
    private struct Reader {
        let text: [UInt8]
        var position = 0

        init(_ text: [UInt8]) {
            self.text = text
            skip()
        }

        var peek: UInt8 { position < text.count ? text[position] : 0 }

        /// Whether the line ends here, or the alternative in it; a line that begins with a blank goes on.
        var isAtEndOfAlternative: Bool {
            peek == 0 || peek == 0x0A || peek == UInt8(ascii: "|") || peek == UInt8(ascii: ")")
        }

        mutating func skip() {
            while peek == 0x20 || (peek == 0x0A && position + 1 < text.count && text[position + 1] == 0x20) {
                position += 1
            }
        }

        mutating func take(_ word: String) -> Bool {
            let bytes = Array(word.utf8)
            guard position + bytes.count <= text.count,
                text[position..<position + bytes.count].elementsEqual(bytes)
            else { return false }
            position += bytes.count
            skip()
            return true
        }

        mutating func word() -> String? {
            while peek == 0x0A { position += 1 }
            let start = position
            while peek == UInt8(ascii: "_") || (peek | 0x20 >= 0x61 && peek | 0x20 <= 0x7A) { position += 1 }
            guard position > start else { return nil }
            let word = String(decoding: text[start..<position], as: UTF8.self)
            skip()
            return word
        }

        mutating func quoted(_ quote: String) -> String {
            position += 1
            var bytes: [UInt8] = []
            while peek != 0 && peek != quote.utf8.first {
                if peek == UInt8(ascii: "\\") { position += 1 }
                bytes.append(peek)
                position += 1
            }
            position += 1
            skip()
            return String(decoding: bytes, as: UTF8.self)
        }

        /// `a=` or `b=` before an item.
        mutating func slot() -> Int {
            guard position + 1 < text.count, text[position + 1] == UInt8(ascii: "=") else { return -1 }
            let slot = peek == UInt8(ascii: "a") ? 0 : peek == UInt8(ascii: "b") ? 1 : -1
            if slot >= 0 { position += 2 }
            return slot
        }

        mutating func result() -> Int { word() == "b" ? 1 : 0 }
    }
}

/// What `Diagnosis` knows of something it read: its kind and place, and the parts that messages speak about.
final class Node {
    /// The kinds of nodes, by the names that the grammar's text gives them.
    enum Shape: String, Sendable {
        case Name, Number, Text, Bytes, FString, True, False, None, Ellipsis
        case Attribute, Subscript, Starred, List, Tuple, Lambda, Call, Operation, Compare, InPair, Slice
        case GeneratorExp, ListComp, SetComp, DictComp, Dict, Set, Yield, Await, IfExp, NamedExpr, FormattedValue
        case Arguments, Keyword, DoubleStarred, Clause, Parameter, Pattern, other
    }

    let shape: Shape
    /// The first and the last token.
    let first: Int
    let last: Int
    let children: [Node]

    init(_ shape: Shape, _ first: Int, _ last: Int, _ children: [Node] = []) {
        self.shape = shape
        self.first = first
        self.last = last
        self.children = children
    }

    /// What messages call it.
    var name: String {
        switch shape {
        case .Name: "name"
        case .Attribute: "attribute"
        case .Subscript: "subscript"
        case .Starred: "starred"
        case .List: "list"
        case .Tuple: "tuple"
        case .Lambda: "lambda"
        case .Call: "function call"
        case .Operation: "expression"
        case .GeneratorExp: "generator expression"
        case .Yield: "yield expression"
        case .Await: "await expression"
        case .ListComp: "list comprehension"
        case .SetComp: "set comprehension"
        case .DictComp: "dict comprehension"
        case .Dict: "dict literal"
        case .Set: "set display"
        case .FString, .FormattedValue: "f-string expression"
        case .None: "None"
        case .True: "True"
        case .False: "False"
        case .Ellipsis: "ellipsis"
        case .Number, .Text, .Bytes: "literal"
        case .Compare: "comparison"
        case .IfExp: "conditional expression"
        case .NamedExpr: "named expression"
        default: "expression"
        }
    }

    /// The first part that cannot be assigned to (or deleted), if there is one.
    func invalidTarget(_ kind: String) -> Node? {
        switch shape {
        case .List, .Tuple:
            for child in children {
                if let invalid = child.invalidTarget(kind) { return invalid }
            }
            return nil
        case .Starred:
            return kind == "delete" ? self : children.first?.invalidTarget(kind)
        case .Compare where kind == "for":
            // `for a in b` reads `a in b` as a comparison.
            guard children.count > 1, children[1].shape == .InPair else { return nil }
            return children[0].invalidTarget(kind)
        case .Name, .Subscript, .Attribute: return nil
        default: return self
        }
    }
}
