import CLibrary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Sizes of the stacks of one machine. The memory is reserved, and used page by page as needed.
enum StackSizes {
    /// Frames: a million and some.
    static let frames = 1 << 20 + 4096
    /// Registers: 128 M.
    static let registers = 1 << 27
    /// The same for threads that the script starts.
    static let threadFrames = 1 << 16
    static let threadRegisters = 1 << 21
}

extension Machine {
    /// Makes an interpreter's state and its first machine, with all built-in types and modules in place.
    static func bootstrap() -> Machine {
        let interrupt = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
        interrupt.initialize(to: 0)
        let heap = UnsafeMutablePointer<Heap>.allocate(capacity: 1)
        heap.initialize(to: Heap(interrupt: interrupt))
        heap.pointee.pauseCount = 1
        let typeCount = BuiltinType.allCases.count
        let types = UnsafeMutablePointer<TypeRef>.allocate(capacity: typeCount)
        let names = UnsafeMutablePointer<Value>.allocate(capacity: KnownName.allCases.count)
        let characters = UnsafeMutablePointer<Value>.allocate(capacity: 256)
        // Zero bits are an empty entry; most pages of the cache are never touched.
        let methodCache = reserve(MethodCacheEntry.self, MethodCacheEntry.size)
        names.initialize(repeating: .unbound, count: KnownName.allCases.count)
        characters.initialize(repeating: .unbound, count: 256)
        let runtime = UnsafeMutablePointer<RuntimeState>.allocate(capacity: 1)
        runtime.initialize(
            to: RuntimeState(
                heap: heap, interrupt: interrupt, types: types, names: names, intern: InternTable(),
                methodCache: methodCache, nextTypeVersion: 1, nextKeysVersion: 1, machines: nil, modules: .unbound,
                builtins: .unbound, sysDict: .unbound, emptyTuple: .unbound, emptyString: .unbound,
                emptyBytes: .unbound,
                emptyFrozenSet: .unbound, characters: characters, permanentRoots: .unbound, interpreter: nil,
                pendingFinalizers: .unbound, finalizing: false))
        let m = makeMachine(runtime)
        m.allocateBuiltinTypes(count: typeCount)
        m.makeSingletons()
        m.createBuiltinTypes()
        m.installAll()
        m.configureCollector()
        return m
    }

    /// A machine for one more thread of an interpreter.
    static func makeMachine(_ runtime: UnsafeMutablePointer<RuntimeState>, isFirst: Bool = true) -> Machine {
        let state = UnsafeMutablePointer<MachineState>.allocate(capacity: 1)
        let frameCount = isFirst ? StackSizes.frames : StackSizes.threadFrames
        let registerCount = isFirst ? StackSizes.registers : StackSizes.threadRegisters
        let frames = reserve(Frame.self, frameCount)
        let registers = reserve(Value.self, registerCount)
        let rootCapacity = 256
        let roots = UnsafeMutablePointer<Value>.allocate(capacity: rootCapacity)
        let limit = 1000
        state.initialize(
            to: MachineState(
                runtime: runtime, frame: frames, frameBase: frames, frameLimit: frames + frameCount - 16,
                registerBase: registers, registerTop: registers,
                registerLimit: registers + registerCount - (1 << 17), registerHighWater: registers,
                pending: .unbound, handled: .unbound, recursionLimit: limit, recursionFrame: frames + limit + 1,
                outcome: .returned, isReraising: false, stopValue: .unbound,
                nativeStackLimit: 0, loopFrame: 0, loopDepth: 0, nativeDepth: 0, nativeStackBase: 0, nativeStackTop: 0,
                reprStack: .unbound,
                runningLoop: .unbound, currentLoop: .unbound, asyncGeneratorFirstIter: .unbound,
                asyncGeneratorFinalizer: .unbound, currentTask: .unbound, context: .unbound, rootBase: roots,
                rootCount: 0,
                rootCapacity: rootCapacity, next: runtime.pointee.machines, heap: runtime.pointee.heap,
                interrupt: runtime.pointee.interrupt, types: runtime.pointee.types, names: runtime.pointee.names,
                interruptWord: 0))
        // The word lies in the state itself, so that the instruction loop reaches it by one load.
        let word = UnsafeMutableRawPointer(state)
            .advanced(by: MemoryLayout<MachineState>.offset(of: \.interruptWord) ?? 0)
            .assumingMemoryBound(to: Int32.self)
        state.pointee.interrupt = word
        runtime.pointee.machines = state
        let m = Machine(state)
        // What is due is told to the machine that runs; a new thread's does not yet, and knows its stack later.
        guard isFirst else { return m }
        word.pointee = runtime.pointee.interrupt.pointee
        runtime.pointee.interrupt = word
        runtime.pointee.heap.pointee.wantsCollection = word
        m.noteNativeStack()
        return m
    }

