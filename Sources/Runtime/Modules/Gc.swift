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
            Native("collect", .signature("generation=2"), style: .function, collect),
            Native("enable", .none, style: .function, enable),
            Native("disable", .none, style: .function, disable),
            Native("isenabled", .none, style: .function, isEnabled),
            Native("get_count", .none, style: .function, getCount),
            Native("get_threshold", .none, style: .function, getThreshold),
            Native("set_threshold", .positional(1, 3), style: .function, doNothing),
            Native("freeze", .none, style: .function, doNothing),
            Native("unfreeze", .none, style: .function, doNothing),
            Native("get_freeze_count", .none, style: .function, zero),
            Native("get_debug", .none, style: .function, zero),
            Native("set_debug", .one, style: .function, doNothing),
            Native("get_objects", .any, style: .function, refuse),
            Native("get_referrers", .any, style: .function, refuse),
            Native("get_referents", .any, style: .function, refuse),
            Native("is_tracked", .one, style: .function, isTracked),
            Native("is_finalized", .one, style: .function, isFinalized),
        ]
    }

    /// Collects all that is unreachable, finalizers included; gives the number of cells that went.
    private static func collect(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[0].isBound {
            let generation = try m.index(a[0])
            guard let number = m.intValue(generation), number >= 0, number <= 2 else {
                throw m.raise(.valueError, "invalid generation")
            }
        }
        let before = m.heap.pointee.freedCount
        // `__del__` and callbacks of weak references run now, not at the next safepoint.
        try m.collectAndFinalize()
        if m.state.pointee.interrupt.pointee != 0 { try m.safepoint() }
        return m.int(m.heap.pointee.freedCount - before)
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
        m.tuple(m.int(2000), m.int(10), m.int(10))
    }

    private static func doNothing(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { .none }

    private static func zero(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { m.int(0) }

    private static func refuse(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        throw m.raise(.notImplementedError, "minipy does not have this function of gc yet")
    }

    /// Whether the object may take part in a cycle: CPython tracks containers only.
    private static func isTracked(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        switch a[0].kind {
        case .free, .int, .bigInt, .float, .complex, .string, .bytes, .byteArray, .range: .false
        default: .true
        }
    }

    private static func isFinalized(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[0].isCell, a[0].cell.type.flags.contains(.hasFinalizer) else { return .false }
        return Value(!a[0].cell.header.pointee.flags.contains(.needsFinalizer))
    }
}
