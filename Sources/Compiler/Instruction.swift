/// One word of code: an operation and its operands.
///
///      63      48 47      32 31      16 15     8 7      0
///     ┌──────────┬──────────┬──────────┬────────┬────────┐
///     │    c     │    b     │    a     │   n    │   op   │
///     └──────────┴──────────┴──────────┴────────┴────────┘
///     └───────── wide ──────┘
///
/// `a`, `b`, `c` are register numbers, indices or signed 16-bit immediates; `n` is a small count or a set of flags;
/// `wide` (the upper half, signed) is a jump distance or an index. Jump distances count words from the word after
/// the instruction and its extra words.
@frozen
public struct Instruction: Equatable, Sendable {
    public var bits: UInt64

    @inlinable @inline(__always)
    public init(bits: UInt64) { self.bits = bits }

    /// An instruction with three operands.
    @inlinable
    public init(_ op: Opcode, n: UInt8 = 0, a: Int = 0, b: Int = 0, c: Int = 0) {
        bits =
            UInt64(op.rawValue) | UInt64(n) << 8 | UInt64(UInt16(truncatingIfNeeded: a)) << 16
            | UInt64(UInt16(truncatingIfNeeded: b)) << 32 | UInt64(UInt16(truncatingIfNeeded: c)) << 48
    }

    /// An instruction with one operand and a wide one.
    @inlinable
    public init(_ op: Opcode, n: UInt8 = 0, a: Int = 0, wide: Int) {
        bits =
            UInt64(op.rawValue) | UInt64(n) << 8 | UInt64(UInt16(truncatingIfNeeded: a)) << 16
            | UInt64(UInt32(truncatingIfNeeded: wide)) << 32
    }

    @inlinable @inline(__always)
    public var op: Opcode {
        get { unsafeBitCast(UInt8(truncatingIfNeeded: bits), to: Opcode.self) }
        set { bits = (bits & ~0xFF) | UInt64(newValue.rawValue) }
    }
    @inlinable @inline(__always)
    public var n: Int { Int(UInt8(truncatingIfNeeded: bits >> 8)) }
    @inlinable @inline(__always)
    public var a: Int { Int(UInt16(truncatingIfNeeded: bits >> 16)) }
    @inlinable @inline(__always)
    public var b: Int { Int(UInt16(truncatingIfNeeded: bits >> 32)) }
    @inlinable @inline(__always)
    public var c: Int { Int(bits >> 48) }
    /// `b` as a signed immediate.
    @inlinable @inline(__always)
    public var immediateB: Int { Int(Int16(truncatingIfNeeded: bits >> 32)) }
    /// `c` as a signed immediate or jump distance.
    @inlinable @inline(__always)
    public var immediateC: Int { Int(Int64(bitPattern: bits) >> 48) }
    /// The upper half, signed.
    @inlinable @inline(__always)
    public var wide: Int { Int(Int64(bitPattern: bits) >> 32) }
}

