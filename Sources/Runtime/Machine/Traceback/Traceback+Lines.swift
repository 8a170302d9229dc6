import Compiler
import Parser

/// A line of source as code points, so that positions are indices.
typealias SourceLine = [Unicode.Scalar]

/// The source lines of one frame of a traceback, with `~~~^^^` under what was running (PEP 657), by the rules of
/// CPython 3.13's `traceback` module.
struct FrameLines {
    /// All lines that the instruction spans, common indentation removed.
    let lines: [SourceLine]
    /// Where the instruction begins in the first line and ends in the last one, in code points.
    let start: Int
    let end: Int

    /// `range` in the lines of a file; nil when there is no text to show.
    init?(range: SourceRange, source: SourceLines) {
        let first = Int(range.line)
        let last = max(first, Int(range.endLine))
        guard last - first < 100_000 else { return nil }
        let original = (first...last).map { FrameLines.trimmedEnd(source.line($0)) }
        let dedented = FrameLines.dedent(original)
        guard dedented.contains(where: { !$0.allSatisfy(FrameLines.isSpace) }) else { return nil }
        guard let firstOriginal = original.first, let lastOriginal = original.last, let firstLine = dedented.first
        else {
            return nil
        }
        let removed = firstOriginal.count - firstLine.count
        lines = dedented
        start = max(0, FrameLines.characterOffset(firstOriginal, Int(range.column)) - removed)
        end = max(0, FrameLines.characterOffset(lastOriginal, Int(range.endColumn)) - removed)
    }

    /// The text to print, each line indented by four spaces.
    func text(usesColor: Bool = false) -> String {
        var significant: Set<Int> = [0, lines.count - 1]
        let anchors = self.anchors()
        let showsCarets = shouldShowCarets(hasAnchors: anchors != nil)
        if let anchors {
            for line in [anchors.leftLine - 1, anchors.leftLine, anchors.leftLine + 1] { significant.insert(line) }
            for line in [anchors.rightLine - 1, anchors.rightLine, anchors.rightLine + 1] { significant.insert(line) }
        }
        significant.remove(-1)
        significant.remove(lines.count)
        var output: [SourceLine] = []
        /// Which lines have carets below them.
        var isMarked: [Bool] = []
        let marks = Marks(self, anchors)
        func show(_ number: Int) {
            output.append(lines[number])
            isMarked.append(showsCarets)
            guard showsCarets else { return }
            output.append(marks.under(number))
            isMarked.append(false)
        }
        var previous: Int?
        for number in significant.sorted() where number >= 0 && number < lines.count {
            if let previous {
                if number - previous == 2 { show(number - 1) }
                if number - previous > 2 {
                    output.append(Array("...<\(number - previous - 1) lines>...".unicodeScalars))
                    isMarked.append(false)
                }
            }
            show(number)
            previous = number
        }
        var text = ""
        output = FrameLines.dedent(output)
        var index = 0
        while index < output.count {
            if usesColor, isMarked[index] {
                let colored = TracebackStyle.colored(output[index], output[index + 1])
                text += "    \(colored.line)\n    \(colored.marks)\n"
                index += 2
                continue
            }
            text += "    "
            text.unicodeScalars.append(contentsOf: output[index])
            text += "\n"
            index += 1
        }
        return text
    }

    // MARK: Anchors

    /// The part of an expression that is to be marked with carets, the rest with tildes. Columns in code points.
    struct Anchors {
        var leftLine: Int
        var leftColumn: Int
        var rightLine: Int
        var rightColumn: Int
    }

    /// The lines of the instruction alone.
    private var segment: [SourceLine] {
        var result = lines
        let last = result.count - 1
        result[last] = Array(result[last].prefix(max(0, end)))
        result[0] = Array(result[0].dropFirst(start))
        return result
    }

    /// The operator of a binary operation, the brackets of a subscript or a call; nil for anything else. Relative to
    /// the lines of this frame.
    private func anchors() -> Anchors? {
        guard var found = relativeAnchors() else { return nil }
        if found.leftLine == 0 { found.leftColumn += start }
        if found.rightLine == 0 { found.rightColumn += start }
        return found
    }

