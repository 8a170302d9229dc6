import Compiler

/// Calls from the instruction loop: they either give the result, or push a frame and give nothing.
extension Machine {
    /// Begins a call. The result, or unbound when a frame was pushed that will put the result into `register` of the
    /// current one.
    @inline(never)
    func beginCall(_ callee: Value, _ arguments: Arguments, register: Int, kind: FrameKind) throws(Raise) -> Value {
        guard callee.isCell else { throw notCallable(callee) }
        switch callee.cell.kind {
        case .function:
            return try beginFunction(callee.layout(), arguments, register: register, kind: kind)
        case .nativeFunction:
            return try callNative(callee.layout(), arguments)
        case .boundMethod:
            let method: UnsafeMutablePointer<BoundMethodLayout> = callee.layout()
            if method.pointee.function.isKind(.boundMethod) {
                return try beginNestedMethod(method, arguments, register: register, kind: kind)
            }
            return try withReceiver(method.pointee.receiver, arguments) { (all) throws(Raise) in
                try beginCall(method.pointee.function, all, register: register, kind: kind)
            }
        case .type:
            return try beginConstructor(TypeRef(callee), arguments, register: register, kind: kind)
        default:
            let call = lookup(callee.cell.type, name(.__call__))
            guard call.isBound else { throw notCallable(callee) }
            if !isPlainMethod(call) {
                // What is bound may be such an object again, without end.
                try enterNative(" while calling a Python object")
                defer { leaveNative() }
                let bound = try bindSpecial(call, callee, callee.cell.type)
                return try beginCall(bound, arguments, register: register, kind: kind)
            }
            return try withReceiver(callee, arguments) { (all) throws(Raise) in
                try beginCall(call, all, register: register, kind: kind)
            }
        }
    }

    /// Begins the call of a method that is bound to one more receiver; there may be any number of them.
    private func beginNestedMethod(
        _ method: UnsafeMutablePointer<BoundMethodLayout>, _ arguments: Arguments, register: Int, kind: FrameKind
    ) throws(Raise) -> Value {
        try enterNative(" while calling a Python object")
        defer { leaveNative() }
        return try withReceiver(method.pointee.receiver, arguments) { (all) throws(Raise) in
            try beginCall(method.pointee.function, all, register: register, kind: kind)
        }
    }

    private func notCallable(_ callee: Value) -> Raise {
        raise(.typeError, "'\(typeName(callee))' object is not callable")
    }

    /// Gives `body` the arguments with `receiver` before them, in memory above the registers.
    @inline(__always)
    func withReceiver(
        _ receiver: Value, _ arguments: Arguments, _ body: (Arguments) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        let total = arguments.count &+ arguments.keywordCount
        let scratch = state.pointee.registerTop
        scratch[0] = receiver
        (scratch + 1).update(from: arguments.base, count: total)
        let top = scratch + (total &+ 1)
        state.pointee.registerTop = top
        if top > state.pointee.registerHighWater { state.pointee.registerHighWater = top }
        let frame = state.pointee.frame
        let result: Value
        do throws(Raise) {
            result = try body(Arguments(base: scratch, count: arguments.count &+ 1, keywords: arguments.keywords))
        } catch {
            state.pointee.registerTop = scratch
            throw error
        }
        // A frame that was pushed lies above the scratch memory; it gives that back, too, when it goes.
        if state.pointee.frame > frame {
            (frame + 1).pointee.savedTop = scratch
        } else {
            state.pointee.registerTop = scratch
        }
        return result
    }

    /// Begins a call of a script function: binds the arguments to a new frame, or to a new generator.
    func beginFunction(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ arguments: Arguments, register: Int, kind: FrameKind
    ) throws(Raise) -> Value {
        let code = function.pointee.code
        if code.pointee.isGeneratorLike {
            let generator = makeGenerator(function)
            do throws(Raise) {
                try bind(function, arguments, into: generator.registers)
            } catch {
                // Nobody ever sees it: it is not a coroutine that was never awaited.
                finish(generator)
                throw error
            }
            if kind == .call, generator.flavor == .coroutine { warnIfDiscarded(generator, register) }
            return generator.value
        }
        if code.pointee.isSimple, arguments.keywords.isUnbound, arguments.count == Int(code.pointee.argumentCount) {
            _ = try pushSimple(function, code, arguments.base, arguments.count, register: register, kind: kind)
            return .unbound
        }
        let frame = try pushFrame(function, code, register: register, kind: kind)
        do throws(Raise) {
            try bind(function, arguments, into: frame.pointee.registers)
        } catch {
            popFrame(frame)
            throw error
        }
        return .unbound
    }

