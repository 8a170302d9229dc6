#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// The hash table behind dict. Up to eight entries there is no index: look-ups scan the entries. Beyond that the index
// has at least one and a half slots for each entry; `header.aux` counts the slots that are not empty (removed ones
// included), so that an empty slot always ends a probe.

// MARK: Finding

extension Machine {
    /// The hash of a str, computed once.
    @inline(__always) func nameHash(_ name: Value) -> Int { stringHash(Str(name)) }

    /// The hash of any key; ints and strings without a detour.
    @inline(__always)
    func keyHash(_ key: Value) throws(Raise) -> Int {
        if key.isSmallInt {
            let value = key.smallInt
            return value == -1 ? -2 : value
        }
        if isExactString(key) { return nameHash(key) }
        return try hash(key)
    }

    /// The number of the entry of an exact str, or -1. Runs no script code. Complexity: O(1).
    @inline(__always)
    func dictFind(_ dict: Dict, name: Value) -> Int {
        let layout = dict.pointer
        guard let entries = layout.pointee.entries else { return -1 }
        guard layout.pointee.indexSize != 0 else {
            let used = layout.pointee.used
            var number = 0
            while number < used {
                if entries[number].key == name { return number }
                number &+= 1
            }
            return dictScan(dict, name: name)
        }
        let hash = nameHash(name)
        let mask = layout.pointee.indexSize &- 1
        let slot = Int(layout.pointee.index.unsafelyUnwrapped[hash & mask])
        if slot >= 0 && entries[slot].key == name { return slot }
        if slot == -1 { return -1 }
        return dictProbe(dict, name: name, hash: hash)
    }

    @inline(never)
    private func dictScan(_ dict: Dict, name: Value) -> Int {
        let hash = nameHash(name)
        let isInterned = Str(name).isInterned
        for number in 0..<dict.used {
            let entry = dict.entry(number)
            guard entry.pointee.hash == hash, isExactString(entry.pointee.key) else { continue }
            let key = Str(entry.pointee.key)
            if isInterned && key.isInterned { continue }
            if Str.equal(key, Str(name)) { return number }
        }
        return -1
    }

