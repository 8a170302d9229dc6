import Compiler

/// A function of the script.
struct FunctionLayout {
    var header: CellHeader
    var code: UnsafeMutablePointer<CodeLayout>
    /// The dict of the module's globals.
    var globals: Value
    var name: Value
    var qualifiedName: Value
    /// Tuple of defaults of positional parameters, or None.
    var defaults: Value
    /// Dict of defaults of keyword-only parameters, or None.
    var keywordDefaults: Value
    /// Tuple of variable cells, or unbound.
    var closure: Value
    var annotations: Value
    var doc: Value
    var module: Value
    /// Other attributes: a dict, or unbound while there are none.
    var attributes: Value
    var typeParameters: Value
    /// The dict of builtins seen by this function.
    var builtins: Value
}

/// A code object at run time: the compiler's `Code` with its words in mutable memory (inline caches) and its constants
/// as values.
struct CodeLayout {
    var header: CellHeader
    var words: UnsafeMutablePointer<UInt64>
    var wordCount: Int
    var constants: UnsafeMutablePointer<Value>
    var constantCount: Int
    var names: UnsafeMutablePointer<Value>
    var nameCount: Int
    /// The exception table, innermost handlers first.
    var handlers: UnsafeMutablePointer<ExceptionHandler>
    var handlerCount: Int
    var registerCount: Int32
    var argumentCount: Int32
    var keywordOnlyCount: Int32
    var positionalOnlyCount: Int32
    /// Variables, in the first registers.
    var variableCount: Int32
    var flags: UInt32
    /// No `*args`, `**kwargs`, keyword-only parameters, and a plain function: arguments can be copied straight.
    var isSimple: Bool
    var isGeneratorLike: Bool
    /// Written in C in CPython: leaves no trace in tracebacks.
    var isHidden: Bool
    var name: Value
    var qualifiedName: Value
    var filename: Value
    /// Tuple of the interned names of the variables; and of the free ones.
    var variableNames: Value
    var freeNames: Value
    /// The compiler's object, for tables that are rarely needed (+1 reference, owned).
    var source: Unmanaged<AnyObject>
}

/// A variable shared between a function and its closures.
struct VariableCellLayout {
    var header: CellHeader
    var content: Value
}

/// Holds the body of a native: what lies in a constant of an object can be called without being retained for the time.
final class NativeClosure {
    let body: NativeBody
    init(_ body: @escaping NativeBody) { self.body = body }
}

/// A function or method written in Swift.
struct NativeFunctionLayout {
    var header: CellHeader
    /// Owned by the cell.
    let closure: Unmanaged<NativeClosure>
    var arity: NativeArity
    var name: Value
    /// The type it is a method of (its first argument must be an instance), or unbound.
    var owner: Value
    /// The module's name, or unbound.
    var module: Value
    var doc: Value
    /// For `static`/`class` methods bound to something: the receiver, or unbound.
    var receiver: Value
    var style: NativeStyle
    var intrinsic: NativeIntrinsic
    /// How many positional arguments, receiver included, need no further check (an empty range: check always), when
    /// ``directReceiver`` is the type of the first or nil, and there are no keywords.
    var directMinimum = 0
    var directMaximum = -1
    var directReceiver: UnsafeMutablePointer<TypeLayout>?
    /// The signature, if it has one and was called.
    var prepared = PreparedSignature()
    var isPrepared = false

    /// Works out which calls need no further check.
    mutating func findDirectCalls() {
        let isMethod = style == .method || style == .slot
        guard isMethod || style == .function || style == .staticMethod else { return }
        let skipped = isMethod ? 1 : 0
        switch arity {
        case .none: (directMinimum, directMaximum) = (skipped, skipped)
        case .one: (directMinimum, directMaximum) = (skipped + 1, skipped + 1)
        case .positional(let minimum, let maximum):
            (directMinimum, directMaximum) = (minimum + skipped, min(maximum, 1 << 20) + skipped)
        case .any: (directMinimum, directMaximum) = (skipped, 1 << 20)
        case .signature:
            // Known when the signature is prepared.
            guard prepared.count > 0, prepared.requiredCount == prepared.count else { return }
            (directMinimum, directMaximum) = (skipped + prepared.count, skipped + prepared.count)
        }
        if isMethod, owner.isBound { directReceiver = owner.layout() }
    }
}

/// A method bound to its receiver.
struct BoundMethodLayout {
    var header: CellHeader
    var function: Value
    var receiver: Value
}
