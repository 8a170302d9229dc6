/// A module written in Swift. Its namespace is filled at the first import; the declaration costs nothing before.
struct NativeModule {
    /// What fills the namespace of the new module.
    typealias Initializer = (Machine, ModuleBuilder) throws(Raise) -> Void

    let name: StaticString
    /// Part of the interpreter itself in CPython (`sys.builtin_module_names`): found before any file on `sys.path`.
    let isBuiltin: Bool
    let initialize: Initializer

    init(_ name: StaticString, isBuiltin: Bool = false, _ initialize: @escaping Initializer) {
        self.name = name
        self.isBuiltin = isBuiltin
        self.initialize = initialize
    }
}

/// Fills the namespace of a native module.
struct ModuleBuilder {
    let m: Machine
    /// The module object.
    let module: Value
    /// Its `__name__`.
    let name: Value
    let dict: Dict

    init(_ m: Machine, module: Value, name: Value) {
        self.m = m
        self.module = module
        self.name = name
        dict = Dict(module.layout(ModuleLayout.self).pointee.dict)
    }

    /// Sets an attribute of the module.
    func add(_ name: StaticString, _ value: Value) { m.dictSet(dict, name: m.internStatic(name), value) }

    /// Sets an attribute unless it is there already.
    func addIfMissing(_ name: StaticString, _ value: @autoclosure () -> Value) {
        let name = m.internStatic(name)
        if m.dictGet(dict, name: name).isUnbound { m.dictSet(dict, name: name, value()) }
    }

    /// Adds functions; their style should be `.function`.
    func add(_ natives: [Native]) {
        for native in natives {
            let name = m.internStatic(native.name)
            m.dictSet(dict, name: name, m.makeNative(native, name: name, owner: .unbound, module: self.name))
        }
    }

    /// Adds a built-in type under its own name.
    func add(_ type: BuiltinType) {
        m.dictSet(dict, name: m.type(type).pointer.pointee.name, m.type(type).value)
    }

    /// Sets the doc string.
    func doc(_ text: StaticString) { m.dictSet(dict, .__doc__, m.string(text)) }
}

extension NativeModule {
    /// All native modules. One line each, by whoever writes the module; `initialize` runs at the first import.
    nonisolated(unsafe) static let all: [NativeModule] = [
        NativeModule("sys", isBuiltin: true, SysModule.initialize),
        NativeModule("builtins", isBuiltin: true) { (_, _) throws(Raise) in },
        NativeModule("time", isBuiltin: true, TimeModule.initialize),
        NativeModule("_io", isBuiltin: true, IOModule.initialize),
        NativeModule("posix", isBuiltin: true, PosixModule.initialize),
        NativeModule("errno", isBuiltin: true, ErrnoModule.initialize),
        NativeModule("_signal", isBuiltin: true, SignalModule.initialize),
        NativeModule("_select", SelectModule.initialize),
        NativeModule("gc", isBuiltin: true, GcModule.initialize),
        NativeModule("atexit", isBuiltin: true, AtexitModule.initialize),
        NativeModule("math", MathModule.initialize),
        NativeModule("cmath", CMathModule.initialize),
        NativeModule("_heapq", HeapqModule.initialize),
        NativeModule("bisect", BisectModule.initialize),
        NativeModule("_random", isBuiltin: true, RandomModule.initialize),
        NativeModule("_functools", isBuiltin: true, FunctoolsModule.initialize),
        NativeModule("_operator", isBuiltin: true, OperatorModule.initialize),
        NativeModule("operator", OperatorModule.initializePublic),
        NativeModule("itertools", isBuiltin: true, Itertools.initialize),
        NativeModule("_collections", isBuiltin: true, CollectionsModule.initialize),
        NativeModule("_asyncio", AsyncioModule.initialize),
        NativeModule("_types", TypesModule.initialize),
        NativeModule("_imp", isBuiltin: true, ImpModule.initialize),
        NativeModule("_typing", isBuiltin: true, TypingModule.initialize),
        NativeModule("_ast", isBuiltin: true, AstModule.initialize),
        NativeModule("_codeop", CodeopModule.initialize),
        NativeModule("_zlib", ZlibModule.initialize),
        NativeModule("_frame", FrameModule.initialize),
        NativeModule("_abc", isBuiltin: true, AbcModule.initialize),
        NativeModule("_contextvars", isBuiltin: true, ContextVarsModule.initialize),
        NativeModule("_weakref", isBuiltin: true, WeakReferenceModule.initialize),
        NativeModule("_traceback", TracebackModule.initialize),
        NativeModule("_json", JSONModule.initialize),
        NativeModule("_sre", isBuiltin: true, RegexModule.initialize),
        NativeModule("_thread", isBuiltin: true, ThreadModule.initialize),
        NativeModule("array", ArrayModule.initialize),
        NativeModule("_struct", StructModule.initialize),
        NativeModule("unicodedata", UnicodeModule.initialize),
        NativeModule("_codecs", isBuiltin: true, CodecsModule.initialize),
        NativeModule("_string", isBuiltin: true, StringModule.initialize),
        NativeModule("binascii", BinasciiModule.initialize),
        NativeModule("_hash", HashModule.initialize),
    ]

    /// The native module of that name.
    static func find(_ name: String) -> NativeModule? {
        for module in all {
            let matches = module.name.withUTF8Buffer { text in
                text.count == name.utf8.count && text.elementsEqual(name.utf8)
            }
            if matches { return module }
        }
        return nil
    }
}
