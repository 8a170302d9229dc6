#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What is moved about by a sort: a value, or a value with its key.
private protocol SortElement {
    var key: Value { get }
}

/// An item on its way through a sort, with the key it is sorted by.
private struct SortPair: SortElement {
    var key: Value
    var item: Value
}

extension Value: SortElement {
    fileprivate var key: Value { self }
}

/// How keys are compared; a type for each kind of keys, so that the sort is compiled for each.
private protocol SortOrder {
    static func less(_ m: Machine, _ a: Value, _ b: Value) throws(Raise) -> Bool
}

private enum IntOrder: SortOrder {
    @inline(__always) static func less(_ m: Machine, _ a: Value, _ b: Value) -> Bool { a.shiftedInt < b.shiftedInt }
}

private enum DoubleOrder: SortOrder {
    @inline(__always) static func less(_ m: Machine, _ a: Value, _ b: Value) -> Bool { a.double < b.double }
}

private enum StringOrder: SortOrder {
    @inline(__always) static func less(_ m: Machine, _ a: Value, _ b: Value) -> Bool {
        Str.order(Str(a), Str(b)) < 0
    }
}

/// Exact tuples, most of which differ in their first items.
private enum TupleOrder: SortOrder {
    static func less(_ m: Machine, _ a: Value, _ b: Value) throws(Raise) -> Bool {
        let x = Tuple(a)
        let y = Tuple(b)
        let common = min(x.count, y.count)
        var index = 0
        while index < common {
            let (left, right) = (x[index], y[index])
            if Value.areSmallInts(left, right) {
                if left != right { return left.shiftedInt < right.shiftedInt }
            } else if left != right {
                if m.isExactString(left), m.isExactString(right) {
                    let order = Str.order(Str(left), Str(right))
                    if order != 0 { return order < 0 }
                } else if !(try m.equals(left, right)) {
                    return try m.compareBool(.less, left, right)
                }
            }
            index &+= 1
        }
        return x.count < y.count
    }
}

private enum ObjectOrder: SortOrder {
    static func less(_ m: Machine, _ a: Value, _ b: Value) throws(Raise) -> Bool { try m.compareBool(.less, a, b) }
}

/// A stable merge sort of natural runs: short runs are lengthened by binary insertion, runs are merged so that their
/// lengths stay balanced, and what is in place already at both ends of a merge is left alone.
///
/// A comparison may raise; every element is then still in the row once, in some order.
private struct RunSort<Element: SortElement, Order: SortOrder> {
    let m: Machine
    let base: UnsafeMutablePointer<Element>
    /// Start and length of the runs that wait to be merged.
    private var runs: [(start: Int, count: Int)] = []
    private var buffer: UnsafeMutablePointer<Element>?
    private var bufferCount = 0

    init(_ m: Machine, _ base: UnsafeMutablePointer<Element>, _: Order.Type) {
        self.m = m
        self.base = base
    }

    @inline(__always)
    private func less(_ a: Element, _ b: Element) throws(Raise) -> Bool { try Order.less(m, a.key, b.key) }

    static func sort(_ m: Machine, _ base: UnsafeMutablePointer<Element>, _ order: Order.Type, _ count: Int)
        throws(Raise)
    {
        var sort = RunSort(m, base, order)
        try sort.sort(count: count)
    }

    mutating func sort(count: Int) throws(Raise) {
        guard count > 1 else { return }
        defer { free(buffer) }
        var minimum = count
        var odd = 0
        while minimum >= 64 {
            odd |= minimum & 1
            minimum >>= 1
        }
        minimum += odd
        var start = 0
        while start < count {
            var length = try takeRun(start, count)
            if length < minimum {
                let wanted = min(minimum, count - start)
                try insert(start, from: start + length, to: start + wanted)
                length = wanted
            }
            runs.append((start, length))
            start += length
            try collapse()
        }
        while runs.count > 1 {
            let last = runs.count - 2
            try merge(last > 0 && runs[last - 1].count < runs[last + 1].count ? last - 1 : last)
        }
    }

    /// The length of the run that begins at `start`; a descending one is reversed.
    private func takeRun(_ start: Int, _ end: Int) throws(Raise) -> Int {
        var next = start + 1
        if next == end { return 1 }
        if try less(base[next], base[start]) {
            next += 1
            while next < end, try less(base[next], base[next - 1]) { next += 1 }
            var low = start
            var high = next - 1
            while low < high {
                let element = base[low]
                base[low] = base[high]
                base[high] = element
                low += 1
                high -= 1
            }
        } else {
            next += 1
            while next < end, !(try less(base[next], base[next - 1])) { next += 1 }
        }
        return next - start
    }

