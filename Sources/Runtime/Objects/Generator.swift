/// What a suspended function is for the program.
enum GeneratorFlavor: UInt8 {
    case generator, coroutine, asyncGenerator
}

/// The awaitable methods of an async generator.
enum AsyncOperation: UInt8 {
    /// The next item, or StopAsyncIteration.
    case send
    case `throw`
    /// Nothing; a further item is an error.
    case close
}

/// The life of a generator-style frame.
enum GeneratorState: UInt8 {
    /// Made, not entered yet.
    case created
    case running
    case suspended
    case finished
}

/// A generator, coroutine or async generator: a frame in the heap. The machine runs it by pointing at `registers`.
///
/// While it delegates (`await`, `yield from`) to another native generator, `delegate` and `awaiter` link the two; the
/// root of such a chain remembers its innermost member in `leaf`, so that a resumption enters there directly.
struct GeneratorLayout {
    var header: CellHeader
    var code: UnsafeMutablePointer<CodeLayout>
    /// The function, for globals and closure.
    var function: Value
    /// Where to go on: word of code.
    var pc: UnsafeMutablePointer<UInt64>
    var flavor: GeneratorFlavor
    var state: GeneratorState
    /// Async generators: an `asend`, `athrow` or `aclose` is under way (it may be suspended in an inner await).
    var asyncRunning: Bool
    /// Async generators: the first-iteration hook was called.
    var hooksCalled: Bool
    /// Async generators: what the operation under way is to give.
    var asyncOperation: AsyncOperation
    /// The generator that waits for this one's end, or unbound.
    var awaiter: Value
    /// What this one waits for: a native generator or any iterator; unbound when it does not delegate.
    var delegate: Value
    /// In the root of a chain: the innermost member, or unbound (then walk `delegate`), or true while it runs.
    var leaf: Value
    /// The exception this frame was handling when it was suspended, or unbound.
    var handled: Value
    var name: Value
    var qualifiedName: Value
    /// Async generators: finalizer hook. Coroutines: origin. Or unbound.
    var hook: Value
    /// The namespace of class-like code, or unbound.
    var namespace: Value
    var registerCount: Int
    /// How many generators wait for this one, directly and indirectly; counts towards the recursion limit.
    var chainDepth: Int
    // registers follow
}

/// A trivial reference to a generator-style frame.
struct Generator {
    let pointer: UnsafeMutablePointer<GeneratorLayout>
    @inline(__always) init(_ value: Value) { pointer = value.layout() }
    @inline(__always) var value: Value { Value(pointer) }
    @inline(__always) var registers: UnsafeMutablePointer<Value> {
        UnsafeMutableRawPointer(pointer + 1).assumingMemoryBound(to: Value.self)
    }
    @inline(__always) var state: GeneratorState {
        get { pointer.pointee.state }
        nonmutating set { pointer.pointee.state = newValue }
    }
    @inline(__always) var flavor: GeneratorFlavor { pointer.pointee.flavor }
}
