/// Attributes of functions of the script.
enum FunctionMethods {
    static var methods: [Native] {
        [
            Native(
                "__new__", .signature("code, globals, name=None, argdefs=None, closure=None, kwdefaults=None"),
                style: .new, new),
            Native("__get__", .positional(1, 2), style: .slot, get),
            Native(
                "__call__", .any, style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in try m.call(a[0], a.dropFirst) }),
            Native("__repr__", .none, style: .slot, repr),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__name__", get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.name },
                set: setName),
            NativeProperty(
                "__qualname__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.qualifiedName },
                set: setQualifiedName),
            NativeProperty(
                "__code__", get: { (_: Machine, v: Value) throws(Raise) -> Value in Value(layout(v).pointee.code) },
                set: setCode),
            NativeProperty(
                "__defaults__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(layout(v).pointee.defaults) },
                set: setDefaults),
            NativeProperty(
                "__kwdefaults__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(layout(v).pointee.keywordDefaults) },
                set: setKeywordDefaults),
            NativeProperty(
                "__closure__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(layout(v).pointee.closure) },
                set: readOnly),
            NativeProperty(
                "__globals__", get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.globals },
                set: readOnly),
            NativeProperty(
                "__builtins__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(layout(v).pointee.builtins) },
                set: readOnly),
            NativeProperty("__annotations__", get: annotations, set: setAnnotations),
            NativeProperty(
                "__doc__", get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(layout(v).pointee.doc) },
                set: { (_: Machine, v: Value, value: Value) throws(Raise) in layout(v).pointee.doc = orNone(value) }),
            NativeProperty(
                "__module__",
                get: { (_: Machine, v: Value) throws(Raise) -> Value in orNone(layout(v).pointee.module) },
                set: { (_: Machine, v: Value, value: Value) throws(Raise) in layout(v).pointee.module = orNone(value) }),
            NativeProperty("__type_params__", get: typeParameters, set: setTypeParameters),
            NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.setDict),
        ]
    }

    private static func layout(_ value: Value) -> UnsafeMutablePointer<FunctionLayout> { value.layout() }
    private static func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.code) else {
            throw m.raise(.typeError, "function() argument 'code' must be code, not \(m.shortTypeName(a[1]))")
        }
        guard a[2].isKind(.dict) else {
            throw m.raise(.typeError, "function() argument 'globals' must be dict, not \(m.shortTypeName(a[2]))")
        }
        let code: UnsafeMutablePointer<CodeLayout> = a[1].layout()
        if a[3].isBound, !a[3].isNone, !m.isString(a[3]) {
            throw m.raise(.typeError, "arg 3 (name) must be None or string")
        }
        if a[4].isBound, !a[4].isNone, !a[4].isKind(.tuple) {
            throw m.raise(.typeError, "arg 4 (defaults) must be None or tuple")
        }
        let needed = m.source(of: code).freeNames.count
        let closure = a[5].isBound ? a[5] : Value.none
        guard closure.isNone || closure.isKind(.tuple) else {
            throw m.raise(
                .typeError, needed > 0 ? "arg 5 (closure) must be tuple" : "arg 5 (closure) must be None or tuple")
        }
        if closure.isNone, needed > 0 { throw m.raise(.typeError, "arg 5 (closure) must be tuple") }
        let given = closure.isNone ? 0 : Tuple(closure).count
        if given != needed {
            throw m.raise(
                .valueError, "\(m.swiftString(code.pointee.name)) requires closure of length \(needed), not \(given)")
        }
        for index in 0..<given where !Tuple(closure)[index].isKind(.variableCell) {
            throw m.raise(
                .typeError, "arg 5 (closure) expected cell, found \(m.typeName(Tuple(closure)[index]))")
        }
        let memory = m.newCell(size: MemoryLayout<FunctionLayout>.stride, kind: .function, type: m.type(.function))
        let function = memory.assumingMemoryBound(to: FunctionLayout.self)
        function.pointee.code = code
        function.pointee.globals = a[2]
        function.pointee.name = a[3].isBound && !a[3].isNone ? a[3] : code.pointee.name
        function.pointee.qualifiedName = code.pointee.qualifiedName
        function.pointee.defaults = a[4].isBound ? a[4] : .none
        function.pointee.keywordDefaults = a[6].isBound ? a[6] : .none
        function.pointee.closure = given == 0 ? .unbound : closure
        function.pointee.doc = .none
        let source = m.source(of: code)
        if source.hasDocString, code.pointee.constantCount > 0 { function.pointee.doc = code.pointee.constants[0] }
        let module = m.dictGet(Dict(a[2]), .__name__)
        function.pointee.module = module.isBound ? module : .none
        function.pointee.builtins = m.builtins(of: Dict(a[2]))
        return Value(function)
    }

    static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[1].isNone {
            if a.count < 3 || a[2].isNone { throw m.raise(.typeError, "__get__(None, None) is invalid") }
            return a[0]
        }
        return m.boundMethod(a[0], a[1])
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.string("<function \(m.swiftString(layout(a[0]).pointee.qualifiedName)) at \(m.addressText(a[0]))>")
    }

    private static func readOnly(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        throw m.raise(.attributeError, "readonly attribute")
    }

    private static func setName(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard m.isString(value) else { throw m.raise(.typeError, "__name__ must be set to a string object") }
        layout(v).pointee.name = value
    }

    private static func setQualifiedName(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard m.isString(value) else { throw m.raise(.typeError, "__qualname__ must be set to a string object") }
        layout(v).pointee.qualifiedName = value
    }

    private static func setCode(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isKind(.code) else { throw m.raise(.typeError, "__code__ must be set to a code object") }
        let new: UnsafeMutablePointer<CodeLayout> = value.layout()
        let needed = m.source(of: new).freeNames.count
        let closure = layout(v).pointee.closure
        let given = closure.isKind(.tuple) ? Tuple(closure).count : 0
        if needed != given {
            throw m.raise(
                .valueError,
                "\(m.swiftString(layout(v).pointee.name))() requires a code object with \(given) free vars, not \(needed)"
            )
        }
        // What kind of generator or coroutine a call makes, if any.
        let kinds: UInt32 = 0x2a0
        if layout(v).pointee.code.pointee.flags & kinds != new.pointee.flags & kinds {
            try m.warn(
                .deprecationWarning,
                "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)"
            )
        }
        layout(v).pointee.code = new
    }

    private static func setDefaults(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isUnbound || value.isNone || value.isKind(.tuple) else {
            throw m.raise(.typeError, "__defaults__ must be set to a tuple object")
        }
        layout(v).pointee.defaults = orNone(value)
    }

    private static func setKeywordDefaults(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isUnbound || value.isNone || value.isKind(.dict) else {
            throw m.raise(.typeError, "__kwdefaults__ must be set to a dict object")
        }
        layout(v).pointee.keywordDefaults = orNone(value)
    }

    private static func annotations(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        if !layout(v).pointee.annotations.isKind(.dict) { layout(v).pointee.annotations = m.dict().value }
        return layout(v).pointee.annotations
    }

    private static func setAnnotations(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isUnbound || value.isNone || value.isKind(.dict) else {
            throw m.raise(.typeError, "__annotations__ must be set to a dict object")
        }
        layout(v).pointee.annotations = value
    }

    private static func typeParameters(_ m: Machine, _ v: Value) throws(Raise) -> Value {
        let value = layout(v).pointee.typeParameters
        return value.isKind(.tuple) ? value : m.tuple()
    }

    private static func setTypeParameters(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        guard value.isKind(.tuple) else { throw m.raise(.typeError, "__type_params__ must be set to a tuple") }
        layout(v).pointee.typeParameters = value
    }
}
