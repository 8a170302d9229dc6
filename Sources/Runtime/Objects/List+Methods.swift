#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Machine {
    /// Raises TypeError unless there are no keyword arguments.
    @inline(__always)
    func refuseKeywords(_ a: Arguments, _ name: StaticString) throws(Raise) {
        if a.keywordCount > 0 { throw raise(.typeError, "\(name)() takes no keyword arguments") }
    }

    /// Whether `__new__` of a type refuses keywords: not for a subclass whose `__init__` may take them.
    func takesNoKeywords(_ type: TypeRef, _ builtin: BuiltinType) -> Bool {
        type == self.type(builtin) || lookup(type, .__init__) == lookup(self.type(builtin), .__init__)
    }

    /// Raises TypeError unless the number of arguments (the receiver or class at index 0 not counted) is in bounds.
    func checkCount(_ a: Arguments, _ name: StaticString, _ low: Int, _ high: Int) throws(Raise) {
        let given = a.count - 1
        let bound = given < low ? low : high
        if given >= low && given <= high { return }
        let words = low == high ? "" : given < low ? "at least " : "at most "
        throw raise(.typeError, "\(name) expected \(words)\(bound) argument\(bound == 1 ? "" : "s"), got \(given)")
    }

    /// Notes that the repr of an object is under way; false when it was already, that is, the object contains itself.
    func reprEnter(_ object: Value) -> Bool {
        let stack = List(state.pointee.reprStack)
        for index in 0..<stack.count where stack[index] == object { return false }
        stack.append(self, object)
        return true
    }

    /// The end of what `reprEnter` began.
    func reprLeave(_ object: Value) {
        let stack = List(state.pointee.reprStack)
        if stack.count > 0 && stack[stack.count - 1] == object { stack.pointer.pointee.count -= 1 }
    }

    /// Appends the repr of an item to a builder.
    @inline(__always)
    func appendRepr(_ item: Value, _ builder: inout StringBuilder) throws(Raise) {
        if item.isSmallInt { return builder.append(decimal: item.smallInt) }
        builder.append(try repr(item))
    }
}

