import Parser

/// Makes statements of the lines of a session, as CPython's prompt does: a statement of one line is complete at once, a
/// block with the empty line that follows it.
///
/// On a terminal it is lenient, so that programs can be pasted: an empty line in a block does not end it when more text
/// is waiting, and a line that is not indented ends a block, too.
struct StatementReader {
    /// Statements to be run, with how they are to be shown.
    struct Part {
        var text: String
        /// What the parser made of it, or its complaint.
        var tree: Result<Module, SyntaxError>
    }

    private let isLenient: Bool
    private var lines: [String] = []
    /// What the next line should begin with.
    private(set) var indentation = ""

    init(isLenient: Bool) { self.isLenient = isLenient }

    /// No statement was begun.
    var isEmpty: Bool { lines.isEmpty }

    mutating func clear() {
        lines = []
        indentation = ""
    }

    /// Takes a line, or several at once; gives what is complete.
    mutating func add(_ text: String, hasMore: Bool) -> [Part] {
        var complete: [Part] = []
        let isBlank = StatementReader.isBlank(text)
        if lines.isEmpty {
            if StatementReader.isEmpty(text) { return [] }
            if isLenient, text.utf8.first == UInt8(ascii: ":"), !text.contains("\n") {
                return [Part(text: text, tree: .success(Module(mode: .exec, body: [])))]
            }
        } else if isLenient, !isBlank, let first = text.utf8.first, first != 0x20, first != 0x09,
            !StatementReader.continuesBlock(text), case .success(let tree) = parse(lines), !tree.body.isEmpty
        {
            if StatementReader.isEmpty(text), !text.contains("\n") {
                lines.append(text)
                return []
            }
            complete.append(take(.success(tree)))
        }
        lines.append(text)
        let isPasted = isLenient && text.contains("\n")
        let state = LineState(lines)
        let tree = parse(lines)
        switch tree {
        case .success(let module):
            guard let last = module.body.last else {
                clear()
                break
            }
            if last.isCompound, !isPasted, !isBlank || isLenient && hasMore { break }
            complete.append(take(tree))
        case .failure(let error):
            if error.isIncomplete, state.isOpen || !isBlank || isLenient && hasMore { break }
            complete.append(take(tree))
        }
        indentation = lines.isEmpty || !isLenient || hasMore ? "" : LineState(lines).indentation
        return complete
    }

    /// The input has ended: what there is must do.
    mutating func finish() -> Part { take(parse(lines)) }

    private mutating func take(_ tree: Result<Module, SyntaxError>) -> Part {
        var text = lines.joined(separator: "\n")
        while text.utf8.last == 10 || text.utf8.last == 0x20 { text.removeLast() }
        defer { clear() }
        return Part(text: text, tree: tree)
    }

    private func parse(_ lines: [String]) -> Result<Module, SyntaxError> {
        let source = Array(lines.joined(separator: "\n").utf8) + [10]
        do throws(SyntaxError) {
            // Where a line of the prompt may be a statement of its own, several are a program.
            let mode: Module.Mode = isLenient ? .exec : .single
            return .success(try Parser.parse(source: source, filename: "", mode: mode, isString: true, isText: true))
        } catch {
            return .failure(error)
        }
    }

    private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// There is nothing in it but spaces and comments.
    private static func isEmpty(_ text: String) -> Bool {
        text.utf8.split(separator: 10).allSatisfy { line in
            let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0C }
            return first == nil || first == UInt8(ascii: "#")
        }
    }

    /// Whether a line that is not indented belongs to the block before it.
    private static func continuesBlock(_ line: String) -> Bool {
        let word = line.utf8.prefix { $0 >= 0x61 && $0 <= 0x7A }
        return ["else", "elif", "except", "finally"].contains(String(word) ?? "")
    }
}

extension Statement {
    /// A statement with blocks.
    var isCompound: Bool {
        switch kind {
        case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with, .asyncWith, .match, .try,
            .tryStar:
            true
        default: false
        }
    }
}

/// What can be said of the beginning of a statement without understanding it: brackets and strings that are open, and
/// how the next line should be indented.
struct LineState {
    /// A bracket or a string over several lines is open, or the last line ends with a backslash.
    private(set) var isOpen = false
    private(set) var indentation = ""

    init(_ lines: [String]) {
        let text = Array(lines.joined(separator: "\n").utf8)
        var depth = 0
        var quote: [UInt8] = []
        var last: UInt8 = 0
        var lineStart = 0
        var index = 0
        var isContinued = false
        while index < text.count {
            let byte = text[index]
            if !quote.isEmpty {
                if byte == UInt8(ascii: "\\") {
                    index += 1
                } else if text[index...].starts(with: quote) {
                    index += quote.count - 1
                    quote = []
                } else if byte == 10, quote.count == 1 {
                    quote = []
                }
                index += 1
                continue
            }
            isContinued = false
            switch byte {
            case UInt8(ascii: "#"):
                while index + 1 < text.count, text[index + 1] != 10 { index += 1 }
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                let isTriple = index + 2 < text.count && text[index + 1] == byte && text[index + 2] == byte
                quote = Array(repeating: byte, count: isTriple ? 3 : 1)
                index += quote.count - 1
                last = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                last = byte
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                last = byte
            case UInt8(ascii: "\\"):
                isContinued = index + 1 == text.count || text[index + 1] == 10
                last = byte
            case 10:
                lineStart = index + 1
            case 0x20, 0x09: break
            default: last = byte
            }
            index += 1
        }
        isOpen = depth > 0 || quote.count == 3 || isContinued
        if quote.count == 3 { return }
        var line = text[min(lineStart, text.count)...]
        let spaces = line.prefix { $0 == 0x20 || $0 == 0x09 }
        line = line[spaces.endIndex...]
        indentation = String(decoding: spaces, as: UTF8.self)
        let opensBlock = depth <= 0 && last == UInt8(ascii: ":")
        let opensBracket = depth > 0 && [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(last)
        if opensBlock || opensBracket {
            indentation += "    "
        } else if depth <= 0, !isContinued {
            let word = String(decoding: line.prefix { $0 >= 0x61 && $0 <= 0x7A }, as: UTF8.self)
            if ["return", "pass", "break", "continue", "raise"].contains(word), indentation.hasSuffix("    ") {
                indentation.removeLast(4)
            }
        }
    }
}
