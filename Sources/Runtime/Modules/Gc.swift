/// The `gc` module. Memory is managed by tracing: generations, counts and thresholds are answered as far as they have a
/// meaning here.
enum GcModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Control over the garbage collector.")
        module.add(functions)
        module.add("garbage", m.list().value)
        module.add("callbacks", m.list().value)
        for (name, value) in [
            ("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32),
            ("DEBUG_LEAK", 38),
        ] as [(StaticString, Int)] {
            module.add(name, m.int(value))
        }
    }

    private static var functions: [Native] {
        [
            Native("collect", .any, style: .function, collect),
            Native("enable", .none, style: .function, enable),
            Native("disable", .none, style: .function, disable),
            Native("isenabled", .none, style: .function, isEnabled),
            Native("get_count", .none, style: .function, getCount),
            Native("get_threshold", .none, style: .function, getThreshold),
            Native("set_threshold", .positional(1, 3), style: .function, setThreshold),
            Native("freeze", .none, style: .function, doNothing),
            Native("unfreeze", .none, style: .function, doNothing),
            Native("get_freeze_count", .none, style: .function, zero),
            Native("get_debug", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                m.int(m.heap.pointee.watch.debugFlags)
            },
            Native("set_debug", .one, style: .function, setDebug),
            Native("get_stats", .none, style: .function, getStats),
            Native("get_objects", .signature("generation=None"), style: .function, getObjects),
            Native("get_referrers", .positional(0, .max), style: .function, getReferrers),
            Native("get_referents", .positional(0, .max), style: .function, getReferents),
            Native("is_tracked", .one, style: .function, isTracked),
            Native("is_finalized", .one, style: .function, isFinalized),
        ]
    }

    /// Collects all that is unreachable, finalizers included; gives the number of objects in cycles that went.
    private static func collect(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var number = 2
        if a.count + a.keywordCount > 1 {
            throw m.raise(.typeError, "collect() takes at most 1 argument (\(a.count + a.keywordCount) given)")
        }
        if a.keywordCount > 0, m.swiftString(a.keywordName(0)) != "generation" {
            throw m.raise(
                .typeError, "collect() got an unexpected keyword argument '\(m.swiftString(a.keywordName(0)))'")
        }
        if a.count + a.keywordCount > 0 {
            let generation = try m.index(a.base[0])
            guard let given = m.intValue(generation), given >= 0, given <= 2 else {
                throw m.raise(.valueError, "invalid generation")
            }
            number = given
        }
        try callBack(m, "start", generation: number, collected: 0)
        m.heap.pointee.watch.cycles = 0
        m.heap.pointee.watch.countsCycles = true
        defer { m.heap.pointee.watch.countsCycles = false }
        // `__del__` and callbacks of weak references run now, not at the next safepoint.
        try m.collectAndFinalize(isDirect: m.isCalledDirectly(a))
        m.heap.pointee.watch.countsCycles = false
        if m.state.pointee.interrupt.pointee & ~InterruptReason.watch != 0 { try m.safepoint() }
        let count = m.heap.pointee.watch.cycles
        try callBack(m, "stop", generation: number, collected: count)
        return m.int(count)
    }

    /// Calls the functions in `gc.callbacks`.
    private static func callBack(
        _ m: Machine, _ phase: StaticString, generation: Int, collected: Int
    ) throws(Raise) {
        let module = m.dictGet(m.modules, name: m.intern("gc"))
        guard module.isKind(.module) else { return }
        let callbacks = m.dictGet(
            Dict(module.layout(ModuleLayout.self).pointee.dict), name: m.intern("callbacks"))
        guard callbacks.isKind(.list), List(callbacks).count > 0 else { return }
        let information = m.dict()
        m.dictSet(information, name: m.intern("generation"), m.int(generation))
        m.dictSet(information, name: m.intern("collected"), m.int(collected))
        m.dictSet(information, name: m.intern("uncollectable"), m.int(0))
        let functions = List(callbacks)
        var index = 0
        while index < functions.count {
            _ = try m.call(functions[index], m.string(phase), information.value)
            index += 1
        }
    }

    // MARK: The objects of the heap

    /// Whether CPython's collector knows objects like this one, and programs may see it.
    static func isContainer(_ value: Value) -> Bool {
        switch value.kind {
        case .list, .tuple, .dict, .set, .object, .function, .type, .module, .boundMethod, .generator, .exception,
            .variableCell, .future, .weakReference:
            true
        case .record: value.cell.type.pointer.pointee.builtinIndex != BuiltinType.object.rawValue
        default: value.isCell && value.cell.header.pointee.flags.contains(.heapInstance)
        }
    }

    /// All containers, in no particular order.
    private static func getObjects(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list()
        var found: [Cell] = []
        Collector(m: m).forEachCell { cell in if isContainer(Value(cell)) { found.append(cell) } }
        // Nothing is collected before the list holds them.
        for cell in found { list.append(m, Value(cell)) }
        return list.value
    }

    /// What a cell refers to.
    private static func children(_ collector: inout Collector, _ cell: Cell) -> [Cell] {
        collector.marker.mode = .note
        collector.marker.noted.removeAll(keepingCapacity: true)
        collector.marker.trace(cell)
        return collector.marker.noted
    }

    private static func getReferrers(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var collector = Collector(m: m)
        defer { collector.marker.deallocate() }
        var wanted: Set<UInt> = []
        for index in 0..<a.count where a[index].isCell { wanted.insert(UInt(a[index].bits)) }
        var cells: [Cell] = []
        collector.forEachCell { cell in if isContainer(Value(cell)) { cells.append(cell) } }
        var found: [Cell] = []
        for cell in cells {
            // An instance of a class of the script refers to the class, one of a built-in type does not.
            let type = cell.type.isHeapType ? nil : Cell(UnsafeMutableRawPointer(cell.type.pointer))
            let refers = children(&collector, cell).contains {
                wanted.contains(UInt(bitPattern: $0.address)) && $0 != type
            }
            if refers { found.append(cell) }
        }
        let list = m.list()
        for cell in found { list.append(m, Value(cell)) }
        return list.value
    }

    private static func getReferents(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list()
        for index in 0..<a.count {
            let value = a[index]
            switch value.kind {
            case .list: for item in 0..<List(value).count { list.append(m, List(value)[item]) }
            case .tuple: for item in 0..<Tuple(value).count { list.append(m, Tuple(value)[item]) }
            case .dict:
                let dict = Dict(value)
                // Keys that are all str are none of CPython's collector's business.
                let showsKeys = !dict.pointer.pointee.hasOnlyStringKeys
                for entry in dict.entries {
                    if showsKeys { list.append(m, entry.key) }
                    list.append(m, entry.value)
                }
            case .free: continue
            default:
                guard isContainer(value) else { continue }
                defer { list.append(m, m.typeOf(value).value) }
                if value.cell.hasAttributes {
                    m.forEachOwnAttribute(value.cell) { _, attribute in list.append(m, attribute) }
                } else {
                    var collector = Collector(m: m)
                    let found = children(&collector, value.cell)
                    for cell in found where cell != Cell(UnsafeMutableRawPointer(value.cell.type.pointer)) {
                        list.append(m, Value(cell))
                    }
                    collector.marker.deallocate()
                }
                continue
            }
            if m.typeOf(value).isHeapType { list.append(m, m.typeOf(value).value) }
        }
        return list.value
    }

    /// Figures of three generations; only whole collections are counted.
    private static func getStats(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let list = m.list()
        for generation in 0..<3 {
            let dict = m.dict()
            m.dictSet(
                dict, name: m.intern("collections"), m.int(generation == 2 ? m.heap.pointee.collectionCount : 0))
            m.dictSet(dict, name: m.intern("collected"), m.int(generation == 2 ? m.heap.pointee.freedCount : 0))
            m.dictSet(dict, name: m.intern("uncollectable"), m.int(0))
            list.append(m, dict.value)
        }
        return list.value
    }

    private static func enable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.heap.pointee.isDisabled = false
        return .none
    }

    private static func disable(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.heap.pointee.isDisabled = true
        return .none
    }

    private static func isEnabled(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        Value(!m.heap.pointee.isDisabled)
    }

    private static func getCount(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.tuple(m.int(0), m.int(0), m.int(0))
    }

    private static func getThreshold(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let thresholds = m.heap.pointee.watch.thresholds
        return m.tuple(m.int(thresholds.0), m.int(thresholds.1), m.int(thresholds.2))
    }

    /// The thresholds and flags are remembered, and mean nothing here.
    private static func setThreshold(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.heap.pointee.watch.thresholds.0 = try m.indexInt(a[0])
        if a.count > 1 { m.heap.pointee.watch.thresholds.1 = try m.indexInt(a[1]) }
        if a.count > 2 { m.heap.pointee.watch.thresholds.2 = try m.indexInt(a[2]) }
        return .none
    }

    private static func setDebug(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.heap.pointee.watch.debugFlags = try m.indexInt(a[0])
        return .none
    }

    private static func doNothing(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { .none }

    private static func zero(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(0) }

    /// Whether the object may take part in a cycle: CPython tracks containers only.
    private static func isTracked(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        switch a[0].kind {
        case .dict where m.typeOf(a[0]) == m.type(.dict):
            return Value(Dict(a[0]).entries.contains { isContainer($0.value) || isContainer($0.key) })
        case .tuple where Tuple(a[0]).count == 0: return .false
        case .type: return Value(TypeRef(a[0]).isHeapType)
        case .free, .int, .bigInt, .float, .complex, .string, .bytes, .byteArray, .range: return .false
        default: return .true
        }
    }

    private static func isFinalized(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isCell, a[0].cell.type.flags.contains(.hasFinalizer) else { return .false }
        return Value(!a[0].cell.header.pointee.flags.contains(.needsFinalizer))
    }
}
