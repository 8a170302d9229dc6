/// Audit hooks and other functions of `sys` that have little to do here.
extension SysModule {
    static var auditing: [Native] {
        [
            Native("audit", .any, style: .function, audit),
            Native("addaudithook", .signature("hook"), style: .function, addAuditHook),
            Native("breakpointhook", .any, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                throw m.raise(.notImplementedError, "minipy does not have a debugger")
            },
            Native("call_tracing", .positional(2, 2), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.call(a[0], args: try m.listFromIterable(a[1]).value, keywords: .unbound)
            },
            Native("getallocatedblocks", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                m.int(m.heap.pointee.liveBytes / 48 + 1)
            },
            Native("getunicodeinternedsize", .none, style: .function) {
                (m: Machine, _: Arguments) throws(Raise) -> Value in
                m.int(KnownName.allCases.count)
            },
            Native("getdlopenflags", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                m.int(2)
            },
            Native("setdlopenflags", .one, style: .function) { (_: Machine, _: Arguments) throws(Raise) -> Value in
                .none
            },
            Native("activate_stack_trampoline", .one, style: .function) {
                (m: Machine, _: Arguments) throws(Raise) -> Value in
                throw m.raise(.valueError, "perf trampoline not available")
            },
            Native("deactivate_stack_trampoline", .none, style: .function) {
                (_: Machine, _: Arguments) throws(Raise) -> Value in .none
            },
            Native("is_stack_trampoline_active", .none, style: .function) {
                (_: Machine, _: Arguments) throws(Raise) -> Value in .false
            },
        ]
    }

    private static func hooks(_ m: Machine) -> List {
        let name = m.intern("_audit_hooks")
        let dict = Dict(m.runtime.pointee.sysDict)
        let known = m.dictGet(dict, name: name)
        if known.isKind(.list) { return List(known) }
        let list = m.list()
        m.dictSet(dict, name: name, list.value)
        return list
    }

    /// `sys.audit(event, *args)`: calls the hooks. The interpreter itself raises no events.
    private static func audit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 0 else { throw m.raise(.typeError, "audit() missing 1 required positional argument: 'event'") }
        guard a[0].isKind(.string) else {
            throw m.raise(.typeError, "expected str for argument 'event', not \(m.typeName(a[0]))")
        }
        let list = hooks(m)
        var index = 0
        while index < list.count {
            let rest = m.tuple(from: UnsafePointer(a.base + 1), count: a.count - 1)
            _ = try m.call(list[index], a[0], rest)
            index += 1
        }
        return .none
    }

    private static func addAuditHook(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        hooks(m).append(m, a[0])
        return .none
    }
}
