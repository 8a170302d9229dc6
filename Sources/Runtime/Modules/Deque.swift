/// A `collections.deque`: a record of five values.
///
///     0  list used as a ring: as many items as it has room for, unbound where empty
///     1  place of the first item     2  number of items     3  maxlen, or None     4  number of changes
struct DequeRef {
    let record: Record
    @inline(__always) init(_ value: Value) { record = Record(value) }
    @inline(__always) var value: Value { record.value }
    @inline(__always) var ring: List { List(record[0]) }
    @inline(__always) var head: Int {
        get { record[1].smallInt }
        nonmutating set { record[1] = Value(small: newValue) }
    }
    @inline(__always) var count: Int {
        get { record[2].smallInt }
        nonmutating set { record[2] = Value(small: newValue) }
    }
    /// The most items it may have, or nil.
    @inline(__always) var limit: Int? { record[3].isNone ? nil : record[3].smallInt }
    @inline(__always) var changes: Value { record[4] }
    @inline(__always) func noteChange() { record[4] = Value(small: (record[4].smallInt &+ 1) & 0xFFFF_FFFF_FFFF) }

    /// Where the item number `index` lies; the room is a power of two.
    @inline(__always) func place(_ index: Int) -> Int { (head &+ index) & (ring.count &- 1) }
    @inline(__always) subscript(index: Int) -> Value {
        get { ring[place(index)] }
        nonmutating set { ring[place(index)] = newValue }
    }

    /// Makes room for one more item.
    @inline(__always)
    func makeRoom(_ m: Machine) { if count == ring.count { grow(m) } }

    private func grow(_ m: Machine) {
        let old = ring
        let capacity = max(8, old.count * 2)
        let new = m.list(capacity: capacity)
        for index in 0..<count { new.append(m, self[index]) }
        while new.count < capacity { new.append(m, .unbound) }
        record[0] = new.value
        head = 0
    }

    func append(_ m: Machine, _ item: Value) {
        makeRoom(m)
        let end = count
        count = end + 1
        self[end] = item
        noteChange()
        if let limit, count > limit { _ = popFirst() }
    }

    func prepend(_ m: Machine, _ item: Value) {
        makeRoom(m)
        head = (head &- 1) & (ring.count &- 1)
        count += 1
        self[0] = item
        noteChange()
        if let limit, count > limit { _ = popLast() }
    }

    /// Removes the first item; there must be one.
    func popFirst() -> Value {
        let item = self[0]
        self[0] = .unbound
        head = (head &+ 1) & (ring.count &- 1)
        count -= 1
        noteChange()
        return item
    }

    /// Removes the last item; there must be one.
    func popLast() -> Value {
        let item = self[count - 1]
        self[count - 1] = .unbound
        count -= 1
        noteChange()
        return item
    }

    /// Removes the item at an index below `count`.
    func remove(at index: Int) {
        if index < count / 2 {
            var place = index
            while place > 0 {
                self[place] = self[place - 1]
                place -= 1
            }
            _ = popFirst()
        } else {
            for place in index..<(count - 1) { self[place] = self[place + 1] }
            _ = popLast()
        }
    }
}

