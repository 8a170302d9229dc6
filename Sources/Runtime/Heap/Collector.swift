import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Mark and sweep at a safepoint.
///
/// Roots are exact for the script's frames and the interpreter's own state, and conservative for native stacks: any
/// word there that points into a cell keeps that cell. So native code may hold values in locals across calls into the
/// script without ceremony; it must not hold them in Swift collections or malloc'ed memory.
struct Collector {
    let m: Machine
    var marker = Marker()
    var scansNativeStacks = true
    /// Shapes of types that go in this collection, freed at its end.
    var dyingShapes: [UnsafeMutablePointer<Shape>] = []
    /// A bit for each kind whose cells own nothing.
    let plainKinds = Collector.findPlainKinds()

    /// Runs a whole collection. Complexity: O(heap).
    static func collect(_ m: Machine) {
        guard m.heap.pointee.pauseCount == 0 else { return }
        minipy_clear_dead_stack()
        // Registers of the calling functions may hold the only reference to a cell; spill them, then mark.
        withUnsafeTemporaryAllocation(of: Collector.self, capacity: 1) { memory in
            guard let collector = memory.baseAddress else { return }
            collector.initialize(to: Collector(m: m))
            minipy_with_spilled_registers(
                { context, top in
                    guard let context, let top else { return }
                    context.assumingMemoryBound(to: Collector.self).pointee.run(stackTop: UInt(bitPattern: top))
                }, collector)
            collector.pointee.marker.deallocate()
            collector.deinitialize(count: 1)
        }
    }

    private mutating func run(stackTop: UInt) {
        sortBlockTable()
        clearStaleTemporaries()
        markRoots(stackTop: stackTop)
        marker.drain()
        if m.heap.pointee.watch.isEarly { keepCycles() }
        if m.heap.pointee.watch.countsCycles { m.heap.pointee.watch.cycles += countCycles() }
        queueFinalizers()
        marker.drain()
        clearWeakReferences()
        forgetDeadViews()
        countWatched()
        clearMethodCache()
        m.runtime.pointee.intern.removeUnmarked()
        sweep()
        clearDeadRegisters()
        let heap = m.heap
        heap.pointee.collectionCount += 1
        heap.pointee.releaseEmptyBlocks()
        // A sweep looks at every cell there is room for; what follows must be worth it.
        heap.pointee.threshold = max(16 << 20, heap.pointee.liveBytes, heap.pointee.blockCount * Heap.blockSize / 2)
        if heap.pointee.stress { heap.pointee.threshold = 0 }
        heap.pointee.allocatedSinceCollection = 0
    }

    /// Temporaries that no later instruction reads must not keep what they hold alive.
    private func clearStaleTemporaries() {
        var next = m.runtime.pointee.machines
        while let state = next {
            next = state.pointee.next
            // The first frame of a machine belongs to nobody.
            var frame = state.pointee.frameBase + 1
            while frame <= state.pointee.frame {
                defer { frame += 1 }
                guard frame.pointee.generator.isUnbound else { continue }
                let code = frame.pointee.code
                let word = frame.pointee.pc - code.pointee.words - 1
                let count = Int(code.pointee.registerCount)
                let height = max(m.source(of: code).height(at: max(0, word)), Int(code.pointee.variableCount))
                if height < count {
                    (frame.pointee.registers + height).update(repeating: .unbound, count: count - height)
                }
            }
        }
    }

    // MARK: Roots

    private mutating func markRoots(stackTop: UInt) {
        let runtime = m.runtime
        for type in BuiltinType.allCases {
            // A slot is empty only while the interpreter is being set up.
            marker.visit(m.type(type).value)
        }
        marker.visit(runtime.pointee.names, count: KnownName.allCases.count)
        marker.visit(runtime.pointee.modules)
        marker.visit(runtime.pointee.builtins)
        marker.visit(runtime.pointee.sysDict)
        marker.visit(runtime.pointee.emptyTuple)
        marker.visit(runtime.pointee.emptyString)
        marker.visit(runtime.pointee.emptyBytes)
        marker.visit(runtime.pointee.emptyFrozenSet)
        marker.visit(runtime.pointee.characters, count: 256)
        marker.visit(runtime.pointee.permanentRoots)
        marker.visit(runtime.pointee.pendingFinalizers)
        var next = runtime.pointee.machines
        while let state = next {
            markMachine(state, stackTop: state == m.state ? stackTop : state.pointee.nativeStackTop)
            next = state.pointee.next
        }
    }

