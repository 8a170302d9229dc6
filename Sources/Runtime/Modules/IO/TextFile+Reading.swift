#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reading and decoding.
extension TextFile {
    /// Forgets the text read ahead, and what of it is not decoded.
    func dropText() {
        textStart = 0
        textEnd = 0
        carry.removeAll()
        segments.removeAll()
        isAtEnd = false
        if decoder.isBound { decoder = .unbound }
    }

    private func reserveText(_ additional: Int) {
        if textStart == textEnd {
            textStart = 0
            textEnd = 0
        }
        if textCapacity - textEnd >= additional { return }
        let count = textEnd - textStart
        if textCapacity - count < additional || textStart < textCapacity / 2 {
            let capacity = max(textCapacity * 2, count + additional, TextFile.chunkSize * 2)
            let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            if let text {
                memcpy(memory, text + textStart, count)
                text.deallocate()
            }
            text = memory
            textCapacity = capacity
        } else if let text {
            memmove(text, text + textStart, count)
        }
        textStart = 0
        textEnd = count
    }

    private func appendText(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        reserveText(count)
        if let text { memcpy(text + textEnd, bytes, count) }
        textEnd += count
    }

    /// Reads and decodes one chunk; false at the end of the stream.
    func readChunk(_ m: Machine) throws(Raise) -> Bool {
        // Stretches that have been read are of no use to `tell` any more.
        let remaining = textEnd - textStart
        var covered = 0
        for segment in segments { covered += segment.textCount }
        while let first = segments.first, covered - first.textCount >= remaining {
            covered -= first.textCount
            segments.removeFirst()
        }
        if let buffered {
            try buffered.prepareToRead(m)
            if buffered.available == 0 { _ = try buffered.fill(m) }
            let count = buffered.available
            let start = buffered.inputPointer
            buffered.consume(count)
            try decode(m, UnsafeBufferPointer(start: start, count: count), isFinal: count == 0)
            return count > 0
        }
        if descriptor >= 0 {
            if scratch == nil { scratch = .allocate(capacity: TextFile.chunkSize) }
            guard let scratch else { return false }
            while true {
                try m.checkSignals()
                if let count = try m.readDescriptor(descriptor, scratch, TextFile.chunkSize) {
                    try decode(m, UnsafeBufferPointer(start: scratch, count: count), isFinal: count == 0)
                    return count > 0
                }
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&request, 1, -1)
            }
        }
        let read1 = try m.attributeIfPresent(buffer, "read1")
        let data = try m.call(
            read1.isBound ? read1 : try m.getAttribute(buffer, m.internStatic("read")), m.int(TextFile.chunkSize))
        guard let bytes = m.byteBuffer(data) else {
            throw m.raise(
                .typeError,
                "underlying \(read1.isBound ? "read1" : "read")() should have returned a bytes-like object, not '\(m.typeName(data))'"
            )
        }
        let copy = Array(bytes)
        var failure: Raise?
        copy.withUnsafeBufferPointer { buffer in
            do throws(Raise) { try decode(m, buffer, isFinal: copy.isEmpty) } catch { failure = error }
        }
        if let failure { throw failure }
        return !copy.isEmpty
    }

    /// Decodes bytes behind those that are left over, and puts the text behind the text.
    func decode(_ m: Machine, _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool) throws(Raise) {
        if decoder.isBound || encoder.isBound {
            return try decodeByObject(m, bytes, isFinal: isFinal)
        }
        if let base = bytes.baseAddress, carry.isEmpty, isPlain(base, bytes.count) {
            appendText(base, bytes.count)
            segments.append(TextSegment(textCount: bytes.count, rawCount: bytes.count, raw: nil, isAtStart: isAtStart))
            if bytes.count > 0 { isAtStart = false }
            return
        }
        let all = carry + bytes
        carry = []
        if all.isEmpty { return }
        let complete = isFinal ? all.count : completeCount(all)
        let used = Array(all[..<complete])
        carry = Array(all[complete...])
        let start = isAtStart
        let decoded = try transform(m, used, isAtStart: start)
        if !used.isEmpty { isAtStart = false }
        decoded.withUnsafeBufferPointer { if let base = $0.baseAddress { appendText(base, $0.count) } }
        segments.append(
            TextSegment(
                textCount: decoded.count, rawCount: used.count, raw: decoded == used ? nil : used, isAtStart: start))
    }

    /// ASCII, or UTF-8 without mistakes, without line ends to translate: text as it stands.
    private func isPlain(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        switch codec {
        case .utf8, .ascii, .latin1: break
        default: return false
        }
        guard isASCII(bytes, count) else { return false }
        if endsUniversally {
            if memchr(bytes, 13, count) != nil { return false }
            if seenNewlines & 2 == 0, memchr(bytes, 10, count) != nil { seenNewlines |= 2 }
        }
        return true
    }

    /// How many of the bytes are whole characters, and no CR that an LF may follow.
    func completeCount(_ bytes: [UInt8]) -> Int {
        var count = bytes.count
        var unit = 1
        switch codec {
        case .utf8, .utf8Signed:
            // Up to three bytes of a sequence that is not complete.
            var index = count - 1
            while index >= max(0, count - 3), bytes[index] & 0xc0 == 0x80 { index -= 1 }
            if index >= max(0, count - 3), index >= 0 {
                let lead = bytes[index]
                let length =
                    lead >= 0xf0 && lead < 0xf5
                    ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1
                if index + length > count { count = index }
            }
        case .utf16, .utf16Little, .utf16Big:
            unit = 2
            count &= ~1
            let isBig = codec == .utf16Big
            if count >= 2 {
                let high = bytes[isBig ? count - 2 : count - 1]
                if high & 0xfc == 0xd8 { count -= 2 }
            }
        case .utf32, .utf32Little, .utf32Big:
            unit = 4
            count &= ~3
        case .ascii, .latin1: break
        }
        if endsUniversally, count >= unit {
            let last = bytes[(count - unit)..<count]
            if last.reduce(0, { $0 + Int($1) }) == 13, last.contains(13) { count -= unit }
        }
        return count
    }

    /// Bytes decoded to UTF-8, with line ends translated.
    func transform(_ m: Machine, _ bytes: [UInt8], isAtStart: Bool) throws(Raise) -> [UInt8] {
        var codec = codec
        var skip = 0
        switch codec {
        case .utf8Signed:
            if isAtStart, bytes.starts(with: [0xef, 0xbb, 0xbf]) { skip = 3 }
            codec = .utf8
        case .utf16 where !isAtStart:
            codec = readsBigEndian ? .utf16Big : .utf16Little
        case .utf16: if bytes.starts(with: [0xfe, 0xff]) { readsBigEndian = true }
        case .utf32 where !isAtStart:
            codec = readsBigEndian ? .utf32Big : .utf32Little
        case .utf32: if bytes.starts(with: [0, 0, 0xfe, 0xff]) { readsBigEndian = true }
        default: break
        }
        let source = m.bytes(skip == 0 ? bytes : Array(bytes[skip...]))
        let decoded = try m.decode(
            Bytes(source).buffer, source: source, encoding: codec.spelling, errors: errors)
        return translateNewlines(Str(decoded).utf8Bytes())
    }

    /// Bytes of UTF-8 with line ends translated where that is wanted; notes which kinds there were.
    func translateNewlines(_ bytes: [UInt8]) -> [UInt8] {
        guard endsUniversally else { return bytes }
        guard bytes.contains(13) else {
            if bytes.contains(10) { seenNewlines |= 2 }
            return bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 13 {
                if index < bytes.count, bytes[index] == 10 {
                    seenNewlines |= 4
                    if !translatesReading { result += [13, 10] } else { result.append(10) }
                    index += 1
                } else {
                    seenNewlines |= 1
                    result.append(translatesReading ? 10 : 13)
                }
                continue
            }
            if byte == 10 { seenNewlines |= 2 }
            result.append(byte)
        }
        return result
    }

    /// Decodes with an incremental decoder of the module `codecs`.
    private func decodeByObject(
        _ m: Machine, _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool
    ) throws(Raise) {
        let given = Array(bytes)
        if decoder.isUnbound { decoder = try m.makeIncrementalCodec("incrementaldecoder", encodingName, errors) }
        let result = try m.callMethodNamed(decoder, "decode", m.bytes(given), Value(isFinal))
        guard result.isKind(.string) else {
            throw m.raise(.typeError, "decoder should return a string result, not '\(m.typeName(result))'")
        }
        var decoded = carry + Str(result).utf8Bytes()
        carry = []
        if endsUniversally, !isFinal, decoded.last == 13 {
            decoded.removeLast()
            carry = [13]
        }
        decoded = translateNewlines(decoded)
        decoded.withUnsafeBufferPointer { if let base = $0.baseAddress { appendText(base, $0.count) } }
        segments.append(
            TextSegment(textCount: decoded.count, rawCount: given.count, raw: given, isAtStart: isAtStart))
        isAtStart = false
    }

    // MARK: Lines

    /// The next line with its end, at most `limit` characters (negative: no limit); empty at the end.
    func readLine(_ m: Machine, limit: Int) throws(Raise) -> Value {
        try checkReadable(m)
        try flushBeforeReading(m)
        if limit == 0 { return m.runtime.pointee.emptyString }
        var searched = 0
        while true {
            if let text, textEnd > textStart {
                let count = textEnd - textStart
                let end = lineEnd(text + textStart, count, from: searched)
                if let end {
                    return take(m, end, limit: limit)
                }
                searched = max(0, count - (newline?.utf8.count ?? 1) - 1)
                if limit > 0, count >= limit, characters(text + textStart, count) >= limit {
                    return take(m, count, limit: limit)
                }
            }
            if try !readChunk(m) {
                if let text, textEnd > textStart {
                    // A CR that was held back may end the line.
                    let end = lineEnd(text + textStart, textEnd - textStart, from: 0) ?? textEnd - textStart
                    return take(m, end, limit: limit)
                }
                return m.runtime.pointee.emptyString
            }
        }
    }

    /// What must happen before text is read.
    func flushBeforeReading(_ m: Machine) throws(Raise) {
        if outputCount > 0 { try flush(m) }
    }

    func checkReadable(_ m: Machine) throws(Raise) {
        try checkOpen(m)
        if !isReadable { throw m.raiseUnsupported("not readable") }
    }

    /// Where the first line in the text ends (behind its end), or nil.
    private func lineEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int? {
        if translatesReading || newline == "\n" || newline == nil {
            guard start < count, let found = memchr(bytes + start, 10, count - start) else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(bytes) + 1
        }
        if newline == "\r" {
            guard start < count, let found = memchr(bytes + start, 13, count - start) else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(bytes) + 1
        }
        var index = 0
        while index < count {
            let byte = bytes[index]
            if newline == "\r\n" {
                if byte == 13, index + 1 < count, bytes[index + 1] == 10 { return index + 2 }
            } else if byte == 10 {
                return index + 1
            } else if byte == 13 {
                // The decoder holds back a CR at the end of a chunk, so what follows is known.
                if index + 1 < count { return bytes[index + 1] == 10 ? index + 2 : index + 1 }
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// Characters in a stretch of UTF-8.
    func characters(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var result = 0
        for index in 0..<count where bytes[index] & 0xc0 != 0x80 { result += 1 }
        return result
    }

    /// Takes `count` bytes of text, but at most `limit` characters.
    private func take(_ m: Machine, _ count: Int, limit: Int) -> Value {
        guard let text else { return m.runtime.pointee.emptyString }
        var count = count
        if limit >= 0, limit < count {
            var seen = 0
            var index = 0
            while index < count {
                if text[textStart + index] & 0xc0 != 0x80 {
                    if seen == limit { break }
                    seen += 1
                }
                index += 1
            }
            count = index
        }
        let result = m.string(utf8: UnsafeBufferPointer(start: text + textStart, count: count))
        textStart += count
        return result
    }

    /// All text that is left.
    func readAll(_ m: Machine) throws(Raise) -> Value {
        try checkReadable(m)
        try flushBeforeReading(m)
        if buffered == nil, descriptor < 0, decoder.isUnbound, encoder.isUnbound {
            // A stream of the script is asked once for everything.
            let data = try m.callMethodNamed(buffer, "read")
            guard let bytes = m.byteBuffer(data) else {
                throw m.raise(
                    .typeError, "underlying read() should have returned a bytes-like object, not '\(m.typeName(data))'")
            }
            let copy = Array(bytes)
            var failure: Raise?
            copy.withUnsafeBufferPointer { buffer in
                do throws(Raise) { try decode(m, buffer, isFinal: true) } catch { failure = error }
            }
            if let failure { throw failure }
        } else if let buffered, decoder.isUnbound, encoder.isUnbound {
            let data = try buffered.readAll(m)
            if data.isKind(.bytes) { try decode(m, Bytes(data).buffer, isFinal: true) }
        } else {
            while try readChunk(m) {}
        }
        let result = take(m, textEnd - textStart, limit: -1)
        segments.removeAll()
        return result
    }

    /// The next `count` characters.
    func read(_ m: Machine, _ count: Int) throws(Raise) -> Value {
        try checkReadable(m)
        try flushBeforeReading(m)
        if count == 0 { return m.runtime.pointee.emptyString }
        var searched = 0
        var seen = 0
        while true {
            if let text {
                let available = textEnd - textStart
                while searched < available {
                    if text[textStart + searched] & 0xc0 != 0x80 {
                        if seen == count { return take(m, searched, limit: -1) }
                        seen += 1
                    }
                    searched += 1
                }
                // The last character is complete, since only whole ones are decoded.
                if seen == count { return take(m, searched, limit: -1) }
            }
            if try !readChunk(m) { return take(m, textEnd - textStart, limit: -1) }
        }
    }
}

extension TextCodec {
    /// A name that `TextCodec(_:)` takes.
    var spelling: String {
        switch self {
        case .utf8Signed: "utf-8-sig"
        default: "\(name)"
        }
    }
}

extension Str {
    /// The string in UTF-8, lone surrogates by the same scheme.
    func utf8Bytes() -> [UInt8] {
        if isASCII { return Array(UnsafeBufferPointer(start: bytes, count: count)) }
        var result: [UInt8] = []
        result.reserveCapacity(count * 2)
        for index in 0..<count { appendUTF8(self[index], &result) }
        return result
    }
}

extension Machine {
    /// An incremental encoder or decoder of the module `codecs`.
    func makeIncrementalCodec(_ what: StaticString, _ encoding: String, _ errors: String) throws(Raise) -> Value {
        let codecs = try importModule("codecs")
        let info = try callMethodNamed(codecs, "lookup", string(encoding))
        return try callMethodNamed(info, what, string(errors))
    }
}
