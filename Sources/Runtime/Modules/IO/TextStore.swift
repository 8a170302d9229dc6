#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Text in memory: what `io.StringIO` holds. Code points of four bytes.
final class TextStore: TracedObject {
    private(set) var units: UnsafeMutablePointer<UInt32>?
    private(set) var count = 0
    private var capacity = 0
    /// The next character to be read or written; may lie behind the end.
    var position = 0
    var isClosed = false
    /// The argument `newline`: nil for None.
    var newline: String? = "\n"
    var endsUniversally = false
    var translatesReading = false
    var writtenNewline: [UInt8]?
    var seenNewlines: UInt8 = 0

    deinit { units?.deallocate() }

    func checkOpen(_ m: Machine) throws(Raise) {
        if isClosed { throw m.raise(.valueError, "I/O operation on closed file") }
    }

    private func reserve(_ m: Machine, _ wanted: Int) throws(Raise) {
        if wanted <= capacity { return }
        let (size, isTooLarge) = wanted.multipliedReportingOverflow(by: 4)
        if isTooLarge || wanted < 0 { throw m.raise(.overflowError, "new position too large") }
        let newCapacity = max(wanted, capacity + capacity / 2, 64)
        if size > 1 << 24 { try m.checkSize(newCapacity * 4) }
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: newCapacity)
        if let units {
            memcpy(memory, units, count * 4)
            units.deallocate()
        }
        units = memory
        capacity = newCapacity
    }

    /// Writes a str at the position, line ends translated.
    func write(_ m: Machine, _ string: Str) throws(Raise) {
        try checkOpen(m)
        if endsUniversally || writtenNewline != nil {
            return try store(m, Str(try translated(m, string)))
        }
        try store(m, string)
    }

    private func translated(_ m: Machine, _ string: Str) throws(Raise) -> Value {
        var string = string
        if endsUniversally, string.containsLineEnd {
            var builder = StringBuilder()
            var index = 0
            while index < string.count {
                let code = string[index]
                index += 1
                if code == 13 {
                    let isPair = index < string.count && string[index] == 10
                    seenNewlines |= isPair ? 4 : 1
                    if isPair { index += 1 }
                    if translatesReading {
                        builder.append(codePoint: 10)
                    } else {
                        builder.append(codePoint: 13)
                        if isPair { builder.append(codePoint: 10) }
                    }
                    continue
                }
                if code == 10 { seenNewlines |= 2 }
                builder.append(codePoint: code)
            }
            string = Str(builder.finish(m))
        }
        if let writtenNewline { return try m.replaceNewlines(string, by: writtenNewline) }
        return string.value
    }

    private func store(_ m: Machine, _ string: Str) throws(Raise) {
        let length = string.count
        if length == 0 { return }
        try reserve(m, position &+ length)
        guard let units else { return }
        if position > count {
            for index in count..<position { units[index] = 0 }
        }
        let target = units + position
        switch string.width {
        case 1:
            let source = string.bytes
            for index in 0..<length { target[index] = UInt32(source[index]) }
        case 2:
            let source = string.units16
            for index in 0..<length { target[index] = UInt32(source[index]) }
        default:
            let source = string.units32
            for index in 0..<length { target[index] = source[index] }
        }
        position += length
        count = max(count, position)
    }

    func text(_ m: Machine, from start: Int, to end: Int) -> Value {
        guard let units, end > start else { return m.runtime.pointee.emptyString }
        return m.string(codePoints: UnsafeBufferPointer(start: units + start, count: end - start))
    }

    /// The next line, at most `limit` characters (negative: no limit).
    func readLine(_ m: Machine, limit: Int) -> Value {
        guard let units, position < count else { return m.runtime.pointee.emptyString }
        var end = position
        let last = limit < 0 ? count : min(count, position &+ limit)
        while end < last {
            let code = units[end]
            end += 1
            if translatesReading || newline == nil || newline == "\n" {
                if code == 10 { break }
            } else if newline == "\r" {
                if code == 13 { break }
            } else if newline == "\r\n" {
                if code == 13, end < last, units[end] == 10 {
                    end += 1
                    break
                }
            } else if code == 10 {
                break
            } else if code == 13 {
                if end < last, units[end] == 10 { end += 1 }
                break
            }
        }
        defer { position = end }
        return text(m, from: position, to: end)
    }

    /// Takes a text as it is, for `__setstate__`.
    func restore(_ m: Machine, _ string: Str) throws(Raise) {
        position = 0
        try store(m, string)
    }

    func truncate(_ size: Int) { if size < count { count = size } }

    func clear() {
        units?.deallocate()
        units = nil
        count = 0
        capacity = 0
    }
}

/// The methods of `io.StringIO`.
enum StringIOMethods {
    private static func store(_ m: Machine, _ value: Value) throws(Raise) -> TextStore {
        guard let store = m.boxed(value, as: TextStore.self) else {
            throw m.raise(.valueError, "I/O operation on uninitialized object")
        }
        return store
    }
    private static func open(_ m: Machine, _ value: Value) throws(Raise) -> TextStore {
        let store = try store(m, value)
        try store.checkOpen(m)
        return store
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = m.allocateInstance(of: TypeRef(a[0]))
        m.setBoxed(value, TextStore())
        return value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = TextStore()
        if a[2].isBound {
            guard a[2].isNone || a[2].isKind(.string) else {
                throw m.raise(.typeError, "newline must be str or None, not \(m.typeName(a[2]))")
            }
            store.newline = a[2].isNone ? nil : m.swiftString(a[2])
            switch store.newline {
            case nil, "", "\n", "\r", "\r\n": break
            default: throw m.raise(.valueError, "illegal newline value: \(m.swiftString(try m.repr(a[2])))")
            }
        }
        store.endsUniversally = store.newline == nil || store.newline == ""
        store.translatesReading = store.newline == nil
        if store.newline == "\r" { store.writtenNewline = [13] }
        if store.newline == "\r\n" { store.writtenNewline = [13, 10] }
        if a[1].isBound, !a[1].isNone {
            guard a[1].isKind(.string) else {
                throw m.raise(.typeError, "initial_value must be str or None, not \(m.typeName(a[1]))")
            }
            try store.write(m, Str(a[1]))
            store.position = 0
        }
        m.setBoxed(a[0], store)
        return .none
    }