    private mutating func markMachine(_ state: UnsafeMutablePointer<MachineState>, stackTop: UInt) {
        marker.visit(state.pointee.pending)
        marker.visit(state.pointee.handled)
        marker.visit(state.pointee.stopValue)
        marker.visit(state.pointee.reprStack)
        marker.visit(state.pointee.runningLoop)
        marker.visit(state.pointee.currentLoop)
        marker.visit(state.pointee.asyncGeneratorFirstIter)
        marker.visit(state.pointee.asyncGeneratorFinalizer)
        marker.visit(state.pointee.currentTask)
        marker.visit(state.pointee.context)
        marker.visit(state.pointee.threadDict)
        marker.visit(state.pointee.swallowedStop)
        marker.visit(state.pointee.trace.function)
        marker.visit(state.pointee.trace.profiler)
        marker.visit(state.pointee.trace.frames)
        marker.visit(state.pointee.rootBase, count: state.pointee.rootCount)
        marker.visit(state.pointee.registerBase, count: state.pointee.registerTop - state.pointee.registerBase)
        var frame = state.pointee.frameBase
        while frame <= state.pointee.frame {
            marker.visit(frame.pointee.function)
            marker.visit(frame.pointee.namespace)
            marker.visit(frame.pointee.generator)
            if frame.pointee.generator.isBound { marker.visit(frame.pointee.chainRoot) }
            marker.visit(frame.pointee.entryHandled)
            if frame > state.pointee.frameBase { marker.visit(Value(frame.pointee.code)) }
            frame += 1
        }
        scanNativeStack(from: stackTop, of: state)
    }

    /// The frame of the innermost instruction loop is left out: what it works with lies in registers, and its spilled
    /// words are old ones.
    private mutating func scanNativeStack(from low: UInt, of state: UnsafeMutablePointer<MachineState>) {
        guard scansNativeStacks else { return }
        let base = state.pointee.nativeStackBase
        let loop = state.pointee.loopFrame
        if state == m.state, loop > low, m.heap.pointee.watch.isDirect {
            return scanNativeStack(from: loop - Collector.savedRegisterSize, to: base)
        }
        let callee = state == m.state && loop > low ? minipy_callee_frame(loop, low) : 0
        guard callee != 0 else { return scanNativeStack(from: low, to: base) }
        // Saved frame pointer and return address of the function that the loop has called; then the loop's own frame
        // up to the registers that it saved for its caller.
        scanNativeStack(from: low, to: callee + 16)
        scanNativeStack(from: loop - Collector.savedRegisterSize, to: base)
    }

    /// Bytes below a frame pointer in which a function saves registers of its caller.
    private static var savedRegisterSize: UInt {
        #if arch(x86_64)
        40
        #else
        160
        #endif
    }

    private mutating func scanNativeStack(from low: UInt, to high: UInt) {
        guard low != 0, low < high else { return }
        var address = low & ~7
        while address &+ 8 <= high {
            if let pointer = UnsafePointer<UInt>(bitPattern: address) { visitPossible(pointer.pointee) }
            address &+= 8
        }
    }

    /// Marks the cell that a word points at or into, if it does.
    @inline(__always)
    private mutating func visitPossible(_ word: UInt) {
        let heap = m.heap
        if word >= heap.pointee.lowestBlock, word < heap.pointee.highestBlock &+ UInt(Heap.blockSize) {
            let base = word & ~UInt(Heap.blockSize - 1)
            if isBlock(base) {
                visitInBlock(base, word)
                return
            }
        }
        if heap.pointee.largeCount > 0, word >> 48 == 0 { visitLarge(word) }
    }

    private func isBlock(_ base: UInt) -> Bool {
        let table = m.heap.pointee.blockTable
        var low = 0
        var high = m.heap.pointee.blockCount
        while low < high {
            let middle = (low + high) / 2
            if table[middle] < base { low = middle + 1 } else { high = middle }
        }
        return low < m.heap.pointee.blockCount && table[low] == base
    }

