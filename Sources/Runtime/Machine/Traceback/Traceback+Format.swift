import Compiler
import Parser

/// Prints exceptions with their tracebacks, as CPython 3.13's `traceback` module does.
struct TracebackFormatter {
    let m: Machine
    /// The lines printed so far, each with its newline.
    private var output: [String] = []
    /// Exceptions already printed, against cycles of causes and contexts.
    private var seen: Set<UInt64> = []
    private var sources: [String: SourceLines?] = [:]
    private var groupDepth = 0
    private var needsClose = false
    private var isPlain = false

    /// How many frames to show: the first ones, or the last ones when negative.
    var limit: Int?
    /// Whether it is for a terminal with colours. The exceptions in a group are plain all the same, as in CPython 3.13.
    var usesColor = false

    private static let repeatLimit = 3
    private static let maximumGroupWidth = 15
    private static let maximumGroupDepth = 10

    init(_ m: Machine) { self.m = m }

    /// The text for an exception, those that it was caused by before it.
    mutating func format(_ exception: Value, chain: Bool = true) -> String {
        formatChain(exception, chain: chain)
        return output.joined()
    }

    /// The same in pieces: each of one or more whole lines, as `traceback.format_exception` gives them.
    mutating func pieces(of exception: Value, chain: Bool) -> [String] {
        formatChain(exception, chain: chain)
        return output
    }

    /// What the interpreter itself says of an exception that it cannot raise anywhere: where it was, and its message;
    /// no marks, causes, notes or hints.
    mutating func plain(_ exception: Value) -> String {
        isPlain = true
        let traceback = Exception(exception).pointer.pointee.traceback
        if traceback.isCell, limit != 0 {
            emit("Traceback (most recent call last):\n")
            formatFrames(traceback)
        }
        emit("\(typeText(m.typeOf(exception))): \(safeText(exception))\n")
        return output.joined()
    }

    /// The last lines alone: the type and the message, notes.
    mutating func pieces(ofMessage exception: Value) -> [String] {
        formatMessage(exception)
        return output
    }

    /// The frames of a traceback object alone.
    mutating func pieces(ofStack traceback: Value) -> [String] {
        formatFrames(traceback)
        return output
    }

    /// One frame from what a frame summary knows; `range` is nil when only the line is known.
    mutating func frame(_ filename: String, _ line: Int, _ name: String, _ range: SourceRange?) -> String {
        let line32 = Int32(clamping: line)
        var text = title(filename, "\(line)", name)
        guard let source = source(filename) else { return text }
        if let range {
            if let lines = FrameLines(range: range, source: source) { text += lines.text(usesColor: usesColor) }
        } else {
            let trimmed = FrameLines.trimmedEnd(source.line(Int(line32))).drop(while: FrameLines.isSpace)
            if !trimmed.isEmpty { text += "    \(String(String.UnicodeScalarView(trimmed)))\n" }
        }
        return text
    }

    /// The text of a line, without white space around it; empty when there is none.
    mutating func line(_ filename: String, _ number: Int) -> String {
        guard let source = source(filename) else { return "" }
        return String(
            String.UnicodeScalarView(FrameLines.trimmedEnd(source.line(number)).drop(while: FrameLines.isSpace)))
    }

    /// The traceback objects that are to be shown, outermost first.
    func frames(_ traceback: Value) -> [Value] {
        var all: [Value] = []
        var current = traceback
        while current.isCell {
            all.append(current)
            current = Record(current)[TracebackField.next]
        }
        guard let limit else { return all }
        return limit >= 0 ? Array(all.prefix(limit)) : Array(all.suffix(-limit))
    }

    // MARK: Output

    private var indentation: String { String(repeating: " ", count: 2 * groupDepth) }

    /// Adds text of whole lines, inside of groups with a margin.
    private mutating func emit(_ text: String, margin: String = "|") {
        guard groupDepth > 0 else { return output.append(text) }
        let prefix = indentation + margin + " "
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { output.append("\(prefix)\(line)\n") }
    }

    // MARK: Chains

    private enum Link { case none, cause, context }

    private mutating func formatChain(_ exception: Value, chain: Bool) {
        var links: [(Link, Value)] = []
        var current = exception
        seen.insert(exception.bits)
        while true {
            let layout = Exception(current).pointer
            let cause = layout.pointee.cause
            let context = layout.pointee.context
            if chain, cause.isCell, seen.insert(cause.bits).inserted {
                links.append((.cause, current))
                current = cause
            } else if chain, !cause.isCell || seen.contains(cause.bits), context.isCell,
                !layout.pointee.suppressContext,
                seen.insert(context.bits).inserted
            {
                links.append((.context, current))
                current = context
            } else {
                links.append((.none, current))
                break
            }
        }
        for (link, exception) in links.reversed() {
            switch link {
            case .none: break
            case .cause:
                emit("\nThe above exception was the direct cause of the following exception:\n\n")
            case .context:
                emit("\nDuring handling of the above exception, another exception occurred:\n\n")
            }
            formatOne(exception, chain: chain)
        }
    }