/// The methods of `list`.
enum ListMethods {
    // MARK: Construction and size

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.allocateInstance(of: TypeRef(a[0])) }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.typeOf(a[0]) == m.type(.list) || m.lookup(m.typeOf(a[0]), .__new__) == m.lookup(m.type(.list), .__new__) {
            try m.refuseKeywords(a, "list")
        }
        try m.checkCount(a, "list", 0, 1)
        let list = List(a[0])
        clear(m, list)
        if a.count > 1 { try m.extend(list, a[1]) }
        return .none
    }

    /// Empties a list and gives its memory back.
    static func clear(_ m: Machine, _ list: List) {
        let items = list.pointer.pointee.items
        let bytes = list.pointer.pointee.capacity * MemoryLayout<Value>.stride
        list.pointer.pointee.items = nil
        list.pointer.pointee.count = 0
        list.pointer.pointee.capacity = 0
        if let items { m.heap.pointee.giveBack(items, bytes: bytes) }
    }

    static func length(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(List(a[0]).count) }

    static func sizeof(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(40 + List(a[0]).pointer.pointee.capacity * 8)
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        if list.count == 0 { return m.string("[]") }
        guard m.reprEnter(a[0]) else { return m.string("[...]") }
        defer { m.reprLeave(a[0]) }
        try m.enterNative(" while getting the repr of an object")
        defer { m.leaveNative() }
        var builder = StringBuilder()
        defer { builder.discard() }
        builder.append(codePoint: 0x5B)
        var index = 0
        while index < list.count {
            if index > 0 { builder.append(", ") }
            try m.appendRepr(list[index], &builder)
            index += 1
        }
        builder.append(codePoint: 0x5D)
        return builder.finish(m)
    }

    // MARK: Adding and removing

    static func append(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        List(a[0]).append(m, a[1])
        return .none
    }

    static func extend(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.extend(List(a[0]), a[1])
        return .none
    }

    static func insert(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        var index = try m.sizeArgument(a[1])
        let count = list.count
        if index < 0 { index = max(0, index &+ count) }
        index = min(index, count)
        list.append(m, a[2])
        let items = list.items
        memmove(items + index + 1, items + index, (count - index) * MemoryLayout<Value>.stride)
        items[index] = a[2]
        return .none
    }

    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        var index = a.count > 1 ? try m.sizeArgument(a[1]) : -1
        let count = list.count
        if count == 0 { throw m.raise(.indexError, "pop from empty list") }
        if index < 0 { index &+= count }
        guard index >= 0 && index < count else { throw m.raise(.indexError, "pop index out of range") }
        let item = list[index]
        remove(list, at: index)
        return item
    }

    /// Removes one item; the items behind it move up.
    static func remove(_ list: List, at index: Int) {
        let count = list.count
        let items = list.items
        if index < count - 1 {
            memmove(items + index, items + index + 1, (count - index - 1) * MemoryLayout<Value>.stride)
        }
        list.pointer.pointee.count = count - 1
    }

    static func remove(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        let index = try index(m, list, a[1], from: 0, to: Int.max)
        guard index >= 0 else { throw m.raise(.valueError, "list.remove(x): x not in list") }
        if index < list.count { remove(list, at: index) }
        return .none
    }

    static func clear(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        clear(m, List(a[0]))
        return .none
    }

    static func copy(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        return list.count == 0 ? m.list().value : m.list(from: list.items, count: list.count).value
    }

    static func reverse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        if list.count > 1 { reverse(list.items, list.count) }
        return .none
    }

    /// Reverses a row of values in place.
    static func reverse(_ items: UnsafeMutablePointer<Value>, _ count: Int) {
        var low = 0
        var high = count - 1
        while low < high {
            let item = items[low]
            items[low] = items[high]
            items[high] = item
            low += 1
            high -= 1
        }
    }

    // MARK: Searching

    /// The index of the first equal item in `from..<to`, or -1.
    static func index(_ m: Machine, _ list: List, _ item: Value, from: Int, to: Int) throws(Raise) -> Int {
        var index = from
        while index < list.count && index < to {
            let other = list[index]
            if other == item && !other.isDouble { return index }
            // Two different small ints, or a small int and a str, need no comparison.
            if !Value.areSmallInts(other, item), try m.equals(other, item) { return index }
            index += 1
        }
        return -1
    }

    static func index(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        let from = try m.bound(a.optional(2), count: list.count, default: 0, orNone: false)
        let to = try m.bound(a.optional(3), count: list.count, default: Int.max, orNone: false)
        let index = try index(m, list, a[1], from: from, to: to)
        guard index >= 0 else { throw m.raise(.valueError, "\(m.swiftString(try m.repr(a[1]))) is not in list") }
        return m.int(index)
    }

    static func count(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        var total = 0
        var index = 0
        while index < list.count {
            if try m.equals(list[index], a[1]) { total += 1 }
            index += 1
        }
        return m.int(total)
    }

    static func contains(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(try index(m, List(a[0]), a[1], from: 0, to: Int.max) >= 0)
    }

    // MARK: Operators

    static func add(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.list) else {
            throw m.raise(.typeError, "can only concatenate list (not \"\(m.typeName(a[1]))\") to list")
        }
        return try concatenate(m, List(a[0]), List(a[1]))
    }

    /// A new list of the items of both.
    static func concatenate(_ m: Machine, _ a: List, _ b: List) throws(Raise) -> Value {
        try m.checkItems(a.count, adding: b.count)
        let result = m.list(capacity: a.count + b.count)
        if a.count > 0 { result.items.update(from: a.items, count: a.count) }
        if b.count > 0 { (result.items + a.count).update(from: b.items, count: b.count) }
        result.pointer.pointee.count = a.count + b.count
        return result.value
    }

    static func addInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.extend(List(a[0]), a[1])
        return a[0]
    }

    static func multiply(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = try m.repetitions(a[1])
        let list = List(a[0])
        let total = try checkRepeated(m, list.count, times)
        let result = m.list(capacity: total)
        if total > 0 { fill(result.items, list.items, list.count, total) }
        result.pointer.pointee.count = total
        return result.value
    }

    static func multiplyInPlace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let times = try m.repetitions(a[1])
        let list = List(a[0])
        let total = try checkRepeated(m, list.count, times)
        if total == 0 {
            clear(m, list)
        } else {
            list.reserve(m, total)
            fill(list.items, list.items, list.count, total)
            list.pointer.pointee.count = total
        }
        return a[0]
    }

    /// The number of items of a repeated sequence. Raises MemoryError when that is too many.
    static func checkRepeated(_ m: Machine, _ count: Int, _ times: Int) throws(Raise) -> Int {
        let (total, overflow) = count.multipliedReportingOverflow(by: times)
        if overflow { throw m.raiseMemoryError() }
        try m.checkItems(total)
        return total
    }

    /// Writes the items again and again until there are `total`.
    static func fill(
        _ target: UnsafeMutablePointer<Value>, _ source: UnsafeMutablePointer<Value>, _ count: Int, _ total: Int
    ) {
        if count == 1 {
            target.update(repeating: source[0], count: total)
            return
        }
        if target != source { target.update(from: source, count: count) }
        var done = count
        while done < total {
            let part = min(done, total - done)
            (target + done).update(from: target, count: part)
            done += part
        }
    }

    // MARK: Comparison

    static func compare(_ m: Machine, _ a: Arguments, _ op: Comparison) throws(Raise) -> Value {
        guard a[1].isKind(.list) else { return .notImplemented }
        let x = List(a[0])
        let y = List(a[1])
        if x.count != y.count {
            if op == .equal { return .false }
            if op == .notEqual { return .true }
        }
        try m.enterNative(" in comparison")
        defer { m.leaveNative() }
        var index = 0
        while index < x.count && index < y.count {
            let item = x[index]
            let other = y[index]
            if !(try m.equals(item, other)) {
                // The comparison may have shortened the lists.
                if index >= x.count || index >= y.count { break }
                if op == .equal { return .false }
                if op == .notEqual { return .true }
                return try m.compare(op, item, other)
            }
            index += 1
        }
        return Value(op.holds(x.count, y.count))
    }

    static func iterator(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.sequenceIterator(a[0], .listIterator)
    }

    static func reversed(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = m.record(.listReverseiterator, count: 2)
        record[0] = a[0]
        record[1] = m.int(List(a[0]).count - 1)
        return record.value
    }

    static func classGetItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.genericAlias(a[0], a[1]) }
}

