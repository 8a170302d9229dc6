/// Functions on iterables and iterators.
extension BuiltinFunctions {
    static func all(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var result = true
        try m.iterate(a[0]) { (item) throws(Raise) -> Bool in
            result = try m.truth(item)
            return result
        }
        return Value(result)
    }

    static func any(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var result = false
        try m.iterate(a[0]) { (item) throws(Raise) -> Bool in
            result = try m.truth(item)
            return !result
        }
        return Value(result)
    }

    static func iter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        a.count == 2 ? try m.callableIterator(a[0], a[1]) : try m.iterator(of: a[0])
    }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let iterator = a[0]
        let hasNativeNext = m.typeOf(iterator).pointer.pointee.nativeNext != nil && !iterator.isKind(.generator)
        if hasNativeNext || iterator.isKind(.listIterator) {
            m.forgetSwallowedStop()
            let item = try m.next(iterator)
            if item.isBound { return item }
            if a.count > 1 { return a[1] }
            let stop = m.takeSwallowedStop(iterator)
            throw stop.isBound ? m.raise(stop) : m.raiseStopIteration(.none)
        }
        guard m.lookupSpecial(iterator, .__next__).isBound else {
            throw m.raise(.typeError, "'\(m.typeName(iterator))' object is not an iterator")
        }
        guard a.count > 1 else { return try m.callSpecial(iterator, .__next__) }
        do throws(Raise) {
            return try m.callSpecial(iterator, .__next__)
        } catch {
            guard m.pendingMatches(.stopIteration) else { throw error }
            m.clearPending()
            return a[1]
        }
    }

    /// `sorted(iterable, /, *, key=None, reverse=False)`.
    static func sorted(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.count != 1 { throw m.raise(.typeError, "sorted expected 1 argument, got \(a.count)") }
        let list = try m.listFromIterable(a[0])
        var key: Value = .unbound
        var reverse: Value = .false
        for index in 0..<a.keywordCount {
            let name = m.internedName(a.keywordName(index))
            if name == m.name(.key) {
                key = a.keywordValue(index)
            } else if name == m.name(.reverse) {
                reverse = a.keywordValue(index)
            } else {
                throw m.unexpectedKeyword("sort", name, among: ["key", "reverse"], given: a.keywordCount)
            }
        }
        try ListMethods.sort(m, list, key: key.isNone ? .unbound : key, reverse: try m.truth(reverse))
        return list.value
    }

    static func max(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try extreme(m, a, .greater, "max") }
    static func min(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try extreme(m, a, .less, "min") }

    /// `max` and `min`: of the items of one iterable, or of the arguments.
    private static func extreme(
        _ m: Machine, _ a: Arguments, _ order: Comparison, _ function: StaticString
    ) throws(Raise) -> Value {
        var key: Value = .unbound
        var fallback: Value = .unbound
        if a.count == 0 { throw m.raise(.typeError, "\(function) expected at least 1 argument, got 0") }
        for index in 0..<a.keywordCount {
            let name = m.internedName(a.keywordName(index))
            if name == m.name(.key) {
                key = a.keywordValue(index)
            } else if name == m.name(.default) {
                fallback = a.keywordValue(index)
            } else {
                throw m.unexpectedKeyword("\(function)", name, among: ["key", "default"], given: a.keywordCount)
            }
        }
        if key.isNone { key = .unbound }
        var best: Value = .unbound
        var bestKey: Value = .unbound
        if a.count > 1 {
            if fallback.isBound {
                throw m.raise(
                    .typeError, "Cannot specify a default for \(function)() with multiple positional arguments")
            }
            for index in 0..<a.count {
                let itemKey = key.isBound ? try m.call(key, a[index]) : a[index]
                var isBetter = best.isUnbound
                if !isBetter { isBetter = try m.compareBool(order, itemKey, bestKey) }
                if isBetter {
                    best = a[index]
                    bestKey = itemKey
                }
            }
            return best
        }
        try m.iterate(a[0]) { (item) throws(Raise) -> Bool in
            let itemKey = key.isBound ? try m.call(key, item) : item
            var isBetter = best.isUnbound
            if !isBetter { isBetter = try m.compareBool(order, itemKey, bestKey) }
            if isBetter {
                best = item
                bestKey = itemKey
            }
            return true
        }
        if best.isBound { return best }
        if fallback.isBound { return fallback }
        throw m.raise(.valueError, "\(function)() iterable argument is empty")
    }

    // MARK: Asynchronous iteration

    static func aiter(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = try m.callSpecial(a[0], .__aiter__)
        if result.isUnbound {
            throw m.raise(.typeError, "'\(m.typeName(a[0]))' object is not an async iterable")
        }
        guard m.lookupSpecial(result, .__anext__).isBound else {
            throw m.raise(.typeError, "aiter() returned not an async iterator of type '\(m.typeName(result))'")
        }
        return result
    }

    static func anext(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let awaitable = try m.callSpecial(a[0], .__anext__)
        if awaitable.isUnbound {
            throw m.raise(.typeError, "'\(m.typeName(a[0]))' object is not an async iterator")
        }
        if a.count == 1 { return awaitable }
        let wrapper = m.record(.anextAwaitable, count: 3)
        wrapper[0] = awaitable
        wrapper[1] = a[1]
        return wrapper.value
    }
}

/// What `anext(iterator, default)` gives: an awaitable that turns the end of the iteration into the default. A record
/// of the awaitable, the default, and the iterator of the awaitable once it was asked for.
enum AnextAwaitable {
    static func itself(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }

    private static func inner(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        let record = Record(value)
        if record[2].isBound { return record[2] }
        let awaitable = record[0]
        let iterator = try m.awaitableIterator(awaitable)
        record[2] = iterator
        return iterator
    }

    /// Runs one step; the end of the asynchronous iteration becomes StopIteration with the default.
    private static func step(
        _ m: Machine, _ value: Value, _ body: (Value) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        do throws(Raise) {
            return try body(try inner(m, value))
        } catch {
            guard m.pendingMatches(.stopAsyncIteration) else { throw error }
            m.clearPending()
            throw m.raiseStopIteration(Record(value)[1])
        }
    }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try step(m, a[0]) { (iterator) throws(Raise) in
            if iterator.isKind(.generator) { return try m.callMethod(iterator, .send, .none) }
            return try m.callSpecial(iterator, .__next__)
        }
    }

    static func send(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let sent = a[1]
        return try step(m, a[0]) { (iterator) throws(Raise) in
            if sent.isNone, !iterator.isKind(.generator) { return try m.callSpecial(iterator, .__next__) }
            return try m.callMethod(iterator, .send, sent)
        }
    }

    static func `throw`(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let exception = a[1]
        return try step(m, a[0]) { (iterator) throws(Raise) in try m.callMethod(iterator, .throw, exception) }
    }

    static func close(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.callMethod(try inner(m, a[0]), .close)
    }
}

extension Machine {
    /// Gives the awaitable of `anext` its methods.
    func installAnextAwaitable() {
        define(
            .anextAwaitable,
            methods: [
                Native("__await__", .none, style: .slot, AnextAwaitable.itself),
                Native("__iter__", .none, style: .slot, AnextAwaitable.itself),
                Native("__next__", .none, style: .slot, AnextAwaitable.next),
                Native("send", .one, AnextAwaitable.send),
                Native("throw", .positional(1, 3), AnextAwaitable.throw),
                Native("close", .none, AnextAwaitable.close),
            ])
    }
}
