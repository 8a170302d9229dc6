/// What Tab offers.
extension Session {
    /// The candidates for the word at the end of a line, and the byte at which it begins. The module `rlcompleter` knows.
    public func complete(_ line: String) -> (start: Int, candidates: [String]) {
        do throws(Raise) {
            let completer = try m.call(try m.importAttribute("rlcompleter", "Completer"), try globals)
            let found = try m.call(try m.getAttribute(completer, m.intern("complete_line")), m.string(line))
            guard found.isKind(.tuple), Tuple(found).count == 2, Tuple(found)[1].isKind(.list),
                let start = m.intValue(Tuple(found)[0])
            else { return (0, []) }
            let list = List(Tuple(found)[1])
            let candidates = (0..<list.count).map { m.swiftString(list[$0]) }
            let before = line.unicodeScalars.prefix(max(0, start))
            return (String(String.UnicodeScalarView(before)).utf8.count, candidates)
        } catch {
            m.clearPending()
            return (0, [])
        }
    }
}
