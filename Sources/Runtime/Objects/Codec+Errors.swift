import UnicodeData

/// Code points of a str that an encoding has no codes for.
struct EncodingProblem {
    let string: Str
    let start: Int
    let end: Int
    /// For the exception.
    let encoding: StaticString
    let reason: StaticString

    /// UnicodeEncodeError about the code points from `from` on.
    func raise(_ m: Machine, from: Int) -> Raise {
        m.raise(exception(m, from: from))
    }

    func exception(_ m: Machine, from: Int) -> Value {
        m.makeException(
            .unicodeEncodeError, m.string(encoding), string.value, m.int(from), m.int(end), m.string(reason))
    }
}

extension Machine {
    /// What an error handler does about code points that can't be encoded. `put` adds a code point to the output if it
    /// has a code. Gives the index to go on from.
    func replace(
        _ problem: EncodingProblem, _ errors: String, _ output: inout [UInt8],
        _ put: (UInt32, inout [UInt8]) -> Bool
    ) throws(Raise) -> Int {
        func putAll(_ text: String, _ output: inout [UInt8]) throws(Raise) {
            for unit in text.unicodeScalars where !put(unit.value, &output) {
                throw problem.raise(self, from: problem.start)
            }
        }
        let string = problem.string
        switch CodecErrors(rawValue: errors) {
        case .ignore: return problem.end
        case .replace:
            for _ in problem.start..<problem.end { try putAll("?", &output) }
        case .backslashreplace:
            for index in problem.start..<problem.end { try putAll(backslashEscape(string[index]), &output) }
        case .xmlcharrefreplace:
            for index in problem.start..<problem.end { try putAll("&#\(string[index]);", &output) }
        case .namereplace:
            for index in problem.start..<problem.end {
                let code = string[index]
                try putAll(UnicodeData.name(code).map { "\\N{\($0)}" } ?? backslashEscape(code), &output)
            }
        case .surrogateescape:
            for index in problem.start..<problem.end {
                guard string[index] >= 0xdc80, string[index] <= 0xdcff else { throw problem.raise(self, from: index) }
                output.append(UInt8(truncatingIfNeeded: string[index]))
            }
        case .strict, .surrogatepass: throw problem.raise(self, from: problem.start)
        case nil:
            let exception = problem.exception(self, from: problem.start)
            let (text, position) = try callErrorHandler(errors, exception, count: string.count)
            // The encodings of all of Unicode take ASCII and whole units only, as in CPython.
            let encoding = "\(problem.encoding)"
            let unit = encoding.hasPrefix("utf-16") ? 2 : encoding.hasPrefix("utf-32") ? 4 : 1
            if encoding.hasPrefix("utf-"), text.isKind(.bytes) ? Bytes(text).count % unit != 0 : !Str(text).isASCII {
                throw raise(exception)
            }
            if text.isKind(.bytes) {
                output.append(contentsOf: Bytes(text).buffer)
            } else if text.isKind(.string) {
                for index in 0..<Str(text).count where !put(Str(text)[index], &output) {
                    throw raise(exception)
                }
            } else {
                throw raise(.typeError, "encoding error handler must return (str/bytes, int) tuple")
            }
            return position
        }
        return problem.end
    }

    /// Calls the handler that `codecs.register_error` knows by that name; gives the replacement and the place to go on.
    func callErrorHandler(
        _ name: String, _ exception: Value, count: Int
    ) throws(Raise) -> (replacement: Value, position: Int) {
        let handlers = runtime.pointee.codecHandlers
        let handler = handlers.isBound ? dictGet(Dict(handlers), name: intern(name)) : .unbound
        guard handler.isBound else { throw raise(.lookupError, "unknown error handler name '\(name)'") }
        let result = try call(handler, exception)
        let isEncode = typeOf(exception).isSubtype(of: type(.unicodeEncodeError))
        let words =
            isEncode
            ? "encoding error handler must return (str/bytes, int) tuple"
            : "decoding error handler must return (str, int) tuple"
        guard result.isKind(.tuple), Tuple(result).count == 2 else { throw raise(.typeError, words) }
        let replacement = Tuple(result)[0]
        if !isEncode, !isString(replacement) { throw raise(.typeError, words) }
        let given = try sizeArgument(Tuple(result)[1])
        if !isString(replacement), !replacement.isKind(.bytes) { throw raise(.typeError, words) }
        var count = count
        if !isEncode {
            let object = Exception(exception).fields[UnicodeErrorField.object]
            guard object.isKind(.bytes) else {
                throw raise(.typeError, "object attribute \(object.isUnbound ? "not set" : "must be bytes")")
            }
            count = Bytes(object).count
        }
        let position = given < 0 ? given &+ count : given
        guard position >= 0, position <= count else {
            throw raise(.indexError, "position \(position) from error handler out of bounds")
        }
        return (replacement, position)
    }

