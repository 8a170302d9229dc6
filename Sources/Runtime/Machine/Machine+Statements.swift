import Compiler

/// What instructions for displays, definitions, `with` and `match` do beyond a few lines.
extension Machine {
    // MARK: Operators

    /// Arithmetic of long ints and of other objects.
    @inline(never)
    func binarySlow(_ op: BinaryOperation, _ x: Value, _ y: Value, inplace: Int) throws(Raise) -> Value {
        if isPlainInt(x), isPlainInt(y) {
            let result = try longIntBinary(op, x, y)
            if !result.isNotImplemented { return result }
        }
        return inplace == 0 ? try binary(op, x, y) : try self.inplace(op, x, y)
    }

    // MARK: Displays

    /// `{a, b, c}`.
    func buildSet(_ items: UnsafeMutablePointer<Value>, count: Int) throws(Raise) -> Value {
        let set = self.set(frozen: false)
        for index in 0..<count { try setAdd(set, items[index]) }
        return set.value
    }

    /// `{a: b, c: d}`: keys and values by turns.
    func buildDict(_ items: UnsafeMutablePointer<Value>, pairs: Int) throws(Raise) -> Value {
        let dict = self.dict()
        for index in 0..<pairs { try dictSet(dict, items[2 * index], items[2 * index + 1]) }
        return dict.value
    }

    /// The parts of an f-string, all of them str, as one.
    func joinStrings(_ parts: UnsafeMutablePointer<Value>, count: Int) -> Value {
        var length = 0
        var width = 1
        var isASCII = true
        for index in 0..<count {
            let part = Str(parts[index])
            length &+= part.count
            width = max(width, part.width)
            isASCII = isASCII && part.isASCII
        }
        if length == 0 { return runtime.pointee.emptyString }
        let result = makeString(count: length, width: width)
        var offset = 0
        for index in 0..<count {
            let part = Str(parts[index])
            copyCodePoints(from: part, to: result, at: offset)
            offset &+= part.count
        }
        if isASCII { finishASCII(result) } else { finish(result) }
        return result.value
    }

    /// Copies the code points of a str into a wider or equally wide one that is being made.
    func copyCodePoints(from part: Str, to result: Str, at offset: Int) {
        if part.width == result.width {
            let target = result.base + offset * result.width
            copyBytes(from: part.base, to: target, part.count * part.width)
            return
        }
        for index in 0..<part.count {
            if result.width == 2 {
                result.units16[offset + index] = UInt16(truncatingIfNeeded: part[index])
            } else {
                result.units32[offset + index] = part[index]
            }
        }
    }

    /// `[*x]`, and `f(*x)` when there is a callee for the message.
    func extendList(_ list: List, _ iterable: Value, callee: Value) throws(Raise) {
        if !iterable.isKind(.list), !iterable.isKind(.tuple), !isIterable(iterable) {
            if callee.isBound {
                throw raise(
                    .typeError,
                    "\(calleeText(callee)) argument after * must be an iterable, not \(typeName(iterable))")
            }
            throw raise(.typeError, "Value after * must be an iterable, not \(typeName(iterable))")
        }
        try extend(list, iterable)
    }

    /// Whether `f(*args, **keywords)` can take the arguments as they are.
    @inline(__always)
    func isSpreadable(_ args: Value, _ keywords: Value) -> Bool {
        guard args.isExact(.tuple) || args.isExact(.list) else { return false }
        return keywords.isUnbound || keywords.isExact(.dict) && Dict(keywords).pointer.pointee.hasOnlyStringKeys
    }

    /// Makes a list and a dict of the arguments of `f(*args, **keywords)`, which follow the callee.
    @inline(never)
    func prepareSpread(_ call: UnsafeMutablePointer<Value>) throws(Raise) {
        if call[2].isBound {
            let keywords = dict()
            try mergeKeywords(keywords, call[2], callee: call[0])
            call[2] = keywords.value
        }
        if !call[1].isExact(.tuple), !call[1].isExact(.list) {
            let args = list()
            try extendList(args, call[1], callee: call[0])
            call[1] = args.value
        }
    }

    private func isIterable(_ value: Value) -> Bool {
        lookupSpecial(value, .__iter__).isBound || isSequence(value)
    }

    /// "f()", or "mod.Class.f()", as messages about a call show the callee.
    func calleeText(_ callee: Value) -> String {
        var function = callee
        if function.isKind(.boundMethod) { function = function.layout(BoundMethodLayout.self).pointee.function }
        if function.isKind(.function) {
            let layout: UnsafeMutablePointer<FunctionLayout> = function.layout()
            let name = swiftString(layout.pointee.qualifiedName)
            let module = layout.pointee.module
            if module.isKind(.string), swiftString(module) != "builtins" {
                return swiftString(module) + "." + name + "()"
            }
            return name + "()"
        }
        if let name = try? getAttributeIfPresent(callee, name(.__qualname__)), name.isKind(.string) {
            let module = (try? getAttributeIfPresent(callee, self.name(.__module__))) ?? .unbound
            let prefix = module.isKind(.string) && swiftString(module) != "builtins" ? swiftString(module) + "." : ""
            return prefix + swiftString(name) + "()"
        }
        return (try? repr(callee)).map(swiftString) ?? "object"
    }