/// The operations of the register machine.
///
/// Notation: `R[x]` is a register of the current frame, `K[x]` a constant, `N[x]` a name of the code object,
/// `x…` a run of consecutive registers. Words that follow an instruction (its extra words) are counted by
/// ``Opcode/extraWords``; those called *cache* belong to the machine and are emitted as zero.
@frozen
public enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Moves and constants
    case nop
    /// R[a] = R[b]
    case move
    /// R[a] = K[wide]
    case loadConst
    /// R[a] = wide as an int
    case loadInt
    /// R[a] = None
    case loadNone
    /// Raise UnboundLocalError when R[a], the local variable number a, is unbound.
    case checkBound
    /// Raise UnboundLocalError when R[a] is unbound, then unbind it (`del x`).
    case deleteLocal
    /// Unbind R[a] silently (the end of `except … as x`, comprehension variables, dead temporaries).
    case clear

    // MARK: Names
    /// R[a] = global or builtin N[wide]. Extra: 2 cache.
    case loadGlobal
    /// global N[wide] = R[a]. Extra: 1 cache.
    case storeGlobal
    /// del global N[wide]
    case deleteGlobal
    /// R[a] = N[wide] looked up in the frame's namespace, then globals, then builtins (module, class, exec code).
    /// Extra: 2 cache.
    case loadName
    /// namespace[N[wide]] = R[a]. Extra: 1 cache.
    case storeName
    /// del namespace[N[wide]]
    case deleteName
    /// R[a] = a new cell holding what R[a] holds (perhaps nothing). Emitted at the start for each cell variable.
    case makeCell
    /// R[a] = content of the cell in R[b] (variable name for errors: variableNames[b])
    case loadCell
    /// content of the cell in R[a] = R[b]
    case storeCell
    /// unbind the content of the cell in R[a]; NameError/UnboundLocalError when it is unbound
    case deleteCell
    /// R[a] = content of free variable b
    case loadFree
    /// content of free variable a = R[b]
    case storeFree
    /// unbind free variable a
    case deleteFree
    /// R[a] = the cell of free variable b itself (to build a closure)
    case loadFreeCell
    /// R[a] = namespace[N[c]] if there, else content of free variable b (class bodies, annotation scopes)
    case loadClassFree
    /// R[a] = R[b][N[c]] if the mapping in R[b] has it, else global/builtin N[c] (annotation scopes in classes)
    case loadMappingOrGlobal
    /// R[a] = R[b][N[c]] if the mapping has it, else content of free variable n (annotation scopes in classes)
    case loadMappingOrFree
    /// R[a] = the frame's namespace (class bodies), for the `__classdict__` cell
    case loadNamespace

    // MARK: Arithmetic: R[a] = R[b] op R[c]; n = 1 for the augmented assignment form (`+=`)
    case add, subtract, multiply, trueDivide, floorDivide, modulo, power, matrixMultiply
    case shiftLeft, shiftRight, bitAnd, bitOr, bitXor
    // R[a] = R[b] op immediate c; n as above
    case addInt, subtractInt, multiplyInt, floorDivideInt, moduloInt, bitAndInt, shiftLeftInt, shiftRightInt
    // R[a] = op R[b]
    case negative, positive, invert, not

    // MARK: Comparison: R[a] = R[b] op R[c]
    case less, lessEqual, equal, notEqual, greater, greaterEqual
    case `is`, isNot
    /// R[a] = R[b] in R[c]
    case contains
    /// R[a] = R[b] not in R[c]
    case notContains

    // MARK: Jumps. Any taken jump with a negative distance is a safepoint.
    /// pc += wide
    case jump
    /// if truth of R[a]: pc += wide
    case jumpIfTrue
    /// if not truth of R[a]: pc += wide
    case jumpIfFalse
    /// if R[a] is None: pc += wide
    case jumpIfNone
    /// if R[a] is not None: pc += wide
    case jumpIfNotNone
    /// if R[a] is unbound: pc += wide
    case jumpIfUnbound
    // if truth of (R[a] op R[b]) == (n == 1): pc += immediate c
    case jumpLess, jumpLessEqual, jumpEqual, jumpNotEqual, jumpGreater, jumpGreaterEqual
    // if truth of (R[a] op immediate b) == (n == 1): pc += immediate c
    case jumpLessInt, jumpLessEqualInt, jumpEqualInt, jumpNotEqualInt, jumpGreaterInt, jumpGreaterEqualInt

    // MARK: Iteration
    /// R[a] = iter(R[b])
    case getIter
    /// If the iterator R[b] has a next item: R[a] = item, pc += immediate c (loops are tested at their end, so the
    /// distance is usually negative). Otherwise unbind R[b] and go on.
    case forIter

    // MARK: Attributes and items
    /// R[a] = R[b].N[c]. Extra: 3 cache.
    case loadAttr
    /// R[a].N[b] = R[c]. Extra: 3 cache.
    case storeAttr
    /// del R[a].N[b]
    case deleteAttr
    /// R[a] = super(R[b], R[b+1]).N[c] (zero-argument super: class, self). Extra: 1 cache.
    case loadSuperAttr
    /// R[a] = R[b][R[c]]
    case loadIndex
    /// R[a][R[b]] = R[c]
    case storeIndex
    /// del R[a][R[b]]
    case deleteIndex
    /// R[a] = R[b][immediate c]
    case loadIndexInt
    /// R[a] = slice(R[b], R[b+1], R[b+2])
    case buildSlice

    // MARK: Calls
    /// R[c] = R[a](R[a+1]…R[a+b]). Extra: 1 cache.
    case call
    /// As call; the last len(K[x]) arguments are keyword arguments named by the tuple K[x]. Extra: x, then 1 cache.
    case callKeywords
    /// R[c] = R[a].N[x](R[a+1]…R[a+b]). Extra: x (lower half: name; upper half: unused), then 3 cache.
    /// The position of the instruction is that of the call; the position of its first extra word (pc + 1) is that of
    /// the attribute, for errors of the look-up.
    case callMethod
    /// As callMethod with keyword names K[upper half of x]. Extra: x, then 3 cache.
    case callMethodKeywords
    /// Look-up of a method ahead of arguments that could notice its order (they contain calls, `await`, …):
    /// R[a] = the plain function found in the class of R[b] under N[c] and R[a+1] = R[b]; or, when the attribute is
    /// anything else, R[a] = its value (as loadAttr) and R[a+1] unbound. Extra: 3 cache.
    case loadMethod
    /// R[c] = R[a](R[a+1]…R[a+b]) after loadMethod; when R[a+1] is unbound it is left out: R[a](R[a+2]…R[a+b]).
    /// Extra: 1 cache.
    case callLoaded
    /// As callLoaded with keyword names K[x] for the last arguments. Extra: x, then 1 cache.
    case callLoadedKeywords
    /// R[c] = R[a](*R[a+1], **R[a+2]). R[a+1] is any iterable, R[a+2] any mapping, or unbound.
    case callSpread
    /// Return R[a] to the caller; ends a generator or coroutine.
    case `return`
    case returnNone

    // MARK: Building
    /// R[a] = (R[b], … c items)
    case buildTuple
    case buildList
    case buildSet
    /// R[a] = {R[b]: R[b+1], … c pairs}
    case buildDict
    /// R[a] = the c strings from R[b] joined
    case buildString
    /// R[a].append(R[b])
    case listAppend
    /// R[a].add(R[b])
    case setAdd
    /// R[a][R[b]] = R[c] for the dict of a display or comprehension
    case dictSet
    /// R[a].extend(R[b]), for `[*x]` and for `*x` among other arguments of a call
    case listExtend
    /// R[a].update(R[b]) for a set display
    case setUpdate
    /// R[a].update(R[b]) for `{**x}`
    case dictUpdate
    /// R[a].update(R[b]) for `f(**x)`: string keys, no duplicates; callee in R[c] for the message
    case dictMerge
    /// R[a] = tuple(R[b]) of a list that is not used again
    case listToTuple
    /// R[a]…R[a+c-1] = the items of R[b], exactly c of them. The registers may be variables: nothing is written unless
    /// the count is right.
    case unpackSequence
    /// R[a]… = items of R[b]: c before the star, then a list, then n after it
    case unpackStar
    /// R[a] = format(R[b], R[c]); low bits of n: conversion 0 none, 1 !s, 2 !r, 3 !a; bit 7 of n: there is a spec in R[c]
    case formatValue

    // MARK: Functions, classes, imports
    /// R[a] = function of code K[b]; from R[c] on, in this order, what the bits of n announce:
    /// 1 tuple of defaults, 2 dict of keyword-only defaults, 4 annotations dict, 8 tuple of cells
    case makeFunction
    /// R[a] = the builtin `__build_class__`
    case loadBuildClass
    /// R[a] = import of N[b]; R[c] = level (int), R[c+1] = tuple of names or None
    case importName
    /// R[a] = R[b].N[c] for `from x import y`; ImportError
    case importFrom
    /// copy the public names of the module R[a] into the namespace
    case importStar
    /// make `__annotations__` in the namespace if it is not there
    case setupAnnotations

    // MARK: Exceptions
    /// n = 0: re-raise the handled exception; 1: raise R[a]; 2: raise R[a] from R[b]
    case raise
    /// Raise the exception in R[a] again, traceback kept (end of a handler that did not match, of `finally`)
    case reraise
    /// Begin to handle the exception in R[a]: it becomes the handled one, the previous is kept in R[b]
    case pushHandled
    /// End of a handler: the handled exception is again what R[a] keeps
    case popHandled
    /// R[a] = whether the exception R[b] matches the class or tuple R[c]; TypeError when R[c] is neither
    case matchException
    /// except*: R[a] = part of the group R[b] that matches R[c] (None if nothing), R[b] = the rest (None if nothing)
    case matchExceptionGroup
    /// except*: R[a] = what remains to raise of original R[b] given the list R[c] of raised and unmatched (or None)
    case prepareReraiseStar
    /// R[a] = AssertionError (the builtin itself, whatever the name means now)
    case loadAssertionError

    // MARK: Context managers
    /// R[a] = bound `__exit__` of R[b], R[c] = R[b].__enter__()
    case withEnter
    /// R[a] = bound `__aexit__` of R[b], R[c] = R[b].__aenter__() (an awaitable, to be awaited next)
    case asyncWithEnter
    /// R[c] = R[a](type, value, traceback) of the exception in R[b]; n = 1: R[a](None, None, None)
    case withExit

    // MARK: Generators and coroutines (suspension points)
    // Bit 7 of n in `yield`, `asyncYield`, `yieldFrom` and `await`: the frame is inside a handler, so the handled
    // exception is its own.
    /// Suspend with R[b]; on resumption R[a] = what was sent
    case yield
    /// In an async generator: hand R[b] to the consumer; on resumption R[a] = what was sent
    case asyncYield
    /// R[a] = iterator of R[b] for `yield from` (a coroutine is refused in a plain generator)
    case getYieldFromIter
    /// R[a] = result of delegating to the iterator in R[b] (a temporary, consumed)
    case yieldFrom
    /// R[a] = await R[b] (a temporary, consumed). Low bits of n = 1: from `async with` enter, 2: exit, 3: `async for` (messages)
    case await
    /// R[a] = aiter(R[b])
    case getAsyncIter
    /// R[a] = the awaitable of R[b].__anext__(); an `await` of it with n = 3 follows. An async generator that stands at a
    /// `yield` goes on at once instead of both
    case getAsyncNext
    /// End of `async for`: go on if the exception R[a] is StopAsyncIteration, else raise it again
    case endAsyncFor

    // MARK: Pattern matching
    /// R[a] = whether R[b] is a sequence (not str, bytes, bytearray)
    case matchSequence
    case matchMapping
    /// R[a] = tuple of values of the keys (tuple R[c]) in mapping R[b], or None
    case matchKeys
    /// R[a] = tuple of attributes of subject R[b] for class R[c], or None; n positional. Extra: K index of keyword names tuple
    case matchClass
    /// R[a] = len(R[b])
    case getLen

    // MARK: Rare things
    /// R[a] = intrinsic number n of R[b] and R[c], see ``Intrinsic``
    case intrinsic

    // MARK: Written by the machine only, over the instruction it specialises
    case loadGlobalCached, loadBuiltinCached
    case loadAttrSlot, loadAttrClass, loadAttrType, loadAttrModule, loadAttrProperty, storeAttrSlot, storeAttrAdd
    case callMethodCached, callModuleCached, loadMethodCached
}