    static func write(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else {
            throw m.raise(.typeError, "string argument expected, got '\(m.typeName(a[1]))'")
        }
        try open(m, a[0]).write(m, Str(a[1]))
        return m.int(Str(a[1]).count)
    }

    static func getvalue(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        return store.text(m, from: 0, to: store.count)
    }

    static func read(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let size = try m.optionalSize(a.optional(1))
        let start = min(store.position, store.count)
        let end = size < 0 ? store.count : start + min(size, store.count - start)
        if store.position < store.count { store.position = end }
        return store.text(m, from: start, to: end)
    }

    static func readline(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        return store.readLine(m, limit: try m.optionalSize(a.optional(1)))
    }

    static func next(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if m.typeOf(value).isHeapType { return try IOBaseMethods.nextLine(m, value) }
        let line = try open(m, value).readLine(m, limit: -1)
        return Str(line).count == 0 ? .unbound : line
    }

    static func tell(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(try open(m, a[0]).position) }

    static func seek(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let offset = try m.sizeArgument(a[1])
        let whence = a.optional(2).isUnbound ? 0 : try m.sizeArgument(a[2])
        guard whence >= 0, whence <= 2 else {
            throw m.raise(.valueError, "Invalid whence (\(whence), should be 0, 1 or 2)")
        }
        if whence == 0, offset < 0 { throw m.raise(.valueError, "Negative seek position \(offset)") }
        if whence != 0, offset != 0 { throw m.raise(.osError, "Can't do nonzero cur-relative seeks") }
        store.position = whence == 0 ? offset : whence == 1 ? store.position : store.count
        return m.int(store.position)
    }

    static func truncate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        var size = store.position
        if a.optional(1).isBound, !a[1].isNone {
            if !m.isInt(a[1]), m.lookupSpecial(a[1], .__index__).isUnbound {
                throw m.raise(.typeError, "argument should be integer or None, not '\(m.typeName(a[1]))'")
            }
            size = try m.sizeArgument(a[1])
        }
        if size < 0 { throw m.raise(.valueError, "Negative size value \(size)") }
        store.truncate(size)
        return m.int(size)
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try store(m, a[0])
        store.isClosed = true
        store.clear()
        return .none
    }

    static func yes(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try open(m, a[0])
        return .true
    }

    /// For `copy` and `pickle`: text, newline, position, attributes.
    static func getState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let store = try open(m, a[0])
        let newline = store.newline.map { m.string($0) } ?? .none
        let attributes = try m.getAttribute(a[0], .__dict__)
        return m.tuple(store.text(m, from: 0, to: store.count), newline, m.int(store.position), attributes)
    }

    static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.tuple), Tuple(a[1]).count == 4 else {
            throw m.raise(
                .typeError, "\(m.typeName(a[0])).__setstate__ argument should be 4-tuple, got \(m.typeName(a[1]))")
        }
        let state = Tuple(a[1])
        guard state[0].isKind(.string) else {
            throw m.raise(.typeError, "initial_value must be str or None, not \(m.typeName(state[0]))")
        }
        let empty = m.runtime.pointee.emptyString
        _ = try m.call(m.lookup(m.ioType(\.stringIO), .__init__), a[0], empty, state[1])
        let place = try m.sizeArgument(state[2])
        if place < 0 { throw m.raise(.valueError, "position value cannot be negative") }
        let text = try store(m, a[0])
        try text.restore(m, Str(state[0]))
        text.position = place
        if state[3].isKind(.dict) {
            _ = try m.callMethodNamed(try m.getAttribute(a[0], .__dict__), "update", state[3])
        }
        return .none
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty("closed") { (m: Machine, v: Value) throws(Raise) -> Value in
                Value(try store(m, v).isClosed)
            },
            NativeProperty("line_buffering") { (m: Machine, v: Value) throws(Raise) -> Value in
                _ = try open(m, v)
                return .false
            },
            NativeProperty("newlines") { (m: Machine, v: Value) throws(Raise) -> Value in
                m.newlinesSeen(try open(m, v).seenNewlines)
            },
        ]
    }

    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new, new),
            Native("__init__", .signature("initial_value='', newline='\\n'"), style: .slot, initialize),
            Native("write", .one, write), Native("getvalue", .none, getvalue), Native("read", .positional(0, 1), read),
            Native("readline", .positional(0, 1), readline), Native("tell", .none, tell),
            Native("seek", .positional(1, 2), seek), Native("truncate", .positional(0, 1), truncate),
            Native("close", .none, close),
            Native("flush", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in .none },
            Native("readable", .none, yes), Native("writable", .none, yes),
            Native("seekable", .none, yes), Native("__getstate__", .none, getState),
            Native("__setstate__", .one, setState),
        ]
    }
}
