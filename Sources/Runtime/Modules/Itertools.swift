/// The module `itertools`: iterators over one iterable. Each is a record; the numbers of its fields are given at the top
/// of its section. Other files have the combinatoric ones and those that share their source.
enum Itertools {
    static func iterator(_ m: Machine, _ a: Arguments, _ fields: Value...) -> Value {
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        for (index, field) in fields.enumerated() { record[index] = field }
        return record.value
    }

    // MARK: count: 0 next number, 1 step

    static func newCount(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let start = a.optional(1).isUnbound ? Value(small: 0) : a[1]
        let step = a.optional(2).isUnbound ? Value(small: 1) : a[2]
        for number in [start, step] {
            guard m.lookupSpecial(number, .__add__).isBound, !m.isString(number), !number.isKind(.list) else {
                throw m.raise(.typeError, "a number is required")
            }
        }
        return iterator(m, a, start, step)
    }

    static func nextCount(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let item = record[0]
        record[0] = try m.binary(.add, item, record[1])
        return item
    }

    static func reprCount(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let start = m.swiftString(try m.repr(record[0]))
        let name = m.typeName(m.typeOf(a[0]))
        if record[1] == Value(small: 1) { return m.string("\(name)(\(start))") }
        return m.string("\(name)(\(start), \(m.swiftString(try m.repr(record[1]))))")
    }

    // MARK: cycle: 0 iterator, unbound at its end, 1 list of the items, 2 index into it

    static func newCycle(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        iterator(m, a, try m.iterator(of: a[1]), m.list().value, Value(small: 0))
    }

    static func nextCycle(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let saved = List(record[1])
        if record[0].isBound {
            let item = try m.next(record[0])
            if item.isBound {
                saved.append(m, item)
                return item
            }
            record[0] = .unbound
        }
        if saved.count == 0 { return .unbound }
        let index = record[2].smallInt
        record[2] = Value(small: index + 1 >= saved.count ? 0 : index + 1)
        return saved[index]
    }

    // MARK: repeat: 0 object, 1 how many times still, or unbound for ever

