/// A set or frozenset: a table of keys with their hashes, probed as CPython probes so that iteration yields the same
/// order for keys whose hash does not depend on the process (ints above all).
struct SetLayout {
    var header: CellHeader
    /// `mask + 1` slots in malloc'ed memory that the cell owns, or nil while nothing was added.
    var table: UnsafeMutablePointer<SetEntry>?
    /// Number of slots less one; slots are a power of two, at least 8.
    var mask: Int
    /// Slots that are not empty, removed ones included.
    var fill: Int
    /// Live keys.
    var count: Int
    /// Of a frozenset; 0 when not computed yet.
    var hash: Int
    /// Changes whenever the table does: look-ups that ran script code see it.
    var changes: Int
}

/// A slot: key unbound when it is empty, ``Value/deleted`` when the key was removed.
struct SetEntry {
    var hash: Int
    var key: Value
}

/// A trivial reference to a set. Whoever calls into the script must read the table again afterwards.
struct SetRef {
    let pointer: UnsafeMutablePointer<SetLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) init(pointer: UnsafeMutablePointer<SetLayout>) { self.pointer = pointer }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { pointer.pointee.count }
    /// Number of slots, empty ones included.
    @inline(__always) var slots: Int { pointer.pointee.table == nil ? 0 : pointer.pointee.mask &+ 1 }
    /// The key in a slot, or unbound.
    @inline(__always) func key(at slot: Int) -> Value {
        let key = pointer.pointee.table.unsafelyUnwrapped[slot].key
        return key == .deleted ? .unbound : key
    }
    @inline(__always) func entry(_ slot: Int) -> UnsafeMutablePointer<SetEntry> {
        pointer.pointee.table.unsafelyUnwrapped + slot
    }
    /// The slots that have a key, in order.
    @inline(__always) var entries: Entries { Entries(set: self) }

    /// Walks over a set, which may change on the way: the table is read anew for each entry.
    struct Entries: Sequence, IteratorProtocol {
        let set: SetRef
        private var slot = 0

        @inline(__always) fileprivate init(set: SetRef) { self.set = set }

        @inline(__always)
        mutating func next() -> SetEntry? {
            guard let table = set.pointer.pointee.table else { return nil }
            let mask = set.pointer.pointee.mask
            while slot <= mask {
                let entry = table[slot]
                slot &+= 1
                if entry.key.isBound && entry.key != .deleted { return entry }
            }
            return nil
        }
    }
}
