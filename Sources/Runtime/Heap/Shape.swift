#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The hidden class of an instance: which attribute names it has, in the order of their creation.
///
/// Shapes of a type form a tree that begins at the type's root shape; adding an attribute moves the instance along an
/// edge. So instances made by the same `__init__` share one shape, and an inline cache that knows the shape knows the
/// slot. An instance whose `__dict__` was asked for, that lost an attribute or has too many of them has the type's
/// *dictionary shape*: its only slot holds a dict. A type owns its shapes, in malloc'ed memory.
struct Shape {
    /// Attributes in this shape; the slot of the last one is `count - 1`.
    var count: Int
    /// The interned names, shared with longer shapes of the same branch while they agree.
    var names: UnsafeMutablePointer<Value>
    var nameCapacity: Int
    var parent: UnsafeMutablePointer<Shape>?
    /// First of the shapes with one more attribute, a linked list by ``nextSibling``.
    var firstChild: UnsafeMutablePointer<Shape>?
    var nextSibling: UnsafeMutablePointer<Shape>?
    /// Name to slot for more than eight names: open addressing over `tableSize` entries, slot + 1.
    var table: UnsafeMutablePointer<UInt16>?
    var tableSize: Int
    var isDictionary: Bool

    /// More attributes than this, and the instance gets a dict.
    static let maximumCount = 96

    /// A shape without names for its `members` first slots.
    static func makeRoot(members: Int, isDictionary: Bool) -> UnsafeMutablePointer<Shape> {
        let capacity = max(1, members)
        let names = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        names.initialize(repeating: .unbound, count: capacity)
        let shape = UnsafeMutablePointer<Shape>.allocate(capacity: 1)
        shape.initialize(
            to: Shape(
                count: members, names: names, nameCapacity: capacity, parent: nil, firstChild: nil,
                nextSibling: nil,
                table: nil, tableSize: 0, isDictionary: isDictionary))
        return shape
    }

    /// The slot of an interned name, or -1.
    @inline(__always)
    static func slot(of name: Value, in shape: UnsafeMutablePointer<Shape>) -> Int {
        let count = shape.pointee.count
        guard count <= 8 else { return tableSlot(of: name, in: shape) }
        let names = shape.pointee.names
        var index = 0
        while index < count {
            if names[index] == name { return index }
            index &+= 1
        }
        return -1
    }

    @inline(never)
    private static func tableSlot(of name: Value, in shape: UnsafeMutablePointer<Shape>) -> Int {
        if shape.pointee.table == nil { buildTable(shape) }
        let table = shape.pointee.table.unsafelyUnwrapped
        let mask = shape.pointee.tableSize - 1
        var index = hash(name) & mask
        while table[index] != 0 {
            let slot = Int(table[index]) - 1
            if shape.pointee.names[slot] == name { return slot }
            index = (index + 1) & mask
        }
        return -1
    }

    @inline(__always) private static func hash(_ name: Value) -> Int {
        Int(truncatingIfNeeded: (name.bits >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 20)
    }

    private static func buildTable(_ shape: UnsafeMutablePointer<Shape>) {
        var size = 32
        while size < shape.pointee.count * 2 { size *= 2 }
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: size)
        table.initialize(repeating: 0, count: size)
        for slot in 0..<shape.pointee.count {
            var index = hash(shape.pointee.names[slot]) & (size - 1)
            while table[index] != 0 { index = (index + 1) & (size - 1) }
            table[index] = UInt16(slot + 1)
        }
        shape.pointee.table = table
        shape.pointee.tableSize = size
    }

    /// The shape with `name` added.
    static func adding(_ name: Value, to shape: UnsafeMutablePointer<Shape>) -> UnsafeMutablePointer<Shape> {
        var child = shape.pointee.firstChild
        while let existing = child {
            if existing.pointee.names[shape.pointee.count] == name { return existing }
            child = existing.pointee.nextSibling
        }
        let count = shape.pointee.count
        let capacity = max(4, count + 4)
        let names = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        names.update(from: shape.pointee.names, count: count)
        names[count] = name
        let new = UnsafeMutablePointer<Shape>.allocate(capacity: 1)
        new.initialize(
            to: Shape(
                count: count + 1, names: names, nameCapacity: capacity, parent: shape, firstChild: nil,
                nextSibling: shape.pointee.firstChild, table: nil, tableSize: 0, isDictionary: false))
        shape.pointee.firstChild = new
        return new
    }

    /// Frees a shape and all below it, when the type is swept.
    static func destroy(_ shape: UnsafeMutablePointer<Shape>) {
        var child = shape.pointee.firstChild
        while let existing = child {
            child = existing.pointee.nextSibling
            destroy(existing)
        }
        shape.pointee.names.deallocate()
        shape.pointee.table?.deallocate()
        shape.deallocate()
    }
}
