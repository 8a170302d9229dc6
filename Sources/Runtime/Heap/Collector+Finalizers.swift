/// What is still to be done for objects that die: finalizers, weak references.
extension Collector {
    /// Unreachable objects that still have something to do (`__del__`, a suspended generator with a `finally`) are kept
    /// and noted; the machine calls them at the next safepoint.
    mutating func queueFinalizers() {
        var dying: [Cell] = []
        forEachSpecialCell { cell in
            guard cell.header.pointee.mark == 0, cell.header.pointee.flags.contains(.needsFinalizer),
                !isNewCoroutine(cell)
            else { return }
            dying.append(cell)
        }
        let watch = m.heap.pointee.watch
        if watch.countsCycles || watch.isEarly || m.runtime.pointee.asyncio.originDepth > 0 {
            // Coroutines that were never begun are reported when the script asks for a collection, when one stands for
            // counted references, or when the script wants to know.
            forEachCell { cell in
                guard cell.header.pointee.mark == 0 else { return }
                if m.isUnawaitedAsyncOperation(cell) || isNewCoroutine(cell) { dying.append(cell) }
            }
        }
        guard !dying.isEmpty else { return }
        // CPython's collector clears weak references to what it found, and calls their callbacks, before finalizers.
        let pendingList = List(m.runtime.pointee.pendingFinalizers)
        var callbacks: [Value] = []
        if !m.heap.pointee.watch.isEarly {
            let first = pendingList.count
            clearWeakReferences()
            for index in first..<pendingList.count { callbacks.append(pendingList[index]) }
            pendingList.pointer.pointee.count = first
        }
        defer { for callback in callbacks { pendingList.append(m, callback) } }
        if dying.count > 1, dying.count <= 1000 { dying = ordered(dying) }
        let pending = List(m.runtime.pointee.pendingFinalizers)
        // They are called from the end of the list on.
        for cell in dying.reversed() {
            cell.header.pointee.flags.remove(.needsFinalizer)
            pending.append(m, Value(cell))
            marker.visit(cell)
        }
        m.state.pointee.interrupt.pointee |= InterruptReason.finalize
    }

    /// An early collection stands for counted references, which do not free cycles: watched objects that a dying cycle
    /// holds live until a proper collection.
    mutating func keepCycles() {
        let limit = 50_000
        var dying: [Cell] = []
        var watched: [Cell] = []
        forEachCell { cell in
            guard cell.header.pointee.mark == 0, dying.count < limit else { return }
            dying.append(cell)
            if isWatched(cell) { watched.append(cell) }
        }
        guard !watched.isEmpty, dying.count < limit else { return }
        let references = referencesFromCycles(dying)
        for cell in watched where (references[UInt(bitPattern: cell.address)] ?? 0) > 0 { marker.visit(cell) }
        marker.drain()
    }

    /// How many of the dying containers are in cycles or held by them: what `gc.collect()` gives.
    mutating func countCycles() -> Int {
        var dying: [Cell] = []
        forEachCell { cell in if cell.header.pointee.mark == 0 { dying.append(cell) } }
        guard dying.count < 200_000 else { return dying.count }
        let references = referencesFromCycles(dying)
        return dying.count { cell in
            (references[UInt(bitPattern: cell.address)] ?? 0) > 0 && GcModule.isContainer(Value(cell))
        }
    }

    /// How many references from dying cells each dying cell still has when, again and again, those have been taken away
    /// to which none is left.
    private mutating func referencesFromCycles(_ dying: [Cell]) -> [UInt: Int] {
        var references: [UInt: Int] = [:]
        marker.mode = .note
        defer { marker.mode = .mark }
        for cell in dying {
            marker.trace(cell)
            for child in marker.noted where child.header.pointee.mark == 0 {
                references[UInt(bitPattern: child.address), default: 0] += 1
            }
            marker.noted.removeAll(keepingCapacity: true)
        }
        var free = dying.filter { references[UInt(bitPattern: $0.address)] == nil }
        while let cell = free.popLast() {
            marker.trace(cell)
            for child in marker.noted where child.header.pointee.mark == 0 {
                let address = UInt(bitPattern: child.address)
                let count = (references[address] ?? 0) - 1
                references[address] = count
                if count == 0 { free.append(child) }
            }
            marker.noted.removeAll(keepingCapacity: true)
        }
        return references
    }

    /// Nothing in a coroutine that was never begun has to end.
    private func isNewCoroutine(_ cell: Cell) -> Bool {
        cell.kind == .generator && Generator(Value(cell)).isNewCoroutine
    }

    /// No loop is running: suspended coroutines are none of tasks that wait, as long as the program lasts.
    private var isDrivenByHand: Bool { m.state.pointee.runningLoop.isUnbound }

    /// A generator or a coroutine that has a `finally` before it, or a future whose exception nobody has asked for.
    private func isUnfinished(_ cell: Cell) -> Bool {
        if cell.kind == .future { return Future(Value(cell)).flags.contains(.logTraceback) }
        guard cell.kind == .generator, Generator(Value(cell)).state != .finished else { return false }
        let generator = Generator(Value(cell)).pointer
        return generator.pointee.flavor == .generator
            || generator.pointee.flavor == .coroutine && generator.pointee.state == .suspended && isDrivenByHand
            || generator.pointee.flavor == .asyncGenerator && generator.pointee.code.pointee.handlerCount > 0
    }