    private func relativeAnchors() -> Anchors? {
        let segment = self.segment
        guard
            let statement = FrameLines.parse([Array("(".unicodeScalars)] + segment + [Array(")".unicodeScalars)])
                .onlyOne,
            case .expression(let expression) = statement.kind
        else { return nil }
        let text = SegmentText(lines: segment)
        switch expression.kind {
        case .binOp(let left, _, let right):
            guard let after = text.end(of: left),
                let place = text.find(from: after, { !FrameLines.isSpace($0) && $0 != ")" })
            else { return nil }
            let line = segment[place.line]
            var column = place.column + 1
            let rightLine = Int(right.range.line) - 2
            if column < line.count, rightLine > place.line || column < text.offset(rightLine, right.range.column) {
                let character = line[column]
                if !FrameLines.isSpace(character), character != "\\", character != "#" { column += 1 }
            }
            return Anchors(leftLine: place.line, leftColumn: place.column, rightLine: place.line, rightColumn: column)
        case .subscript(let value, _, _): return text.brackets("[", after: value, of: expression)
        case .call(let function, _, _): return text.brackets("(", after: function, of: expression)
        default: return nil
        }
    }

    private func shouldShowCarets(hasAnchors: Bool) -> Bool {
        if let statements = FrameLines.parse(lines) {
            guard let statement = statements.first else { return false }
            if let call = FrameLines.callAlone(in: statement), spansAll(call) { return false }
        }
        if hasAnchors { return true }
        let before = lines[0].prefix(start)
        let after = lines[lines.count - 1].dropFirst(end)
        return !before.allSatisfy(FrameLines.isSpace) || !after.allSatisfy(FrameLines.isSpace)
    }

    /// The call in `return name(…)` or `name = …(…)`: marking all of it would say nothing.
    private static func callAlone(in statement: Statement) -> Expression? {
        switch statement.kind {
        case .return(let value?):
            if case .call(let function, _, _) = value.kind, case .name = function.kind { return value }
        case .assign(let targets, let value):
            if targets.count == 1, case .name = targets[0].kind, case .call = value.kind { return value }
        default: break
        }
        return nil
    }

    private func spansAll(_ expression: Expression) -> Bool {
        expression.range.line == 1 && Int(expression.range.endLine) == lines.count
            && Int(expression.range.column) == start && Int(expression.range.endColumn) == end
    }

    private static func parse(_ lines: [SourceLine]) -> [Statement]? {
        var text = ""
        for (number, line) in lines.enumerated() {
            if number > 0 { text += "\n" }
            text.unicodeScalars.append(contentsOf: line)
        }
        return try? Parser.parse(source: Array(text.utf8)).body
    }

    // MARK: Text

