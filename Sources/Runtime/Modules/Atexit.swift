/// The `atexit` module.
enum AtexitModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Functions to be called when the program ends.")
        module.add([
            Native("register", .any, style: .function, register),
            Native("unregister", .one, style: .function, unregister),
            Native("_clear", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                functions(m).pointer.pointee.count = 0
                return .none
            },
            Native("_run_exitfuncs", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.runExitFunctions()
                return .none
            },
            Native("_ncallbacks", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(functions(m).count)
            },
        ])
    }

    /// The list of (function, arguments, keywords), kept in the namespace of `sys`.
    private static func functions(_ m: Machine) -> List {
        let key = m.intern("_exit_functions")
        let dict = Dict(m.runtime.pointee.sysDict)
        var list = m.dictGet(dict, name: key)
        if !list.isKind(.list) {
            list = m.list().value
            m.dictSet(dict, name: key, list)
        }
        return List(list)
    }

    private static func register(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 0 else { throw m.raise(.typeError, "register() takes at least 1 argument (0 given)") }
        guard m.isCallable(a[0]) else { throw m.raise(.typeError, "the first argument must be callable") }
        let keywords = m.dict()
        for index in 0..<a.keywordCount {
            m.dictSet(keywords, name: m.internedName(a.keywordName(index)), a.keywordValue(index))
        }
        functions(m).append(m, m.tuple(a[0], m.tuple(from: a.base + 1, count: a.count - 1), keywords.value))
        return a[0]
    }

    private static func unregister(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var index = 0
        while index < functions(m).count {
            let list = functions(m)
            if try m.equals(Tuple(list[index])[0], a[0]) {
                let list = functions(m)
                guard index < list.count else { break }
                for next in index..<list.count - 1 { list.items[next] = list[next + 1] }
                list.pointer.pointee.count -= 1
            } else {
                index += 1
            }
        }
        return .none
    }
}
