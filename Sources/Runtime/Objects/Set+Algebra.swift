// Union, intersection, difference and comparison of sets, in CPython's order of insertion.

extension SetMethods {
    // MARK: Building blocks

    /// A set for reading: the value itself if it is one, else a new set of its items.
    private static func asSet(_ m: Machine, _ value: Value) throws(Raise) -> SetRef {
        m.isSet(value) ? SetRef(value) : try m.setFromIterable(value)
    }

    /// The keys of `set` that are in `other` as well.
    private static func intersection(_ m: Machine, _ set: SetRef, _ other: Value) throws(Raise) -> SetRef {
        let result = m.set(frozen: isFrozen(m, set.value))
        if m.isSet(other) {
            var small = SetRef(other)
            var large = set
            if small.pointer == large.pointer { return try copy(m, set) }
            if small.count > large.count { swap(&small, &large) }
            for entry in small.entries where try m.setFind(large, entry.key, hash: entry.hash) >= 0 {
                m.setAppend(result, entry.key, hash: entry.hash)
            }
            return result
        }
        try m.iterate(other) { (key: Value) throws(Raise) -> Bool in
            let hash = try m.keyHash(key)
            if try m.setFind(set, key, hash: hash) >= 0 { try m.setAdd(result, key, hash: hash) }
            return true
        }
        return result
    }

    /// Removes the items of an iterable.
    static func removeAll(_ m: Machine, _ set: SetRef, of other: Value) throws(Raise) {
        if other == set.value {
            m.setClear(set)
        } else if m.isSet(other) {
            for entry in SetRef(other).entries { _ = try m.setDiscard(set, entry.key, hash: entry.hash) }
        } else {
            try m.iterate(other) { (key: Value) throws(Raise) -> Bool in
                _ = try m.setDiscard(set, key)
                return true
            }
        }
        m.setShedRemoved(set)
    }

    /// Removes the items of an iterable that are there, and adds the others.
    static func toggleAll(_ m: Machine, _ set: SetRef, of other: Value) throws(Raise) {
        if other == set.value { return m.setClear(set) }
        if m.typeOf(other) == m.type(.dict) {
            for entry in Dict(other).entries { try m.setToggle(set, entry.key, hash: entry.hash) }
            return
        }
        for entry in try asSet(m, other).entries { try m.setToggle(set, entry.key, hash: entry.hash) }
    }

    private static func difference(_ m: Machine, _ set: SetRef, _ other: Value) throws(Raise) -> SetRef {
        let isTable = m.isSet(other) || m.typeOf(other) == m.type(.dict)
        let otherCount = m.isSet(other) ? SetRef(other).count : isTable ? Dict(other).count : 0
        if !isTable || set.count >> 2 > otherCount {
            let result = try copy(m, set)
            try removeAll(m, result, of: other)
            return result
        }
        let result = m.set(frozen: isFrozen(m, set.value))
        for entry in set.entries {
            let isThere =
                m.isSet(other)
                ? try m.setFind(SetRef(other), entry.key, hash: entry.hash) >= 0
                : try m.dictFind(Dict(other), entry.key, hash: entry.hash) >= 0
            if !isThere { m.setAppend(result, entry.key, hash: entry.hash) }
        }
        return result
    }

    private static func isSubset(_ m: Machine, _ a: SetRef, of b: SetRef) throws(Raise) -> Bool {
        guard a.count <= b.count else { return false }
        for entry in a.entries where try m.setFind(b, entry.key, hash: entry.hash) < 0 { return false }
        return true
    }

    // MARK: Methods

    static func union(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuse(m, a, "union")
        let result = try copy(m, SetRef(a[0]))
        for index in 1..<max(1, a.count) where a[index] != a[0] { try m.setUpdate(result, a[index]) }
        return result.value
    }

    static func update(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuse(m, a, "update")
        for index in 1..<max(1, a.count) { try m.setUpdate(SetRef(a[0]), a[index]) }
        return .none
    }

    static func intersection(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuse(m, a, "intersection")
        if a.count == 1 { return try copy(m, SetRef(a[0])).value }
        var result = SetRef(a[0])
        for index in 1..<a.count { result = try intersection(m, result, a[index]) }
        return result.value
    }

