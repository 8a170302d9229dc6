#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The memory of one interpreter: blocks of equal cells with free lists, and large cells by malloc. Never moves a cell.
///
/// Cells up to ``maximumSmallSize`` bytes come from 64 KiB blocks, aligned to their size so that any address inside
/// finds its block (the conservative scan of native stacks needs that). Allocation never collects: it only counts
/// bytes and asks for a collection at the next safepoint.
struct Heap {
    static let blockSize = 1 << 16
    static let granule = 16
    static let maximumSmallSize = 1024
    static let classCount = maximumSmallSize / granule + 1

    /// Head of a block.
    struct Block {
        var cellSize: Int
        /// 16 when cells have an attribute prefix before their header, else 0.
        var prefix: Int
        /// Cells that have been handed to the free list so far; those behind them have never been touched.
        var cellCount: Int
        var next: UnsafeMutablePointer<Block>?
        /// Some cell here may have a finalizer.
        var needsAttention = false
        @inline(__always) static var headSize: Int { 64 }
        /// The number of the free list of its cells.
        var list: Int { cellSize >> 4 + (prefix == 0 ? 0 : Heap.classCount) }
    }
    /// A cell that is free links to the next one (behind the type word of its header, whose kind says `free`).
    struct FreeCell {
        var next: UnsafeMutablePointer<FreeCell>?
        var meta: UInt64
    }

    /// Free lists by size class; the second half is for cells with a prefix. A free cell's link lies at the header.
    var freeLists: UnsafeMutablePointer<UnsafeMutablePointer<FreeCell>?>
    /// The newest block of each list, whose cells may not all be in use yet.
    var newestBlocks: UnsafeMutablePointer<UnsafeMutablePointer<Block>?>
    var blocks: UnsafeMutablePointer<Block>?
    var blockCount = 0
    /// Where the next block will lie, and how many are left there.
    private var arena: UnsafeMutableRawPointer
    private var arenaBlocks = 0
    /// Memory of blocks that were given back, to be used before that of the arena; from which collection on it is worth
    /// looking for more. See `Heap+EmptyBlocks.swift`.
    var emptyBlocks: [UnsafeMutableRawPointer] = []
    var nextRelease = 0
    /// Addresses of blocks, sorted at each collection for the conservative scan.
    var blockTable: UnsafeMutablePointer<UInt>
    var blockTableCapacity = 0
    var lowestBlock = UInt.max
    var highestBlock: UInt = 0
    /// Free pieces of memory that cells own, by size; and where new ones are carved from. See `Heap+Buffers.swift`.
    var bufferLists: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    var bufferArena: UnsafeMutableRawPointer
    var bufferArenaLeft = 0
    /// Cells that are too large for blocks: base addresses of their memory.
    var largeCells: UnsafeMutablePointer<UnsafeMutableRawPointer>
    var largeCount = 0
    var largeCapacity = 0

    /// Bytes allocated (cells and the memory they own) since the last collection.
    var allocatedSinceCollection = 0
    /// When this many bytes have been allocated, the next safepoint collects.
    var threshold = 16 << 20
    /// Bytes that survived the last collection.
    var liveBytes = 0
    var collectionCount = 0
    /// Cells freed so far.
    var freedCount = 0
    /// `gc.disable()` was called. It is only remembered: in CPython, too, most memory is freed all the same.
    var isDisabled = false
    /// No collection while positive (start-up, and moments in which a structure is half built).
    var pauseCount = 0
    var stress = false
    /// Whether the end of some object may be noticed by the program; see `Machine+Watch.swift`.
    var watch = Watch()
    /// Set when a collection is due; the machine looks at it at safepoints.
    var wantsCollection: UnsafeMutablePointer<Int32>

    init(interrupt: UnsafeMutablePointer<Int32>) {
        freeLists = .allocate(capacity: Heap.classCount * 2)
        freeLists.initialize(repeating: nil, count: Heap.classCount * 2)
        newestBlocks = .allocate(capacity: Heap.classCount * 2)
        newestBlocks.initialize(repeating: nil, count: Heap.classCount * 2)
        blockTable = .allocate(capacity: 64)
        blockTableCapacity = 64
        largeCells = .allocate(capacity: 64)
        largeCapacity = 64
        wantsCollection = interrupt
        arena = UnsafeMutableRawPointer(freeLists)
        bufferLists = .allocate(capacity: Heap.bufferClassCount)
        bufferLists.initialize(repeating: nil, count: Heap.bufferClassCount)
        bufferArena = arena
    }

    /// Memory for a cell of `size` bytes (header included), contents undefined; `prefixed` adds the 16 bytes of
    /// attributes before it. The address is the header's. Complexity: O(1).
    @inline(__always)
    mutating func allocate(size: Int, prefixed: Bool = false) -> UnsafeMutableRawPointer {
        let total = size &+ (prefixed ? 16 : 0)
        guard total <= Heap.maximumSmallSize else { return allocateLarge(size: size, prefixed: prefixed) }
        let sizeClass = (total &+ 15) >> 4 &+ (prefixed ? Heap.classCount : 0)
        allocatedSinceCollection &+= total
        guard let cell = freeLists[sizeClass] else { return allocateFromNewBlock(size: size, prefixed: prefixed) }
        freeLists[sizeClass] = cell.pointee.next
        return UnsafeMutableRawPointer(cell)
    }

