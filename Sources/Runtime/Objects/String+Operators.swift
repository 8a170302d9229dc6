#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The special methods of `str`.
extension StringMethods {
    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(Str(a[0]).count) }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(m.stringHash(Str(a[0]))) }

    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        let key = a[1]
        if key.isCell, key.cell.type == m.type(.slice) { return try slice(m, string, key) }
        if m.isIndexable(key) {
            guard let index = try m.sequenceIndex(key, count: string.count) else {
                throw m.raise(.indexError, "string index out of range")
            }
            return m.character(string[index])
        }
        throw m.raise(.typeError, "string indices must be integers, not '\(m.typeName(key))'")
    }

    /// `string[slice]`.
    static func slice(_ m: Machine, _ string: Str, _ slice: Value) throws(Raise) -> Value {
        let (start, step, count) = try m.sliceSelection(slice, count: string.count)
        if count == 0 { return m.runtime.pointee.emptyString }
        if step == 1 { return m.substring(string, start, start + count) }
        var builder = StringBuilder()
        builder.reserve(count)
        var index = start
        for _ in 0..<count {
            builder.append(codePoint: string[index])
            index = index &+ step
        }
        return builder.finish(m)
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "can only concatenate str (not \"\(m.typeName(a[1]))\") to str")
        }
        return try m.concatenate(Str(a[0]), Str(a[1]))
    }

    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        return try m.repeatString(Str(a[0]), try m.repetitions(a[1]))
    }

    static func modulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try PercentFormatter.format(m, Str(a[0]), a[1])
    }

    static func reflectedModulo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else { return .notImplemented }
        return try PercentFormatter.format(m, Str(a[1]), a[0])
    }

    static func equal(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[1].isKind(.string) ? Value(Str.equal(Str(a[0]), Str(a[1]))) : .notImplemented
    }
    static func notEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[1].isKind(.string) ? Value(!Str.equal(Str(a[0]), Str(a[1]))) : .notImplemented
    }
    static func less(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[1].isKind(.string) ? Value(Str.order(Str(a[0]), Str(a[1])) < 0) : .notImplemented
    }
    static func lessEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[1].isKind(.string) ? Value(Str.order(Str(a[0]), Str(a[1])) <= 0) : .notImplemented
    }
    static func greater(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[1].isKind(.string) ? Value(Str.order(Str(a[0]), Str(a[1])) > 0) : .notImplemented
    }
    static func greaterEqual(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a[1].isKind(.string) ? Value(Str.order(Str(a[0]), Str(a[1])) >= 0) : .notImplemented
    }

    static func str(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.substring(Str(a[0]), 0, Str(a[0]).count)
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.stringRepr(Str(a[0])) }

    static func sizeof(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let string = Str(a[0])
        let head = string.isASCII ? 40 : 56
        return m.int(head + (string.count + 1) * string.width)
    }

    static func getNewArguments(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.substring(Str(a[0]), 0, Str(a[0]).count))
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.stringIterator(Str(a[0])) }

    // MARK: The iterator: a record of the str (unbound at the end) and the index

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let string = Str(record[0])
        let index = record[1].smallInt
        guard index < string.count else {
            record[0] = .unbound
            return .unbound
        }
        record[1] = Value(small: index &+ 1)
        return m.character(string[index])
    }

    static func iteratorLengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        return m.int(record[0].isBound ? Str(record[0]).count - record[1].smallInt : 0)
    }

    static func iteratorSetState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let index = try m.sizeArgument(a[1])
        if record[0].isBound { record[1] = m.int(min(max(0, index), Str(record[0]).count)) }
        return .none
    }

    // MARK: Construction

    /// `str(object='', encoding=…, errors=…)`.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let cls = TypeRef(a[0])
        var object: Value = .unbound
        var encoding: Value = .unbound
        var errors: Value = .unbound
        let given = a.count - 1
        if given + a.keywordCount > 3 {
            let total = given + a.keywordCount
            throw m.raise(
                .typeError,
                a.keywordCount == 0
                    ? "str expected at most 3 arguments, got \(total)"
                    : "str() takes at most 3 arguments (\(total) given)")
        }
        if given > 0 { object = a[1] }
        if given > 1 { encoding = a[2] }
        if given > 2 { errors = a[3] }
        for index in 0..<a.keywordCount {
            let name = Str(a.keywordName(index))
            let position: Int
            switch true {
            case name.equals("object"):
                position = 1
                object = a.keywordValue(index)
            case name.equals("encoding"):
                position = 2
                encoding = a.keywordValue(index)
            case name.equals("errors"):
                position = 3
                errors = a.keywordValue(index)
            default:
                throw m.unexpectedKeyword("str", name.value, among: ["object", "encoding", "errors"])
            }
            if position <= given {
                let text = m.swiftString(name.value)
                throw m.raise(.typeError, "argument for str() given by name ('\(text)') and position (\(position))")
            }
        }
        let result: Value
        if object.isUnbound {
            result = m.runtime.pointee.emptyString
        } else if encoding.isUnbound, errors.isUnbound {
            result = try m.str(object)
        } else {
            // A call of str itself without names says what the type of None is.
            let namesType = cls == m.type(.str) && a.keywordCount == 0
            func text(_ value: Value, _ name: StaticString) throws(Raise) -> String? {
                if namesType, value.isNone {
                    throw m.raise(.typeError, "str() argument '\(name)' must be str, not NoneType")
                }
                return try m.textArgument(value, "str", named: name)
            }
            let codec = try text(encoding, "encoding") ?? "utf-8"
            let handler = try text(errors, "errors") ?? "strict"
            if object.isKind(.string) { throw m.raise(.typeError, "decoding str is not supported") }
            let object = m.exportsBuffer(object) ? try m.copyOfBuffer(object) : object
            guard let buffer = m.byteBuffer(object) else {
                throw m.raise(
                    .typeError, "decoding to str: need a bytes-like object, \(m.typeName(object)) found")
            }
            result = try m.decode(buffer, source: object, encoding: codec, errors: handler)
        }
        if cls == m.type(.str) { return result }
        guard result.isKind(.string) else { return result }
        let source = Str(result)
        let copy = m.makeString(count: source.count, width: source.width, type: cls)
        memcpy(copy.base, source.base, source.count &* source.width)
        m.finish(copy)
        return copy.value
    }
}

