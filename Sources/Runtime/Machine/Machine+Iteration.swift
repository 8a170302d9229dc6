/// Iteration: what `iter()`, `next()` and `for` do with any object.
extension Machine {
    /// The built-in type that a value's exact type is, or nil for classes of the script.
    @inline(__always)
    func builtinType(of value: Value) -> BuiltinType? {
        let index = typeOf(value).pointer.pointee.builtinIndex
        return index == 255 ? nil : unsafeBitCast(index, to: BuiltinType.self)
    }

    /// `iter(value)`. Raises TypeError for what can't be iterated.
    @inline(__always)
    func iterator(of value: Value) throws(Raise) -> Value {
        if value.isCell {
            let type = value.cell.header.pointee.type
            if type == self.type(.list).pointer || type == self.type(.tuple).pointer {
                return sequenceIterator(value, type == self.type(.list).pointer ? .listIterator : .tupleIterator)
            }
            if type == self.type(.range).pointer { return RangeMethods.iterator(self, RangeRef(value)) }
        }
        return try iteratorSlowly(of: value)
    }

    /// An iterator over a list or tuple.
    @inline(__always)
    func sequenceIterator(_ sequence: Value, _ type: BuiltinType) -> Value {
        let memory = newCell(size: MemoryLayout<ListIteratorLayout>.stride, kind: .listIterator, type: self.type(type))
        memory.assumingMemoryBound(to: ListIteratorLayout.self).pointee.sequence = sequence
        return Value(Cell(memory))
    }

    @inline(never)
    private func iteratorSlowly(of value: Value) throws(Raise) -> Value {
        let method = lookupSpecial(value, .__iter__)
        if method.isBound && !method.isNone {
            let result = try callSpecial(value, .__iter__)
            if isIterator(result) { return result }
            throw raise(.typeError, "iter() returned non-iterator of type '\(typeName(result))'")
        }
        if method.isUnbound, isSequence(value) {
            return indexIterator(type(.iterator), over: value)
        }
        throw raise(.typeError, "'\(typeName(value))' object is not iterable")
    }

    /// Whether `__next__` is there.
    func isIterator(_ value: Value) -> Bool {
        if typeOf(value).pointer.pointee.nativeNext != nil { return true }
        return lookupSpecial(value, .__next__).isBound
    }

    /// Whether indexing from 0 works as a fallback for iteration: `__getitem__` is there, and it is neither a dict
    /// nor one of the built-in types where `__getitem__` is about something else than items.
    func isSequence(_ value: Value) -> Bool {
        guard !value.isKind(.dict), lookupSpecial(value, .__getitem__).isBound else { return false }
        let type = typeOf(value)
        return type != runtime.pointee.regex.matchType && type != self.type(.union)
            && type != self.type(.genericAlias) && type != self.type(.mappingproxy)
    }

    /// The next item of an iterator, or unbound at its end (StopIteration is consumed).
    @inline(__always)
    func next(_ iterator: Value) throws(Raise) -> Value {
        if iterator.isKind(.listIterator) { return nextOfSequence(iterator) }
        return try nextSlowly(iterator)
    }

    @inline(never)
    private func nextSlowly(_ iterator: Value) throws(Raise) -> Value {
        do throws(Raise) {
            // A function that a native iterator calls may end it, too.
            if let next = typeOf(iterator).pointer.pointee.nativeNext { return try next(self, iterator) }
            let item = try callSpecial(iterator, .__next__)
            if item.isBound { return item }
        } catch {
            guard pendingMatches(.stopIteration) else { throw error }
            swallowStop()
            return .unbound
        }
        throw raise(.typeError, "'\(typeName(iterator))' object is not an iterator")
    }

    /// The next item of an iterator over a list or tuple, or unbound at its end.
    @inline(__always)
    func nextOfSequence(_ iterator: Value) -> Value {
        let layout: UnsafeMutablePointer<ListIteratorLayout> = iterator.layout()
        let sequence = layout.pointee.sequence
        guard sequence.isBound else { return .unbound }
        let index = layout.pointee.index
        if sequence.cell.kind == .list {
            let list = List(sequence)
            if index < list.count {
                layout.pointee.index = index &+ 1
                return list[index]
            }
        } else {
            let tuple = Tuple(sequence)
            if index < tuple.count {
                layout.pointee.index = index &+ 1
                return tuple[index]
            }
        }
        layout.pointee.sequence = .unbound
        return .unbound
    }

