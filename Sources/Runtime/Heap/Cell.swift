/// How the memory of a cell is laid out. The collector and fast paths go by the kind; what the object *is* to a program
/// says its type. Instances of a subclass have the kind of the built-in type they derive from.
enum CellKind: UInt8 {
    /// Not a cell in use.
    case free
    /// Nothing but attributes (`object` and its plain subclasses).
    case object
    /// `aux` values in a row; iterators and other small native objects. See ``Record``.
    case record
    /// `aux` bytes that hold no values.
    case blob
    case type
    /// One 64-bit word (also instances of int subclasses that fit).
    case int
    /// Sign and magnitude, `aux` limbs.
    case bigInt
    /// A double in a cell: only instances of subclasses of float.
    case float
    case complex
    case string
    case bytes
    case byteArray
    case list
    case tuple
    case dict
    /// Both set and frozenset.
    case set
    case range
    case function
    case nativeFunction
    case boundMethod
    /// A variable shared by closures (CPython calls it a cell, too).
    case variableCell
    case code
    case module
    case generator
    case exception
    case listIterator
    case rangeIterator
    case future
    case eventLoop
    /// Owns a Swift object, released when the cell is swept. See ``NativeBox``.
    case box
    case weakReference
    case memoryView
}

/// The first 16 bytes of every cell.
struct CellHeader {
    /// The type object (a cell of kind ``CellKind/type``).
    var type: UnsafeMutablePointer<TypeLayout>
    var kind: CellKind
    /// 0 unmarked, 1 marked (the collector's).
    var mark: UInt8
    var flags: CellFlags
    /// Used by the layout: a count of items, limbs or bytes.
    var aux: UInt32
}

/// Properties of one cell.
struct CellFlags: OptionSet {
    var rawValue: UInt16
    @inline(__always) init(rawValue: UInt16) { self.rawValue = rawValue }
    /// No flags. (An empty array literal would cost a release of the empty array at each allocation.)
    @inline(__always) static var plain: CellFlags { CellFlags(rawValue: 0) }
    /// 16 bytes before the header hold the shape and the slots of the instance's attributes.
    static let hasAttributes = CellFlags(rawValue: 1)
    /// Allocated on its own, not in a block.
    static let large = CellFlags(rawValue: 2)
    /// `__del__` is to be called before the cell goes, and has not been.
    static let needsFinalizer = CellFlags(rawValue: 8)
    /// Meaning is the layout's own (strings: interned, frozen set, …).
    static let layout1 = CellFlags(rawValue: 16)
    static let layout2 = CellFlags(rawValue: 32)
    static let layout3 = CellFlags(rawValue: 64)
    /// An instance of a class of the script: the class may override what the layout's built-in type does.
    static let heapInstance = CellFlags(rawValue: 128)
}

/// A trivial reference to a heap cell. The heap owns the memory; a cell lives while the collector can reach it.
struct Cell: Equatable {
    let address: UnsafeMutableRawPointer

    @inline(__always) init(_ address: UnsafeMutableRawPointer) { self.address = address }

    @inline(__always) var header: UnsafeMutablePointer<CellHeader> {
        address.assumingMemoryBound(to: CellHeader.self)
    }
    @inline(__always) var type: TypeRef { TypeRef(header.pointee.type) }
    @inline(__always) var kind: CellKind { header.pointee.kind }
    @inline(__always) func layout<Layout>(_: Layout.Type = Layout.self) -> UnsafeMutablePointer<Layout> {
        address.assumingMemoryBound(to: Layout.self)
    }
    /// Whether the object is of a built-in type itself, of the given layout: one load and one comparison.
    @inline(__always) func isExact(_ kind: CellKind) -> Bool {
        let word = (address + 8).load(as: UInt32.self)
        return word & Cell.exactMask == UInt32(kind.rawValue)
    }
    /// The kind, and the flag `heapInstance`, in the second word of the header.
    private static var exactMask: UInt32 { 0xFF | UInt32(CellFlags.heapInstance.rawValue) << 16 }
    /// Tells the collector that the cell's block has a cell with a finalizer.
    func requestAttention() {
        guard !header.pointee.flags.contains(.large) else { return }
        let base = UInt(bitPattern: address) & ~UInt(Heap.blockSize - 1)
        UnsafeMutablePointer<Heap.Block>(bitPattern: base)?.pointee.needsAttention = true
    }

    /// Has the collector tell the machine before the cell goes (`Machine.finalize`).
    func requestFinalizer() {
        header.pointee.flags.insert(.needsFinalizer)
        requestAttention()
    }

    @inline(__always) var hasAttributes: Bool { header.pointee.flags.contains(.hasAttributes) }
    /// The shape of the attributes; only with ``CellFlags/hasAttributes``.
    @inline(__always) var shape: UnsafeMutablePointer<Shape> {
        get { (address - 16).load(as: UnsafeMutablePointer<Shape>.self) }
        nonmutating set { (address - 16).storeBytes(of: newValue, as: UnsafeMutablePointer<Shape>.self) }
    }
    /// The values of the attributes; only with ``CellFlags/hasAttributes``. In the cell itself or malloc'ed.
    @inline(__always) var slots: UnsafeMutablePointer<Value> {
        get { (address - 8).load(as: UnsafeMutablePointer<Value>.self) }
        nonmutating set { (address - 8).storeBytes(of: newValue, as: UnsafeMutablePointer<Value>.self) }
    }
}

/// A cell of `aux` values: small native objects such as iterators. Fields are read and written by number; the author
/// of the type gives the numbers names.
struct RecordLayout {
    var header: CellHeader
    // values follow
}

/// A trivial reference to a record.
struct Record {
    let pointer: UnsafeMutablePointer<RecordLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var count: Int { Int(pointer.pointee.header.aux) }
    @inline(__always) var fields: UnsafeMutablePointer<Value> {
        UnsafeMutableRawPointer(pointer + 1).assumingMemoryBound(to: Value.self)
    }
    @inline(__always) subscript(index: Int) -> Value {
        get { fields[index] }
        nonmutating set { fields[index] = newValue }
    }
}

/// A cell that owns one Swift object (threads, files, code of the compiler, …). Not for hot paths.
struct BoxLayout {
    var header: CellHeader
    var object: Unmanaged<AnyObject>
}
