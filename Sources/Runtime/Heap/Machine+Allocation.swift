#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension CellKind {
    /// Bytes of the fixed part of a cell of this kind; records add `recordSize` values, sized kinds their items.
    var fixedSize: Int {
        switch self {
        case .free, .object, .record, .blob: MemoryLayout<CellHeader>.stride
        case .type: MemoryLayout<TypeLayout>.stride
        case .int: MemoryLayout<IntLayout>.stride
        case .bigInt: MemoryLayout<BigIntLayout>.stride
        case .float: MemoryLayout<FloatLayout>.stride
        case .complex: MemoryLayout<ComplexLayout>.stride
        case .string: MemoryLayout<StringLayout>.stride
        case .bytes: MemoryLayout<BytesLayout>.stride
        case .byteArray: MemoryLayout<ByteArrayLayout>.stride
        case .list: MemoryLayout<ListLayout>.stride
        case .tuple: MemoryLayout<TupleLayout>.stride
        case .dict: MemoryLayout<DictLayout>.stride
        case .set: MemoryLayout<SetLayout>.stride
        case .range: MemoryLayout<CellHeader>.stride
        case .function: MemoryLayout<FunctionLayout>.stride
        case .nativeFunction: MemoryLayout<NativeFunctionLayout>.stride
        case .boundMethod: MemoryLayout<BoundMethodLayout>.stride
        case .variableCell: MemoryLayout<VariableCellLayout>.stride
        case .code: MemoryLayout<CodeLayout>.stride
        case .module: MemoryLayout<ModuleLayout>.stride
        case .generator: MemoryLayout<GeneratorLayout>.stride
        case .exception: MemoryLayout<ExceptionLayout>.stride
        case .listIterator: MemoryLayout<ListIteratorLayout>.stride
        case .rangeIterator: MemoryLayout<RangeIteratorLayout>.stride
        case .future: MemoryLayout<FutureLayout>.stride
        case .eventLoop: MemoryLayout<EventLoopLayout>.stride
        case .box: MemoryLayout<BoxLayout>.stride
        case .weakReference: MemoryLayout<WeakReferenceLayout>.stride
        case .memoryView: MemoryLayout<MemoryViewLayout>.stride
        }
    }
}

/// An int of one 64-bit word that does not fit into a value, or an instance of a subclass of int.
struct IntLayout {
    var header: CellHeader
    var word: Int
}

/// An int beyond 64 bits: sign and magnitude; `header.aux` limbs, least significant first, behind the layout.
struct BigIntLayout {
    var header: CellHeader
    var isNegative: Bool
    // limbs (UInt64) follow

    @inline(__always) static func limbs(_ pointer: UnsafeMutablePointer<BigIntLayout>) -> UnsafeMutablePointer<UInt64> {
        UnsafeMutableRawPointer(pointer + 1).assumingMemoryBound(to: UInt64.self)
    }
}

/// An instance of a subclass of float.
struct FloatLayout {
    var header: CellHeader
    var double: Double
}

/// A complex number.
struct ComplexLayout {
    var header: CellHeader
    var real: Double
    var imaginary: Double
}

/// A module object; its attributes are the items of `dict`.
struct ModuleLayout {
    var header: CellHeader
    var dict: Value
}

/// A weak reference: the collector unbinds `target` when the object goes.
struct WeakReferenceLayout {
    var header: CellHeader
    var target: Value
    var callback: Value
    var hash: Int
}

extension Machine {
    /// A cell whose memory behind the header is zero. `size` counts the header.
    @inline(__always)
    func newCell(size: Int, kind: CellKind, type: TypeRef, aux: Int = 0) -> UnsafeMutableRawPointer {
        if type.flags.rawValue & TypeFlags.instanceMask != 0 {
            return newInstanceCell(size: size, kind: kind, type: type, aux: aux)
        }
        let memory = heap.pointee.allocate(size: size)
        memset(memory + 16, 0, size - 16)
        memory.assumingMemoryBound(to: CellHeader.self).initialize(
            to: CellHeader(
                type: type.pointer, kind: kind, mark: 0, flags: size > Heap.maximumSmallSize ? .large : .plain,
                aux: UInt32(truncatingIfNeeded: aux)))
        return memory
    }

