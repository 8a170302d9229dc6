/// Calling classes, and the class statement.
extension Machine {
    /// Calls a class, by `__call__` of its metaclass.
    func callType(_ type: TypeRef, _ arguments: Arguments) throws(Raise) -> Value {
        if !type.isHeapType, arguments.keywords.isUnbound {
            if arguments.count == 1 {
                let result = try converted(arguments[0], to: type)
                if result.isBound { return result }
            } else if arguments.count == 0 {
                if type == self.type(.list) { return list().value }
                if type == self.type(.dict) { return dict().value }
                if type == self.type(.set) { return set(frozen: false).value }
            }
        }
        let metatype = typeOf(type.value)
        if metatype != self.type(.type) {
            let method = lookup(metatype, .__call__)
            if method.isBound, !method.isKind(.nativeFunction) {
                if bindsPlainly(method) {
                    return try withReceiver(type.value, arguments) { (all) throws(Raise) in try call(method, all) }
                }
                return try call(try bindSpecial(method, type.value), arguments)
            }
        }
        return try instantiate(type, arguments)
    }

    /// `type.__call__`: `__new__`, then `__init__` if that gave an instance.
    func instantiate(_ type: TypeRef, _ arguments: Arguments) throws(Raise) -> Value {
        if !type.isHeapType, arguments.count <= 1, arguments.keywords.isUnbound {
            let result = try instantiateAtOnce(type, arguments)
            if result.isBound { return result }
        }
        if type == self.type(.type) {
            if arguments.count == 1, arguments.keywordCount == 0 { return typeOf(arguments[0]).value }
            if arguments.count == 1 { throw raise(.typeError, "type() takes no keyword arguments") }
            if arguments.count != 3 { throw raise(.typeError, "type() takes 1 or 3 arguments") }
        }
        let new = lookup(type, .__new__)
        if arguments.count == 0, type.isHeapType, type.instanceKind == .object, arguments.keywords.isUnbound,
            new == lookup(self.type(.object), .__new__),
            lookup(type, .__init__) == lookup(self.type(.object), .__init__), !type.flags.contains(.hasAbstractMethods)
        {
            return allocateInstance(of: type)
        }
        guard !type.flags.contains(.disallowInstantiation), new.isBound else {
            throw raise(.typeError, "cannot create '\(builtinTypeName(type))' instances")
        }
        let function = new.isKind(.nativeFunction) ? new : try descriptorGetOnType(new, type)
        let instance = try withReceiver(type.value, arguments) { (all) throws(Raise) in try call(function, all) }
        let actual = typeOf(instance)
        guard actual.isSubtype(of: type) else { return instance }
        let initializer = lookup(actual, .__init__)
        guard initializer.isBound else { return instance }
        // The `__init__` of `object` has nothing to do, and the built-in `__new__` has seen all arguments.
        if !type.isHeapType, actual == type, initializer == dictGet(self.type(.object).dict, .__init__) {
            return instance
        }
        let result: Value
        if bindsPlainly(initializer) {
            result = try withReceiver(instance, arguments) { (all) throws(Raise) in try call(initializer, all) }
        } else {
            result = try call(try bindSpecial(initializer, instance), arguments)
        }
        guard result.isNone else {
            throw raise(.typeError, "__init__() should return None, not '\(typeName(result))'")
        }
        return instance
    }

    /// The calls of the common built-in types that need neither `__new__` nor `__init__`; unbound for others.
    @inline(__always)
    private func instantiateAtOnce(_ type: TypeRef, _ arguments: Arguments) throws(Raise) -> Value {
        if arguments.count == 0 {
            if type == self.type(.list) { return list().value }
            if type == self.type(.dict) { return dict().value }
            return type == self.type(.set) ? set().value : .unbound
        }
        let argument = arguments[0]
        if type == self.type(.str) { return try str(argument) }
        if type == self.type(.list) { return try listFromIterable(argument).value }
        if type == self.type(.set) { return try setFromIterable(argument).value }
        if type == self.type(.int) { return argument.isSmallInt ? argument : .unbound }
        return .unbound
    }

    /// The name of a built-in type with its module, as C code of CPython has it.
    func builtinTypeName(_ type: TypeRef) -> String {
        type.isHeapType ? typeName(type) : qualifiedTypeName(type)
    }

    /// Runs the body of a class, module or exec code: `namespace` receives its names.
    func runBody(_ function: Value, namespace: Value) throws(Raise) -> Value {
        try enterNative()
        defer { leaveNative() }
        let layout: UnsafeMutablePointer<FunctionLayout> = function.layout()
        let code = layout.pointee.code
        let frame = try pushFrame(layout, code, register: 0, kind: .entry)
        frame.pointee.registers.update(repeating: .unbound, count: Int(code.pointee.registerCount))
        frame.pointee.namespace = namespace
        return try run()
    }

