/// Attributes of functions and methods written in Swift, and of methods bound to a receiver.
enum NativeMethods {
    private static func layout(_ value: Value) -> UnsafeMutablePointer<NativeFunctionLayout> { value.layout() }

    /// The native behind a native function or a bound native method.
    private static func native(_ value: Value) -> UnsafeMutablePointer<NativeFunctionLayout> {
        if value.isKind(.boundMethod) { return layout(value.layout(BoundMethodLayout.self).pointee.function) }
        return layout(value)
    }

    /// What a native is bound to, or unbound.
    private static func receiver(_ value: Value) -> Value {
        if value.isKind(.boundMethod) { return value.layout(BoundMethodLayout.self).pointee.receiver }
        let native = layout(value)
        if native.pointee.receiver.isBound { return native.pointee.receiver }
        if native.pointee.style == .new || native.pointee.style == .staticMethod { return native.pointee.owner }
        return .unbound
    }

    // MARK: Functions and bound methods

    static var functionMethods: [Native] {
        [
            Native("__repr__", .none, style: .slot, reprFunction),
            Native("__call__", .any, style: .slot, call),
            Native("__eq__", .one, style: .slot, equals),
            Native("__hash__", .none, style: .slot, hash),
            Native("__reduce__", .none, reduce),
        ]
    }

