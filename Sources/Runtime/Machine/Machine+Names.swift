import Compiler

/// Slow paths of variable access: globals, builtins, namespaces of classes and modules (Reference, 4.2 Naming and
/// binding), and what fills their inline caches.
extension Machine {
    // MARK: Unbound variables

    func unboundLocal(_ register: Int) -> Raise {
        let code = state.pointee.frame.pointee.code
        let name = swiftString(Tuple(code.pointee.variableNames)[register])
        return raise(
            .unboundLocalError,
            "cannot access local variable '\(name)' where it is not associated with a value")
    }

    func unboundFree(_ index: Int) -> Raise {
        let code = state.pointee.frame.pointee.code
        let name = Tuple(code.pointee.freeNames)[index]
        return nameError(
            "cannot access free variable '\(swiftString(name))' where it is not associated with a value in "
                + "enclosing scope", name)
    }

    func nameError(_ message: String, _ name: Value) -> Raise {
        let exception = makeException(.nameError, string(message))
        Exception(exception).fields[0] = name
        return raise(exception)
    }

    func undefinedName(_ name: Value) -> Raise {
        nameError("name '\(swiftString(name))' is not defined", name)
    }

    // MARK: Globals

    /// A global that is made when it is asked for (`__loader__`); NameError for all others.
    @inline(never)
    private func lazyGlobal(_ globals: Dict, _ name: Value) throws(Raise) -> Value {
        let value = name == self.name(.__loader__) ? try findLazyModuleAttribute(globals, name) : .unbound
        if value.isBound { return value }
        throw undefinedName(name)
    }

    /// The number that stands for the present set of keys of a dict, for caches.
    @inline(__always)
    private func keysVersion(_ dict: Dict) -> UInt64 {
        if dict.pointer.pointee.keysVersion == 0 { bumpKeysVersion(dict) }
        return UInt64(dict.pointer.pointee.keysVersion)
    }