extension Machine {
    /// The methods of list.
    func installListType() {
        define(
            .list,
            doc: "A mutable sequence. Without an argument it is empty, else it has the items of the iterable.",
            methods: [
                Native("__new__", .any, style: .new, ListMethods.new),
                Native("__init__", .any, style: .slot, ListMethods.initialize),
                Native("__repr__", .none, style: .slot, ListMethods.repr),
                Native("__len__", .none, style: .slot, ListMethods.length),
                Native("__iter__", .none, style: .slot, ListMethods.iterator),
                Native("__getitem__", .one, ListMethods.getItem),
                Native("__setitem__", .positional(2, 2), style: .slot, ListMethods.setItem),
                Native("__delitem__", .one, style: .slot, ListMethods.deleteItem),
                Native("__contains__", .one, style: .slot, ListMethods.contains),
                Native("__add__", .one, style: .slot, ListMethods.add),
                Native("__mul__", .positional(1, 1), style: .slot, ListMethods.multiply),
                Native("__rmul__", .positional(1, 1), style: .slot, ListMethods.multiply),
                Native("__iadd__", .one, style: .slot, ListMethods.addInPlace),
                Native("__imul__", .positional(1, 1), style: .slot, ListMethods.multiplyInPlace),
                Native("__reversed__", .none, ListMethods.reversed),
                Native("__sizeof__", .none, ListMethods.sizeof),
                Native(
                    "append", .one, doc: "Append object to the end of the list.", intrinsic: .append,
                    ListMethods.append),
                Native("clear", .none, doc: "Remove all items from list.", ListMethods.clear),
                Native("copy", .none, doc: "Return a shallow copy of the list.", ListMethods.copy),
                Native("count", .one, doc: "Return number of occurrences of value.", ListMethods.count),
                Native("extend", .one, doc: "Append the items of an iterable.", ListMethods.extend),
                Native("index", .positional(1, 3), doc: "Return first index of value.", ListMethods.index),
                Native("insert", .positional(2, 2), doc: "Insert object before index.", ListMethods.insert),
                Native(
                    "pop", .positional(0, 1), doc: "Remove and return item at index (default last).",
                    ListMethods.pop),
                Native("remove", .one, doc: "Remove first occurrence of value.", ListMethods.remove),
                Native("reverse", .none, doc: "Reverse *IN PLACE*.", ListMethods.reverse),
                Native(
                    "sort", .signature("*, key=None, reverse=False"),
                    doc: "Sort the list in ascending order and return None.", ListMethods.sort),
                Native("__class_getitem__", .one, style: .classMethod, ListMethods.classGetItem),
            ] + comparisons(ListMethods.compare))
        defineIterator(
            .listIterator, next: { (m: Machine, iterator: Value) throws(Raise) -> Value in m.nextOfSequence(iterator) },
            methods: SequenceIteratorMethods.methods)
        defineIterator(.listReverseiterator, next: ReverseIteratorMethods.next, methods: ReverseIteratorMethods.methods)
    }

    /// `__lt__` … `__ge__` made of one function.
    func comparisons(
        _ compare: @escaping (Machine, Arguments, Comparison) throws(Raise) -> Value
    ) -> [Native] {
        [
            Native("__lt__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, .less)
            },
            Native("__le__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, .lessEqual)
            },
            Native("__eq__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, .equal)
            },
            Native("__ne__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, .notEqual)
            },
            Native("__gt__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, .greater)
            },
            Native("__ge__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try compare(m, a, .greaterEqual)
            },
        ]
    }
}
