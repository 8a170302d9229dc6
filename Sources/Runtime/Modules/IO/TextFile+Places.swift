#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `seek` and `tell` of text: a place is the number of bytes before it.
extension TextFile {
    /// Where the next character to be read, or to be written, lies.
    func tell(_ m: Machine) throws(Raise) -> Int {
        try checkSeekable(m)
        if isIterating { throw m.raise(.osError, "telling position disabled by next() call") }
        try flush(m)
        let position: Int
        if let buffered {
            position = try buffered.tell(m)
        } else if descriptor >= 0 {
            position = SystemCalls.seek(descriptor, 0, SEEK_CUR)
            if position < 0 { throw m.raiseOSError(errno) }
        } else {
            position = try m.sizeArgument(try m.callMethodNamed(buffer, "tell"))
        }
        var remaining = textEnd - textStart
        if remaining == 0 { return position - carry.count }
        var ahead = decoder.isBound ? 0 : carry.count
        for segment in segments.reversed() {
            if remaining == 0 { break }
            if segment.textCount <= remaining {
                ahead += segment.rawCount
                remaining -= segment.textCount
                continue
            }
            ahead += try rawCount(m, segment, ofLast: remaining)
            remaining = 0
        }
        return max(0, position - ahead)
    }

    /// How many bytes of the stream the last `count` bytes of a segment's text stand for.
    private func rawCount(_ m: Machine, _ segment: TextSegment, ofLast count: Int) throws(Raise) -> Int {
        guard let raw = segment.raw else { return count }
        if decoder.isBound { return min(count, segment.rawCount) }
        let consumed = segment.textCount - count
        let seen = seenNewlines
        defer { seenNewlines = seen }
        // The shortest beginning that gives the text read so far.
        var low = 0
        var high = raw.count
        while low < high {
            let middle = (low + high) / 2
            var length = consumed - 1
            let prefix = Array(raw[..<middle])
            var complete = middle == raw.count ? middle : completeCount(prefix)
            // A CR that no LF follows is a line end of its own.
            if complete + 1 == middle, prefix.last == 13, raw[middle] != 10 { complete = middle }
            do throws(Raise) {
                length = try transform(m, Array(prefix[..<complete]), isAtStart: segment.isAtStart).count
            } catch {
                m.clearPending()
            }
            if length < consumed { low = middle + 1 } else { high = middle }
        }
        return raw.count - low
    }

    func checkSeekable(_ m: Machine) throws(Raise) {
        try checkOpen(m)
        if !(try isSeekable(m)) { throw m.raiseUnsupported("underlying stream is not seekable") }
    }

    func isSeekable(_ m: Machine) throws(Raise) -> Bool {
        if let raw = buffered?.rawFile { return raw.isSeekable() }
        if descriptor >= 0 { return SystemCalls.seek(descriptor, 0, SEEK_CUR) >= 0 }
        return try m.truth(try m.callMethodNamed(buffer, "seekable"))
    }

    func seek(_ m: Machine, _ cookie: Value, _ whence: Int) throws(Raise) -> Value {
        try checkSeekable(m)
        var target = cookie
        switch whence {
        case 0: break
        case 1:
            if try m.truth(try m.compare(.notEqual, cookie, m.int(0))) {
                throw m.raiseUnsupported("can't do nonzero cur-relative seeks")
            }
            target = m.int(try tell(m))
        case 2:
            if try m.truth(try m.compare(.notEqual, cookie, m.int(0))) {
                throw m.raiseUnsupported("can't do nonzero end-relative seeks")
            }
            try flush(m)
            dropText()
            let end = try move(m, 0, 2)
            begin(at: end)
            return m.int(end)
        default:
            throw m.raise(.valueError, "invalid whence (\(whence), should be 0, 1 or 2)")
        }
        let offset = try m.sizeArgument(target)
        if offset < 0 { throw m.raise(.valueError, "negative seek position \(offset)") }
        try flush(m)
        isIterating = false
        dropText()
        _ = try move(m, offset, 0)
        begin(at: offset)
        return m.int(offset)
    }

    private func begin(at position: Int) {
        isAtStart = position == 0
        writesSignature = position == 0
    }

    private func move(_ m: Machine, _ offset: Int, _ whence: Int) throws(Raise) -> Int {
        if let buffered { return try buffered.seek(m, offset, whence) }
        if descriptor >= 0 {
            let position = SystemCalls.seek(descriptor, offset, Int32(whence))
            if position < 0 { throw m.raiseOSError(errno) }
            return position
        }
        return try m.sizeArgument(try m.callMethodNamed(buffer, "seek", m.int(offset), m.int(whence)))
    }
}