    /// A cell of a class of the script, or with attributes.
    @inline(never)
    func newInstanceCell(size: Int, kind: CellKind, type: TypeRef, aux: Int) -> UnsafeMutableRawPointer {
        if type.flags.contains(.hasAttributes) {
            return newAttributedCell(size: size, kind: kind, type: type, aux: aux)
        }
        let memory = heap.pointee.allocate(size: size)
        memset(memory + 16, 0, size - 16)
        var flags: CellFlags = .heapInstance
        if size > Heap.maximumSmallSize { flags.insert(.large) }
        if type.flags.contains(.hasFinalizer) {
            flags.insert(.needsFinalizer)
            beginWatching()
        }
        memory.assumingMemoryBound(to: CellHeader.self).initialize(
            to: CellHeader(type: type.pointer, kind: kind, mark: 0, flags: flags, aux: UInt32(truncatingIfNeeded: aux)))
        if flags.contains(.needsFinalizer) { Cell(memory).requestAttention() }
        return memory
    }

    /// A cell with attributes: shape and slots before the header. Plain objects get room for `slotHint` slots behind it.
    @inline(never)
    func newAttributedCell(size: Int, kind: CellKind, type: TypeRef, aux: Int) -> UnsafeMutableRawPointer {
        let root = type.pointer.pointee.rootShape.unsafelyUnwrapped
        let members = root.pointee.count
        let inlineSlots = kind == .object ? max(type.pointer.pointee.slotHint, members) : 0
        let whole = size + inlineSlots * MemoryLayout<Value>.stride
        let memory = heap.pointee.allocate(size: whole, prefixed: true)
        memset(memory + 16, 0, whole - 16)
        var flags: CellFlags = type.isHeapType ? [.hasAttributes, .heapInstance] : .hasAttributes
        if whole + 16 > Heap.maximumSmallSize { flags.insert(.large) }
        if type.flags.contains(.hasFinalizer) {
            flags.insert(.needsFinalizer)
            beginWatching()
        }
        memory.assumingMemoryBound(to: CellHeader.self).initialize(
            to: CellHeader(
                type: type.pointer, kind: kind, mark: 0, flags: flags,
                aux: UInt32(truncatingIfNeeded: kind == .object ? inlineSlots : aux)))
        let cell = Cell(memory)
        if flags.contains(.needsFinalizer) { cell.requestAttention() }
        cell.shape = root
        cell.slots = (memory + size).assumingMemoryBound(to: Value.self)
        if kind != .object, members > 0 {
            cell.slots = .allocate(capacity: externalCapacity(members))
            cell.slots.initialize(repeating: .unbound, count: members)
        }
        return memory
    }

    /// An instance of a class with a layout of fixed size, fields zero (unbound). For kinds with items in the cell see
    /// `makeTuple`, `makeString`, `makeBytes`.
    @inline(__always)
    func allocateInstance(of type: TypeRef) -> Value {
        let kind = type.instanceKind
        var size = kind == .object ? MemoryLayout<CellHeader>.stride : kind.fixedSize
        var aux = 0
        if kind == .record {
            aux = type.pointer.pointee.recordSize
            size += aux * MemoryLayout<Value>.stride
        }
        return Value(Cell(newCell(size: size, kind: kind, type: type, aux: aux)))
    }

    /// A native object of `count` values, unbound at first.
    func record(_ type: BuiltinType, count: Int) -> Record { record(self.type(type), count: count) }

    func record(_ type: TypeRef, count: Int) -> Record {
        let size = MemoryLayout<CellHeader>.stride + count * MemoryLayout<Value>.stride
        return Record(Value(Cell(newCell(size: size, kind: .record, type: type, aux: count))))
    }

    /// A cell that keeps a Swift object alive until it is swept.
    func box(_ object: AnyObject, type: TypeRef) -> Value {
        let memory = newCell(size: MemoryLayout<BoxLayout>.stride, kind: .box, type: type)
        memory.assumingMemoryBound(to: BoxLayout.self).pointee.object = Unmanaged.passRetained(object)
        return Value(Cell(memory))
    }

    /// Room for attributes that a cell with `count` external slots has.
    @inline(__always) private func externalCapacity(_ count: Int) -> Int { max(4, (count + 3) & ~3) }

    /// Gives an instance one more attribute: moves it along its shape's edge and stores the value. The instance has
    /// attributes, not in dictionary mode, and `name` (interned) is not among them.
    @inline(never)
    func addSlot(_ cell: Cell, name: Value, value: Value) {
        let shape = Shape.adding(name, to: cell.shape)
        addSlot(cell, shape: shape, value: value)
    }

