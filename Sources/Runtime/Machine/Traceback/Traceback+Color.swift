/// How parts of a traceback look on a terminal, in CPython's colours.
enum TracebackStyle: String {
    /// Files, lines, names of functions, messages.
    case place = "\u{1B}[35m"
    /// Classes of exceptions.
    case exception = "\u{1B}[1;35m"
    /// What was running, apart from the part that is to blame.
    case range = "\u{1B}[31m"
    /// The part that is to blame.
    case blame = "\u{1B}[1;31m"

    static let reset = "\u{1B}[0m"

    /// A text with the escapes around it, or plain.
    func text(_ text: String, _ usesColor: Bool) -> String {
        usesColor ? rawValue + text + TracebackStyle.reset : text
    }

    /// The style of what stands above a caret or a tilde.
    private init?(mark: Unicode.Scalar?) {
        switch mark {
        case "^": self = .blame
        case "~": self = .range
        default: return nil
        }
    }

    /// A line of source and the carets below it. The line is coloured character by character as the carets stand, even
    /// where wide characters shift them: so does CPython.
    static func colored(_ line: SourceLine, _ marks: SourceLine) -> (line: String, marks: String) {
        var result = (line: "", marks: "")
        let count = max(line.count, marks.count)
        var start = 0
        while start < count {
            let mark = start < marks.count ? marks[start] : nil
            var end = start + 1
            while end < count, (end < marks.count ? marks[end] : nil) == mark { end += 1 }
            let above = text(line[min(start, line.count)..<min(end, line.count)])
            let below = text(marks[min(start, marks.count)..<min(end, marks.count)])
            if let style = TracebackStyle(mark: mark) {
                result.line += style.text(above, true)
                result.marks += style.text(below, true)
            } else {
                result.line += above
                result.marks += below
            }
            start = end
        }
        return result
    }

    private static func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(part))
    }
}
