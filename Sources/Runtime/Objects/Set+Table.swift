#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// The hash table behind set and frozenset. Ten slots in a row are probed before a jump, the table begins with 8 slots
// and quadruples when three fifths are filled: so the order of iteration is CPython's for keys with equal hashes there.

private let linearProbes = 9

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

    /// Looks for a key: its slot, or `~slot` with the slot that it would go into.
    @inline(__always)
    private func setProbe(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Int {
        guard let table = set.pointer.pointee.table else { return ~0 }
        let slot = hash & set.pointer.pointee.mask
        let existing = table[slot].key
        if existing == key { return slot }
        if existing.isUnbound { return ~slot }
        return try setProbeFurther(set, key, hash: hash)
    }

    /// The same where the first slot does not decide. A new key takes the place of the last removed one on its way, as
    /// in CPython.
    @inline(never)
    private func setProbeFurther(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Int {
        search: while true {
            guard let table = set.pointer.pointee.table else { return ~0 }
            let mask = set.pointer.pointee.mask
            let changes = set.pointer.pointee.changes
            var perturb = UInt(bitPattern: hash)
            var position = hash & mask
            var removed = -1
            while true {
                let last = position &+ linearProbes <= mask ? position &+ linearProbes : position
                var slot = position
                while slot <= last {
                    let entry = table + slot
                    let existing = entry.pointee.key
                    if existing == key { return slot }
                    if existing.isUnbound { return ~(removed >= 0 ? removed : slot) }
                    if existing == .deleted {
                        removed = slot
                    } else if entry.pointee.hash == hash {
                        if let isEqual = equalsAtOnce(existing, key) {
                            if isEqual { return slot }
                        } else {
                            let isEqual = try equals(existing, key)
                            if set.pointer.pointee.changes != changes {
                                // Other keys may have come and gone, as long as what was seen here still holds.
                                guard set.pointer.pointee.table == table, set.pointer.pointee.mask == mask,
                                    entry.pointee.key == existing, removed < 0 || table[removed].key == .deleted
                                else { continue search }
                            }
                            if isEqual { return slot }
                        }
                    }
                    slot &+= 1
                }
                perturb >>= 5
                position = (position &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
            }
        }
    }

    /// The slot of a key, or a negative number.
    @inline(__always)
    func setFind(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Int { try setProbe(set, key, hash: hash) }

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
    @inline(__always)
    func setAdd(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) -> Bool {
        let place = try setProbe(set, key, hash: hash)
        if place >= 0 { return false }
        setPut(set, key, hash: hash, slot: ~place)
        return true
    }

    /// Adds a key that is not in the set, and of which no equal one was ever removed from it.
    @inline(__always)
    func setAppend(_ set: SetRef, _ key: Value, hash: Int) {
        guard let table = set.pointer.pointee.table else { return setPut(set, key, hash: hash, slot: 0) }
        setPut(set, key, hash: hash, slot: firstEmpty(table, set.pointer.pointee.mask, hash))
    }

    /// Puts a key that is not there into the slot that a probe found.
    @inline(__always)
    private func setPut(_ set: SetRef, _ key: Value, hash: Int, slot: Int) {
        var slot = slot
        if set.pointer.pointee.table == nil {
            setResize(set, slots: 8)
            slot = hash & 7
        }
        let entry = set.entry(slot)
        set.pointer.pointee.count &+= 1
        set.pointer.pointee.changes &+= 1
        let wasRemoved = entry.pointee.key == .deleted
        entry.pointee = SetEntry(hash: hash, key: key)
        if wasRemoved { return }
        set.pointer.pointee.fill &+= 1
        if set.pointer.pointee.fill &* 5 >= set.pointer.pointee.mask &* 3 { setGrow(set) }
    }

    @inline(never)
    private func setGrow(_ set: SetRef) {
        let count = set.pointer.pointee.count
        setResize(set, minimum: count > 50000 ? count &* 2 : count &* 4)
    }

    /// The first slot without a key for a hash, in a table without removed keys.
    @inline(__always)
    private func firstEmpty(_ table: UnsafeMutablePointer<SetEntry>, _ mask: Int, _ hash: Int) -> Int {
        var perturb = UInt(bitPattern: hash)
        var position = hash & mask
        if table[position].key.isUnbound { return position }
        while true {
            let last = position &+ linearProbes <= mask ? position &+ linearProbes : position
            var slot = position
            while slot <= last {
                if table[slot].key.isUnbound { return slot }
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
        let table = setTakeTable(set, slots: slots)
        memset(table, 0, slots * MemoryLayout<SetEntry>.stride)
        guard let old else { return }
        let mask = slots &- 1
        for slot in 0..<oldSlots where old[slot].key.isBound && old[slot].key != .deleted {
            table[firstEmpty(table, mask, old[slot].hash)] = old[slot]
        }
        heap.pointee.giveBack(old, bytes: oldSlots * MemoryLayout<SetEntry>.stride)
    }

    /// Gives a set a table with undefined contents; the old one is the caller's.
    private func setTakeTable(_ set: SetRef, slots: Int) -> UnsafeMutablePointer<SetEntry> {
        let bytes = slots * MemoryLayout<SetEntry>.stride
        let table = heap.pointee.takeBuffer(bytes).bindMemory(to: SetEntry.self, capacity: slots)
        // Set algebra makes tables that die soon; those of some kilobytes are counted four times, since memory that is
        // used again before long is still in the processor's caches.
        let weight = bytes > Heap.maximumBufferSize && bytes < 1 << 18 ? 4 : 1
        heap.pointee.noteExternal(bytes: weight * max(0, bytes - set.slots * MemoryLayout<SetEntry>.stride))
        set.pointer.pointee.table = table
        set.pointer.pointee.mask = slots &- 1
        set.pointer.pointee.fill = set.pointer.pointee.count
        set.pointer.pointee.changes &+= 1
        return table
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

    /// Removes a key that is there, and adds one that is not.
    @inline(__always)
    func setToggle(_ set: SetRef, _ key: Value, hash: Int) throws(Raise) {
        let place = try setProbe(set, key, hash: hash)
        if place >= 0 { setRemove(set, slot: place) } else { setPut(set, key, hash: hash, slot: ~place) }
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

    /// Makes room for so many more keys, as CPython does before it adds those of a set or dict.
    func setReserve(_ set: SetRef, more: Int) {
        if (set.pointer.pointee.fill &+ more) &* 5 >= set.pointer.pointee.mask &* 3 {
            setResize(set, minimum: (set.count &+ more) &* 2)
        }
    }

    /// Adds all keys of another set.
    func setMerge(_ set: SetRef, _ other: SetRef) throws(Raise) {
        guard set.pointer != other.pointer, other.count > 0 else { return }
        if set.pointer.pointee.fill == 0 { return setFill(set, with: other) }
        setReserve(set, more: other.count)
        for entry in other.entries { try setAdd(set, entry.key, hash: entry.hash) }
    }

    /// Copies the keys of another set into one that has none.
    private func setFill(_ set: SetRef, with other: SetRef) {
        let count = other.count
        var slots = set.pointer.pointee.mask &+ 1
        if count &* 5 >= set.pointer.pointee.mask &* 3 {
            slots = 8
            while slots <= count &* 2 { slots *= 2 }
        }
        let source = other.pointer.pointee.table.unsafelyUnwrapped
        if slots == other.slots && other.pointer.pointee.fill == count {
            setClear(set)
            setTakeTable(set, slots: slots).update(from: source, count: slots)
        } else {
            if slots != set.slots { setResize(set, slots: slots) }
            let table = set.pointer.pointee.table.unsafelyUnwrapped
            for slot in 0..<other.slots where source[slot].key.isBound && source[slot].key != .deleted {
                table[firstEmpty(table, slots &- 1, source[slot].hash)] = source[slot]
            }
        }
        set.pointer.pointee.fill = count
        set.pointer.pointee.count = count
        set.pointer.pointee.changes &+= 1
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