    private func isWatched(_ cell: Cell) -> Bool {
        if cell.header.pointee.flags.contains(.needsFinalizer) {
            if cell.type.flags.contains(.hasFinalizer) || isUnfinished(cell) { return true }
        }
        return m.runtime.pointee.weakReferences.hasReferences(to: cell)
    }

    /// Dying objects in about the order in which counted references would let them go: an object before those that only
    /// it holds, the items of lists and tuples from their end, otherwise the older one first. Marks all of them.
    private mutating func ordered(_ cells: [Cell]) -> [Cell] {
        let dying = Set(cells.map { UInt(bitPattern: $0.address) })
        let candidates = orderedByContainers(
            cells.sorted { UInt(bitPattern: $0.address) < UInt(bitPattern: $1.address) }, dying)
        // One after the other is followed to all that it holds; an earlier one that a later one turns out to hold goes
        // with what it holds behind that.
        var groups: [[Cell]] = []
        var groupOfFirst: [UInt: Int] = [:]
        marker.mode = .noteFinalizable
        for cell in candidates where cell.header.pointee.mark == 0 {
            cell.header.pointee.mark = 1
            marker.noted.removeAll(keepingCapacity: true)
            marker.trace(cell)
            marker.drain()
            var group = [cell]
            var seen: Set<UInt> = [UInt(bitPattern: cell.address)]
            for inner in marker.noted where seen.insert(UInt(bitPattern: inner.address)).inserted {
                // What lives is noted as well when something that dies refers to it.
                guard dying.contains(UInt(bitPattern: inner.address)) else { continue }
                if let held = groupOfFirst.removeValue(forKey: UInt(bitPattern: inner.address)) {
                    group += groups[held]
                    groups[held] = []
                } else if !groups.contains(where: { $0.contains(inner) }) {
                    group.append(inner)
                }
            }
            groupOfFirst[UInt(bitPattern: cell.address)] = groups.count
            groups.append(group)
        }
        marker.mode = .mark
        marker.noted = []
        return groups.flatMap { $0 }
    }

    private func orderedByContainers(_ cells: [Cell], _ dying: Set<UInt>) -> [Cell] {
        var result: [Cell] = []
        var placed: Set<UInt> = []
        func place(_ items: UnsafeMutablePointer<Value>, _ count: Int) {
            for index in (0..<count).reversed() where items[index].isCell {
                let address = UInt(bitPattern: items[index].cell.address)
                if dying.contains(address), placed.insert(address).inserted { result.append(items[index].cell) }
            }
        }
        forEachCell { cell in
            guard cell.header.pointee.mark == 0 else { return }
            switch cell.kind {
            case .list:
                let list = List(Value(cell))
                if list.count > 1 { place(list.items, list.count) }
            case .tuple:
                let tuple = Tuple(Value(cell))
                if tuple.count > 1 { place(tuple.items, tuple.count) }
            default: break
            }
        }
        return result + cells.filter { !placed.contains(UInt(bitPattern: $0.address)) }
    }

    /// Weak references to what dies forget it; those with a callback are noted, the newest to be called first.
    func clearWeakReferences() {
        m.runtime.pointee.weakReferences.removeDead(
            isLive: { $0.header.pointee.mark != 0 },
            orphan: { reference in
                let callback = reference.pointee.callback
                guard callback.isBound, !callback.isNone else { return }
                List(m.runtime.pointee.pendingFinalizers).append(m, Value(reference))
                m.state.pointee.interrupt.pointee |= InterruptReason.finalize
            })
    }

    /// Counts what makes an early collection worth its time: objects with `__del__`, and weak references of the script.
    func countWatched() {
        guard m.heap.pointee.watch.isOn else { return }
        var count = m.runtime.pointee.weakReferences.count
        forEachSpecialCell { cell in
            guard cell.header.pointee.flags.contains(.needsFinalizer), cell.header.pointee.mark != 0 else { return }
            if cell.type.flags.contains(.hasFinalizer) || isUnfinished(cell) { count += 1 }
        }
        m.heap.pointee.watch.count = count
    }
}

/// All weak references of an interpreter, by the address of what they refer to. Nothing here keeps an object alive: the
/// collector removes references and objects that go.
struct WeakReferenceTable {
    private var references: [UInt: [UnsafeMutablePointer<WeakReferenceLayout>]] = [:]
    var count: Int { references.count }

    /// The references to an object, the oldest first.
    func references(to object: Value) -> [UnsafeMutablePointer<WeakReferenceLayout>] {
        references[UInt(object.bits)] ?? []
    }

    func hasReferences(to cell: Cell) -> Bool { references[UInt(bitPattern: cell.address)] != nil }

    mutating func add(_ reference: UnsafeMutablePointer<WeakReferenceLayout>) {
        references[UInt(reference.pointee.target.bits), default: []].append(reference)
    }

    /// Forgets references that die and objects that die; the references that outlive their object are unbound, and given
    /// to `orphan`, the newest last.
    mutating func removeDead(isLive: (Cell) -> Bool, orphan: (UnsafeMutablePointer<WeakReferenceLayout>) -> Void) {
        guard !references.isEmpty else { return }
        for (address, list) in references {
            let live = list.filter { isLive(Cell(UnsafeMutableRawPointer($0))) }
            guard let object = UnsafeMutableRawPointer(bitPattern: address) else { continue }
            if isLive(Cell(object)) {
                if live.count != list.count { references[address] = live.isEmpty ? nil : live }
            } else {
                for reference in live {
                    reference.pointee.target = .unbound
                    orphan(reference)
                }
                references[address] = nil
            }
        }
    }
}
