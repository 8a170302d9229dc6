// groupby and tee: several iterators that share one source.

extension Itertools {
    // MARK: groupby: 0 iterator, 1 key function or None, 2 key of the group handed out, 3 key and 4 value of the
    // current item, 5 the group handed out. A group: 0 the groupby, 1 its key.

    static func newGroupby(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        iterator(
            m, a, try m.iterator(of: a[1]), a[2].isUnbound ? .none : a[2], .unbound, .unbound, .unbound, .unbound)
    }

    private static func stepGroupby(_ m: Machine, _ groupby: Record) throws(Raise) -> Bool {
        let item = try m.next(groupby[0])
        if item.isUnbound { return false }
        let key = groupby[1].isNone ? item : try m.call(groupby[1], item)
        groupby[4] = item
        groupby[3] = key
        return true
    }

    static func nextGroupby(_ m: Machine, _ iterator: Value, group type: TypeRef) throws(Raise) -> Value {
        let groupby = Record(iterator)
        groupby[5] = .unbound
        while true {
            if groupby[3].isBound {
                if groupby[2].isUnbound { break }
                if !(try m.equals(groupby[2], groupby[3])) { break }
            }
            if !(try stepGroupby(m, groupby)) { return .unbound }
        }
        groupby[2] = groupby[3]
        let group = m.record(type, count: 2)
        group[0] = iterator
        group[1] = groupby[2]
        groupby[5] = group.value
        return m.tuple(groupby[3], group.value)
    }

    static func nextGroup(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let group = Record(iterator)
        let groupby = Record(group[0])
        guard groupby[5] == iterator else { return .unbound }
        if groupby[4].isUnbound, !(try stepGroupby(m, groupby)) { return .unbound }
        guard try m.equals(group[1], groupby[3]) else { return .unbound }
        let item = groupby[4]
        groupby[4] = .unbound
        return item
    }

    // MARK: tee: 0 node to come. A node: 0 the iterator, 1 its item, 2 the node behind it, unbound until asked for

    static func tee(_ m: Machine, _ a: Arguments, type: TypeRef, node nodeType: TypeRef) throws(Raise) -> Value {
        let count = a.count < 2 ? 2 : try m.sizeArgument(a[1])
        if count < 0 { throw m.raise(.valueError, "n must be >= 0") }
        try m.checkItems(count)
        let iterator = try m.iterator(of: a[0])
        let node: Value
        if m.typeOf(iterator) == type {
            node = Record(iterator)[0]
        } else {
            let first = m.record(nodeType, count: 3)
            first[0] = iterator
            node = first.value
        }
        let result = m.makeTuple(count: count)
        for index in 0..<count {
            let tee = m.record(type, count: 1)
            tee[0] = node
            result[index] = tee.value
        }
        return result.value
    }

    static func nextTee(_ m: Machine, _ iterator: Value, node nodeType: TypeRef) throws(Raise) -> Value {
        let tee = Record(iterator)
        let node = Record(tee[0])
        if node[2].isUnbound {
            let item = try m.next(node[0])
            if item.isUnbound { return .unbound }
            if node[2].isUnbound {
                let next = m.record(nodeType, count: 3)
                next[0] = node[0]
                node[1] = item
                node[2] = next.value
            }
        }
        tee[0] = node[2]
        return node[1]
    }

    static func copyTee(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let copy = m.record(m.typeOf(a[0]), count: 1)
        copy[0] = Record(a[0])[0]
        return copy.value
    }
}