    /// `loadGlobal` and its specialised forms, when their cache does not hold.
    @inline(never)
    func loadGlobal(
        _ frame: UnsafeMutablePointer<Frame>, _ i: Instruction, cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Value {
        let name = frame.pointee.code.pointee.names[i.wide]
        let function = frame.pointee.functionLayout
        let globals = Dict(function.pointee.globals)
        let entry = dictFind(globals, name: name)
        if entry >= 0 {
            cache[0] = keysVersion(globals)
            cache[1] = globals.valueAddress(at: entry)
            respecialize(cache - 1, .loadGlobalCached)
            return globals.value(at: entry)
        }
        guard function.pointee.builtins.isKind(.dict) else { throw undefinedName(name) }
        let builtins = Dict(function.pointee.builtins)
        let builtin = dictFind(builtins, name: name)
        guard builtin >= 0 else { return try lazyGlobal(globals, name) }
        cache[0] = keysVersion(globals) | keysVersion(builtins) << 32
        cache[1] = builtins.valueAddress(at: builtin)
        respecialize(cache - 1, .loadBuiltinCached)
        return builtins.value(at: builtin)
    }

    /// The namespace of the code of a module or class. The globals serve where a program has made a function of the code
    /// of a module (`types.FunctionType`) and calls it.
    private func namespace(of frame: UnsafeMutablePointer<Frame>) -> Value {
        if frame.pointee.namespace.isUnbound {
            frame.pointee.namespace = frame.pointee.functionLayout.pointee.globals
        }
        return frame.pointee.namespace
    }

    /// `loadName` when its cache does not hold. Caches only what lies in the module's own namespace.
    @inline(never)
    func loadName(
        _ frame: UnsafeMutablePointer<Frame>, _ i: Instruction, cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Value {
        let name = frame.pointee.code.pointee.names[i.wide]
        let function = frame.pointee.functionLayout
        let namespace = namespace(of: frame)
        if namespace == function.pointee.globals, namespace.cell.type == type(.dict),
            function.pointee.builtins.isKind(.dict)
        {
            return try loadModuleName(function, name, cache: cache)
        }
        if namespace.isKind(.dict), namespace.cell.type == type(.dict) {
            let dict = Dict(namespace)
            let entry = dictFind(dict, name: name)
            if entry >= 0 { return dict.value(at: entry) }
        } else if namespace.isBound {
            let value = try mappingGet(namespace, name)
            if value.isBound { return value }
        }
        return try globalOrBuiltin(function, name)
    }

    /// A name in the code of a module. The instruction itself knows a global by the version of the module's keys; for a
    /// builtin, the cache has the versions of both dicts, which no version of one equals.
    private func loadModuleName(
        _ function: UnsafeMutablePointer<FunctionLayout>, _ name: Value, cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) -> Value {
        let globals = Dict(function.pointee.globals)
        let builtins = Dict(function.pointee.builtins)
        let versions = keysVersion(globals) | keysVersion(builtins) << 32
        if cache[0] == versions { return UnsafePointer<Value>(bitPattern: UInt(cache[1])).unsafelyUnwrapped.pointee }
        let entry = dictFind(globals, name: name)
        if entry >= 0 {
            cache[0] = keysVersion(globals)
            cache[1] = globals.valueAddress(at: entry)
            return globals.value(at: entry)
        }
        let builtin = dictFind(builtins, name: name)
        guard builtin >= 0 else { return try lazyGlobal(Dict(function.pointee.globals), name) }
        cache[0] = versions
        cache[1] = builtins.valueAddress(at: builtin)
        return builtins.value(at: builtin)
    }

    /// A global or builtin by name, without a cache.
    func globalOrBuiltin(_ function: UnsafeMutablePointer<FunctionLayout>, _ name: Value) throws(Raise) -> Value {
        let global = dictGet(Dict(function.pointee.globals), name: name)
        if global.isBound { return global }
        if function.pointee.builtins.isKind(.dict) {
            let builtin = dictGet(Dict(function.pointee.builtins), name: name)
            if builtin.isBound { return builtin }
        }
        return try lazyGlobal(Dict(function.pointee.globals), name)
    }

    /// An item of a namespace that may be any mapping; unbound when it has none.
    func mappingGet(_ mapping: Value, _ name: Value) throws(Raise) -> Value {
        if mapping.isKind(.dict), mapping.cell.type == type(.dict) { return dictGet(Dict(mapping), name: name) }
        do throws(Raise) {
            return try getItem(mapping, name)
        } catch {
            guard pendingMatches(.keyError) else { throw error }
            clearPending()
            return .unbound
        }
    }

    /// Stores a global; the cache word knows the entry while the keys stay the same.
    @inline(__always)
    func storeName(_ dict: Dict, _ name: Value, _ value: Value, cache: UnsafeMutablePointer<UInt64>) {
        let word = cache.pointee
        if word & 0xFFFF_FFFF == UInt64(dict.pointer.pointee.keysVersion), word != 0 {
            dict.entry(Int(word >> 32)).pointee.value = value
            return
        }
        storeNameSlowly(dict, name, value, cache: cache)
    }

    @inline(never)
    private func storeNameSlowly(
        _ dict: Dict, _ name: Value, _ value: Value, cache: UnsafeMutablePointer<UInt64>
    ) {
        dictSet(dict, name: name, value)
        let entry = dictFind(dict, name: name)
        if entry >= 0 { cache.pointee = keysVersion(dict) | UInt64(entry) << 32 }
    }

    func storeInNamespace(
        _ frame: UnsafeMutablePointer<Frame>, _ name: Value, _ value: Value, cache: UnsafeMutablePointer<UInt64>
    ) throws(Raise) {
        let namespace = namespace(of: frame)
        if namespace.isKind(.dict), namespace.cell.type == type(.dict) {
            storeName(Dict(namespace), name, value, cache: cache)
        } else {
            try setItem(namespace, name, value)
        }
    }

    func deleteName(_ namespace: Value, _ name: Value) throws(Raise) {
        let namespace = namespace.isBound ? namespace : self.namespace(of: state.pointee.frame)
        if namespace.isKind(.dict), namespace.cell.type == type(.dict) {
            if dictRemove(Dict(namespace), name: name).isUnbound { throw undefinedName(name) }
            return
        }
        do throws(Raise) {
            try deleteItem(namespace, name)
        } catch {
            guard pendingMatches(.keyError) else { throw error }
            clearPending()
            throw undefinedName(name)
        }
    }

    /// A free variable of a class body or of an annotation scope in a class: the namespace comes first.
    func loadClassFree(
        _ frame: UnsafeMutablePointer<Frame>, mapping: Value, name: Int, free: Int
    ) throws(Raise) -> Value {
        let value = try mappingGet(mapping, frame.pointee.code.pointee.names[name])
        if value.isBound { return value }
        let content = freeCell(frame, free).pointee.content
        if content.isUnbound { throw unboundFree(free) }
        return content
    }

    func loadMappingOrGlobal(
        _ frame: UnsafeMutablePointer<Frame>, mapping: Value, name: Int
    ) throws(Raise) -> Value {
        let name = frame.pointee.code.pointee.names[name]
        let value = try mappingGet(mapping, name)
        return value.isBound ? value : try globalOrBuiltin(frame.pointee.functionLayout, name)
    }

    func setupAnnotations(_ namespace: Value) throws(Raise) {
        let namespace = namespace.isBound ? namespace : self.namespace(of: state.pointee.frame)
        let name = self.name(.__annotations__)
        if try mappingGet(namespace, name).isUnbound { try setItem(namespace, name, dict().value) }
    }

    // MARK: What introspection sees

    /// The globals of the code that called the native being run.
    func currentGlobals() -> Value {
        let frame = state.pointee.frame
        return frame > state.pointee.frameBase ? frame.pointee.functionLayout.pointee.globals : .none
    }

    /// `locals()` of the code that called the native being run: the namespace itself, or a new dict of the variables.
    func currentLocals() -> Value {
        let frame = state.pointee.frame
        guard frame > state.pointee.frameBase else { return .none }
        return locals(of: frame)
    }

    /// What `locals()` gives in a running frame.
    func locals(of frame: UnsafeMutablePointer<Frame>) -> Value {
        let isModule = frame.pointee.code.pointee.name == intern("<module>")
        let namespace = isModule ? namespace(of: frame) : frame.pointee.namespace
        if namespace.isBound {
            // The only variables of a module or class are those of comprehensions. Those of a class are functions of
            // their own in CPython, so they do not see its namespace.
            guard frame.pointee.code.pointee.variableCount > 0, namespace.isKind(.dict) else { return namespace }
            let variables = locals(
                code: frame.pointee.code, registers: frame.pointee.registers, function: .unbound)
            guard Dict(variables).count > 0 else { return namespace }
            guard frame.pointee.code.pointee.name == intern("<module>") else { return variables }
            let merged = dictCopy(Dict(namespace))
            for entry in Dict(variables).entries { dictSet(merged, name: entry.key, entry.value) }
            return merged.value
        }
        return locals(
            code: frame.pointee.code, registers: frame.pointee.registers, function: frame.pointee.function)
    }

    /// The variables of a function's frame as a new dict.
    func locals(
        code: UnsafeMutablePointer<CodeLayout>, registers: UnsafeMutablePointer<Value>, function: Value
    ) -> Value {
        let result = dict()
        let names = Tuple(code.pointee.variableNames)
        let cells = source(of: code).cellVariables
        for index in 0..<names.count {
            var value = registers[index]
            if cells.contains(index), value.isKind(.variableCell) {
                value = value.layout(VariableCellLayout.self).pointee.content
            }
            if value.isBound { dictSet(result, name: names[index], value) }
        }
        let free = Tuple(code.pointee.freeNames)
        let closure = function.isKind(.function) ? function.layout(FunctionLayout.self).pointee.closure : .unbound
        guard closure.isKind(.tuple) else { return result.value }
        for index in 0..<min(free.count, Tuple(closure).count) {
            let value = Tuple(closure)[index].layout(VariableCellLayout.self).pointee.content
            if value.isBound { dictSet(result, name: free[index], value) }
        }
        return result.value
    }
}