    private mutating func visitInBlock(_ base: UInt, _ word: UInt) {
        guard let block = UnsafeMutablePointer<Heap.Block>(bitPattern: base) else { return }
        let offset = Int(word - base) - Heap.Block.headSize
        guard offset >= 0 else { return }
        let index = offset / block.pointee.cellSize
        guard index < block.pointee.cellCount else { return }
        let address =
            UnsafeMutableRawPointer(block) + Heap.Block.headSize + index * block.pointee.cellSize + block.pointee.prefix
        let cell = Cell(address)
        if cell.kind != .free { marker.visit(cell) }
    }

    private mutating func visitLarge(_ word: UInt) {
        let heap = m.heap
        var low = 0
        var high = heap.pointee.largeCount
        while low < high {
            let middle = (low + high) / 2
            if UInt(bitPattern: heap.pointee.largeCells[middle]) <= word { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return }
        let address = heap.pointee.largeCells[low - 1]
        let cell = Cell(address)
        let prefix = cell.hasAttributes ? 16 : 0
        if word - UInt(bitPattern: address) < UInt(Collector.allocationSize(address - prefix)) { marker.visit(cell) }
    }

    private static func allocationSize(_ memory: UnsafeMutableRawPointer) -> Int { minipy_allocation_size(memory) }

    private func sortBlockTable() {
        let heap = m.heap
        var blocks = UnsafeMutableBufferPointer(start: heap.pointee.blockTable, count: heap.pointee.blockCount)
        blocks.sort()
        var cells = UnsafeMutableBufferPointer(start: heap.pointee.largeCells, count: heap.pointee.largeCount)
        cells.sort {
            UInt(bitPattern: $0) < UInt(bitPattern: $1)
        }
    }

    // MARK: What dies

    /// Calls `body` with every cell of the heap that is in use.
    func forEachCell(minimumSize: Int = 0, _ body: (Cell) -> Void) {
        var next = m.heap.pointee.blocks
        while let block = next {
            next = block.pointee.next
            guard block.pointee.cellSize >= minimumSize else { continue }
            let first = UnsafeMutableRawPointer(block) + Heap.Block.headSize + block.pointee.prefix
            for index in 0..<block.pointee.cellCount {
                let cell = Cell(first + index * block.pointee.cellSize)
                if cell.kind != .free { body(cell) }
            }
        }
        for index in 0..<m.heap.pointee.largeCount { body(Cell(m.heap.pointee.largeCells[index])) }
    }

    /// Calls `body` with every cell in use that may have a finalizer. Forgets the blocks that have none any more.
    func forEachSpecialCell(_ body: (Cell) -> Void) {
        var next = m.heap.pointee.blocks
        while let block = next {
            next = block.pointee.next
            guard block.pointee.needsAttention else { continue }
            block.pointee.needsAttention = false
            let first = UnsafeMutableRawPointer(block) + Heap.Block.headSize + block.pointee.prefix
            for index in 0..<block.pointee.cellCount {
                let cell = Cell(first + index * block.pointee.cellSize)
                guard cell.kind != .free else { continue }
                body(cell)
                if cell.header.pointee.flags.contains(.needsFinalizer) {
                    block.pointee.needsAttention = true
                }
            }
        }
        for index in 0..<m.heap.pointee.largeCount { body(Cell(m.heap.pointee.largeCells[index])) }
    }

    /// Lets go of the arrays that only unreachable memory views look at. Native stacks are not scanned, since an old word
    /// there would keep a view: native code that still has such a view finds it released.
    static func forgetUnreachableViews(_ m: Machine) {
        guard m.heap.pointee.pauseCount == 0 else { return }
        var collector = Collector(m: m)
        collector.scansNativeStacks = false
        collector.clearStaleTemporaries()
        collector.markRoots(stackTop: 0)
        collector.marker.drain()
        collector.forgetDeadViews()
        collector.forEachCell { cell in cell.header.pointee.mark = 0 }
        collector.marker.deallocate()
    }

    /// Memory views that are about to go no longer hold on to the arrays that they look at.
    private func forgetDeadViews() {
        let runtime = m.runtime
        var kept = 0
        for cell in runtime.pointee.memoryViews {
            if cell.header.pointee.mark == 0 {
                MemoryView(Value(cell)).release()
            } else {
                runtime.pointee.memoryViews[kept] = cell
                kept += 1
            }
        }
        runtime.pointee.memoryViews.removeLast(runtime.pointee.memoryViews.count - kept)
    }

    private func clearMethodCache() {
        m.runtime.pointee.methodCache.update(
            repeating: MethodCacheEntry(version: 0, name: .unbound, value: .unbound), count: MethodCacheEntry.size)
        m.runtime.pointee.polymorphicCache.clear()
    }

    // MARK: Sweep

    private mutating func sweep() {
        let heap = m.heap
        var live = 0
        for index in 0..<Heap.classCount * 2 { heap.pointee.freeLists[index] = nil }
        pruneSubclasses(of: m.type(.object))
        var next = heap.pointee.blocks
        while let block = next {
            live += sweepBlock(block)
            next = block.pointee.next
        }
        var kept = 0
        for index in 0..<heap.pointee.largeCount {
            let address = heap.pointee.largeCells[index]
            let cell = Cell(address)
            let prefix = cell.hasAttributes ? 16 : 0
            if cell.header.pointee.mark != 0 {
                cell.header.pointee.mark = 0
                heap.pointee.largeCells[kept] = address
                kept += 1
                live += Collector.allocationSize(address - prefix) + externalSize(cell)
            } else {
                release(cell)
                free(address - prefix)
                heap.pointee.freedCount += 1
            }
        }
        heap.pointee.largeCount = kept
        heap.pointee.liveBytes = live
        for shape in dyingShapes { Shape.destroy(shape) }
        dyingShapes.removeAll()
    }

    /// Frees the unmarked cells of a block; gives the bytes that live.
    private mutating func sweepBlock(_ block: UnsafeMutablePointer<Heap.Block>) -> Int {
        let heap = m.heap
        let size = block.pointee.cellSize
        let list = block.pointee.list
        let first = UnsafeMutableRawPointer(block) + Heap.Block.headSize + block.pointee.prefix
        var head = heap.pointee.freeLists[list]
        var live = 0
        var index = block.pointee.cellCount - 1
        while index >= 0 {
            let address = first + index * size
            let cell = Cell(address)
            if cell.header.pointee.mark != 0 {
                cell.header.pointee.mark = 0
                live += size + externalSize(cell)
            } else {
                if cell.kind != .free {
                    release(cell)
                    heap.pointee.freedCount += 1
                    // Poison: a use of a freed cell shows at once.
                    if heap.pointee.stress { memset(address - block.pointee.prefix, 0xDB, size) }
                }
                let free = address.assumingMemoryBound(to: Heap.FreeCell.self)
                free.initialize(to: Heap.FreeCell(next: head, meta: 0))
                head = free
            }
            index -= 1
        }
        heap.pointee.freeLists[list] = head
        return live
    }

    /// A type and those below it forget the subclasses that are about to go. (What derives from such a one goes, too.)
    /// Complexity: O(types), more where bases share subclasses.
    private func pruneSubclasses(of type: TypeRef) {
        guard let subclasses = type.pointer.pointee.subclasses else { return }
        var kept = 0
        for index in 0..<type.pointer.pointee.subclassCount where subclasses[index].pointee.header.mark != 0 {
            subclasses[kept] = subclasses[index]
            kept += 1
            pruneSubclasses(of: TypeRef(subclasses[index]))
        }
        type.pointer.pointee.subclassCount = kept
    }

    /// What lies above the top of the register stack is dead; clearing it keeps later frames, which do not clear their
    /// temporaries, from finding addresses of freed cells.
    private func clearDeadRegisters() {
        var next = m.runtime.pointee.machines
        while let state = next {
            let top = state.pointee.registerTop
            let count = state.pointee.registerHighWater - top
            if count > 0 { top.update(repeating: .unbound, count: count) }
            state.pointee.registerHighWater = top
            next = state.pointee.next
        }
    }
}