    /// Calls `body` with each item of an iterable, until it returns false.
    func iterate(_ iterable: Value, _ body: (Value) throws(Raise) -> Bool) throws(Raise) {
        if let builtin = builtinType(of: iterable) {
            switch builtin {
            case .list:
                let list = List(iterable)
                var index = 0
                while index < list.count {
                    guard try body(list[index]) else { return }
                    index &+= 1
                }
                return
            case .tuple:
                let tuple = Tuple(iterable)
                var index = 0
                while index < tuple.count {
                    guard try body(tuple[index]) else { return }
                    index &+= 1
                }
                return
            default: break
            }
        }
        let iterator = try iterator(of: iterable)
        while true {
            let item = try next(iterator)
            guard item.isBound, try body(item) else { return }
        }
    }

    // MARK: Collecting

    /// `list(iterable)`.
    func listFromIterable(_ iterable: Value) throws(Raise) -> List {
        let list = list()
        try extend(list, iterable)
        return list
    }

    /// Appends the items of an iterable: `list.extend`.
    func extend(_ list: List, _ iterable: Value) throws(Raise) {
        switch iterable == list.value ? .list : builtinType(of: iterable) {
        case .list?:
            // The length first: a list may extend itself.
            let source = List(iterable)
            let count = source.count
            guard count > 0 else { return }
            list.reserve(self, list.count &+ count)
            (list.items + list.count).update(from: source.items, count: count)
            list.pointer.pointee.count &+= count
        case .tuple?:
            let source = Tuple(iterable)
            guard source.count > 0 else { return }
            list.reserve(self, list.count &+ source.count)
            (list.items + list.count).update(from: source.items, count: source.count)
            list.pointer.pointee.count &+= source.count
        case .dict?:
            let source = Dict(iterable)
            list.reserve(self, list.count &+ source.count)
            for number in 0..<source.used where source.key(at: number) != .deleted {
                list.append(self, source.key(at: number))
            }
        case .set?, .frozenset?:
            let source = SetRef(iterable)
            list.reserve(self, list.count &+ source.count)
            for slot in 0..<source.slots {
                let key = source.key(at: slot)
                if key.isBound { list.append(self, key) }
            }
        case .range? where RangeRef(iterable).isSmall:
            let range = RangeRef(iterable)
            let count = range.smallCount
            try checkItems(list.count, adding: count)
            list.reserve(self, list.count &+ count)
            var item = range.smallStart
            for _ in 0..<count {
                list.append(self, int(item))
                item = item &+ range.smallStep
            }
        default:
            let iterator = try iterator(of: iterable)
            if !iterable.isKind(.generator) {
                let hint = try lengthHint(iterable, default: 8)
                if !list.count.addingReportingOverflow(hint).overflow { try checkItems(list.count, adding: hint) }
                if hint < 1 << 20 { list.reserve(self, list.count &+ hint) }
            }
            while true {
                let item = try next(iterator)
                if item.isUnbound { return }
                list.append(self, item)
            }
        }
    }

    /// Raises MemoryError when a container can't have that many items.
    @inline(__always)
    func checkItems(_ count: Int, adding more: Int = 0) throws(Raise) {
        let (total, overflow) = count.addingReportingOverflow(more)
        try checkSize(overflow || total > Int.max / 16 ? Int.max : total * 8)
    }

    /// `tuple(iterable)`; an exact tuple is returned as it is.
    func tupleFromIterable(_ iterable: Value) throws(Raise) -> Value {
        if iterable.isKind(.tuple), iterable.cell.type == type(.tuple) { return iterable }
        if iterable.isKind(.list), iterable.cell.type == type(.list) {
            let list = List(iterable)
            return list.count == 0 ? tuple() : tuple(from: list.items, count: list.count)
        }
        let list = try listFromIterable(iterable)
        return list.count == 0 ? tuple() : tuple(from: list.items, count: list.count)
    }

    // MARK: Lengths

    /// `len(value)` of the commonest containers, -1 for anything else.
    @inline(__always)
    func knownLength(_ value: Value) -> Int {
        guard value.isCell else { return -1 }
        if value.cell.isExact(.list) { return List(value).count }
        if value.cell.isExact(.string) { return Str(value).count }
        if value.cell.isExact(.tuple) { return Tuple(value).count }
        if value.cell.isExact(.dict) { return Dict(value).count }
        return -1
    }

    /// `len(value)`.
    func length(_ value: Value) throws(Raise) -> Int {
        switch builtinType(of: value) {
        case .list?: return List(value).count
        case .tuple?: return Tuple(value).count
        case .str?: return Str(value).count
        case .dict?: return Dict(value).count
        case .set?, .frozenset?: return SetRef(value).count
        case .bytes?: return Bytes(value).count
        default: break
        }
        guard lookupSpecial(value, .__len__).isBound else {
            throw raise(.typeError, "object of type '\(typeName(value))' has no len()")
        }
        let result = try callSpecial(value, .__len__)
        if result.isSmallInt, result.smallInt >= 0 { return result.smallInt }
        let number = try index(result)
        guard let length = intValue(number) else {
            if isNegative(number) { throw raise(.valueError, "__len__() should return >= 0") }
            throw raise(.overflowError, "cannot fit 'int' into an index-sized integer")
        }
        if length < 0 { throw raise(.valueError, "__len__() should return >= 0") }
        return length
    }

