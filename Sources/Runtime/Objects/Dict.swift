/// A dict: entries in the order of insertion, and an open-addressing index over them; both in malloc'ed memory that
/// the cell owns. A removed entry leaves a hole (key ``Value/deleted``) until the next resize.
struct DictLayout {
    var header: CellHeader
    var entries: UnsafeMutablePointer<DictEntry>?
    /// `indexSize` slots of Int32: entry number, -1 empty, -2 deleted.
    var index: UnsafeMutablePointer<Int32>?
    /// A power of two, or 0.
    var indexSize: Int
    /// Live items.
    var count: Int
    /// Entries in use, holes included.
    var used: Int
    var capacity: Int
    /// Changes whenever a key comes or goes; never 0 once used by a cache.
    var keysVersion: UInt32
    /// All keys ever inserted are exact strings: look-ups can't call into the script.
    var hasOnlyStringKeys: Bool
}

/// An item of a dict with the hash of its key; a hole where the key is ``Value/deleted``.
struct DictEntry {
    var hash: Int
    var key: Value
    var value: Value
}

/// A trivial reference to a dict. Whoever calls into the script must read the entries again afterwards.
struct Dict {
    let pointer: UnsafeMutablePointer<DictLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) init(pointer: UnsafeMutablePointer<DictLayout>) { self.pointer = pointer }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { pointer.pointee.count }
    /// Number of entries, holes included.
    @inline(__always) var used: Int { pointer.pointee.used }
    @inline(__always) func key(at entry: Int) -> Value { pointer.pointee.entries.unsafelyUnwrapped[entry].key }
    @inline(__always) func value(at entry: Int) -> Value { pointer.pointee.entries.unsafelyUnwrapped[entry].value }
    @inline(__always) func entry(_ number: Int) -> UnsafeMutablePointer<DictEntry> {
        pointer.pointee.entries.unsafelyUnwrapped + number
    }
    /// Where the value of an entry lies, for a cache: as long as no key is added or removed.
    @inline(__always) func valueAddress(at number: Int) -> UInt64 {
        let value = UnsafeMutableRawPointer(entry(number)) + (MemoryLayout<DictEntry>.offset(of: \.value) ?? 16)
        return UInt64(UInt(bitPattern: value))
    }
    /// The entries without the holes, in order.
    @inline(__always) var entries: Entries { Entries(dict: self) }

    /// Walks over a dict, which may change on the way: the table is read anew for each entry.
    struct Entries: Sequence, IteratorProtocol {
        let dict: Dict
        private var number = 0

        @inline(__always) fileprivate init(dict: Dict) { self.dict = dict }

        @inline(__always)
        mutating func next() -> DictEntry? {
            let used = dict.used
            while number < used {
                let entry = dict.entry(number).pointee
                number &+= 1
                if entry.key != .deleted { return entry }
            }
            return nil
        }
    }
}
