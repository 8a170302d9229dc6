/// The hooks of `sys` that programs may call or replace.
extension SysModule {
    static var hooks: [Native] {
        [
            Native("displayhook", .one, style: .function, displayHook),
            Native("excepthook", .positional(3, 3), style: .function, exceptHook),
            Native("unraisablehook", .one, style: .function, unraisableHook),
            Native(
                "set_asyncgen_hooks", .signature("firstiter=None, finalizer=None"), style: .function,
                setAsyncGeneratorHooks),
            Native("get_asyncgen_hooks", .none, style: .function, getAsyncGeneratorHooks),
            Native("get_coroutine_origin_tracking_depth", .none, style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in m.int(m.runtime.pointee.asyncio.originDepth)
            },
            Native("set_coroutine_origin_tracking_depth", .signature("depth"), style: .function, setOriginDepth),
            Native("_getframe", .positional(0, 1), style: .function, getFrame),
            Native("_getframemodulename", .signature("depth=0"), style: .function, getFrameModuleName),
        ] + tracing
    }

    /// The running frame `depth` calls below the caller.
    private static func frame(_ m: Machine, _ depth: Value) throws(Raise) -> UnsafeMutablePointer<Frame>? {
        let depth = depth.isBound ? try m.indexInt(depth, overflow: .clip) : 0
        let frame = m.state.pointee.frame
        guard frame - m.state.pointee.frameBase > max(0, depth) else { return nil }
        return frame - max(0, depth)
    }

    private static func getFrame(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var left = a.optional(0).isBound ? max(0, try m.indexInt(a[0], overflow: .clip)) : 0
        var object = m.frameObject(m.state.pointee.frame)
        while left > 0, !object.isNone {
            object = try TracebackMethods.frameBack(m, object)
            left -= 1
        }
        if object.isNone { throw m.raise(.valueError, "call stack is not deep enough") }
        return object
    }

    private static func getFrameModuleName(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let frame = try frame(m, a[0]), frame.pointee.function.isKind(.function) else { return .none }
        let globals = frame.pointee.functionLayout.pointee.globals
        guard globals.isKind(.dict) else { return .none }
        let name = m.dictGet(Dict(globals), .__name__)
        return name.isBound ? name : .none
    }

    /// What an interactive prompt does with a value: its repr is printed, and it becomes `_`.
    private static func displayHook(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try display(m, a[0]) }

    static func display(_ m: Machine, _ value: Value) throws(Raise) -> Value {
        if value.isNone { return .none }
        let builtins = Dict(m.runtime.pointee.builtins)
        m.dictSet(builtins, name: m.intern("_"), .none)
        let text = try m.repr(value)
        let stream = m.dictGet(Dict(m.runtime.pointee.sysDict), .stdout)
        guard stream.isBound else { throw m.raise(.runtimeError, "lost sys.stdout") }
        let write = try m.getAttribute(stream, .write)
        _ = try m.call(write, text)
        _ = try m.call(write, m.string("\n"))
        m.dictSet(builtins, name: m.intern("_"), value)
        return .none
    }

    private static func exceptHook(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.exception) else {
            m.writeError("TypeError: print_exception(): Exception expected for value, \(m.typeName(a[1])) found\n")
            return .none
        }
        m.printToStandardError(m.formatException(a[1], usesColor: m.usesColor))
        return .none
    }

    /// Shows an exception that can't be raised anywhere: fields `exc_value`, `err_msg`, `object` of the argument.
    private static func unraisableHook(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let exception = try m.getAttribute(a[0], m.intern("exc_value"))
        let message = try m.getAttributeIfPresent(a[0], m.intern("err_msg"))
        let object = try m.getAttributeIfPresent(a[0], m.intern("object"))
        if object.isBound, !object.isNone {
            let text = m.isString(message) ? m.swiftString(message) : "Exception ignored in"
            m.writeError("\(text): \(m.reprText(object))\n")
        } else if m.isString(message) {
            m.writeError("\(m.swiftString(message)):\n")
        }
        if exception.isKind(.exception) {
            m.printToStandardError(m.formatException(exception, isPlain: true))
        }
        return .none
    }

    /// `set_asyncgen_hooks(firstiter=…, finalizer=…)`: None takes a hook away, what is not given stays.
    private static func setAsyncGeneratorHooks(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        for (index, name) in ["firstiter", "finalizer"].enumerated() {
            let hook = a[index]
            guard hook.isBound, !hook.isNone else { continue }
            if !m.isCallable(hook) {
                throw m.raise(.typeError, "callable \(name) expected, got \(m.typeName(hook))")
            }
        }
        if a[0].isBound { m.state.pointee.asyncGeneratorFirstIter = a[0].isNone ? .unbound : a[0] }
        if a[1].isBound { m.state.pointee.asyncGeneratorFinalizer = a[1].isNone ? .unbound : a[1] }
        return .none
    }

    private static func getAsyncGeneratorHooks(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let known = m.intern("_asyncgen_hooks")
        let dict = Dict(m.runtime.pointee.sysDict)
        var type = m.dictGet(dict, name: known)
        if type.isUnbound {
            type =
                StructSequence.makeType(m, "asyncgen_hooks", module: "builtins", fields: ["firstiter", "finalizer"])
                .value
            m.dictSet(dict, name: known, type)
        }
        let first = m.state.pointee.asyncGeneratorFirstIter
        let last = m.state.pointee.asyncGeneratorFinalizer
        return StructSequence.make(m, TypeRef(type), [first.isBound ? first : .none, last.isBound ? last : .none])
    }

    private static func setOriginDepth(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let depth = try m.index(a[0])
        guard let depth = m.intValue(depth), depth <= Int(Int32.max) else {
            throw m.raise(.overflowError, "Python int too large to convert to C int")
        }
        if depth < 0 { throw m.raise(.valueError, "depth must be >= 0") }
        m.runtime.pointee.asyncio.originDepth = depth
        return .none
    }
}
