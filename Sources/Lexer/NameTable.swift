#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The names of a program by their spelling, in an open-addressing table that also knows the reserved words.
///
/// Refers to the bytes of the text, which has to outlive it; frees its own memory in `destroy`.
struct NameTable {
    struct Entry {
        var bytes: UnsafePointer<UInt8>?
        var length: Int32
        var hash: UInt32
        var kind: TokenKind
        var nameIndex: Int32
    }

    private var entries: UnsafeMutablePointer<Entry>
    private var mask: Int
    private var used = 0
    private(set) var names: [String] = []

    static let hashSeed: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func combine(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 0x0100_0193
    }

    /// A table for a text of so many bytes.
    init(textLength: Int) {
        let size = textLength < 2048 ? 256 : 1024
        mask = size - 1
        entries = NameTable.allocate(size)
        for (word, kind) in TokenKind.keywords {
            let bytes = word.utf8Start
            let length = word.utf8CodeUnitCount
            var hash = NameTable.hashSeed
            for index in 0..<length { hash = NameTable.combine(hash, bytes[index]) }
            insert(Entry(bytes: bytes, length: Int32(length), hash: hash, kind: kind, nameIndex: -1))
        }
    }

    func destroy() { entries.deallocate() }

    /// The entry of a spelling, made at its first occurrence.
    mutating func find(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32, isASCII: Bool
    ) -> (kind: TokenKind, index: Int32) {
        var slot = Int(hash ^ hash >> 15) & mask
        while let known = entries[slot].bytes {
            if entries[slot].hash == hash && Int(entries[slot].length) == length && memcmp(known, bytes, length) == 0 {
                return (entries[slot].kind, entries[slot].nameIndex)
            }
            slot = (slot + 1) & mask
        }
        var name = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
        if !isASCII { name = Identifiers.normalized(name) }
        names.append(name)
        let index = Int32(names.count - 1)
        insert(Entry(bytes: bytes, length: Int32(length), hash: hash, kind: .name, nameIndex: index))
        return (.name, index)
    }

    private mutating func insert(_ entry: Entry) {
        if used * 2 > mask { grow() }
        var slot = Int(entry.hash ^ entry.hash >> 15) & mask
        while entries[slot].bytes != nil { slot = (slot + 1) & mask }
        entries[slot] = entry
        used += 1
    }

    private mutating func grow() {
        let old = entries
        let oldCount = mask + 1
        entries = NameTable.allocate(oldCount * 2)
        mask = oldCount * 2 - 1
        used = 0
        for index in 0..<oldCount where old[index].bytes != nil { insert(old[index]) }
        old.deallocate()
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Entry> {
        let memory = UnsafeMutablePointer<Entry>.allocate(capacity: count)
        memory.initialize(
            repeating: Entry(bytes: nil, length: 0, hash: 0, kind: .name, nameIndex: -1), count: count)
        return memory
    }
}
