/// The execution state of one thread of an interpreter, in raw memory so that hot paths touch no Swift object.
struct MachineState {
    var runtime: UnsafeMutablePointer<RuntimeState>
    /// The frame being run; frames lie in a row from `frameBase`.
    var frame: UnsafeMutablePointer<Frame>
    var frameBase: UnsafeMutablePointer<Frame>
    var frameLimit: UnsafeMutablePointer<Frame>
    /// Registers of frames lie in a row from `registerBase`; `registerTop` is the first free one.
    var registerBase: UnsafeMutablePointer<Value>
    var registerTop: UnsafeMutablePointer<Value>
    var registerLimit: UnsafeMutablePointer<Value>
    /// How far the registers have been used since the last collection cleared what is above the top.
    var registerHighWater: UnsafeMutablePointer<Value>
    /// The exception on its way, while a `Raise` is thrown.
    var pending: Value
    /// The exception being handled (`sys.exception()`), or unbound.
    var handled: Value
    /// `sys.getrecursionlimit()`: how many frames there may be, and the frame where that ends.
    var recursionLimit: Int
    var recursionFrame: UnsafeMutablePointer<Frame>
    /// How the last resumed generator gave control back.
    var outcome: ResumeOutcome
    /// The pending exception comes from a `reraise`, which adds no traceback entry.
    var isReraising: Bool
    /// The value of the StopIteration that ended a delegation.
    var stopValue: Value
    /// The frame whose chain `throw()` has entered, if any, and the depth of the member where it raised.
    var thrownFrame: UnsafeMutablePointer<Frame>? = nil
    var thrownDepth = 0
    /// Lowest address of the native stack that may be used.
    var nativeStackLimit: UInt
    /// The frame pointer of the innermost instruction loop.
    var loopFrame: UInt
    /// The value of `nativeDepth` in it.
    var loopDepth: Int
    /// How many natives that may recurse are under way.
    var nativeDepth: Int
    /// Where the native stack of the interpreter begins (its highest address), for the conservative scan.
    var nativeStackBase: UInt
    /// The native stack's top while the thread has given up the interpreter lock.
    var nativeStackTop: UInt
    /// Objects whose repr is under way, for `[...]`.
    var reprStack: Value
    /// The loop that runs in this thread, or unbound; the loop set by `set_event_loop`, or unbound.
    var runningLoop: Value
    var currentLoop: Value
    /// Hooks of async generators: firstiter, finalizer; or unbound.
    var asyncGeneratorFirstIter: Value
    var asyncGeneratorFinalizer: Value
    /// The task being stepped, or unbound.
    var currentTask: Value
    /// The context (of context variables) in which the program runs, or unbound while there is none.
    var context: Value
    /// Roots kept by natives across calls into the script, where the native stack can't hold them.
    var rootBase: UnsafeMutablePointer<Value>
    var rootCount: Int
    var rootCapacity: Int
    /// Next machine of the interpreter (threads).
    var next: UnsafeMutablePointer<MachineState>?
    /// Copies of what is hot in the runtime state.
    var heap: UnsafeMutablePointer<Heap>
    var interrupt: UnsafeMutablePointer<Int32>
    var types: UnsafeMutablePointer<TypeRef>
    var names: UnsafeMutablePointer<Value>
    /// What `interrupt` points to: bits of `InterruptReason`.
    var interruptWord: Int32
    /// For waiting in `park`: what is signalled, made on demand, and whether it was.
    var wake: OpaquePointer?
    var isWoken = false
    /// It waits for that, without the lock and without a limit.
    var isParked = false
    /// The attributes that instances of `threading.local` have in this thread: a dict, or unbound.
    var threadDict = Value.unbound
    /// The StopIteration with which a native last saw a script's iterator end, if it says more than that, and the
    /// frame that called the native.
    var swallowedStop = Value.unbound
    var swallowedStopFrame: UnsafeMutablePointer<Frame>? = nil
    /// What `sys.settrace` and `sys.setprofile` were told.
    var trace = TraceState()
}

/// A trivial reference to a thread's execution state; nearly every function of the runtime takes one as `m`.
struct Machine {
    let state: UnsafeMutablePointer<MachineState>
    @inline(__always) init(_ state: UnsafeMutablePointer<MachineState>) { self.state = state }
    @inline(__always) var runtime: UnsafeMutablePointer<RuntimeState> { state.pointee.runtime }
    @inline(__always) var heap: UnsafeMutablePointer<Heap> { state.pointee.heap }
    /// A built-in type.
    @inline(__always) func type(_ type: BuiltinType) -> TypeRef { state.pointee.types[Int(type.rawValue)] }
    /// An interned well-known name.
    @inline(__always) func name(_ name: KnownName) -> Value { state.pointee.names[name.index] }
}