    /// `{**x}`.
    func updateDisplay(_ dict: Dict, _ mapping: Value) throws(Raise) {
        if mapping.isKind(.dict), isPlainDict(mapping) { return try dictMerge(dict, Dict(mapping)) }
        try forEachItem(of: mapping) { (key, value) throws(Raise) in
            try dictSet(dict, key, value)
        } notMapping: {
            raise(.typeError, "'\(typeName(mapping))' object is not a mapping")
        }
    }

    /// `f(**x)`.
    func mergeKeywords(_ dict: Dict, _ mapping: Value, callee: Value) throws(Raise) {
        try forEachItem(of: mapping) { (key, value) throws(Raise) in
            guard key.isKind(.string) else { throw raise(.typeError, "keywords must be strings") }
            // A str of a class of the script may have a hash and an equality of its own.
            let isKnown = isExactString(key) ? dictGet(dict, name: key).isBound : try dictContains(dict, key)
            if isKnown {
                throw raise(
                    .typeError,
                    "\(calleeText(callee)) got multiple values for keyword argument '\(swiftString(key))'")
            }
            try dictSet(dict, key, value)
        } notMapping: {
            raise(
                .typeError,
                "\(calleeText(callee)) argument after ** must be a mapping, not \(typeName(mapping))")
        }
    }

    /// Calls `body` with the items of a dict or of any object with `keys()` and `__getitem__`.
    func forEachItem(
        of mapping: Value, _ body: (Value, Value) throws(Raise) -> Void, notMapping: () -> Raise
    ) throws(Raise) {
        if mapping.isKind(.dict), isPlainDict(mapping) {
            for entry in Dict(mapping).entries { try body(entry.key, entry.value) }
            return
        }
        let keys = try getAttributeIfPresent(mapping, name(.keys))
        guard keys.isBound else { throw notMapping() }
        try iterate(try call(keys)) { (key) throws(Raise) in
            try body(key, try getItem(mapping, key))
            return true
        }
    }

    // MARK: Functions

    /// A function object; `n` tells which parts lie in the registers from `parts` on (see `Opcode.makeFunction`).
    func makeFunction(
        _ frame: UnsafeMutablePointer<Frame>, code: Value, _ n: Int, _ parts: UnsafeMutablePointer<Value>
    ) -> Value {
        let maker = frame.pointee.functionLayout
        let value = function(code: code.layout(), globals: maker.pointee.globals, builtins: maker.pointee.builtins)
        let function: UnsafeMutablePointer<FunctionLayout> = value.layout()
        var next = parts
        func take(_ bit: Int) -> Value {
            guard n & bit != 0 else { return .unbound }
            defer { next += 1 }
            return next.pointee
        }
        let defaults = take(1)
        if defaults.isBound { function.pointee.defaults = defaults }
        let keywordDefaults = take(2)
        if keywordDefaults.isBound { function.pointee.keywordDefaults = keywordDefaults }
        function.pointee.annotations = take(4)
        function.pointee.closure = take(8)
        return value
    }

    /// A function object of a code object and globals, without defaults and closure.
    func function(code: UnsafeMutablePointer<CodeLayout>, globals: Value, builtins: Value) -> Value {
        let memory = newCell(size: MemoryLayout<FunctionLayout>.stride, kind: .function, type: type(.function))
        let function = memory.assumingMemoryBound(to: FunctionLayout.self)
        function.pointee.code = code
        function.pointee.globals = globals
        function.pointee.builtins = builtins
        function.pointee.name = code.pointee.name
        function.pointee.qualifiedName = code.pointee.qualifiedName
        function.pointee.defaults = .none
        function.pointee.keywordDefaults = .none
        let module = globals.isKind(.dict) ? dictGet(Dict(globals), name: name(.__name__)) : .unbound
        function.pointee.module = module.isBound ? module : .none
        let source = self.source(of: code)
        function.pointee.doc = source.hasDocString ? code.pointee.constants[0] : .none
        return Value(function)
    }

    /// The built-in names that code with these globals sees: what they have as `__builtins__`, or those of all.
    func builtins(of globals: Dict) -> Value {
        let builtins = dictGet(globals, name: name(.__builtins__))
        if builtins.isKind(.dict) { return builtins }
        return builtins.isKind(.module)
            ? builtins.layout(ModuleLayout.self).pointee.dict : runtime.pointee.builtins
    }