    /// Begins a call of a class. The short way, with `object.__new__` and a script `__init__`, pushes a frame; anything
    /// else goes through the metaclass.
    private func beginConstructor(
        _ type: TypeRef, _ arguments: Arguments, register: Int, kind: FrameKind
    ) throws(Raise) -> Value {
        let layout = type.pointer
        if layout.pointee.constructorVersion != layout.pointee.version || layout.pointee.version == 0 {
            findConstructor(type)
        }
        let initializer = layout.pointee.constructor
        guard initializer.isBound else { return try callType(type, arguments) }
        let instance = allocateInstance(of: type)
        let frame = state.pointee.frame
        let code = initializer.layout(FunctionLayout.self).pointee.code
        if code.pointee.isSimple, arguments.keywords.isUnbound, kind == .call,
            Int(code.pointee.argumentCount) == arguments.count &+ 1
        {
            let registers = try pushFrame(initializer.layout(), code, register: register, kind: .initializer)
                .pointee.registers
            registers[0] = instance
            var index = 1
            while index <= arguments.count {
                registers[index] = arguments.base[index &- 1]
                index &+= 1
            }
            while index < Int(code.pointee.variableCount) {
                registers[index] = .unbound
                index &+= 1
            }
            frame.pointee.registers[register] = instance
            return .unbound
        }
        let result = try withReceiver(instance, arguments) { (all) throws(Raise) in
            try beginFunction(initializer.layout(), all, register: register, kind: .initializer)
        }
        if result.isBound {
            throw raise(.typeError, "__init__() should return None, not '\(typeName(result))'")
        }
        if kind != .entry { frame.pointee.registers[register] = instance }
        return .unbound
    }

    /// Works out whether instances of a type can be made the short way, and remembers it.
    private func findConstructor(_ type: TypeRef) {
        let layout = type.pointer
        layout.pointee.constructor = .unbound
        let new = lookup(type, name(.__new__))
        layout.pointee.constructorVersion = layout.pointee.version
        let objectNew = dictGet(self.type(.object).dict, name: name(.__new__))
        guard type.isHeapType, layout.pointee.header.type == self.type(.type).pointer,
            layout.pointee.instanceKind == .object, new == objectNew, !type.flags.contains(.hasAbstractMethods)
        else { return }
        let initializer = lookup(type, name(.__init__))
        guard initializer.isKind(.function) else { return }
        let code = initializer.layout(FunctionLayout.self).pointee.code
        if !code.pointee.isGeneratorLike { layout.pointee.constructor = initializer }
    }