    static var functionProperties: [NativeProperty] {
        [
            name, qualifiedName, doc, textSignature,
            NativeProperty(
                "__self__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    let receiver = receiver(v)
                    if receiver.isBound { return receiver }
                    // Functions of a module have the module.
                    let module = native(v).pointee.module
                    guard module.isKind(.string) else { return .none }
                    let found = m.dictGet(m.modules, name: m.internedName(module))
                    return found.isBound ? found : .none
                }),
            NativeProperty(
                "__module__", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in
                    let module = native(v).pointee.module
                    return module.isUnbound ? .none : module
                }, set: setModule),
        ]
    }

    /// A function keeps what it is told of its module. A method has no place of its own for it: the next one made would
    /// not have it in CPython either.
    private static func setModule(_ m: Machine, _ v: Value, _ value: Value) throws(Raise) {
        if !v.isKind(.boundMethod) { layout(v).pointee.module = value }
    }

    private static func reprFunction(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = m.swiftString(native(a[0]).pointee.name)
        let receiver = receiver(a[0])
        if receiver.isUnbound || receiver.isKind(.module) { return m.string("<built-in function \(name)>") }
        return m.string("<built-in method \(name) of \(m.typeName(receiver)) object at \(m.addressText(receiver))>")
    }

    static func call(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { try m.call(a[0], a.dropFirst) }

    /// The name of a function, `(getattr, (receiver, name))` for a method that is bound.
    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = native(a[0]).pointee.name
        let receiver = receiver(a[0])
        if receiver.isUnbound || receiver.isKind(.module) { return name }
        let function = try m.getAttribute(try m.importModule("builtins"), m.intern("getattr"))
        return m.tuple(function, m.tuple(receiver, name))
    }

    private static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.typeOf(a[0]) == m.typeOf(a[1]) else { return .notImplemented }
        return Value(native(a[0]) == native(a[1]) && receiver(a[0]) == receiver(a[1]))
    }

    private static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        m.int(m.identityHash(Value(native(a[0]))) ^ m.identityHash(receiver(a[0])))
    }

    // MARK: Descriptors

    static var descriptorMethods: [Native] {
        [
            Native("__repr__", .none, style: .slot, reprDescriptor),
            Native("__call__", .any, style: .slot, call),
            Native("__get__", .positional(1, 2), style: .slot, get),
        ]
    }

    static var descriptorProperties: [NativeProperty] {
        [
            .member("__name__") { (_: Machine, v: Value) throws(Raise) -> Value in native(v).pointee.name },
            qualifiedName, doc, textSignature,
            NativeProperty(
                "__objclass__", isMember: true,
                get: { (m: Machine, v: Value) throws(Raise) -> Value in m.descriptorNameAndOwner(v).1.value }),
        ]
    }

    private static func reprDescriptor(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (name, owner) = m.descriptorNameAndOwner(a[0])
        let what = layout(a[0]).pointee.style == .slot ? "slot wrapper" : "method"
        return m.string("<\(what) '\(m.swiftString(name))' of '\(m.builtinTypeName(owner))' objects>")
    }

    private static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let isClassMethod = layout(a[0]).pointee.style == .classMethod
        if isClassMethod {
            let type = a.count > 2 && !a[2].isNone ? a[2] : m.typeOf(a[1]).value
            return m.boundMethod(a[0], type)
        }
        if a[1].isNone {
            try m.checkGet(a)
            return a[0]
        }
        let (_, owner) = m.descriptorNameAndOwner(a[0])
        guard m.typeOf(a[1]).isSubtype(of: owner) else { throw m.raiseDescriptorMismatch(a[0], a[1]) }
        return m.boundMethod(a[0], a[1])
    }

    private static var name: NativeProperty {
        NativeProperty("__name__", get: { (_: Machine, v: Value) throws(Raise) -> Value in native(v).pointee.name })
    }

    private static var qualifiedName: NativeProperty {
        NativeProperty(
            "__qualname__",
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let native = native(v)
                let receiver = receiver(v)
                var type: TypeRef?
                if native.pointee.owner.isKind(.type) { type = TypeRef(native.pointee.owner) }
                if receiver.isBound, !receiver.isKind(.module) {
                    type = receiver.isKind(.type) ? TypeRef(receiver) : type ?? m.typeOf(receiver)
                }
                guard let type else { return native.pointee.name }
                return m.string(
                    "\(m.swiftString(type.pointer.pointee.qualifiedName)).\(m.swiftString(native.pointee.name))")
            })
    }

    private static var doc: NativeProperty {
        NativeProperty(
            "__doc__",
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let doc = native(v).pointee.doc
                return doc.isUnbound ? Documentation.text(m, native: native(v)) : doc
            })
    }

    /// What CPython calls the only argument of a built-in function.
    private static func argumentName(_ m: Machine, _ v: Value) -> String {
        let module = native(v).pointee.module
        if m.isString(module), Str(module).equals("cmath") { return "z" }
        return switch m.swiftString(native(v).pointee.name) {
        case "abs": "x"
        case "all", "any": "iterable"
        case "bin", "hex", "oct": "number"
        case "chr": "i"
        case "ord": "c"
        case "aiter": "async_iterable"
        default: "obj"
        }
    }

    /// The parameters of the built-in functions that look at their arguments themselves, where CPython tells them.
    private static func builtinSignature(_ m: Machine, _ v: Value) -> String? {
        switch m.swiftString(native(v).pointee.name) {
        case "breakpoint": "/, *args, **kws"
        case "delattr", "hasattr": "obj, name, /"
        case "divmod": "x, y, /"
        case "format": "value, format_spec='', /"
        case "input": "prompt='', /"
        case "isinstance": "obj, class_or_tuple, /"
        case "issubclass": "cls, class_or_tuple, /"
        case "rect": "r, phi, /"
        case "print": "/, *args, sep=' ', end='\\n', file=None, flush=False"
        case "setattr": "obj, name, value, /"
        case "sorted": "iterable, /, *, key=None, reverse=False"
        case "sleep": "delay, result=None"
        case "gather": "*coros_or_futures, return_exceptions=False"
        case "create_task": "coro, *, name=None, context=None"
        default: nil
        }
    }

    private static var textSignature: NativeProperty {
        NativeProperty(
            "__text_signature__",
            get: { (m: Machine, v: Value) throws(Raise) -> Value in
                let isFunction = native(v).pointee.style == .function
                if !isFunction, let text = m.specialSignature(m.swiftString(native(v).pointee.name)) {
                    return m.string(text)
                }
                switch native(v).pointee.arity {
                case .none: return m.string(isFunction ? "($module, /)" : "($self, /)")
                case .signature(let text):
                    let text = "\(text)"
                    let mark = text.contains("/") ? "" : "/, "
                    return m.string(isFunction ? "($module, \(mark)\(text))" : "($self, \(text))")
                case .one where isFunction: return m.string("($module, \(argumentName(m, v)), /)")
                case .one: return m.string("($self, object, /)")
                case .any where isFunction, .positional where isFunction:
                    guard let text = builtinSignature(m, v) else { return .none }
                    return m.string("($module, \(text))")
                default: return .none
                }
            })
    }

    // MARK: Method wrappers

    static var wrapperProperties: [NativeProperty] {
        [
            name, qualifiedName, doc, textSignature,
            NativeProperty(
                "__self__", isMember: true, get: { (_: Machine, v: Value) throws(Raise) -> Value in receiver(v) }),
            NativeProperty(
                "__objclass__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    m.descriptorNameAndOwner(Value(native(v))).1.value
                }),
        ]
    }

    static var wrapperMethods: [Native] {
        [
            Native("__repr__", .none, style: .slot, reprWrapper), Native("__call__", .any, style: .slot, call),
            Native("__eq__", .one, style: .slot, equals), Native("__hash__", .none, style: .slot, hash),
        ]
    }

    private static func reprWrapper(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let name = m.swiftString(native(a[0]).pointee.name)
        let receiver = receiver(a[0])
        return m.string("<method-wrapper '\(name)' of \(m.typeName(receiver)) object at \(m.addressText(receiver))>")
    }

    // MARK: Getset and member descriptors

    static var getsetMethods: [Native] {
        [
            Native("__repr__", .none, style: .slot, reprGetSet),
            Native("__get__", .positional(1, 2), style: .slot, getGetSet),
            Native(
                "__set__", .positional(2, 2), style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try check(m, a)
                    try m.descriptorSet(a[0], a[1], a[2])
                    return .none
                }),
            Native(
                "__delete__", .one, style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try check(m, a)
                    try m.descriptorSet(a[0], a[1], .unbound)
                    return .none
                }),
        ]
    }

    static var getsetProperties: [NativeProperty] {
        [
            NativeProperty(
                "__name__", isMember: true,
                get: { (m: Machine, v: Value) throws(Raise) -> Value in m.descriptorNameAndOwner(v).0 }),
            NativeProperty(
                "__objclass__", isMember: true,
                get: { (m: Machine, v: Value) throws(Raise) -> Value in m.descriptorNameAndOwner(v).1.value }),
            NativeProperty(
                "__qualname__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    let (name, owner) = m.descriptorNameAndOwner(v)
                    return m.string("\(m.swiftString(owner.pointer.pointee.qualifiedName)).\(m.swiftString(name))")
                }),
            NativeProperty(
                "__doc__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    // Names of `__slots__` have none.
                    if m.typeOf(v) == m.type(.memberDescriptor), v.isKind(.record) { return .none }
                    let (name, owner) = m.descriptorNameAndOwner(v)
                    let type = m.swiftString(owner.pointer.pointee.name)
                    return m.string("The attribute \(m.swiftString(name)) of \(type).")
                }),
        ]
    }

    private static func check(_ m: Machine, _ a: Arguments) throws(Raise) {
        let (_, owner) = m.descriptorNameAndOwner(a[0])
        guard m.typeOf(a[1]).isSubtype(of: owner) else {
            throw m.raiseDescriptorMismatch(a[0], a[1])
        }
    }

    private static func reprGetSet(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let (name, owner) = m.descriptorNameAndOwner(a[0])
        let what = m.typeOf(a[0]) == m.type(.getsetDescriptor) ? "attribute" : "member"
        return m.string("<\(what) '\(m.swiftString(name))' of '\(m.builtinTypeName(owner))' objects>")
    }

    private static func getGetSet(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try m.checkGet(a)
        if a[1].isNone, a.count > 2 || m.descriptorNameAndOwner(a[0]).1 != m.type(.noneType) { return a[0] }
        try check(m, a)
        return try m.descriptorGet(a[0], a[1], m.typeOf(a[1]))
    }
}

