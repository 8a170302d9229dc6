#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

// Memory that a cell owns beside its own: the items of a list, the tables of dicts and sets. Small pieces come from free
// lists by size, as cells do; a sweep gives back thousands at once, which is what malloc is slow at.
extension Heap {
    /// Pieces up to this many bytes come from the free lists.
    static let maximumBufferSize = 1024
    static let bufferClassCount = maximumBufferSize / granule + 1

    /// Memory of at least `bytes` bytes, contents undefined. It goes back by ``giveBack(_:bytes:)`` with the same number.
    @inline(__always)
    mutating func takeBuffer(_ bytes: Int) -> UnsafeMutableRawPointer {
        guard bytes <= Heap.maximumBufferSize else {
            guard let memory = malloc(bytes) else { Heap.outOfMemory() }
            return memory
        }
        let sizeClass = (bytes &+ 15) >> 4
        guard let free = bufferLists[sizeClass] else { return carveBuffer(sizeClass) }
        bufferLists[sizeClass] = free.load(as: UnsafeMutableRawPointer?.self)
        return free
    }

    /// Gives memory of ``takeBuffer(_:)`` back.
    @inline(__always)
    mutating func giveBack(_ buffer: UnsafeMutableRawPointer, bytes: Int) {
        guard bytes <= Heap.maximumBufferSize else {
            free(buffer)
            return
        }
        if stress { memset(buffer, 0xDB, bytes) }
        let sizeClass = (bytes &+ 15) >> 4
        buffer.storeBytes(of: bufferLists[sizeClass], as: UnsafeMutableRawPointer?.self)
        bufferLists[sizeClass] = buffer
    }

    /// A larger (or smaller) piece with the contents of an old one, which is given back.
    mutating func resizeBuffer(_ old: UnsafeMutableRawPointer?, from oldBytes: Int, to bytes: Int)
        -> UnsafeMutableRawPointer
    {
        guard let old else { return takeBuffer(bytes) }
        if oldBytes > Heap.maximumBufferSize, bytes > Heap.maximumBufferSize {
            guard let memory = realloc(old, bytes) else { Heap.outOfMemory() }
            return memory
        }
        let new = takeBuffer(bytes)
        memcpy(new, old, min(oldBytes, bytes))
        giveBack(old, bytes: oldBytes)
        return new
    }

    /// A piece from memory that was never used.
    @inline(never)
    private mutating func carveBuffer(_ sizeClass: Int) -> UnsafeMutableRawPointer {
        let size = max(sizeClass, 1) << 4
        if bufferArenaLeft < size {
            // What is left of the old arena stays unused: less than a kilobyte.
            let arenaSize = 1 << 16
            guard let memory = malloc(arenaSize) else { Heap.outOfMemory() }
            bufferArena = memory
            bufferArenaLeft = arenaSize
        }
        defer {
            bufferArena += size
            bufferArenaLeft -= size
        }
        return bufferArena
    }
}
