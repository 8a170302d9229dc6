/// The `sys` module. Its namespace exists from the start (streams, `argv`, `path`); the rest is added at the first import.
enum SysModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Access to what the interpreter keeps and uses.")
        module.add(functions)
        module.add(hooks)
        module.add(auditing)
        addVersion(m, module)
        addEnvironment(m, module)
        addFigures(m, module)
        module.add("modules", m.runtime.pointee.modules)
        for (name, original) in [
            ("__displayhook__", "displayhook"), ("__excepthook__", "excepthook"),
            ("__unraisablehook__", "unraisablehook"), ("__breakpointhook__", "breakpointhook"),
            ("__stdout__", "stdout"), ("__stderr__", "stderr"),
            ("__stdin__", "stdin"),
        ] as [(StaticString, StaticString)] {
            let value = m.dictGet(module.dict, name: m.internStatic(original))
            module.add(name, value.isBound ? value : .none)
        }
    }

    private static var functions: [Native] {
        [
            Native("exit", .positional(0, 1), style: .function, exit),
            Native("getrecursionlimit", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(m.state.pointee.recursionLimit)
            },
            Native("setrecursionlimit", .one, style: .function, setRecursionLimit),
            Native("exc_info", .none, style: .function, excInfo),
            Native("exception", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.state.pointee.handled.isBound ? m.state.pointee.handled : .none
            },
            Native("intern", .one, style: .function, intern),
            Native("getsizeof", .signature("object, default=None"), style: .function, getSize),
            Native("getrefcount", .one, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                // Nothing counts references; an object that is asked about has one, and the argument is another.
                m.int(a[0].isCell ? 2 : 4_294_967_295)
            },
            Native("getdefaultencoding", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string("utf-8")
            },
            Native("getfilesystemencoding", .none, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string("utf-8")
            },
            Native("getfilesystemencodeerrors", .none, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.string("surrogateescape")
            },
            Native("set_int_max_str_digits", .signature("maxdigits"), style: .function, setMaximumDigits),
            Native("get_int_max_str_digits", .none, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(m.runtime.pointee.maximumTextDigits)
            },
            Native("is_finalizing", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                .false
            },
            Native("_is_gil_enabled", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                .true
            },
            Native("_clear_type_cache", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                .none
            },
            Native("getswitchinterval", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(Double(m.runtime.pointee.threads.interval) / 1e9)
            },
            Native("setswitchinterval", .one, style: .function, setSwitchInterval),
        ]
    }

    // MARK: Control

    private static func exit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 0, !a[0].isNone else { throw m.raise(.systemExit) }
        // As in CPython a tuple is the exception's arguments and an exception is the one that is raised.
        if m.isInstance(a[0], .tuple) { throw m.raise(m.makeException(m.type(.systemExit), args: a[0])) }
        if m.isInstance(a[0], .systemExit) { throw m.raise(a[0]) }
        throw m.raise(.systemExit, value: a[0])
    }

    private static func setRecursionLimit(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let limit = try cInt(m, a[0])
        if limit < 1 { throw m.raise(.valueError, "recursion limit must be greater or equal than 1") }
        let state = m.state
        let depth = state.pointee.frame - state.pointee.frameBase
        if depth >= limit {
            throw m.raise(
                .recursionError,
                "cannot set the recursion limit to \(limit) at the recursion depth \(depth): the limit is too low")
        }
        state.pointee.recursionLimit = limit
        let room = state.pointee.frameLimit - state.pointee.frameBase
        state.pointee.recursionFrame = state.pointee.frameBase + min(limit, room) + 1
        return .none
    }

    /// An argument that CPython takes as a C int.
    private static func cInt(_ m: Machine, _ value: Value) throws(Raise) -> Int {
        let index = try m.index(value)
        guard let int = m.intValue(index), int >= Int(Int32.min), int <= Int(Int32.max) else {
            throw m.raise(.overflowError, "Python int too large to convert to C int")
        }
        return int
    }

    private static func setMaximumDigits(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let digits = try cInt(m, a[0])
        if digits != 0, digits < 640 { throw m.raise(.valueError, "maxdigits must be 0 or larger than 640") }
        m.runtime.pointee.maximumTextDigits = digits
        return .none
    }

    private static func setSwitchInterval(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let seconds: Double
        if let double = m.doubleValue(a[0]) {
            seconds = double
        } else if let int = m.intValue(a[0]) {
            seconds = Double(int)
        } else {
            throw m.raise(.typeError, "must be real number, not \(m.typeName(a[0]))")
        }
        if !(seconds > 0) { throw m.raise(.valueError, "switch interval must be strictly positive") }
        m.runtime.pointee.threads.interval = max(1000, Int64(min(seconds, 1e6) * 1e9))
        return .none
    }

    // MARK: Objects

    private static func excInfo(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let exception = m.state.pointee.handled
        guard exception.isBound, !exception.isNone else { return m.tuple(Value.none, Value.none, Value.none) }
        return m.tuple(m.typeOf(exception).value, exception, try m.getAttribute(exception, .__traceback__))
    }

    private static func intern(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[0]) else {
            throw m.raise(.typeError, "intern() argument must be str, not \(m.shortTypeName(a[0]))")
        }
        guard m.typeOf(a[0]) == m.type(.str) else { throw m.raise(.typeError, "can't intern \(m.typeName(a[0]))") }
        return m.intern(a[0])
    }

    /// The bytes of the cell and of the memory that it owns; 8 for values without a cell.
    private static func getSize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = a[0]
        let method = m.lookup(m.typeOf(value), m.intern("__sizeof__"))
        if method.isBound, method.isKind(.function) {
            let size = try m.index(try m.call(method, value))
            if let int = m.intValue(size), int < 0 { throw m.raise(.valueError, "__sizeof__() should return >= 0") }
            return size
        }
        guard value.isCell else { return m.int(8) }
        var size = value.kind.fixedSize
        switch value.kind {
        case .string: size += Str(value).count * Str(value).width
        case .tuple: size += Tuple(value).count * 8
        case .list: size += List(value).pointer.pointee.capacity * 8
        case .dict: size += Dict(value).used * 24
        case .record: size += Record(value).count * 8
        case .bytes: size += Bytes(value).count
        case .bigInt: size += Int(value.cell.header.pointee.aux) * 8
        default: break
        }
        return m.int(size)
    }
}
