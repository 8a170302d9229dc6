#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What instructions that see instances of several classes have found out: an inline cache has room for one class only.
///
/// A direct-mapped table, shared by all instructions. The version of a type, the shape of the instance and the name
/// determine what an attribute means; names may go with a collection, so that the table is emptied then.
struct PolymorphicCache {
    /// What a name was looked up for.
    enum Purpose: UInt64 { case load, store, method }

    private struct Entry {
        var version: UInt64
        var shape: UInt64
        var name: UInt64
        /// The slot's number, or the bits of the method.
        var content: UInt64
    }

    private static let size = 512
    /// Made with the first entry.
    private var entries: UnsafeMutablePointer<Entry>?

    /// What was noted, or nil.
    @inline(__always)
    func find(_ purpose: Purpose, _ cell: Cell, _ name: Value) -> UInt64? {
        guard let entries else { return nil }
        let version = PolymorphicCache.key(purpose, cell)
        let shape = PolymorphicCache.shape(of: cell)
        let entry = entries + PolymorphicCache.index(version, shape, name)
        guard entry.pointee.version == version, entry.pointee.shape == shape, entry.pointee.name == name.bits else {
            return nil
        }
        return entry.pointee.content
    }

    /// Notes what the name means for instances like this one, whose type has a version.
    mutating func note(_ purpose: Purpose, _ cell: Cell, _ name: Value, _ content: UInt64) {
        if entries == nil {
            entries = calloc(PolymorphicCache.size, MemoryLayout<Entry>.stride)?.assumingMemoryBound(to: Entry.self)
        }
        let version = PolymorphicCache.key(purpose, cell)
        let shape = PolymorphicCache.shape(of: cell)
        entries?[PolymorphicCache.index(version, shape, name)] = Entry(
            version: version, shape: shape, name: name.bits, content: content)
    }

    func clear() {
        guard let entries else { return }
        memset(entries, 0, PolymorphicCache.size * MemoryLayout<Entry>.stride)
    }

    @inline(__always)
    private static func key(_ purpose: Purpose, _ cell: Cell) -> UInt64 {
        UInt64(cell.type.pointer.pointee.version) | (purpose.rawValue &+ 1) << 32
    }

    @inline(__always)
    private static func shape(of cell: Cell) -> UInt64 {
        cell.hasAttributes ? UInt64(UInt(bitPattern: cell.shape)) : 0
    }

    @inline(__always)
    private static func index(_ version: UInt64, _ shape: UInt64, _ name: Value) -> Int {
        let mixed = version &* 0x9E37_79B1 ^ shape >> 4 ^ name.bits >> 4
        return Int(truncatingIfNeeded: mixed) & (size - 1)
    }
}