    @inline(never)
    mutating func allocateFromNewBlock(size: Int, prefixed: Bool) -> UnsafeMutableRawPointer {
        if allocatedSinceCollection >= threshold { requestCollection() }
        let total = size + (prefixed ? 16 : 0)
        let sizeClass = (total + 15) >> 4
        let list = sizeClass + (prefixed ? Heap.classCount : 0)
        if let newest = newestBlocks[list], newest.pointee.cellCount < Heap.capacity(cellSize: sizeClass << 4) {
            addCells(newest, list)
        } else {
            addBlock(cellSize: sizeClass << 4, prefix: prefixed ? 16 : 0)
        }
        let cell = freeLists[list].unsafelyUnwrapped
        freeLists[list] = cell.pointee.next
        return UnsafeMutableRawPointer(cell)
    }

    @inline(__always) mutating func requestCollection() { wantsCollection.pointee |= InterruptReason.collect }

    /// Counts memory that a cell owns outside the heap (list items, tables), so that it hastens the next collection.
    @inline(__always)
    mutating func noteExternal(bytes: Int) {
        allocatedSinceCollection &+= bytes
        if allocatedSinceCollection >= threshold { requestCollection() }
    }

    /// Memory for a block, from an arena of sixteen: malloc would put a head between aligned blocks, and touch a page of
    /// its own for each.
    private mutating func nextBlock() -> UnsafeMutableRawPointer {
        if let memory = emptyBlocks.popLast() { return memory }
        if arenaBlocks == 0 {
            var flags = MAP_PRIVATE
            #if canImport(Glibc)
            flags |= MAP_ANONYMOUS
            #else
            flags |= MAP_ANON
            #endif
            let size = 17 * Heap.blockSize
            guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else {
                Heap.outOfMemory()
            }
            let aligned = (UInt(bitPattern: memory) + UInt(Heap.blockSize - 1)) & ~UInt(Heap.blockSize - 1)
            arena = UnsafeMutableRawPointer(bitPattern: aligned) ?? memory
            arenaBlocks = 16
        }
        arenaBlocks -= 1
        defer { arena += Heap.blockSize }
        return arena
    }

    private mutating func addBlock(cellSize: Int, prefix: Int) {
        let memory = nextBlock()
        let block = memory.bindMemory(to: Block.self, capacity: 1)
        block.initialize(to: Block(cellSize: cellSize, prefix: prefix, cellCount: 0, next: blocks))
        blocks = block
        let address = UInt(bitPattern: memory)
        lowestBlock = min(lowestBlock, address)
        highestBlock = max(highestBlock, address)
        if blockCount == blockTableCapacity {
            let table = UnsafeMutablePointer<UInt>.allocate(capacity: blockTableCapacity * 2)
            table.moveInitialize(from: blockTable, count: blockCount)
            blockTable.deallocate()
            blockTable = table
            blockTableCapacity *= 2
        }
        blockTable[blockCount] = address
        blockCount += 1
        let list = block.pointee.list
        newestBlocks[list] = block
        addCells(block, list)
    }

    /// How many cells a block has room for.
    private static func capacity(cellSize: Int) -> Int { (blockSize - Block.headSize) / cellSize }

    /// Puts the next cells of a block into its free list, a page of them: a small program touches no more memory than it
    /// needs.
    private mutating func addCells(_ block: UnsafeMutablePointer<Block>, _ list: Int) {
        let cellSize = block.pointee.cellSize
        let first = block.pointee.cellCount
        let end = min(Heap.capacity(cellSize: cellSize), first + max(1, 4096 / cellSize))
        let base = UnsafeMutableRawPointer(block) + Block.headSize + block.pointee.prefix
        var head = freeLists[list]
        var index = end - 1
        while index >= first {
            let cell = (base + index * cellSize).bindMemory(to: FreeCell.self, capacity: 1)
            cell.initialize(to: FreeCell(next: head, meta: 0))
            head = cell
            index -= 1
        }
        freeLists[list] = head
        block.pointee.cellCount = end
    }

    @inline(never)
    private mutating func allocateLarge(size: Int, prefixed: Bool) -> UnsafeMutableRawPointer {
        let prefix = prefixed ? 16 : 0
        noteExternal(bytes: size + prefix)
        guard let memory = malloc(size + prefix) else { Heap.outOfMemory() }
        if largeCount == largeCapacity {
            let table = UnsafeMutablePointer<UnsafeMutableRawPointer>.allocate(capacity: largeCapacity * 2)
            table.moveInitialize(from: largeCells, count: largeCount)
            largeCells.deallocate()
            largeCells = table
            largeCapacity *= 2
        }
        largeCells[largeCount] = memory + prefix
        largeCount += 1
        return memory + prefix
    }

    /// The process can't get memory: nothing sensible can go on. Large requests of scripts are checked before.
    static func outOfMemory() -> Never {
        let text = "minipy: out of memory\n"
        _ = text.withCString { write(2, $0, strlen($0)) }
        exit(1)
    }
}

/// Why the machine should leave its fast path at the next safepoint.
enum InterruptReason {
    static let collect: Int32 = 1
    static let signal: Int32 = 2
    static let threadSwitch: Int32 = 4
    static let finalize: Int32 = 16
    /// Objects are watched; see `Watch`.
    static let watch: Int32 = 32
}