extension Opcode {
    /// How many words follow an instruction of this operation.
    public var extraWords: Int {
        switch self {
        case .loadGlobal, .loadName, .loadGlobalCached, .loadBuiltinCached: 2
        case .storeGlobal, .storeName, .loadSuperAttr, .call, .matchClass: 1
        case .loadAttr, .storeAttr, .loadAttrSlot, .loadAttrClass, .loadAttrType, .loadAttrModule, .loadAttrProperty,
            .storeAttrSlot, .storeAttrAdd:
            3
        case .callKeywords: 2
        case .callMethod, .callMethodKeywords, .callMethodCached, .callModuleCached: 4
        case .loadMethod, .loadMethodCached: 3
        case .callLoaded: 1
        case .callLoadedKeywords: 2
        default: 0
        }
    }

    /// Whether it calls what is in R[a] and puts the result into R[c].
    public var isCall: Bool {
        switch self {
        case .call, .callKeywords, .callLoaded, .callLoadedKeywords, .callSpread: true
        default: isMethodCall
        }
    }

    /// Whether it looks an attribute up and calls it: ``callMethod`` in all its forms.
    public var isMethodCall: Bool {
        switch self {
        case .callMethod, .callMethodKeywords, .callMethodCached, .callModuleCached: true
        default: false
        }
    }