/// The methods of deque.
enum DequeMethods {
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = Record(m.allocateInstance(of: TypeRef(a[0])))
        clear(m, deque)
        deque[3] = .none
        deque[4] = Value(small: 0)
        return deque.value
    }

    private static func clear(_ m: Machine, _ deque: Record) {
        deque[0] = m.list().value
        deque[1] = Value(small: 0)
        deque[2] = Value(small: 0)
    }

    /// Raises RuntimeError when a comparison has changed the deque.
    private static func check(_ m: Machine, _ deque: DequeRef, _ changes: Value) throws(Raise) {
        if deque.changes != changes { throw m.raise(.runtimeError, "deque mutated during iteration") }
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        deque.record[3] = .none
        if a[2].isBound && !a[2].isNone {
            guard m.isInt(a[2]) else { throw m.raise(.typeError, "an integer is required") }
            let limit = try m.sizeArgument(a[2])
            if limit < 0 { throw m.raise(.valueError, "maxlen must be non-negative") }
            deque.record[3] = m.int(min(limit, Value.maxSmallInt))
        }
        if deque.count > 0 { clear(m, deque.record) }
        if a[1].isBound { try extend(m, deque, a[1]) }
        return .none
    }

    private static func extend(_ m: Machine, _ deque: DequeRef, _ iterable: Value) throws(Raise) {
        let source = iterable == deque.value ? try m.listFromIterable(iterable).value : iterable
        try m.iterate(source) { (item: Value) throws(Raise) -> Bool in
            deque.append(m, item)
            return true
        }
    }

    static func append(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        DequeRef(a[0]).append(m, a[1])
        return .none
    }
    static func appendLeft(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        DequeRef(a[0]).prepend(m, a[1])
        return .none
    }
    static func extend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try extend(m, DequeRef(a[0]), a[1])
        return .none
    }
    static func extendLeft(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        let source = a[1] == a[0] ? try m.listFromIterable(a[1]).value : a[1]
        try m.iterate(source) { (item: Value) throws(Raise) -> Bool in
            deque.prepend(m, item)
            return true
        }
        return .none
    }
    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        if deque.count == 0 { throw m.raise(.indexError, "pop from an empty deque") }
        return deque.popLast()
    }
    static func popLeft(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        if deque.count == 0 { throw m.raise(.indexError, "pop from an empty deque") }
        return deque.popFirst()
    }
    static func clear(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        clear(m, Record(a[0]))
        DequeRef(a[0]).noteChange()
        return .none
    }

    static func rotate(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        var steps = a.count > 1 ? try m.sizeArgument(a[1]) : 1
        guard deque.count > 1 else { return .none }
        steps %= deque.count
        if steps > deque.count / 2 { steps -= deque.count }
        if steps < -(deque.count / 2) { steps += deque.count }
        let limit = deque.record[3]
        deque.record[3] = .none
        while steps > 0 {
            deque.prepend(m, deque.popLast())
            steps -= 1
        }
        while steps < 0 {
            deque.append(m, deque.popFirst())
            steps += 1
        }
        deque.record[3] = limit
        return .none
    }

    static func reverse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        var low = 0
        var high = deque.count - 1
        while low < high {
            let item = deque[low]
            deque[low] = deque[high]
            deque[high] = item
            low += 1
            high -= 1
        }
        deque.noteChange()
        return .none
    }

    /// A new deque of the same class, items and maxlen.
    /// `(type, ((), maxlen), attributes, iterator)`.
    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let state = try m.call(try m.getAttribute(a[0], m.intern("__getstate__")))
        let limit = Record(a[0])[3]
        let args = limit.isNone ? m.tuple() : m.tuple(m.tuple(), limit)
        return m.tuple(m.typeOf(a[0]).value, args, state, try m.iterator(of: a[0]))
    }

    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = m.typeOf(a[0])
        if type.isHeapType { return try m.call(type.value, a[0], Record(a[0])[3]) }
        let result = Record(m.allocateInstance(of: type))
        clear(m, result)
        result[3] = Record(a[0])[3]
        result[4] = Value(small: 0)
        try extend(m, DequeRef(result.value), a[0])
        return result.value
    }

    // MARK: Items

    /// The index of an item, counted from the end when negative.
    private static func index(_ m: Machine, _ deque: DequeRef, _ key: Value) throws(Raise) -> Int {
        guard m.isIndexable(key) else {
            throw m.raise(.typeError, "sequence index must be integer, not '\(m.typeName(key))'")
        }
        guard let index = try m.sequenceIndex(key, count: { deque.count }) else {
            throw m.raise(.indexError, "deque index out of range")
        }
        return index
    }
    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        DequeRef(a[0])[try index(m, DequeRef(a[0]), a[1])]
    }
    static func setItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        DequeRef(a[0])[try index(m, DequeRef(a[0]), a[1])] = a[2]
        return .none
    }
    static func deleteItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        DequeRef(a[0]).remove(at: try index(m, DequeRef(a[0]), a[1]))
        return .none
    }
    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(DequeRef(a[0]).count) }

    /// The index of the first equal item in `from..<to`, or -1.
    private static func find(_ m: Machine, _ deque: DequeRef, _ item: Value, _ from: Int, _ to: Int) throws(Raise)
        -> Int
    {
        let changes = deque.changes
        var index = from
        while index < min(to, deque.count) {
            let isEqual = try m.equals(deque[index], item)
            try check(m, deque, changes)
            if isEqual { return index }
            index += 1
        }
        return -1
    }
    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try find(m, DequeRef(a[0]), a[1], 0, Int.max) >= 0)
    }
    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        let changes = deque.changes
        var total = 0
        var index = 0
        while index < deque.count {
            if try m.equals(deque[index], a[1]) { total += 1 }
            try check(m, deque, changes)
            index += 1
        }
        return m.int(total)
    }
    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        let from = try m.bound(a.optional(2), count: deque.count, default: 0, orNone: false)
        let to = try m.bound(a.optional(3), count: deque.count, default: Int.max, orNone: false)
        let index = try find(m, deque, a[1], from, to)
        if index < 0 { throw m.raise(.valueError, "\(m.swiftString(try m.repr(a[1]))) is not in deque") }
        return m.int(index)
    }
    static func insert(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        var index = try m.sizeArgument(a[1])
        if let limit = deque.limit, deque.count >= limit {
            throw m.raise(.indexError, "deque already at its maximum size")
        }
        if index < 0 { index = max(0, index &+ deque.count) }
        index = min(index, deque.count)
        deque.append(m, a[2])
        var place = deque.count - 1
        while place > index {
            deque[place] = deque[place - 1]
            place -= 1
        }
        deque[index] = a[2]
        return .none
    }
    static func remove(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = DequeRef(a[0])
        let changes = deque.changes
        var index = -1
        do throws(Raise) {
            index = try find(m, deque, a[1], 0, Int.max)
        } catch {
            guard deque.changes != changes, m.pendingMatches(.runtimeError) else { throw error }
            m.clearPending()
            throw m.raise(.indexError, "deque mutated during iteration")
        }
        if index < 0 { throw m.raise(.valueError, "\(m.swiftString(try m.repr(a[1]))) is not in deque") }
        DequeRef(a[0]).remove(at: index)
        return .none
    }

    // MARK: Operators

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.reprEnter(a[0]) else { return m.string("[...]") }
        defer { m.reprLeave(a[0]) }
        let items = try m.listFromIterable(a[0])
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(m.typeName(m.typeOf(a[0])))
        builder.append("(")
        builder.append(try m.repr(items.value))
        if let limit = DequeRef(a[0]).limit { builder.append(", maxlen=\(limit)") }
        builder.append(")")
        return builder.finish(m)
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        let type = m.typeOf(a[0])
        guard m.typeOf(a[1]) == type || DequeMethods.isDeque(m, a[1]) else { return .notImplemented }
        return try m.compare(op, try m.listFromIterable(a[0]).value, try m.listFromIterable(a[1]).value)
    }

    /// Whether a value is a deque: its class inherits this `popleft`.
    static func isDeque(_ m: Machine, _ value: Value) -> Bool {
        guard value.isKind(.record) else { return false }
        let mro = m.typeOf(value).mro
        for index in 0..<mro.count {
            let type = TypeRef(mro[index])
            if !type.isHeapType, Str(type.pointer.pointee.name).equals("deque") { return true }
        }
        return false
    }

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard isDeque(m, a[1]) else {
            throw m.raise(.typeError, "can only concatenate deque (not \"\(m.typeName(a[1]))\") to deque")
        }
        let result = try copy(m, a)
        try extend(m, DequeRef(result), a[1])
        return result
    }
    static func addInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try extend(m, DequeRef(a[0]), a[1])
        return a[0]
    }
    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = try copy(m, a)
        try repeatInPlace(m, DequeRef(result), a[1])
        return result
    }
    static func multiplyInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try repeatInPlace(m, DequeRef(a[0]), a[1])
        return a[0]
    }
    private static func repeatInPlace(_ m: Machine, _ deque: DequeRef, _ factor: Value) throws(Raise) {
        let times = try m.repetitions(factor)
        if times == 0 { return clear(m, deque.record) }
        if deque.count == 0 { return }
        let items = try m.listFromIterable(deque.value)
        _ = try ListMethods.checkRepeated(m, items.count, min(times, deque.limit ?? times))
        for _ in 1..<max(1, deque.limit.map { min(times, $0 + 1) } ?? times) {
            for index in 0..<items.count { deque.append(m, items[index]) }
        }
    }

    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }

    // MARK: Iterators: 0 the deque, 1 items to come, 2 changes at the start

    static func iterator(_ m: Machine, _ deque: Value, _ type: TypeRef) -> Value {
        let record = m.record(type, count: 3)
        record[0] = deque
        record[1] = m.int(DequeRef(deque).count)
        record[2] = DequeRef(deque).changes
        return record.value
    }

    static func next(_ m: Machine, _ iterator: Value, isReversed: Bool) throws(Raise) -> Value {
        let record = Record(iterator)
        let deque = DequeRef(record[0])
        let left = record[1].smallInt
        if deque.changes != record[2] {
            record[1] = Value(small: 0)
            throw m.raise(.runtimeError, "deque mutated during iteration")
        }
        guard left > 0 else { return .unbound }
        record[1] = Value(small: left - 1)
        return isReversed ? deque[left - 1] : deque[deque.count - left]
    }

    static func lengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { Record(a[0])[1] }

    /// `type(iter(deque()))(deque, index=0)`: an iterator that has passed `index` items.
    static func newIterator(_ m: Machine, _ a: Arguments, of type: TypeRef) throws(Raise) -> Value {
        guard a.count > 1 else { throw m.raise(.typeError, "function takes at least 1 argument (0 given)") }
        guard a.count < 4 else {
            throw m.raise(.typeError, "function takes at most 2 arguments (\(a.count - 1) given)")
        }
        guard a[1].isCell, m.typeOf(a[1]).isSubtype(of: type) else {
            throw m.raise(.typeError, "argument 1 must be collections.deque, not \(m.typeName(a[1]))")
        }
        let passed = a.count > 2 ? try m.sizeArgument(a[2]) : 0
        let iterator = iterator(m, a[1], TypeRef(a[0]))
        let count = DequeRef(a[1]).count
        Record(iterator)[1] = m.int(count - min(max(passed, 0), count))
        return iterator
    }

    static func reduceIterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let deque = Record(a[0])[0]
        return m.tuple(
            m.typeOf(a[0]).value, m.tuple(deque, m.int(DequeRef(deque).count - Record(a[0])[1].smallInt)))
    }
}