    // MARK: Codecs of the script

    /// The codec (a tuple of functions) that a search function given to `codecs.register` has for a name, or unbound.
    func registeredCodec(_ name: String) throws(Raise) -> Value {
        let normalized = TextCodec.normalized(name, separator: "_")
        guard runtime.pointee.codecSearches.isBound else { return try libraryCodec(normalized) }
        let key = string(normalized)
        let cache = Dict(runtime.pointee.codecCache)
        let known = try dictGet(cache, key)
        if known.isBound { return known }
        let searches = List(runtime.pointee.codecSearches)
        var index = 0
        while index < searches.count {
            let result = try call(searches[index], key)
            if result.isNone {
                index += 1
                continue
            }
            guard result.isKind(.tuple), Tuple(result).count == 4 else {
                throw raise(.typeError, "codec search functions must return 4-tuples")
            }
            try dictSet(cache, key, result)
            return result
        }
        return try libraryCodec(normalized)
    }

    /// A codec of the library that is written in the language, or unbound.
    private func libraryCodec(_ name: String) throws(Raise) -> Value {
        switch name {
        case "utf_7", "utf7", "u7", "unicode_1_1_utf_7", "idna", "punycode":
            let module = try importModule("_text_codecs")
            return try call(try getAttribute(module, intern("search")), string(name))
        default: return .unbound
        }
    }

    /// The error for an encoding that nobody knows.
    private func unknownEncoding(_ name: String, _ function: StaticString) -> Raise {
        if name.unicodeScalars.contains("\0") { return raise(.valueError, "embedded null character") }
        switch TextCodec.normalized(name, separator: "_") {
        case "rot13", "rot_13", "hex", "hex_codec", "base64", "base64_codec", "base_64", "bz2", "bz2_codec", "zip",
            "zlib", "zlib_codec", "uu", "uu_codec", "quopri", "quopri_codec", "quoted_printable", "quotedprintable":
            return raise(
                .lookupError,
                "'\(name)' is not a text encoding; use codecs.\(function)() to handle arbitrary codecs")
        case "gbk", "gb2312", "gb18030", "big5",
            "big5hkscs", "shift_jis", "shiftjis", "sjis", "euc_jp", "eucjp", "euc_kr", "euckr", "cp932", "cp936",
            "cp949", "cp950", "hz", "iso2022_jp", "johab", "undefined":
            return raise(.lookupError, "unknown encoding: \(name) (minipy does not support it)")
        default: return raise(.lookupError, "unknown encoding: \(name)")
        }
    }

    private func textCodec(_ name: String, _ function: StaticString) throws(Raise) -> Value {
        if name.unicodeScalars.contains("\0") { throw raise(.valueError, "embedded null character") }
        let codec = try registeredCodec(name)
        guard codec.isBound else { throw unknownEncoding(name, function) }
        let isText = try getAttributeIfPresent(codec, intern("_is_text_encoding"))
        if isText.isFalse {
            throw raise(
                .lookupError,
                "'\(name)' is not a text encoding; use codecs.\(function)() to handle arbitrary codecs")
        }
        return codec
    }

    func encodeByRegistered(_ text: Str, encoding: String, errors: String) throws(Raise) -> Value {
        let codec = try textCodec(encoding, "encode")
        let result: Value
        do throws(Raise) {
            result = try call(Tuple(codec)[0], text.value, string(errors))
        } catch {
            throw noteCodec("encoding with '\(encoding)' codec failed")
        }
        guard result.isKind(.tuple), Tuple(result).count == 2 else {
            throw raise(.typeError, "encoder must return a tuple (object, integer)")
        }
        let bytes = Tuple(result)[0]
        if bytes.isKind(.bytes) { return bytes }
        throw raise(
            .typeError,
            "'\(encoding)' encoder returned '\(typeName(bytes))' instead of 'bytes'; "
                + "use codecs.encode() to encode to arbitrary types")
    }

    func decodeByRegistered(
        _ buffer: UnsafeBufferPointer<UInt8>, source: Value, encoding: String, errors: String
    ) throws(Raise) -> Value {
        let codec = try textCodec(encoding, "decode")
        let result: Value
        do throws(Raise) {
            result = try call(Tuple(codec)[1], source, string(errors))
        } catch {
            throw noteCodec("decoding with '\(encoding)' codec failed")
        }
        guard result.isKind(.tuple), Tuple(result).count == 2 else {
            throw raise(.typeError, "decoder must return a tuple (object,integer)")
        }
        let text = Tuple(result)[0]
        if text.isKind(.string) { return text }
        throw raise(
            .typeError,
            "'\(encoding)' decoder returned '\(typeName(text))' instead of 'str'; "
                + "use codecs.decode() to decode to arbitrary types")
    }
}