extension Machine {
    /// `__get__` needs an instance or a class.
    func checkGet(_ a: Arguments) throws(Raise) {
        if a[1].isNone, a.count < 3 || a[2].isNone { throw raise(.typeError, "__get__(None, None) is invalid") }
    }
}

/// Methods of the script bound to their receivers.
enum BoundMethodMethods {
    static var methods: [Native] {
        [
            Native("__new__", .positional(2, 2), style: .new, new),
            Native("__repr__", .none, style: .slot, repr),
            Native("__call__", .any, style: .slot, NativeMethods.call),
            Native("__eq__", .one, style: .slot, equals),
            Native("__hash__", .none, style: .slot, hash),
            Native(
                "__get__", .positional(1, 2), style: .slot,
                { (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try m.checkGet(a)
                    return a[0]
                }),
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "__func__", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.function }),
            NativeProperty(
                "__self__", isMember: true,
                get: { (_: Machine, v: Value) throws(Raise) -> Value in layout(v).pointee.receiver }),
            NativeProperty(
                "__doc__",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    try m.getAttribute(layout(v).pointee.function, .__doc__)
                }),
        ]
    }

    private static func layout(_ value: Value) -> UnsafeMutablePointer<BoundMethodLayout> { value.layout() }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isCallable(a[1]) else { throw m.raise(.typeError, "first argument must be callable") }
        if a[2].isNone { throw m.raise(.typeError, "instance must not be None") }
        let method = m.boundMethod(a[1], a[2])
        method.cell.header.pointee.type = m.type(.method).pointer
        return method
    }

    static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let function = layout(a[0]).pointee.function
        var name = try m.getAttributeIfPresent(function, .__qualname__)
        if name.isUnbound { name = try m.getAttributeIfPresent(function, .__name__) }
        let text = m.isString(name) ? m.swiftString(name) : "?"
        return m.string("<bound method \(text) of \(m.swiftString(try m.repr(layout(a[0]).pointee.receiver)))>")
    }

    static func equals(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.boundMethod), m.typeOf(a[1]) == m.typeOf(a[0]) else { return .notImplemented }
        guard layout(a[0]).pointee.receiver == layout(a[1]).pointee.receiver else { return .false }
        return Value(try m.equals(layout(a[0]).pointee.function, layout(a[1]).pointee.function))
    }

    static func hash(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let function = try m.hash(layout(a[0]).pointee.function)
        return m.int(m.identityHash(layout(a[0]).pointee.receiver) ^ function)
    }
}
