/// A table from names to values, in the order of insertion.
///
/// A scope has few names, so that hashing them as `Dictionary` does costs more than it saves; and the first use of a
/// dictionary type in a process has the Swift runtime search all conformances of the program for its key, which takes
/// longer than the compilation of a small module.
struct NameMap<Value> {
    private(set) var names: [String] = []
    private(set) var values: [Value] = []
    private var hashes: [Int] = []
    /// Open addressing: places in `names`, plus one. Empty while there are few.
    private var table: [Int] = []

    private static var linearLimit: Int { 8 }

    subscript(_ name: String) -> Value? {
        get { place(of: name, Self.hash(name)).map { values[$0] } }
        set {
            guard let newValue else { return }
            set(name, newValue)
        }
    }

    subscript(_ name: String, default value: @autoclosure () -> Value) -> Value {
        get { self[name] ?? value() }
        set { set(name, newValue) }
    }

    private mutating func set(_ name: String, _ value: Value) {
        let hash = Self.hash(name)
        if let place = place(of: name, hash) {
            values[place] = value
            return
        }
        names.append(name)
        values.append(value)
        hashes.append(hash)
        guard names.count > Self.linearLimit else { return }
        if names.count * 2 > table.count { grow() } else { enter(names.count - 1) }
    }

    private func place(of name: String, _ hash: Int) -> Int? {
        if table.isEmpty {
            for place in 0..<hashes.count where hashes[place] == hash && names[place] == name { return place }
            return nil
        }
        let mask = table.count - 1
        var slot = hash & mask
        while table[slot] != 0 {
            let place = table[slot] - 1
            if hashes[place] == hash, names[place] == name { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func grow() {
        table = [Int](repeating: 0, count: max(32, table.count * 2))
        for place in 0..<names.count { enter(place) }
    }

    private mutating func enter(_ place: Int) {
        let mask = table.count - 1
        var slot = hashes[place] & mask
        while table[slot] != 0 { slot = (slot + 1) & mask }
        table[slot] = place + 1
    }

    private static func hash(_ name: String) -> Int {
        var name = name
        return name.withUTF8 { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return Int(truncatingIfNeeded: hash ^ hash >> 32)
        }
    }
}

/// A set of names, in the order of insertion; made for the same reason.
struct NameSet: Sequence {
    private var map = NameMap<Bool>()

    init() {}
    init(_ names: [String]) { for name in names { insert(name) } }

    func contains(_ name: String) -> Bool { map[name] == true }

    /// Whether the name is new.
    @discardableResult
    mutating func insert(_ name: String) -> Bool {
        if map[name] == true { return false }
        map[name] = true
        return true
    }

    /// Whether the name was there.
    @discardableResult
    mutating func remove(_ name: String) -> Bool {
        guard map[name] == true else { return false }
        map[name] = false
        return true
    }

    mutating func formUnion(_ other: NameSet) { for name in other { insert(name) } }

    func makeIterator() -> Iterator { Iterator(map: map) }

    struct Iterator: IteratorProtocol {
        fileprivate let map: NameMap<Bool>
        private var place = 0

        fileprivate init(map: NameMap<Bool>) { self.map = map }

        mutating func next() -> String? {
            while place < map.names.count {
                defer { place += 1 }
                if map.values[place] { return map.names[place] }
            }
            return nil
        }
    }
}
