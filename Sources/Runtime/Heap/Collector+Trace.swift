#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Marker {
    /// Visits everything that a cell refers to.
    mutating func trace(_ cell: Cell) {
        visitAtOnce(Cell(UnsafeMutableRawPointer(cell.header.pointee.type)))
        if cell.hasAttributes { traceAttributes(cell) }
        switch cell.kind {
        case .free, .object, .blob, .int, .bigInt, .float, .complex, .string, .bytes, .byteArray, .rangeIterator:
            break
        case .box:
            if cell.header.pointee.aux == 1 {
                let object = cell.layout(BoxLayout.self).pointee.object.takeUnretainedValue()
                unsafeDowncast(object, to: TracedObject.self).trace(&self)
            }
        case .record, .range:
            let record = Record(Value(cell))
            visit(record.fields, count: record.count)
        case .type: traceType(cell.layout())
        case .list:
            let list = List(Value(cell))
            if list.count > 0 { visit(list.items, count: list.count) }
        case .tuple:
            let tuple = Tuple(Value(cell))
            visit(tuple.items, count: tuple.count)
        case .dict:
            let dict = Dict(Value(cell))
            for index in 0..<dict.used {
                visit(dict.key(at: index))
                visit(dict.value(at: index))
            }
        case .set: SetRef.trace(cell, &self)
        case .function: traceFunction(cell.layout())
        case .nativeFunction: traceNative(cell.layout())
        case .boundMethod:
            let method: UnsafeMutablePointer<BoundMethodLayout> = cell.layout()
            visit(method.pointee.function)
            visit(method.pointee.receiver)
        case .variableCell:
            visit(cell.layout(VariableCellLayout.self).pointee.content)
        case .code: traceCode(cell.layout())
        case .module:
            visit(cell.layout(ModuleLayout.self).pointee.dict)
        case .generator: traceGenerator(cell.layout())
        case .exception: traceException(cell.layout())
        case .listIterator:
            visit(cell.layout(ListIteratorLayout.self).pointee.sequence)
        case .future: FutureLayout.trace(cell, &self)
        case .eventLoop: EventLoopLayout.trace(cell, &self)
        case .weakReference:
            visit(cell.layout(WeakReferenceLayout.self).pointee.callback)
        case .memoryView: MemoryView.trace(cell, &self)
        }
    }

    private mutating func traceAttributes(_ cell: Cell) {
        let shape = cell.shape
        visit(cell.slots, count: shape.pointee.count)
    }

    private mutating func traceType(_ type: UnsafeMutablePointer<TypeLayout>) {
        visit(type.pointee.name)
        visit(type.pointee.qualifiedName)
        visit(type.pointee.bases)
        visit(type.pointee.mro)
        visit(type.pointee.base)
        visit(type.pointee.dict)
        if let root = type.pointee.rootShape { traceShape(root) }
    }

    /// The names of a shape tree: children repeat the names of their parents, so only the last one of each is new.
    private mutating func traceShape(_ shape: UnsafeMutablePointer<Shape>) {
        if shape.pointee.count > 0 { visit(shape.pointee.names[shape.pointee.count - 1]) }  // unbound: a member
        var child = shape.pointee.firstChild
        while let existing = child {
            traceShape(existing)
            child = existing.pointee.nextSibling
        }
    }

    private mutating func traceFunction(_ function: UnsafeMutablePointer<FunctionLayout>) {
        visit(Value(function.pointee.code))
        visit(function.pointee.globals)
        visit(function.pointee.name)
        visit(function.pointee.qualifiedName)
        visit(function.pointee.defaults)
        visit(function.pointee.keywordDefaults)
        visit(function.pointee.closure)
        visit(function.pointee.annotations)
        visit(function.pointee.doc)
        visit(function.pointee.module)
        visit(function.pointee.attributes)
        visit(function.pointee.typeParameters)
        visit(function.pointee.builtins)
    }

    private mutating func traceNative(_ native: UnsafeMutablePointer<NativeFunctionLayout>) {
        visit(native.pointee.name)
        visit(native.pointee.owner)
        visit(native.pointee.module)
        visit(native.pointee.doc)
        visit(native.pointee.receiver)
    }

    private mutating func traceCode(_ code: UnsafeMutablePointer<CodeLayout>) {
        visit(code.pointee.constants, count: code.pointee.constantCount)
        visit(code.pointee.names, count: code.pointee.nameCount)
        visit(code.pointee.name)
        visit(code.pointee.qualifiedName)
        visit(code.pointee.filename)
        visit(code.pointee.variableNames)
        visit(code.pointee.freeNames)
    }

    private mutating func traceGenerator(_ generator: UnsafeMutablePointer<GeneratorLayout>) {
        visit(Value(generator.pointee.code))
        visit(generator.pointee.function)
        // The way back is none that CPython has: it makes no cycle.
        if mode != .note { visit(generator.pointee.awaiter) }
        visit(generator.pointee.delegate)
        visit(generator.pointee.leaf)
        visit(generator.pointee.handled)
        visit(generator.pointee.extra)
        let registers = UnsafeMutableRawPointer(generator + 1).assumingMemoryBound(to: Value.self)
        if generator.pointee.state != .finished { visit(registers, count: generator.pointee.registerCount) }
    }

    private mutating func traceException(_ exception: UnsafeMutablePointer<ExceptionLayout>) {
        visit(exception.pointee.args)
        visit(exception.pointee.traceback)
        visit(exception.pointee.context)
        visit(exception.pointee.cause)
        visit(Exception(Value(exception)).fields, count: 8)
    }
}