/// State shared by the threads of one interpreter.
struct RuntimeState {
    var heap: UnsafeMutablePointer<Heap>
    /// Bits of `InterruptReason`.
    var interrupt: UnsafeMutablePointer<Int32>
    var types: UnsafeMutablePointer<TypeRef>
    var names: UnsafeMutablePointer<Value>
    var intern: InternTable
    var methodCache: UnsafeMutablePointer<MethodCacheEntry>
    var polymorphicCache = PolymorphicCache()
    var nextTypeVersion: UInt32
    var nextKeysVersion: UInt32
    var machines: UnsafeMutablePointer<MachineState>?
    /// `sys.modules`, the namespace of `builtins`, `sys`'s namespace.
    var modules: Value
    var builtins: Value
    var sysDict: Value
    /// Constants that exist once.
    var emptyTuple: Value
    var emptyString: Value
    var emptyBytes: Value
    var emptyFrozenSet: Value
    /// Format specifications that were parsed lately.
    var formatSpecs = FormatSpec.Known.makeTable()
    /// One-character strings of Latin-1.
    var characters: UnsafeMutablePointer<Value>
    /// Values that natives keep for ever (module state); traced.
    var permanentRoots: Value
    /// Seeds etc. of natives and objects that Swift code owns: the interpreter (unowned).
    var interpreter: Unmanaged<AnyObject>?
    /// Cells to be finalized (`__del__`) and weak references to be called back at the next safepoint: a list.
    var pendingFinalizers: Value
    var finalizing: Bool
    var weakReferences = WeakReferenceTable()
    /// Signatures of natives, parsed at their first call; by the address of their text.
    var signatures: [UInt: NativeSignature] = [:]
    /// What `codecs.register` and `codecs.register_error` were given, and what the former found: list, dict, dict, once
    /// the module `codecs` was imported. The permanent roots hold them.
    var codecSearches: Value = .unbound
    var codecHandlers: Value = .unbound
    var codecCache: Value = .unbound
    /// Types of the modules `array`, `struct`, `binascii` and `hashlib`, once these were imported.
    var arrayType: TypeRef?
    var structType: TypeRef?
    var structIterator: TypeRef?
    var structError: TypeRef?
    var binasciiError: TypeRef?
    var hashType: TypeRef?
    /// The memory views that look at arrays, which may not be resized meanwhile. Not traced.
    var memoryViews: [Cell] = []
    /// `sys.get_int_max_str_digits()`; 0 for no limit.
    var maximumTextDigits = 4300
    /// Clock, task numbers and the like.
    var asyncio = AsyncioState()
    /// Types and open files of the module `_io`.
    let io = IOState()
    /// The handlers of signals, a list that lives for ever, once `_signal` was imported.
    var signalHandlers: Value = .unbound
    var defaultInterruptHandler: Value = .unbound
    var regex = RegexState()
    var threads = ThreadState()
}

/// An entry of the cache for look-ups of names in types.
struct MethodCacheEntry {
    var version: UInt32
    var name: Value
    var value: Value
    static let size = 4096
}

/// Thrown when a script exception is on its way; the exception itself is in `MachineState.pending`.
struct Raise: Error {}

/// The activation of a code object. Frames of a thread lie in a row; their registers do, too, except for those of
/// generator-style frames, which lie in the generator's cell.
struct Frame {
    var registers: UnsafeMutablePointer<Value>
    /// While another frame runs, or native code is called: the word after the instruction being executed.
    var pc: UnsafeMutablePointer<UInt64>
    var code: UnsafeMutablePointer<CodeLayout>
    /// The function being run: globals, builtins, closure.
    var function: Value
    /// Namespace dict of module, class and exec code; otherwise unbound.
    var namespace: Value
    /// The generator-style frame being run, or unbound.
    var generator: Value
    /// The generator that was resumed: the outermost of the await chain. Only with `generator`.
    var chainRoot: Value
    /// The handled exception at entry.
    var entryHandled: Value
    /// Register of the caller for the result.
    var returnRegister: Int32
    var kind: FrameKind
    /// The top of the register stack before this frame.
    var savedTop: UnsafeMutablePointer<Value>

    @inline(__always) var functionLayout: UnsafeMutablePointer<FunctionLayout> { function.layout() }
}

/// What happens when a frame returns or yields.
enum FrameKind: UInt8 {
    /// The result goes to the caller's register.
    case call
    /// The native that called gets the result: the instruction loop ends.
    case entry
    /// `__init__`: the result must be None; the instance is already in the caller's register.
    case initializer
    /// A generator resumed by `for`: an item goes to the register and jumps back into the loop.
    case forIter
    /// A special method of an operator: the operands are kept above its registers, should it return NotImplemented.
    case `operator`, inplaceOperator, reflectedOperator, comparison
    /// `__contains__`: the truth of the result is what counts.
    case containment
    /// `__iter__`: the result must be an iterator.
    case iterator
    /// `__next__` called by `for`: an item goes to the register and jumps into the loop, StopIteration ends it.
    case nextItem
    /// A special method whose result nobody wants (`__setitem__`, setters).
    case discard
    /// As `call`; afterwards objects are looked for whose end the program may notice.
    case watchedCall
}