    /// Whether an int is below zero.
    func isNegative(_ number: Value) -> Bool {
        if number.isSmallInt { return number.smallInt < 0 }
        if number.isKind(.bigInt) { return number.layout(BigIntLayout.self).pointee.isNegative }
        if number.isKind(.int) { return number.layout(IntLayout.self).pointee.word < 0 }
        return false
    }

    /// `operator.length_hint(value, fallback)` (PEP 424).
    func lengthHint(_ value: Value, default fallback: Int = 0) throws(Raise) -> Int {
        if lookupSpecial(value, .__len__).isBound {
            do throws(Raise) {
                return try length(value)
            } catch {
                guard pendingMatches(.typeError) else { throw error }
                clearPending()
            }
        }
        guard lookupSpecial(value, .__length_hint__).isBound else { return fallback }
        let hint: Value
        do throws(Raise) {
            hint = try callSpecial(value, .__length_hint__)
        } catch {
            guard pendingMatches(.typeError) else { throw error }
            clearPending()
            return fallback
        }
        if hint.isNotImplemented { return fallback }
        guard isInt(hint) else {
            throw raise(.typeError, "__length_hint__ must be an integer, not \(typeName(hint))")
        }
        guard let length = intValue(hint) else {
            throw raise(.overflowError, "Python int too large to convert to C ssize_t")
        }
        if length < 0 { throw raise(.valueError, "__length_hint__() should return >= 0") }
        return length
    }

    // MARK: Unpacking

    /// Stores exactly `count` items of an iterable: `a, b = source`.
    @inline(never)
    func unpack(_ source: Value, count: Int, into target: UnsafeMutablePointer<Value>) throws(Raise) {
        if source.isKind(.tuple), source.cell.type == type(.tuple) {
            let tuple = Tuple(source)
            try checkUnpacked(tuple.count, count)
            moveBytes(target, tuple.items, count * MemoryLayout<Value>.stride)
            return
        }
        if source.isKind(.list), source.cell.type == type(.list) {
            let list = List(source)
            try checkUnpacked(list.count, count)
            if count > 0 { moveBytes(target, list.items, count * MemoryLayout<Value>.stride) }
            return
        }
        // The registers may be variables, which keep their values when the iterator fails or has too few items.
        let iterator = try iteratorForUnpacking(source)
        let items = list(capacity: count)
        for index in 0..<count {
            let item = try next(iterator)
            if item.isUnbound { try checkUnpacked(index, count) }
            items.append(self, item)
        }
        if try next(iterator).isBound { try checkUnpacked(count + 1, count) }
        for index in 0..<count { target[index] = items[index] }
    }

    private func checkUnpacked(_ actual: Int, _ expected: Int) throws(Raise) {
        if actual < expected {
            throw raise(.valueError, "not enough values to unpack (expected \(expected), got \(actual))")
        }
        if actual > expected { throw raise(.valueError, "too many values to unpack (expected \(expected))") }
    }

    private func iteratorForUnpacking(_ source: Value) throws(Raise) -> Value {
        let method = lookupSpecial(source, .__iter__)
        if method.isUnbound && !isSequence(source) {
            throw raise(.typeError, "cannot unpack non-iterable \(typeName(source)) object")
        }
        return try iterator(of: source)
    }

    /// Stores the items of an iterable: `before` ones, a list of what is between, `after` ones: `a, *b, c = source`.
    @inline(never)
    func unpackStar(
        _ source: Value, before: Int, after: Int, into target: UnsafeMutablePointer<Value>
    ) throws(Raise) {
        let iterator = try iteratorForUnpacking(source)
        for index in 0..<before {
            let item = try next(iterator)
            if item.isUnbound { throw raiseTooFew(before + after, index, hasStar: true) }
            target[index] = item
        }
        let rest = list()
        while true {
            let item = try next(iterator)
            if item.isUnbound { break }
            rest.append(self, item)
        }
        if rest.count < after { throw raiseTooFew(before + after, before + rest.count, hasStar: true) }
        let middle = rest.count - after
        target[before] = rest.value
        for index in 0..<after { target[before + 1 + index] = rest[middle + index] }
        rest.pointer.pointee.count = middle
    }

    private func raiseTooFew(_ expected: Int, _ actual: Int, hasStar: Bool) -> Raise {
        let atLeast = hasStar ? "at least " : ""
        return raise(.valueError, "not enough values to unpack (expected \(atLeast)\(expected), got \(actual))")
    }
}
