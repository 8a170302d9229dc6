/// The native part of `heapq`: a binary heap in a list, the smallest item first. `merge`, `nlargest` and `nsmallest`
/// are in Library/heapq.mpy.
enum HeapqModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("heappush", .positional(2, 2), style: .function, doc: "Add an item to a heap.", push),
            Native("heappop", .one, style: .function, doc: "Take the smallest item from a heap.", pop),
            Native(
                "heapreplace", .positional(2, 2), style: .function, doc: "Take the smallest item, then add another.",
                replace),
            Native(
                "heappushpop", .positional(2, 2), style: .function, doc: "Add an item, then take the smallest.",
                pushPop),
            Native("heapify", .one, style: .function, doc: "Make a list a heap. Complexity: O(n).", heapify),
        ])
    }

    private static func heap(_ m: Machine, _ value: Value, _ place: StaticString) throws(Raise) -> List {
        if value.isKind(.list) { return List(value) }
        throw m.raise(.typeError, "\(place) must be list, not \(m.shortTypeName(value))")
    }

    /// `list[a] < list[b]`; the comparison may run script code, which must leave the size alone.
    @inline(__always)
    private static func less(_ m: Machine, _ list: List, _ a: Value, _ b: Value) throws(Raise) -> Bool {
        let size = list.count
        let result = try m.compareBool(.less, a, b)
        if list.count != size { throw m.raise(.runtimeError, "list changed size during iteration") }
        return result
    }

    /// Moves the item at `position` towards the root as long as it is less than its parent.
    private static func siftDown(_ m: Machine, _ list: List, from start: Int, _ position: Int) throws(Raise) {
        var position = position
        while position > start {
            let parent = (position - 1) >> 1
            guard try less(m, list, list[position], list[parent]) else { return }
            let item = list[position]
            list[position] = list[parent]
            list[parent] = item
            position = parent
        }
    }

    /// Moves the smaller children up until a leaf is reached, then the item from there to its place: fewer comparisons
    /// than stopping on the way, as the item mostly comes from the end.
    private static func siftUp(_ m: Machine, _ list: List, _ start: Int) throws(Raise) {
        var position = start
        let end = list.count
        while position < end >> 1 {
            var child = 2 * position + 1
            if child + 1 < end, !(try less(m, list, list[child], list[child + 1])) { child += 1 }
            let item = list[position]
            list[position] = list[child]
            list[child] = item
            position = child
        }
        try siftDown(m, list, from: start, position)
    }

    static func push(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = try heap(m, a[0], "heappush() argument 1")
        list.append(m, a[1])
        try siftDown(m, list, from: 0, list.count - 1)
        return .none
    }

    static func pop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = try heap(m, a[0], "heappop() argument")
        let count = list.count
        guard count > 0 else { throw m.raise(.indexError, "index out of range") }
        let last = list[count - 1]
        list.pointer.pointee.count = count - 1
        if count == 1 { return last }
        let result = list[0]
        list[0] = last
        try siftUp(m, list, 0)
        return result
    }

    static func replace(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = try heap(m, a[0], "heapreplace() argument 1")
        guard list.count > 0 else { throw m.raise(.indexError, "index out of range") }
        let result = list[0]
        list[0] = a[1]
        try siftUp(m, list, 0)
        return result
    }

    static func pushPop(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = try heap(m, a[0], "heappushpop() argument 1")
        guard list.count > 0, try m.compareBool(.less, list[0], a[1]) else { return a[1] }
        guard list.count > 0 else { throw m.raise(.indexError, "index out of range") }
        let result = list[0]
        list[0] = a[1]
        try siftUp(m, list, 0)
        return result
    }

    static func heapify(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = try heap(m, a[0], "heapify() argument")
        for position in stride(from: list.count / 2 - 1, through: 0, by: -1) { try siftUp(m, list, position) }
        return .none
    }
}

/// The module `bisect`: places in sorted sequences.
enum BisectModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let signature = NativeArity.signature("a, x, lo=0, hi=None, *, key=None")
        module.add([
            Native("bisect_left", signature, style: .function, doc: "The place before equal items.", left),
            Native("bisect_right", signature, style: .function, doc: "The place behind equal items.", right),
            Native("insort_left", signature, style: .function, doc: "Insert before equal items.", insertLeft),
            Native("insort_right", signature, style: .function, doc: "Insert behind equal items.", insertRight),
        ])
        module.add("bisect", m.dictGet(module.dict, name: m.intern("bisect_right")))
        module.add("insort", m.dictGet(module.dict, name: m.intern("insort_right")))
    }

    private static func place(
        _ m: Machine, _ a: Arguments, _ x: Value, isRight: Bool
    ) throws(Raise) -> Int {
        var low = a[2].isBound ? try m.indexInt(a[2], overflow: .overflowError) : 0
        if low < 0 { throw m.raise(.valueError, "lo must be non-negative") }
        var high = a[3].isBound && !a[3].isNone ? try m.indexInt(a[3], overflow: .overflowError) : -1
        // -1 stands for the end, too.
        if high == -1 { high = try m.length(a[0]) }
        let hasKey = a[4].isBound && !a[4].isNone
        while low < high {
            let middle = low + (high - low) / 2
            var item = try m.getItem(a[0], m.int(middle))
            if hasKey { item = try m.call(a[4], item) }
            if isRight {
                if try m.compareBool(.less, x, item) { high = middle } else { low = middle + 1 }
            } else {
                if try m.compareBool(.less, item, x) { low = middle + 1 } else { high = middle }
            }
        }
        return low
    }

    static func left(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try place(m, a, a[1], isRight: false))
    }
    static func right(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(try place(m, a, a[1], isRight: true))
    }
    static func insertLeft(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try insert(m, a, isRight: false) }
    static func insertRight(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try insert(m, a, isRight: true) }

    private static func insert(_ m: Machine, _ a: Arguments, isRight: Bool) throws(Raise) -> Value {
        let x = a[4].isBound && !a[4].isNone ? try m.call(a[4], a[1]) : a[1]
        let index = try place(m, a, x, isRight: isRight)
        _ = try m.call(try m.getAttribute(a[0], m.intern("insert")), m.int(index), a[1])
        return .none
    }
}
