#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Items and slices of lists.

extension ListMethods {
    static func getItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { list.count }) else {
                throw m.raise(.indexError, "list index out of range")
            }
            return list[index]
        }
        guard m.isSlice(a[1]) else { throw raiseBadIndex(m, a[1]) }
        return try getSlice(m, list, a[1])
    }

    /// `list[slice]`: a new list.
    static func getSlice(_ m: Machine, _ list: List, _ key: Value) throws(Raise) -> Value {
        let slice = try m.sliceIndices(key, length: { list.count })
        if slice.count == 0 { return m.list().value }
        if slice.step == 1 { return m.list(from: list.items + slice.start, count: slice.count).value }
        let result = m.list(capacity: slice.count)
        var index = slice.start
        for _ in 0..<slice.count {
            result.append(m, list[index])
            index &+= slice.step
        }
        return result.value
    }

    private static func raiseBadIndex(_ m: Machine, _ key: Value) -> Raise {
        m.raise(.typeError, "list indices must be integers or slices, not \(m.typeName(key))")
    }

    static func setItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { list.count }) else {
                throw m.raise(.indexError, "list assignment index out of range")
            }
            list[index] = a[2]
            return .none
        }
        guard m.isSlice(a[1]) else { throw raiseBadIndex(m, a[1]) }
        let bounds = try m.sliceBounds(a[1])
        let items = try newItems(m, list, a[2])
        let slice = bounds.indices(length: list.count)
        if slice.step == 1 {
            replace(
                m, list, slice.start, max(slice.start, slice.stop), items.count > 0 ? items.items : nil, items.count)
            return .none
        }
        guard items.count == slice.count else {
            throw m.raise(
                .valueError,
                "attempt to assign sequence of size \(items.count) to extended slice of size \(slice.count)")
        }
        var index = slice.start
        for number in 0..<slice.count {
            list[index] = items[number]
            index &+= slice.step
        }
        return .none
    }

    /// The items to be assigned to a slice, in a list that is not the one assigned to.
    private static func newItems(_ m: Machine, _ list: List, _ value: Value) throws(Raise) -> List {
        if value.isKind(.list), value != list.value, value.cell.type == m.type(.list) { return List(value) }
        // Of itself whatever its class says about iteration.
        if value == list.value { return list.count == 0 ? m.list() : m.list(from: list.items, count: list.count) }
        do throws(Raise) {
            return try m.listFromIterable(value)
        } catch {
            guard m.pendingMatches(.typeError), m.lookupSpecial(value, .__iter__).isUnbound, !m.isSequence(value) else {
                throw error
            }
            m.clearPending()
            throw m.raise(.typeError, "must assign iterable to extended slice")
        }
    }

    /// Replaces the items in `start..<stop` by others.
    static func replace(
        _ m: Machine, _ list: List, _ start: Int, _ stop: Int, _ items: UnsafeMutablePointer<Value>?, _ count: Int
    ) {
        let oldCount = list.count
        let newCount = oldCount - (stop - start) + count
        if newCount > oldCount { list.reserve(m, newCount) }
        if newCount > 0 || oldCount > 0 {
            let base = list.items
            memmove(base + start + count, base + stop, (oldCount - stop) * MemoryLayout<Value>.stride)
            if let items { (base + start).update(from: items, count: count) }
        }
        list.pointer.pointee.count = newCount
    }

    static func deleteItem(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = List(a[0])
        if m.isIndexable(a[1]) {
            guard let index = try m.sequenceIndex(a[1], count: { list.count }) else {
                throw m.raise(.indexError, "list assignment index out of range")
            }
            remove(list, at: index)
            return .none
        }
        guard m.isSlice(a[1]) else { throw raiseBadIndex(m, a[1]) }
        var slice = try m.sliceIndices(a[1], length: { list.count })
        if slice.count == 0 { return .none }
        if slice.step == 1 {
            replace(m, list, slice.start, slice.stop, nil, 0)
            return .none
        }
        if slice.step < 0 {
            slice.start = slice.start &+ slice.step &* (slice.count - 1)
            slice.step = 0 &- slice.step
        }
        var write = slice.start
        var removed = slice.start
        var left = slice.count
        for read in slice.start..<list.count {
            if left > 0 && read == removed {
                removed = removed.addingReportingOverflow(slice.step).partialValue
                left -= 1
            } else {
                list[write] = list[read]
                write += 1
            }
        }
        list.pointer.pointee.count = write
        return .none
    }
}

extension Machine {
    /// An index into a sequence whose length may be changed by `__index__`: nil when it is out of range.
    @inline(__always)
    func sequenceIndex(_ value: Value, count: () -> Int) throws(Raise) -> Int? {
        if value.isSmallInt { return try sequenceIndex(value, count: count()) }
        let number = try index(value)
        return try sequenceIndex(number, count: count())
    }
}
