/// The methods of `set` and `frozenset`.
enum SetMethods {
    // MARK: Construction

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.set(type: TypeRef(a[0])).value }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.refuseKeywords(a, "set")
        guard a.count <= 2 else {
            throw m.raise(.typeError, "\(m.typeName(a[0])) expected at most 1 argument, got \(a.count - 1)")
        }
        let set = SetRef(a[0])
        m.setClear(set)
        if a.count > 1 { try m.setUpdate(set, a[1]) }
        return .none
    }

    static func newFrozen(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let cls = TypeRef(a[0])
        let isExact = cls == m.type(.frozenset)
        if isExact || m.lookup(cls, .__init__) == m.lookup(m.type(.object), .__init__) {
            try m.refuseKeywords(a, "frozenset")
        }
        try m.checkCount(a, "frozenset", 0, 1)
        if isExact {
            if a.count == 1 { return m.emptyFrozenSet }
            if m.typeOf(a[1]) == cls { return a[1] }
        }
        let set = m.set(type: cls)
        if a.count > 1 { try m.setUpdate(set, a[1]) }
        return isExact && set.count == 0 ? m.emptyFrozenSet : set.value
    }

    /// A new set with the keys of another; of the base type set or frozenset that the other derives from.
    static func copy(_ m: Machine, _ source: SetRef) throws(Raise) -> SetRef {
        let isFrozen = isFrozen(m, source.value)
        let result = m.set(frozen: isFrozen)
        try m.setMerge(result, source)
        return result
    }

    static func isFrozen(_ m: Machine, _ value: Value) -> Bool { m.typeOf(value).isSubtype(of: m.type(.frozenset)) }

    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.typeOf(a[0]) == m.type(.frozenset) { return a[0] }
        return try copy(m, SetRef(a[0])).value
    }

    // MARK: Looks

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(SetRef(a[0]).count) }

    static func sizeof(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let set = SetRef(a[0])
        return m.int(200 + (set.pointer.pointee.mask > 7 ? (set.pointer.pointee.mask + 1) * 16 : 0))
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let set = SetRef(a[0])
        let isPlain = m.typeOf(a[0]) == m.type(.set)
        let name = m.typeName(a[0])
        guard set.count > 0 else { return m.string("\(name)()") }
        guard m.reprEnter(a[0]) else { return m.string("\(name)(...)") }
        defer { m.reprLeave(a[0]) }
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        var builder = StringBuilder()
        defer { builder.discard() }
        if !isPlain {
            builder.append(name)
            builder.append("(")
        }
        builder.append("{")
        var isFirst = true
        let items = try m.listFromIterable(a[0])
        for index in 0..<items.count {
            if !isFirst { builder.append(", ") }
            isFirst = false
            try m.appendRepr(items[index], &builder)
        }
        builder.append("}")
        if !isPlain { builder.append(")") }
        return builder.finish(m)
    }

    /// CPython's hash of a frozenset: independent of the order.
    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let set = SetRef(a[0])
        if set.pointer.pointee.hash != 0 { return m.int(set.pointer.pointee.hash) }
        var hash: UInt = 0
        for slot in 0..<set.slots where set.key(at: slot).isBound {
            let item = UInt(bitPattern: set.entry(slot).pointee.hash)
            hash ^= ((item ^ 89_869_747) ^ (item << 16)) &* 3_644_798_167
        }
        hash ^= (UInt(bitPattern: set.count) &+ 1) &* 1_927_868_237
        hash ^= (hash >> 11) ^ (hash >> 25)
        hash = hash &* 69069 &+ 907_133_923
        if hash == UInt.max { hash = 590_923_713 }
        set.pointer.pointee.hash = Int(bitPattern: hash)
        return m.int(Int(bitPattern: hash))
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = m.record(.setIterator, count: 3)
        record[0] = a[0]
        record[1] = Value(small: 0)
        record[2] = Value(small: SetRef(a[0]).count)
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value) throws(Raise) -> Value {
        let record = Record(iterator)
        guard record[0].isBound else { return .unbound }
        let set = SetRef(record[0])
        guard set.count == record[2].smallInt else {
            record[2] = Value(small: -1)
            throw m.raise(.runtimeError, "Set changed size during iteration")
        }
        var slot = record[1].smallInt
        let slots = set.slots
        while slot < slots {
            let key = set.key(at: slot)
            slot &+= 1
            if key.isBound {
                record[1] = Value(small: slot)
                return key
            }
        }
        record[0] = .unbound
        return .unbound
    }

    static func lengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        guard record[0].isBound else { return Value(small: 0) }
        let set = SetRef(record[0])
        guard set.count == record[2].smallInt else { return Value(small: 0) }
        var left = 0
        var slot = record[1].smallInt
        while slot < set.slots {
            if set.key(at: slot).isBound { left += 1 }
            slot += 1
        }
        return m.int(left)
    }

    // MARK: Membership

    /// `item in set`; a set is looked for as the frozenset with the same keys.
    static func contains(_ m: Machine, _ set: SetRef, _ item: Value) throws(Raise) -> Bool {
        do throws(Raise) {
            return try m.setContains(set, item)
        } catch {
            guard let frozen = try frozenKey(m, item) else { throw error }
            return try m.setContains(set, frozen)
        }
    }

    /// After TypeError for an unhashable key that is a set: its frozen copy, the error cleared.
    private static func frozenKey(_ m: Machine, _ item: Value) throws(Raise) -> Value? {
        guard m.isSet(item), m.pendingMatches(.typeError) else { return nil }
        m.clearPending()
        let frozen = m.set(frozen: true)
        try m.setMerge(frozen, SetRef(item))
        return frozen.value
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try contains(m, SetRef(a[0]), a[1]))
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.setAdd(SetRef(a[0]), a[1])
        return .none
    }

    private static func discard(_ m: Machine, _ set: SetRef, _ item: Value) throws(Raise) -> Bool {
        do throws(Raise) {
            return try m.setDiscard(set, item)
        } catch {
            guard let frozen = try frozenKey(m, item) else { throw error }
            return try m.setDiscard(set, frozen)
        }
    }

    static func discard(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try discard(m, SetRef(a[0]), a[1])
        return .none
    }

    static func remove(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard try discard(m, SetRef(a[0]), a[1]) else { throw m.raise(.keyError, value: a[1]) }
        return .none
    }

    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let set = SetRef(a[0])
        guard set.count > 0 else { throw m.raise(.keyError, "pop from an empty set") }
        // Where the last one was found, so that popping all is linear.
        var slot = Int(set.pointer.pointee.header.aux) & set.pointer.pointee.mask
        while set.key(at: slot).isUnbound { slot = (slot &+ 1) & set.pointer.pointee.mask }
        let key = set.key(at: slot)
        m.setRemove(set, slot: slot)
        set.pointer.pointee.header.aux = UInt32(truncatingIfNeeded: slot &+ 1)
        return key
    }

    static func clear(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.setClear(SetRef(a[0]))
        return .none
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let state = m.typeOf(a[0]).isHeapType ? try m.call(try m.getAttribute(a[0], m.intern("__getstate__"))) : .none
        return m.tuple(m.typeOf(a[0]).value, m.tuple(try m.listFromIterable(a[0]).value), state)
    }
    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
}

