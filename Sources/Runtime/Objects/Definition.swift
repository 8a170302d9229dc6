/// Turns the declarations of built-in types' methods and properties into entries of the types' namespaces.
///
/// A program uses few of the two hundred types, so nothing is done at the declaration: it is noted, and the namespace is
/// filled when it is first looked at (`Definition+Deferred.swift`).
extension Machine {
    /// Adds methods and computed attributes to a built-in type. `recordSize` is the number of values in an instance of a
    /// record type that may be subclassed.
    ///
    /// A type that defines `__eq__` without `__hash__` becomes unhashable, as a class of a script would.
    func define(
        _ builtin: BuiltinType, doc: StaticString = "", recordSize: Int? = nil,
        methods: @escaping @autoclosure () -> [Native] = [],
        properties: @escaping @autoclosure () -> [NativeProperty] = []
    ) {
        if let recordSize { type(builtin).pointer.pointee.recordSize = recordSize }
        define(
            type(builtin),
            Definition(doc: doc, isIterator: false, methods: methods, properties: properties))
    }

    /// Adds methods and computed attributes to a type made by a native module.
    func define(
        _ type: TypeRef, doc: StaticString = "", methods: @escaping @autoclosure () -> [Native] = [],
        properties: @escaping @autoclosure () -> [NativeProperty] = []
    ) {
        define(type, Definition(doc: doc, isIterator: false, methods: methods, properties: properties))
    }

    /// Makes a built-in type an iterator: `__iter__` gives the iterator itself, `__next__` calls `next`.
    func defineIterator(
        _ builtin: BuiltinType, next: @escaping NativeNext, methods: @escaping @autoclosure () -> [Native] = [],
        properties: @escaping @autoclosure () -> [NativeProperty] = []
    ) {
        type(builtin).pointer.pointee.nativeNext = next
        define(
            type(builtin),
            Definition(doc: "", isIterator: true, methods: methods, properties: properties))
    }

    /// As above, for a type made by a native module.
    func defineIterator(
        _ type: TypeRef, next: @escaping NativeNext, methods: @escaping @autoclosure () -> [Native] = [],
        properties: @escaping @autoclosure () -> [NativeProperty] = []
    ) {
        type.pointer.pointee.nativeNext = next
        define(type, Definition(doc: "", isIterator: true, methods: methods, properties: properties))
    }

    /// The interned str of a name in the program text.
    @inline(__always) func internStatic(_ name: StaticString) -> Value { intern(name) }

    /// A function object for a function of a native module.
    func native(_ native: Native, module: Value = .unbound) -> Value {
        makeNative(native, name: internStatic(native.name), owner: .unbound, module: module)
    }

    /// A native function cell. `owner` is the type it is a method of, or unbound.
    func makeNative(_ native: Native, name: Value, owner: Value, module: Value) -> Value {
        let type: BuiltinType
        switch native.style {
        case .method: type = owner.isBound ? .methodDescriptor : .builtinFunctionOrMethod
        case .slot: type = owner.isBound ? .wrapperDescriptor : .builtinFunctionOrMethod
        case .classMethod: type = owner.isBound ? .classmethodDescriptor : .builtinFunctionOrMethod
        case .function, .staticMethod, .new: type = .builtinFunctionOrMethod
        }
        let pointer = heap.pointee.allocate(size: MemoryLayout<NativeFunctionLayout>.size)
            .bindMemory(to: NativeFunctionLayout.self, capacity: 1)
        pointer.initialize(
            to: NativeFunctionLayout(
                header: CellHeader(type: self.type(type).pointer, kind: .nativeFunction, mark: 0, flags: [], aux: 0),
                closure: .passRetained(NativeClosure(native.body)), arity: native.arity, name: name, owner: owner,
                module: module,
                doc: native.doc.utf8CodeUnitCount > 0 ? string(native.doc) : .unbound, receiver: .unbound,
                style: native.style, intrinsic: native.intrinsic))
        pointer.pointee.findDirectCalls()
        return Value(pointer)
    }

    /// A getset descriptor cell, or a member descriptor of the same making.
    func makeGetSet(_ property: NativeProperty, name: Value, owner: TypeRef) -> Value {
        box(
            GetSet(property, name: name, owner: owner),
            type: type(property.isMember ? .memberDescriptor : .getsetDescriptor))
    }
}

extension NativeProperty {
    /// A field that is set when the object is made.
    static func member(
        _ name: StaticString, _ get: @escaping (Machine, Value) throws(Raise) -> Value
    ) -> NativeProperty {
        NativeProperty(name, isMember: true, get: get)
    }
}

/// What a getset descriptor consists of. Name and owner outlive it: the name is interned by the type's namespace, the
/// owner is a built-in type.
final class GetSet {
    let get: (Machine, Value) throws(Raise) -> Value
    let set: ((Machine, Value, Value) throws(Raise) -> Void)?
    let name: Value
    let owner: TypeRef
    init(_ property: NativeProperty, name: Value, owner: TypeRef) {
        get = property.get
        set = property.set
        self.name = name
        self.owner = owner
    }

    /// The object in a cell of type `getset_descriptor`, or of a `member_descriptor` that is a box.
    @inline(__always)
    static func of(_ value: Value) -> GetSet {
        unsafeDowncast(value.layout(BoxLayout.self).pointee.object.takeUnretainedValue(), to: GetSet.self)
    }
}

/// `__iter__` and `__next__` of all built-in iterators.
enum IteratorMethods {
    static func itself(_ m: Machine, _ a: Arguments) throws(Raise) -> Value { a[0] }

    static func next(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let mro = m.typeOf(a[0]).mro
        for index in 0..<mro.count {
            guard let next = TypeRef(mro[index]).pointer.pointee.nativeNext else { continue }
            return try m.nextOrRaise(a[0], next)
        }
        throw m.raise(.typeError, "'\(m.typeName(a[0]))' object is not an iterator")
    }
}