    /// Begins a method call: finds the method without making a bound method, and fills the instruction's cache.
    @inline(never)
    func beginMethodCall(
        _ frame: UnsafeMutablePointer<Frame>, _ i: Instruction, _ base: UnsafeMutablePointer<Value>,
        cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Value {
        let receiver = base[0]
        let name = frame.pointee.code.pointee.names[Int(cache[0] & 0xFFFF_FFFF)]
        var keywords = Value.unbound
        var count = i.b
        if i.op == .callMethodKeywords {
            keywords = frame.pointee.code.pointee.constants[Int(cache[0] >> 32)]
            count -= Tuple(keywords).count
        }
        if receiver.isKind(.module), receiver.cell.type == self.type(.module) {
            let callee = try moduleFunction(receiver, name, cache, isPlain: i.op != .callMethodKeywords)
            return try beginCall(
                callee, Arguments(base: base + 1, count: count, keywords: keywords), register: i.c, kind: .call)
        }
        if i.op == .callMethodCached, receiver.isCell,
            let bits = runtime.pointee.polymorphicCache.find(.method, receiver.cell, name)
        {
            return try beginCall(
                Value(bits: bits), Arguments(base: base, count: count &+ 1), register: i.c, kind: .call)
        }
        let found = plainMethod(receiver, name)
        if found.method.isBound {
            if receiver.isCell, i.op != .callMethodKeywords, found.version != 0 {
                if i.op == .callMethodCached {
                    runtime.pointee.polymorphicCache.note(.method, receiver.cell, name, found.method.bits)
                }
                cache[1] = UInt64(found.version)
                cache[2] = found.shape
                cache[3] = found.method.bits
                respecialize(cache - 1, .callMethodCached)
            }
            return try beginCall(
                found.method, Arguments(base: base, count: count &+ 1, keywords: keywords), register: i.c, kind: .call)
        }
        // An error of the look-up points at the attribute, one of the call at the call.
        let next = frame.pointee.pc
        frame.pointee.pc = cache + 1
        let callee = try getAttribute(receiver, name)
        frame.pointee.pc = next
        return try beginCall(
            callee, Arguments(base: base + 1, count: count, keywords: keywords), register: i.c, kind: .call)
    }

    /// `module.name` for a call of it. While the module's keys stay the same, the cache knows where its value lies.
    private func moduleFunction(
        _ module: Value, _ name: Value, _ cache: UnsafeMutablePointer<UInt64>, isPlain: Bool
    ) throws(Raise) -> Value {
        let dict = Dict(module.layout(ModuleLayout.self).pointee.dict)
        // The high bit tells it from the version of a type.
        if cache[1] == UInt64(dict.pointer.pointee.keysVersion) | 1 << 63 {
            return UnsafePointer<Value>(bitPattern: UInt(cache[2])).unsafelyUnwrapped.pointee
        }
        let next = state.pointee.frame.pointee.pc
        state.pointee.frame.pointee.pc = cache + 1
        let callee = try getAttribute(module, name)
        state.pointee.frame.pointee.pc = next
        let entry = dictFind(dict, name: name)
        if entry >= 0, dict.value(at: entry) == callee {
            if dict.pointer.pointee.keysVersion == 0 { bumpKeysVersion(dict) }
            cache[1] = UInt64(dict.pointer.pointee.keysVersion) | 1 << 63
            cache[2] = dict.valueAddress(at: entry)
            if isPlain { respecialize(cache - 1, .callModuleCached) }
        }
        return callee
    }

    /// `loadMethod`: a plain function of the class and the receiver, or the value of the attribute and nothing.
    @inline(never)
    func loadMethod(
        _ receiver: Value, _ name: Value, into registers: UnsafeMutablePointer<Value>,
        cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) {
        if receiver.isKind(.module), receiver.cell.type == self.type(.module) {
            registers[0] = try moduleFunction(receiver, name, cache - 1, isPlain: false)
            registers[1] = .unbound
            return
        }
        let found = plainMethod(receiver, name)
        if found.method.isBound {
            if receiver.isCell, found.version != 0 {
                cache[0] = UInt64(found.version)
                cache[1] = found.shape
                cache[2] = found.method.bits
                respecialize(cache - 1, .loadMethodCached)
            }
            registers[0] = found.method
            registers[1] = receiver
        } else {
            registers[0] = try getAttribute(receiver, name)
            registers[1] = .unbound
        }
    }

    /// The function that `receiver.name(…)` calls with the receiver first, when that is all there is to it, with what
    /// a cache must compare: the type's version and the shape (0 for instances without attributes).
    private func plainMethod(_ receiver: Value, _ name: Value) -> (method: Value, version: UInt32, shape: UInt64) {
        let type = typeOf(receiver)
        guard !type.flags.contains(.customGetAttribute), !receiver.isKind(.type), !receiver.isKind(.module),
            !receiver.isKind(.function),
            !receiver.isKind(.future) || !runtime.pointee.asyncio.areMethodsShadowed
        else { return (.unbound, 0, 0) }
        let method = lookup(type, name)
        guard isPlainMethod(method) else { return (.unbound, 0, 0) }
        var shape: UInt64 = 0
        if receiver.isCell, receiver.cell.hasAttributes {
            let cell = receiver.cell
            if cell.shape.pointee.isDictionary || Shape.slot(of: name, in: cell.shape) >= 0 { return (.unbound, 0, 0) }
            shape = UInt64(UInt(bitPattern: cell.shape))
        }
        return (method, type.pointer.pointee.version, shape)
    }

    /// Whether what a type look-up found is called with the instance first: a function or a native method.
    @inline(__always)
    func isPlainMethod(_ method: Value) -> Bool {
        guard method.isCell else { return false }
        if method.cell.kind == .function { return true }
        if method.cell.kind == .nativeFunction {
            let style = method.layout(NativeFunctionLayout.self).pointee.style
            return style == .method || style == .slot
        }
        return false
    }

    /// Writes another operation over an instruction, its operands stay.
    @inline(__always)
    func respecialize(_ word: UnsafeMutablePointer<UInt64>, _ op: Opcode) {
        var instruction = Instruction(bits: word.pointee)
        instruction.op = op
        word.pointee = instruction.bits
    }

    /// `f(*args, **keywords)`.
    func beginSpreadCall(
        _ callee: Value, _ args: Value, _ keywords: Value, register: Int, kind: FrameKind = .call
    ) throws(Raise) -> Value {
        let items: UnsafeMutablePointer<Value>?
        let count: Int
        if args.isKind(.tuple) {
            items = Tuple(args).items
            count = Tuple(args).count
        } else {
            items = List(args).pointer.pointee.items
            count = List(args).count
        }
        var names = Value.unbound
        let scratch = state.pointee.registerTop
        let dict = keywords.isUnbound || keywords.isNone ? nil : Dict(keywords)
        let keywordCount = dict?.count ?? 0
        guard scratch + (count + keywordCount) < state.pointee.registerLimit else { throw raiseMemoryError() }
        if let items { scratch.update(from: items, count: count) }
        if let dict, keywordCount > 0 {
            let tuple = makeTuple(count: keywordCount)
            var index = 0
            for entry in 0..<dict.used where dict.key(at: entry) != .deleted {
                tuple[index] = dict.key(at: entry)
                scratch[count + index] = dict.value(at: entry)
                index += 1
            }
            names = tuple.value
        }
        let top = scratch + (count + keywordCount)
        state.pointee.registerTop = top
        if top > state.pointee.registerHighWater { state.pointee.registerHighWater = top }
        let frame = state.pointee.frame
        let result: Value
        do throws(Raise) {
            result = try beginCall(
                callee, Arguments(base: scratch, count: count, keywords: names), register: register, kind: kind)
        } catch {
            state.pointee.registerTop = scratch
            throw error
        }
        if state.pointee.frame > frame {
            (frame + 1).pointee.savedTop = scratch
        } else {
            state.pointee.registerTop = scratch
        }
        return result
    }
}

/// Calls from natives: they run the callee to its end.
extension Machine {
    /// Calls anything callable. The arguments must be rooted by the caller (locals are).
    func call(_ callee: Value, _ arguments: Arguments) throws(Raise) -> Value {
        if callee.isKind(.nativeFunction) { return try callNative(callee.layout(), arguments) }
        // A native that calls the script again and again has no back edge of its own.
        if state.pointee.interruptWord != 0 { try safepoint() }
        try enterNative()
        defer { leaveNative() }
        if callee.isKind(.function) {
            let function: UnsafeMutablePointer<FunctionLayout> = callee.layout()
            let code = function.pointee.code
            if code.pointee.isSimple, arguments.keywords.isUnbound, arguments.count == Int(code.pointee.argumentCount) {
                _ = try pushSimple(function, code, arguments.base, arguments.count, register: 0, kind: .entry)
                return try run()
            }
        }
        let frame = state.pointee.frame
        // A result of a frame entered from here comes back through `run`, not through a register.
        let result = try beginCall(callee, arguments, register: 0, kind: .entry)
        if result.isBound { return result }
        return try runPushed(above: frame)
    }