    private mutating func formatOne(_ exception: Value, chain: Bool) {
        let traceback = Exception(exception).pointer.pointee.traceback
        guard ExceptionGroupMethods.isGroup(m, exception) else {
            if traceback.isCell, limit != 0 {
                emit("Traceback (most recent call last):\n")
                formatFrames(traceback)
            }
            formatMessage(exception)
            return
        }
        if groupDepth > Self.maximumGroupDepth {
            emit("... (max_group_depth is \(Self.maximumGroupDepth))\n")
            return
        }
        formatGroup(exception, traceback, chain: chain)
    }

    private mutating func formatGroup(_ exception: Value, _ traceback: Value, chain: Bool) {
        let isTop = groupDepth == 0
        if isTop { groupDepth = 1 }
        if traceback.isCell, limit != 0 {
            emit("Exception Group Traceback (most recent call last):\n", margin: isTop ? "+" : "|")
            formatFrames(traceback)
        }
        formatMessage(exception)
        let all = ExceptionGroupMethods.exceptions(exception)
        let shown = all.count <= Self.maximumGroupWidth ? all.count : Self.maximumGroupWidth + 1
        needsClose = false
        for index in 0..<shown {
            let isLast = index == shown - 1
            if isLast { needsClose = true }
            let isTruncated = index >= Self.maximumGroupWidth
            output.append(
                "\(indentation)\(index == 0 ? "+-" : "  ")+---------------- \(isTruncated ? "..." : "\(index + 1)") ----------------\n"
            )
            groupDepth += 1
            let wasColored = usesColor
            usesColor = false
            defer { usesColor = wasColored }
            if isTruncated {
                let rest = all.count - Self.maximumGroupWidth
                emit("and \(rest) more exception\(rest > 1 ? "s" : "")\n")
            } else {
                formatChain(all[index], chain: chain)
            }
            if isLast, needsClose {
                output.append("\(indentation)+------------------------------------\n")
                needsClose = false
            }
            groupDepth -= 1
        }
        if isTop { groupDepth = 0 }
    }

    // MARK: Frames

    /// The first line of a frame; without a name that of a SyntaxError.
    private func title(_ filename: String, _ line: String, _ name: String?) -> String {
        let file = TracebackStyle.place.text("\"\(filename)\"", usesColor)
        let place = name.map { ", in \(TracebackStyle.place.text($0, usesColor))" } ?? ""
        return "  File \(file), line \(TracebackStyle.place.text(line, usesColor))\(place)\n"
    }

    private mutating func formatFrames(_ traceback: Value) {
        var last: (file: Value, line: Int, name: Value)?
        var count = 0
        for current in frames(traceback) {
            let code: UnsafeMutablePointer<CodeLayout> = Record(current)[TracebackField.code].layout()
            let line = m.line(ofTraceback: current)
            let name = code.pointee.name
            let isSame = last.map {
                $0.line == line && sameText($0.file, code.pointee.filename) && sameText($0.name, name)
            }
            if isSame != true {
                endRepetition(count)
                last = (code.pointee.filename, line, name)
                count = 0
            }
            count += 1
            if count <= Self.repeatLimit { formatFrame(current, code, line) }
        }
        endRepetition(count)
    }

    private func sameText(_ a: Value, _ b: Value) -> Bool { a == b || Str.equal(Str(a), Str(b)) }

    private mutating func endRepetition(_ count: Int) {
        let more = count - Self.repeatLimit
        if more > 0 { emit("  [Previous line repeated \(more) more time\(more > 1 ? "s" : "")]\n") }
    }

    private mutating func formatFrame(_ traceback: Value, _ code: UnsafeMutablePointer<CodeLayout>, _ line: Int) {
        let filename = m.swiftString(code.pointee.filename)
        // What was typed without a terminal has names to be told apart, of which CPython shows only the beginning.
        let shown = filename.hasPrefix("<stdin>-") ? "<stdin>" : filename
        if isPlain { return emit(frame(filename, line, m.swiftString(code.pointee.name), nil)) }
        var text = title(shown, "\(line)", m.swiftString(code.pointee.name))
        if let range = m.sourceRange(ofTraceback: traceback), let source = source(filename),
            let lines = FrameLines(range: range, source: source)
        {
            text += lines.text(usesColor: usesColor)
        }
        emit(text)
    }

    private mutating func source(_ filename: String) -> SourceLines? {
        if let known = sources[filename] { return known }
        let lines = m.sourceText(ofFile: filename).map { SourceLines($0) }
        sources[filename] = .some(lines)
        return lines
    }

    // MARK: Messages

    private mutating func formatMessage(_ exception: Value) {
        let type = m.typeOf(exception)
        let name = typeText(type)
        if type.isSubtype(of: m.type(.syntaxError)) {
            formatSyntaxError(exception, name)
        } else {
            var message = safeText(exception)
            if let hint = m.suggestion(for: exception) { message += hint }
            emit(summary(name, message))
        }
        formatNotes(exception)
    }

