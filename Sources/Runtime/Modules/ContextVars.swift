/// Context variables (PEP 567): the module `_contextvars`.
///
/// A context is a record with a dict from variables to values. Copies share the dict until one of them changes. As long
/// as a program sets no variable and makes no context, there is none, and tasks and callbacks carry none.
enum ContextField {
    /// The dict.
    static let data = 0
    /// True while another context has the same dict.
    static let isShared = 1
    /// True while the context is entered.
    static let isEntered = 2
    static let count = 3
}

/// The fields of a context variable.
enum ContextVariableField {
    static let name = 0
    static let `default` = 1
    static let count = 2
}

/// The fields of a token, which `ContextVar.set` gives and `reset` takes.
enum ContextTokenField {
    static let variable = 0
    static let context = 1
    /// The old value, or unbound.
    static let old = 2
    static let isUsed = 3
    static let count = 4
}

/// What the module keeps: its types, once it was imported.
struct ContextState {
    /// Contexts are in use: tasks and callbacks get copies.
    var isUsed = false
    var context: TypeRef?
    var variable: TypeRef?
    var token: TypeRef?
    var missing: Value = .unbound
}

extension Machine {
    private func newContext(_ data: Value, isShared: Bool) -> Value {
        guard let type = runtime.pointee.asyncio.contexts.context else { return .unbound }
        let record = record(type, count: ContextField.count)
        record[ContextField.data] = data
        record[ContextField.isShared] = Value(isShared)
        record[ContextField.isEntered] = .false
        return record.value
    }

    /// The context in which the program runs. The first one is made when it is first asked for; a task that has none yet
    /// gets it then.
    func currentContext() -> Value {
        if state.pointee.context.isBound { return state.pointee.context }
        runtime.pointee.asyncio.contexts.isUsed = true
        let context = newContext(dict().value, isShared: false)
        Record(context)[ContextField.isEntered] = .true
        state.pointee.context = context
        let task = state.pointee.currentTask
        if task.isKind(.future), Future(task).pointer.pointee.context.isUnbound { setContext(Future(task), context) }
        return context
    }

    private func setContext(_ task: Future, _ context: Value) {
        setPart(FuturePart.context, of: task, context)
    }

    /// A copy of the current context: what a new task or callback gets. Unbound while contexts are not in use.
    @inline(never)
    func copyOfContext() -> Value { copy(context: currentContext()) }

    private func copy(context: Value) -> Value {
        Record(context)[ContextField.isShared] = .true
        return newContext(Record(context)[ContextField.data], isShared: true)
    }

    /// Enters the context of a task for one of its steps; gives the one to go back to.
    @inline(never)
    func enterContext(of task: Future) -> Value {
        let outer = state.pointee.context
        if task.pointer.pointee.context.isUnbound || task.pointer.pointee.context.isNone {
            setContext(task, newContext(dict().value, isShared: false))
        }
        // A context of the script's own making is not entered by its `run` here.
        if isContext(task.pointer.pointee.context) { state.pointee.context = task.pointer.pointee.context }
        return outer
    }

    func isContext(_ value: Value) -> Bool {
        guard let type = runtime.pointee.asyncio.contexts.context else { return false }
        return value.isKind(.record) && value.cell.type == type
    }

    fileprivate func setVariable(_ variable: Value, _ value: Value) throws(Raise) {
        let context = Record(currentContext())
        if context[ContextField.isShared].isTrue {
            let copy = dict()
            for entry in Dict(context[ContextField.data]).entries { try dictSet(copy, entry.key, entry.value) }
            context[ContextField.data] = copy.value
            context[ContextField.isShared] = .false
        }
        let data = Dict(context[ContextField.data])
        if value.isBound {
            try dictSet(data, variable, value)
        } else {
            _ = try dictRemove(data, variable)
        }
    }

    /// `context.run(callable, …)`.
    func runInContext(_ context: Value, _ callee: Value, _ arguments: Arguments) throws(Raise) -> Value {
        let record = Record(context)
        guard !record[ContextField.isEntered].isTrue else {
            throw raise(.runtimeError, "cannot enter context: \(reprText(context)) is already entered")
        }
        runtime.pointee.asyncio.contexts.isUsed = true
        let outer = state.pointee.context
        record[ContextField.isEntered] = .true
        state.pointee.context = context
        defer {
            Record(context)[ContextField.isEntered] = .false
            state.pointee.context = outer
        }
        return try call(callee, arguments)
    }
}

