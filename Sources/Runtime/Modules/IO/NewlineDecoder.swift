/// `io.IncrementalNewlineDecoder`: translates line ends of text that comes in pieces, on top of another decoder.
enum NewlineDecoderMethods {
    private enum Field {
        static let decoder = 0
        static let translates = 1
        static let pendingCR = 2
        static let seen = 3
        static let errors = 4
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.allocateInstance(of: TypeRef(a[0])) }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        record[Field.decoder] = a[1]
        record[Field.translates] = Value(try m.truth(a[2]))
        record[Field.pendingCR] = .false
        record[Field.seen] = m.int(0)
        record[Field.errors] = a[3].isUnbound ? m.string("strict" as StaticString) : a[3]
        return .none
    }

    static func decode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let isFinal = try m.flag(a[2])
        var text = a[1]
        guard record[Field.decoder].isBound else {
            throw m.raise(.valueError, "IncrementalNewlineDecoder.__init__() not called")
        }
        if !record[Field.decoder].isNone {
            text = try m.callMethodNamed(record[Field.decoder], "decode", a[1], Value(isFinal))
        }
        guard text.isKind(.string) else {
            throw m.raise(.typeError, "decoder should return a string result, not '\(m.typeName(text))'")
        }
        let string = Str(text)
        var codes = string.codePoints()
        if record[Field.pendingCR].isTrue, !codes.isEmpty || isFinal {
            codes.insert(13, at: 0)
            record[Field.pendingCR] = .false
        }
        if codes.last == 13, !isFinal {
            codes.removeLast()
            record[Field.pendingCR] = .true
        }
        var seen = m.intValue(record[Field.seen]) ?? 0
        let translates = record[Field.translates].isTrue
        var result: [UInt32] = []
        var index = 0
        while index < codes.count {
            let code = codes[index]
            index += 1
            guard code == 13 else {
                if code == 10 { seen |= 2 }
                result.append(code)
                continue
            }
            let isPair = index < codes.count && codes[index] == 10
            if isPair { index += 1 }
            seen |= isPair ? 4 : 1
            if translates {
                result.append(10)
            } else {
                result.append(13)
                if isPair { result.append(10) }
            }
        }
        record[Field.seen] = m.int(seen)
        return result.withUnsafeBufferPointer { m.string(codePoints: $0) }
    }

    static func getstate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        var buffer = m.runtime.pointee.emptyBytes
        var flag = 0
        if !record[Field.decoder].isNone {
            let state = try m.callMethodNamed(record[Field.decoder], "getstate")
            if state.isKind(.tuple), Tuple(state).count == 2 {
                buffer = Tuple(state)[0]
                flag = try m.sizeArgument(Tuple(state)[1])
            }
        }
        return m.tuple(buffer, m.int(flag << 1 | (record[Field.pendingCR].isTrue ? 1 : 0)))
    }

    static func setstate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.tuple), Tuple(a[1]).count == 2 else {
            throw m.raise(.typeError, "state argument must be a tuple")
        }
        let record = Record(a[0])
        let flag = try m.sizeArgument(Tuple(a[1])[1])
        record[Field.pendingCR] = Value(flag & 1 != 0)
        if !record[Field.decoder].isNone {
            _ = try m.callMethodNamed(
                record[Field.decoder], "setstate", m.tuple(Tuple(a[1])[0], m.int(flag >> 1)))
        }
        return .none
    }

    static func reset(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        record[Field.seen] = m.int(0)
        record[Field.pendingCR] = .false
        if !record[Field.decoder].isNone { _ = try m.callMethodNamed(record[Field.decoder], "reset") }
        return .none
    }

    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .signature("decoder, translate, errors='strict'"), style: .slot, initialize),
            Native("decode", .signature("input, final=False"), decode), Native("getstate", .none, getstate),
            Native("setstate", .one, setstate), Native("reset", .none, reset),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("newlines") { (m: Machine, v: Value) throws(Raise) -> Value in
                m.newlinesSeen(UInt8(truncatingIfNeeded: m.intValue(Record(v)[Field.seen]) ?? 0))
            },
            NativeProperty("errors") { (m: Machine, v: Value) throws(Raise) -> Value in
                let errors = Record(v)[Field.errors]
                return errors.isUnbound ? .none : errors
            },
        ]
    }
}