    /// Sorts `start..<to`, of which `start..<from` is sorted.
    private func insert(_ start: Int, from: Int, to: Int) throws(Raise) {
        for index in from..<to {
            let element = base[index]
            let place = try upperBound(element, start, index)
            memmove(base + place + 1, base + place, (index - place) * MemoryLayout<Element>.stride)
            base[place] = element
        }
    }

    /// The first place in a sorted range whose element is greater.
    private func upperBound(_ element: Element, _ from: Int, _ to: Int) throws(Raise) -> Int {
        var low = from
        var high = to
        while low < high {
            let middle = (low + high) >> 1
            if try less(element, base[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The first place in a sorted range whose element is not less.
    private func lowerBound(_ element: Element, _ from: Int, _ to: Int) throws(Raise) -> Int {
        var low = from
        var high = to
        while low < high {
            let middle = (low + high) >> 1
            if try less(base[middle], element) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Merges runs until each is longer than the two that follow it together.
    private mutating func collapse() throws(Raise) {
        while runs.count > 1 {
            let last = runs.count - 2
            if (last > 0 && runs[last - 1].count <= runs[last].count + runs[last + 1].count)
                || (last > 1 && runs[last - 2].count <= runs[last - 1].count + runs[last].count)
            {
                try merge(runs[last - 1].count < runs[last + 1].count ? last - 1 : last)
            } else if runs[last].count <= runs[last + 1].count {
                try merge(last)
            } else {
                return
            }
        }
    }

    /// Merges a run with the one behind it.
    private mutating func merge(_ number: Int) throws(Raise) {
        let left = runs[number]
        let right = runs[number + 1]
        runs[number] = (left.start, left.count + right.count)
        runs.remove(at: number + 1)
        let start = try upperBound(base[right.start], left.start, right.start)
        guard start < right.start else { return }
        let end = try lowerBound(base[right.start - 1], right.start, right.start + right.count)
        let leftCount = right.start - start
        let rightCount = end - right.start
        guard rightCount > 0 else { return }
        let needed = min(leftCount, rightCount)
        if bufferCount < needed {
            free(buffer)
            bufferCount = needed
            guard let memory = malloc(needed * MemoryLayout<Element>.stride) else { Heap.outOfMemory() }
            buffer = memory.assumingMemoryBound(to: Element.self)
        }
        guard let buffer else { return }
        if leftCount <= rightCount {
            try mergeForward(buffer, start, leftCount, right.start, end)
        } else {
            try mergeBackward(buffer, start, right.start, rightCount)
        }
    }

    private func mergeForward(
        _ buffer: UnsafeMutablePointer<Element>, _ start: Int, _ leftCount: Int, _ middle: Int, _ end: Int
    ) throws(Raise) {
        memcpy(buffer, base + start, leftCount * MemoryLayout<Element>.stride)
        var left = 0
        var right = middle
        var target = start
        // Whatever ends this, the rest of the left run closes the gap.
        defer { moveBytes(base + target, buffer + left, (leftCount - left) * MemoryLayout<Element>.stride) }
        while left < leftCount && right < end {
            if try less(base[right], buffer[left]) {
                base[target] = base[right]
                right += 1
            } else {
                base[target] = buffer[left]
                left += 1
            }
            target += 1
        }
    }

    private func mergeBackward(
        _ buffer: UnsafeMutablePointer<Element>, _ start: Int, _ middle: Int, _ rightCount: Int
    ) throws(Raise) {
        memcpy(buffer, base + middle, rightCount * MemoryLayout<Element>.stride)
        var left = middle
        var right = rightCount
        var target = middle + rightCount
        defer { moveBytes(base + target - right, buffer, right * MemoryLayout<Element>.stride) }
        while left > start && right > 0 {
            if try less(buffer[right - 1], base[left - 1]) {
                base[target - 1] = base[left - 1]
                left -= 1
            } else {
                base[target - 1] = buffer[right - 1]
                right -= 1
            }
            target -= 1
        }
    }
}

/// What all keys of a sort have in common, so that they can be compared without looking at their types again.
private enum SortKeys {
    case ints, doubles, strings, tuples, other

    static func of(_ m: Machine, _ keys: UnsafeMutablePointer<Value>, _ count: Int) -> SortKeys {
        var ints = true
        var doubles = true
        var strings = true
        var tuples = true
        for index in 0..<count {
            let key = keys[index]
            if ints && !key.isSmallInt { ints = false }
            if doubles && !key.isDouble { doubles = false }
            if strings && !m.isExactString(key) { strings = false }
            if tuples && !(key.isCell && key.cell.isExact(.tuple)) { tuples = false }
            if !ints && !doubles && !strings && !tuples { return .other }
        }
        return ints ? .ints : doubles ? .doubles : strings ? .strings : .tuples
    }
}

extension ListMethods {
    static func sort(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let key = a.optional(1)
        let reverse = a.optional(2).isUnbound ? false : try m.truth(a.optional(2))
        try sort(m, List(a[0]), key: key.isNone ? .unbound : key, reverse: reverse)
        return .none
    }

    /// Sorts a list in place, stably. While it goes on, the list appears empty; ValueError if somebody puts items in.
    static func sort(_ m: Machine, _ list: List, key: Value, reverse: Bool) throws(Raise) {
        let count = list.count
        // The items' memory moves to a list that nobody knows; `anchor` keeps them alive while they are in motion.
        let work = m.list()
        swapContents(list, work)
        let anchor = count > 1 ? m.list(from: work.items, count: count) : m.list()
        let keys = m.list()
        m.pushRoot(anchor.value)
        m.pushRoot(keys.value)
        m.pushRoot(work.value)
        defer { m.popRoots(3) }
        var failure: Raise?
        do throws(Raise) {
            if key.isBound {
                keys.reserve(m, count)
                for index in 0..<count { keys.append(m, try m.call(key, work[index])) }
            }
            if count > 1 { try sort(m, work, keys: key.isBound ? keys : nil, reverse: reverse) }
        } catch {
            failure = error
        }
        let modified = list.count > 0 || list.pointer.pointee.items != nil
        clear(m, list)
        swapContents(list, work)
        if let failure { throw failure }
        if modified { throw m.raise(.valueError, "list modified during sort") }
    }

    private static func swapContents(_ a: List, _ b: List) {
        let items = a.pointer.pointee.items
        let count = a.pointer.pointee.count
        let capacity = a.pointer.pointee.capacity
        a.pointer.pointee.items = b.pointer.pointee.items
        a.pointer.pointee.count = b.pointer.pointee.count
        a.pointer.pointee.capacity = b.pointer.pointee.capacity
        b.pointer.pointee.items = items
        b.pointer.pointee.count = count
        b.pointer.pointee.capacity = capacity
    }

    private static func sort(_ m: Machine, _ work: List, keys: List?, reverse isReverse: Bool) throws(Raise) {
        let count = work.count
        let items = work.items
        guard let keys else {
            if isReverse { reverse(items, count) }
            defer { if isReverse { reverse(items, count) } }
            try sort(m, items, SortKeys.of(m, items, count), count)
            return
        }
        guard let memory = malloc(count * MemoryLayout<SortPair>.stride) else { Heap.outOfMemory() }
        let pairs = memory.bindMemory(to: SortPair.self, capacity: count)
        defer { free(memory) }
        for index in 0..<count {
            pairs[isReverse ? count - 1 - index : index] = SortPair(key: keys[index], item: items[index])
        }
        defer {
            for index in 0..<count { items[isReverse ? count - 1 - index : index] = pairs[index].item }
        }
        try sort(m, pairs, SortKeys.of(m, keys.items, count), count)
    }

    private static func sort<Element: SortElement>(
        _ m: Machine, _ base: UnsafeMutablePointer<Element>, _ keys: SortKeys, _ count: Int
    ) throws(Raise) {
        switch keys {
        case .ints: try RunSort<Element, IntOrder>.sort(m, base, IntOrder.self, count)
        case .doubles: try RunSort<Element, DoubleOrder>.sort(m, base, DoubleOrder.self, count)
        case .strings: try RunSort<Element, StringOrder>.sort(m, base, StringOrder.self, count)
        case .tuples: try RunSort<Element, TupleOrder>.sort(m, base, TupleOrder.self, count)
        case .other: try RunSort<Element, ObjectOrder>.sort(m, base, ObjectOrder.self, count)
        }
    }
}

extension Machine {
    /// Keeps a value alive across calls into the script, where no local of a native frame holds it.
    func pushRoot(_ value: Value) {
        if state.pointee.rootCount == state.pointee.rootCapacity {
            let capacity = state.pointee.rootCapacity * 2
            let new = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
            new.update(from: state.pointee.rootBase, count: state.pointee.rootCount)
            state.pointee.rootBase.deallocate()
            state.pointee.rootBase = new
            state.pointee.rootCapacity = capacity
        }
        state.pointee.rootBase[state.pointee.rootCount] = value
        state.pointee.rootCount += 1
    }

    /// Lets the last roots go.
    func popRoots(_ count: Int) { state.pointee.rootCount -= count }
}