/// The module `_contextvars`.
enum ContextVarsModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let context = m.makeNativeType(
            "Context", module: "_contextvars", recordSize: ContextField.count, flags: .matchesMapping)
        let variable = m.makeNativeType("ContextVar", module: "_contextvars", recordSize: 2, flags: [])
        let token = m.makeNativeType(
            "Token", module: "_contextvars", recordSize: ContextTokenField.count, flags: .disallowInstantiation)
        let missing = m.makeNativeType("Token.MISSING", module: "_contextvars", flags: .disallowInstantiation)
        m.runtime.pointee.asyncio.contexts.context = context
        m.runtime.pointee.asyncio.contexts.variable = variable
        m.runtime.pointee.asyncio.contexts.token = token
        m.runtime.pointee.asyncio.contexts.missing = m.record(missing, count: 0).value
        m.keepForever(m.runtime.pointee.asyncio.contexts.missing)
        m.define(
            missing,
            methods: [
                Native("__repr__", .none, style: .slot) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                    m.string("<Token.MISSING>")
                }
            ])
        m.define(context, methods: ContextMethods.methods)
        m.dictSet(context.dict, .__hash__, .none)
        m.define(variable, methods: ContextVariableMethods.methods, properties: ContextVariableMethods.properties)
        m.define(token, methods: ContextTokenMethods.methods, properties: ContextTokenMethods.properties)
        m.dictSet(token.dict, name: m.intern("MISSING"), m.runtime.pointee.asyncio.contexts.missing)
        module.add("Context", context.value)
        module.add("ContextVar", variable.value)
        module.add("Token", token.value)
        module.add([
            Native("copy_context", .none, style: .function) { (m: Machine, _: Arguments) throws(Raise) -> Value in
                m.copyOfContext()
            }
        ])
    }
}

/// The methods of `ContextVar`.
enum ContextVariableMethods {
    static var methods: [Native] {
        [
            Native("__new__", .signature("name, /, *, default=None"), style: .new, new),
            Native("get", .positional(0, 1), get),
            Native("set", .one, set),
            Native("reset", .one, reset),
            Native("__repr__", .none, style: .slot, repr),
            Native("__class_getitem__", .one, style: .classMethod) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in try m.genericAlias(a[0], a[1])
            },
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "name", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[ContextVariableField.name] })
        ]
    }

    private static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a[1].isKind(.string) else { throw m.raise(.typeError, "context variable name must be a str") }
        let record = Record(m.allocateInstance(of: TypeRef(a[0])))
        record[ContextVariableField.name] = a[1]
        record[ContextVariableField.default] = a[2]
        return record.value
    }

    private static func get(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if m.state.pointee.context.isBound {
            let value = try m.dictGet(Dict(Record(m.state.pointee.context)[ContextField.data]), a[0])
            if value.isBound { return value }
        }
        if a.count > 1 { return a[1] }
        let fallback = Record(a[0])[ContextVariableField.default]
        if fallback.isBound { return fallback }
        throw m.raise(.lookupError, value: a[0])
    }

    private static func set(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let type = m.runtime.pointee.asyncio.contexts.token else { return .none }
        let context = m.currentContext()
        let token = m.record(type, count: ContextTokenField.count)
        token[ContextTokenField.variable] = a[0]
        token[ContextTokenField.context] = context
        token[ContextTokenField.old] = try m.dictGet(Dict(Record(context)[ContextField.data]), a[0])
        token[ContextTokenField.isUsed] = .false
        try m.setVariable(a[0], a[1])
        return token.value
    }

    private static func reset(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let type = m.runtime.pointee.asyncio.contexts.token, a[1].isKind(.record), a[1].cell.type == type else {
            throw m.raise(.typeError, "expected an instance of Token, got \(m.reprText(a[1]))")
        }
        let token = Record(a[1])
        if token[ContextTokenField.isUsed].isTrue {
            throw m.raise(.runtimeError, "\(m.reprText(a[1])) has already been used once")
        }
        if token[ContextTokenField.variable] != a[0] {
            throw m.raise(.valueError, "\(m.reprText(a[1])) was created by a different ContextVar")
        }
        if token[ContextTokenField.context] != m.currentContext() {
            throw m.raise(.valueError, "\(m.reprText(a[1])) was created in a different Context")
        }
        token[ContextTokenField.isUsed] = .true
        try m.setVariable(a[0], token[ContextTokenField.old])
        return .none
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        var text = "<ContextVar name=" + m.swiftString(try m.repr(record[ContextVariableField.name]))
        if record[ContextVariableField.default].isBound {
            text += " default=" + m.swiftString(try m.repr(record[ContextVariableField.default]))
        }
        return m.string(text + " at \(m.addressText(a[0]))>")
    }
}