    /// Calls with `count` positional arguments from `positional` and the keyword arguments of `keywords`.
    func call(
        _ callee: Value, _ a: Value, _ b: Value, _ c: Value, keywords: Arguments, without skipped: Value = .unbound
    ) throws(Raise) -> Value {
        let total = keywords.keywordCount
        return try withScratch(3 + total) { (base) throws(Raise) in
            var count = 0
            for value in [a, b, c] where value.isBound {
                base[count] = value
                count += 1
            }
            let names = makeTuple(count: total)
            var kept = 0
            for index in 0..<total where keywords.keywordName(index) != skipped {
                names[kept] = keywords.keywordName(index)
                base[count + kept] = keywords.keywordValue(index)
                kept += 1
            }
            let tuple =
                kept == 0 ? Value.unbound : kept == total ? names.value : self.tuple(from: names.items, count: kept)
            return try call(callee, Arguments(base: base, count: count, keywords: tuple))
        }
    }
}

/// `__build_class__`, the function behind the `class` statement.
enum ClassBuilder {
    /// `__build_class__(function, name, *bases, metaclass=None, **keywords)`.
    static func build(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count >= 2 else { throw m.raise(.typeError, "__build_class__: not enough arguments") }
        guard a[0].isKind(.function) else { throw m.raise(.typeError, "__build_class__: func must be a function") }
        guard m.isString(a[1]) else { throw m.raise(.typeError, "__build_class__: name is not a string") }
        let function = a[0]
        let name = a[1]
        let original = m.tuple(from: a.base + 2, count: a.count - 2)
        let bases = try resolveBases(m, Tuple(original))
        var meta = Value.unbound
        let metaclassName = m.name(.metaclass)
        var skipped = Value.unbound
        for index in 0..<a.keywordCount where m.internedName(a.keywordName(index)) == metaclassName {
            meta = a.keywordValue(index)
            skipped = a.keywordName(index)
        }
        if meta.isUnbound { meta = bases.count > 0 ? m.typeOf(bases[0]).value : m.type(.type).value }
        if meta.isKind(.type) { meta = try m.winningMetatype(TypeRef(meta), bases).value }
        let namespace = try prepare(m, meta, name, bases, a, skipped)
        _ = try m.runBody(function, namespace: namespace)
        if bases.value != original {
            try m.setItem(namespace, m.name(.__orig_bases__), original)
        }
        // Only a metaclass of the script may lose the cell of `__class__`.
        let hasCell = meta != m.type(.type).value && namespace.isKind(.dict)
        let cell = hasCell ? m.dictGet(Dict(namespace), .__classcell__) : .unbound
        let result = try m.call(meta, name, bases.value, namespace, keywords: a, without: skipped)
        if cell.isKind(.variableCell), result.isKind(.type) { try checkCell(m, cell, name, result) }
        return result
    }

    /// Raises unless `__class__` in the methods of a new class is that class.
    private static func checkCell(_ m: Machine, _ cell: Value, _ name: Value, _ type: Value) throws(Raise) {
        let content = cell.layout(VariableCellLayout.self).pointee.content
        if content == type { return }
        let new = "defining \(m.swiftString(try m.repr(name))) as \(m.swiftString(try m.repr(type)))"
        if content.isUnbound {
            throw m.raise(
                .runtimeError, "__class__ not set \(new). Was __classcell__ propagated to type.__new__?")
        }
        throw m.raise(.typeError, "__class__ set to \(m.swiftString(try m.repr(content))) \(new)")
    }

    private static func prepare(
        _ m: Machine, _ meta: Value, _ name: Value, _ bases: Tuple, _ a: Arguments, _ skipped: Value
    ) throws(Raise) -> Value {
        if meta == m.type(.type).value { return m.dict().value }
        let prepare = try m.getAttributeIfPresent(meta, .__prepare__)
        guard prepare.isBound else { return m.dict().value }
        let namespace = try m.call(prepare, name, bases.value, .unbound, keywords: a, without: skipped)
        if m.lookupSpecial(namespace, .__getitem__).isUnbound {
            let shown = meta.isKind(.type) ? m.typeName(TypeRef(meta)) : "<metaclass>"
            throw m.raise(.typeError, "\(shown).__prepare__() must return a mapping, not \(m.typeName(namespace))")
        }
        return namespace
    }

    /// Replaces bases that are no types by what their `__mro_entries__` says (PEP 560).
    private static func resolveBases(_ m: Machine, _ bases: Tuple) throws(Raise) -> Tuple {
        var needsWork = false
        for index in 0..<bases.count where !bases[index].isKind(.type) { needsWork = true }
        guard needsWork else { return bases }
        let result = m.list()
        var changed = false
        for index in 0..<bases.count {
            let base = bases[index]
            let method = base.isKind(.type) ? .unbound : try m.getAttributeIfPresent(base, .__mro_entries__)
            guard method.isBound else {
                result.append(m, base)
                continue
            }
            let entries = try m.call(method, bases.value)
            guard entries.isKind(.tuple) else { throw m.raise(.typeError, "__mro_entries__ must return a tuple") }
            for entry in 0..<Tuple(entries).count { result.append(m, Tuple(entries)[entry]) }
            changed = true
        }
        guard changed else { return bases }
        return Tuple(result.count == 0 ? m.tuple() : m.tuple(from: result.items, count: result.count))
    }
}