    /// Calls a script function with one positional parameter, the argument taken from where it lies; false when the
    /// callee is anything else. For those who look at the interrupt word themselves.
    @inline(__always)
    func callSimple(_ callee: Value, _ argument: UnsafeMutablePointer<Value>) throws(Raise) -> Bool {
        guard callee.isKind(.function) else { return false }
        let function: UnsafeMutablePointer<FunctionLayout> = callee.layout()
        let code = function.pointee.code
        guard code.pointee.isSimple, code.pointee.argumentCount == 1 else { return false }
        try enterNative()
        defer { leaveNative() }
        let context = state.pointee.context
        defer { state.pointee.context = context }
        _ = try pushSimple(function, code, argument, 1, register: 0, kind: .entry)
        _ = try run()
        return true
    }

    /// Runs the frame that `beginCall` has pushed on behalf of a native.
    private func runPushed(above frame: UnsafeMutablePointer<Frame>) throws(Raise) -> Value {
        let pushed = state.pointee.frame
        if pushed.pointee.kind == .initializer {
            // The instance is the first argument of `__init__`.
            let instance = pushed.pointee.registers[0]
            pushed.pointee.kind = .entry
            let result = try run()
            if !result.isNone {
                throw raise(.typeError, "__init__() should return None, not '\(typeName(result))'")
            }
            return instance
        }
        pushed.pointee.kind = .entry
        return try run()
    }