extension Machine {
    /// The frozenset without items.
    var emptyFrozenSet: Value {
        if runtime.pointee.emptyFrozenSet.isUnbound { runtime.pointee.emptyFrozenSet = set(frozen: true).value }
        return runtime.pointee.emptyFrozenSet
    }

    /// A set of the items of an iterable.
    func setFromIterable(_ iterable: Value, frozen: Bool = false) throws(Raise) -> SetRef {
        let set = set(frozen: frozen)
        try setUpdate(set, iterable)
        return set
    }

    /// Adds the items of an iterable.
    func setUpdate(_ set: SetRef, _ iterable: Value) throws(Raise) {
        if isSet(iterable) { return try setMerge(set, SetRef(iterable)) }
        if iterable.isKind(.dict), typeOf(iterable) == type(.dict) {
            let dict = Dict(iterable)
            setReserve(set, more: dict.count)
            for entry in dict.entries { try setAdd(set, entry.key, hash: entry.hash) }
            return
        }
        try iterate(iterable) { (item: Value) throws(Raise) -> Bool in
            try setAdd(set, item)
            return true
        }
    }

    /// The methods of set and frozenset.
    func installSetTypes() {
        let common =
            [
                Native("__repr__", .none, style: .slot, SetMethods.repr),
                Native("__len__", .none, style: .slot, SetMethods.length),
                Native("__iter__", .none, style: .slot, SetMethods.iterator),
                Native("__contains__", .one, SetMethods.contains),
                Native("__and__", .one, style: .slot, SetMethods.and),
                Native("__rand__", .one, style: .slot, SetMethods.reflectedAnd),
                Native("__or__", .one, style: .slot, SetMethods.or),
                Native("__ror__", .one, style: .slot, SetMethods.reflectedOr),
                Native("__sub__", .one, style: .slot, SetMethods.subtract),
                Native("__rsub__", .one, style: .slot, SetMethods.reflectedSubtract),
                Native("__xor__", .one, style: .slot, SetMethods.xor),
                Native("__rxor__", .one, style: .slot, SetMethods.reflectedXor),
                Native("__reduce__", .none, SetMethods.reduce),
                Native("__sizeof__", .none, SetMethods.sizeof),
                Native("copy", .none, SetMethods.copy),
                Native("difference", .any, SetMethods.difference),
                Native("intersection", .any, SetMethods.intersection),
                Native("isdisjoint", .one, SetMethods.isDisjoint),
                Native("issubset", .one, SetMethods.isSubset),
                Native("issuperset", .one, SetMethods.isSuperset),
                Native("symmetric_difference", .one, SetMethods.symmetricDifference),
                Native("union", .any, SetMethods.union),
                Native("__class_getitem__", .one, style: .classMethod, SetMethods.classGetItem),
            ] + comparisons(SetMethods.compare)
        define(
            .set, doc: "An unordered collection of different hashable items.",
            methods: common + [
                Native("__new__", .any, style: .new, SetMethods.new),
                Native("__init__", .any, style: .slot, SetMethods.initialize),
                Native("__iand__", .one, style: .slot, SetMethods.andInPlace),
                Native("__ior__", .one, style: .slot, SetMethods.orInPlace),
                Native("__isub__", .one, style: .slot, SetMethods.subtractInPlace),
                Native("__ixor__", .one, style: .slot, SetMethods.xorInPlace),
                Native("add", .one, SetMethods.add),
                Native("clear", .none, SetMethods.clear),
                Native("difference_update", .any, SetMethods.differenceUpdate),
                Native("discard", .one, SetMethods.discard),
                Native("intersection_update", .any, SetMethods.intersectionUpdate),
                Native("pop", .none, SetMethods.pop),
                Native("remove", .one, SetMethods.remove),
                Native("symmetric_difference_update", .one, SetMethods.symmetricDifferenceUpdate),
                Native("update", .any, SetMethods.update),
            ])
        define(
            .frozenset, doc: "An unordered collection of different hashable items that can't change.",
            methods: common + [
                Native("__new__", .any, style: .new, SetMethods.newFrozen),
                Native("__hash__", .none, style: .slot, SetMethods.hash),
            ])
        defineIterator(
            .setIterator, next: SetMethods.next,
            methods: [Native("__length_hint__", .none, SetMethods.lengthHint)])
    }
}
