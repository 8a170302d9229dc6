/// Views and iterators of dicts. A view is a record of the dict. An iterator is a record of
///
///     0  the dict, unbound at the end      2  the number of items at the start, -1 once that has changed
///     1  the entry to look at next         3  items still to come
enum DictViewMethods {
    /// What a view or iterator yields.
    enum Part {
        case keys, values, items
    }

    // MARK: Making views and iterators

    private static func view(_ m: Machine, _ type: BuiltinType, _ dict: Value) -> Value {
        let record = m.record(type, count: 1)
        record[0] = dict
        return record.value
    }

    static func keys(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { view(m, .dictKeys, a[0]) }
    static func values(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { view(m, .dictValues, a[0]) }
    static func items(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { view(m, .dictItems, a[0]) }

    static func makeIterator(_ m: Machine, _ dict: Dict, _ part: Part, isReversed: Bool = false) -> Value {
        let type: BuiltinType
        switch part {
        case .keys: type = isReversed ? .dictReversekeyiterator : .dictKeyiterator
        case .values: type = isReversed ? .dictReversevalueiterator : .dictValueiterator
        case .items: type = isReversed ? .dictReverseitemiterator : .dictItemiterator
        }
        let record = m.record(type, count: 4)
        record[0] = dict.value
        record[1] = Value(small: isReversed ? dict.used - 1 : 0)
        record[2] = Value(small: dict.count)
        record[3] = record[2]
        return record.value
    }

    static func iterateDict(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        makeIterator(m, Dict(a[0]), .keys)
    }
    static func reverseDict(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        makeIterator(m, Dict(a[0]), .keys, isReversed: true)
    }

    /// The dict behind a view.
    @inline(__always) static func dict(_ view: Value) -> Dict { Dict(Record(view)[0]) }

    // MARK: Iteration

    /// RuntimeError: the dict has changed while it is iterated. An OrderedDict, which is a class of the library, says so
    /// in its own words.
    private static func raiseChanged(
        _ m: Machine, _ dict: Dict, _ message: String = "dictionary changed size during iteration"
    ) -> Raise {
        let mro = m.typeOf(dict.value).mro
        for index in 0..<mro.count
        where TypeRef(mro[index]).flags.contains(.namedWithModule)
            && Str(TypeRef(mro[index]).pointer.pointee.name).equals("OrderedDict")
        {
            return m.raise(.runtimeError, "OrderedDict mutated during iteration")
        }
        return m.raise(.runtimeError, message)
    }

    /// The entry that an iterator comes to next, or -1 at the end.
    @inline(__always)
    private static func advance(_ m: Machine, _ iterator: Value, by step: Int) throws(Raise) -> Int {
        let record = Record(iterator)
        guard record[0].isBound else { return -1 }
        let dict = Dict(record[0])
        guard dict.count == record[2].smallInt else {
            record[2] = Value(small: -1)
            throw raiseChanged(m, dict)
        }
        var number = record[1].smallInt
        if step < 0 { number = min(number, dict.used &- 1) }
        while number >= 0 && number < dict.used && dict.key(at: number) == .deleted { number &+= step }
        guard number >= 0 && number < dict.used else {
            record[0] = .unbound
            return -1
        }
        guard record[3].smallInt > 0 else {
            record[0] = .unbound
            throw raiseChanged(m, dict, "dictionary keys changed during iteration")
        }
        record[1] = Value(small: number &+ step)
        record[3] = Value(small: record[3].smallInt &- 1)
        return number
    }

    /// The item of an entry, or unbound for -1.
    @inline(__always)
    private static func part(_ m: Machine, _ iterator: Value, _ part: Part, step: Int) throws(Raise) -> Value {
        let number = try advance(m, iterator, by: step)
        guard number >= 0 else { return .unbound }
        let dict = Dict(Record(iterator)[0])
        switch part {
        case .keys: return dict.key(at: number)
        case .values: return dict.value(at: number)
        case .items: return m.tuple(dict.key(at: number), dict.value(at: number))
        }
    }

    static func nextKey(_ m: Machine, _ i: Value) throws(Raise) -> Value { try part(m, i, .keys, step: 1) }
    static func nextValue(_ m: Machine, _ i: Value) throws(Raise) -> Value { try part(m, i, .values, step: 1) }
    static func nextItem(_ m: Machine, _ i: Value) throws(Raise) -> Value { try part(m, i, .items, step: 1) }
    /// Key and value into two registers; the result is `.deleted`, or unbound at the end.
    static func nextItem(_ m: Machine, _ iterator: Value, into registers: UnsafeMutablePointer<Value>) throws(Raise)
        -> Value
    {
        let number = try advance(m, iterator, by: 1)
        guard number >= 0 else { return .unbound }
        let dict = Dict(Record(iterator)[0])
        registers[0] = dict.key(at: number)
        registers[1] = dict.value(at: number)
        return .deleted
    }
    static func previousKey(_ m: Machine, _ i: Value) throws(Raise) -> Value { try part(m, i, .keys, step: -1) }
    static func previousValue(_ m: Machine, _ i: Value) throws(Raise) -> Value { try part(m, i, .values, step: -1) }
    static func previousItem(_ m: Machine, _ i: Value) throws(Raise) -> Value { try part(m, i, .items, step: -1) }

    static func lengthHint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        guard record[0].isBound, Dict(record[0]).count == record[2].smallInt else { return Value(small: 0) }
        return record[3]
    }

    // MARK: Views

    static func part(of view: Value, _ m: Machine) -> Part {
        let type = m.typeOf(view)
        return type == m.type(.dictKeys) ? .keys : type == m.type(.dictItems) ? .items : .values
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        makeIterator(m, dict(a[0]), part(of: a[0], m))
    }
    static func reversed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        makeIterator(m, dict(a[0]), part(of: a[0], m), isReversed: true)
    }
    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(dict(a[0]).count) }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.reprEnter(a[0]) else { return m.string("...") }
        defer { m.reprLeave(a[0]) }
        let items = try m.listFromIterable(a[0])
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(m.typeName(a[0]))
        builder.append("(")
        builder.append(try m.repr(items.value))
        builder.append(")")
        return builder.finish(m)
    }

    static func mapping(_ m: Machine, _ view: Value) throws(Raise) -> Value { m.makeMappingProxy(Record(view)[0]) }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try contains(m, a[0], a[1]))
    }

    static func contains(_ m: Machine, _ view: Value, _ item: Value) throws(Raise) -> Bool {
        let dict = dict(view)
        if part(of: view, m) == .keys { return try m.dictContains(dict, item) }
        guard item.isKind(.tuple), Tuple(item).count == 2 else { return false }
        let found = try m.dictGet(dict, Tuple(item)[0])
        return found.isBound ? try m.equals(found, Tuple(item)[1]) : false
    }

    // MARK: Set operations of keys and items

    private static func isView(_ m: Machine, _ value: Value) -> Bool {
        guard value.isCell else { return false }
        return value.cell.type == m.type(.dictKeys) || value.cell.type == m.type(.dictItems)
    }

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard isView(m, a[1]) || m.isSet(a[1]) else { return .notImplemented }
        let x = dict(a[0]).count
        let y = try m.length(a[1])
        switch op {
        case .equal: return Value(x == y ? try isContained(m, a[0], in: a[1]) : false)
        case .notEqual: return Value(x == y ? !(try isContained(m, a[0], in: a[1])) : true)
        case .less: return Value(x < y ? try isContained(m, a[0], in: a[1]) : false)
        case .lessEqual: return Value(x <= y ? try isContained(m, a[0], in: a[1]) : false)
        case .greater: return Value(x > y ? try isContained(m, a[1], in: a[0]) : false)
        case .greaterEqual: return Value(x >= y ? try isContained(m, a[1], in: a[0]) : false)
        }
    }

    private static func isContained(_ m: Machine, _ view: Value, in other: Value) throws(Raise) -> Bool {
        let iterator = try m.iterator(of: view)
        while true {
            let item = try m.next(iterator)
            if item.isUnbound { return true }
            if !(try m.contains(other, item)) { return false }
        }
    }

    private static func intersection(_ m: Machine, _ left: Value, _ right: Value) throws(Raise) -> Value {
        var view = left
        var other = right
        if !isView(m, view) { swap(&view, &other) }
        if isView(m, other), dict(other).count > dict(view).count { swap(&view, &other) }
        let result = m.set()
        if m.typeOf(other) == m.type(.set), dict(view).count <= SetRef(other).count {
            try m.iterate(view) { (item: Value) throws(Raise) -> Bool in
                if try m.setContains(SetRef(other), item) { try m.setAdd(result, item) }
                return true
            }
            return result.value
        }
        try m.iterate(other) { (item: Value) throws(Raise) -> Bool in
            if try contains(m, view, item) { try m.setAdd(result, item) }
            return true
        }
        return result.value
    }

    static func and(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try intersection(m, a[0], a[1]) }
    static func or(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try union(m, a[0], a[1]) }
    static func subtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try difference(m, a[0], a[1]) }
    static func xor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try symmetricDifference(m, a[0], a[1]) }

    // The reflected forms: the view is `a[0]`, the left operand `a[1]`.
    static func reflectedAnd(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try intersection(m, a[1], a[0]) }
    static func reflectedOr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try union(m, a[1], a[0]) }
    static func reflectedSubtract(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try difference(m, a[1], a[0]) }
    static func reflectedXor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try symmetricDifference(m, a[1], a[0])
    }

    private static func union(_ m: Machine, _ left: Value, _ right: Value) throws(Raise) -> Value {
        let result = try m.setFromIterable(left)
        try m.setUpdate(result, right)
        return result.value
    }

    private static func difference(_ m: Machine, _ left: Value, _ right: Value) throws(Raise) -> Value {
        let result = try m.setFromIterable(left)
        try SetMethods.removeAll(m, result, of: right)
        return result.value
    }

    private static func symmetricDifference(_ m: Machine, _ left: Value, _ right: Value) throws(Raise) -> Value {
        if m.typeOf(left) == m.type(.dictItems), m.typeOf(right) == m.type(.dictItems) {
            return try differingItems(m, dict(left), dict(right))
        }
        let result = try m.setFromIterable(left)
        try SetMethods.toggleAll(m, result, of: right)
        return result.value
    }

    /// The items that two dicts do not share, as a set: only those need to be hashable.
    private static func differingItems(_ m: Machine, _ left: Dict, _ right: Dict) throws(Raise) -> Value {
        let (smaller, larger) = left.count > right.count ? (right, left) : (left, right)
        let rest = m.dictCopy(smaller)
        let result = m.set()
        for entry in larger.entries {
            let other = try m.dictFind(rest, entry.key, hash: entry.hash)
            if other >= 0, try m.equals(rest.value(at: other), entry.value) {
                _ = m.dictRemove(rest, entry: other)
            } else {
                try m.setAdd(result, m.tuple(entry.key, entry.value))
            }
        }
        for entry in rest.entries { try m.setAdd(result, m.tuple(entry.key, entry.value)) }
        return result.value
    }

    static func isDisjoint(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var view = a[0]
        var other = a[1]
        // What is shorter is walked over, as far as looking into the other one is cheap.
        let isQuick = isView(m, other) || m.isSet(other) && !m.typeOf(other).isHeapType
        if isQuick, try m.length(other) > dict(view).count { swap(&view, &other) }
        var disjoint = true
        try m.iterate(other) { (item: Value) throws(Raise) -> Bool in
            disjoint = !(try m.contains(view, item))
            return disjoint
        }
        return Value(disjoint)
    }
}