/// The methods of `Token`.
enum ContextTokenMethods {
    static var methods: [Native] {
        [
            Native("__repr__", .none, style: .slot, repr),
            Native("__class_getitem__", .one, style: .classMethod) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in try m.genericAlias(a[0], a[1])
            },
        ]
    }

    static var properties: [NativeProperty] {
        [
            NativeProperty(
                "var", get: { (_: Machine, v: Value) throws(Raise) -> Value in Record(v)[ContextTokenField.variable] }),
            NativeProperty(
                "old_value",
                get: { (m: Machine, v: Value) throws(Raise) -> Value in
                    let old = Record(v)[ContextTokenField.old]
                    return old.isBound ? old : m.runtime.pointee.asyncio.contexts.missing
                }),
        ]
    }

    private static func repr(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let token = Record(a[0])
        let used = token[ContextTokenField.isUsed].isTrue ? " used" : ""
        let variable = m.swiftString(try m.repr(token[ContextTokenField.variable]))
        return m.string("<Token\(used) var=\(variable) at \(m.addressText(a[0]))>")
    }
}

/// The methods of `Context`.
enum ContextMethods {
    static var methods: [Native] {
        [
            Native("__new__", .any, style: .new) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                if a.count > 1 || a.keywordCount > 0 {
                    throw m.raise(.typeError, "Context() does not accept any arguments")
                }
                let record = Record(m.allocateInstance(of: TypeRef(a[0])))
                record[ContextField.data] = m.dict().value
                record[ContextField.isShared] = .false
                record[ContextField.isEntered] = .false
                return record.value
            },
            Native("run", .any, run),
            Native("copy", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let context = Record(a[0])
                let copy = Record(m.allocateInstance(of: m.typeOf(a[0])))
                context[ContextField.isShared] = .true
                copy[ContextField.data] = context[ContextField.data]
                copy[ContextField.isShared] = .true
                copy[ContextField.isEntered] = .false
                return copy.value
            },
            Native("__getitem__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.getItem(try data(m, a[0], key: a[1]), a[1])
            },
            Native("__contains__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                Value(try m.contains(try data(m, a[0], key: a[1]), a[1]))
            },
            Native("get", .positional(1, 2)) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                let value = try m.dictGet(Dict(try data(m, a[0], key: a[1])), a[1])
                return value.isBound ? value : a.count > 2 ? a[2] : .none
            },
            Native("__len__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                m.int(Dict(Record(a[0])[ContextField.data]).count)
            },
            Native("__iter__", .none, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.iterator(of: try m.listFromIterable(Record(a[0])[ContextField.data]).value)
            },
            Native("keys", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.callMethod(Record(a[0])[ContextField.data], .keys)
            },
            Native("values", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.callMethod(Record(a[0])[ContextField.data], .values)
            },
            Native("items", .none) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try m.callMethod(Record(a[0])[ContextField.data], .items)
            },
            Native("__eq__", .one, style: .slot) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                guard m.isContext(a[1]) else { return .notImplemented }
                return try m.compare(.equal, Record(a[0])[ContextField.data], Record(a[1])[ContextField.data])
            },
        ]
    }

    private static func run(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard a.count > 1 else { throw m.raise(.typeError, "run() missing 1 required positional argument") }
        return try m.runInContext(a[0], a[1], a.dropFirst.dropFirst)
    }

    /// The dict of a context, the key having been checked.
    private static func data(_ m: Machine, _ context: Value, key: Value) throws(Raise) -> Value {
        guard let type = m.runtime.pointee.asyncio.contexts.variable, m.typeOf(key) == type else {
            throw m.raise(.typeError, "a ContextVar key was expected, got \(m.reprText(key))")
        }
        return Record(context)[ContextField.data]
    }
}