    /// Notes where the native stack of the calling thread lies. To be called again when another thread takes the
    /// machine over.
    func noteNativeStack() {
        let reserve: UInt = 256 << 10
        var low: UInt = 0
        var size = 0
        guard minipy_stack_bounds(&low, &size) == 0 else { return }
        state.pointee.nativeStackLimit = low + reserve
        state.pointee.nativeStackBase = low + UInt(size)
    }

    private static func reserve<T>(_: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
        var flags = MAP_PRIVATE
        #if canImport(Glibc)
        flags |= MAP_ANONYMOUS | MAP_NORESERVE
        #else
        flags |= MAP_ANON
        #endif
        let memory = mmap(nil, count * MemoryLayout<T>.stride, PROT_READ | PROT_WRITE, flags, -1, 0)
        guard let memory, memory != MAP_FAILED else { Heap.outOfMemory() }
        return memory.bindMemory(to: T.self, capacity: count)
    }

    /// Empty cells for all built-in types, so that anything can be allocated; `createBuiltinTypes` fills them.
    private func allocateBuiltinTypes(count: Int) {
        let size = MemoryLayout<TypeLayout>.stride
        for index in 0..<count {
            let memory = heap.pointee.allocate(size: size)
            memset(memory, 0, size)
            state.pointee.types[index] = TypeRef(memory.assumingMemoryBound(to: TypeLayout.self))
        }
        for index in 0..<count {
            let type = state.pointee.types[index].pointer
            type.pointee.header.type = self.type(.type).pointer
            type.pointee.header.kind = .type
            type.pointee.builtinIndex = UInt8(index)
            type.pointee.flags = []
        }
    }

    /// The values that exist once: empty containers, one-character strings, known names.
    private func makeSingletons() {
        let r = runtime
        r.pointee.emptyTuple = makeTuple(count: 0).value
        r.pointee.permanentRoots = list().value
        r.pointee.pendingFinalizers = list().value
        state.pointee.reprStack = list().value
        r.pointee.emptyString = intern(makeString(count: 0, width: 1).asASCII.value)
        for code in 0..<256 {
            let string = makeString(count: 1, width: 1)
            string.bytes[0] = UInt8(code)
            finish(string)
            r.pointee.characters[code] = intern(string.value)
        }
        for known in KnownName.allCases { state.pointee.names[known.index] = intern(known.rawValue) }
        r.pointee.emptyBytes = makeBytes(count: 0).value
        r.pointee.modules = dict().value
        r.pointee.builtins = dict().value
        r.pointee.sysDict = dict().value
    }

    /// Turns the collector on, in the mode that the environment asks for.
    private func configureCollector() {
        heap.pointee.pauseCount = 0
        if let mode = getenv("MINIPY_GC"), strcmp(mode, "stress") == 0 {
            heap.pointee.stress = true
            heap.pointee.threshold = 0
            heap.pointee.requestCollection()
        }
    }
}