    func call(_ callee: Value) throws(Raise) -> Value {
        try call(callee, Arguments(base: state.pointee.registerTop, count: 0))
    }

    func call(_ callee: Value, _ a: Value) throws(Raise) -> Value {
        try withScratch(1) { (base) throws(Raise) in
            base[0] = a
            return try call(callee, Arguments(base: base, count: 1))
        }
    }

    func call(_ callee: Value, _ a: Value, _ b: Value) throws(Raise) -> Value {
        try withScratch(2) { (base) throws(Raise) in
            base[0] = a
            base[1] = b
            return try call(callee, Arguments(base: base, count: 2))
        }
    }

    func call(_ callee: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raise) -> Value {
        try withScratch(3) { (base) throws(Raise) in
            base[0] = a
            base[1] = b
            base[2] = c
            return try call(callee, Arguments(base: base, count: 3))
        }
    }

    func call(_ callee: Value, _ a: Value, _ b: Value, _ c: Value, _ d: Value) throws(Raise) -> Value {
        try withScratch(4) { (base) throws(Raise) in
            base[0] = a
            base[1] = b
            base[2] = c
            base[3] = d
            return try call(callee, Arguments(base: base, count: 4))
        }
    }

    /// `object.name(…)`.
    func callMethod(_ object: Value, _ known: KnownName) throws(Raise) -> Value {
        try call(try getAttribute(object, known))
    }
    func callMethod(_ object: Value, _ known: KnownName, _ a: Value) throws(Raise) -> Value {
        try call(try getAttribute(object, known), a)
    }
    func callMethod(_ object: Value, _ known: KnownName, _ a: Value, _ b: Value) throws(Raise) -> Value {
        try call(try getAttribute(object, known), a, b)
    }

    /// Memory for `count` values above the registers, rooted while `body` runs.
    @inline(__always)
    func withScratch(
        _ count: Int, _ body: (UnsafeMutablePointer<Value>) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        let base = state.pointee.registerTop
        let top = base + count
        if top > state.pointee.registerLimit { throw raiseMemoryError() }
        base.update(repeating: .unbound, count: count)
        state.pointee.registerTop = top
        if top > state.pointee.registerHighWater { state.pointee.registerHighWater = top }
        let result: Value
        do throws(Raise) {
            result = try body(base)
        } catch {
            state.pointee.registerTop = base
            throw error
        }
        state.pointee.registerTop = base
        return result
    }

    /// Calls with positional arguments in a list, keywords in a dict (`f(*args, **keywords)` for natives).
    func call(_ callee: Value, args: Value, keywords: Value) throws(Raise) -> Value {
        let frame = state.pointee.frame
        // The caller is native code: no register of the script's frame is to be written.
        let result = try beginSpreadCall(callee, args, keywords, register: 0, kind: .entry)
        if result.isBound { return result }
        return try runPushed(above: frame)
    }
}
