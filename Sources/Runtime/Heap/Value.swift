/// A Python value in 64 trivial bits: an int of up to 49 bits, a double, a constant, or the address of a heap cell.
///
///     0000 0000 0000 0000                      unbound (no value: an empty register, a missing result)
///     0000 pppp pppp pppp                      cell at address p
///     0001 0000 0000 000k                      constant number k (None, False, True, …)
///     0002 … – FFFA …                          double, its bits plus 2^49
///     FFFE … – FFFF …                          int, 49 bits two's complement
///
/// Copying a value never touches a count; the collector finds live cells by tracing.
struct Value: Equatable {
    var bits: UInt64

    @inline(__always) init(bits: UInt64) { self.bits = bits }

    static let intTag: UInt64 = 0xFFFE_0000_0000_0000
    static let doubleOffset: UInt64 = 0x0002_0000_0000_0000
    static let constantTag: UInt64 = 0x0001_0000_0000_0000
    /// The range of ints that need no cell.
    static let minSmallInt = -(1 << 48)
    static let maxSmallInt = (1 << 48) - 1

    @inline(__always) static func == (a: Value, b: Value) -> Bool { a.bits == b.bits }
}

// MARK: Constants

extension Value {
    /// No value at all: unbound variables, the end of an iterator, a missing argument.
    @inline(__always) static var unbound: Value { Value(bits: 0) }
    @inline(__always) static var none: Value { Value(bits: constantTag | 1) }
    @inline(__always) static var `false`: Value { Value(bits: constantTag | 2) }
    @inline(__always) static var `true`: Value { Value(bits: constantTag | 3) }
    @inline(__always) static var ellipsis: Value { Value(bits: constantTag | 4) }
    @inline(__always) static var notImplemented: Value { Value(bits: constantTag | 5) }
    /// Marks a deleted entry of a table; never seen by a program.
    @inline(__always) static var deleted: Value { Value(bits: constantTag | 6) }

    @inline(__always) init(_ bool: Bool) { bits = Value.constantTag | (bool ? 3 : 2) }

    @inline(__always) var isUnbound: Bool { bits == 0 }
    @inline(__always) var isBound: Bool { bits != 0 }
    @inline(__always) var isNone: Bool { bits == Value.none.bits }
    @inline(__always) var isTrue: Bool { bits == Value.true.bits }
    @inline(__always) var isFalse: Bool { bits == Value.false.bits }
    @inline(__always) var isBool: Bool { bits | 1 == Value.true.bits }
    @inline(__always) var isNotImplemented: Bool { bits == Value.notImplemented.bits }
    @inline(__always) var isConstant: Bool { bits >> 48 == 1 }
}

// MARK: Ints

extension Value {
    /// A small int. The caller knows that it fits; see `Machine.int(_:)` for any int.
    @inline(__always) init(small value: Int) {
        assert(value >= Value.minSmallInt && value <= Value.maxSmallInt)
        bits = UInt64(bitPattern: Int64(value)) | Value.intTag
    }
    @inline(__always) var isSmallInt: Bool { bits >= Value.intTag }
    @inline(__always) static func areSmallInts(_ a: Value, _ b: Value) -> Bool { a.bits & b.bits >= Value.intTag }
    @inline(__always) var smallInt: Int { Int(Int64(bitPattern: bits << 15) >> 15) }
    /// The int shifted so that a 64-bit overflow is exactly an overflow of 49 bits.
    @inline(__always) var shiftedInt: Int64 { Int64(bitPattern: bits << 15) }
    @inline(__always) init(shiftedInt: Int64) { bits = UInt64(bitPattern: shiftedInt) >> 15 | Value.intTag }
    /// Whether an int fits into the value itself.
    @inline(__always) static func fitsSmall(_ value: Int) -> Bool { (value << 15) >> 15 == value }
}

// MARK: Doubles

extension Value {
    @inline(__always) init(_ double: Double) {
        bits = (double.isNaN ? Value.newNaN(double) : double.bitPattern) &+ Value.doubleOffset
    }
    /// A NaN keeps its sign; its payload is a number of its own. So each NaN that is made is an object of its own, as
    /// programs see when they look for one in a list, and the encoded range stays below the int tag.
    private static func newNaN(_ double: Double) -> UInt64 {
        countOfNaNs &+= 1
        return double.bitPattern & (1 << 63) | 0x7FF8_0000_0000_0000 | countOfNaNs & 0x0003_FFFF_FFFF_FFFF
    }
    /// Shared by all interpreters: a number that is given twice does no harm.
    nonisolated(unsafe) private static var countOfNaNs: UInt64 = 0
    @inline(__always) var isDouble: Bool { bits &- Value.doubleOffset < Value.intTag &- Value.doubleOffset }
    @inline(__always) static func areDoubles(_ a: Value, _ b: Value) -> Bool { a.isDouble && b.isDouble }
    @inline(__always) var double: Double { Double(bitPattern: bits &- Value.doubleOffset) }
}

// MARK: Cells

extension Value {
    @inline(__always) init(_ cell: Cell) { bits = UInt64(UInt(bitPattern: cell.address)) }
    @inline(__always) init<Layout>(_ pointer: UnsafeMutablePointer<Layout>) { bits = UInt64(UInt(bitPattern: pointer)) }
    @inline(__always) var isCell: Bool { bits &- 1 < Value.constantTag &- 1 }
    /// The cell; the caller knows that there is one.
    @inline(__always) var cell: Cell { Cell(UnsafeMutableRawPointer(bitPattern: UInt(bits)).unsafelyUnwrapped) }
    /// The cell seen as a layout; the caller knows its kind.
    @inline(__always) func layout<Layout>(_: Layout.Type = Layout.self) -> UnsafeMutablePointer<Layout> {
        UnsafeMutablePointer<Layout>(bitPattern: UInt(bits)).unsafelyUnwrapped
    }
    /// The layout kind of the cell, or ``CellKind/free`` when the value is no cell.
    @inline(__always) var kind: CellKind { isCell ? cell.kind : .free }
    /// Whether it is an object of a built-in type itself (no subclass) with the given layout.
    @inline(__always) func isExact(_ kind: CellKind) -> Bool { isCell && cell.isExact(kind) }
    @inline(__always) func isKind(_ kind: CellKind) -> Bool { isCell && cell.kind == kind }
}