extension Machine {
    /// The views of dicts and their iterators.
    func installDictViews() {
        let common = [
            Native("__repr__", .none, style: .slot, DictViewMethods.repr),
            Native("__len__", .none, style: .slot, DictViewMethods.length),
            Native("__iter__", .none, style: .slot, DictViewMethods.iterator),
            Native("__reversed__", .none, DictViewMethods.reversed),
        ]
        let mapping = NativeProperty("mapping", get: DictViewMethods.mapping)
        let setLike = [
            Native("__contains__", .one, style: .slot, DictViewMethods.contains),
            Native("__and__", .one, style: .slot, DictViewMethods.and),
            Native("__rand__", .one, style: .slot, DictViewMethods.reflectedAnd),
            Native("__or__", .one, style: .slot, DictViewMethods.or),
            Native("__ror__", .one, style: .slot, DictViewMethods.reflectedOr),
            Native("__sub__", .one, style: .slot, DictViewMethods.subtract),
            Native("__rsub__", .one, style: .slot, DictViewMethods.reflectedSubtract),
            Native("__xor__", .one, style: .slot, DictViewMethods.xor),
            Native("__rxor__", .one, style: .slot, DictViewMethods.reflectedXor),
            Native("isdisjoint", .one, DictViewMethods.isDisjoint),
        ]
        define(.dictValues, methods: common, properties: [mapping])
        for view in [BuiltinType.dictKeys, .dictItems] {
            define(view, methods: common + setLike + comparisons(DictViewMethods.compare), properties: [mapping])
        }
        let hint = [Native("__length_hint__", .none, DictViewMethods.lengthHint)]
        defineIterator(.dictKeyiterator, next: DictViewMethods.nextKey, methods: hint)
        defineIterator(.dictValueiterator, next: DictViewMethods.nextValue, methods: hint)
        defineIterator(.dictItemiterator, next: DictViewMethods.nextItem, methods: hint)
        defineIterator(.dictReversekeyiterator, next: DictViewMethods.previousKey, methods: hint)
        defineIterator(.dictReversevalueiterator, next: DictViewMethods.previousValue, methods: hint)
        defineIterator(.dictReverseitemiterator, next: DictViewMethods.previousItem, methods: hint)
    }
}