extension Collector {
    /// Kinds whose cells own nothing beside their memory, unless they have attributes.
    static func findPlainKinds() -> UInt64 {
        let kinds: [CellKind] = [
            .object, .record, .blob, .int, .bigInt, .float, .complex, .bytes, .tuple, .range, .function, .boundMethod,
            .variableCell, .module, .generator, .exception, .listIterator, .rangeIterator, .weakReference,
        ]
        return kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Frees what a dying cell owns outside the heap.
    @inline(__always)
    mutating func release(_ cell: Cell) {
        if cell.kind == .string, !cell.hasAttributes, !Str(Value(cell)).isShared { return }
        if cell.hasAttributes || plainKinds >> UInt64(cell.kind.rawValue) & 1 == 0 { releaseOwned(cell) }
    }

    @inline(never)
    private mutating func releaseOwned(_ cell: Cell) {
        if cell.hasAttributes, !m.hasInlineSlots(cell) {
            cell.slots.deallocate()
        }
        switch cell.kind {
        case .list:
            let list: UnsafeMutablePointer<ListLayout> = cell.layout()
            if let items = list.pointee.items {
                m.heap.pointee.giveBack(items, bytes: list.pointee.capacity * MemoryLayout<Value>.stride)
            }
        case .byteArray:
            if let items = cell.layout(ByteArrayLayout.self).pointee.items { free(items) }
        case .dict: Dict(Value(cell)).releaseTables(m)
        case .set: SetRef.release(cell, m)
        case .string: TextBuffer.release(Str(Value(cell)))
        case .code:
            let code: UnsafeMutablePointer<CodeLayout> = cell.layout()
            code.pointee.words.deallocate()
            code.pointee.constants.deallocate()
            code.pointee.names.deallocate()
            code.pointee.handlers.deallocate()
            code.pointee.source.release()
        case .nativeFunction:
            cell.layout(NativeFunctionLayout.self).pointee.closure.release()
        case .type: releaseType(cell.layout())
        case .box:
            // An instance whose `__init__` was never called is empty.
            if cell.address.load(fromByteOffset: MemoryLayout<CellHeader>.stride, as: UInt.self) != 0 {
                cell.layout(BoxLayout.self).pointee.object.release()
            }
        case .future: FutureLayout.release(cell)
        case .eventLoop: EventLoopLayout.release(cell)
        default: break
        }
    }

    private mutating func releaseType(_ type: UnsafeMutablePointer<TypeLayout>) {
        type.pointee.subclasses?.deallocate()
        // Instances that die in the same sweep still look at their shapes.
        if let root = type.pointee.rootShape { dyingShapes.append(root) }
        if let shape = type.pointee.dictionaryShape { dyingShapes.append(shape) }
    }

    /// Bytes that a live cell owns outside its own memory, roughly.
    func externalSize(_ cell: Cell) -> Int {
        switch cell.kind {
        case .list: cell.layout(ListLayout.self).pointee.capacity * MemoryLayout<Value>.stride
        case .dict: cell.layout(DictLayout.self).pointee.capacity * (MemoryLayout<DictEntry>.stride + 8)
        case .set: SetRef(Value(cell)).slots * MemoryLayout<SetEntry>.stride
        case .string: TextBuffer.share(Str(Value(cell)))
        case .byteArray: cell.layout(ByteArrayLayout.self).pointee.capacity
        default: 0
        }
    }
}
