/// A type object: `int`, `list`, and every class of a script.
struct TypeLayout {
    var header: CellHeader
    /// `__name__`, a str.
    var name: Value
    var qualifiedName: Value
    /// Tuple of the direct bases.
    var bases: Value
    /// Tuple: the type itself, then its ancestors by C3.
    var mro: Value
    /// The base that decides the layout, or unbound for `object`.
    var base: Value
    /// The namespace, a dict with interned str keys; None while nothing of it was made.
    var dict: Value
    /// Declarations that the namespace does not have yet; see `Definition+Deferred.swift`.
    var pending: UnsafeMutablePointer<PendingNamespace>?
    /// Unique number of this state of the type and its ancestors for caches; 0 when none is assigned.
    var version: UInt32
    var flags: TypeFlags
    /// The layout of the instances.
    var instanceKind: CellKind
    /// For records: how many values an instance has.
    var recordSize: Int
    /// Slots to reserve in the cell for attributes; grows with what instances turn out to need.
    var slotHint: Int
    /// Shape of an instance without attributes; nil when instances have no attributes.
    var rootShape: UnsafeMutablePointer<Shape>?
    var dictionaryShape: UnsafeMutablePointer<Shape>?
    /// Direct subclasses, weakly held: pruned when they are swept.
    var subclasses: UnsafeMutablePointer<UnsafeMutablePointer<TypeLayout>>?
    var subclassCount: Int
    var subclassCapacity: Int
    /// For built-in iterators: the next item or unbound at the end.
    var nativeNext: NativeNext?
    /// What a call of the type does, worked out for `constructorVersion`: the `__init__` function to be entered as a
    /// frame (then `__new__` is object's), or unbound when there is no short way.
    var constructor: Value
    var constructorVersion: UInt32
    /// Which `BuiltinType` it is, or 255.
    var builtinIndex: UInt8
}

/// Properties of a type that fast paths ask for.
struct TypeFlags: OptionSet {
    var rawValue: UInt32
    /// Made by a `class` statement or `type(…)`.
    static let heapType = TypeFlags(rawValue: 1)
    /// `heapType` and `hasAttributes`: what an allocation has to look at.
    @inline(__always) static var instanceMask: UInt32 { 1 | 4 }
    /// May be a base of other classes.
    static let subclassable = TypeFlags(rawValue: 2)
    /// Instances have attributes (`__dict__`).
    static let hasAttributes = TypeFlags(rawValue: 4)
    /// Some ancestor overrides `__getattribute__`.
    static let customGetAttribute = TypeFlags(rawValue: 8)
    /// Some ancestor defines `__getattr__`.
    static let hasGetAttr = TypeFlags(rawValue: 16)
    /// `customGetAttribute` and `hasGetAttr`.
    @inline(__always) static var attributeHookMask: UInt32 { 8 | 16 }
    /// Some ancestor overrides `__setattr__` or `__delattr__`.
    static let customSetAttr = TypeFlags(rawValue: 32)
    /// Some ancestor defines `__del__`.
    static let hasFinalizer = TypeFlags(rawValue: 64)
    /// Subclass of BaseException.
    static let exception = TypeFlags(rawValue: 128)
    /// Instances are types.
    static let metatype = TypeFlags(rawValue: 256)
    /// Sequence or mapping for pattern matching.
    static let matchesSequence = TypeFlags(rawValue: 512)
    static let matchesMapping = TypeFlags(rawValue: 1024)
    /// Setting attributes of the type itself is refused (built-in types).
    static let immutable = TypeFlags(rawValue: 2048)
    /// Can't be instantiated by calling it.
    static let disallowInstantiation = TypeFlags(rawValue: 4096)
    /// Instances may define `__set__`/`__delete__`, or do natively: lookups treat them as data descriptors.
    static let dataDescriptor = TypeFlags(rawValue: 8192)
    /// Instances define `__get__` (functions, properties, …).
    static let descriptor = TypeFlags(rawValue: 16384)
    /// Overrides `__eq__`/`__hash__` of the built-in base or defines them: fast paths by kind do not apply.
    static let abstract = TypeFlags(rawValue: 32768)
    /// All classes have `__slots__`: instances have members, but no `__dict__`.
    static let slotsOnly = TypeFlags(rawValue: 65536)
    /// `__abstractmethods__` is not empty: can't be instantiated.
    static let hasAbstractMethods = TypeFlags(rawValue: 131072)
    /// A class of the library that is a built-in type in CPython: messages name it with its module.
    static let namedWithModule = TypeFlags(rawValue: 262144)
}

/// A trivial reference to a type object.
struct TypeRef: Equatable {
    let pointer: UnsafeMutablePointer<TypeLayout>
    @inline(__always) init(_ pointer: UnsafeMutablePointer<TypeLayout>) { self.pointer = pointer }
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var flags: TypeFlags {
        get { pointer.pointee.flags }
        nonmutating set { pointer.pointee.flags = newValue }
    }
    @inline(__always) var mro: Tuple { Tuple(pointer.pointee.mro) }
    @inline(__always) var instanceKind: CellKind { pointer.pointee.instanceKind }
    @inline(__always) var isHeapType: Bool { flags.contains(.heapType) }
    @inline(__always) var isException: Bool { flags.contains(.exception) }

    /// Whether this type is `other` or derives from it. Complexity: O(length of the mro).
    @inline(__always)
    func isSubtype(of other: TypeRef) -> Bool {
        if pointer == other.pointer { return true }
        return isProperSubtype(of: other)
    }
    @inline(never)
    private func isProperSubtype(of other: TypeRef) -> Bool {
        let mro = self.mro
        for index in 0..<mro.count where mro[index] == other.value { return true }
        return false
    }
}