/// How a resumed generator gave control back.
enum ResumeOutcome: UInt8 {
    /// `yield`, or an await that must wait: the value goes to whoever drives the chain.
    case yielded
    /// `yield` of an async generator that was entered directly by its `asend`.
    case asyncYielded
    /// The end, with the return value.
    case returned
}

/// Positional and keyword arguments of a native call. The memory belongs to the caller and stays valid and rooted for
/// the length of the call.
struct Arguments {
    let base: UnsafeMutablePointer<Value>
    /// Positional arguments.
    let count: Int
    /// Tuple of the names of the keyword arguments, whose values follow the positional ones; or unbound.
    let keywords: Value

    @inline(__always) init(base: UnsafeMutablePointer<Value>, count: Int, keywords: Value = .unbound) {
        self.base = base
        self.count = count
        self.keywords = keywords
    }
    /// The positional argument at `index`, which must be below `count`.
    @inline(__always) subscript(index: Int) -> Value { base[index] }
    /// The positional argument at `index`, or unbound when it was not given.
    @inline(__always) func optional(_ index: Int) -> Value { index < count ? base[index] : .unbound }
    @inline(__always) var keywordCount: Int { keywords.isUnbound ? 0 : Tuple(keywords).count }
    func keywordName(_ index: Int) -> Value { Tuple(keywords)[index] }
    func keywordValue(_ index: Int) -> Value { base[count + index] }
    /// Takes the values of two parameters that may be given by name. Returns the first name that is neither, or whose
    /// parameter has a value already; unbound when there is none.
    func readKeywords(
        _ firstName: StaticString, _ first: inout Value, _ secondName: StaticString, _ second: inout Value
    ) -> Value {
        for index in 0..<keywordCount {
            let name = Str(keywordName(index))
            if first.isUnbound, name.equals(firstName) {
                first = keywordValue(index)
            } else if second.isUnbound, name.equals(secondName) {
                second = keywordValue(index)
            } else {
                return name.value
            }
        }
        return .unbound
    }
    /// Without the first one.
    @inline(__always) var dropFirst: Arguments { Arguments(base: base + 1, count: count - 1, keywords: keywords) }
}

/// A function written in Swift that the script calls.
typealias NativeBody = (Machine, Arguments) throws(Raise) -> Value
/// Advances a built-in iterator: the next item, or unbound at the end.
typealias NativeNext = (Machine, Value) throws(Raise) -> Value

/// Which arguments a native takes, the receiver of a method not counted. The call machinery checks it, and raises the
/// TypeError with CPython's words for that style.
enum NativeArity {
    /// None: "list.clear() takes no arguments (1 given)".
    case none
    /// One positional: "list.append() takes exactly one argument (2 given)".
    case one
    /// That many positional ones, no keywords: "pop expected at most 1 argument, got 2".
    case positional(Int, Int)
    /// By a signature in Python's syntax without `self`, e.g. "x, /, *, key=None, reverse=False"; the body gets one
    /// positional argument for each parameter, in order, unbound where none was given (`*args` as a tuple, `**kw` as a
    /// dict).
    case signature(StaticString)
    /// The body sorts it out itself.
    case any
}

/// How a native is bound when it is found in a type.
enum NativeStyle: UInt8 {
    /// Receiver first; bound on access through an instance.
    case method
    /// A function of a module: never bound.
    case function
    case staticMethod
    /// Gets the class first.
    case classMethod
    /// A special method (`__add__`): as method, but shown as slot wrapper.
    case slot
    /// `__new__`: static, gets the class as first argument.
    case new
}

/// The declaration of a native function or method.
struct Native {
    let name: StaticString
    let arity: NativeArity
    let style: NativeStyle
    let doc: StaticString
    let intrinsic: NativeIntrinsic
    let body: NativeBody
    init(
        _ name: StaticString, _ arity: NativeArity, style: NativeStyle = .method, doc: StaticString = "",
        intrinsic: NativeIntrinsic = .none, _ body: @escaping NativeBody
    ) {
        self.intrinsic = intrinsic
        self.name = name
        self.arity = arity
        self.style = style
        self.doc = doc
        self.body = body
    }
}

/// Natives that the instruction loop can do itself for the common types.
enum NativeIntrinsic: UInt8 {
    case none
    /// `len`
    case length
    /// `list.append`
    case append
    /// `asyncio.sleep`, awaited at once
    case sleep
    /// Does what an `async def` does; nothing that the instruction loop does itself.
    case coroutine
}

/// The declaration of an attribute computed by Swift (a getset descriptor).
struct NativeProperty {
    let name: StaticString
    let get: (Machine, Value) throws(Raise) -> Value
    /// Gets the instance and the new value, unbound to delete; nil when it can't be written.
    let set: ((Machine, Value, Value) throws(Raise) -> Void)?
    /// Whether the descriptor is a `member_descriptor`.
    let isMember: Bool
    init(
        _ name: StaticString, isMember: Bool = false, get: @escaping (Machine, Value) throws(Raise) -> Value,
        set: ((Machine, Value, Value) throws(Raise) -> Void)? = nil
    ) {
        self.name = name
        self.isMember = isMember
        self.get = get
        self.set = set
    }
}