    static func isSpace(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    static func trimmedEnd(_ line: SourceLine) -> SourceLine {
        var line = line
        while let last = line.last, isSpace(last) { line.removeLast() }
        return line
    }

    /// Removes the indentation that all lines with text share (`textwrap.dedent`).
    static func dedent(_ lines: [SourceLine]) -> [SourceLine] {
        var margin: SourceLine?
        for line in lines where !line.allSatisfy({ $0 == " " || $0 == "\t" }) {
            let indentation = SourceLine(line.prefix { $0 == " " || $0 == "\t" })
            guard let known = margin else {
                margin = indentation
                continue
            }
            margin = SourceLine(zip(known, indentation).prefix { $0.0 == $0.1 }.map(\.0))
        }
        let count = margin?.count ?? 0
        return lines.map { line in
            line.allSatisfy { $0 == " " || $0 == "\t" } ? [] : SourceLine(line.dropFirst(count))
        }
    }

    /// The number of code points in the first `offset` bytes of UTF-8.
    static func characterOffset(_ line: SourceLine, _ offset: Int) -> Int {
        var bytes = 0
        var count = 0
        for character in line {
            if bytes >= offset { break }
            bytes += UTF8.width(character)
            count += 1
        }
        return count
    }

    /// How many columns the first `count` code points take on a terminal.
    static func width(_ line: SourceLine, _ count: Int) -> Int {
        if line.allSatisfy(\.isASCII) { return count }
        return line.prefix(count).reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F320, 0x1F330...0x1F64F, 0x1F680...0x1F6C5, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

/// The lines of an instruction, for finding the characters around its sub-expressions. The tree that is asked about
/// was parsed from these lines with one line before them.
private struct SegmentText {
    let lines: [SourceLine]

    func offset(_ line: Int, _ column: Int32) -> Int {
        lines.indices.contains(line) ? FrameLines.characterOffset(lines[line], Int(column)) : 0
    }

    /// The place behind an expression, moved on to the next line when it is behind the end of one.
    func end(of expression: Expression) -> (line: Int, column: Int)? {
        let line = Int(expression.range.endLine) - 2
        return valid(line, offset(line, expression.range.endColumn))
    }

    private func valid(_ line: Int, _ column: Int) -> (line: Int, column: Int)? {
        var line = line
        var column = column
        while line >= 0, line < lines.count, column >= lines[line].count {
            column = 0
            line += 1
        }
        return lines.indices.contains(line) ? (line, column) : nil
    }

    /// The first character from a place on that satisfies the condition; comments and continuations are skipped.
    func find(
        from place: (line: Int, column: Int), _ condition: (Unicode.Scalar) -> Bool
    ) -> (line: Int, column: Int)? {
        var place = place
        while true {
            let character = lines[place.line][place.column]
            let next: (line: Int, column: Int)?
            if character == "\\" || character == "#" {
                next = valid(place.line + 1, 0)
            } else if condition(character) {
                return place
            } else {
                next = valid(place.line, place.column + 1)
            }
            guard let next else { return nil }
            place = next
        }
    }

    /// From the bracket behind a sub-expression to the end of the expression.
    func brackets(_ bracket: Unicode.Scalar, after inner: Expression, of expression: Expression) -> FrameLines.Anchors?
    {
        guard let after = end(of: inner), let left = find(from: after, { $0 == bracket }) else { return nil }
        let line = Int(expression.range.endLine) - 2
        return FrameLines.Anchors(
            leftLine: left.line, leftColumn: left.column, rightLine: line,
            rightColumn: offset(line, expression.range.endColumn))
    }
}

/// Draws the carets and tildes.
private struct Marks {
    let frame: FrameLines
    var anchors: FrameLines.Anchors?
    let start: Int
    let end: Int

    init(_ frame: FrameLines, _ anchors: FrameLines.Anchors?) {
        self.frame = frame
        start = FrameLines.width(frame.lines[0], frame.start)
        end = FrameLines.width(frame.lines[frame.lines.count - 1], frame.end)
        self.anchors = anchors
        if let anchors, frame.lines.indices.contains(anchors.leftLine), frame.lines.indices.contains(anchors.rightLine)
        {
            self.anchors?.leftColumn = FrameLines.width(frame.lines[anchors.leftLine], anchors.leftColumn)
            self.anchors?.rightColumn = FrameLines.width(frame.lines[anchors.rightLine], anchors.rightColumn)
        }
    }

    func under(_ number: Int) -> SourceLine {
        let line = frame.lines[number]
        let spaces = line.prefix(while: FrameLines.isSpace).count
        let count = number == frame.lines.count - 1 ? end : FrameLines.width(line, line.count)
        var result = SourceLine()
        for column in 0..<max(0, count) {
            if column < spaces || number == 0 && column < start {
                result.append(" ")
            } else if let anchors {
                let isAfterLeft =
                    number > anchors.leftLine || number == anchors.leftLine && column >= anchors.leftColumn
                let isBeforeRight =
                    number < anchors.rightLine || number == anchors.rightLine && column < anchors.rightColumn
                result.append(isAfterLeft && isBeforeRight ? "^" : "~")
            } else {
                result.append("^")
            }
        }
        return result
    }
}

extension Optional<[Statement]> {
    /// The statement, if there is exactly one.
    fileprivate var onlyOne: Statement? {
        guard let self, self.count == 1 else { return nil }
        return self[0]
    }
}

/// The lines of a source text, split when first asked for.
final class SourceLines {
    private let bytes: [UInt8]
    private lazy var starts: [Int] = {
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 10 { starts.append(index + 1) }
        return starts
    }()

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A line by its number from 1, without its end; empty when there is no such line.
    func line(_ number: Int) -> SourceLine {
        guard number >= 1, number <= starts.count else { return [] }
        let start = starts[number - 1]
        let end = number < starts.count ? starts[number] - 1 : bytes.count
        guard start < end else { return [] }
        return SourceLine(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
    }
}