    /// As above, the shape being known already (inline cache).
    func addSlot(_ cell: Cell, shape: UnsafeMutablePointer<Shape>, value: Value) {
        let count = shape.pointee.count - 1
        let isInline = hasInlineSlots(cell)
        let capacity = isInline ? inlineSlotCapacity(cell) : externalCapacity(count)
        if count >= capacity {
            let newCapacity = externalCapacity(count + 1)
            let old = cell.slots
            let new = UnsafeMutablePointer<Value>.allocate(capacity: newCapacity)
            new.update(from: old, count: count)
            if !isInline { old.deallocate() }
            cell.slots = new
            heap.pointee.noteExternal(bytes: newCapacity * MemoryLayout<Value>.stride)
            if cell.kind == .object {
                let type = cell.type.pointer
                type.pointee.slotHint = min(max(type.pointee.slotHint, newCapacity), 32)
            }
        }
        cell.slots[count] = value
        cell.shape = shape
    }

    /// Slots that the cell itself has room for.
    @inline(__always) func inlineSlotCapacity(_ cell: Cell) -> Int {
        cell.kind == .object ? Int(cell.header.pointee.aux) : 0
    }
    /// Whether the slots lie in the cell.
    @inline(__always) func hasInlineSlots(_ cell: Cell) -> Bool {
        let address = UnsafeMutableRawPointer(cell.slots)
        return cell.kind == .object
            ? address == cell.address + MemoryLayout<CellHeader>.stride
            : cell.shape.pointee.count == 0 && !cell.shape.pointee.isDictionary
    }

    /// Puts an instance into dictionary mode with the given dict. The values of `__slots__` keep their places before it.
    func setInstanceDict(_ cell: Cell, _ dict: Value) {
        let shape = cell.type.pointer.pointee.dictionaryShape.unsafelyUnwrapped
        let members = shape.pointee.count - 1
        let slots = UnsafeMutablePointer<Value>.allocate(capacity: members + 1)
        slots.update(from: cell.slots, count: members)
        slots[members] = dict
        if !hasInlineSlots(cell) { cell.slots.deallocate() }
        cell.slots = slots
        cell.shape = shape
    }

    // MARK: Tuples and lists

    /// A tuple of `count` unbound items, to be filled at once.
    @inline(__always)
    func makeTuple(count: Int, type: TypeRef? = nil) -> Tuple {
        let size = MemoryLayout<TupleLayout>.stride + count * MemoryLayout<Value>.stride
        let memory = newCell(size: size, kind: .tuple, type: type ?? self.type(.tuple))
        let tuple = Tuple(pointer: memory.assumingMemoryBound(to: TupleLayout.self))
        tuple.pointer.pointee.count = count
        return tuple
    }

    func tuple(from items: UnsafePointer<Value>, count: Int) -> Value {
        if count == 0 { return runtime.pointee.emptyTuple }
        // Filled at once, so that nothing needs clearing.
        let size = MemoryLayout<TupleLayout>.stride + count * MemoryLayout<Value>.stride
        let memory = heap.pointee.allocate(size: size)
        memory.assumingMemoryBound(to: CellHeader.self).initialize(
            to: CellHeader(
                type: type(.tuple).pointer, kind: .tuple, mark: 0,
                flags: size > Heap.maximumSmallSize ? .large : .plain, aux: 0))
        let tuple = Tuple(pointer: memory.assumingMemoryBound(to: TupleLayout.self))
        tuple.pointer.pointee.hash = 0
        tuple.pointer.pointee.count = count
        tuple[0] = items[0]
        if count > 1 { tuple[1] = items[1] }
        if count > 2 { (tuple.items + 2).update(from: items + 2, count: count - 2) }
        return tuple.value
    }

    func tuple(from items: UnsafeBufferPointer<Value>) -> Value {
        guard let base = items.baseAddress else { return runtime.pointee.emptyTuple }
        return tuple(from: base, count: items.count)
    }

