#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A heap that was large once does not stay so: every collection would look at each cell there is room for.
extension Heap {
    /// Heaps of fewer blocks keep what they have.
    private static let leastBlocks = 512

    /// Gives the blocks without a cell in use back, when three quarters of the memory are free after a sweep. The system
    /// gets their memory; their places are used again, for cells of any size. Complexity: O(cells there is room for).
    mutating func releaseEmptyBlocks() {
        guard blockCount >= Heap.leastBlocks, liveBytes < blockCount * Heap.blockSize / 4,
            collectionCount >= nextRelease
        else { return }
        let before = blockCount
        freeLists.update(repeating: nil, count: Heap.classCount * 2)
        var next = blocks
        blocks = nil
        blockCount = 0
        while let block = next {
            next = block.pointee.next
            if isEmpty(block) { release(block) } else { keep(block) }
        }
        // Where live cells are scattered over the blocks, looking for empty ones again soon is in vain.
        nextRelease = collectionCount + (blockCount > before / 2 ? 16 : 1)
    }

    private func cell(_ index: Int, of block: UnsafeMutablePointer<Block>) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(block) + Block.headSize + block.pointee.prefix + index * block.pointee.cellSize
    }

    private func isEmpty(_ block: UnsafeMutablePointer<Block>) -> Bool {
        for index in 0..<block.pointee.cellCount where Cell(cell(index, of: block)).kind != .free { return false }
        return true
    }

    /// Takes a block into the list and the table of blocks again, and its free cells into their free list.
    private mutating func keep(_ block: UnsafeMutablePointer<Block>) {
        block.pointee.next = blocks
        blocks = block
        blockTable[blockCount] = UInt(bitPattern: block)
        blockCount += 1
        let list = block.pointee.list
        for index in stride(from: block.pointee.cellCount - 1, through: 0, by: -1) {
            let address = cell(index, of: block)
            guard Cell(address).kind == .free else { continue }
            let free = address.assumingMemoryBound(to: FreeCell.self)
            free.pointee.next = freeLists[list]
            freeLists[list] = free
        }
    }

    private mutating func release(_ block: UnsafeMutablePointer<Block>) {
        let list = block.pointee.list
        if newestBlocks[list] == block { newestBlocks[list] = nil }
        emptyBlocks.append(UnsafeMutableRawPointer(block))
        madvise(block, Heap.blockSize, MADV_DONTNEED)
    }
}