    /// Runs module, class or exec code to its end with a namespace; gives its result.
    func run(code: UnsafeMutablePointer<CodeLayout>, globals: Value, locals: Value, closure: Value = .unbound)
        throws(Raise) -> Value
    {
        let function = self.function(code: code, globals: globals, builtins: builtins(of: Dict(globals)))
        function.layout(FunctionLayout.self).pointee.closure = closure
        return try run(function: function, namespace: locals)
    }

    /// Runs a function without parameters whose names live in `namespace` (class bodies).
    func run(function: Value, namespace: Value) throws(Raise) -> Value {
        try enterNative()
        defer { leaveNative() }
        let layout: UnsafeMutablePointer<FunctionLayout> = function.layout()
        let code = layout.pointee.code
        if code.pointee.isGeneratorLike {
            let generator = makeGenerator(layout)
            generator.setExtra(self, .namespace, namespace)
            return generator.value
        }
        let frame = try pushFrame(layout, code, register: 0, kind: .entry)
        frame.pointee.namespace = namespace
        frame.pointee.registers.update(repeating: .unbound, count: Int(code.pointee.variableCount))
        return try run()
    }

    // MARK: with

    /// The bound `__enter__` and `__exit__` of a context manager.
    func contextManagerMethods(_ manager: Value) throws(Raise) -> (Value, Value) {
        try managerMethods(manager, .__enter__, .__exit__, protocolName: "context manager protocol")
    }

    /// The bound `__aenter__` and `__aexit__` of an asynchronous context manager.
    func asyncContextManagerMethods(_ manager: Value) throws(Raise) -> (Value, Value) {
        try managerMethods(manager, .__aenter__, .__aexit__, protocolName: "asynchronous context manager protocol")
    }

    @inline(__always)
    private func managerMethods(
        _ manager: Value, _ enterName: KnownName, _ exitName: KnownName, protocolName: StaticString
    ) throws(Raise) -> (Value, Value) {
        let type = typeOf(manager)
        let enter = lookup(type, name(enterName))
        guard enter.isBound else {
            throw raise(.typeError, "'\(typeName(manager))' object does not support the \(protocolName)")
        }
        let boundEnter = try bindSpecial(enter, manager, type)
        let exit = lookup(type, name(exitName))
        guard exit.isBound else {
            let missing = swiftString(name(exitName))
            throw raise(
                .typeError,
                "'\(typeName(manager))' object does not support the \(protocolName) (missed \(missing) method)")
        }
        return (boundEnter, try bindSpecial(exit, manager, type))
    }

    /// A special method found on the type, bound to the instance.
    func bindSpecial(_ method: Value, _ object: Value, _ type: TypeRef) throws(Raise) -> Value {
        guard method.isCell, method.cell.type.flags.contains(.descriptor) else { return method }
        return try descriptorGet(method, object, type)
    }

    /// Begins `exit(type, value, traceback)`.
    func beginExitCall(_ exit: Value, exception: Value, register: Int) throws(Raise) -> Value {
        let scratch = state.pointee.registerTop
        if exception.isUnbound {
            scratch.update(repeating: .none, count: 3)
        } else {
            scratch[0] = typeOf(exception).value
            scratch[1] = exception
            let traceback = Exception(exception).pointer.pointee.traceback
            scratch[2] = traceback.isUnbound ? .none : traceback
        }
        let top = scratch + 3
        state.pointee.registerTop = top
        if top > state.pointee.registerHighWater { state.pointee.registerHighWater = top }
        let frame = state.pointee.frame
        let result: Value
        do throws(Raise) {
            result = try beginCall(exit, Arguments(base: scratch, count: 3), register: register, kind: .call)
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

    // MARK: Finalizers

    /// What the collector's finds are owed: `__del__`, the callback of a weak reference, the end of a generator.
    func finalize(_ object: Value) {
        let handled = state.pointee.handled
        let pending = state.pointee.pending
        defer {
            state.pointee.handled = handled
            state.pointee.pending = pending
        }
        do throws(Raise) {
            switch object.kind {
            case .generator:
                let generator = Generator(object)
                let hook = generator.extra(.hook)
                if generator.isNewCoroutine {
                    warnOfUnawaited(generator)
                } else if generator.flavor == .asyncGenerator {
                    if hook.isBound, generator.state != .finished { _ = try call(hook, object) }
                } else {
                    try closeGenerator(object)
                }
            case .record where isUnawaitedAsyncOperation(object.cell):
                warnOfUnawaited(Record(object))
            case .future:
                finalizeFuture(object)
                if lookupSpecial(object, .__del__).isBound { _ = try callSpecial(object, .__del__) }
            case .weakReference:
                _ = try call(object.layout(WeakReferenceLayout.self).pointee.callback, object)
            default:
                if lookupSpecial(object, .__del__).isBound { _ = try callSpecial(object, .__del__) }
            }
        } catch {
            let exception = takePending()
            let isCallback = object.kind == .weakReference
            writeUnraisable(
                exception, object: isCallback ? object.layout(WeakReferenceLayout.self).pointee.callback : object)
        }
    }
}
