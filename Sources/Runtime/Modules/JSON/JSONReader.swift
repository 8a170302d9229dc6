/// How a document is to be read: the arguments of `json.JSONDecoder`.
struct JSONReaderOptions {
    let isStrict: Bool
    /// Hooks, or None.
    let objectHook: Value
    let pairsHook: Value
    let parseFloat: Value
    let parseInt: Value
    let parseConstant: Value
}

/// Reads JSON from the units of a str. Lives on the native stack, where the collector sees the values in it.
struct JSONReader<Unit: CodeUnit> {
    let m: Machine
    let source: Str
    let units: UnsafePointer<Unit>
    let count: Int
    let options: JSONReaderOptions
    let readsFloats: Bool
    let readsInts: Bool
    /// Keys seen, by a hash of their text: a tuple, made for the first key.
    var keys: Value = .unbound
    /// Where reading goes on.
    var position: Int

    init(_ m: Machine, _ source: Str, at position: Int, _ options: JSONReaderOptions) {
        self.m = m
        self.source = source
        units = UnsafePointer(source.base.assumingMemoryBound(to: Unit.self))
        count = source.count
        self.options = options
        readsFloats = options.parseFloat == m.type(.float).value
        readsInts = options.parseInt == m.type(.int).value
        self.position = position
    }

    /// Goes on to the next character that is no white space.
    @inline(__always)
    mutating func skipSpace() {
        while position < count {
            let unit = units[position]
            guard unit == 0x20 || unit == 0x0a || unit == 0x0d || unit == 0x09 else { return }
            position &+= 1
        }
    }

    @inline(__always)
    private func isAt(_ unit: Unit) -> Bool { position < count && units[position] == unit }

    /// Reads a value that begins here. StopIteration, with the place, where none begins.
    mutating func readValue() throws(Raise) -> Value {
        guard position < count else { throw m.raiseStopIteration(m.int(position)) }
        switch units[position] {
        case 0x22:
            position &+= 1
            return try readString()
        case 0x7b: return try readObject()
        case 0x5b: return try readArray()
        case 0x6e where skip("null"): return .none
        case 0x74 where skip("true"): return .true
        case 0x66 where skip("false"): return .false
        case 0x4e where skip("NaN"): return try m.call(options.parseConstant, m.string("NaN"))
        case 0x49 where skip("Infinity"): return try m.call(options.parseConstant, m.string("Infinity"))
        case 0x2d where skip("-Infinity"): return try m.call(options.parseConstant, m.string("-Infinity"))
        default: return try readNumber()
        }
    }

    /// Passes a word when it stands here.
    private mutating func skip(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position &+ length <= count else { return false }
        for index in 0..<length where units[position &+ index] != Unit(truncatingIfNeeded: word.utf8Start[index]) {
            return false
        }
        position &+= length
        return true
    }

    // MARK: Containers

    private mutating func readArray() throws(Raise) -> Value {
        try m.enterNative(" while decoding a JSON array from a unicode string")
        defer { m.leaveNative() }
        let list = m.list()
        position &+= 1
        skipSpace()
        if isAt(0x5d) {
            position &+= 1
            return list.value
        }
        while true {
            list.append(m, try readValue())
            skipSpace()
            if isAt(0x5d) {
                position &+= 1
                return list.value
            }
            guard isAt(0x2c) else { throw fail("Expecting ',' delimiter", position) }
            let comma = position
            position &+= 1
            skipSpace()
            if isAt(0x5d) { throw fail("Illegal trailing comma before end of array", comma) }
        }
    }

    private mutating func readObject() throws(Raise) -> Value {
        try m.enterNative(" while decoding a JSON object from a unicode string")
        defer { m.leaveNative() }
        let wantsPairs = !options.pairsHook.isNone
        let result = wantsPairs ? m.list().value : m.dict().value
        position &+= 1
        skipSpace()
        if isAt(0x7d) {
            position &+= 1
            return try finish(object: result)
        }
        while true {
            guard isAt(0x22) else { throw fail("Expecting property name enclosed in double quotes", position) }
            position &+= 1
            let key = try readKey()
            skipSpace()
            guard isAt(0x3a) else { throw fail("Expecting ':' delimiter", position) }
            position &+= 1
            skipSpace()
            let value = try readValue()
            if wantsPairs {
                List(result).append(m, m.tuple(key, value))
            } else {
                m.dictSet(Dict(result), name: key, value)
            }
            skipSpace()
            if isAt(0x7d) {
                position &+= 1
                return try finish(object: result)
            }
            guard isAt(0x2c) else { throw fail("Expecting ',' delimiter", position) }
            let comma = position
            position &+= 1
            skipSpace()
            if isAt(0x7d) { throw fail("Illegal trailing comma before end of object", comma) }
        }
    }

    private func finish(object: Value) throws(Raise) -> Value {
        if !options.pairsHook.isNone { return try m.call(options.pairsHook, object) }
        if !options.objectHook.isNone { return try m.call(options.objectHook, object) }
        return object
    }

    /// A key; one that was seen before is the same object, with its hash.
    private mutating func readKey() throws(Raise) -> Value {
        let start = position
        var end = start
        var hash: UInt = 0
        while end < count {
            let unit = units[end]
            if unit == 0x22 || unit == 0x5c || unit < 0x20 { break }
            hash = hash &* 31 &+ UInt(truncatingIfNeeded: unit)
            end &+= 1
        }
        guard end < count, units[end] == 0x22 else { return try readString() }
        if keys.isUnbound { keys = m.makeTuple(count: 64).value }
        let place = Int(bitPattern: (hash ^ hash >> 6) & 63)
        let known = Tuple(keys)[place]
        if known.isBound, isSame(Str(known), start, end) {
            position = end &+ 1
            return known
        }
        position = end &+ 1
        let key = m.string(units: units + start, count: end &- start)
        Tuple(keys)[place] = key
        return key
    }

    /// Whether a str has the code points between two places.
    private func isSame(_ key: Str, _ start: Int, _ end: Int) -> Bool {
        guard key.count == end &- start else { return false }
        if key.width == MemoryLayout<Unit>.size {
            return compareBytes(key.base, units + start, key.count &* key.width)
        }
        for index in 0..<key.count where key[index] != UInt32(truncatingIfNeeded: units[start &+ index]) {
            return false
        }
        return true
    }

    // MARK: Errors

    /// A `json.JSONDecodeError` at a place of the document.
    func fail(_ message: StaticString, _ place: Int) -> Raise { m.raiseJSONError(message, source.value, place) }
}

extension Machine {
    /// Raises `json.JSONDecodeError(message, document, place)`.
    func raiseJSONError(_ message: StaticString, _ document: Value, _ place: Int) -> Raise {
        do throws(Raise) {
            let decoder = try importModule("json.decoder")
            let type = try getAttribute(decoder, intern("JSONDecodeError"))
            return raise(try call(type, string(message), document, int(place)))
        } catch {
            return error
        }
    }
}