    @inline(never)
    private func dictProbe(_ dict: Dict, name: Value, hash: Int) -> Int {
        let entries = dict.pointer.pointee.entries.unsafelyUnwrapped
        let index = dict.pointer.pointee.index.unsafelyUnwrapped
        let mask = dict.pointer.pointee.indexSize &- 1
        var perturb = UInt(bitPattern: hash)
        var position = hash & mask
        while true {
            let slot = Int(index[position])
            if slot == -1 { return -1 }
            if slot >= 0 {
                let entry = entries + slot
                if entry.pointee.key == name { return slot }
                if entry.pointee.hash == hash, isExactString(entry.pointee.key),
                    Str.equal(Str(entry.pointee.key), Str(name))
                {
                    return slot
                }
            }
            perturb >>= 5
            position = (position &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
        }
    }

    /// The number of the entry of a key whose hash is known, or -1. May call `__eq__` of keys.
    @inline(__always)
    func dictFind(_ dict: Dict, _ key: Value, hash: Int) throws(Raise) -> Int {
        let layout = dict.pointer
        if layout.pointee.indexSize != 0 {
            // The first place decides nearly always.
            let slot = Int(layout.pointee.index.unsafelyUnwrapped[hash & (layout.pointee.indexSize &- 1)])
            if slot == -1 || slot >= 0 && layout.pointee.entries.unsafelyUnwrapped[slot].key == key { return slot }
        }
        return try dictFindFurther(dict, key, hash: hash)
    }

    /// Whether a dict that `__eq__` has changed still has its memory of before, and the key that was compared there.
    private func dictHas(
        _ dict: Dict, _ key: Value, at number: Int, in entries: UnsafeMutablePointer<DictEntry>,
        index: UnsafeMutablePointer<Int32>?, size: Int
    ) -> Bool {
        let layout = dict.pointer
        return layout.pointee.entries == entries && layout.pointee.index == index && layout.pointee.indexSize == size
            && number < dict.used && dict.key(at: number) == key
    }

    /// The same for any place; begins anew when `__eq__` takes the compared key away or lets the table grow.
    @inline(never)
    private func dictFindFurther(_ dict: Dict, _ key: Value, hash: Int) throws(Raise) -> Int {
        if dict.pointer.pointee.hasOnlyStringKeys && isExactString(key) { return dictFind(dict, name: key) }
        search: while true {
            guard let entries = dict.pointer.pointee.entries else { return -1 }
            let version = dict.pointer.pointee.keysVersion
            guard dict.pointer.pointee.indexSize != 0 else {
                let used = dict.used
                var number = 0
                while number < used {
                    let entry = entries + number
                    if entry.pointee.key == key { return number }
                    if entry.pointee.hash == hash && entry.pointee.key != .deleted {
                        if let isEqual = equalsAtOnce(entry.pointee.key, key) {
                            if isEqual { return number }
                        } else {
                            let existing = entry.pointee.key
                            let isEqual = try equals(existing, key)
                            if dict.pointer.pointee.keysVersion != version {
                                guard dictHas(dict, existing, at: number, in: entries, index: nil, size: 0)
                                else { continue search }
                            }
                            if isEqual { return number }
                        }
                    }
                    number &+= 1
                }
                return -1
            }
            let index = dict.pointer.pointee.index.unsafelyUnwrapped
            let mask = dict.pointer.pointee.indexSize &- 1
            var perturb = UInt(bitPattern: hash)
            var position = hash & mask
            while true {
                let slot = Int(index[position])
                if slot == -1 { return -1 }
                if slot >= 0 {
                    let entry = entries + slot
                    if entry.pointee.key == key { return slot }
                    if entry.pointee.hash == hash && entry.pointee.key != .deleted {
                        if let isEqual = equalsAtOnce(entry.pointee.key, key) {
                            if isEqual { return slot }
                        } else {
                            let existing = entry.pointee.key
                            let isEqual = try equals(existing, key)
                            if dict.pointer.pointee.keysVersion != version {
                                guard dictHas(dict, existing, at: slot, in: entries, index: index, size: mask &+ 1)
                                else { continue search }
                            }
                            if isEqual { return slot }
                        }
                    }
                }
                perturb >>= 5
                position = (position &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
            }
        }
    }
}

// MARK: Reading

extension Machine {
    /// The value of an exact str key, or unbound. Runs no script code.
    @inline(__always)
    func dictGet(_ dict: Dict, name: Value) -> Value {
        let entry = dictFind(dict, name: name)
        return entry < 0 ? .unbound : dict.value(at: entry)
    }

    /// The value of a well-known name, or unbound.
    @inline(__always)
    func dictGet(_ dict: Dict, _ known: KnownName) -> Value { dictGet(dict, name: name(known)) }

    /// The value of a key, or unbound when it is missing. Throws what `__hash__` and `__eq__` of keys raise.
    @inline(__always)
    func dictGet(_ dict: Dict, _ key: Value) throws(Raise) -> Value {
        let entry = try dictFind(dict, key, hash: try keyHash(key))
        return entry < 0 ? .unbound : dict.value(at: entry)
    }

    /// Whether a key is in the dict.
    func dictContains(_ dict: Dict, _ key: Value) throws(Raise) -> Bool {
        try dictFind(dict, key, hash: try keyHash(key)) >= 0
    }
}

// MARK: Writing

extension Machine {
    /// Sets the value of an exact str key. Runs no script code.
    @inline(__always)
    func dictSet(_ dict: Dict, name: Value, _ value: Value) {
        let entry = dictFind(dict, name: name)
        if entry >= 0 {
            dict.entry(entry).pointee.value = value
        } else {
            dictInsert(dict, name, hash: nameHash(name), value)
        }
    }

    /// Sets the value of a well-known name.
    @inline(__always)
    func dictSet(_ dict: Dict, _ known: KnownName, _ value: Value) { dictSet(dict, name: name(known), value) }

    /// Sets the value of a key. Throws what `__hash__` and `__eq__` of keys raise.
    @inline(__always)
    func dictSet(_ dict: Dict, _ key: Value, _ value: Value) throws(Raise) {
        try dictSet(dict, key, hash: try keyHash(key), value)
    }

    /// Sets the value of a key whose hash is known.
    func dictSet(_ dict: Dict, _ key: Value, hash: Int, _ value: Value) throws(Raise) {
        let entry = try dictFind(dict, key, hash: hash)
        if entry >= 0 {
            dict.entry(entry).pointee.value = value
        } else {
            dictInsert(dict, key, hash: hash, value)
        }
    }

    /// Adds an entry for a key that is not in the dict. Runs no script code. Complexity: O(1) amortised.
    @inline(never)
    func dictInsert(_ dict: Dict, _ key: Value, hash: Int, _ value: Value) {
        let layout = dict.pointer
        if layout.pointee.entries == nil { layout.pointee.hasOnlyStringKeys = true }
        if layout.pointee.used == layout.pointee.capacity
            || (layout.pointee.indexSize != 0 && Int(layout.pointee.header.aux) >= layout.pointee.capacity)
        {
            // CPython's sizes: what a program sees of a dict that it changes while iterating depends on them.
            let wanted = layout.pointee.count < 5 ? 5 : layout.pointee.count &* 2
            dictRebuild(dict, capacity: wanted)
        }
        let number = layout.pointee.used
        layout.pointee.entries.unsafelyUnwrapped[number] = DictEntry(hash: hash, key: key, value: value)
        layout.pointee.used = number &+ 1
        layout.pointee.count &+= 1
        if layout.pointee.indexSize != 0 {
            let index = layout.pointee.index.unsafelyUnwrapped
            let mask = layout.pointee.indexSize &- 1
            var perturb = UInt(bitPattern: hash)
            var position = hash & mask
            while index[position] >= 0 {
                perturb >>= 5
                position = (position &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
            }
            if index[position] == -1 { layout.pointee.header.aux &+= 1 }
            index[position] = Int32(truncatingIfNeeded: number)
        }
        if layout.pointee.hasOnlyStringKeys && !isExactString(key) { layout.pointee.hasOnlyStringKeys = false }
        bumpKeysVersion(dict)
    }

    /// Makes room for `count` items in all.
    func dictReserve(_ dict: Dict, _ count: Int) {
        let layout = dict.pointer
        guard count > layout.pointee.capacity else { return }
        if layout.pointee.entries == nil { layout.pointee.hasOnlyStringKeys = true }
        dictRebuild(dict, capacity: count)
        bumpKeysVersion(dict)
    }

    /// Tells inline caches that keys came, went or moved.
    @inline(__always)
    func bumpKeysVersion(_ dict: Dict) {
        let version = runtime.pointee.nextKeysVersion &+ 1
        runtime.pointee.nextKeysVersion = version
        dict.pointer.pointee.keysVersion = version == 0 ? 1 : version
        if version == 0 { runtime.pointee.nextKeysVersion = 1 }
    }

    /// Moves the live entries, without holes, to a table for at least `capacity` of them.
    private func dictRebuild(_ dict: Dict, capacity wanted: Int) {
        let layout = dict.pointer
        var capacity = max(wanted, layout.pointee.count &+ 1)
        var indexSize = 0
        if capacity > 8 {
            indexSize = 16
            while indexSize * 2 / 3 < capacity { indexSize *= 2 }
            capacity = indexSize * 2 / 3
        }
        let memory = heap.pointee.takeBuffer(capacity * MemoryLayout<DictEntry>.stride)
        let entries = memory.bindMemory(to: DictEntry.self, capacity: capacity)
        var used = 0
        if let old = layout.pointee.entries {
            if layout.pointee.used == layout.pointee.count {
                used = layout.pointee.count
                entries.update(from: old, count: used)
            } else {
                for number in 0..<layout.pointee.used where old[number].key != .deleted {
                    entries[used] = old[number]
                    used &+= 1
                }
            }
            heap.pointee.giveBack(old, bytes: layout.pointee.capacity * MemoryLayout<DictEntry>.stride)
        }
        if let index = layout.pointee.index { heap.pointee.giveBack(index, bytes: layout.pointee.indexSize * 4) }
        layout.pointee.index = nil
        if indexSize > 0 {
            let memory = heap.pointee.takeBuffer(indexSize * 4)
            let index = memory.bindMemory(to: Int32.self, capacity: indexSize)
            memset(memory, 0xFF, indexSize * 4)
            let mask = indexSize &- 1
            for number in 0..<used {
                var perturb = UInt(bitPattern: entries[number].hash)
                var position = entries[number].hash & mask
                while index[position] != -1 {
                    perturb >>= 5
                    position = (position &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
                }
                index[position] = Int32(truncatingIfNeeded: number)
            }
            layout.pointee.index = index
        }
        heap.pointee.noteExternal(
            bytes: max(0, capacity - layout.pointee.capacity) * MemoryLayout<DictEntry>.stride + indexSize * 4)
        layout.pointee.entries = entries
        layout.pointee.indexSize = indexSize
        layout.pointee.capacity = capacity
        layout.pointee.used = used
        layout.pointee.header.aux = UInt32(truncatingIfNeeded: used)
    }
}

// MARK: Removing

extension Machine {
    /// Removes an exact str key; the value it had, or unbound. Runs no script code.
    func dictRemove(_ dict: Dict, name: Value) -> Value {
        let entry = dictFind(dict, name: name)
        return entry < 0 ? .unbound : dictRemove(dict, entry: entry)
    }

    /// Removes a key; the value it had, or unbound.
    func dictRemove(_ dict: Dict, _ key: Value) throws(Raise) -> Value {
        let entry = try dictFind(dict, key, hash: try keyHash(key))
        return entry < 0 ? .unbound : dictRemove(dict, entry: entry)
    }

    /// Removes a live entry; the value it had.
    @discardableResult
    func dictRemove(_ dict: Dict, entry number: Int) -> Value {
        let layout = dict.pointer
        let entries = layout.pointee.entries.unsafelyUnwrapped
        let value = entries[number].value
        if layout.pointee.indexSize != 0 {
            let index = layout.pointee.index.unsafelyUnwrapped
            let mask = layout.pointee.indexSize &- 1
            var perturb = UInt(bitPattern: entries[number].hash)
            var position = entries[number].hash & mask
            while Int(index[position]) != number {
                perturb >>= 5
                position = (position &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
            }
            index[position] = -2
        }
        entries[number].key = .deleted
        entries[number].value = .unbound
        layout.pointee.count &-= 1
        bumpKeysVersion(dict)
        return value
    }

    /// Forgets the removed entries at the end, for the next to come there (`popitem`).
    func dictTrim(_ dict: Dict) {
        guard let entries = dict.pointer.pointee.entries else { return }
        var used = dict.used
        while used > 0 && entries[used &- 1].key == .deleted { used &-= 1 }
        dict.pointer.pointee.used = used
    }

    /// Removes everything and gives the memory back.
    func dictClear(_ dict: Dict) {
        let layout = dict.pointer
        dict.releaseTables(self)
        layout.pointee.entries = nil
        layout.pointee.index = nil
        layout.pointee.indexSize = 0
        layout.pointee.count = 0
        layout.pointee.used = 0
        layout.pointee.capacity = 0
        layout.pointee.header.aux = 0
        layout.pointee.hasOnlyStringKeys = true
        bumpKeysVersion(dict)
    }

    /// Copies all entries of `source` into an empty dict, without holes. Runs no script code.
    func dictCopy(_ source: Dict, into target: Dict) {
        guard source.count > 0 else { return }
        dictReserve(target, source.count)
        for entry in source.entries { dictInsert(target, entry.key, hash: entry.hash, entry.value) }
        target.pointer.pointee.hasOnlyStringKeys = source.pointer.pointee.hasOnlyStringKeys
    }
}

extension Dict {
    /// Gives the tables of a dying dict back.
    func releaseTables(_ m: Machine) {
        if let entries = pointer.pointee.entries {
            m.heap.pointee.giveBack(entries, bytes: pointer.pointee.capacity * MemoryLayout<DictEntry>.stride)
        }
        if let index = pointer.pointee.index { m.heap.pointee.giveBack(index, bytes: pointer.pointee.indexSize * 4) }
    }
}