    static func newRepeat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = a.optional(2).isUnbound ? Value.unbound : m.int(max(0, try m.sizeArgument(a[2])))
        return iterator(m, a, a[1], times)
    }

    static func nextRepeat(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        if record[1].isBound {
            let left = m.intValue(record[1]) ?? 0
            if left == 0 { return .unbound }
            record[1] = m.int(left - 1)
        }
        return record[0]
    }

    static func reprRepeat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let object = m.swiftString(try m.repr(record[0]))
        return m.string(
            record[1].isUnbound ? "repeat(\(object))" : "repeat(\(object), \(m.intValue(record[1]) ?? 0))")
    }

    static func lengthHintRepeat(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = Record(a[0])[1]
        if times.isUnbound { throw m.raise(.typeError, "len() of unsized object") }
        return times
    }

    // MARK: accumulate: 0 iterator, 1 function or None, 2 total so far, unbound before, 3 initial, unbound once used

    static func newAccumulate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let function = a[2].isUnbound ? Value.none : a[2]
        let initial = a[3].isUnbound || a[3].isNone ? Value.unbound : a[3]
        return iterator(m, a, try m.iterator(of: a[1]), function, .unbound, initial)
    }

    static func nextAccumulate(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        if record[3].isBound {
            record[2] = record[3]
            record[3] = .unbound
            return record[2]
        }
        let item = try m.next(record[0])
        if item.isUnbound { return .unbound }
        if record[2].isUnbound {
            record[2] = item
        } else if record[1].isNone {
            record[2] = try m.binary(.add, record[2], item)
        } else {
            record[2] = try m.call(record[1], record[2], item)
        }
        return record[2]
    }

    // MARK: batched: 0 iterator, 1 size, 2 strict

    static func newBatched(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let size = try m.sizeArgument(a[2])
        if size < 1 { throw m.raise(.valueError, "n must be at least one") }
        let isStrict = a[3].isUnbound ? false : try m.truth(a[3])
        return iterator(m, a, try m.iterator(of: a[1]), m.int(size), Value(isStrict))
    }

    static func nextBatched(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let size = m.intValue(record[1]) ?? 1
        let batch = m.list()
        while batch.count < size {
            let item = try m.next(record[0])
            if item.isUnbound { break }
            batch.append(m, item)
        }
        if batch.count < size {
            record[0] = .unbound
            if batch.count == 0 { return .unbound }
            if record[2].isTrue { throw m.raise(.valueError, "batched(): incomplete batch") }
        }
        return m.tuple(from: batch.items, count: batch.count)
    }

    // MARK: chain: 0 iterator of iterables, unbound at the end, 1 current iterator or unbound

    static func newChain(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.refuseKeywords(a, "chain")
        let iterables = m.tuple(from: a.base + 1, count: a.count - 1)
        return iterator(m, a, try m.iterator(of: iterables), .unbound)
    }

    static func chainFromIterable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        iterator(m, a, try m.iterator(of: a[1]), .unbound)
    }

    static func nextChain(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        while record[0].isBound {
            if record[1].isUnbound {
                do throws(Raise) {
                    let iterable = try m.next(record[0])
                    if iterable.isUnbound {
                        record[0] = .unbound
                        return .unbound
                    }
                    record[1] = try m.iterator(of: iterable)
                } catch {
                    record[0] = .unbound
                    throw error
                }
            }
            let item = try m.next(record[1])
            if item.isBound { return item }
            record[1] = .unbound
        }
        return .unbound
    }

    // MARK: compress: 0 data, 1 selectors

    static func newCompress(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        iterator(m, a, try m.iterator(of: a[1]), try m.iterator(of: a[2]))
    }

    static func nextCompress(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        while true {
            let item = try m.next(record[0])
            if item.isUnbound { return .unbound }
            let selector = try m.next(record[1])
            if selector.isUnbound { return .unbound }
            if try m.truth(selector) { return item }
        }
    }

    // MARK: dropwhile, takewhile, filterfalse, starmap: 0 function, 1 iterator, 2 True once dropped or taken

    static func newFunctional(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        iterator(m, a, a[1], try m.iterator(of: a[2]), .false)
    }

    static func nextDropwhile(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        while true {
            let item = try m.next(record[1])
            if item.isUnbound || record[2].isTrue { return item }
            if !(try m.truth(try m.call(record[0], item))) {
                record[2] = .true
                return item
            }
        }
    }

    static func nextTakewhile(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        if record[2].isTrue { return .unbound }
        let item = try m.next(record[1])
        if item.isUnbound { return .unbound }
        if try m.truth(try m.call(record[0], item)) { return item }
        record[2] = .true
        return .unbound
    }

    static func nextFilterfalse(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        while true {
            let item = try m.next(record[1])
            if item.isUnbound { return .unbound }
            let isDirect = record[0].isNone || record[0] == m.type(.bool).value
            let verdict = isDirect ? item : try m.call(record[0], item)
            if !(try m.truth(verdict)) { return item }
        }
    }

    static func nextStarmap(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let item = try m.next(record[1])
        if item.isUnbound { return .unbound }
        return try m.call(record[0], args: try m.tupleFromIterable(item), keywords: .unbound)
    }

    // MARK: islice: 0 iterator, unbound at the end, 1 items taken, 2 next wanted, 3 stop or -1, 4 step

    static func newIslice(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.refuseKeywords(a, "islice")
        try m.checkCount(a, "islice", 2, 4)
        let hasStart = a.count > 3
        let start = hasStart ? try sliceArgument(m, a[2], default: 0) : 0
        let stopValue = hasStart ? a[3] : a[2]
        let stop = try sliceArgument(m, stopValue, default: -1)
        guard let start, let stop, stopValue.isNone || stop >= 0, start >= 0 else {
            let what =
                stop != nil && (stop != -1 || stopValue.isNone)
                ? "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                : "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            throw m.raise(.valueError, what)
        }
        let step = a.count > 4 ? try sliceArgument(m, a[4], default: 1) : 1
        guard let step, step >= 1 else {
            throw m.raise(.valueError, "Step for islice() must be a positive integer or None.")
        }
        return iterator(
            m, a, try m.iterator(of: a[1]), Value(small: 0), m.int(start), m.int(stop), m.int(step))
    }

    private static func sliceArgument(_ m: Machine, _ value: Value, default fallback: Int) throws(Raise) -> Int? {
        if value.isNone { return fallback }
        guard m.isIndexable(value) else { return nil }
        return m.intValue(try m.index(value))
    }

    static func nextIslice(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        var taken = m.intValue(record[1]) ?? 0
        let wanted = m.intValue(record[2]) ?? 0
        let stop = m.intValue(record[3]) ?? -1
        func end() -> Value {
            record[0] = .unbound
            return .unbound
        }
        while taken < wanted && (stop < 0 || taken < stop) {
            if try m.next(record[0]).isUnbound { return end() }
            taken += 1
            record[1] = m.int(taken)
        }
        if stop >= 0 && taken >= stop { return end() }
        let item = try m.next(record[0])
        if item.isUnbound { return end() }
        record[1] = m.int(taken + 1)
        let (next, overflow) = wanted.addingReportingOverflow(m.intValue(record[4]) ?? 1)
        record[2] = m.int(overflow || (stop >= 0 && next > stop) ? (stop >= 0 ? stop : Int.max) : next)
        return item
    }

    // MARK: pairwise: 0 iterator, unbound at the end, 1 previous item, unbound at the start

    static func newPairwise(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        iterator(m, a, try m.iterator(of: a[1]), .unbound)
    }

    static func nextPairwise(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        if record[1].isUnbound { record[1] = try m.next(record[0]) }
        guard record[1].isBound, record[0].isBound else {
            record[0] = .unbound
            return .unbound
        }
        let old = record[1]
        let new = try m.next(record[0])
        record[1] = new
        if new.isUnbound {
            record[0] = .unbound
            return .unbound
        }
        return m.tuple(old, new)
    }

    // MARK: zip_longest: 0 tuple of iterators, unbound where ended, 1 fill value, 2 how many go on

    static func newZipLongest(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var fill = Value.none
        for index in 0..<a.keywordCount {
            let name = Str(a.keywordName(index))
            guard name.equals("fillvalue") else {
                throw m.raise(.typeError, "zip_longest() got an unexpected keyword argument")
            }
            fill = a.keywordValue(index)
        }
        let iterators = m.makeTuple(count: a.count - 1)
        for index in 1..<max(1, a.count) { iterators[index - 1] = try m.iterator(of: a[index]) }
        return iterator(m, a, iterators.value, fill, m.int(a.count - 1))
    }

    static func nextZipLongest(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        let iterators = Tuple(record[0])
        guard record[2].smallInt > 0 else { return .unbound }
        let result = m.makeTuple(count: iterators.count)
        for index in 0..<iterators.count {
            result[index] = record[1]
            guard iterators[index].isBound else { continue }
            let item = try m.next(iterators[index])
            if item.isBound {
                result[index] = item
                continue
            }
            iterators[index] = .unbound
            record[2] = Value(small: record[2].smallInt - 1)
            if record[2].smallInt == 0 { return .unbound }
        }
        return result.value
    }

    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
}
