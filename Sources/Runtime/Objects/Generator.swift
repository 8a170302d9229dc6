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
    /// Async generators: bit 7 says that the first-iteration hook was called, the rest what the operation under way is
    /// to give.
    private var asyncBits: UInt8
    /// How many generators wait for this one, directly and indirectly; counts towards the recursion limit.
    private var waitingCount: Int32
    /// The generator that waits for this one's end, or unbound.
    var awaiter: Value
    /// What this one waits for: a native generator or any iterator; unbound when it does not delegate.
    var delegate: Value
    /// In the root of a chain: the innermost member, or unbound (then walk `delegate`), or true while it runs.
    var leaf: Value
    /// The exception this frame was handling when it was suspended, or unbound.
    var handled: Value
    /// What few generators have, in a tuple (see `Generator.Extra`), or unbound.
    var extra: Value
    // registers follow, `header.aux` of them

    var hooksCalled: Bool {
        get { asyncBits & 0x80 != 0 }
        set { asyncBits = newValue ? asyncBits | 0x80 : asyncBits & 0x7F }
    }
    var asyncOperation: AsyncOperation {
        get { AsyncOperation(rawValue: asyncBits & 0x7F) ?? .send }
        set { asyncBits = asyncBits & 0x80 | newValue.rawValue }
    }
    var chainDepth: Int {
        @inline(__always) get { Int(waitingCount) }
        @inline(__always) set { waitingCount = Int32(truncatingIfNeeded: newValue) }
    }
    var registerCount: Int { Int(header.aux) }
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
    /// A coroutine that nobody has begun to run.
    @inline(__always) var isNewCoroutine: Bool { flavor == .coroutine && state == .created }

    /// Places in the tuple of what few generators have; unbound where there is nothing.
    enum Extra: Int, CaseIterable {
        /// Set by the script; otherwise the function's.
        case name, qualifiedName
        /// The finalizer hook of an async generator.
        case hook
        /// The namespace of class-like code.
        case namespace
        /// Where a coroutine was made.
        case origin
    }

    @inline(__always)
    func extra(_ field: Extra) -> Value {
        let extra = pointer.pointee.extra
        return extra.isUnbound ? .unbound : Tuple(extra)[field.rawValue]
    }

    func setExtra(_ m: Machine, _ field: Extra, _ value: Value) {
        if pointer.pointee.extra.isUnbound {
            pointer.pointee.extra = m.makeTuple(count: Extra.allCases.count).value
        }
        Tuple(pointer.pointee.extra)[field.rawValue] = value
    }

    var name: Value {
        let own = extra(.name)
        return own.isBound ? own : pointer.pointee.function.layout(FunctionLayout.self).pointee.name
    }
    var qualifiedName: Value {
        let own = extra(.qualifiedName)
        return own.isBound ? own : pointer.pointee.function.layout(FunctionLayout.self).pointee.qualifiedName
    }
}