    func tuple() -> Value { runtime.pointee.emptyTuple }
    func tuple(_ a: Value) -> Value {
        let tuple = makeTuple(count: 1)
        tuple[0] = a
        return tuple.value
    }
    func tuple(_ a: Value, _ b: Value) -> Value {
        let tuple = makeTuple(count: 2)
        tuple[0] = a
        tuple[1] = b
        return tuple.value
    }
    func tuple(_ a: Value, _ b: Value, _ c: Value) -> Value {
        let tuple = makeTuple(count: 3)
        tuple[0] = a
        tuple[1] = b
        tuple[2] = c
        return tuple.value
    }
    func tuple(_ items: Value...) -> Value { items.withUnsafeBufferPointer { tuple(from: $0) } }

    /// An empty list.
    func list(capacity: Int = 0, type: TypeRef? = nil) -> List {
        let memory = newCell(size: MemoryLayout<ListLayout>.stride, kind: .list, type: type ?? self.type(.list))
        let list = List(pointer: memory.assumingMemoryBound(to: ListLayout.self))
        if capacity > 0 {
            let bytes = capacity * MemoryLayout<Value>.stride
            list.pointer.pointee.items = heap.pointee.takeBuffer(bytes).assumingMemoryBound(to: Value.self)
            list.pointer.pointee.capacity = capacity
            heap.pointee.noteExternal(bytes: bytes)
        }
        return list
    }

    /// A list of the items in a row of memory.
    func list(from items: UnsafePointer<Value>, count: Int) -> List {
        let list = list(capacity: count)
        if count > 0 { list.items.update(from: items, count: count) }
        list.pointer.pointee.count = count
        return list
    }

    /// An empty dict.
    func dict(type: TypeRef? = nil) -> Dict {
        let memory = newCell(size: MemoryLayout<DictLayout>.stride, kind: .dict, type: type ?? self.type(.dict))
        let dict = Dict(pointer: memory.assumingMemoryBound(to: DictLayout.self))
        dict.pointer.pointee.hasOnlyStringKeys = true
        return dict
    }

    // MARK: Small things

    /// Any int that fits a machine word.
    @inline(__always)
    func int(_ value: Int) -> Value { Value.fitsSmall(value) ? Value(small: value) : wordInt(value) }

    @inline(never)
    private func wordInt(_ value: Int) -> Value {
        let memory = allocateSized(.int, size: MemoryLayout<IntLayout>.stride, type: type(.int), aux: 0)
        memory.assumingMemoryBound(to: IntLayout.self).pointee.word = value
        return Value(Cell(memory))
    }

    /// A method bound to its receiver; those of natives are shown as built-in methods and method wrappers.
    func boundMethod(_ function: Value, _ receiver: Value) -> Value {
        var type = BuiltinType.method
        if function.isKind(.nativeFunction) {
            let isSlot = function.layout(NativeFunctionLayout.self).pointee.style == .slot
            type = isSlot ? .methodWrapper : .builtinFunctionOrMethod
        }
        let memory = newCell(size: MemoryLayout<BoundMethodLayout>.stride, kind: .boundMethod, type: self.type(type))
        let layout = memory.assumingMemoryBound(to: BoundMethodLayout.self)
        layout.pointee.function = function
        layout.pointee.receiver = receiver
        return Value(Cell(memory))
    }

    /// A cell for a variable shared by closures.
    @inline(__always)
    func variableCell(_ content: Value) -> Value {
        let memory = newCell(size: MemoryLayout<VariableCellLayout>.stride, kind: .variableCell, type: type(.cell))
        memory.assumingMemoryBound(to: VariableCellLayout.self).pointee.content = content
        return Value(Cell(memory))
    }

    func slice(_ start: Value, _ stop: Value, _ step: Value) -> Value {
        let record = record(.slice, count: 3)
        record[0] = start
        record[1] = stop
        record[2] = step
        return record.value
    }

    /// A module with `__name__` and `__doc__`, not yet in `sys.modules`.
    func module(named name: Value) -> Value {
        let memory = newCell(size: MemoryLayout<ModuleLayout>.stride, kind: .module, type: type(.module))
        let dict = dict()
        memory.assumingMemoryBound(to: ModuleLayout.self).pointee.dict = dict.value
        dictSet(dict, name: self.name(.__name__), name)
        dictSet(dict, name: self.name(.__doc__), .none)
        return Value(Cell(memory))
    }

    // MARK: Roots

    /// Keeps `value` alive for as long as the interpreter lives (module state of natives).
    func keepForever(_ value: Value) { List(runtime.pointee.permanentRoots).append(self, value) }
}