    /// The line with the class and the message.
    private func summary(_ name: String, _ message: String, suffix: String = "") -> String {
        let name = TracebackStyle.exception.text(name, usesColor)
        return message.isEmpty
            ? "\(name)\n" : "\(name): \(TracebackStyle.place.text(message, usesColor))\(suffix)\n"
    }

    /// The class with its module, unless that is `builtins` or `__main__`.
    private func typeText(_ type: TypeRef) -> String {
        let name = m.swiftString(type.pointer.pointee.qualifiedName)
        let module = m.dictGet(type.dict, .__module__)
        if module.isUnbound, !type.isHeapType { return name }
        guard m.isString(module) else { return "<unknown>.\(name)" }
        let text = m.swiftString(module)
        return text == "builtins" || text == "__main__" ? name : "\(text).\(name)"
    }

    private func safeText(_ exception: Value) -> String {
        do throws(Raise) {
            let text = try m.str(exception)
            // What is for standard error: lone surrogates are shown by their escapes.
            let bytes = try m.encode(Str(text), .utf8, "backslashreplace")
            return String(decoding: Bytes(bytes).buffer, as: UTF8.self)
        } catch {
            m.clearPending()
            return "<exception str() failed>"
        }
    }

    private mutating func formatNotes(_ exception: Value) {
        var notes = Value.unbound
        do throws(Raise) {
            notes = try m.getAttributeIfPresent(exception, .__notes__)
        } catch {
            let failure = m.takePending()
            emit("Ignored error getting __notes__: \(m.reprText(failure))\n")
            return
        }
        if notes.isUnbound || notes.isNone { return }
        guard notes.isKind(.list) || notes.isKind(.tuple), let items = try? m.listFromIterable(notes) else {
            m.clearPending()
            emit("\(m.reprText(notes))\n")
            return
        }
        for index in 0..<items.count {
            var text = "<note str() failed>"
            if let note = try? m.str(items[index]) { text = m.swiftString(note) } else { m.clearPending() }
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) { emit("\(line)\n") }
        }
    }

    // MARK: SyntaxError

    private mutating func formatSyntaxError(_ exception: Value, _ name: String) {
        let fields = Exception(exception).fields
        let filename = fields[SyntaxErrorField.filename]
        let line = fields[SyntaxErrorField.line]
        let hasName = m.isString(filename)
        var suffix = ""
        if line.isBound, !line.isNone {
            let file = hasName ? m.swiftString(filename) : "<string>"
            emit(title(file, safeText(line), nil))
        } else if hasName {
            suffix = " (\(m.swiftString(filename)))"
        }
        if m.isString(fields[SyntaxErrorField.text]) { formatSyntaxErrorText(fields, line) }
        let message = fields[SyntaxErrorField.message]
        let text = message.isBound && !message.isNone ? safeText(message) : "<no detail available>"
        emit(summary(name, text.isEmpty ? "<no detail available>" : text, suffix: suffix))
    }

    private mutating func formatSyntaxErrorText(_ fields: UnsafeMutablePointer<Value>, _ line: Value) {
        let whole = SourceLine(m.swiftString(fields[SyntaxErrorField.text]).unicodeScalars)
        var trimmed = whole
        while trimmed.last == "\n" { trimmed.removeLast() }
        let stripped = SourceLine(trimmed.drop { $0 == " " || $0 == "\n" || $0 == "\u{c}" })
        let spaces = trimmed.count - stripped.count
        let plain = "    \(String(String.UnicodeScalarView(stripped)))\n"
        guard var offset = m.intValue(fields[SyntaxErrorField.offset]) else { return emit(plain) }
        var end = trimmed.count + 1
        let endLine = fields[SyntaxErrorField.endLine]
        if (try? m.equals(line, endLine.isUnbound ? .none : endLine)) == true {
            let given = m.intValue(fields[SyntaxErrorField.endOffset]) ?? 0
            end = given != 0 ? given : offset
        }
        if !whole.isEmpty, offset > whole.count { offset = trimmed.count + 1 }
        if !whole.isEmpty, end > whole.count { end = trimmed.count + 1 }
        if offset >= end || end < 0 { end = offset + 1 }
        let column = offset - 1 - spaces
        let endColumn = end - 1 - spaces
        guard column >= 0 else { return emit(plain) }
        // Tabs and the like are kept, so that the carets stand below what they mean.
        let space = stripped.prefix(column).map { FrameLines.isSpace($0) ? $0 : " " }
        let carets = String(repeating: "^", count: min(endColumn - column, 10_000))
        if usesColor {
            func part(_ from: Int, _ to: Int) -> String {
                let from = min(max(0, from), stripped.count)
                return String(String.UnicodeScalarView(stripped[from..<max(from, min(to, stripped.count))]))
            }
            let blamed = TracebackStyle.blame.text(part(column, endColumn), true)
            emit("    \(part(0, column))\(blamed)\(part(endColumn, stripped.count))\n")
        } else {
            emit(plain)
        }
        emit("    \(String(String.UnicodeScalarView(space)))\(TracebackStyle.blame.text(carets, usesColor))\n")
    }
}