    static func intersectionUpdate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuse(m, a, "intersection_update")
        let result = try intersection(m, a)
        m.setSwap(SetRef(a[0]), SetRef(result))
        return .none
    }

    static func difference(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuse(m, a, "difference")
        if a.count == 1 { return try copy(m, SetRef(a[0])).value }
        let result = try difference(m, SetRef(a[0]), a[1])
        for index in 2..<max(2, a.count) { try removeAll(m, result, of: a[index]) }
        return result.value
    }

    static func differenceUpdate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuse(m, a, "difference_update")
        for index in 1..<max(1, a.count) { try removeAll(m, SetRef(a[0]), of: a[index]) }
        return .none
    }

    static func symmetricDifference(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = m.set(frozen: isFrozen(m, a[0]))
        try m.setUpdate(result, a[1])
        try toggleAll(m, result, of: a[0])
        return result.value
    }

    static func symmetricDifferenceUpdate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try toggleAll(m, SetRef(a[0]), of: a[1])
        return .none
    }

    static func isDisjoint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let set = SetRef(a[0])
        if m.isSet(a[1]) {
            let other = SetRef(a[1])
            let (small, large) = other.count > set.count ? (set, other) : (other, set)
            for entry in small.entries where try m.setFind(large, entry.key, hash: entry.hash) >= 0 { return .false }
            return .true
        }
        var disjoint = true
        try m.iterate(a[1]) { (key: Value) throws(Raise) -> Bool in
            disjoint = !(try m.setContains(set, key))
            return disjoint
        }
        return Value(disjoint)
    }

    static func isSubset(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try isSubset(m, SetRef(a[0]), of: try asSet(m, a[1])))
    }

    static func isSuperset(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.isSet(a[1]) { return Value(try isSubset(m, SetRef(a[1]), of: SetRef(a[0]))) }
        var all = true
        try m.iterate(a[1]) { (key: Value) throws(Raise) -> Bool in
            all = try m.setContains(SetRef(a[0]), key)
            return all
        }
        return Value(all)
    }

    private static func refuse(_ m: Machine, _ a: Arguments, _ name: StaticString) throws(Raise) {
        if a.keywordCount > 0 {
            throw m.raise(.typeError, "\(isFrozen(m, a[0]) ? "frozenset" : "set").\(name)() takes no keyword arguments")
        }
    }

    // MARK: Operators

    static func and(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        return try intersection(m, SetRef(a[0]), a[1]).value
    }
    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        let result = try copy(m, SetRef(a[0]))
        try m.setMerge(result, SetRef(a[1]))
        return result.value
    }
    static func subtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        return try difference(m, SetRef(a[0]), a[1]).value
    }
    static func xor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        return try symmetricDifference(m, a)
    }
    static func reflectedAnd(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        return try intersection(m, SetRef(a[1]), a[0]).value
    }
    static func reflectedOr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        let result = try copy(m, SetRef(a[1]))
        try m.setMerge(result, SetRef(a[0]))
        return result.value
    }
    static func reflectedSubtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        return try difference(m, SetRef(a[1]), a[0]).value
    }
    static func reflectedXor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        let result = m.set(frozen: isFrozen(m, a[1]))
        try m.setMerge(result, SetRef(a[0]))
        try toggleAll(m, result, of: a[1])
        return result.value
    }

    static func andInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        m.setSwap(SetRef(a[0]), try intersection(m, SetRef(a[0]), a[1]))
        return a[0]
    }
    static func orInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        try m.setMerge(SetRef(a[0]), SetRef(a[1]))
        return a[0]
    }
    static func subtractInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        try removeAll(m, SetRef(a[0]), of: a[1])
        return a[0]
    }
    static func xorInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        try toggleAll(m, SetRef(a[0]), of: a[1])
        return a[0]
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard m.isSet(a[1]) else { return .notImplemented }
        let x = SetRef(a[0])
        let y = SetRef(a[1])
        switch op {
        case .equal: return Value(x.count == y.count ? try isSubset(m, x, of: y) : false)
        case .notEqual: return Value(x.count == y.count ? !(try isSubset(m, x, of: y)) : true)
        case .less: return Value(x.count < y.count ? try isSubset(m, x, of: y) : false)
        case .lessEqual: return Value(try isSubset(m, x, of: y))
        case .greater: return Value(y.count < x.count ? try isSubset(m, y, of: x) : false)
        case .greaterEqual: return Value(try isSubset(m, y, of: x))
        }
    }
}
