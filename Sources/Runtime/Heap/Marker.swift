import CLibrary

/// Marks what is reachable. Objects whose cells are marked but whose contents are not yet lie on an explicit stack, so
/// that deep structures need no native stack.
struct Marker {
    private var stack: UnsafeMutablePointer<Cell>
    private var count = 0
    private var capacity = 4096
    /// Addresses of cells that were met lately: their memory is on its way while the others have their turn.
    private let awaited: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private var position = 0
    private static var awaitedCount: Int { 16 }
    /// What becomes of a cell that is visited.
    enum Mode {
        case mark
        /// Marked; those with a finalizer are noted as well.
        case noteFinalizable
        /// Only noted.
        case note
    }
    var mode = Mode.mark
    /// What was noted, in the order in which it was met.
    var noted: [Cell] = []

    init() {
        stack = .allocate(capacity: capacity)
        awaited = .allocate(capacity: Marker.awaitedCount)
        awaited.initialize(repeating: nil, count: Marker.awaitedCount)
    }
    func deallocate() {
        stack.deallocate()
        awaited.deallocate()
    }

    /// Marks the cell of a value, if it has one.
    @inline(__always)
    mutating func visit(_ value: Value) {
        if value.isCell { visit(value.cell) }
    }

    @inline(__always)
    mutating func visit(_ cell: Cell) {
        if mode != .mark { return visitAtOnce(cell) }
        minipy_prefetch(cell.address)
        let slot = awaited + position
        position = (position &+ 1) & (Marker.awaitedCount &- 1)
        let due = slot.pointee
        slot.pointee = cell.address
        if let due { visitAtOnce(Cell(due)) }
    }

    /// Marks a cell whose memory is near.
    @inline(__always)
    mutating func visitAtOnce(_ cell: Cell) {
        if mode != .mark, !wantsToMark(cell) { return }
        guard cell.header.pointee.mark == 0 else { return }
        cell.header.pointee.mark = 1
        // What refers to nothing but a built-in type is done.
        let isLeaf = Marker.leafKinds >> UInt64(cell.header.pointee.kind.rawValue) & 1 != 0
        if isLeaf, !cell.header.pointee.flags.contains(.heapInstance) { return }
        if count == capacity { grow() }
        stack[count] = cell
        count &+= 1
    }

    @inline(__always)
    mutating func visit(_ values: UnsafePointer<Value>, count: Int) {
        var index = 0
        while index < count {
            visit(values[index])
            index &+= 1
        }
    }

    /// A bit for each kind whose cells refer to nothing but their type.
    @inline(__always)
    private static var leafKinds: UInt64 {
        1 << UInt64(CellKind.int.rawValue) | 1 << UInt64(CellKind.bigInt.rawValue)
            | 1 << UInt64(CellKind.float.rawValue) | 1 << UInt64(CellKind.string.rawValue)
            | 1 << UInt64(CellKind.bytes.rawValue)
    }

    private mutating func wantsToMark(_ cell: Cell) -> Bool {
        if mode == .note || cell.header.pointee.flags.contains(.needsFinalizer) { noted.append(cell) }
        return mode != .note
    }

    private mutating func grow() {
        let new = UnsafeMutablePointer<Cell>.allocate(capacity: capacity * 2)
        new.moveInitialize(from: stack, count: count)
        stack.deallocate()
        stack = new
        capacity *= 2
    }

    /// Marks everything reachable from what was visited.
    mutating func drain() {
        repeat {
            while count > 0 {
                count &-= 1
                trace(stack[count])
            }
            for index in 0..<Marker.awaitedCount {
                guard let due = awaited[index] else { continue }
                awaited[index] = nil
                visitAtOnce(Cell(due))
            }
        } while count > 0
    }
}
