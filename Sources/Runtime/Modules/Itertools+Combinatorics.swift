// The combinatoric iterators of itertools: records of the pool (a tuple) and lists of indices.

extension Itertools {
    private static func size(_ m: Machine, _ value: Value) throws(Raise) -> Int {
        let size = try m.sizeArgument(value)
        if size < 0 { throw m.raise(.valueError, "r must be non-negative") }
        return size
    }

    private static func indices(_ m: Machine, count: Int, _ value: (Int) -> Int) throws(Raise) -> List {
        try m.checkItems(count)
        let list = m.list(capacity: count)
        for index in 0..<count { list.append(m, Value(small: value(index))) }
        return list
    }

    /// The items of the pool at the first `count` indices.
    private static func pick(_ m: Machine, _ pool: Tuple, _ indices: List, _ count: Int) -> Value {
        if count == 0 { return m.tuple() }
        let result = m.makeTuple(count: count)
        for index in 0..<count { result[index] = pool[indices[index].smallInt] }
        return result.value
    }

    // MARK: combinations: 0 pool, 1 indices, 2 True once begun, 3 True at the end

    static func newCombinations(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let pool = try m.tupleFromIterable(a[1])
        let count = try size(m, a[2])
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = pool
        record[3] = Value(count > Tuple(pool).count)
        record[1] = record[3].isTrue ? m.list().value : try indices(m, count: count) { $0 }.value
        record[2] = .false
        return record.value
    }

    static func nextCombinations(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[3].isFalse else { return .unbound }
        let pool = Tuple(record[0])
        let indices = List(record[1])
        let count = indices.count
        if record[2].isFalse {
            record[2] = .true
            return pick(m, pool, indices, count)
        }
        var position = count - 1
        while position >= 0 && indices[position].smallInt == position + pool.count - count { position -= 1 }
        guard position >= 0 else {
            record[3] = .true
            return .unbound
        }
        var value = indices[position].smallInt + 1
        while position < count {
            indices[position] = Value(small: value)
            position += 1
            value += 1
        }
        return pick(m, pool, indices, count)
    }

    static func newCombinationsWithReplacement(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let pool = try m.tupleFromIterable(a[1])
        let count = try size(m, a[2])
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = pool
        record[1] = try indices(m, count: count) { _ in 0 }.value
        record[2] = .false
        record[3] = Value(count > 0 && Tuple(pool).count == 0)
        return record.value
    }

    static func nextCombinationsWithReplacement(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[3].isFalse else { return .unbound }
        let pool = Tuple(record[0])
        let indices = List(record[1])
        let count = indices.count
        if record[2].isFalse {
            record[2] = .true
            return pick(m, pool, indices, count)
        }
        var position = count - 1
        while position >= 0 && indices[position].smallInt == pool.count - 1 { position -= 1 }
        guard position >= 0 else {
            record[3] = .true
            return .unbound
        }
        let value = Value(small: indices[position].smallInt + 1)
        while position < count {
            indices[position] = value
            position += 1
        }
        return pick(m, pool, indices, count)
    }

    // MARK: permutations: 0 pool, 1 indices, 2 cycles, 3 True once begun, 4 True at the end

    static func newPermutations(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let pool = try m.tupleFromIterable(a[1])
        let total = Tuple(pool).count
        var count = total
        if a[2].isBound && !a[2].isNone {
            guard m.isInt(a[2]) else { throw m.raise(.typeError, "Expected int as r") }
            count = try size(m, a[2])
        }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = pool
        record[1] = try indices(m, count: total) { $0 }.value
        record[4] = Value(count > total)
        record[2] = record[4].isTrue ? m.list().value : try indices(m, count: count) { total - $0 }.value
        record[3] = .false
        return record.value
    }

    static func nextPermutations(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[4].isFalse else { return .unbound }
        let pool = Tuple(record[0])
        let indices = List(record[1])
        let cycles = List(record[2])
        let count = cycles.count
        let total = indices.count
        if record[3].isFalse {
            record[3] = .true
            return pick(m, pool, indices, count)
        }
        var position = count - 1
        while position >= 0 {
            let cycle = cycles[position].smallInt - 1
            if cycle == 0 {
                let index = indices[position]
                for place in position..<(total - 1) { indices[place] = indices[place + 1] }
                indices[total - 1] = index
                cycles[position] = Value(small: total - position)
            } else {
                cycles[position] = Value(small: cycle)
                let index = indices[position]
                indices[position] = indices[total - cycle]
                indices[total - cycle] = index
                return pick(m, pool, indices, count)
            }
            position -= 1
        }
        record[4] = .true
        return .unbound
    }

    // MARK: product: 0 tuple of pools, 1 indices, unbound at the start, 2 True at the end

    static func newProduct(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var times = 1
        for index in 0..<a.keywordCount {
            guard Str(a.keywordName(index)).equals("repeat") else {
                throw m.unexpectedKeyword("product", a.keywordName(index), among: ["repeat"], given: a.keywordCount)
            }
            times = try m.sizeArgument(a.keywordValue(index))
            if times < 0 { throw m.raise(.valueError, "repeat argument cannot be negative") }
        }
        let given = a.count - 1
        let (count, overflow) = given.multipliedReportingOverflow(by: times)
        if overflow { throw m.raise(.overflowError, "repeat argument too large") }
        try m.checkItems(count)
        let pools = m.makeTuple(count: count)
        for index in 0..<min(given, count) { pools[index] = try m.tupleFromIterable(a[index + 1]) }
        if given < count { for index in given..<count { pools[index] = pools[index - given] } }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[0] = pools.value
        record[2] = .false
        return record.value
    }

    static func nextProduct(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[2].isFalse else { return .unbound }
        let pools = Tuple(record[0])
        let count = pools.count
        if record[1].isUnbound {
            record[1] = try indices(m, count: count) { _ in 0 }.value
            for index in 0..<count where Tuple(pools[index]).count == 0 {
                record[2] = .true
                return .unbound
            }
        } else {
            let indices = List(record[1])
            var position = count - 1
            while position >= 0 {
                let next = indices[position].smallInt + 1
                if next < Tuple(pools[position]).count {
                    indices[position] = Value(small: next)
                    break
                }
                indices[position] = Value(small: 0)
                position -= 1
            }
            guard position >= 0 else {
                record[2] = .true
                return .unbound
            }
        }
        if count == 0 { return m.tuple() }
        let indices = List(record[1])
        let result = m.makeTuple(count: count)
        for index in 0..<count { result[index] = Tuple(pools[index])[indices[index].smallInt] }
        return result.value
    }
}
