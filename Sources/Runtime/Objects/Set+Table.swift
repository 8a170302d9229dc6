#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// The hash table behind set and frozenset. Ten slots in a row are probed before a jump, the table begins with 8 slots
// and quadruples when three fifths are filled: so the order of iteration is CPython's for keys with equal hashes there.

private let linearProbes = 9

/// What a probe for a key came to.
private enum SetProbe {
    case found(Int)
    /// The key is not there; it would go into this slot.
    case missing(Int)
}

extension Machine {
    /// An empty set or frozenset.
    func set(frozen: Bool = false) -> SetRef { set(type: type(frozen ? .frozenset : .set)) }

    /// An empty set of a type that derives from set or frozenset.
    func set(type: TypeRef) -> SetRef {
        let memory = newCell(size: MemoryLayout<SetLayout>.stride, kind: .set, type: type)
        let set = SetRef(pointer: memory.assumingMemoryBound(to: SetLayout.self))
        set.pointer.pointee.mask = 7
        return set
    }

    /// Whether a value is a set or frozenset.
    @inline(__always) func isSet(_ value: Value) -> Bool { value.isKind(.set) }

    private func setProbe(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> SetProbe {
        if key.isSmallInt, let table = set.pointer.pointee.table {
            // Other small ints are the same value or another one; what is none of them is looked at below.
            let mask = set.pointer.pointee.mask
            var slot = hash & mask
            let last = slot &+ linearProbes <= mask ? slot &+ linearProbes : slot
            while slot <= last {
                let existing = table[slot].key
                if existing == key { return .found(slot) }
                if existing.isUnbound { return .missing(slot) }
                guard existing.isSmallInt || existing == .deleted else { break }
                slot &+= 1
            }
        }
        search: while true {
            guard let table = set.pointer.pointee.table else { return .missing(0) }
            let mask = set.pointer.pointee.mask
            let changes = set.pointer.pointee.changes
            var perturb = UInt(bitPattern: hash)
            var position = hash & mask
            let isString = isExactString(key)
            while true {
                let last = position &+ linearProbes <= mask ? position &+ linearProbes : position
                var slot = position
                while slot <= last {
                    let entry = table + slot
                    let existing = entry.pointee.key
                    if existing.isUnbound { return .missing(slot) }
                    if entry.pointee.hash == hash && existing != .deleted {
                        if existing == key { return .found(slot) }
                        if isString && isExactString(existing) {
                            if Str.equal(Str(existing), Str(key)) { return .found(slot) }
                        } else if !Value.areSmallInts(existing, key) {
                            let isEqual = try equals(existing, key)
                            if set.pointer.pointee.changes != changes { continue search }
                            if isEqual { return .found(slot) }
                        }
                    }
                    slot &+= 1
                }
                perturb >>= 5
                position = (position &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
            }
        }
    }

    /// The slot of a key, or -1.
    func setFind(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Int {
        if case .found(let slot) = try setProbe(set, key, hash: hash) { return slot }
        return -1
    }

    /// Whether a key is in the set.
    @inline(__always)
    func setContains(_ set: SetRef, _ key: Value) throws(Raise) -> Bool {
        try setFind(set, key, hash: try keyHash(key)) >= 0
    }

    /// Adds a key; false when an equal one was there. Complexity: O(1) amortised.
    @discardableResult
    @inline(__always)
    func setAdd(_ set: SetRef, _ key: Value) throws(Raise) -> Bool { try setAdd(set, key, hash: try keyHash(key)) }

    /// Adds a key whose hash is known; false when an equal one was there.
    @discardableResult
    func setAdd(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Bool {
        guard case .missing(let slot) = try setProbe(set, key, hash: hash) else { return false }
        if set.pointer.pointee.table == nil {
            setResize(set, slots: 8)
            setInsertClean(set, key, hash: hash)
        } else {
            set.pointer.pointee.table.unsafelyUnwrapped[slot] = SetEntry(hash: hash, key: key)
        }
        set.pointer.pointee.fill &+= 1
        set.pointer.pointee.count &+= 1
        set.pointer.pointee.changes &+= 1
        if set.pointer.pointee.fill &* 5 >= set.pointer.pointee.mask &* 3 {
            let count = set.pointer.pointee.count
            setResize(set, minimum: count > 50000 ? count &* 2 : count &* 4)
        }
        return true
    }

    /// Puts a key that is not there into the table, counting nothing.
    private func setInsertClean(_ set: SetRef, _ key: Value, hash: Int) {
        let table = set.pointer.pointee.table.unsafelyUnwrapped
        let mask = set.pointer.pointee.mask
        var perturb = UInt(bitPattern: hash)
        var position = hash & mask
        while true {
            let last = position &+ linearProbes <= mask ? position &+ linearProbes : position
            var slot = position
            while slot <= last {
                if table[slot].key.isUnbound {
                    table[slot] = SetEntry(hash: hash, key: key)
                    return
                }
                slot &+= 1
            }
            perturb >>= 5
            position = (position &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    /// Rebuilds the table with more than `minimum` slots.
    private func setResize(_ set: SetRef, minimum: Int) {
        var slots = 8
        while slots <= minimum { slots *= 2 }
        setResize(set, slots: slots)
    }

    /// After removing many keys: rebuilds the table when more than a quarter of the slots are of removed ones.
    func setShedRemoved(_ set: SetRef) {
        guard set.pointer.pointee.fill &- set.count > set.pointer.pointee.mask / 4 else { return }
        let count = set.count
        setResize(set, minimum: count > 50000 ? count &* 2 : count &* 4)
    }

    private func setResize(_ set: SetRef, slots: Int) {
        let old = set.pointer.pointee.table
        let oldSlots = set.slots
        let memory = heap.pointee.takeBuffer(slots * MemoryLayout<SetEntry>.stride)
        memset(memory, 0, slots * MemoryLayout<SetEntry>.stride)
        set.pointer.pointee.table = memory.bindMemory(to: SetEntry.self, capacity: slots)
        set.pointer.pointee.mask = slots &- 1
        set.pointer.pointee.fill = set.pointer.pointee.count
        set.pointer.pointee.changes &+= 1
        heap.pointee.noteExternal(bytes: max(0, slots - oldSlots) * MemoryLayout<SetEntry>.stride)
        guard let old else { return }
        for slot in 0..<oldSlots where old[slot].key.isBound && old[slot].key != .deleted {
            setInsertClean(set, old[slot].key, hash: old[slot].hash)
        }
        heap.pointee.giveBack(old, bytes: oldSlots * MemoryLayout<SetEntry>.stride)
    }

    /// Removes a key; whether it was there.
    func setDiscard(_ set: SetRef, _ key: Value) throws(Raise) -> Bool {
        try setDiscard(set, key, hash: try keyHash(key))
    }

    func setDiscard(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Bool {
        let slot = try setFind(set, key, hash: hash)
        guard slot >= 0 else { return false }
        setRemove(set, slot: slot)
        return true
    }

    /// Removes the key in a slot.
    func setRemove(_ set: SetRef, slot: Int) {
        set.pointer.pointee.table.unsafelyUnwrapped[slot] = SetEntry(hash: -1, key: .deleted)
        set.pointer.pointee.count &-= 1
        set.pointer.pointee.changes &+= 1
    }

    /// Removes all keys and gives the memory back.
    func setClear(_ set: SetRef) {
        SetRef.release(set.value.cell, self)
        set.pointer.pointee.table = nil
        set.pointer.pointee.mask = 7
        set.pointer.pointee.fill = 0
        set.pointer.pointee.count = 0
        set.pointer.pointee.changes &+= 1
    }

    /// Adds all keys of another set.
    func setMerge(_ set: SetRef, _ other: SetRef) throws(Raise) {
        guard set.pointer != other.pointer, other.count > 0 else { return }
        if (set.pointer.pointee.fill &+ other.count) &* 5 >= set.pointer.pointee.mask &* 3 {
            setResize(set, minimum: (set.count &+ other.count) &* 2)
        }
        if set.pointer.pointee.fill == 0 {
            if set.pointer.pointee.table == nil { setResize(set, slots: set.pointer.pointee.mask &+ 1) }
            if set.pointer.pointee.mask == other.pointer.pointee.mask && other.pointer.pointee.fill == other.count {
                let table = set.pointer.pointee.table.unsafelyUnwrapped
                table.update(from: other.pointer.pointee.table.unsafelyUnwrapped, count: other.slots)
            } else {
                for slot in 0..<other.slots where other.key(at: slot).isBound {
                    setInsertClean(set, other.key(at: slot), hash: other.entry(slot).pointee.hash)
                }
            }
            set.pointer.pointee.fill = other.count
            set.pointer.pointee.count = other.count
            set.pointer.pointee.changes &+= 1
            return
        }
        var slot = 0
        while slot < other.slots {
            let key = other.key(at: slot)
            if key.isBound { try setAdd(set, key, hash: other.entry(slot).pointee.hash) }
            slot &+= 1
        }
    }

    /// Exchanges the contents of two sets.
    func setSwap(_ a: SetRef, _ b: SetRef) {
        let table = a.pointer.pointee.table
        let mask = a.pointer.pointee.mask
        let fill = a.pointer.pointee.fill
        let count = a.pointer.pointee.count
        a.pointer.pointee.table = b.pointer.pointee.table
        a.pointer.pointee.mask = b.pointer.pointee.mask
        a.pointer.pointee.fill = b.pointer.pointee.fill
        a.pointer.pointee.count = b.pointer.pointee.count
        b.pointer.pointee.table = table
        b.pointer.pointee.mask = mask
        b.pointer.pointee.fill = fill
        b.pointer.pointee.count = count
        a.pointer.pointee.changes &+= 1
        b.pointer.pointee.changes &+= 1
    }

    /// The set that a set display of these items makes: `{a, b, c}`.
    func makeSet(from items: UnsafePointer<Value>, count: Int) throws(Raise) -> Value {
        let set = set()
        for index in 0..<count { try setAdd(set, items[index]) }
        return set.value
    }
}

extension SetRef {
    /// Visits the keys for the collector.
    static func trace(_ cell: Cell, _ marker: inout Marker) {
        let set = SetRef(Value(cell))
        for slot in 0..<set.slots { marker.visit(set.entry(slot).pointee.key) }
    }

    /// Frees the table of a dying set.
    static func release(_ cell: Cell, _ m: Machine) {
        let set = SetRef(Value(cell))
        guard let table = set.pointer.pointee.table else { return }
        m.heap.pointee.giveBack(table, bytes: set.slots * MemoryLayout<SetEntry>.stride)
    }
}