    /// Whether the frame may be left and entered again at this instruction.
    public var isSuspensionPoint: Bool {
        switch self {
        case .yield, .asyncYield, .yieldFrom, .await: true
        default: false
        }
    }
}

/// Operations too rare for an opcode of their own; the operand `n` of ``Opcode/intrinsic``.
public enum Intrinsic: UInt8, CaseIterable, Sendable {
    /// Print R[b] as the REPL does (`sys.displayhook`).
    case printExpression
    /// A statement of a module has ended that may have dropped an object: watched objects are looked after.
    case statementEnded
    /// TypeVar named R[b].
    case typeVar
    /// TypeVar named R[b] with the bound-computing function R[c].
    case typeVarWithBound
    /// TypeVar named R[b] with the constraints-computing function R[c].
    case typeVarWithConstraints
    /// ParamSpec named R[b].
    case paramSpec
    /// TypeVarTuple named R[b].
    case typeVarTuple
    /// Give the type parameter R[b] the default-computing function R[c].
    case setTypeParameterDefault
    /// `typing.Generic[R[b]]` for a tuple of type parameters.
    case subscriptGeneric
    /// Give the function R[b] the type parameters R[c]; the result is the function.
    case setFunctionTypeParameters
    /// TypeAliasType of the tuple R[b] = (name, type parameters, value-computing function).
    case typeAlias
    // For `sys.settrace` and `sys.setprofile`, in code that is compiled for them; the result is None.
    /// A line begins.
    case traceLine
    /// The body of a `for` begins, in the line of the `for`.
    case traceBody
    /// A `for` asks for its next item.
    case traceNext
    /// The code begins.
    case traceCall
    /// The code returns or yields R[b].
    case traceReturn
    /// A generator goes on after a yield.
    case traceResume
}