extension Machine {
    /// An iterator over the characters of a str.
    func stringIterator(_ string: Str) -> Value {
        let isASCII = string.isASCII && isExactString(string.value)
        return indexIterator(type(isASCII ? .strAsciiIterator : .strIterator), over: string.value)
    }

    /// `a + b` for two strs.
    func concatenate(_ a: Str, _ b: Str) throws(Raise) -> Value {
        if a.count == 0, isExactString(b.value) { return b.value }
        if b.count == 0, isExactString(a.value) { return a.value }
        if a.count &+ b.count <= 1 { return substring(a.count == 0 ? b : a, 0, a.count &+ b.count) }
        let width = max(a.width, b.width)
        if a.count &* width >= TextBuffer.minimumSize, b.count <= a.count, a.width == width {
            return try append(a, b)
        }
        let result = try makeStringChecked(count: a.count &+ b.count, width: width)
        copyUnits(from: a.base, width: a.width, to: result.base, width: width, count: a.count)
        copyUnits(from: b.base, width: b.width, to: result.base + a.count &* width, width: width, count: b.count)
        if a.isASCII, b.isASCII { finishASCII(result) }
        return result.value
    }

    /// `string * times`, `times` not negative.
    func repeatString(_ string: Str, _ times: Int) throws(Raise) -> Value {
        if times <= 0 || string.count == 0 { return runtime.pointee.emptyString }
        if times == 1 { return substring(string, 0, string.count) }
        let (count, overflow) = string.count.multipliedReportingOverflow(by: times)
        if overflow { throw raise(.overflowError, "repeated string is too long") }
        let result = try makeStringChecked(count: count, width: string.width)
        let length = string.count &* string.width
        if length == 1 {
            memset(result.base, Int32(string.bytes[0]), count)
        } else {
            // Doubles what is there until it is all there.
            let total = count &* string.width
            memcpy(result.base, string.base, length)
            var done = length
            while done < total {
                let part = min(done, total &- done)
                memcpy(result.base + done, result.base, part)
                done &+= part
            }
        }
        if string.isASCII { finishASCII(result) }
        return result.value
    }
}
